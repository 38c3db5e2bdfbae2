"""Foreign names of several words, names in Chinese characters, doubtful guesses."""

from __future__ import annotations

import pytest

from graphing.extract.names.foreign import chinese_names, with_whole_foreign
from graphing.extract.names.people import likely
from graphing.extract.names.tagger import Guess
from graphing.extract.posts.titles import find_titles


def guess(text: str, form: str, kind: str = "person", probability: float = 0.9, start: int = 0) -> Guess:
    place = text.index(form, start)
    return Guess(place, place + len(form), "person" if kind == "person" else "organization", probability)


def people(text: str, guesses: list[Guess]) -> list[str]:
    return [text[item.start : item.end] for item in guesses if item.kind == "person"]


def title_starts(text: str) -> frozenset[int]:
    return frozenset(title.start for title in find_titles(text))


def whole(text: str, read: list[Guess]) -> list[str]:
    return people(text, with_whole_foreign(text, sorted(read), title_starts(text)))


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


def test_a_doubtful_person_is_kept_where_another_place_is_sure_or_many_agree() -> None:
    text = "다르온이 왔다. 다르온이 갔다. 나름온이 왔다. 호아퀸 두르테가 왔다."
    once = guess(text, "다르온", probability=0.5)
    again = guess(text, "다르온", probability=0.9, start=5)
    other = guess(text, "나름온", probability=0.5)
    several = guess(text, "호아퀸 두르테", probability=0.5)
    assert likely(text, [once, again, other, several]) == [once, again, several]
