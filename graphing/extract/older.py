"""Texts that were stored before blanks were counted once and wide letters read as any other: understood as they would be now.

The text stays as it is stored, for decisions name what they are about by it; what is understood of it is led back to where it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from graphing.articles.traced import Traced, tidy
from graphing.model import NOWHERE, Article, Extraction, Mention, Run, Span

T = TypeVar("T")
# What a text of now does not hold.
_OLDER = re.compile(r"  |[\uff01-\uff5e㈜]")


@dataclass(frozen=True, slots=True)
class _Way:
    """From each character of a tidied text to where it stands in the stored one."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def back(self, value: T) -> T:
        """The same with all offsets those of the stored text."""
        told: Any = value
        if isinstance(told, Mention):
            span = self._span(told.start, told.end)
            told = replace(told, start=span.start, end=span.end, text=self.text[slice(*span)])
        elif isinstance(told, Span):
            told = told if told == NOWHERE else self._span(*told)
        elif isinstance(told, tuple):
            told = tuple(self.back(one) for one in told)
        elif is_dataclass(told) and not isinstance(told, type):
            told = replace(told, **{field.name: self.back(getattr(told, field.name)) for field in fields(told)})
        found: T = told
        return found

    def _span(self, start: int, end: int) -> Span:
        return Span(self.starts[start], self.ends[end - 1] if end > start else self.starts[start])


def as_now(article: Article, read: Callable[[Article], Extraction]) -> Extraction | None:
    """What ``read`` understands of an article whose text is of an earlier release; None of one whose text is as it would be now."""
    tidied = tidy(article.text).single_spaced() if _OLDER.search(article.text) else None
    if tidied is None or tidied.text == article.text:
        return None
    way = _way(article.text, tidied)
    paragraphs = tuple(
        replace(one, start=bisect_left(way.starts, one.start), end=bisect_left(way.starts, one.end)) for one in article.paragraphs
    )
    length = len(tidied.text)
    found = read(replace(article, text=tidied.text, runs=(Run(0, length, 0, length),), paragraphs=paragraphs))
    parts = ("people", "organizations", "meetings", "unnamed")
    return Extraction(article, **{part: way.back(getattr(found, part)) for part in parts})


def _way(text: str, tidied: Traced) -> _Way:
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
    return _Way(text, (*starts, *[ends[-1] if ends else 0] * rest), (*ends, *[len(text)] * rest))
