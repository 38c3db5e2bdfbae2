"""Offsets of a text that was made of another for reading, led back to that other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from graphing.model import NOWHERE, Article, Extraction, Mention, Run, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Way:
    """From each character of a text made for reading (``made``) to where what it stands for starts and ends in the article's."""

    made: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def read(self, article: Article, understand: Callable[[Article], Extraction]) -> Extraction:
        """What is understood of the text made, with all offsets those of the article."""
        length = len(self.made)
        paragraphs = tuple(
            replace(one, start=bisect_left(self.starts, one.start), end=bisect_left(self.starts, one.end)) for one in article.paragraphs
        )
        found = understand(replace(article, text=self.made, runs=(Run(0, length, 0, length),), paragraphs=paragraphs))
        parts = (one.name for one in fields(found) if one.name != "article")
        return Extraction(article, **{part: self._back(getattr(found, part), article.text) for part in parts})

    def made_of(self, span: Span) -> Span:
        """Where what stands at ``span`` of the article's text stands in the text made."""
        return Span(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def _back(self, value: T, text: str) -> T:
        told: Any = value
        if isinstance(told, Mention):
            span = self._span(told.start, told.end)
            told = replace(told, start=span.start, end=span.end, text=text[slice(*span)])
        elif isinstance(told, Span):
            told = told if told == NOWHERE else self._span(*told)
        elif isinstance(told, tuple):
            told = tuple(self._back(one, text) for one in told)
        elif is_dataclass(told) and not isinstance(told, type):
            told = replace(told, **{field.name: self._back(getattr(told, field.name), text) for field in fields(told)})
        found: T = told
        return found

    def _span(self, start: int, end: int) -> Span:
        return Span(self.starts[start], self.ends[end - 1] if end > start else self.starts[start])
