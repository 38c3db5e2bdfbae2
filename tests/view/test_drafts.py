"""Dropped files and pasted text become documents; nothing is dated that nobody has dated."""

from __future__ import annotations

import json
from datetime import date

import pytest

from graphing.errors import InputError
from graphing.view import drafts
from graphing.view.drafts import Details, Upload

STAMPED = "가람전자 회장, 나루은행장과 회동\n\n입력 2024.03.05 09:00\n\n도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만났다.\n"
PLAIN = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만났다.\n"


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


def test_text_and_records_become_documents() -> None:
    records = "\n".join([line(id="a1", text=PLAIN, published="2024-03-06"), line(id="a2", text=PLAIN)])
    found = drafts.pile([Upload("면.txt", PLAIN.encode()), Upload("묶음.jsonl", records.encode())])
    assert [(one.file, one.document.source, one.document.published) for one in found.drafts] == [
        ("면.txt", "면.txt", None),
        ("묶음.jsonl", "a1", date(2024, 3, 6)),
        ("묶음.jsonl", "a2", None),
    ]
    assert found.problems == ()


@pytest.mark.parametrize(
    "files",
    [
        {"가.jsonl": [line(id="1", text=PLAIN)], "나.jsonl": [line(id="1", text=STAMPED)]},
        {"가.jsonl": [line(id="1", text=PLAIN), line(id="1", text=STAMPED)]},
    ],
)
def test_what_is_said_of_one_document_is_not_said_of_another_of_its_id(files: dict[str, list[str]]) -> None:
    found = drafts.pile(Upload(name, "\n".join(lines).encode()) for name, lines in files.items()).drafts
    one, other = found
    assert one.document.source == other.document.source
    each = ((one.place, date(2025, 2, 5), None), (other.place, None, "가람일보"))
    assert [(made.published, made.outlet) for made in drafts.completed(found, Details(each=each))] == [
        (date(2025, 2, 5), None), (None, "가람일보")
    ]  # fmt: skip
    assert drafts.undated(found, printed=False, each=each) == 1


def test_a_sidecar_tells_the_particulars_of_its_text() -> None:
    sidecar = line(published="2024-03-06", outlet="가람일보").encode()
    for uploads in (
        [Upload("면.txt", PLAIN.encode()), Upload("면.json", sidecar)],
        [Upload("면.json", sidecar), Upload("면.txt", PLAIN.encode())],
    ):
        (one,) = drafts.pile(uploads).drafts
        assert (one.document.published, one.document.outlet) == (date(2024, 3, 6), "가람일보")


@pytest.mark.parametrize(
    ("uploads", "source", "number", "told"),
    [
        ([Upload("홀로.json", b"{}")], "홀로.json", None, "홀로.txt, which is missing; drop that file too, or put articles in a .jsonl"),
        ([Upload("그림.txt", b"\x89PNG\0\0")], "그림.txt", None, "UTF-8"),
        ([Upload("묶음.jsonl", b'{"text": "a"}\n{oops')], "묶음.jsonl", 2, "JSON"),
        ([Upload("빈.txt", b" \n")], "빈.txt", None, "no article text"),
        ([Upload("면.txt", b"a"), Upload("면.json", b'{"published": "5th"}')], "면.txt", None, "2025-02-05"),
    ],
)
def test_what_cannot_be_read_is_told_by_file_and_line(uploads: list[Upload], source: str, number: int | None, told: str) -> None:
    (problem,) = drafts.pile(uploads).problems
    assert (problem.source, problem.line) == (source, number)
    assert told in problem.message


def test_a_file_dropped_again_replaces_the_first_and_says_so_where_it_differs() -> None:
    first = drafts.pile([Upload("면.txt", "가".encode())])
    again = drafts.pile([*first.uploads, Upload("면.txt", "가".encode())], before=first)
    assert (again.files[0].notes, again) == ((), first)
    found = drafts.pile([*again.uploads, Upload("면.txt", "나".encode())], before=again)
    assert [one.document.text for one in found.drafts] == ["나"]
    assert ["replaces an earlier file" in note.message for note in found.files[0].notes] == [True]
    assert drafts.pile(found.uploads, before=found) == found


