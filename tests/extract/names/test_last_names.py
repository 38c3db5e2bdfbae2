"""A foreigner's last name before a title, however the tagger takes it, is he whom the article named in full."""

from __future__ import annotations

import pytest

from tests.extract.told import read


@pytest.mark.parametrize("title", ["회장", "CEO", "대표"])
@pytest.mark.parametrize("name", ["스테판 방셀", "닉 클레그", "찰스 롱바텀"])
def test_he_is_one_person(name: str, title: str) -> None:
    last = name.rsplit(maxsplit=1)[-1]
    text = (
        f"{name} 모더나 최고경영자(CEO)가 3일 방한했다. 민도영 한빛전자 회장은 지난해 12월 28일 {last} {title}와 화상 통화를 했다. "
        f"지난달 27일에는 방한한 {last} {title}을 접견했다."
    )
    (extraction,) = read(text)
    assert [person.name for person in extraction.people] == [name, "민도영"]
    assert last not in {organization.name for organization in extraction.organizations}
    assert [sorted(one.name for one in meeting.participants) for meeting in extraction.meetings] == [sorted([name, "민도영"])] * 2


def test_a_company_called_like_him_stays_one() -> None:
    (extraction,) = read("볼프강 레만 레만 회장이 3일 방한했다. 레만은 지난해 매출이 늘었다. 레만 측은 공장을 짓는다고 밝혔다.")
    assert "레만" in {organization.name for organization in extraction.organizations}
