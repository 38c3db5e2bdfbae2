"""What the home page draws, asked for as the page asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from sample import article, organization, person

from graphing.model import Extraction
from graphing.store import open_store
from graphing.view import projection, session

TOLD = (
    "이재용 삼성전자 회장과 최태원 SK그룹 회장, 손태승 전 우리금융지주 회장이 왔다.",
    "이복현 금융감독원 원장과 샘 올트먼 오픈AI 최고경영자도 왔다.",
)
POSTS = (
    ("이재용", "삼성전자", "회장", False),
    ("최태원", "SK그룹", "회장", False),
    ("손태승", "우리금융지주", "회장", True),
    ("이복현", "금융감독원", "원장", False),
    ("샘 올트먼", "오픈AI", "최고경영자(CEO)", False),
)


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[projection.Scene]:
    url = f"sqlite:///{tmp_path / 'test.sqlite'}"
    monkeypatch.setenv(session.DATABASE_URL, url)
    st.cache_resource.clear()
    text = article(TOLD, "posts.txt", None, "가상일보")
    people = tuple(person(text.text, name, (home, title, former)) for name, home, title, former in POSTS)
    with open_store(url) as store:
        store.add([Extraction(text, people, tuple(organization(text.text, home) for _, home, *_ in POSTS), ())])
    yield projection.scene()
    st.cache_resource.clear()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("오픈AI CEO", "샘 올트먼"),
        ("OpenAI CEO", "샘 올트먼"),
        ("금감원장", "이복현"),
        ("금융감독원장", "이복현"),
        ("최태원 회장", "최태원"),
        ("최태원회장", "최태원"),
        ("SK 회장", "최태원"),
        ("SK chairman", "최태원"),
        ("우리금융 회장", "손태승"),
        ("전 우리금융지주 회장", "손태승"),
        ("전 회장", "손태승"),
        ("부회장 이재용", "이재용"),
        ("Jay Y. Lee", "이재용"),
        ("Choi Tae-won", "최태원"),
        ("삼전 회장", "이재용"),
    ],
)
def test_people_are_found_by_the_posts_they_have_however_typed(scene: projection.Scene, query: str, first: str) -> None:
    assert [scene.entities[one].name for one in scene.names.find(query)][:1] == [first]


def test_an_abbreviation_finds_the_company(scene: projection.Scene) -> None:
    assert "삼성전자" in [scene.entities[one].name for one in scene.names.find("삼전")]
