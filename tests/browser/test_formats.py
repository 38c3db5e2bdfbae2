"""Files of several formats dropped at once: the good ones are understood and saved, the broken one is named. The people are made up."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from dashboard import Dashboard
from making import bigkinds, hangul_xml, newspaper, packed

COLUMNS = (
    "마루전자 은가람 회장이 지난 4일 서울 중구 다온은행 본점에서 표다인 다온은행장을 만나 공장 증설을 위한 공동 투자 방안을 논의했다. "
    "두 사람은 한 시간가량 이야기를 나눴다.\n은 회장은 내년까지 세 곳에 공장을 짓겠다는 뜻을 밝혔고, 표 행장은 자금 조달을 돕겠다고 말했다."
)
LETTER = "소라건설 봉하늬 대표가 6일 부산에서 채이든 미르해운 회장과 회동했다. 두 회사는 항만을 함께 짓기로 했다."
ROW = "옥다온 새길화학 회장이 7일 서울에서 추가을 한누리은행장을 만났다. 두 사람은 투자를 논의했다."
PACKED = "위슬기 두레중공업 대표가 3일 울산에서 명해솔 바람전력 사장을 만나 발전소를 함께 짓기로 했다."


def test_a_pdf_a_hwpx_a_bigkinds_table_and_an_archive_with_a_broken_file(editable: Dashboard) -> None:
    page = editable.page
    editable.open()
    editable.turn_to("기사 넣기")
    archive = packed({"좋은 기사_20250204.txt": PACKED, "깨진 기사.hwpx": hangul_xml([[PACKED]])[:-150]})
    editable.drop(
        ("마루전자_20250205.pdf", newspaper("마루전자·다온은행 손잡는다", COLUMNS)),
        ("받은 글.hwpx", hangul_xml([[LETTER]])),
        ("BigKinds.xlsx", bigkinds(("20250208", "한빛일보", "새길화학 회장, 은행장 만나", ROW, "https://paper.example/8"))),
        ("묶음.zip", archive),
    )
    for name in ("마루전자_20250205.pdf", "받은 글.hwpx", "BigKinds.xlsx", "묶음.zip"):
        expect(page.get_by_text(f"{name} · 문서 1편")).to_be_visible()
    expect(page.get_by_text("묶음.zip/깨진 기사.hwpx: ")).to_be_visible()
    editable.press("읽기")
    expect(page.get_by_text("문서 3편에 발행일이 없습니다")).to_be_visible()
    page.get_by_text("파일 이름에 적힌 날짜를 발행일로 쓰기: 2025.02.04, 2025.02.05").click()
    page.get_by_text("발행일을 모릅니다").click()
    editable.settle()
    editable.press("읽기")
    understood = page.get_by_test_id("understood")
    expect(understood).to_have_count(4, timeout=60_000)
    expect(understood.nth(0)).to_contain_text("은가람·표다인")
    expect(understood.nth(0)).to_contain_text("2025.02.04")
    expect(understood.nth(1)).to_contain_text("봉하늬·채이든")
    expect(understood.nth(2)).to_contain_text("2025.02.07")
    editable.press("저장")
    expect(page.get_by_test_id("stAlert").filter(has_text="새 기사 4편")).to_be_visible()


def test_an_article_without_a_date_is_dated_later(editable: Dashboard) -> None:
    page = editable.page
    editable.open()
    editable.turn_to("기사 넣기")
    editable.drop(("늦은 글.hwpx", hangul_xml([[LETTER.replace("봉하늬", "견우리").replace("채이든", "국나래")]])))
    page.get_by_text("발행일을 모릅니다").click()
    editable.settle()
    editable.press("읽기")
    expect(page.get_by_test_id("understood")).to_contain_text("견우리·국나래", timeout=60_000)
    editable.press("저장")
    editable.press("기사 목록에서 보기")
    page.get_by_label("제목·매체·글쓴이·파일 이름·본문으로 찾기").fill("늦은 글")
    page.keyboard.press("Enter")
    editable.settle()
    editable.open_first_row()
    expect(page.get_by_test_id("understood")).not_to_contain_text("2025")
    editable.type_date("20250207")
    page.keyboard.press("Enter")
    editable.settle()
    editable.press("다시 읽고 저장")
    # While the page is written anew, the old reading still stands behind the new one.
    expect(page.get_by_test_id("understood").first).to_contain_text("2025.02.06", timeout=60_000)
    expect(page.get_by_test_id("understood")).to_have_count(1)


def test_what_was_read_before_a_stop_stays(editable: Dashboard) -> None:
    page = editable.page
    editable.open()
    editable.turn_to("기사 넣기")
    records = ({"id": f"글 {n}", "text": f"{LETTER} {n}번째 글이다. {ROW * 40}", "published": "2025-02-08"} for n in range(300))
    many = "\n".join(map(json.dumps, records))
    editable.drop(("많은 글.jsonl", many.encode()))
    expect(page.get_by_text("많은 글.jsonl · 문서 300편")).to_be_visible()
    editable.press("읽기")
    # The first of them are kept by then.
    expect(page.get_by_text(re.compile(r"문서 (?:[3-9]|\d{2,3})/300 읽는 중"))).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="멈추기", exact=True).click()  # while the page is at work, which ``press`` would wait out
    expect(page.get_by_text("편까지 읽고 멈췄습니다")).to_be_visible()
    expect(page.get_by_role("button", name="이어서 읽기")).to_be_visible()
    expect(page.get_by_role("button", name="저장", exact=True)).to_be_visible()


def test_opening_files_can_be_stopped_and_what_is_open_stays(editable: Dashboard) -> None:
    page = editable.page
    editable.open()
    editable.turn_to("기사 넣기")
    data = newspaper("마루전자·다온은행 손잡는다", COLUMNS)
    files = [{"name": f"면 {number:03}.pdf", "mimeType": "application/pdf", "buffer": data} for number in range(300)]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    expect(page.get_by_text(re.compile(r"파일 \d+/300 여는 중"))).to_be_visible()
    page.get_by_role("button", name="멈추기", exact=True).click()
    expect(page.get_by_text("멈췄습니다")).to_be_visible()
    editable.settle()
    opened = page.get_by_text(re.compile(r"^면 \d+\.pdf · 문서 1편$"))
    assert 0 < opened.count() < 300
    expect(page.get_by_test_id("stFileUploaderFile")).to_have_count(0)


def test_the_chooser_shows_what_is_read_and_a_drop_of_anything_is_told_in_a_short_list(editable: Dashboard) -> None:
    page = editable.page
    editable.open()
    editable.turn_to("기사 넣기")
    chosen = page.locator("input[type=file]")
    expect(chosen).to_have_attribute("accept", re.compile(r"^\.txt,.*\.hwpx,.*\.zip,\.json$"))
    editable.drop(*((f"글 {n:02}.txt", f"{ROW} {n}번째 글이다.".encode()) for n in range(40)), ("그림.png", b"\x89PNG"))
    expect(page.get_by_text("그림.png: .png 파일은 읽지 않습니다.", exact=False)).to_be_visible()
    expect(page.get_by_text("글 39.txt · 문서 1편")).to_be_attached()
    # The chooser that took the first drop has gone; that of the next one shows the same.
    expect(chosen).to_have_attribute("accept", re.compile(r"^\.txt,"))
    read, link = (page.get_by_role("button", name=name, exact=True).bounding_box() for name in ("읽기", "가져오기"))
    assert read
    assert link
    assert read["y"] - link["y"] < 1_300


DROPPED = """([zone, names]) => {
    const over = new DataTransfer();
    for (const name of names) over.items.add(new File([name], name, { type: "text/plain" }));
    for (const kind of ["dragenter", "dragover", "drop"])
        zone.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: over }));
}"""


@pytest.mark.parametrize("way", ["chosen", "dropped"])
def test_hundreds_of_files_come_in_one_request(editable: Dashboard, way: str) -> None:
    page = editable.page
    editable.open()
    editable.turn_to("기사 넣기")
    names = [f"{way} {number:03}.txt" for number in range(300)]
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if "upload_file" in request.url and request.method == "PUT" else None)
    if way == "chosen":
        editable.drop(*((name, f"{name} {ROW}".encode()) for name in names))
    else:
        zone = page.get_by_test_id("stFileUploaderDropzone")
        page.evaluate(DROPPED, [zone.element_handle(), names])
    expect(page.get_by_text(f"{names[-1]} · 문서 1편")).to_be_attached()
    expect(page.get_by_text(f"{names[0]} · 문서 1편")).to_be_attached()
    assert len(sent) == 1
