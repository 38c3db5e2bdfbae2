"""Text that remembers which characters of the document it was copied from."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from graphing.model import Run


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and the runs that lead it back to the document; characters in no run were put in by us."""

    text: str
    runs: tuple[Run, ...]

    def cut(self, start: int, end: int) -> Traced:
        """The part text[start:end], with its runs."""
        runs: list[Run] = []
        first = max(0, bisect_right(self.runs, start, key=lambda run: run.start) - 1)
        for index in range(first, len(self.runs)):
            run = self.runs[index]
            if run.start >= end:
                break
            low, high = max(start, run.start), min(end, run.start + run.length)
            if low >= high:
                continue
            if run.length == run.original_length:
                runs.append(Run(low - start, high - low, run.original_start + low - run.start, high - low))
            else:
                runs.append(Run(low - start, high - low, run.original_start, run.original_length))
        return Traced(self.text[start:end], tuple(runs))

    def stripped(self) -> Traced:
        """Without blanks at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))


    def single_spaced(self) -> Traced:
        """With one blank where several stand, as typesetting and layout leave them: no reading hangs on how many there are."""
        if "  " not in self.text:
            return self
        parts: list[Traced | str] = []
        done = 0
        for blanks in _BLANKS.finditer(self.text):
            parts.append(self.cut(done, blanks.start() + 1))
            done = blanks.end()
        return chain([*parts, self.cut(done, len(self.text))])


_BLANKS = re.compile(r" {2,}")


def whole(text: str) -> Traced:
    """A text that is its own original."""
    return Traced(text, (Run(0, len(text), 0, len(text)),) if text else ())


def chain(parts: Iterable[Traced | str]) -> Traced:
    """The parts one after the other; a plain str has no original. Runs that touch on both sides become one."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for part in parts:
        if isinstance(part, Traced):
            for run in part.runs:
                moved = run._replace(start=run.start + length)
                last = runs[-1] if runs else None
                if (
                    last
                    and last.length == last.original_length
                    and moved.length == moved.original_length
                    and last.start + last.length == moved.start
                    and last.original_start + last.original_length == moved.original_start
                ):
                    runs[-1] = Run(last.start, last.length + moved.length, last.original_start, last.length + moved.length)
                else:
                    runs.append(moved)
        text = part.text if isinstance(part, Traced) else part
        texts.append(text)
        length += len(text)
    return Traced("".join(texts), tuple(runs))


# What a crawler or a word processor leaves behind. Every branch is bounded, so that the search stays linear.
_TAGS = "a|b|br|center|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|li|ol|p|section|span|strong|table|tbody|td|th|tr|u|ul"
_UNTIDY = re.compile(
    rf"""(?P<newline>\r\n?|[\x0b\x0c\x85\u2028\u2029])
    |(?P<blank>[\t\u00a0\u2000-\u200a\u202f\u205f\u3000])
    # letters, digits and signs as wide as a syllable, as older newspapers set them: ＳＫ, ４일
    |(?P<wide>[\uff01-\uff5e])
    # a syllable in brackets in one sign: ㈜, ㈔
    |(?P<bracketed>[\u320e-\u321e])
    |(?P<nothing>[\ufeff\u200b\u200c\u200e\u200f\u2060\u00ad\u202a-\u202e])
    # beside a name the button that lists what else was written of that person: 최다온닫기최다온기사 모아보기 회장
    |(?P<button>닫기[ ]?[가-힣]{{2,4}}기사[ ]?모아보기)
    |<!--[^<>]{{0,300}}-->|&lt;!--[^<>&]{{0,300}}--&gt;
    |<(?:script|style)\b[^<>]{{0,300}}>[^<]{{0,5000}}</(?:script|style)>
    |<(?P<close>/?)(?P<tag>{_TAGS})(?:\s[^<>]{{0,500}})?/?>
    |(?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z]{{2,8}}\d{{0,2}});)""",
    re.VERBOSE,
)
_BLOCK_TAGS = re.compile(r"br|div|figure|figcaption|h[1-6r]|li|ol|p|section|table|tbody|tr|ul")
# So far behind ASCII stand the same signs in full width (Unicode's Halfwidth and Fullwidth Forms).
WIDER = 0xFEE0
# Conjoining jamo (Unicode 3.12), a composed syllable with a loose final, and letters with combining marks.
_DECOMPOSED = re.compile(
    r"[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|[A-Za-z\u00c0-\u024f][\u0300-\u036f]{1,3}"
)


def tidy(text: str) -> Traced:
    """The document's text with single kinds of newline and blank, composed letters, Latin ones of one width, and without markup.

    Only sequences that compose to one character are composed; zero-width characters, tags and comments go.
    """
    changes: list[tuple[int, int, str]] = []
    for match in _UNTIDY.finditer(text):
        changes.append((match.start(), match.end(), _replacement(match)))
    if not unicodedata.is_normalized("NFC", text):
        for match in _DECOMPOSED.finditer(text):
            composed = unicodedata.normalize("NFC", match.group())
            if len(composed) == 1:
                changes.append((match.start(), match.end(), composed))
        changes.sort()
    if not changes:
        return whole(text)
    texts: list[str] = []
    runs: list[Run] = []
    length = done = 0

    def copy(start: int, end: int) -> None:
        nonlocal length
        if end > start:
            texts.append(text[start:end])
            runs.append(Run(length, end - start, start, end - start))
            length += end - start

    for start, end, new in changes:
        if start < done:
            continue
        copy(done, start)
        if new:
            # A blank or newline put for another stands in no run; a letter stands for the whole of what it replaces.
            if not new.isspace():
                runs.append(Run(length, len(new), start, end - start))
            texts.append(new)
            length += len(new)
        done = end
    copy(done, len(text))
    return Traced("".join(texts), tuple(runs))


def _replacement(match: re.Match[str]) -> str:
    if match["newline"]:
        return "\n"
    if match["blank"]:
        return " "
    if match["wide"]:
        return chr(ord(match["wide"]) - WIDER)
    if match["bracketed"]:
        return unicodedata.normalize("NFKC", match["bracketed"])
    if match["entity"]:
        letter = html.unescape(match["entity"])
        if len(letter) != 1:
            return match["entity"]
        # What goes, or is put in order, does so however it is written.
        again = _UNTIDY.fullmatch(letter)
        return _replacement(again) if again else letter
    if match["tag"] and _BLOCK_TAGS.fullmatch(match["tag"]):
        return "\n"
    return ""
