"""The store's one door: open it, put extractions in, ask."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType

from platformdirs import user_data_dir

from graphing.model import Extraction, MeetingStatus, MentionKind
from graphing.store.rows import (
    Added,
    AffiliationRow,
    Appearance,
    ArticleRow,
    Counts,
    EntityRow,
    Evidence,
    Filters,
    Judgement,
    JudgementValue,
    MeetingRow,
    Snapshot,
    StoredArticle,
)

DATABASE_URL = "HOEDONG_DATABASE_URL"


def default_url() -> str:
    """The database named by HOEDONG_DATABASE_URL, else hoedong.sqlite in the user's data directory."""
    if named := os.environ.get(DATABASE_URL):
        return named
    return f"sqlite:///{Path(user_data_dir('hoedong', appauthor=False)) / 'hoedong.sqlite'}"


def open_store(url: str | None = None) -> Store:
    """The store at ``url`` (sqlite:///file, sqlite:// for one in memory, postgresql://…; None: ``default_url()``), made where absent.

    Its tables are brought up to this program's version. Raises StoreError where the database cannot be reached, or a newer program
    has written it.
    """
    raise NotImplementedError


class Store:
    """Articles, who and what they name, posts and meetings. Safe to share between threads; a context manager."""

    def close(self) -> None:
        """Let go of the database; the store cannot be used after."""
        raise NotImplementedError

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def add(self, extractions: Iterable[Extraction], version: int = 1) -> Added:
        """Keep these extractions, all or none.

        An article is the same as one stored if outlet and cleaned text are, blanks aside: given again with another date, title,
        address or a newer extraction it replaces what was stored; with nothing new it changes nothing. ``version`` is the
        extraction's: an older one never replaces a newer one. The iterable is held in memory: give thousands, not millions.
        """
        raise NotImplementedError

    def remove(self, article: int) -> None:
        """Forget an article, and entities that appear nowhere else. Raises NotFoundError."""
        raise NotImplementedError

    def articles(self, query: str | None = None, limit: int = 100, after: ArticleRow | None = None) -> tuple[ArticleRow, ...]:
        """Articles, newest first (undated last), at most ``limit``; ``query`` is searched in title, outlet and source.

        ``after``: the last row of the page before.
        """
        raise NotImplementedError

    def article(self, article: int) -> StoredArticle:
        """One article with its text. Raises NotFoundError."""
        raise NotImplementedError

    def extraction(self, article: int) -> Extraction:
        """All that was understood of one article, as it was added. Raises NotFoundError."""
        raise NotImplementedError

    def extractions(self) -> Iterator[Extraction]:
        """All extractions in the order of their ids, read in batches."""
        raise NotImplementedError

    def entities(
        self, kind: MentionKind | None = None, query: str | None = None, limit: int = 100, after: EntityRow | None = None
    ) -> tuple[EntityRow, ...]:
        """People and organisations, those of most meetings, then most articles, first; ``query`` is part of a name or alias."""
        raise NotImplementedError

    def entity(self, entity: int) -> EntityRow:
        """One person or organisation. Raises NotFoundError."""
        raise NotImplementedError

    def appearances(self, entity: int) -> tuple[Appearance, ...]:
        """Where a person or organisation appears, article by article. Raises NotFoundError."""
        raise NotImplementedError

    def affiliations(self, person: int | None = None) -> tuple[AffiliationRow, ...]:
        """Posts of one person, or of all."""
        raise NotImplementedError

    def meetings(
        self,
        person: int | None = None,
        between: tuple[date | None, date | None] | None = None,
        status: MeetingStatus | None = None,
        filters: Filters | None = None,
    ) -> tuple[MeetingRow, ...]:
        """Meetings by first day (undated last). The first three are short for the same fields of ``filters``, which they add to."""
        raise NotImplementedError

    def meeting(self, meeting: int) -> MeetingRow:
        """One meeting. Raises NotFoundError."""
        raise NotImplementedError

    def snapshot(self, filters: Filters | None = None) -> Snapshot:
        """What a network and a timeline draw, in one transaction and a handful of queries."""
        raise NotImplementedError

    def evidence(
        self,
        *,
        meeting: int | None = None,
        entity: int | None = None,
        pair: tuple[int, int] | None = None,
        limit: int = 50,
        after: Evidence | None = None,
    ) -> tuple[Evidence, ...]:
        """The paragraphs behind a meeting, an entity (its meetings, posts, mentions) or a pair (meetings of both, or a post).

        Exactly one of the three must be given, else ValueError. Articles newest first, their paragraphs in order; whole articles, of
        at most ``limit`` articles. ``after``: the last row of the page before. Raises NotFoundError.
        """
        raise NotImplementedError

    def judge(self, a: str, b: str, value: JudgementValue, by: str, note: str = "") -> Judgement:
        """Keep a decision about two appearances (their keys) and regroup the names it touches. The latest of a pair counts."""
        raise NotImplementedError

    def judgements(self) -> tuple[Judgement, ...]:
        """All decisions, in the order they were made."""
        raise NotImplementedError

    def outlets(self) -> tuple[str, ...]:
        """The outlets of the stored articles, in alphabetical order."""
        raise NotImplementedError

    def counts(self) -> Counts:
        """How much is stored."""
        raise NotImplementedError

    def revision(self) -> int:
        """A number that rises with every change: what was computed from the store is good while it stays."""
        raise NotImplementedError
