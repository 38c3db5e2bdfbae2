"""Corrections on the page of one article, run by Streamlit's own test harness over a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from mounting import chooser, choosers, shown
from rows import entity_row
from sample import extractions
from streamlit.testing.v1 import AppTest

from graphing.decisions import making
from graphing.model import Affiliation
from graphing.store import Store
from graphing.view.missed_form import sentences
from graphing.view.session import Key
from graphing.view.words import word

PAGE = Path(__file__).resolve().parents[2] / "pages" / "articles.py"


@pytest.fixture
def store(empty: Store) -> Store:
    empty.add(extractions())
    return empty


def page() -> AppTest:
    app = AppTest.from_file(str(PAGE), default_timeout=60)
    app.session_state[Key.LANGUAGE_SWITCH] = "ko"
    app.session_state[Key.ARTICLE] = 1
    return app.run()


def press(app: AppTest, name: str) -> AppTest:
    return next(button for button in app.button if button.label == word(name, "ko")).click().run()


def test_a_missed_meeting_is_added(store: Store) -> None:
    before = {row.id for row in store.meetings()}
    app = page()
    assert not app.exception
    app.selectbox[0].select_index(2).run()
    choosers(app)[0].set_value(["고도윤", "남궁설"])
    press(app, "missed_add")
    assert not app.exception
    (fresh,) = [row for row in store.meetings() if row.id not in before]
    assert [entity_row(store, one).name for one in fresh.people] == ["고도윤", "남궁설"]
    assert [one.what for one in store.decisions()] == ["add"]


def test_a_missed_meeting_begins_with_what_its_sentence_tells(store: Store) -> None:
    app = page()
    text = store.extraction(1).article.text
    assert [one.label for one in app.text_input].count(word("topic", "ko")) == 0
    chosen = app.selectbox[0].options.index("고도윤 가람전자 회장이 4일 서울 한빛호텔에서 남궁설 누리통신 대표와 회동했다.")
    app.selectbox[0].select_index(chosen).run()
    fields = {one.label: one for one in app.text_input}
    assert choosers(app)[0].value == ["고도윤", "남궁설"]
    assert (fields[word("date", "ko")].value, fields[word("place", "ko")].value) == ("2025-03-04", "한빛호텔")
    assert "“4일”" in shown(app).split('data-testid="proposed"')[1].split("</div>")[0]
    fields[word("place", "ko")].input("")
    fields[word("topic", "ko")].input("위성 통신망")
    press(app, "missed_add")
    assert not app.exception
    record = store.decisions()[0].meant()
    assert (record["date"], record["place"], record["topic"] is None) == ("2025-03-04", None, False)
    assert record["date_words"] is not None
    curated, _ = store.curated(1)
    trace = next(one for one in curated.traces if one.decisions)
    assert trace.now is not None
    assert trace.now.topic is not None
    assert (text[slice(*trace.now.topic)], trace.now.place) == ("위성 통신망", None)


def test_what_was_typed_of_one_sentence_says_nothing_of_another(store: Store) -> None:
    app = page()
    text = store.extraction(1).article.text
    first = app.selectbox[0].options.index("고도윤 가람전자 회장이 4일 서울 한빛호텔에서 남궁설 누리통신 대표와 회동했다.")
    app.selectbox[0].select_index(first).run()
    start = text.index("고도윤 가람전자 회장이 4일")
    here = next(span for span in sentences(text) if span.start == start)
    store.decide(making.missed(store.extraction(1), here, ["고도윤", "남궁설"], "이상대", ""))
    next(one for one in app.text_input if one.label == word("place", "ko")).input("엉뚱한 곳")
    press(app, "missed_add")
    assert any("이상대" in one.value for one in app.text)
    other = next(number for number in range(len(app.selectbox[0].options)) if number != first)
    app.selectbox[0].select_index(other).run()
    assert next(one for one in app.text_input if one.label == word("place", "ko")).value != "엉뚱한 곳"


def test_a_topic_that_the_text_does_not_have_is_refused(store: Store) -> None:
    app = page()
    app.selectbox[0].select_index(1).run()
    next(one for one in app.text_input if one.label == word("topic", "ko")).input("골프")
    press(app, "missed_add")
    assert app.error
    assert store.decisions() == ()


def test_a_meeting_of_nobody_is_refused(store: Store) -> None:
    app = page()
    app.selectbox[0].select_index(2).run()
    choosers(app)[0].set_value([])
    choosers(app)[1].set_value([])
    press(app, "missed_add")
    assert app.error
    assert store.decisions() == ()


def test_a_name_that_is_none_goes_and_a_post_is_corrected(store: Store) -> None:
    app = page()
    post = chooser(app, f"{Key.REVIEW}_post_1_0")
    assert post.value == 0
    next(one for one in app.text_input if one.label == word("title", "ko")).input("부회장")
    press(app, "post_save")
    first = store.extraction(1).people[0]
    assert first.affiliations[0].title == "부회장"
    app = page()
    unmark = chooser(app, label=word("unmark_which", "ko"))
    unmark.set_value(0)
    press(app, "unmark")
    assert first.name not in [one.name for one in store.extraction(1).people]
    assert [one.what for one in store.decisions()] == ["post", "unmark"]


def test_what_was_typed_of_a_post_stays_when_somebody_else_decided(store: Store) -> None:
    app = page()
    found = store.extraction(1)
    who = next(one for one in found.people if one.affiliations)
    store.decide(making.held(found, who.name, who.affiliations[0], Affiliation(None, "고문"), "이상대"))
    choice = chooser(app, f"{Key.REVIEW}_post_1_0")
    place = next(number for number, label in enumerate(choice.options) if label.startswith(who.name))
    choice.set_value(place).run()
    next(one for one in app.text_input if one.label == word("title", "ko")).input("부회장")
    press(app, "post_save")
    assert any("이상대" in one.value for one in app.text)
    assert chooser(app, f"{Key.REVIEW}_post_1_1").value == place
    assert next(one for one in app.text_input if one.label == word("title", "ko")).value == "부회장"


def test_what_was_typed_of_a_name_stays_when_somebody_else_decided(store: Store) -> None:
    app = page()
    found = store.extraction(1)
    words = found.article.text.split()[0]
    store.decide(making.marked(found, "person", words, "이상대"))
    next(one for one in app.text_input if one.label == word("mark_words", "ko")).input(words)
    press(app, "mark")
    assert any("이상대" in one.value for one in app.text)
    assert next(one for one in app.text_input if one.label == word("mark_words", "ko")).value == words


def test_sentences_cover_the_text_but_for_blanks() -> None:
    text = "첫 문장이다. “둘째다.” 셋째인가?\n제목 줄\n3.5% 늘었다."
    assert [text[slice(*span)] for span in sentences(text)] == ["첫 문장이다.", "“둘째다.”", "셋째인가?", "제목 줄", "3.5% 늘었다."]
