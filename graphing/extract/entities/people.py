"""Mentions of people to the people of one article: 정 회장, 올트먼 CEO, 李 to the full name that each stands for.

A short form goes to the best of the full names it can shorten, judged by title, organisation, 전 and nearness; where two fit
alike it goes to nobody. A short form that no full name explains is a person of its own, named by it; a surname or a
letter with 씨 is nobody (김모(33)씨, A씨): the text keeps the name back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from graphing.extract.entities.forms import Form, near, read_form
from graphing.extract.entities.organizations import resolve_organizations
from graphing.extract.posts.affiliations import find_affiliations
from graphing.extract.posts.finding import Post, Reader
from graphing.extract.posts.owners import Holder
from graphing.extract.posts.titles import Title, same_title
from graphing.model import Article, Mention, Organization, Person, Sentence

__all__ = ["resolve_organizations", "resolve_people", "unnamed_people"]

# Weights of what makes a short form another mention of somebody; set on an annotated corpus, in steps of one half.
SAME_TITLE, EXACTLY, OTHER_TITLE, OTHER_WALK = 4.0, 1.0, -1.5, -4.0
SAME_ORGANIZATION, OTHER_ORGANIZATION = 3.0, -2.0
FORMER_AGREES, FORMER_DIFFERS = 0.5, -0.5
# A mention nearby counts up to NEAR and half of it HALF characters away; OFTEN counts with the logarithm of the mentions so far.
NEAR, HALF, OFTEN, AFTER = 1.5, 300.0, 0.3, -0.5
LEAST, TIE = -2.5, 0.05
# A second name in brackets: 재닛 옐런(Janet Yellen), 손정의(일본명 손 마사요시).
_ALSO = re.compile(r"^ ?[(（](?:[가-힣]+명 |옛 이름 |예명 )?$")
_OTHER_NAME = re.compile(r"[(（](?:[가-힣]+명|옛 이름) $")
# After a letter or a surname: 김모(33)씨, A씨, 김씨 of whom the text tells no name.
_UNNAMED = re.compile(r"(?:모|某)?(?: ?\([^()\n]{1,14}\))? ?(?:씨|군|양)")
# Two forms this far apart (characters) are as good as strangers to each other.
FAR = 1500
# Between the name and the title of an alias: 정 회장, 정 전 회장.
_BESIDE = re.compile(" ?(?:[전前] ?|당시 )?")


@dataclass(slots=True)
class _Who:
    """A person while the text is being read."""

    form: Form
    seen: list[int] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    organizations: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)


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
    names = {(m.start, m.end): organization.name for organization in organizations for m in organization.mentions}
    canonical = [names.get((m.start, m.end)) for m in mentions]
    reading = _Reading(article.text, mentions, Reader(article.text, mentions, titles).posts, canonical)
    found = reading.people()
    holders = [
        Holder(tuple(sorted(who.seen)), tuple((i, post) for i in sorted(who.seen) for post in reading.posts.get(i, ()))) for who in found
    ]
    affiliations = find_affiliations(article, sentences, mentions, canonical, holders)
    persons = []
    for who, posts in zip(found, affiliations, strict=True):
        name = reading.name(who)
        own = tuple(mentions[i] for i in sorted(who.seen))
        persons.append(Person(name, reading.aliases(name, who), posts, own))
    return tuple(sorted(persons, key=lambda person: person.mentions[0].start))


def unnamed_people(text: str, mentions: Sequence[Mention], people: Sequence[Person]) -> tuple[Person, ...]:
    """Those whose names the text keeps back, by the surname or letter it calls them: A씨, 김모(33)씨, 김씨; in the order of the text.

    ``people`` are those of ``resolve_people``; a 김씨 who is one of them is not told again.
    """
    told = {(mention.start, mention.end) for person in people for mention in person.mentions}
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.kind == "person" and (mention.start, mention.end) not in told and keeps_back(text, mention):
            found.setdefault(mention.text, []).append(mention)
    return tuple(Person(form, mentions=tuple(places)) for form, places in found.items())


def keeps_back(text: str, mention: Mention) -> bool:
    """Whether a mention is a surname or a letter that names nobody: 김모(33)씨, A씨, 김씨."""
    return mention.end - mention.start == 1 and _UNNAMED.match(text, mention.end) is not None


@dataclass(slots=True)
class _Reading:
    """One article's mentions with their posts, and who they are."""

    text: str
    mentions: Sequence[Mention]
    posts: dict[int, list[Post]]
    canonical: list[str | None]

    def people(self) -> list[_Who]:
        """Everybody the mentions name, with the mentions that are theirs."""
        order = [i for i, mention in enumerate(self.mentions) if mention.kind == "person" and any(map(str.isalpha, mention.text))]
        forms = {i: read_form(self.mentions[i].text) for i in order}
        spelt: dict[int, int] = {}
        found = self._full(order, forms, spelt)
        placed = {i for who in found for i in who.seen}
        self._settle([i for i in order if i not in placed and i not in spelt], forms, found)
        for i, last in spelt.items():
            who = next((who for who in found if last in who.seen), None)
            if who is not None:
                self._add(who, i)
        return found

    def _full(self, order: list[int], forms: dict[int, Form], spelt: dict[int, int]) -> list[_Who]:
        """The people whose full names the text holds. ``spelt`` is filled with what only writes the short form before it once more."""
        found: dict[str, _Who] = {}
        keys = {form.key for form in forms.values()}
        parts = {part for form in forms.values() if len(form.tokens) > 1 for part in (*form.tokens, *form.runs)}
        parts |= {form.family for form in forms.values()}
        # full names by number of words and first letter, in which spellings of one name agree
        like: dict[tuple[int, str], list[str]] = {}
        last: int | None = None
        for i in order:
            form = forms[i]
            if last is not None and self._also(last, i, forms):
                if forms[last].key in found:
                    self._add(found[forms[last].key], i)
                else:
                    spelt[i] = last
                continue
            last = i
            if form.is_short or form.key in parts or form.given_of(keys):
                continue
            key = form.key
            if key not in found:
                same = [known for known in like.get((len(form.tokens), form.key[0]), ()) if near(found[known].form, form)]
                key = same[0] if len(same) == 1 else key
                if key == form.key:
                    like.setdefault((len(form.tokens), form.key[0]), []).append(key)
            self._add(found.setdefault(key, _Who(form)), i)
        return list(found.values())

    def _also(self, last: int, i: int, forms: dict[int, Form]) -> bool:
        """Whether mention ``i`` stands in brackets right after ``last`` as another name of the same person."""
        here, before = self.mentions[i], self.mentions[last]
        if forms[last].latin or here.start - before.end > 12 or not _ALSO.match(self.text[before.end : here.start]):
            return False
        return self.text[here.end : here.end + 1] in (")", "·", ",", "）", "、")

    def _add(self, who: _Who, i: int) -> None:
        own = self.posts.get(i, [])
        who.seen.append(i)
        who.places.append(self.mentions[i].start)
        who.posts += own
        who.organizations |= self._organizations(own)

    def _organizations(self, posts: Sequence[Post]) -> set[str]:
        return {name for post in posts if post.organization is not None and (name := self.canonical[post.organization])}

    def _settle(self, short: list[int], forms: dict[int, Form], found: list[_Who]) -> None:
        """Give each short form to the person it stands for. Those with a title go first: they teach more about the people."""
        by_short: dict[str, list[_Who]] = {}
        for who in found:
            for key in who.form.shorts:
                by_short.setdefault(key, []).append(who)
        for i in sorted(short, key=lambda i: (not self.posts.get(i), self.mentions[i].start)):
            form, own = forms[i], self.posts.get(i, [])
            fitting = [who for who in by_short.get(form.key, ()) if form.shortens(who.form)]
            fitting = fitting or [who for who in found if form.nearly_shortens(who.form)]
            scored = sorted(((self._fit(i, own, who), n) for n, who in enumerate(fitting)), reverse=True)
            # In Latin letters no two families share their short form by chance: Chey, who also heads the chamber, is Chey Tae-won of SK.
            if scored and (scored[0][0] >= LEAST or (form.latin and len(scored) == 1)):
                if len(scored) == 1 or scored[0][0] - scored[1][0] >= TIE:
                    self._add(fitting[scored[0][1]], i)
            elif (not fitting or own) and not keeps_back(self.text, self.mentions[i]):
                who = _Who(form)
                self._add(who, i)
                found.append(who)
                for key in form.shorts:
                    by_short.setdefault(key, []).append(who)

    def _fit(self, i: int, own: list[Post], who: _Who) -> float:
        """How well mention ``i`` with the posts ``own`` beside it stands for ``who``; see the weights above."""
        start = self.mentions[i].start
        score = OFTEN * log(len(who.seen)) + _agreement(own, who)
        named = self._organizations(own)
        if named and who.organizations:
            score += SAME_ORGANIZATION if named & who.organizations else OTHER_ORGANIZATION
        away = min((start - place for place in who.places if place < start), default=None)
        if away is None:
            return score + AFTER - NEAR * min(1.0, (min(who.places) - start) / FAR)
        return score + NEAR / (1 + away / HALF)

    def name(self, who: _Who) -> str:
        """The fullest form, the commonest of several; not another name that stands in brackets: 손정의(일본명 마사요시 손)."""
        starts = ((i, self.mentions[i].start) for i in who.seen)
        own = [i for i, start in starts if not _OTHER_NAME.search(self.text, max(0, start - 10), start)]
        forms = Counter(self.mentions[i].text for i in own or who.seen)
        return max(forms, key=lambda text: (read_form(text).fullness, forms[text]))

    def aliases(self, name: str, who: _Who) -> tuple[str, ...]:
        """The other forms in the text: 올트먼, 올트먼 CEO, 정 회장; a bare surname tells nobody and is left out."""
        found: dict[str, None] = {}
        for i in sorted(who.seen):
            mention = self.mentions[i]
            if len(mention.text) > 1 or not "가" <= mention.text <= "힣":
                found.setdefault(mention.text)
            if mention.text == name:
                continue
            for post in self.posts.get(i, ()):
                if post.after and _BESIDE.fullmatch(self.text, mention.end, post.title.start):
                    found.setdefault(self.text[mention.start : post.title.end])
                    break
        return tuple(form for form in found if form != name)


def _agreement(own: list[Post], who: _Who) -> float:
    """What the titles beside a short form say for ``who``. 씨, 후보, 내정자 say nothing of which of two people is meant."""
    ranked = [post for post in own if post.title.rank is not None]
    ranked = [post for post in ranked if post.after] or ranked
    theirs = [post for post in who.posts if post.title.rank is not None]
    if not ranked or not theirs:
        return 0.0
    same = [(a, b) for a in ranked for b in theirs if same_title(a.title.name, b.title.name)]
    if same:
        exactly = EXACTLY if any(a.title.name == b.title.name for a, b in same) else 0.0
        former = any(post.former for post in ranked)
        return SAME_TITLE + exactly + (FORMER_AGREES if any(b.former == former for _, b in same) else FORMER_DIFFERS)
    walks = {post.title.kind for post in theirs}
    alike = any(post.title.kind in walks or post.title.kind == "other" or not post.after for post in ranked)
    return OTHER_TITLE if alike else OTHER_WALK
