"""Words that can tell an encounter, and what the words after them say about whether it took place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graphing.lexicon import table
from graphing.model import MeetingStatus

# Meeting reporters is no encounter, whoever it is: 취재진과 만나, 기자간담회.
PRESS = re.compile(
    r"(?:취재진|기자(?:들|단)?|언론(?:사|인)?|특파원(?:단|들)?|본지|본보|미디어|매체|[가-힣]{2}(?:일보|신문|뉴스|경제|방송)|"
    r"(?<![가-힣])(?:[가-힣A-Z]{1,6}(?:비즈|투데이|타임스|매거진)|(?:월간|주간) ?[가-힣]{1,6}|"
    r"신동아|이코노미스트|포브스(?:코리아)?|로이터|블룸버그))"
    r"(?:과|와|을|를|에게|과의|와의)? ?(?:한 |가진 )?(?:따로 |잠시 |짧게 |단독 |전화 |서면 )?$"
)
# Who is written to is not met: 서한을 보내 … 요청했다, SNS에 글을 올려 … 제안했다.
WRITTEN = re.compile(
    r"(?:서한|편지|공문|글|메시지|문자|이메일|메일|축전|전문|성명|SNS)(?:[을를]|으로|로|에) "
    r"(?:[가-힣]+ ){0,2}?(?:보내|올려|띄워|발송|부쳐)[^.”\"]*$"
)
WRITTEN_WITHIN = 60
# Where hundreds and more come to, those named among them did not meet for that: 재계 인사 1000여 명이 참석했다, 신년인사회.
MASS = re.compile(
    r"(?:\d{1,3},\d{3}|\d{4}|[3-9]\d\d|[3-9]백|\d천 ?\d백|수백|수천|[1-9]?천)\s?여?\s?(?:명|석|인)"
    r"(?:[이가은을]|의 [가-힣]+[이가])?\s?(?:한자리에 |대거 )?"
    r"(?:참석|참가|참여|모[이인였]|몰[려렸린릴]|운집|자리|함께|초청)|신년 ?(?:인사|하례)회"
)
OF_MANY = frozenset({"attend", "event"})
# Those who stand before a court, or before cameras on their way there, have not met for that.
# Nor have those who are called there, or before a committee, as witnesses: 증인으로 출석했다, 국정감사에 나왔다.
COURT = re.compile(
    r"(?:법정|피고인석|증인석|증언대|포토라인)(?:에|에서)\s|"
    r"(?:증인|참고인|피고인|피의자)(?: 자격)?으로 (?:[가-힣]+ )?(?:출석|불려|소환|참석)|"
    r"(?:공판|국정감사|국감|청문회|변론|선고|재판)(?:기일)?에(?:는|도)? (?:[가-힣]+ )?(?:출석|나[와왔온올란]|참석)"
)
# Callers at a wake come each in his own time, unless the words bring them together or to somebody: 함께 조문했다, 빈소에서 만났다.
WAKE = re.compile(r"빈소|분향소|장례식장|조문")
IN_COMPANY = re.compile(
    r"함께|나란히|동행|같이|(?<!족)(?<!족들)[을를] 위로|에게 위로|만나|만났|맞[이아았]|악수|대화|이야기|얘기|나눴|나누|"
    r"인사(?:[를했하]|말)|안내|(?<!고인)[을를] (?:직접 )?조문"
)
CALLED = frozenset({"visit", "attend"})
# Where players and candidates meet as opponents: 결승에서 만난다, 이번 시즌 세 번째로 만났다. Those who look on may meet there too.
AGAINST = re.compile(
    r"(?:결승(?:전)?|준결승(?:전)?|\d{1,2}강(?:전)?|리그|\d차전|예선|본선|경선|플레이오프|토너먼트|맞대결|양자 ?대결|가상 ?대결)"
    r"에서(?:는|도)? [^.,“”\"]{0,60}$|(?:올|이번|지난) 시즌(?:에|에만)? [^.,“”\"]{0,15}$"
)
ONLOOKERS = re.compile(r"관람|관전|응원|귀빈석|지켜보|경기장을|시상자")
# '손을 잡았다' alone tells of allies; hands are held where the words show them: 서로 손을 잡고 웃었다.
ALLIED = re.compile(r"손을 잡")
HANDS = re.compile(r"서로|오래|한참|잡고 있|그 손|내밀|꼭|덥석|따뜻|뜨겁|웃|미소|어깨|눈물|사진|카메라|무대|단상|의 손을|현장|자리")
# An award ceremony to come has nobody at it yet: 시상식은 다음 달 4일 열린다.
TO_BE_AWARDED = re.compile(r"시상식[은을] [^.“”\"]*(?:열린다|열릴|연다|개최(?:한다|된다|할|될))")
# 'A 총리의 상대는 B와 C였다': with whom somebody met, lunched or talked.
OPPONENT = "상대는"
CONTEST = re.compile(r"결승|예선|경기|대회|선거|경선|대결|소송|선수|후보|감독|팀의 $")
BEFORE_COURT = frozenset({"attend", "event", "face", "joint"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that can tell an encounter: its place in the article's text, its kind (meet, talk, meal …) and its stem."""

    start: int
    end: int
    kind: str
    stem: str


