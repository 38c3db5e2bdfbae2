"""Who might be one: the pairs that are put before a person, why, and in which order. The names are made up."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from graphing import suggestions
from graphing.store import AffiliationRow, EntityRow, MeetingRow, Snapshot
from graphing.suggestions import ALIKE, likeness, suggest


def person(ident: int, name: str) -> EntityRow:
    return EntityRow(ident, "person", name, name.replace(" ", ""), None, 1, 1)


def firm(ident: int, name: str) -> EntityRow:
    return EntityRow(ident, "organization", name, name.replace(" ", ""), "company", 1, 0)


def snapshot(entities: list[EntityRow], posts: list[tuple[int, int]] = [], met: list[tuple[int, ...]] = []) -> Snapshot:  # noqa: B006
    held = tuple(AffiliationRow(who, where, "회장", False, 1, None, None) for who, where in posts)
    meetings = tuple(
        MeetingRow(number, number, "held", None, None, None, None, None, 0.9, "", people, (), None, None)
        for number, people in enumerate(met, 1)
    )
    return Snapshot(tuple(entities), held, meetings, 1)


def test_namesakes_are_suggested_the_likelier_the_more_they_share() -> None:
    namesakes = [person(number, "하도윤") for number in (1, 2, 3)]
    everyone = [*namesakes, person(4, "민서율"), firm(8, "가람전자"), firm(9, "나루은행")]
    found = suggest(snapshot(everyone, [(1, 8), (2, 9)], [(1, 4), (3, 4)]))
    assert [(one.one.id, one.other.id, [why.kind for why in one.reasons]) for one in found] == [
        (1, 3, ["namesake", "partner"]),
        (2, 3, ["namesake"]),
        (1, 2, ["namesake", "apart"]),
    ]
    assert found[0].reasons[1].names == ("민서율",)
    assert all(0 < one.score < 1 for one in found)


@pytest.mark.parametrize(
    ("one", "other", "posts", "met", "expected"),
    [
        ("조너선 헤일", "조나선 헤일", [], [], True),  # long names need no more than their spelling
        ("하도윤", "하도운", [], [], False),  # short ones do
        ("하도윤", "하도운", [(1, 8), (2, 8)], [], True),
        ("하도윤", "하도운", [], [(1, 3), (2, 3)], True),
        ("하도윤", "민서율", [(1, 8), (2, 8)], [], False),
        ("조너선 헤일", "조나선 헤일", [], [(1, 2)], False),  # who met each other are two
        ("하도윤", "하도윤", [], [(1, 2)], False),
    ],
)
def test_spelling(one: str, other: str, posts: list[tuple[int, int]], met: list[tuple[int, ...]], expected: bool) -> None:
    found = suggest(snapshot([person(1, one), person(2, other), person(3, "노유찬"), firm(8, "가람전자")], posts, met))
    assert bool(found) == expected


def test_organisations_too_but_never_a_person_with_one() -> None:
    found = suggest(snapshot([firm(1, "가람첨단소재산업"), firm(2, "가람첨단소재산협"), person(3, "가람첨단소재산업")]))
    assert [(one.one.id, one.other.id) for one in found] == [(1, 2)]


def test_words_of_a_trade_make_no_two_companies_one() -> None:
    """Who shares nothing but them comes last, or not at all."""
    likely = [person(1, "조너선 헤일"), person(2, "조나선 헤일"), firm(3, "가람첨단소재산업"), firm(4, "가람첨단소재산협")]
    alike = [firm(5, "다온바이오"), firm(6, "라온바이오"), firm(7, "누림투자증권"), firm(8, "두림투자증권")]
    apart = [firm(9, "가람물산"), firm(10, "아라물산")]
    found = suggest(snapshot([*alike, *apart, *likely]))
    ranked = [(one.one.id, one.other.id) for one in found]
    assert set(ranked[:2]) == {(1, 2), (3, 4)}
    assert set(ranked[2:]) == {(5, 6), (7, 8)}
    assert found[2].score < found[1].score / 1.5
    # A person with a post in both is another matter.
    shared = suggest(snapshot([person(1, "하도윤"), *alike[:2]], [(1, 5), (1, 6)]))
    assert shared[0].score > found[0].score


def test_what_somebody_has_settled_is_not_asked_again() -> None:
    assert suggest(snapshot([person(1, "하도윤"), person(2, "하도윤")]), settled=[(2, 1)]) == ()


def test_likeness_counts_letters_not_syllables() -> None:
    assert likeness("Jonathan Hale", "jonathanhale") == 1
    assert likeness("헤일", "헤밀") == pytest.approx(0.8)
    assert likeness("가", "힣") == 0


def test_names_compared_all_at_once_come_to_the_same_as_two_by_two() -> None:
    names = ["".join(parts) for parts in product(("하", "한", "허"), ("도", "조", "동", "돈", "다"), ("윤", "운", "융", "은", "인"))]
    colleagues = [person(number, name) for number, name in enumerate(names, 1)]
    found = suggest(snapshot([*colleagues, firm(1000, "가람전자")], [(one.id, 1000) for one in colleagues]), limit=100_000)
    alike = {(a.id, b.id) for a, b in combinations(colleagues, 2) if likeness(a.name, b.name) >= ALIKE}
    assert {(one.one.id, one.other.id) for one in found} == alike
    assert 100 < len(alike) < len(colleagues) ** 2 / 2


def test_a_name_is_spelt_out_once_however_many_it_is_compared_with(monkeypatch: pytest.MonkeyPatch) -> None:
    spelt: list[str] = []
    spell = suggestions._letters
    monkeypatch.setattr(suggestions, "_letters", lambda name: spelt.append(name) or spell(name))
    names = ["".join(chr(0xAC00 + step * number) for step in (53, 71, 3)) for number in range(100)]
    colleagues = [person(number, name) for number, name in enumerate(names)]
    suggest(snapshot([*colleagues, firm(1000, "가람전자")], [(one.id, 1000) for one in colleagues]))
    assert len(spelt) < 300
