"""A person read together with the organisation before the name: {다온전자 마리 보네} 대표 is 마리 보네 of 다온전자.

Where all writers that the tagger has learned from put the name first (마리 보네 다온전자 대표), it takes the row of unknown words in the
other order for one long foreign name. That the first word is an organisation shows elsewhere in the article, or in the list; or the last
word is a whole Korean name, which no other name precedes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphing.extract.names.kinds import foreign_names, is_short_native, is_surely_native
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import listed_names

# From this probability on an organisation elsewhere in the article is taken for one here too.
LIKELY = 0.6
# A surname alone (젠슨 황) is no name that a company stands before.
SHORTEST = 2


def employers_apart(text: str, guesses: Sequence[Guess], title_starts: frozenset[int]) -> list[Guess]:
    """The guesses, in order, with the organisation apart that begins a person's name before a title."""
    companies = {text[one.start : one.end] for one in guesses if one.kind == "organization" and one.probability >= LIKELY}
    people = {text[one.start : one.end] for one in guesses if one.kind == "person"}
    return [piece for guess in guesses for piece in _apart(text, guess, title_starts, companies, people)]


def _apart(text: str, guess: Guess, title_starts: frozenset[int], companies: set[str], people: set[str]) -> Iterator[Guess]:
    form = text[guess.start : guess.end]
    first, _, rest = form.partition(" ")
    titled = guess.end in title_starts or guess.end + 1 in title_starts
    native = is_surely_native(rest) or is_short_native(rest)
    foreign = first in foreign_names("first") or first in foreign_names("last") or first in people
    if guess.kind != "person" or len(rest) < SHORTEST or not titled or foreign:
        yield guess
    elif first in companies or listed_names()[0].get(first) is False or (len(first) > 1 and native):
        yield guess._replace(end=guess.start + len(first), kind="organization")
        yield guess._replace(start=guess.end - len(rest))
    else:
        yield guess
