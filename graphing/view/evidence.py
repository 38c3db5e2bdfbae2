"""The proofs: what is chosen, in facts, and the paragraphs that say so, as HTML that only ever holds escaped text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby

from graphing.graph import Edge
from graphing.model import Extraction
from graphing.store import AffiliationRow, EntityRow, Evidence, Highlight, MeetingRow
from graphing.timeline import told
from graphing.view import names
from graphing.view.highlight import KINDS, Mark, MarkKind, highlight
from graphing.view.reasons import certainty_text, reason_text
from graphing.view.session import Language
from graphing.view.words import word

# So many posts or meetings are listed before the paragraphs; the rest is folded.
LISTED = 10
SAFE = ("https://", "http://")


class Proofs:
    """Puts choices into HTML, in one language. ``labels`` and ``entities`` hold every person and organisation by id."""

    def __init__(
        self,
        entities: Mapping[int, EntityRow],
        meetings: Mapping[int, MeetingRow],
        labels: Mapping[int, str],
        language: Language,
    ) -> None:
        self.entities = entities
        self.meetings = meetings
        self.labels = labels
        self.language = language

    def person_or_organization(self, entity: int, posts: Iterable[AffiliationRow], evidence: Sequence[Evidence]) -> str:
        """A node: its posts, its meetings, its paragraphs."""
        row = self.entities[entity]
        kind = "person" if row.kind == "person" else row.type or "company"
        head = f'<h3>{self._named(entity)}<span class="kind {kind}">{self._word(kind)}</span></h3>'
        held = [self._post(post, row.kind == "person") for post in posts if entity in {post.person, post.organization}]
        met = [meeting for meeting in self.meetings.values() if entity in (*meeting.people, *meeting.organizations)]
        facts = [("posts", self._folded(held)), ("meetings", self._met(met, entity))]
        return self._whole(head, facts, evidence)

    def edge(self, edge: Edge, posts: Iterable[AffiliationRow], evidence: Sequence[Evidence]) -> str:
        """An edge: the posts or meetings that it stands for, and their paragraphs."""
        head = f"<h3>{self._named(edge.one)} <small>—</small> {self._named(edge.other)}</h3>"
        held = [self._post(post, True) for post in posts if (post.person, post.organization) == (edge.one, edge.other)]
        met = [row for row in self.meetings.values() if {edge.one, edge.other} <= {*row.people, *row.organizations}]
        return self._whole(head, [("posts", "<br>".join(held)), ("meetings", self._met(met, None))], evidence)

    def meeting(self, meeting: int, extraction: Extraction | None, evidence: Sequence[Evidence]) -> str:
        """A meeting: who, when (and the words that gave it), where, about what, how sure and why; and its paragraphs."""
        row = self.meetings[meeting]
        there = [self._named(entity) for entity in row.people]
        there += [escape(word("side", self.language, name=self.labels[entity])) for entity in row.organizations]
        head = f"<h3>{self._join(there)}{self._status(row)}</h3>"
        date = f"<b>{escape(names.when(row.first, row.precision, self.language))}</b>"
        if row.precision in {"month", "year"}:
            date += f" <small>{self._word('precision_' + row.precision)}</small>"
        if words := date_words(row, extraction):
            date += f" <small>{escape(word('date_words', self.language, words=words))}</small>"
        facts = [
            ("date", date),
            ("place", escape(row.place or "")),
            ("topic", escape(row.topic or "")),
            ("certainty", f"{certainty_text(row.certainty)} <small>{escape(reason_text(row.reason, self.language))}</small>"),
        ]
        return self._whole(head, facts, evidence)

    def _whole(self, head: str, facts: Iterable[tuple[str, str]], evidence: Sequence[Evidence]) -> str:
        listed = "".join(f"<dt>{self._word(key)}</dt><dd>{value}</dd>" for key, value in facts if value)
        proofs = "".join(self._article(list(rows)) for _, rows in groupby(evidence, key=lambda row: row.article))
        nothing = "" if proofs else f'<p class="nothing">{self._word("no_proofs")}</p>'
        return f'<section class="proofs" data-testid="proofs">{head}<dl>{listed}</dl>{self._legend(evidence)}{proofs}{nothing}</section>'

    def _article(self, rows: Sequence[Evidence]) -> str:
        first = rows[0]
        published = told(first.published, "day") or word("no_published", self.language)
        source = f"{escape(first.outlet or word('no_outlet', self.language))} · {escape(published)}"
        if first.url and first.url.lower().startswith(SAFE):
            address = escape(first.url, quote=True)
            source += f' · <a href="{address}" target="_blank" rel="noopener noreferrer">{self._word("original")}</a>'
        title = escape(first.title or word("no_title", self.language))
        return f'<article lang="ko"><header><b>{title}</b><span>{source}</span></header>{"".join(map(self._paragraph, rows))}</article>'

    def _paragraph(self, row: Evidence) -> str:
        marks = [Mark(mark.start, mark.end, self._kind(mark)) for mark in row.highlights]
        note = f"<small>{self._word(row.kind)}</small> " if row.kind != "body" else ""
        return f'<p class="{row.kind}">{note}{highlight(row.text, 0, len(row.text), marks, row.telling)}</p>'

    def _kind(self, mark: Highlight) -> MarkKind:
        if mark.kind != "organization":
            return mark.kind
        row = self.entities.get(mark.entity or 0)
        return "agency" if row and row.type == "agency" else "company"

    def _legend(self, evidence: Sequence[Evidence]) -> str:
        there = {self._kind(mark) for row in evidence for mark in row.highlights}
        marks = [f'<mark class="{kind}">{self._word(kind)}</mark>' for kind in KINDS if kind in there]
        if any(row.telling for row in evidence):
            marks.append(f'<span class="telling">{self._word("telling")}</span>')
        return f'<p class="marks">{" ".join(marks)}</p>' if marks else ""

    def _met(self, meetings: Iterable[MeetingRow], entity: int | None) -> str:
        lines = []
        for row in meetings:
            others = [self._named(other) for other in row.people if other != entity]
            others += [escape(word("side", self.language, name=self.labels[side])) for side in row.organizations if side != entity]
            when = escape(names.when(row.first, row.precision, self.language))
            place = f" <small>{escape(row.place)}</small>" if row.place else ""
            lines.append(f"<li><time>{when}</time><span>{self._join(others)}{place}{self._status(row)}</span></li>")
        return self._folded(lines, "<ol>{}</ol>", "") if lines else ""

    def _folded(self, lines: Sequence[str], whole: str = "{}", between: str = "<br>") -> str:
        shown, others = (whole.format(between.join(part)) for part in (lines[:LISTED], lines[LISTED:]))
        if len(lines) <= LISTED:
            return shown
        rest = escape(word("rest", self.language, n=len(lines) - LISTED))
        return f"{shown}<details><summary>{rest}</summary>{others}</details>"

    def _post(self, post: AffiliationRow, of_person: bool) -> str:
        where = self.labels.get(post.organization or 0)
        if of_person:
            return escape(names.title(post, where, self.language))
        return f"{self._named(post.person)} <small>{escape(names.title(post, None, self.language))}</small>"

    def _status(self, row: MeetingRow) -> str:
        return "" if row.status == "held" else f' <span class="status {row.status}">{self._word(row.status)}</span>'

    def _join(self, parts: Iterable[str]) -> str:
        return names.listed(parts, self.language)

    def _named(self, entity: int) -> str:
        return escape(self.labels[entity])

    def _word(self, key: str) -> str:
        return escape(word(key, self.language))


def date_words(row: MeetingRow, extraction: Extraction | None) -> str | None:
    """The words of the article that gave a meeting its date; None where it has none, or more than one meeting fits the row."""
    if extraction is None or row.first is None:
        return None
    found: set[str | None] = set()
    for meeting in extraction.meetings:
        when = meeting.when
        same = when and when.first == row.first and when.precision == row.precision and meeting.status == row.status
        if when and same and len(meeting.participants) == len(row.people) and (meeting.place.name if meeting.place else None) == row.place:
            found.add(extraction.article.text[slice(*when.words)] if when.words else None)
    return found.pop() if len(found) == 1 else None
