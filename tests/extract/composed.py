"""Composes plain sentences that tell encounters, with what they tell: subject, day, partners, predicate, and how a second clause joins.

Every piece is ordinary press Korean and every name is invented; what is composed must be read whatever the combination.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

PEOPLE = (
    ("고지훈", "한빛전자", "회장"),
    ("민세라", "다온은행", "행장"),
    ("표도현", "누리소재", "사장"),
    ("강태산", "새한중공업", "부회장"),
    ("윤보람", "가온바이오", "대표"),
    ("홍기영", "대륙화학", "사장"),
    ("서문혁", "한울건설", "회장"),
    ("임채원", "동해제철", "부사장"),
    ("백승우", "산업통상자원부", "장관"),
    ("도재석", "기획재정부", "차관"),
    ("마틴 켈러", "보쉬", "CEO"),
    ("안나 린드베리", "에릭슨", "회장"),
    ("제임스 오코너", "블랙스톤", "부회장"),
)
BODIES = ("에어버스", "록히드마틴", "지멘스", "화이자", "골드만삭스", "퀄컴")
# A predicate by how it ends: a sentence, before 뒤 and 데 이어, and its partner's particle.
HELD = (
    ("과", "만났다", "만난"),
    ("과", "면담했다", "면담한"),
    ("과", "회동했다", "회동한"),
    ("과", "만찬을 함께했다", "만찬을 함께한"),
    ("과", "회담을 가졌다", "회담을 가진"),
    ("을", "접견했다", "접견한"),
    ("과", "전화 통화를 했다", "전화 통화를 한"),
    ("과", "머리를 맞댔다", "머리를 맞댄"),
)
DAYS = ("11일", "지난 7일", "10일 오후", "지난달 24일")
# How a second clause joins: the end of the first, and whether it may have a subject of its own.
JOINS = {"으며, ": True, "고, ": True, ". 이어 ": True, ". ": True, " 데 이어 ": False, " 뒤 ": False}
PARTNERS = ("one", "two", "listed", "each", "people", "bodies")


@dataclass(frozen=True, slots=True)
class Composed:
    """A text and the members of each encounter that it tells, bodies among them."""

    text: str
    members: tuple[frozenset[str], ...]


def with_particle(word: str, after_consonant: str, after_vowel: str) -> str:
    """A word and the particle that its last letter asks for."""
    last = ord(word[-1]) - 0xAC00
    return word + (after_consonant if 0 <= last < 11172 and last % 28 else after_vowel)


def composed(join: str, *, same: bool, seed: int) -> Iterator[Composed]:
    """Texts of two clauses joined by ``join``, without end; ``same``: whether who met somebody in the first did so in the second."""
    random = Random(seed)
    while True:
        left = random.sample(PEOPLE, len(PEOPLE))
        first, second = left.pop(), left.pop()
        begin, end = _clause(random, with_particle(_full(first), *random.choice((("은", "는"), ("이", "가")))), left, DAYS)
        start = "" if same else with_particle(_full(second), *random.choice((("은", "는"), ("이", "가"), ("도", "도"))))
        other, closing = _clause(random, start, left, (*DAYS, ""))
        stem = end[2] if join in (" 뒤 ", " 데 이어 ") else end[1].removesuffix("다") + ("다" if join.startswith(".") else "")
        text = f"{begin[0]} {stem}{join}{other[0]} {closing[1]}."
        who = first if same else second
        yield Composed(text, tuple(frozenset({who[0], *met}) for who, (_, groups) in ((first, begin), (who, other)) for met in groups))


Person = tuple[str, str, str]
Clause = tuple[str, list[list[str]]]


def _full(person: Person) -> str:
    return " ".join(person)


def _clause(random: Random, subject: str, left: list[Person], days: tuple[str, ...]) -> tuple[Clause, Person]:
    """A clause without its predicate, whom its subject met in each encounter, and the predicate."""
    predicate, kind = random.choice(HELD), random.choice(PARTNERS)
    particle = ("과", "와") if predicate[0] == "과" else ("을", "를")
    one, two = left.pop(), left.pop()
    body, other = random.sample(BODIES, 2)
    words, met = {
        "one": (with_particle(_full(one), *particle), [[one[0]]]),
        "two": (f"{_full(one)}, {with_particle(_full(two), *particle)}", [[one[0], two[0]]]),
        "listed": (f"{_full(one)}, {_full(two)} 등{particle[0]}", [[one[0], two[0]]]),
        "each": (f"{_full(one)}, {with_particle(_full(two), *particle)} {random.choice(('각각', '차례로'))}", [[one[0]], [two[0]]]),
        "people": (f"{body} {with_particle('경영진', *particle)}", [[body]]),
        "bodies": (f"{body}, {other} {with_particle('경영진', *particle)} 각각", [[body], [other]]),
    }[kind]
    return (" ".join(part for part in (subject, random.choice(days), words) if part), met), predicate
