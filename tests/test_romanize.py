"""Revised Romanization and Korean names in English."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.romanize import given_name, romanize, romanize_person, romanize_word

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=12)

# Examples of the official notification (2000-8) and of the National Institute of Korean Language.
OFFICIAL = {
    "구미": "Gumi",
    "영동": "Yeongdong",
    "백암": "Baegam",
    "옥천": "Okcheon",
    "합덕": "Hapdeok",
    "호법": "Hobeop",
    "월곶": "Wolgot",
    "벚꽃": "Beotkkot",
    "한밭": "Hanbat",
    "구리": "Guri",
    "설악": "Seorak",
    "칠곡": "Chilgok",
    "임실": "Imsil",
    "울릉": "Ulleung",
    "대관령": "Daegwallyeong",
    "백마": "Baengma",
    "신문로": "Sinmunno",
    "종로": "Jongno",
    "왕십리": "Wangsimni",
    "별내": "Byeollae",
    "신라": "Silla",
    "독립": "Dongnip",
    "독립문": "Dongnimmun",
    "해돋이": "Haedoji",
    "같이": "Gachi",
    "좋고": "Joko",
    "놓다": "Nota",
    "낳지": "Nachi",
    "압구정": "Apgujeong",
    "낙동강": "Nakdonggang",
    "죽변": "Jukbyeon",
    "낙성대": "Nakseongdae",
    "합정": "Hapjeong",
    "팔당": "Paldang",
    "샛별": "Saetbyeol",
    "울산": "Ulsan",
    "묵호": "Mukho",
    "집현전": "Jiphyeonjeon",
    "광희문": "Gwanghuimun",
    "부산": "Busan",
    "세종": "Sejong",
    "제주": "Jeju",
    "인왕": "Inwang",
    "속리산": "Songnisan",
    "안압지": "Anapji",
    "극락전": "Geungnakjeon",
    "촉석루": "Chokseongnu",
    "거북선": "Geobukseon",
    "오죽헌": "Ojukheon",
    "값": "Gap",
    "넓이": "Neolbi",
    "앉아": "Anja",
    "않아": "Ana",
    "좋아": "Joa",
    "강아지": "Gangaji",
}


@pytest.mark.parametrize(("hangul", "latin"), OFFICIAL.items())
def test_official_examples(hangul: str, latin: str) -> None:
    assert romanize(hangul) == latin


@pytest.mark.parametrize(("hangul", "latin"), [("학여울", "Hagyeoul"), ("알약", "Aryak"), ("목요일", "Mogyoil"), ("절약", "Jeoryak")])
def test_what_is_spoken_between_the_words_of_a_compound_is_left_out(hangul: str, latin: str) -> None:
    assert romanize(hangul) == latin


def test_other_text_stays_and_every_word_is_capitalised() -> None:
    assert romanize("한빛 바다-3호 (Ltd)") == "Hanbit Bada-3Ho (Ltd)"
    assert romanize("") == ""


def test_decomposed_hangul_is_composed_and_stray_jamo_left_out() -> None:
    assert romanize("신라") == "Silla"
    assert romanize("바다ㅋㅋ") == "Bada"


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("홍길동", "Hong Gil-dong"),
        ("김빛나", "Kim Bit-na"),
        ("한복남", "Han Bok-nam"),
        ("이산", "Lee San"),
        ("최", "Choi"),
        ("박준표", "Park Jun-pyo"),
        ("류신라", "Ryu Sin-ra"),
        ("남궁민수", "Namkoong Min-su"),
        ("황보관", "Hwangbo Gwan"),
        ("제갈윤아", "Jegal Yun-a"),
        ("선우은숙", "Sunwoo Eun-suk"),
        ("독고진", "Dokgo Jin"),
        ("사공일", "Sagong Il"),
        ("서문탁", "Seomun Tak"),
        ("황보", "Hwang Bo"),
    ],
)
def test_korean_names(name: str, english: str) -> None:
    assert romanize_person(name) == english


@pytest.mark.parametrize("name", ["", "올", "라르스", "나델라", "고이즈미", "마르켄", "젠슨 황", "Kim", "김A", "뷁뷁이"])
def test_names_that_are_not_korean(name: str) -> None:
    assert romanize_person(name) is None


def test_what_is_no_hangul_is_refused() -> None:
    with pytest.raises(ValueError, match="'x' is no Hangul syllable"):
        romanize_word("가x")


@given(HANGUL)
def test_any_hangul_gives_letters_only(word: str) -> None:
    assert re.fullmatch("[a-z]+", romanize_word(word))
    assert re.fullmatch("[A-Z][a-z]*(-[a-z]+)*", given_name(word))
    person = romanize_person(word)
    assert person is None or re.fullmatch("[A-Z][a-z]+( [A-Z][a-z]*(-[a-z]+)?)?", person)


@given(st.text(max_size=30))
def test_any_text_loses_its_hangul(text: str) -> None:
    assert not re.search("[가-힣ㄱ-ㆎ]", romanize(text))
