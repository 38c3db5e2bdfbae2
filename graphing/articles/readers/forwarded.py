"""What stands around the article in an e-mail's text: covering notes, the heads of forwarded e-mails, quotations and signatures."""

from __future__ import annotations

import re
from functools import cache

from graphing.lexicon import table

# A longer text (characters) is no covering note, nor is a sentence that is told at this length without a word of one.
LONGEST_NOTE, LONGEST_GREETING = 200, 12
# A head has at least so many fields; a signature so many lines at most.
FEWEST_FIELDS, LONGEST_SIGNATURE = 2, 12
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_SIGNATURE = re.compile(r"(?m)^--[ ]?$")
_QUOTED = re.compile(r"[ ]?(?:>[ ]?)+")


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


def unforwarded(text: str) -> str:
    """The text without signature, heads of forwarded e-mails, the note above them, and quotations, where something is left without them."""
    signature = next(reversed(list(_SIGNATURE.finditer(text))), None)
    if signature and text[signature.end() :].count("\n") <= LONGEST_SIGNATURE and text[: signature.start()].strip():
        text = text[: signature.start()].rstrip() + "\n"
    lines = text.split("\n")
    own = [line for line in lines if not _QUOTED.match(line)]
    if is_note("\n".join(own).strip()):
        own = [_QUOTED.sub("", line, count=1) for line in lines]
    kept = _without_heads(own)
    left = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    return left + "\n" if left else text


def _without_heads(lines: list[str]) -> list[str]:
    kept: list[str] = []
    index = 0
    while index < len(lines):
        first = index
        while index < len(lines) and _mark().match(lines[index]):
            index += 1
        fields = index
        while index < len(lines) and _field().match(lines[index]):
            index += 1
        if index - fields >= FEWEST_FIELDS or (first < fields and first < index):
            if is_note("\n".join(kept).strip()):
                kept = []
            continue
        kept.append(lines[first])
        index = first + 1
    return kept
