"""What general knowledge says of an organisation's name: its other forms, its English name, its type and its group.

A name is looked up without regard to blanks, case, middle dots and legal forms (주식회사, ㈜, Inc., Co., Ltd.), so that
오픈 AI, 오픈AI and OpenAI are one body, and 금감원 is 금융감독원.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast, get_args

from graphing.errors import LexiconError
from graphing.lexicon import listed, table
from graphing.model import OrganizationType

# Legal forms as Korean papers and registers write them, before or behind the name; "a", "sa", "ag" alone would eat names, so
# the Latin ones must stand behind a blank, a comma or a dot, or be Inc/Corp/Ltd straight behind Hangul (쿠팡Inc).
_KOREAN_FORM = r"(?:\((?:주|유|사|재|합)\)|(?:주식|유한|합자|합명|유한책임)회사|(?:사단|재단|농업회사)법인(?=\s)|농업회사법인)"
_LATIN_FORM = r"(?:co\.?,? ?ltd|inc|corp|corporation|incorporated|limited|ltd|llc|llp|plc|gmbh|co|n\.?v|s\.?a|a\.?g|k\.?k)"
_LEADING = re.compile(rf"^\s*{_KOREAN_FORM}\s*")
_TRAILING = re.compile(rf"\s*(?:{_KOREAN_FORM}|(?<=[가-힣])(?:inc|corp|ltd)\.?|(?:,\s*|\s+){_LATIN_FORM}\.?)\s*$", re.IGNORECASE)
_NOISE = re.compile(r"[\s·ㆍ・‧•∙⋅.,'’‘\"“”()\-–—_]+")


@dataclass(frozen=True, slots=True)
class OrganizationEntry:
    """An organisation of the lexicon. ``group`` is its Korean business group ('' for none).

    ``common`` holds those of its forms that are also an ordinary word, a place or a person's name: such a form stands for the
    organisation only where the text around it says so.
    """

    name: str
    type: OrganizationType
    english: str
    aliases: tuple[str, ...] = ()
    group: str = ""
    common: frozenset[str] = frozenset()


def strip_legal_form(name: str) -> str:
    """``name`` without legal forms around it: (주)가나다, 가나다㈜, GANADA Co., Ltd.; unchanged where nothing else would be left."""
    found = unicodedata.normalize("NFKC", name).strip()
    while True:
        shorter = _TRAILING.sub("", _LEADING.sub("", found)).strip().strip(",").strip()
        if not shorter or shorter == found:
            return found
        found = shorter


def compact(name: str) -> str:
    """``name`` as look-ups compare it: compatibility forms folded (NFKC), lower case, no blanks, dots, quotes, brackets or hyphens."""
    return unicodedata.normalize("NFKC", _NOISE.sub("", unicodedata.normalize("NFKC", name)).lower())


@lru_cache(maxsize=50_000)
def organization_entry(name: str) -> OrganizationEntry | None:
    """The lexicon's entry that ``name`` is a form of, or None; the name as it stands counts before the one without legal form.

    Raises LexiconError where the lexicon is malformed.
    """
    entries = _entries()
    return entries.get(compact(name)) or entries.get(compact(strip_legal_form(name)))


@lru_cache(maxsize=50_000)
def canonical_key(name: str) -> str:
    """The key that all forms of one organisation share across articles; two organisations never share one knowingly.

    A name that the lexicon does not know is its own key, without legal form, blanks, dots and case.
    """
    entry = organization_entry(name)
    return compact(entry.name) if entry else compact(strip_legal_form(name)) or name.strip()


@lru_cache(maxsize=50_000)
def organization_type(name: str) -> OrganizationType:
    """'company' or 'agency': by the lexicon, else by the longest last word of organization_types and _suffixes, else 'company'."""
    entry = organization_entry(name)
    if entry:
        return entry.type
    bare = strip_legal_form(name).lower()
    kinds, longest = _suffixes()
    for length in range(min(longest, len(bare)), 0, -1):
        kind = kinds.get(bare[-length:])
        if kind:
            return kind
    return "agency" if _LATIN_AGENCY.search(bare) else "company"


_LATIN_AGENCY = re.compile(
    r"\b(?:ministry|department|commission|agency|administration|authority|bureau|office|committee|council|congress|senate|parliament|court"
    r"|party|union|federation|association|institute|foundation|university|college|school|chamber|embassy|government)\b"
)


@cache
def _suffixes() -> tuple[dict[str, OrganizationType], int]:
    """Last word of a name -> type, and the length of the longest; in organization_suffixes 'c' are companies, 'a' and 'p' agencies."""
    kinds: dict[str, OrganizationType] = {
        row["suffix"]: "company" if row["kind"] == "c" else "agency" for row in table("organization_suffixes")
    }
    kinds |= {row["suffix"]: _type(row["type"], f"organization_types.tsv: {row['suffix']!r}") for row in table("organization_types")}
    return kinds, max(map(len, kinds))


@cache
def _entries() -> dict[str, OrganizationEntry]:
    """compact(form) -> entry: names first, then aliases, then English names, so that no weaker form hides a stronger one."""
    entries = [_entry(row) for row in table("organizations")]
    found: dict[str, OrganizationEntry] = {}
    for entry in entries:
        found.setdefault(compact(entry.name), entry)
    for entry in entries:
        for alias in entry.aliases:
            found.setdefault(compact(alias), entry)
    for entry in entries:
        found.setdefault(compact(entry.english), entry)
    return found


def _entry(row: dict[str, str]) -> OrganizationEntry:
    return OrganizationEntry(
        row["name"],
        _type(row["type"], f"organizations.tsv: {row['name']!r}"),
        row["english"],
        listed(row["aliases"]),
        row["group"],
        frozenset(listed(row["common"])),
    )


def _type(value: str, line: str) -> OrganizationType:
    if value not in get_args(OrganizationType):
        raise LexiconError(f"{line} has type {value!r}, expected company or agency; correct the line")
    return cast(OrganizationType, value)
