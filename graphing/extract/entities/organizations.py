"""Mentions of companies and agencies to the organisations of one article.

Two forms mean one organisation where the text says so (금융감독원(금감원)), where the lexicon of organisations does, or where
one shortens the other the way Korean does: the leading part (하나금융 for 하나금융지주) or syllables in order (국토부 for
국토교통부). A short form that fits two organisations is one of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from graphing.extract.entities import organizations_english as english
from graphing.extract.names.hanja import reading
from graphing.lexicon import listed, table
from graphing.model import Article, Mention, Organization
from graphing.organizations import organization_type

_NOISE = re.compile(r"[\s·ㆍ∙\-()'’‘\"“”㈜]|\(주\)|주식회사")
_BRACKET = re.compile(r" ?[(（](?:이하 ?|옛 ?|구 ?|현 ?|舊 ?|現 ?)?[‘'“\"]?$")
_PARTICLE = re.compile("(?<=..)(?:의|은|는|이|가|을|를|에|에서|서|과|와|도)$")
# What a group, holding or full company name adds to the form that news use after the first mention.
_TAILS = (
    *("그룹", "금융그룹", "지주", "금융지주", "홀딩스", "엔터테인먼트", "엔터", "본부"),
    *("주식회사", "코퍼레이션", "대학교", "학교", "원회", "회"),
)
_COUNTED = re.compile(r"\d대 ?그룹")
_BANKS = re.compile(r"은행 ?[(（]([^()（）\n]{4,80})[)）]")
# KB하람·다온·누리 등 5대 은행, 다온·누리은행, 다온·누리 행장: a row of banks.
_BANK_ROW = re.compile(r"((?:[가-힣A-Z]{2,8}[·ㆍ/]){1,6}[가-힣A-Z]{2,8}?)(?: ?은행(?!연)| 행장| 등 (?:\d대 )?(?:주요 |시중 ?)*은행)")
_OFFICE = "총리실"
_BORDER = r"(?=[^가-힣A-Za-z]|[와과은는이가의을를도]\s|$)"
_NOT_TAILS = ("노조", "노동조합", "조합", "지부", "지회", "연대", "뱅크", "은행", "union")


@dataclass(slots=True)
class _Group:
    """Forms of one organisation, in the order of the text; ``order`` is the first mention's index."""

    forms: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    order: int = 0


def resolve_organizations(article: Article, mentions: Sequence[Mention]) -> tuple[Organization, ...]:
    """The organisations among ``mentions`` of one article, in the order of their first mention.

    ``name`` is the fullest form in the text, ``aliases`` its other forms there.
    """
    groups: dict[str, _Group] = {}
    named = [mention for mention in mentions if mention.kind == "organization"]
    keys = {_key(mention.text) for mention in named}
    for order, mention in enumerate(named):
        key = _key(mention.text)
        bare = _PARTICLE.sub("", key)
        # 한들전자의, beside 한들전자, is a mention with its particle and no form of its own
        worn = bare != key and bare in keys
        group = groups.setdefault(bare if worn else key, _Group(order=order))
        group.forms[bare if worn else mention.text] += 0 if worn else 1
        group.mentions.append(mention)
    parent = {key: key for key in groups}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    told = [*_banks(article.text, groups), *_stated(article.text, named), *_chamber(groups), *_unions(groups)]
    for short, full in [*told, *_listed_together(groups), *_shortened(article.text, groups), *_latin(article.text, groups)]:
        a, b = root(short), root(full)
        if a != b:
            parent[a] = b
    merged: dict[str, list[_Group]] = {}
    for key, group in groups.items():
        merged.setdefault(root(key), []).append(group)
    found = [_organization(members) for members in merged.values()]
    return tuple(sorted(found, key=lambda organization: organization.mentions[0].start))


def _key(name: str) -> str:
    """As ``norm``, but ㈜LG, the holding company, is not LG, the group."""
    key = norm(reading(name))
    holding = "㈜" in name or "(주)" in name
    return f"㈜{key}" if holding and _entries().get(key, ("", ""))[0].endswith("그룹") else key


def norm(name: str) -> str:
    """Spaces, dots, brackets and case do not tell names of organisations apart."""
    return _NOISE.sub("", name).lower()


