"""The catalogues of texts: complete in both languages, and what they hold is what the code and the components ask for."""

from __future__ import annotations

import ast
import io
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from graphing.articles import Problem
from graphing.articles.readers import read_bytes
from graphing.errors import ConflictError, InputError, StoreError
from graphing.view import clock, marker, names, network, sheet, timeline
from graphing.view.session import LANGUAGES, Language
from graphing.view.words import counts, problem, told, word

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "graphing/locale"
# Where errors are raised that a page can show; what only the command line says may be English.
SHOWN = ("articles/", "decisions/", "store/", "view/", "graph.py", "readings.py", "pipeline.py")
ERRORS = ("HoedongError", "InputError", "StoreError", "ConflictError", "NotFoundError")


@cache
def catalogue(language: Language, domain: str = "hoedong") -> Catalog:
    source = LOCALE / language / "LC_MESSAGES" / f"{domain}.po"
    return read_po(io.BytesIO(source.read_bytes()), locale=language, abort_invalid=True)


def messages(language: Language, domain: str = "hoedong") -> dict[str, Message]:
    """Key → message; of one with plural forms the key is the first of its two."""
    return {one.id if isinstance(one.id, str) else one.id[0]: one for one in catalogue(language, domain) if one.id}


def texts(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def sources(*patterns: str) -> Iterator[tuple[Path, ast.Module]]:
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_the_catalogues_hold_the_same_keys() -> None:
    assert list(messages("ko")) == list(messages("en"))
    for language in LANGUAGES:
        source = (LOCALE / language / "LC_MESSAGES/hoedong.po").read_text(encoding="utf-8")
        keys = re.findall(r'(?m)^msgid "(.+)"$', source)
        assert len(keys) == len(set(keys)), "a key stands twice"
        assert all(not one.fuzzy for one in messages(language).values())


@pytest.mark.parametrize("key", messages("ko"))
def test_every_text_is_whole_in_both_languages(key: str) -> None:
    korean, english = messages("ko")[key], messages("en")[key]
    assert all(text.strip() for text in (*texts(korean), *texts(english)))
    assert {frozenset(fields(text)) for text in (*texts(korean), *texts(english))} == {frozenset(fields(texts(korean)[0]))}
    assert not any(re.search(r"[가-힣]", text) for text in texts(english))
    # A text with a count has the plural forms of its language, any other has none.
    counted = "n" in fields(texts(korean)[0])
    assert [isinstance(one.id, tuple) for one in (korean, english)] == [counted, counted]
    assert (len(texts(korean)), len(texts(english))) == ((1, 2) if counted else (1, 1))


@cache
def _asked() -> tuple[set[str], list[re.Pattern[str]]]:
    """The texts that the code names outright, and the patterns of those that it puts together."""
    named: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for _, tree in sources("app.py", "pages/*.py", "graphing/view/**/*.py", "graphing/tellings/*.py", "graphing/suggestions.py"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [re.escape(part.value) if isinstance(part, ast.Constant) else r"\w+" for part in node.values]
                if any(isinstance(part, ast.Constant) and len(str(part.value)) >= 3 for part in node.values):
                    patterns.append(re.compile("".join(parts)))
            elif isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant) and str(node.left.value).endswith("_"):
                patterns.append(re.compile(re.escape(str(node.left.value)) + r"\w+"))
    return named, patterns


def test_every_text_that_is_asked_for_is_there() -> None:
    code = "\n".join(ast.unparse(tree) for _, tree in sources("app.py", "pages/*.py", "graphing/view/**/*.py"))
    asked = set(re.findall(r"""\bword\('(\w+)',""", code)) | set(re.findall(r"""self\._word\('(\w+)'\)""", code))
    assert len(asked) > 150
    assert asked - set(messages("ko")) == set()
    assert {*network.WORDS, *timeline.WORDS, *sheet.WORDS, *marker.WORDS} <= set(messages("ko"))


@pytest.mark.parametrize("key", messages("ko"))
def test_no_text_is_there_that_nobody_asks_for(key: str) -> None:
    named, patterns = _asked()
    assert key in named or any(pattern.fullmatch(key) for pattern in patterns)


@pytest.mark.parametrize("picture", ["network", "timeline", "marker"])
def test_the_components_are_given_every_word_they_show(picture: str) -> None:
    folder = ROOT / "graphing/view" / picture
    given = {"network": {*network.WORDS}, "timeline": {*timeline.WORDS, "all"}, "marker": {*marker.WORDS}}[picture]
    html = (folder / f"{picture}.html").read_text(encoding="utf-8")
    shown = set(re.findall(r'data-word="(\w+)"', html))
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))
    shown |= set(re.findall(r"words\.(\w+)", scripts))
    assert shown
    assert shown <= given


def test_values_are_filled_in() -> None:
    assert word("others", "ko", name="고도윤·남궁설", n=2) == "고도윤·남궁설 외 2명"
    assert word("held", "en") == "Held"
    for values in ({}, {"n": 2}):
        with pytest.raises(KeyError):
            word("no such text", "ko", **values)


