"""Across articles: which appearances of a name are one person or one organisation. Pure: appearances and judgements in, groups out.

Precision first: two people falsely made one are said to have met whom they never met, while one person shown twice is mended by one
judgement. So appearances of a full name are joined where posts prove it (the same organisation, by its canonical key) or where nothing
speaks against it and only one candidate is left; namesakes at different organisations stay apart until a text names both posts of one
person, or somebody judges. The groups depend on the set of appearances alone, not on the order in which articles came, and
no group reaches beyond the appearances of one name, except by judgement: an article added touches only the names in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from graphing.lexicon import listed, table
from graphing.lexicon.words import surnames
from graphing.model import MentionKind, Person
from graphing.organizations import compact, organization_entry

Verdict = Literal["same", "different", "unsure"]

_BLANKS_AND_MARKS = re.compile(r"[\s·ㆍ∙・.\-‐'’]+")
_HANGUL = re.compile(r"[가-힣]+")
_HANJA = re.compile(r"[一-鿿]{2,4}")


class Ruling(NamedTuple):
    """What somebody judged about two appearances, named by their ids. 'unsure' changes nothing."""

    a: str
    b: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Profile:
    """All that grouping looks at: appearances with equal profiles are grouped alike, so a thousand of them cost one.

    ``id`` is made of what the profile holds; its order breaks ties. ``name`` is the key of ``person_key`` or the canonical
    key of an organisation. ``organizations`` are the canonical keys of the posts' organisations, and, for who heads a company of a
    business group, group#head: heads move within their group. ``titles`` are the posts' titles.
    ``context`` (organisations that the article names) is told only where a person has no organisation. ``appearance`` (article/…)
    is None where the profile may stand for many. ``full`` is False for a name that others surely share (a bare surname).
    """

    id: str
    kind: MentionKind
    name: str
    organizations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    appearance: str | None = None
    full: bool = True

    @property
    def article(self) -> str | None:
        """The identity of the one article that the profile comes from, else None."""
        return self.appearance.split("/", 1)[0] if self.appearance else None


def person_key(name: str) -> str:
    """The key under which a person's name is looked up: without blanks and marks, one form for the variants of the lexicon.

    Names that only the lexicon knows as one (샘 올트먼, 샘 알트만, Sam Altman) share a key; others never do by likeness.
    """
    return _established().get(_bare(name), _bare(name))


def is_full_name(name: str) -> bool:
    """Whether a name can tell one person across articles: several words, hanja, a Korean surname with a given name of one or two
    syllables (three after a surname of two), or a name that the lexicon knows. 최, 올트먼 and Altman cannot."""
    if _bare(name) in _established():
        return True
    if len(name.split()) > 1:
        return True
    if not _HANGUL.fullmatch(name):
        return bool(_HANJA.fullmatch(name))
    known = surnames()
    return (name[:1] in known and 2 <= len(name) <= 3) or (name[:2] in known and 3 <= len(name) <= 4)


def person_profile(person: Person, keys: Mapping[str, str], context: Iterable[str], appearance: str, alone: bool = False) -> Profile:
    """The profile of a person of one article.

    ``keys`` leads from the posts' organisation names to canonical keys, ``context`` are the keys of all organisations of the
    article, ``appearance`` is the identity of the article, a slash, and what tells its people apart. ``alone`` keeps the profile to
    this appearance (a namesake stands in the same article, or somebody has judged about it).
    """
    posts = [(post.organization, post.title) for post in person.affiliations if post.organization is not None]
    organizations = frozenset([keys[organization] for organization, _ in posts] + [key for post in posts for key in _headship(*post)])
    titles = frozenset(_bare(post.title) for post in person.affiliations)
    full = is_full_name(person.name)
    single = alone or not organizations or not full
    around = frozenset(context) if not organizations else frozenset()
    name = person_key(person.name)
    parts = [name, *sorted(organizations), "|", *sorted(titles), appearance if single else ""]
    return Profile("/".join(parts), "person", name, organizations, titles, around, appearance if single else None, full)


def organization_profile(key: str, appearance: str | None = None) -> Profile:
    """The profile of an organisation: its canonical key says it all. ``appearance`` keeps it to one that somebody has judged about."""
    return Profile(f"{key}/{appearance or ''}", "organization", key, appearance=appearance)


def cluster(profiles: Iterable[Profile], rulings: Iterable[Ruling] = ()) -> tuple[frozenset[str], ...]:
    """The groups of profile ids that are one person or organisation each, in order of their smallest ids.

    All profiles of a name must be given, and those that rulings join them to. 'different' outweighs 'same', rulings outweigh posts.
    """
    ordered = sorted({profile.id: profile for profile in profiles}.values(), key=lambda profile: profile.id)
    groups = _Groups(ordered, rulings)
    names: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in ordered:
        names[profile.kind, profile.name].append(profile)
    for (kind, _), namesakes in names.items():
        # Appearances that somebody has told apart choose last: they must not split those nobody doubts.
        namesakes.sort(key=lambda profile: (groups.contested(profile.id), profile.id))
        if kind == "organization":
            for other in namesakes[1:]:
                groups.join(namesakes[0].id, other.id)
        else:
            _group_people([person for person in namesakes if person.full], groups)
    return groups.all()


def _group_people(people: list[Profile], groups: _Groups) -> None:
    """Joins the appearances of one full name: first those with a common organisation, then those of whom no text tells one."""
    first: dict[str, str] = {}
    posted = [person for person in people if person.organizations]
    for person in posted:
        for organization in sorted(person.organizations):
            groups.join(first.setdefault(organization, person.id), person.id)
    known: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    for person in posted:
        for organization in person.organizations:
            known[organization].add(groups.root(person.id))
        titles[groups.root(person.id)] |= person.titles
    joins: list[tuple[str, str]] = []
    left: list[Profile] = []
    for person in people:
        if person.organizations:
            continue
        hits = {root for organization in person.context for root in known.get(organization, ())}
        if not hits and len(titles) == 1:
            hits = {root for root, held in titles.items() if not person.titles or person.titles & held}
        if len(hits) == 1:
            joins.append((hits.pop(), person.id))
        else:
            left.append(person)
    for a, b in joins:
        groups.join(a, b)
    _group_unposted(left, set().union(*titles.values()), groups, alone=not posted)


def _group_unposted(people: list[Profile], taken: set[str], groups: _Groups, alone: bool) -> None:
    """Joins people without organisations by titles that are not ``taken`` by a namesake with an organisation; those without title only
    where nobody else bears the name (``alone``: no namesake has an organisation)."""
    first: dict[str, str] = {}
    titled = [person for person in people if person.titles - taken]
    for person in titled:
        for title in sorted(person.titles - taken):
            groups.join(first.setdefault(title, person.id), person.id)
    if not alone or len({groups.root(person.id) for person in titled}) > 1:
        return
    bare = [person for person in people if not person.titles]
    anchor = (titled or bare)[:1]
    for person in bare:
        groups.join(anchor[0].id, person.id)


class _Groups:
    """Disjoint sets of profiles that refuse to join what a ruling or an article keeps apart."""

    def __init__(self, profiles: list[Profile], rulings: Iterable[Ruling]) -> None:
        self._parent = {profile.id: profile.id for profile in profiles}
        self._members = {profile.id: {profile.id} for profile in profiles}
        self._articles = {profile.id: {profile.article} - {None} if profile.kind == "person" else set() for profile in profiles}
        self._opposed: dict[str, set[str]] = {profile.id: set() for profile in profiles}
        known = sorted(ruling for ruling in set(rulings) if {ruling.a, ruling.b} <= self._parent.keys())
        for a, b, verdict in known:
            if verdict == "different":
                self._opposed[a].add(b)
                self._opposed[b].add(a)
        self._contested = {profile for profile, others in self._opposed.items() if others}
        for a, b, verdict in known:
            if verdict == "same":
                self.join(a, b, judged=True)

    def contested(self, profile: str) -> bool:
        return profile in self._contested

    def root(self, profile: str) -> str:
        while (parent := self._parent[profile]) != profile:
            self._parent[profile] = self._parent[parent]
            profile = parent
        return profile

    def join(self, a: str, b: str, judged: bool = False) -> None:
        a, b = self.root(a), self.root(b)
        if a == b or self._opposed[a] & self._members[b] or self._opposed[b] & self._members[a]:
            return
        # Within an article its own resolution stands: it had the whole text before it.
        if not judged and self._articles[a] & self._articles[b]:
            return
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._parent[b] = a
        self._members[a] |= self._members.pop(b)
        self._articles[a] |= self._articles.pop(b)
        self._opposed[a] |= self._opposed.pop(b)

    def all(self) -> tuple[frozenset[str], ...]:
        return tuple(sorted((frozenset(members) for members in self._members.values()), key=min))


def _headship(organization: str, title: str) -> tuple[str, ...]:
    """group#head where the post heads a company of a business group that the lexicon knows."""
    entry = organization_entry(organization)
    return (f"{compact(entry.group)}#head",) if entry and entry.group and title in _heads() else ()


def _bare(name: str) -> str:
    return _BLANKS_AND_MARKS.sub("", unicodedata.normalize("NFC", name)).casefold()


@cache
def _established() -> Mapping[str, str]:
    """Bare form → key of the people that the lexicon knows under several names. A form of two people leads to neither."""
    keys: dict[str, set[str]] = defaultdict(set)
    for row in table("people"):
        for form in (row["korean"], *listed(row["aliases"]), row["english"]):
            if form:
                keys[_bare(form)].add(_bare(row["korean"]))
    return {form: min(names) for form, names in keys.items() if len(names) == 1}


@cache
def _heads() -> frozenset[str]:
    """The titles of who heads an organisation (executives of rank 1 in the lexicon)."""
    return frozenset(row["title"] for row in table("titles") if row["rank"] == "1" and row["kind"] == "executive")
