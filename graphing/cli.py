"""The command line: ``python -m graphing extract`` prints what is understood, ``add`` puts it into the store, ``watch`` does so with
what comes into a folder or a feed, ``evaluate`` tells how much of it is right; ``cli_store`` has the commands for what is stored.

Exit codes: 0 all was read, 1 something could not be (told on standard error, the rest was), 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from graphing import cli_store
from graphing.articles import Problem, Settings, fetch, imprint, read_documents
from graphing.articles.readers import (
    ENDINGS,
    TABLE_FIELDS,
    Note,
    SaidTable,
    UnknownTable,
    checked_columns,
    composed,
    is_readable,
    left_alone,
    limits_of,
    other_files,
)
from graphing.errors import HoedongError, InputError
from graphing.export import record
from graphing.model import Document
from graphing.pipeline import Progress, add_documents, extractions
from graphing.watch import Feed, Folder, is_address

if TYPE_CHECKING:  # brings in SQLAlchemy: only what stores needs it
    from graphing.store import Store

# Files that hold nobody knows how many documents before they are opened.
MANY = frozenset((".zip", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".eml"))
STANDARD_INPUT = "standard input"
INTERRUPTED, READER_GONE = 130, 141


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    given = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # Korean is printed as UTF-8 whatever the terminal says; a name that cannot be encoded must not end the run.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code: int = given.command(given)
        sys.stdout.flush()
        return code
    except HoedongError as error:
        print(f"hoedong: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("hoedong: interrupted; what was read before stays", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output (head) has enough; Python must not complain when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m graphing", description="Who met whom in Korean business news, and where it says so.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    inputs = argparse.ArgumentParser(add_help=False)
    inputs.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help=f"files ({' '.join(ENDINGS)}), folders of them, links (http…), or - for JSON Lines on standard input",
    )
    inputs.add_argument(
        "--published", type=_date, metavar="YYYY-MM-DD", help="when those articles appeared that tell no date of their own"
    )
    inputs.add_argument(
        "--printed", action="store_true", help="take the date that a text or a file's name prints where nothing else tells one"
    )
    inputs.add_argument(
        "--columns",
        type=_columns,
        default={},
        metavar="FIELD=HEADER,…",
        help="what a table's columns mean, such as text=본문,published=일자",
    )
    inputs.add_argument("--workers", type=_workers, default=1, metavar="N", help="processes that read at once (default: 1)")
    extract = commands.add_parser("extract", parents=[inputs], help="print what is understood as JSON Lines, one article a line")
    extract.set_defaults(command=_extract)
    add = commands.add_parser("add", parents=[inputs], help="put what is understood into the store")
    add.add_argument("--database", metavar="URL", help=cli_store.DATABASE_HELP)
    add.set_defaults(command=_add)
    watch = commands.add_parser("watch", help="put what comes into a folder or a feed into the store, until it is interrupted")
    watch.add_argument("places", nargs="+", metavar="PLACE", help="a folder, or the address (http…) of an RSS or Atom feed")
    watch.add_argument("--every", type=_seconds, default=300, metavar="SECONDS", help="how long to wait between two looks (default: 300)")
    watch.add_argument("--once", action="store_true", help="look once and end")
    watch.add_argument("--printed", action="store_true", help="take the date that a text prints where nothing else tells one")
    watch.add_argument("--database", metavar="URL", help=cli_store.DATABASE_HELP)
    watch.set_defaults(command=_watch)
    evaluate = commands.add_parser("evaluate", help="tell how right the extraction is on annotated articles")
    evaluate.add_argument("corpus", type=Path, metavar="CORPUS", help="a folder of NAME.txt and NAME.json pairs, or a .jsonl file")
    evaluate.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    evaluate.add_argument("--errors", action="store_true", help="also print every miss (-) and every false alarm (+)")
    evaluate.set_defaults(command=_evaluate)
    cli_store.register(commands)
    return parser


def _extract(given: argparse.Namespace) -> int:
    bad = 0
    for found in extractions(_without_notes(_given(given, _settings()), _complain), given.workers):
        if isinstance(found, Problem):
            bad += 1
            _complain(found)
            continue
        print(json.dumps(record(found), ensure_ascii=False), flush=True)
    return 1 if bad else 0


def _add(given: argparse.Namespace) -> int:
    from tqdm import tqdm  # noqa: PLC0415  (only ``add`` needs bar and database)

    from graphing.store import open_store  # noqa: PLC0415

    with open_store(given.database) as store, tqdm(total=_size(given.inputs), unit=" documents", disable=None, file=sys.stderr) as bar:

        def show(done: Progress) -> None:
            bar.set_postfix(articles=done.articles, refresh=False)
            bar.update(done.documents - bar.n)

        def complain(problem: Problem) -> None:
            with bar.external_write_mode(file=sys.stderr):
                _complain(problem)

        undated: list[bool] = []
        found = _noted(_without_notes(_given(given, _settings(store), store), complain), undated)
        done = add_documents(store, found, show, complain, workers=given.workers)
    print(_sums(done))
    _tell_undated(undated)
    return 1 if done.problems else 0


def _settings(store: Store | None = None) -> Settings:
    """How inputs are read: by the environment's limits, and what is known of tables where there is a store."""
    return Settings(limits_of(os.environ), store.table_columns() if store else {}, notes=True)


