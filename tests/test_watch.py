"""A watched folder and a watched feed: what is new is read once, what is being written is waited for."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphing import watch
from graphing.articles import Problem, Settings
from graphing.cli import main
from graphing.errors import InputError
from graphing.model import Document
from graphing.store import open_store
from making import packed

TEXT = "누리전자 김가온 회장은 4일 서울 미리내호텔에서 한솔은행 박다솔 행장과 만나 공동 투자를 논의했다."


def sources(folder: watch.Folder) -> list[str]:
    return [found.source for found in folder.look()]


def test_a_file_is_read_once_it_is_written_and_again_when_it_changes(tmp_path: Path) -> None:
    folder = watch.Folder(tmp_path, Settings())
    file = tmp_path / "가.txt"
    file.write_text(TEXT[:20], encoding="utf-8")
    assert sources(folder) == []
    file.write_text(TEXT, encoding="utf-8")
    assert sources(folder) == []
    assert sources(folder) == ["가.txt"]
    assert sources(folder) == []
    file.write_text(TEXT + " 끝.", encoding="utf-8")
    (tmp_path / "안 읽는.pptx").write_text("x", encoding="utf-8")
    assert [sources(folder), sources(folder), sources(folder)] == [[], ["가.txt"], []]


def test_a_file_is_read_anew_when_its_particulars_come_or_are_corrected(tmp_path: Path) -> None:
    folder = watch.Folder(tmp_path, Settings())
    (tmp_path / "가.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "나.txt").write_text(TEXT, encoding="utf-8")
    assert [sources(folder), sources(folder), sources(folder)] == [[], ["가.txt", "나.txt"], []]
    for day in (5, 16):
        (tmp_path / "가.json").write_text(f'{{"published": "2025-02-{day:02}"}} {" " * day}', encoding="utf-8")
        assert sources(folder) == []
        (found,) = folder.look()
        assert isinstance(found, Document)
        assert (found.source, str(found.published)) == ("가.txt", f"2025-02-{day:02}")
        assert sources(folder) == []


def test_a_file_that_nothing_reads_is_named_once_when_it_has_come_to_stay(tmp_path: Path) -> None:
    folder = watch.Folder(tmp_path, Settings(notes=True))
    loading, file = tmp_path / "발표.pptx.part", tmp_path / "발표.pptx"
    loading.write_bytes(b"x")
    assert list(folder.look()) == []
    loading.rename(file)
    assert list(folder.look()) == []
    (note,) = folder.look()
    assert str(note) == f"{tmp_path}: contains files of types that cannot be read (1): 발표.pptx"
    assert list(folder.look()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no folder"):
        list(watch.Folder(tmp_path / "없음", Settings()).look())


def test_a_feed_is_read_on_and_failures_are_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = iter([InputError("no answer"), [Document("https://a.example/1", TEXT), Problem("https://a.example/2", None, "404")], []])
    asked: list[list[bool]] = []

    def documents(address: str, settings: Settings, known):  # type: ignore[no-untyped-def]
        asked.append([known(f"https://a.example/{number}") for number in (1, 2, 3)])
        found = next(rounds)
        if isinstance(found, InputError):
            raise found
        yield from found

    monkeypatch.setattr(watch, "feed_documents", documents)
    feed = watch.Feed("https://a.example/rss", Settings(), lambda link: link.endswith("3"))
    assert [str(found) for found in feed.look()] == ["https://a.example/rss: no answer"]
    assert len(list(feed.look())) == 2
    assert list(feed.look()) == []
    assert asked == [[False, False, True], [False, False, True], [True, False, True]]


def test_the_command_looks_once_and_dates_by_the_file_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "20250205.txt").write_text(TEXT, encoding="utf-8")
    (news / "나쁨.hwpx").write_bytes(b"PK broken")
    url = f"sqlite:///{tmp_path / 'news.sqlite'}"
    assert main(["watch", str(news), "--once", "--printed", "--database", url]) == 1
    out, err = capsys.readouterr()
    assert out == "1 articles: 1 new, 0 replaced, 0 unchanged\n"
    assert "나쁨.hwpx" in err
    with open_store(url) as store:
        (meeting,) = store.meetings()
        assert str(meeting.first) == "2025-02-04"


def test_a_table_is_read_by_columns_that_are_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'news.sqlite'}"
    first, second = tmp_path / "가.csv", tmp_path / "나.csv"
    first.write_text(f"첫째,둘째\n{TEXT},2025-02-05\n", encoding="utf-8")
    second.write_text(f"첫째,둘째\n{TEXT} 두 사람은 웃었다.,2025-02-05\n", encoding="cp949")
    assert main(["add", str(first), "--database", url]) == 1
    assert "text=첫째 (--columns)" in capsys.readouterr().err
    assert main(["add", str(first), "--columns", "text=첫째,published=둘째", "--database", url]) == 0
    assert main(["add", str(second), "--database", url]) == 0
    assert capsys.readouterr().out.splitlines() == ["1 articles: 1 new, 0 replaced, 0 unchanged"] * 2
    # A table in an archive beside another file: only the table is read again.
    archive = tmp_path / "묶음.zip"
    archive.write_bytes(packed({"글.txt": TEXT + " 끝.", "표.csv": f"하나,둘\n{TEXT} 다시 만나기로 했다.,2025-02-05\n"}))
    assert main(["add", str(archive), "--columns", "text=하나", "--database", url]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 articles: 2 new, 0 replaced, 0 unchanged"


def test_columns_that_are_said_again_count_and_a_slip_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url, table = f"sqlite:///{tmp_path / 'news.sqlite'}", tmp_path / "표.csv"
    table.write_text(f"일자,본문,적은 날,비고\n2024-01-01,{TEXT},2025-02-05,한빛일보\n", encoding="utf-8")
    assert main(["add", str(table), "--database", url]) == 0
    assert main(["add", str(table), "--columns", "published=적은 날,outlet=비고", "--database", url]) == 0
    # It is kept, and the rest is as before.
    assert main(["add", str(table), "--database", url]) == 0
    out, err = capsys.readouterr()
    assert [line.split(": ")[1] for line in out.splitlines()] == [
        "1 new, 0 replaced, 0 unchanged", "0 new, 0 replaced, 1 completed by the outlet, 0 unchanged", "0 new, 0 replaced, 1 unchanged",
    ]  # fmt: skip
    assert err.count("표.csv: was read with the columns as you set them: published=적은 날, text=본문, outlet=비고") == 2
    with open_store(url) as store:
        assert [(str(row.published), row.outlet) for row in store.articles()] == [("2025-02-05", "한빛일보")]
    assert main(["add", str(table), "--columns", "published=적은날", "--database", url]) == 1
    assert "--columns: no table has the columns 적은날" in capsys.readouterr().err
    table.write_text(f"가,나\n{TEXT},2025-02-05\n", encoding="utf-8")
    assert main(["add", str(table), "--columns", "published=나", "--database", url]) == 1
    assert "no column was given for the text" in capsys.readouterr().err


def test_columns_that_a_table_does_not_have_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "표.csv"
    table.write_text(f"첫째,둘째\n{TEXT},2025-02-05\n", encoding="utf-8")
    assert main(["extract", str(table), "--columns", "text=셋째"]) == 1
    assert "no column '셋째'" in capsys.readouterr().err


def test_headers_with_commas_can_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "표.csv"
    table.write_text(f'"본문, 전체","날, 시각"\n{TEXT},2025-02-05\n', encoding="utf-8")
    assert main(["extract", str(table), "--columns", "text=본문, 전체,published=날, 시각"]) == 0
    assert '"published": "2025-02-05"' in capsys.readouterr().out
    assert main(["extract", str(table), "--columns", "text=본문, 전체,날"]) == 1
    assert "no column '본문, 전체,날'" in capsys.readouterr().err, "a part that names no field is not passed over"


def test_an_address_that_fails_is_named_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["watch", "http://127.0.0.1/rss", "--once", "--database", f"sqlite:///{tmp_path / 'a.sqlite'}"]) == 1
    address = "https://a.example/rss"
    named = Problem(address, None, InputError("{address} is not an RSS or Atom feed", address=address))
    assert str(named) == f"{address} is not an RSS or Atom feed"
    assert str(Problem(address, None, InputError("no answer"))) == f"{address}: no answer"
