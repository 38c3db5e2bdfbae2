"""Texts that no paper prints: whatever comes in, the whole way ends without error and every offset points at its words."""

from __future__ import annotations

import cProfile
import pstats
import random
import tracemalloc
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from time import process_time

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.clauses_english import joined, title_start
from graphing.extract.frames.cues import MASS
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.tellings_english import _GAPPED
from graphing.extract.names.finding import find_mentions
from graphing.extract.posts.finding import Reader
from graphing.extract.posts.titles import find_titles
from graphing.language import sentences
from graphing.model import Document
from graphing.pipeline import extract_document

TOLD = "김하늘 한빛전자 회장은 12일 서울에서 이바다 가람은행장을 만나 협력 방안을 논의했다."
TEXTS = {
    "one line": f"{TOLD} " * 40,
    "no blanks": TOLD.replace(" ", "").replace(".", "") * 40,
    "one syllable": "가" * 9_000,
    "a word again and again": "가나다 " * 700,
    "cues alone": "만나 " * 500,
    "names alone": "김하늘 회장, " * 300,
    "emoji": "😀👨‍👩‍👧🇰🇷" * 300,
    "decomposed": unicodedata.normalize("NFD", TOLD),
    "controls": f"\x00\x07\x1b\ufffd\x7f{TOLD}\x85\u2028\x00" * 5,
    "mixed line breaks": f"한 줄\r\n\r\n둘\r셋\n\n{TOLD}\r\n" * 3,
    "open brackets": "(“[" * 500,
    "Latin letters": "a" * 3_000,
    "blanks": " \t\u3000\n" * 300,
    "nothing": "",
    "English cues alone": "met with " * 700,
    "English names alone": "Kim Do-yun and Lee Ha-rim, " * 200,
    "English titles alone": "Chairman and CEO " * 300,
    "an English sentence of clauses": "a guest" + ", who left" * 700 + " and met Kim Do-yun.",
    "English pronouns": "He met him. They met her. The two met. " * 60,
    "an English picture": "From left, Kim Do-yun (left), " * 200,
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_offset_points_at_its_words(name: str) -> None:
    for extraction in extract_document(Document(name, TEXTS[name], date(2024, 5, 20))):
        text = extraction.article.text
        mentions = [mention for one in (*extraction.people, *extraction.organizations) for mention in one.mentions]
        assert [text[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]
        for meeting in extraction.meetings:
            spans = [*meeting.evidence, meeting.cue, *(participant.words for participant in meeting.participants)]
            assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("name", ["decomposed", "one line", "mixed line breaks"])
def test_the_meeting_is_still_read(name: str) -> None:
    (extraction, *_) = extract_document(Document(name, TEXTS[name], date(2024, 5, 20)))
    assert {participant.name for meeting in extraction.meetings for participant in meeting.participants} == {"김하늘", "이바다"}


def test_the_number_of_a_crowd_is_looked_for_in_time_in_any_row_of_digits() -> None:
    started = process_time()
    assert MASS.search("12" * 50_000) is None
    assert process_time() - started < 1
    assert MASS.search("행사에 12345명이 참석했다") is not None


def test_a_row_of_names_four_times_as_long_takes_four_times_as_long() -> None:
    def seconds(length: int) -> float:
        started = process_time()
        extract_document(Document("row", "이재용·" * (length // 4), date(2024, 5, 20)))
        return process_time() - started

    seconds(400)
    # What grows with the square of the length takes some ten times as long.
    assert seconds(100_000) < 6 * seconds(25_000)


def asked(count: int) -> int:
    """How many functions are called to read a text of so many sentences on thirty meetings of ten people."""
    people = [f"{surname}하늘 {surname}빛전자 회장" for surname in "김이박최정강조윤장임"]
    pairs = [(number % 10, (number + number // 10 % 3 + 1) % 10) for number in range(count)]
    told = (f"{people[one]}이 {one + two + 1}일 {people[two]}과 만나 협력을 논의했다." for one, two in pairs)
    text = "\n\n".join(f"{words[:-1]} 모두 {number}건이다." for number, words in enumerate(told))
    profile = cProfile.Profile()
    profile.runcall(extract_document, Document("long", text, date(2024, 5, 20)))
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_a_text_twice_as_long_takes_twice_the_work() -> None:
    asked(10)
    assert asked(400) < 2.3 * asked(200)


OVER_AND_OVER = {
    "cues in one sentence": "Kim Do-yun met Lee Ha-rim ",
    "clauses in one sentence": "Kim Do-yun, who met Lee Ha-rim, which ",
    "dates in one sentence": "Kim Do-yun met Lee Ha-rim in 2005 and again in 2007, ",
    "whose nobody knows": "whether Kim Do-yun met Lee Ha-rim ",
    "titles": "Chairman Kim, ",
    "titles of two words": "Chairman and CEO Kim Do-yun met Chairman and CEO ",
    "ministers": "Trade Minister Kim Do-yun met the minister and the chairman. ",
    "possessors": "Kim Do-yun’s ",
    "capitalised words": "Kang ",
    "words": "word with of ",
    "quotations": "“met” Kim Do-yun \"said\" ",
    "pictures": "From left, Kim Do-yun (left). ",
    "houses": "They were at the Garam Hotel in Seoul and at a noodle shop near the plant. ",
    "denials": "Kim Do-yun met Lee Ha-rim. The meeting never took place. ",
}


def steps(text: str) -> int:
    """How many functions are called to read a text."""
    profile = cProfile.Profile()
    profile.runcall(extract_document, Document("long", text, date(2024, 5, 20)))
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", OVER_AND_OVER)
def test_an_english_text_twice_as_long_takes_twice_the_work(name: str) -> None:
    # a sentence is cut after some thousand characters: both are longer
    one, two = ((OVER_AND_OVER[name] * (size // len(OVER_AND_OVER[name]) + 1))[:size] for size in (16_000, 32_000))
    steps(one[:400])
    assert steps(two) < 2.6 * steps(one)


def test_words_that_could_be_read_in_many_ways_are_read_in_one() -> None:
    # each of these took seconds for twenty words, and twice as long for every other one
    many = "CEO " * 40
    reference = Reference(len(many) + 1, len(many) + 4, len(many) + 4, ("Min",), "name", "", "", "")
    assert title_start(f"{many}(Min", reference) == reference.start
    assert not joined(f"Ko and {many}(Min", 2, len(many) + 8)
    assert _GAPPED.fullmatch(" and " + "of Nuri " * 40 + "x ") is None


def row(*parts: Sequence[str]) -> Callable[[int], str]:
    """A line of items, each made of one word of each of ``parts``, in no regular order, cut after so many characters."""

    def made(length: int) -> str:
        dice = random.Random(7)
        words: list[str] = []
        while 3 * len(words) < length:
            words.append("".join(dice.choice(part) for part in parts))
        return "".join(words)[:length]

    return made


NAMES = [f"{surname}{first}{last}" for surname in "김이박최정강조윤장임한" for first in "하도민서지현" for last in "늘윤아진호원"]
HOUSES = [f"{name}{kind}" for name in ("한빛", "가람", "다온", "누리", "하람", "새롬") for kind in ("전자", "은행", "건설", "증권", "제약")]
POSTS = ["회장", "사장", "대표", "부회장", "전무", "행장"]
DAYS = [f"{day}일 " for day in range(1, 29)]
ROWS = {
    "names and titles": row(NAMES, [" "], HOUSES, [" "], POSTS, [", "]),
    "titles and names": row(["△"], POSTS, [" "], NAMES, [" "]),
    "marked names": row(["△"], NAMES, [" "]),
    "houses of lists": row(["◆"], HOUSES, [" △"], POSTS, [" "], NAMES, [" "]),
    "names in dots": row(NAMES, ["·"]),
    "brackets": row(NAMES, ["("], HOUSES, [" "], POSTS, ["), "]),
    "who is appointed": row(HOUSES, ["는 회장에 "], NAMES, [" "], HOUSES, [" "], POSTS, ["를 "]),
    "whose people": row(HOUSES, ["에서는 "], NAMES, [" "], POSTS, [", "]),
    "days": row(DAYS, NAMES, [", "]),
    "what was said": row(NAMES, [" "], HOUSES, [" "], POSTS, ["은 “만나자”고 말했고 "]),
    "common nouns": row(NAMES, [" "], POSTS, ["은 그룹 "], NAMES, [" "], POSTS, ["을 만나 노조 쪽에서는 "]),
    "English titles": row(["Garam Bank ", "Nuri Holdings "], ["Chairman ", "CEO "], ["Kim ", "Lee ", "Park "], ["Do-yun, ", "Ha-rim, "]),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_in_one_line_twice_as_long_takes_twice_the_time(name: str) -> None:
    def seconds(length: int) -> float:
        begin = process_time()
        extract_document(Document("row", ROWS[name](length), date(2024, 5, 20)))
        return process_time() - begin

    seconds(400)
    one = min(seconds(10_000) for _ in range(2))
    # with the square of the length it would be sixteen times as long
    assert seconds(40_000) < 7 * one + 0.5


def test_a_diary_in_one_sentence_is_read_in_time_and_whole() -> None:
    told = "".join(f"{n % 28 + 1}일 {name} 가람전자 {POSTS[n % 6]}을 만나고 " for n, name in enumerate(NAMES[:120]))
    begin = process_time()
    (found,) = extract_document(Document("row", f"홍길동 한빛전자 회장은 {told}", date(2024, 5, 20)))
    assert process_time() - begin < 10
    met = [{one.name for one in meeting.participants} - {"홍길동"} for meeting in found.meetings]
    assert len({name for names in met for name in names}) > 110
    assert all("홍길동" in {one.name for one in meeting.participants} for meeting in found.meetings)


def held(words: int) -> int:
    """Bytes at most held while a text is read that names one person so many times."""
    tracemalloc.start()
    extract_document(Document("long", "가나다 " * words, date(2024, 5, 20)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_who_is_named_twice_as_often_takes_twice_the_memory() -> None:
    held(10)
    assert held(4_000) < 2.3 * held(2_000)


ENGLISH = {
    "capitals": "Hanul ",
    "commas": "Hanul, ",
    "fields": "Trade, ",
    "of": "Minister of Trade, ",
    "and": "Chairman and ",
    "titles": "Chairman ",
    "a list": "Garam Bank Chairman Kim Do-yun, ",
    "its": "its president, ",
    "asides": "Kim Do-yun, 41, who ran and is now a president of ",
    "given": "Garam appointed Kim Do-yun as its new CEO from Ma Tae-sik ",
    "bodies": "Ministry of Trade and ",
    "unions": "Garam's labor union ",
    "credits": "Reporting by Kim Do-yun, ",
    "hyphens": "Kim-",
    "ampersands": "A&",
}


def spent(words: str, length: int) -> float:
    """Seconds of processor time to find the names and the posts of so many characters of the same words; the least of two."""
    (article,) = split_articles(Document("long", (words * (length // len(words) + 1))[:length], date(2024, 5, 20)))
    least = 60.0
    for _ in range(2):
        begin = process_time()
        titles, told = find_titles(article.text), sentences(article)
        Reader(article.text, find_mentions(article, told, titles), titles)
        least = min(least, process_time() - begin)
    return least


@pytest.mark.parametrize("name", ENGLISH)
def test_english_names_and_posts_take_twice_the_time_of_half(name: str) -> None:
    assert spent(ENGLISH[name], 20_000) < 3 * spent(ENGLISH[name], 10_000) + 0.5


def test_a_sentence_of_hundreds_of_encounters_is_not_looked_through_for_each_two_of_them() -> None:
    profile = cProfile.Profile()
    text = "김하늘 한빛전자 회장이 3일 이바다 가람은행장을 만났다. " + "와 면담을 마치고 " * 300
    profile.runcall(extract_document, Document("x", text, date(2024, 5, 20)))
    spent = [entry[3] for place, entry in pstats.Stats(profile).stats.items() if place[0].endswith("own_clause.py")]
    assert max(spent) < 2