def _sums(done: Progress) -> str:
    copies = f", {done.copies} of them told by other outlets before" if done.copies else ""
    completed = f", {done.completed} completed by the outlet" if done.completed else ""
    replaced = done.replaced - done.completed
    return f"{done.articles} articles: {done.new} new{copies}, {replaced} replaced{completed}, {done.unchanged} unchanged"


def _given(given: argparse.Namespace, settings: Settings, store: Store | None = None) -> Iterator[Document | Problem]:
    """The documents of the inputs, with what the options say. What ``--columns`` says is kept in the store, where there is one."""
    told = not given.columns
    own = 0
    for found in documents(given.inputs, replace(settings, wanted=given.columns)):
        if isinstance(found, UnknownTable):
            told = True
            yield _unknown(found, given.columns)
            continue
        if isinstance(found, Problem) and not isinstance(found, Note) and found.line is None:
            # Said once: a file that cannot be read, or whose columns are others, may be the table that was meant.
            told = True
        if isinstance(found, SaidTable) and given.columns.items() <= dict(found.columns).items():
            told = True
            if store is not None:
                store.remember_columns(found.headers, dict(found.columns))
        dated = _dated(found, given.printed)
        if isinstance(dated, Document) and given.published:
            own += dated.published not in {None, given.published}
            dated = dated if dated.published else replace(dated, published=given.published, published_from="said")
        yield dated
    if own:
        why = InputError(
            "of {day} does not count for {count:,} documents: they tell another date of their own; correct it in the dashboard",
            day=given.published,
            count=own,
        )
        yield Note("--published", None, why)
    if not told:
        listed = ", ".join(given.columns.values())
        yield Problem("--columns", None, InputError("no table has the columns {list}: look for a slip in the names", list=listed))


def _unknown(table: UnknownTable, columns: Mapping[str, str]) -> Problem:
    """What is said of a table that nobody knows: which of its columns is none, or which option names them."""
    try:
        checked_columns(table.headers, columns)
    except InputError as error:
        return Problem(table.source, None, error if columns else InputError("{problem} (--columns)", problem=table.why))
    return table


def _dated(found: Document | Problem, printed: bool) -> Document | Problem:
    """With ``printed``, the day and outlet that a document itself prints stand where nobody has said them."""
    if not printed or isinstance(found, Problem):
        return found
    own = imprint(found)
    return replace(
        found,
        published=found.published or own.published,
        published_from=found.published_from or own.published_from,
        outlet=found.outlet or own.outlet,
        outlet_from=found.outlet_from or own.outlet_from,
    )


def _without_notes(found: Iterable[Document | Problem], tell: Callable[[Problem], None]) -> Iterator[Document | Problem]:
    """The documents without what should only be known of them, which is told: it is no fault."""
    for one in found:
        if isinstance(one, Note):
            tell(one)
        else:
            yield one


def _noted(found: Iterable[Document | Problem], undated: list[bool]) -> Iterator[Document | Problem]:
    """The documents as they are; of each without a publication date is noted whether the text prints one."""
    for one in found:
        if isinstance(one, Document) and one.published is None:
            undated.append(imprint(one).published is not None)
        yield one


def _tell_undated(undated: list[bool], how: str = "--published gives one, or the dashboard") -> None:
    if undated:
        told = f"{len(undated)} documents have no publication date: relative dates in them stay unresolved ({how}"
        printed = f"; {sum(undated)} of them print one, --printed takes it" if any(undated) else ""
        print(f"hoedong: {told}{printed})", file=sys.stderr, flush=True)


