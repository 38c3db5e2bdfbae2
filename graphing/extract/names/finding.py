"""Mentions of people and organisations in an article: a trained tagger, repairs, and a second look over the whole article.

Measured on six groups of annotated articles, each read by a tagger trained on the other five (exact spans, F1): the tagger alone .933
for people and .870 for organisations; with repairs of what cannot be (``names.repair``) .937 and .870; with the second look
(``names.consistency``) .942 and .879. What made the tagger so, measured while it was built on two to six of the groups: training
on copies with other names (+.004 people), copies with fewer titles (+.007), and what the article says of a word in its other places
(``names.tagger_evidence``: +.01 people, +.03 organisations).

Around the tagger stands knowledge that is not weighed: listed names (``names.listed.settled``), words that are no people
(``names.people``) or no organisations (``names.generic``), fixed forms of the press (``names.listed.completed``), and full names behind
surnames (``names.surnames``): on three left-out authors organisations rose from .855 to .885 and people from .922 to .931 (names found
an article, F1).
"""

from __future__ import annotations

from collections.abc import Sequence

import pycrfsuite

from graphing.extract.names import bodies as bodies_of
from graphing.extract.names.again import once_more
from graphing.extract.names.apart import apart
from graphing.extract.names.brackets import foreign, holders, priced, spelled, with_glossed, without_ends
from graphing.extract.names.coined import coined
from graphing.extract.names.consistency import consistent
from graphing.extract.names.employers import employers_apart
from graphing.extract.names.english import english_guesses, is_english
from graphing.extract.names.foreign import lengthened, proper_nouns, with_whole_foreign
from graphing.extract.names.generic import without_generic, without_offices
from graphing.extract.names.hanja import hanja_bodies, hanja_names, lone_surnames
from graphing.extract.names.listed import (
    completed,
    headed,
    legal,
    listed_bodies,
    listed_companies,
    settled,
    without_overlap,
)
from graphing.extract.names.lists import corporate, described, in_lists, owners
from graphing.extract.names.office import (
    before,
    between,
    departments,
    dotted,
    glued,
    ministers,
    ministries,
    noted,
    with_countries,
    without_missions,
)
from graphing.extract.names.pairs import pairs
from graphing.extract.names.parted import by_last_names, parted
from graphing.extract.names.people import likely, ordinary, without_ordinary
from graphing.extract.names.plain import without_plain
from graphing.extract.names.repair import repaired
from graphing.extract.names.rows import with_rows
from graphing.extract.names.sharing import sharing
from graphing.extract.names.sides import with_people
from graphing.extract.names.surnames import with_full_names
from graphing.extract.names.tagger import Guess, TitleLike, guesses, prepare
from graphing.extract.names.told import Words, told
from graphing.extract.names.torn import torn
from graphing.extract.names.unread import unread
from graphing.model import Article, Mention, Sentence


def find_mentions(
    article: Article,
    sentences: Sequence[Sentence],
    titles: Sequence[TitleLike],
    tagger: pycrfsuite.Tagger | None = None,
    glossed: Sequence[Guess] = (),
) -> tuple[Mention, ...]:
    """The names of people and organisations in ``article``, sorted and not overlapping, without their titles.

    ``sentences`` are those of ``language.sentences(article)``, ``titles`` those of ``find_titles(article.text)``;
    ``tagger`` is by default the one that ships. ``glossed`` are names of which brackets told what they are, that are no longer there.
    Every place of a name is a mention: 최동훈, 최 (in 최 회장), 李 (in a headline), 올트먼 (in 올트먼 CEO).
    """
    return tuple(mention for mention, _ in weighed_mentions(article, sentences, titles, tagger, glossed))


def weighed_mentions(
    article: Article,
    sentences: Sequence[Sentence],
    titles: Sequence[TitleLike],
    tagger: pycrfsuite.Tagger | None = None,
    glossed: Sequence[Guess] = (),
) -> tuple[tuple[Mention, float], ...]:
    """The mentions of ``find_mentions``, each with the probability (0–1) that it is one as the tagger sees it."""
    text = article.text
    korean: list[Sentence] = []
    english: list[Sentence] = []
    for sentence in sentences:
        (english if is_english(text, sentence) else korean).append(sentence)
    cut, around = prepare(text, korean, titles)
    starts = frozenset(around.title_at)
    ends = frozenset(around.title_ends)
    proper, words = proper_nouns(korean), Words(korean)
    people = [guess for guess in glossed if guess.kind == "person"]
    seen = without_offices(text, guesses(cut, around, tagger), around.title_ends, around.fused_ends)
    seen = corporate(text, employers_apart(text, parted(text, seen, starts, proper), starts), starts)
    read = likely(text, seen)
    read = without_overlap(noted(text, read, starts, ends), [*glued(text, starts)])
    offices = {**around.title_at, **{title.start: title.end for title in titles}}
    read = without_overlap(without_overlap(read, [*hanja_bodies(text), *lone_surnames(text, offices)]), hanja_names(text, offices))
    read = with_glossed(text, without_overlap(read, [*spelled(text), *foreign(text, offices)]), people)
    read = bodies_of.without_credits(text, read)
    read = without_overlap(read, [*bodies_of.told(text), *bodies_of.firms(text, starts)])
    read = without_overlap(read, [*bodies_of.latin(text, read, starts)])
    read = described(text, without_overlap(read, [*pairs(text, read, starts)]))
    read = bodies_of.no_people(text, read)
    first = repaired(text, settled(text, read, around.listed_at, starts), starts)
    first = without_ordinary(text, first, cut, starts, ends)
    first = told(text, apart(text, first, around.title_at), around.title_at, around.fused_ends, words)
    first = with_rows(text, sharing(text, first, titles, words), offices)
    again = repaired(text, consistent(text, without_generic(text, first, starts), starts), starts)
    whole = without_ends(with_whole_foreign(text, without_generic(text, again, starts), starts), people)
    whole = with_glossed(text, lengthened(text, whole, starts, proper), people)
    whole = with_countries(text, by_last_names(text, whole, around.title_at), around.fused_ends)
    whole = bodies_of.without_towns(text, whole, starts)
    whole = without_overlap(whole, list(in_lists(text, whole)))
    whole = without_overlap(whole, list(dotted(text, whole)))
    companies = [*whole, *legal(text)]
    kept = set(read)
    doubted = [guess for guess in seen if guess.kind == "person" and guess not in kept and text[guess.start : guess.end] not in ordinary()]
    shaped = [*priced(text), *(guess for guess in glossed if guess not in people), *holders(text, offices), *torn(text, korean)]
    shaped += [*listed_companies(text, around.listed_at, korean), *headed(text, whole, starts, ends)]
    shaped = without_generic(text, [*shaped, *owners(text)], starts)
    bodies = [*ministries(text), *departments(text), *ministers(text, whole), *listed_bodies(text, around.listed_at, around.fused_ends)]
    unknown = [*unread(text, whole, starts, words), *coined(text, whole, words)]
    shaped += [*bodies, *without_generic(text, unknown, starts)]
    companies += bodies
    shaped += with_people(text, proper, whole)
    shaped += [*between(text, companies, starts, proper), *before(text, companies, starts, ends, proper, doubted)]
    found = with_full_names(text, completed(text, whole, starts, shaped), around.title_at)
    found = bodies_of.without_units(text, once_more(text, without_overlap(found, list(dotted(text, found))), starts))
    found = without_missions(text, without_plain(text, found, words))
    if english:
        found = sorted(found + english_guesses(text, english, titles))
    return tuple((Mention(guess.start, guess.end, text[guess.start : guess.end], guess.kind), guess.probability) for guess in found)
