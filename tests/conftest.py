"""What holds for every test."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# A busy machine makes no example wrong: how long one takes is for tests/bench/ to measure.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """AppTest leaves the script that it ran as the process's main module, and a process that is spawned later would run it first."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
