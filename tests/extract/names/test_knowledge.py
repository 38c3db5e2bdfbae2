"""What general knowledge adds to the tagger and takes from it: listed names, generic nouns, legal forms, lists, ordinary words."""

from __future__ import annotations

import pytest

from graphing.articles import split_articles
from graphing.extract.entities.organizations import resolve_organizations
from graphing.extract.names.foreign import with_whole_foreign
from graphing.extract.names.generic import without_generic, without_offices
from graphing.extract.names.listed import completed, headed, listed_companies, settled
from graphing.extract.names.people import without_ordinary
from graphing.extract.names.surnames import with_full_names
from graphing.extract.names.tagger import Guess, prepare
from graphing.extract.names.tagger_lexicons import listed_names
from graphing.extract.names.torn import torn
from graphing.extract.posts.titles import find_titles
from graphing.language import sentences
from graphing.model import Article, Document, Mention, Paragraph, Run


def guess(text: str, form: str, kind: str = "organization") -> Guess:
    start = text.index(form)
    return Guess(start, start + len(form), "person" if kind == "person" else "organization", 0.9)


def forms(text: str, guesses: list[Guess]) -> list[tuple[str, str]]:
    return [(text[item.start : item.end], item.kind) for item in guesses]


@pytest.mark.parametrize("name", ["오픈 AI", "SK 하이닉스", "소프트뱅크 그룹", "버크셔 해서웨이"])
def test_listed_names_are_known_with_a_blank_too(name: str) -> None:
    assert name in listed_names()[0]


def test_a_listed_name_takes_back_what_the_person_before_it_took() -> None:
    text = "린드홀름 오픈 AI CEO는 웃었다."
    read = [guess(text, "린드홀름 오픈", "person"), guess(text, "AI")]
    assert forms(text, settled(text, read, {5: (10, False)})) == [("린드홀름", "person"), ("오픈 AI", "organization")]


def test_a_listed_name_read_as_a_person_is_an_organisation() -> None:
    text = "최다온 제일기획 사장"
    read = [guess(text, "최다온", "person"), guess(text, "제일기획", "person")]
    assert forms(text, settled(text, read, {4: (8, False)})) == [("최다온", "person"), ("제일기획", "organization")]


def test_a_listed_short_name_between_a_name_and_a_title_is_an_organisation() -> None:
    text = "최다온 신보 이사장은 웃었다."
    found = settled(text, [guess(text, "신보", "person")], {}, frozenset({text.index("이사장")}))
    assert forms(text, found) == [("최다온", "person"), ("신보", "organization")]


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("이번 시공사는 곧 정해진다.", "시공사", False),
        ("금융지주 회장들을 만났다.", "금융지주", False),
        ("다온금융지주 회장을 만났다.", "다온금융지주", True),
        ("다온은행 리스크관리위원회가 열렸다.", "리스크관리위원회", False),
        ("공정거래위원회가 열렸다.", "공정거래위원회", True),
        ("미래가전사업부를 맡았다.", "미래가전사업부", False),
        ("후쿠오카현은 곧 답한다.", "후쿠오카현", False),
        ("베트남 국가 주석이 왔다.", "베트남 국가", False),
        ("AI 생태계가 크다.", "AI", False),
        ("다온일보에 따르면 곧 열린다.", "다온일보", False),
        ("최하람 다온일보 사장이 왔다.", "다온일보", True),
    ],
)
def test_what_names_no_organisation(text: str, name: str, left: bool) -> None:
    titles = frozenset({text.index("사장")}) if "사장" in text else frozenset()
    assert bool(without_generic(text, [guess(text, name)], titles)) is left


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("다온항공 조종사노조는 반대했다.", "다온항공", ["다온항공 조종사노조"]),
        ("하람저축은행 피해자모임이 왔다.", "하람저축은행", ["하람저축은행 피해자모임"]),
        ("동양·ABL생명 인수가 끝났다.", "ABL생명", ["동양", "ABL생명"]),
        ("국민·신한·하나은행이 왔다.", "하나은행", ["국민", "신한", "하나은행"]),
        ("법무법인 다온의 변호사가 왔다.", "법무법인 다온의", ["법무법인 다온"]),
        ("청와대로 갔다.", "청와대로", ["청와대"]),
    ],
)
def test_what_fixed_forms_add(text: str, read: str, expected: list[str]) -> None:
    found = completed(text, [guess(text, read)] if read else [], frozenset())
    assert forms(text, found) == [(form, "organization") for form in expected]


