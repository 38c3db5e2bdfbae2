"""What a page has mounted, read from Streamlit's own test harness."""

from __future__ import annotations

import json
from pathlib import Path

from streamlit.testing.v1 import AppTest

from graphing.view.session import Key


def pictured(app: Path, **query: str) -> AppTest:
    """The home page as it stands once its pictures are drawn, at an address with this query."""
    page = AppTest.from_file(str(app), default_timeout=60)
    page.query_params.update(query)
    page.session_state[Key.PICTURED] = True
    return page.run()


def mounted(app: AppTest) -> dict[str, object]:
    """Component name → what it was given."""
    found = {}
    for element in app.get("bidi_component"):
        proto = element.proto
        found[proto.component_name] = json.loads(proto.bytes or proto.json or proto.mixed.json or "null")
    return found


def shown(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def node(app: AppTest, label: str) -> str:
    nodes = mounted(app)["hoedong_network"]["nodes"]  # type: ignore[index]
    return str(nodes["id"][nodes["label"].index(label)])
