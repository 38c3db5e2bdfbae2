"""The table of texts: complete in both languages, and all that the code and the components ask for is in it."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from graphing.view import names, network, sheet, timeline
from graphing.view.session import Language
from graphing.view.words import WORDS, word
from graphing.view.words_accuracy import ACCURACY_WORDS
from graphing.view.words_articles import ARTICLE_WORDS
from graphing.view.words_dashboard import DASHBOARD_WORDS
from graphing.view.words_review import REVIEW_WORDS

ROOT = Path(__file__).resolve().parents[2]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", WORDS)
def test_every_text_is_there_in_both_languages(key: str) -> None:
    korean, english = WORDS[key]
    assert korean.strip()
    assert english.strip()
    assert fields(korean) == fields(english)
    assert not re.search(r"[가-힣]", english)


def test_every_text_that_is_asked_for_is_there() -> None:
    files = [ROOT / "app.py", ROOT / "pages/network.py", *ROOT.glob("graphing/view/**/*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    asked = set(re.findall(r"""\bword\(\s*"(\w+)",""", code)) | set(re.findall(r"""self\._word\("(\w+)"\)""", code))
    assert len(asked) > 40
    assert asked - set(WORDS) == set()
    assert {*network.WORDS, *timeline.WORDS, *sheet.WORDS} <= set(WORDS)


def test_no_table_of_texts_overrides_another() -> None:
    tables = (DASHBOARD_WORDS, ARTICLE_WORDS, ACCURACY_WORDS, REVIEW_WORDS)
    own = re.findall(r'(?m)^    "(\w+)": \(', (ROOT / "graphing/view/words.py").read_text(encoding="utf-8"))
    assert len(own) + sum(map(len, tables)) == len(WORDS)


@pytest.mark.parametrize("picture", ["network", "timeline"])
def test_the_components_are_given_every_word_they_show(picture: str) -> None:
    folder = ROOT / "graphing/view" / picture
    given = {"network": {*network.WORDS}, "timeline": {*timeline.WORDS, "all"}}[picture]
    html = (folder / f"{picture}.html").read_text(encoding="utf-8")
    shown = set(re.findall(r'data-word="(\w+)"', html))
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))
    shown |= set(re.findall(r"words\.(\w+)", scripts))
    assert shown
    assert shown <= given


def test_values_are_filled_in() -> None:
    assert word("others", "ko", name="고도윤·남궁설", n=2) == "고도윤·남궁설 외 2"
    assert word("held", "en") == "Held"
    with pytest.raises(KeyError):
        word("no such text", "ko")


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [("오픈 AI", "ko", "오픈AI"), ("금감원", "ko", "금감원"), ("한빛 모터스", "ko", "한빛 모터스"), ("오픈 AI", "en", "OpenAI")],
)
def test_a_known_organisation_is_spaced_as_usual(written: str, language: Language, shown: str) -> None:
    assert names.name(written, "organization", language) == shown
