"""Runs of capitalised words in English sentences, cut where titles, listed companies and the verbs of headlines part them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphing.extract.names.tagger import TitleLike
from graphing.lexicon import listed, table
from graphing.model import Sentence

_SHORTENED = r"(?:Mr|Ms|Mrs|Dr|Gov|Sen|Rep|Amb|Inc|Corp|Co|Ltd|Jr)\."
# A word with a capital; an initial (Jay Y. Lee); a name's dots (J.P. Morgan).
WORD = (
    rf"(?:(?:[A-ZÀ-Þ]\.){{1,3}}(?=[ A-Z])|{_SHORTENED}|[A-ZÀ-Þ][\wÀ-ÿ]*(?:[&\-’'](?!s\b)[\wÀ-ÿ]+)*"
    r"(?:['’](?= (?:Union|Association|Federation|Party|Council|Club|Alliance)\b))?)"
)
RUN = re.compile(
    rf"(?<![\w@.\-/]){WORD}(?: (?:(?:bin|bint|ibn|al|el|van|von|der|den|ter|de|des|du|di|da|dos|la|le|&) ){{0,2}}"
    rf"(?:(?:al|el)-)?{WORD})*"
)
# What a company calls its house in a country by: GM Korea.
BRANCHES = frozenset({"Korea", "Japan", "China", "Asia", "America", "Europe", "India", "Vietnam", "Pacific", "Atlantic"})
# A sentence of which so large a share of the longer words have capitals is a headline.
TITLE_CASE = 0.75
BYLINE = re.compile(
    r"(?:^|[\n|/(])\s*(?:By|BY|by|(?:Korea |Herald |Courtesy |[Ff]ile )?(?:Times |Herald )?[Pp]hoto by) (?:[\w\- ]+ and )?$"
    r"|\b(?i:reporting|editing|writing|written|reported|edited|compiled|translated|photographed) by (?:[\w\-., ]{1,60}(?: and|,) )?$"
)
# Correspondent Min Sun-yi in Seoul contributed to this report.
_REPORTED = re.compile(r"(?: in [\w ]{2,20})? contributed (?:to )?(?:this )?(?:report|story|article|reporting)")
# What a venue's name ends with.
VENUES = frozenset({"Airport", "Hotel", "Street", "Room", "River", "Avenue", "Station", "Resort"})
_NATION = re.compile(r"\b([A-Z][\w.]*)(?:['’]s)? $")
_OF_NAME = re.compile(r" [A-Z]\w")
_GIVEN = re.compile(r"[A-Z][a-z]{1,6}-[A-Za-z][a-z]{1,6}")
_CAPITAL = r"[A-Z][\w&’'\-]*"
# Songdo-based, SoftBank-backed, State-run: what is said of the name that follows.
_ATTRIBUTE = re.compile(
    r"[\w.]*-(?:based|born|headquartered|listed|traded|owned|run|led|backed|funded|controlled|invested|affiliated|educated|trained|bred"
    r"|appointed|elected|designate|nominee|select|turned|bound|made|built|developed|style|linked|related|area)$"
)


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind of the lexicon of English words."""
    return frozenset(word for row in table("english_words") if row["kind"] == kind for word in listed(row["words"]))


@cache
def surnames() -> frozenset[str]:
    """Korean surnames in Latin letters."""
    return frozenset(name for row in table("surnames_english") for name in (row["english"], *listed(row["others"])))


@cache
def _bodies() -> re.Pattern[str]:
    """Korea Chamber of Commerce and Industry, the Ministry of Trade, Industry and Energy, the University of Tokyo."""
    heads = "|".join(sorted(words_of("head"), key=len, reverse=True))
    field = "|".join(sorted(words_of("field"), key=len, reverse=True))
    more = rf"(?:,? (?:and |& )|, )(?:{field})\b"
    ordinary = "|".join(map(re.escape, sorted(words_of("other"), key=len, reverse=True)))
    word = rf"(?!(?:{ordinary})\b){_CAPITAL}"
    return re.compile(
        rf"(?<![\w\-])(?:(?:{word} ){{0,4}}?(?:{heads}) (?:of|for|on) (?:the )?(?:(?:[A-Z]\.){{2,3}} )?{word}(?: {word}){{0,6}}"
        rf"(?:{more}(?: {word}){{0,6}}){{0,6}}(?: in Korea)?"
        rf"|(?:{word}, ){{1,6}}{word},? (?:and|&) (?:{word} ){{1,6}}(?:Council|Committee|Commission|Ministry)\b)"
    )


