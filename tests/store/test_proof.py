"""The paragraphs behind a click: found by where their marks stand, so that a long article takes time in step with its length."""

from __future__ import annotations

import cProfile
import pstats
import random
from collections.abc import Callable
from datetime import date

import pytest

from graphing.model import Extraction, Span
from graphing.store import Highlight, open_store
from graphing.store.proof import KINDS, highlights

Make = Callable[..., Extraction]
PEOPLE = {"김가온": [("누리전자", "회장")], "박다솔": [("한솔은행", "행장")]}


def steps(make: Make, count: int) -> int:
    """How many functions are called to show one who met somebody so many times in one article."""
    days = (date(2020 + n // 300, 1 + n // 25 % 12, 1 + n % 25) for n in range(count))
    met = [{"who": ["김가온", "박다솔"], "day": day, "place": "미리내호텔"} for day in days]
    with open_store("sqlite://") as store:
        store.add([make(PEOPLE, *met)])
        (kim,) = (row.id for row in store.entities("person") if row.name == "김가온")
        store.evidence(entity=kim)
        profile = cProfile.Profile()
        found = profile.runcall(store.evidence, entity=kim)
        assert len(found) > count
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_an_article_with_twice_the_meetings_takes_twice_the_work(make: Make) -> None:
    assert steps(make, 400) < 2.3 * steps(make, 200)


def test_marks_in_one_paragraph_take_time_in_step_with_their_number() -> None:
    def calls(count: int) -> int:
        marks = [(Span(3 * n, 3 * n + 2), KINDS[n % len(KINDS)], n) for n in range(count)]
        profile = cProfile.Profile()
        assert len(profile.runcall(highlights, marks)) == count
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]

    assert calls(2_000) < 2.3 * calls(1_000)


@pytest.mark.parametrize("seed", range(40))
def test_each_character_is_marked_once_by_the_mark_that_comes_first(seed: int) -> None:
    dice = random.Random(seed)
    starts = [dice.randrange(60) for _ in range(dice.randrange(1, 25))]
    marks = [(Span(start, start + dice.randrange(1, 12)), dice.choice(KINDS), number) for number, start in enumerate(starts)]
    claimed: dict[int, int] = {}
    for span, kind, who in sorted(marks, key=lambda mark: (KINDS.index(mark[1]), mark[0].start - mark[0].end, mark[0])):
        assert kind
        for place in range(*span):
            claimed.setdefault(place, who)
    found = highlights(list(marks))
    assert {place: mark.entity for mark in found for place in range(mark.start, mark.end)} == claimed
    assert list(found) == sorted(found, key=lambda mark: mark.start)
    assert all(isinstance(mark, Highlight) for mark in found)
