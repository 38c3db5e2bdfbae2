"""Documents → articles → extractions → store, as streams: memory stays flat, however many documents come.

One document that cannot be understood never stops the others: it becomes a ``Problem`` in its place.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from graphing.articles import Problem, split_articles
from graphing.articles.readers import Note
from graphing.errors import HoedongError, InputError, LexiconError
from graphing.model import Article, Document, Extraction

if TYPE_CHECKING:  # brings in SQLAlchemy: who only extracts does without
    from graphing.decisions import Decision
    from graphing.store import Added, Foreseen, Imported, Store

# What is stored in one transaction: enough to make its cost small, little enough to lose little when the machine stops.
BATCH_ARTICLES = 50
BATCH_CHARACTERS = 500_000
# What a worker gets at a time, and how many such pieces wait for each worker.
PIECE_CHARACTERS = 40_000
PIECE_DOCUMENTS = 32
WAITING = 3

Result = tuple[Extraction, ...] | Problem
Reader = Callable[[Document], tuple[Extraction, ...]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far ``add_documents`` is. ``documents`` counts all that were read, ``problems`` those that could not be, ``copies`` the new
    articles whose text was stored before, another outlet's, say, ``completed`` those of the replaced ones whose outlet was not known."""

    documents: int = 0
    problems: int = 0
    new: int = 0
    unchanged: int = 0
    replaced: int = 0
    copies: int = 0
    completed: int = 0

    @property
    def articles(self) -> int:
        """Articles that are in the store now."""
        return self.new + self.unchanged + self.replaced


def extract_document(document: Document) -> tuple[Extraction, ...]:
    """What is understood of each article of a document, in its order; none where it holds no text."""
    from graphing.extract import extract  # noqa: PLC0415  (brings in Kiwi: only where text must be read)

    return tuple(extract(article) for article in split_articles(document))


def dated(extraction: Extraction, published: date) -> Extraction:
    """What is understood of an article once its publication date is known: its relative dates are resolved from it."""
    return _read_as(extraction, replace(extraction.article, published=published))


def without_text(source: str) -> Problem:
    """What is said of a document in which there is nothing to read."""
    return Problem(source, None, InputError("contains no article text; check that it is the right file and that it is complete"))


def extractions(
    documents: Iterable[Document | Problem], workers: int = 1, read: Reader = extract_document
) -> Iterator[Extraction | Problem]:
    """What is understood of each article, in the order of the documents; problems stand where their documents would.

    ``workers`` above 1 are processes; ``read`` must then be a function that they can import. Of the documents only a few pieces
    are held at a time.
    """
    for result in _results(documents, workers, read):
        if isinstance(result, Problem):
            yield result
        else:
            yield from result


