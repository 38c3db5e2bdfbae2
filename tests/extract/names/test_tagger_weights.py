"""The weights of the name tagger: what CRFsuite tells of its model, read faster."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from graphing.extract.names.tagger import model
from graphing.extract.names.tagger_weights import state_features

ROOT = Path(__file__).resolve().parents[2]


def test_all_that_a_model_weighs_is_read() -> None:
    told = model().info().state_features
    read = list(state_features(model()))
    assert len(read) == len(told)
    assert {(feature, label): weight for feature, label, weight in read} == told


def test_a_page_brings_in_titles_but_none_of_what_reads_text() -> None:
    asked = "import sys, graphing.view.home; print(*(name for name in sys.modules if name.startswith(('graphing.extract', 'kiwi'))))"
    brought = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    assert "graphing.extract.posts.titles" in brought
    readers = {f"graphing.extract.{part}" for part in ("names.finding", "entities.people", "meetings.finding")}
    assert not {*readers, "kiwipiepy"} & set(brought)
