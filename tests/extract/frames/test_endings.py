"""Cue words are heard in all endings of their verbs."""

from __future__ import annotations

import pytest

from graphing.extract.frames.cues import find_cues

FORMS = (
    "마주치 마주칠 마주칩니다 마주쳐",
    "마주 앉고|마주 설|마주 섭니다|마주합니다",
    "머리를 맞대고|머리를 맞댈|머리를 맞댔다|머리를 맞댑니다",
    "얼굴을 보고|얼굴을 볼|얼굴을 봐|얼굴을 봅니다",
    "의견을 나누고|의견을 나눠|의견을 나눈 뒤|의견을 나눌|의견을 나눕니다",
    "점심을 드는|점심을 들어|점심을 들기로|점심을 들던|점심을 듭니다",
    "차를 마시고|차를 마셔|차를 마실|차를 마십니다",
    "초청하고|초청할|초청하기로|초청합니다|초대하며|초대할|초대하려고",
    "모신다|모시는|모실|모십니다",
    "안내한다|안내할|안내합니다",
    "둘러보고|둘러봐|둘러볼|둘러봅니다|살펴본|살펴볼|살펴봅니다",
    "대화한다|대화할|대화해서|이야기한다|이야기해서|얘기하자",
    "대접한다|대접할|대접해",
)


@pytest.mark.parametrize("form", [form.strip() for line in FORMS for form in line.split("|" if "|" in line else " ")])
def test_a_cue_is_heard_in_all_its_endings(form: str) -> None:
    text = f"민도영 회장은 고은찬 행장을 {form}"
    assert [cue for cue in find_cues(text + " ", 0, len(text) + 1) if cue.start >= text.index(form.split(" ", maxsplit=1)[0])]
