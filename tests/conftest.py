"""What holds for every test."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from society import society
from streamlit.components.v2 import manifest_scanner

from graphing.store import open_store

# A busy machine makes no example wrong: how long one takes is for tests/bench/ to measure.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

# Nothing that is collected is ever given up, and to look for it again and again took two fifths of the time to collect.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on memory is cleared as in the app; what was collected stays and is looked at no more."""
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True, scope="session")
def installed_components() -> Iterator[None]:
    """Each AppTest looks through all installed packages for components, for 0.2 seconds; what is installed does not change meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """AppTest leaves the script that it ran as the process's main module, and a process that is spawned later would run it first."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of 1,000 made-up meetings in one file, to be copied by who opens it: writing it takes a second."""
    file = tmp_path_factory.mktemp("crowded") / "crowd.sqlite"
    with open_store(f"sqlite:///{file}") as store:
        store.add(list(society(1000)))
    assert [one.name for one in file.parent.iterdir()] == [file.name], "all of it is in the file"
    return file
