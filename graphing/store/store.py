"""The store's one door: open it, put extractions in, ask."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import TracebackType

from sqlalchemy import Connection

from graphing.decisions import Curated, Decision, What
from graphing.decisions.heading import removed
from graphing.decisions.rows import undoing, undone
from graphing.errors import NotFoundError
from graphing.model import Extraction, MeetingStatus, MentionKind
from graphing.store import copies, deciding, grouping, identity, packing, places, proof, reading, writing
from graphing.store.engine import Database
from graphing.store.naming import default_url
from graphing.store.rows import (
    Added,
    Appearance,
    ArticleRow,
    Counts,
    EntityRow,
    Evidence,
    Filters,
    Foreseen,
    Imported,
    MeetingRow,
    Places,
    Point,
    Shelf,
    Snapshot,
    StoredArticle,
)

# Articles read in one transaction by what streams them all.
BATCH = 200


def open_store(url: str | None = None, existing: bool = False) -> Store:
    """The store at ``url`` (sqlite:///file, sqlite:// for one in memory, postgresql://…; None: ``default_url()``), made where absent
    unless ``existing`` says that it must be there.

    Its tables are brought up to this program's version. Raises StoreError where the database cannot be reached, or a newer program
    has written it.
    """
    return Store(Database(url or default_url(), existing=existing))


class Store:
    """Articles, who and what they name, posts and meetings. Safe to share between threads; a context manager."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def close(self) -> None:
        """Let go of the database; the store cannot be used after."""
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def add(
        self,
        extractions: Iterable[Extraction],
        version: int = 1,
        made: Iterable[Decision] = (),
        seen: int | None = None,
        *,
        anew: bool = False,
    ) -> Added:
        """Keep these extractions, all or none.

        An article is the same as one stored if outlet and cleaned text are, blanks aside, or if the text is and one of the two tells no
        outlet: given again with another date, title, address or a newer extraction it replaces what was stored; with nothing new it
        changes nothing (but with ``anew``), nor does a copy without a date where one is known. ``version`` is the extraction's: an older
        one never replaces a newer one. The text of a stored article in another outlet, changed here and there, is a copy: its meetings
        are no meetings of their own but further sources of those stored before. The iterable is held in memory: give thousands, not
        millions. ``made`` are decisions about them that are kept with them (``seen`` as in ``decide``).
        """
        packed = [packing.pack(extraction) for extraction in extractions]
        if not packed:
            return Added()
        with self._database.writing() as connection:
            return self._add(connection, packed, version, made, seen, anew)

    def foresee(self, extractions: Iterable[Extraction], version: int = 1, made: Iterable[Decision] = ()) -> Foreseen:
        """What ``add`` would change; nothing is kept. Other writers wait meanwhile."""
        packed = [packing.pack(extraction) for extraction in extractions]
        with self._database.rehearsing() as connection:
            before = self._snapshot(connection, Filters())
            added = self._add(connection, packed, version, made, None)
            told = reading.meetings_told(connection, added.articles)
            return Foreseen(added, before, self._snapshot(connection, Filters()), told)

    def _add(
        self, connection: Connection, packed: list[packing.Packed], version: int, made: Iterable[Decision], seen: int | None,
        anew: bool = False,
    ) -> Added:  # fmt: skip
        copies.catch_up(connection)
        added = writing.add(connection, identity.identified(connection, packed), version, anew)
        if kept := deciding.keep(connection, made, seen):
            self._remake(connection, kept)
        return added

    def identified(self, extractions: Iterable[Extraction]) -> tuple[Extraction, ...]:
        """These extractions, their articles under the identity that ``add`` would give them: what was decided about them is found by it."""
        packed = [packing.pack(extraction) for extraction in extractions]
        with self._database.reading() as connection:
            found = [one.digest for one in identity.identified(connection, packed)]
        return tuple(
            one.extraction if digest == one.digest else replace(one.extraction, article=replace(one.extraction.article, identity=digest))
            for one, digest in zip(packed, found, strict=True)
        )

    def remove(self, *idents: int, by: str | None = None, why: str = "") -> tuple[Decision, ...]:
        """Forget articles, all or none, and entities that appear nowhere else; what ``by`` has done is kept as decisions. NotFoundError."""
        with self._database.writing() as connection:
            gone = [] if by is None else [removed(reading.article(connection, one), by, why) for one in idents]
            for one in idents:
                writing.remove(connection, one)
            return deciding.keep(connection, gone, None)

    def articles(self, query: str | None = None, limit: int = 100, shelf: Shelf | None = None) -> tuple[ArticleRow, ...]:
        """Articles, newest first (undated last), at most ``limit``; all words of ``query`` are searched in title, outlet,
        author, source, text, in any order; "words in quotation marks" as they stand. ``shelf``: only some of them, in another order.
        """
        with self._database.reading() as connection:
            return reading.article_rows(connection, query, limit, shelf or Shelf())

    def article(self, article: int) -> StoredArticle:
        """One article with its text. Raises NotFoundError."""
        with self._database.reading() as connection:
            return StoredArticle(article, reading.article(connection, article))

    def extraction(self, article: int) -> Extraction:
        """All that holds of one article: as it was added, corrected by what people decided. Raises NotFoundError."""
        with self._database.reading() as connection:
            return reading.extraction(connection, article)

    def readings(self) -> Iterator[tuple[int, Extraction]]:
        """(article's id, what the machine read of it) of all articles, in the order of their ids, read in batches."""
        last = 0
        while True:
            with self._database.reading() as connection:
                found = deciding.read_many(connection, last, BATCH)
            if not found:
                return
            last = found[-1][0]
            yield from found

    def entities(self, kind: MentionKind | None = None, query: str | None = None, limit: int = 100) -> tuple[EntityRow, ...]:
        """People and organisations, those of most meetings, then most articles, first; ``query`` is part of a name or alias."""
        with self._database.reading() as connection:
            return reading.entity_rows(connection, kind, query, limit)

    def named_in(self, article: int, kind: MentionKind) -> tuple[int, ...]:
        """The people (or organisations) that an article names, in its order; none of an article that is not stored."""
        with self._database.reading() as connection:
            return reading.named_in(connection, article, kind)

    def forms(self) -> dict[int, tuple[str, ...]]:
        """Person or organisation → all that articles call it (이재현, 李在賢, 이 회장), and what somebody said it is called; without
        single letters."""
        with self._database.reading() as connection:
            return reading.forms_of_entities(connection)

    def appearances(self, entity: int) -> tuple[Appearance, ...]:
        """Where a person or organisation appears, article by article. Raises NotFoundError."""
        with self._database.reading() as connection:
            return reading.appearance_rows(connection, entity)

    def aliases(self, entity: int) -> tuple[str, ...]:
        """What somebody decided that a person or organisation is also known as, in that order. Raises NotFoundError."""
        with self._database.reading() as connection:
            return deciding.called(connection, entity).aliases

    def addresses(self, entity: int) -> tuple[str, ...]:
        """The appearances (keys) to name a person or organisation by in a decision, a few of different articles: it then holds as long as
        one of them is stored. Raises NotFoundError."""
        with self._database.reading() as connection:
            return deciding.addresses(connection, entity)

    def meetings(
        self,
        person: int | None = None,
        between: tuple[date | None, date | None] | None = None,
        status: MeetingStatus | None = None,
        filters: Filters | None = None,
    ) -> tuple[MeetingRow, ...]:
        """Meetings by first day (undated last). The first three are short for the same fields of ``filters``, which they add to."""
        asked = filters or Filters()
        asked = replace(
            asked,
            people=asked.people if person is None else (*asked.people, person),
            between=asked.between if between is None else between,
            statuses=asked.statuses if status is None else (status,),
        )
        with self._database.reading() as connection:
            return reading.meeting_rows(connection, None if asked == Filters() else reading.chosen_meetings(asked))

    def meeting(self, meeting: int) -> MeetingRow:
        """One meeting. Raises NotFoundError."""
        with self._database.reading() as connection:
            return reading.meeting(connection, meeting)

    def told_in(self, article: int, meeting: int) -> int | None:
        """The id under which one of a meeting's sources, a copy, tells it; None where it does not."""
        with self._database.reading() as connection:
            return reading.told_in(connection, article, meeting)

    def snapshot(self, filters: Filters | None = None) -> Snapshot:
        """What a network and a timeline draw, in one transaction and a handful of queries."""
        with self._database.reading() as connection:
            return self._snapshot(connection, filters or Filters())

    def pairs(self) -> tuple[tuple[int, int, bool], ...]:
        """Meetings of which somebody has decided that they are one encounter (True) or two, in the order of the decisions."""
        with self._database.reading() as connection:
            return deciding.paired(connection)

    def _snapshot(self, connection: Connection, filters: Filters) -> Snapshot:
        return replace(reading.snapshot(connection, filters), pairs=deciding.paired(connection))

    def evidence(
        self,
        *,
        meeting: int | None = None,
        entity: int | None = None,
        pair: tuple[int, int] | None = None,
        limit: int = 50,
    ) -> tuple[Evidence, ...]:
        """The paragraphs behind a meeting, an entity (its meetings, posts, mentions) or a pair (meetings of both, or a post).

        Exactly one of the three must be given, else ValueError. Articles newest first, their paragraphs in order; whole articles, of
        at most ``limit`` articles. Raises NotFoundError.
        """
        if sum(asked is not None for asked in (meeting, entity, pair)) != 1:
            raise ValueError(f"evidence of what? Give one of meeting, entity, pair; got {meeting!r}, {entity!r}, {pair!r}")
        with self._database.reading() as connection:
            if meeting is not None:
                return proof.of_meeting(connection, meeting)
            if pair is not None:
                return proof.of_pair(connection, pair, limit)
            assert entity is not None
            return proof.of_entity(connection, entity, limit)

    def telling(self, words: str) -> frozenset[int]:
        """The meetings whose paragraphs of evidence hold the words, letter by letter, without regard to case."""
        with self._database.reading() as connection:
            return proof.telling(connection, words)

    def reading(self, article: int) -> Extraction:
        """What the machine read of one article, whatever was decided about it since. Raises NotFoundError."""
        with self._database.reading() as connection:
            return deciding.read(connection, article)

    def curated(self, article: int) -> tuple[Curated, tuple[int | None, ...]]:
        """One article's reading with what was decided about it, and the id of each trace's meeting (None: rejected). NotFoundError."""
        with self._database.reading() as connection:
            return deciding.curated(connection, article)

    def decide(self, *made: Decision, seen: int | None = None) -> tuple[Decision, ...]:
        """Keep decisions (``graphing.decisions.making``), all or none, and make anew what they are about; they come back with ids.

        ``seen`` is the latest id (``latest``) that the decider knew of: ConflictError where somebody has decided about the same thing
        since, or has undone what is undone here. Raises NotFoundError for the appearance of no stored article and for an undo of nothing.
        """
        with self._database.writing() as connection:
            deciding.check_undos(connection, made)
            kept = deciding.keep(connection, made, seen)
            deciding.check_appearances(connection, (key for one in kept for key in deciding.keys_of(one)))
            self._remake(connection, kept)
            identity.check_twins(connection, kept)
            return kept

    def undo(self, decision: int, by: str, why: str = "") -> Decision:
        """Take a decision back; of an undo, bring back what it took. Raises NotFoundError, and ConflictError where that is done already."""
        made = self.decisions()
        found = next((one for one in made if one.id == decision), None)
        if found is None:
            raise NotFoundError("there is no decision {decision}: expected the id of one in the list", decision=decision)
        # Two stores may each have undone the same: what is brought back stands only when both undos are gone.
        gone = undone(made)
        twins = [one for one in made if one.what == found.what == "undo" and one.subject == found.subject and one.id not in gone]
        return self.decide(*(undoing(one, by, why) for one in (found, *(one for one in twins if one is not found))))[0]

    def decisions(self, article: str | None = None, kinds: Collection[What] | None = None) -> tuple[Decision, ...]:
        """All decisions, of these ``kinds`` or about one article (its digest) where asked, in the order made, with undone and undoing."""
        with self._database.reading() as connection:
            return deciding.rows(connection, article, kinds)

    def decided_articles(self, made: Iterable[Decision]) -> dict[str, ArticleRow]:
        """The articles that decisions about a name, a post or meetings are about, by digest; not those that are gone."""
        with self._database.reading() as connection:
            return reading.rows_of_digests(connection, (digest for one in made for digest in one.articles()))

    def latest(self) -> int:
        """The id of the latest decision; 0 where there is none."""
        with self._database.reading() as connection:
            return deciding.latest(connection)

    def settled(self) -> frozenset[tuple[int, int]]:
        """Pairs of entity ids (the lower first) of which somebody has decided that they are two, or that nobody knows."""
        with self._database.reading() as connection:
            return deciding.settled(connection)

    def import_decisions(self, made: Iterable[Decision]) -> Imported:
        """Append the decisions of another store that this one has not, all or none. They hold for articles to come.

        Of decisions about the same thing the one that was decided last holds, whichever store it comes from.
        """
        with self._database.writing() as connection:
            kept, loose = deciding.merge(connection, made)
            self._remake(connection, kept)
            return Imported(len(kept), deciding.outdated(connection, kept), loose)

    def _remake(self, connection: Connection, made: tuple[Decision, ...]) -> None:
        touched = deciding.touched(connection, made)
        digests = touched.articles | {key.split("/", 1)[0] for key in touched.appearances}
        again: dict[int, list[packing.Packed]] = {}
        for row in reading.stored(connection, digests).values():
            again.setdefault(row["version"], []).append(packing.pack(deciding.read(connection, row["id"])))
        blocks = {packing.block_of(key) for key in touched.appearances}
        for version, packed in again.items():
            writing.add(connection, packed, version, force=True)
        if made:
            writing.add(connection, [], 0, also=blocks)
            grouping.bump(connection)

    def alike(self, text: str) -> ArticleRow | None:
        """The stored article, the first of its copies, whose text this is, but for words changed here and there; None where none is."""
        with self._database.reading() as connection:
            found = copies.alike(connection, text)
            return None if found is None else reading.article_row(connection, found)

    def knows_url(self, url: str) -> bool:
        """Whether an article of this address, or that came in under it, is stored."""
        with self._database.reading() as connection:
            return reading.knows_url(connection, url)

    def table_columns(self) -> Mapping[tuple[str, ...], Mapping[str, str]]:
        """What somebody has said of the columns of tables of articles: headers → field of a document → header."""
        with self._database.reading() as connection:
            return reading.columns_said(connection)

    def remember_columns(self, headers: Sequence[str], columns: Mapping[str, str]) -> None:
        """Keep what the columns of tables with these headers mean; said again, the later counts."""
        with self._database.writing() as connection:
            writing.remember_columns(connection, json.dumps(list(headers)), json.dumps(dict(columns)))

    def outlets(self) -> tuple[str, ...]:
        """The outlets of the stored articles, in alphabetical order."""
        with self._database.reading() as connection:
            return reading.outlets(connection)

    def counts(self) -> Counts:
        """How much is stored."""
        with self._database.reading() as connection:
            return reading.counts(connection)

    def revision(self) -> int:
        """A number that rises with every change: what was computed from the store is good while it stays."""
        with self._database.reading() as connection:
            return grouping.revision(connection)

    def places(self, picture: str) -> Places:
        """Where the nodes of a picture stand, as somebody was told first; nowhere, those of one that nobody has seen."""
        with self._database.reading() as connection:
            return places.kept(connection, picture)

    def keep_places(self, picture: str, points: Mapping[int, Point], seen: int, around: int | None = None) -> int | None:
        """Keep where further nodes of a picture stand, in pixels, exact to a tenth, and tell its new ``Places.latest``. It is no change of
        the store (``revision``).

        None, and nothing is kept, where somebody has kept others since ``seen`` (the ``Places.latest`` known): what was told first holds.
        ``around`` is the entity that the picture is about: it goes when that does, and only the newest of such pictures stay. Waits a
        second at most for another who writes. Raises StoreError.
        """
        with self._database.writing_soon() as connection:
            return places.keep(connection, picture, points, seen, around)
