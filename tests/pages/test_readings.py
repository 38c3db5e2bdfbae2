"""Readings, filters and the address on the home page, run by Streamlit's own test harness."""

from __future__ import annotations

import pytest
from mounting import chooser, counted, edges, mounted, network, node, opened, proofs, shown
from streamlit.testing.v1 import AppTest

from graphing.view import chooser as lists
from graphing.view import controls, projection
from graphing.view import scene as scenes
from graphing.view.session import Choice, Key


def test_four_readings_of_the_same_meetings(database: str) -> None:
    app = opened()
    assert set(network(app)["kind"]) == {"person", "company", "agency"}
    app.session_state[Key.READING] = "companies"
    app.run()
    assert set(network(app)["label"]) == {"가람전자", "누리통신", "라온은행", "전파진흥원"}
    assert set(edges(app)["kind"]) == {"firms"}
    app.session_state[Key.READING] = "meetings"
    app.run()
    assert network(app)["kind"].count("meeting") == 5
    assert {"가람전자", "누리통신", "2025.03.04 한빛호텔"} <= set(network(app)["label"])
    assert set(edges(app)["kind"]) == {"spoke", "post"}
    assert not app.exception


def test_a_meeting_that_is_not_among_the_busiest_is_drawn_once_it_is_chosen(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("CROWD", "DRAWN"):
        monkeypatch.setattr(projection, limit, 6)
    monkeypatch.setattr(controls, "DRAWN", 6)
    there = {one for one in network(opened(view="meetings", drawn="6"))["id"] if one.startswith("-")}
    absent = next(str(one) for one in range(1, 6) if f"-{one}" not in there)
    app = opened(view="meetings", drawn="6", choice=f"meeting:{absent}")
    assert f"-{absent}" in network(app)["id"]
    assert sum(edge.startswith("spoke") and edge.endswith(f":{absent}") for edge in edges(app)["id"]) > 1
    # One that is drawn already changes nothing.
    drawn = opened(view="meetings", drawn="6", choice=f"meeting:{next(iter(there))[1:]}")
    assert {one for one in network(drawn)["id"] if one.startswith("-")} == there


def test_around_one_grows_with_the_steps(database: str) -> None:
    near = opened(view="around", around=node(opened(), "남궁설"))
    far = opened(view="around", around=node(near, "남궁설"), steps="2")
    assert "탁현서" not in network(near)["label"]
    assert "탁현서" in network(far)["label"]


def test_around_one_says_around_whom_and_who_is_chosen_becomes_the_centre_by_one_click(database: str) -> None:
    first = opened()
    app = opened(view="around", around=node(first, "남궁설"), steps="2", choice=f"person:{node(first, '탁현서')}")
    assert ">남궁설 주변 관계<" in shown(app)
    app.button(key=Key.AROUND_SWITCH).click().run()
    assert ">탁현서 주변 관계<" in shown(app)
    assert app.query_params["around"] == node(first, "탁현서")
    assert mounted(app)["hoedong_network"]["view"] == f"around {node(first, '탁현서')} 2"  # type: ignore[index]
    assert "주변 관계<" not in shown(first)


@pytest.mark.parametrize("status", [{}, {"status": "held"}])
def test_two_met_as_often_as_it_was_held_in_the_network_too(database: str, status: dict[str, str]) -> None:
    held = opened(often="2", **status)
    drawn = network(held)
    assert {one for one, kind in zip(drawn["label"], drawn["kind"], strict=True) if kind == "person"} == {"고도윤", "남궁설"}
    assert "인물 3 중 2" in counted(held)


@pytest.mark.parametrize("query", ["ㅌㅎㅅ", "탁 현서", "Tak Hyeon", "卓玄", "탁ㅎㅅ", "라온은행장 탁현서"])
def test_whoever_a_list_does_not_offer_is_found_in_it_by_any_name(database: str, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    assert len(chooser(opened(), Key.PEOPLE).options) == 3
    monkeypatch.setattr(lists, "OFFERED", 2)
    app = opened()
    people = chooser(app, Key.PEOPLE)
    assert len(people.options) == 2
    assert "탁현서" not in people.options
    app.session_state[f"{Key.PEOPLE}_list_query"] = query
    app.run()
    assert [label for _, label in chooser(app, Key.PEOPLE).given["found"]] == ["탁현서"]


def test_companies_are_found_however_many_people_come_before(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "OFFERED", 0)
    monkeypatch.setattr(scenes, "FOUND", 1)
    app = opened()
    app.session_state[f"{Key.COMPANIES}_list_query"] = "ㄱ"
    app.run()
    assert [label for _, label in chooser(app, Key.COMPANIES).given["found"]] == ["가람전자"]


def test_a_short_list_of_places_and_outlets_is_searched_where_it_stands(database: str) -> None:
    app = opened(place="한빛호텔")
    for key in (Key.PLACES, Key.OUTLETS, Key.GROUPS):
        assert (chooser(app, key).given["more"], chooser(app, key).given["found"]) == (False, [])


def test_the_surroundings_of_nobody_are_those_of_who_is_chosen_or_met_most(database: str) -> None:
    busiest = opened(view="around")
    assert ">고도윤 주변 관계<" in shown(busiest)
    assert busiest.query_params["around"] == node(busiest, "고도윤")
    chosen = opened(view="around", around="999", choice=f"person:{node(busiest, '남궁설')}")
    assert ">남궁설 주변 관계<" in shown(chosen)


@pytest.mark.parametrize(
    ("query", "meetings"),
    [
        ({"q": "ㅎㅂㅎㅌ"}, 1),
        ({"outlet": "가상일보"}, 3),
        ({"place": "한빛호텔"}, 1),
        ({"with": "agency"}, 1),
        ({"often": "2"}, 2),
        ({"topic": "위성"}, 1),
    ],
)
def test_filters_come_by_the_address_and_leave_what_fits(database: str, query: dict[str, str], meetings: int) -> None:
    app = opened(**query)
    assert len(mounted(app)["hoedong_timeline"]["entries"]["id"]) == meetings  # type: ignore[index]
    assert any(f"{meetings}건" in caption.value for caption in app.caption)


@pytest.mark.parametrize(("key", "name"), [(Key.STATUSES, "status"), (Key.KINDS, "kind")])
def test_the_last_status_and_the_last_kind_cannot_be_switched_off(database: str, key: Key, name: str) -> None:
    app = opened()
    ticked = list(app.button_group(key=key).value)
    while len(ticked) > 1:
        ticked.pop()
        app.button_group(key=key).set_value(list(ticked)).run()
    assert app.query_params[name] == ticked[0]
    app.button_group(key=key).set_value([]).run()
    assert not app.exception
    assert app.button_group(key=key).value == ticked
    assert app.query_params[name] == ticked[0]
    assert mounted(app)["hoedong_control"]["statuses" if key == Key.STATUSES else "kinds"] == ticked  # type: ignore[index]


def test_filters_move_nobody(database: str) -> None:
    def places(app: AppTest) -> dict[str, tuple[float, float]]:
        nodes = network(app)
        return dict(zip(nodes["id"], zip(nodes["x"], nodes["y"], strict=True), strict=True))

    filtered = places(opened(q="한빛호텔"))
    whole = places(opened())
    assert filtered
    assert filtered.items() <= whole.items()


def test_nothing_that_fits_offers_the_way_back(database: str) -> None:
    app = opened(q="아무것도아닌말")
    assert "hoedong_network" not in mounted(app)
    assert "필터에 맞는 회동이 없습니다" in shown(app)
    assert "적용된 필터: 검색어 “아무것도아닌말”" in shown(app)
    app.button(key="clear_here").click().run()
    assert not app.exception
    assert "hoedong_network" in mounted(app)
    assert app.query_params == {}


def test_what_is_counted_under_the_network_follows_the_filters(database: str) -> None:
    whole = counted(opened())
    assert "인물 3 · 회사·기관 " in whole
    assert "회동 5 · 기사 " in whole
    fitting = counted(opened(q="한빛호텔"))
    assert "회동 5 중 1" in fitting
    assert "기사" not in fitting
    # Somebody's surroundings are a part of all that is stored.
    assert "인물 3 중 2" in counted(opened(view="around", around=node(opened(), "남궁설")))


def test_an_outlet_left_out_shows_what_stands_on_it_alone(database: str) -> None:
    app = opened(without="가상일보")
    drawn = edges(app)
    alone = {name for name, left in zip(drawn["id"], drawn["alone"], strict=True) if left}
    pair = sorted((node(app, "고도윤"), node(app, "남궁설")), key=int)
    assert f"met:{pair[0]}:{pair[1]}" in alone
    assert len(alone) == 2
    assert app.button(key="lost").label == "제외한 매체만 전한 연결 2개"
    assert not [one for one in opened().button if one.key == "lost"]


@pytest.mark.parametrize(("language", "words"), [("ko", "제외한 매체만"), ("en", "Only excluded outlets")])
def test_what_stands_on_a_left_out_outlet_alone_is_led_to_in_the_table_of_links(database: str, language: str, words: str) -> None:
    app = opened(without="가상일보", lang=language)
    app.button(key="lost").click().run()
    assert (app.query_params["table"], app.query_params["find"]) == ("links", words)
    rows = mounted(app)["hoedong_sheet"]["rows"]  # type: ignore[index]
    told = {ident for ident, by in zip(rows["id"], rows["told_by"], strict=True) if by == words}
    drawn = edges(app)
    assert told == {name for name, left in zip(drawn["id"], drawn["alone"], strict=True) if left}
    assert {by for ident, by in zip(rows["id"], rows["told_by"], strict=True) if ident not in told} == {""}
    # In the other language the same rows are searched.
    other = "en" if language == "ko" else "ko"
    app.segmented_control(key=Key.LANGUAGE_SWITCH).set_value(other).run()
    again = mounted(app)["hoedong_sheet"]["rows"]  # type: ignore[index]
    assert again["told_by"].count(app.query_params["find"]) == len(told)
    # Where nothing is left out there is nothing to tell.
    assert "told_by" not in mounted(opened(table="links"))["hoedong_sheet"]["columns"]  # type: ignore[index]
    assert len(mounted(app)["hoedong_timeline"]["entries"]["id"]) == 2  # type: ignore[index]


def test_what_is_seen_is_in_the_address_and_a_link_opens_it(database: str) -> None:
    app = opened()
    app.session_state[Key.CHOICE] = Choice("person", node(app, "남궁설"))
    app.session_state[Key.RANGE] = [19800, 20200]
    app.session_state[Key.LANES] = "person"
    app.run()
    address = dict(app.query_params)
    assert address["choice"] == f"person:{node(app, '남궁설')}"
    other = opened(**address)
    # All but the way here, which can be gone back.
    there, here = ({**mounted(one)["hoedong_control"], "trail": None} for one in (other, app))  # type: ignore[dict-item]
    assert there == here
    assert proofs(other) == proofs(app)


def test_an_address_that_changes_by_itself_is_taken_over(database: str) -> None:
    app = opened()
    app.session_state[Key.CHOICE] = Choice("person", node(app, "남궁설"))
    app.run()
    # The browser goes back: the address is the one before, nothing else has changed.
    del app.query_params["choice"]
    app.run()
    assert app.session_state[Key.CHOICE] is None
    app.query_params["choice"] = f"person:{node(app, '남궁설')}"
    app.run()
    assert app.session_state[Key.CHOICE] == Choice("person", node(app, "남궁설"))


def test_what_the_page_itself_asks_for_is_no_new_address(database: str) -> None:
    app = opened(lang="en")
    chosen = app.session_state[Key.CHOICE] = Choice("person", network(app)["id"][network(app)["kind"].index("person")])
    app.run()
    address = dict(app.query_params)
    # The pictures are drawn just when the reader turns to another page: one run of this page, with that one's empty address.
    app.query_params.clear()
    app.session_state[Key.PICTURED] = app.session_state[Key.WHOLE] = True
    app.run()
    assert not app.exception
    assert app.session_state[Key.CHOICE] == chosen
    assert app.query_params == address


def test_undo_takes_the_last_step_back(database: str) -> None:
    app = opened()
    app.session_state[Key.CHOICE] = Choice("person", node(app, "남궁설"))
    app.run()
    assert app.session_state[Key.TRAIL] == [{}]


def test_who_stands_in_two_readings_stands_at_the_same_place(database: str) -> None:
    def places(app: AppTest) -> dict[str, tuple[float, float]]:
        nodes = network(app)
        return dict(zip(nodes["id"], zip(nodes["x"], nodes["y"], strict=True), strict=True))

    # Whichever is asked for first, with or without filters.
    meetings = places(opened(view="meetings", q="한빛호텔"))
    people = places(opened())
    for other in (meetings, places(opened(view="companies")), places(opened(view="around", around=node(opened(), "남궁설")))):
        shared = other.keys() & people.keys()
        assert len(shared) >= 2
        assert {one: other[one] for one in shared} == {one: people[one] for one in shared}


def test_what_an_address_tells_badly_is_told_until_it_is_put_away(database: str) -> None:
    app = opened(dates="2024", often="6", sure="<b>")
    line = next(body for body in shown(app).split("\n") if "이해할 수 없어" in body)
    assert "dates=2024" in line
    assert "2024-01-01~2024-12-31" in line
    assert "sure=&lt;b&gt;" in line
    # What lies between two that are offered is understood.
    assert "often" not in line
    assert app.query_params["often"] == "6"
    assert app.select_slider(key=Key.OFTEN).value == 6
    app.button(key="ignored_gone").click().run()
    assert "이해할 수 없어" not in shown(app)
    assert "이해할 수 없어" not in shown(opened(dates="2024-01-01~2024-12-31"))
