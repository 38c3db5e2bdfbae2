"""Which found name is which right one, and which found meeting is which right one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from graphing.evaluate.answers import Answers, Encounter, Entity
from graphing.lexicon import table

# A member of a meeting: ("P", a person) or ("O", an organisation whose people are unnamed). A name no answer holds begins with '?'.
Member = tuple[str, str]
Members = frozenset[Member]

_UNTELLING = re.compile(r"㈜|\(주\)|주식회사|[\s·ㆍ∙()'’‘\"“”-]")
# At least this Jaccard overlap of members makes a found meeting the right one.
SHARED = 0.5


def plain(name: str | None) -> str:
    """A name without what does not tell names apart: blanks, middle dots, brackets, quotation marks, case."""
    return _UNTELLING.sub("", name or "").lower()


@cache
def _titles() -> tuple[str, ...]:
    return ("씨", "Mr", "Mr.", *(row["title"] for row in table("titles")))


def is_short(form: str) -> bool:
    """Whether a form ends in a title ('최 회장', '올트먼 CEO'): nobody should be filed under it."""
    return form.strip().endswith(_titles()) and len(plain(form)) > 1


def forms(one: Entity, *, whole: bool = False) -> frozenset[str]:
    """The plain forms of an entity; ``whole``: without those that end in a title."""
    return frozenset(plain(form) for form in (one.name, *one.forms) if plain(form) and not (whole and form != one.name and is_short(form)))


def paired(found: Sequence[Entity], right: Sequence[Entity]) -> dict[str, str]:
    """Found name → right name, one to one; equal names first, then by the other forms."""
    pairs: dict[str, str] = {}
    taken: set[str] = set()

    def equal(a: Entity, b: Entity) -> bool:
        return plain(a.name) == plain(b.name)

    def alike(a: Entity, b: Entity) -> bool:
        return plain(a.name) in forms(b, whole=True) or (plain(b.name) in forms(a) and not is_short(a.name))

    for agree in (equal, alike):
        for one in found:
            if one.name in pairs:
                continue
            other = next((other for other in right if other.name not in taken and agree(one, other)), None)
            if other is not None:
                pairs[one.name] = other.name
                taken.add(other.name)
    return pairs


def by_form(organizations: Iterable[Entity]) -> Callable[[str], str | None]:
    """A look-up: a form → the name of the first organisation that has it."""
    names: dict[str, str] = {}
    for one in organizations:
        for form in forms(one):
            names.setdefault(form, one.name)
    return lambda form: names.get(plain(form))


class Names:
    """Found names as the right answers call them; those that they don't know get a '?' before them."""

    def __init__(self, found: Answers, right: Answers) -> None:
        self._people = paired(found.people, right.people)
        self._organizations = paired(found.organizations, right.organizations)
        self._by_form = by_form(right.organizations)
        self._forms = [forms(one) for one in (*right.organizations, *found.organizations)]

    def person(self, name: str) -> str:
        return self._people.get(name, "?" + name)

    def listed(self, name: str) -> str:
        """A found organisation, as one of the found list."""
        return self._organizations.get(name, "?" + name)

    def organization(self, name: str) -> str:
        """An organisation of a post or a side: in the answers' form also where it was found under another."""
        return self._organizations.get(name) or self._by_form(name) or "?" + name

    def right(self, name: str) -> str:
        """An organisation of the right answers by its first name there."""
        return self._by_form(name) or name

    def same(self, one: str, other: str) -> bool:
        """Whether two forms name one organisation, by the right answers or by the found ones."""
        a, b = plain(one), plain(other)
        return a == b or any(a in known and b in known for known in self._forms)

    def found_members(self, meeting: Encounter) -> Members:
        return frozenset(
            [("P", self.person(name)) for name in meeting.participants] + [("O", self.organization(name)) for name in meeting.orgs]
        )

    def right_members(self, meeting: Encounter) -> Members:
        return frozenset([("P", name) for name in meeting.participants] + [("O", self.right(name)) for name in meeting.orgs])


Told = tuple[Encounter, Members]


def aligned(found: Sequence[Told], right: Sequence[Told]) -> list[tuple[int, int]]:
    """Pairs (index found, index right) of equal status that share at least half of their members; the best overlap first."""
    options = []
    for i, (one, members) in enumerate(found):
        for j, (other, expected) in enumerate(right):
            both = members | expected
            if one.status == other.status and members and expected and len(members & expected) >= SHARED * len(both):
                options.append((len(members & expected) / len(both), one.date == other.date, -i, -j))
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in sorted(options, reverse=True):
        if all(-i != a and -j != b for a, b in pairs):
            pairs.append((-i, -j))
    return pairs
