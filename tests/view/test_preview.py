"""The preview over a real store, without a browser: it tells what saving changes, and corrections made in it are saved with the article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mounting import chooser, choosers, shown
from papers import told
from sample import organization
from streamlit.testing.v1 import AppTest

from graphing.decisions import making
from graphing.model import Document, Extraction
from graphing.store import Store, open_store
from graphing.tellings import gathered
from graphing.view import curator, drafts, session
from graphing.view.session import Key
from graphing.view.words import counts, word

PAGE = str(Path(__file__).resolve().parents[2] / "pages" / "upload.py")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("HOEDONG_DATABASE_URL", f"sqlite:///{tmp_path / 'test.sqlite'}")
    monkeypatch.setattr(curator, "_account", lambda: "박검토")
    session.store.clear()
    return open_store()


def preview(monkeypatch: pytest.MonkeyPatch, *found: Extraction) -> AppTest:
    """The page with these articles read: their documents need no date, their reading is given."""
    monkeypatch.setattr(drafts, "read", lambda documents, *_: drafts.Reading(drafts.key(documents), found))
    app = AppTest.from_file(PAGE, default_timeout=60)
    app.session_state[Key.LANGUAGE_SWITCH] = "ko"
    given = tuple(drafts.Opened(drafts.Upload("가.txt", b""), None, (drafts.Draft(Document("가.txt", one.article.text)),)) for one in found)
    app.session_state[Key.UPLOAD_FILES] = drafts.Pile(given)
    app.session_state[Key.UPLOAD_UNDATED] = True
    app.run()
    return press(app, "read")


def press(app: AppTest, name: str) -> AppTest:
    return next(button for button in app.button if button.label == word(name, "ko")).click().run()


def around(block: Any, element: Any) -> Any:
    """The innermost block of a page that holds an element; None where none does."""
    children = list(getattr(block, "children", {}).values()) if not isinstance(block, AppTest) else [block.main]
    if any(one is element or getattr(one, "key", None) == element.key for one in children):
        return block
    return next((found for one in children if (found := around(one, element)) is not None), None)


def test_what_saving_changes_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add([told("새벽신문")])
    app = preview(monkeypatch, told("한낮일보", place="누리회관"), told("저녁일보", ("탁현서", "고도윤"), day=8))
    assert not app.exception
    html = shown(app)
    assert f"{word('change_new', 'ko')} 1" in html
    assert f"{word('change_contradicted', 'ko')} 1" in html
    assert "탁현서" in html.split('data-testid="changes"')[1].split("</section>")[0]
    assert word("told_before", "ko", where="새벽신문") in html
    assert "<td>한빛호텔</td><td>누리회관</td>" in html
    assert store.counts().articles == 1


def test_of_many_new_names_the_rest_is_counted_as_what_they_are_and_opens(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    syllables = "가나다라마바사아자차카타파하"
    firms = [(f"{one}람전자", f"{one}루통신") for one in syllables]
    bare = [told(f"{one}일보", (f"김{one}솔", f"박{one}솔"), words=" ".join(both)) for one, both in zip(syllables, firms, strict=True)]
    named = [tuple(organization(one.article.text, name) for name in both) for one, both in zip(bare, firms, strict=True)]
    many = [replace(one, organizations=both) for one, both in zip(bare, named, strict=True)]
    html = shown(preview(monkeypatch, *many)).split('data-testid="changes"')[1].split("</section>")[0]
    assert word("rest_people", "ko", n=16) in html
    assert word("rest_companies", "ko", n=16) in html
    assert "박하솔" in html


def test_a_correction_made_in_the_preview_is_saved_with_the_article(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add([told("새벽신문")])
    app = preview(monkeypatch, told("한낮일보", place="누리회관"))
    place = next(one for one in app.text_input if one.label == word("place", "ko") and one.value == "누리회관")
    place.input("한빛호텔")
    press(app, "correct_save")
    assert not app.exception
    assert f"{word('change_confirmed', 'ko')} 1" in shown(app)
    assert store.decisions() == ()
    press(app, "save")
    assert [(one.what, one.by, one.told()) for one in store.decisions()] == [("place", "박검토", "한빛호텔")]
    assert {row.place for row in store.meetings()} == {"한빛호텔"}
    assert not app.session_state[Key.UPLOAD_DECISIONS]


def test_what_cannot_hold_is_told_beside_its_field_and_all_that_was_typed_stays(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = preview(monkeypatch, told("한낮일보"))
    day = next(one for one in app.text_input if one.label == word("date", "ko"))
    people = chooser(app, label=word("participants", "ko"))
    day.input("2025-13-40")
    people.set_value(people.value[:1])
    press(app, "correct_save")
    assert not app.exception
    day = next(one for one in app.text_input if one.label == word("date", "ko"))
    assert ["2025-13-40" in one.value for one in around(app, day).get("text")] == [True]
    assert sum("두 쪽" in one.value for one in app.text) == 1
    assert day.value == "2025-13-40"
    assert Key.UPLOAD_DECISIONS not in app.session_state or not app.session_state[Key.UPLOAD_DECISIONS]
    assert not app.toast
    day.input("2025-02-04")
    people = chooser(app, label=word("participants", "ko"))
    people.set_value(people.options[:2])
    press(app, "correct_save")
    assert not app.error
    assert len(app.session_state[Key.UPLOAD_DECISIONS]) == 1


def test_a_missed_meeting_that_cannot_be_is_told_in_its_form(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = preview(monkeypatch, told("한낮일보"))
    next(one for one in app.selectbox if one.label == word("missed_sentence", "ko")).select_index(0).run()
    for one in choosers(app):
        if one.key.startswith(Key.MISSED):
            one.set_value([])
    press(app, "missed_add")
    form = around(app, next(one for one in app.button if one.label == word("missed_add", "ko")))
    assert ["두 쪽" in one.value for one in form.get("text")] == [True]
    assert Key.UPLOAD_DECISIONS not in app.session_state or not app.session_state[Key.UPLOAD_DECISIONS]


def test_what_a_press_far_below_is_refused_for_is_told_over_the_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = preview(monkeypatch, told("한낮일보"))
    next(one for one in app.text_input if one.label == word("mark_words", "ko")).input("없는 말")
    press(app, "mark")
    assert ["없는 말" in one.value for one in app.toast] == [True]
    assert any("없는 말" in one.value for one in app.text)


def test_a_stored_meeting_is_said_to_be_the_same_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add([told("새벽신문")])
    app = preview(monkeypatch, told("한낮일보", day=7))
    press(app, "together")
    assert not app.exception
    assert f"{word('change_contradicted', 'ko')} 1" in shown(app)
    press(app, "save")
    assert len(gathered(store.snapshot()).meetings) == 1
    assert [one.what for one in store.decisions()] == ["together"]


def test_a_correction_is_taken_back_before_saving(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = preview(monkeypatch, told("한낮일보"))
    press(app, "reject")
    assert word("no_meetings_found", "ko") in [one.value for one in app.caption]
    assert any(counts("ko", meetings=0) in one.value for one in app.caption)
    press(app, "undo")
    assert any(counts("ko", meetings=1) in one.value for one in app.caption)
    assert f"{word('change_new', 'ko')} 1" in shown(app)
    press(app, "save")
    assert store.decisions() == ()
    assert len(store.meetings()) == 1


def test_who_else_decided_meanwhile_is_told_and_nothing_is_lost(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add([told("한낮일보")])
    app = preview(monkeypatch, told("한낮일보"))
    press(app, "reject")
    curated, _ = store.curated(1)
    store.decide(making.accepted(curated.extraction, curated.traces[0].named, "이상대"))
    press(app, "save")
    assert any("이상대" in one.value for one in app.text)
    assert [one.by for one in store.decisions()] == ["이상대"]
    press(app, "save")
    assert [one.what for one in store.decisions()] == ["accept", "reject"]


def test_corrections_stay_when_outlet_and_date_are_given_after_them(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add([told("새벽신문")])
    read = told("한낮일보", day=7)
    bare = replace(read, article=replace(read.article, outlet=None))
    app = preview(monkeypatch, bare)
    press(app, "together")
    next(one for one in app.text_input if one.label == word("place", "ko") and one.value == "한빛호텔").input("누리회관")
    press(app, "correct_save")
    monkeypatch.setattr(drafts, "read", lambda documents, *_: drafts.Reading(drafts.key(documents), (read,)))
    app.text_input(key=Key.UPLOAD_OUTLET).input("한낮일보").run()
    press(app, "read_again")
    assert not app.exception
    assert "→ 누리회관" in shown(app)
    press(app, "save")
    assert [one.what for one in store.decisions()] == ["together", "place"]
    assert len(gathered(store.snapshot()).meetings) == 1
    assert "누리회관" in {row.place for row in store.meetings()}


def test_corrections_whose_text_is_gone_are_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = preview(monkeypatch, told("한낮일보"))
    press(app, "reject")
    other = told("한낮일보", ("탁현서", "고도윤"))
    monkeypatch.setattr(drafts, "read", lambda documents, *_: drafts.Reading(drafts.key(documents), (other,)))
    app.text_input(key=Key.UPLOAD_OUTLET).input("한낮일보").run()
    press(app, "read_again")
    assert word("decided_gone", "ko", n=1) in [one.value for one in app.warning]
    assert "고도윤·남궁설" in shown(app)
    press(app, "save")
    assert store.decisions() == ()


def test_what_is_half_typed_of_one_meeting_stays_when_another_is_corrected(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = preview(monkeypatch, told("한낮일보", place="누리회관"), told("저녁일보", ("탁현서", "고도윤"), place="가온빌딩"))

    def fields() -> dict[tuple[str, str], list[str]]:
        """The fields by label and what stands in them: a browser keeps what is half typed as long as a field is the same."""
        found: dict[tuple[str, str], list[str]] = {}
        for one in app.text_input:
            found.setdefault((one.label, one.value), []).append(one.proto.id)
        return found

    before = fields()
    press(app, "accept")
    assert word("decided_here", "ko", n=1) in [one.label for one in app.expander]
    after = fields()
    changed = {key for key in before if before[key] != after[key]}
    first = [(word("place", "ko"), "누리회관"), (word("date", "ko"), "2025-03-04"), (word("decided_why", "ko"), "")]
    assert changed == set(first), "only the form of the meeting that was accepted begins anew"
    assert [len(set(before[key]) - set(after[key])) for key in first] == [1, 1, 1]


def test_of_many_articles_the_chosen_one_stays_when_a_meeting_of_it_is_none(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = preview(monkeypatch, *(told(f"{number}일보", day=number) for number in range(1, 7)))
    chosen = chooser(app, label=word("which_article", "ko"))
    chosen.set_value(3).run()
    before = list(chooser(app, label=word("which_article", "ko")).options)
    press(app, "reject")
    assert not app.exception
    after = chooser(app, label=word("which_article", "ko"))
    assert list(after.options) == before, "an option that is named anew is let go by the browser"
    assert after.value == 3
    assert word("no_meetings_found", "ko") in [one.value for one in app.caption]
