"""Names, titles and organisations as the views show them, in Korean or English.

English comes from lexicons of established names; what they don't know is put into Latin letters by graphing.romanize. Korean is
always the form that the text has.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Literal

from graphing.lexicon import listed, table
from graphing.organizations import compact, organization_entry, strip_legal_form
from graphing.romanize import romanize, romanize_person

Language = Literal["ko", "en"]

_HANGUL = re.compile(r"[ᄀ-ᇿㄱ-ㆎ가-힣]")
# Where Latin letters or digits and Hangul touch: a blank goes between them in English (SK하나온 SK Hanaon).
_SEAM = re.compile(r"(?<=[0-9A-Za-z&])(?=[가-힣])|(?<=[가-힣])(?=[0-9A-Za-z])")
_LAW_FIRM = re.compile(r"^법무법인\s*(?=.)")


@lru_cache(maxsize=50_000)
def person_label(name: str, language: Language) -> str:
    """A person's name: established English (Sam Altman), else a Korean name's customary form (Hong Gil-dong), else word by word.

    A last name alone (올트먼) takes the English of the one last name it is in the lexicon. Names without Hangul stay as they are.
    """
    if language == "ko" or not _HANGUL.search(name):
        return name
    key = unicodedata.normalize("NFC", name).strip()
    return _people().get(key.replace(" ", "")) or _last_names().get(key) or romanize_person(key) or _transcribed(key)


@lru_cache(maxsize=50_000)
def organization_label(name: str, language: Language) -> str:
    """An organisation's name: established English, else that of its last words, the rest in Latin letters (한빛전자 Hanbit Electronics)."""
    if language == "ko" or not _HANGUL.search(name):
        return name
    if known := _established(name):
        return known
    bare = strip_legal_form(name)
    firm = _LAW_FIRM.match(bare)
    if firm:
        return f"{_transcribed(bare[firm.end() :])} Law Firm"
    endings, longest = _last_words()
    for length in range(min(longest, len(bare) - 1), 0, -1):
        if bare[-length:] in endings and len(compact(bare[:-length])) >= 2:
            return f"{organization_label(bare[:-length].strip(), 'en')} {endings[bare[-length:]]}"
    return " ".join(endings.get(word) or _transcribed(word) for word in bare.split())


@lru_cache(maxsize=10_000)
def place_label(name: str, language: Language) -> str:
    """A place: its English in the lexicons, else word by word, an owner or quarter before its house (오픈AI 본사 OpenAI Headquarters)."""
    if language == "ko" or not _HANGUL.search(name):
        return name
    key = unicodedata.normalize("NFC", name).strip()
    whole = _places().get(key.replace(" ", "")) or (_established(key) if " " in key else "")
    return whole or " ".join(map(_place_word, key.split()))


def _place_word(word: str) -> str:
    known = _places().get(word) or _venues().get(word) or _established(word).removesuffix(" Group")
    if known:
        return known
    for start in range(1, len(word)):
        if word[start:] in _venues():
            return f"{_place_word(word[:start])} {_venues()[word[start:]]}"
    return _transcribed(word)


@lru_cache(maxsize=10_000)
def outlet_label(name: str, language: Language) -> str:
    """An outlet: its own English name (매일경제 Maeil Business Newspaper), else that of its last word, the rest in Latin letters."""
    if language == "ko" or not _HANGUL.search(name):
        return name
    key = unicodedata.normalize("NFC", name).strip()
    known = _outlets().get(key.replace(" ", ""))
    if known:
        return known
    endings = _outlet_words()
    start = next((start for start in range(1, len(key)) if key[start:] in endings), None)
    if start is None:
        return _transcribed(key)
    seam = "" if endings[key[start:]].startswith(".") else " "
    return _transcribed(key[:start].strip()) + seam + endings[key[start:]]


@lru_cache(maxsize=10_000)
def title_label(title: str, language: Language) -> str:
    """A title: its English of titles.tsv, else part by part, longest known part first (반도체 사장 Semiconductor President)."""
    if language == "ko" or not _HANGUL.search(title):
        return title
    key = unicodedata.normalize("NFC", title).strip()
    whole = _titles().get(key.replace(" ", ""))
    return whole or " ".join(_title_part(part) for part in re.split(r"[\s·ㆍ]+", key) if part).replace("- ", "-")


