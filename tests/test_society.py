"""The made-up society that the benchmarks fill stores with: as large as it is asked for, and quickly made."""

from __future__ import annotations

from itertools import islice
from time import process_time

from society import society


def test_everybody_who_is_asked_for_meets_somebody() -> None:
    assert len({person.name for told in society(4500, people=3000) for person in told.people}) == 3000


def test_an_article_takes_no_longer_to_make_among_a_hundred_thousand_people() -> None:
    def spent(people: int) -> float:
        told = society(600, people)
        next(told)
        begin = process_time()
        assert len(list(islice(told, 500))) == 500
        return process_time() - begin

    assert spent(100_000) < 5 * spent(1000)
