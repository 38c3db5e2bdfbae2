"""What stands around the article in an e-mail's text: covering notes, the heads of forwarded e-mails, quotations and signatures."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from graphing.articles.readers.days import day_of
from graphing.lexicon import table

# A longer text (characters) is no covering note, nor is a sentence that is told at this length without a word of one.
LONGEST_NOTE, LONGEST_GREETING = 200, 12
# A head has at least so many fields; a signature so many lines at most.
FEWEST_FIELDS, LONGEST_SIGNATURE = 2, 12
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_SIGNATURE = re.compile(r"(?m)^--[ ]?$")
_QUOTED = re.compile(r"[ ]?(?:>[ ]?)+")
_PROSE = re.compile(r"[가-힣]다[.”’\"]|[a-z][.”\"]$")


@cache
def _words(kind: str) -> str:
    return "|".join(re.escape(row["word"]).replace(r"\ ", r"\s?") for row in table("mail_words") if row["kind"] == kind)


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"\s*\*?(?:{_words('field')})\s?:\*?(?:\s|$)", re.IGNORECASE)


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(rf"[\s\-_=>*]*(?:{_words('mark')})[\s\-_=:*]*$", re.IGNORECASE)


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"\s*\*?(?:{_words('day')})\s?:\*?\s*(?P<day>.+)", re.IGNORECASE)


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_words('closing')})[.,!~]*\s*$|\s*(?:\S+\s){{1,3}}(?:{_words('signed')})[.]?\s*$", re.IGNORECASE)


@cache
def _before_subject() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*\[?(?:{_words('subject')})(?:\[\d+\])?\s?(?:[:：]|\]))+\s*", re.IGNORECASE)


@cache
def _note() -> re.Pattern[str]:
    return re.compile(_words("note"), re.IGNORECASE)


def is_note(text: str) -> bool:
    """Whether a text only says that something comes with it: short, and every sentence a greeting or with a word of such notes."""
    if len(text) >= LONGEST_NOTE:
        return False
    return all(len(one.strip()) <= LONGEST_GREETING or _note().search(one) for one in _SENTENCE.findall(text))


def stands_in(text: str) -> bool:
    """Whether a plain text only says that the e-mail is to be looked at in HTML, or in a browser."""
    return len(text) < LONGEST_NOTE and bool(re.search(_words("stand-in"), text, re.IGNORECASE))


def own_subject(subject: str) -> str:
    """A subject without what programs put before it ('FW: RE: …', '[전달] …')."""
    return _before_subject().sub("", subject, count=1) if _before_subject().match(subject) else subject


def forwarded(text: str) -> tuple[str, date | None]:
    """The text without signature, heads of forwarded e-mails, the note above them, and quotations, where something is left without them;
    and the day on which it was first sent, where all of it was forwarded and the head says so."""
    signature = next(reversed(list(_SIGNATURE.finditer(text))), None)
    if signature and text[signature.end() :].count("\n") <= LONGEST_SIGNATURE and text[: signature.start()].strip():
        text = text[: signature.start()].rstrip() + "\n"
    lines = text.split("\n")
    own = [line for line in lines if not _QUOTED.match(line)]
    if is_note("\n".join(own).strip()):
        own = [_QUOTED.sub("", line, count=1) for line in lines]
    kept, day = _without_heads(own)
    left = re.sub(r"\n{3,}", "\n\n", "\n".join(_unsigned(kept))).strip()
    return (left + "\n", day) if left else (text, None)


def _without_heads(lines: list[str]) -> tuple[list[str], date | None]:
    kept: list[str] = []
    day: date | None = None
    index = 0
    while index < len(lines):
        first = index
        while index < len(lines) and _mark().match(lines[index]):
            index += 1
        fields = index
        count, index = _fields(lines, index)
        if count >= FEWEST_FIELDS or (first < fields and count):
            if is_note("\n".join(kept).strip()):
                kept = []
                told = (_dated().match(line) for line in lines[fields:index])
                day = next(filter(None, (day_of(one["day"]) for one in told if one)), None)
            continue
        kept.append(lines[first])
        index = first + 1
    return kept, day


def _fields(lines: list[str], index: int) -> tuple[int, int]:
    """How many fields of a head stand from a line on, and the line after them; a page turned into text has blank lines between them."""
    count, after = 0, index
    while index < len(lines) and (not lines[index].strip() or _field().match(lines[index])):
        if lines[index].strip():
            count, after = count + 1, index + 1
        index += 1
    return count, after


def _unsigned(lines: list[str]) -> list[str]:
    """The lines without the greeting that ends a letter ('감사합니다.', '김누리 드림') and who signs below it; prose after it stays."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    for number in filled[-LONGEST_SIGNATURE:]:
        if number > filled[0] and _closing().match(lines[number]) and not any(_PROSE.search(line.strip()) for line in lines[number + 1 :]):
            return lines[:number]
    return lines
