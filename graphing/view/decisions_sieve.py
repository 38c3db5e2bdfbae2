"""Which of all decisions are asked for: by kind, decider, article, day, whether they stand, and words. Free of Streamlit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Literal

from graphing.decisions import Decision
from graphing.decisions.rows import standing, undone
from graphing.store import ArticleRow

State = Literal["standing", "undone"]
STATES: tuple[State, ...] = ("standing", "undone")


@dataclass(frozen=True, slots=True)
class Listed:
    """A decision as a list shows it. ``undo``: what took it back, None where it stands; ``about``: its articles that are stored."""

    decision: Decision
    undo: Decision | None = None
    about: tuple[ArticleRow, ...] = ()

    @property
    def deciders(self) -> tuple[str, ...]:
        """Who has decided it, and who has undone it."""
        return (self.decision.by,) if self.undo is None else (self.decision.by, self.undo.by)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; what is empty or None asks for all. ``article`` is an id, the days (by the clock of ``zone``, None: of this
    machine) are the first and the last."""

    kinds: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    article: int | None = None
    first: date | None = None
    last: date | None = None
    state: State | None = None
    words: str = ""
    zone: tzinfo | None = None


def listed(rows: Iterable[Decision], articles: Mapping[str, ArticleRow]) -> tuple[Listed, ...]:
    """All decisions, the latest first; undoing ones are told beside what they undo. ``articles`` by digest."""
    made = tuple(rows)
    gone, stand = undone(made), {one.id for one in standing(made)}
    return tuple(
        Listed(one, None if one.id in stand else gone[one.id], tuple(articles[key] for key in one.articles() if key in articles))
        for one in reversed(made)
        if one.what != "undo"
    )


def sifted(rows: Iterable[Listed], asked: Asked, told: Callable[[Listed], str]) -> tuple[Listed, ...]:
    """Those that are asked for. ``told`` gives all that a row says: the words are searched there, in any order."""
    words = asked.words.casefold().split()
    found = (one for one in rows if _fits(one, asked))
    return tuple(one for one in found if not words or _holds(told(one).casefold(), words))


def _fits(one: Listed, asked: Asked) -> bool:
    day = one.decision.moment.astimezone(asked.zone).date() if one.decision.moment else None
    return (
        (not asked.kinds or one.decision.what in asked.kinds)
        and (not asked.by or any(by in asked.by for by in one.deciders))
        and (asked.article is None or any(row.id == asked.article for row in one.about))
        and (asked.first is None or (day is not None and day >= asked.first))
        and (asked.last is None or (day is not None and day <= asked.last))
        and (asked.state is None or (one.undo is None) == (asked.state == "standing"))
    )


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)
