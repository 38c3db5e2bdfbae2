"""Corrections that wait in the preview to be saved with their articles: each goes along when its article is read again. No Streamlit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graphing.decisions import TELLING_KINDS, Decision
from graphing.decisions.addressing import digest
from graphing.decisions.rows import written
from graphing.model import Article


@dataclass(frozen=True, slots=True)
class PutBy:
    """A decision, and the article as it was when that was made."""

    decision: Decision
    article: Article


def carried(made: Sequence[PutBy], articles: Iterable[Article]) -> tuple[Decision | None, ...]:
    """Each decision about its article as that is now; None where no article has its text any more.

    An article is known by its outlet and text: where only the outlet was given since, the decision is about the same text in that.
    """
    here = {digest(one): one for one in articles}
    return tuple(_carried(one, here) for one in made)


def _carried(one: PutBy, here: dict[str, Article]) -> Decision | None:
    then = digest(one.article)
    if then in here:
        return one.decision
    same = [key for key, article in here.items() if digest(replace(article, outlet=one.article.outlet)) == then]
    if not same:
        return None
    return _about(one.decision, then, next((key for key in same if here[key].source == one.article.source), same[0]))


def _about(one: Decision, then: str, now: str) -> Decision:
    """The decision with one article's digest in place of another's."""
    told = replace(one, article=now if one.article == then else one.article, subject=one.subject.replace(then, now))
    if one.what not in TELLING_KINDS:
        return replace(told, about=one.about.replace(then, now))
    meant = told.meant()
    # As it was made: of both sides' names for the meeting the lesser first.
    return replace(told, about=" ".join(sorted(meant[side][0]["about"] for side in ("a", "b"))), subject=written(meant))