def title_rank(title: str) -> int:
    """How high a post stands in its house: 1 heads it (회장, 원장, 대표), 2 deputises, 3 and 4 serve; 5 where titles.tsv doesn't know.

    The longest end of the title that is one there counts, one lower behind 부: 반도체 부사장 is a 부사장, 부은행장 deputises.
    """
    key = unicodedata.normalize("NFC", title).replace(" ", "")
    ranks = _ranks()
    start = next((start for start in range(len(key)) if key[start:] in ranks), len(key))
    return ranks.get(key[start:], 5) + (key[start - 1 : start] == "부")


def _title_part(part: str) -> str:
    """One word of a title, whole or with what stands before a known title: an organisation (금융위원장), words (미래전략실장)."""
    known = _titles().get(part) or _title_words().get(part) or _established(part)
    if known or not _HANGUL.search(part):
        return known or part
    for start in range(1, len(part) - 1):
        head, tail = part[:start], part[start:]
        if tail in _titles():
            named = next(filter(None, (_established(head + tail[:size] + end) for size in range(len(tail)) for end in ("", "회"))), None)
            return f"{named or _words(head)} {_titles()[tail]}"
    return _words(part)


def _words(text: str) -> str:
    """Words written together in English where all of ``text`` is such words (미래전략 Future Strategy), else in Latin letters."""
    parts = _word_pattern().findall(text)
    return " ".join(_title_words()[part] for part in parts) if "".join(parts) == text else _transcribed(text)


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_title_words(), key=len, reverse=True))))


def _established(name: str) -> str:
    """What an organisation is called in English; '' where the lexicons don't know."""
    entry = organization_entry(name)
    return entry.english if entry else _bodies().get(compact(strip_legal_form(name)), "")


def _transcribed(text: str) -> str:
    return romanize(_SEAM.sub(" ", unicodedata.normalize("NFC", text))).strip()


@cache
def _people() -> dict[str, str]:
    """A name in Korean without blanks -> its English."""
    found: dict[str, str] = {}
    for row in table("people"):
        for form in (row["korean"], *listed(row["aliases"])):
            found.setdefault(form.replace(" ", ""), row["english"])
    return found


@cache
def _last_names() -> dict[str, str]:
    """Foreign last names of two syllables or more, where all people of the lexicon with one share its English: 올트먼 Altman.

    Which end of the Korean form is the last name (올트먼 in 샘 올트먼, 이시바 in 이시바 시게루) is told by what it sounds like.
    """
    found: dict[str, set[str]] = {}
    for row in table("people"):
        english = row["english"].split()[-1]
        for form in (row["korean"], *listed(row["aliases"])):
            words = form.split()
            last = max(words[0], words[-1], key=lambda word: SequenceMatcher(None, romanize(word).lower(), english.lower()).ratio())
            if len(words) > 1 and len(last) > 1 and _HANGUL.search(last):
                found.setdefault(last, set()).add(english)
    return {last: spellings.pop() for last, spellings in found.items() if len(spellings) == 1}


@cache
def _last_words() -> tuple[dict[str, str], int]:
    words = {row["word"]: row["english"] for row in table("organization_words")}
    return words, max(map(len, words))


@cache
def _bodies() -> dict[str, str]:
    """Public bodies that are known by their English names only: nothing is read by them."""
    return {compact(form): row["english"] for row in table("organizations_english") for form in (row["name"], *listed(row["aliases"]))}


@cache
def _places() -> dict[str, str]:
    return {row["name"].replace(" ", ""): row["english"] for row in table("places") if row["english"]}


@cache
def _venues() -> dict[str, str]:
    return {row["ending"]: row["english"] for row in table("venues") if row["english"]}


@cache
def _outlets() -> dict[str, str]:
    return {form.replace(" ", ""): row["english"] for row in table("outlets") for form in (row["name"], *listed(row["aliases"]))}


@cache
def _outlet_words() -> dict[str, str]:
    return {row["word"]: row["english"] for row in table("outlet_words")}


@cache
def _titles() -> dict[str, str]:
    return {row["title"].replace(" ", ""): row["english"] for row in table("titles") if row["english"]}


@cache
def _ranks() -> dict[str, int]:
    return {row["title"].replace(" ", ""): int(row["rank"]) for row in table("titles") if row["rank"]}


@cache
def _title_words() -> dict[str, str]:
    return {row["word"]: row["english"] for row in table("title_words")}
