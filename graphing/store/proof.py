"""The paragraphs behind a meeting, an entity or a pair, and what to mark in them."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, union

from graphing.model import Span
from graphing.store import reading
from graphing.store.reading import NEWEST_FIRST, chosen_meetings, entity, grouped
from graphing.store.rows import OPENING, Evidence, Filters, Highlight, HighlightKind
from graphing.store.schema import appearances, articles, attendances, meetings, posts, profiles, texts
from graphing.store.searching import holding

Rows = dict[int, list[Mapping[str, Any]]]
# Where two marks claim the same characters, the one named first has them.
KINDS: tuple[HighlightKind, ...] = ("person", "place", "date", "organization", "cue")


@dataclass(slots=True)
class _Found:
    """What an article proves: where each meeting is told (clauses, and all words that belong to it), posts, plain mentions."""

    clauses: dict[int, list[Span]] = field(default_factory=lambda: defaultdict(list))
    words: dict[int, list[Span]] = field(default_factory=lambda: defaultdict(list))
    posts: list[Span] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    marks: list[tuple[Span, HighlightKind, int | None]] = field(default_factory=list)
    first: dict[int, int] = field(default_factory=dict)  # of a meeting that a copy tells again: the one that it copies


def of_meeting(connection: Connection, meeting: int) -> tuple[Evidence, ...]:
    row = reading.meeting(connection, meeting)
    told = select(meetings.c.id).where(or_(meetings.c.id == row.id, meetings.c.same_as == row.id))
    return _evidence(connection, articles.c.id.in_(row.sources), len(row.sources), told=told)


def of_entity(connection: Connection, ident: int, limit: int) -> tuple[Evidence, ...]:
    entity(connection, ident)
    held = or_(posts.c.person.in_(_appearances(ident)), posts.c.organization.in_(_appearances(ident)))
    chosen = articles.c.id.in_(select(appearances.c.article).where(appearances.c.id.in_(_appearances(ident))))
    return _evidence(connection, chosen, limit, told=chosen_meetings(Filters(people=(ident,))), held=held, mentioned=ident)


def of_pair(connection: Connection, pair: tuple[int, int], limit: int) -> tuple[Evidence, ...]:
    one, other = (entity(connection, ident).id for ident in pair)
    both = chosen_meetings(Filters(people=(one, other)))
    held = or_(
        and_(posts.c.person.in_(_appearances(one)), posts.c.organization.in_(_appearances(other))),
        and_(posts.c.person.in_(_appearances(other)), posts.c.organization.in_(_appearances(one))),
    )
    where = union(select(meetings.c.article).where(meetings.c.id.in_(both)), select(posts.c.article).where(held))
    return _evidence(connection, articles.c.id.in_(where), limit, told=both, held=held)


def telling(connection: Connection, words: str) -> frozenset[int]:
    """The meetings whose paragraphs hold the words, letter by letter, without regard to case; of a copy, the one that it tells again."""
    wanted = words.casefold()
    where = meetings.c.article.in_(holding(connection, words))
    columns = (func.coalesce(meetings.c.same_as, meetings.c.id), meetings.c.spans, texts.c.text, texts.c.paragraphs)
    rows = connection.execute(select(*columns).join_from(meetings, texts, meetings.c.article == texts.c.article).where(where))
    return frozenset(ident for ident, spans, text, paragraphs in rows if _told_in(wanted, json.loads(spans), text, json.loads(paragraphs)))


def _told_in(wanted: str, spans: Mapping[str, Any], text: str, paragraphs: Iterable[tuple[int, int, str]]) -> bool:
    """Whether a paragraph that tells a meeting, or where its date or place stand, holds what is wanted."""
    told = [Span(*span) for span in (*spans["evidence"], *(spans[kind] for kind in ("cue", "date", "place"))) if span]
    return any(
        wanted in text[start:end].casefold() and any(_touch(span, Span(start, end)) for span in told) for start, end, _ in paragraphs
    )


def _appearances(ident: int) -> Select[Any]:
    return select(appearances.c.id).join(profiles).where(profiles.c.entity == ident)


def _evidence(
    connection: Connection,
    chosen: ColumnElement[bool],
    limit: int,
    *,
    told: Select[Any],
    held: ColumnElement[bool] | None = None,
    mentioned: int | None = None,
) -> tuple[Evidence, ...]:
    """Evidence of the chosen articles: where ``told`` meetings and ``held`` posts stand, and mentions of the entity ``mentioned``."""
    heads = select(articles, texts).join(texts).where(chosen).order_by(*NEWEST_FIRST)
    rows = connection.execute(heads.limit(limit)).mappings().all()
    idents = [row["id"] for row in rows]
    who = select(appearances, profiles.c.entity).join(profiles).where(appearances.c.article.in_(idents))
    named = grouped(connection, who)
    there = select(attendances, appearances.c.article).join(appearances)
    present = grouped(connection, there.where(appearances.c.article.in_(idents), attendances.c.meeting.in_(told)))
    meant = select(meetings).where(meetings.c.article.in_(idents), meetings.c.id.in_(told)).order_by(meetings.c.id)
    encounters = grouped(connection, meant)
    given: Rows = {} if held is None else grouped(connection, select(posts).where(posts.c.article.in_(idents), held))
    found: list[Evidence] = []
    for row in rows:
        ident = row["id"]
        proof = _proof(named[ident], encounters[ident], present[ident], given.get(ident, []), mentioned)
        found.extend(_paragraphs(dict(row), proof))
    return tuple(found)


def _proof(
    named: Iterable[Mapping[str, Any]],
    encounters: Iterable[Mapping[str, Any]],
    present: Iterable[Mapping[str, Any]],
    given: Iterable[Mapping[str, Any]],
    mentioned: int | None,
) -> _Found:
    proof = _Found()
    for row in named:
        for start, end in json.loads(row["mentions"]):
            proof.marks.append((Span(start, end), row["kind"], row["entity"]))
            if row["entity"] == mentioned:
                proof.mentions.append(Span(start, end))
    for row in encounters:
        spans = json.loads(row["spans"])
        clauses = [Span(*span) for span in spans["evidence"]] or [Span(*spans["cue"])]
        proof.clauses[row["id"]] = clauses
        proof.first[row["id"]] = row["same_as"] or row["id"]
        proof.words[row["id"]] = [*clauses, Span(*spans["cue"])]
        proof.marks.append((Span(*spans["cue"]), "cue", None))
        for kind in ("date", "place"):
            if spans[kind]:
                words = Span(*spans[kind])
                proof.words[row["id"]].append(words)
                proof.marks.append((words, "date" if kind == "date" else "place", None))
    for row in present:
        if row["start"] is not None:
            proof.words[row["meeting"]].append(Span(row["start"], row["end"]))
    proof.posts = [Span(row["start"], row["end"]) for row in given if row["end"] > row["start"]]
    return proof


class _Touching:
    """Stretches of a text, found by where they stand: a paragraph is not held against all of a long article's."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._order = sorted((span, number) for number, span in enumerate(spans))
        self._starts = [span.start for span, _ in self._order]
        self._reach = list(accumulate((span.end for span, _ in self._order), max))

    def at(self, whole: Span) -> list[int]:
        """The numbers of those that share a character with ``whole``, ascending."""
        found = []
        for place in range(bisect_left(self._starts, whole.end) - 1, -1, -1):
            if self._reach[place] <= whole.start:
                break
            span, number = self._order[place]
            if _touch(span, whole):
                found.append(number)
        return sorted(found)


