"""The list of decisions: filters, pages, its address, and the decisions of one article beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from mounting import chooser
from sample import extractions
from streamlit.testing.v1 import AppTest

from graphing.decisions import Decision, making
from graphing.store import Store
from graphing.view import clock, review_decisions
from graphing.view.session import Key
from graphing.view.words import word

PAGES = Path(__file__).resolve().parents[2] / "pages"


@pytest.fixture
def store(empty: Store) -> Store:
    empty.add(extractions())
    return empty


def page(name: str = "review", **address: str) -> AppTest:
    app = AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=60)
    app.session_state[Key.LANGUAGE_SWITCH] = "ko"
    if name == "review":
        app.query_params["part"] = "review_decisions"
    for field, value in address.items():
        app.query_params[field] = value
    return app.run()


def press(app: AppTest, name: str) -> AppTest:
    return next(button for button in app.button if button.label == word(name, "ko")).click().run()


def shown(app: AppTest) -> list[str]:
    return [one.proto.body for one in app.get("html") if 'data-testid="decision"' in one.proto.body]


def decide(store: Store) -> tuple[Decision, ...]:
    """Of the first two articles with a meeting: a place by 김, a date by 이, which 박 has undone."""
    one, other = (found for found in (store.reading(row.id) for row in store.articles()) if found.meetings)
    place = store.decide(making.placed(one, one.meetings[0], "누리회관", "김", "사진 설명"))
    day = store.decide(making.dated(other, other.meetings[0], "2024", "이"))
    return (*place, *day, store.undo(day[0].id, "박"))


def test_when_something_was_decided_is_told_by_the_browsers_clock(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "here", lambda: timezone(timedelta(hours=9)))
    found = store.readings()
    read = next(one for _, one in found if one.meetings)
    store.decide(replace(making.rejected(read, read.meetings[0], "김", "잘못"), decided=datetime(2025, 3, 1, 20, 5)))
    assert ["김 · 2025-03-02 05:05" in one for one in shown(page())] == [True]
    assert store.decisions()[0].decided == datetime(2025, 3, 1, 20, 5), "what is stored is UTC"
    assert [len(shown(page(**{"from": day, "until": day}))) for day in ("2025-03-01", "2025-03-02")] == [0, 1]


def test_decisions_are_narrowed_and_the_address_tells_how(store: Store) -> None:
    decide(store)
    app = page()
    assert len(shown(app)) == 2
    app.text_input(key=Key.DECISIONS_TEXT).input("누리회관 사진").run()
    assert ["누리회관" in one for one in shown(app)] == [True]
    assert app.query_params["q"] in ("누리회관 사진", ["누리회관 사진"])
    press(app, "clear")
    assert (len(shown(app)), "q" in app.query_params) == (2, False)
    chooser(app, Key.DECISIONS_BY).set_value(["박"]).run()
    assert [word("undone", "ko") in one for one in shown(app)] == [True]
    app.multiselect(key=Key.DECISIONS_KINDS).set_value(["place"]).run()
    assert [one.value for one in app.info] == [word("decisions_no_match", "ko")]
    press(app, "clear")
    app.date_input(key=Key.DECISIONS_UNTIL).set_value(date(2001, 1, 1)).run()
    assert not shown(app)
    assert not app.exception


def test_a_link_opens_the_same_list(store: Store) -> None:
    decide(store)
    assert [word("undone", "ko") in one for one in shown(page(state="undone"))] == [True]
    assert [word("undone", "ko") in one for one in shown(page(state="standing"))] == [False]
    assert len(shown(page(kind="place~date"))) == 2
    old = page(by="없는사람", article="99999", until="어제", page="7", state="없음")
    assert not old.exception
    assert len(shown(old)) == 2, "what an address tells badly, or of what is gone, asks for nothing"


def test_many_decisions_are_turned_page_by_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    decide(store)
    monkeypatch.setattr(review_decisions, "PAGE", 1)
    app = page()
    first = shown(app)
    press(app, "page_after")
    assert (len(shown(app)), shown(app) == first, app.session_state[Key.REVIEW_DECISIONS]) == (1, False, 1)
    assert next(one for one in app.button if one.label == word("page_after", "ko")).disabled
    press(app, "page_before")
    assert shown(app) == first
    press(app, "page_after")
    app.text_input(key=Key.DECISIONS_TEXT).input("2024").run()
    assert shown(app) == first, "another question begins with its first page"


def test_what_was_decided_about_an_article_stands_beside_it_and_is_undone_there(store: Store) -> None:
    made = decide(store)
    article = next(row.id for row in store.articles() if any(one.place == "누리회관" for one in store.meetings() if one.article == row.id))
    app = AppTest.from_file(str(PAGES / "articles.py"), default_timeout=60)
    app.session_state[Key.LANGUAGE_SWITCH] = "ko"
    app.session_state[Key.ARTICLE] = article
    app.run()
    assert ["누리회관" in one for one in shown(app)] == [True]
    press(app, "undo")
    assert not app.exception
    assert store.decisions()[-1].meant() == {"of": made[0].id}
    assert [word("undone", "ko") in one for one in shown(app)] == [True]
    press(app, "redo")
    assert any(one.place == "누리회관" for one in store.meetings())


@pytest.mark.parametrize("opened", ["decision", "elsewhere"])
def test_the_way_back_from_an_article_leads_to_where_it_was_opened(store: Store, opened: str) -> None:
    made, *_ = decide(store)
    app = AppTest.from_file(str(PAGES.parent / "app.py"), default_timeout=60)
    app.session_state[Key.LANGUAGE_SWITCH] = "ko"
    app.session_state[Key.REVIEW_PART] = "review_decisions"
    app.run().switch_page("pages/review.py").run()
    link = next(one for one in app.button if (one.key or "").startswith(f"{Key.REVIEW_DECISIONS}_article_{made.id}_"))
    article = int((link.key or "").rsplit("_", 1)[1])
    link.click().run()
    assert app.session_state[Key.ARTICLE] == article
    app.switch_page("pages/articles.py")  # where it is already, of which AppTest does not know
    if opened == "elsewhere":
        app.session_state[Key.ARTICLE] = next(row.id for row in store.articles() if row.id != article)
    press(app.run(), "back_to_review" if opened == "decision" else "back_to_list")
    assert app.title[0].value == word("page_review" if opened == "decision" else "page_articles", "ko")
    assert app.session_state[Key.ARTICLE] is None
