"""Who is named in a sentence that tells an encounter, and was not there."""

from __future__ import annotations

import pytest
from extract.told import met


@pytest.mark.parametrize(
    "text",
    [
        "민도영 한들전자 회장과 고은찬 새벽은행 사장이 3일 만났다고 서하람 누리증권 대표가 전했다.",
        "서하람 누리증권 대표는 민도영 한들전자 회장이 3일 고은찬 새벽은행 사장을 만났다고 밝혔다.",
        "민도영 한들전자 회장은 3일 고은찬 새벽은행 사장을 만나 서하람 누리증권 대표 문제를 논의했다.",
        "민도영 한들전자 회장은 3일 고은찬 새벽은행 사장을 만나 서하람 누리증권 대표의 복직 문제를 협의했다.",
        "서하람 누리증권 대표의 장남 민도영 한들전자 회장은 3일 고은찬 새벽은행 사장과 만났다.",
        "민도영 한들전자 회장은 3일 서하람 누리증권 대표의 소개로 고은찬 새벽은행 사장을 만났다.",
        "민도영 한들전자 회장은 3일 고(故) 서하람 누리증권 창업주의 빈소를 찾아 장남인 고은찬 새벽은행 사장과 이야기를 나눴다.",
        "민도영 한들전자 회장은 3일 본관 로비의 서하람 창업주 흉상 앞에서 고은찬 새벽은행 사장과 기념사진을 찍었다.",
        "3일 고은찬 새벽은행 사장과 마주 앉은 민도영 한들전자 회장은 투자를 늘리겠다고 답했다고 서하람 대변인이 전했다.",
    ],
)
def test_who_took_no_part(text: str) -> None:
    assert met(text) == ["고은찬 민도영"]


def test_who_tells_of_an_encounter_of_his_own_was_there() -> None:
    assert met("3일 고은찬 새벽은행 사장과 만났다고 민도영 한들전자 회장이 전했다.") == ["고은찬 민도영"]


def test_who_asks_about_it_was_not_there() -> None:
    text = "서하람 의원이 “누구를 만났느냐”고 묻자 민도영 한들전자 회장은 “3일 국회에서 고은찬 새벽은행 사장을 만나 사과했다”고 답했다."
    assert met(text) == ["고은찬 민도영"]


def test_who_leads_a_delegation_is_where_it_goes() -> None:
    assert met("민도영 한들전자 회장이 이끄는 경제사절단은 3일 서울에서 고은찬 새벽은행 총재를 만났다.") == ["고은찬 민도영"]
