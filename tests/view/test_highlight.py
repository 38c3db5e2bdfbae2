"""Article text as HTML: marked, and never able to become markup."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.view.highlight import KINDS, Mark, by_stretch, highlight, pieces

NASTY = "<img src=x onerror=alert(1)> & \"'</mark></section><script>alert(2)</script>"


@pytest.mark.parametrize(
    ("text", "marks", "telling", "expected"),
    [
        ("고도윤 회장", [Mark(0, 3, "person")], [], '<mark class="person">고도윤</mark> 회장'),
        ("한빛전자 본사에서", [Mark(0, 4, "company"), Mark(0, 7, "place")], [], '<mark class="place">한빛전자 본사</mark>에서'),
        ("고도윤을 만났다", [Mark(0, 8, "cue"), Mark(0, 3, "person")], [], '<mark class="person">고도윤</mark>을 만났다'),
        ("만났다.", [Mark(0, 3, "cue")], [(0, 3)], '<span class="telling"><mark class="cue">만났다</mark></span>.'),
        ("가나다", [], [(0, 2), (1, 3)], '<span class="telling">가나다</span>'),
        ("가나", [Mark(-5, 1, "date"), Mark(1, 99, "cue")], [(-3, 0), (9, 12)], '<mark class="date">가</mark><mark class="cue">나</mark>'),
        ("a<b", [Mark(1, 2, "cue")], [], 'a<mark class="cue">&lt;</mark>b'),
        ("", [], [], ""),
        # In its own article a name tells whose it is to what unmarks it; nobody is chosen by it.
        ("고도윤", [Mark(0, 3, "person", whose="person:고도윤")], [], '<mark class="person">고도윤</mark>'),
        # Of what a reader can choose a click sends a hundred: each as short as can be, whoever the article says it is.
        ("고도윤", [Mark(0, 3, "person", 17)], [], "<button value=p17>고도윤</button>"),
        ("전파청", [Mark(0, 3, "agency", 4)], [], "<button value=a4>전파청</button>"),
        ("한빛전자", [Mark(0, 4, "company", 5)], [], "<button value=c5>한빛전자</button>"),
    ],
)
def test_marks(text: str, marks: list[Mark], telling: list[tuple[int, int]], expected: str) -> None:
    assert highlight(text, 0, len(text), marks, telling) == expected


def test_a_part_of_a_text_is_shown_alone() -> None:
    assert highlight("앞 고도윤 뒤", 2, 5, [Mark(0, 7, "person")]) == '<mark class="person">고도윤</mark>'


ranges = st.tuples(st.integers(-3, 90), st.integers(-3, 90))


@given(
    st.one_of(st.just(NASTY), st.text(alphabet="<>&\"'가나 a/=", max_size=80)),
    st.lists(st.builds(lambda span, kind: Mark(*span, kind), ranges, st.sampled_from(KINDS)), max_size=8),
    st.lists(ranges, max_size=4),
)
def test_whatever_is_marked_the_text_stays_whole_and_escaped(text: str, marks: list[Mark], telling: list[tuple[int, int]]) -> None:
    html = highlight(text, 0, len(text), marks, telling)
    bare = re.sub(r'<mark class="(?:person|company|agency|place|date|cue)">|</mark>|<span class="telling">|</span>', "", html)
    assert "<" not in bare
    assert '"' not in bare
    assert unescape(bare) == text
    assert html.count("<mark") == html.count("</mark>")
    assert html.count("<span") == html.count("</span>")


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45), st.sampled_from(KINDS)), max_size=6),
    st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=4),
)
def test_pieces_are_the_text_cut_where_a_mark_or_clause_begins_or_ends(
    text: str, marks: list[tuple[int, int, str]], telling: list[tuple[int, int]]
) -> None:
    at = 0
    for piece in pieces(text, 0, len(text), [Mark(*mark) for mark in marks], telling):  # type: ignore[arg-type]
        assert text.startswith(piece.text, at)
        assert piece.telling == any(low <= at < high for low, high in telling)
        assert piece.mark is None or any(low <= at < high and kind == piece.mark.kind for low, high, kind in marks)
        at += len(piece.text)
    assert at == len(text)


@given(st.sets(st.integers(0, 45), min_size=2, max_size=6), st.lists(st.tuples(st.integers(-3, 50), st.integers(-3, 50)), max_size=8))
def test_a_stretch_gets_what_reaches_into_it(cuts: set[int], ranges: list[tuple[int, int]]) -> None:
    stretches = list(pairwise(sorted(cuts)))[::2]
    ordered = [(min(one), max(one)) for one in ranges]
    for (start, end), found in zip(stretches, by_stretch(stretches, ordered), strict=True):
        assert found == [one for one in ordered if one[0] < end and one[1] > start]


def test_a_paragraph_of_many_marks_is_not_compared_mark_by_mark() -> None:
    many = 20_000
    marks = [Mark(5 * number, 5 * number + 3, "person") for number in range(many)]
    begun = process_time()
    cut = pieces("하도윤이 " * many, 0, 5 * many, marks, [(5 * number, 5 * number + 4) for number in range(0, many, 2)])
    assert process_time() - begun < 5, "each against each takes minutes"
    assert sum(one.mark is not None for one in cut) == many
    assert sum(one.telling for one in cut) == many
