"""Texts that were stored before blanks were counted once and wide letters read as any other: understood as they would be now.

The text stays as it is stored, for decisions name what they are about by it; what is understood of it is led back to where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from graphing.articles.traced import Traced, tidy
from graphing.extract.led_back import Way
from graphing.model import Article, Extraction

# What a text of now does not hold.
_OLDER = re.compile(r"  |[\uff01-\uff5e㈜]")


def as_now(article: Article, understand: Callable[[Article], Extraction]) -> Extraction:
    """What ``understand`` makes of an article: as it is, or, where its text is of an earlier release, as it would be now."""
    tidied = tidy(article.text).single_spaced() if _OLDER.search(article.text) else None
    if tidied is None or tidied.text == article.text:
        return understand(article)
    return _way(article.text, tidied).read(article, understand)


def _way(text: str, tidied: Traced) -> Way:
    starts: list[int] = []
    ends: list[int] = []
    for run in tidied.runs:
        # what stands in no run was put for what lies between two
        starts += [ends[-1] if ends else 0] * (run.start - len(starts))
        ends += [run.original_start] * (run.start - len(ends))
        same = run.length == run.original_length
        for place in range(run.length):
            starts.append(run.original_start + place if same else run.original_start)
            ends.append(run.original_start + place + 1 if same else run.original_start + run.original_length)
    rest = len(tidied.text) - len(starts)
    return Way(tidied.text, (*starts, *[ends[-1] if ends else 0] * rest), (*ends, *[len(text)] * rest))
