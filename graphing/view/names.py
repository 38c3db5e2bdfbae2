"""Names, titles and dates in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING, Protocol

from babel.dates import format_date

from graphing.labels import organization_label, outlet_label, person_label, place_label, title_label
from graphing.lexicon import listed as aliases_in
from graphing.lexicon import table
from graphing.model import MeetingStatus, MentionKind, Precision
from graphing.organizations import compact, organization_entry
from graphing.view.session import Language
from graphing.view.words import word

if TYPE_CHECKING:  # brings in SQLAlchemy
    from graphing.store import EntityRow, MeetingRow

HANGUL = re.compile("[가-힣]")
EPOCH = date(1970, 1, 1)


BEGINNING = 60  # characters of a text that stand for a title


def outcomes(counted: Mapping[MeetingStatus, int], language: Language) -> str:
    """'만남 8 · 예정 4 · 무산 1': how many meetings were held, are planned and fell through; '' for none."""
    return " · ".join(f"{word(status, language)} {number:,}" for status, number in counted.items() if number)


class Post(Protocol):
    """A post, of one article (Affiliation) or of all (AffiliationRow)."""

    @property
    def title(self) -> str: ...
    @property
    def former(self) -> bool: ...


@lru_cache(maxsize=20_000)
def name(written: str, kind: MentionKind, language: Language) -> str:
    """A person's or organisation's name: in Korean as stored, spaced as is usual (오픈AI for 오픈 AI); in English the established one."""
    if kind == "person":
        return person_label(written, language)
    usual = organization_entry(written) if language == "ko" else None
    return usual.name if usual and compact(usual.name) == compact(written) else organization_label(written, language)


def called(entity: EntityRow, language: Language) -> str:
    """What a person or organisation of all articles is called: in English as somebody decided, where somebody did."""
    return entity.english if language == "en" and entity.english else name(entity.name, entity.kind, language)


def forms(written: str, kind: MentionKind) -> tuple[str, ...]:
    """All names under which one may look for somebody: as stored, in the other script, and the lexicon's other forms."""
    label = name(written, kind, "en")
    if kind == "person":
        others = _other_names().get(written.replace(" ", ""), ())
    else:
        entry = organization_entry(written)
        others = (entry.name, entry.english, *entry.aliases) if entry else ()
    return tuple(dict.fromkeys((written, label, *others)))


def headline(title: str | None, opening: str | None, language: Language) -> str:
    """What an article is called: its title, else how its text begins, for all without one would look alike; a long line ends between
    words with '…'."""
    return title or _shortened((opening or "").strip().split("\n")[0].strip()) or word("no_title", language)


def _shortened(line: str) -> str:
    if len(line) <= BEGINNING:
        return line
    cut = line[: BEGINNING + 1].rpartition(" ")[0].rstrip() or line[:BEGINNING]
    return f"{cut.rstrip('.,·…-– ')} …"


def post_forms(post: Post, homes: Sequence[str], english: str | None) -> tuple[str, ...]:
    """A post as one may type it: under every name of its organisation (전 SK 회장, 금감원장), in English where ``english`` names it."""
    former = f"{word('former', 'ko')} " if post.former else ""
    korean = [former + _joined(home, post.title, seam) for home in homes for seam in (" ", "")] if homes else [former + post.title]
    return tuple(dict.fromkeys((*korean, title(post, english, "en"))))


def _joined(home: str, held: str, seam: str) -> str:
    """An organisation before a title; without a ``seam``, letters that end the one and begin the other are written once (금감원장)."""
    shared = 0 if seam else next((size for size in range(len(held) - 1, 0, -1) if home.endswith(held[:size])), 0)
    return home + (held[shared:] if shared else f" {held}")


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    """A person's name in the lexicon, without blanks → its other forms."""
    return {row["korean"].replace(" ", ""): tuple(aliases_in(row["aliases"])) for row in table("people")}


def title(post: Post, organization: str | None, language: Language) -> str:
    """A post in words: '전 SK그룹 회장', 'Chairman, SK Group (former)'. ``organization`` is its name, already in ``language``."""
    # 최고경영자(CEO): what stands in brackets is the same title over again.
    held = title_label(post.title if language == "ko" else post.title.partition("(")[0], language)
    former = word("former", language)
    if language == "ko":
        return " ".join(part for part in (former if post.former else None, organization, held) if part)
    return ", ".join(part for part in (held, organization) if part) + (f" ({former})" if post.former else "")


def when(first: date | None, precision: Precision | None, language: Language) -> str:
    """A date as exact as it was told, or that it was not."""
    return told(first, precision, language) or word("undated", language)


@lru_cache(maxsize=20_000)
def told(first: date | None, precision: Precision | None, language: Language) -> str:
    """A date as the language writes it and as exact as it was told: '2025.02.04', '4 Feb 2025', '2025.02', 'Feb 2025', '2025'; '' for
    none."""
    if first is None or precision is None:
        return ""
    return format_date(first, word(f"date_{precision}", language), locale=language)


def gathering(meeting: MeetingRow, labels: Mapping[int, str], language: Language) -> str:
    """A meeting in a few words: its date and place as far as they are told, else who was there."""
    there = [labels[one] for one in (*meeting.people, *meeting.organizations)]
    said = (told(meeting.first, meeting.precision, language), place_label(meeting.place or "", language))
    return " ".join(part for part in said if part) or several(there, language, 1)


def outlet(written: str | None, language: Language) -> str:
    """An outlet in the reader's letters, or that none is known."""
    return outlet_label(written, language) if written else word("no_outlet", language)


def originals(outlets: Iterable[str | None], language: Language) -> dict[str, str]:
    """What outlets are called in ``language`` → what they call themselves, where that differs."""
    return {said: one for one in outlets if one and (said := outlet_label(one, language)) != one}


def foreign(shown: str, language: Language) -> str:
    """Text of an article as HTML, marked as Korean where that is not the language of what surrounds it: it is to be heard as what it is."""
    return f'<span lang="ko">{escape(shown)}</span>' if language != "ko" and HANGUL.search(shown) else escape(shown)


def several(people: Sequence[str], language: Language, most: int = 2) -> str:
    """'샘 올트먼·이재용 외 2명': the first ``most`` names, and how many more."""
    if len(people) <= most + 1:
        return listed(people, language)
    return word("others", language, name=listed(people[:most], language), n=len(people) - most)


def listed(people: Iterable[str], language: Language) -> str:
    """Names in a row, joined as the language does."""
    return ("·" if language == "ko" else ", ").join(people)


def unbroken(shown: str) -> str:
    """What is shown of names in a row, where no line begins with the dot between two."""
    return shown.replace("·", "\N{WORD JOINER}·")


def days(day: date) -> int:
    """Days since 1970-01-01, as the pictures count."""
    return (day - EPOCH).days


def plain(text: str) -> str:
    """What articles say, for a caption or button, which is markdown: nothing in it is markup."""
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]()#+-!<>|~:$" else letter for letter in text)
