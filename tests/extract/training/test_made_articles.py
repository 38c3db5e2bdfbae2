"""The annotated articles that ship: marks in place become mentions and labels, and what is malformed is refused by name."""

from __future__ import annotations

import importlib.resources
from datetime import date

import pytest

from graphing.errors import LexiconError
from graphing.extract.training.made_articles import read_article, shipped_articles

ARTICLE = """# published: 2024-05-03
# org: 해온협회 | agency
# role: 민도영 | 한들전자 | 회장
# role: 고은찬 | - | 의원 | former
# meeting 1: held | 2024-05-02 | 더한호텔 | 민도영, 고은찬 | - | 민도영 한들전자 회장이 2일 더한호텔에서 고은찬 전 의원을 만나
# meeting 2: cancelled | - | - | 민도영 | 해온협회 | 해온협회와의 면담은 미뤄졌다

{閔|민도영} ⟦회동|1⟧
{민도영} <한들전자> 회장이 2일 더한호텔에서 {고은찬} 전 의원을 ⟦만나|1⟧ 얘기했다. <해온협회>와의 ⟦면담|2~⟧은 미뤄졌다.
"""


def test_marks_become_mentions_and_meetings_are_numbered_from_nought() -> None:
    article = read_article("x", ARTICLE)
    assert article.text.startswith("閔 회동\n민도영 한들전자 회장이")
    assert [(article.text[start:end], kind, whole) for start, end, kind, whole in article.record["mentions"]] == [
        ("閔", "P", "민도영"),
        ("민도영", "P", "민도영"),
        ("한들전자", "O", "한들전자"),
        ("고은찬", "P", "고은찬"),
        ("해온협회", "O", "해온협회"),
    ]
    assert [(article.text[start:end], label) for start, end, label in article.told] == [("회동", "0"), ("만나", "0"), ("면담", "1~")]
    held, cancelled = article.record["meetings"]
    assert (held["participants"], held["orgs"], held["date"], held["place"]) == (["민도영", "고은찬"], [], "2024-05-02", "더한호텔")
    assert (cancelled["orgs"], cancelled["date"], cancelled["place"]) == (["해온협회"], None, None)
    people = {person["name"]: person for person in article.record["people"]}
    assert people["민도영"]["aliases"] == ["閔"]
    assert people["고은찬"]["roles"] == [{"org": None, "title": "의원", "former": True}]
    assert [(one["name"], one["type"]) for one in article.record["organizations"]] == [("한들전자", "company"), ("해온협회", "agency")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{고은찬} 전", "{고은찬 전"),
        ("# org: 해온협회 | agency", "# firm: 해온협회"),
        ("고은찬 전 의원을 만나", "고은찬 전 의원과 만나"),
        ("| 회장\n", "|\n"),
    ],
)
def test_what_is_malformed_is_refused_by_name(old: str, new: str) -> None:
    with pytest.raises(LexiconError, match="training article x"):
        read_article("x", ARTICLE.replace(old, new, 1))


def test_what_ships_is_whole() -> None:
    names = []
    for article in (*shipped_articles(), *shipped_articles("ordinary")):
        names.append(article.name)
        known = {one["name"] for key in ("people", "organizations") for one in article.record[key]}
        told = {int(part.rstrip("~")) for _, _, label in article.told for part in label.split(",")}
        assert told == set(range(len(article.record["meetings"]))), article.name
        for meeting in article.record["meetings"]:
            assert meeting["status"] in ("held", "planned", "cancelled"), article.name
            assert {*meeting["participants"], *meeting["orgs"]} <= known, article.name
        if article.record["published"]:
            assert date.fromisoformat(article.record["published"]).year > 1980
    assert len(names) == len(set(names)) >= 426


@pytest.mark.parametrize("folder", ["articles", "ordinary"])
def test_files_and_articles_are_told_apart_without_regard_to_case(folder: str) -> None:
    """Some systems keep one file of two whose names differ by case only; a writer is the first letter of an article's name."""
    files = [file.name.casefold() for file in (importlib.resources.files("graphing.extract") / "training" / folder).iterdir()]
    articles = [article.name.casefold() for article in shipped_articles(folder)]
    assert len(set(files)) == len(files) > 1
    assert len(set(articles)) == len(articles) > 1
    assert {name[0] for name in articles} == {name[0] for name in files}


def test_mostly_nobody_meets_in_everyday_news() -> None:
    met = [bool(article.record["meetings"]) for article in shipped_articles("ordinary")]
    assert 0 < sum(met) < len(met) / 2
