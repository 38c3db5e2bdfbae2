"""Which names of organisations in Latin letters mean one: Hansong for Hansong Mobile, FSS for Financial Supervisory Service."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.names.english_pieces import words_of

# What a company's full name ends with and its short name leaves out.
_LEGAL = frozenset(
    (
        *("Group", "Corp", "Corp.", "Corporation", "Co", "Co.", "Company", "Inc", "Inc.", "Ltd", "Ltd.", "LLC", "PLC", "AG", "SE", "SA"),
        "Holdings",
    )
)
# These stand beside the body they are called after, and are another.
_BESIDE = frozenset(("Union", "Unions", "Foundation", "Association", "Institute", "Workers", "Federation", "Fund", "Funds"))
BEGINNING = 2_000
_LETTER, _HANGUL = re.compile("[A-Za-z]"), re.compile("[가-힣]")
_SMALL = frozenset(("of", "and", "for", "the", "&", "in", "on"))


def is_english(text: str) -> bool:
    """Whether a text is in English: its beginning holds ten Latin letters for each syllable of Hangul."""
    begin = text[:BEGINNING]
    return len(_LETTER.findall(begin)) > 10 * len(_HANGUL.findall(begin))


def latin(form: str) -> bool:
    """Whether a name is written in Latin letters only."""
    return form.isascii() and any(character.isalpha() for character in form)


def is_legal(form: str) -> bool:
    """Whether a name ends with a word for a company's kind: Hyundai Group, Suzuki Motor Corp."""
    return form.rsplit(" ", maxsplit=1)[-1] in _LEGAL


def pairs(forms: Sequence[str]) -> list[tuple[str, str]]:
    """(short, full) of the Latin ``forms`` of one article that mean one organisation; none where two full names fit alike."""
    found = []
    for short in forms:
        full = [one for one in forms if one != short and (_leads(short, one) or _abbreviates(short, one))]
        group = [one for one in full if one.split(" ")[-1] in _LEGAL and len(one.split(" ")) == len(short.split(" ")) + 1]
        if len(group) > 1:
            # Hanyoung beside Hanyoung Group and Hanyoung Holdings
            group = [one for one in group if one.endswith(" Group")]
        chosen = full if len(full) == 1 else group or _chained(full)
        if len(chosen) == 1:
            found.append((short, chosen[0]))
    return found


def _chained(full: Sequence[str]) -> list[str]:
    """The longest of ``full`` where all the others only shorten it: Sejin Rail Systems beside Sejin Rail; else nothing."""
    longest = max(full, key=len, default="")
    return [longest] if longest and all(one == longest or _leads(one, longest) for one in full) else []


def _leads(short: str, full: str) -> bool:
    """Hansong, Hansong Mobile; Hyundai Asan, Hyundai Asan Corp.; not Hansong Steel, Hansong Steel Workers' Union."""
    head, whole = short.split(" "), full.split(" ")
    if len(whole) <= len(head) or [word.casefold() for word in whole[: len(head)]] != [word.casefold() for word in head]:
        return False
    rest = whole[len(head) :]
    if rest[-1] in _BESIDE or "'" in full or "’" in full:
        return False
    complete = len(head) > 1 and head[-1] in words_of("ending")
    return not complete or all(word in _LEGAL for word in rest)


def _abbreviates(short: str, full: str) -> bool:
    """FSS, Financial Supervisory Service; KCCI, Korea Chamber of Commerce and Industry."""
    words = [word for word in re.split(r"[ \-]", full) if word and word not in _SMALL]
    if words and len(words[0]) > 1 and words[0].isupper():
        # LG is not LS Group
        return False
    return len(short) > 1 and short.isupper() and len(words) == len(short) and all(w[0] == s for w, s in zip(words, short, strict=True))
