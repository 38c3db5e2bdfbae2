"""The command line: ``python -m graphing extract`` prints what is understood, ``add`` puts it into the store,
``evaluate`` tells how much of it is right; ``cli_store`` has the commands for what is stored.

Exit codes: 0 all was read, 1 something could not be (told on standard error, the rest was), 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from graphing import cli_store
from graphing.articles import Problem, read_documents
from graphing.errors import HoedongError
from graphing.export import record
from graphing.model import Document
from graphing.pipeline import Progress, add_documents, extractions

KINDS = (".txt", ".jsonl")
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
        "inputs", nargs="+", metavar="INPUT", help=".txt or .jsonl files, folders of them, or - for JSON Lines on standard input"
    )
    inputs.add_argument(
        "--published", type=_date, metavar="YYYY-MM-DD", help="when the articles appeared (wins over what they say themselves)"
    )
    inputs.add_argument("--workers", type=_workers, default=1, metavar="N", help="processes that read at once (default: 1)")
    extract = commands.add_parser("extract", parents=[inputs], help="print what is understood as JSON Lines, one article a line")
    extract.set_defaults(command=_extract)
    add = commands.add_parser("add", parents=[inputs], help="put what is understood into the store")
    add.add_argument(
        "--database", metavar="URL", help="sqlite:///FILE or postgresql://… (default: HOEDONG_DATABASE_URL, else your data directory)"
    )
    add.set_defaults(command=_add)
    evaluate = commands.add_parser("evaluate", help="tell how right the extraction is on annotated articles")
    evaluate.add_argument("corpus", type=Path, metavar="CORPUS", help="a folder of NAME.txt and NAME.json pairs, or a .jsonl file")
    evaluate.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    evaluate.add_argument("--errors", action="store_true", help="also print every miss (-) and every false alarm (+)")
    evaluate.set_defaults(command=_evaluate)
    cli_store.register(commands)
    return parser


def _extract(given: argparse.Namespace) -> int:
    bad = 0
    for found in extractions(documents(given.inputs, given.published), given.workers):
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

        done = add_documents(store, documents(given.inputs, given.published), show, complain, workers=given.workers)
    print(f"{done.articles} articles: {done.new} new, {done.replaced} replaced, {done.unchanged} unchanged")
    return 1 if done.problems else 0


def _evaluate(given: argparse.Namespace) -> int:
    from graphing.evaluate import read_corpus, reading, report  # noqa: PLC0415  (only ``evaluate`` needs them)

    scores = reading.evaluate(read_corpus(given.corpus))
    if given.errors:
        # Beside JSON, which stands alone on standard output, they are told on standard error.
        print("\n".join(map(str, scores.misses)), file=sys.stderr if given.json else sys.stdout)
    print(json.dumps(report.plain(scores), ensure_ascii=False) if given.json else "\n".join(report.lines(scores)))
    return 0


def documents(inputs: Iterable[str], published: date | None = None) -> Iterator[Document | Problem]:
    """The documents of all inputs in the order given (in folders: by path), each read when it is asked for."""
    for name in inputs:
        if name == "-":
            yield from _standard_input(published)
            continue
        files = _files(Path(name))
        if not files:
            yield Problem(name, None, f"is a folder without {' or '.join(KINDS)} files; name another")
        yield from read_documents(files, published)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix.lower() in KINDS and file.is_file())


def _standard_input(published: date | None) -> Iterator[Document | Problem]:
    """JSON Lines from standard input, kept in a file meanwhile."""
    with tempfile.TemporaryDirectory(prefix="hoedong-") as folder:
        kept = Path(folder) / "stdin.jsonl"
        with kept.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        for found in read_documents([kept], published):
            yield replace(found, source=STANDARD_INPUT) if isinstance(found, Problem) else found


def _size(inputs: Iterable[str]) -> int | None:
    """How many documents there are, as far as names and line ends tell; None where that is not known before reading."""
    total = 0
    for name in inputs:
        if name == "-":
            return None
        for file in _files(Path(name)):
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


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} workers: expected a number from 1 to 64")
    return int(text)
