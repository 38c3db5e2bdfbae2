"""More people than are drawn at once: the busiest stand there, anybody's surroundings come on demand, and all come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sample import article, meeting, person

from dashboard import Dashboard
from graphing.model import DateRange, Extraction
from graphing.store import open_store
from serving import ROOT, serve

GUEST = "남궁설"
HOSTS = ["".join(parts) for parts in product("김이박최정강조윤", "도서하지민유", "현우린솔준결환")]


def visit(number: int, host: str) -> Extraction:
    """GUEST met one more host, on a day of its own."""
    clause = f"{GUEST} 누리통신 대표가 {host} 가람전자 이사와 회동했다"
    one = article((f"방문 {number}", f"{clause}. 두 사람은 사업을 논의했다."), f"{number}.txt", date(2025, 3, 5), "가상일보")
    when = DateRange(date.fromordinal(date(2023, 1, 1).toordinal() + number), "day")
    people = tuple(person(one.text, name, (None, "대표", False)) for name in (GUEST, host))
    return Extraction(one, people, (), (meeting(one.text, (GUEST, host), clause, "회동했다", when=when),))


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("crowd")
    database = f"sqlite:///{Path(folder, 'crowd.sqlite')}"
    with open_store(database) as store:
        store.add([visit(number, host) for number, host in enumerate(HOSTS)])
    with serve(ROOT / "app.py", folder / "server.log", database) as address:
        yield address


@pytest.fixture
def crowded(watch: Callable[[str, Path], AbstractContextManager[Dashboard]], crowd: str) -> Iterator[Dashboard]:
    with watch(crowd, Path()) as dashboard:
        yield dashboard


def test_surroundings_come_and_go_whole(crowded: Dashboard) -> None:
    dashboard, page = crowded, crowded.page
    dashboard.show()
    drawn = set(dashboard.nodes())
    assert GUEST in drawn
    assert len(drawn) < len(HOSTS)
    assert len(dashboard.entries()) == len(HOSTS)
    hidden = next(host for host in HOSTS if host not in drawn)
    expect(dashboard.find(hidden).get_by_role("option").first).to_contain_text(hidden)
    page.keyboard.press("Enter")
    expect(dashboard.proofs.locator("h3")).to_contain_text(hidden)
    page.wait_for_function("__hoedong.positions().nodes.length === 2")
    dashboard.press("전체 관계망")
    # Who is chosen stays in sight among the busiest, until let go.
    page.wait_for_function("count => __hoedong.positions().nodes.length === count", arg=len(drawn) + 1)
    assert set(dashboard.nodes()) == drawn | {hidden}
    dashboard.press("회동 목록으로")
    page.wait_for_function("count => __hoedong.positions().nodes.length === count", arg=len(drawn))
    assert set(dashboard.nodes()) == drawn