@cache
def _ministries() -> re.Pattern[str]:
    """The foreign ministry, the science and ICT ministry; not another nation's: China's foreign ministry."""
    fields = "|".join(sorted((name.lower() if name != "ICT" else name for name in words_of("field")), key=len, reverse=True))
    return re.compile(rf"(?<![\w\-])(?:{fields})(?:, (?:{fields}))*(?:,? and (?:{fields}))? ministry\b")


@cache
def _portfolios() -> re.Pattern[str]:
    """Trade, Industry and Energy (Minister): what a minister of several fields is minister of."""
    field = "|".join(sorted(words_of("field"), key=len, reverse=True))
    return re.compile(rf"(?:of |for )?(?:the )?(?:{field})(?:(?:,? and |, | & )(?:{field}))*(?:,? and|,| &)?(?= )")


@cache
def _listed() -> dict[str, list[str]]:
    """First word → the listed English names of organisations that begin with it, the longest first."""
    found: dict[str, set[str]] = {}
    ordinary = {word for kind in ("given", "ending", "head", "field", "other", "where", "verb") for word in words_of(kind)} | surnames()
    for row in table("organizations"):
        for name in (row["english"], *(form for form in (row["name"], *listed(row["aliases"])) if form.isascii())):
            place = name.endswith((" City", " District", " Province", " County"))
            if name and name[0].isupper() and len(name) > 1 and name not in ordinary and not place:
                found.setdefault(name.split(" ")[0].casefold().removesuffix("."), set()).add(name)
                short = name.removesuffix(" Group")
                if short != name and short not in ordinary and row["name"].endswith("그룹"):
                    found.setdefault(short.split(" ")[0].casefold(), set()).add(short)
    return {first: sorted(names, key=len, reverse=True) for first, names in found.items()}


def listed_at(text: str, start: int, end: int) -> int | None:
    """Where the listed organisation ends that begins at ``start``, None where none does. POSCO is Posco, but apple is no Apple."""
    first = re.compile(r"[\w&’'.\-]+").match(text, start, end)
    for name in _listed().get(re.split(r"['’]|\.$", first[0].casefold())[0], ()) if first else ():
        here = text[start : start + len(name)]
        after = text[start + len(name) : start + len(name) + 1]
        alike = here == name or (len(name) > 3 and here.casefold() == name.casefold())
        if alike and not (after.isalnum() or after == "-"):
            return start + len(name)
    return None


def portfolio(text: str, title: TitleLike) -> tuple[int, int]:
    """The range of a minister's title with what he is minister of: 'Minister of Trade, Industry and Energy'."""
    if not text[title.start : title.end].lower().endswith(("minister", "secretary")):
        return title.start, title.end
    after = _portfolios().match(text, title.end + 1) if text[title.end : title.end + 4] in (" of ", " for") else None
    end = title.end
    if after:
        end += 1 + len(after[0].removesuffix(",").removesuffix(" and").removesuffix(" &"))
    line = max(text.rfind("\n", 0, title.start), text.rfind(". ", 0, title.start)) + 1
    best = title.start
    for match in _portfolios().finditer(text, max(line, title.start - 90), title.start):
        first = text[title.start : title.end].split(" ", maxsplit=1)[0]
        fields = first in words_of("field") or not match[0].endswith((",", "&", " and"))
        if match.end() + 1 == title.start and fields and not match[0].startswith(("of ", "for ")):
            best = match.start()
    return best, end


def _untitled(text: str, start: int, end: int, titles: Sequence[TitleLike]) -> tuple[int, int]:
    """A body's range without the post of its name's: {Korea Institute of Finance} President Ok; not Office of the Trade Representative."""
    for title in titles:
        if start < title.start < end and _OF_NAME.match(text, title.end) and not text.endswith((" of ", " for ", " the "), 0, title.start):
            return start, title.start - 1
    return start, end


def is_abroad(text: str, start: int) -> bool:
    """Whether the word before an offset tells another nation: China's, the Vietnamese; not Korea's."""
    before = _NATION.search(text, max(0, start - 30), start)
    return before is not None and before[1] in words_of("where") and not before[1].startswith("Korea")


def bodies(text: str, sentence: Sentence, titles: Sequence[TitleLike] = ()) -> list[tuple[int, int]]:
    """Organisations that a sentence names by a head and a field: Ministry of Trade, Industry and Energy; the land ministry."""
    found = [_untitled(text, *match.span(), titles) for match in _bodies().finditer(text, sentence.start, sentence.end)]
    named = [match.span() for match in _ministries().finditer(text, sentence.start, sentence.end)]
    return found + [span for span in named if not is_abroad(text, span[0])]


