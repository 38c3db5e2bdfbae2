"""Ten thousand articles into a store, against the bare extraction of the same texts, in one run; and memory, early and late.

Adding and extracting take turns, so that whatever else the machine does weighs on both; processor time counts. The articles are
written from a made-up society, every fifth a copy of one before in another outlet. Exits with 1 where a limit is broken:

    .venv/bin/python tests/bench/store.py [--articles 10000] [--turn 250] [--database URL]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from society import OUTLETS, society

from graphing.model import Document
from graphing.pipeline import add_documents, extract_document
from graphing.store import open_store

# Speed against bare extraction, and megabytes gained between the first fifth and the end.
SHARE, GROWTH = 0.7, 60.0
COPY = 5
FACTS = (
    "{firm}의 지난해 매출은 {n}억 원으로 한 해 전보다 {p}퍼센트 늘었고, 영업이익은 {m}억 원이었다. ",
    "이 회사는 {place}에 {m}억 원을 들여 새 공장을 짓고 있으며 내후년 봄에 문을 연다. ",
    "{firm} 관계자는 “원자재 값이 {p}퍼센트 올라 부담이 크지만 수출이 버텨 주고 있다”고 말했다. ",
    "시장에서는 이 회사의 점유율이 {p}퍼센트를 넘길 것으로 내다본다. ",
    "정부는 관련 규정을 {n}개 조항에 걸쳐 손질하기로 하고 이달 {d}일까지 의견을 받는다. ",
)


def documents(count: int, seed: int = 11) -> Iterator[Document]:
    """So many articles of some 600 letters, each telling one meeting of the society."""
    chance = random.Random(seed)
    last: list[Document] = []
    for number, told in enumerate(society(count, people=max(60, count // 8), seed=seed)):
        one = told.article
        if number % COPY == COPY - 1:
            first = chance.choice(last)
            other = chance.choice([outlet for outlet in OUTLETS if outlet != first.outlet])
            yield replace(first, source=f"{number}.txt", outlet=other, text=first.text.replace("늘었고", "불었고"))
            continue
        filler = "".join(
            chance.choice(FACTS).format(
                firm=f"{chance.choice('가나다라마바사')}{chance.choice('람솔빛온')}{chance.choice(('전자', '화학', '통신'))}",
                n=chance.randrange(100, 99_999), m=chance.randrange(10, 9_999), p=chance.randrange(2, 60), d=chance.randrange(1, 29),
                place=chance.choice(("울산", "구미", "여수", "평택")),
            )
            for _ in range(9)
        )  # fmt: skip
        made = Document(f"{number}.txt", f"{one.text}\n\n{filler}\n", one.published, None, one.outlet)
        last = [*last[-49:], made]
        yield made


def resident() -> float:
    """Megabytes this process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def main() -> int:
    options = argparse.ArgumentParser(description="adding articles against bare extraction")
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--turn", type=int, default=250, help="articles that the two take in turn")
    options.add_argument("--database", help="an empty database; without it a new SQLite file")
    given = options.parse_args()
    waiting = documents(given.articles)
    bare = ours = late = 0.0
    memory: list[float] = []
    shares: list[float] = []
    with tempfile.TemporaryDirectory() as folder, open_store(given.database or f"sqlite:///{folder}/bench.sqlite") as store:
        extract_document(Document("warm.txt", "고도윤 가람전자 회장이 남궁설 누리통신 대표와 회동했다."))
        while turn := list(islice(waiting, given.turn)):
            begin = process_time()
            for one in turn:
                extract_document(one)
            middle = process_time()
            add_documents(store, turn)
            end = process_time()
            bare, ours = bare + middle - begin, ours + end - middle
            shares.append((middle - begin) / (end - middle))
            memory.append(resident())
            print(f"{len(memory) * given.turn:>7} articles  {shares[-1]:>5.2f} ×  {memory[-1]:>7.0f} MB", flush=True)
        counts = store.counts()
        fifth = max(1, len(shares) // 5)
        late = sum(shares[-fifth:]) / fifth
    grown = memory[-1] - memory[fifth - 1]
    print(f"{counts.articles} articles, {counts.people} people, {counts.meetings} meetings")
    print(f"{f'speed against bare extraction (limit {SHARE})':<52}{bare / ours:>8.2f}")
    print(f"{f'of the last fifth (limit {SHARE})':<52}{late:>8.2f}")
    print(f"{f'memory since the first fifth (limit {GROWTH:.0f} MB)':<52}{grown:>8.1f} MB")
    return int(bare / ours < SHARE or late < SHARE or grown > GROWTH)


if __name__ == "__main__":
    sys.exit(main())
