"""The one walk: files of four kinds in, reviewed, corrected, merged, undone; the app starts again, all is there. Nobody here is real."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from papers import told
from playwright.sync_api import Locator, expect

from dashboard import Dashboard
from graphing.store import open_store
from making import bigkinds, hangul_xml, newspaper, packed
from serving import ROOT, serve

Watch = Callable[[str, Path], AbstractContextManager[Dashboard]]
SHOWN = '[class*="st-key-review_meeting_"]'

COLUMNS = (
    "마루전자 은가람 회장이 지난 4일 서울 중구 다온은행 본점에서 표다인 다온은행장을 만나 공장 증설을 위한 공동 투자 방안을 논의했다. "
    "두 사람은 한 시간가량 이야기를 나눴다.\n노유찬 한별해운 대표는 이날 기자들에게 새 배를 짓겠다고 말했다."
)
LETTER = "은가림 마루전자 회장이 6일 부산에서 채이든 미르해운 회장과 회동했다. 두 회사는 항만을 함께 짓기로 했다."
ROW = "옥다온 새길화학 회장이 7일 서울에서 추가을 한누리은행장을 만났다. 두 사람은 투자를 논의했다."
PACKED = "위슬기 두레중공업 대표가 3일 울산에서 명해솔 바람전력 사장을 만나 발전소를 함께 짓기로 했다."


def test_the_whole_way_from_files_to_a_corrected_store_that_lasts(watch: Watch, tmp_path: Path) -> None:
    database = tmp_path / "walk.sqlite"
    with open_store(f"sqlite:///{database}") as store:
        store.add([told("새벽신문")])
    with serve(ROOT / "app.py", tmp_path / "first.log", f"sqlite:///{database}") as address, watch(address, database) as dashboard:
        _upload(dashboard)
        _correct_the_wrong_participant(dashboard)
        _merge_two_spellings(dashboard)
        _undo_and_apply_again(dashboard)
        dashboard.open()
        stood = dashboard.still()
    with serve(ROOT / "app.py", tmp_path / "second.log", f"sqlite:///{database}") as address, watch(address, database) as dashboard:
        _all_is_there(dashboard, stood)
    with open_store(f"sqlite:///{database}") as store:
        assert store.counts().articles == 5
        assert [one.what for one in store.decisions()] == ["participants", "same", "undo", "undo"]


def _upload(dashboard: Dashboard) -> None:
    page = dashboard.page
    dashboard.open()
    dashboard.turn_to("기사 넣기")
    dashboard.drop(
        ("마루전자_20250205.pdf", newspaper("마루전자·다온은행 손잡는다", COLUMNS)),
        ("받은 글_20250207.hwpx", hangul_xml([[LETTER]])),
        ("BigKinds.xlsx", bigkinds(("20250208", "한빛일보", "새길화학 회장, 은행장 만나", ROW, "https://paper.example/8"))),
        ("묶음.zip", packed({"좋은 기사_20250204.txt": PACKED, "깨진 기사.hwpx": hangul_xml([[PACKED]])[:-150]})),
    )
    for name in ("마루전자_20250205.pdf", "받은 글_20250207.hwpx", "BigKinds.xlsx", "묶음.zip"):
        expect(page.get_by_text(f"{name} · 문서 1편")).to_be_visible()
    expect(page.get_by_text("묶음.zip/깨진 기사.hwpx: ")).to_be_visible()
    page.get_by_text("파일 이름에 적힌 날짜를 발행일로 쓰기").click()
    dashboard.settle()
    dashboard.press("읽기")
    understood = page.get_by_test_id("understood")
    expect(understood).to_have_count(4, timeout=120_000)
    expect(page.get_by_test_id("changes")).to_contain_text("새 회동 4")
    expect(page.get_by_test_id("changes")).to_contain_text("은가람")
    dashboard.press("저장")
    expect(page.get_by_test_id("stAlert").filter(has_text="새 기사 4편")).to_be_visible()


def _correct_the_wrong_participant(dashboard: Dashboard) -> None:
    """The paper had another guest than it was: 노유찬 in place of 표다인."""
    page = dashboard.page
    dashboard.turn_to("검토")
    shown = page.get_by_test_id("understood")
    for _ in range(8):
        dashboard.settle()
        if "은가람·표다인" in shown.inner_text():
            break
        before = page.locator(SHOWN).get_attribute("class") or ""
        page.keyboard.press("n")
        expect(page.locator(SHOWN)).not_to_have_class(before)
    expect(shown).to_contain_text("은가람·표다인")
    page.get_by_role("button", name="표다인 빼기").click()
    box = page.get_by_role("combobox", name="만난 사람").first
    box.click()
    page.keyboard.type("노유찬")
    page.get_by_role("option").filter(has_text="노유찬").first.click()
    page.keyboard.press("Escape")
    dashboard.settle()
    dashboard.press("고친 대로 저장")
    expect(shown).not_to_contain_text("표다인")
    expect(decisions(dashboard)).to_contain_text(["은가람·표다인 → 은가람·노유찬"])


def _merge_two_spellings(dashboard: Dashboard) -> None:
    to_part(dashboard, "같은 이름")
    pair = dashboard.page.locator('[class*="st-key-review_names_pair_"]').filter(has_text="은가림")
    expect(pair).to_contain_text("은가람")
    pair.get_by_role("button", name="같음", exact=True).click()
    expect(dashboard.page.get_by_test_id("candidate").filter(has_text="은가림")).to_have_count(0)


def _undo_and_apply_again(dashboard: Dashboard) -> None:
    page = dashboard.page
    expect(decisions(dashboard)).to_have_count(2)
    page.get_by_role("button", name="되돌리기").first.click()
    expect(page.get_by_text("되돌림", exact=False)).to_have_count(1)
    to_part(dashboard, "같은 이름")
    expect(page.get_by_test_id("candidate").filter(has_text="은가림").first).to_be_visible()
    to_part(dashboard, "결정")
    page.get_by_role("button", name="다시 적용").click()
    expect(page.get_by_text("되돌림", exact=False)).to_have_count(0)


def _all_is_there(dashboard: Dashboard, stood: dict[str, tuple[float, float]]) -> None:
    dashboard.go()
    assert dashboard.still() == {node: pytest.approx(at, abs=0.1) for node, at in stood.items()}, "nobody has moved"
    nodes = set(dashboard.nodes())
    assert {"노유찬", "채이든", "옥다온", "추가을", "위슬기", "명해솔", "고도윤"} <= nodes
    assert len({"은가람", "은가림"} & nodes) == 1
    assert not any("표다인" in str(entry["line"]) for entry in dashboard.entries())
    dashboard.turn_to("검토")
    expect(decisions(dashboard)).to_have_count(2)
    expect(decisions(dashboard).filter(has_text="은가람·표다인 → 은가람·노유찬")).to_have_count(1)


def to_part(dashboard: Dashboard, name: str) -> None:
    button = dashboard.page.get_by_role("button", name=name, exact=True)
    button.click()
    expect(button).to_have_attribute("kind", "primary")
    dashboard.settle()


def decisions(dashboard: Dashboard) -> Locator:
    to_part(dashboard, "결정")
    return dashboard.page.get_by_test_id("decision")
