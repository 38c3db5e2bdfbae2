"""Decisions in the store: what they change, how they are undone, moved to another store, and what two curators see of each other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rows import entity_row

from graphing.decisions import Decision, making
from graphing.decisions.addressing import digest
from graphing.decisions.rows import line, parse, undoing
from graphing.errors import ConflictError, InputError, NotFoundError
from graphing.model import Extraction, Span
from graphing.store import Imported, Snapshot, Store, deciding, open_store
from graphing.tellings import gathered

Make = Callable[..., Extraction]
PEOPLE = {"김가온": [("누리전자", "회장")], "박다솔": [("한솔은행", "행장")]}
MET = {"who": ["김가온", "박다솔"], "day": date(2025, 2, 4), "place": "미리내호텔"}
PLANNED = {"who": ["김가온"], "orgs": ["별빛산업"], "status": "planned", "certainty": 0.4}


def kept(store: Store, make: Make) -> tuple[int, Extraction]:
    """An article with two meetings, stored."""
    given_ = make(PEOPLE, MET, PLANNED)
    (article,) = store.add([given_]).articles
    return article, given_


def plain(snapshot: Snapshot) -> object:
    """A snapshot by names: of its ids nothing is left, for who or what comes back may get another."""
    names = {row.id: row.name for row in snapshot.entities}
    return (
        sorted(repr(replace(row, id=0)) for row in snapshot.entities),
        sorted((names[row.person], names.get(row.organization or 0), row.title, row.articles) for row in snapshot.affiliations),
        [
            (replace(row, id=0, people=(), organizations=()), [names[one] for one in (*row.people, *row.organizations)])
            for row in snapshot.meetings
        ],
    )


def test_a_correction_shows_everywhere_and_the_reading_stays(store: Store, make: Make) -> None:
    article, read = kept(store, make)
    before = store.snapshot()
    first = read.meetings[0]
    (wrong,) = store.decide(making.attended(read, first, ["김가온"], ["별빛산업"], "박", "박 행장은 오지 않았다"))
    names = {row.id: row.name for row in store.snapshot().entities}
    (shown,) = [row for row in store.meetings() if row.id == before.meetings[0].id]
    assert ([names[one] for one in shown.people], [names[one] for one in shown.organizations]) == (["김가온"], ["별빛산업"])
    assert (shown.decided, shown.certainty) == (wrong.id, 1.0)
    assert store.reading(article) == read
    assert store.extraction(article).meetings[0].orgs == ("별빛산업",)
    assert store.snapshot().revision > before.revision
    store.undo(wrong.id, "이", "왔다")
    assert plain(store.snapshot()) == plain(before)
    assert [(one.what, one.by, one.why) for one in store.decisions()] == [
        ("participants", "박", "박 행장은 오지 않았다"),
        ("undo", "이", "왔다"),
    ]


def test_a_rejected_meeting_is_nowhere_but_in_the_trace(store: Store, make: Make) -> None:
    article, read = kept(store, make)
    ids = [row.id for row in store.meetings()]
    store.decide(making.rejected(read, read.meetings[0], "박", "전화였다"))
    assert [row.id for row in store.meetings()] == ids[1:]
    with pytest.raises(NotFoundError):
        store.evidence(meeting=ids[0])
    curated, meetings = store.curated(article)
    assert meetings == (None, ids[1])
    assert [trace.read for trace in curated.traces] == list(read.meetings)


def test_a_decision_is_kept_when_the_article_is_read_again(store: Store, make: Make) -> None:
    article, read = kept(store, make)
    store.decide(making.dated(read, read.meetings[0], "2025-01", "박"), making.rejected(read, read.meetings[1], "박", "예정일 뿐"))
    assert store.add([read], version=1).unchanged == 1
    better = replace(read, meetings=(replace(read.meetings[1], certainty=0.9), replace(read.meetings[0], place=None)))
    assert store.add([better], version=2).replaced == 1
    assert store.reading(article) == better
    (row,) = store.meetings()
    assert (row.precision, row.first, row.place) == ("month", date(2025, 1, 1), None)
    store.remove(article)
    store.add([read], version=2)
    assert [(row.first, row.place) for row in store.meetings()] == [(date(2025, 1, 1), "미리내호텔")]


def test_a_missed_meeting_and_who_it_names(store: Store, make: Make) -> None:
    read = make(PEOPLE, tail="노유찬 대표가 박다솔 행장을 만났다.")
    (article,) = store.add([read]).articles
    sentence = Span(read.article.text.index("노유찬"), len(read.article.text) - 1)
    (added,) = store.decide(making.missed(read, sentence, ["노유찬", "박다솔"], "박", date="2025-02-03"))
    (row,) = store.meetings()
    (proof,) = store.evidence(meeting=row.id)
    assert {proof.text[mark.start : mark.end] for mark in proof.highlights if mark.kind == "person"} == {"노유찬", "박다솔"}
    assert store.articles()[0].meetings == 1
    store.undo(added.id, "박")
    assert (store.meetings(), store.extraction(article)) == ((), read)


def test_who_decides_on_what_they_have_not_seen_is_told(store: Store, make: Make) -> None:
    _, read = kept(store, make)
    first, second = read.meetings
    seen = store.latest()
    store.decide(making.dated(read, first, "2025-02-03", "박", "정정 보도"), seen=seen)
    with pytest.raises(ConflictError, match=r"박 has decided.*정정 보도"):
        store.decide(making.rejected(read, first, "이", "오보"), seen=seen)
    assert [one.by for one in store.decisions()] == ["박"]
    store.decide(making.rejected(read, second, "이", "오보"), seen=seen)
    store.decide(making.rejected(read, first, "이", "오보"), seen=store.latest())
    with pytest.raises(ConflictError):
        store.decide(making.accepted(read, first, "박"), seen=store.latest() - 1)


def test_who_adds_the_meeting_that_another_has_added_is_told_also_once_it_is_undone(store: Store, make: Make) -> None:
    _, read = kept(store, make)
    sentence = read.meetings[0].evidence[0]
    seen = store.latest()
    (first,) = store.decide(making.missed(read, sentence, ["김가온", "새별"], "박", date="2025-02-03"))
    for who in (["김가온", "새별"], ["김가온", "새별", "박다솔"]):
        with pytest.raises(ConflictError, match="박 has decided"):
            store.decide(making.missed(read, sentence, who, "이", date="2025-02-01"), seen=seen)
    before = store.latest()
    store.undo(first.id, "정")
    with pytest.raises(ConflictError, match="정 has decided"):
        store.decide(making.missed(read, sentence, ["김가온", "새별", "박다솔"], "이"), seen=before)


def test_who_names_somebody_that_another_has_merged_is_told(store: Store, make: Make) -> None:
    kept(store, make)
    known = {row.name: row.id for row in store.entities("person")}
    one, other = (store.addresses(known[name]) for name in ("김가온", "박다솔"))
    seen = store.latest()
    store.decide(making.compared("same", one, other, "박"))
    with pytest.raises(ConflictError, match="박 has decided"):
        store.decide(making.called(other[0], "이", name="박다슬", also=other), seen=seen)
    assert len(store.decisions()) == 1


def test_two_curators_at_once_lose_nothing(store: Store, make: Make) -> None:
    _, read = kept(store, make)
    told: list[str] = []

    def curate(name: str) -> None:
        for day in range(1, 7):
            while True:
                seen = store.latest()
                try:
                    store.decide(making.dated(read, read.meetings[0], f"2025-03-{day:02}", name), seen=seen)
                    break
                except ConflictError as error:
                    told.append(str(error))

    threads = [threading.Thread(target=curate, args=(name,)) for name in ("박", "이")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made = store.decisions()
    assert sorted(one.by for one in made) == ["박"] * 6 + ["이"] * 6
    assert [one.id for one in made] == sorted({one.id for one in made})
    (row,) = [row for row in store.meetings() if row.decided]
    assert row.first is not None
    assert row.first.isoformat() == made[-1].told()


def test_an_undo_of_nothing_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError, match="7"):
        store.undo(7, "박")


def test_what_is_undone_is_not_undone_again(store: Store, make: Make) -> None:
    _, read = kept(store, make)
    before = plain(store.snapshot())
    (made,) = store.decide(making.rejected(read, read.meetings[0], "박", "오보"))
    decided = plain(store.snapshot())
    undo = store.undo(made.id, "박")
    with pytest.raises(ConflictError, match="박 has already done this"):
        store.undo(made.id, "이")
    assert (plain(store.snapshot()), len(store.decisions())) == (before, 2)
    redo = store.undo(undo.id, "이")
    assert plain(store.snapshot()) == decided
    with pytest.raises(ConflictError, match="이 has already done this"):
        store.undo(undo.id, "박")
    store.undo(redo.id, "박")
    assert plain(store.snapshot()) == before


def test_what_two_stores_have_undone_comes_back_at_once(store: Store, make: Make) -> None:
    _, read = kept(store, make)
    (made,) = store.decide(making.rejected(read, read.meetings[0], "박", "오보"))
    decided = plain(store.snapshot())
    with open_store("sqlite://") as other:
        other.import_decisions(store.decisions())
        other.undo(made.id, "정")
        store.undo(made.id, "이")
        assert store.import_decisions(other.decisions()).new == 1
    store.undo(store.decisions()[-1].id, "박")
    assert plain(store.snapshot()) == decided


def test_decisions_move_as_lines_and_only_once(store: Store, make: Make) -> None:
    _, read = kept(store, make)
    store.decide(making.dated(read, read.meetings[0], "2025-01", "박"), making.rejected(read, read.meetings[1], "박", "예정"))
    store.undo(store.decisions()[0].id, "이")
    lines = [line(one) for one in store.decisions()]
    with open_store("sqlite://") as other:
        other.decide(making.dated(read, read.meetings[0], "2024", "정"))
        made = [parse(text, "") for text in lines]
        assert other.import_decisions(made) == Imported(3)
        assert other.import_decisions(made) == Imported(0)
        other.add([read])
        assert [(row.precision, row.status) for row in other.meetings()] == [("year", "held")]


def test_of_decisions_of_two_stores_those_decided_last_hold(store: Store, make: Make) -> None:
    _, read = kept(store, make)
    first = read.meetings[0]
    key = f"{making.digest(read.article)}/person/김가온"
    then, now = datetime(2025, 1, 7), datetime(2026, 1, 7)

    def at(when: datetime, *made: Decision) -> list[Decision]:
        return [replace(one, id=number, decided=when) for number, one in enumerate(made, 1)]

    store.decide(*at(now, making.placed(read, first, "새호텔", "이"), making.called(key, "이", name="김가은")))
    before = plain(store.snapshot())
    older = at(
        then,
        making.placed(read, first, "옛호텔", "박"),
        making.rejected(read, first, "박", "오보"),
        making.called(key, "박", name="김가언"),
        making.called(key, "박", english="Ga-on Kim"),
        making.dated(read, first, "2025-02-03", "박"),
    )
    assert store.import_decisions(older[:3]) == Imported(3, 3)
    assert plain(store.snapshot()) == before
    assert store.import_decisions(older) == Imported(2, 0)
    (row,) = [row for row in store.meetings() if row.decided]
    assert (row.place, row.first, row.decided) == ("새호텔", date(2025, 2, 3), 1)
    assert [(one.name, one.english) for one in store.entities("person", query="김가은")] == [("김가은", "Ga-on Kim")]
    assert store.import_decisions(at(datetime(2026, 2, 1), making.placed(read, first, "딴호텔", "정"))) == Imported(1, 0)
    assert store.meeting(row.id).place == "딴호텔"


def test_a_curator_who_wrote_with_characters_that_are_changed_on_the_way(store: Store, make: Make) -> None:
    read = make(PEOPLE, MET, tail="앞\x00뒤")
    (article,) = store.add([read]).articles
    found = store.reading(article)
    (made,) = store.decide(making.rejected(found, found.meetings[0], "박", "잘못"))
    assert store.meetings() == ()
    store.undo(made.id, "박")
    assert store.extraction(article) == found


MAKES: list[Callable[[Extraction], Decision]] = [
    lambda read: making.rejected(read, read.meetings[0], "박", "전화"),
    lambda read: making.accepted(read, read.meetings[1], "이"),
    lambda read: making.attended(read, read.meetings[1], ["박다솔", "새별"], ["별빛산업"], "박"),
    lambda read: making.placed(read, read.meetings[0], "다른 곳", "박"),
    lambda read: making.unmarked(read, "person", "박다솔", "박"),
    lambda read: making.marked(read, "organization", "미리내호텔", "이"),
    lambda read: making.held(read, "김가온", read.people[0].affiliations[0], None, "박"),
    lambda read: making.called(f"{making.digest(read.article)}/person/김가온", "이", name="김가은", english="Ga-eun Kim"),
    lambda read: making.compared(
        "same", [f"{making.digest(read.article)}/person/김가온"], [f"{making.digest(read.article)}/person/박다솔"], "이"
    ),
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.sampled_from(range(len(MAKES))), min_size=1, max_size=6), data=st.data())
def test_undoing_all_gives_the_untouched_store(make: Make, chosen: list[int], data: st.DataObject) -> None:
    with open_store("sqlite://") as store:
        article, read = kept(store, make)
        store.add([make(PEOPLE, tail="둘째 글")])
        before = plain(store.snapshot())
        for number in chosen:
            # Who is no longer a name is nobody to compare.
            with suppress(NotFoundError):
                store.decide(MAKES[number](read))
        assert store.reading(article) == read
        for one in data.draw(st.permutations(store.decisions())):
            store.undo(one.id, "정")
        assert (plain(store.snapshot()), store.extraction(article)) == (before, read)


def test_what_is_foreseen_is_not_kept(store: Store, make: Make) -> None:
    kept(store, make)
    before = store.snapshot()
    other = make(PEOPLE, MET, outlet="새벽신문")
    wrong = making.rejected(other, other.meetings[0], "박", "회동이 아니다")
    found = store.foresee([other], 1, [wrong])
    assert found.before == before
    assert (found.added.new, len(found.after.meetings)) == (1, len(before.meetings))
    assert found.meetings[found.added.articles[0]] == ()
    assert (store.snapshot(), store.decisions()) == (before, ())
    store.add([other], 1, [wrong])
    assert plain(replace(store.snapshot(), revision=0)) == plain(replace(found.after, revision=0))


def two_papers(store: Store, make: Make) -> list[tuple[Extraction, int]]:
    """One dinner in two papers that put it two days apart: each reading with the id of its article."""
    late = {**MET, "day": date(2025, 2, 6)}
    read = [make(PEOPLE, MET), make(PEOPLE, late, outlet="새벽신문", source="나.txt", published=date(2025, 2, 7))]
    return list(zip(read, store.add(read).articles, strict=True))


def test_two_tellings_are_one_until_that_is_undone_and_after_another_reading(store: Store, make: Make) -> None:
    (one, first), (other, _) = two_papers(store, make)
    assert len(gathered(store.snapshot()).meetings) == 2
    before = store.revision()
    (kept_,) = store.decide(making.told("together", (other, other.meetings[0]), [(one, one.meetings[0])], "박", "오보"))
    assert store.revision() > before
    (row,) = gathered(store.snapshot()).meetings
    assert len(row.tellings) == 2
    again = replace(one, meetings=(replace(one.meetings[0], certainty=0.5, place=None),))
    assert store.add([again], 2).replaced == 1
    assert len(gathered(store.snapshot()).meetings) == 1
    store.remove(first)
    assert store.snapshot().pairs == ()
    store.add([one], 2)
    assert len(gathered(store.snapshot()).meetings) == 1
    undone = store.undo(kept_.id, "이")
    assert len(gathered(store.snapshot()).meetings) == 2
    store.undo(undone.id, "박")
    assert len(gathered(store.snapshot()).meetings) == 1


def test_of_an_article_only_those_decisions_are_read_that_are_about_it(
    store: Store, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one, _), (other, _) = two_papers(store, make)
    (paired,) = store.decide(making.told("together", (one, one.meetings[0]), [(other, other.meetings[0])], "박"))
    (back,) = store.decide(undoing(paired, "이"))
    (own,) = store.decide(making.placed(one, one.meetings[0], "누리회관", "박"))
    firms = store.entities("organization")
    store.decide(*(making.grouped(store.appearances(firm.id)[0].key, "누리그룹", "박") for firm in firms))
    read: list[int] = []
    made = deciding._decision
    monkeypatch.setattr(deciding, "_decision", lambda row: read.append(row["id"]) or made(row))
    assert store.decisions(digest(one.article)) == (paired, back, own)
    assert store.decisions(digest(other.article)) == (paired, back)
    assert read == [paired.id, back.id, own.id, paired.id, back.id]


def test_decisions_about_tellings_and_groups_move_to_another_store(store: Store, make: Make) -> None:
    (one, _), (other, _) = two_papers(store, make)
    store.decide(making.told("together", (one, one.meetings[0]), [(other, other.meetings[0])], "박"))
    (firm,) = [row for row in store.entities("organization") if row.name == "누리전자"]
    store.decide(making.grouped(store.appearances(firm.id)[0].key, "누리그룹", "박"))
    lines = [line(made) for made in store.decisions()]
    with open_store("sqlite://") as fresh:
        assert fresh.import_decisions(parse(text, "all.jsonl") for text in lines) == Imported(2)
        fresh.add([one, other])
        assert len(gathered(fresh.snapshot()).meetings) == 1
        assert {row.name: row.group for row in fresh.entities("organization")} == {"누리전자": "누리그룹", "한솔은행": None}


def test_two_who_decide_about_the_same_tellings_are_told(store: Store, make: Make) -> None:
    (one, _), (other, _) = two_papers(store, make)
    store.decide(making.told("together", (one, one.meetings[0]), [(other, other.meetings[0])], "박"))
    with pytest.raises(ConflictError, match="박"):
        store.decide(making.told("apart", (other, other.meetings[0]), [(one, one.meetings[0])], "이"), seen=0)


@pytest.mark.parametrize("group", ["누리그룹", None])
def test_a_company_is_put_into_a_group_and_out_again(store: Store, make: Make, group: str | None) -> None:
    kept(store, make)
    (firm,) = [row for row in store.entities("organization") if row.name == "누리전자"]
    (made,) = store.decide(making.grouped(store.appearances(firm.id)[0].key, group, "박", "지분 매각"))
    assert entity_row(store, firm.id).group == (group or "")
    store.add([make({"최보라": [("누리전자", "사장")]}, source="나.txt", outlet="새벽신문")])
    (same,) = [row for row in store.entities("organization") if row.name == "누리전자"]
    assert (same.group, same.articles) == (group or "", 2)
    store.undo(made.id, "이")
    assert {row.group for row in store.entities()} == {None}


def test_what_is_no_pair_of_tellings_or_no_organisation_is_refused(store: Store, make: Make) -> None:
    _, read = kept(store, make)
    with pytest.raises(InputError, match="two articles"):
        making.told("together", (read, read.meetings[0]), [(read, read.meetings[1])], "박")
    with pytest.raises(InputError, match="not an organisation"):
        making.grouped("abc/person/김가온", "누리그룹", "박")
