"""Look-up of organisations by any form of their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing import organizations
from graphing.errors import LexiconError
from graphing.lexicon import listed, table
from graphing.organizations import canonical_key, compact, organization_entry, organization_type, strip_legal_form


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("(주)다솔전자", "다솔전자"),
        ("㈜ 다솔전자", "다솔전자"),
        ("다솔전자㈜", "다솔전자"),
        ("주식회사 다솔전자", "다솔전자"),
        ("다솔전자 주식회사", "다솔전자"),
        ("농업회사법인 다솔팜(유)", "다솔팜"),
        ("Dasol Electronics Co., Ltd.", "Dasol Electronics"),
        ("Dasol, Inc.", "Dasol"),
        ("다솔Inc.", "다솔"),
        ("Dasol Holdings PLC", "Dasol Holdings"),
        ("주식회사", "주식회사"),
        ("Inc.", "Inc."),
        ("Cisco", "Cisco"),
        ("Tesco", "Tesco"),
        ("Yuhan Inc Korea", "Yuhan Inc Korea"),
        ("다솔재단", "다솔재단"),
    ],
)
def test_legal_forms_are_stripped(name: str, bare: str) -> None:
    assert strip_legal_form(name) == bare


@pytest.mark.parametrize(
    "forms",
    [
        ("오픈AI", "오픈 AI", "OpenAI", "openai", "㈜오픈AI", "OpenAI, Inc."),
        ("금융감독원", "금감원", "금융 감독원", "FSS"),
        ("한국경제인협회", "전경련", "전국경제인연합회", "한경협"),
        ("메르세데스-벤츠", "메르세데스·벤츠", "메르세데스벤츠", "벤츠"),
        ("산업통상부", "산업통상자원부", "산업부"),
        ("SK하이닉스", "SK 하이닉스", "하이닉스", "SK hynix"),
        ("KT&G", "케이티앤지"),
    ],
)
def test_forms_of_one_organisation_share_key_and_entry(forms: tuple[str, ...]) -> None:
    assert {canonical_key(form) for form in forms} == {canonical_key(forms[0])}
    assert {organization_entry(form) for form in forms} == {organization_entry(forms[0])} != {None}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("쿠팡", "쿠팡Inc"),
        ("포스코", "포스코홀딩스"),
        ("SK그룹", "SK스퀘어"),
        ("한국은행", "하나은행"),
        ("삼양식품", "삼양사"),
        ("HS효성", "효성"),
        ("중국 외교부", "외교부"),
        ("다솔전자", "다솔화학"),
    ],
)
def test_different_organisations_keep_different_keys(one: str, other: str) -> None:
    assert canonical_key(one) != canonical_key(other)


def test_an_unknown_name_is_its_own_key_without_legal_form_blanks_and_dots() -> None:
    assert organization_entry("다솔 한빛전자") is None
    assert canonical_key("(주)다솔·한빛 전자") == canonical_key("다솔한빛전자") == "다솔한빛전자"
    assert canonical_key("DaSol Corp.") == "dasol"


@pytest.mark.parametrize("name", ["", "·", "(주)", "주식회사"])
def test_a_name_of_nothing_but_noise_is_no_entry(name: str) -> None:
    assert organization_entry(name) is None
    assert canonical_key(name) == canonical_key(name)


def test_forms_that_are_ordinary_words_are_marked() -> None:
    entry = organization_entry("법무법인 세종")
    assert entry is not None
    assert entry.common == {"세종"}
    assert entry is organization_entry("세종")
    group = organization_entry("현대백화점")
    assert group is not None
    assert (group.group, group.common) == ("현대백화점그룹", frozenset())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("삼성전자", "company"),
        ("금감원", "agency"),
        ("다솔은행", "company"),
        ("벨로니아 중앙은행", "agency"),
        ("다솔도시공사", "company"),
        ("다솔진흥원", "agency"),
        ("한빛대학교", "agency"),
        ("한빛대", "agency"),
        ("누리당", "agency"),
        ("누리은행 노조", "agency"),
        ("가온부", "agency"),
        ("㈜한빛", "company"),
        ("한빛", "company"),
        ("새빛지원센터", "agency"),
        ("Ministry of Tides", "agency"),
        ("Harbor Foods", "company"),
        ("Tide University", "agency"),
    ],
)
def test_type_by_lexicon_or_by_last_word(name: str, kind: str) -> None:
    assert organization_type(name) == kind


def test_every_form_of_the_lexicon_leads_back_to_its_row() -> None:
    for row in table("organizations"):
        for form in (row["name"], *listed(row["aliases"])):
            entry = organization_entry(form)
            assert entry is not None
            assert entry.name == row["name"], form


def test_a_type_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"name": "다솔", "type": "firm", "english": "Dasol", "aliases": "", "group": "", "common": ""}
    monkeypatch.setattr(organizations, "table", lambda _: (row,))
    with pytest.raises(LexiconError, match=r"'다솔' has type 'firm', expected company or agency"):
        organizations._entries.__wrapped__()


@given(st.text(max_size=30))
def test_look_up_takes_any_text_and_keys_are_stable(name: str) -> None:
    key = canonical_key(name)
    assert canonical_key(f" {name} ") == key
    assert organization_type(name) in ("company", "agency")
    assert compact(compact(name)) == compact(name)
    if organization_entry(name) is None:
        assert strip_legal_form(strip_legal_form(name)) == strip_legal_form(name)
