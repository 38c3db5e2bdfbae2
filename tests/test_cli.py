"""The command line as a shell sees it: output, complaints, exit codes."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graphing.cli import main
from graphing.store import open_store

TEXT = "누리전자 김가온 회장은 4일 서울 미리내호텔에서 한솔은행 박다솔 행장과 만나 공동 투자를 논의했다."
GOOD = json.dumps({"id": "하나", "text": TEXT, "published": "2025-02-05"}, ensure_ascii=False)
BAD = '{"id": "둘", "text": 7}'


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graphing", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False, env=os.environ | environment)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join([GOOD, BAD, "{", GOOD.replace("하나", "셋")]), encoding="utf-8")
    return file


def test_extract_prints_a_line_an_article_and_tells_bad_lines(lines: Path) -> None:
    # A terminal that knows no Korean changes nothing.
    done = run("extract", lines, PYTHONIOENCODING="ascii", LC_ALL="C")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [article["source"] for article in found] == ["하나", "셋"]
    assert {person["name"] for person in found[0]["people"]} == {"김가온", "박다솔"}
    assert [TEXT[slice(*mention)] for mention in found[0]["people"][0]["mentions"]] == [found[0]["people"][0]["name"]]
    complaints = done.stderr.splitlines()
    assert len(complaints) == 2
    assert f"{lines}, line 2" in complaints[0]
    assert f"{lines}, line 3" in complaints[1]
    assert done.returncode == 1


def test_standard_input_and_the_given_date(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    undated = json.dumps({"text": TEXT})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{undated}\n{BAD}".encode())))
    assert main(["extract", "-", "--published", "2025-03-05"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["published"] == "2025-03-05"
    assert "standard input, line 2" in err
    assert "--published" not in err


@pytest.mark.parametrize("more", [[], ["--printed"]])
def test_the_given_date_fills_only_where_none_is_found_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    table, page = tmp_path / "표.csv", tmp_path / "쪽_20250206.txt"
    table.write_text(f"본문,일자,제목\n{TEXT},2025-02-04,하나\n{TEXT},,둘\n{TEXT},2025-03-05,셋\n", encoding="utf-8")
    page.write_text(TEXT, encoding="utf-8")
    assert main(["extract", str(table), str(page), "--published", "2025-03-05", *more]) == 0
    out, err = capsys.readouterr()
    printed = "2025-02-06" if more else "2025-03-05"
    assert [json.loads(line)["published"] for line in out.splitlines()] == ["2025-02-04", "2025-03-05", "2025-03-05", printed]
    assert f"--published: of 2025-03-05 does not count for {2 if more else 1} documents" in err


def test_add_walks_folders_and_changes_nothing_the_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "news" / "더 깊이"
    folder.mkdir(parents=True)
    (folder / "나.txt").write_text(f"{TEXT} 두 회사는 공장을 함께 짓는다.", encoding="utf-8")
    (folder / "나.json").write_text('{"published": "2025-02-05", "outlet": "한빛일보"}', encoding="utf-8")
    (folder.parent / "가.jsonl").write_text(GOOD, encoding="utf-8")
    (folder.parent / "읽지 않는.pptx").write_text("없다", encoding="utf-8")
    (folder.parent / ".DS_Store").write_bytes(b"\0")
    url = f"sqlite:///{tmp_path / 'news.sqlite'}"
    assert main(["add", str(tmp_path / "news"), "--database", url]) == 0
    out, err = capsys.readouterr()
    assert out == "2 articles: 2 new, 0 replaced, 0 unchanged\n"
    # What is of another kind is named, and no fault; particulars beside a file and hidden files are not.
    assert "contains files of types that cannot be read (1): 읽지 않는.pptx" in err
    monkeypatch.setenv("HOEDONG_DATABASE_URL", url)
    assert main(["add", str(tmp_path / "news")]) == 0
    assert capsys.readouterr().out == "2 articles: 0 new, 0 replaced, 2 unchanged\n"


def test_add_without_a_date_keeps_the_one_that_was_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news, url = tmp_path / "news", f"sqlite:///{tmp_path / 'news.sqlite'}"
    news.mkdir()
    (news / "가.txt").write_text(TEXT, encoding="utf-8")
    for given in ([str(news)], [str(news / "가.txt"), "--published", "2025-02-05"], [str(news)]):
        assert main(["add", *given, "--database", url]) == 0
    assert [line.split(": ")[1] for line in capsys.readouterr().out.splitlines()] == [
        "1 new, 0 replaced, 0 unchanged",
        "0 new, 1 replaced, 0 unchanged",
        "0 new, 0 replaced, 1 unchanged",
    ]
    with open_store(url) as store:
        assert [str(row.published) for row in store.articles()] == ["2025-02-05"]


def test_inputs_that_are_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(tmp_path), str(tmp_path / "없는.txt"), str(tmp_path / "그림.png")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [word in line for word, line in zip(("folder without", "없는.txt", ".png"), err.splitlines(), strict=True)] == [True] * 3


def test_a_database_that_cannot_be_opened(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["add", str(tmp_path), "--database", "mysql://news"]) == 1
    assert "not supported" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "COMMAND"),
        (["extract"], "INPUT"),
        (["extract", "가.txt", "--published", "2025-2-5"], "expected YYYY-MM-DD"),
        (["add", "가.txt", "--workers", "0"], "from 1 to 64"),
        (["forget", "가.txt"], "forget"),
    ],
)
def test_wrong_usage(arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert complaint in capsys.readouterr().err


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join([GOOD] * 200), encoding="utf-8")
    with subprocess.Popen([sys.executable, "-m", "graphing", "extract", file], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["source"] == "하나"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


def test_an_interrupt_gives_130(tmp_path: Path) -> None:
    # It waits for standard input, so there is time to interrupt it: the first line tells that it has begun.
    file = tmp_path / "news.jsonl"
    file.write_text(GOOD, encoding="utf-8")
    command = [sys.executable, "-m", "graphing", "extract", file, "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr.read().decode() == "hoedong: interrupted; what was read before stays\n"


def test_add_says_which_documents_have_no_date_and_whether_they_print_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "가.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "나_20250206.txt").write_text(f"{TEXT} 두 회사는 공장을 함께 짓는다.", encoding="utf-8")
    url = f"sqlite:///{tmp_path / 'news.sqlite'}"
    assert main(["add", str(tmp_path / "가.txt"), str(tmp_path / "나_20250206.txt"), "--database", url]) == 0
    told = capsys.readouterr().err
    assert "2 documents have no publication date" in told
    assert "1 of them print one, --printed takes it" in told


@pytest.mark.parametrize(
    ("table", "columns", "said"),
    [
        ("일자,건수\n20250204,3\n", "published=일자", "no column was given for the text"),
        ("본문,일자\n글이다.,20250204\n", "text=본뭄", "no table has the columns 본뭄"),
        ("가,나\n글이다.,20250204\n", "text=다", "the table has no column '다'"),
        ("본문,일자\n글이다.,20250204\n", "text=일자,title=일자,outlet=없음", "no table has the columns 일자, 일자, 없음"),
        (None, "text=본문", "cannot be read"),
    ],
)
def test_a_slip_in_the_columns_is_told_once(
    table: str | None, columns: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "표.csv"
    if table is not None:
        file.write_text(table, encoding="utf-8")
    assert main(["extract", str(file), "--columns", columns]) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if "not read" not in line]
    assert [said in line for line in told] == [True]


@pytest.mark.parametrize("command", ["extract", "add", "watch"])
def test_columns_that_are_not_read_are_named_and_are_no_fault(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOEDONG_DATABASE_URL", f"sqlite:///{tmp_path / 'news.sqlite'}")
    news = tmp_path / "news"
    news.mkdir()
    (news / "표.csv").write_text(f"본문,일자,섹션\n{TEXT},2025-02-05,경제\n", encoding="utf-8")
    assert main([command, str(news), "--once"] if command == "watch" else [command, str(news)]) == 0
    told = capsys.readouterr()
    assert told.err.count("표.csv: has columns that were not read: 섹션") == 1
    assert ("1 new" if command != "extract" else "김가온") in told.out


@pytest.mark.parametrize("command", ["extract", "add", "watch"])
def test_rows_taken_without_a_date_are_told_and_are_no_fault(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOEDONG_DATABASE_URL", f"sqlite:///{tmp_path / 'news.sqlite'}")
    news = tmp_path / "news"
    news.mkdir()
    heads = "뉴스 식별자,일자,언론사,제목,본문,분석제외 여부"
    rows = [f"가.1,20250205,한빛일보,첫째,{TEXT}", f"가.2,2월 5일,누리신문,둘째,{TEXT}", f"가.3,,다온일보,셋째,{TEXT}"]
    told = "\n".join([*(f"{row}," for row in rows), f"가.4,20250205,,,{TEXT},중복"])
    (news / "NewsResult.csv").write_text(f"{heads}\n{told}\n", encoding="utf-8-sig")
    arguments = [command, str(news), "--once"] if command == "watch" else [command, str(news)]
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert err.count("NewsResult.csv, line 3: was read without a date: '2월 5일' is not a clear date; write it like 2025-02-05") == 1
    assert err.count("1 rows marked 중복 (duplicate) or 예외 (excluded)") == 1
    assert "3 articles: 3 new" in out if command != "extract" else len(out.splitlines()) == 3
    how = {"add": "--published gives one, or the dashboard", "watch": "the dashboard gives one"}
    assert command == "extract" or f"2 documents have no publication date: relative dates in them stay unresolved ({how[command]})" in err
    # What could not be read is one.
    (news / "NewsResult.csv").write_text(f"{heads}\n가.5,20250205,한빛일보,다섯째,,\n", encoding="utf-8-sig")
    assert main(arguments) == 1


def test_limits_hold_for_standard_input_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    monkeypatch.setenv("HOEDONG_MAX_TEXT_CHARACTERS", "10")
    assert main(["extract", "-"]) == 1
    assert "HOEDONG_MAX_TEXT_CHARACTERS" in capsys.readouterr().err
