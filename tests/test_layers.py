"""The shape of the tree, read from its imports: who may know whom, and what ships.

The flow is ``FLOW``, left to right; a file imports only what stands to its left, or its own package.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from graphing.lexicon import table

ROOT = Path(__file__).resolve().parents[1]

# Each step names the units of graphing/ that stand there; units of one step don't know each other.
FLOW: tuple[tuple[str, ...], ...] = (
    ("particles",),
    ("model", "errors"),
    ("lexicon",),
    ("romanize",),
    ("organizations",),
    ("labels",),
    ("search",),
    ("articles",),
    ("language",),
    ("extract",),
    ("resolve",),
    ("decisions",),
    ("store",),
    ("graph", "timeline", "profile", "suggestions", "tellings"),
    ("sieve", "changes"),
    ("readings", "ties"),
    ("pipeline", "watch"),
    ("export", "rereading"),
    ("evaluate",),
    ("cli_store",),
    ("cli",),
    ("__main__",),
    ("view",),
)
# The same of graphing/extract/: its folders, left to right.
EXTRACT_FLOW = ("dates", "places", "names", "posts", "entities", "frames", "meetings", "training")
STEP = {unit: number for number, units in enumerate(FLOW) for unit in units}

# A library and the only places that may import it (folders end in '/').
HOMES = {
    "streamlit": ("app.py", "pages/", "graphing/view/"),
    "kiwipiepy": ("graphing/language.py",),
    "sqlalchemy": ("graphing/store/",),
    "sqlite3": ("graphing/store/",),
    "alembic": ("graphing/store/",),
    "pyvis": ("graphing/view/",),
}
# Pages call a function, then draw.
NOT_IN_PAGES = ("re", "networkx", "igraph", "sqlalchemy", "sqlite3", "kiwipiepy", "pandas", "pyvis")

TOP_LEVEL = {"README.md", "LICENSE", "pyproject.toml", "requirements.txt", "app.py", "pages", "graphing", "tests", "seeds"}
MADE_BY_TOOLS = {"__pycache__", "build", "dist", "hoedong.egg-info"}
LONGEST_FILE = 400
CDN = re.compile(r"//[\w.-]*(?:cdn|unpkg|jsdelivr|googleapis|gstatic|cloudflare|bootstrap)[\w.-]*\.\w+", re.IGNORECASE)
REMOTE = re.compile(r"https?://(?!www\.w3\.org/|localhost|127\.0\.0\.1)[^\s\"')]+")


def shipped(root: Path, *suffixes: str) -> Iterator[tuple[str, str]]:
    """(path from the root, text) of app.py and every file under pages/ and graphing/ that ends so."""
    for path in sorted([root / "app.py", *root.glob("pages/**/*"), *root.glob("graphing/**/*")]):
        if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts:
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def imports(path: str, source: str) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of all that a file imports, relative ones made absolute, also those inside functions."""
    package = path.removesuffix(".py").split("/")[:-1]
    for node in ast.walk(ast.parse(source, path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *filter(None, [node.module])])
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def unit_of(path: str) -> str:
    """'extract' for graphing/extract/dates/finding.py, 'graph' for graphing/graph.py, '' for graphing/__init__.py."""
    name = path.removeprefix("graphing/").split("/")[0].removesuffix(".py")
    return "" if name == "__init__" else name


def breaches(root: Path) -> list[str]:
    """Every import under ``root`` that the layers forbid, as 'path:line what'."""
    found: list[str] = []
    for path, source in shipped(root, ".py"):
        inside = path.startswith("graphing/")
        if inside and unit_of(path) not in {"", *STEP}:
            found.append(f"{path}:1 stands in no step of the flow; give it one in tests/test_layers.py")
            continue
        for line, name in imports(path, source):
            library = name.split(".")[0]
            homes = HOMES.get(library, ("",))
            if not path.startswith(homes):
                found.append(f"{path}:{line} imports {library}, whose place is {', '.join(homes)}")
            if library in NOT_IN_PAGES and not inside:
                found.append(f"{path}:{line} imports {library}: a page calls a function, then draws")
            if library in {"app", "pages"}:
                found.append(f"{path}:{line} imports the page {name}: nothing stands right of the pages")
            if library == "graphing" and inside:
                found.extend(_against_the_flow(path, line, name))
    return found


def _against_the_flow(path: str, line: int, name: str) -> Iterator[str]:
    own = unit_of(path)
    other = [*name.split("."), ""][1]
    if own == other == "extract":
        yield from _against_the_flow_of_extract(path, line, name)
    if other not in STEP or other == own:
        return
    if own == "" or STEP[other] >= STEP[own]:
        yield f"{path}:{line} imports graphing.{other}, which does not stand left of graphing{'.' + own if own else ''}"


def _against_the_flow_of_extract(path: str, line: int, name: str) -> Iterator[str]:
    own, other = path.split("/")[2], [*name.split("."), "", ""][2]
    if own in EXTRACT_FLOW and other in EXTRACT_FLOW and EXTRACT_FLOW.index(other) > EXTRACT_FLOW.index(own):
        yield f"{path}:{line} imports graphing.extract.{other}, which does not stand left of graphing.extract.{own}"


def test_every_import_goes_left() -> None:
    assert breaches(ROOT) == []


