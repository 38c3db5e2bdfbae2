"""Names, titles and organisations as the views show them, in Korean or English.

English comes from lexicons of established names; what they don't know is put into Latin letters by graphing.romanize. Korean is
always the form that the text has.
"""

from __future__ import annotations

import re
import unicodedata
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
    return _people().get(key.replace(" ", "")) or romanize_person(key) or _last_names().get(key) or romanize(_SEAM.sub(" ", key))


@lru_cache(maxsize=50_000)
def organization_label(name: str, language: Language) -> str:
    """An organisation's name: established English, else its last word in English and the rest in Latin letters (Hanbit Electronics)."""
    if language == "ko" or not _HANGUL.search(name):
        return name
    entry = organization_entry(name)
    if entry:
        return entry.english
    bare = strip_legal_form(name)
    firm = _LAW_FIRM.match(bare)
    if firm:
        return f"{_transcribed(bare[firm.end() :])} Law Firm"
    stem, words = bare, ""
    endings, longest = _last_words()
    for length in range(min(longest, len(bare) - 1), 0, -1):
        if bare[-length:] in endings and len(compact(bare[:-length])) >= 2:
            stem, words = bare[:-length], f" {endings[bare[-length:]]}"
            break
    known = organization_entry(stem) if words else None
    return f"{known.english if known and compact(known.name) == compact(stem) else _transcribed(stem)}{words}"


@lru_cache(maxsize=10_000)
def title_label(title: str, language: Language) -> str:
    """A title: its English of titles.tsv, else that of its last part (반도체 사장: Bandoche President), else Latin letters."""
    if language == "ko" or not _HANGUL.search(title):
        return title
    key = unicodedata.normalize("NFC", title).strip()
    titles = _titles()
    found = titles.get(key) or titles.get(key.replace(" ", ""))
    if found:
        return found
    for start in range(1, len(key)):
        tail = titles.get(key[start:].strip())
        if tail and len(key[start:].strip()) >= 2:
            head = key[:start].strip()
            return f"{titles.get(head) or organization_label(head, 'en')} {tail}"
    return _transcribed(key)


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
    """Last words of foreign names of several words, where all of the lexicon that share one share its English: 올트먼 -> Altman."""
    found: dict[str, set[str]] = {}
    for row in table("people"):
        for form in (row["korean"], *listed(row["aliases"])):
            *first, last = form.split()
            if first and len(first) == len(row["english"].split()) - 1:
                found.setdefault(last, set()).add(row["english"].split()[-1])
    return {last: spellings.pop() for last, spellings in found.items() if len(spellings) == 1}


@cache
def _last_words() -> tuple[dict[str, str], int]:
    words = {row["word"]: row["english"] for row in table("organization_words")}
    return words, max(map(len, words))


@cache
def _titles() -> dict[str, str]:
    return {row["title"]: row["english"] for row in table("titles") if row["english"]}
