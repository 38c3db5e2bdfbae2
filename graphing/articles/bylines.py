"""Bylines: lines, tails and heads of lines that say who wrote, photographed or spoke to whom for the paper."""

from __future__ import annotations

import re

# The longest tail of a line (characters) in which a byline is looked for.
LONGEST = 120

_EMAIL = re.compile(r"[(\[<]?\s*[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@(?:[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){0,4})?\s*[)\]>]?")
_JOB = re.compile(
    r"(?P<name>[가-힣]{0,4}?)"
    r"(?:[가-힣]{2,4}(?:전문|담당)|선임|수습|인턴|객원|대|시민|명예|전문|사진|영상|여행|의학|환경|경제|논설)?"
    r"(?:기자|특파원|논설위원|기획위원|편집위원|통신원|리포터|앵커|에디터|피디|PD)$"
)
_ROLE = re.compile(r"(?:글|사진|글사진|정리|대담|영상|그래픽|편집|취재|번역|일러스트|구성|진행|인턴|종합|온라인뉴스|촬영|디자인)$")
_TEAM = re.compile(
    r"[가-힣A-Za-z]{0,8}(?:(?:취재|편집|기획|뉴스)팀|(?:취재|산업|경제|정치|금융|증권|사회|국제|편집|사진|기획|미래|영상|유통)부장?)$"
)
_PLACE_AFTER = re.compile(r"(?<=기자|파원)\s?\([가-힣·]{2,10}\)$")
# What stands before the writer: the agency ('[한빛통신 Hanbit]'), the place that was written from ('워싱턴(미국)=').
_FROM = re.compile(r"\[[^\[\]\n]{2,20}\]\s*(?=\S)|[가-힣]{2,8}\([가-힣]{2,8}\)\s?=\s?(?=\S)")
_NAME = re.compile(r"[가-힣]{2,4}$")
_PIECE = re.compile(r"[^\s·ㆍ・,/=|()\[\]<>〈〉【】:]+|[=:]")
_HEAD = re.compile(
    r"""(?P<bracket>[\[(【〈<](?P<inside>[^\[\]()【】〈〉<>\n]{2,40})[\])】〉>])?\s*
    (?P<who>(?:[가-힣]{2,4}[·,ㆍ]?\s?){1,4}(?:선임|인턴|객원|수습)?(?:기자|특파원|통신원)\s?=\s)?""",
    re.VERBOSE,
)
_NEWS_SOURCE = re.compile(r"(?:뉴스\d?|일보|신문|경제|데일리|타임스|타임즈|투데이|저널|미디어|헤럴드|방송|통신|닷컴|경제TV|비즈)$")
_ENGLISH = re.compile(r"(?:By|Reporting by|Written by|Edited by)\s+[A-Z][\w.’'\-]+(?:[ ,&]+(?:and\s+)?[A-Z][\w.’'\-]+){0,8}"
                      r"(?:,? (?:Staff|Senior|Contributing)? ?(?:[Rr]eporter|[Ww]riter|[Cc]orrespondent))?$")
_WRITERS = re.compile(
    r"(?<![가-힣])(?<!사진=)(?<!사진 )(?<!영상=)(?<!영상 )(?P<names>[가-힣]{2,4}(?:\s?[·ㆍ,]\s?[가-힣]{2,4}){0,5})\s"
    r"(?:(?:[가-힣]{2,4}전문|선임|수습|인턴|객원)\s?)?(?:기자|특파원)"
)
_AFTER_SENTENCE = re.compile(r"(?:[.?!…][”’\"')\]]*|[”’\"')\]])\s*(?=\S)|\s{2,}(?=\S)|\s?(?=/)")


def is_byline(text: str) -> bool:
    """Whether the text is a byline and nothing else ('/홍길동·김철수 기자 a@b.kr', '대담=김영희 산업부장', 'By John Kim')."""
    if len(text) > LONGEST or not text or text.endswith("다."):
        return False
    bare, mails = _EMAIL.subn(" ", text)
    bare = _FROM.sub("", _PLACE_AFTER.sub("", bare.strip(" \t/.,·|ⓒ◎*")), count=1)
    if not bare:
        return mails > 0
    if _ENGLISH.match(bare):
        return True
    pieces = _PIECE.findall(bare)
    if len(pieces) > 16:
        return False
    # told: the last names belong to a role or a job; pending: names that wait for their job (김철수 [기자]).
    told, pending, role, signs, roles = False, 0, False, mails, 0
    listed = any(mark in bare for mark in "·,ㆍ/=")
    for index, piece in enumerate(pieces):
        if piece in "=:":
            if index and not role:
                pending = 0
            continue
        job = _JOB.match(piece)
        if job and (job["name"] or pending or role or (index == 0 and mails)):
            told, pending, role, signs = True, 0, False, signs + 1
        elif _ROLE.match(piece):
            told, role, roles = told or pending == 0, True, 0
        elif _TEAM.match(piece):
            told, pending, role, signs = True, 0, False, signs + 1
        elif _NAME.match(piece):
            if role and pending == 0:
                told, signs = True, signs + 1
                roles += 1
                if roles > 4:
                    return False
            else:
                pending += 1
                if pending > (4 if listed or mails else 2):
                    return False
        elif index + 1 < len(pieces) and pieces[index + 1] == "=":
            pending = 0
        else:
            return False
    return signs > 0 and ((pending == 0 and told) or (mails > 0 and pending <= 3 and len(pieces) <= 5))


def writers(text: str) -> tuple[str, ...]:
    """Who wrote an article, by a line that may hold a byline: those named before 기자 or 특파원, but for who took the pictures."""
    found: list[str] = []
    for part in (text if is_byline(text.strip()) else text[: byline_head(text)], text[byline_tail(text) :]):
        for match in _WRITERS.finditer(part):
            found.extend(name for name in re.split(r"\s?[·ㆍ,]\s?", match["names"]) if not (_ROLE.match(name) or _TEAM.match(name)))
    return tuple(dict.fromkeys(found))


def byline_tail(text: str) -> int:
    """Where the byline at the end of a line of prose begins; len(text) where there is none."""
    low = max(0, len(text) - LONGEST)
    if not ("기자" in text[low:] or "특파원" in text[low:] or "위원" in text[low:] or "@" in text[low:]):
        return len(text)
    for match in _AFTER_SENTENCE.finditer(text, low):
        if match.end() < len(text) and is_byline(text[match.end() :]):
            return match.end() - (len(match.group()) - len(match.group().rstrip()))
    return len(text)


def byline_head(text: str) -> int:
    """Where the prose begins after a dateline such as '(서울=한국통신) 홍길동 기자 = '; 0 where there is none."""
    match = _HEAD.match(text)
    if not match or match.end() in (0, len(text)):
        return 0
    inside = match["inside"]
    if inside is None:
        return match.end() if match["who"] else 0
    told = ("=" in inside and len(inside) <= 30) or is_byline(inside) or (bool(_NEWS_SOURCE.search(inside)) and " " not in inside)
    told = told or bool(re.search(r"[가-힣]{2,4} (?:인턴|선임)?(?:기자|특파원)$", inside))
    if told:
        return match.end()
    return 0


def without_mail(text: str) -> list[tuple[int, int]]:
    """The ranges of e-mail addresses in the text."""
    return [match.span() for match in _EMAIL.finditer(text)] if "@" in text else []
