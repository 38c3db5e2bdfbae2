"""The page that reviews and corrects, run by Streamlit's own test harness over a real store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest
import streamlit as st
from mounting import chooser, choosers
from papers import told
from rows import entity_row
from sample import extractions
from streamlit.testing.v1 import AppTest

from graphing.decisions import making
from graphing.labels import place_label
from graphing.store import EntityRow, Store
from graphing.tellings import gathered
from graphing.view import curator, names, projection
from graphing.view.session import Key
from graphing.view.words import counts, word

APP = Path(__file__).resolve().parents[2] / "app.py"
PAGE = Path(__file__).resolve().parents[2] / "pages" / "review.py"


@pytest.fixture
def store(empty: Store) -> Store:
    empty.add(extractions())
    return empty


def page(part: str = "review_meetings") -> AppTest:
    app = AppTest.from_file(str(PAGE), default_timeout=60)
    app.session_state[Key.LANGUAGE_SWITCH] = "ko"
    app.session_state[Key.REVIEW_PART] = part
    return app.run()


def press(app: AppTest, name: str) -> AppTest:
    return next(button for button in app.button if button.label == word(name, "ko")).click().run()


def html(app: AppTest) -> str:
    return "\n".join(one.proto.body for one in app.get("html"))


def undecided(store: Store) -> list[int]:
    rows = [row for row in store.meetings() if row.decided is None]
    return [row.id for row in sorted(rows, key=lambda row: (row.certainty, row.id))]


def test_meetings_come_one_after_another_and_are_accepted_rejected_or_left(store: Store) -> None:
    first, second, third, *_ = undecided(store)
    app = page()
    assert not app.exception
    assert 'class="person"' in html(app)
    press(app, "accept")
    assert store.meeting(first).decided == 1
    press(app, "reject")
    assert second not in [row.id for row in store.meetings()]
    press(app, "next")
    assert store.meeting(third).decided is None
    assert [(one.what, one.by, one.why) for one in store.decisions()] == [("accept", "박검토", ""), ("reject", "박검토", "")]
    assert not app.exception


def test_an_encounter_that_articles_tell_alike_is_accepted_once_and_counted_as_in_the_network(empty: Store) -> None:
    empty.add([told("새벽신문"), told("한낮일보"), told("저녁일보", ("탁현서", "고도윤"), day=8)])
    assert len(gathered(empty.snapshot()).meetings) == 2
    app = page()
    assert any(word("review_left", "ko", n=2) == one.value for one in app.caption)
    for _ in range(2):
        press(app, "accept")
        assert not app.exception
    assert [one.value for one in app.success] == [word("review_done", "ko")]
    assert {row.outlet for row in empty.meetings() if row.decided is not None} == {"새벽신문", "한낮일보", "저녁일보"}
    empty.undo(empty.decisions()[0].id, "박검토")
    empty.undo(empty.decisions()[1].id, "박검토")
    left = page()
    assert any(word("review_left", "ko", n=1) == one.value for one in left.caption)


def test_a_rejected_telling_says_nothing_of_the_others(empty: Store) -> None:
    empty.add([told("새벽신문"), told("한낮일보")])
    app = page()
    press(app, "reject")
    assert not app.exception
    assert len(empty.meetings()) == 1
    assert any(word("review_left", "ko", n=1) == one.value for one in app.caption)


def test_only_a_reason_that_was_chosen_is_kept_and_for_one_meeting(store: Store) -> None:
    app = page()
    why = next(one for one in app.selectbox if one.label == word("reject_why", "ko"))
    why.set_value(word("why_event", "ko"))
    press(app, "reject")
    press(app, "reject")
    assert not app.exception
    assert [one.why for one in store.decisions()] == [word("why_event", "ko"), ""]


def test_where_a_meeting_is_told_and_who_decided_before_stand_beside_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    row = store.meeting(undecided(store)[0])
    curated, ids = store.curated(row.article)
    store.decide(making.placed(curated.extraction, curated.traces[ids.index(row.id)].named, "누리회관", "이상대", "사진 설명"))
    app = AppTest.from_file(str(PAGE), default_timeout=60)
    app.session_state[Key.LANGUAGE_SWITCH] = "ko"
    app.session_state[Key.REVIEW] = row.id
    app.run()
    assert not app.exception
    article = curated.extraction.article
    for part in (article.title, article.outlet, f"{article.published:%Y.%m.%d}", "이상대", "“사진 설명”"):
        assert part
        assert part in html(app)
    went: list[str] = []
    monkeypatch.setattr(st, "switch_page", went.append)
    press(app, "whole_article")
    assert went == ["pages/articles.py"]
    assert app.session_state[Key.ARTICLE] == row.article


def test_a_form_corrects_the_fields_that_were_changed(store: Store) -> None:
    first = undecided(store)[0]
    app = page()
    people, sides = choosers(app)[:2]
    assert people.value
    people.set_value([*people.value, "새이름"])
    sides.set_value([])
    app.text_input[0].input("2025-01")
    app.text_input[1].input("")
    press(app, "correct_save")
    assert not app.exception
    assert {one.what for one in store.decisions()} >= {"participants", "date"}
    row = store.meeting(first)
    assert (row.precision, row.place, row.certainty) == ("month", None, 1.0)
    assert "새이름" in [entity_row(store, one).name for one in row.people]


def test_a_form_shows_names_and_places_in_the_readers_language_and_keeps_them_as_written(store: Store) -> None:
    first = undecided(store)[0]
    before = store.meeting(first)
    app = page()
    app.session_state[Key.LANGUAGE] = "en"
    app.run()
    written = [entity_row(store, one).name for one in before.people]
    assert choosers(app)[0].options[: len(written)] == [f"{names.name(one, 'person', 'en')} · {one}" for one in written]
    assert app.text_input[1].label == f"Place · {place_label(before.place or '', 'en')}"
    next(button for button in app.button if button.label == word("correct_save", "en")).click().run()
    assert store.meeting(first).people == before.people
    assert "accept" in {one.what for one in store.decisions()}


def test_a_meeting_of_one_side_is_refused_with_the_reason(store: Store) -> None:
    first = undecided(store)[0]
    before = store.meeting(first)
    app = page()
    people, sides = choosers(app)[:2]
    people.set_value(people.value[:1])
    sides.set_value([])
    press(app, "correct_save")
    assert any("두 쪽" in one.value for one in app.text)
    assert (store.meeting(first), store.decisions()) == (before, ())


def test_a_date_that_is_none_is_told_and_nothing_is_kept(store: Store) -> None:
    app = page()
    app.text_input[0].input("어제쯤")
    press(app, "correct_save")
    assert any("어제쯤" in one.value for one in app.text)
    assert store.decisions() == ()


def test_what_another_curator_decided_meanwhile_is_shown_not_overwritten(store: Store) -> None:
    first = undecided(store)[0]
    app = page()
    curated, ids = store.curated(store.meeting(first).article)
    named = curated.traces[ids.index(first)].named
    store.decide(making.dated(curated.extraction, named, "2024", "이상대", "정정 보도"))
    press(app, "accept")
    assert any("이상대" in one.value and "정정 보도" in one.value for one in app.text)
    assert [one.by for one in store.decisions()] == ["이상대"]
    assert app.text_input[0].value == "2024", "the form shows what stands now"
    press(app, "accept")
    assert [one.by for one in store.decisions()] == ["이상대", "박검토"]


def test_what_was_typed_stays_beside_what_another_curator_decided(store: Store) -> None:
    first = undecided(store)[0]
    app = page()
    curated, ids = store.curated(store.meeting(first).article)
    named = curated.traces[ids.index(first)].named
    store.decide(making.dated(curated.extraction, named, "2024", "이상대"), making.placed(curated.extraction, named, "누리회관", "이상대"))
    app.text_input[1].input("가온빌딩")
    app.text_input[2].input("사진 설명에 있음")
    press(app, "correct_save")
    assert any("이상대" in one.value for one in app.text)
    assert [one.value for one in app.text_input] == ["2024", "가온빌딩", "사진 설명에 있음"]
    press(app, "correct_save")
    last = store.decisions()[-1]
    assert [(one.what, one.by) for one in store.decisions()[2:]] == [("place", "박검토")], "the other's date is not touched"
    assert (last.told(), last.why) == ("가온빌딩", "사진 설명에 있음")


def test_a_meeting_of_two_who_became_one_comes_first_and_says_why_it_is_not_counted(store: Store) -> None:
    first = store.meeting(undecided(store)[0])
    row = next(row for row in store.meetings() if len(row.people) == 2 and set(row.people) != set(first.people))
    one, other = (store.addresses(who) for who in row.people)
    store.decide(making.compared("same", one, other, "이상대"))
    app = page()
    asked = app.session_state[Key.REVIEW]
    assert not store.meeting(asked).counts
    assert word("one_left", "ko") in [one.value for one in app.caption]
    left, aside = len(gathered(store.snapshot()).meetings), sum(not one.counts for one in store.meetings())
    assert f'{word("review_left", "ko", n=left)} · {word("review_aside", "ko", n=aside)}' in [one.value for one in app.caption]
    while not store.meeting(app.session_state[Key.REVIEW]).counts:
        press(app, "reject")
    assert word("one_left", "ko") not in [one.value for one in app.caption]
    assert asked not in [one.id for one in store.meetings()]


def test_two_names_are_merged_renamed_and_all_is_undone(store: Store) -> None:
    before = store.entities("person")
    one, other = (row.id for row in before[:2])
    app = page("review_names")
    chooser(app, f"{Key.REVIEW_NAMES}_one").set_value(one).run()
    chooser(app, f"{Key.REVIEW_NAMES}_other_{one}").set_value(other).run()
    press(app, "merge_do")
    assert not app.exception
    assert len(store.entities("person")) == len(before) - 1
    assert before[0].name in {row.name for row in store.entities("person")}, "who is merged with another keeps the name"
    press(app, "review_decisions")
    assert html(app).count('data-testid="decision"') == 1
    press(app, "undo")
    assert {row.name for row in store.entities("person")} == {row.name for row in before}
    press(app, "redo")
    assert len(store.entities("person")) == len(before) - 1
    assert [one.what for one in store.decisions()] == ["same", "undo", "undo"]


def test_a_company_is_counted_in_the_meetings_of_its_people_as_on_the_home_page(empty: Store) -> None:
    empty.add([told("새벽신문"), told("저녁일보", ("고도윤", "추세라"), day=20, place=None)])
    drawn = projection.scene()
    (company,) = (row for row in drawn.entities.values() if row.name == "가람전자")
    assert company.meetings == 0
    assert len(drawn.attended_by(company.id)) == 2
    app = page("review_names")
    offered = chooser(app, f"{Key.REVIEW_NAMES}_one").options
    assert f"가람전자 · {counts('ko', articles=company.articles, meetings=2)}" in offered


def test_names_looked_at_again_are_not_put_in_order_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page("review_names")
    drawn = projection.scene()

    class Asked(dict[int, EntityRow]):
        def values(self) -> NoReturn:  # type: ignore[override]
            raise AssertionError("everybody is looked at")

    monkeypatch.setitem(vars(drawn), "entities", Asked(drawn.entities))
    monkeypatch.setitem(vars(drawn), "snapshot", replace(drawn.snapshot, affiliations=Asked()))
    app.run()
    assert not app.exception


def test_the_list_of_decisions_names_and_opens_the_article(store: Store) -> None:
    first = store.meeting(undecided(store)[0])
    curated, ids = store.curated(first.article)
    named = curated.traces[ids.index(first.id)].named
    store.decide(making.unmarked(curated.extraction, "person", "탁현서", "박"), making.accepted(curated.extraction, named, "박"))
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.session_state[Key.LANGUAGE_SWITCH] = "ko"
    app.session_state[Key.REVIEW_PART] = "review_decisions"
    app.run().switch_page("pages/review.py").run()
    row = next(row for row in store.articles() if row.id == first.article)
    label = names.plain(f"{row.title} · {row.outlet or word('no_outlet', 'ko')} · {names.told(row.published, 'day', 'ko')}")
    links = [button for button in app.button if button.label == label]
    assert len(links) == 2
    links[0].click().run()
    assert not app.exception
    assert app.session_state[Key.ARTICLE] == first.article
    assert row.title in html(app)
    store.remove(first.article)
    assert label not in [button.label for button in page("review_decisions").button], "a removed article has no way to it"


def test_a_name_form_changes_only_what_was_typed(store: Store) -> None:
    one = store.entities("person")[0]

    def save(name: str | None = None, english: str | None = None, aliases: str | None = None) -> tuple[str, str | None, tuple[str, ...]]:
        app = page("review_names")
        chooser(app, f"{Key.REVIEW_NAMES}_one").set_value(one.id).run()
        for label, typed in zip(("rename_name", "rename_english", "rename_aliases"), (name, english, aliases), strict=True):
            if typed is not None:
                next(field for field in app.text_input if field.label == word(label, "ko")).input(typed)
        press(app, "rename_do")
        assert not app.exception
        row = entity_row(store, one.id)
        return row.name, row.english, store.aliases(one.id)

    assert save(english="Do-yun Ko") == (one.name, "Do-yun Ko", ())
    assert save(english="") == (one.name, None, ())
    assert save(name="고도윤 회장", aliases="고 회장, 도윤 고") == ("고도윤 회장", None, ("고 회장", "도윤 고"))
    assert save(english="Do-yun Ko") == ("고도윤 회장", "Do-yun Ko", ("고 회장", "도윤 고"))
    assert save(aliases="도윤 고") == ("고도윤 회장", "Do-yun Ko", ("도윤 고",))
    made = len(store.decisions())
    assert save() == ("고도윤 회장", "Do-yun Ko", ("도윤 고",))
    assert len(store.decisions()) == made


def test_the_articles_of_a_split_are_told_apart_and_by_the_name_that_each_gives(store: Store) -> None:
    rows = {row.name: row.id for row in store.entities("person")}
    one, other = ([seen.key for seen in store.appearances(rows[name])] for name in ("고도윤", "탁현서"))
    store.decide(making.compared("same", one, other, "박"))
    app = page("review_names")
    chooser(app, f"{Key.REVIEW_NAMES}_one").set_value(store.entities(query="고도윤")[0].id).run()
    offered = chooser(app, label=word("split_which", "ko"))
    assert offered.given["words"]["hint"] == word("which_article", "ko")
    assert len(set(offered.options)) == len(offered.options) == len(one) + len(other)
    shown = store.entities(query="고도윤")[0].name
    assert sum(option.startswith(("고도윤 · ", "탁현서 · ")) for option in offered.options) == len(other if shown == "고도윤" else one)


def test_a_second_tab_that_undoes_the_same_is_told(store: Store) -> None:
    first = undecided(store)[0]
    press(page(), "reject")
    one, other = page("review_decisions"), page("review_decisions")
    press(one, "undo")
    press(other, "undo")
    assert any("박검토" in told.value for told in other.text)
    assert [made.what for made in store.decisions()] == ["reject", "undo"]
    press(other, "redo")
    assert first not in [row.id for row in store.meetings()]


def test_what_is_decided_about_a_name_outlives_one_of_its_articles(store: Store) -> None:
    rows = {row.name: row.id for row in store.entities("person")}
    one, other = rows["고도윤"], rows["탁현서"]
    first = min(seen.article for seen in store.appearances(one))
    app = page("review_names")
    chooser(app, f"{Key.REVIEW_NAMES}_one").set_value(one).run()
    next(field for field in app.text_input if field.label == word("rename_english", "ko")).input("Do-yun Ko")
    press(app, "rename_do")
    chooser(app, f"{Key.REVIEW_NAMES}_one").set_value(one).run()
    chooser(app, f"{Key.REVIEW_NAMES}_other_{one}").set_value(other).run()
    press(app, "merge_do")
    store.remove(first)
    assert [row.english for row in store.entities("person")] == ["Do-yun Ko"]


def test_a_reader_only_looks(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curator, "current", lambda: curator.Curator("손님", "reader"))
    app = page()
    assert word("accept", "ko") not in [button.label for button in app.button]
    assert [one.value for one in app.info] == [word("reader_only", "ko")]
    upload = AppTest.from_file(str(PAGE.with_name("upload.py")), default_timeout=60)
    upload.session_state[Key.LANGUAGE_SWITCH] = "ko"
    assert [one.value for one in upload.run().info] == [word("reader_only", "ko")]
    assert not upload.text_area


@pytest.mark.parametrize("part", ["review_names", "review_tellings", "review_decisions"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_part_opens(store: Store, part: str, language: str) -> None:
    app = page(part)
    app.session_state[Key.LANGUAGE] = language
    assert not app.run().exception


def test_where_there_is_a_sign_in_nobody_comes_in_without(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = {"auth": {"client_id": "…"}, "roles": {"curator": ["lee@example.org"]}}
    monkeypatch.setattr(curator, "_secrets", lambda section: secrets.get(section, {}))
    visitor = SimpleNamespace(is_logged_in=False, to_dict=dict)
    monkeypatch.setattr(st, "user", visitor)
    app = AppTest.from_file(str(PAGE.parents[1] / "app.py"), default_timeout=60).run()
    assert [button.label for button in app.button] == [word("sign_in", "ko")]
    told = {"name": "이검토", "email": "lee@example.org", "email_verified": True}
    monkeypatch.setattr(st, "user", SimpleNamespace(is_logged_in=True, to_dict=lambda: told))
    assert curator.current() == curator.Curator("이검토", "curator")
    press(page(), "accept")
    assert [one.by for one in store.decisions()] == ["이검토"]
    told["email_verified"] = False
    assert curator.current().role == "reader"


@pytest.mark.parametrize(
    ("mail", "role"),
    [("kim@example.org", "owner"), ("PARK@example.org", "curator"), ("lee@example.org", "reader"), ("", "reader")],
)
def test_roles_are_read_from_the_secrets(mail: str, role: str) -> None:
    assert curator.role_of(mail, {"owner": ["Kim@example.org"], "curator": ["park@example.org"]}) == role


def test_whoever_signs_in_may_be_a_curator() -> None:
    assert curator.role_of("lee@example.org", {"curator": ["*"]}) == "curator"
    assert curator.role_of("", {"curator": ["*"]}) == "reader"
