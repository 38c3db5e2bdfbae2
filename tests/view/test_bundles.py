"""Files that came as one are the files that were dropped; what is none is left as it is."""

from __future__ import annotations

import json

import pytest

from graphing.view import bundles


def packed(*files: tuple[str, bytes]) -> bytes:
    """What the browser makes of files."""
    listed = json.dumps([[name, len(data)] for name, data in files], ensure_ascii=False).encode()
    return listed + b"\n" + b"".join(data for _, data in files)


def test_a_bundle_is_taken_apart() -> None:
    files = [("글 1.txt", "하나\n둘".encode()), ("빈.txt", b""), ("글 1.txt", b"\n\0\xff"), ("이름\n둘.csv", b"[[1, 2]]\n")]
    assert bundles.unpacked("파일 4개", bundles.KIND, packed(*files)) == files


@pytest.mark.parametrize(
    "data",
    [b"", b"no list\n", b"{}\nx", b'[["a", 9]]\nshort', b'[["a", -1], ["b", 2]]\nx', b'[["a", null]]\n', b"[[1]]\n", b"\xff\n"],
)  # fmt: skip
def test_what_only_says_it_is_a_bundle_stays_one_file(data: bytes) -> None:
    assert bundles.unpacked("가.txt", bundles.KIND, data) == [("가.txt", data)]


def test_any_other_file_stays_as_it_is() -> None:
    data = packed(("글.txt", b"1"))
    assert bundles.unpacked("표.csv", "text/csv", data) == [("표.csv", data)]


def test_what_a_bundle_is_called_cannot_end_the_script() -> None:
    assert bundles.script("</script>#").count("</script>") == 1
