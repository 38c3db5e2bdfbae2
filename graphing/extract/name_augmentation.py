"""Copies of an annotated text in which people and companies bear other names, each the same throughout its article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from random import Random
from typing import NamedTuple

from graphing.extract import name_inventions as invent
from graphing.extract.tagger_features import suffix_of, surname_of


class Annotation(NamedTuple):
    """A marked name: text[start:end], kind 'P' or 'O', and the entity that it names."""

    start: int
    end: int
    kind: str
    entity: str


HANGUL = re.compile(r"[가-힣]+(?: [가-힣]+)*")


def renamed(text: str, marks: Iterable[Annotation], random: Random, nouns: Sequence[str], kept: float = 0.2) -> tuple[str, list[Annotation]]:
    """The text with new names and the marks where they now stand; ``kept`` is the share of entities that keep their names."""
    ordered = sorted(marks)
    forms: dict[tuple[str, str], set[str]] = {}
    for mark in ordered:
        forms.setdefault((mark.kind, mark.entity), set()).add(text[mark.start : mark.end])
    plan: dict[tuple[str, str, str], str] = {}
    choice = tuple(nouns)
    for (kind, entity), written in sorted(forms.items()):
        if random.random() < kept:
            continue
        new = _person(written, random, choice) if kind == "P" else _organization(written, random, choice)
        plan.update({(kind, entity, old): form for old, form in new.items()})
    pieces: list[str] = []
    moved: list[Annotation] = []
    position = length = 0
    for mark in ordered:
        if mark.start < position:
            continue
        old = text[mark.start : mark.end]
        new_form = plan.get((mark.kind, mark.entity, old), old)
        pieces += (text[position : mark.start], new_form)
        length += mark.start - position
        moved.append(Annotation(length, length + len(new_form), mark.kind, mark.entity))
        length += len(new_form)
        position = mark.end
    pieces.append(text[position:])
    return "".join(pieces), moved


def _closed(word: str) -> bool:
    """Whether the last syllable ends in a consonant: the particle after it depends on it."""
    return "가" <= word[-1] <= "힣" and (ord(word[-1]) - 0xAC00) % 28 != 0


def _like(old: str, make: object, random: Random) -> str:
    """A new word whose last syllable is open or closed as that of the old one."""
    assert callable(make)
    word = str(make())
    for _ in range(20):
        if _closed(word) == _closed(old):
            break
        word = str(make())
    return word


def _person(written: set[str], random: Random, nouns: tuple[str, ...]) -> dict[str, str]:
    plain = sorted((form for form in written if HANGUL.fullmatch(form)), key=lambda form: (-len(form), form))
    if not plain:
        return {}
    full = plain[0]
    surname = surname_of(full)
    if " " not in full and surname and len(full) <= 4 and (len(full) <= 3 or len(surname) == 2):
        new_surname, given = invent.korean_name(random, nouns)
        for _ in range(20):
            if len(full) == 1 or _closed(given) == _closed(full):
                break
            new_surname, given = invent.korean_name(random, nouns)
        parts = {full: new_surname + given} if len(full) > len(surname) else {full: new_surname}
        parts.setdefault(surname, new_surname)
        if len(full) > len(surname):
            parts.setdefault(full[len(surname) :], given)
        for form in written:
            if len(form) == 1 and form not in parts and invent.surname_as_hanja(new_surname):
                parts[form] = invent.surname_as_hanja(new_surname)
        return {form: new for form, new in parts.items() if form in written}
    words = full.split(" ")
    new_words = [_like(word, lambda place=place: invent.foreign_name(random, "last" if place == len(words) - 1 else "first"), random) for place, word in enumerate(words)]
    mapped = dict(zip(words, new_words, strict=True))
    return {form: " ".join(mapped.get(word, word) for word in form.split(" ")) for form in plain}


def _organization(written: set[str], random: Random, nouns: tuple[str, ...]) -> dict[str, str]:
    plain = sorted(form for form in written if re.fullmatch(r"[가-힣A-Za-z&]+", form) and re.search("[가-힣]", form))
    if not plain:
        return {}
    common = plain[0]
    for form in plain:
        while not form.startswith(common):
            common = common[:-1]
    if len(common) < 2:
        return {}
    longest = max(plain, key=len)
    suffix = suffix_of(longest)
    if len(plain) == 1:
        if suffix and len(longest) - len(suffix) >= 2:
            ending = suffix if random.random() < 0.6 else _like(suffix, lambda: invent.company_suffix(random), random)
            return {longest: invent.stem(random, nouns) + ending}
        if random.random() < 0.25:
            return {longest: _like(longest, lambda: invent.real_company(random), random)}
        return {longest: _like(longest, lambda: invent.stem(random, nouns), random)}
    # several forms (삼성, 삼성전자): what they share is renamed, what follows stays
    if suffix and common.endswith(suffix) and len(common) - len(suffix) >= 2:
        common = common[: -len(suffix)]
    new = _like(common, lambda: invent.stem(random, nouns), random)
    return {form: new + form[len(common) :] for form in plain}
