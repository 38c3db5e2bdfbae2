"""Which of an article's dates is that of an encounter told in a clause.

The order of trust: a date in the clause; one before it in its sentence; one that an earlier sentence of the story told. A date of
report, and one in a relative clause about something else (지난 3월 취임한), are passed over; words that leave the time open
(최근, 조만간) stop the search, so that no date is carried to where the text tells none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from graphing.extract.dates.finding import DateMention
from graphing.extract.dates.setting import asides
from graphing.lexicon import table
from graphing.model import Article, DateRange, MeetingStatus, Sentence, Span

# Denials are of any encounter at all.
_NEVER = re.compile(r"(?:만난|본|뵌|마주한|통화한|접촉한) (?:적|일|사실)(?:은|이|도|조차)?,?\s?(?:[가-힣]+\s)?(?:없|도)")
# An encounter that is denied was on no day; one that was called off was to be on the day told.
_DENIED = re.compile(
    r"(?:적|일|사실|바|계획)(?:은|이|도|조차)? ?(?:전혀 |한 번도 |결코 |절대 |아예 )?없|사실(?:이|과|은)? ?(?:아니|다르|다른|무근)|"
    r"없는 (?:얘기|이야기|일)|부인[했하]|일축|낭설|헛소문|뜬소문|억측|소설"
)
_THEN = re.compile(r"그때|그날|당시|이 자리|그 자리|이때|이 회의|이 만남")
# '방한은 2022년 9월 이후 처음이다. 당시에는 …': of the date told just before, whatever was measured by it.
_THAT_TIME = re.compile(r"[“\"]?(?:당시|그때)(?:에는|에도|엔|는|도|,)? ")
# '2022년 3월 취임했다. 이후 B를 만났다': some time after the month or year told.
_AFTERWARDS = re.compile(r"(?:그 ?)?(?:이후|뒤|후)(?:에는|에도|엔|로는|,)? ")
# A date that another encounter is measured by: `지난해 3월 처음 만난 뒤 1년 만의 재회다`, and what was told as known before.
_BACKGROUND = re.compile(
    r"[^.“”]*?(?:이후|이래|뒤로?|후로?|에 이어|지)\s[^.“”]*?(?:만[에의이인]|번째|처음|재회)"
    r"|[^.“”]*(?:터다|터였다|바 있다|적이 있다|참이다)"
)
# `지난해 서 사장을 만났다` tells when, `지난해 영업이익` which; the figures and reports that a year qualifies.
_RELATIVE_YEARS = frozenset({"지난해", "작년", "재작년", "지지난해", "내년", "이듬해"})
_FIGURE = re.compile(
    r"(?:의|도|은|는|까지|보다|부터|형|산)?\s(?:[^\s,.]+\s){0,2}?[^\s,.]*"
    r"(?:매출|이익|실적|손실|적자|흑자|수출|수입|판매|생산|투자|출하|점유|시장|성장|물가|예산|보수|연봉|배당|대비|기준|같은 기간|동기|"
    r"사업|결산|보고서|감사|국감|인사|기간|수주|거래|규모|세계|국내|전체|누적|연간|취임|연결)"
)
_YEAR_IS_TIME = re.compile(r"(?:[년해] 전|봄|여름|가을|겨울|초|말|분기|반기|\bin .*|year|spring|summer|fall|autumn|winter|ago|earlier)$")
_ADVERBIAL = re.compile(
    r"\s?(?:에|엔|쯤|께|경|부터|들어|,|초|말|봄|여름|가을|겨울|상반기|하반기|\d분기)|[^.,]{1,24}에서|[^.,]{1,36}(?:때|당시)|"
    # '2010년 한 감독을 처음 만난': whom or who, and not which
    r"년?\s(?:[^\s,.]*[^\s,.을를의이가은는]\s){0,3}?[^\s,.]*(?:회장|사장|대표|의장|총재|장관|총리|대통령|지사|시장|교수|감독|원장|이사장|위원장|의원|씨)[이가을를은는과와]\s"
)
# '2014년부터 9년간 노조를 이끈 이들', '2019년 의장을 지낸 김 원장': when they were in office.
_IN_OFFICE = re.compile(
    r"(?:에|까지|부터)?\s(?:[^\s,.]+\s){0,4}?[^\s,.]+[을를]\s(?:[^\s,.]+\s)?(?:지낸|이끈|맡은|맡았던|이끌었던|지냈던|역임한)\s"
)
# '이번 간담회는 지난해 회장에 오른 뒤 처음이다': when what it is the first since was.
_FIRST_SINCE = re.compile(
    r"(?:에)?\s(?:[^\s,.]+\s){0,3}?[^\s,.]*(?:오른|취임한|맡은|된|들어온|물러난|떠난|나온)\s(?:뒤|후|이후)(?:로|론)?(?:는)?\s(?:[^\s,.]+\s)?(?:처음|첫)"
)
# Whose date is that of what is shown, and not of what comes after: '전날 선보인 차를 둘러봤다'.
# Who showed it may stand between: '하루 전 감독 당국이 발표한 추가 검사'.
_SHOWN = re.compile(
    r"\s(?:[^\s,.“”]+\s)?(?:[^\s,.“”]+[이가]\s)?(?:처음\s|새로\s|갓\s)?(?:선보인|내놓은|공개한|발표한|출시한|펴낸|발간한|체결한|맺은)\s(?!뒤|후|이후|자리|곳)"
)
# '28일 총회를 앞두고': a day to come that something else has, and not the encounter told as held before it.
_AHEAD = re.compile(
    r"(?:에 있을|로 예정된)? (?:[^\s,.“”]*[^\s,.“”은는이가과와서] ){0,5}[^\s,.“”]+[을를] (?:하루 |이틀 |사흘 |며칠 )?앞두고"
)
# `물꼬를 튼 것은 2023년 3월이었다. A가 B를 불러 …`: a sentence that says when does so for what follows.
_SETS = re.compile(r"(?:이었다|였다|의 일이다|(?:로|으로) 거슬러 올라간다)[. ]")
CLAUSE_END = re.compile(
    r"(?:고|며|지만|으나|[는은한인]데|[아어해]서),\s|(?:[았었했였렸졌폈봤왔갔됐]고|[았었했였렸졌폈봤왔갔됐]으며)\s|"
    # '7일 A와 면담한 뒤 다음 달 B를 만날 계획이다'
    r"[한난온간진눈본된친]\s(?:뒤|후|직후|데 이어),?\s"
)
# The lines of an itinerary, and the day above them: '■ 14일(월) 바르샤바', '▷09:30 청사. A 차관 면담'.
_ENTRY = re.compile(r"(?:^|\n)[ \t]*(?:[▷▶○●◦·ㆍ△▲※*\-–][ ]?|(?=\d{1,2}:\d\d))[^\n]*$")
_HEADING = re.compile(r"(?:^|\n)[ \t]*[■□◆◇●▲▶◎※][ ]?$")
_HEADED = re.compile(r"(?:\([월화수목금토일]\))?[^.\n]{0,20}(?:\n|$)")
_WITHIN = 600
# '연내 만나 서명하기로 했다'
_BY_YEARS_END = re.compile(r"(?<![가-힣])(?:연내|올해 안|올해 내)(?=[에 ])")
_STAY = re.compile(
    r"(?<![가-힣])(?:이번 )?(?:방한|내한|방중|방미|방일|방북|출장|순방|체류|(?<=이번 )방문)(?: 일정)? ?"
    r"(?:(?<=출장|방문|순방)길(?:에|에는|엔)|중(?:에|에는|엔)?|기간(?:에|에는|엔| 중| 중에)?|(?:기간 )?동안(?:에|에는)?)[ ,]"
)
# '11일로 잡혔던 면담은 하루 뒤 진행됐다': the day that it was to be on.
_SET_FOR = re.compile(
    r"(?:로|에)\s(?:[^\s,.]+\s)?(?:잡혔던|잡혀 있던|잡아[둔놨놓았뒀 ]*던|예정됐던|예정되었던|예정돼 있던|계획됐던|약속됐던|열릴 예정이던)\s"
)
# 'B를 만나 돈 이야기를 꺼낸 뒤 1월 초 돌아갔다': when he did what came after.
_THEREAFTER = re.compile(r"[가-힣] (?:뒤|후|다음|직후)(?:에)?,? (?:[^\s,.]+ ){0,2}$")
_FIRST = re.compile(r"(?:처음(?:으로)?|첫) (?:[가-힣]+ )?$")
_IS_DAY = re.compile(r"[은는]\s+(?:\S+\s){0,2}$")


def date_for(
    clause: Span,
    dates: Sequence[DateMention],
    article: Article,
    sentences: Sequence[Sentence],
    *,
    cue: Span | None = None,
    status: MeetingStatus | None = None,
) -> DateRange | None:
    """The date of the encounter that article.text[clause.start:clause.end] tells, with its reason; None where untold.

    ``dates`` are those of ``find_dates``; ``cue`` (the words that tell the encounter) decides among several dates of a clause;
    ``status`` keeps a planned encounter from taking a past date of an earlier sentence, and a held one a coming date.
    """
    text = article.text
    usable = [
        mention
        for mention, after in zip_longest(dates, dates[1:])
        if mention.kind in {"event", "span"} and not _aside(mention, after, text) and not _is_ahead(mention, article)
    ]
    if status != "cancelled":
        usable = list(_moved(usable, text, _sentence_range(clause, sentences)))
    starts = [mention.start for mention in usable]
    entry = itinerary_day(clause, dates, text)
    if entry is not None:
        return entry.when
    inside = usable[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
    inside = [
        mention for mention in inside
        if (_tells_time(mention, text) or _of_first_time(mention, text, cue)) and not (mention.when is None and mention.anchored)
        and not (cue and mention.start > cue.end and _THEREAFTER.search(text, cue.end, mention.start))
    ]
    if inside:
        return _best(text, inside, cue).when
    first, last = _sentence_range(clause, sentences)
    before = [mention for mention in usable[bisect_left(starts, first) : bisect_left(starts, clause.start)] if _tells_time(mention, text)]
    if before:
        return _carried(_exact(before, latest=True), "in the same sentence")
    after = [
        mention
        for mention in usable[bisect_left(starts, clause.end) : bisect_left(starts, last)]
        if mention.text.endswith("만") or _IS_DAY.search(text[clause.start : mention.start])
    ]
    if after:
        return after[0].when
    if status in ("planned", "cancelled") and article.published and (by := _BY_YEARS_END.search(text, first, clause.end)):
        return DateRange(article.published.replace(month=1, day=1), "year", Span(by.start(), by.end()), "the year of publication")
    if _is_open(text, first, clause, last):
        return None
    never = _NEVER.search(text, first, clause.end) or (status == "cancelled" and _DENIED.search(text, clause.start, last))
    if never and not _THEN.search(text, first, clause.end):
        return None
    stay = _STAY.search(text, first, clause.end) if status == "planned" else None
    found = _from_story(clause, usable, article, sentences, status)
    return _within_stay(found) if stay else found


def _moved(usable: Sequence[DateMention], text: str, within: tuple[int, int]) -> Iterator[DateMention]:
    """The dates of a sentence, where the day that something was set for is told with the one on which it took place instead."""
    for one, after in zip_longest(usable, usable[1:]):
        instead = after and within[0] <= one.start and after.end <= within[1] and _SET_FOR.match(text, one.end)
        yield replace(one, when=after.when) if after and instead else one


def _within_stay(found: DateRange | None) -> DateRange | None:
    """The month of a stay on some day of which somebody is to be met; ``found``: the date that the story has told, if any."""
    if found is None or found.precision != "day":
        return found
    return replace(found, first=found.first.replace(day=1), precision="month")


def itinerary_day(clause: Span, dates: Sequence[DateMention], text: str) -> DateMention | None:
    """The day under which an itinerary lists what a clause tells; None where the clause is no line of one, or has a date of its own."""
    start = text.rfind("\n", 0, clause.start) + 1
    if not _ENTRY.search(text, max(0, start - 1), clause.start + 1) or any(start <= date.start < clause.end for date in dates):
        return None
    above = (date for date in reversed(dates) if start - _WITHIN < date.start < start and date.when is not None)
    days = (date for date in above if _HEADING.search(text, max(0, date.start - 4), date.start) and _HEADED.match(text, date.end))
    return next(days, None)


@cache
def _open(within: str) -> re.Pattern[str]:
    """Words that leave the time open."""
    words = [
        rf"\b{re.escape(row['words'])}\b" if row["words"].isascii() else "(?<![가-힣])" + re.escape(row["words"])
        for row in table("open_times")
        if row["within"] == within
    ]
    return re.compile("|".join(words))


def _is_open(text: str, first: int, clause: Span, last: int) -> bool:
    """Whether words of a clause leave its time open; those that qualify somebody (얼마 전 취임한 김 원장) say nothing of it."""
    clauses = _open("clause").finditer(text, first, clause.end)
    return any(not asides().match(text, words.end()) for words in clauses) or bool(_open("sentence").search(text, clause.start, last))


def _aside(mention: DateMention, after: DateMention | None, text: str) -> bool:
    """Whether a date is that of a relative clause about somebody; in `11일 지난달 취임한 …` and `11일 최근 취임한 …` the first is not."""
    aside = asides().match(text, mention.end)
    years = mention.when is not None and mention.when.precision == "year"
    if _FIRST_SINCE.match(text, mention.end):
        return True
    if not aside and ((mention.anchored and _SHOWN.match(text, mention.end)) or (years and _IN_OFFICE.match(text, mention.end))):
        return True
    nearer = aside and ((after and after.start < aside.end()) or _open("clause").search(text, mention.end, aside.end()))
    return bool(aside) and not nearer


def _is_ahead(mention: DateMention, article: Article) -> bool:
    """Whether a date is that of a coming event, before which something took place."""
    to_come = mention.when is not None and article.published is not None and mention.when.first > article.published
    return to_come and _AHEAD.match(article.text, mention.end) is not None


def _tells_time(mention: DateMention, text: str) -> bool:
    """Whether a year dates what happens (지난해 파리에서) and does not qualify a noun (지난해 영업이익)."""
    if mention.when is None or mention.when.precision == "day" or mention.kind == "span":
        return True
    if mention.when.precision == "month":
        return True
    if mention.text in _RELATIVE_YEARS and not _FIGURE.match(text, mention.end):
        return True
    if mention.text.isascii() or _YEAR_IS_TIME.search(mention.text) or _ADVERBIAL.match(text, mention.end):
        return True
    return text[max(0, mention.start - 2) : mention.start].endswith(("\n", ". ", "“", "” ")) or mention.start == 0


def _of_first_time(mention: DateMention, text: str, cue: Span | None) -> bool:
    """Whether a year, whatever follows it, is when two first met: '1998년 위기를 계기로 처음 만났다', '처음 만난 것은 1998년 위기 때'."""
    if cue is None or mention.when is None:
        return False
    if mention.end <= cue.start:
        return _FIRST.search(text, mention.end, cue.start) is not None
    return _IS_DAY.search(text[cue.end : mention.start]) is not None


def _best(text: str, inside: Sequence[DateMention], cue: Span | None) -> DateMention:
    if cue is not None:
        before = [mention for mention in inside if mention.start <= cue.start]
        if before:
            scene = before[-1:]
            # A date beyond the end of a clause is of another scene: `14일에는 …를 봤고, 같은 해 11월에는 …를 만났다`.
            for mention in reversed(before[:-1]):
                if CLAUSE_END.search(text, mention.end, scene[0].start):
                    break
                scene.insert(0, mention)
            return _exact(scene, latest=True)
    return _exact(inside, latest=False)


def _exact(mentions: Sequence[DateMention], latest: bool) -> DateMention:
    """The first or last day among the mentions, else month, else year."""
    ordered = list(reversed(mentions)) if latest else list(mentions)
    return min(ordered, key=lambda mention: ("day", "month", "year").index(mention.when.precision if mention.when else "year"))


def _sentence_range(clause: Span, sentences: Sequence[Sentence]) -> tuple[int, int]:
    if not sentences:
        return clause
    first = max(0, bisect_right(sentences, clause.start, key=lambda sentence: sentence.start) - 1)
    last = max(first, bisect_left(sentences, clause.end, key=lambda sentence: sentence.start) - 1)
    return sentences[first].start, sentences[last].end


def _carried(mention: DateMention, how: str) -> DateRange | None:
    if mention.when is None:
        return None
    return replace(mention.when, reason=f"{mention.text}, told {how}; {mention.when.reason}")


def _from_story(
    clause: Span, usable: Sequence[DateMention], article: Article, sentences: Sequence[Sentence], status: MeetingStatus | None
) -> DateRange | None:
    """The date of the sentences before the clause: those of its paragraph from the nearest back, then the day reported on.

    A look back (a day before the one reported on, told after it) does not outlast its own sentence unless the clause says 당시 or 이 자리.
    """
    text, starts = article.text, [sentence.start for sentence in sentences]

    def paragraph_at(position: int) -> int:
        return sentences[max(0, bisect_right(starts, position) - 1)].paragraph if sentences else -1

    here, first = paragraph_at(clause.start), sentences[max(0, bisect_right(starts, clause.start) - 1)].start if sentences else 0
    linked = bool(_THEN.search(text, first, clause.end))
    told = [
        mention
        for mention in usable
        if mention.when and mention.start < clause.start and _tells_time(mention, text) and _fits(mention, article, status)
        # `2011년부터 들여온 회사다`: since when something goes on is not when people met.
        and not text.startswith("부터", mention.end)
    ]
    before = bisect_left(starts, first)
    just = [mention for mention in told if before and starts[before - 1] <= mention.start < first]
    if just and _THAT_TIME.match(text, first):
        return _carried(just[-1], "in the sentence before")
    if just and _AFTERWARDS.match(text, first) and just[-1].when and just[-1].when.precision != "day":
        return None
    main = _main(told, article)
    plain = [mention for mention in told if not _measures(mention, text, sentences, starts)]
    same = [mention for mention in plain if paragraph_at(mention.start) == here]
    if same:
        last = same[-1]
        sets = _SETS.match(text, last.end) and paragraph_at(last.start) == here
        if main and not (linked or sets) and _is_look_back(last, main) and any(_means(mention, main) for mention in same):
            return _carried(main, "as the day reported on")
        return _carried(last, "in an earlier sentence")
    if not told:
        return None
    if main and not linked:
        scene = next((mention for mention in reversed(plain) if not _is_look_back(mention, main)), main)
        return _carried(scene, "in an earlier paragraph")
    return _carried((plain or told)[-1], "in an earlier paragraph")


def _measures(mention: DateMention, text: str, sentences: Sequence[Sentence], starts: Sequence[int]) -> bool:
    end = sentences[max(0, bisect_right(starts, mention.start) - 1)].end if sentences else len(text)
    return bool(_BACKGROUND.match(text, mention.end, max(mention.end, end)))


def _main(told: Sequence[DateMention], article: Article) -> DateMention | None:
    """The day that the report is about: the first told within ten days of publication."""
    for mention in told:
        if mention.when is None or mention.when.precision != "day" or mention.anchored:
            continue
        if article.published is None or -1 <= (article.published - mention.when.first).days <= 10:
            return mention
    return None


def _means(mention: DateMention, other: DateMention) -> bool:
    return mention.when is not None and other.when is not None and mention.when.iso() == other.when.iso()


def _is_look_back(mention: DateMention, main: DateMention) -> bool:
    """Whether a date leaves the time of the report: a month or year, `지난 …`, or days before that reported on."""
    if mention.when is None or main.when is None or mention is main:
        return False
    if mention.when.precision != "day":
        return True
    days = (main.when.first - mention.when.first).days
    return days > 3 or (days > 0 and mention.text.startswith("지난"))


def _fits(mention: DateMention, article: Article, status: MeetingStatus | None) -> bool:
    if status is None or article.published is None or mention.when is None:
        return True
    if status == "held":
        return mention.when.first <= article.published
    return status != "planned" or mention.when.iso() >= article.published.isoformat()[: len(mention.when.iso())]