@pytest.mark.parametrize(
    ("path", "source", "complaint"),
    [
        ("graphing/extract/dates/finding.py", "from graphing.store import Store", "does not stand left"),
        ("graphing/extract/dates/finding.py", "from graphing.extract.places.words import endings", "does not stand left"),
        ("graphing/extract/frames/cues.py", "from graphing.extract.meetings import gathering", "does not stand left"),
        ("graphing/extract/dates/finding.py", "from graphing import pipeline", "does not stand left"),
        ("graphing/extract/dates/finding.py", "from ...view import session", "does not stand left"),
        ("graphing/graph.py", "def f():\n    import graphing.timeline", "does not stand left"),
        ("graphing/__init__.py", "from graphing.cli import main", "does not stand left"),
        ("graphing/articles/reader.py", "import streamlit as st", "whose place is"),
        ("graphing/extract/names/finding.py", "from kiwipiepy import Kiwi", "whose place is"),
        ("graphing/export.py", "import sqlalchemy", "whose place is"),
        ("graphing/misc.py", "", "no step of the flow"),
        ("graphing/view/labels.py", "from app import main", "right of the pages"),
        ("pages/upload.py", "import re", "calls a function, then draws"),
        ("pages/upload.py", "from networkx import Graph", "calls a function, then draws"),
        ("app.py", "from sqlalchemy.engine import Engine", "calls a function, then draws"),
    ],
)
def test_a_bad_import_is_told(tmp_path: Path, path: str, source: str, complaint: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    told = breaches(tmp_path)
    assert any(complaint in line and line.startswith(path) for line in told), told


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("graphing/extract/frames/cues.py", "from graphing.extract.names import kinds\nfrom . import cues"),
        ("graphing/view/evidence.py", "import streamlit\nfrom graphing.store import open_store"),
        ("pages/upload.py", "import streamlit as st\nfrom graphing.pipeline import read"),
    ],
)
def test_a_good_import_passes(tmp_path: Path, path: str, source: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(source, encoding="utf-8")
    assert breaches(tmp_path) == []


def test_the_top_level_holds_only_what_it_should() -> None:
    entries = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and path.suffix != ".sqlite"}
    assert entries - TOP_LEVEL - MADE_BY_TOOLS == set()


def test_no_file_grows_past_its_job() -> None:
    code = [*shipped(ROOT, ".py", ".js", ".css"), *((p.as_posix(), p.read_text(encoding="utf-8")) for p in ROOT.glob("tests/**/*.py"))]
    assert [f"{path}: {text.count(chr(10))} lines" for path, text in code if text.count("\n") > LONGEST_FILE] == []


def far_addresses(root: Path) -> list[str]:
    """Addresses by which a shipped file could fetch from another machine: any in what a browser runs, CDNs anywhere."""
    browser = [(path, match) for path, text in shipped(root, ".js", ".css", ".html", ".svg") for match in REMOTE.findall(text)]
    anywhere = [(path, match) for path, text in shipped(root, ".py", ".js", ".css", ".html", ".svg") for match in CDN.findall(text)]
    return [f"{path}: {address}" for path, address in browser + anywhere]


def test_nothing_is_fetched_from_another_machine(tmp_path: Path) -> None:
    assert far_addresses(ROOT) == []
    (tmp_path / "app.py").write_text('HEAD = "<script src=//cdn.example.net/vis.js>"', encoding="utf-8")
    (tmp_path / "graphing").mkdir()
    (tmp_path / "graphing/graph.js").write_text('import "https://example.org/vis.js"', encoding="utf-8")
    assert len(far_addresses(tmp_path)) == 2


def test_every_lexicon_loads() -> None:
    names = sorted(path.stem for path in (ROOT / "graphing/lexicon").glob("*.tsv"))
    assert names
    for name in names:
        rows = table(name)
        assert rows, f"{name}.tsv has no rows"
        nameless = [row for row in rows if not next(iter(row.values())).strip()]
        assert nameless == [], f"{name}.tsv has rows whose first cell is empty"


def pinned(requirements: str) -> dict[str, str]:
    """Distribution → pinned version of the lines of a requirements file that pin one."""
    return {name.lower(): version for name, version in re.findall(r"(?m)^([\w.-]+)(?:\[\w+\])?==(\S+)$", requirements)}


def test_what_is_imported_is_installed() -> None:
    runs = pinned((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert {re.split(r"[<>=!~ ]", line)[0].lower() for line in declared} == set(runs)
    distributions = packages_distributions()
    for path, source in shipped(ROOT, ".py"):
        for line, name in imports(path, source):
            library = name.split(".")[0]
            if library in sys.stdlib_module_names or library in {"graphing", "__future__"}:
                continue
            offered = {distribution.lower() for distribution in distributions.get(library, [library])}
            assert offered & set(runs), f"{path}:{line} imports {library}, which requirements.txt does not install"


def test_all_data_files_ship() -> None:
    globs = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]["*"]
    data = [path for path in ROOT.glob("graphing/**/*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    assert len(data) > 10
    assert [path.name for path in data if not any(path.match(glob) for glob in globs)] == []


def test_all_versions_are_pinned() -> None:
    for file in ("requirements.txt", "tests/requirements.txt"):
        lines = [line.split("#")[0].strip() for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]
        assert [line for line in lines if line and not line.startswith("-") and not pinned(line)] == []
