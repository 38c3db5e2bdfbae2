"""Made-up names for training: Korean and foreign people, companies and agencies, so that the tagger learns contexts and not celebrities."""

from __future__ import annotations

from functools import cache
from random import Random

from graphing.extract.names.tagger_lexicons import suffixes
from graphing.lexicon import listed, table

GIVEN = (
    "가강건겸경관광교구국권규균근기길나남다단달담대덕도동두라란람래려령로록룡루름리린림마만명모무문미민발방배범법별병보복봉부빈사삼상새서석선설섭성세소솔송수"
    "숙순승시식신아안애양언여연열엽영예오온완용우욱운웅원유윤율은을의이익인일임자장재전정제조종주준중지진찬창채천철초춘충치태택하학한해향혁현형혜호홍화환효후훈휘희"
)
STEM = (
    "가나다라마바사아자차카하강건경고구국군금기길남내노누늘단달담대덕도동두들라람래로루류름리린림마만명모무문미민바반방백벽별보봄부북비빛사산삼새서석선설성세소솔송수신"
    "아안양어여연영예오온우운울원유윤은인일자장재정제조주준중지진차찬창천청초춘충태하한해혁현형호홍화환효훈휘흥희온누가온다온라온미르하람늘봄아람두레누리한울새별해솔"
)
LETTERS = "ABCDEGHIJKLMNPRSTXZ"


@cache
def _surnames() -> tuple[tuple[str, ...], tuple[int, ...], dict[str, tuple[str, ...]]]:
    rows = table("surnames")
    weights = {"3": 12, "2": 6, "1": 2}
    return (
        tuple(row["surname"] for row in rows),
        tuple(weights[row["weight"]] for row in rows),
        {row["surname"]: listed(row["hanja"]) for row in rows},
    )


def surname_as_hanja(surname: str) -> str:
    """The commonest Chinese character of a surname, '' where none is listed."""
    return (*_surnames()[2].get(surname, ()), "")[0]


def korean_name(random: Random, nouns: tuple[str, ...]) -> tuple[str, str]:
    """A surname and a given name; one in twenty given names is an ordinary noun, one in twelve has one syllable."""
    names, weights, _ = _surnames()
    surname = random.choices(names, weights)[0]
    dice = random.random()
    if dice < 0.05 and nouns:
        return surname, random.choice(nouns)
    if dice < 0.12:
        return surname, random.choice(GIVEN)
    return surname, random.choice(GIVEN) + random.choice(GIVEN)


@cache
def _foreign(part: str) -> tuple[str, ...]:
    return tuple(name for row in table("foreign_names") if row["part"] == part for name in listed(row["names"]))


@cache
def _chain() -> dict[str, tuple[str, ...]]:
    follows: dict[str, list[str]] = {}
    for name in (*_foreign("first"), *_foreign("last")):
        for one, two in zip("^" + name, name + "$", strict=True):
            follows.setdefault(one, []).append(two)
    return {one: tuple(twos) for one, twos in follows.items()}


def foreign_word(random: Random, shortest: int = 2, longest: int = 6) -> str:
    """A word that sounds like the foreign names listed."""
    chain = _chain()
    while True:
        word = ""
        last = "^"
        while len(word) <= longest:
            last = random.choice(chain[last])
            if last == "$":
                break
            word += last
        if shortest <= len(word) <= longest:
            return word


def foreign_name(random: Random, part: str) -> str:
    """A foreign first or last name (``part``: 'first', 'last'), two in five of them made up."""
    return foreign_word(random) if random.random() < 0.4 else random.choice(_foreign(part))


def stem(random: Random, nouns: tuple[str, ...]) -> str:
    """The first part of a company's name: 가온, 세림, 노바, KX."""
    dice = random.random()
    if dice < 0.12:
        return "".join(random.choice(LETTERS) for _ in range(random.randint(2, 3)))
    if dice < 0.4:
        return foreign_word(random, 2, 4)
    if dice < 0.55 and nouns:
        return random.choice(nouns)
    return "".join(random.choice(STEM) for _ in range(random.choice((2, 2, 2, 3))))


@cache
def _suffixes(kind: str) -> tuple[str, ...]:
    return tuple(suffix for suffix, of in suffixes().items() if of == kind and len(suffix) > 1)


def company_suffix(random: Random) -> str:
    """The last word of a company's name: 전자, 은행."""
    return random.choice(_suffixes("c"))


@cache
def _companies() -> tuple[str, ...]:
    return tuple(row["name"] for row in table("organizations") if row["type"] == "company" and " " not in row["name"])


def real_company(random: Random) -> str:
    """A company of the lexicon."""
    return random.choice(_companies())
