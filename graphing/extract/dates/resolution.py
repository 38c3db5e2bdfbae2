"""What day, month or year a date phrase means, given the publication date and the dates told before it.

Conventions of Korean news writing: a bare `4일` is of the month of publication unless a story of another month is being told;
`지난 4일` lies strictly before publication and `오는 4일` on or after it; `이튿날`, `전날` and `사흘 뒤` count from the day told last;
`이날` is the day told last in the same paragraph, else the day the report is about, and so is what `사흘 전` counts from.
"""

from __future__ import annotations

from datetime import date

from graphing.extract.dates import calendar
from graphing.extract.dates import weeks as dates_weeks
from graphing.extract.dates.grammar import NATIVE_DAYS, NATIVE_NUMBERS, Phrase
from graphing.extract.dates.story import Resolved, Setting, Story, Told
from graphing.extract.dates.weeks import counted_from

_ABOUT_NOW = "이맘때"
_YEARS = {"지지난해": -2, "재작년": -2, "지난해": -1, "지난 해": -1, "작년": -1, "올해": 0, "금년": 0, "올": 0, "내년": 1}
_MONTHS = {"지지난달": -2, "지난달": -1, "지난 달": -1, "이달": 0, "이번 달": 0, "이번달": 0, "다음 달": 1, "다음달": 1, "내달": 1}
_SAME_DAY = {"이날", "같은날", "그날", "당일"}
_DAYS_AWAY = {
    "그제": -2, "그저께": -2, "어제": -1, "작일": -1, "어젯밤": -1, "지난밤": -1, "간밤": -1, "오늘": 0, "금일": 0,
    "내일": 1, "명일": 1, "모레": 2,
}  # fmt: skip
# The month in which a part of the year ends: `지난가을` told in October is that of the year before.
_LAST_MONTHS = {"봄": 5, "여름": 8, "가을": 11, "겨울": 12, "연초": 2, "연말": 12, "상반기": 6, "하반기": 12}
_YEARS_END = frozenset({"말", "연말", "하반기", "겨울", "4분기"})
FIRST_HALF = 6
# Days: a day so near is meant, where the other reading lies half a month away.
NEAR, HALF_MONTH = 3, 15
_COMING = {"오는", "다가오는", "돌아오는"}