def _organization(members: list[_Group]) -> Organization:
    mentions = sorted((mention for group in members for mention in group.mentions), key=lambda mention: mention.start)
    forms: Counter[str] = Counter()
    for group in sorted(members, key=lambda group: group.order):
        forms.update({form: count for form, count in group.forms.items() if count})
    # 오픈AI before 오픈 AI, where the text has both: a blank within a name is the printer's more often than its owner's.
    name = max(forms, key=lambda form: (_hangul(form), len(norm(form)), " " not in form, forms[form]))
    aliases = tuple(form for form in forms if form != name)
    return Organization(name, organization_type(name), aliases, tuple(mentions))


def _hangul(form: str) -> bool:
    """A Korean form names better than an abbreviation in Latin letters or one with a Chinese character."""
    return bool(re.search("[가-힣]", form)) and reading(form) == form


def _stated(text: str, named: list[Mention]) -> list[tuple[str, str]]:
    """Pairs that the text itself puts together: 호주뉴질랜드은행(ANZ), HDC현대산업개발(이하 현산), 하람은행(옛 다온은행)."""
    pairs = []
    for first, second in pairwise(named):
        gap = text[first.end : second.start]
        if not _BRACKET.fullmatch(gap) or text[second.end : second.end + 2].strip("’'”\"")[:1] not in (")", "）"):
            continue
        full, short = _key(first.text), _key(second.text)
        if full == short:
            continue
        if len(gap.strip(" (（‘'“\"")) > 0 or short.isascii() != full.isascii() or _subsequence(short, full) or _subsequence(full, short):
            pairs.append((short, full))
    return pairs


def _banks(text: str, groups: dict[str, _Group]) -> list[tuple[str, str]]:
    """Pairs of a bank and what a list of banks calls it: 하람 of 5대 은행(하람·다온·누리) is 하람은행. So 총리실 beside 체코 총리실."""
    rows = (*_BANKS.finditer(text), *_BANK_ROW.finditer(text)) if "은행" in text or "행장" in text else ()
    keys = {norm(word) for found in rows for word in re.split("[·ㆍ,/] ?", found[1])}
    offices = [(_OFFICE, key) for key in groups if key.endswith(_OFFICE) and key not in (_OFFICE, f"국무{_OFFICE}") and _OFFICE in groups]
    banks = {_entries().get(key, (key, ""))[0]: key for key in groups if key.endswith("은행")}
    wholes = ((key, f"{key}은행") for key in keys if key in groups)
    told = ((key, full if full in groups else banks.get(_entries().get(full, (full, ""))[0])) for key, full in wholes)
    return [(key, full) for key, full in told if full] + offices


def _unions(groups: dict[str, _Group]) -> list[tuple[str, str]]:
    """다온전자 노조 and 다온전자 노동조합."""
    pairs = ((key, f"{key.removesuffix('노조')}노동조합") for key in groups if key.endswith("노조"))
    return [(short, full) for short, full in pairs if full in groups]


def _chamber(groups: dict[str, _Group]) -> list[tuple[str, str]]:
    """상의 and the chamber of commerce that it means: the one most often told."""
    longer = [key for key in groups if key != "상의" and key.endswith(("상의", "상공회의소"))]
    told: Counter[str] = Counter()
    for key in longer:
        told[_entries().get(key, (key, ""))[0]] += len(groups[key].mentions)
    if "상의" not in groups or not longer:
        return []
    return [("상의", max(longer, key=lambda key: told[_entries().get(key, (key, ""))[0]]))]


def _listed_together(groups: dict[str, _Group]) -> list[tuple[str, str]]:
    """Pairs of forms that the lexicon files under one organisation."""
    by_entry: dict[str, list[str]] = {}
    for key in groups:
        entry = _entries().get(key)
        if entry is not None:
            by_entry.setdefault(entry[0], []).append(key)
    return [(key, keys[0]) for keys in by_entry.values() for key in keys[1:]]


def _latin(text: str, groups: dict[str, _Group]) -> list[tuple[str, str]]:
    """Pairs of forms in Latin letters of which one shortens the other, in an English text."""
    if not english.is_english(text):
        return []
    forms = {form: key for key, group in groups.items() for form in group.forms if english.latin(form)}
    return [(forms[short], forms[full]) for short, full in english.pairs([*forms]) if _may_shorten(forms[short], forms[full], full)]


def _may_shorten(short: str, full: str, form: str) -> bool:
    """Not SoftBank for SoftBank Vision Fund: a listed company is no other, but Samsung may be the one Samsung company of a text."""
    known, whole = _entries().get(short), _entries().get(full)
    return known is None or english.is_legal(form) or (known[0].endswith("그룹") and whole is not None) or known == whole


