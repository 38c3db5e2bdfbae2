"""People told by the office beside them, by a bracket, or by the list they stand in."""

from __future__ import annotations

import pytest

from graphing.articles import split_articles
from graphing.extract.names.finding import find_mentions
from graphing.extract.names.foreign import lengthened, proper_nouns
from graphing.extract.names.office import before, between, dotted, glued, ministries, noted, with_countries, without_missions
from graphing.extract.names.tagger import Guess
from graphing.extract.posts.titles import find_titles
from graphing.language import sentences
from graphing.model import Document


def guess(text: str, form: str, kind: str = "organization") -> Guess:
    start = text.index(form)
    return Guess(start, start + len(form), "person" if kind == "person" else "organization", 0.9)


def starts(text: str) -> frozenset[int]:
    return frozenset(title.start for title in find_titles(text))


def ends(text: str) -> frozenset[int]:
    return frozenset(title.end for title in find_titles(text))


def mentions(text: str) -> list[tuple[str, str]]:
    (article,) = split_articles(Document("made up", text))
    return [(one.text, one.kind[0]) for one in find_mentions(article, sentences(article), find_titles(article.text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가람은행 장하동 은행장이 왔다.", ["장하동"]),
        ("가람은행 강남구 은행장이 왔다.", []),
        ("가람은행 이상동 지점장이 왔다.", []),
        ("가람은행, 장하동 은행장이 왔다.", []),
        ("가람은행 반도체 사장이 왔다.", []),
    ],
)
def test_a_name_between_an_organisation_and_a_title_is_a_person(text: str, found: list[str]) -> None:
    (article,) = split_articles(Document("made up", text))
    proper = proper_nouns(sentences(article))
    assert [text[one.start : one.end] for one in between(text, [guess(text, "가람은행")], starts(text), proper)] == found


@pytest.mark.parametrize(
    ("text", "doubted", "found"),
    [
        ("회장은 장하동 가람은행 사장을 봤다.", "", ["장하동"]),
        ("회장은 장하동 ㈜가람은행 사장을 봤다.", "", ["장하동"]),
        ("회장은 장하동 가람은행사장을 봤다.", "", ["장하동"]),
        ("회장은 두샤오강 가람은행 서기를 봤다.", "두샤오강", ["두샤오강"]),
        ("회장은 야마다 신이치 가람은행 사장을 봤다.", "신이치", ["야마다 신이치"]),
        ("회장은 부산시 가람은행 사장을 봤다.", "", []),
        ("회장은 어제, 가람은행 사장을 봤다.", "", []),
        ("회장은 장하동 가람은행 앞을 봤다.", "", []),
        ("한가람 회장, 빈대인 가람은행 사장을 봤다.", "", ["빈대인"]),
    ],
)
def test_a_name_before_an_organisation_with_a_title_is_a_person(text: str, doubted: str, found: list[str]) -> None:
    (article,) = split_articles(Document("made up", text))
    proper = proper_nouns(sentences(article))
    half_seen = [guess(text, doubted, "person")] if doubted else []
    told = before(text, [guess(text, "가람은행")], starts(text), ends(text), proper, half_seen)
    assert list(dict.fromkeys(text[one.start : one.end] for one in told)) == found


@pytest.mark.parametrize(
    ("text", "read", "found"),
    [
        ("아구스 구미왕 카르타미타 산업부 장관", ["아구스 구미왕:person", "카르타미타 산업부"], ["아구스 구미왕 카르타미타", "산업부"]),
        ("로베르트 라이트하이저 미국 무역부 대표", ["로베르트:person", "미국 무역부"], ["로베르트 라이트하이저", "미국 무역부"]),
        ("아구스 구미왕 다온제약 회장이 왔다.", ["아구스 구미왕:person", "다온제약"], ["아구스 구미왕", "다온제약"]),
        ("장하동 라이트하이저 회장이 왔다.", ["장하동:person"], ["장하동"]),
    ],
)
def test_a_foreign_name_keeps_its_last_word(text: str, read: list[str], found: list[str]) -> None:
    (article,) = split_articles(Document("made up", text))
    guesses = [guess(text, *form.split(":")) for form in read]
    told = lengthened(text, guesses, starts(text), proper_nouns(sentences(article)))
    assert [text[one.start : one.end] for one in told] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("대통령은 최다온전경련회장등 단체장을 만났다.", ["최다온", "전경련"]),
        ("대통령은 최다온대우회장과 한가람한라회장을 만났다.", ["최다온", "대우", "한가람", "한라"]),
        ("대통령은 대한상의회장과 신한은행사장을 만났다.", []),
        ("대통령은 최다온회장을 만났다.", []),
    ],
)
def test_a_name_an_organisation_and_a_title_may_be_one_word(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in sorted(glued(text, starts(text)))] == found


def test_a_bracket_after_a_title_tells_another_post() -> None:
    text = "최다온 조합 이사장(엔코 사장), 한가람 총수(장하동 회장)"
    read = [guess(text, form, "person") for form in ("최다온", "엔코", "한가람", "장하동")]
    told = noted(text, read, starts(text), ends(text))
    assert [one.kind for one in told] == ["person", "organization", "person", "person"]


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("한가람 회장이 최다온 총괄회장 문병차 병원을 찾았다.", "문병차"),
        ("⊙ 최다온 앵커 : 회장이 평양에 도착했습니다.", "최다온"),
        ("최다온 회장을 단장으로 하는 방문단이 왔다.", "하는"),
        ("주호주 한국대사를 지낸 최다온 회장이 왔다.", "주호주"),
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str, none: str) -> None:
    assert none not in [form for form, kind in mentions(text) if kind == "p"]


