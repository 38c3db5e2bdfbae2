"""Which articles hold what is asked for: through the indexes that the migrations ``searching`` and ``pairs`` make."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, SelectBase, Text, column, func, literal_column, select, table, union
from sqlalchemy.dialects.postgresql import ARRAY

from graphing.store.schema import texts

PAIR, TRIGRAM = 2, 3
# Behind every letter.
LAST = "\U0010ffff"
_ASKED = re.compile(r'"(?P<quoted>[^"]*)"|(?P<word>[^\s"]+)')


def asked(query: str) -> list[str]:
    """What an article must hold, all of it, in any order: the words of a query; those in quotation marks as they stand."""
    return [words for found in _ASKED.finditer(query) if (words := (found["quoted"] or found["word"] or "").strip())]


def holds(column: ColumnElement[Any], query: str) -> ColumnElement[bool]:
    """Whether a column holds the query, letter by letter (% and _ are letters), without regard to case."""
    # The database makes both sides small: what it knows of letters may be less than Python does, and what is typed as it stands is found.
    return column.icontains(query.strip(), autoescape=True)


def holding(connection: Connection, query: str) -> SelectBase:
    """The articles whose text holds the query, letter by letter, without regard to case.

    All texts are read for a single letter, and on PostgreSQL for longer words where its index of trigrams knows no Korean.
    """
    sqlite = connection.dialect.name == "sqlite"
    if len(query) == PAIR:
        return _pair_here(query) if sqlite else _pair_there(query)
    if sqlite and len(query) >= TRIGRAM:
        search = table("texts_search", column("rowid"), column("texts_search"))
        return select(search.c.rowid).where(search.c.texts_search.match('"' + query.replace('"', '""') + '"'))
    return select(texts.c.article).where(texts.c.text.icontains(query, autoescape=True))


def _pair_here(pair: str) -> SelectBase:
    """On SQLite: two letters begin a trigram, or end the text."""
    terms = table("texts_search_terms", column("term"), column("doc"))
    begun = terms.c.term.between(pair.lower(), pair.lower() + LAST)
    cases = {"".join(letters) for letters in product(*((letter, letter.lower(), letter.upper()) for letter in pair))}
    ends = literal_column("substr(text, -2)").in_(sorted(cases))
    return union(select(terms.c.doc).where(begun), select(texts.c.article).where(ends))


def _pair_there(pair: str) -> SelectBase:
    """On PostgreSQL: two letters are one of the text's pairs.

    Asked for by a subquery: the planner cannot guess how many texts hold it, and so never works the pairs out text by text.
    """
    own, wanted = (func.texts_pairs(given, type_=ARRAY(Text)) for given in (texts.c.text, pair))
    return select(texts.c.article).where(own.contains(select(wanted).scalar_subquery()))
