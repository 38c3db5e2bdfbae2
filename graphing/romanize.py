"""Hangul in Latin letters: the Revised Romanization of Korean, and the way Korean people's names are written in English.

Source: the National Institute of Korean Language's Romanization of Korean (Ministry of Culture notification 2000-8), whose
examples the tests hold, but for two: sounds that change between syllables are written as they sound (신라 Silla, 종로 Jongno),
tensing is not (압구정 Apgujeong), and in given names nothing changes (한복남 Han Boknam, here Han Bok-nam). The ㄴ (or ㄹ) that is
spoken between the words of a compound (학여울 Hangnyeoul, 알약 allyak) is left out (Hagyeoul, aryak): letters do not tell a
compound from a word of the same sounds (목요일 Mogyoil, 절약 jeoryak).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from graphing.lexicon import table

_FIRST, _VOWELS, _LASTS = 0xAC00, 21, 28
_INITIALS = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"]
_MEDIALS = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"]
# Final consonants in Unicode's order: (what stays at the end of the syllable, what moves to a following vowel).
_FINALS = (
    ("", ""), ("k", "g"), ("k", "kk"), ("k", "ks"), ("n", "n"), ("n", "nj"), ("n", "n"), ("t", "d"), ("l", "r"), ("k", "lg"),
    ("m", "lm"), ("l", "lb"), ("l", "ls"), ("l", "lt"), ("p", "lp"), ("l", "r"), ("m", "m"), ("p", "b"), ("p", "ps"), ("t", "s"),
    ("t", "ss"), ("ng", "ng"), ("t", "j"), ("t", "ch"), ("k", "k"), ("t", "t"), ("p", "p"), ("t", ""),
)  # fmt: skip
_FINAL_N = 4
_SILENT, _R, _N, _M, _D, _J, _G, _I = 11, 5, 2, 6, 3, 12, 0, 20
_NASAL = {"k": "ng", "t": "n", "p": "m"}
# A final in ㅎ and the following plain stop make one aspirate (좋고 joko); Unicode indices of ㅎ, ㄶ, ㅀ.
_H_FINALS = {27: "", 6: "n", 15: "l"}
_ASPIRATES = {_G: "k", _D: "t", _J: "ch"}
# Sino-Korean endings before which a final ㄴ keeps its sound (신문로 Sinmunno, 생산량 saengsannyang; but 신라 Silla, 대관령 Daegwallyeong).
_KEEPING_N = frozenset("로론력량")
# ㄷ and ㅌ before 이 turn into ㅈ and ㅊ (해돋이 haedoji, 같이 gachi).
_PALATAL = {7: "j", 25: "ch"}
_E, _EU, _FINAL_L = 5, 18, 8
_ASPIRATED_IN_NAMES = frozenset("쾌태택탁탄통특팔평표필푸풍포판편팽품")
_HANGUL_RUN = re.compile(r"[가-힣]+")


def romanize(text: str) -> str:
    """``text`` with every word of Hangul in Revised Romanization, each word capitalised; everything else stays as it is.

    '신라 호텔' gives 'Silla Hotel'. Hangul jamo that make no syllable are left out.
    """
    composed = unicodedata.normalize("NFC", text)
    return re.sub(r"[ᄀ-ᇿㄱ-ㆎꥠ-꥿ힰ-퟿]+", "", _HANGUL_RUN.sub(lambda run: romanize_word(run[0]).capitalize(), composed))


def romanize_word(word: str) -> str:
    """One word of Hangul syllables in lower case, sounds changed between its syllables as they are spoken.

    Raises ValueError where a character is no Hangul syllable.
    """
    codes = [_parts(character) for character in word]
    written: list[str] = []
    initial = _INITIALS[codes[0][0]] if codes else ""
    for index, (_, medial, final) in enumerate(codes):
        following = codes[index + 1] if index + 1 < len(codes) else None
        coda, following_initial = _joint(final, following)
        if (coda, following_initial) == ("l", "l") and final == _FINAL_N and 0 < index == len(codes) - 2 and word[-1] in _KEEPING_N:
            coda, following_initial = "n", "n"
        written += initial, _MEDIALS[medial], coda
        initial = following_initial
    return "".join(written)


def romanize_person(name: str) -> str | None:
    """A Korean person's name: 홍길동 Hong Gil-dong, 남궁민수 Namkoong Min-su; a surname alone (최) Choi; None for other names.

    Korean is what begins with a surname of surnames_english.tsv, holds no blank and goes on with one or two syllables that Korean
    given names have. Longer names are nearly always foreign (고이즈미), as are those with 스, 르, 켄 and the like.
    """
    surnames = _surnames()
    if name in surnames and len(name) == 1:
        return surnames[name]
    size = 2 if len(name) >= 3 and name[:2] in surnames else 1
    given = name[size:]
    if name[:size] not in surnames or not 1 <= len(given) <= 2 or not re.fullmatch("[가-힣]+", given) or any(map(_foreign, given)):
        return None
    return f"{surnames[name[:size]]} {given_name(given)}"


def given_name(given: str) -> str:
    """A Korean given name: its syllables one by one, hyphenated (빛나 Bit-na)."""
    return "-".join(romanize_word(syllable) for syllable in given).capitalize()


@cache
def _surnames() -> dict[str, str]:
    return {row["surname"]: row["english"] for row in table("surnames_english")}


def _foreign(syllable: str) -> bool:
    """Whether a syllable is one that transcriptions have and Korean given names don't: open ㅡ (스, 르), 델, 벨, most with ㅋ, ㅌ, ㅍ."""
    initial, medial, final = _parts(syllable)
    if (medial == _EU and not final) or (medial == _E and final == _FINAL_L):
        return True
    return _INITIALS[initial] in ("k", "t", "p") and syllable not in _ASPIRATED_IN_NAMES


def _parts(character: str) -> tuple[int, int, int]:
    code = ord(character) - _FIRST
    if not 0 <= code < 19 * _VOWELS * _LASTS:
        raise ValueError(f"{character!r} is no Hangul syllable; pass words of Hangul only (romanize takes any text)")
    return code // (_VOWELS * _LASTS), code // _LASTS % _VOWELS, code % _LASTS


def _joint(final: int, following: tuple[int, int, int] | None) -> tuple[str, str]:
    """How a syllable's final consonant and the next syllable's initial are written where they meet."""
    coda, moved = _FINALS[final]
    if following is None:
        return coda, ""
    initial, medial, _ = following
    plain = _INITIALS[initial]
    if initial == _SILENT:
        if medial == _I and final in _PALATAL:
            return "", _PALATAL[final]
        return ("", moved) if coda != "ng" else ("ng", "")
    if final in _H_FINALS and initial in _ASPIRATES:
        return _H_FINALS[final], _ASPIRATES[initial]
    if final in _H_FINALS:
        coda = _H_FINALS[final] or ("n" if initial in (_N, _M, _R) else "")
    if initial in (_N, _M) and coda in _NASAL:
        return _NASAL[coda], plain
    if initial == _N and coda == "l":
        return "l", "l"
    if initial == _R:
        if coda in ("l", "n"):
            return "l", "l"
        return _NASAL.get(coda, coda), "n" if coda else "r"
    return coda, plain
