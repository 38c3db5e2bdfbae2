"""Two papers on one dinner, on the page: one line, one mark, the paragraphs of both, and what they say differently side by side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from mounting import mounted, node, pictured, shown
from sample import article, meeting, person, span
from streamlit.testing.v1 import AppTest

from graphing.decisions import making
from graphing.model import DateRange, Extraction, MeetingStatus
from graphing.store import open_store
from graphing.view import seeds

APP = Path(__file__).resolve().parents[2] / "app.py"
VERBS: dict[MeetingStatus, str] = {"held": "만찬을 했다", "planned": "만찬을 할 예정이다", "cancelled": "만찬을 취소했다"}


def paper(outlet: str, day: int, published: int, place: str | None = None, status: MeetingStatus = "held") -> Extraction:
    clause = f"마경호 가온건설 사장이 {day}일 {place + '에서 ' if place else ''}표진아 한누리증권 대표와 {VERBS[status]}"
    one = article((f"{outlet} 단독", f"{clause}."), f"{outlet}.txt", date(2025, 2, published), outlet)
    text = one.text
    told = meeting(
        text, ("마경호", "표진아"), clause, VERBS[status], status=status, place=place,
        when=DateRange(date(2025, 2, day), "day", span(text, f"{day}일")),
    )  # fmt: skip
    people = (person(text, "마경호", ("가온건설", "사장", False)), person(text, "표진아", ("한누리증권", "대표", False)))
    return Extraction(one, people, (), (told,))


Opening = Callable[..., AppTest]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opening:
    url = f"sqlite:///{tmp_path / 'test.sqlite'}"
    monkeypatch.setenv("HOEDONG_DATABASE_URL", url)
    monkeypatch.setattr(seeds, "SEEDS", tmp_path / "none")
    st.cache_resource.clear()

    def run(*papers: Extraction, **query: str) -> AppTest:
        with open_store(url) as store:
            store.add(papers)
        app = pictured(APP, **query)
        assert not app.exception
        return app

    return run


def entries(app: AppTest) -> dict[str, list[Any]]:
    return mounted(app)["hoedong_timeline"]["entries"]  # type: ignore[index,no-any-return]


def met(app: AppTest) -> tuple[str, list[str]]:
    """The line that joins the two, and its meetings."""
    edges: dict[str, list[Any]] = mounted(app)["hoedong_network"]["edges"]  # type: ignore[index]
    (place,) = [place for place, kind in enumerate(edges["kind"]) if kind == "met"]
    return edges["id"][place], edges["meetings"][place]


def test_one_dinner_of_two_papers_counts_once_and_shows_both(opened: Opening) -> None:
    app = opened(paper("새벽신문", 4, 5, "솔빛호텔"), paper("한결일보", 4, 5))
    edge, meetings = met(app)
    assert len(meetings) == 1
    assert entries(app)["outlet"] == ["새벽신문·한결일보"]
    html = shown(opened(choice=f"edge:{edge}"))
    assert html.count('<ol class="told">') == 1
    assert html.count("<article") == 2
    assert "기사 2편이 전한 회동" in html
    assert "날짜가 다름" not in html
    assert "2회" not in shown(opened(choice=f"person:{node(app, '마경호')}"))
    for telling in ("1", "2"):
        html = shown(opened(choice=f"meeting:{telling}"))
        assert "새벽신문 단독" in html
        assert "한결일보 단독" in html


def test_where_papers_differ_their_readings_stand_side_by_side(opened: Opening) -> None:
    app = opened(paper("새벽신문", 4, 5, "솔빛호텔"), paper("한결일보", 5, 6, "누리회관"))
    assert entries(app)["date"] == ["2025.02.04"]
    html = shown(opened(choice="meeting:1"))
    assert "새벽신문 <b>2025.02.04</b>, 한결일보 <b>2025.02.05</b>" in html
    assert "새벽신문 <b>솔빛호텔</b>, 한결일보 <b>누리회관</b>" in html
    assert "한결일보 <b>2025.02.05</b>" in shown(opened(choice=f"edge:{met(app)[0]}"))


def test_a_plan_that_was_held_counts_as_held_and_tells_so(opened: Opening) -> None:
    app = opened(paper("새벽신문", 12, 5, status="planned"), paper("한결일보", 12, 13))
    assert entries(app)["status"] == ["held"]
    html = shown(opened(choice="meeting:1"))
    assert "2025.02.05 새벽신문: " in html
    assert html.index("예정</span> 2025.02.12") < html.index("만남</span> 2025.02.12")


def test_an_outlet_left_out_takes_what_it_alone_tells(opened: Opening) -> None:
    both = (paper("새벽신문", 4, 5), paper("한결일보", 4, 5), paper("한결일보", 20, 21))
    assert entries(opened(*both))["date"] == ["2025.02.04", "2025.02.20"]
    assert entries(opened(without="한결일보"))["date"] == ["2025.02.04"]
    assert len(entries(opened(without="새벽신문"))["date"]) == 2
    assert entries(opened(outlet="새벽신문"))["date"] == ["2025.02.04"]


def test_other_dinners_of_the_two_stay_apart(opened: Opening) -> None:
    app = opened(paper("새벽신문", 4, 5), paper("한결일보", 12, 13))
    assert len(met(app)[1]) == 2


def test_of_two_names_that_became_one_the_paragraph_stays_and_tells_no_meeting(opened: Opening) -> None:
    with open_store() as store:
        store.add([paper("새벽신문", 4, 6)])
        one, other = (row.id for row in store.entities("person"))
        store.decide(making.compared("same", store.addresses(one), store.addresses(other), "박"))
        (kept,) = store.entities("person")
    app = opened(person=kept.name)
    assert not any(entries(app).values())
    assert "마경호" in shown(app)
    assert "만찬을 했다" in shown(app)
