"""Names in English sentences: capitalised words beside English titles, romanised Korean names, and words that end as companies' names do.

A separate, simple route: the tagger knows Korean only. First every run of capitalised words is judged by what stands beside it, then
the short forms of the names so found (Lee, Musk, Hansong) are looked up.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from graphing.extract.names.english_lists import namesakes, nations_people, people_of_lists
from graphing.extract.names.english_pieces import BRANCHES, bodies, listed_at, pieces, portfolio, surnames, words_of
from graphing.extract.names.tagger import Guess, TitleLike
from graphing.lexicon.words import places_in_english
from graphing.model import MentionKind, Sentence

HANGUL = re.compile(r"[가-힣]")
LATIN = re.compile(r"[A-Za-z]")
# Lee Jae-yong, Lee Jae-Yong, Jae-yong Lee.
HYPHENED = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[A-Za-z][a-z]+$|[A-Z][a-z]+-[A-Za-z][a-z]+ [A-Z][a-z]+$")
SYLLABLE = re.compile(
    r"(?i:kk|gg|tt|dd|pp|bb|ss|jj|ch|sh|[bcdghjklmnprstwyz])?(?i:[yw]?(?:ae|eo|eu|oo|ee|ou|ui|oe|ah|uh|[aeiou])){1,2}"
    r"(?:ng|ck|ph|[nmlkgbpthrcs])?$"
)
# A given name of one or two Chinese or Vietnamese syllables: Jianing, Quang, Trang.
ABROAD = re.compile(r"(?i:(?:zh|ch|sh|ph|th|tr|kh|nh|ng|gi|qu|[bcdghjklmnpqrstvwxyz])?[aeiouy]{1,3}(?:ng|nh|ch|[nmcpt])?){1,2}")
POSSESSOR = re.compile(r"['’]s? $")
# What stands between a name and the title that follows it: ', the', ', 57, vice', ', its'.
APPOSITION = re.compile(r",? \(?(?:\d\d, )?(?:who (?:is|was|heads) )?(?:(?:the|a|an|its|formerly|then|also) )?(?:[\w’'-]+ ){0,4}$")
# His Indonesian counterpart Sri Mulyani Indrawati; the brother, Ma Seung-pil.
KIN = ("counterpart", "brother", "sister", "son", "daughter", "wife", "husband", "father", "mother", "cousin", "nephew", "heir", "widow")
# Its president, Dan Tae-ho; the group's chairman, Ma Hae-won.
COMMA_TITLE = re.compile(r"(?:\b(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Aa])|['’]s?)(?: [\w-]+){0,4}$")
# Who is told so is a person.
PERSONAL = re.compile(
    r"(?:, who\b|, an? (?:former|retired|long-time|longtime|one-time|noted|prominent|lifelong)\b|, whose\b|, \d\d|,? \(\d\d\)|"
    r",? \((?:left|right|center|centre|second|third|fourth|front|rear)|, (?:left|right|center),)"
)
# Companies by what is said of them.
MADE = re.compile(
    r", (?:(?:an?(?! (?:former|retired)\b)|its|which|one of|another|South|Korea['’]s)\b|the (?!(?:{nouns})\b))"
    r"(?:(?! (?:by|who|whose|with|from|at|for) )[^,.;]){0,70}?\b(?:{nouns})\b"
)
# PricewaterhouseCoopers, TerraPower: capitals within a word; not McAllister, DeSantis.
CAMEL = re.compile(r"(?!(?:Mac|Mc|De|Di|La|Le|Van|Von|Fitz|O['’])[A-Z])[A-Z][a-z]{2,}[A-Z][A-Za-z]+$")
HELD = re.compile(
    r"\b(?:shares? (?:in|of)|stake in|acquir\w+|takeover of|owned by|owner of|merger with|subsidiary of|unit of|affiliate of) (?:the )?$"
)
# China's Longwave.
COUNTRYS = re.compile(r"\b(?P<where>[A-Z][\w.]+)['’]s $")
STAFF = re.compile(
    r"\b(?:counterparts?|executives?|officials?|employees|representatives|managers|workers|engineers|leaders) (?:of|from|at) (?:the )?$"
)
HEADS = re.compile(r"\b(?:heads|leads|runs|founded|headed|led|co-founded|chairs) (?:the )?$")
SHORT = re.compile(r" \(([A-Z][A-Za-z&]{1,7})\)")
# Kookmin Bank union, Hanul's labor union.
UNION = re.compile(r"(?:['’]s)? (?:labor |labour |trade |workers['’] )?union\b")
SPOKE = re.compile(r" (?:said|told|added|met|says|was|is|will|has|had|also|did|arrived|left|declined|and|who)\b|['’]s\b")
_OF_PLACES = (
    *("minister", "mayor", "senator", "sen.", "rep.", "gov.", "representative", "lawmaker", "congressman", "police chief", "ambassador"),
    "consul general",
)
# Bodies that are venues where something happens at them.
_VISITED = frozenset(("Museum", "Library", "Theater", "Theatre", "Theatres", "Club", "Mall", "Clinic"))
_AT = re.compile(r"\b(?<!director )(?<!curator )(?<!president )(?<!head )(?:at|in|to|inside|outside|near) (?:the )?$")
_WITHIN = re.compile(r"\b(?:in|near|at|to|from|of) $")
# Before a name that fills a line: the end of the line above.
_LOWER = re.compile(r"\b[a-z]+ $")
_LINE = re.compile(r"\n|^")
# So many characters away (of a short sentence) another language is another article's.
NEAR = 300
_AND = " and "
FIRM = 0.8


@cache
def _personal() -> re.Pattern[str]:
    """The brother, Ma Seung-pil; philanthropist Walter Heller. Not chip designer Norvik: what a company is called as well tells nothing."""
    callings = {word.lower() for word in words_of("calling")} - words_of("firm")
    return re.compile(rf"\b(?:{'|'.join(sorted({*KIN, *callings}))}),? $", re.IGNORECASE)


@cache
def _described() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The chipmaker Norvik; Norvik, a maker of trucks."""
    nouns = "|".join(sorted(words_of("firm"), key=len, reverse=True))
    listed_before = r"(?:[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)?(?:, | and |, and )){0,4}"
    return re.compile(rf"\b(?:{nouns})s? {listed_before}$"), re.compile(MADE.pattern.replace("{nouns}", nouns))


