"""The commands for what is stored, as a shell sees them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sample import extractions

from graphing import rereading
from graphing.cli import main
from graphing.decisions import making
from graphing.evaluate import read_corpus
from graphing.model import Article, Extraction
from graphing.store import default_url, open_store


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of two articles, of which one is wholly judged."""
    made = f"sqlite:///{tmp_path / 'news.sqlite'}"
    monkeypatch.setenv("HOEDONG_DATABASE_URL", made)
    first, second = extractions()
    with open_store(made) as store:
        store.add([first, second], version=1)
        store.decide(making.rejected(second, second.meetings[0], "박", "취소됐다"))
        for meeting in second.meetings[1:]:
            store.decide(making.accepted(second, meeting, "박"))
    return made


def test_copy_backup_and_restore(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, file = f"sqlite:///{tmp_path / 'other.sqlite'}", tmp_path / "saved.sqlite"
    assert main(["copy", url, other]) == 0
    assert capsys.readouterr().out.startswith("2 articles with")
    assert main(["copy", url, other]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert main(["backup", str(file)]) == 0
    with open_store(url) as store:
        for row in store.articles():
            store.remove(row.id)
    assert main(["restore", str(file)]) == 1
    assert main(["restore", str(file), "--replace"]) == 0
    with open_store(url) as store, open_store(other) as copied:
        assert store.counts() == copied.counts()
        assert store.decisions() == copied.decisions()
    assert main(["restore", str(tmp_path / "none.sqlite")]) == 1


def test_a_mistyped_source_leaves_the_backup_and_the_store(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "saved.sqlite"
    assert main(["backup", str(file)]) == 0
    before = file.read_bytes()
    assert main(["backup", str(file)]) == 1
    assert "already exists" in capsys.readouterr().err
    assert main(["backup", str(file), "--replace"]) == 0
    before = file.read_bytes()
    assert main(["backup", str(file), "--replace", "--database", f"sqlite:///{tmp_path / 'typo.sqlite'}"]) == 1
    assert "typo.sqlite contains no store" in capsys.readouterr().err
    assert main(["copy", f"sqlite:///{tmp_path / 'nowhere' / 'none.sqlite'}", f"sqlite:///{tmp_path / 'other.sqlite'}"]) == 1
    assert main(["backup", str(tmp_path / "news.sqlite")]) == 1
    assert "is the database itself" in capsys.readouterr().err
    assert file.read_bytes() == before
    one, two = f"sqlite:///{tmp_path / 'news.sqlite'}", f"sqlite:///{file}"
    assert main(["copy", one, two]) == 1
    assert "overwrite this one with --replace" in capsys.readouterr().err
    assert main(["copy", one, two, "--replace"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news.sqlite", "saved.sqlite"]


def test_decisions_go_out_and_come_in(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines, other = tmp_path / "decisions.jsonl", f"sqlite:///{tmp_path / 'other.sqlite'}"
    assert main(["decisions", "export", str(lines)]) == 0
    told = capsys.readouterr().out
    records = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert told == f"{len(records)} decisions in {lines}\n"
    assert next((one["what"], one["by"], one["why"]) for one in records) == ("reject", "박", "취소됐다")
    with open_store(other) as store:
        store.add(extractions(), version=1)
    assert main(["decisions", "import", str(lines), "--database", other]) == 0
    assert main(["decisions", "import", str(lines), "--database", other]) == 0
    assert [line.split(" are")[0] for line in capsys.readouterr().out.splitlines()] == [
        f"{len(records)} of {len(records)} decisions",
        f"0 of {len(records)} decisions",
    ]
    with open_store(url) as store, open_store(other) as copied:
        assert store.snapshot().meetings == copied.snapshot().meetings
    lines.write_text("{}\n", encoding="utf-8")
    assert main(["decisions", "import", str(lines)]) == 1
    assert "line 1" in capsys.readouterr().err


def test_rows_that_are_no_decisions_are_counted_the_others_come_in(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines, other = tmp_path / "decisions.jsonl", f"sqlite:///{tmp_path / 'other.sqlite'}"
    first, _ = extractions()
    with open_store(url) as store:
        (made,) = store.decide(making.placed(first, first.meetings[0], "새호텔", "박"))
        store.undo(made.id, "박")
    assert main(["decisions", "export", str(lines)]) == 0
    capsys.readouterr()
    rows = lines.read_text(encoding="utf-8").splitlines()
    whole = len(rows)
    lines.write_text("\n".join(["{}", *rows[:-2], "", "no JSON", '{"what": "guess"}', rows[-1]]) + "\n", encoding="utf-8")
    assert main(["decisions", "import", str(lines), "--database", other]) == 1
    told = capsys.readouterr()
    assert told.out == f"{whole - 2} of {whole - 1} decisions are new\n"
    rows_told, undo_told = told.err.splitlines()
    assert rows_told.startswith(f"hoedong: 3 rows are no decisions and were left out: line 1, {whole + 1}, {whole + 2}. The first: {lines}")
    assert undo_told.startswith("hoedong: 1 row takes back what the file does not hold, and changed nothing: line")
    with open_store(other) as store:
        assert len(store.decisions()) == whole - 2


def test_a_reason_with_ends_of_lines_of_its_own_goes_out_and_comes_in(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines, other = tmp_path / "decisions.jsonl", f"sqlite:///{tmp_path / 'other.sqlite'}"
    first, _ = extractions()
    why = "붙여 넣은 이유\u2028둘째 줄\u2029셋째\x85넷째"
    with open_store(url) as store:
        (made,) = store.decide(making.placed(first, first.meetings[0], "새호텔", "박", why))
    assert main(["decisions", "export", str(lines)]) == 0
    lines.write_bytes(b"\xef\xbb\xbf" + lines.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["decisions", "import", str(lines), "--database", other]) == 0
    with open_store(other) as store:
        assert store.decisions()[-1].why == made.why == why


def test_an_export_takes_the_place_of_no_file_unasked(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = tmp_path / "decisions.jsonl"
    lines.write_text("mine", encoding="utf-8")
    assert main(["decisions", "export", str(lines)]) == 1
    assert "already exists" in capsys.readouterr().err
    assert lines.read_text(encoding="utf-8") == "mine"
    assert main(["decisions", "export", str(lines), "--replace"]) == 0
    assert lines.read_text(encoding="utf-8").startswith("{")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["decisions.jsonl", "news.sqlite"]


def test_an_import_tells_how_many_are_older_than_what_holds(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines, other = tmp_path / "decisions.jsonl", f"sqlite:///{tmp_path / 'other.sqlite'}"
    first, _ = extractions()
    told = {"옛호텔": datetime(2025, 1, 7), "새호텔": datetime(2026, 1, 7)}
    for where, (place, when) in zip((other, url), told.items(), strict=True):
        with open_store(where) as store:
            store.add([first], version=1)
            store.decide(replace(making.placed(first, first.meetings[0], place, "박"), decided=when))
    assert main(["decisions", "export", str(lines), "--database", other]) == 0
    capsys.readouterr()
    assert main(["decisions", "import", str(lines)]) == 0
    assert capsys.readouterr().out.startswith("1 of 1 decisions are new; 1 of them are older")
    with open_store(url) as store:
        assert "새호텔" in [row.place for row in store.meetings()]


def test_decisions_become_cases_that_evaluate_reads(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "cases"
    assert main(["decisions", "cases", str(folder)]) == 0
    (case,) = read_corpus(folder)
    (answers,) = case.answers
    _, second = extractions()
    assert case.document.text == second.article.text
    assert len(answers.meetings) == len(second.meetings) - 1
    (tmp_path / "file").touch()
    assert main(["decisions", "cases", str(tmp_path / "file")]) == 1
    assert "file cannot be written" in capsys.readouterr().err


def test_reextract_shows_what_changes_before_it_does(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = extractions()
    fewer = replace(first, meetings=first.meetings[1:])
    readings = {first.article.text: fewer, second.article.text: second}

    def read(article: Article) -> Extraction:
        return readings[article.text]

    monkeypatch.setattr(rereading, "_extract", read)
    with open_store(url) as store:
        before, ids = store.snapshot(), {row.source: row.id for row in store.articles()}
    assert main(["reextract"]) == 0
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if line.startswith("  ")] == ["  - meeting 고도윤·남궁설 held 2025-03-04 한빛호텔"]
    assert "1 articles would change" in out
    with open_store(url) as store:
        assert store.snapshot() == before
    assert main(["reextract", "--apply"]) == 0
    with open_store(url) as store:
        assert store.extraction(ids[first.article.source]) == fewer
    capsys.readouterr()
    assert main(["reextract"]) == 0
    assert main(["reextract", "--apply"]) == 0
    assert capsys.readouterr().out == "no article would change\n" * 2
    with open_store(url) as store:
        assert {row.id: row.decided for row in store.meetings() if row.decided} == {
            row.id: row.decided for row in before.meetings if row.decided
        }


@pytest.mark.parametrize("command", [["reextract"], ["decisions", "export", "-"]])
def test_what_looks_into_a_store_makes_none(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    missing = tmp_path / "typo.sqlite"
    assert main([*command, "--database", f"sqlite:///{missing}"]) == 1
    assert "typo.sqlite" in capsys.readouterr().err
    assert not missing.exists()


def test_the_command_line_takes_the_store_that_the_secrets_of_the_dashboard_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home, here, data = (tmp_path / name for name in ("home", "here", "data"))
    for folder in (home, here):
        (folder / ".streamlit").mkdir(parents=True)
    monkeypatch.delenv("HOEDONG_DATABASE_URL", raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    monkeypatch.chdir(here)
    assert default_url() == f"sqlite:///{data}/hoedong/hoedong.sqlite"
    (home / ".streamlit" / "secrets.toml").write_text('HOEDONG_DATABASE_URL = "sqlite:////home.sqlite"', encoding="utf-8")
    assert default_url() == "sqlite:////home.sqlite"
    named = f"sqlite:///{tmp_path / 'named.sqlite'}"
    secrets = here / ".streamlit" / "secrets.toml"
    secrets.write_text(f'HOEDONG_DATABASE_URL = "{named}"\n[roles]\nowner = ["*"]\n', encoding="utf-8")
    (tmp_path / "가.txt").write_text("누리전자 김가온 회장이 말했다.", encoding="utf-8")
    assert main(["add", str(tmp_path / "가.txt")]) == 0
    with open_store(named, existing=True) as store:
        assert store.counts().articles == 1
    monkeypatch.setenv("HOEDONG_DATABASE_URL", "sqlite:////environment.sqlite")
    assert default_url() == "sqlite:////environment.sqlite"
    monkeypatch.delenv("HOEDONG_DATABASE_URL")
    secrets.write_text("HOEDONG_DATABASE_URL =", encoding="utf-8")
    assert main(["reextract"]) == 1
    assert "secrets.toml cannot be read" in capsys.readouterr().err
