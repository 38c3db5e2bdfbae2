"""The mentions of an article by sentence, and a sentence with its names read as names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphing.model import Mention, Sentence


def by_sentence(mentions: Sequence[tuple[Mention, str]], sentences: Sequence[Sentence]) -> list[list[tuple[Mention, str]]]:
    """The mentions (ascending) that begin in each sentence."""
    found: list[list[tuple[Mention, str]]] = []
    cursor = 0
    for sentence in sentences:
        while cursor < len(mentions) and mentions[cursor][0].start < sentence.start:
            cursor += 1
        first = cursor
        while cursor < len(mentions) and mentions[cursor][0].start < sentence.end:
            cursor += 1
        found.append(list(mentions[first:cursor]))
    return found


def as_named(sentence: Sentence, named: Sequence[tuple[Mention, str]]) -> Sentence:
    """A sentence whose names are read as names, where Kiwi sees a verb or a particle in them: 아난드 발라 (바르다), 우리은행 (우리는)."""
    if not named:
        return sentence
    names = [(mention.start, mention.end) for mention, _ in named]
    tokens = tuple(
        token._replace(tag="NNP")
        if (token.tag[0] in "VEJMX" or token.tag in {"NP", "IC", "NR", "NNB"})
        and any(start <= token.start and token.end <= end for start, end in names)
        else token
        for token in sentence.tokens
    )
    return replace(sentence, tokens=tokens)
