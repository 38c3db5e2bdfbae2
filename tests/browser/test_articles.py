"""Adding articles, and what is stored: nothing is saved unseen, nothing typed is lost. The people here are made up."""

from __future__ import annotations

from playwright.sync_api import expect

from dashboard import Dashboard

TITLE = "가람전자 하도윤 회장, 나루은행장과 회동"
TEXT = f"""{TITLE}

하도윤 가람전자 회장이 4일 서울 중구 나루은행 본점에서 민서율 나루은행장을 만나 투자 방안을 논의했다.
가람전자는 국내 공장을 늘릴 계획이다. 하 회장은 이날 회동에서 “힘을 모으겠다”고 말했다.
"""
OTHER = """다솔중공업 노유찬 대표 방한

노유찬 다솔중공업 대표가 지난 3일 부산에서 표지안 한별해운 회장과 회동했다. 두 회사는 새 배를 함께 짓기로 했다.
"""


def paste(dashboard: Dashboard, text: str) -> None:
    dashboard.open()
    dashboard.turn_to("기사 넣기")
    dashboard.page.get_by_label("기사 본문").fill(text)


def test_a_pasted_article_is_read_shown_saved_and_found_in_the_network(editable: Dashboard) -> None:
    paste(editable, TEXT)
    editable.type_date("20250205")
    editable.press("읽기")
    understood = editable.page.get_by_test_id("understood")
    expect(understood).to_contain_text("하도윤·민서율", timeout=60_000)
    expect(understood).to_contain_text("2025.02.04")
    expect(understood.locator("mark.person").filter(has_text="민서율")).to_be_visible()
    editable.press("저장")
    expect(editable.page.get_by_test_id("stAlert")).to_contain_text("새 기사 1편")
    editable.settle()  # what was read leaves the page, and its text with it, which is called the same
    expect(editable.page.get_by_label("기사 본문")).to_have_value("")
    editable.press("관계망에서 보기")
    editable.drawn()
    assert {"하도윤", "민서율"} <= set(editable.nodes())
    expect(editable.proofs).to_contain_text("나루은행 본점에서")


def test_the_same_article_again_is_said_to_be_there(editable: Dashboard) -> None:
    paste(editable, OTHER)
    editable.page.get_by_text("발행일을 모릅니다").click()
    editable.press("읽기")
    expect(editable.page.get_by_test_id("understood")).to_contain_text("노유찬", timeout=60_000)
    editable.press("저장")
    expect(editable.page.get_by_test_id("stAlert")).to_contain_text("새 기사 1편")
    editable.settle()
    editable.page.get_by_label("기사 본문").fill(OTHER)
    editable.page.get_by_text("발행일을 모릅니다").click()
    editable.press("읽기")
    expect(editable.page.get_by_test_id("understood")).to_contain_text("노유찬", timeout=60_000)
    editable.press("저장")
    expect(editable.page.get_by_test_id("stAlert")).to_contain_text("1편은 이미 있음")


def test_what_an_article_says_is_never_run_nor_fetched(editable: Dashboard) -> None:
    image = "![그림](http://example.org/a.png)"
    script = "<img src=http://example.org/b.png onerror=document.title='run'><script>document.title='run'</script>"
    paste(editable, f"{TITLE} {image}\n\n류가온 {script} 새벽화학 회장이 5일 서울에서 배시우 해담건설 회장을 만났다. {image}\n")
    editable.page.get_by_label("매체 (선택)").fill(image)
    editable.page.get_by_label("제목 (선택)").fill(f"{image} {script}")
    editable.type_date("20250305")
    editable.press("읽기")
    editable.page.get_by_text("기사 전문").click(timeout=60_000)
    expect(editable.page.get_by_test_id("article-text")).to_contain_text("새벽화학")
    editable.press("저장")
    editable.find_article("example.org")
    expect(editable.page.get_by_test_id("article-text")).to_contain_text("새벽화학")
    editable.page.get_by_role("button", name="삭제").click()
    editable.press("삭제합니다")
    expect(editable.page.get_by_text("기사를 삭제했습니다")).to_contain_text(image)
    assert editable.page.title() != "run"


def test_an_error_and_a_page_switch_lose_nothing(dashboard: Dashboard) -> None:
    paste(dashboard, TEXT)
    dashboard.drop(("면.txt", OTHER.encode()), ("그림.txt", b"\x89PNG\0\0"))
    expect(dashboard.page.get_by_text("그림.txt: ")).to_be_visible()
    dashboard.press("읽기")
    expect(dashboard.page.get_by_text("문서 2편에 발행일이 없습니다")).to_be_visible()
    dashboard.turn_to("관계망")
    dashboard.drawn()
    dashboard.turn_to("기사 넣기")
    expect(dashboard.page.get_by_label("기사 본문")).to_have_value(TEXT)
    expect(dashboard.page.get_by_text("면.txt · 문서 1편")).to_be_visible()