@cache
def _rows() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]], re.Pattern[str] | None, dict[str, tuple[str, str]]]:
    """What finds a letter that a cue may begin with; the rows that may begin with each such letter, and those that may begin with any
    other, each as one pattern whose groups are the rows; the kind and stem of each group."""
    rows = {f"row{number}": row for number, row in enumerate(table("cues"))}
    letters = {name: first_letters(row["pattern"]) for name, row in rows.items()}

    def beginning(letter: str) -> str:
        named = (name for name, of_row in letters.items() if of_row is None or letter in of_row)
        return "|".join(f"(?P<{name}>{rows[name]['pattern']})" for name in named)

    known = sorted(set().union(*filter(None, letters.values())))
    anywhere = beginning("")
    return (
        re.compile(r"(?s:.)" if anywhere else f"[{re.escape(''.join(known))}]"),
        {letter: re.compile(beginning(letter)) for letter in known},
        re.compile(anywhere) if anywhere else None,
        {name: (row["kind"], row["stem"]) for name, row in rows.items()},
    )


def first_letters(pattern: str) -> set[str] | None:
    """The letters that what a regular expression matches may begin with, and perhaps some more; None where it may begin with a class."""
    letters: set[str] = set()
    depth, opening, asserts = 0, True, False
    for index, sign in enumerate(pattern):
        if opening and (sign in "\\.^$" or (sign == " " and not depth)):
            return None
        if sign in "([":
            asserts = pattern.startswith(("(?<", "(?!", "(?="), index) if not depth else asserts
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "|" and not depth:
            opening = True
        elif opening and sign.isalnum():
            letters.add(sign)
        if opening and not depth and (sign.isalnum() or sign in ")]"):
            opening = asserts or pattern[index + 1 : index + 2] in {"?", "*", "{"}
            asserts = False
    return letters


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """The cues in text[start:end], in order, none overlapping another; those of meeting the press and of letters are left out."""
    letters, by_letter, anywhere, meanings = _rows()
    cues = []
    done = start
    # All rows as one pattern would be tried at every letter; a row is looked at only where it can begin, in a fifth of the time.
    for letter in letters.finditer(text, start, end):
        place = letter.start()
        pattern = by_letter.get(letter[0], anywhere) if place >= done else None
        match = pattern.match(text, place, end) if pattern else None
        if match is None or match.lastgroup is None:
            continue
        done = match.end()
        kind, stem = meanings[match.lastgroup]
        written = kind == "confer" and WRITTEN.search(text, max(start, place - WRITTEN_WITHIN), place)
        # 비상경제회의 is no talk to a newspaper called 비상경제.
        talk = stem == "회의" and text.startswith("경제", place - 2)
        if kind != "none" and not written and (talk or not PRESS.search(text, max(start, place - 14), place)):
            cues.append(Cue(place, done, kind, stem))
    if any(cue.kind in OF_MANY for cue in cues) and MASS.search(text, start, end):
        return [cue for cue in cues if cue.kind not in OF_MANY]
    if any(cue.kind in BEFORE_COURT for cue in cues) and COURT.search(text, start, end):
        return [cue for cue in cues if cue.kind not in BEFORE_COURT]
    if cues and all(cue.kind == "face" and ALLIED.match(text, cue.start) for cue in cues) and not HANDS.search(text, start, end):
        return []
    return [cue for cue in cues if not _of_nobody_together(text, cue, start, end)]


