"""Commands for what is stored: reextract, decisions, copy, backup, restore."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphing.errors import InputError

if TYPE_CHECKING:  # brings in SQLAlchemy: commands that need no store do without
    from graphing.decisions import Decision
    from graphing.store import Counts, Store

# So many lines of a file are named in one message.
NAMED = 20
DATABASE_HELP = "sqlite:///FILE or postgresql://… (default: HOEDONG_DATABASE_URL or .streamlit/secrets.toml, else your data directory)"


def register(commands: Any) -> None:
    """Adds the commands to the parser's subcommands."""
    stored = argparse.ArgumentParser(add_help=False)
    stored.add_argument("--database", metavar="URL", help=DATABASE_HELP)

    def add(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, parents=[stored] if name != "copy" else [], help=text)
        made.set_defaults(command=run)
        return made

    again = add("reextract", _reextract, "show what this version reads differently in the stored articles; decisions hold")
    again.add_argument("--apply", action="store_true", help="take the new readings over, each after it was shown")
    decided = add("decisions", _decisions, "export or import what people decided, or make cases for evaluate of it")
    decided.add_argument("action", choices=("export", "import", "cases"))
    decided.add_argument("path", metavar="PATH", help="a JSON Lines file, - for standard input or output; for cases: a folder")
    decided.add_argument("--replace", action="store_true", help="also where the file is there already: it goes once the new one is whole")
    copy = add("copy", _copy, "copy a whole store into an empty one")
    copy.add_argument("source", metavar="FROM", help="the URL of the store that is copied")
    copy.add_argument("target", metavar="TO", help="the URL of an empty database")
    copy.add_argument("--replace", action="store_true", help="also where TO holds something: that is gone once all has arrived")
    backup = add("backup", _backup, "write everything into one file")
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.add_argument("--replace", action="store_true", help="also where the file is there already: it goes once the new one is whole")
    restored = add("restore", _restore, "bring back what a backup holds")
    restored.add_argument("file", type=Path, metavar="FILE")
    restored.add_argument("--replace", action="store_true", help="also where the store holds something: that is gone then")


def _reextract(given: argparse.Namespace) -> int:
    from graphing.rereading import Difference, differences, reread  # noqa: PLC0415
    from graphing.store import open_store  # noqa: PLC0415

    shown: list[int] = []

    def show(found: Iterator[Difference]) -> Iterator[Difference]:
        for one in found:
            shown.append(one.article)
            lines = one.lines or ("(only places in the text, certainties or reasons)",)
            print(f"{one.article} {one.title}", *(f"  {line}" for line in lines), sep="\n", flush=True)
            yield one

    with open_store(given.database, existing=True) as store:
        # As a stream: ten thousand readings are not held at once.
        changes = show(differences(store))
        if given.apply:
            taken = reread(store, changes)
            print(f"{taken} of {len(shown)} articles taken over" if shown else "no article would change")
        else:
            for _ in changes:
                pass
            print(f"{len(shown)} articles would change; --apply takes that over" if shown else "no article would change")
    return 0


def _decisions(given: argparse.Namespace) -> int:
    from graphing.decisions.rows import line  # noqa: PLC0415
    from graphing.store import open_store  # noqa: PLC0415

    # Only what is brought in may make a store.
    with open_store(given.database, existing=given.action != "import") as store:
        if given.action == "export":
            made = store.decisions()
            _write(given.path, [line(one) for one in made], given.replace)
            if given.path != "-":
                print(f"{len(made)} decisions in {given.path}")
        elif given.action == "import":
            return _brought_in(given.path, store)
        else:
            folder = Path(given.path)
            try:
                folder.mkdir(parents=True, exist_ok=True)
                print(f"{_cases(store, folder)} cases in {folder}")
            except OSError as error:
                raise InputError(f"{error.filename or folder} cannot be written ({error.strerror}); name another folder") from None
    return 0