@pytest.mark.parametrize(
    ("text", "person", "found"),
    [
        ("Kim Do-yun met with Hao Feng, Party Secretary of Garam, on Friday.", "Hao Feng", True),
        ("Kim Do-yun met his counterpart Sri Mulyani Indrawati on Friday.", "Sri Mulyani Indrawati", True),
        ("At the Garam Government Complex, Governor Kim Do-yun met reporters.", "Government Complex", False),
        ("Kim Do-yun met with White House officials on Friday.", "White House", False),
        ("Although Kim Do-yun left early, the others stayed for dinner.", "Although Kim Do-yun", False),
        ("Kim Do-yun met with Amb. Koichi Mizushima in Seoul on Friday.", "Koichi Mizushima", True),
    ],
)
def test_people_of_english_sentences(text: str, person: str, found: bool) -> None:
    assert ((person, "p") in mentions(text)) is found


@pytest.mark.parametrize(
    ("text", "person", "found"),
    [
        ("가람자동차 부품사 레만의 볼프강 레만 회장이 왔다. 레만 회장은 웃었다.", "볼프강 레만", True),
        ("가람호는 디자인 회사 레만의 창업자 볼프강 레만과 만났다.", "볼프강 레만", True),
        ("도카이자동차의 아라이 다쓰오 사장을 최다온 가람전자 회장이 만났다.", "아라이 다쓰오", True),
        ("최다온 가람은행장은 응우옌 반 하이 주한 베트남대사를 접견했다.", "응우옌 반 하이", True),
        ("무함마드 빈 살만 왕세자가 왔다. 빈 살만 왕세자는 웃었다. 빈 살만은 갔다.", "무함마드 빈 살만", True),
        ("최다온 회장이 왔다. 최다온은 미즈하라 세이이치와 악수했다.", "최다온은 미즈하라 세이이치", False),
        ("최다온 대한항공 상무는 진에어 전무로 승진했다.", "상무는", False),
        ("최다온 가람은행장, 한가람 나라금융지주 회장, 빈대인 누리금융지주 회장이 자리했다.", "빈대인", True),
    ],
)
def test_whole_names_beside_companies_and_places(text: str, person: str, found: bool) -> None:
    assert ((person, "p") in mentions(text)) is found


@pytest.mark.parametrize(
    ("text", "read", "found"),
    [
        ("한가람·유상대·장하동 부총재보가 왔다.", ["한가람", "장하동"], ["한가람", "유상대", "장하동"]),
        ("한가람·유상대·장하동 부총재보가 왔다.", ["한가람"], []),
        ("한가람·유상대 부총재보가 왔다.", ["한가람"], []),
        ("한가람·삼성전·장하동·유상대도 왔다.", ["한가람", "장하동", "유상대"], []),
        ("한가람·토론회·장하동", ["한가람", "장하동"], []),
    ],
)
def test_what_stands_with_people_between_dots_is_one(text: str, read: list[str], found: list[str]) -> None:
    told = dotted(text, [guess(text, form, "person") for form in read])
    assert [text[one.start : one.end] for one in told] == found


def test_a_ministry_of_another_country_keeps_its_country() -> None:
    text = "몽골 광물부 장관과 중국 외교부장, 한국 광물부 장관, 중국 영업부장"
    assert [text[one.start : one.end] for one in ministries(text)] == ["몽골 광물부", "중국 외교부"]
    text = "베트남 공상부장관과 공상부 직원"
    read = [guess(text, "공상부")]
    assert [text[one.start : one.end] for one in with_countries(text, read, {read[0].end})] == ["베트남 공상부"]
    assert with_countries(text, read, frozenset()) == read


@pytest.mark.parametrize(
    ("post", "name"),
    [
        ("탁은정 주라오스 대사", "탁은정"),
        ("탁은정 주제네바 대사", "탁은정"),
        ("탁은정 주베트남 한국대사", "탁은정"),
        ("탁은정 주카자흐스탄 대사", "탁은정"),
        # of two and four syllables, and where the country is a word with its particle (주인 + 도)
        ("조헌 주인도 한국대사", "조헌"),
        ("박진 주미 대사", "박진"),
        ("정하늘솔 주호주 대사", "정하늘솔"),
        ("게오르크 슈미트 주한 독일대사", "게오르크 슈미트"),
        # a surname that sounds like it
        ("주은솔 대사", "주은솔"),
    ],
)
def test_where_an_ambassador_is_sent_is_no_part_of_a_name(post: str, name: str) -> None:
    assert mentions(f"민도영 한빛전자 회장은 3일 {post}와 만났다.") == [("민도영", "p"), ("한빛전자", "o"), (name, "p")]


@pytest.mark.parametrize("word", ["신임", "차기", "전직", "현직", "초대", "고위", "주한", "정부"])
def test_no_word_before_where_an_ambassador_is_sent_is_a_name(word: str) -> None:
    assert mentions(f"민도영 한빛전자 회장은 3일 {word} 주미 대사와 만났다.") == [("민도영", "p"), ("한빛전자", "o")]


def test_the_country_of_a_mission_is_no_organisation() -> None:
    text = "탁은정 주헝가리 한국 대사가 왔다. 주은전자 대사가 왔다."
    read = [guess(text, "탁은정", "person"), guess(text, "주헝가리"), guess(text, "주은전자")]
    assert [text[one.start : one.end] for one in without_missions(text, read)] == ["탁은정", "주은전자"]
