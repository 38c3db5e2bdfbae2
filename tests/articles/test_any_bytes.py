"""Whatever stands in a file of whatever name: readers give documents or problems, and never fall over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphing.articles import Problem, read_bytes
from graphing.articles.readers import ENDINGS
from graphing.model import Document
from making import Sheet, bigkinds, hangul, hangul_xml, letter, packed, word

TEXT = "도하늘 회장이 민여울 행장을 만났다."


def page() -> bytes:
    sheet = Sheet()
    sheet.flow(TEXT, [(40, 40, 200)], 400)
    return sheet.data()


WHOLE = {
    ".pdf": page(),
    ".docx": word([TEXT], [["가", "나"]]),
    ".hwp": hangul([TEXT]),
    ".hwpx": hangul_xml([[TEXT]]),
    ".xlsx": bigkinds(("20250205", "한빛일보", "제목", TEXT, "")),
    ".eml": letter("제목", TEXT, "Wed, 05 Feb 2025 09:00:00 +0900", ("가.txt", TEXT.encode())),
    ".zip": packed({"가.txt": TEXT, "나.zip": packed({"다.txt": TEXT})}),
    ".html": f"<html><body><article><p>{TEXT * 5}</p></article></body></html>".encode(),
}


@pytest.mark.parametrize("ending", ENDINGS)
@given(data=st.binary(max_size=300))
@settings(max_examples=25, deadline=None)
def test_any_bytes(ending: str, data: bytes) -> None:
    assert all(isinstance(found, Document | Problem) for found in read_bytes(f"가{ending}", data))


@pytest.mark.parametrize("ending", WHOLE)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_a_file_with_a_wrong_byte_or_a_lost_end(ending: str, data: st.DataObject) -> None:
    whole = bytearray(WHOLE[ending])
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    kept = data.draw(st.sampled_from((len(whole), len(whole) // 2, len(whole) - 1)))
    found = list(read_bytes(f"가{ending}", bytes(whole[:kept])))
    assert found
    assert all(isinstance(one, Document | Problem) for one in found)