class Narrative(Story):
    """Resolves the phrases of one article in their order, remembering what was told."""

    def resolve(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """The date that a phrase means; None where the text and the publication date do not tell."""
        match phrase.kind:
            case "calendar":
                return self._calendar(phrase.parts, setting)
            case "numeric":
                found = calendar.day(int(phrase.parts["year"]), int(phrase.parts["month"]), int(phrase.parts["only"]))
                if found and "last" in phrase.parts:
                    month = int(phrase.parts["month2"]) if "month2" in phrase.parts else None
                    return _span(found, month, int(phrase.parts["last"]), "told in full")
                return Resolved(found, "day", "told in full") if found else None
            case "offset":
                return self._offset(phrase.parts, setting)
            case "word":
                return self._word(phrase.parts["word"].replace(" ", "").replace("전일", "전날"), setting)
            case "week" | "weekday":
                return dates_weeks.week(phrase.parts, self.published) if self.published else None
            case "holiday":
                return dates_weeks.holiday(phrase.parts, self.published) if self.published else None
            case "feast":
                over, coming = _is_over(setting), setting.future
                return dates_weeks.feast(phrase.parts, self.published, over=over, coming=coming) if self.published else None
        return None

    # -- calendar dates ------------------------------------------------------------------------------------------------

    def _calendar(self, parts: dict[str, str], setting: Setting) -> Resolved | None:
        modifier = parts.get("mod") or parts.get("daymod") or ""
        year, month = self._year(parts), None
        if year is None and parts.keys() & {"year", "short", "bare", "recent", "yearword", "yearsago"}:
            return None
        if "monthword" in parts:
            base = self._base_month(parts["monthword"], setting)
            if base is None:
                return None
            year, month = (year if year is not None else base.year), base.month
        elif "month" in parts:
            month = int(parts["month"])
        numbers = _numbers(parts)
        if "final" in parts and month is not None:
            told = self._month_or_year(year, month, parts, modifier, setting)
            following = told and calendar.shifted_month(told.first, 1)
            final = following and calendar.shifted(following, -1)
            return Resolved(final, "day", self._reason()) if final else None
        if not numbers:
            return self._month_or_year(year, month, parts, modifier, setting)
        if month is None:
            first = self._on_weekday(self._bare_day(numbers[0], modifier, setting), numbers[0], setting) if year is None else None
        elif year is None:
            first = self._day_of_month(month, numbers[0], modifier, setting)
        else:
            first = calendar.day(year, month, numbers[0])
        if first is None:
            return None
        reason = "told in full" if "year" in parts and "month" in parts else self._reason()
        if len(numbers) == 1:
            return Resolved(first, "day", reason)
        return _span(first, int(parts["month2"]) if "month2" in parts else None, numbers[-1], reason)

    def _year(self, parts: dict[str, str]) -> int | None:
        if "year" in parts:
            return int(parts["year"])
        if short := parts.get("short") or parts.get("recent"):
            century = 2000 if self.published is None or int(short) <= self.published.year % 100 + 5 else 1900
            return century + int(short)
        if "bare" in parts:
            return 1900 + int(parts["bare"])
        if "yearsago" in parts:
            count = _count(parts["yearsago"])
            return self.published.year - count if self.published and count is not None else None
        word = parts.get("yearword", "")
        if word in _YEARS:
            return self.published.year + _YEARS[word] if self.published else None
        if word and self._told_year is not None:
            return self._told_year + (word == "이듬해") - word.endswith("전해")
        return None

    def _base_month(self, word: str, setting: Setting) -> date | None:
        if word in _MONTHS:
            told = self._last if self._last and self._last.date.precision == "month" else self._last_day
            if _MONTHS[word] > 0 and setting.past and not setting.future and told and told.paragraph == setting.paragraph:
                # `2021년 5월 3일 처음 봤다. 다음 달 3일에는 …를 찾아갔다`: what is past is counted from the day told.
                return calendar.shifted_month(told.date.first, _MONTHS[word])
            return calendar.shifted_month(self.published, _MONTHS[word]) if self.published else None
        if self._last is None or self._last.date.precision == "year":
            return None
        return calendar.shifted_month(self._last.date.first, -1 if word == "전달" else 0)

    def _month_or_year(
        self, year: int | None, month: int | None, parts: dict[str, str], modifier: str, setting: Setting
    ) -> Resolved | None:
        if month is None and parts.get("vague") == _ABOUT_NOW and self.published:
            # `지난해 이맘때`: the month in which the article appeared.
            month = self.published.month
        if month is None:
            self._late = parts.get("vague") in _YEARS_END
            if year is None and self.published:
                ended = modifier != "지난" or self.published.month > _LAST_MONTHS.get(parts.get("vague", ""), 12)
                year = self.published.year - (not ended)
            first = calendar.day(year, 1, 1) if year is not None else None
            return Resolved(first, "year", self._reason()) if first else None
        if year is None:
            year = self._year_of_month(month, 1, modifier, setting)
        if year is not None and "month1" in parts:
            return self._months_from(year, int(parts["month1"]), month)
        first = calendar.day(year, month, 1) if year is not None else None
        return Resolved(first, "month", self._reason()) if first else None

    def _months_from(self, year: int, first: int, last: int) -> Resolved | None:
        """`7∼8월`, `11∼1월`: the span of the months up to ``last`` of a year."""
        start, after = calendar.day(year - (first > last), first, 1), calendar.shifted_month(date(year, last, 1), 1)
        end = after and calendar.shifted(after, -1)
        return Resolved(*calendar.common(start, end), self._reason(), start, end) if start and end else None

    def _year_of_month(self, month: int, number: int, modifier: str, setting: Setting) -> int | None:
        """The year that `6월` or `6월 2일` leaves out."""
        last = self._last
        if setting.listed and self._line and not modifier:
            # '▷2020년 11월 3일 = … ▷12월 14일 = … ▷4월 22일 = …'
            year = self._line.year + ((month, number) < (self._line.month, self._line.day))
            known = self.published
            return year - 1 if known and year > known.year else year
        # `지난해 1월과 6월에 만났다. 1월에는 …`: the January just told.
        again = self._months.get(month)
        if not modifier and number == 1 and again and again.paragraph == setting.paragraph:
            return again.date.first.year
        if setting.earlier and not modifier and last and last.paragraph == setting.paragraph and last.date.precision != "year":
            # '2022년 8월 왔다. 그보다 앞선 6월 24일에는 …': of the year that lies before the date told.
            return last.date.first.year - ((month, number) > (last.date.first.month, last.date.first.day))
        # A story of another time, with no day of the report's own, goes on in its year: '1998년 12월 … 합의했다. / 1월 6일 …'.
        # Not from a year told in passing, nor from far above: '2020년에 창업했다. / 3월 B를 만났다'.
        elsewhere = self._main is None and last is not None and last.explicit and last.date.precision != "year"
        in_story = elsewhere and last is not None and setting.paragraph - last.paragraph <= 1 and not (setting.future or setting.foretold)
        if not modifier and last and (last.paragraph == setting.paragraph or self.published is None or in_story):
            told = last.date.first
            if self.published is None or (told.year != self.published.year and last.explicit):
                # `지난해 말 왔다. 2월 7일 다시 와서`: the year whose end was told is over by then.
                whole = last.date.precision == "year" and not (self._late and month <= FIRST_HALF)
                reached = whole or (last.date.precision != "year" and (month, number) >= (told.month, told.day))
                if reached or self.published is None:
                    return told.year
        if self.published is None:
            return self._years.get(month) if not modifier else None
        year, now = self.published.year, (self.published.month, self.published.day)
        here = (month, number)
        same_month = month == self.published.month and number == 1
        if modifier == "지난":
            return year if here < now and not same_month else year - 1
        if modifier in _COMING:
            return year if here >= now or same_month else year + 1
        told_with = self._month_years.get(month)
        if not modifier and here > now and told_with is not None and told_with < year and not (setting.future or setting.foretold):
            # '2016년 9월 12일 누가 있었는가. … 9월 11일 A가 전화를 걸어 …라고 하는 내용이다': the September told before.
            return told_with
        if here <= now:
            return year + 1 if setting.future and not same_month and self.published.month - month > 5 else year
        return year - 1 if setting.past and not (setting.future or setting.foretold) else year

    def _day_of_month(self, month: int, number: int, modifier: str, setting: Setting) -> date | None:
        year = self._year_of_month(month, number, modifier, setting)
        return calendar.day(year, month, number) if year is not None else None

    def _on_weekday(self, found: date | None, number: int, setting: Setting) -> date | None:
        """A bare day, moved to the month about publication in which it is the weekday told with it (`12일(수)`), if it is not yet."""
        if self.published is None or setting.weekday is None or (found is not None and found.weekday() == setting.weekday):
            return found
        published, ways = self.published, (calendar.numbered_day, calendar.past_day, calendar.coming_day)
        about = (way(published, number) for way in ways)
        return next((day for day in about if day is not None and day.weekday() == setting.weekday), found)

    def _bare_day(self, number: int, modifier: str, setting: Setting) -> date | None:
        last, published = self._last_day, self.published
        if setting.joined and not modifier and number > setting.joined.day:
            return calendar.numbered_day(setting.joined, number)
        if published is None:
            return calendar.numbered_day(last.date.first, number) if last and not modifier else None
        if modifier in _COMING:
            return calendar.coming_day(published, number)
        if modifier == "지난":
            return calendar.past_day(published, number)
        if setting.earlier and last:
            here = calendar.numbered_day(published, number)
            if here and last.date.first < here <= published and (last.date.first.year, last.date.first.month) == (here.year, here.month):
                # '11일 밤 만났다고 한다. … 앞서 15일 …를 찾아갔다' in what appeared on the 18th: before the article, not before the 11th.
                return here
            return last.date.first if last.date.first.day == number else calendar.past_day(last.date.first, number)
        told = self._last if self._last and self._last.date.precision != "year" else last
        if told and told.explicit and told.paragraph == setting.paragraph:
            base = told.date.first
            elsewhere = (base.year, base.month) != (published.year, published.month)
            # `지난해 5월 …에서 만났다. 17일에는 …`, `4일 …할 예정이다`: of the report's own days, not of the month told back then.
            # After a day told back then (`2019년 5월 2일 왔다. 9일에는 …`) only the very day of the report is.
            days, of_month = published.day - number, told.date.precision == "month"
            close = 0 <= days <= NEAR if of_month else 0 <= days <= 1 and not setting.topical
            close = close or (setting.future and base < published)
            # '내달 5일 … 만난다. 이와 별도로 23일 …' in what appeared on the 22nd: one of the next days, and not of the month to come.
            next_days = 0 < number - published.day <= NEAR and not 0 < number - base.day <= NEAR
            close = close or (setting.future and base > published and next_days)
            # '18일에는 A를, 19일에는 B를 만났다. 20일로 잡혔던 면담은 취소됐다': the next day of what is told.
            close = close and not (setting.foretold and not of_month and 0 < number - base.day <= NEAR)
            if elsewhere and not close and (number > base.day or told.date.precision == "month"):
                then = calendar.numbered_day(base, number)
                # `4월 1일 출시된다. 이를 위해 10일 …를 만났다` in March: what is past was not in the month to come.
                if then is None or then <= published or not setting.past or setting.future or setting.foretold:
                    return then
        if number <= published.day:
            here = calendar.numbered_day(published, number)
            soon = calendar.coming_day(published, number)
            # `1일 오전 … 간담회를 갖는다` on the 31st: tomorrow, and not thirty days ago.
            if here and soon and not setting.past and (soon - published).days <= NEAR and (published - here).days > HALF_MONTH:
                return soon
            return here
        if (again := self._numbered.get(number)) is not None:
            return again.date.first
        before = calendar.past_day(published, number)
        coming = calendar.coming_day(published, number)
        # `4일 … 개최했다` in what appeared on the 3rd: written for the next day, and not of a month ago.
        if coming is not None and (coming - published).days == 1 and before and (published - before).days > HALF_MONTH:
            return coming
        if before and setting.past and not setting.future and not setting.foretold:
            return before
        if before and not setting.future and (published - before).days <= 7:
            near = (published - before).days <= 3 and coming is not None and (coming - published).days > 14
            if setting.past or near:
                return before
        return coming

    # -- words that lean on another date -------------------------------------------------------------------------------

    def _offset(self, parts: dict[str, str], setting: Setting) -> Resolved | None:
        count = NATIVE_DAYS.get(parts["count"]) or _count(parts["count"])
        unit = parts.get("unit", "일")
        if count is None or (parts["way"] == "만" and setting.dated):
            return None
        sign = -1 if parts["way"] in {"전", "만"} else 1
        months = unit in {"달", "개월"}
        vague = self._last if self._last and self._last.date.precision == "month" else None
        # What is past and lies after the month told last is counted from it in the next paragraph as well.
        after = sign > 0 and setting.past and not setting.future
        if vague and unit not in {"년", "해"} and (after or vague.paragraph == setting.paragraph):
            if months and vague.date.last is None and (month := calendar.shifted_month(vague.date.first, sign * count)):
                return Resolved(month, "month", self._leaning(vague), anchored=True)
            return vague.date._replace(reason=self._leaning(vague), start=None, last=None, anchored=True)
        lean = self._last_day if self._last_day and (sign > 0 or self._last_day.paragraph == setting.paragraph) else None
        if lean is None and sign < 0:
            # '사흘 전 …와도 만났다' further down counts from the day that the report is about.
            lean = self._main
        if lean is None and setting.happens:
            return None
        anchor = lean.date.first if lean else self.published if sign < 0 or setting.future else None
        if unit in {"년", "해"}:
            lean = self._last if sign > 0 else None
            anchor = lean.date.first if lean else self.published if sign < 0 or setting.future else None
            first = calendar.day(anchor.year + sign * count, 1, 1) if anchor else None
            return Resolved(first, "year", self._leaning(lean), anchored=True) if first else None
        if anchor is None:
            return None
        if months:
            month = calendar.shifted_month(anchor, sign * count)
            return Resolved(month, "month", self._leaning(lean), anchored=True) if month else None
        days = count * 7 if unit in {"주", "주일"} else count
        found = calendar.shifted(anchor, sign * days)
        return Resolved(found, "day", self._leaning(lean), anchored=True) if found else None

    def _word(self, word: str, setting: Setting) -> Resolved | None:
        if word in _DAYS_AWAY:
            said = self._said_on(setting) if setting.quoted else None
            if setting.quoted:
                found = calendar.shifted(said.date.first, _DAYS_AWAY[word]) if said else None
                return Resolved(found, "day", self._leaning(said), anchored=True) if found else None
            found = calendar.shifted(self.published, _DAYS_AWAY[word]) if self.published else None
            return Resolved(found, "day", self._reason()) if found else None
        if word in {"첫날", "첫째날", "둘째날", "셋째날", "마지막날"}:
            return self._day_of_span(word)
        if word.endswith("기간"):
            return self._period(setting)
        if word == "전날" and setting.reported_on and self.published and not setting.dated:
            told_on = calendar.past_day(calendar.shifted(self.published, 1) or self.published, setting.reported_on)
            found = calendar.shifted(told_on, -1) if told_on else None
            return Resolved(found, "day", "counted from the day it is told on", anchored=True) if found else None
        if setting.of_another:
            return None
        anchor = self._anchor(word, setting)
        if word in _SAME_DAY:
            if anchor is None and self.published and word == "이날":
                return Resolved(self.published, "day", "the day of publication", anchored=True)
            return Resolved(anchor.date.first, anchor.date.precision, self._leaning(anchor), anchored=True) if anchor else None
        if anchor is None or anchor.date.precision != "day":
            if word == "전날" and self.published and anchor is None:
                found = calendar.shifted(self.published, -1)
                return Resolved(found, "day", self._reason(), anchored=True) if found else None
            if anchor is None:
                return None
            return Resolved(anchor.date.first, anchor.date.precision, self._leaning(anchor), anchored=True)
        found = calendar.shifted(anchor.date.first, -1 if word == "전날" else 1)
        if found and word == "전날":
            self._eve = found, anchor
        return Resolved(found, "day", self._leaning(anchor), anchored=True) if found else None

    def _day_of_span(self, word: str) -> Resolved | None:
        if self._span is None or self._span.date.last is None:
            # '지난달 …에서 바빴다고 들었다. “첫날 저녁에 …”': a day of that month.
            month = self._last if self._last and self._last.date.precision == "month" and self._last.date.last is None else None
            return month.date._replace(reason=self._leaning(month), anchored=True) if month else None
        first, last = self._span.date.first, self._span.date.last
        start = self._span.date.start or first
        steps = {"첫날": 0, "첫째날": 0, "둘째날": 1, "셋째날": 2}
        found = last if word == "마지막날" else calendar.shifted(start, steps[word])
        return Resolved(found, "day", "a day of the span told before", anchored=True) if found else None

    def _reason(self) -> str:
        return counted_from(self.published) if self.published else "counted from the date told before"

    @staticmethod
    def _leaning(told: Told | None) -> str:
        return f"counted from {told.date.first.isoformat()} told before" if told else "counted from publication"


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else NATIVE_NUMBERS.get(word)


def _numbers(parts: dict[str, str]) -> list[int]:
    """The day numbers of a phrase: one, or the first and last of a span or list."""
    if "only" in parts:
        return [int(parts["only"])]
    if "day" in parts:
        return [int(parts["day"]), int(parts["last"])]
    if "dots" in parts:
        numbers = [int(piece) for piece in parts["dots"].replace("ㆍ", "·").replace(",", "·").split("·")]
        return [numbers[0], numbers[-1]]
    return []


def _is_over(setting: Setting) -> bool:
    """Whether what a phrase dates is told as past."""
    return setting.past and not (setting.future or setting.foretold)


def _span(first: date, month: int | None, number: int, reason: str) -> Resolved | None:
    last = calendar.day(first.year + (month is not None and month < first.month), month or first.month, number)
    if last is None or last < first:
        return None
    return Resolved(*calendar.common(first, last), reason, first, last)
