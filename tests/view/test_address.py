"""The address: what is seen goes in and comes out whole, and nonsense is passed over."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from graphing.view import address, fields
from graphing.view.address import read, written
from graphing.view.session import Choice, Key


class Params(dict[str, str]):
    """The address as Streamlit hands it out."""

    def to_dict(self) -> dict[str, str]:
        return dict(self)

    def from_dict(self, told: dict[str, str]) -> None:
        self.clear()
        self.update(told)


SEEN: dict[Key, Any] = {
    Key.LANGUAGE: "en", Key.READING: "around", Key.AROUND: 33, Key.STEPS: 3, Key.CHOICE: Choice("edge", "met:3:7"), Key.OPENED: (4, 120),
    Key.TEXT: "위성 통신", Key.PEOPLE: [3, 5], Key.GROUPS: ["가나그룹"], Key.PLACES: ["한빛호텔", "남산 클럽"], Key.WITHOUT: ["가상일보"],
    Key.STATUSES: ["held"], Key.KINDS: ["person"], Key.COUNTERPARTS: ["agency"], Key.CERTAINTY: 80, Key.OFTEN: 3,
    Key.RANGE: [19723, 20122], Key.WINDOW: [19700.5, 20200.25], Key.LANES: "company", Key.TABLE: "meetings",
    Key.ORDER: "-certainty", Key.SOUGHT: "한빛 호텔",
}  # fmt: skip


def test_what_is_seen_comes_back_whole() -> None:
    told = written(SEEN)
    assert {key: read(told)[key] for key in SEEN} == SEEN
    assert told["dates"] == "2024-01-01~2025-02-03"
    assert written(read(told)) == told


@pytest.mark.parametrize(("told", "days"), [("2024-01-01~", [19723, 47846]), ("~2025-02-03", [-25567, 20122])])
def test_an_end_that_is_left_open_is_open_in_the_address(told: str, days: list[int]) -> None:
    assert read({"dates": told})[Key.RANGE] == days
    assert written({Key.RANGE: days}) == {"dates": told}
    # As addresses of before have it.
    assert written(read({"dates": f"{told}2100-12-31" if told.endswith("~") else f"1900-01-01{told}"})) == {"dates": told}


@pytest.mark.parametrize("key", list(SEEN))
def test_each_part_alone_comes_back(key: Key) -> None:
    assert read(written({key: SEEN[key]}))[key] == SEEN[key]
    assert len(written({key: SEEN[key]})) == 1


@pytest.mark.parametrize("places", [["서울~부산 열차"], ["~", "가~"], ["가", "~가"], ["100%", "100%~"], ["%7E", "%257E~%25"], ["가%2"]])
def test_what_stands_between_choices_may_stand_in_one(places: list[str]) -> None:
    for key in (Key.PLACES, Key.OUTLETS, Key.GROUPS):
        assert read(written({key: places}))[key] == places


@pytest.mark.parametrize(("told", "places"), [("서울~부산", ["서울", "부산"]), ("100%~서울", ["100%", "서울"]), ("가~~나", ["가", "나"])])
def test_addresses_of_before_read_as_they_did(told: str, places: list[str]) -> None:
    assert read({"place": told})[Key.PLACES] == places


def test_what_is_as_at_first_is_not_told() -> None:
    assert written({}) == {}
    assert written(read({})) == {}
    assert written({Key.STATUSES: [], Key.RANGE: None, Key.TEXT: ""}) == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("view", "nonsense"), ("choice", "person"), ("choice", "edge:nonsense"), ("choice", "nobody:3"), ("who", "x"),
        ("dates", "2024-13-01~x"),
        ("dates", "2024-01-01"), ("dates", "~"), ("dates", "1900-01-01~2100-12-31"),
        ("zoom", "5~3"), ("zoom", "1e8~2e8"), ("zoom", "1~inf"), ("zoom", "-inf~3"), ("zoom", "nan~3"), ("zoom", "1~nan"),
        ("zoom", "1e300~2e300"), ("status", "held~nonsense"), ("sure", "much"), ("lang", "xx"), ("open", "x.y"),
        ("drawn", "-5"), ("guests", "-5"),
        ("sort", "-1"), ("status", "~"), ("kind", ""), ("open", "0.5"), ("open", f"{2**63}.5"), ("around", f"{2**63}"), ("around", "-3"),
    ],
)  # fmt: skip
def test_nonsense_is_passed_over(name: str, value: str) -> None:
    assert written(read({name: value})) == {}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("dates", "2024", "2024-01-01~2024-12-31"), ("often", "much", "1, 2, 3 …"), ("often", "0", "1, 2, 3 …"), ("sure", "101", "0–100"),
        ("steps", "4", "1, 2, 3"), ("status", "held~met", "held~planned~cancelled"),
        ("view", "graph", "people, companies, meetings, around"),
        ("who", "이재용", "3~12"), ("around", "x", "12"), ("lang", "de", "ko, en"),
        ("drawn", "-5", "240"), ("guests", "-5", "240"), ("guests", "many", "240"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told_with_what_would_be(name: str, value: str, expected: str) -> None:
    assert fields.ignored(address._FIELDS, {name: value, "q": "위성"}) == [(f"{name}={value}", expected)]


def test_each_part_that_can_be_told_badly_says_what_is_expected_and_what_is_told_well_is_no_fault() -> None:
    nonsense = {one.name: "~!" for one in address._FIELDS}
    assert all(expected for _, expected in fields.ignored(address._FIELDS, nonsense))
    told = written(SEEN)
    assert fields.ignored(address._FIELDS, told) == []
    for name, expected in ((one.name, one.expected) for one in address._FIELDS if one.expected and "–" not in one.expected):
        for example in expected.removesuffix(" …").split(", "):
            assert fields.ignored(address._FIELDS, {name: example}) == [], "what is expected is understood"


@given(st.dictionaries(st.sampled_from(["view", "choice", "q", "who", "dates", "zoom", "often", "open", "lanes"]), st.text(max_size=30)))
def test_no_address_breaks_the_page(asked: dict[str, str]) -> None:
    told = written(read(asked))
    assert written(read(told)) == told


def test_steps_are_counted_while_they_can_be_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[Any, Any] = {Key.ADDRESS: {}}
    monkeypatch.setattr(address.st, "session_state", state)
    monkeypatch.setattr(address.st, "query_params", Params())
    for steps, lanes in enumerate(("person", "company"), 1):
        state[Key.LANES] = lanes
        address.leave()
        assert state[Key.WALKED] == steps
    for left in (1, 0):
        address.undo()
        address.leave()
        assert state[Key.WALKED] == left
    assert state[Key.LANES] is None


def test_a_way_home_that_is_broken_off_forgets_nothing() -> None:
    def script() -> None:
        import streamlit  # noqa: PLC0415

        from graphing.view import address, session  # noqa: PLC0415

        address.arrive()
        # Broken off here, before the address was written, and begun again.
        address.arrive()
        address.leave()
        streamlit.text(session.language())

    app = AppTest.from_function(script)
    app.session_state[Key.LANGUAGE] = "en"
    app.session_state[Key.ADDRESS] = {"lang": "en"}
    app.session_state[Key.AWAY] = True
    app.run()
    assert app.text[0].value == "en"
    assert app.query_params["lang"] in ("en", ["en"])