def is_english(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is written in English: at least a dozen Latin letters, and ten for each syllable of Hangul.

    Fewer letters will do where no Hangul stands near.
    """
    part = text[sentence.start : sentence.end]
    letters = len(LATIN.findall(part))
    if 0 < letters < 12:
        return HANGUL.search(text, max(0, sentence.start - NEAR), sentence.end + NEAR) is None
    return letters >= 12 and letters >= 10 * len(HANGUL.findall(part))


@dataclass(slots=True)
class _Around:
    """Where titles and organisations stand."""

    starts: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    forms: dict[str, int] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)

    def following(self, at: int) -> int | None:
        """Where the first title begins that stands within sixty characters after an offset."""
        place = bisect_right(self.order, at)
        return self.order[place] if place < len(self.order) and self.order[place] <= at + 60 else None


def english_guesses(text: str, sentences: Sequence[Sentence], titles: Sequence[TitleLike]) -> list[Guess]:
    """The names of English sentences, in order and not overlapping. ``titles`` are those of the whole article."""
    sure: dict[tuple[int, int], MentionKind] = {}
    found: list[tuple[int, int]] = []
    cut: list[tuple[int, int]] = []
    around = _around(text, titles)
    for sentence in sentences:
        whole = bodies(text, sentence, titles)
        sure.update(dict.fromkeys(whole, "organization"))
        for start, end in pieces(text, sentence, titles, whole):
            low = start
            known = listed_at(text, start, end)
            if known is not None and not _named_as(text, start, known, end, around):
                known = _whole(text, start, known, end, around)
                cut += [(start, end)] if known < end else []
                sure[start, known] = "organization"
                low = known + 1
            if low < end:
                found.append((low, end))
    for start, end in found:
        form = text[start:end]
        around.forms[form] = around.forms.get(form, 0) + 1
    lone = {text[start:end] for start, end in found if _LINE.match(text, max(0, start - 1)) and text[end : end + 1] in ("\n", "")}
    told = [(start, end) for start, end in found if text[start:end] not in lone]
    for start, end in told:
        kind = _kind(text, start, end, around)
        if kind is not None:
            sure[start, end] = kind
    sure.update(dict.fromkeys(people_of_lists(text, told, sure) + nations_people(text, told, sure), "person"))
    sure.update(dict.fromkeys(namesakes(text, sure, around.ends), "person"))
    shorts = _short_forms(text, sure)
    for start, end in told:
        if (start, end) not in sure and shorts.get(text[start:end]) != "person":
            kind = _firm(text, start, end, around) or _titled(text, end, text[start:end].split(" "), around)
            if kind is not None and text[start:end] not in places_in_english():
                sure[start, end] = kind
    for start, end in list(sure):
        short = SHORT.match(text, end)
        if short and sure[start, end] == "organization":
            sure[short.span(1)] = "organization"
    _again(text, found, sure)
    shorts = _short_forms(text, sure)
    for start, end in [*found, *cut]:
        if (start, end) not in sure and text[start:end] in shorts:
            sure[start, end] = shorts[text[start:end]]
    return _apart(_with_unions(text, sure))


def _around(text: str, titles: Sequence[TitleLike]) -> _Around:
    """Where the titles stand, each with what it is the title for."""
    around = _Around()
    for title in titles:
        start, end = portfolio(text, title)
        around.starts[start], around.ends[end] = end, start
    around.order = sorted(around.starts)
    return around


def _again(text: str, found: Sequence[tuple[int, int]], sure: dict[tuple[int, int], MentionKind]) -> None:
    """Add to ``sure`` what names found before tell: their short forms, and the bodies that have people."""
    shorts = _short_forms(text, sure)
    alone = {form for form, kind in shorts.items() if kind == "person" and " " not in form}
    for start, end in found:
        form = text[start:end]
        words = form.split(" ")
        if (start, end) in sure:
            continue
        if form in shorts:
            sure[start, end] = shorts[form]
        elif 2 <= len(words) <= 4 and words[-1] in alone and not (set(words) & words_of("where")):
            # Terje Aasgaard, who is Mr Aasgaard elsewhere
            sure[start, end] = "person"
    people = {start for (start, _), kind in sure.items() if kind == "person"}
    person_ends = {end for (_, end), kind in sure.items() if kind == "person"}
    for start, end in found:
        if (start, end) in sure or text[start:end] in places_in_english():
            continue
        # Garam's Choi, Choi Do-yun of Garam: what has a person is an organisation
        owner = POSSESSOR.match(text[end : end + 3]) and end + 3 in people
        if owner or (start - 4 in person_ends and text[start - 4 : start] == " of "):
            sure[start, end] = "organization"


def _with_unions(text: str, sure: dict[tuple[int, int], MentionKind]) -> dict[tuple[int, int], MentionKind]:
    """A company's union is a body of its own: Kookmin Bank union, Hanul's labor union."""
    found: dict[tuple[int, int], MentionKind] = {}
    for (start, end), kind in sure.items():
        union = UNION.match(text, end) if kind == "organization" else None
        found[start, union.end() if union else end] = kind
    return found


def _named_as(text: str, start: int, known: int, end: int, around: _Around) -> bool:
    """Whether a person's given name is a listed company's: Chief Executive {Lotte} Vinther."""
    last = text[known + 1 : end]
    titled = start - 1 in around.ends and text[start - 1] == " "
    return titled and " " not in text[start:known] and last.isalpha() and last.istitle() and not _is_common(last)


def _is_common(word: str) -> bool:
    """Whether a word belongs to a body's name."""
    return word in BRANCHES or any(word in words_of(kind) for kind in ("ending", "head", "field", "other", "where"))


def _whole(text: str, start: int, known: int, end: int, around: _Around) -> int:
    """Where an organisation ends that a listed name begins: {KB} Kookmin Bank, {Hyundai} Asan Corp.; not {Samsung} Lee Jae-yong."""
    rest = text[known + 1 : end].split(" ")
    if known == end or text[known] != " ":
        return known
    if rest[0] == "&" or rest[-1] in words_of("ending") or rest[-1] in words_of("head") or rest[-1] in BRANCHES:
        return end
    if _is_hyphened(rest) or _is_korean(rest) or rest[0] in words_of("given"):
        return known
    headed = end + 1 in around.starts and text[end] == " "
    return end if headed or _described()[0].search(text[max(0, start - 80) : start]) else known


def _apart(sure: dict[tuple[int, int], MentionKind]) -> list[Guess]:
    """The guesses in order; of two that overlap the one that begins first and is longer."""
    kept: list[Guess] = []
    for (start, end), kind in sorted(sure.items(), key=lambda item: (item[0][0], -item[0][1])):
        if not kept or start >= kept[-1].end:
            kept.append(Guess(start, end, kind, FIRM))
    return kept


def _kind(text: str, start: int, end: int, around: _Around) -> MentionKind | None:
    """What a piece is by its own words and by what stands beside it; None where nothing tells."""
    form = text[start:end]
    words = form.split(" ")
    if form in places_in_english() or all(word in places_in_english() for word in words):
        return None
    if len(words) == 1 and (form in words_of("ending") or form in words_of("head") or form in words_of("field")):
        return None
    generic = all(word in words_of("ending") or word in words_of("field") or word in words_of("other") for word in words)
    if len(words) > 1 and generic and words[-1] not in words_of("head"):
        # Corporate Communications, Investment Management: what a body does, and none
        return None
    if words[-1] in words_of("ending"):
        # Rural Works Minister: what a minister is minister of; dined at the Garam Museum
        venue = words[-1] in _VISITED and _AT.search(text, max(0, start - 40), start)
        return None if venue or text.startswith(" Minister", end) else "organization"
    if _is_hyphened(words) or (_is_korean(words) and not _is_site(text, start, words)) or _is_joined(words):
        return "person"
    titled = start - 1 in around.ends and text[start - 1] == " "
    if not titled and any(CAMEL.match(word) for word in words):
        return "organization"
    if titled or (len(words) > 1 and (_personal().search(text, max(0, start - 20), start) or PERSONAL.match(text, end))):
        return "person"
    if _is_abroad(words) and (words[0] in words_of("family") or SPOKE.match(text, end)):
        return "person"
    if 2 <= sum(word[0].isupper() for word in words) <= 4 and (words[0] in words_of("given") or _surname_alone(text, words, around)):
        return "person"
    if start - 2 in around.ends and text[start - 2 : start] == ", " and len(words) > 1:
        # its president, Dan Tae-ho,
        title = around.ends[start - 2]
        if COMMA_TITLE.search(text[max(0, title - 50) : title].rstrip()) and text[end : end + 1] in (",", ".", ";", " "):
            return "person"
    return None


def _titled(text: str, end: int, words: list[str], around: _Around) -> MentionKind | None:
    """Kim Do-yun, Party Secretary of Garam; not 'At Garam Complex, Governor Kim'."""
    if not 2 <= len(words) <= 4:
        return None
    following = around.following(end)
    if following is not None and APPOSITION.fullmatch(text[end:following]):
        title = around.starts[following]
        if not re.match(r" [A-Z]", text[title : title + 2]):
            return "person"
    return None


def _firm(text: str, start: int, end: int, around: _Around) -> MentionKind | None:
    """Whether what stands beside a piece makes it an organisation."""
    descriptor, made = _described()
    if text[start:end] in words_of("ending") or text[start:end] in words_of("head"):
        # Union leader Bae: of which one, the text has told
        return None
    before = text[max(0, start - 80) : start]
    of = re.search(r" (?:of|at|for) (?:the )?$", before)
    if of and start - len(of[0]) in around.ends:
        return "organization"
    if end + 1 in around.starts and text[end] == " ":
        # a mayor's or senator's is a place
        return None if text[end + 1 : around.starts[end + 1]].lower().endswith(_OF_PLACES) else "organization"
    if POSSESSOR.match(text[end : end + 3]):
        # Garam's longtime chairman, Garam's Asia chief
        title = around.following(end)
        between = text[end + 3 : title].split() if title is not None and title <= end + 40 else None
        unnamed = (re.fullmatch("[a-z-]+", word) or word in words_of("where") for word in between or ())
        if between is not None and len(between) <= 3 and all(unnamed):
            return "organization"
    told = descriptor.search(before) or HELD.search(before) or STAFF.search(before) or HEADS.search(before)
    country = COUNTRYS.search(before)
    if country and country["where"] in words_of("where") and not _is_hyphened(text[start:end].split(" ")):
        told = country
    return "organization" if told is not None or made.match(text, end) else None


def _is_hyphened(words: list[str]) -> bool:
    """Lee Jae-yong, Lee Jae-Yong, Jae-yong Lee; not Cell-Culture Plant."""
    if not HYPHENED.search(" ".join(words)):
        return False
    given, family = (words[-1], words[-2]) if "-" in words[-1] else (words[-2], words[-1])
    return family in surnames() or all(SYLLABLE.match(part.capitalize()) for part in given.split("-"))


def _is_korean(words: list[str]) -> bool:
    """Yoon Suk Yeol, Moon Jae In, Chung Euisun; Sung Kim, Jay Y. Lee."""
    family = surnames()
    if len(words) == 3 and words[0] in family and all(SYLLABLE.match(word) and len(word) < 7 for word in words[1:]):
        return not any(word in words_of("ending") for word in words)
    if len(words) == 2 and words[0] in family:
        return len(words[1]) > 3 and words[1].isalpha() and words[1][1:].islower()
    return len(words) in (2, 3) and words[-1] in family and all(word[1:].strip(".").islower() or len(word) == 2 for word in words[:-1])


def _is_joined(words: list[str]) -> bool:
    """Kim MinSeok, Michael ByungJoo Hwang: a Korean given name in one word with two capitals, beside a surname."""
    if not 2 <= len(words) <= 3 or not (words[0] in surnames() or words[-1] in surnames()):
        return False
    camel = [word for word in words if CAMEL.match(word)]
    parts = re.findall(r"[A-Z][a-z]+", camel[0]) if len(camel) == 1 else []
    if len(words) == 3 and words[0] not in words_of("given"):
        return False
    return len(parts) == 2 and "".join(parts) == camel[0] and all(SYLLABLE.match(part) for part in parts)


def _is_site(text: str, start: int, words: list[str]) -> bool:
    """Whether two words that end as a Korean surname does are a place: a plant in Nghi Son; not confidence in Sung Kim."""
    bare = words[0] not in surnames() and words[0] not in words_of("given") and words[-1] in surnames()
    return bare and _WITHIN.search(text, max(0, start - 10), start) is not None


def _is_abroad(words: list[str]) -> bool:
    """Nguyen Vu Truong Son, Guo Jianing; Ryo Tanaka: a foreign surname where its nation writes it, beside words that are no body's."""
    others = (words_of(kind) for kind in ("ending", "head", "field", "other", "where"))
    if not 2 <= len(words) <= 4 or any(word in kind for kind in others for word in words[1:]):
        return False
    if words[0] in words_of("family"):
        return all(ABROAD.fullmatch(word) for word in words[1:])
    return words[-1] in words_of("surname") and words[0] not in words_of("where") and all(word[0].isalpha() for word in words)


def _surname_alone(text: str, words: list[str], around: _Around) -> bool:
    """Linnea Ståhl, of whom the text goes on as Ståhl; a company goes on by its first word."""
    last = words[-1]
    if around.forms.get(last, 0) == 0 or around.forms.get(words[0], 0) or not last[:1].isupper() or last.isupper():
        return False
    at = text.find(last)
    while at >= 0:
        alone = not text[at - 2 : at - 1].isalnum() or _LOWER.search(text, max(0, at - 20), at)
        if alone and SPOKE.match(text, at + len(last)):
            return True
        at = text.find(last, at + 1)
    return False


def _short_forms(text: str, sure: dict[tuple[int, int], MentionKind]) -> dict[str, MentionKind]:
    """Lee for Lee Jae-yong, Musk for Elon Musk, Hansong for Hansong Mobile."""
    shorts: dict[str, MentionKind] = {}
    for (start, end), kind in sorted(sure.items()):
        form = text[start:end]
        words = form.split(" ")
        shorts.setdefault(form, kind)
        if kind == "person" and len(words) > 1:
            korean = "-" in words[-1] and words[-1][0].isupper()
            family = words[0] if korean or (words[0] in surnames() and words[-1] not in surnames()) else words[-1]
            # Khalid al-Mansoori is Al-Mansoori where a sentence begins
            shorts[family] = shorts[family[0].upper() + family[1:]] = "person"
            if len(words) > 2:
                shorts.setdefault(" ".join(words[-2:]), "person")
        elif kind == "organization" and len(words) > 1 and words[0] not in words_of("other") and len(words[0]) > 2:
            for count in range(1, len(words)):
                shorts.setdefault(" ".join(words[:count]), "organization")
    return {form: kind for form, kind in shorts.items() if form not in places_in_english()}