@pytest.mark.parametrize(
    ("dropped", "named"),
    [
        (["면.txt", "면.pdf", "글.txt"], ["면.txt", "면.pdf", "글.txt"]),
        (["면.txt", "면.txt", "글.txt", "면.txt"], ["면.txt", "면 (2).txt", "글.txt", "면 (3).txt"]),
        (["면.txt", "면 (2).txt", "면.txt"], ["면.txt", "면 (2).txt", "면 (3).txt"]),
        (["면.txt", "면.pdf", "면.txt"], ["면.txt", "면.pdf", "면 (2).txt"]),
        (["면.json", "면.txt", "면.txt", "면.json"], ["면.json", "면.txt", "면 (2).txt", "면 (2).json"]),
        # Whose the .json is nobody knows.
        (["면.txt", "면.txt", "면.json"], ["면 (1).txt", "면 (2).txt", "면.json"]),
        (["면.txt", "면.json", "면.json"], ["면.txt", "면 (1).json", "면 (2).json"]),
    ],
)
def test_files_of_one_name_in_one_drop_are_told_apart(dropped: list[str], named: list[str]) -> None:
    found = drafts.apart(Upload(name, str(number).encode()) for number, name in enumerate(dropped))
    assert [one.name for one in found] == named
    assert [one.data for one in found] == [str(number).encode() for number in range(len(dropped))]


def test_files_of_one_name_in_one_drop_keep_what_stands_beside_each() -> None:
    texts = [Upload("면.txt", f"{PLAIN}{number}".encode()) for number in (1, 2)]
    beside = [Upload("면.json", line(outlet=outlet).encode()) for outlet in ("가람일보", "나루일보")]
    found = drafts.pile(drafts.apart([*texts, *beside]))
    assert [(one.document.text[-1], one.document.outlet) for one in found.drafts] == [("1", "가람일보"), ("2", "나루일보")]
    unsure = drafts.pile(drafts.apart([*texts, beside[0]]))
    assert [one.document.outlet for one in unsure.drafts] == [None, None]
    assert [one.source for one in unsure.problems] == ["면.json"]


def test_a_name_with_folders_stays_inside() -> None:
    found = drafts.pile([Upload("../../면.txt", PLAIN.encode())])
    assert [one.document.source for one in found.drafts] == ["면.txt"]


def test_a_headline_as_a_file_name_is_taken() -> None:
    name = "가람전자와 나루은행의 회동 " * 10
    (one,) = drafts.pile([Upload(f"{name}.txt", PLAIN.encode()), Upload(f"{name}.json", b'{"published": "2024-03-06"}')]).drafts
    assert one.document.published == date(2024, 3, 6)


def test_the_same_pasted_text_has_the_same_name() -> None:
    first, second, other = (drafts.pasted(text) for text in (PLAIN, PLAIN, STAMPED))
    assert first
    assert second
    assert other
    assert first.document.source == second.document.source != other.document.source
    assert drafts.pasted(" \n") is None


def test_a_printed_date_is_proposed_and_taken_only_when_confirmed() -> None:
    draft = drafts.pasted(STAMPED)
    assert draft
    assert drafts.printed_dates([draft]) == (date(2024, 3, 5),)
    assert drafts.undated([draft], printed=False) == 1
    assert drafts.undated([draft], printed=True) == 0
    assert drafts.completed((draft,), Details())[0].published is None
    assert drafts.completed((draft,), Details(printed=True))[0].published == date(2024, 3, 5)


def test_what_the_reader_says_fills_only_the_gaps() -> None:
    sidecar = line(published="2024-03-06", outlet="가람일보").encode()
    found = drafts.pile([Upload("면.txt", PLAIN.encode()), Upload("면.json", sidecar), Upload("둘.txt", PLAIN.encode())])
    said = Details(date(2025, 1, 1), outlet="나루신문")
    assert [(one.published, one.outlet) for one in drafts.completed(found.drafts, said)] == [
        (date(2024, 3, 6), "가람일보"),
        (date(2025, 1, 1), "나루신문"),
    ]


