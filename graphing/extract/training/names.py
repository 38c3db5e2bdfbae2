"""Trains the name tagger: ``python -m graphing.extract.training.names CORPUS... [--output names.model] [--copies 2]`` (a minute).

Four copies of every text and 200 rounds were no better on left-out authors than two copies and 100 rounds; c2=0.5 gained .006 on two of
them and lost as much on other texts, with a model twice as large.

Besides the corpora, the texts that ship (``training/*.txt``, names marked in place as ``training.text`` tells) are read once each: general
news (police reports, culture, sport, world politics, people pages, and prose with hardly a name), which corpora of business news lack.
On business news of two left-out writers they moved people and organisations by .007 at most (names found an article, F1), up and down.

CORPUS is a folder of pairs NAME.txt (a text) and NAME.json: {"mentions": [[start, end, "P" or "O", entity], ...]}, or, for a page of
several articles, {"articles": [{"start", "end", "mentions"}, ...]}; offsets are characters of the text file. Files are read in the
order of their names and every choice is drawn from a fixed seed, so the same corpus gives the same model.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pycrfsuite

from graphing.extract.names.english import is_english
from graphing.extract.names.tagger import MODEL, labels, prepare
from graphing.extract.names.tagger_features import active, features
from graphing.extract.posts.titles import find_titles
from graphing.extract.training.augmentation import Annotation, renamed
from graphing.extract.training.made_articles import shipped_articles
from graphing.extract.training.text import Annotated, shipped
from graphing.language import sentences
from graphing.model import Article, Paragraph, Run

SEED = 7
# The writers, among those that ship, whose articles are read under other names as well. Those of the others, who mark organisations in
# their own way, are read once: renamed too they cost posts (.893 of `dev`, not .903) and people in general news (.784, not .803); not
# read at all, these were .911 and .796.
RENAMED = frozenset("hmnpqrstuvwx")
PARAMETERS = {"c1": 0.1, "c2": 0.1, "max_iterations": 100, "feature.minfreq": 2}


def read(folder: Path) -> Iterator[Annotated]:
    """The annotated articles of a corpus folder. Raises ValueError where a mark does not lie inside its text."""
    for answers in sorted(folder.glob("*.json")):
        record: dict[str, Any] = json.loads(answers.read_text(encoding="utf-8"))
        text = answers.with_suffix(".txt").read_text(encoding="utf-8")
        parts = record.get("articles") or [{"start": 0, "end": len(text), "mentions": record.get("mentions", [])}]
        for number, part in enumerate(parts):
            start, end = part["start"], part["end"]
            marks = []
            for mark in part.get("mentions", ()):
                if not start <= mark[0] < mark[1] <= end:
                    raise ValueError(f"{answers}: the mention {mark} lies outside its article ({start}–{end}); correct the offsets")
                marks.append(Annotation(mark[0] - start, mark[1] - start, mark[2], mark[3]))
            yield Annotated(f"{answers.stem}#{number}", text[start:end], tuple(marks))


def articles() -> list[Annotated]:
    """The annotated articles that ship, with the names marked in them."""
    return [
        Annotated(article.name, article.text, tuple(Annotation(*mark) for mark in article.record["mentions"]))
        for article in shipped_articles()
    ]


def as_article(name: str, text: str) -> Article:
    """A bare article: every line of ``text`` is a paragraph."""
    lines = tuple(Paragraph(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text))
    return Article(name, 0, len(text), text, (Run(0, len(text), 0, len(text)),), lines)


def examples(name: str, text: str, marks: Iterable[Annotation]) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels of every Korean sentence."""
    read_sentences = [sentence for sentence in sentences(as_article(name, text)) if not is_english(text, sentence)]
    prepared, around = prepare(text, read_sentences, find_titles(text))
    names = {mark.start: (mark.end, mark.kind) for mark in marks}
    for units, words in prepared:
        chosen = active(units, words, around)
        if chosen:
            given = labels(units, names)
            yield features(units, words, around, chosen), [given[index] for index in chosen]


def nouns(texts: Iterable[Annotated]) -> tuple[str, ...]:
    """The ordinary nouns of two syllables in the corpus: what some made-up names are made of."""
    found = {
        token.form
        for item in texts
        for sentence in sentences(as_article(item.name, item.text))
        for token in sentence.tokens
        if token.tag == "NNG" and len(token.form) == 2
    }
    return tuple(sorted(found))


def train(corpora: Sequence[Path], output: Path, copies: int, leave_out: str = "", own: bool = True) -> int:
    """Trains on the corpora and on ``copies`` renamed copies of every text, writes the model; returns the number of sentences.

    Files whose name begins with a letter of ``leave_out`` are not read. ``own``: whether the texts that ship are read as well.
    """
    texts = [item for corpus in corpora for item in read(corpus) if item.name[0] not in leave_out]
    if not texts:
        raise ValueError(f"no annotated texts in {', '.join(map(str, corpora))}: expected pairs NAME.txt and NAME.json")
    written = articles() if own else []
    ours = list(shipped()) if own else []
    words = nouns([*texts, *written])
    readings = [
        *((item, copies) for item in texts),
        *((item, copies if item.name[0] in RENAMED else 0) for item in written),
        *((item, 0) for item in ours),
    ]
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    count = 0
    for item, times in readings:
        versions = [(item.text, list(item.marks))]
        titles = [(title.start, title.end) for title in find_titles(item.text)]
        versions += [renamed(item.text, item.marks, Random(f"{SEED} {item.name} {copy}"), words, titles) for copy in range(times)]
        for text, marks in versions:
            for rows, given in examples(item.name, text, marks):
                trainer.append(rows, given)
                count += 1
    trainer.train(str(output))
    return count


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m graphing.extract.training.names", description="Train the name tagger.")
    parser.add_argument("corpus", nargs="+", type=Path, help="folder of NAME.txt and NAME.json pairs")
    parser.add_argument("--output", type=Path, default=Path(__file__).parents[1] / "models" / MODEL)
    parser.add_argument("--copies", type=int, default=2, help="renamed copies of each text (default 2)")
    parser.add_argument("--only-given", action="store_true", help="leave the texts that ship unread")
    parser.add_argument("--leave-out", default="", help="first letters of file names not to train on")
    given = parser.parse_args(arguments)
    try:
        count = train(given.corpus, given.output, given.copies, given.leave_out, not given.only_given)
    except (OSError, ValueError) as error:
        print(f"train_names: {error}", file=sys.stderr)
        return 1
    print(f"{count} sentences → {given.output} ({given.output.stat().st_size} bytes)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
