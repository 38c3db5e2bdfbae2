"""Mentions of people to the people of one article: 정 회장, 올트먼 CEO, 李 to the full name that each stands for.

A short form goes to the best of the full names it can shorten, judged by title, organisation, 전 and nearness; where two fit
alike it goes to nobody. A short form that no full name explains is a person of its own, named by it.
"""

from __future__ import annotations

import re
from math import log
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphing.extract.affiliations import Holder, find_affiliations
from graphing.extract.forms import Form, near, read_form
from graphing.extract.organizations import resolve_organizations
from graphing.extract.posts import Post, Reader, same_title
from graphing.extract.titles import Title
from graphing.model import Article, Mention, Organization, Person, Sentence

__all__ = ["resolve_organizations", "resolve_people"]

# Weights of what makes a short form another mention of somebody; set on an annotated corpus, in steps of one half.
SAME_TITLE, EXACTLY, OTHER_TITLE, OTHER_WALK = 4.0, 1.0, -1.5, -4.0
SAME_ORGANIZATION, OTHER_ORGANIZATION = 3.0, -2.0
FORMER_AGREES, FORMER_DIFFERS = 0.5, -0.5
# A mention nearby counts up to NEAR and half of it HALF characters away; OFTEN counts with the logarithm of the mentions so far.
NEAR, HALF, OFTEN, AFTER = 1.5, 300.0, 0.3, -0.5
LEAST, TIE = -2.5, 0.05
# A second name in brackets: 재닛 옐런(Janet Yellen), 손정의(일본명 손 마사요시).
_ALSO = re.compile(r"^ ?[(（](?:[가-힣]+명 |옛 이름 |예명 )?$")
# Two forms this far apart (characters) are as good as strangers to each other.
FAR = 1500


@dataclass(slots=True)
class _Who:
    """A person while the text is being read."""

    form: Form
    seen: list[int] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    organizations: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)


def resolve_people(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    titles: Sequence[Title],
    organizations: Sequence[Organization],
) -> tuple[Person, ...]:
    """The people of one article with their posts, in the order of their first mention.

    ``mentions`` may hold organisations as well; they serve as the organisations of posts. Mentions that fit two people
    alike belong to nobody.
    """
    text = article.text
    reader = Reader(text, mentions, titles)
    names = {(m.start, m.end): organization.name for organization in organizations for m in organization.mentions}
    canonical = [names.get((m.start, m.end)) for m in mentions]
    people = [i for i, mention in enumerate(mentions) if mention.kind == "person"]
    forms = {i: read_form(mentions[i].text) for i in people}
    found = _full(people, forms, mentions, reader.posts, canonical, text)
    short = [i for i in people if not any(i in who.seen for who in found)]
    _settle(short, forms, mentions, reader.posts, canonical, found)
    holders = [
        Holder(tuple(sorted(who.seen)), tuple((i, post) for i in sorted(who.seen) for post in reader.posts.get(i, ()))) for who in found
    ]
    affiliations = find_affiliations(article, sentences, mentions, canonical, holders)
    persons = []
    for who, posts in zip(found, affiliations, strict=True):
        own = tuple(mentions[i] for i in sorted(who.seen))
        name = _name(who, mentions)
        persons.append(Person(name, _aliases(name, who, mentions, reader.posts, text), posts, own))
    return tuple(sorted(persons, key=lambda person: person.mentions[0].start))


def _full(
    people: list[int],
    forms: dict[int, Form],
    mentions: Sequence[Mention],
    posts: dict[int, list[Post]],
    canonical: list[str | None],
    text: str,
) -> list[_Who]:
    """The people whose full names the text holds."""
    found: dict[str, _Who] = {}
    keys = {forms[i].key for i in people}
    tokens = {token for i in people if len(forms[i].tokens) > 1 for token in forms[i].tokens}
    runs = {run for i in people for run in forms[i].runs}
    last: int | None = None
    for i in people:
        form = forms[i]
        if last is not None and not forms[last].latin and _ALSO.match(text[mentions[last].end : mentions[i].start]):
            key = forms[last].key
            if key in found and text[mentions[i].end : mentions[i].end + 1] in (")", "·", ",", "）", "、"):
                _add(found[key], i, mentions, posts, canonical)
                continue
        last = i
        if form.is_short or form.key in runs or (len(form.tokens) == 1 and form.key in tokens):
            continue
        if form.given_of(keys):
            continue
        key = form.key
        if key not in found:
            same = [known for known in found if near(found[known].form, form)]
            key = same[0] if len(same) == 1 else key
        who = found.setdefault(key, _Who(form))
        _add(who, i, mentions, posts, canonical)
    return list(found.values())


