"""People told with more than their names: 다온 아시아의 {옹텡분} 대표, 다온로템 이누리 사장."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from graphing.extract.names.foreign import is_korean, is_place, may_be_name
from graphing.extract.names.generic import generic_words
from graphing.extract.names.kinds import RARE_SURNAMES, foreign_names, is_chinese, is_kana, is_native
from graphing.extract.names.people import ordinary
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import KOREAN_SYLLABLES, listed_names, surname_of
from graphing.extract.names.told import is_company
from graphing.lexicon import table

_HANGUL = re.compile("[가-힣]{2,6}")
# The surnames that begin most Korean names.
COMMON = "3"


def apart(text: str, guesses: Sequence[Guess], title_starts: Collection[int]) -> list[Guess]:
    """The guesses with people apart from what stands before them; sorted. ``title_starts``: offsets at which titles begin."""
    found: list[Guess] = []
    his = -1
    starts = {guess.start for guess in guesses}
    heads = {guess.start for guess in guesses if guess.kind == "person" and guess.end + 1 in title_starts}
    for read in sorted(guesses):
        guess = read
        form = text[guess.start : guess.end]
        titled = guess.end in title_starts or (text.startswith(" ", guess.end) and guess.end + 1 in title_starts)
        if guess.start == his and titled and guess.kind == "organization" and _HANGUL.fullmatch(form) and may_be_name(form):
            guess = guess._replace(kind="person")
        elif " " in form and form.endswith("의") and not titled:
            # 다온 아시아의 옹텡분 대표
            his = guess.end + 1
            if his in starts:
                guess = guess._replace(end=guess.end - 1, kind="organization")
        elif guess.kind == "person" and " " in form and text.startswith("의 ", guess.end) and guess.end + 2 in heads:
            # {다온 아시아}의 {옹텡분} 대표
            first, _, last = form.rpartition(" ")
            if first not in foreign_names("first") and last not in foreign_names("last"):
                guess = guess._replace(kind="organization")
        if guess.kind == "person" and " " in form and titled:
            found += _parted(text, guess)
        elif guess.kind == "organization" and form[-4:-3] == " " and titled and form not in listed_names()[0]:
            found += _with_head(text, guess)
        else:
            found.append(guess)
    return found


def _parted(text: str, guess: Guess) -> Iterator[Guess]:
    """{다온로템 이누리} 사장: a whole Korean name behind what is none."""
    first, _, last = text[guess.start : guess.end].rpartition(" ")
    between = guess.start + len(first)
    if len(first) == 3 and surname_of(first) and not _is_foreign(first) and is_company(last) and may_be_name(first):
        # {곡다온 하람수산} 대표: a whole name and what ends like a company
        yield guess._replace(end=between)
        yield guess._replace(start=between + 1, kind="organization")
        return
    if first in ordinary() and 2 <= len(last) <= 4 and not _is_foreign(last):
        yield guess._replace(start=between + 1)
    elif not _is_whole(last) or is_place(last) or " " in first:
        yield guess
    elif len(first) > 3 and KOREAN_SYLLABLES.issuperset(first[:2]) and not (is_kana(first) or _is_foreign(first)):
        yield guess._replace(end=between, kind="organization")
        yield guess._replace(start=between + 1)
    else:
        yield guess


def _with_head(text: str, guess: Guess) -> Iterator[Guess]:
    """{다온공업 초누리} 회장: a company by its last word and three syllables that begin with a surname, however rare."""
    first, _, last = text[guess.start : guess.end].rpartition(" ")
    sound = first not in generic_words() and last[-1] not in "은는을를의과와"
    if sound and is_company(first) and may_be_name(last) and (is_native(last) or last[0] in RARE_SURNAMES) and last not in ordinary():
        yield guess._replace(end=guess.end - 4)
        yield guess._replace(start=guess.end - 3, kind="person")
    else:
        yield guess


def _is_foreign(form: str) -> bool:
    return form in foreign_names("first") or form in foreign_names("last") or is_chinese(form)


def _is_whole(form: str) -> bool:
    """Whether a word is a Korean name: 최다온, 이누리; not 마사오 or 나오미."""
    if len(form) != 3 or _is_foreign(form) or is_kana(form):
        return False
    common = any(row["surname"] == surname_of(form) and row["weight"] == COMMON for row in table("surnames"))
    return common or (is_korean(form) and is_native(form))
