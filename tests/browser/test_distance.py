"""How many steps somebody stands from the one in the middle is seen, and told where a further step shows nobody."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import expect

from dashboard import Dashboard


def centre(dashboard: Dashboard, name: str) -> str:
    dashboard.show(f"?person={name}")
    return str(dashboard.page.evaluate("__hoedong.control.choice.id"))


def legend(dashboard: Dashboard) -> list[str]:
    return [str(one) for one in dashboard.page.locator("[data-of^=far]:not([hidden])").all_inner_texts()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_stands_two_steps_away_is_paler_and_smaller_and_the_legend_says_so(many: Dashboard, scheme: Any) -> None:
    many.page.emulate_media(color_scheme=scheme)
    whom = centre(many, "강태린")
    many.go(f"?view=around&around={whom}")
    many.still()
    near = {node["id"] for node in many.page.evaluate("__hoedong.positions().nodes")}
    assert legend(many) == []
    many.go(f"?view=around&around={whom}&steps=2")
    many.still()
    nodes = many.page.evaluate("__hoedong.positions().nodes")
    own = many.page.evaluate("['person', 'company', 'agency'].map((kind) => __hoedong.theme[kind].toLowerCase())")
    plain = {node["id"] for node in nodes if node["colour"].lower() in own}
    assert whom in plain
    assert plain <= near
    pale = [node for node in nodes if node["id"] not in plain]
    assert len(pale) > 20
    assert not near & {node["id"] for node in pale}
    assert max(node["size"] for node in pale) < 0.9 * max(node["size"] for node in nodes)
    assert legend(many) == ["1단계", "2단계"]
    # Lines among those near are stronger than those that lead farther.
    met = [edge for edge in many.edges() if str(edge["id"]).startswith("met") and edge["meetings"] == 1]
    among = [edge["opacity"] for edge in met if {str(edge["from"]), str(edge["to"])} <= plain]
    beyond = [edge["opacity"] for edge in met if not {str(edge["from"]), str(edge["to"])} <= plain]
    assert max(beyond) < 0.7 * min(among)


@pytest.mark.parametrize(("lang", "words"), [("ko", "3단계의 {n}개는 그려지지 않음"), ("en", "the {n} at 3 steps are not drawn")])
def test_a_step_that_shows_nobody_more_is_told_as_one_that_is_not_drawn(many: Dashboard, lang: str, words: str) -> None:
    whom = centre(many, "강태린")
    many.show(f"?view=around&around={whom}&steps=2&lang={lang}")
    seen = many.page.get_by_test_id("seen")
    before = seen.inner_text()
    assert words[-10:] not in before
    many.show(f"?view=around&around={whom}&steps=3&lang={lang}")
    told = seen.inner_text()
    number = "".join(letter for letter in told.removeprefix(before) if letter.isdigit())
    assert told.startswith(before)
    expect(seen).to_contain_text(words.split("{n}")[1])
    assert number
    # The browser tells it too while dates are changed.
    many.page.evaluate("__hoedong.bus.dispatchEvent(new Event('control'))")
    many.page.wait_for_timeout(400)
    assert seen.inner_text() == told
    many.page.locator(".st-key-more_drawn button").click()
    many.page.wait_for_function("__hoedong.positions().nodes.length > 400")
    many.settle()
    expect(seen).not_to_contain_text(words.split("{n}")[1])


def test_that_nobody_stands_so_far_is_told(dashboard: Dashboard) -> None:
    dashboard.show()
    whom = max(dashboard.page.evaluate("__hoedong.positions().nodes"), key=lambda node: float(node["ties"]))["id"]
    told = []
    for steps in (1, 2, 3):
        dashboard.show(f"?view=around&around={whom}&steps={steps}")
        told.append((len(dashboard.nodes()), "단계에는 아무도 없음" in dashboard.page.get_by_test_id("seen").inner_text()))
    for (few, _), (more, nobody) in pairwise(told):
        assert nobody == (few == more)
