"""Names with their right borders: foreign names of several words, names in Chinese characters, what a layout tells, doubtful guesses."""

from __future__ import annotations

import pytest

from graphing.extract.names_borders import bordered
from graphing.extract.names_foreign import chinese_names, with_whole_foreign
from graphing.extract.names_layout import with_layout
from graphing.extract.names_people import likely
from graphing.extract.tagger import Guess, prepare
from graphing.extract.titles import find_titles
from graphing.language import sentences
from graphing.model import Article, Paragraph, Run


def guess(text: str, form: str, kind: str = "person", probability: float = 0.9, start: int = 0) -> Guess:
    place = text.index(form, start)
    return Guess(place, place + len(form), "person" if kind == "person" else "organization", probability)


def people(text: str, guesses: list[Guess]) -> list[str]:
    return [text[item.start : item.end] for item in guesses if item.kind == "person"]


def title_starts(text: str) -> frozenset[int]:
    return frozenset(title.start for title in find_titles(text))


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("고르돈 멜릭 미국 바이런텔 사장이 왔다.", ["고르돈 멜릭 미국"], ["고르돈 멜릭"]),
        ("영국 고르돈 멜릭 의장이 왔다.", ["영국 고르돈 멜릭"], ["고르돈 멜릭"]),
        ("엘리서 판더르 주한네덜란드 대사가 왔다.", ["엘리서 판더르 주한네덜란드"], ["엘리서 판더르"]),
        ("고르돈 멜릭 삼성전자 사장이 왔다.", ["고르돈 멜릭 삼성전자"], ["고르돈 멜릭"]),
        ("고르돈 멜릭 한불상의 회장이 왔다.", ["고르돈 멜릭 한"], ["고르돈 멜릭"]),
        ("고르돈 멜릭이 왔다.", ["고르돈 멜릭"], ["고르돈 멜릭"]),
        ("홍콩서 열린 이사회에 왔다.", ["홍콩서"], []),
        ("최다온이 왔다.", ["최다온"], ["최다온"]),
    ],
)
def test_a_name_ends_where_a_country_a_company_or_half_a_word_begins(text: str, read: list[str], expected: list[str]) -> None:
    assert people(text, bordered(text, [guess(text, form) for form in read], title_starts(text))) == expected


@pytest.mark.parametrize(
    ("text", "read", "kind", "expected"),
    [
        ("마린 하트 주한영국상의 소장", "주한영국상", "organization", "주한영국상의"),
        ("두메상의 회장이 왔다. 두메상공회의소는 작다.", "두메상", "person", "두메상의"),
        ("민은상의 회장이 왔다.", "민은상", "person", "민은상"),
    ],
)
def test_a_chamber_of_commerce_keeps_its_last_syllable(text: str, read: str, kind: str, expected: str) -> None:
    (found,) = bordered(text, [guess(text, read, kind)], title_starts(text))
    assert text[found.start : found.end] == expected


def whole(text: str, read: list[Guess]) -> list[str]:
    article = Article("글", 0, len(text), text, (Run(0, len(text), 0, len(text)),), (Paragraph(0, len(text)),))
    cut, _ = prepare(text, sentences(article), find_titles(text))
    return people(text, with_whole_foreign(text, sorted(read), cut, title_starts(text)))


def test_two_parts_of_a_foreign_name_that_stand_nowhere_apart_are_one() -> None:
    text = "제약사를 이끄는 호아퀸 두르테 회장이 다녀갔다."
    assert whole(text, [guess(text, "호아퀸"), guess(text, "두르테")]) == ["호아퀸 두르테"]


def test_two_people_who_stand_alone_elsewhere_stay_two() -> None:
    text = "두르테 멜릭스 회담. 두르테는 웃었다. 멜릭스는 떠났다."
    read = [guess(text, "두르테"), guess(text, "멜릭스"), guess(text, "두르테", start=5), guess(text, "멜릭스", start=12)]
    assert whole(text, read) == ["두르테", "멜릭스", "두르테", "멜릭스"]


def test_korean_names_in_a_row_are_not_joined() -> None:
    text = "최다온 민하람 회장이 왔다."
    assert whole(text, [guess(text, "최다온"), guess(text, "민하람")]) == ["최다온", "민하람"]


def test_a_word_between_a_foreign_name_and_the_organisation_belongs_to_the_name() -> None:
    text = "마르셀 피에르 잘리쿠 한들상의 회장이 왔다."
    assert whole(text, [guess(text, "마르셀 피에르"), guess(text, "한들상의", "organization")]) == ["마르셀 피에르 잘리쿠"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("이어 응우옌 떤 하이 베트남 총리를 만난다.", ["응우옌 떤 하이"]),
        ("쩐 반 민 총리를 만난다.", ["쩐 반 민"]),
        ("응우옌 총리를 만난다.", []),
        ("레 코르뷔지에의 집이다.", []),
    ],
)
def test_short_words_after_a_vietnamese_surname_are_its_name(text: str, expected: list[str]) -> None:
    assert whole(text, []) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("천밍가오(陳明高) 성장이 왔다.", ["천밍가오", "陳明高"]),
        ("왕첸(王倩) 시장이 배석했다.", ["왕첸", "王倩"]),
        ("중국 쉬저우(徐州)시 공장", []),
        ("장자강(張家港)에서 열렸다.", []),
        ("간담회(懇談會)를 열었다.", []),
        ("최다온(崔多溫) 대표", []),
    ],
)
def test_a_chinese_name_is_told_by_its_characters(text: str, expected: list[str]) -> None:
    assert people(text, list(chinese_names(text))) == expected


def test_a_guess_of_half_a_chinese_name_gives_way() -> None:
    text = "왕첸(王倩) 시장이 배석했다."
    assert whole(text, [guess(text, "왕"), guess(text, "王倩")]) == ["왕첸", "王倩"]


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("<최다온> 가람상의 회장,\n<민하은> 두메상의 회장", ["최다온"], ["최다온", "민하은"]),
        ("<민하은> 두메상의 회장", [], []),
        ("<최다온> 회장, <공지사항> 참고", ["최다온"], ["최다온"]),
        (
            "앞줄 왼쪽부터 엄기택 남산구·도윤배 한강구·인순옥 달빛구·옥대영 솔밭구 상공회장.",
            ["엄기택"],
            ["엄기택", "도윤배", "인순옥", "옥대영"],
        ),
        ("최다온·민하은 증인 철회", ["최다온"], ["최다온", "민하은"]),
        ("최다온·대한상의 간담회", ["최다온"], ["최다온"]),
    ],
)
def test_what_a_layout_tells(text: str, read: list[str], expected: list[str]) -> None:
    assert people(text, with_layout(text, [guess(text, form) for form in read])) == expected


def test_a_doubtful_person_is_kept_where_another_place_is_sure_or_many_agree() -> None:
    text = "다르온이 왔다. 다르온이 갔다. 나름온이 왔다. 호아퀸 두르테가 왔다."
    once = guess(text, "다르온", probability=0.5)
    again = guess(text, "다르온", probability=0.9, start=5)
    other = guess(text, "나름온", probability=0.5)
    several = guess(text, "호아퀸 두르테", probability=0.5)
    assert likely(text, [once, again, other, several]) == [once, again, several]
