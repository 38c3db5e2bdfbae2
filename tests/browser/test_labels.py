"""Names that are longer than the panel has room for, and a few of many: labels stay whole, and large enough to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from sample import article, meeting, person

from dashboard import Dashboard
from graphing.model import DateRange, Extraction
from graphing.store import open_store
from serving import ROOT, serve

Size = tuple[int, int]
LAPTOP: Size = (1280, 720)
TABLET: Size = (820, 1180)
Watch = Callable[[str, Path], AbstractContextManager[Dashboard]]
HOST = "알렉산드로스 콘스탄티노폴로스 폰 노이만 그로텐디크"
GUESTS = ("크리스토퍼 알렉산더 반데어빌트 몽고메리 3세", "남궁설", "고도윤", "탁현서", "정하린")
HOMES = ("국제인공지능반도체연구개발협력진흥컨소시엄", "매우매우긴이름을가진글로벌투자파트너스자산운용", "가람전자")


def visit(number: int, guest: str) -> Extraction:
    home = HOMES[number % len(HOMES)]
    clause = f"{HOST} {HOMES[0]} 대표가 {guest} {home} 이사와 회동했다"
    one = article((f"방문 {number}", f"{clause}. 두 사람은 사업을 논의했다."), f"{number}.txt", date(2025, 3, 5), "가상일보")
    people = (person(one.text, HOST, (HOMES[0], "대표", False)), person(one.text, guest, (home, "이사", False)))
    when = DateRange(date(2025, 1, 1 + number), "day")
    return Extraction(one, people, (), (meeting(one.text, (HOST, guest), clause, "회동했다", when=when),))


@pytest.fixture(scope="module")
def lengthy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("lengthy")
    database = f"sqlite:///{Path(folder, 'lengthy.sqlite')}"
    with open_store(database) as store:
        store.add([visit(number, guest) for number, guest in enumerate(GUESTS)])
    with serve(ROOT / "app.py", folder / "server.log", database) as address:
        yield address


# Each is opened in a window of the first size, which is then made one of the second.
@pytest.mark.parametrize(
    ("path", "sizes"),
    [
        ("", (LAPTOP, TABLET)),
        ("?view=companies", (TABLET, LAPTOP)),
        ("?view=meetings", (LAPTOP, TABLET)),
        ("?dates=2025-01-01~2025-01-02", (TABLET, LAPTOP)),
    ],
)
def test_long_names_are_shortened_not_cut_and_never_small(watch: Watch, lengthy: str, path: str, sizes: tuple[Size, Size]) -> None:
    with watch(lengthy, Path()) as dashboard:
        dashboard.page.set_viewport_size({"width": sizes[0][0], "height": sizes[0][1]})
        dashboard.go(path)
        for size in sizes:
            dashboard.page.set_viewport_size({"width": size[0], "height": size[1]})
            dashboard.drawn()
            # The picture is fitted into a window of another size once that has stayed so for a moment.
            dashboard.page.wait_for_function("__hoedong.positions().labels.every(({ from, to }) => to.y - from.y > 13)")
            dashboard.page.wait_for_timeout(400)
            all_are_whole(dashboard)


def all_are_whole(dashboard: Dashboard) -> None:
    page = dashboard.page
    panel = dashboard.network.locator("canvas").bounding_box()
    assert panel
    labels = page.evaluate("__hoedong.positions().labels")
    assert len(labels) == sum(bool(node["label"]) for node in page.evaluate("__hoedong.positions().nodes"))
    for label in labels:
        assert label["to"]["y"] - label["from"]["y"] > 13
        for axis, length in (("x", "width"), ("y", "height")):
            assert panel[axis] <= label["from"][axis]
            assert label["to"][axis] <= panel[axis] + panel[length]
