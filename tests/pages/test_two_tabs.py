"""Two people at once: whoever answers what another has answered meanwhile is told so, though what was pressed is no longer offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from mounting import chooser
from papers import told
from streamlit.testing.v1 import AppTest

from graphing.decisions import heading
from graphing.store import Store
from graphing.view.session import Key
from graphing.view.words import word

PAGES = Path(__file__).resolve().parents[2] / "pages"


def page(part: str = "review_meetings", article: int | None = None) -> AppTest:
    app = AppTest.from_file(str(PAGES / ("articles.py" if article else "review.py")), default_timeout=60)
    app.session_state[Key.LANGUAGE_SWITCH] = "ko"
    app.session_state[Key.REVIEW_PART] = part
    app.session_state[Key.ARTICLE] = article
    return app.run()


def press(app: AppTest, name: str, **values: str) -> AppTest:
    next(button for button in app.button if button.label == word(name, "ko", **values)).click().run()
    assert not app.exception
    return app


@pytest.fixture
def alike(empty: Store) -> Store:
    """Two articles of one meeting, in which one guest is spelt otherwise."""
    empty.add([told("새벽신문", ("고도윤", "남궁설하")), told("저녁일보", ("고도윤", "남궁설화"), day=20)])
    return empty


@pytest.mark.parametrize("answers", [("same", "different"), ("different", "same"), ("same", "same")])
def test_who_answers_what_another_tab_has_answered_is_told(alike: Store, answers: tuple[str, str]) -> None:
    one, other = page("review_names"), page("review_names")
    press(one, answers[0])
    press(other, answers[1])
    assert [made.what for made in alike.decisions()] == [answers[0]]
    if answers[0] != answers[1]:
        assert any("박검토" in told.value for told in other.text)


def test_who_renames_somebody_whom_another_tab_has_merged_is_told(alike: Store) -> None:
    rows = {row.name: row.id for row in alike.entities("person")}
    one, other = page("review_names"), page("review_names")
    gone = max(rows["남궁설하"], rows["남궁설화"])
    chooser(other, f"{Key.REVIEW_NAMES}_one").set_value(gone).run()
    field = next(field for field in other.text_input if field.label == word("rename_name", "ko"))
    press(one, "same")
    field.input("남궁설희")
    press(other, "rename_do")
    assert any("박검토" in told.value for told in other.text)
    assert word("name_gone", "ko") in [told.value for told in other.warning]
    assert [made.what for made in alike.decisions()] == ["same"]


@pytest.mark.parametrize("answers", [("together", "apart"), ("apart", "together")])
def test_who_answers_about_tellings_what_another_tab_has_answered_is_told(empty: Store, answers: tuple[str, str]) -> None:
    empty.add([told("새벽신문"), told("저녁일보", day=6)])
    one, other = page("review_tellings"), page("review_tellings")
    press(one, answers[0])
    press(other, answers[1])
    assert any("박검토" in said.value for said in other.text)
    assert [made.what for made in empty.decisions()] == [answers[0]]


def test_who_takes_out_a_telling_that_another_tab_has_taken_out_is_told(empty: Store) -> None:
    empty.add([told("새벽신문"), told("저녁일보")])
    one, other = page("review_tellings"), page("review_tellings")
    press(one, "apart_outlet", outlet="저녁일보")
    press(other, "apart_outlet", outlet="새벽신문")
    assert [made.what for made in empty.decisions()] == ["apart"]


def html(app: AppTest) -> str:
    return "\n".join(one.proto.body for one in app.get("html"))


@pytest.mark.parametrize("pressed", ["accept", "reject", "correct_save"])
def test_who_decides_about_a_meeting_that_another_tab_has_rejected_sees_who_did(alike: Store, pressed: str) -> None:
    one, other = page(), page()
    asked = other.session_state[Key.REVIEW]
    press(one, "reject")
    press(other, pressed)
    assert [made.what for made in alike.decisions()] == ["reject"]
    assert word("decided_meanwhile", "ko") in [told.value for told in other.warning]
    assert "박검토" in html(other)
    assert other.session_state[Key.REVIEW] != asked, "another meeting comes next"
    assert [told.value for told in other.caption].count(word("review_left", "ko", n=1)) == 1
    press(other, "accept")
    assert [made.what for made in alike.decisions()] == ["reject", "accept"]
    assert word("decided_meanwhile", "ko") not in [told.value for told in other.warning]


def test_who_has_an_article_open_sees_what_another_tab_decides_about_it(alike: Store) -> None:
    (first, *_) = (row.id for row in alike.articles())
    told_before = page(article=first)
    assert word("decided_meanwhile", "ko") not in [told.value for told in told_before.warning]
    extraction = alike.extraction(first)
    alike.decide(heading.corrected(extraction.article, {"outlet": "한낮일보"}, "이상대", "사진으로 봄"))
    told_before.run()
    assert word("decided_meanwhile", "ko") in [told.value for told in told_before.warning]
    assert "한낮일보" in html(told_before)
    assert "이상대" in html(told_before)
    assert word("decided_meanwhile", "ko") not in [told.value for told in page(article=first).warning], "it was there before"
