"""People and companies told by turns in a list: 다온전자 최하람, 가람틱스 한보라, 누리셀 박도윤 대표."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from graphing.extract.names.foreign import is_place
from graphing.extract.names.generic import generic_words
from graphing.extract.names.kinds import is_foreign, is_native
from graphing.extract.names.people import ordinary
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import listed_names, suffix_of, surname_of
from graphing.model import Span

# What is told so is told for sure.
CERTAIN = 0.98
# A list has so many members; a firm's name so many words; a member so many.
LEAST, OF_FIRM, OF_MEMBER = 3, 3, 5
_LIST = re.compile(r"[^.,“”‘’()\n]{4,80}(?:, ?[^.,“”‘’()\n]{4,40}){2,}")
_WORD = re.compile("[^ ]+")
_FIRM = re.compile("[가-힣A-Za-z0-9&]+")
_NAME = re.compile("[가-힣]{2,4}")
# 참석자는 최하람 대표
_PARTICLES = frozenset("은는이가을를에의와과로서")


class _Member:
    """A firm and a name of a list, and whether a title follows: 가람틱스 한보라 대표."""

    __slots__ = ("firm", "name", "titled")

    def __init__(self, firm: Span, name: Span, *, titled: bool) -> None:
        self.firm, self.name, self.titled = firm, name, titled


def pairs(text: str, guesses: Sequence[Guess], titles: Collection[int]) -> Iterator[Guess]:
    """The members of a list of firms with their people, of which most are known. ``titles``: where titles begin."""
    known: dict[Span, str] = {Span(guess.start, guess.end): guess.kind for guess in guesses}
    ends = {guess.end: guess.start for guess in guesses if guess.kind == "organization"}
    for found in _LIST.finditer(text):
        row: list[_Member] = []
        for span in _items(text, found):
            member = _member(text, span, titles, known, ends, last_word=bool(row))
            if member is None:
                yield from _told(row, known)
                row = []
            else:
                row.append(member)
                if member.titled and not row[0].titled:
                    # the last title is everybody's
                    yield from _told(row, known)
                    row = []
        yield from _told(row, known)


def _items(text: str, found: re.Match[str]) -> Iterator[Span]:
    start = found.start()
    for item in found[0].split(","):
        yield Span(start + len(item) - len(item.lstrip()), start + len(item))
        start += len(item) + 1


def _member(
    text: str,
    span: Span,
    titles: Collection[int],
    known: Mapping[Span, str],
    firms: Mapping[int, int],
    *,
    last_word: bool,
) -> _Member | None:
    """The member that an item of a list tells; before the first (``last_word``: no) other words may stand."""
    words = [Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end)]
    at = next((number for number, word in enumerate(words) if word.start in titles and number > 1), None) if last_word else None
    if at is None and words and words[-1].start in titles:
        at = len(words) - 1
    titled = at is not None
    body = words[:at] if titled else words
    if len(body) < 2 or (last_word and len(body) > OF_MEMBER):
        return None
    taken = 1 if _is_name(text, body[-1], known) else 2
    name = Span(body[-taken].start, body[-1].end)
    rest = body[:-taken]
    if not rest or (taken == 2 and known.get(name) != "person" and not _is_foreign_name(text, name)):
        return None
    rest = rest if last_word and len(rest) <= OF_FIRM else rest[-1:]
    firm = Span(firms.get(rest[-1].end, rest[0].start), rest[-1].end)
    form = text[firm.start : firm.end]
    # 최하람 다온전자 회장: the name first, and the firm after it
    told = text[name.start : name.end]
    if (known.get(firm) == "person" and is_native(form)) or told in listed_names()[0]:
        return None
    if len(suffix_of(told)) > 1 and not is_native(told):
        return None
    common = form[-1] in _PARTICLES or is_place(form) or form in generic_words() or form in ordinary()
    common = common or any(word.start in titles for word in rest)
    plain = all(_FIRM.fullmatch(word) for word in form.split(" "))
    return None if common or not plain or len(form) < 2 else _Member(firm, name, titled=titled)


def _is_name(text: str, word: Span, known: Mapping[Span, str]) -> bool:
    form = text[word.start : word.end]
    native = _NAME.fullmatch(form) and surname_of(form) and (len(form) == len("가람") or not is_foreign(form))
    return known.get(word) == "person" or bool(native)


def _is_foreign_name(text: str, name: Span) -> bool:
    form = text[name.start : name.end]
    return bool(re.fullmatch("[가-힣]{2,6} [가-힣]{1,6}", form)) and is_foreign(form.replace(" ", ""))


def _told(row: Sequence[_Member], known: Mapping[Span, str]) -> Iterator[Guess]:
    people = sum(known.get(member.name) == "person" for member in row)
    firms = sum(known.get(member.firm) == "organization" for member in row)
    enough = firms > 0 if all(member.titled for member in row) else 2 * firms >= len(row)
    if len(row) >= LEAST and row[-1].titled and enough and 2 * people >= len(row):
        for member in row:
            yield Guess(*member.firm, "organization", CERTAIN)
            yield Guess(*member.name, "person", CERTAIN)
