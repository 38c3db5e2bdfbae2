"""The dates of an article: where each stands, what it means, and whether it dates an event or only its report.

``find_dates`` reads Korean and English phrases in the order of the text; ``date_for`` (in dates_choice) picks the date of an
encounter from them. ``DateMention.when`` is None where neither the text nor the publication date tells the day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from typing import Literal

from graphing.extract.dates_english import english_phrases, resolve_english
from graphing.extract.dates_grammar import Phrase, phrases
from graphing.extract.dates_resolution import Narrative, Resolved, Setting
from graphing.model import Article, DateRange, Sentence, Span

DateKind = Literal["event", "report", "photo", "span", "recurring"]


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


_HOUR = r"(?:\([^)]{1,10}\))?\s?(?:(?:오전|오후|새벽|아침|저녁|밤|낮)\s?)?(?:\([^)]{1,10}\))?\s?"
_REPORT = re.compile(
    rf"{_HOUR}(?:자\s)?(?:"
    r"[^.,;“”\"‘’]{0,40}?(?:에\s?따르면|에\s?의하면)|"
    r"(?:이같이\s|이렇게\s|이를\s|공식\s|뒤늦게\s)?(?:밝혔|밝힌|전했|전한|말했|보도했|보도한|공시했|발표했|알려졌|확인됐|확인된|설명했|강조했|전해졌|파악됐|집계됐|드러났|주장했|반박했|해명했|덧붙였|강조했)|"
    r"[“\"‘][^”\"’]{12,}|"
    r"(?:[^\s.,]+\s){0,3}?(?:성명|보도자료|입장문|논평|공시|선언문|게시판|홈페이지|페이스북|인스타그램|트위터|브리핑|국정감사|국감|취재진|기자들|기자간담회|설명자료|보고서)|"
    r"[^.,;]{0,30}?(?:통신|신문|일보|방송|타임스|저널|매체|블룸버그)(?:은|는|이|가|도|들은)\s|"
    r"[^.,;“\"]{0,25}?(?:대법원|고등법원|지방법원|지법|고법|재판부|검찰)(?:\s\S+)?(?:은|는|이|가)\s"
    r")"
)
_PHOTO = re.compile(r"[^.\n]{0,14}?(?:자료\s?사진|촬영(?:한|했|된|됐|\))|찍은 사진)")
_PAST = re.compile(r"[가-힣](?=다[.”\"\s]|다$|지만|으며|으나|는데|고\s|던\s)")
_FUTURE = re.compile(
    r"예정|계획이|계획을|전망|방침|것으로 보인|것으로 예상|기로 (?:했|한|하)|잡혀|앞두고|앞둔|예고|[갈날할볼을될릴질들눌칠줄설을]\s(?:것|듯|계획)이?|열리는|[만연찾인는]난?다[.”]"
)
_TOPICAL = re.compile(r"에는|엔\s|에도|부터|에야")
_ADVERBIAL = re.compile(r"(?:\s들어|에|엔|쯤|께|경|부터|들어|이었|이다|,|\s?(?:초|말|봄|여름|가을|겨울|상반기|하반기))")
_APPOSED = re.compile(r"인\s")
_FROM = re.compile(r"(?:\([^)]{1,8}\))?(?:\s?부터|\s?에서|\s?[∼~～〜–-])\s?$")
_UNTIL = re.compile(r"(?:\([^)]{1,8}\))?\s?까지")
_OF_EVENT = re.compile(r"(?:식|회|회동|회담|행사|만찬|오찬|서명|계약|출국|면담|총회|발표|개막|취임|만남|이사회|주총)\s$")


def find_dates(article: Article, sentences: Sequence[Sentence]) -> tuple[DateMention, ...]:
    """The date phrases of an article in order of ``start``, none overlapping, resolved against ``article.published``.

    Never raises for what the text says: an impossible day (2월 30일) is a mention whose ``when`` is None.
    """
    text, starts = article.text, [sentence.start for sentence in sentences]
    narrative = Narrative(article.published)
    found: list[DateMention] = []
    queue = list(merge(phrases(text), english_phrases(text), key=lambda phrase: phrase.start))
    apposed: Resolved | None = None
    for index, phrase in enumerate(queue):
        if found and phrase.start < found[-1].end:
            continue
        following = queue[index + 1] if index + 1 < len(queue) else None
        at = bisect_right(starts, phrase.start) - 1
        sentence = sentences[at] if at >= 0 else None
        end = max(phrase.end, sentence.end) if sentence else min(len(text), phrase.end + 200)
        if phrase.kind == "recurring":
            found.append(DateMention(phrase.start, phrase.end, text[phrase.start : phrase.end], None, "recurring"))
            continue
        tail = text[phrase.end : min(end, phrase.end + 160)]
        setting = _setting(sentence.paragraph if sentence else -1, text[max(0, phrase.start - 5) : phrase.start], tail)
        resolved = resolve_english(phrase, article.published, narrative) if phrase.kind == "english" else narrative.resolve(phrase, setting)
        if following and following.start == phrase.end + 2 and _APPOSED.match(text, phrase.end) and phrase.kind in {"offset", "word"}:
            apposed = resolved
            continue
        resolved, apposed = resolved or apposed, None
        if resolved is not None and _UNTIL.match(tail):
            joined = _span_from(text, found, phrase, resolved, narrative)
            if joined is not None:
                start, resolved = joined
                if start < phrase.start:
                    found.pop()
                    phrase = phrase._replace(start=start)
        kind = _kind(phrase, resolved, tail)
        if resolved is not None:
            dated = resolved.precision != "year" or bool(_ADVERBIAL.match(tail)) or "vague" in phrase.parts
            narrative.remember(resolved, setting.paragraph, kind in {"report", "photo"}, dated)
        found.append(_mention(text, phrase, resolved, kind))
    return tuple(found)


def _span_from(text: str, found: list[DateMention], phrase: Phrase, resolved: Resolved, narrative: Narrative) -> tuple[int, Resolved] | None:
    """Where a span that ends here begins, and what it means: `지난달 20일부터 이달 12일까지`, `22일까지`."""
    if found and (first := found[-1].when) and _FROM.fullmatch(text[found[-1].end : phrase.start]):
        span = narrative.between(Resolved(first.first, first.precision, first.reason), resolved)
        return (found[-1].start, span) if span else None
    span = narrative.until(resolved)
    return (phrase.start, span) if span else None


def _setting(paragraph: int, head: str, tail: str) -> Setting:
    past = any(_is_past(found.group()) for found in _PAST.finditer(tail))
    return Setting(paragraph, bool(_FUTURE.search(tail)), past, bool(_TOPICAL.match(tail)), bool(_OF_EVENT.search(head)))


def _is_past(syllable: str) -> bool:
    """Whether a syllable ends in ㅆ, as past-tense endings do."""
    return (ord(syllable) - 0xAC00) % 28 == 20


def _kind(phrase: Phrase, resolved: Resolved | None, tail: str) -> DateKind:
    if _PHOTO.match(tail):
        return "photo"
    if resolved is not None and resolved.last is not None:
        return "span"
    if _REPORT.match(tail):
        return "report"
    return "event"


def _mention(text: str, phrase: Phrase, resolved: Resolved | None, kind: DateKind) -> DateMention:
    words = Span(phrase.start, phrase.end)
    when = DateRange(resolved.first, resolved.precision, words, resolved.reason) if resolved else None
    anchored = resolved.anchored if resolved else phrase.kind in {"offset", "word"}
    return DateMention(phrase.start, phrase.end, text[phrase.start : phrase.end], when, kind, anchored, resolved.last if resolved else None)


def day_mentions(mentions: Iterable[DateMention]) -> tuple[DateMention, ...]:
    """The mentions that mean a single day."""
    return tuple(mention for mention in mentions if mention.when is not None and mention.when.precision == "day")
