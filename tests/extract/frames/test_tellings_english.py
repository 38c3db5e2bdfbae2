"""Tellings of English sentences of invented people: who takes part, and whether it took place."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.linking import scene
from graphing.extract.frames.references import Sightings
from graphing.extract.frames.references_english import bearers_of, english_references
from graphing.extract.frames.tellings_english import read_english
from graphing.language import sentences
from graphing.model import Affiliation, Document, Mention, Person

PEOPLE = ("Doyoung Min", "Eunchan Ko", "Haram Seo")
BODIES = ("Nuri Bank", "Hanbit")


def told(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    """(people, sides, status) of each telling of a text's first sentence."""
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    sentence = sentences(article)[0]
    at = scene(article.text, sentence, headline=False, caption=False, first=True)

    def marks(names: tuple[str, ...], *, person: bool) -> list[tuple[Mention, str]]:
        found = sorted((article.text.index(name), name) for name in names if name in article.text)
        return [(Mention(place, place + len(name), name, "person" if person else "organization"), name) for place, name in found]

    found, _ = read_english(article.text, 0, at, marks(PEOPLE, person=True), Sightings(), marks(BODIES, person=False), certain=True)
    return [(one.names, tuple(name for name, _ in one.orgs), one.status) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doyoung Min shook hands with Eunchan Ko on Tuesday.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min will receive Eunchan Ko in Sejong next month.", [(("Doyoung Min", "Eunchan Ko"), (), "planned")]),
        ("Doyoung Min and Eunchan Ko discussed the deal over lunch.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min flew to Busan to meet Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min is to meet Eunchan Ko on Friday.", [(("Doyoung Min", "Eunchan Ko"), (), "planned")]),
        ("Doyoung Min has never been in the same room as Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "cancelled")]),
        ("Doyoung Min played golf with Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min sat down with executives of Nuri Bank.", [(("Doyoung Min",), ("Nuri Bank",), "held")]),
        ("Doyoung Min met Nuri Bank officials in Seoul.", [(("Doyoung Min",), ("Nuri Bank",), "held")]),
        ("Doyoung Min met with Nuri Bank in mind.", []),
        ("Doyoung Min spoke of a pardon for Haram Seo during a meeting with a group of leaders.", [(("Doyoung Min",), (), "held")]),
        ("Doyoung Min and Eunchan Ko dined together on Friday.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min and Eunchan Ko underscored their ties in a courtesy meeting.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Governor Doyoung Min held a meeting with Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min met with Eunchan Ko, as Haram Seo prepares to leave.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min met in succession with Eunchan Ko, a banker, and Haram Seo.",
         [(("Doyoung Min", "Eunchan Ko"), (), "held"), (("Doyoung Min", "Haram Seo"), (), "held")]),
        ("According to Haram Seo, the plant opened in May.", []),
        # whom a clause that begins with its verb names is no subject of the next
        ("Doyoung Min, head of Hanbit, met Eunchan Ko on Monday and dined with Haram Seo.",
         [(("Doyoung Min", "Eunchan Ko"), (), "held"), (("Doyoung Min", "Haram Seo"), (), "held")]),
        ("Doyoung Min, head of Hanbit, met Eunchan Ko and Haram Seo to discuss chips.", [(PEOPLE, (), "held")]),
        # a long list, a day before the title of the next, a comma within a place
        ("Doyoung Min met the heads of banks on the sidelines of a long and much noted fair for ships and engines in Hanover, including "
         "Hanbit Chairman Eunchan Ko and Daeryuk Heavy Industries Chairman Haram Seo.", [(PEOPLE, (), "held")]),
        ("At a meeting with Eunchan Ko in Davos, Switzerland, Doyoung Min asked for help.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        # called off
        ("Doyoung Min was to meet Eunchan Ko on Monday, but the meeting was canceled.", [(("Doyoung Min", "Eunchan Ko"), (), "cancelled")]),
        ("Doyoung Min is to see Eunchan Ko on Monday, but canceled the trip.", [(("Doyoung Min", "Eunchan Ko"), (), "cancelled")]),
        ("Doyoung Min had lunch with Eunchan Ko on Monday, but canceled the tour.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min has postponed a meeting with Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "cancelled")]),
        ("Doyoung Min called off a dinner with Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "cancelled")]),
        # asked for, or only asked for something in the course of it
        ("Doyoung Min has asked for a meeting with Eunchan Ko.", []),
        ("Doyoung Min called for support in talks with Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min agreed to the plan in talks with Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        # told in the course of a meeting
        ("Doyoung Min told Eunchan Ko during a meeting in Seoul that prices would fall.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min told Eunchan Ko about a meeting in Seoul.", []),
        ("Talks between Doyoung Min and Eunchan Ko took place on Monday.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min attended a dinner hosted by Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min met Eunchan Ko before speaking by phone with Haram Seo.",
         [(("Doyoung Min", "Eunchan Ko"), (), "held"), (("Doyoung Min", "Haram Seo"), (), "held")]),
        ("Doyoung Min dined with Eunchan Ko in Munich this month after meeting Haram Seo.",
         [(("Doyoung Min", "Eunchan Ko"), (), "held"), (("Doyoung Min", "Haram Seo"), (), "held")]),
        ("Doyoung Min hosted a dinner for Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min met a delegation led by Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min will also hold a video conference with Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "planned")]),
        ("Doyoung Min paid a visit to Hanbit Chairman Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min received a courtesy call from Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min gave Eunchan Ko a tour of the plant.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min chaired a meeting attended by Eunchan Ko and Haram Seo.", [(PEOPLE, (), "held")]),
        ("Eunchan Ko, whom Doyoung Min met in Munich, pledged support.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min is meeting with Eunchan Ko on Thursday.", [(("Doyoung Min", "Eunchan Ko"), (), "planned")]),
        # unnamed people: before a day, and at a house
        ("Doyoung Min met Nuri Bank officials Tuesday.", [(("Doyoung Min",), ("Nuri Bank",), "held")]),
        ("Doyoung Min met business leaders at the Hanbit Seoul.", [(("Doyoung Min",), (), "held")]),
    ],
)
def test_english_tellings(text: str, expected: list[tuple[tuple[str, ...], tuple[str, ...], str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The president dined with them.", ["Doyoung Min"]),
        ("The Hanbit chief dined with them.", ["Eunchan Ko"]),
        ("The chairman dined with them.", ["Eunchan Ko"]),
        ("The minister dined with them.", ["Haram Seo"]),
        ("The prime minister dined with them.", []),
        ("The chief dined with them.", []),
        ("The president of Nuri dined with them.", []),
        ("The president Kang dined with them.", []),
        ("The Nuri chairman dined with them.", []),
    ],
)
def test_a_title_alone_stands_for_its_bearer(text: str, meant: list[str]) -> None:
    posts = {"Doyoung Min": (None, "President"), "Eunchan Ko": ("Hanbit Motor", "Chairman"), "Haram Seo": (None, "Trade Minister")}
    people = [Person(name, (), (Affiliation(*post),), (Mention(-9, -1, name, "person"),)) for name, post in posts.items()]
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    (sentence,) = sentences(article)
    found = english_references(article.text, sentence, [], Sightings(), bearers_of(people))
    assert [name for one in found if one.kind == "title" for name in one.names] == meant


def test_a_title_that_two_bear_stands_for_nobody() -> None:
    people = [Person(name, (), (Affiliation(None, "President"),), (Mention(-9, -1, name, "person"),)) for name in PEOPLE[:2]]
    (article,) = split_articles(Document("made up", "The president dined with them.", date(2025, 2, 5)))
    assert english_references(article.text, sentences(article)[0], [], Sightings(), bearers_of(people)) == []


def pairs(*names: str) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    return [(names, (), "held")]


MIN, KO, SEO = PEOPLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # either: partners at once after the cue, behind 'with', or two subjects
        ("Doyoung Min met Eunchan Ko.", pairs(MIN, KO)),
        ("Doyoung Min met with Eunchan Ko.", pairs(MIN, KO)),
        ("Doyoung Min met privately with Eunchan Ko.", pairs(MIN, KO)),
        ("Doyoung Min and Eunchan Ko met in Busan.", pairs(MIN, KO)),
        ("Doyoung Min met Eunchan Ko and Haram Seo.", pairs(MIN, KO, SEO)),
        ("Doyoung Min met a fund manager, a lawyer and a group of friends.", []),
        ("Doyoung Min met reporters after Eunchan Ko left.", []),
        ("Doyoung Min met the deadline that Eunchan Ko had set.", []),
        # with: partners behind 'with' only
        ("Doyoung Min sat down with Eunchan Ko.", pairs(MIN, KO)),
        ("Doyoung Min held talks with Eunchan Ko.", pairs(MIN, KO)),
        ("Doyoung Min had dinner with Eunchan Ko and Haram Seo.", pairs(MIN, KO, SEO)),
        ("Doyoung Min and Eunchan Ko had lunch in Busan.", pairs(MIN, KO)),
        ("Doyoung Min had dinner in Busan.", []),
        ("Doyoung Min was greeted by Eunchan Ko.", pairs(MIN, KO)),
        # object: partners at once after the cue only
        ("Doyoung Min hosted Eunchan Ko.", pairs(MIN, KO)),
        ("Doyoung Min called on Eunchan Ko.", pairs(MIN, KO)),
        ("Doyoung Min paid a visit to Eunchan Ko.", pairs(MIN, KO)),
        ("Doyoung Min telephoned Eunchan Ko.", pairs(MIN, KO)),
        ("Doyoung Min visited a plant that Eunchan Ko had built.", []),
        ("Doyoung Min invited bids while Eunchan Ko was away.", []),
        ("Doyoung Min saw a slump that Eunchan Ko had foretold.", []),
        # joint: what two subjects did together
        ("Doyoung Min and Eunchan Ko signed a contract.", pairs(MIN, KO)),
        ("Doyoung Min and Eunchan Ko clinked glasses.", pairs(MIN, KO)),
        ("Doyoung Min and Eunchan Ko opened the plant together.", pairs(MIN, KO)),
        ("Doyoung Min signed a contract.", []),
        ("Doyoung Min and Eunchan Ko opened the plant.", []),
        # noun: a meeting with, or between
        ("A meeting between Doyoung Min and Eunchan Ko lasted two hours.", pairs(MIN, KO)),
        ("Doyoung Min’s meeting with Eunchan Ko lasted two hours.", pairs(MIN, KO)),
        ("Doyoung Min rested after a meeting with Eunchan Ko.", pairs(MIN, KO)),
        ("A meeting with Eunchan Ko lasted two hours.", []),
        ("A meeting between banks worried Eunchan Ko.", []),
        # attend: who was there
        ("Doyoung Min, Eunchan Ko and Haram Seo attended.", pairs(MIN, KO, SEO)),
        ("Also present were Doyoung Min and Eunchan Ko.", pairs(MIN, KO)),
        ("At the dinner were Doyoung Min, Eunchan Ko and Haram Seo.", pairs(MIN, KO, SEO)),
        # who came along
        ("Doyoung Min met Eunchan Ko, accompanied by Haram Seo.", pairs(MIN, KO, SEO)),
        ("Doyoung Min met Eunchan Ko along with Haram Seo.", pairs(MIN, KO, SEO)),
        ("Doyoung Min met Eunchan Ko in the presence of Haram Seo.", pairs(MIN, KO, SEO)),
        ("Doyoung Min and Eunchan Ko signed a contract, with Haram Seo looking on.", pairs(MIN, KO, SEO)),
        ("Doyoung Min met Eunchan Ko instead of Haram Seo.", pairs(MIN, KO)),
        ("Doyoung Min met Eunchan Ko, according to Haram Seo.", pairs(MIN, KO)),
        ("Doyoung Min met Eunchan Ko on behalf of Haram Seo.", pairs(MIN, KO)),
        ("Instead of Haram Seo, Doyoung Min met Eunchan Ko.", pairs(MIN, KO)),
        ("According to Haram Seo, Doyoung Min met Eunchan Ko.", pairs(MIN, KO)),
        ("The wife of Chairman Haram Seo left before Doyoung Min met Eunchan Ko.", pairs(MIN, KO)),
        ("Doyoung Min met the lawyer of Eunchan Ko.", []),
        ("Doyoung Min met Eunchan Ko’s lawyer.", []),
    ],
)
def test_each_shape_of_cue(text: str, expected: list[tuple[tuple[str, ...], tuple[str, ...], str]]) -> None:
    # who came along may be told once more, alone
    assert [(tuple(sorted(names)), orgs, status) for names, orgs, status in told(text)][:1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doyoung Min met Eunchan Ko on Monday and Haram Seo on Tuesday.", [(MIN, KO), (MIN, SEO)]),
        ("Doyoung Min met with Eunchan Ko on Monday and with Haram Seo on Tuesday.", [(MIN, KO), (MIN, SEO)]),
        ("Doyoung Min met separately with Eunchan Ko and Haram Seo.", [(MIN, KO), (MIN, SEO)]),
        ("Doyoung Min met Eunchan Ko and Haram Seo in turn.", [(MIN, KO), (MIN, SEO)]),
        ("Doyoung Min met Eunchan Ko and Haram Seo one by one.", [(MIN, KO), (MIN, SEO)]),
        ("Doyoung Min met Eunchan Ko and Haram Seo on Tuesday.", [(MIN, KO, SEO)]),
        ("Doyoung Min met Eunchan Ko and then dined with Haram Seo.", [(MIN, KO), (MIN, SEO)]),
        ("Doyoung Min met Eunchan Ko in Seoul, and Haram Seo left for Busan.", [(MIN, KO)]),
        ("Doyoung Min, Eunchan Ko, and Haram Seo met on Friday.", [(MIN, KO, SEO)]),
        ("Doyoung Min met Eunchan Ko, who later dined with Haram Seo.", [(MIN, KO), (KO, SEO)]),
        ("Doyoung Min discussed the deal with Eunchan Ko over lunch.", [(MIN, KO)]),
    ],
)
def test_one_encounter_or_several(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [one for one, _, _ in told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was not the first meeting between Doyoung Min and Eunchan Ko.",
        "It was the first time Doyoung Min met Eunchan Ko.",
        "Doyoung Min asked for a meeting with Eunchan Ko.",
        "Doyoung Min requested a meeting with Eunchan Ko.",
        "Doyoung Min called for talks with Eunchan Ko.",
        "Doyoung Min declined to say whether he met Eunchan Ko.",
        "Whether Doyoung Min met Eunchan Ko is unclear.",
        "Correction: Doyoung Min met Eunchan Ko on Monday.",
        "An earlier version said that Doyoung Min met Eunchan Ko.",
        "Doyoung Min succeeded Eunchan Ko.",
        "Doyoung Min, like Eunchan Ko, runs a bank.",
        "Doyoung Min works with Eunchan Ko.",
        "Doyoung Min wrote a letter to Eunchan Ko.",
        "Doyoung Min praised Eunchan Ko.",
        "Doyoung Min owns shares with Eunchan Ko.",
    ],
)
def test_what_tells_no_encounter(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Doyoung Min plans to meet Eunchan Ko.", "planned"),
        ("Doyoung Min is scheduled to have dinner with Eunchan Ko.", "planned"),
        ("Doyoung Min will meet Eunchan Ko.", "planned"),
        ("Doyoung Min may call on Eunchan Ko.", "planned"),
        ("A meeting between Doyoung Min and Eunchan Ko is scheduled for Friday.", "planned"),
        ("Doyoung Min meets Eunchan Ko next week.", "planned"),
        ("Doyoung Min flies to Busan to meet Eunchan Ko.", "planned"),
        ("Doyoung Min did not meet Eunchan Ko.", "cancelled"),
        ("Doyoung Min denied meeting Eunchan Ko.", "cancelled"),
        ("Doyoung Min cancelled a meeting with Eunchan Ko.", "cancelled"),
        ("Doyoung Min refused to meet Eunchan Ko.", "cancelled"),
        ("A meeting between Doyoung Min and Eunchan Ko was called off.", "cancelled"),
        ("A meeting between Doyoung Min and Eunchan Ko fell through.", "cancelled"),
        ("Doyoung Min was to have met Eunchan Ko.", "cancelled"),
        ("Reports that Doyoung Min met Eunchan Ko are untrue, but they were false.", "cancelled"),
        ("Doyoung Min travelled to Busan to meet Eunchan Ko.", "held"),
        ("Doyoung Min met Eunchan Ko.", "held"),
        ("Doyoung Min met Eunchan Ko to plan a new plant.", "held"),
        ("Doyoung Min met Eunchan Ko, who will retire.", "held"),
    ],
)
def test_whether_it_took_place(text: str, status: str) -> None:
    assert [one for _, _, one in told(text)] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doyoung Min met executives of Nuri Bank.", [((MIN,), ("Nuri Bank",))]),
        ("Doyoung Min met with Nuri Bank’s management.", [((MIN,), ("Nuri Bank",))]),
        ("Doyoung Min met employees from Hanbit and Nuri Bank.", [((MIN,), ("Hanbit", "Nuri Bank"))]),
        ("Doyoung Min met the heads of nine banks.", [((MIN,), ())]),
        ("Doyoung Min visited Nuri Bank.", []),
        ("Doyoung Min signed a contract with Nuri Bank.", []),
    ],
)
def test_people_whom_nobody_names(text: str, expected: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    assert [(names, tuple(sorted(orgs))) for names, orgs, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From left, Doyoung Min, Eunchan Ko and Haram Seo pose in Busan.", [PEOPLE]),
        ("Doyoung Min (left) and Eunchan Ko (right) at a ceremony.", [(MIN, KO)]),
        ("Doyoung Min, left, and Eunchan Ko at a ceremony.", [(MIN, KO)]),
        ("Doyoung Min (left) at a ceremony.", []),
        ("Doyoung Min left the bank to Eunchan Ko.", []),
        ("From the left bank of the river Doyoung Min waved.", []),
    ],
)
def test_pictures(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [names for names, _, _ in told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Doyoung Min called on Eunchan Ko to resign on Monday.",
        "Doyoung Min saw Eunchan Ko as a rival.",
        "Doyoung Min joined Eunchan Ko in opposing the bill.",
        "Doyoung Min invited Eunchan Ko to invest in the fund.",
        "Doyoung Min ran into trouble with Eunchan Ko.",
        "If Doyoung Min met Eunchan Ko, he would ask about chips.",
        "Doyoung Min was asked whether he had met Eunchan Ko.",
        "Doyoung Min received an award from Eunchan Ko in 2019.",
        "Doyoung Min and Eunchan Ko signed off on the plan.",
        "Doyoung Min met with Eunchan Ko's lawyer.",
    ],
)
def test_what_only_sounds_like_an_encounter_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Doyoung Min called on Eunchan Ko at the ministry on Monday.", (MIN, KO)),
        ("Doyoung Min saw Eunchan Ko to discuss chips.", (MIN, KO)),
        ("Doyoung Min invited Eunchan Ko to lunch on Monday.", (MIN, KO)),
        ("After talks between Doyoung Min and Eunchan Ko, Haram Seo said the deal was near.", (MIN, KO)),
    ],
)
def test_and_what_is_one_by_the_same_words_stays_one(text: str, who: tuple[str, ...]) -> None:
    assert [names for names, _, _ in told(text)] == [who]
