"""Whom plural words, pronouns and unspoken subjects look back to, on sentences given as the people they speak of."""

from __future__ import annotations

from graphing.extract.frames.discourse import Sightings

A, B, C, D = "민도영", "고은찬", "서하람", "노윤슬"


def heard(*said: tuple[tuple[str, ...], str | None], main: str | None = None) -> Sightings:
    sightings = Sightings(main=main)
    for number, (spoken, topic) in enumerate(said):
        sightings.hear(spoken, topic, paragraph=number)
    return sightings


def told(*groups: tuple[tuple[str, ...], bool]) -> Sightings:
    """Each group told together in a sentence of its own; whether in passing."""
    sightings = Sightings()
    for names, aside in groups:
        sightings.tell(names, aside=aside)
        sightings.hear(names, names[0])
    return sightings


def test_a_number_means_as_many_as_are_named_before_it_in_the_sentence() -> None:
    assert heard(((C, D), C)).last_of(2, (A, B)) == (A, B)


def test_a_number_means_the_last_group_of_so_many() -> None:
    assert told(((A, B), False), ((A, B, C), False)).last_of(2, ()) == (A, B)
    assert told(((A, B), False), ((C, D), False)).last_of(2, ()) == (C, D)


def test_a_group_told_in_passing_is_passed_over_for_the_one_before_it() -> None:
    assert told(((A, B), False), ((C, D), True)).last_of(2, ()) == (A, B)
    assert told(((C, D), True)).last_of(2, ()) == (C, D)


def test_a_number_with_a_title_means_those_who_bear_it() -> None:
    sightings = told(((A, B, C), False))
    assert sightings.last_of(2, (), (A, C)) == (A, C)
    assert sightings.last_of(2, (), (A, D)) is None


def test_co_subjects_are_a_group_though_nothing_is_told_of_their_meeting() -> None:
    sightings = told(((A, B), False))
    sightings.hear((C, D), None, (C, D))
    sightings.hear((C,), C)
    assert sightings.last_of(2, ()) == (C, D)


def test_who_is_missing_of_a_number_is_whom_the_text_is_about() -> None:
    assert heard(((A,), A), ((B,), None)).last_of(2, ()) == (A, B)


def test_a_pronoun_means_the_only_person_of_the_last_sentence_or_its_topic() -> None:
    assert heard(((A, B), A), ((C,), None)).pronoun() == C
    assert heard(((C,), C), ((A, B), B)).pronoun() == B
    assert Sightings().pronoun() is None


def test_a_pronoun_does_not_mean_who_stands_beside_it_as_subject() -> None:
    assert heard(((A, B), B)).pronoun({B}) == A
    assert heard(((A,), A)).pronoun({A}) is None


def test_they_are_all_of_the_last_sentence_or_those_last_told_together() -> None:
    assert heard(((A, B, C), A)).they() == (A, B, C)
    sightings = told(((A, B), False))
    sightings.hear((A,), A)
    assert sightings.they() == (A, B)


def test_they_are_the_subjects_of_a_sentence_before_those_named_after_it() -> None:
    sightings = Sightings()
    sightings.hear((A, B, C), A, (A, B, C))
    sightings.hear((C, D), C)
    assert sightings.they() == (A, B, C)


def test_a_title_alone_means_its_nearest_bearer() -> None:
    sightings = heard(((A,), A), ((B,), B))
    assert sightings.bearer((A, B), ()) == B
    assert sightings.bearer((A, B), (A,)) == A
    assert heard(((A, B), A)).bearer((A, B), ()) is None
    assert sightings.bearer((C, D), ()) is None


def test_why_somebody_may_be_the_unspoken_subject() -> None:
    sightings = heard(((A,), A), ((B, C), B), main=A)
    ways = {name: set(why.split("+")) for name, why in sightings.carried(())}
    assert ways == {A: {"main", "lead", "before"}, B: {"topic", "subject", "start", "last"}, C: {"last"}}
    assert B not in dict(sightings.carried((B,)))


def test_who_is_told_to_meet_one_after_another_is_the_hub() -> None:
    sightings = told(((A, B), False), ((A, C), False))
    assert {"hub", "told"} <= set(dict(sightings.carried(()))[A].split("+"))
    assert "hub" not in dict(sightings.carried(()))[C].split("+")
