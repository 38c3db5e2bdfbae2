"""What people decide about what the machine read, kept apart from it: rows in, corrected readings out. Pure.

    decision = making.rejected(extraction, meeting, by="박", why="회동이 아니라 전화")
    curated = apply(reading, [decision])        # -> Curated(extraction, traces); the reading itself stays as it is
    apply(reading, [])                          # gives the reading

A decision names what it is about by content (the article's digest, where the words stand, who was there), never by an id of the
database, so that it holds when the article is read again. Undoing is a decision, too.
"""

from graphing.decisions.applying import Curated, Trace, apply, traced
from graphing.decisions.rows import ARTICLE_KINDS, ENTITY_KINDS, TELLING_KINDS, Decision, What, by_article, standing

__all__ = [
    "ARTICLE_KINDS",
    "ENTITY_KINDS",
    "TELLING_KINDS",
    "Curated",
    "Decision",
    "Trace",
    "What",
    "apply",
    "by_article",
    "standing",
    "traced",
]
