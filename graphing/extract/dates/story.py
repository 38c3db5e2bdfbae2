"""What a story has told so far of its days, and which of them a later phrase leans on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from graphing.extract.dates import calendar
from graphing.extract.dates.grammar import Phrase
from graphing.model import Precision


class Resolved(NamedTuple):
    """A date with its precision; ``start`` and ``last`` are the border days where a span is told."""

    first: date
    precision: Precision
    reason: str
    start: date | None = None
    last: date | None = None
    anchored: bool = False


class Setting(NamedTuple):
    """Where a phrase stands: its paragraph, the tense after it, whether `에는` or the like follows, an event's name stands before it
    (`명명식 전날`), it is spoken in a quotation, `앞선` or the like before it says that it lies before the day told last,
    a date stands before it in its sentence, one of report; ``reported_on``: the day of the month that the sentence says it is told on;
    ``of_another``: what stands before it is an event that the story is not about (성탄 전날);
    ``happens``: what stands before it is something that happens, from which it may be counted (본입찰 나흘 전);
    ``foretold``: what its past verb tells of may lie ahead all the same (만난다고 밝혔다, 미뤄졌다);
    ``joined``: the day that it is joined to (10일, `16일`);
    ``listed``: it begins a line of a chronology;
    ``weekday``: the day of the week told with it, 0 for Monday (`12일(수)`)."""

    paragraph: int
    future: bool
    past: bool
    topical: bool
    of_event: bool
    quoted: bool
    earlier: bool
    dated: bool
    reported: bool
    reported_on: int | None = None
    foretold: bool = False
    of_another: bool = False
    happens: bool = False
    weekday: int | None = None
    listed: bool = False
    joined: date | None = None


@dataclass(slots=True)
class Told:
    """A date that the story has told, for later phrases to lean on."""

    date: Resolved
    paragraph: int
    report: bool
    explicit: bool


class Story:
    """The dates told in one article, in order; ``published`` is None where nobody has said when it appeared."""

    def __init__(self, published: date | None, years: Mapping[int, int] | None = None) -> None:
        self.published = published
        # Where nobody has said when the article appeared: month → the one year that the article tells with it.
        self._years = years or {}
        self._last: Told | None = None
        self._last_day: Told | None = None
        self._earlier_day: Told | None = None
        self._main: Told | None = None
        self._told_year: int | None = None
        # Whether the year told last was told by its end (지난해 말).
        self._late = False
        self._span: Told | None = None
        self._report: Told | None = None
        # The day that a 전날 was counted from, with that eve.
        self._eve: tuple[date, Told] | None = None
        self._numbered: dict[int, Told] = {}
        self._months: dict[int, Told] = {}
        # Month → the year that it was told with last.
        self._month_years: dict[int, int] = {}
        # The day of the last line of a chronology of which a line before has told the year.
        self._line: date | None = None
        # What `이날` meant last.
        self._this_day: Told | None = None

    def between(self, first: Resolved, last: Resolved) -> Resolved | None:
        """The span from one date to another (`지난달 말부터 이달 초까지`)."""
        end = last.last or last.first
        if end <= first.first:
            return None
        common, precision = calendar.common(first.first, end)
        if precision == "day":
            return None
        return Resolved(common, precision, first.reason, first.first, end)

    def stay(self, first: Resolved, days: int) -> Resolved | None:
        """The span of a stay of ``days`` that begins on a day."""
        last = calendar.shifted(first.first, days - 1)
        return self.between(first, Resolved(last, "day", "")) if last else None

    def from_day_on(self, first: Resolved) -> Resolved:
        """The month of a day on or after which something was."""
        return Resolved(first.first.replace(day=1), "month", first.reason)

    def until(self, last: Resolved) -> Resolved | None:
        """The span that ends on a day (`22일까지 머무는`) and begins with publication."""
        if self.published is None or last.precision != "day" or last.first <= self.published:
            return None
        return Resolved(*calendar.common(self.published, last.first), last.reason, self.published, last.first)

    def note(self, resolved: Resolved, phrase: Phrase) -> None:
        """Takes note of the day that a line of a chronology begins with: later lines leave out its year."""
        if "year" in phrase.parts or self._line is not None:
            self._line = resolved.first if resolved.precision != "year" else None

    def remember(self, resolved: Resolved, paragraph: int, report: bool, explicit: bool) -> None:
        """Takes note of a date just told; a report's date anchors only where nothing else does."""
        told = Told(resolved, paragraph, report, explicit)
        if report:
            self._report = told
            if self._last_day is None and self._main is None:
                self._last_day = told
            return
        self._told_year = resolved.first.year
        if resolved.precision == "year" and not explicit:
            return
        self._last = told
        if resolved.precision != "year":
            self._month_years[resolved.first.month] = resolved.first.year
        if resolved.precision == "month" and resolved.last is None:
            self._months[resolved.first.month] = told
        if resolved.last is not None:
            self._span = told
        if resolved.precision == "day":
            self._earlier_day, self._last_day = self._last_day, told
            self._numbered[resolved.first.day] = told
            if explicit and not resolved.anchored and self._is_main(resolved.first):
                self._main = told

    def _is_main(self, day: date) -> bool:
        """Whether a day is what the report is about: the first one told near publication; the eve or day of it overrules."""
        if self.published is None:
            return self._main is None
        age = (self.published - day).days
        if self._main is None:
            return -1 <= age <= 10
        # The day of what is only to come gives way as well.
        return 0 <= age <= 1 and not 0 <= (self.published - self._main.date.first).days <= 1

    @property
    def last_told(self) -> date | None:
        """The first day of the date told last, of whatever precision."""
        return self._last.date.first if self._last else None

    @property
    def last_day_told(self) -> date | None:
        """The day told last."""
        return self._last_day.date.first if self._last_day else None

    def _period(self, setting: Setting) -> Resolved | None:
        """`이 기간`: a span told in this paragraph, else from one told day to the next (left on the 20th, back on the 12th)."""
        span, last, earlier = self._span, self._last_day, self._earlier_day
        if span and (span.paragraph == setting.paragraph or not last or not earlier or earlier.paragraph != setting.paragraph):
            return span.date._replace(reason="the span told before", anchored=True)
        if last and earlier and earlier.paragraph == last.paragraph == setting.paragraph:
            joined = self.between(earlier.date, last.date)
            return joined._replace(reason="from one day told before to the next", anchored=True) if joined else None
        return None

    def _anchor(self, word: str, setting: Setting) -> Told | None:
        last = self._last_day
        if setting.reported and self._report and not setting.of_event:
            # '10일 만찬을 연다. 9일 재계에 따르면 이날 만찬은 …': of the day that the story has told before the one it is reported on.
            told = word == "이날" and self._main and self._main.date.precision == "day" and not self._main.report
            return self._main if told and not self._is_over(self._main, setting) else self._report
        if word in {"이날", "전날"}:
            if word == "전날" and last and self.published and setting.past and not setting.future and last.date.first > self.published:
                # '13일 총수들을 만난다. 전날에는 …를 찾았다' in what appeared on the 12th: the day before that one.
                return Told(Resolved(self.published, "day", f"counted from publication {self.published.isoformat()}"), -1, False, True)
            if word == "전날" and self._last and self._last.paragraph == setting.paragraph and self._is_vague(self._last):
                return self._last
            if setting.of_event and self._main:
                return self._main
            if last and self._eve and word == "이날" and last.date.anchored and last.date.first == self._eve[0]:
                # `전날에는 나왔던 … 이날 빠졌다`: the day that the eve was counted from.
                return self._eve[1]
            if word == "이날":
                return self._this(last, setting)
            if last and last.paragraph == setting.paragraph and not self._looks_ahead(last):
                return last
            return self._main or last or self._report
        if word == "같은날" and last:
            return last
        if word == "그날" and last and last.date.first == self.published and self._earlier_day:
            return self._earlier_day
        if last and self._last and self._last.date.precision == "year" and self._last.paragraph != setting.paragraph:
            return last
        if self._last and self._last.date.precision != "day" and not self._looks_ahead(self._last):
            return self._last
        return last or self._last or self._report

    def _is_over(self, told: Told | None, setting: Setting) -> bool:
        """Whether a sentence of what is to come cannot be of a day that was told: it lies before the day of report, on which the text
        appeared."""
        if told is None or self._report is None or setting.past or not setting.future:
            return False
        return told.date.first < self._report.date.first == self.published

    def _this(self, last: Told | None, setting: Setting) -> Told | None:
        """`이날`: the day told last in its paragraph, else the day that the report is about."""
        main, before = self._main, self._this_day
        again = before is not None and main is not None and before.date.first == main.date.first
        if last and last.paragraph == setting.paragraph and not self._looks_ahead(last):
            # '이날 재판에 나가야 했지만 16일 사유서를 냈다. 이날 오전에는 …': of the report again, and not the day in between.
            back = again and before is not None and before.paragraph == setting.paragraph and not last.date.anchored
            found: Told | None = main if back and main and last.date.first < main.date.first else last
        else:
            found = main or last or self._report
        if found and self._is_over(found, setting):
            # '23일 만났다. B는 24일 페이스북에 …라고 썼다. 이날 오후에는 C를 만날 예정이다' in what appeared on the 24th.
            found = self._report
        self._this_day = found and Told(found.date, setting.paragraph, found.report, found.explicit)
        return found

    def _said_on(self, setting: Setting) -> Told | None:
        """The day on which what is quoted was said: one told in its sentence, that of the report, or the one told last near publication."""
        if setting.dated and not setting.reported and self._last_day and self._last_day.paragraph == setting.paragraph:
            return self._last_day
        if self._report and self._report.paragraph == setting.paragraph:
            return self._report
        for told in (self._report, self._last_day, self._main):
            if told and self.published and 0 <= (self.published - told.date.first).days <= 2:
                return told
        return None

    @staticmethod
    def _is_vague(told: Told) -> bool:
        return told.date.precision != "day" and told.date.last is None

    def _looks_ahead(self, told: Told) -> bool:
        return self.published is not None and self._main is not None and told.date.first > self.published
