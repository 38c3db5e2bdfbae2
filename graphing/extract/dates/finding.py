"""The dates of an article: where each stands, what it means, and whether it dates an event or only its report.

``find_dates`` reads Korean and English phrases in the order of the text; ``date_for`` (in dates_choice) picks the date of an
encounter from them. ``DateMention.when`` is None where neither the text nor the publication date tells the day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import zip_longest

from graphing.extract.dates.english import english_phrases, looks_ahead, resolve_english
from graphing.extract.dates.grammar import Phrase, phrases
from graphing.extract.dates.resolution import Narrative
from graphing.extract.dates.setting import DateKind, is_passing, kind_of, only_arrives, setting, stay_days, tells_when
from graphing.extract.dates.story import Resolved
from graphing.model import Article, DateRange, Sentence, Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date phrase: ``article.text[start:end] == text``.

    ``kind``: "report" dates the telling (따르면, 밝혔다), not what is told; "span" runs over several days, the last being ``last``.
    ``anchored``: the meaning depends on a date told before (이날, 사흘 뒤).
    """

    start: int
    end: int
    text: str
    when: DateRange | None
    kind: DateKind = "event"
    anchored: bool = False
    last: date | None = None


_FROM = re.compile(r"(?:\([^)]{1,8}\))?(?:\s?부터|\s?에서|\s?[∼~～〜–-])\s?$")
_UNTIL = re.compile(r"(?:\([^)]{1,8}\))?\s?까지")
# So far before an English date may stand the word that speaks of the future, in characters.
_AHEAD_WITHIN = 130
# The day at the head of a chronology's line: '▷4월 22일 = ', '9월 6일: '.
_MARK = re.compile(r"(?:^|\n)[ \t]*(?P<mark>[△▲▷▶■□●○◇◆◦•·ㆍ※*\-–—][ \t]?)?$")
_LISTS = re.compile(r"(?: ?\([^)\n]{1,5}\))? ?[=:–—|]")
_JOINS = re.compile(r"\s?(?:,|·|과|와|및)\s?")
_APPOSED = re.compile(r"인\s")
# How far a sentence is read past a phrase, in characters.
_REACH = 160


def told_in_full(found: Iterable[Phrase]) -> dict[int, int]:
    """Month → year of the months that an article tells with one year only: 2006년 5월, 2006.5.15."""
    years: dict[int, set[int]] = defaultdict(set)
    for phrase in found:
        year, month = phrase.parts.get("year"), phrase.parts.get("month")
        if year and month and phrase.kind in ("calendar", "numeric"):
            years[int(month)].add(int(year))
    return {month: min(told) for month, told in years.items() if len(told) == 1}


def find_dates(article: Article, sentences: Sequence[Sentence]) -> tuple[DateMention, ...]:
    """The date phrases of an article in order of ``start``, none overlapping, resolved against ``article.published``.

    Never raises for what the text says: an impossible day (2월 30일) is a mention whose ``when`` is None.
    """
    text, starts = article.text, [sentence.start for sentence in sentences]
    found: list[DateMention] = []
    queue = list(merge(phrases(text), english_phrases(text), key=lambda phrase: phrase.start))
    narrative = Narrative(article.published, {} if article.published else told_in_full(queue))
    apposed: Resolved | None = None
    for phrase, following in zip_longest(queue, queue[1:]):
        if found and phrase.start < found[-1].end:
            continue
        if phrase.kind == "recurring":
            found.append(DateMention(phrase.start, phrase.end, text[phrase.start : phrase.end], None, "recurring"))
            continue
        at = bisect_right(starts, phrase.start) - 1
        begin, end = (sentences[at].start, sentences[at].end) if at >= 0 else (phrase.start - _REACH, phrase.end + _REACH)
        head = text[max(0, begin, phrase.start - 2 * _REACH) : phrase.start]
        tail = text[phrase.end : min(end, phrase.end + _REACH)]
        dated = bool(found) and found[-1].start >= begin
        line = _MARK.search(text, max(0, phrase.start - 8), phrase.start)
        listed = line is not None and bool(line["mark"] or _LISTS.match(text, phrase.end))
        around = setting(sentences[at].paragraph if at >= 0 else -1, head, tail, dated, dated and found[-1].kind == "report")
        if phrase.kind == "english":
            resolved = resolve_english(phrase, article.published, narrative, looks_ahead(head[-_AHEAD_WITHIN:], tail))
        else:
            resolved = narrative.resolve(phrase, around._replace(listed=listed, joined=_joined_to(found, phrase, text)))
        if resolved is None and phrase.parts.get("way") == "만":
            continue
        if following and following.start == phrase.end + 2 and _APPOSED.match(text, phrase.end) and phrase.kind in {"offset", "word"}:
            apposed = resolved
            continue
        if apposed is not None and (resolved is None or _same_number(phrase, apposed)):
            resolved = apposed
        apposed, start, begins = None, phrase.start, resolved
        if resolved is not None:
            start, resolved = _widened(found, phrase, resolved, narrative, text)
            if start < phrase.start:
                found.pop()
        if listed and resolved is not None:
            narrative.note(resolved, phrase)
        kind = kind_of(phrase, resolved, head, tail)
        if begins is not None and resolved is not None and begins.precision == "day" and resolved.precision != "day":
            # What lasts for days has a first one, which `이날` and `이튿날` may lean on.
            narrative.remember(begins, around.paragraph, False, True)
        if resolved is not None and not is_passing(phrase, resolved, tail):
            narrative.remember(resolved, around.paragraph, kind in {"report", "photo"}, tells_when(phrase, resolved, tail))
        anchored = resolved.anchored if resolved else phrase.kind in {"offset", "word"}
        when = DateRange(resolved.first, resolved.precision, Span(start, phrase.end), resolved.reason) if resolved else None
        found.append(DateMention(start, phrase.end, text[start : phrase.end], when, kind, anchored, resolved.last if resolved else None))
    return tuple(found)


def _joined_to(found: Sequence[DateMention], phrase: Phrase, text: str) -> date | None:
    """The day to which a phrase is joined: `지난해 12월 10일과` before 16일; None where it is joined to none."""
    before = found[-1].when if found else None
    if before is None or before.precision != "day" or found[-1].anchored or not _JOINS.fullmatch(text, found[-1].end, phrase.start):
        return None
    return before.first


def _same_number(phrase: Phrase, apposed: Resolved) -> bool:
    """Whether a bare `8일` is the day that the words before it (`이튿날인`) mean."""
    bare = phrase.parts.keys() <= {"only"}
    return bare and apposed.precision == "day" and apposed.first.day == int(phrase.parts.get("only", 0))


def _widened(found: Sequence[DateMention], phrase: Phrase, resolved: Resolved, narrative: Narrative, text: str) -> tuple[int, Resolved]:
    """Where a date begins and what it means once the span it ends or begins is seen: `지난달 20일부터 이달 12일까지`, `22일까지`."""
    if _UNTIL.match(text, phrase.end):
        if found and (first := found[-1].when) and _FROM.fullmatch(text, found[-1].end, phrase.start):
            span = narrative.between(Resolved(first.first, first.precision, first.reason), resolved)
            return (found[-1].start, span) if span else (phrase.start, resolved)
        return phrase.start, narrative.until(resolved) or resolved
    if resolved.precision != "day" or resolved.last is not None:
        return phrase.start, resolved
    tail = text[phrase.end : phrase.end + _REACH]
    days = stay_days(tail[:80])
    stay = narrative.stay(resolved, days) if days else narrative.from_day_on(resolved) if only_arrives(tail) else None
    return phrase.start, stay or resolved
