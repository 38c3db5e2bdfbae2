"""Names in English sentences: capitalised words beside English titles, romanised Korean names, and words that end as companies' names do.

A separate, simple route: the tagger knows Korean only. First every run of capitalised words is judged by what stands beside it, then
the short forms of the names so found (Lee, Musk, Hansong) are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphing.extract.tagger import Guess, TitleLike
from graphing.lexicon import listed, table
from graphing.model import MentionKind, Sentence

HANGUL = re.compile(r"[가-힣]")
LATIN = re.compile(r"[A-Za-z]")
WORD = r"(?:[A-ZÀ-Þ](?:\.[A-Z]\.)+|(?:Mr|Ms|Mrs|Dr|Gov|Sen|Rep|Amb|Inc|Corp|Co|Ltd|Jr)\.|[A-ZÀ-Þ][\wÀ-ÿ]*(?:[&\-’'](?!s\b)[\wÀ-ÿ]+)*)"
RUN = re.compile(rf"(?<![\w@.\-/]){WORD}(?: (?:(?:of|bin|al|van|von|de|&) )?{WORD})*")
KOREAN_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+$|[A-Z][a-z]+-[a-z]+ [A-Z][a-z]+$")
POSSESSOR = re.compile(r"['’]s $")
APPOSITION = re.compile(r", (?:(?:the|a|an|its|formerly|then|who is) )?(?:[a-z]+ ){0,2}$")
# his Indonesian counterpart Sri Mulyani Indrawati
COUNTERPART = re.compile(r"\bcounterpart,? $")
# Who wrote; not by whom something was done: led by Garam Bank Chairman Choi.
BYLINE = re.compile(
    r"(?:(?:^|[\n.)/])\s*[Bb]y|\b(?:[Pp]hoto|[Rr]eporting|[Ww]riting|[Ww]ritten|[Ee]diting|[Ee]dited) by) (?:[\w\- ]+ and )?$"
)
# Ministry of Trade, Industry and Energy
MINISTRY = re.compile(
    r"\b(?:Ministry|Department|Office|Bureau) of (?:the )?[A-Z][a-z]+(?:(?:,? and|,) (?:the )?[A-Z][a-z]+)+"
)
OF = re.compile(" of ")
FIRM = 0.8


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in table("english_words") if row["kind"] == kind for word in listed(row["words"]))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(name for row in table("surnames_english") for name in (row["english"], *listed(row["others"])))


@cache
def _organizations() -> frozenset[str]:
    return frozenset(row["english"] for row in table("organizations") if row["english"])


def is_english(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is written in English: at least a dozen Latin letters, and ten for each syllable of Hangul."""
    part = text[sentence.start : sentence.end]
    letters = len(LATIN.findall(part))
    return letters >= 12 and letters >= 10 * len(HANGUL.findall(part))


def english_guesses(text: str, sentences: Sequence[Sentence], titles: Sequence[TitleLike]) -> list[Guess]:
    """The names of English sentences, in order and not overlapping. ``titles`` are those of the whole article."""
    pieces = [piece for sentence in sentences for piece in _pieces(text, sentence, titles)]
    starts = {title.start for title in titles}
    ends = {title.end for title in titles}
    sure: dict[tuple[int, int], MentionKind] = {}
    for start, end in pieces:
        kind = _kind(text, start, end, starts, ends)
        if kind is not None:
            sure[start, end] = kind
    shorts = _short_forms(text, sure)
    for start, end in pieces:
        form = text[start:end]
        if (start, end) not in sure and form in shorts:
            sure[start, end] = shorts[form]
    people = {start for (start, _), kind in sure.items() if kind == "person"}
    person_ends = {end for (_, end), kind in sure.items() if kind == "person"}
    for start, end in pieces:
        if (start, end) in sure:
            continue
        # Garam's Choi, Choi Do-yun of Garam: what has a person is an organisation
        owner = POSSESSOR.match(text[end : end + 3]) and end + 3 in people
        if owner or (start - 4 in person_ends and text[start - 4 : start] == " of "):
            sure[start, end] = "organization"
    ministries = [match.span() for sentence in sentences for match in MINISTRY.finditer(text, sentence.start, sentence.end)]
    found = [span for span in sure if not any(span[0] < end and start < span[1] for start, end in ministries)]
    sure = {span: sure[span] for span in found} | dict.fromkeys(ministries, "organization")
    return [Guess(start, end, kind, FIRM) for (start, end), kind in sorted(sure.items())]


