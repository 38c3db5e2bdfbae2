"""A long table as Python sorts and searches it: as the browser does with a short one."""

from __future__ import annotations

from graphing.view.listing import Column, Listing

ROWS = [("최태원", 3, None), ("Sam Altman", 12, 5), ("이재용", None, 9), ("고 도윤", 12, 7)]
LISTING = Listing(
    ROWS, lambda row: row[0], {"name": Column(lambda row: row[0]), "number": Column(lambda row: row[1])}, lambda row: (row[2], row[2])
)


def names(by: str, down: bool, query: str = "") -> list[str]:
    return [row[0] for row in LISTING.arranged(by, down, query)]


def test_what_is_untold_comes_last_whichever_way_the_rest_is_sorted() -> None:
    assert names("number", True) == ["고 도윤", "Sam Altman", "최태원", "이재용"]
    assert names("number", False) == ["최태원", "Sam Altman", "고 도윤", "이재용"]


def test_hangul_comes_before_other_letters() -> None:
    assert names("name", False) == ["고 도윤", "이재용", "최태원", "Sam Altman"]


def test_rows_are_found_without_blanks_by_initial_consonants_and_across_their_columns() -> None:
    assert names("name", False, "고도윤") == ["고 도윤"]
    assert names("name", False, "ㅊㅌㅇ") == ["최태원"]
    assert names("name", False, "ALTMAN 12") == ["Sam Altman"]
    assert names("name", False, "없음") == []


def test_only_rows_that_are_shown_are_put_into_words() -> None:
    said: list[str] = []

    def word(name: str) -> str:
        said.append(name)
        return name

    listing = Listing(ROWS, lambda row: row[0], {"name": Column(lambda row: row[0], word), "number": Column(lambda row: row[1])})
    told = list(listing.told(listing.arranged("number", True, "")[:1]))
    assert told == [{"id": "Sam Altman", "name": "Sam Altman", "number": 12, "first": None, "last": None}]
    assert said == ["Sam Altman"]
