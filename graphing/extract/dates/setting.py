"""What the words around a date phrase say of it: tense, quotation, and whether it dates an event or only its report."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from graphing.extract.dates.grammar import NATIVE_DAYS, Phrase
from graphing.extract.dates.story import Resolved, Setting
from graphing.lexicon import table

DateKind = Literal["event", "report", "photo", "span", "recurring"]


def _words(kind: str) -> str:
    return "|".join(re.escape(row["word"]) for row in table("report_words") if row["kind"] == kind)


_HOUR = r"(?:\([^)]{1,10}\))?\s?(?:(?:오전|오후|새벽|아침|저녁|밤|낮)\s?)?(?:\([^)]{1,10}\))?\s?"
# Whose head is met, and what tells nothing: 페이스북 CEO, 유튜브 대표.
_HEAD_OF = r"(?:CEO|COO|CFO|CTO|최고|공동|창업|대표|의장|회장|사장|부사장|부회장|코리아|본사|이사회)"
# '서한규 행장을': the beginning of a name is no letter.
_NO_NAME = r"(?=[^가-힣]|$|[을를이가은는에의과와도로으만하했한할된됐되돼서문장룸실측들])"
_TELLS = rf"(?:{_words('verb')})"
_REPORT = re.compile(
    rf"{_HOUR}(?:자\s)?(?:"
    r"[^.,;“”\"‘’]{0,40}?(?:에\s?따르면|에\s?의하면|[을를]\s(?:(?:들어|종합해|살펴)\s)?보면(?!서)|(?:말|설명|취재)[을를]\s종합하면)|"
    rf"(?:이같이\s|이렇게\s|이를\s|공식\s|뒤늦게\s)?{_TELLS}|"
    # What is said on a day; a name in quotation marks (‘하늘 기술 콘퍼런스 2025’ 행사에서) is none.
    r"[“\"][^”\"]{12,}(?![^”\"])(?![”\"]\s?(?:에서|에\s|행사|포럼|간담회|콘퍼런스|컨퍼런스|세미나|[을를]\s|개최|전시회|협약|기념))|"
    r"‘[^’]{12,}’(?:라|이라)?(?:고|며)|"
    # Not where reporters only stand: '24일 호텔에는 취재진이 몰렸다'.
    rf"(?:[^\s.,]+\s){{0,3}}?(?:{_words('channel')}){_NO_NAME}(?!\s?{_HEAD_OF}|(?:들)?[이도]?\s(?:[^\s.,]+\s)?(?:몰|모여|모였|진을|대기|북적|장사진|에워))|"
    # What a court hears, it hears of another day.
    r"[^.,;“”\"]{0,60}?(?:심리로 열린|(?:공판|재판|청문회|변론|심문|기일)(?:에서|은|에는)\s(?!돌아|나[와온]))|"
    rf"[^.,;]{{0,30}}?(?:{_words('outlet')})(?:은|는|이|가|도|들은)\s|"
    rf"[^.,;“\"]{{0,25}}?(?:{_words('court')})(?:\s\S+)?(?:은|는|이|가)\s"
    r")"
)
# `대통령실은 12일 이 대통령이 … 만난다고 밝혔다`: the topic tells on the 12th what another subject does.
_TOPIC = re.compile(r"[은는]\s$")
# … nor where a place stands between (`12일 가람호텔에서 이 대통령이 … 만났다고 밝혔다`).
_PLACED = r"(?:[^\s,.“”]+\s){0,3}?[^\s,.“”]+에서\s"
_TOLD_THAT = re.compile(rf"{_HOUR}(?!{_PLACED})(?:[^\s,.“”]+\s){{0,4}}?[^\s,.“”]+[이가]\s[^.]*(?:[다라]고\s{_TELLS}|"
    # … 만난 사실을 확인했다
    r"(?:만난|만났다는|회동한|면담한|접촉한|회동했다는)\s사실을\s(?:[^\s,.“”]+\s)?(?:확인했|인정했|시인했|공개했))"
)
# The line of an article that says when it was put in, not what happened.
_STAMP = re.compile(r"입력|수정|등록|승인|게재|송고|기사|업데이트|\d{1,2}:\d\d|^\W*$|[Pp]ublished|[Uu]pdated")
# `전날 밤 만난 것으로 10일 확인됐다`: the day that the words before it are counted from.
_REPORTED_ON = re.compile(rf"[고로은]\s(?P<day>\d{{1,2}})일{_HOUR}(?:[^\s,.“”]+\s){{0,4}}?(?:{_TELLS}|확인|파악|드러)")
_TOLD_BY = re.compile(rf"{_HOUR}(?:[^\s,.“”]+\s){{1,4}}?{_TELLS}")
# `Orbit said on Wednesday that …`, `said in a statement on Wednesday`, `according to sources on Wednesday`.
_SAID = re.compile(
    r"\b(?:said|says|announced|reported|confirmed|disclosed|revealed|told (?:reporters|\w+))"
    r"(?: in an? (?:[a-z]+ ){0,2}(?:statement|release|filing|report|notice|post))?(?:\s[Oo]n)?\s$"
    r"|\baccording to (?:(?!(?:meetings?|talks|dinner|lunch|visit|who|that)\b)[\w’'&.-]+ ){1,6}on $"
)
# A line that is a date: `October 7, 2021 GMT`, `July 3, 2019, 09:41`.
_LINE = re.compile(r"(?:,? (?:\d{1,2}:\d\d|GMT|KST|ET|EST|UTC|-|\|)[^\n]*)?\s*(?:\n|$)")
_DATELINE = re.compile(r"\s?(?:\([A-Z]|—|–|--|\[)")
# `6일 출국해 일주일간 현지에 머문`: the stay, not its first day, dates what follows.
_STAY = re.compile(
    r"(?:\([^)]*\))?\s?(?:[^\s,.]+\s){0,3}?(?:출국|입국|방한|도착|떠나|건너)[^\s,.]*\s(?:[^\s,.]+\s){0,2}?"
    r"(?P<count>\d{1,2}일|일주일|하루|이틀|사흘|나흘|닷새|엿새|열흘|보름)(?:간|가량|\s동안)[^,.]{0,12}머[문물무]"
)
# `6일 4박5일 일정으로 왔다`, `10일부터 사흘간 열린`: likewise; what is told next may have been on any of those days.
_NIGHTS = re.compile(
    r"(?:\([^)]*\))?(?:(?:부터)?\s(?:[^\s,.]+\s){0,3}?\d{1,2}박\s?(?P<nights>\d{1,2}일)(?:간)?(?:의)?\s(?:일정|여정)(?:으로|을)|"
    r"부터\s(?P<days>\d{1,2}일|일주일|이틀|사흘|나흘|닷새|엿새|열흘|보름)(?:간|\s동안))"
)
# `7일 다시 들어와 노조와 시장을 차례로 면담했다`: the day of the arrival; the talks, one after another, were on that one or later.
_ARRIVAL = re.compile(
    r"(?:\([^)]*\))?\s(?:(?:재차|다시|또|또다시|[^\s,.]+[에로])\s){0,2}"
    r"(?:재입국|입국|방한|내한|들어|건너)(?:한 뒤|한 후|와서?|해서?)(?:는)?,?\s"
    r"[^.“”]{0,80}?(?:차례로|잇달아|잇따라|연달아|연이어|두루|각각|따로따로|따로)\s(?:[가-힣]+\s)?(?:만나|만났|면담|접촉|회동|찾[아았은]|예방)|"
    # '22일 출국해 현지에서 A를 찾았다': nor is the day of leaving that of what is done abroad.
    r"(?:\([^)]*\))?\s(?:[^\s,.]+\s){0,2}?출국(?:한 뒤|한 후|해서?)(?:는)?,?\s"
    r"[^.“”]{0,120}?(?:만[나났날난]|면담|접촉|회동|회담|찾[아았은]|예방|논의)"
)
_PHOTO = re.compile(r"[^.\n]{0,14}?(?:자료\s?사진|촬영(?:한|했|된|됐|\))|찍은 사진|(?:공개|배포|게시|입수)한 (?:[가-힣]+ )?(?:사진|영상))")
_ENDING = re.compile(r"([가-힣])(?=다[.”\"\s]|다$|지만|으며|으나|는데|고[\s,]|던\s|어요|거든요|네요|잖아요|지요|죠)")
_FUTURE = re.compile(
    r"예정|계획(?:이[다며라었고 ]|인(?= 것)|입니다|을 (?:세[워웠우]|잡|짜|갖|가지|밝))|"
    r"전망|방침|것으로 보인|것으로 예상|기로 (?:했|한|하|돼|되어|됐|된)|(?:일|월|주|로) ?잡[혀혔]|잡혀|"
    r"\A(?: ?(?:오전|오후|저녁|밤))?(?:으로|로) (?:정해졌|정했|확정|못박|다가온|예정된)|앞두고|앞둔|예고|"
    r"일정을 (?:확정|잡)|(?:만나|회동하|면담하|회담하|[을를] (?:갖|열|함께하))기로 (?:[가-힣]+ )?(?:합의|약속|결정|뜻)|"
    r"[갈날할볼을될릴질들눌칠줄설을]\s(?:것|듯|계획)이?|열리는|[만연찾인는]난?다[.”]|"
    r"(?:회동|면담|회담|접견|예방|방문|통화|환담|대담|함께|참석|[오만조]찬을|간담회를|개최|서명|출국|방한|나선|맞댄) ?(?:한)?다[.”]"
)
# What is told, and that it is: 만났다고 25일 밝혔다, 추진 중이라고 전해졌다, 만난 것으로 알려졌다.
_TOLD_SO = re.compile(
    rf"(?:(?P<ends>[가-힣])[다라]고|(?P<qualifies>[가-힣]) 것으로)\s(?:[^\s.,“”]+\s){{0,3}}?(?:{_TELLS}|전해)[^.“”]*\.?\s*$"
)
_WEEKDAYS = "월화수목금토일"
_NAMED_DAY = re.compile(rf"\s?\(([{_WEEKDAYS}])(?:요일)?[,)]")
_TOPICAL = re.compile(r"에는|엔\s|에도|부터|에야")
_ADVERBIAL = re.compile(r"(?:\s들어|으로 거슬러|에|엔|쯤|께|경|부터|들어|이었|이다|,|\s?(?:초|말|봄|여름|가을|겨울|상반기|하반기))")
_EARLIER = ("앞선 ", "앞서 ", "앞선", "전인 ")
_OF_EVENT = re.compile(r"(?:식|회|회동|회담|행사|만찬|오찬|서명|계약|출국|면담|총회|발표|개막|취임|만남|이사회|주총)\s$")

# `성탄 전날`, `총선 이튿날`: what the encounter is not, whose day the text need not tell.
_OF_ANOTHER = re.compile(r"(?:선거|총선|대선|공판|선고|성탄절?|명절|추석|(?<![가-힣])설|연휴|휴가|입대|결혼)\s$")

# `본입찰 나흘 전`, `취임 사흘 뒤`: counted from what happens then, and not from the day the report appeared.
_HAPPENS = re.compile(
    r"(?:입찰|총선|대선|선거|투표|발표|공시|취임|퇴임|창업|창립|출범|합병|상장|출시|개막|폐막|계약|체결|출국|귀국|방한|총회|주총|이사회|청문회|"
    r"국감|국정감사|사건|사고|파업|인수|매각|착공|준공|개통|개점|구속|체포|압수수색|기소|선고|공판|재판|수상|별세|타계|사망|입사|퇴사|사임|사퇴|"
    r"임명|지명|내정|부도|파산|마감|종료|회견|회동|회담|면담|협상|만남|행사|개최|시행|발효|신청|제출|통보|공개|폭로|보도|고발|고소|수사|결정|의결)\s$"
)

# What is said in the past of something to come: 만난다고 밝혔다, 취소됐다, 초대했다. Not all that a plan may come to (``cues.called_off``):
# what people who met agreed on may fail as well (이뤄지지 않았다).
# 펼친다고, 나선다고: any syllable that ends in ㄴ.
_PRESENT = "".join(chr(code) for code in range(ord("가") + 4, ord("힣") + 1, 28))
_FORETOLD = re.compile(
    rf"[{_PRESENT}]다고 |"
    r"취소|열리지 않게|미[뤄뤘룬루]|연기|무산|불발|잡[혔힌아]|보류|접[었은]|물거품|깨졌|없던 일|초대|초청"
)


def setting(paragraph: int, head: str, tail: str, dated: bool, reported: bool) -> Setting:
    """The surroundings of a phrase: ``head`` and ``tail`` are its sentence before and after it.

    ``dated`` and ``reported``: a date, and a date of report, stands before it in the sentence.
    """
    quoted = head.count("“") > head.count("”") or head.count("‘") > head.count("’") or head.count('"') % 2 == 1
    return Setting(
        paragraph=paragraph,
        foretold=bool(_FORETOLD.search(tail)),
        future=bool(_FUTURE.search(tail)),
        past=_tells_past(tail),
        topical=bool(_TOPICAL.match(tail)),
        of_event=bool(_OF_EVENT.search(head[-6:])),
        of_another=bool(_OF_ANOTHER.search(head[-6:])),
        happens=bool(_HAPPENS.search(head[-6:])),
        quoted=quoted,
        earlier=head.endswith(_EARLIER),
        dated=dated,
        reported=reported,
        weekday=_WEEKDAYS.index(named[1]) if (named := _NAMED_DAY.match(tail)) else None,
        reported_on=int(told_on["day"]) if (told_on := _REPORTED_ON.search(tail)) else None,
    )


def kind_of(phrase: Phrase, resolved: Resolved | None, head: str, tail: str) -> DateKind:
    """Whether a phrase dates an event, its report, a photograph or a span."""
    if _PHOTO.match(tail):
        return "photo"
    if resolved is not None and resolved.last is not None:
        return "span"
    if resolved is not None and resolved.precision != "day":
        return "event"
    told_later = head.endswith("고 ") and _TOLD_BY.match(tail)
    topic_tells = _TOPIC.search(head[-3:]) and _TOLD_THAT.match(tail)
    return "report" if _REPORT.match(tail) or told_later or topic_tells or _is_stamp(phrase, head, tail) else "event"


def tells_when(phrase: Phrase, resolved: Resolved, tail: str) -> bool:
    """Whether a year says when something happens (2016년에는) and so stands for later dates; days and months always do."""
    return resolved.precision != "year" or bool(_ADVERBIAL.match(tail)) or "vague" in phrase.parts


# What is the first since then.
_MEASURED = re.compile(r"[^.“”\n]{0,30}?(?:이후|이래|뒤|후)로?\s[^.“”\n]{0,40}?(?:처음|첫)")


@cache
def asides() -> re.Pattern[str]:
    """What follows a date that is not of the sentence, but of a relative clause about somebody: '지난 3월 취임한 김 원장'."""
    stems = "|".join(re.escape(row["stem"]) for row in table("date_asides"))
    return re.compile(rf"(?:에|\([^)]*\))?\s?(?:[^\s,.]+\s){{0,3}}?(?:{stems})(?:(?:한|된|했던|됐던|하며|되며|하고)\s|(?<=[난른연린간]) )")


def is_passing(phrase: Phrase, resolved: Resolved, tail: str) -> bool:
    """Whether a month is named in passing, so that no later date leans on it: '3월 새로 단장한 매장', '4월 초 잔치 뒤로 처음이었다'."""
    vague = resolved.precision == "month" and "year" not in phrase.parts
    return vague and (asides().match(tail) is not None or _MEASURED.match(tail) is not None)


def stay_days(tail: str) -> int | None:
    """The length in days of a stay that begins on the day before ``tail``, None where it tells of none."""
    found = _STAY.match(tail)
    span = None if found else _NIGHTS.match(tail)
    count = found["count"] if found else (span["nights"] or span["days"]) if span else None
    if count is None:
        return None
    return 7 if count == "일주일" else NATIVE_DAYS.get(count) or int(count.rstrip("일"))


def only_arrives(tail: str) -> bool:
    """Whether somebody is told to come on the day before ``tail`` and to meet several, one after another, once there."""
    return _ARRIVAL.match(tail) is not None


def _tells_past(tail: str) -> bool:
    """Whether what is told ends in the past; that it was said (조율하고 있다고 25일 밝혔다) is always past, and says nothing of it."""
    told = _TOLD_SO.search(tail)
    if told and told["qualifies"]:
        return told["qualifies"] in _PRESENT and told["qualifies"] not in "는인"
    endings = [told["ends"]] if told else _ENDING.findall(tail)
    return bool(endings) and _is_past(endings[-1])


def _is_past(syllable: str) -> bool:
    """Whether a syllable ends in ㅆ, as past-tense endings do; what goes on (조율하고 있다) and what is to come (만나겠다) are not past."""
    return (ord(syllable) - 0xAC00) % 28 == 20 and syllable not in "있겠"


def _is_stamp(phrase: Phrase, head: str, tail: str) -> bool:
    """Whether a date is that of the article or of its source: `입력 2024.03.05 09:12`, `BUSAN, Nov. 8 —`, `said on Nov. 8`."""
    if phrase.kind == "numeric":
        return bool(_STAMP.search(head + tail))
    if phrase.kind != "english":
        return False
    alone = not head.strip() and _LINE.match(tail) is not None
    return alone or bool(_SAID.search(head)) or (len(head) < 40 and bool(_DATELINE.match(tail)))
