"""Companies told by the shape of their name alone: a last word of companies behind what is no common noun.

That is a proper noun (가람그룹), or what a Korean analyser tears into a sentence: 다온그룹 as 다 오ㄴ 그룹 ("all that came, a group"). A
clause or an adjective that is only written together with its noun (떠오르는그룹, 착한은행) is none.

Of 753 such words in the annotated articles that ship, whose names are made up, 752 are organisations; real companies are oftener known
to the analyser, and 1,261 sentences of general news hold one such word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import geography
from graphing.lexicon import table
from graphing.model import Sentence, Token

# Verbs, adverbs, endings, particles, interjections, pronouns: no noun is made of them.
_NO_NOUN = ("V", "MA", "E", "J", "IC", "NP")
# What makes a clause of a verb, when it is a syllable of its own.
_CLAUSE = frozenset({"는", "은", "던", "을"})
_ADJECTIVE = ("VA", "XSA")
SURENESS = 0.8


@cache
def _companies() -> frozenset[str]:
    """Last words that tell a company behind any name."""
    return frozenset(row["suffix"] for row in table("organization_suffixes") if row["alone"] == "yes")


def torn(text: str, sentences: Iterable[Sentence]) -> Iterator[Guess]:
    """The words of Korean ``sentences`` that are such names, without their particles."""
    for sentence in sentences:
        word: list[Token] = []
        for index, token in enumerate(sentence.tokens):
            if index == 0 or not text[token.start - 1].isalpha():
                word = []
            elif word and token.tag.startswith("NN") and token.form in _companies():
                start = word[0].start
                if token.start - start > 1 and _is_name(text, word, token) and _whole(text, token, sentence.tokens[index + 1 : index + 2]):
                    yield Guess(start, token.end, "organization", SURENESS)
            word.append(token)


def _is_name(text: str, before: list[Token], last: Token) -> bool:
    """Whether what stands before the last word is all proper, or made of what can stand in no noun."""
    words = text[before[0].start : last.start]
    if not "가" <= words[0] <= "힣" or not words.isalpha():
        return False
    if all(token.tag == "NNP" for token in before):
        return not all(token.form in geography() for token in before)
    written = any(token.tag.startswith(_ADJECTIVE) or (token.tag == "ETM" and token.form in _CLAUSE) for token in before)
    return not written and any(token.tag.startswith(_NO_NOUN) for token in before)


def _whole(text: str, last: Token, after: tuple[Token, ...]) -> bool:
    """Whether the word ends with the token ``last`` or goes on with a particle."""
    return not after or after[0].start > last.end or after[0].tag.startswith(("J", "VCP")) or not text[last.end].isalpha()