def test_what_the_reader_says_of_a_single_document_counts() -> None:
    sidecar = line(published="2024-03-06", outlet="가람일보", title="가").encode()
    found = drafts.pile([Upload("면.txt", PLAIN.encode()), Upload("면.json", sidecar)])
    (one,) = drafts.completed(found.drafts, Details(date(2025, 6, 20), outlet="나루신문"))
    assert (one.published, one.outlet, one.title) == (date(2025, 6, 20), "나루신문", "가")


def test_a_change_of_the_draft_is_noticed() -> None:
    draft = drafts.pasted(PLAIN)
    assert draft
    keys = {
        drafts.key(drafts.completed((draft,), said))
        for said in (Details(), Details(), Details(date(2025, 1, 1)), Details(outlet="나루신문"))
    }
    assert len(keys) == 3


def test_too_much_for_a_page_is_sent_to_the_command_line() -> None:
    draft = drafts.pasted("가" * (drafts.MOST_CHARACTERS + 1))
    assert draft
    with pytest.raises(InputError, match="python -m graphing add"):
        drafts.read(drafts.completed((draft,), Details()), lambda number, share: None)


def test_what_was_opened_is_not_opened_again() -> None:
    first, bad = Upload("면.txt", PLAIN.encode()), Upload("나쁨.txt", b"\0\1")
    before = drafts.pile([first, bad])
    after = drafts.pile([first, bad, Upload("둘.txt", PLAIN.encode())], before=before)
    assert [one is other for one, other in zip(before.files, after.files, strict=False)] == [True, False]
    with_sidecar = drafts.pile([first, Upload("면.json", b'{"published": "2024-03-06"}')], before=before)
    assert [one.document.published for one in with_sidecar.drafts] == [date(2024, 3, 6)]


def test_it_is_told_which_file_is_opened_and_how_far() -> None:
    heard: list[tuple[int, int]] = []
    files = [Upload("0.txt", PLAIN.encode()), Upload("1.csv", f"본문,제목\n{PLAIN},가\n{PLAIN},나\n".encode()), Upload("2.txt", b"\0")]
    drafts.pile(files, told=lambda number, documents: heard.append((number, documents)))
    assert list(dict.fromkeys(heard)) == [(1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (3, 0)]


def test_opening_goes_on_where_it_was_interrupted_and_a_stop_names_what_it_leaves_out() -> None:
    files = [Upload(f"{number}.txt", PLAIN.encode()) for number in range(4)]
    kept: list[drafts.Opened] = []
    whole = drafts.pile(files, keep=kept.append)
    assert tuple(kept) == whole.files
    asked: list[int] = []
    assert drafts.pile(files, told=lambda number, documents: asked.append(number), done=whole.files[:2]) == whole
    assert sorted(set(asked)) == [3, 4]
    before = drafts.Pile(whole.files[3:])
    assert drafts.stopped(files, whole.files[:2], before) == drafts.Pile((*whole.files[:2], whole.files[3]), ("2.txt",))


def test_reading_goes_on_where_it_was_stopped() -> None:
    records = "\n".join(line(id=f"a{number}", text=PLAIN, published="2024-03-06") for number in range(3))
    documents = drafts.completed(drafts.pile([Upload("묶음.jsonl", records.encode())]).drafts, Details())
    kept: list[drafts.Reading] = []
    whole = drafts.read(documents, lambda number, share: None, kept.append)
    assert [one.done for one in kept] == [1, 2, 3]
    asked: list[int] = []
    assert drafts.read(documents, lambda number, share: asked.append(number), last=kept[0]) == whole
    assert asked == [2, 3]
    # Another draft is read from the start.
    asked.clear()
    drafts.read(documents[:2], lambda number, share: asked.append(number), last=kept[0])
    assert asked == [1, 2]


def test_the_outlet_that_a_text_prints_fills_a_gap_that_nobody_fills() -> None:
    draft = drafts.pasted(PLAIN + "저작권자 ⓒ 나루신문, 무단 전재 금지\n")
    assert draft
    assert drafts.completed((draft,), Details())[0].outlet == "나루신문"
    assert drafts.completed((draft,), Details(outlet="가람일보"))[0].outlet == "가람일보"
