"""Who attended, and encounters told in the passive or by nouns, in short English articles of invented people."""

from __future__ import annotations

import pytest
from extract.told import met

PEOPLE = {
    "han": "Garam CEO Han Seo-jun",
    "lim": "Naru Bank President Lim Ye-rin",
    "cho": "Industry Minister Cho Min-gyu",
    "wolf": "Delta Systems CEO Peter Wolf",
}
TWO = ["Han Seo-jun Lim Ye-rin"]
THREE = ["Cho Min-gyu Han Seo-jun Lim Ye-rin"]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was presided over by {cho}.",
        "The session was chaired by {cho}.",
        "The meeting was also attended by {cho}.",
        "Attending that day was {cho}.",
        "Sitting in on the meeting was {cho}.",
        "Also in attendance was {cho}.",
        "Also present at the talks, held in Nashville, was {cho}.",
        "Also pictured is {cho}.",
        "Joining them was {cho}.",
        "Accompanying Han was {cho}.",
        "Han came with {cho}.",
        "{cho} accompanied Han to the meeting.",
        "Also at the table was {cho}.",
    ],
)
def test_who_attended_what_was_told_before(text: str) -> None:
    assert met(f"{{han}} met with {{lim}} on Monday. {text}".format(**PEOPLE)) == THREE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{han}, joined by {cho}, met with {lim} on Monday.", THREE),
        ("A breakfast meeting hosted by {cho} on Monday brought together {han} and {lim}.", THREE),
        ("The meeting on Monday, presided over by {cho}, was attended by {han} and {lim}.", THREE),
        ("A luncheon on Monday was attended by {han} and {lim}.", TWO),
        ("{cho} held a roundtable with the heads of two banks on Monday. Attending were {han} and {lim}.", THREE),
        ("{cho} hosted a reception at his residence on Monday. Guests included {han} and {lim}.", THREE),
        ("{han} told his counterpart, {lim}, in a phone call on Monday that he would not yield.", TWO),
        ("{han} and his counterpart at Naru, Lim Ye-rin, had lunch together on Monday.", TWO),
        ("{cho} will receive {han} on Feb. 12 and {lim} on Feb. 14.", ["Cho Min-gyu Han Seo-jun", "Cho Min-gyu Lim Ye-rin"]),
        ("{han} was invited to lunch by {lim} on Monday.", TWO),
        ("{han} received a courtesy call from new {lim} on Monday.", TWO),
        ("{han} sat across the table from {lim} on Monday.", TWO),
        ("{lim} walked {han} through the new branch on Monday.", TWO),
        ("A meeting took place between {han} and {lim} on Monday.", TWO),
        ("{lim} held back-to-back meetings with {han} and {wolf} on Monday.", ["Han Seo-jun Lim Ye-rin", "Lim Ye-rin Peter Wolf"]),
    ],
)
def test_who_met(text: str, expected: list[str]) -> None:
    assert met(text.format(**PEOPLE)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Seoul court presided over by Judge Mok Ji-won sentenced {han} on Monday.",
        "The merger brought together Garam, led by {han}, and Naru, led by {lim}.",
        "{han} led {lim} through the polls on Monday.",
        "{han} came with a plan on Monday. {lim} rejected it.",
        "{han} called on {cho} on Monday to resign.",
        "{cho} has no plan to meet with {han}, the ministry said Monday.",
        "{cho} does not plan to see {han} this week.",
        "{han} told {lim} in a letter on Monday that he would resign.",
    ],
)
def test_what_tells_no_encounter(text: str) -> None:
    assert met(text.format(**PEOPLE)) == []
