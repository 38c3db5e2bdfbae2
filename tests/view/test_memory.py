"""What is loaded for good is frozen once for each revision and set of modules."""

from __future__ import annotations

import gc
import sys
import types
from collections.abc import Iterator

import pytest

from graphing.view import memory


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    memory._frozen.cache_clear()
    memory._grown.cache_clear()
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_what_is_loaded_is_passed_over_by_the_next_collection() -> None:
    memory.settle("one")
    assert gc.get_freeze_count() > 10_000
    assert len(gc.get_objects()) < 10_000


@pytest.mark.parametrize(("revision", "module", "again"), [("one", False, False), ("two", False, True), ("one", True, True)])
def test_it_is_done_again_for_what_is_new(revision: str, module: bool, again: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    memory.settle("one")
    later = [[] for _ in range(1_000)]
    before = gc.get_freeze_count()
    if module:
        monkeypatch.setitem(sys.modules, "made_up_module", types.ModuleType("made_up_module"))
    memory.settle(revision)
    # What else was frozen may be let go meanwhile.
    assert (gc.get_freeze_count() >= before + len(later) // 2) == again


def test_circles_let_go_since_the_last_revision_are_freed() -> None:
    class Knot:
        alive = 0

        def __init__(self) -> None:
            self.me = self
            Knot.alive += 1

        def __del__(self) -> None:
            Knot.alive -= 1

    knot = Knot()
    memory.settle("one")
    del knot
    assert Knot.alive == 1
    memory.settle("two")
    assert Knot.alive == 0


def test_nothing_is_looked_at_while_a_store_is_read_and_all_is_after() -> None:
    def read() -> None:
        with memory.undisturbed():
            assert not gc.isenabled()
            raise KeyError

    with pytest.raises(KeyError):
        read()
    assert gc.isenabled()


def test_what_is_made_later_of_a_revision_is_frozen_too_and_what_is_frozen_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory.settle("one", 1)
    before = gc.get_freeze_count()
    later = [[] for _ in range(1_000)]
    monkeypatch.setattr(gc, "unfreeze", lambda: pytest.fail("all is looked at again"))
    memory.settle("one", 2)
    assert gc.get_freeze_count() >= before + len(later)
