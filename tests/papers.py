"""Articles of made-up papers that tell one encounter alike or otherwise, as extraction would hand them over."""

from __future__ import annotations

from datetime import date

from sample import article, meeting, person

from graphing.model import DateRange, Extraction, MeetingStatus

FILLER = "시장은 이 소식을 반겼다. 두 회사의 주가는 이날 나란히 올랐고, 업계는 앞으로 이어질 협력의 폭을 가늠하느라 분주했다."


def told(
    outlet: str, who: tuple[str, ...] = ("고도윤", "남궁설"), *, day: int | None = 4, place: str | None = "한빛호텔",
    status: MeetingStatus = "held", published: date | None = date(2025, 3, 6), words: str = "",
) -> Extraction:  # fmt: skip
    clause = f"{'·'.join(who)} 회동 {day}일 {place}"
    one = article((f"{outlet} 머리기사", f"{clause}. {words or outlet + '의 다른 글이다.'}"), f"{outlet}.txt", published, outlet)
    when = DateRange(date(2025, 3, day), "day") if day else None
    met = meeting(one.text, who, clause, "회동", status=status, when=when, place=place)
    return Extraction(one, tuple(person(one.text, name, ("가람전자", "회장", False)) for name in who), (), (met,))