def _paragraphs(row: Mapping[str, Any], proof: _Found) -> Iterable[Evidence]:
    order = list(proof.words)
    words = [(number, span) for number, meeting in enumerate(order) for span in proof.words[meeting]]
    clauses = [span for meeting in order for span in proof.clauses[meeting]]
    tells, proving, held, mentioned, marked = (
        _Touching(spans) for spans in ([span for _, span in words], clauses, proof.posts, proof.mentions, [mark[0] for mark in proof.marks])
    )
    for start, end, kind in json.loads(row["paragraphs"]):
        whole = Span(start, end)
        told = [order[number] for number in sorted({words[place][0] for place in tells.at(whole)})]
        posts_here = held.at(whole)
        if not told and not posts_here and not mentioned.at(whole):
            continue
        proofs = {_within(clauses[place], whole) for place in proving.at(whole)}
        proofs |= {_within(proof.posts[place], whole) for place in posts_here}
        yield Evidence(
            row["id"],
            row["source"],
            row["title"],
            row["outlet"],
            row["published"],
            row["url"],
            whole,
            kind,
            row["text"][start:end],
            highlights([(_within(span, whole), what, who) for span, what, who in map(proof.marks.__getitem__, marked.at(whole))]),
            tuple(dict.fromkeys(proof.first[meeting] for meeting in told)),
            bool(posts_here),
            tuple(sorted(proofs)),
            row["author"],
            None if row["title"] else row["text"][:OPENING],
        )


def highlights(marks: list[tuple[Span, HighlightKind, int | None]]) -> tuple[Highlight, ...]:
    """The marks in order without overlap: of characters claimed twice the earlier kind of ``KINDS`` has them, then the longer mark."""
    done: list[Highlight] = []
    # What is claimed so far: where each stretch begins and ends, in order and apart.
    starts: list[int] = []
    ends: list[int] = []
    for span, kind, who in sorted(marks, key=lambda mark: (KINDS.index(mark[1]), mark[0].start - mark[0].end, mark[0])):
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        free = span.start
        for low, high in zip(starts[first:last], ends[first:last], strict=True):
            if free < low:
                done.append(Highlight(free, low, kind, who))
            free = max(free, high)
        if free < span.end:
            done.append(Highlight(free, span.end, kind, who))
        starts[first:last], ends[first:last] = [min([span.start, *starts[first:last]])], [max([span.end, *ends[first:last]])]
    return tuple(sorted(done, key=lambda mark: mark.start))


def _touch(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


def _within(span: Span, whole: Span) -> Span:
    """The part of ``span`` in ``whole``, as offsets of ``whole``."""
    return Span(max(span.start, whole.start) - whole.start, min(span.end, whole.end) - whole.start)
