"""The logistic model: what it learns, what it says, and that a dumped one says the same."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from graphing.errors import LexiconError
from graphing.extract.frames import logistic
from graphing.extract.frames.logistic import LogisticModel, load_model, train

ROWS = [["sun", "warm"], ["sun"], ["rain", "warm"], ["rain"]] * 10
LABELS = [True, True, False, False] * 10


def test_it_learns_what_tells_yes_from_no() -> None:
    model = train(ROWS, LABELS)
    assert model.probability(["sun"]) > 0.8
    assert model.probability(["rain"]) < 0.2
    assert abs(model.weights["warm"]) < 0.1
    assert model.probability(["warm"]) == pytest.approx(0.5, abs=0.05)


def test_rare_and_unknown_features_weigh_nothing() -> None:
    model = train([*ROWS, ["comet"]], [*LABELS, True], rarest=2)
    assert "comet" not in model.weights
    assert model.probability(["comet"]) == model.probability([])


def test_without_rows_everything_is_even() -> None:
    assert train([], []).probability(["sun"]) == 0.5


def test_more_l2_means_smaller_weights() -> None:
    assert 0 < train(ROWS, LABELS, l2=20.0).weights["sun"] < train(ROWS, LABELS, l2=0.5).weights["sun"]


def test_the_same_rows_give_the_same_model() -> None:
    assert train(ROWS, LABELS).dump() == train(ROWS, LABELS).dump()


def test_probabilities_stay_within_bounds() -> None:
    model = LogisticModel({"much": 1e6, "little": -1e6}, 0.0)
    assert 0.999 < model.probability(["much"]) <= 1
    assert 0 <= model.probability(["little"]) < 0.001
    assert model.log_odds(["much", "unknown"]) == 1e6
    assert model.probability([]) == 0.5


def test_a_dumped_model_is_loaded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logistic, "files", lambda _: tmp_path)
    (tmp_path / "models").mkdir()
    model = LogisticModel({"a=1": 1.25, "b\tc": -0.5, "nothing": 0.001}, -0.75)
    (tmp_path / "models" / "tiny.model").write_text(model.dump(), encoding="utf-8")
    assert load_model("tiny") == LogisticModel({"a=1": 1.25, "b\tc": -0.5}, -0.75)


@pytest.mark.parametrize("content", [None, "no tab", "\tnot a number", "a\t1.0"])
def test_a_missing_or_malformed_model_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None) -> None:
    monkeypatch.setattr(logistic, "files", lambda _: tmp_path)
    (tmp_path / "models").mkdir()
    if content is not None:
        (tmp_path / "models" / "bad.model").write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"bad\.model"):
        load_model("bad")


@pytest.mark.parametrize("name", ["linking", "telling", "attendance", "encounter"])
def test_the_shipped_models_load(name: str) -> None:
    model = load_model(name)
    assert len(model.weights) > 20
    assert all(math.isfinite(weight) for weight in model.weights.values())