def add_documents(
    store: Store,
    documents: Iterable[Document | Problem],
    on_progress: Callable[[Progress], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
    *,
    workers: int = 1,
    read: Reader = extract_document,
) -> Progress:
    """Reads documents into the store, batch by batch, each in one transaction; returns the sums.

    ``on_progress`` is called after every document and after every batch, ``on_problem`` for every document that could not be read, and for
    every note, which counts as nothing.
    Stopped at any point, the store holds whole articles only; run again, it goes on from there. Raises StoreError.
    """
    done = Progress()
    batch: list[Extraction] = []
    characters = 0
    for result in _results(documents, workers, read):
        bad = isinstance(result, Problem) and not isinstance(result, Note)
        done = replace(done, documents=done.documents + (not isinstance(result, Note)), problems=done.problems + bad)
        if isinstance(result, Problem):
            if on_problem is not None:
                on_problem(result)
        else:
            for extraction in result:
                batch.append(extraction)
                characters += len(extraction.article.text)
                if len(batch) >= BATCH_ARTICLES or characters >= BATCH_CHARACTERS:
                    done, batch, characters = _saved(store, batch, done), [], 0
        if on_progress is not None:
            on_progress(done)
    if batch:
        done = _saved(store, batch, done)
        if on_progress is not None:
            on_progress(done)
    return done


def save(store: Store, extractions: Iterable[Extraction], made: Iterable[Decision] = (), seen: int | None = None) -> Added:
    """Stores what this program's version of the extraction has understood, and what was decided about it, in one transaction.

    Where somebody has corrected the publication date of an article, that counts. Raises StoreError, and ConflictError as ``Store.decide``
    does.
    """
    from graphing.extract import VERSION  # noqa: PLC0415  (see extract_document)

    return store.add(as_decided(store, extractions), VERSION, made, seen)


def foresee(store: Store, extractions: Iterable[Extraction], made: Iterable[Decision] = ()) -> Foreseen:
    """What ``save`` would change. Raises StoreError."""
    from graphing.extract import VERSION  # noqa: PLC0415  (see extract_document)

    return store.foresee(as_decided(store, extractions), VERSION, made)


def as_decided(store: Store, extractions: Iterable[Extraction]) -> tuple[Extraction, ...]:
    """These extractions under the identity that they have in the store, and read by the date that somebody has decided."""
    from graphing.decisions.heading import headed  # noqa: PLC0415  (see extract_document)

    found = tuple(extractions)
    # Of many decisions about meetings and names none is needed here, and this is asked for every batch.
    made = store.decisions(kinds=["article", "undo"])
    if not any(one.what == "article" for one in made):
        return found
    known = store.identified(found)
    return tuple(_read_as(one, headed(one.article, made)) for one in known)


def _read_as(found: Extraction, article: Article) -> Extraction:
    from graphing.extract import extract  # noqa: PLC0415  (see extract_document)

    if article.published != found.article.published:
        return extract(article)
    return found if article is found.article else replace(found, article=article)


def correct(store: Store, *made: Decision, seen: int | None = None) -> tuple[Decision, ...]:
    """Keeps what somebody has decided about the heads of articles, all or none; where a date is another now, the article is read again,
    and what was decided about it holds. Raises StoreError, and ConflictError as ``Store.decide`` does, also where an outlet has the same
    text already."""
    kept = store.decide(*made, seen=seen)
    _reread(store, kept)
    return kept


def undo(store: Store, decision: int, by: str, why: str = "") -> Decision:
    """``Store.undo``, after which an article whose date is another now is read again."""
    undone = store.undo(decision, by, why)
    _reread(store, [undone])
    return undone


def undo_all(store: Store, made: Sequence[Decision], by: str) -> None:
    """Takes back those of these decisions that still stand, all or none; raises as ``undo`` does."""
    from graphing.decisions.rows import standing, undoing  # noqa: PLC0415  (see extract_document)

    stand = {one.id for one in standing(store.decisions())}
    correct(store, *(undoing(one, by) for one in made if one.id in stand))


def import_decisions(store: Store, made: Iterable[Decision]) -> Imported:
    """``Store.import_decisions``, after which the articles whose dates are others now are read again."""
    kept = list(made)
    done = store.import_decisions(kept)
    _reread(store, kept)
    return done


def _reread(store: Store, made: Iterable[Decision]) -> None:
    """Reads the articles again about whose publication date these decide, or what they undo."""
    from graphing.extract import VERSION, extract  # noqa: PLC0415  (see extract_document)

    heads = {one.article for one in store.decisions(kinds=["article"]) if "published" in one.told()}
    about = store.decided_articles(one for one in made if one.what in {"article", "undo"} and one.article in heads)
    again = [extract(store.reading(row.id).article) for row in about.values()]
    if again:
        store.add(again, VERSION, anew=True)


def _saved(store: Store, batch: list[Extraction], done: Progress) -> Progress:
    added = save(store, batch)
    return replace(
        done,
        new=done.new + added.new,
        unchanged=done.unchanged + added.unchanged,
        replaced=done.replaced + added.replaced,
        copies=done.copies + added.copies,
        completed=done.completed + added.completed,
    )


def _results(documents: Iterable[Document | Problem], workers: int, read: Reader) -> Iterator[Result]:
    """One result a document, in order."""
    if workers < 2:
        for document in documents:
            yield _result(document, read)
            _keep_what_is_loaded()
        return
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_leave_interrupts_to_the_parent)
    waiting: deque[Future[list[Result]]] = deque()
    pieces = _pieces(documents)
    try:
        for piece in islice(pieces, workers * WAITING):
            waiting.append(pool.submit(_piece_results, piece, read))
        while waiting:
            results = waiting.popleft().result()
            for piece in islice(pieces, 1):
                waiting.append(pool.submit(_piece_results, piece, read))
            yield from results
    except BrokenProcessPool:
        raise HoedongError("a worker process died, probably because memory ran out; run again with fewer workers") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _pieces(documents: Iterable[Document | Problem]) -> Iterator[list[Document | Problem]]:
    piece: list[Document | Problem] = []
    characters = 0
    for document in documents:
        piece.append(document)
        characters += len(document.text) if isinstance(document, Document) else 0
        if len(piece) >= PIECE_DOCUMENTS or characters >= PIECE_CHARACTERS:
            yield piece
            piece, characters = [], 0
    if piece:
        yield piece


def _piece_results(piece: list[Document | Problem], read: Reader) -> list[Result]:
    results = [_result(document, read) for document in piece]
    _keep_what_is_loaded()
    return results


def set_aside() -> None:
    """Tells the garbage collector not to look through what is held now again: it stays, and going over it costs time."""
    gc.collect()
    gc.freeze()


@cache
def _keep_what_is_loaded() -> None:
    """Sets lexicons and models aside, once."""
    set_aside()


def _result(document: Document | Problem, read: Reader) -> Result:
    if isinstance(document, Problem):
        return document
    # A document leaves next to no cycles; looking for some while it is read takes an eighth of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return read(document) or without_text(document.source)
    except LexiconError:
        raise  # an installation that is broken for this text is broken for all
    except HoedongError as error:
        return Problem(document.source, None, error)
    except Exception as error:  # one text that Hoedong trips over must not cost a night's run
        fault = f"{type(error).__name__}: {error}"
        return Problem(
            document.source,
            None,
            InputError(
                "could not be processed because of a bug in Hoedong ({fault}); please report it together with the text", fault=fault
            ),
        )
    finally:
        if collecting:
            gc.enable()


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
