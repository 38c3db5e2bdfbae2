"""Whether meetings told by several articles are one, and which group a company belongs to: decided on the page, undone there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from mounting import chooser, shown
from papers import FILLER, told
from rows import entity_row
from streamlit.testing.v1 import AppTest

from graphing.decisions import making
from graphing.sieve import group_of
from graphing.store import Store
from graphing.tellings import encounter, gathered
from graphing.view import review_tellings
from graphing.view.names import plain
from graphing.view.session import Key
from graphing.view.words import word

PAGE = Path(__file__).resolve().parents[2] / "pages" / "review.py"


def page(part: str) -> AppTest:
    app = AppTest.from_file(str(PAGE), default_timeout=60)
    app.session_state[Key.LANGUAGE_SWITCH] = "ko"
    app.session_state[Key.REVIEW_PART] = part
    return app.run()


def press(app: AppTest, label: str) -> AppTest:
    app = next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def test_two_that_may_be_one_are_made_one_and_taken_apart_again(empty: Store) -> None:
    empty.add([told("새벽신문"), told("저녁일보"), told("한낮일보", day=6)])
    app = page("review_tellings")
    assert word("doubts", "ko") in shown(app)
    press(app, word("together", "ko"))
    assert len(gathered(empty.snapshot()).meetings) == 1
    assert word("differs_date", "ko") in shown(app)
    assert word("doubts", "ko") not in shown(app)
    press(app, word("apart_outlet", "ko", outlet="한낮일보"))
    assert len(gathered(empty.snapshot()).meetings) == 2
    assert [(one.what, one.by) for one in empty.decisions()] == [("together", "박검토"), ("apart", "박검토")]
    assert word("doubts", "ko") not in shown(app), "what was decided is not asked again"
    press(app, word("review_decisions", "ko"))
    assert "고도윤·남궁설 2025-03-04 — 고도윤·남궁설 2025-03-06" in shown(app)
    press(app, word("undo", "ko"))
    assert len(gathered(empty.snapshot()).meetings) == 1


def test_one_of_three_tellings_is_taken_out(empty: Store) -> None:
    empty.add([told("새벽신문"), told("한낮일보"), told("저녁일보")])
    press(page("review_tellings"), word("apart_outlet", "ko", outlet="한낮일보"))
    assert sorted(len(row.told) for row in gathered(empty.snapshot()).meetings) == [1, 2]


def test_tellings_of_one_outlet_are_told_apart(empty: Store) -> None:
    day = date(2025, 3, 7)
    later = (told("새벽신문", words=f"이튿날 {number}번째로 쓴 전혀 다른 글이다.", published=day) for number in range(2))
    empty.add([told("새벽신문"), *later])
    labels = [button.label for button in page("review_tellings").button]
    told_by = ("새벽신문 2025.03.06", "새벽신문 2025.03.07 (1)", "새벽신문 2025.03.07 (2)")
    for name in told_by:
        assert word("apart_outlet", "ko", outlet=plain(name)) in labels
        assert f"{word('correct', 'ko')} · {plain(name)}" in labels


def test_two_that_nobody_doubts_are_made_one_by_hand_and_taken_apart_again(empty: Store) -> None:
    empty.add([told("새벽신문"), told("저녁일보", day=24), told("한낮일보", ("고도윤", "추세라"), day=9)])
    empty.add([told("밤신문", ("은가람", "추세라"))])
    app = page("review_tellings")
    assert word("doubts", "ko") not in shown(app)
    (whom,) = (row.id for row in empty.entities("person") if row.name == "남궁설")
    chooser(app, f"{Key.REVIEW_TELLINGS}_who").set_value(whom).run()
    which = chooser(app, f"{Key.REVIEW_TELLINGS}_one_{whom}")
    first = min(row.id for row in empty.meetings())
    which.set_value(first).run()
    offered = chooser(app, f"{Key.REVIEW_TELLINGS}_which_{first}")
    outlets = [option.rsplit(" · ", 1)[-1] for option in offered.options]
    assert outlets == ["한낮일보", "저녁일보"], "the nearest first, none without a common guest"
    offered.set_value(next(row.id for row in empty.meetings() if row.outlet == "저녁일보")).run()
    press(app, word("together", "ko"))
    assert sorted(len(row.told) for row in gathered(empty.snapshot()).meetings) == [1, 1, 2]
    press(app, word("apart_outlet", "ko", outlet="저녁일보"))
    assert [one.what for one in empty.decisions()] == ["together", "apart"]
    assert len(gathered(empty.snapshot()).meetings) == 4
    for one in reversed(empty.decisions()):
        empty.undo(one.id, "박검토")
    assert len(gathered(empty.snapshot()).meetings) == 4


def test_one_text_in_two_outlets_is_made_two_meetings(empty: Store) -> None:
    wire = told("새벽신문", words=FILLER * 3)
    empty.add([wire, replace(wire, article=replace(wire.article, outlet="저녁일보"))])
    assert [row.outlets for row in empty.meetings()] == [("새벽신문", "저녁일보")]
    (whom,) = (row.id for row in empty.entities("person") if row.name == "남궁설")
    app = page("review_tellings")
    chooser(app, f"{Key.REVIEW_TELLINGS}_who").set_value(whom).run()
    chooser(app, f"{Key.REVIEW_TELLINGS}_one_{whom}").set_value(empty.meetings()[0].id).run()
    press(app, word("apart_outlet", "ko", outlet="저녁일보"))
    assert [row.outlets for row in gathered(empty.snapshot()).meetings] == [("새벽신문",), ("저녁일보",)]
    empty.undo(empty.latest(), "박검토")
    assert [row.outlets for row in gathered(empty.snapshot()).meetings] == [("새벽신문", "저녁일보")]


def test_a_company_is_taken_out_of_a_group(empty: Store) -> None:
    empty.add([told("새벽신문")])
    (firm,) = empty.entities("organization")
    empty.decide(making.grouped(empty.appearances(firm.id)[0].key, "가람그룹", "이상대"))
    app = page("review_names")
    chooser(app, f"{Key.REVIEW_NAMES}_one").set_value(firm.id).run()
    choice = chooser(app, label=word("group_of", "ko"))
    assert (choice.value, choice.options) == ("가람그룹", [word("group_none", "ko"), "가람그룹"])
    choice.set_value(word("group_none", "ko"))
    press(app, word("group_do", "ko"))
    assert group_of(entity_row(empty, firm.id)) == ""
    press(app, word("review_decisions", "ko"))
    press(app, word("undo", "ko"))
    assert group_of(entity_row(empty, firm.id)) == "가람그룹"


def test_what_is_looked_at_again_is_not_made_again(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many encounters two articles tell: only the first of them are shown, and they were found with the first look."""
    syllables = ["".join(parts) for parts in product("가나다라마바사아", ("람", "온", "별", "솔", "윤", "빈"))]
    pairs = [(f"고{name}", f"남궁{name}") for name in syllables]
    empty.add([told(outlet, pair) for pair in pairs for outlet in ("새벽신문", "저녁일보")])
    made: list[int] = []
    monkeypatch.setattr(review_tellings, "encounter", lambda rows: made.append(len(rows)) or encounter(rows))
    app = page("review_tellings")
    assert shown(app).count(word("tellings_count", "ko", n=2)) == review_tellings.MOST
    assert len(made) == len(pairs)
    app.run()
    assert len(made) == len(pairs)
