"""The home page run by Streamlit's own test harness: what is mounted, and what a click, as its state, brings up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest
from mounting import chooser, choosers, mounted, node, pictured, shown
from sample import article, extractions, organization, person
from streamlit.testing.v1 import AppTest

from graphing import language
from graphing.labels import person_label
from graphing.model import Extraction
from graphing.store import open_store
from graphing.view import seeds
from graphing.view.session import Choice, Key

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture
def database(bare: str) -> str:
    return bare


@pytest.fixture
def app(database: str) -> AppTest:
    with open_store(database) as store:
        store.add(extractions())
    return pictured(APP)


def test_the_page_holds_network_timeline_library_and_control(app: AppTest) -> None:
    assert not app.exception
    given = mounted(app)
    parts = ("furniture", "library", "control", "network", "timeline", "finder", "chooser")
    assert {f"hoedong_{part}" for part in parts} == set(given)
    assert {"고도윤", "남궁설", "탁현서", "가람전자", "전파진흥원"} <= set(given["hoedong_network"]["nodes"]["label"])  # type: ignore[index]
    assert given["hoedong_timeline"]["entries"]["date"] == ["2024.06", "2025", "2025.03.04", "2025.03.12", "날짜 미상"]  # type: ignore[index]
    told = dict(given["hoedong_control"])  # type: ignore[call-overload]
    assert told.pop("late") is False
    assert told.pop("turn") == 0, "nothing was clicked yet"
    assert set(told.values()) == {None}


def test_what_stands_around_the_network_follows_once_it_is_drawn(app: AppTest) -> None:
    first = AppTest.from_file(str(APP), default_timeout=30).run()
    assert set(mounted(first)) == {"hoedong_furniture", "hoedong_library", "hoedong_control", "hoedong_network"}
    # No script: that would be looked through before the network is seen.
    assert b"vis-network" in mounted(first)["hoedong_library"]  # type: ignore[operator]
    assert mounted(first)["hoedong_control"]["late"] is True  # type: ignore[index]
    assert not choosers(first)
    # What else it held, the browser would have to fetch a part of Streamlit for.
    assert not first.get("html")
    assert not first.button_group
    first.session_state[Key.PICTURED] = True
    first.run()
    assert [one.key for one in choosers(first)] == [Key.PEOPLE, Key.COMPANIES, Key.AGENCIES, Key.WITHOUT]
    assert first.sidebar.button_group[0].key == Key.LANGUAGE_SWITCH
    # The harness runs a page again without what app.py sets up around it.
    assert set(mounted(first)) == set(mounted(app)) - {"hoedong_furniture"}


@pytest.mark.usefixtures("app")
def test_a_first_page_that_is_filtered_shows_its_filters_at_once() -> None:
    first = AppTest.from_file(str(APP), default_timeout=30)
    first.query_params["q"] = "한빛호텔"
    first.run()
    assert len(choosers(first)) == 4


@pytest.mark.usefixtures("app")
def test_a_text_search_reads_the_paragraphs_that_prove_the_meetings() -> None:
    first = AppTest.from_file(str(APP), default_timeout=30)
    first.query_params["q"] = "함께 까는 방안"
    first.run()
    assert [one.value for one in first.caption if "가운데" in one.value] == ["회동 5건 가운데 1건"]


def test_an_inexact_date_covers_all_it_can_mean_and_the_undated_have_no_day(app: AppTest) -> None:
    entries = mounted(app)["hoedong_timeline"]["entries"]  # type: ignore[index]
    lengths = [None if first is None else last - first + 1 for first, last in zip(entries["first"], entries["last"], strict=True)]
    assert lengths == [30, 365, 1, 1, None]


def test_places_have_english_names_in_english(app: AppTest) -> None:
    app.session_state[Key.LANGUAGE] = "en"
    app.run()
    entries = mounted(app)["hoedong_timeline"]["entries"]  # type: ignore[index]
    assert [place for place in entries["place"] if place] == ["Hanbit Hotel"]
    assert any(detail.startswith("Hanbit Hotel · ") for detail in entries["detail"])


def test_a_chosen_person_shows_posts_meetings_and_paragraphs(app: AppTest) -> None:
    app.session_state[Key.CHOICE] = Choice("person", node(app, "고도윤"))
    app.run()
    html = shown(app)
    assert "가람전자 회장" in html
    assert "<time>2024.06</time>" in html
    assert '<mark class="place">한빛호텔</mark>' in html
    assert ">가상일보</i>\N{NO-BREAK SPACE}· <time data-cite=\"date\">2025.03.05</time>" in html
    assert 'href="https://example.org/news?a=1&amp;b=2"' in html
    assert mounted(app)["hoedong_control"]["choice"] == {"kind": "person", "id": node(app, "고도윤")}  # type: ignore[index]


def test_a_chosen_meeting_shows_its_date_and_the_words_that_gave_it(app: AppTest) -> None:
    entries = mounted(app)["hoedong_timeline"]["entries"]  # type: ignore[index]
    app.session_state[Key.CHOICE] = Choice("meeting", entries["id"][entries["date"].index("2024.06")])
    app.run()
    html = shown(app)
    assert "월까지만 알려짐" in html
    assert "“지난해 6월”에서 읽음" in html
    assert '<mark class="cue">만났다</mark>' in html
    assert "90%" in html


def test_a_chosen_edge_shows_what_it_stands_for(app: AppTest) -> None:
    edges = mounted(app)["hoedong_network"]["edges"]  # type: ignore[index]
    post = next(name for name, kind in zip(edges["id"], edges["kind"], strict=True) if kind == "post")
    for name in (post, edges["id"][edges["kind"].index("met")], edges["id"][edges["kind"].index("side")]):
        app.session_state[Key.CHOICE] = Choice("edge", name)
        app.run()
        assert not app.exception
        assert "<article" in shown(app)


def test_article_text_never_becomes_markup(app: AppTest) -> None:
    app.session_state[Key.CHOICE] = Choice("person", node(app, "탁현서"))
    app.run()
    html = shown(app)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in html
    assert "javascript:" not in html
    assert not [element for element in app.markdown if "alert" in element.value]


@pytest.mark.parametrize("gone", [Choice("person", "999"), Choice("meeting", "999"), Choice("edge", "met:998:999"), Choice("edge", "x")])
def test_a_choice_that_is_gone_says_so(app: AppTest, gone: Choice) -> None:
    app.session_state[Key.CHOICE] = gone
    app.run()
    assert not app.exception
    assert "다른 항목을 골라 주세요" in app.info[0].value


def test_english_names_everything_and_moves_nothing(app: AppTest) -> None:
    before = mounted(app)["hoedong_network"]["nodes"]  # type: ignore[index]
    app.session_state[Key.LANGUAGE] = "en"
    app.run()
    after = mounted(app)["hoedong_network"]["nodes"]  # type: ignore[index]
    assert (after["id"], after["x"], after["y"], after["room"]) == (before["id"], before["x"], before["y"], before["room"])
    assert after["label"] != before["label"]
    assert mounted(app)["hoedong_timeline"]["entries"]["date"][-1] == "Undated"  # type: ignore[index]


def test_what_was_placed_stays_when_an_article_is_added(database: str) -> None:
    one, other = extractions()
    with open_store(database) as store:
        store.add([one])
        app = pictured(APP)
        before = mounted(app)["hoedong_network"]["nodes"]  # type: ignore[index]
        store.add([other])
    app.run()
    after = mounted(app)["hoedong_network"]["nodes"]  # type: ignore[index]
    assert len(after["id"]) > len(before["id"])
    places = dict(zip(after["id"], zip(after["x"], after["y"], strict=True), strict=True))
    assert [places[name] for name in before["id"]] == list(zip(before["x"], before["y"], strict=True))


def test_the_filters_reach_the_pictures_without_the_data(app: AppTest) -> None:
    data = mounted(app)["hoedong_network"]
    app.session_state[Key.STATUSES] = ["held"]
    app.session_state[Key.RANGE] = [20000, 20100]
    app.run()
    control = mounted(app)["hoedong_control"]
    assert (control["statuses"], control["range"], control["kinds"]) == (["held"], [20000, 20100], None)  # type: ignore[index]
    assert mounted(app)["hoedong_network"] == data


def test_a_store_that_cannot_be_reached_is_told_with_a_way_forward(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(database) as store:
        store.add(extractions())
    monkeypatch.setenv("HOEDONG_DATABASE_URL", "mysql://nobody@localhost/none")
    app = pictured(APP)
    assert not app.exception
    assert "저장소를 열 수 없습니다." in shown(app)
    assert "지원하지 않는 데이터베이스입니다" in shown(app)
    monkeypatch.setenv("HOEDONG_DATABASE_URL", database)
    app.button(key="try_again").click().run()
    assert "고도윤" in mounted(app)["hoedong_network"]["nodes"]["label"]  # type: ignore[index]


def test_companies_and_agencies_are_filtered_each_by_a_list_of_their_own(app: AppTest) -> None:
    app.session_state[Key.PICTURED] = True
    app.run()
    companies, agencies = (chooser(app, key) for key in (Key.COMPANIES, Key.AGENCIES))
    assert "전파진흥원" not in companies.options
    assert agencies.options == ["전파진흥원"]
    agencies.set_value([int(node(app, "전파진흥원"))]).run()
    assert app.query_params["agency"] == node(app, "전파진흥원")
    assert "회동 5건 가운데 1건" in [one.value for one in app.caption]


def test_companies_are_offered_by_the_meetings_of_their_people(app: AppTest, database: str) -> None:
    one = article(("공시", "가가상사가 실적을 냈다."), "alone.txt", None, None)
    with open_store(database) as store:
        store.add([Extraction(one, (), (organization(one.text, "가가상사"),), ())])
    app.run()
    companies = chooser(app, Key.COMPANIES)
    assert companies.options == ["가람전자", "누리통신", "라온은행", "가가상사"]


def test_a_name_is_found_by_its_hanja(app: AppTest, database: str) -> None:
    one = article(("만남", "왕하오(王浩) 누리통신 대표가 고도윤 회장과 회동했다."), "hanja.txt", None, None)
    with open_store(database) as store:
        store.add([Extraction(one, (replace(person(one.text, "왕하오", (None, "대표", False)), aliases=("王浩",)),), (), ())])
    app.run()
    # 王浩 as an article writes it; 高道潤 as it is read.
    for query, label in (("王浩", "왕하오"), ("高道潤", "고도윤")):
        app.session_state[Key.QUERY] = query
        app.run()
        assert [one["label"] for one in mounted(app)["hoedong_finder"]["found"]] == [label]  # type: ignore[index]


def test_a_search_finds_initials_english_and_posts(app: AppTest) -> None:
    for query in ("ㄴㄱㅅ", "남궁 설", "namkoong", "누리통신대표"):
        app.session_state[Key.QUERY] = query
        app.run()
        found = mounted(app)["hoedong_finder"]["found"]  # type: ignore[index]
        assert {"kind": "person", "id": node(app, "남궁설"), "label": "남궁설", "note": "누리통신 대표"} in found


def test_a_business_group_is_found_and_shown_among_the_folded_companies(app: AppTest, database: str) -> None:
    one = article(("위지안 LG전자 사장과 탁현서 LG화학 사장, 고도윤 가람전자 회장이 회동했다.",), "group.txt", date(2025, 2, 5), "가상일보")
    posts = (("위지안", "LG전자", "사장"), ("탁현서", "LG화학", "사장"), ("고도윤", "가람전자", "회장"))
    people = tuple(person(one.text, name, (home, title, False)) for name, home, title in posts)
    with open_store(database) as store:
        store.add([Extraction(one, people, tuple(organization(one.text, home) for _, home, _ in posts), ())])
    for query in ("LG그룹", "엘지"):
        app.session_state[Key.QUERY] = query
        app.run()
        found: Any = mounted(app)["hoedong_finder"]
        assert [row["label"] for row in found["found"] if row["kind"] == "group"] == ["LG그룹"]
    with open_store(database) as store:
        members = {str(row.id) for row in store.snapshot().entities if row.name in ("LG전자", "LG화학")}
    assert found["found"][-1]["id"] in members


@pytest.mark.parametrize(("which", "rows"), [("people", 3), ("organizations", 4), ("links", 6)])
def test_each_table_is_the_twin_of_a_picture(app: AppTest, which: str, rows: int) -> None:
    assert "hoedong_sheet" not in mounted(app)
    app.session_state[Key.TABLE] = which
    app.run()
    assert not app.exception
    sheet: Any = mounted(app)["hoedong_sheet"]
    assert set(sheet["columns"]) <= set(sheet["rows"])
    assert {len(column) for column in sheet["rows"].values()} == {rows}
    # The same as the table of meetings, in step with the rest by what its rows are called.
    assert {"person": "people", "organization": "organizations", "edge": "links"}[sheet["opens"]] == which
    if which != "links":
        assert node(app, "가람전자" if which == "organizations" else "고도윤") in sheet["rows"]["id"]
    else:
        assert set(mounted(app)["hoedong_network"]["edges"]["id"]) <= set(sheet["rows"]["id"])  # type: ignore[index]


def test_the_order_and_the_search_of_a_table_are_in_the_address_until_another_table_is_asked_for(app: AppTest) -> None:
    told = pictured(APP, table="people", sort="-articles", find="고도")
    control: Any = mounted(told)["hoedong_control"]
    assert (control["order"], control["find"]) == ("-articles", "고도")
    assert (told.query_params["sort"], told.query_params["find"]) == ("-articles", "고도")
    told.button_group(key=Key.TABLE).set_value("links").run()
    assert {"sort", "find"}.isdisjoint(told.query_params)
    assert told.query_params["table"] == "links"


def test_the_table_of_meetings_reads_what_the_timeline_has(app: AppTest) -> None:
    app.session_state[Key.TABLE] = "meetings"
    app.run()
    given = mounted(app)
    assert {"date", "participants", "status", "outlet"} <= set(given["hoedong_sheet"]["columns"])  # type: ignore[index]
    assert {"place", "topic", "outlet", "certainty"} <= set(given["hoedong_timeline"]["entries"])  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("고도윤", "person"), (person_label("고도윤", "en"), "person"), ("누리통신", "organization"), ("누리 통신", "organization"),
        ("아무개", None),
    ],
)
def test_an_address_can_name_whom_to_show(app: AppTest, name: str, kind: str | None) -> None:
    linked = AppTest.from_file(str(APP), default_timeout=30)
    linked.query_params["person"] = name
    linked.run()
    assert not linked.exception
    assert (Key.CHOICE in linked.session_state) == bool(kind)
    assert not kind or linked.session_state[Key.CHOICE].kind == kind


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


@pytest.mark.parametrize(("asked", "near"), [("person", "고도운"), ("company", "누리통싱")])
def test_an_address_that_names_nobody_says_so_with_a_way_forward(app: AppTest, asked: str, near: str) -> None:
    linked = pictured(APP, **{asked: near})
    assert f"이름이 “{near}”인 인물·회사는 이 기사들에 없어" in shown(linked)
    assert {"고도윤"} & set(buttons(linked)) if asked == "person" else "누리통신" in buttons(linked)
    next(button for button in linked.button if button.label in ("고도윤", "누리통신")).click().run()
    assert linked.session_state[Key.CHOICE].kind == {"person": "person", "company": "organization"}[asked]
    assert "인 인물·회사는" not in shown(linked)


def test_the_words_that_nobody_is_called_by_are_searched_or_let_go(app: AppTest) -> None:
    for key, text in (("unknown_text", "없는사람"), ("unknown_gone", "")):
        linked = pictured(APP, person="없는사람")
        linked.button(key=key).click().run()
        assert not linked.exception
        assert linked.session_state.get(Key.TEXT, "") == text
        assert "인 인물·회사는" not in shown(linked)


def test_a_search_says_that_nobody_has_a_name_and_offers_those_like_it(app: AppTest) -> None:
    app.session_state[Key.QUERY] = "남궁솔"
    app.run()
    given: Any = mounted(app)["hoedong_finder"]
    assert (given["found"], given["nobody"]) == ([], "이름이 “남궁솔”인 인물·회사는 이 기사들에 없습니다")
    assert given["said"] == given["nobody"]
    assert [row["label"] for row in given["near"]] == ["남궁설"]


def test_an_empty_store_says_what_to_do(database: str) -> None:
    app = pictured(APP)
    assert not app.exception
    assert "아직 읽은 기사가 없습니다" in shown(app)
    assert "hoedong_network" not in mounted(app)


@pytest.mark.parametrize(("language", "label"), [("ko", "CSV로 내려받기"), ("en", "Download as CSV")])
def test_a_table_can_be_saved(app: AppTest, language: str, label: str) -> None:
    assert not app.get("download_button"), "there is no table yet"
    app.session_state[Key.LANGUAGE] = language
    app.session_state[Key.TABLE] = "meetings"
    app.run()
    (button,) = app.get("download_button")
    assert label in str(button.proto.label)


def test_the_first_start_reads_what_comes_along_without_keeping_others_waiting(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kiwi lets no other thread of its process run while it loads: it is another process that reads."""

    def loaded() -> NoReturn:
        raise AssertionError("Kiwi is loaded by the process that draws")

    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "one.txt").write_text("고도윤 가람전자 회장이 서울에서 남궁설 누리통신 대표와 회동했다.", encoding="utf-8")
    monkeypatch.setattr(language, "analyser", loaded)
    monkeypatch.setattr(seeds, "SEEDS", folder)
    app = AppTest.from_file(str(APP), default_timeout=120).run()
    assert not app.exception
    with open_store(database) as store:
        assert {row.name for row in store.entities("person")} == {"고도윤", "남궁설"}
