"""What extraction costs on top of bare Kiwi, what a second worker gives, and whether memory stays flat over a stream.

    .venv/bin/python tests/bench/extraction.py [INPUT …] [--rounds 5] [--stream 800]

INPUT: .txt or .jsonl documents, the seed page where none is named. Kiwi alone and the whole way from document to objects
take turns on the same articles in one process, so that the machine's moods meet both; the figure is the median of the
rounds' ratios. Two workers are timed with their start (each loads Kiwi), so the stream must be long. Limits: 1.6 × bare Kiwi,
two workers ≥ 1.7 × one, memory growing < 30 MB over the second half of the stream.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from kiwipiepy import Kiwi

from graphing.articles import read_documents, split_articles
from graphing.model import Article, Document
from graphing.pipeline import extractions

ROOT = Path(__file__).resolve().parents[2]
SLOWER, FASTER, GROWTH = 1.6, 1.7, 30.0
# Documents that Kiwi alone and the whole way take in turn.
TURN = 50


def documents(paths: list[Path]) -> list[Document]:
    return [found for found in read_documents(paths) if isinstance(found, Document)]


def bare(kiwi: Kiwi, articles: list[Article]) -> float:
    """Seconds that Kiwi takes to tokenise the articles' paragraphs."""
    begin = process_time()
    for article in articles:
        for _ in kiwi.tokenize([article.text[p.start : p.end] for p in article.paragraphs]):
            pass
    return process_time() - begin


def whole(sources: list[Document]) -> float:
    """Seconds from documents to what is understood, as a stream with one worker."""
    begin = process_time()
    for _ in extractions(sources):
        pass
    return process_time() - begin


def in_turns(kiwi: Kiwi, sources: list[Document]) -> tuple[float, float]:
    """Seconds of Kiwi alone and of the whole way, fifty documents at a time."""
    kiwis = ours = 0.0
    for start in range(0, len(sources), TURN):
        turn = sources[start : start + TURN]
        kiwis += bare(kiwi, [article for source in turn for article in split_articles(source)])
        ours += whole(turn)
    return kiwis, ours


def streamed(sources: list[Document], count: int) -> Iterator[Document]:
    """``count`` documents, no two of one source."""
    return (replace(sources[number % len(sources)], source=f"{number}") for number in range(count))


def spent(sources: list[Document], count: int, workers: int) -> float:
    begin = perf_counter()
    for _ in extractions(streamed(sources, count), workers=workers):
        pass
    return perf_counter() - begin


def resident() -> float:
    """Megabytes this process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def growth(sources: list[Document], count: int) -> float:
    """Megabytes gained over the second half of a stream of ``count`` documents."""
    half = 0.0
    for number, _ in enumerate(extractions(streamed(sources, count))):
        if number == count // 2:
            half = resident()
    return resident() - half


def main() -> int:
    options = argparse.ArgumentParser(description="extraction against bare Kiwi")
    options.add_argument("inputs", nargs="*", type=Path, default=sorted((ROOT / "seeds").glob("*.txt")))
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--stream", type=int, default=800, help="documents for the workers and the memory")
    given = options.parse_args()
    sources = documents(given.inputs)
    articles = [article for source in sources for article in split_articles(source)]
    characters = sum(len(article.text) for article in articles)
    times = max(1, 60_000 // characters)
    kiwi = Kiwi(num_workers=1)
    bare(kiwi, articles), whole(sources)
    pairs = [in_turns(kiwi, sources * times) for _ in range(given.rounds)]
    ratio = median(ours / kiwis for kiwis, ours in pairs)
    each = 1e6 / (characters * times)
    print(f"{len(sources)} documents, {len(articles)} articles, {characters} characters, {given.rounds} rounds of {times}")
    print(f"{'bare Kiwi, one worker':<44}{median(k for k, _ in pairs) * each:>8.1f} µs a character")
    print(f"{'document to objects, one worker':<44}{median(o for _, o in pairs) * each:>8.1f} µs a character")
    print(f"{f'ratio (limit {SLOWER})':<44}{ratio:>8.2f}")
    one, two = (spent(sources, given.stream, workers) for workers in (1, 2))
    print(f"{f'two workers against one (limit {FASTER})':<44}{one / two:>8.2f}")
    grown = growth(sources, given.stream)
    print(f"{f'memory over the second half (limit {GROWTH:.0f} MB)':<44}{grown:>8.1f} MB")
    return int(ratio > SLOWER or one / two < FASTER or grown > GROWTH)


if __name__ == "__main__":
    sys.exit(main())
