"""Copies of an annotated text in which people and companies bear other names, each the same throughout its article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from random import Random
from typing import NamedTuple

from graphing.extract.names.tagger_lexicons import suffix_of, surname_of
from graphing.extract.training import inventions as invent


class Annotation(NamedTuple):
    """A marked name: text[start:end], kind 'P' or 'O', and the entity that it names."""

    start: int
    end: int
    kind: str
    entity: str


# The share of foreign names of two parts that get a third between them: 마리 클레르 보네.
MIDDLE = 0.15
HANGUL = re.compile(r"[가-힣]+(?: [가-힣]+)*")


def renamed(
    text: str,
    marks: Iterable[Annotation],
    random: Random,
    nouns: Sequence[str],
    titles: Iterable[tuple[int, int]] = (),
    kept: float = 0.2,
    bare: float = 0.2,
) -> tuple[str, list[Annotation]]:
    """The text with new names and the marks where they now stand.

    ``kept`` is the share of entities that keep their names; ``bare`` the share of full names that lose the title after them (one
    of ``titles``, ranges of ``text``), so that a name is also learned from its build and its particles.
    """
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
    title_ends = dict(titles)
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
        after = title_ends.get(mark.end) or (title_ends.get(mark.end + 1) if text[mark.end : mark.end + 1] == " " else None)
        if after and mark.kind == "P" and len(old) > 2 and random.random() < bare and _closed(text[after - 1]) == _closed(new_form):
            position = after
    pieces.append(text[position:])
    return "".join(pieces), moved


def _closed(word: str) -> bool:
    """Whether the last syllable ends in a consonant: the particle after it depends on it."""
    return "가" <= word[-1] <= "힣" and (ord(word[-1]) - 0xAC00) % 28 != 0


def _like(old: str, make: Callable[[], str]) -> str:
    """A new word whose last syllable is open or closed as that of the old one."""
    word = make()
    for _ in range(20):
        if _closed(word) == _closed(old):
            break
        word = make()
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
    parts_of_name = ["first"] * (len(words) - 1) + ["last"]
    new_words = [_like(word, partial(invent.foreign_name, random, part)) for word, part in zip(words, parts_of_name, strict=True)]
    mapped = dict(zip(words, new_words, strict=True))
    new = {form: " ".join(mapped.get(word, word) for word in form.split(" ")) for form in plain}
    if len(words) == 2 and random.random() < MIDDLE:
        new[full] = f"{new_words[0]} {invent.foreign_name(random, 'first')} {new_words[1]}"
    return new


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
            ending = suffix if random.random() < 0.6 else _like(suffix, partial(invent.company_suffix, random))
            return {longest: invent.stem(random, nouns) + ending}
        if random.random() < 0.25:
            return {longest: _like(longest, partial(invent.real_company, random))}
        return {longest: _like(longest, partial(invent.stem, random, nouns))}
    # several forms (삼성, 삼성전자): what they share is renamed, what follows stays
    if suffix and common.endswith(suffix) and len(common) - len(suffix) >= 2:
        common = common[: -len(suffix)]
    new = _like(common, partial(invent.stem, random, nouns))
    return {form: new + form[len(common) :] for form in plain}
