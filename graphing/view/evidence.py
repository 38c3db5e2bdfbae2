"""The proofs: what is chosen, in facts, and the paragraphs that say so, as HTML that only ever holds escaped text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from html import escape
from itertools import pairwise

from graphing.graph import Edge
from graphing.labels import place_label, title_rank
from graphing.model import Extraction, Meeting
from graphing.store import AffiliationRow, EntityRow, Evidence, Highlight, MeetingRow
from graphing.view import differences, names, why
from graphing.view.highlight import KINDS, Mark, MarkKind, by_stretch, highlight
from graphing.view.reasons import certainty_text, reason_text
from graphing.view.session import Language
from graphing.view.words import word

# So many meetings are listed before the paragraphs; the rest is folded.
LISTED = 8
# So many posts, and so many names in the line that tells why a meeting was read: the paragraphs are to be in sight.
POSTS = 1
TOLD = 2
# So many facts of a profile stand above the paragraphs, the rest is folded.
SHORT = 2
# So many of those who were there are named in a list of meetings; the meeting itself names all.
GUESTS = 6
ENDING = re.compile(r"[.!?…]+[\"”’']*(?=\s)")
# No line begins with it.
DOT = "\N{NO-BREAK SPACE}· "
SAFE = ("https://", "http://")
# (key of its word, HTML) of what is told of a choice; an empty one is left out.
Facts = Sequence[tuple[str, str]]


class Proofs:
    """Puts choices into HTML, in one language. ``labels`` and ``entities`` hold every person and organisation by id.

    ``read`` gives the extraction of an article, from which a meeting tells why it was read; without it none does.
    """

    def __init__(
        self,
        entities: Mapping[int, EntityRow],
        meetings: Mapping[int, MeetingRow],
        labels: Mapping[int, str],
        language: Language,
        read: Callable[[int], Extraction | None] = lambda _: None,
    ) -> None:
        self.read = read
        self.entities = entities
        self.meetings = meetings
        self.labels = labels
        self.language = language

    def person_or_organization(
        self,
        entity: int,
        posts: Iterable[AffiliationRow],
        evidence: Sequence[Evidence],
        profile: Facts = (),
        meetings: Iterable[int] | None = None,
    ) -> str:
        """A node: its posts, its profile (facts as ``view.profile`` words them), its meetings, its paragraphs.

        ``meetings``, where they are more than it attends itself (those of a company's people).
        """
        row = self.entities[entity]
        kind = "person" if row.kind == "person" else row.type or "company"
        head = f'<h3>{escape(self.labels[entity])}<span class="kind {kind}">{self._word(kind)}</span></h3>'
        held = [post for post in posts if entity in {post.person, post.organization}]
        if meetings is None:
            met = [meeting for meeting in self.meetings.values() if entity in (*meeting.people, *meeting.organizations)]
        else:
            met = [self.meetings[meeting] for meeting in meetings]
        facts = [("posts", self._posts(held) if row.kind == "person" else self._staff(held)), *profile[:SHORT]]
        return self._whole(head, facts, evidence, [*profile[SHORT:], ("meetings", self._met(met, entity))])

    def group(self, name: str, members: Iterable[int], profile: Facts, evidence: Sequence[Evidence], meetings: Iterable[int] = ()) -> str:
        """A business group: its companies, what the ``meetings`` of their people come to, the paragraphs."""
        head = f'<h3>{escape(name)}<span class="kind company">{self._word("group")}</span></h3>'
        companies = why.folded([self._named(member) for member in members], self.language, marked=True, more="rest_companies")
        met = self._met([self.meetings[meeting] for meeting in meetings], None)
        return self._whole(head, [("member_of", companies), *profile[:SHORT]], evidence, [*profile[SHORT:], ("meetings", met)])

    def edge(self, edge: Edge, posts: Iterable[AffiliationRow], evidence: Sequence[Evidence], meetings: Iterable[int] | None = None) -> str:
        """An edge: the posts or meetings that it stands for, and their paragraphs, the newest meeting first; those that no paragraph shown
        is about are listed behind them, where the rest of the paragraphs comes, but what is newer than all of these before them.

        ``meetings``, where they are others than those that both ends attend.
        """
        head = f"<h3>{self._named(edge.one)} <small>—</small> {self._named(edge.other)}</h3>"
        held = [self._post(post, True) for post in posts if (post.person, post.organization) == (edge.one, edge.other)]
        if meetings is None:
            met = [row for row in self.meetings.values() if row.joins(edge.one, edge.other)]
        else:
            met = [self.meetings[meeting] for meeting in meetings]
        headed = {meeting for row in evidence for meeting in row.meetings}
        newest = max((row.last for row in met if row.id in headed and row.last), default=date.min)
        left = [row for row in met if row.id not in headed]
        newer, older = ([row for row in left if ((row.last or date.min) > newest or not headed) is newer] for newer in (True, False))
        facts = [("posts", "<br>".join(held)), ("meetings", self._met(newer, None))]
        return self._whole(head, facts, evidence, behind=[("more_meetings", self._met(older, None))])

    def meeting(self, meeting: int, evidence: Sequence[Evidence]) -> str:
        """A meeting: who, when (and the words that gave it), where, about what, how sure and why; and its paragraphs."""
        row = self.meetings[meeting]
        there = [self._named(entity) for entity in row.people]
        there += [escape(word("side", self.language, name=self.labels[entity])) for entity in row.organizations]
        head = f"<h3>{why.folded(there, self.language, marked=True)}{self._status(row)}</h3>"
        date = f"<b>{escape(names.when(row.first, row.precision, self.language))}</b>"
        known = []
        if row.precision in {"month", "year"}:
            known.append(self._word(f"precision_{row.precision}"))
        if words := date_words(_lead(row), self.read(row.article)):
            known.append(escape(word("date_words", self.language, words=words)))
        if known:
            date += f" <small>{DOT.join(known)}</small>"
        reason = reason_text(row.reason, self.language, row.published is not None)
        facts = [
            ("date", date),
            ("place", self._place(row)),
            *differences.facts(row, self.labels, self.language),
            ("topic", names.foreign(row.topic or "", self.language)),
            ("certainty", f"{certainty_text(row.certainty)} <small>{escape(reason)}</small>"),
            ("why", self._why(row)),
        ]
        return self._whole(head, facts, evidence, headed=False)

    def _whole(
        self, head: str, facts: Facts, evidence: Sequence[Evidence], rest: Facts = (), headed: bool = True, behind: Facts = ()
    ) -> str:
        listed = self._facts(facts)
        if more := self._facts(rest):
            listed += f"<details><summary>{self._word('profile')}</summary>{more}</details>"
        before: int | None = None
        proofs = ""
        for articles in self._grouped(evidence, headed):
            proofs += self._told(articles, headed, before)
            before = articles[-1][0].article
        nothing = "" if proofs else f'<p class="nothing">{self._word("no_proofs")}</p>'
        body = f"{head}{listed}{proofs}{nothing}{self._facts(behind)}{self._legend(evidence)}"
        return f'<section class="proofs" data-testid="proofs" data-copied="{self._word("copied")}">{body}</section>'

    def _facts(self, facts: Facts) -> str:
        listed = "".join(f"<dt>{self._word(key) if key else ''}</dt><dd>{value}</dd>" for key, value in facts if value)
        return f"<dl>{listed}</dl>" if listed else ""

    def _grouped(self, evidence: Sequence[Evidence], headed: bool) -> list[list[list[Evidence]]]:
        """The paragraphs by what they tell, then by article, in the order given; those that tell no meeting last. Only by article, where
        nothing is ``headed`` by what it tells."""
        if not headed:
            return [[rows] for rows in _by(evidence, lambda row: row.article)]
        parts = sorted(_by(evidence, lambda row: row.meetings), key=lambda part: not part[0].meetings)
        return [_by(part, lambda row: row.article) for part in parts]

    def _told(self, articles: Sequence[Sequence[Evidence]], headed: bool, before: int | None = None) -> str:
        """Paragraphs that tell the same meetings, article by article, ``headed`` by those meetings once. ``before`` is the article of the
        paragraphs above these: its headline is not told over again."""
        told = articles[0][0].meetings
        lines = "".join(self._line(self.meetings[meeting]) for meeting in told if headed and meeting in self.meetings)
        first = self._article(articles[0], f'<ol class="told">{lines}</ol>' if lines else "", articles[0][0].article == before)
        return first + "".join(self._article(rows) for rows in articles[1:])

    def _line(self, row: MeetingRow) -> str:
        there = [self.labels[entity] for entity in row.people]
        there += [word("side", self.language, name=self.labels[entity]) for entity in row.organizations]
        when = escape(names.when(row.first, row.precision, self.language))
        who = f'<button value=m{row.id}>{names.unbroken(escape(names.several(there, self.language)))}</button>'
        more = f"{self._status(row)} <small>{certainty_text(row.certainty)}</small>"
        if row.tellings:
            more += f" <small>{escape(word('tellings_count', self.language, n=len(row.sources)))}</small>"
        if told := self._why(row, TOLD):
            more += f'<small class="why">{told}</small>'
        differ = (f"<br><small>{self._word(key)}: {said}</small>" for key, said in differences.facts(row, self.labels, self.language))
        return f"<li><time>{when}</time><span>{who}{more}{''.join(differ)}</span></li>"

    def _article(self, rows: Sequence[Evidence], lines: str = "", again: bool = False) -> str:
        first = rows[0]
        # What has data-cite goes into the citation that a reader copies (proofs.js).
        published = names.told(first.published, "day", self.language) or word("no_published", self.language)
        outlet = self._outlet(first.outlet)
        if first.author:
            outlet += f'{DOT}<i data-cite="author">{names.foreign(first.author, self.language)}</i>'
        source = f'{outlet}{DOT}<time data-cite="date">{escape(published)}</time>'
        if first.url and first.url.lower().startswith(SAFE):
            address = escape(first.url, quote=True)
            source += f'{DOT}<a data-cite="address" href="{address}" target="_blank" rel="noreferrer">{self._word("original")}</a>'
        # A headline that proves something is the article's head, with its marks, and stands there once.
        bare = "".join((first.title or "").split())
        head = next((row for row in rows if row.kind == "headline" and "".join(row.text.split()) == bare), None)
        title = self._title(first, head)
        if again and not head:
            # It still goes into the citation of what is copied.
            title = f"<div hidden>{title}</div>"
        source += f'{DOT}<button data-open="{first.article}.{first.span.start}">{self._word("whole_article")}</button>'
        paragraphs = "".join(self._paragraph(row) for row in rows if row is not head)
        # The article is Korean, what is said about it is in the reader's language.
        spoken = "" if self.language == "ko" else f' lang="{self.language}"'
        return f'<article lang="ko">{lines}<header>{title}<span{spoken}>{source}</span></header>{paragraphs}</article>'

    def _outlet(self, outlet: str | None) -> str:
        """An outlet; in other letters than its own it tells how it calls itself, as which it is cited."""
        shown = escape(names.outlet(outlet, self.language))
        if not outlet:
            return shown
        own = f' title="{escape(outlet, quote=True)}"' if shown != escape(outlet) else ""
        return f'<i data-cite="outlet"{own}>{shown}</i>'

    def _title(self, first: Evidence, head: Evidence | None) -> str:
        if head:
            copy = self._copy() if head.telling else ""
            return f'<p class="headline"><b data-cite="title">{self._marked(head, copied=False)}</b>{copy}</p>'
        called = escape(names.headline(first.title, first.opening, self.language))
        # What an article without a title is called here is no title to cite.
        return f'<b data-cite="title">{called}</b>' if first.title else f"<b>{called}</b>"

    def _paragraph(self, row: Evidence) -> str:
        note = f"<small>{self._word(row.kind)}</small> " if row.kind != "body" else ""
        return f'<p class="{row.kind}">{note}{self._marked(row)}</p>'

    def _marked(self, row: Evidence, copied: bool = True) -> str:
        """The paragraph; each sentence that tells something stands in an element with what copies it, unless it is not to be ``copied``."""
        marks = [Mark(mark.start, mark.end, self._kind(mark), self._bearer(mark)) for mark in row.highlights]
        parts = []
        cut = list(_sentences(row.text))
        for (start, end), its, tells in zip(cut, by_stretch(cut, marks), by_stretch(cut, row.telling), strict=True):
            sentence = highlight(row.text, start, end, its, tells)
            parts.append(f"<span>{sentence}{self._copy()}</span>" if tells and copied else sentence)
        return "".join(parts)

    def _bearer(self, mark: Highlight) -> int | None:
        """Who is chosen by a click on a mark: whoever of those that are shown bears the name."""
        return mark.entity if mark.entity in self.entities else None

    def _copy(self) -> str:
        """What copies the sentence (or headline) it stands in, with its citation. Both stand there: nothing is sent twice."""
        return f' <button class="copy" title="{self._word("copy")}"></button>'

    def _why(self, row: MeetingRow, most: int = why.NAMED) -> str:
        """Why a meeting was read, as HTML, ``most`` of each side in sight.

        '' where its article is not known, or more than one meeting of it fits.
        """
        extraction = self.read(row.article)
        meeting = told_as(_lead(row), extraction)
        return why.told(meeting, extraction, self.language, most) if extraction and meeting else ""

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
        """Meetings, the newest first: as many as are read at once; timeline and table hold all."""
        rows = sorted(meetings, key=lambda row: row.last.toordinal() if row.last else 0, reverse=True)
        lines = []
        for row in rows[:LISTED]:
            others = [self._named(other) for other in row.people if other != entity]
            others += [escape(word("side", self.language, name=self.labels[side])) for side in row.organizations if side != entity]
            rest = escape(word("rest_people", self.language, n=len(others) - GUESTS))
            more_there = f" <small>{rest}</small>" if len(others) > GUESTS else ""
            when = escape(names.when(row.first, row.precision, self.language))
            place = f" <small>{self._place(row)}</small>" if row.place else ""
            lines.append(f"<li><time>{when}</time><span>{self._join(others[:GUESTS])}{more_there}{place}{self._status(row)}</span></li>")
        more = f"<small>{escape(word('rest', self.language, n=len(rows) - len(lines)))}</small>" if len(rows) > len(lines) else ""
        return f"<ol>{''.join(lines)}</ol>{more}" if lines else ""

    def _posts(self, held: Sequence[AffiliationRow]) -> str:
        """The posts of a person."""
        lines = [self._post(post, True) for post in held]
        return self._folded(lines, word("rest", self.language, n=len(lines) - POSTS))

    def _staff(self, held: Iterable[AffiliationRow]) -> str:
        """Who holds a post in an organisation: who heads it first, those who left it last."""
        ranked = sorted(held, key=lambda post: (post.former, title_rank(post.title)))
        more = {post.person for post in ranked[POSTS:]} - {post.person for post in ranked[:POSTS]}
        left = word("rest_people", self.language, n=len(more)) if more else word("rest", self.language, n=len(ranked) - POSTS)
        return self._folded([self._post(post, False) for post in ranked], left)

    def _folded(self, lines: Sequence[str], rest: str) -> str:
        """The first lines, the others under the words ``rest``."""
        shown, others = ("<br>".join(part) for part in (lines[:POSTS], lines[POSTS:]))
        return f'{shown} <details class="rest"><summary>{escape(rest)}</summary>{others}</details>' if others else shown

    def _post(self, post: AffiliationRow, of_person: bool) -> str:
        where = self.labels.get(post.organization or 0)
        if of_person:
            # When the articles that tell it appeared: nobody says when it began or ended.
            months = dict.fromkeys(names.told(day, "month", self.language) for day in (post.first, post.last) if day)
            seen = f" <small>{escape(word('post_span', self.language, span='–'.join(months)))}</small>" if months else ""
            return f"{escape(names.title(post, where, self.language))}{seen}"
        return f"{self._named(post.person)} <small>{escape(names.title(post, None, self.language))}</small>"

    def _status(self, row: MeetingRow) -> str:
        return "" if row.status == "held" else f' <span class="status {row.status}">{self._word(row.status)}</span>'

    def _place(self, row: MeetingRow) -> str:
        return escape(place_label(row.place, self.language)) if row.place else ""

    def _join(self, parts: Iterable[str]) -> str:
        return names.unbroken(names.listed(parts, self.language))

    def _named(self, entity: int) -> str:
        """A name that chooses who bears it."""
        return f"<button value={self.entities[entity].kind[0]}{entity}>{escape(self.labels[entity])}</button>"

    def _word(self, key: str) -> str:
        return escape(word(key, self.language))


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand, together all of it: each up to the mark that ends it, with what quotes close behind that."""
    ends = [found.end() for found in ENDING.finditer(text)]
    cuts = [0, *(end for end in ends if end < len(text)), len(text)]
    return list(pairwise(cuts))


def _by(evidence: Iterable[Evidence], what: Callable[[Evidence], object]) -> list[list[Evidence]]:
    """The paragraphs that are alike in this together, in the order of the first of each."""
    found: dict[object, list[Evidence]] = {}
    for row in evidence:
        found.setdefault(what(row), []).append(row)
    return list(found.values())


def _lead(row: MeetingRow) -> MeetingRow:
    """The telling of the article that stands first."""
    return next((one for one in row.told if one.article == row.article), row)


def told_as(row: MeetingRow, extraction: Extraction | None) -> Meeting | None:
    """The meeting of an extraction that a row was made of; None where none, or more than one, fits."""
    if extraction is None:
        return None
    found = [meeting for meeting in extraction.meetings if _is(row, meeting)]
    return found[0] if len(found) == 1 else None


def _is(row: MeetingRow, meeting: Meeting) -> bool:
    when = meeting.when
    dated = (when.first, when.precision) == (row.first, row.precision) if when else row.first is None
    place = meeting.place.name if meeting.place else None
    return dated and place == row.place and meeting.status == row.status and len(meeting.participants) == len(row.people)


def date_words(row: MeetingRow, extraction: Extraction | None) -> str | None:
    """The words of the article that gave a meeting its date; None where it has none, or more than one meeting fits the row."""
    if extraction is None or row.first is None:
        return None
    told = (meeting.when for meeting in extraction.meetings if _is(row, meeting))
    found = {extraction.article.text[slice(*when.words)] if when.words else None for when in told if when}
    return found.pop() if len(found) == 1 else None
