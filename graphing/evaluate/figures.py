"""The figures: how much of what is right was found, and how much of what was found is right, by field.

====================  ================================================================================================
people                people found under the right full name
organizations         companies and agencies, likewise
roles                 (person, organisation) pairs of posts
titles                share of the right pairs whose title is right too
encounters            meetings of the right status that share at least half of their members with a right one, one to one
strict                meetings with exactly the right members, status and date
attendance            (meeting, member) pairs of matched meetings; of the unmatched ones all members are missed or false
dated                 the same, of matched meetings whose date is right
edges                 (one, other, status): who met whom
date, place           share of the matched meetings with the right date / an agreeing place
evidence              share of the matched meetings whose evidence overlaps the annotated one
splits                share of the articles of pages with several whose both borders were found (within 40 characters)
P spans, O spans      mentions of people / organisations, exact ranges, where mentions are annotated
====================  ================================================================================================

All are micro-averages over the articles. F1 is 0 where nothing was found and nothing was there to be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from graphing.evaluate.answers import Answers, joined
from graphing.evaluate.corpus import Annotated
from graphing.evaluate.matching import Names, Told, aligned, plain

FIELDS = (
    "people", "organizations", "roles", "titles", "encounters", "strict", "attendance", "dated", "edges", "date", "place", "evidence",
    "splits", "P spans", "O spans",
)  # fmt: skip
# Characters by which a border of an article may be off.
BORDER = 40


@dataclass
class Tally:
    """How many were right and found, found only, and right only."""

    both: int = 0
    found_only: int = 0
    right_only: int = 0

    @property
    def n(self) -> int:
        """How many there are by the right answers."""
        return self.both + self.right_only

    @property
    def precision(self) -> float:
        return self.both / (self.both + self.found_only) if self.both + self.found_only else 0.0

    @property
    def recall(self) -> float:
        return self.both / self.n if self.n else 0.0

    @property
    def f1(self) -> float:
        total = 2 * self.both + self.found_only + self.right_only
        return 2 * self.both / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """One field: a share of ``n``, or F1 with precision and recall, of ``n`` right ones. All in 0–1."""

    field: str
    n: int
    value: float
    precision: float | None = None
    recall: float | None = None


@dataclass(frozen=True, slots=True)
class Miss:
    """Something right that was not found (sign '-') or something found that is not right ('+')."""

    article: str
    field: str
    sign: str
    what: str

    def __str__(self) -> str:
        return f"{self.article}\t{self.field}\t{self.sign}\t{self.what}"


@dataclass
class Scores:
    """Counts over the documents added so far; ``judged`` holds (certainty, whether it is right) of every meeting found."""

    counted: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, list[int]] = field(default_factory=dict)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)
    articles: int = 0

    def add(self, annotated: Annotated, found: Sequence[Answers]) -> None:
        """Count what was found in one document, article by article."""
        pieces: list[list[Answers]] = [[] for _ in annotated.answers]
        for one in found:
            shared = [min(one.end, right.end) - max(one.start, right.start) for right in annotated.answers]
            pieces[max(range(len(shared)), key=shared.__getitem__)].append(one)
        several = len(annotated.answers) > 1
        for number, right in enumerate(annotated.answers):
            self.articles += 1
            label = f"{annotated.name}#{number + 1}" if several else annotated.name
            if several:
                self._share("splits", any(abs(o.start - right.start) <= BORDER and abs(o.end - right.end) <= BORDER for o in found))
            self._article(label, joined(pieces[number]), right, annotated.document.text)

    def include(self, other: Scores) -> None:
        """Count what another has counted."""
        for name, tally in other.counted.items():
            own = self.counted.setdefault(name, Tally())
            own.both += tally.both
            own.found_only += tally.found_only
            own.right_only += tally.right_only
        for name, (hits, n) in other.shares.items():
            share = self.shares.setdefault(name, [0, 0])
            share[0] += hits
            share[1] += n
        self.judged += other.judged
        self.misses += other.misses
        self.articles += other.articles

    def figures(self) -> tuple[Figures, ...]:
        """The figures of all fields that there is something to tell of, in the order of the table above."""
        counted = (Figures(name, t.n, t.f1, t.precision, t.recall) for name, t in self.counted.items())
        shares = (Figures(name, n, hits / n) for name, (hits, n) in self.shares.items() if n)
        known = {one.field: one for one in (*counted, *shares)}
        return tuple(known[name] for name in FIELDS if name in known)

    def _article(self, label: str, found: Answers, right: Answers, text: str) -> None:
        if right.spans is not None:
            for kind, many in (("P", found.people), ("O", found.organizations)):
                spans = frozenset(span for one in many for span in one.mentions)
                self._count(label, f"{kind} spans", spans, right.spans[kind], lambda span: f"{span[0]}–{span[1]} {text[slice(*span)]}")
        if right.spans_only:
            return
        names = Names(found, right)
        self._count(label, "people", {names.person(one.name) for one in found.people}, {one.name for one in right.people})
        found_organizations = {names.listed(one.name) for one in found.organizations}
        self._count(label, "organizations", found_organizations, {one.name for one in right.organizations})
        self._roles(label, names, found, right)
        self._meetings(label, names, found, right)

    def _roles(self, label: str, names: Names, found: Answers, right: Answers) -> None:
        expected = {(one.name, names.right(role.organization)): role.title for one in right.people for role in one.roles}
        told: dict[tuple[str, str], str] = {}
        for one in found.people:
            for role in one.roles:
                organization = names.organization(role.organization)
                key = (names.person(one.name), role.organization if organization.startswith("?") else organization)
                for other in expected:
                    if other[0] == key[0] and names.same(other[1], role.organization):
                        key = other
                told[key] = role.title
        self._count(label, "roles", set(told), set(expected))
        for key in told.keys() & expected.keys():
            a, b = plain(told[key]), plain(expected[key])
            self._share("titles", a == b or bool(a and b and (a in b or b in a)))

    def _meetings(self, label: str, names: Names, found: Answers, right: Answers) -> None:
        told = [(meeting, names.found_members(meeting)) for meeting in found.meetings]
        expected = [(meeting, names.right_members(meeting)) for meeting in right.meetings]
        self._count(label, "edges", _edges(told), _edges(expected))
        pairs = aligned(told, expected)
        self._compare("encounters", len(pairs), len(told), len(expected))
        same_date = [(i, j) for i, j in pairs if told[i][0].date == expected[j][0].date]
        self._compare("strict", sum(told[i][1] == expected[j][1] for i, j in same_date), len(told), len(expected))
        matched = {i for i, _ in pairs}
        self.judged += [(meeting.certainty, i in matched) for i, (meeting, _) in enumerate(told)]
        for name, kept in (("attendance", pairs), ("dated", same_date)):
            shared = {(i, j): told[i][1] & expected[j][1] for i, j in kept}
            self._compare(name, sum(map(len, shared.values())), sum(len(m) for _, m in told), sum(len(m) for _, m in expected))
            for sign, many, side in (("-", expected, 1), ("+", told, 0)):
                for number, (meeting, members) in enumerate(many):
                    hit = frozenset(member for pair, both in shared.items() if pair[side] == number for member in both)
                    what = f"{meeting.status} {meeting.date}: "
                    self.misses += [Miss(label, name, sign, what + member) for _, member in sorted(members - hit)]
        for i, j in pairs:
            one, other = told[i][0], expected[j][0]
            self._share("date", one.date == other.date)
            if other.place:
                a, b = plain(one.place), plain(other.place)
                self._share("place", bool(a and (a in b or b in a)))
            self._share("evidence", any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence))

    def _count(self, label: str, name: str, found: AbstractSet[Any], right: AbstractSet[Any], tell: Callable[[Any], str] = str) -> None:
        self._compare(name, len(found & right), len(found), len(right))
        for sign, left in (("-", right - found), ("+", found - right)):
            self.misses += [Miss(label, name, sign, tell(one)) for one in sorted(left, key=str)]

    def _compare(self, name: str, both: int, found: int, right: int) -> None:
        tally = self.counted.setdefault(name, Tally())
        tally.both += both
        tally.found_only += found - both
        tally.right_only += right - both

    def _share(self, name: str, hit: bool) -> None:
        share = self.shares.setdefault(name, [0, 0])
        share[0] += hit
        share[1] += 1


def _edges(meetings: Iterable[Told]) -> frozenset[tuple[object, ...]]:
    """Pairs of members of which one is a person, with the status."""
    pairs = ((one.status, *pair) for one, members in meetings for pair in combinations(sorted(members), 2))
    return frozenset(edge for edge in pairs if "P" in (edge[1][0], edge[2][0]))