def _pieces(text: str, sentence: Sentence, titles: Sequence[TitleLike]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words without titles and without the words that are no names at their borders."""
    other = _words("other")
    inside = [title for title in titles if title.start < sentence.end and title.end > sentence.start]
    for match in RUN.finditer(text, sentence.start, sentence.end):
        borders = [match.start()]
        # 'President Lee Has Dinner with …': a headline's verb ends the name before it.
        for word in re.finditer(r"\S+", text[match.start() : match.end()]):
            if word.start() and word[0] in _words("verb"):
                borders += [match.start() + word.start(), match.start() + word.end()]
        for title in inside:
            if title.start < match.end() and title.end > match.start():
                borders += [max(title.start, match.start()), min(title.end, match.end())]
        borders.append(match.end())
        borders.sort()
        for low, high in zip(borders[::2], borders[1::2], strict=True):
            words = list(re.finditer(r"\S+", text[low:high]))
            whole = text[low:high].strip() in _organizations()
            while words and not whole and (words[0][0] in other or words[0][0] in {"of", "&"}):
                words.pop(0)
            while words and not whole and (words[-1][0] in other or words[-1][0] in {"of", "&"}):
                words.pop()
            if BYLINE.search(text, max(0, low - 30), low):
                continue
            if words and any(len(word[0]) > 1 for word in words):
                yield from _parted(text, low + words[0].start(), low + words[-1].end())


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Choi Do-yun and Garam & Partners of 'Choi Do-yun of Garam & Partners'."""
    of = OF.search(text, start, end)
    if of and KOREAN_NAME.fullmatch(text, start, of.start()):
        yield start, of.start()
        yield of.end(), end
    else:
        yield start, end


def _kind(text: str, start: int, end: int, title_starts: set[int], title_ends: set[int]) -> MentionKind | None:
    """What a piece is by its own words and by the title beside it; None where nothing tells."""
    form = text[start:end]
    words = form.split(" ")
    if form in _organizations() or words[-1] in _words("ending"):
        return "organization"
    if KOREAN_NAME.search(form):
        return "person"
    if start - 1 in title_ends and text[start - 1] == " ":
        return "person"
    if len(words) > 1 and COUNTERPART.search(text, max(0, start - 16), start):
        return "person"
    if start - 4 in title_ends and text[start - 4 : start] == " of ":
        return "organization"
    if end + 1 in title_starts and text[end] == " ":
        return "organization"
    if 2 <= len(words) <= 3:
        if words[0] in _words("given"):
            return "person"
        following = min((title for title in title_starts if end < title <= end + 40), default=None)
        if following is not None and APPOSITION.match(text[end:following]):
            # Kim Do-yun, Party Secretary of Garam; not 'At Garam Complex, Governor Kim'
            title = min(place for place in title_ends if place > following)
            if not re.match(r" [A-Z]", text[title : title + 2]):
                return "person"
        if words[0] in _surnames() and len(words) == 2 and len(words[1]) > 3:
            return "person"
    return None


def _short_forms(text: str, sure: dict[tuple[int, int], MentionKind]) -> dict[str, MentionKind]:
    """Lee for Lee Jae-yong, Musk for Elon Musk, Hansong for Hansong Mobile."""
    shorts: dict[str, MentionKind] = {}
    for (start, end), kind in sure.items():
        form = text[start:end]
        words = form.split(" ")
        shorts.setdefault(form, kind)
        if kind == "person" and len(words) > 1:
            shorts[words[0] if words[0] in _surnames() or "-" in words[-1] else words[-1]] = "person"
        elif kind == "organization" and len(words) > 1 and words[0] not in _words("other") and len(words[0]) > 2:
            shorts.setdefault(words[0], "organization")
    return shorts