def test_a_line_of_names_is_a_list_of_people() -> None:
    text = "◇전무 승진\n이다온 최하람 한보라 민가람\n이번 인사는 컸다."
    assert forms(text, completed(text, [], frozenset())) == [(name, "person") for name in ("이다온", "최하람", "한보라", "민가람")]


def test_a_name_with_its_chinese_characters() -> None:
    text = "하람은행은 최다온 (崔多溫) 상무를, 중국 다롄(大連) 지점은 그를 택했다."
    assert forms(text, completed(text, [], frozenset())) == [("최다온", "person"), ("崔多溫", "person")]


def test_a_company_read_into_a_persons_name_is_taken_out() -> None:
    text = "다이룽 하람스타 회장이 왔다. 하람스타는 크다."
    read = [Guess(0, 8, "person", 0.7), Guess(text.index("하람스타는"), text.index("는 크다"), "organization", 0.9)]
    expected = [("다이룽", "person"), ("하람스타", "organization"), ("하람스타", "organization")]
    assert forms(text, completed(text, read, frozenset())) == expected


def test_two_organisations_with_a_hyphen_between_are_two() -> None:
    text = "한빛과 두리가 만났다. 한빛-두리 동맹이다. 새벽-노을은 하나다."
    read = [guess(text, name) for name in ("한빛", "두리", "한빛-두리", "새벽-노을")]
    named = [one._replace(kind="organization") for one in read]
    assert forms(text, completed(text, named, frozenset())) == [
        (name, "organization") for name in ("한빛", "두리", "한빛", "두리", "새벽-노을")
    ]


def test_broadcasters_write_who_speaks_in_brackets() -> None:
    text = "[최다온 / 가람전자 대표 : 곧 갑니다.]"
    assert forms(text, completed(text, [], frozenset())) == [("최다온", "person")]


def test_lists_of_other_words_are_no_people() -> None:
    text = "서울역 강남역 신촌역 가는 길\n이번엔 신나게 강하게 만나요"
    assert completed(text, [], frozenset()) == []


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("하람은행 검사 결과가 나왔다.", "은행", []),
        ("다온은행의 최종 검사는 끝났다.", "최종", []),
        ("면담장을 나온 린드홀름 장관은 웃었다.", "나온 린드홀름", ["린드홀름"]),
        ("혐의로 기소된 창업자를 만났다.", "기소된", []),
        ("디바이스 솔루션(Device Solution) 부문 사장", "Device Solution", []),
        ("회장이 미 대통령을 만났다.", "미", []),
        ("이날 진도군 공무원이 왔다.", "진도군", []),
        ("최다온\n다온전자 소식입니다. 최다온 기자", "최다온", []),
        ("프랑스 일간 르다온은 이렇게 썼다.", "르다온", []),
        ("주민들이 나란히 부회장에게 다가갔다.", "나란히", []),
        ("동남권 단체장이 모였다.", "동남권", []),
        ("민도영 총리, 13일 하루에 오찬과 면담", "오찬", []),
        ("영화배우 최다온이 왔다.", "최다온", ["최다온"]),
        ("최다온 부장이 왔다.", "최다온", ["최다온"]),
        ("임요한 대표가 왔다.", "임요한", ["임요한"]),
    ],
)
def test_words_that_are_no_people(text: str, read: str, expected: list[str]) -> None:
    item = Article("made-up", 0, len(text), text, (Run(0, len(text), 0, len(text)),), (Paragraph(0, len(text)),))
    cut, around = prepare(text, sentences(item), find_titles(text))
    found = without_ordinary(text, [guess(text, read, "person")], cut, frozenset(around.title_at), frozenset(around.title_ends))
    assert [form for form, _ in forms(text, found)] == expected


