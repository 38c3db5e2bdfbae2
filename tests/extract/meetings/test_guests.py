"""Bodies whose unnamed people came to an encounter told before: short made-up articles of 5 February 2025."""

from __future__ import annotations

import pytest
from extract.told import read

TALK = "민도영 금융위원장은 4일 은행회관에서 고은찬 누리은행장을 만났다. "

TABLE = [
    (TALK + "이 자리에는 금융감독원과 한국은행 관계자들도 배석했다.", ["고은찬 민도영 @금융감독원 @한국은행"]),
    # what only quotes, stays away, takes part in something else, or tells of another day
    (TALK + "한국은행 관계자는 “금리를 지켜보겠다”고 말했다.", ["고은찬 민도영"]),
    (TALK + "이 자리에 하나은행과 신한은행 임원들은 참석하지 않았다.", ["고은찬 민도영"]),
    (TALK + "이번 사업에는 하나은행, 신한은행 등이 참여했다.", ["고은찬 민도영"]),
    (TALK + "이튿날 포럼에는 삼성전자와 LG전자 임원들이 참석했다.", ["고은찬 민도영"]),
    # who has a name there is no side
    (TALK + "이 자리에는 서하람 한국은행 부총재 등 한국은행 관계자들도 배석했다.", ["고은찬 민도영 서하람"]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_bodies_whose_people_came_are_sides(text: str, expected: list[str]) -> None:
    found = []
    for meeting in (meeting for extraction in read(text) for meeting in extraction.meetings):
        found.append(" ".join([*sorted(one.name for one in meeting.participants), *sorted(f"@{name}" for name in meeting.orgs)]))
    assert found == expected
