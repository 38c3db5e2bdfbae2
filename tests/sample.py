"""Two made-up articles as extraction would hand them over: every status, every precision, an unnamed side, two posts."""

from __future__ import annotations

from datetime import date

from graphing.model import (
    Affiliation,
    Article,
    DateRange,
    Extraction,
    Meeting,
    MeetingStatus,
    Mention,
    Organization,
    Paragraph,
    Participant,
    Person,
    Place,
    Run,
    Span,
)

FIRST = (
    "가람전자·누리통신 손잡나",
    "고도윤 가람전자 회장이 4일 서울 한빛호텔에서 남궁설 누리통신 대표와 회동했다. 두 사람은 위성 통신망을 함께 까는 방안을 논의했다.",
    "고 회장은 지난해 6월에도 남궁 대표를 만났다. 오는 12일에는 전파진흥원 측과 만날 예정이다.",
)
SECOND = (
    "라온은행장 면담 끝내 무산 <script>alert(1)</script>",
    "탁현서 라온은행장과 고도윤 회장의 올해 면담은 취소됐다. 두 사람은 앞서 따로 식사를 함께한 바 있다.",
)


def span(text: str, words: str) -> Span:
    """Where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def article(paragraphs: tuple[str, ...], source: str, published: date | None, outlet: str | None, url: str | None = None) -> Article:
    text = "\n".join(paragraphs)
    ranges = [span(text, paragraph) for paragraph in paragraphs]
    kinds = [Paragraph(*ranges[0], "headline"), *(Paragraph(*one) for one in ranges[1:])]
    return Article(source, 0, len(text), text, (Run(0, len(text), 0, len(text)),), tuple(kinds), paragraphs[0], published, outlet, url)


def person(text: str, name: str, *posts: tuple[str | None, str, bool]) -> Person:
    where = span(text, name)
    held = tuple(Affiliation(organization, title, former, Span(where.start, where.end + 10)) for organization, title, former in posts)
    return Person(name, (), held, (Mention(*where, name, "person"),))


def organization(text: str, name: str, written: str | None = None, agency: bool = False) -> Organization:
    words = written or name
    return Organization(name, "agency" if agency else "company", (), (Mention(*span(text, words), words, "organization"),))


def meeting(
    text: str, people: tuple[str, ...], clause: str, cue: str, *, status: MeetingStatus = "held", orgs: tuple[str, ...] = (),
    when: DateRange | None = None, place: str | None = None, topic: str | None = None,
) -> Meeting:  # fmt: skip
    return Meeting(
        tuple(Participant(name, span(text, name)) for name in people), status, (span(text, clause),), span(text, cue), orgs, when,
        Place(place, span(text, place)) if place else None, span(text, topic) if topic else None, 0.9, "두 이름과 동사가 한 절에 있음",
    )  # fmt: skip


def extractions() -> tuple[Extraction, Extraction]:
    """고도윤 met 남궁설 on 2025-03-04 and in 2024-06, means to meet an agency; a meeting with 탁현서 fell through, one is undated."""
    one = article(FIRST, "first.txt", date(2025, 3, 5), "가상일보", "https://example.org/news?a=1&b=2")
    text = one.text
    pair = ("고도윤", "남궁설")
    told = [
        meeting(
            text, pair, "4일 서울 한빛호텔에서 남궁설 누리통신 대표와 회동했다", "회동했다",
            when=DateRange(date(2025, 3, 4), "day", span(text, "4일")), place="한빛호텔", topic="위성 통신망을 함께 까는 방안",
        ),
        meeting(
            text, pair, "지난해 6월에도 남궁 대표를 만났다", "만났다",
            when=DateRange(date(2024, 6, 1), "month", span(text, "지난해 6월")),
        ),
        meeting(
            text, ("고도윤",), "오는 12일에는 전파진흥원 측과 만날 예정", "만날", status="planned", orgs=("전파진흥원",),
            when=DateRange(date(2025, 3, 12), "day", span(text, "12일")),
        ),
    ]  # fmt: skip
    people = (person(text, "고도윤", ("가람전자", "회장", False)), person(text, "남궁설", ("누리통신", "대표", False)))
    known = (organization(text, "가람전자"), organization(text, "누리통신"), organization(text, "전파진흥원", agency=True))
    other = article(SECOND, "second.txt", date(2025, 3, 9), None, "javascript:alert(1)")
    text = other.text
    pair = ("탁현서", "고도윤")
    fell = [
        meeting(
            text, pair, "올해 면담은 취소됐다", "면담", status="cancelled",
            when=DateRange(date(2025, 1, 1), "year", span(text, "올해")),
        ),
        meeting(text, pair, "앞서 따로 식사를 함께한 바 있다", "식사"),
    ]  # fmt: skip
    others = (person(text, "탁현서", ("라온은행", "은행장", False)), person(text, "고도윤", ("가람전자", "회장", False)))
    named = (organization(text, "라온은행"),)
    return Extraction(one, people, known, tuple(told)), Extraction(other, others, named, tuple(fell))
