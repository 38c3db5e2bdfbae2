"""Who stands where in English sentences of invented people and bodies."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract import extract
from graphing.model import Document

Posts = dict[str, list[tuple[str | None, str]]]


def posts(text: str) -> Posts:
    """(organisation, title) of the posts of each person; "former" stands before what somebody was."""
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    people = extract(article).people
    return {one.name: [(a.organization, f"former {a.title}" if a.former else a.title) for a in one.affiliations] for one in people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # before the name
        ("Garam Bank Chairman and Duru Council Chairman Ok Min-jae met reporters.",
         {"Ok Min-jae": [("Garam Bank", "Chairman"), ("Duru Council", "Chairman")]}),
        ("Noru Bank Chairman Ma Tae-sik, Garam Bank Chairman and Duru Council Chairman Ok Min-jae met.",
         {"Ma Tae-sik": [("Noru Bank", "Chairman")], "Ok Min-jae": [("Garam Bank", "Chairman"), ("Duru Council", "Chairman")]}),
        ("The Ministry of Trade, Industry and Energy said so. Minister of Trade, Industry and Energy Ok Min-jae came.",
         {"Ok Min-jae": [("Ministry of Trade, Industry and Energy", "Minister")]}),
        ("Deputy Finance Minister for International Affairs Ok Min-jae came.",
         {"Ok Min-jae": [(None, "Deputy Finance Minister for International Affairs")]}),
        # whose guest a president is tells nothing of the post
        ("President Ok Min-jae at the Garam Institute was all smiles.", {"Ok Min-jae": [(None, "President")]}),
        ("Vice Chairman Ok Min-jae of the Garam Institute was all smiles.", {"Ok Min-jae": [("Garam Institute", "Vice Chairman")]}),
        # its, her, the company's
        ("Garam Group fell out with the Fair Trade Office. Ok Min-jae, the group's vice chairman, was abroad.",
         {"Ok Min-jae": [("Garam Group", "vice chairman")]}),
        ("The Fair Trade Office sued Garam Steel and Duru Steel. Ok Min-jae, a director at the agency, said so.",
         {"Ok Min-jae": [("Fair Trade Office", "director")]}),
        # a minister of one field of the ministry
        ("Land Minister Ok Min-jae flew to Oman, the land ministry said.", {"Ok Min-jae": [("land ministry", "Land Minister")]}),
        ("Trade Minister Ok Min-jae came, said the Ministry of Trade, Industry and Energy.",
         {"Ok Min-jae": [("Ministry of Trade, Industry and Energy", "Trade Minister")]}),
        ("Vietnamese Trade Minister Tran Van Hoa saw officials of the Ministry of Trade, Industry and Energy.",
         {"Tran Van Hoa": [(None, "Trade Minister")]}),
        # as another has one
        ("Garam Steel CEO Ok Min-jae called his counterpart at Duru Marine, Ma Tae-sik, on Monday.",
         {"Ok Min-jae": [("Garam Steel", "CEO")], "Ma Tae-sik": [("Duru Marine", "CEO")]}),
        ("Garam Bank Chairman Ok Min-jae dined with his Duru Bank counterpart Ma Tae-sik.",
         {"Ok Min-jae": [("Garam Bank", "Chairman")], "Ma Tae-sik": [("Duru Bank", "Chairman")]}),
        ("Garam Steel CEO Ok Min-jae said so. Ok's predecessor, Ma Tae-sik, had met the minister.",
         {"Ok Min-jae": [("Garam Steel", "CEO")], "Ma Tae-sik": [("Garam Steel", "former CEO")]}),
        ("Garam Steel CEO Ok Min-jae left. Dan Il-do came. His successor, Ma Tae-sik, said so.",
         {"Ok Min-jae": [("Garam Steel", "CEO")], "Dan Il-do": [], "Ma Tae-sik": []}),
        ("Garam Party floor leader Ok Min-jae and his Duru Party counterpart, Dr. Ma Tae-sik, had lunch.",
         {"Ok Min-jae": [("Garam Party", "floor leader")], "Ma Tae-sik": [("Duru Party", "floor leader"), (None, "Dr.")]}),
        ("The heads of Garam Bank and Noru Bank, Ok Min-jae among them, dined.", {"Ok Min-jae": []}),
        # what one is head of, or how old
        ("Garam Steel's head of public affairs, Ok Min-jae, met reporters.", {"Ok Min-jae": [("Garam Steel", "head")]}),
        ("Garam Steel's executive vice president in charge of sales, Ok Min-jae, met reporters.",
         {"Ok Min-jae": [("Garam Steel", "executive vice president")]}),
        ("Ok Min-jae, the 61-year-old chairman of Garam Steel, came.", {"Ok Min-jae": [("Garam Steel", "chairman")]}),
        # what one was
        ("Ok Min-jae stepped down as CEO of Garam Steel in May.", {"Ok Min-jae": [("Garam Steel", "former CEO")]}),
        ("Ok Min-jae was ousted as chairman of Garam Steel in May.", {"Ok Min-jae": [("Garam Steel", "former chairman")]}),
        # a body of several words
        ("Garam Institute of Finance President Ok Min-jae saw Bank of Noru Gov. Ma Tae-sik.",
         {"Ok Min-jae": [("Garam Institute of Finance", "President")], "Ma Tae-sik": [("Bank of Noru", "Gov.")]}),
        # who serves without a title of rank
        ("A friend, former Garam Securities executive Ok Min-jae, introduced them.",
         {"Ok Min-jae": [("Garam Securities", "former executive")]}),
        ("Ok Min-jae, a senior executive at Garam Steel, and Garam Steel board member Dan Il-do came.",
         {"Ok Min-jae": [("Garam Steel", "senior executive")], "Dan Il-do": [("Garam Steel", "board member")]}),
        ("Dan Il-do met Ma Tae-sik, an official at the Garam Office said.", {"Dan Il-do": [], "Ma Tae-sik": []}),
        # a list in which others follow
        ("Garam Bank Chairman Ok Min-jae, the Duru Bank chairman and others came.", {"Ok Min-jae": [("Garam Bank", "Chairman")]}),
        ("Garam Bank Chairman Ok Min-jae, and the Duru Council chairman group came.", {"Ok Min-jae": [("Garam Bank", "Chairman")]}),
        ("Garam Bank Chairman Ok Min-jae, also chairman of the Duru Council, came.",
         {"Ok Min-jae": [("Garam Bank", "Chairman"), ("Duru Council", "chairman")]}),
        # after the name
        ("Ok Min-jae, second from left, chairman of Garam Bank, smiles.", {"Ok Min-jae": [("Garam Bank", "chairman")]}),
        ("Garam Steel recommended Ok Min-jae, president and its chief technology officer, for the seat.",
         {"Ok Min-jae": [("Garam Steel", "president"), ("Garam Steel", "chief technology officer")]}),
        ("Monica Gorman, US deputy commerce secretary, came.", {"Monica Gorman": [(None, "deputy commerce secretary")]}),
        ("Ok Min-jae, the boss of Garam Steel, came.", {"Ok Min-jae": [("Garam Steel", "boss")]}),
        # what a sentence gives
        ("Garam Steel said Ok Min-jae, formerly treasurer of Duru Marine, will take over as chief financial officer from Ma Tae-sik.",
         {"Ok Min-jae": [("Duru Marine", "former treasurer"), ("Garam Steel", "chief financial officer")],
          "Ma Tae-sik": [("Garam Steel", "former chief financial officer")]}),
        ("Garam Steel's board tapped Ok Min-jae, former CEO of Duru Marine Co., as its new CEO.",
         {"Ok Min-jae": [("Duru Marine Co.", "former CEO"), ("Garam Steel", "CEO")]}),
        ("Garam Games, which sold a stake to Duru Games, recruited Ok Min-jae as its chief design officer.",
         {"Ok Min-jae": [("Garam Games", "chief design officer")]}),
        ("Garam Steel saw Ok Min-jae, a former CEO of Duru Marine, as a rival.", {"Ok Min-jae": [("Duru Marine", "former CEO")]}),
        ("Garam Steel fell. Ok Min-jae, 41, took over as president two years ago.", {"Ok Min-jae": [("Garam Steel", "president")]}),
        ("Garam Steel fell. Ok Min-jae, 41, was elected president two years ago.", {"Ok Min-jae": [(None, "president")]}),
        ("Ok Min-jae, who ran a rival for years and is now a vice president at Garam Steel, came.",
         {"Ok Min-jae": [("Garam Steel", "vice president")]}),
        ("Ok Min-jae, a former pilot who leads the Garam Council, came.", {"Ok Min-jae": [("Garam Council", "head")]}),
        ("Ok Min-jae, the elder, chairs Garam Marine.", {"Ok Min-jae": [("Garam Marine", "head")]}),
        ("Ok Min-jae, who heads the aviation desk at the Garam Office, came.", {"Ok Min-jae": [("Garam Office", "head")]}),
        ("Executives at Garam Steel left. Garam Steel's labor union wants more. Union leader Ok Min-jae said so.",
         {"Ok Min-jae": [("Garam Steel's labor union", "leader")]}),
    ],
)
def test_posts(text: str, expected: Posts) -> None:
    assert posts(text) == expected
