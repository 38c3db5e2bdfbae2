"""When and where the encounters of short English articles of invented people took place, through the whole extraction."""

from __future__ import annotations

import pytest
from extract.told import read, shown

# All appeared on Wednesday 5 February 2025.
CASES = [
    # the day after or before the cue
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim in Busan on Feb. 3.", "2025-02-03 | Busan"),
    ("Hanbit Chairman Kim Do-yun on Monday met Trade Minister Lee Ha-rim in Busan.", "2025-02-03 | Busan"),
    ("On Feb. 3, Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim in Busan.", "2025-02-03 | Busan"),
    ("In Busan on Monday, Hanbit Chairman Kim Do-yun had dinner with Trade Minister Lee Ha-rim.", "2025-02-03 | Busan"),
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim yesterday.", "2025-02-04 | –"),
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim last month.", "2025-01 | –"),
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim in June last year.", "2024-06 | –"),
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim in 2019.", "2019 | –"),
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim.", "– | –"),
    # of its own clause, and not of another
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim on Monday after he had opened a plant on Jan. 20.", "2025-02-03 | –"),
    ("Hanbit Chairman Kim Do-yun, who took office in 2019, met Trade Minister Lee Ha-rim on Monday.", "2025-02-03 | –"),
    # 'since' tells how long
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim on Monday, the first such visit since 2019.", "2025-02-03 | –"),
    # a planned weekday lies ahead, a held one behind
    ("Hanbit Chairman Kim Do-yun will meet Trade Minister Lee Ha-rim in Busan on Friday.", "2025-02-07 | Busan"),
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim in Busan on Friday.", "2025-01-31 | Busan"),
    ("Hanbit Chairman Kim Do-yun is to meet Trade Minister Lee Ha-rim next month.", "2025-03 | –"),
    # on some day of a trip
    ("During a trip which ran from Monday to Tuesday, Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim.", "2025-02 | –"),
    # when it was told
    ("Hanbit Chairman Kim Do-yun on Monday met Trade Minister Lee Ha-rim, Hanbit said in a statement on Tuesday.", "2025-02-03 | –"),
    ("On Monday, Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim, according to industry sources on Tuesday.", "2025-02-03 | –"),
    # behind a clause about the partner, and behind the words for what they met for
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim, who is visiting Seoul, on Monday.", "2025-02-03 | –"),
    ("Hanbit Chairman Kim Do-yun shook hands with Trade Minister Lee Ha-rim before their talks in Busan on Monday.", "2025-02-03 | Busan"),
    # whoever bears the family name, whatever else he heads
    ("Hanbit Chairman Kim Do-yun came. Kim, who also heads Nuri Bank, used the visit to meet Trade Minister Lee Ha-rim.", "– | –"),
    # told before
    ("Hanbit Chairman Kim Do-yun was in Busan on Monday. There he met Trade Minister Lee Ha-rim.", "2025-02-03 | Busan"),
    ("Hanbit Chairman Kim Do-yun flew to Busan on Monday. He then met Trade Minister Lee Ha-rim.", "2025-02-03 | Busan"),
    # a venue before a city
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim at the Garam Hotel in Seoul on Monday.", "2025-02-03 | Garam Hotel"),
    ("Hanbit Chairman Kim Do-yun had lunch with Trade Minister Lee Ha-rim at the Nuri Club on Monday.", "2025-02-03 | Nuri Club"),
    # what was talked about is no place
    ("Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim on Monday about a plant in Busan.", "2025-02-03 | –"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_when_and_where(text: str, expected: str) -> None:
    (extraction,) = read(text)
    (meeting,) = extraction.meetings
    who, _, rest = shown(meeting).split(" | ", 2)
    assert (who, rest) == ("Kim Do-yun, Lee Ha-rim", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim in 2005 and again in 2007.",
            ["Kim Do-yun, Lee Ha-rim | held | 2005 | –", "Kim Do-yun, Lee Ha-rim | held | 2007 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim on Monday and Nuri Bank President Seo Ji-ho on Tuesday.",
            ["Kim Do-yun, Lee Ha-rim | held | 2025-02-03 | –", "Kim Do-yun, Seo Ji-ho | held | 2025-02-04 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim on Monday. "
            "He is scheduled to meet Nuri Bank President Seo Ji-ho on Friday.",
            ["Kim Do-yun, Lee Ha-rim | held | 2025-02-03 | –", "Kim Do-yun, Seo Ji-ho | planned | 2025-02-07 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim on Monday and Industry Minister Seo Ji-ho on Tuesday.",
            ["Kim Do-yun, Lee Ha-rim | held | 2025-02-03 | –", "Kim Do-yun, Seo Ji-ho | held | 2025-02-04 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun spoke by phone with Trade Minister Lee Ha-rim on Monday. "
            "He later met Nuri Bank President Seo Ji-ho.",
            ["Kim Do-yun, Lee Ha-rim | held | 2025-02-03 | –", "Kim Do-yun, Seo Ji-ho | held | 2025-02-03 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim on Monday, a day after he dined with Nuri Bank President Seo Ji-ho.",
            ["Kim Do-yun, Lee Ha-rim | held | 2025-02-03 | –", "Kim Do-yun, Seo Ji-ho | held | 2025-02-02 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun will meet Trade Minister Lee Ha-rim on Thursday before dining with Nuri Bank President Seo Ji-ho.",
            ["Kim Do-yun, Lee Ha-rim | planned | 2025-02-06 | –", "Kim Do-yun, Seo Ji-ho | planned | 2025-02-06 | –"],
        ),
        (
            "The meeting between Hanbit Chairman Kim Do-yun and Trade Minister Lee Ha-rim, scheduled for Feb. 7, was postponed.",
            ["Kim Do-yun, Lee Ha-rim | cancelled | 2025-02-07 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun canceled a meeting with Trade Minister Lee Ha-rim scheduled for Friday.",
            ["Kim Do-yun, Lee Ha-rim | cancelled | 2025-02-07 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun postponed a meeting with Trade Minister Lee Ha-rim that had been planned for Feb. 7.",
            ["Kim Do-yun, Lee Ha-rim | cancelled | 2025-02-07 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun hosted a dinner for business leaders on Feb. 3. "
            "Nuri Bank President Seo Ji-ho took part in the dinner.",
            ["Kim Do-yun, Seo Ji-ho | held | 2025-02-03 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim on Monday. They had first met in 2011.",
            ["Kim Do-yun, Lee Ha-rim | held | 2011 | –", "Kim Do-yun, Lee Ha-rim | held | 2025-02-03 | –"],
        ),
        (
            "Hanbit Chairman Kim Do-yun met Trade Minister Lee Ha-rim on Monday. The meeting took place at the Garam Hotel.",
            ["Kim Do-yun, Lee Ha-rim | held | 2025-02-03 | Garam Hotel"],
        ),
    ],
)
def test_the_encounters_of_an_article(text: str, expected: list[str]) -> None:
    (extraction,) = read(text)
    assert sorted(shown(meeting) for meeting in extraction.meetings) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hanbit Chairman Kim Do-yun succeeded Lee Ha-rim on Monday.",
        "Hanbit Chairman Kim Do-yun and Trade Minister Lee Ha-rim were promoted on Monday.",
        "Hanbit Chairman Kim Do-yun met reporters on Monday after Trade Minister Lee Ha-rim resigned.",
        "Hanbit Chairman Kim Do-yun wrote to Trade Minister Lee Ha-rim on Monday.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert [shown(meeting) for extraction in read(text) for meeting in extraction.meetings] == []


def in_full(text: str) -> str:
    """The sentence with the two people it is about; it appeared on Wednesday 5 February 2025."""
    return text.format(han="Garam CEO Han Seo-jun", lim="Naru Bank President Lim Ye-rin")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{han} met with {lim} on the 3rd of this month in Daejeon.", "held | 2025-02-03 | Daejeon"),
        ("{han} met with {lim} on the 23rd of last month.", "held | 2025-01-23 | –"),
        ("{han} will meet with {lim} in Osaka on the 3rd of next month.", "planned | 2025-03-03 | Osaka"),
        ("{han} met with {lim} on the 2nd day of January.", "held | 2025-01-02 | –"),
        ("{han} met {lim} on the evening of the 3rd.", "held | 2025-02-03 | –"),
        ("{han}'s meeting with {lim}, slated for the 3rd, was called off.", "cancelled | 2025-02-03 | –"),
        ("{han} held talks with {lim} on Tuesday of last week.", "held | 2025-01-28 | –"),
        ("{han} held talks with {lim} last week on Tuesday.", "held | 2025-01-28 | –"),
        ("{han} met {lim} over the weekend in Jeju.", "held | 2025-02 | Jeju"),
        ("{han} and {lim} agreed to meet again in September.", "planned | 2025-09 | –"),
        ("A dinner between {han} and {lim} is set for Oct. 2 in Busan.", "planned | 2025-10-02 | Busan"),
        ("{han} met {lim} in November.", "held | 2024-11 | –"),
    ],
)
def test_days_numbered_within_a_month_and_weekdays_within_a_week(text: str, expected: str) -> None:
    shown_all = [shown(meeting).split(" | ", 1)[1] for extraction in read(in_full(text)) for meeting in extraction.meetings]
    assert shown_all == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{han}, left, and {lim} pose for a photo before a luncheon at Lotte Hotel in Seoul on Friday.", "held | 2025-01-31 | Lotte Hotel"),
        ("{han} shakes hands with {lim} after signing a deal on a plant at the Daegu EXCO on Tuesday.", "held | 2025-02-04 | Daegu EXCO"),
        ("{han} shakes hands with {lim} ahead of talks in Busan on Monday.", "held | 2025-02-03 | Busan"),
        ("{han} poses with {lim} prior to dinner at the Plaza Hotel on Feb. 3.", "held | 2025-02-03 | Plaza Hotel"),
        ("{han} poses with {lim} following a ceremony in Sejong on Monday.", "held | 2025-02-03 | Sejong"),
        ("{han} chats with {lim} during a luncheon in Busan on Monday.", "held | 2025-02-03 | Busan"),
        ("{han} met with {lim} after the board approved the plan on Tuesday.", "held | – | –"),
        ("{han} met with {lim} before the union voted on Tuesday.", "held | – | –"),
    ],
)
def test_a_caption_tells_the_day_and_place_of_what_its_picture_stands_beside(text: str, expected: str) -> None:
    shown_all = [shown(meeting).split(" | ", 1)[1] for extraction in read(in_full(text)) for meeting in extraction.meetings]
    assert shown_all == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{han} was in Beijing on Tuesday, where he signed a deal with {lim}.", "held | 2025-02-04 | Beijing"),
        ("{han} visited Paris in January, when he met {lim}.", "held | 2025-01 | Paris"),
        ("{han} will be back in Tokyo in November, when he is slated to have dinner with {lim}.", "planned | 2025-11 | Tokyo"),
        ("{han} attended a seminar at the Westin Chosun on Monday, where he ran into {lim}.", "held | 2025-02-03 | Westin Chosun"),
        ("{han} met {lim} in the Swiss resort town of Davos on Tuesday.", "held | 2025-02-04 | Davos"),
        ("{han} met {lim} in the Vietnamese capital Hanoi on Tuesday.", "held | 2025-02-04 | Hanoi"),
    ],
)
def test_the_clause_beside_a_when_or_where_tells_the_place(text: str, expected: str) -> None:
    shown_all = [shown(meeting).split(" | ", 1)[1] for extraction in read(in_full(text)) for meeting in extraction.meetings]
    assert shown_all == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{han} is known to have met {lim} in January.", "held | 2025-01 | –"),
        ("{han} is believed to have dined with {lim} on Feb. 3.", "held | 2025-02-03 | –"),
        ("{han} had a chance to greet {lim} in 2017.", "held | 2017 | –"),
        ("{han} had the opportunity to talk with {lim} in January.", "held | 2025-01 | –"),
        ("{han} got to meet {lim} in January.", "held | 2025-01 | –"),
        ("{han} was able to meet {lim} on Feb. 3.", "held | 2025-02-03 | –"),
        ("{han}, who flew to Riyadh for talks with {lim} in January, was absent.", "held | 2025-01 | Riyadh"),
        ("{han} will fly to Riyadh for talks with {lim} on March 3.", "planned | 2025-03-03 | Riyadh"),
        ("{han} hopes to have a chance to meet {lim} in March.", "planned | 2025-03 | –"),
        # what else the sentence tells of is to come
        ("{han} met {lim} in December and will open a plant next year.", "held | 2024-12 | –"),
        ("{han} had dinner with {lim} in November, and is expected to visit Paris in March.", "held | 2024-11 | –"),
        ("In June, {han} and {lim} will meet.", "planned | 2025-06 | –"),
    ],
)
def test_what_is_said_to_have_been_done_is_not_to_come(text: str, expected: str) -> None:
    shown_all = [shown(meeting).split(" | ", 1)[1] for extraction in read(in_full(text)) for meeting in extraction.meetings]
    assert shown_all == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{han} met {lim} at a hotel in Busan on Monday.", "held | 2025-02-03 | hotel in Busan"),
        ("{han} met {lim} at her office in Yeouido on Monday.", "held | 2025-02-03 | her office in Yeouido"),
        ("{han} met {lim} at the company's headquarters in Icheon on Monday.", "held | 2025-02-03 | company's headquarters in Icheon"),
        ("{han} met {lim} at the government complex in Sejong on Monday.", "held | 2025-02-03 | government complex in Sejong"),
        ("{han} met {lim} at the Lotte Hotel in central Seoul on Monday.", "held | 2025-02-03 | Lotte Hotel"),
        ("{han} met {lim} in the Swiss town of Baar on Monday.", "held | 2025-02-03 | Baar"),
        ("{han} met {lim} in the Indonesian capital on Monday.", "held | 2025-02-03 | Indonesian capital"),
        ("{han} met {lim} at a hotel in January.", "held | 2025-01 | hotel"),
        ("BANGKOK -- {han} met {lim} here on Monday.", "held | 2025-02-03 | BANGKOK"),
        ("{han} met {lim} on Monday. The meeting at the National Assembly was brief.", "held | 2025-02-03 | National Assembly"),
    ],
)
def test_a_house_and_its_town_are_one_place(text: str, expected: str) -> None:
    shown_all = [shown(meeting).split(" | ", 1)[1] for extraction in read(in_full(text)) for meeting in extraction.meetings]
    assert shown_all == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{han} met {lim} the day before yesterday.", ["2025-02-03"]),
        ("{han} met {lim} earlier in the week.", ["2025-02"]),
        ("{han} met {lim} at the end of last year.", ["2024-12"]),
        ("{han} met {lim} three days before Christmas.", ["–"]),
        ("{han} met {lim} two weeks before last month's vote.", ["–"]),
        ("{han} met {lim} in January -- on the 12th at a hotel in Busan.", ["2025-01-12"]),
        ("{han} met {lim} twice in January, on the 12th at a hotel in Busan and again on the 25th.", ["2025-01-12", "2025-01-25"]),
        ("{han} met {lim} last week. The talks, held Thursday in Nashville, lasted two hours.", ["2025-01-30"]),
        ("{han} said Tuesday that he had met {lim}. It was he who asked for the Jan. 14 meeting.", ["2025-01-14"]),
        ("{han} met {lim} on Monday. Their previous meeting, in December, ended without a deal.", ["2024-12", "2025-02-03"]),
        ("{han} held talks with {lim} on Monday. The talks came a day before the two sat down for dinner.", ["2025-02-03", "2025-02-04"]),
        ("{han} met {lim} on Monday. Lim agreed to meet again in March.", ["2025-02-03", "2025-03"]),
        ("{han} met {lim} on Jan. 31 and they will meet on the 12th.", ["2025-01-31", "2025-02-12"]),
    ],
)
def test_days_of_several_encounters_of_the_same_people(text: str, expected: list[str]) -> None:
    assert sorted(shown(meeting).split(" | ")[2] for extraction in read(in_full(text)) for meeting in extraction.meetings) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Jan. 9 {han} sat down with {lim} in Las Vegas, and two days later flew to San Jose for a dinner with Delta CEO Peter Wolf.",
            ["Han Seo-jun, Lim Ye-rin | held | 2025-01-09 | Las Vegas", "Han Seo-jun, Peter Wolf | held | 2025-01-11 | San Jose"],
        ),
        (
            "{han} and {lim} spoke by phone on Monday. Hours before, the pair had joined a video conference with Delta CEO Peter Wolf.",
            ["Han Seo-jun, Lim Ye-rin | held | 2025-02-03 | –", "Han Seo-jun, Lim Ye-rin, Peter Wolf | held | 2025-02-03 | –"],
        ),
        (
            "{han} and {lim} met twice, once in December and again on Jan. 30. At the second session, Delta CEO Peter Wolf was there.",
            ["Han Seo-jun, Lim Ye-rin | held | 2024-12 | –", "Han Seo-jun, Lim Ye-rin, Peter Wolf | held | 2025-01-30 | –"],
        ),
        (
            "{han} will visit Seoul this month. He will meet with {lim}, whom he last saw in Munich in October.",
            ["Han Seo-jun, Lim Ye-rin | held | 2024-10 | Munich", "Han Seo-jun, Lim Ye-rin | planned | 2025-02 | –"],
        ),
        (
            "A dinner between {han} and {lim}, scheduled for Wednesday, has been put off indefinitely.",
            ["Han Seo-jun, Lim Ye-rin | cancelled | 2025-02-05 | –"],
        ),
        (
            "The meeting, which brought together {han} and {lim}, was held at a hotel in Busan on Tuesday.",
            ["Han Seo-jun, Lim Ye-rin | held | 2025-02-04 | hotel in Busan"],
        ),
        (
            "{lim}, who was scheduled to tour the plant with {han} on Friday, has scrapped the plan.",
            ["Han Seo-jun, Lim Ye-rin | cancelled | 2025-02-07 | –"],
        ),
        (
            "{han} and {lim} were to meet last month, but the meeting fell through.",
            ["Han Seo-jun, Lim Ye-rin | cancelled | 2025-01 | –"],
        ),
    ],
)
def test_encounters_of_one_passage_stay_apart(text: str, expected: list[str]) -> None:
    assert sorted(shown(meeting) for extraction in read(in_full(text)) for meeting in extraction.meetings) == expected


def test_one_after_the_other_tells_no_time() -> None:
    text = (
        "Hanbit Chairman Kim Do-yun had lunch with Daon Chief Seo Yu-na on Tuesday. "
        "He met Trade Minister Lee Ha-rim and Nuri Chief Ko Eun-chan one after the other last Friday."
    )
    found = [shown(meeting) for extraction in read(text) for meeting in extraction.meetings]
    assert [one.split(" | ")[2] for one in found if "Seo Yu-na" not in one] == ["2025-01-31"] * 2