def _brought_in(path: str, store: Store) -> int:
    """Imports the decisions of a file and tells of each row that came to nothing; 1 where there is one, 0 where all are taken."""
    from graphing.decisions.rows import parse  # noqa: PLC0415
    from graphing.pipeline import import_decisions  # noqa: PLC0415

    brought: dict[int, Decision] = {}
    faults: dict[int, InputError] = {}
    # Not at the other ends of lines that Python knows: a reason may hold them.
    for number, text in enumerate(_read(path).split("\n"), 1):
        if text.strip():
            try:
                brought[number] = parse(text, f"{path}, line {number}")
            except InputError as error:
                faults[number] = error
    if faults and not brought:
        raise next(iter(faults.values()))
    done = import_decisions(store, brought.values())
    older = f"; {done.older} of them are older than what was decided here about the same: that holds" if done.older else ""
    print(f"{done.new} of {len(brought)} decisions are new{older}")
    if faults:
        is_none = "row is no decision and was" if len(faults) == 1 else "rows are no decisions and were"
        print(f"hoedong: {len(faults)} {is_none} left out: {_lines(faults)}. The first: {next(iter(faults.values()))}", file=sys.stderr)
    loose = [number for number, one in brought.items() if one.what == "undo" and one.id in done.loose]
    if loose:
        print(
            f"hoedong: {len(loose)} {'row takes' if len(loose) == 1 else 'rows take'} back what the file does not hold, and changed "
            f"nothing: {_lines(loose)}. Export the decisions anew, all of them, and import that file",
            file=sys.stderr,
        )
    return int(bool(faults or loose))


def _lines(numbers: Collection[int]) -> str:
    """Lines as a message names them: line 4, 9, 12."""
    told = ", ".join(map(str, islice(numbers, NAMED)))
    return f"line {told}" + (f" and {len(numbers) - NAMED} more" if len(numbers) > NAMED else "")


def _cases(store: Any, folder: Path) -> int:
    from graphing.decisions import apply, by_article  # noqa: PLC0415
    from graphing.decisions.addressing import digest  # noqa: PLC0415
    from graphing.decisions.cases import case  # noqa: PLC0415

    decided = by_article(store.decisions())
    written = 0
    for _, reading in store.readings():
        article = digest(reading.article)
        if answers := case(apply(reading, decided.get(article, ()))):
            path = folder / article[:16]
            path.with_suffix(".txt").write_text(reading.article.text, encoding="utf-8")
            path.with_suffix(".json").write_text(json.dumps(answers, ensure_ascii=False, indent=1), encoding="utf-8")
            written += 1
    return written


def _copy(given: argparse.Namespace) -> int:
    from graphing.store import copy_store  # noqa: PLC0415

    return _told(copy_store(given.source, given.target, given.replace))


def _backup(given: argparse.Namespace) -> int:
    from graphing.store import back_up, default_url  # noqa: PLC0415

    return _told(back_up(given.database or default_url(), given.file, given.replace))


def _restore(given: argparse.Namespace) -> int:
    from graphing.store import default_url, restore  # noqa: PLC0415

    return _told(restore(given.file, given.database or default_url(), given.replace))


def _told(counts: Counts) -> int:
    print(f"{counts.articles} articles with {counts.meetings} meetings, {counts.people} people, {counts.organizations} organisations")
    return 0


def _write(path: str, lines: list[str], replace: bool) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if path == "-":
        sys.stdout.write(text)
        return
    file = Path(path)
    if file.is_file() and not replace:
        raise InputError("{file} already exists: name another file, or overwrite this one with --replace", file=file)
    part = file.with_name(f"{file.name}.part")
    try:
        if file.exists() and not file.is_file():  # a pipe, say
            file.write_text(text, encoding="utf-8")
            return
        try:
            part.write_text(text, encoding="utf-8")
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}); name another file") from None


def _read(path: str) -> str:
    try:
        # Windows programs put a mark before what they save as UTF-8.
        return (sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()).decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); check the name and the permissions") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not valid UTF-8; save the file as UTF-8, as decisions are exported") from None
