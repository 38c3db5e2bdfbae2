"""Records: the form that is documented, with offsets of the document."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.export import record
from graphing.model import (
    Affiliation,
    Article,
    DateRange,
    Extraction,
    Meeting,
    Mention,
    Organization,
    Paragraph,
    Participant,
    Person,
    Place,
    Run,
    Span,
)

# A page: the article is its second line and, behind a jump line that cleaning set aside, its fourth.
DOCUMENT = "앞 기사다.\n누리전자 김가온 회장은\n(2면에 계속)\n한솔은행 측과 만났다."
TEXT = "누리전자 김가온 회장은 한솔은행 측과 만났다."
FIRST, SECOND = DOCUMENT.index("누리"), DOCUMENT.index("한솔")
HEAD = len("누리전자 김가온 회장은")
ARTICLE = Article(
    "page.txt",
    FIRST,
    len(DOCUMENT),
    TEXT,
    (Run(0, HEAD, FIRST, HEAD), Run(HEAD + 1, len(TEXT) - HEAD - 1, SECOND, len(TEXT) - HEAD - 1)),
    (Paragraph(0, len(TEXT)),),
    "만남",
    date(2025, 2, 5),
    "한빛일보",
    author="김누리",
)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


MEETING = Meeting(
    (Participant("김가온", span("김가온")),),
    "held",
    (Span(0, len(TEXT)),),
    span("만났다"),
    ("한솔은행",),
    DateRange(date(2025, 2, 1), "month", None, "told before"),
    Place("미리내호텔", span("한솔은행")),
    span("회장"),
    0.87654,
)
EXTRACTION = Extraction(
    ARTICLE,
    (
        Person(
            "김가온",
            ("김 회장",),
            (Affiliation("누리전자", "회장"), Affiliation(None, "장관", True)),
            (Mention(*span("김가온"), "김가온", "person"),),
        ),
    ),
    (Organization("한솔은행", "company", (), (Mention(*span("한솔은행"), "한솔은행", "organization"),)),),
    (MEETING,),
)


def test_the_whole_record() -> None:
    kim, bank = DOCUMENT.index("김가온"), DOCUMENT.index("한솔은행")
    assert record(EXTRACTION) == {
        "source": "page.txt",
        "start": FIRST,
        "end": len(DOCUMENT),
        "title": "만남",
        "published": "2025-02-05",
        "outlet": "한빛일보",
        "author": "김누리",
        "people": [
            {
                "name": "김가온",
                "aliases": ["김 회장"],
                "roles": [{"org": "누리전자", "title": "회장", "former": False}, {"org": None, "title": "장관", "former": True}],
                "mentions": [[kim, kim + 3]],
            }
        ],
        "organizations": [{"name": "한솔은행", "aliases": [], "type": "company", "mentions": [[bank, bank + 4]]}],
        "meetings": [
            {
                "participants": ["김가온"],
                "orgs": ["한솔은행"],
                "status": "held",
                "date": "2025-02",
                "place": "미리내호텔",
                "topic": "회장",
                "evidence": [[FIRST, len(DOCUMENT)]],
                "certainty": 0.877,
            }
        ],
    }


def test_what_is_unknown_is_none() -> None:
    article = Article("글.txt", 0, 3, "만났다", (Run(0, 3, 0, 3),), (Paragraph(0, 3),))
    found = record(Extraction(article, meetings=(Meeting((), "planned", (Span(0, 3),), Span(0, 3)),)))
    assert [found[key] for key in ("title", "published", "outlet")] == [None] * 3
    assert [found["meetings"][0][key] for key in ("date", "place", "topic")] == [None] * 3


def test_the_unnamed_come_last_and_say_so() -> None:
    article = Article("글.txt", 0, 10, "A씨가 김가온 봤다", (Run(0, 10, 0, 10),), (Paragraph(0, 10),))
    named, unnamed = (Person(name, mentions=(Mention(at, at + len(name), name, "person"),)) for name, at in (("김가온", 4), ("A", 0)))
    found = record(Extraction(article, (named,), unnamed=(unnamed,)))
    assert [(person["name"], person.get("unnamed", False)) for person in found["people"]] == [("김가온", False), ("A", True)]
    assert Extraction(article, (named,)) == Extraction(article, (named,), unnamed=(unnamed,))


def test_composed_hangul_leads_back_to_its_letters() -> None:
    # 김 was three letters in the document.
    article = Article("글.txt", 0, 5, "김가온", (Run(0, 1, 0, 3), Run(1, 2, 3, 2)), (Paragraph(0, 3),))
    found = record(Extraction(article, (Person("김가온", mentions=(Mention(0, 3, "김가온", "person"),)),)))
    assert found["people"][0]["mentions"] == [[0, 5]]


def test_a_mention_without_original_is_refused() -> None:
    article = Article("글.txt", 0, 3, "김가온", (), (Paragraph(0, 3),))
    with pytest.raises(ValueError, match="김가온"):
        record(Extraction(article, (Person("김가온", mentions=(Mention(0, 3, "김가온", "person"),)),)))
