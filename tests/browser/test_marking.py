"""Words of an opened article, selected by mouse or keyboard: marked, unmarked, told as a missed meeting. The people are made up."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from dashboard import Dashboard

# The pictograph takes two places in a browser and one in Python.
TEXT = """다솔중공업 새 배 짓는다 🚢

표지안 다솔중공업 대표는 기자들에게 새 배를 짓겠다고 말했다. 이날 행사장 구석에서 민서율 나루은행장이 물결이라는 청년과 긴 이야기를 나눴다.
"""
SENTENCE = "이날 행사장 구석에서 민서율 나루은행장이 물결이라는 청년과 긴 이야기를 나눴다."
# Where words stand on the screen: their left and right edge, and the middle of the line.
BOX = """(words) => {
  const walker = document.createTreeWalker(document.querySelector(".marker-text"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const box = range.getBoundingClientRect();
    return [box.left, box.right, box.top + box.height / 2];
  }
}"""


def opened(dashboard: Dashboard) -> Locator:
    dashboard.open()
    dashboard.turn_to("기사 넣기")
    dashboard.page.get_by_label("기사 본문").fill(TEXT)
    dashboard.type_date("20250205")
    dashboard.press("읽기")
    expect(dashboard.page.get_by_test_id("changes")).to_be_visible(timeout=60_000)
    dashboard.press("저장")
    dashboard.find_article("새 배 짓는다")
    text = dashboard.page.get_by_test_id("marker")
    expect(text).to_be_visible()
    dashboard.settle()
    return text


def drag_over(dashboard: Dashboard, words: str) -> None:
    left, right, middle = dashboard.page.evaluate(BOX, words)
    dashboard.drag((left + 1, middle), (right - 1, middle))


def selected(dashboard: Dashboard) -> str:
    return str(dashboard.page.evaluate("document.getSelection().toString()"))


def test_words_are_marked_unmarked_and_told_as_a_meeting(editable: Dashboard) -> None:
    page = editable.page
    text = opened(editable)
    tools = page.get_by_role("toolbar")
    drag_over(editable, "물결")
    expect(tools).to_be_visible()
    assert selected(editable) == "물결"
    tools.get_by_role("button", name="인물").click()
    mark = text.locator("mark[data-whose='person:물결']")
    expect(mark).to_have_text("물결")
    mark.click()
    tools.get_by_role("button", name="이름 아님: 물결").click()
    expect(mark).to_have_count(0)
    _by_keyboard(editable, text)
    drag_over(editable, "청년과")
    tools.get_by_role("button", name="빠진 회동").click()
    form = page.locator(".st-key-missed_meeting")
    expect(form).to_contain_text(SENTENCE)
    expect(form).to_contain_text("물결")
    expect(form).to_contain_text("민서율")
    # What the machine reads in that sentence, if anything, is no meeting with him.
    understood = page.get_by_test_id("understood").filter(has=page.locator("h3").filter(has_text="물결"))
    expect(understood).to_have_count(0)
    form.get_by_role("button", name="회동 넣기").click()
    expect(understood.locator("h3")).to_contain_text("민서율")
    expect(understood.locator(".telling")).to_have_text([SENTENCE])
    expect(understood.locator("mark.person").filter(has_text="물결")).to_be_visible()


def test_what_is_selected_elsewhere_stays_selected(editable: Dashboard) -> None:
    text = opened(editable)
    drag_over(editable, "물결")
    editable.page.get_by_role("heading", level=1).click(click_count=3)
    assert "새 배 짓는다" in selected(editable)
    expect(editable.page.get_by_role("toolbar")).to_be_hidden()
    expect(text).to_be_visible()


def _by_keyboard(dashboard: Dashboard, text: Locator) -> None:
    """Down to the paragraph, on to the word, short of its particle, and its kind by one key."""
    page = dashboard.page
    text.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    words = TEXT.split("\n")[2].split()
    for _ in range(words.index("물결이라는")):
        page.keyboard.press("ArrowRight")
    assert selected(dashboard) == "물결이라는"
    for _ in "이라는":
        page.keyboard.press("Shift+ArrowLeft")
    assert selected(dashboard) == "물결"
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.get_by_role("toolbar").get_by_role("button", name="인물")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("toolbar")).to_be_hidden()
    expect(text).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    for _ in range(words.index("물결이라는")):
        page.keyboard.press("ArrowRight")
    for _ in "이라는":
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("p")
    expect(text.locator("mark[data-whose='person:물결']")).to_have_text("물결")
