"""A corpus read as any document is, and scored."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graphing.articles import split_articles
from graphing.evaluate.answers import extracted
from graphing.evaluate.corpus import Annotated
from graphing.evaluate.figures import Scores
from graphing.export import record
from graphing.extract import extract
from graphing.model import Article, Extraction


def evaluate(corpus: Iterable[Annotated], read: Callable[[Article], Extraction] = extract) -> Scores:
    """The scores of what ``read`` understands of the documents of a corpus."""
    scores = Scores()
    for annotated in corpus:
        found = [extracted(record(read(article))) for article in split_articles(annotated.document)]
        scores.add(annotated, found)
    return scores
