"""How what is asked of a scene is known again in the caches."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pkgutil import resolve_name
from typing import Any

import pytest

from graphing.sieve import Conditions
from graphing.view.projection import Picture
from graphing.view.scene import BY_WORDS
from graphing.view.session import Choice
from graphing.view.stretch import Stretch

ASKED = (Conditions(), Picture(), Stretch(Conditions(), most=5), Choice("person", "1"))
OTHER: dict[type, Any] = {str: "other", int: 7, float: 0.5, bool: True, tuple: (3,)}


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: type(asked).__name__)
def test_what_is_asked_of_a_scene_is_known_by_what_it_says(asked: Any) -> None:
    (name,) = (name for name in BY_WORDS if resolve_name(str(name)) is type(asked))
    assert BY_WORDS[name](asked) == repr(asked)


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: type(asked).__name__)
def test_whatever_differs_in_what_is_asked_is_told_apart(asked: Any) -> None:
    others = [replace(asked, **{part.name: OTHER.get(type(getattr(asked, part.name)), date(2024, 2, 5))}) for part in fields(asked)]
    assert len({repr(one) for one in (asked, *others)}) == 1 + len(others)
