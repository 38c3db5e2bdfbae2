"""What others signed at the event told before is an encounter of theirs."""

from __future__ import annotations

import pytest

from tests.extract.told import met

FIRST = (
    "한빛전자는 3일 더한호텔에서 열린 ‘기업 협력 행사’에서 볼터와 위탁생산 계약을 맺었다. "
    "이 계약서에는 민도영 한빛전자 대표와 고은찬 볼터 사장이 서명했다. "
)


@pytest.mark.parametrize("where", ["같은 행사에서", "이어 같은 자리에서"])
def test_another_signature_is_of_others(where: str) -> None:
    text = FIRST + f"{where} 차은규 누리은행 행장은 최하람 가람건설 대표와 개발 양해각서에 서명했다."
    assert met(text) == ["고은찬 민도영", "차은규 최하람"]


def test_who_else_was_there_is_of_the_first() -> None:
    assert met(FIRST + "같은 행사에는 차은규 누리은행 행장도 참석했다.") == ["고은찬 민도영 차은규"]