def _of_nobody_together(text: str, cue: Cue, start: int, end: int) -> bool:
    """Whether the sentence text[start:end] shows that a cue brings nobody together: callers at a wake, opponents, an award to come."""
    if cue.kind in CALLED:
        return WAKE.search(text, start, end) is not None and not IN_COMPANY.search(text, start, end)
    if cue.kind == "meet":
        return AGAINST.search(text[start : cue.start]) is not None and not ONLOOKERS.search(text, start, end)
    return cue.kind == "event" and text.startswith("시상식", cue.start) and TO_BE_AWARDED.search(text, start, end) is not None


def is_opponent(text: str, cue: Cue, start: int, told: bool) -> bool:
    """Whether a cue may as well tell who plays or stands against whom: 'A의 상대는 B다' where no encounter is told just before, or of a
    match or an election. ``start``: of the sentence; ``told``: whether an encounter is told just before."""
    if not (text.startswith(OPPONENT, cue.start) and text.startswith("의 ", cue.start - 2)):
        return False
    return not told or CONTEST.search(text, start, cue.start) is not None


def _spelled_out(pattern: str) -> str:
    """A pattern of the lexicon with all syllables that end in ㄹ, the eighth of 27 finals, for {ㄹ}."""
    return pattern.replace("{ㄹ}", "".join(map(chr, range(ord("가") + 8, ord("힣") + 1, 28))))


@cache
def _status_patterns(where: str) -> tuple[tuple[MeetingStatus, re.Pattern[str]], ...]:
    joined: dict[MeetingStatus, list[str]] = {"held": [], "cancelled": [], "planned": []}
    for row in table("status"):
        if row["status"] in joined and (where == "near" or row["where"] == "chained"):
            joined[row["status"]].append(_spelled_out(row["pattern"]))
    return tuple((status, re.compile("|".join(patterns))) for status, patterns in joined.items() if patterns)


def told_status(near: str, chained: str) -> MeetingStatus | None:
    """'cancelled' or 'planned' where the words after a cue say so, 'held' where they only look so, None where they are silent.

    ``near`` are the words of the cue's own predicate, ``chained`` those of the verbs after it, which only carry a future back:
    '만나 협력을 논의할 예정이다' is planned, '만나 투자를 취소했다' is held.
    """
    for where, words in (("near", near), ("chained", chained)):
        for status, pattern in _status_patterns(where):
            if pattern.search(words):
                return status
    return None


@cache
def _phrases(status: str) -> re.Pattern[str]:
    return re.compile("|".join(_spelled_out(row["pattern"]) for row in table("status") if row["status"] == status))


def called_off(words: str) -> bool:
    """Whether words after a plan tell that it came to nothing."""
    return bool(_phrases("off").search(words))


def denied(words: str) -> bool:
    """Whether words after a rumour deny it."""
    return bool(_phrases("denied").search(words))


def dropped(words: str) -> bool:
    """Whether words name a plan and say that it came to nothing: '약속을 거둬들였다', '면담은 … 취소됐다'; not 아직 성사되지 않았다."""
    return dropped_at(words) is not None


def dropped_at(words: str) -> int | None:
    """Where in words the plan is named that came to nothing (``dropped``); None where there is none."""
    found = _phrases("dropped").search(words)
    return found.start() if found is not None and "아직 " not in found[0] else None


def refused(words: str) -> bool:
    """Whether words after an invitation or an attempt say that it was turned down."""
    return bool(_phrases("refused").search(words))