def test_what_was_read_and_what_was_saved_stand_where_the_reader_looks(editable: Dashboard) -> None:
    editable.open()
    editable.turn_to("기사 넣기")
    editable.drop(*((f"면{number}.txt", f"{OTHER}{number}쪽에 실렸다.\n".encode()) for number in range(9)), ("그림.txt", b"\x89PNG\0\0"))
    read = editable.page.get_by_role("button", name="읽기", exact=True)
    read.scroll_into_view_if_needed()
    read.click()
    expect(editable.page.get_by_text("문서 9편에 발행일이 없습니다")).to_be_in_viewport()
    editable.page.get_by_text("발행일을 모릅니다").click()
    read.click()
    expect(editable.page.get_by_test_id("changes")).to_be_in_viewport(timeout=60_000)
    save = editable.page.get_by_role("button", name="저장", exact=True)
    expect(save).to_be_in_viewport()
    editable.page.get_by_text("이름 고치기").last.scroll_into_view_if_needed()
    expect(save).to_be_in_viewport()
    save.click()
    expect(editable.page.get_by_text("새 기사 9편")).to_be_in_viewport()


def test_the_form_of_a_missed_meeting_stays_open_as_its_sentence_is_chosen(editable: Dashboard) -> None:
    paste(editable, TEXT)
    editable.type_date("20250205")
    editable.press("읽기")
    editable.page.get_by_text("빠진 회동 넣기").click(timeout=60_000)
    editable.settle()
    editable.page.get_by_role("combobox", name="그 회동을 전한 문장").click()
    editable.page.get_by_role("option", name="하도윤 가람전자 회장이 4일").click()
    expect(editable.page.get_by_test_id("proposed")).to_be_visible(timeout=60_000)
    editable.settle()
    expect(editable.page.get_by_test_id("proposed")).to_contain_text("“4일”")
    expect(editable.page.get_by_role("button", name="회동 넣기", exact=True)).to_be_visible()


def test_the_table_stands_still_while_several_of_its_rows_are_chosen(editable: Dashboard) -> None:
    editable.open()
    editable.turn_to("기사 목록")
    editable.page.get_by_text("여러 편 골라 한 번에 고치기").click()
    editable.settle()
    table = editable.page.get_by_test_id("stDataFrame")
    before = table.bounding_box()
    editable.open_first_row()
    expect(editable.page.get_by_text("1편을 골랐습니다.")).to_be_visible()
    editable.settle()
    assert table.bounding_box() == before


def test_a_stored_article_is_opened_removed_and_brought_back(editable: Dashboard) -> None:
    editable.open()
    editable.turn_to("기사 목록")
    editable.page.get_by_label("제목·매체·글쓴이·파일 이름·본문으로 찾기").fill("스타게이트")
    editable.page.keyboard.press("Enter")
    table = editable.page.get_by_test_id("stDataFrame")
    editable.settle()
    expect(table.locator("canvas").first).to_be_visible()
    editable.open_first_row()
    expect(editable.page.get_by_test_id("article-text")).to_contain_text("릴레이 회동을 가졌다")
    editable.page.get_by_role("button", name="삭제").click()
    editable.press("삭제합니다")
    expect(editable.page.get_by_text("기사를 삭제했습니다")).to_be_visible()
    editable.press("되돌리기")
    expect(editable.page.get_by_text("기사를 삭제했습니다")).to_have_count(0)
    editable.turn_to("관계망")
    editable.drawn()
    assert "샘 올트먼" in editable.nodes()


def test_where_a_date_is_asked_for_its_field_is_in_sight(editable: Dashboard) -> None:
    editable.page.set_viewport_size({"width": 1280, "height": 720})
    paste(editable, TEXT)
    editable.press("읽기")
    asked = editable.page.get_by_text("발행일이 없습니다")
    expect(asked).to_be_in_viewport()
    field = editable.page.get_by_test_id("stDateInput")
    expect(field).to_be_in_viewport(ratio=1)
    editable.page.wait_for_timeout(300)
    over, under = field.bounding_box(), editable.page.locator(".st-key-read_it").bounding_box()
    assert over
    assert under
    assert over["y"] >= 0
    assert over["y"] + over["height"] <= under["y"]