def _add(who: _Who, i: int, mentions: Sequence[Mention], posts: dict[int, list[Post]], canonical: list[str | None]) -> None:
    who.seen.append(i)
    who.places.append(mentions[i].start)
    who.spellings[mentions[i].text] += 1
    who.posts += posts.get(i, ())
    who.organizations |= _organizations(posts.get(i, ()), canonical)


def _organizations(posts: Sequence[Post], canonical: list[str | None]) -> set[str]:
    return {name for post in posts if post.organization is not None and (name := canonical[post.organization])}


def _settle(
    short: list[int],
    forms: dict[int, Form],
    mentions: Sequence[Mention],
    posts: dict[int, list[Post]],
    canonical: list[str | None],
    found: list[_Who],
) -> None:
    """Give each short form to the person it stands for. Those with a title go first: they teach more about the people."""
    known = len(found)
    for i in sorted(short, key=lambda i: (not posts.get(i), mentions[i].start)):
        fitting = [who for who in found if forms[i].shortens(who.form)] or [who for who in found if forms[i].nearly_shortens(who.form)]
        own = posts.get(i, [])
        scored = sorted(((_fit(own, mentions[i].start, who, canonical), n) for n, who in enumerate(fitting)), reverse=True)
        if scored and scored[0][0] >= LEAST:
            if len(scored) > 1 and scored[0][0] - scored[1][0] < TIE:
                continue
            _add(fitting[scored[0][1]], i, mentions, posts, canonical)
        elif not fitting or own:
            who = _Who(forms[i])
            _add(who, i, mentions, posts, canonical)
            found.append(who)
    for who in found[known:]:
        who.seen.sort()


def _fit(own: list[Post], start: int, who: _Who, canonical: list[str | None]) -> float:
    score = 0.0
    # 씨, 후보, 내정자 tell nothing of which of two people is meant.
    own = [post for post in own if post.title.rank is not None and post.after] or [post for post in own if post.title.rank is not None]
    if own and who.posts:
        if any(same_title(a.title.name, b.title.name) for a in own for b in who.posts):
            score += SAME_TITLE
            if any(a.title.name == b.title.name for a in own for b in who.posts):
                score += EXACTLY
            former = any(post.former for post in own)
            agrees = any(b.former == former for a in own for b in who.posts if same_title(a.title.name, b.title.name))
            score += FORMER_AGREES if agrees else FORMER_DIFFERS
        else:
            walks = {post.title.kind for post in who.posts}
            alike = any(post.title.kind in walks or post.title.kind == "other" or not post.after for post in own)
            score += OTHER_TITLE if alike else OTHER_WALK
    named = _organizations(own, canonical)
    if named and who.organizations:
        score += SAME_ORGANIZATION if named & who.organizations else OTHER_ORGANIZATION
    score += OFTEN * log(len(who.seen))
    away = min((start - place for place in who.places if place < start), default=None)
    if away is None:
        return score + AFTER - NEAR * min(1.0, (min(who.places) - start) / FAR)
    return score + NEAR / (1 + away / HALF)


def _name(who: _Who, mentions: Sequence[Mention]) -> str:
    forms = Counter(mentions[i].text for i in who.seen)
    return max(forms, key=lambda text: (read_form(text).fullness, forms[text]))


def _aliases(name: str, who: _Who, mentions: Sequence[Mention], posts: dict[int, list[Post]], text: str) -> tuple[str, ...]:
    """The other forms in the text: 올트먼, 올트먼 CEO, 정 회장; a bare surname tells nobody and is left out."""
    found: dict[str, None] = {}
    for i in who.seen:
        mention = mentions[i]
        if len(mention.text) > 1 or not "가" <= mention.text <= "힣":
            found.setdefault(mention.text)
        if mention.text == name:
            continue
        for post in posts.get(i, ()):
            end = post.title.end
            if post.after and mention.end <= end <= mention.end + 14 and "\n" not in text[mention.start : end]:
                found.setdefault(text[mention.start : end])
                break
    return tuple(form for form in found if form != name)
