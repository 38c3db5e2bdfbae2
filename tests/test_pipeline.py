"""Documents as a stream: order, problems in their places, batches, and no more held than is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from graphing import pipeline
from graphing.articles import Problem
from graphing.articles.readers import Note
from graphing.decisions import heading, making
from graphing.errors import InputError, LexiconError, StoreError
from graphing.model import Article, Document, Extraction, Paragraph, Run
from graphing.pipeline import Progress, add_documents, extract_document, extractions
from graphing.store import deciding, open_store

NOTHING = InputError("없다")

def read(document: Document) -> tuple[Extraction, ...]:
    """Each line an article; lines that name an error raise it."""
    errors = {"input": InputError("kein Text"), "fault": ZeroDivisionError("0"), "lexicon": LexiconError("broken")}
    found = []
    for line in document.text.splitlines():
        if line in errors:
            raise errors[line]
        length = len(line)
        article = Article(
            document.source, 0, length, line, (Run(0, length, 0, length),), (Paragraph(0, length),), published=document.published
        )
        found.append(Extraction(article))
    return tuple(found)


def told(stream: Iterator[Extraction | Problem]) -> list[str]:
    return [f"! {found.message}" if isinstance(found, Problem) else found.article.text for found in stream]


def test_problems_stand_where_their_documents_would() -> None:
    documents = [
        Document("가", "하나\n둘"),
        Problem("나.jsonl", 3, NOTHING),
        Document("다", "input"),
        Document("라", "fault"),
        Document("마", "셋"),
    ]
    found = told(extractions(documents, read=read))
    assert found[:4] == ["하나", "둘", "! 없다", "! kein Text"]
    assert "ZeroDivisionError: 0" in found[4]
    assert "report" in found[4]
    assert found[5:] == ["셋"]


def test_a_note_is_told_and_counts_neither_as_a_document_nor_as_a_fault() -> None:
    heard: list[Problem] = []
    with open_store("sqlite://") as store:
        done = add_documents(store, [Document("가", "하나"), Note("표.csv", 2, NOTHING)], on_problem=heard.append, read=read)
    assert (done.documents, done.new, done.problems, len(heard)) == (1, 1, 0, 1)


def test_a_document_without_text_is_named() -> None:
    found = list(extractions([Document("빈.txt", ""), Document("나", "하나")], read=read))
    assert [one.source for one in found if isinstance(one, Problem)] == ["빈.txt"]
    assert told(iter(found))[1:] == ["하나"]


def test_a_broken_installation_stops_everything() -> None:
    with pytest.raises(LexiconError):
        told(extractions([Document("가", "lexicon"), Document("나", "하나")], read=read))


def test_documents_are_read_when_they_are_asked_for() -> None:
    taken = 0

    def documents() -> Iterator[Document]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield Document(str(number), f"글 {number}")

    stream = extractions(documents(), read=read)
    next(stream)
    assert taken == 1


def test_batches_progress_and_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 3)
    documents = [Document(str(number), f"글 {number}") for number in range(7)]
    steps: list[Progress] = []
    problems: list[Problem] = []
    with open_store("sqlite://") as store:
        done = add_documents(store, [*documents, Problem("여덟", None, NOTHING)], steps.append, problems.append, read=read)
        assert done == Progress(documents=8, problems=1, new=7) == steps[-1]
        assert [step.articles for step in steps] == [0, 0, 3, 3, 3, 6, 6, 6, 7]
        assert [problem.source for problem in problems] == ["여덟"]
        again = add_documents(store, documents, read=read)
        assert (again.new, again.unchanged, again.articles) == (0, 7, 7)
        assert [row.source for row in reversed(store.articles())] == list("0123456")


def test_long_articles_are_stored_before_many_have_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_CHARACTERS", 10)
    steps: list[Progress] = []
    with open_store("sqlite://") as store:
        add_documents(store, [Document("가", "열두 글자가 되는 긴 글"), Document("나", "짧다")], steps.append, read=read)
    assert [step.new for step in steps] == [1, 1, 2]


def test_what_was_stored_before_a_stop_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 2)

    def documents() -> Iterator[Document]:
        yield from (Document(str(number), f"글 {number}") for number in range(5))
        raise KeyboardInterrupt

    with open_store("sqlite://") as store:
        with pytest.raises(KeyboardInterrupt):
            add_documents(store, documents(), read=read)
        assert store.counts().articles == 4


def test_a_store_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("voll")

    with open_store("sqlite://") as store:
        monkeypatch.setattr(type(store), "add", refuse)
        with pytest.raises(StoreError, match="voll"):
            add_documents(store, [Document("가", "하나")], read=read)


TEXT = "누리전자 김가온 회장은 4일 서울 미리내호텔에서 한솔은행 박다솔 행장과 만나 공동 투자를 논의했다."


def test_several_workers_give_the_same_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "PIECE_DOCUMENTS", 2)
    documents = [Document(str(number), f"{number}번째 소식\n{TEXT}", date(2025, 2, 5)) for number in range(9)]
    taken = 0

    def counted() -> Iterator[Document | Problem]:
        nonlocal taken
        for number, document in enumerate(documents * 3):
            taken += 1
            yield Problem("넷", 4, NOTHING) if number == 4 else document

    stream = extractions(counted(), workers=2)
    first = next(stream)
    assert taken <= 2 * (2 * pipeline.WAITING + 1)
    expected = [found for number, document in enumerate(documents * 3) if number != 4 for found in extract_document(document)]
    found = [first, *stream]
    assert [one for one in found if isinstance(one, Problem)] == [Problem("넷", 4, NOTHING)]
    assert [one for one in found if not isinstance(one, Problem)] == expected
    assert found[4] == Problem("넷", 4, NOTHING)


def test_an_undated_article_is_taken_and_dated_later() -> None:
    text = "누리전자 김가온 회장은 4일 서울 미리내호텔에서 한솔은행 박다솔 행장과 만나 공동 투자를 논의했다."
    (undated,) = extract_document(Document("가", text))
    assert [meeting.when for meeting in undated.meetings] == [None]
    with open_store("sqlite://") as store:
        (ident,) = pipeline.save(store, [undated]).articles
        assert [meeting.first for meeting in store.meetings()] == [None]
        added = pipeline.save(store, [pipeline.dated(store.extraction(ident), date(2025, 2, 5))])
        assert (added.replaced, added.articles) == (1, (ident,))
        assert [meeting.first for meeting in store.meetings()] == [date(2025, 2, 4)]
        assert store.article(ident).article.published == date(2025, 2, 5)


def test_a_corrected_head_reads_the_article_again_keeps_what_was_decided_and_can_be_undone() -> None:
    text = "누리전자 김가온 회장은 4일 서울 미리내호텔에서 한솔은행 박다솔 행장과 만나 공동 투자를 논의했다."
    (read,) = extract_document(Document("가", text, date(2025, 3, 5)))
    with open_store("sqlite://") as store:
        (ident,) = pipeline.save(store, [read]).articles
        store.decide(making.placed(read, read.meetings[0], "누리회관", "박"))
        said = {"published": date(2025, 2, 5), "outlet": "한빛일보", "title": "새 제목", "author": "고은 기자"}
        pipeline.correct(store, heading.corrected(store.article(ident).article, said, "박", "잘못 적음"))
        (row,) = store.articles()
        assert (row.id, row.published, row.outlet, row.title, row.author) == (ident, *said.values())
        assert [(one.first, one.place) for one in store.meetings()] == [(date(2025, 2, 4), "누리회관")]
        # The same file again, read by what it tells itself, changes nothing of that.
        assert pipeline.save(store, [read]).unchanged == 1
        assert [(one.first, one.place, one.outlet) for one in store.meetings()] == [(date(2025, 2, 4), "누리회관", "한빛일보")]
        head = store.decisions()[-1]
        undone = pipeline.undo(store, head.id, "박")
        (row,) = store.articles()
        assert (row.id, row.published, row.outlet, row.author) == (ident, date(2025, 3, 5), None, None)
        assert [(one.first, one.place) for one in store.meetings()] == [(date(2025, 3, 4), "누리회관")]
        pipeline.undo(store, undone.id, "박")
        assert [(one.first, one.place, one.outlet) for one in store.meetings()] == [(date(2025, 2, 4), "누리회관", "한빛일보")]


def test_a_first_date_of_an_article_can_be_taken_back() -> None:
    text = "누리전자 김가온 회장은 4일 서울 미리내호텔에서 한솔은행 박다솔 행장과 만나 공동 투자를 논의했다."
    (read,) = extract_document(Document("가", text))
    with open_store("sqlite://") as store:
        (ident,) = pipeline.save(store, [read]).articles
        pipeline.correct(store, heading.corrected(read.article, {"published": date(2025, 2, 5)}, "박"))
        assert [one.first for one in store.meetings()] == [date(2025, 2, 4)]
        pipeline.undo(store, store.decisions()[-1].id, "박")
        assert [one.first for one in store.meetings()] == [None]
        assert store.article(ident).article.published is None


def test_heads_of_several_articles_are_corrected_and_taken_back_as_one() -> None:
    text = "누리전자 김가온 회장은 4일 서울 미리내호텔에서 한솔은행 박다솔 행장과 만나 공동 투자를 논의했다."
    found = [extract_document(Document(name, f"{text} {name}째 글이다."))[0] for name in ("첫", "둘")]
    with open_store("sqlite://") as store:
        pipeline.save(store, found)
        made = [heading.corrected(one.article, {"published": date(2025, 2, 5)}, "박") for one in found]
        kept = pipeline.correct(store, *made)
        assert [one.first for one in store.meetings()] == [date(2025, 2, 4)] * len(store.meetings())
        pipeline.undo(store, kept[0].id, "이")
        pipeline.undo_all(store, kept, "박")
        assert [row.published for row in store.articles()] == [None, None]
        assert {one.first for one in store.meetings()} == {None}
        assert [one.by for one in store.decisions()] == ["박", "박", "이", "박"], "what was undone already is not undone again"


def test_decisions_about_heads_hold_for_articles_of_another_store() -> None:
    text = "누리전자 김가온 회장은 4일 서울 미리내호텔에서 한솔은행 박다솔 행장과 만나 공동 투자를 논의했다."
    (read,) = extract_document(Document("가", text))
    made = replace(heading.corrected(read.article, {"published": date(2025, 2, 5)}, "박"), id=1)
    for first in (True, False):
        with open_store("sqlite://") as store:
            if first:
                pipeline.save(store, [read])
            assert pipeline.import_decisions(store, [made]).new == 1
            if not first:
                pipeline.save(store, [read])
            assert [one.first for one in store.meetings()] == [date(2025, 2, 4)]


def test_a_batch_reads_no_decisions_that_are_not_about_the_heads_of_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "누리전자 김가온 회장은 4일 서울 미리내호텔에서 한솔은행 박다솔 행장과 만나 공동 투자를 논의했다."
    (read,) = extract_document(Document("가", text, date(2025, 2, 5)))
    with open_store("sqlite://") as store:
        made = making.accepted(read, read.meetings[0], "박")
        store.decide(*(replace(made, article=f"other {number}") for number in range(5)))
        counted: list[object] = []
        told = deciding._decision
        monkeypatch.setattr(deciding, "_decision", lambda row: counted.append(row) or told(row))
        assert pipeline.add_documents(store, [Document("나", text, date(2025, 2, 5))]).new == 1
        assert counted == []