@pytest.mark.parametrize(
    ("text", "read", "kind", "left"),
    [
        ("울릉군수와 업체 대표의 만남", "울릉군수", "organization", []),
        ("가람은행장과 만남", "가람은행", "organization", ["가람은행"]),
        ("장관, 남산서 가람투어 회장과 오찬", "남산서", "person", []),
        ("대표, 파리서 로랑 최고경영자 만나", "파리서 로랑", "person", ["로랑"]),
        ("장관, 서울서 장은서 대표 만나", "장은서", "person", ["장은서"]),
    ],
)
def test_titles_and_where_somebody_is_are_no_names(text: str, read: str, kind: str, left: list[str]) -> None:
    item = Article("made-up", 0, len(text), text, (Run(0, len(text), 0, len(text)),), (Paragraph(0, len(text)),))
    _, around = prepare(text, sentences(item), find_titles(text))
    found = without_offices(text, [guess(text, read, kind)], around.title_ends, around.fused_ends)
    assert [form for form, _ in forms(text, found)] == left


def test_a_former_name_in_brackets_is_the_same_body() -> None:
    text = "하람은행(현 다온뱅크)은 작다."
    item = Article("made-up", 0, len(text), text, (Run(0, len(text), 0, len(text)),), (Paragraph(0, len(text)),))
    mentions = [Mention(text.index(name), text.index(name) + len(name), name, "organization") for name in ("하람은행", "다온뱅크")]
    assert [{one.name, *one.aliases} for one in resolve_organizations(item, mentions)] == [{"하람은행", "다온뱅크"}]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("왕다룽 중국 상무위원장이 왔다. 왕 위원장은 웃었다.", ["왕다룽", "왕"]),
        ("왕다룽 중국 부총리가 왔다. 왕 위원장은 웃었다.", ["왕"]),
        ("왕복 항공권을 산 최다온 위원장이 왔다. 왕 위원장은 웃었다.", ["최다온", "왕"]),
    ],
)
def test_the_full_name_behind_a_surname_and_a_title(text: str, people: list[str]) -> None:
    titles = {title.start: title.end for title in find_titles(text)}
    read = [Guess(text.index("왕 "), text.index("왕 ") + 1, "person", 0.9)]
    if "최다온" in text:
        read.append(guess(text, "최다온", "person"))
    assert [form for form, _ in forms(text, with_full_names(text, sorted(read), titles))] == people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("공무원 도모(42)씨 등을 찾았다.", ["도"]),
        ("도모 씨는 웃었다.", ["도"]),
        ("제갈모(3)양의 어머니", ["제갈"]),
        ("A(고3)양이 왔다.", ["A"]),
        ("도모(18·가명)군이 왔다.", ["도"]),
        ("C씨는 B군에게 물었다.", ["C", "B"]),
        ("ㄱ씨가 왔다.", ["ㄱ"]),
        ("A양식을 내려받는다.", []),
        ("도모 씨앗을 심었다.", []),
        ("A군단을 세웠다.", []),
    ],
)
def test_whom_the_press_does_not_name_is_a_mention(text: str, names: list[str]) -> None:
    assert forms(text, completed(text, [], frozenset())) == [(name, "person") for name in names]


def test_a_syllable_that_is_no_surname_is_no_one_before_ssi() -> None:
    text = "엔씨는 게임을 판다."
    article = Article("x", 0, len(text), text, (Run(0, len(text), 0, len(text)),), (Paragraph(0, len(text)),))
    prepared, around = prepare(text, sentences(article), find_titles(text))
    read = [guess(text, "엔", "person")]
    assert without_ordinary(text, read, prepared, frozenset(around.title_at), frozenset(around.title_ends)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("다온그룹과 만났다.", ["다온그룹"]),
        ("가람그룹은 컸다.", ["가람그룹"]),
        ("이 행사는 다온은행이 열었다.", ["다온은행"]),
        ("지방은행은 작다.", []),
        ("재벌그룹과 만났다.", []),
        ("신재생에너지를 판다.", []),
        ("떠오르는 그룹과 만났다.", []),
        ("라비돌호텔에서 만났다.", []),
        ("온 그룹이 만났다.", []),
        ("다온그룹장과 만났다.", []),
        ("떠오르는그룹과 만났다.", []),
        ("이 행사는 착한은행이 열었다.", []),
        ("이 행사는 찾아가는은행이 열었다.", []),
        ("중국은행과 미국은행이 있다.", []),
        ("비트코인투자와 베트남펀드를 판다.", []),
    ],
)
def test_a_company_is_told_by_its_last_word_where_no_common_noun_stands_before_it(text: str, found: list[str]) -> None:
    (article,) = split_articles(Document("made up", text))
    assert [text[one.start : one.end] for one in torn(text, sentences(article))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("오픈AI와 현대제철이 SK하이닉스를 본다.", ["오픈AI", "현대제철", "SK하이닉스"]),
        ("대상과 효성을 본다.", []),
        ("금융위원회를 본다.", []),
        ("삼성전자배 바둑대회와 한삼성전자를 본다.", []),
    ],
)
def test_listed_companies_are_found_where_they_are_a_whole_word(text: str, found: list[str]) -> None:
    (article,) = split_articles(Document("made up", text))
    names = listed_names()[0]
    at = {text.index(name): (text.index(name) + len(name), names[name]) for name in names if name in text and len(name) > 3}
    assert at or not found
    assert [text[one.start : one.end] for one in sorted(listed_companies(text, at, sentences(article)))] == found