def _shortened(text: str, groups: dict[str, _Group]) -> list[tuple[str, str]]:
    """Pairs of a short form and the one longer form of the article that it shortens."""
    pairs = []
    in_english = english.is_english(text)
    for short, group in groups.items():
        longer = [full for full in groups if full != short and _shortens(short, full)]
        longer = [full for full in longer if not (in_english and short.isascii() and full.isascii())]
        if not longer:
            continue
        known = short in _entries()
        own = _entries()[short][0] if known else ""
        # 국토부 of an article on the 국토해양부, which came before the ministry that the lexicon means
        once = known and short[-1] == "부" and norm(own) != short and norm(own) not in groups
        weak = known and not once
        strong = [full for full in longer if full[len(short) :] in _TAILS or (not full.startswith(short) and not weak)]
        if known:
            strong = [full for full in strong if full not in _entries() or _entries()[full][0] == own or (once and full[-1] == "부")]
        members = [full for full in longer if full.startswith(short) and full not in strong]
        if known and not strong and len(members) == 1 and _entries()[short][0] == f"{short}그룹" and not _as_group(text, group):
            # 삼성 where 삼성전자 is the only Samsung of the article
            strong = members
        if len(strong) == 1:
            pairs.append((short, strong[0]))
        elif not strong and not known and len(longer) == 1:
            pairs.append((short, longer[0]))
        elif not strong and not known:
            # 한들 beside 한들약품, 한들정밀 and 한들약품그룹; not 현대 beside 현대중공업그룹, for there is a 현대그룹
            heads = [full for full in members if full.endswith("그룹")]
            if len(heads) == 1 and _entries().get(f"{short}그룹") in (None, _entries().get(heads[0])):
                pairs.append((short, heads[0]))
    return pairs


def _as_group(text: str, group: _Group) -> bool:
    """Whether the text speaks of a group by its short name, not of its one company named there.

    It has a head or sends somebody (전 삼성 회장, 삼성에서는), stands in a list of groups (삼성·SK), or the text counts groups (5대 그룹).
    """
    form = re.escape(next(iter(group.forms)))
    post = rf" (?:전 )?(?:총수|회장|부회장|미래전략실|구조조정본부|비서실|사장단)|에서는 |[·,와과] ?(?:{_group_names()}){_BORDER}"
    listed_before = rf"(?:{_group_names()})(?:[·,]|[와과] ) ?(?={form}{_BORDER})"
    return bool(_COUNTED.search(text) or re.search(rf"(?<![가-힣A-Za-z]){form}(?:{post})", text) or re.search(listed_before, text))


@cache
def _group_names() -> str:
    """The short names of listed groups, as alternatives."""
    names = (row["name"].removesuffix("그룹") for row in table("organizations") if row["name"].endswith("그룹"))
    return "|".join(sorted((re.escape(name) for name in names if len(name) > 1), key=len, reverse=True))


def _shortens(short: str, full: str) -> bool:
    if len(short) < 2 or len(full) <= len(short) or not (full[0] == short[0] or full.endswith(short)):
        return False
    if any(full.endswith(tail) and not short.endswith(tail) for tail in _NOT_TAILS if len(full) > len(tail)):
        return False
    if full.startswith(short) or full == f"법무법인{short}":
        return True
    if short.isascii() or full.isascii() or short[0] != full[0] or len(full) < 4:
        long_enough = len(short) >= 3 or short in ("공단", "노조")
        return full.endswith(short) and long_enough and len(full) - len(short) <= 4 and not short.isascii()
    # 국토부, 금감원, 대한상의: the first syllable, others in order, and an ending that the two share
    return (short[-1] == full[-1] or short[-1] in full[2:]) and _subsequence(short, full)


def _subsequence(short: str, full: str) -> bool:
    rest = iter(full)
    return all(character in rest for character in short)


@cache
def _entries() -> dict[str, tuple[str, str]]:
    """norm(form) -> (name, type) of the lexicon; a form that two entries claim is left out."""
    found: dict[str, tuple[str, str]] = {}
    claimed: Counter[str] = Counter()
    for row in table("organizations"):
        forms = {norm(row["name"]), norm(row["english"]), *(norm(alias) for alias in listed(row.get("aliases", "")))}
        for form in forms:
            claimed[form] += 1
            found.setdefault(form, (row["name"], row["type"]))
    own = {norm(row["name"]) for row in table("organizations")}
    return {form: entry for form, entry in found.items() if claimed[form] == 1 or form in own}
