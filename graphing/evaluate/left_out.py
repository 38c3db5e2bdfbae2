"""What to expect of a writer never seen: ``python -m graphing.evaluate.left_out CORPUS [--output FILE] [--workers N] [--copies 2]``.

CORPUS is a folder as ``train_names`` and ``train_meetings`` take it; the first letter of a file's name stands for its writer. For each
writer the models of names and meetings are trained on the texts of all others, and the whole extraction, with the names that it
finds itself, is scored on the writer's own. Figures by writer and over all texts go to FILE (by default the table that ships and
that the dashboard shows). Nothing is drawn at random. It takes four and a half minutes of one processor, half that with two idle ones.
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
from pathlib import Path

import pycrfsuite

from graphing.errors import HoedongError, InputError
from graphing.evaluate.corpus import read_corpus
from graphing.evaluate.figures import Scores
from graphing.evaluate.reading import evaluate
from graphing.evaluate.report import lines
from graphing.evaluate.shipped import ALL, HEADER, Result, rows
from graphing.extract import extract, train_meetings, train_names
from graphing.extract.train_meetings import Example

SHIPPED = Path(__file__).resolve().parents[1] / "lexicon" / "accuracy.tsv"


def left_out(corpus: Path, workers: int = 1, copies: int = 2) -> Iterator[Result]:
    """(writer, scores) for each writer, the texts of each read by models that saw only those of the others.

    Raises InputError where the corpus cannot be read or is all by one writer.
    """
    writers = sorted({annotated.name[0] for annotated in read_corpus(corpus)})
    if len(writers) < 2:
        raise InputError(f"all files of {corpus} begin with {writers[0]!r}; expected at least two writers, told by first letters")
    if workers == 1:
        examples = read_examples(corpus)
        yield from ((writer, scored(corpus, examples, copies, writer)) for writer in writers)
        return
    with ProcessPoolExecutor(min(workers, len(writers)), multiprocessing.get_context("spawn")) as pool:
        examples = pool.submit(read_examples, corpus).result()
        yield from zip(writers, pool.map(partial(scored, corpus, examples, copies), writers), strict=True)


def read_examples(corpus: Path) -> list[Example]:
    """The articles that models of meetings are fitted on, those that ship among them."""
    return [*train_meetings.read(corpus), *train_meetings.own()]


def scored(corpus: Path, examples: Sequence[Example], copies: int, writer: str) -> Scores:
    """The scores of one writer's texts by models that saw none of them."""
    models = train_meetings.fit([example for example in examples if example.group != writer])
    with tempfile.TemporaryDirectory(prefix="hoedong-") as folder:
        file = Path(folder) / "names.model"
        train_names.train([corpus], file, copies, leave_out=writer)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(file))
        own = [annotated for annotated in read_corpus(corpus) if annotated.name[0] == writer]
        scores = evaluate(own, partial(extract, tagger=tagger, models=models))
        tagger.close()
    return scores


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
    given = parser.parse_args(arguments)
    results: list[Result] = []
    total = Scores()
    try:
        for writer, scores in left_out(given.corpus, given.workers, given.copies):
            print(f"{writer}: {_short(scores)}", flush=True)
            results.append((writer, scores))
            total.include(scores)
        write([*results, (ALL, total)], date.today(), given.output)
    except (HoedongError, OSError) as error:
        print(f"left_out: {error}", file=sys.stderr)
        return 1
    print("\n".join(lines(total)))
    return 0


def _short(scores: Scores) -> str:
    return " ".join(f"{one.field} {one.value:.3f}" for one in scores.figures())


if __name__ == "__main__":
    raise SystemExit(main())
