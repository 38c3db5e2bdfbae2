"""Korean particles by the sound before them (삼성이, SK가), wherever a sentence is filled in: ``{name:와}`` is the name with 와 or 과."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from string import Formatter

# Either form of a particle -> (after a final consonant, after a vowel).
_PAIRS = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("이라고", "라고"), ("으로", "로"))
_FORMS = {form: pair for pair in _PAIRS for form in pair}
# What is not spoken: a note in brackets at the end, then whatever is no letter and no digit.
_NOTE = re.compile(r"(?<=\w)\s*[(（\[][^()（）\[\]]*[)）\]]\W*$")
_SILENT = re.compile(r"[\W_]+$")
_DIGITS = {"0": "ㅇ", "1": "ㄹ", "3": "ㅁ", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ"}  # 영, 일, 삼, 육, 칠, 팔
_LETTERS = {"l": "ㄹ", "m": "ㅁ", "n": "ㄴ", "r": "ㄹ"}  # 엘, 엠, 엔, 알
_SPELT = 3  # capitals in a row that are read letter by letter (SK, KCC); more of them with a vowel are read as a word (NAVER)
# How a word in Latin letters ends where Korean ends it with a consonant: Intel, Google; Amazon, Chrome; Facebook, Slack, Robot.
_LIQUID = re.compile(r"l(?:l|e)?$")
_NASAL = re.compile(r"(?:m|n|ng|[aeiouy][mn]e)$")
_STOP = re.compile(r"[aeiouy](?:ck|[ckpqt])$")


class _Filled(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec in _FORMS:
            return f"{value}{particle(str(value), format_spec)}"
        return str(super().format_field(value, format_spec))


_FORMATTER = _Filled()


def filled(text: str, values: Mapping[str, object]) -> str:
    """``text`` with its {names} filled in, as ``str.format`` does it; a name may ask for a particle behind it: ``{name:은}``.

    Raises KeyError for a name that ``values`` lacks.
    """
    return _FORMATTER.vformat(text, (), values)


def particle(before: str, form: str) -> str:
    """The form of a particle that fits the word ``before`` it; ``form`` is either of its two. Raises KeyError for another.

    Latin letters and digits are taken as they are read in Korean: SK와, LG와, GM과, 3이.
    """
    closed, opened = _FORMS[form]
    final = _final(before)
    return closed if final and not (closed == "으로" and final == "ㄹ") else opened


def _final(word: str) -> str:
    """What consonant a word ends with in Korean: 'ㄹ', any other, or '' for none (nor for what cannot be read)."""
    spoken = _SILENT.sub("", _NOTE.sub("", unicodedata.normalize("NFC", word)))
    last = spoken[-1:]
    if "가" <= last <= "힣":
        place = (ord(last) - ord("가")) % 28
        return ("ㄹ" if place == 8 else "ㄱ") if place else ""
    if last.isdecimal():
        return _DIGITS.get(str(int(last)), "")
    run = re.search(r"[A-Za-z]+$", spoken)
    return _read(run[0]) if run else ""


def _read(latin: str) -> str:
    capitals = re.search(r"[A-Z]*$", latin)
    spelt = len(capitals[0]) if capitals else 0
    if len(latin) == 1 or (spelt and (spelt <= _SPELT or not re.search(r"[AEIOUY]", latin[-spelt:]))):
        return _LETTERS.get(latin[-1].lower(), "")
    low = latin.lower()
    if _LIQUID.search(low):
        return "ㄹ"
    return "ㅇ" if _NASAL.search(low) or _STOP.search(low) else ""
