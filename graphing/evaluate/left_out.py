"""What to expect of a writer never seen: ``python -m graphing.evaluate.left_out CORPUS [--output FILE] [--workers N] [--copies 2]
[--parts 2]``.

CORPUS is a folder as ``training.names`` and ``training.meetings`` take it; the first letter of a file's name stands for its writer. The
writers are dealt into parts. For each part the models of names and meetings are trained on the texts of the other parts and those that
ship, and the whole extraction, with the names that it finds itself, is scored on each of the part's writers. Figures by writer and over
all texts go to FILE (by default the table that ships and that the dashboard shows). Nothing is drawn at random. With the articles that
ship a part takes eleven minutes of one processor.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from operator import itemgetter
from pathlib import Path

import pycrfsuite

from graphing.errors import HoedongError, InputError
from graphing.evaluate.corpus import read_corpus
from graphing.evaluate.figures import Scores
from graphing.evaluate.reading import evaluate
from graphing.evaluate.report import lines
from graphing.evaluate.shipped import ALL, HEADER, Result, rows
from graphing.extract import extract
from graphing.extract.training import meetings as train_meetings
from graphing.extract.training import names as train_names
from graphing.extract.training.meetings import Example

SHIPPED = Path(__file__).resolve().parents[1] / "lexicon" / "accuracy.tsv"


def left_out(corpus: Path, workers: int = 1, copies: int = 2, parts: int = 2) -> Iterator[Result]:
    """(writer, scores) for each writer, the texts of each read by models that saw no part with texts of that writer.

    Raises InputError where the corpus cannot be read or is all by one writer, and where ``parts`` is no whole number from 1 up.
    """
    if parts < 1:
        raise InputError(f"{parts} is not a number of parts; expected 1 or more, into which the writers are divided")
    writers = sorted({annotated.name[0] for annotated in read_corpus(corpus)})
    if len(writers) < 2:
        raise InputError(f"all files of {corpus} begin with {writers[0]!r}; expected at least two writers, by their first letters")
    dealt = ["".join(writers[first::parts]) for first in range(min(parts, len(writers)))]
    if workers == 1:
        examples = read_examples(corpus)
        for part in dealt:
            yield from scored(corpus, examples, copies, part)
        return
    with ProcessPoolExecutor(min(workers, len(dealt)), multiprocessing.get_context("spawn")) as pool:
        examples = pool.submit(read_examples, corpus).result()
        for results in pool.map(partial(scored, corpus, examples, copies), dealt):
            yield from results


def read_examples(corpus: Path) -> list[Example]:
    """The articles that models of meetings are fitted on, those that ship among them."""
    return [*train_meetings.read(corpus), *train_meetings.own()]


def scored(corpus: Path, examples: Sequence[Example], copies: int, part: str) -> list[Result]:
    """The scores of the texts of each writer of a part (their letters), by models that saw none of them."""
    models = train_meetings.fit([example for example in examples if example.group not in part])
    with tempfile.TemporaryDirectory(prefix="hoedong-") as folder:
        file = Path(folder) / "names.model"
        train_names.train([corpus], file, copies, leave_out=part)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(file))
        results = []
        for writer in part:
            own = [annotated for annotated in read_corpus(corpus) if annotated.name[0] == writer]
            results.append((writer, evaluate(own, partial(extract, tagger=tagger, models=models))))
        tagger.close()
    return results


def write(results: Iterable[Result], made: date, output: Path) -> None:
    """The table that ships."""
    text = "\n".join("\t".join(row) for row in (HEADER, *rows(results, made)))
    comment = "# Figures on annotated articles, each read by models that never saw its writer; made by graphing.evaluate.left_out."
    output.write_text(f"{comment}\n{text}\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m graphing.evaluate.left_out", description="Score every writer by models of the others.")
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="folder of NAME.txt and NAME.json pairs")
    parser.add_argument("--output", type=Path, default=SHIPPED, metavar="FILE")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: one a processor)")
    parser.add_argument("--copies", type=int, default=2, help="renamed copies of each text, as train_names makes them (default 2)")
    parser.add_argument("--parts", type=int, default=2, help="so many parts the writers are dealt into (default 2)")
    given = parser.parse_args(arguments)
    results: list[Result] = []
    total = Scores()
    try:
        for writer, scores in left_out(given.corpus, given.workers, given.copies, given.parts):
            print(f"{writer}: {_short(scores)}", flush=True)
            results.append((writer, scores))
            total.include(scores)
        write([*sorted(results, key=itemgetter(0)), (ALL, total)], date.today(), given.output)
    except (HoedongError, OSError) as error:
        print(f"left_out: {error}", file=sys.stderr)
        return 1
    print("\n".join(lines(total)))
    return 0


def _short(scores: Scores) -> str:
    return " ".join(f"{one.field} {one.value:.3f}" for one in scores.figures())


if __name__ == "__main__":
    raise SystemExit(main())
