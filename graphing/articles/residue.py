"""What a page or a web site prints around its articles: page heads, jump lines, copyright lines, buttons and lists."""

from __future__ import annotations

import re
from functools import cache

from graphing.lexicon import table

_DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?(?:년|[.\-/])\s?(?P<month>1[0-2]|0?[1-9])\s?(?:월|[.\-/])\s?(?P<day>3[01]|[12]\d|0?[1-9])(?:\s?일)?(?!\d)"
)
_ENGLISH_DATE = re.compile(
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)"
)
_DATED_END = re.compile(
    rf"(?:^|[(\[<〈【]\s?(?:[가-힣]{{2,4}}\s?[:：]?\s)?){_DATE.pattern}\.?\s?"
    r"(?:\([일월화수목금토](?:요일)?\))?\s?[)\]>〉】]?$"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAY = re.compile(r"\(?[일월화수목금토](?:요일)?\)?(?![가-힣])")
_PAGE_NUMBER = re.compile(r"제?\s?\d{1,6}\s?(?:면|호|판)|(?<![\w가-힣])[A-Z]?\d{1,2}(?![\w가-힣])")
_STAMP = re.compile(r"(?:입력|등록|송고|승인|게재|발행|작성|수정|업데이트|Published|Updated|Posted)(?:일시|일자|일)?\s?[:.]?\s?")
_CLOCK = re.compile(r"\s\d{1,2}:\d{2}(?::\d{2})?$")
_COPYRIGHT = re.compile(
    r"저작권자|무단\s?(?:전재|복제|배포)|재배포\s?금지|재판매\s?및\s?DB|AI\s?학습\s?(?:이용|활용)?\s?금지"
    r"|[Cc]opyright|All [Rr]ights [Rr]eserved|[Uu]nauthorized reproduction"
)
_COPYRIGHT_START = re.compile(r"\s*[<〈\[(※*ⓒ©]*\s*(?:저작권자|※|\*?재판매|[ⓒ©]|[Cc]opyright|무단\s?(?:전재|복제|배포))")
_JUMP = re.compile(
    r"[\s»▶▷☞→〉>(\[■◆]*\s?(?:관련\s?기사\s?)?[A-Z]?\d{1,2}(?:\s?[·,∼~\-]\s?[A-Z]?\d{1,2})*\s?면\s?"
    r"(?:(?P<title>[‘'“\"<〈「][^\n]{0,50}[’'”\">〉」])\s?)?"
    r"(?P<way>에서\s?계속|서\s?계속|에\s?계속|으?로\s?이어짐|에서\s?이어짐|서\s?이어짐|에\s?이어|에|관련\s?기사|에 [^.\n]{2,20})[\])〉>]?$"
)
_RELATED_HEAD = re.compile(
    r"[▶▷☞■◆※\s\[(<〈]*(?:관련\s?(?:기사|뉴스|화보|보도)|Related (?:Stories|Articles|News)|주요\s?뉴스|많이\s?본\s?(?:뉴스|기사))"
    r"\s?(?:[\d·∼~,\- ]+면)?[\])>〉]*\s?[:：]?\s*"
)
# So many letters '(END)' and a newline have at most.
LONGEST_END_MARK = 6
_END_MARK = re.compile(r"[(\[](?:끝|계속|END)[)\]]$")
_ITEM_MARK = re.compile(r"[-·•☞▶▷○●*＊]\s?\S|\d{1,2}[.)]\s")
_WIRE_END = re.compile(r"[(\[<]?(?:끝|계속|END|end|The End)[)\]>]?$|[#*\s]{1,12}$|[=─━―\-_*~· ]{3,}$")
_TICKER = re.compile(r"[▲▼△▽↑↓+\-]\s?[\d,]+(?:\.\d+)?%?|\([+\-]?[\d.,]+%?\)|[\d,]{4,}")
_FORM = re.compile(r"(?:(?:배포|보도)(?:일시?|시점)|담당(?:부서|자)?|매수|연락처|문의|제공일|자료\s?제공|작성자)\s?[:：]\s")
# What sites ask of their readers, and offer them.
_REQUEST = re.compile(
    r"(?:구독하세요|구독해\s?주세요|다운받기|다운로드|생각하시나요\??|복사되었습니다\.?|변경\s?됩니다\.?|편집한 뉴스 채널"
    r"|(?:전체|다른)\s?기사\s?(?:더\s?)?보기)$|제보\s?(?:안내)?\s?[:：]"
)
# Buttons that stand over a picture and run into the prose after it ('이미지 확대보기한빛전자는 …').
_PICTURE_BUTTON = re.compile(r"(?:이미지|사진)\s?(?:확대|크게)\s?(?:보기)?\s*(?=\S)")
_MASTHEAD = re.compile(r"발행인|편집인|청소년보호책임자|등록번호|사업자등록|대표전화|편집국장|발행처")
_PHONE = re.compile(r"\(?0\d{1,2}\)?[-.)\s]\s?\d{3,4}[-.\s]\d{4}")
_ADVERTISEMENT = re.compile(r"\W*(?:광고|AD)\s?[|:]\s|[\[(【<〈]\s?(?:전면\s?)?(?:광고|AD|협찬)\s?[\])】>〉]")
_COUNT = re.compile(r"\d+\s?(?:개|건)(?![가-힣])")
_AGO = re.compile(r"\d{1,2}\s?(?:초|분|시간|일|주|개월)\s?전")
_NICKNAME = re.compile(r"[\w.\-]{1,10}\*{2,}$")
_FIELD = re.compile(r"[가-힣 ]{2,8}\s?[:：]\s")


@cache
def _buttons() -> re.Pattern[str]:
    words = sorted((row["words"] for row in table("buttons")), key=len, reverse=True)
    return re.compile(r"(?<![가-힣A-Za-z])(?:" + "|".join(map(re.escape, words)) + r")(?![가-힣A-Za-z])(?:\s?\d+)?", re.IGNORECASE)


@cache
def _sections() -> frozenset[str]:
    return frozenset(row["section"] for row in table("sections"))


@cache
def _part_words(where: str) -> frozenset[str]:
    return frozenset(_letters(row["word"]) for row in table("page_parts") if row["where"] == where)


def is_part_heading(text: str) -> bool:
    """Whether a line heads a list of other articles or of comments, and no more ('많이 본 뉴스', '[관련기사]', '댓글 12')."""
    return len(text) <= 30 and (_letters(text) in _part_words("related") or is_tail_heading(text))


def is_tail_heading(text: str) -> bool:
    """Whether a line heads what no article holds: what readers wrote, or what they read most ('댓글', '한빛일보 헤드라인')."""
    bare, ends = _letters(text), _part_words("tail end")
    return len(text) <= 30 and (bare in _part_words("tail") or any(bare.endswith(one) and bare != one for one in ends))


def is_spoken_line(text: str) -> bool:
    """Whether a line is what a site says of itself or counts: buttons in sentences, how long ago, whose comment ('1시간전', 'abcd****')."""
    if _AGO.fullmatch(text) or _NICKNAME.match(text):
        return True
    bare = _letters(text)
    return len(text) <= 60 and any(one in bare for one in _part_words("line"))


def _letters(text: str) -> str:
    """The letters of a text, without how many there are ('댓글 12', '댓글 (3개)')."""
    return "".join(letter for letter in _COUNT.sub("", text) if letter.isalpha()).casefold()


def printed(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of the first full date in the text."""
    english = _ENGLISH_DATE.search(text)
    if english:
        return int(english["year"]), _MONTHS.index(english["month"]) + 1, int(english["day"])
    match = _DATE.search(text)
    return (int(match["year"]), int(match["month"]), int(match["day"])) if match else None


def is_page_head(text: str) -> bool:
    """Whether a line is the head of a page: its date with section, paper, weekday and page number, and no more."""
    if len(text) > 100 or not _DATE.search(text) or _STAMP.search(text):
        return False
    if not re.match(r"[\w\[(<〈]", text) or re.search(r"[“”‘’\"'…:▲△▽▼]", text):
        return False
    rest, days = _WEEKDAY.subn(" ", _DATE.sub(" ", text))
    rest, numbers = _PAGE_NUMBER.subn(" ", rest)
    words = re.findall(r"[가-힣A-Za-z&·]+", rest)
    return len(words) <= (6 if days or numbers else 2) and all(len(word) <= 10 for word in words) and not text.endswith((".", "다"))


def is_dated_heading(text: str) -> bool:
    """Whether a line ends with its day, in brackets or as all there is, as heads of documents do ('주간 동향 (2025. 2. 14.)')."""
    return len(text) <= 60 and bool(_DATED_END.search(text))


def is_section(text: str) -> bool:
    """Whether a line is the name of a newspaper's section and no more ('산업', '금융·증권')."""
    return len(text) <= 16 and all(part in _sections() for part in re.split(r"[·/&,| ]+", text) if part)


def is_stamp(text: str) -> bool:
    """Whether a line says when the article was put in or changed."""
    if len(text) <= 50 and _CLOCK.search(text) and _DATE.search(text) and not re.search(r"[.”’]$", text):
        return True
    return len(text) <= 120 and bool(_STAMP.search(text)) and printed(text) is not None and not text.endswith("다.")


def is_copyright(text: str) -> bool:
    """Whether a line is about rights and nothing else."""
    return len(text) <= 160 and bool(_COPYRIGHT.search(text)) and copyright_start(text) == 0


def copyright_start(text: str) -> int:
    """Where the copyright notice that ends a line begins; len(text) where none does."""
    low = max(0, len(text) - 160)
    match = _COPYRIGHT.search(text, low)
    if not match:
        return len(text)
    for start in _COPYRIGHT_START.finditer(text, max(low, match.start() - 40)):
        if start.start() <= match.start() and not re.search(r"다\.", text[start.start() :]):
            return start.start()
    return len(text)


def jump(text: str) -> str:
    """'from' for a line that says where the article began, 'to' where it goes on, '' for other lines."""
    if len(text) > 70 or "면" not in text:
        return ""
    match = _JUMP.match(text)
    if not match:
        return ""
    return "from" if match["way"].replace(" ", "") in ("에서계속", "서계속", "에서이어짐", "서이어짐") else "to"


def jump_tail(text: str) -> int:
    """Where the jump line at the end of a line of prose begins ('…았다.   ▶A3면에 계속'); len(text) where there is none."""
    low = max(0, len(text) - 60)
    for mark in "▶»☞▷":
        at = text.rfind(mark, low)
        if at > 0 and jump(text[at:]):
            return at
    return len(text)


def end_mark(text: str) -> int:
    """Where the mark that ends an article, '(끝)', begins at a line's end, with the blanks before it; len(text) where there is none."""
    match = _END_MARK.search(text, max(0, len(text) - LONGEST_END_MARK))
    return len(text[: match.start()].rstrip()) if match else len(text)


def picture_button(text: str) -> int:
    """Where the prose begins after a picture's button at the head of a line; 0 where there is none."""
    match = _PICTURE_BUTTON.match(text)
    return match.end() if match else 0


def is_related_head(text: str) -> bool:
    """Whether a line opens a list of other articles."""
    match = _RELATED_HEAD.match(text)
    return bool(match) and match is not None and match.end() == len(text)


def is_related(text: str) -> bool:
    """Whether a line names another article after a label ('[관련기사] …')."""
    match = _RELATED_HEAD.match(text)
    return bool(match) and len(text) <= 120 and not text.endswith("다.")


def is_item(text: str) -> bool:
    """Whether a line is an item of a list of headlines."""
    return len(text) <= 90 and bool(_ITEM_MARK.match(text)) and not text.endswith("다.")


def is_ticker(text: str) -> bool:
    """Whether a line quotes share prices."""
    if len(text) > 300 or text.endswith(("다.", "”")):
        return False
    marks = len(_TICKER.findall(text)) + text.count("▲") + text.count("▼")
    return marks >= 2 and len(re.findall(r"[가-힣A-Za-z]+", text)) <= 3 * marks + 2


def is_furniture(text: str) -> bool:
    """Whether a line is a site's or an agency's own: buttons, path, masthead, contact, end marks. It tells nothing of the news."""
    if len(text) > 200:
        return False
    if _WIRE_END.match(text) or _FORM.match(text) or text.startswith(("많이 본 ", "주요 뉴스 ", "가장 많이 ")):
        return True
    if (len(text) <= 60 and _REQUEST.search(text)) or is_spoken_line(text):
        return True
    if len(_MASTHEAD.findall(text)) >= 2:
        return True
    if _PHONE.search(text) and _FIELD.search(text) and not text.endswith("다."):
        return True
    rest, buttons = _buttons().subn(" ", text)
    words = re.findall(r"[가-힣A-Za-z]{2,}", rest)
    alone = buttons >= 2 or len(re.findall(r"\w", rest)) == 0
    if (buttons and alone and len(words) <= buttons // 2) or _ADVERTISEMENT.match(text):
        return True
    path = re.split(r"\s?[>›»]\s?", text)
    return len(path) >= 3 and len(text) <= 100 and all(len(step) <= 12 or _DATE.search(step) for step in path) and not text.endswith(".")