@pytest.mark.parametrize(
    ("n", "language", "said"),
    [
        (1, "en", "1 meeting"), (0, "en", "0 meetings"), (2, "en", "2 meetings"), (1234, "en", "1,234 meetings"),
        (1, "ko", "회동 1"), (1234, "ko", "회동 1,234"),
    ],
)  # fmt: skip
def test_a_count_chooses_the_form(n: int, language: Language, said: str) -> None:
    assert counts(language, meetings=n) == said


def _sentences() -> dict[str, str]:
    """The sentences of the errors that a page can show → where each is raised. Fails where one is put together in the code."""
    found: dict[str, str] = {}
    for path, tree in sources("graphing/**/*.py"):
        place = path.relative_to(ROOT / "graphing").as_posix()
        if not place.startswith(SHOWN):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                sentence = node.args[0]
                assert isinstance(sentence, ast.Constant), f"{place}:{node.lineno}: a sentence stands apart from what is filled in"
                found[sentence.value] = place
                given = {keyword.arg for keyword in node.keywords}
                assert given == (fields(sentence.value) if given else set()), f"{place}:{node.lineno}"
    return found


def test_every_error_that_a_page_shows_is_translated() -> None:
    assert set(_sentences()) == set(messages("ko", "problems"))


@pytest.mark.parametrize("sentence", messages("ko", "problems"))
def test_a_translated_error_names_the_same_values(sentence: str) -> None:
    (korean,) = texts(messages("ko", "problems")[sentence])
    assert re.search(r"[가-힣]", korean)
    assert fields(korean) == fields(sentence)


def test_an_error_is_told_in_the_readers_language() -> None:
    inner = InputError('"text" is {value}; expected a string with the article', value="{3}")
    outer = InputError("its sidecar {name}: {error}", name="쪽.json", error=inner)
    assert told(outer, "ko") == '함께 올린 쪽.json: "text" 값이 {3}입니다. 기사 본문 문자열이어야 합니다.'
    assert told(outer, "en") == str(outer) == 'its sidecar 쪽.json: "text" is {3}; expected a string with the article'
    assert told(InputError("a sentence {of} nobody's"), "ko") == "a sentence {of} nobody's"


def test_a_file_that_cannot_be_read_is_told_in_korean() -> None:
    (found,) = read_bytes("두 줄.jsonl", b'{"text": 3}\n')
    assert isinstance(found, Problem)
    assert problem(found, "ko") == '두 줄.jsonl, 1번째 줄: "text" 값이 3입니다. 기사 본문 문자열이어야 합니다.'
    assert problem(found, "en") == str(found)


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [("오픈 AI", "ko", "오픈AI"), ("금감원", "ko", "금감원"), ("한빛 모터스", "ko", "한빛 모터스"), ("오픈 AI", "en", "OpenAI")],
)
def test_a_known_organisation_is_spaced_as_usual(written: str, language: Language, shown: str) -> None:
    assert names.name(written, "organization", language) == shown


def test_a_time_in_an_error_is_told_by_the_readers_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    when = datetime(2025, 3, 1, 20, 5, tzinfo=UTC)
    error = ConflictError("{by} has already done this ({when:%Y-%m-%d %H:%M}); look at how it stands now", by="김", when=when)
    outer = InputError("{problem} (--columns)", problem=error)
    monkeypatch.setattr(clock, "here", lambda: timezone(timedelta(hours=9)))
    assert "(2025-03-02 05:05)" in told(error, "ko")
    assert "(2025-03-02 05:05)" in told(outer, "en")
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert "(2025-03-01 15:05)" in str(error), "and where nobody looks through a browser by this machine's"
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


@pytest.mark.parametrize("domain", ["hoedong", "problems"])
def test_no_korean_text_leaves_its_particles_to_the_reader(domain: str) -> None:
    written = "\n".join(text for message in messages("ko", domain).values() for text in texts(message))
    assert re.findall(r"\S*(?:\([은는이가을를과와]\)|\((?:으|이)\))\S*", written) == []
    # One that stands fixed behind a name fits by chance.
    assert re.findall(r"\{[^}]+\}(?:은|는|가|을|를|과|와|으?로|이?라고)(?![가-힣])", written) == []


def test_a_particle_fits_the_name_that_is_filled_in() -> None:
    assert word("why_partner", "ko", names="강태린·류은담") == "둘 다 강태린·류은담과 만남"
    assert word("why_partner", "ko", names="강태린·SK") == "둘 다 강태린·SK와 만남"
    refused = StoreError("the database {shown} refused the request: {fault}", shown="한빛", fault="x")
    assert told(refused, "ko") == "데이터베이스 한빛이 거절했습니다: x"


def test_english_errors_are_no_translations() -> None:
    """What only a translation would say: "is no" for what is not one, what a file "tells", a number "set higher"."""
    stiff = re.compile(r"(?<!there )\bis no (?!longer)|\b(?:tells?|leads on|meanwhile|set \{setting\} higher|letter by letter)\b")
    assert [sentence for sentence in messages("ko", "problems") if stiff.search(sentence)] == []


def test_english_is_a_newsrooms() -> None:
    """What only a translation would say: what is "told", "no meeting" for what is not one, "the surroundings"."""
    stiff = re.compile(r"\b(?:told|telling\w*|surroundings|proofs|proving|is no (?!longer)|by hand|otherwise)\b", re.IGNORECASE)
    assert [text for message in messages("en").values() for text in texts(message) if stiff.search(text)] == []