def _watch(given: argparse.Namespace) -> int:
    from graphing.store import open_store  # noqa: PLC0415  (see _add)

    with open_store(given.database) as store:
        settings = _settings(store)
        watched: list[Feed | Folder] = [
            Feed(place, settings, store.knows_url) if is_address(place) else Folder(Path(place), settings, not given.once)
            for place in given.places
        ]
        while True:
            bad = 0
            for one in watched:
                undated: list[bool] = []
                found = _without_notes((_dated(document, given.printed) for document in one.look()), _complain)
                done = add_documents(store, _noted(found, undated), on_problem=_complain)
                bad += done.problems
                if done.documents:
                    print(_sums(done), flush=True)
                _tell_undated(undated, "the dashboard gives one")
            if given.once:
                return 1 if bad else 0
            time.sleep(given.every)


def _evaluate(given: argparse.Namespace) -> int:
    from graphing.evaluate import read_corpus, reading, report  # noqa: PLC0415  (only ``evaluate`` needs them)

    scores = reading.evaluate(read_corpus(given.corpus))
    if given.errors:
        # Beside JSON, which stands alone on standard output, they are told on standard error.
        print("\n".join(map(str, scores.misses)), file=sys.stderr if given.json else sys.stdout)
    print(json.dumps(report.plain(scores), ensure_ascii=False) if given.json else "\n".join(report.lines(scores)))
    return 0


def documents(inputs: Iterable[str], settings: Settings | None = None) -> Iterator[Document | Problem]:
    """The documents of all inputs in the order given (in folders: by path), each read when it is asked for."""
    for name in inputs:
        if name == "-":
            yield from _standard_input(settings)
            continue
        if is_address(name):
            try:
                yield from fetch.documents(name, settings)
            except InputError as error:
                yield Problem(name, None, error)
            continue
        files = _files(Path(name))
        if not files:
            yield Problem(name, None, InputError("is a folder without files that are read ({list}); name another", list=" ".join(ENDINGS)))
        yield from read_documents(files, settings)
        if settings and settings.notes and (others := other_files(Path(name))):
            yield left_alone(name, others)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if is_readable(file.name) and file.is_file())


def _standard_input(settings: Settings | None) -> Iterator[Document | Problem]:
    """JSON Lines from standard input, kept in a file meanwhile."""
    with tempfile.TemporaryDirectory(prefix="hoedong-") as folder:
        kept = Path(folder) / "stdin.jsonl"
        with kept.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        for found in read_documents([kept], settings):
            yield replace(found, source=STANDARD_INPUT) if isinstance(found, Problem) else found


def _size(inputs: Iterable[str]) -> int | None:
    """How many documents there are, as far as names and line ends tell; None where that is not known before reading."""
    total = 0
    for name in inputs:
        if name == "-":
            return None
        if is_address(name):
            total += 1
            continue
        for file in _files(Path(name)):
            if file.suffix.lower() in MANY:
                return None
            try:
                total += _lines(file) if file.suffix.lower() == ".jsonl" else 1
            except OSError:
                total += 1
    return total


def _lines(file: Path) -> int:
    with file.open("rb") as stream:
        return sum(1 for line in stream if line.strip())


def _complain(problem: Problem) -> None:
    print(f"hoedong: {problem}", file=sys.stderr, flush=True)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date: expected YYYY-MM-DD, such as 2025-02-05") from None


def _columns(text: str) -> dict[str, str]:
    # A comma that no field follows belongs to the header before it.
    parts = re.split(r",\s*(?=[A-Za-z_]+\s*=)", text)
    pairs = (part.partition("=") for part in parts)
    said = {field.strip(): composed(" ".join(header.split())) for field, is_said, header in pairs if is_said}
    if not said or not set(said) <= set(TABLE_FIELDS):
        fields = ", ".join(TABLE_FIELDS)
        raise argparse.ArgumentTypeError(f"{text!r}: expected headers for some of {fields}, such as text=본문,published=일자")
    return said


def _seconds(text: str) -> int:
    if not text.isdecimal() or int(text) < 5:
        raise argparse.ArgumentTypeError(f"{text!r} seconds: expected a whole number from 5")
    return int(text)


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} workers: expected a number from 1 to 64")
    return int(text)