def pieces(text: str, sentence: Sentence, titles: Sequence[TitleLike], whole: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words without titles, without ``whole`` and without the words that are no names at their borders."""
    here = [title for title in titles if title.start < sentence.end and title.end > sentence.start]
    taken = [*(portfolio(text, title) for title in here), *whole]
    headline = is_headline(text, sentence)
    for match in RUN.finditer(text, sentence.start, sentence.end):
        inside = [(max(start, match.start()), min(end, match.end())) for start, end in taken if start < match.end() and end > match.start()]
        if headline:
            # 'President Lee Has Dinner with …': a headline's verb ends the name before it.
            verbs = (word for word in _WORD.finditer(text, *match.span()) if word.start() > match.start())
            inside += [word.span() for word in verbs if word[0] in words_of("verb")]
        low = match.start()
        for start, end in [*sorted(inside), (match.end(), match.end())]:
            piece = _trimmed(text, low, start)
            if piece and not BYLINE.search(text[max(0, low - 90) : low]) and not _REPORTED.match(text, piece[1]):
                yield piece
            low = max(low, end)


_WORD = re.compile(r"\S+")


def _trimmed(text: str, low: int, high: int) -> tuple[int, int] | None:
    """The range without the words at its borders that are no names; None where nothing of two letters is left."""
    other, where = words_of("other"), words_of("where")
    words = list(_WORD.finditer(text, low, high)) if low < high else []
    words = words[max((place + 1 for place, word in enumerate(words) if _ATTRIBUTE.match(word[0])), default=0) :]
    if len(words) > 2 and words[0][0] in words_of("calling") and words[-1][0] not in words_of("ending"):
        # Philanthropist Walter Heller
        words.pop(0)
    while words and (words[-1][0] in other or words[-1][0] == "&") and not _is_last(words):
        gone = words.pop()
        if gone[0] in VENUES and words:
            # Gimpo International Airport, Lotte Hotel: a venue and no body
            return None
    bearer = len(words) == 2 and words[0][0] in words_of("given") and words[0][0] not in where
    while len(words) > 1 and words[-1][0] in where and not (words[-2][0] not in where and words[-1][0] in BRANCHES) and not bearer:
        words.pop()
    # Hwaseong Steel, Seoul National University: the place is part of the name.
    body = bool(words) and (words[-1][0] in words_of("ending") or words[-1][0] in words_of("head"))
    while words and not _is_family(words):
        if words[0][0] not in other and words[0][0] != "&" and (words[0][0] not in where or _belongs(text, words, body=body)):
            break
        words.pop(0)
    return (words[0].start(), words[-1].end()) if any(len(word[0].strip(".")) > 1 for word in words) else None


def _is_last(words: list[re.Match[str]]) -> bool:
    """Whether the last word is a name that is another word as well: Daniel Oh, Dang Hoang An."""
    if len(words) < 2 or words[-1][0] not in surnames():
        return False
    return words[-2][0] in words_of("given") or words[0][0] in words_of("family")


def _is_family(words: list[re.Match[str]]) -> bool:
    """Whether a piece begins with a name that is another word as well: Oh Ji-hak, So Ji-sub; Milan Novak."""
    if len(words) < 2:
        return False
    given = words[0][0] in words_of("given") and (words[-1][0] in words_of("surname") or words[-1][0] in surnames())
    return given or (words[0][0] in surnames() and _GIVEN.fullmatch(words[1][0]) is not None)


def _belongs(text: str, words: list[re.Match[str]], *, body: bool) -> bool:
    """Whether a word of places is part of the name it begins: Paris Croissant, Hong Ky-ttack; not Korean National Assembly."""
    first, last = words[0], words[-1]
    if listed_at(text, first.start(), last.end()) is not None or (first[0] in surnames() and (len(words) == 1 or words[1][0] != "Kong")):
        return True
    return body and len(words) > 1 and listed_at(text, words[1].start(), last.end()) != last.end()


def is_headline(text: str, sentence: Sentence) -> bool:
    """Whether most words of a sentence have a capital, as in American headlines."""
    words = [word[0] for word in _WORD.finditer(text, sentence.start, sentence.end) if len(word[0]) > 3 and word[0][0].isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= TITLE_CASE * len(words)
