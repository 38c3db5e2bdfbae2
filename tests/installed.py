"""Ends with 0 where all that tests/requirements.txt asks for is installed, with what that needs in turn: pip takes seconds to find out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]


def asked(file: Path) -> Iterator[str]:
    """The lines of a file of requirements and of those it names, without remarks."""
    for line in file.read_text(encoding="utf-8").splitlines():
        told = line.partition("#")[0].strip()
        if told.startswith("-r "):
            yield from asked(file.parent / told[3:].strip())
        elif told:
            yield told


def is_here(name: str) -> bool:
    """Whether the project of this name is installed from this folder, not from another copy of it."""
    try:
        told = distribution(name).read_text("direct_url.json")
    except PackageNotFoundError:
        return False
    return bool(told) and json.loads(told)["url"] == ROOT.as_uri()


def is_met(one: Requirement) -> bool:
    """Whether a package of a version that is asked for is installed."""
    try:
        return one.specifier.contains(distribution(one.name).version, prereleases=True)
    except PackageNotFoundError:
        return False


def lacking(lines: list[str]) -> str | None:
    """The first requirement that is not met; None where all are. Raises ImportError where not even ``packaging`` is installed."""
    from packaging.requirements import Requirement  # noqa: PLC0415

    if "-e ." in lines and not is_here("hoedong"):
        return "-e ."
    waiting = [Requirement(line) for line in lines if line != "-e ."]
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        if str(one) in seen:
            continue
        seen.add(str(one))
        if not is_met(one):
            return str(one)
        for needed in map(Requirement, distribution(one.name).requires or ()):
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *one.extras)):
                waiting.append(needed)
    return None


if __name__ == "__main__":
    try:
        sys.exit(1 if lacking(list(asked(ROOT / "tests" / "requirements.txt"))) else 0)
    except ImportError:
        sys.exit(1)
