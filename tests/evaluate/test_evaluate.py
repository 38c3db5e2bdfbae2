"""The commands, on a tiny made-up corpus."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from answered import TEXT, put, record

from graphing import cli
from graphing.evaluate import left_out, read_corpus, shipped
from graphing.evaluate.figures import Scores
from graphing.evaluate.reading import evaluate
from graphing.extract.meetings.finding import Models
from graphing.extract.training.meetings import Example
from graphing.lexicon import Row
from graphing.model import Article, Extraction

OTHER = (
    ("민도영", "도가람"),
    ("고은찬", "은채윤"),
    ("서하람", "강산들"),
    ("한빛전자", "가온해운"),
    ("누리은행", "다온은행"),
    ("민 회장", "도 회장"),
)


def renamed(text: str) -> str:
    for old, new in OTHER:
        text = text.replace(old, new)
    return text


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two writers, three texts each."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(3):
        put(folder, f"a{number}", TEXT, record())
        other = json.loads(renamed(json.dumps(record(), ensure_ascii=False)))
        put(folder, f"b{number}", renamed(TEXT), other)
    return folder


def test_the_command_prints_fields_and_certainties(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(corpus)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("6 articles\n")
    assert {"people", "dated", "titles"} <= {line.split(" ")[0] for line in out.splitlines()}
    assert "0.95–1.00" in out


def test_json_and_errors_stay_apart(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = record()
    wrong["people"].append({"name": "노윤슬", "aliases": [], "roles": []})
    put(corpus, "c", TEXT, wrong)
    assert cli.main(["evaluate", str(corpus), "--json", "--errors"]) == 0
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert told["articles"] == 7
    assert 0 < told["figures"]["people"]["r"] < 1
    assert set(told["figures"]["titles"]) == {"share", "n"}
    assert {"from", "to", "n", "said", "right"} == set(told["reliability"][0])
    assert "c\tpeople\t-\t노윤슬" in err.splitlines()


def test_a_bad_corpus_ends_with_its_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(tmp_path / "nowhere")]) == 1
    assert "nowhere does not exist" in capsys.readouterr().err


def test_whatever_reads_is_scored(corpus: Path) -> None:
    def nothing(article: Article) -> Extraction:
        return Extraction(article)

    told = {one.field: one for one in evaluate(read_corpus(corpus), nothing).figures()}
    assert told["people"].recall == 0
    assert told["encounters"].n == 12


def table(file: Path) -> list[Row]:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, (line + "\t" * len(header)).split("\t"), strict=False)) for line in lines[1:]]


def test_every_writer_is_read_by_models_of_the_others(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, object]] = []
    fit = left_out.train_meetings.fit

    def fitted(examples: list[Example]) -> Models:
        seen.append(("meetings without", {"a", "b"} - {example.group for example in examples}))
        return fit(examples)

    def trained(corpora: list[Path], output: Path, copies: int, leave_out: str) -> int:
        seen.append(("names without", {leave_out}))
        # So few texts make no tagger; the one that ships stands in for it.
        return output.write_bytes(files("graphing.extract").joinpath("models", "names.model").read_bytes())

    monkeypatch.setattr(left_out.train_meetings, "fit", fitted)
    # The articles that ship take minutes; whom the models are fitted without is told by the others.
    monkeypatch.setattr(left_out.train_meetings, "own", lambda: iter(()))
    monkeypatch.setattr(left_out.train_names, "train", trained)
    output = tmp_path / "accuracy.tsv"
    assert left_out.main([str(corpus), "--output", str(output), "--workers", "1"]) == 0
    assert seen == [(f"{what} without", {writer}) for writer in "ab" for what in ("meetings", "names")]
    told = shipped.read(table(output))
    assert (told.articles, told.meetings, sorted(told.writers)) == (6, 12, ["a", "b"])
    assert [line[:2] for line in capsys.readouterr().out.splitlines()[:2]] == ["a:", "b:"]


def test_writers_are_dealt_into_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for writer in "abc":
        put(tmp_path, f"{writer}1", TEXT, record())
    parts: list[str] = []

    def scored(corpus: Path, examples: list[Example], copies: int, part: str) -> list[tuple[str, Scores]]:
        parts.append(part)
        return [(writer, Scores()) for writer in part]

    monkeypatch.setattr(left_out, "scored", scored)
    monkeypatch.setattr(left_out, "read_examples", lambda corpus: [])
    assert [writer for writer, _ in left_out.left_out(tmp_path, parts=2)] == ["a", "c", "b"]
    assert parts == ["ac", "b"]


def test_one_writer_cannot_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, "a1", TEXT, record())
    assert left_out.main([str(tmp_path), "--output", str(tmp_path / "x.tsv"), "--workers", "1"]) == 1
    assert "at least two writers" in capsys.readouterr().err
    assert not (tmp_path / "x.tsv").exists()


def test_no_parts_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for writer in "ab":
        put(tmp_path, f"{writer}1", TEXT, record())
    assert left_out.main([str(tmp_path), "--output", str(tmp_path / "x.tsv"), "--workers", "1", "--parts", "0"]) == 1
    assert "0 is not a number of parts; expected 1 or more" in capsys.readouterr().err
