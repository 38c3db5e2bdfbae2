"""The training command, on a corpus of two made-up texts."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pycrfsuite
import pytest

from graphing.extract.names.tagger import model
from graphing.extract.training.augmentation import Annotation, renamed
from graphing.extract.training.names import main

TEXT = "최도윤 가람전자 회장이 12일 윤서진 한별은행장과 만났다. 최 회장은 가람의 공장을 보여 줬다."


def marks(text: str) -> list[list[object]]:
    forms = [("최도윤", "P", "최도윤"), ("가람전자", "O", "가람전자"), ("윤서진", "P", "윤서진"), ("한별은행", "O", "한별은행")]
    found: list[list[object]] = [[text.index(form), text.index(form) + len(form), kind, entity] for form, kind, entity in forms]
    found.append([text.index("최 회장"), text.index("최 회장") + 1, "P", "최도윤"])
    found.append([text.index("가람의"), text.index("가람의") + 2, "O", "가람전자"])
    return found


def corpus(folder: Path) -> Path:
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        (folder / f"{name}.json").write_text(json.dumps({"mentions": marks(TEXT)}), encoding="utf-8")
    return folder


def test_the_command_writes_a_model_that_opens(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "tiny.model"
    assert main([str(corpus(tmp_path)), "--output", str(output), "--copies", "1", "--only-given"]) == 0
    assert "8 sentences" in capsys.readouterr().out
    tagger = pycrfsuite.Tagger()
    tagger.open(str(output))
    assert {"BP", "SP", "-"} & set(tagger.labels())


def test_the_same_corpus_gives_the_same_model(tmp_path: Path) -> None:
    folder = corpus(tmp_path)
    first, second = tmp_path / "first.model", tmp_path / "second.model"
    main([str(folder), "--output", str(first), "--copies", "1", "--only-given"])
    main([str(folder), "--output", str(second), "--copies", "1", "--only-given"])
    assert first.read_bytes() == second.read_bytes()


def test_a_mark_outside_its_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.txt").write_text("짧다", encoding="utf-8")
    (tmp_path / "bad.json").write_text(json.dumps({"mentions": [[0, 9, "P", "x"]]}), encoding="utf-8")
    assert main([str(tmp_path), "--output", str(tmp_path / "m")]) == 1
    assert "outside its article" in capsys.readouterr().err


def test_an_empty_corpus_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--output", str(tmp_path / "m")]) == 1
    assert "NAME.json" in capsys.readouterr().err


def test_renaming_keeps_marks_on_names_and_one_name_for_each_entity() -> None:
    given = [Annotation(int(str(a)), int(str(b)), str(kind), str(entity)) for a, b, kind, entity in marks(TEXT)]
    for seed in range(30):
        text, moved = renamed(TEXT, given, Random(seed), ("바람", "구름"), kept=0.0)
        forms = {mark.start: text[mark.start : mark.end] for mark in moved}
        chairman = [text[mark.start : mark.end] for mark in moved if mark.entity == "최도윤"]
        assert len(forms) == len(given)
        assert chairman[0].startswith(chairman[1])
        assert "최도윤" not in text


def test_the_shipped_model_opens() -> None:
    assert {"SP", "BO", "EO", "-"} <= set(model().labels())