def test_a_listed_name_that_is_an_ordinary_word_is_not_taken_for_a_company() -> None:
    text = "현대제철을 본다."
    (article,) = split_articles(Document("made up", text))
    assert list(listed_companies(text, {0: (4, True)}, sentences(article))) == []


def test_what_was_read_keeps_its_place_before_a_name_told_by_its_shape() -> None:
    text = "다온은행 금융노조가 나섰다. 다온은행도 나섰다."
    shaped = [Guess(0, 4, "organization", 0.8), Guess(16, 20, "organization", 0.8)]
    found = completed(text, [Guess(5, 9, "organization", 0.9)], frozenset(), shaped)
    assert [text[one.start : one.end] for one in found] == ["다온은행", "금융노조", "다온은행"]
    found = completed(text, [Guess(0, 4, "organization", 0.9), Guess(5, 9, "organization", 0.9)], frozenset())
    assert [text[one.start : one.end] for one in found] == ["다온은행 금융노조"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("다온공사(사장 장하람)는 컸다.", ["다온공사"]),
        ("다온공사(사장·장하람·오른쪽)는 컸다.", ["다온공사"]),
        ("다온대학교(총장ㆍ장하람)는 컸다.", ["다온대학교"]),
        ("다온시(시장 장하람)는 컸다.", []),
        ("다온공사(사장 공모)는 컸다.", []),
        ("박하윤(사장)은 장하람을 봤다.", []),
        ("장하람 회장(현대)과 장하람 사장(다온통신)이 왔다.", ["현대", "다온통신"]),
        ("장하람 회장(왼쪽)과 장하람 의원(서울)이 왔다.", []),
    ],
)
def test_what_is_told_with_its_head_in_a_bracket_is_an_organisation(text: str, found: list[str]) -> None:
    read = [guess(text, "장하람", "person")] if "장하람" in text else []
    titles = find_titles(text)
    starts, ends = frozenset(title.start for title in titles), frozenset(title.end for title in titles)
    assert [text[one.start : one.end] for one in headed(text, read, starts, ends)] == found


@pytest.mark.parametrize(
    ("text", "read", "found"),
    [
        ("에드윈 퍼렐와, 잰 오도널 미 국무장관을 봤다.", ["에드윈 퍼렐와", "잰 오도널 미"], ["에드윈 퍼렐", "잰 오도널"]),
        ("에드윈 바흐와 회장을 봤다.", ["에드윈 바흐와"], ["에드윈 바흐와"]),
        ("신한·외환·농협을 봤다.", ["외환"], []),
    ],
)
def test_what_belongs_to_no_name_is_left_out_of_it(text: str, read: list[str], found: list[str]) -> None:
    cut, _ = prepare(text, sentences(split_articles(Document("made up", text))[0]), find_titles(text))
    kept = without_ordinary(text, [guess(text, form, "person") for form in read], cut, frozenset(), frozenset())
    assert [text[one.start : one.end] for one in kept] == found


def test_a_vietnamese_surname_that_begins_a_title_begins_no_name() -> None:
    text = "국회의장이 여야 5당 대표와 국회에서 점심을 했다. 응우옌 득 민 총리도 왔다."
    starts = frozenset(title.start for title in find_titles(text))
    found = with_whole_foreign(text, [guess(text, "국회에")], starts)
    assert forms(text, found) == [("국회에", "organization"), ("응우옌 득 민", "person")]
