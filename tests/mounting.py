"""What a page has mounted, read from Streamlit's own test harness."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from graphing.view.session import Key

HOME = Path(__file__).resolve().parents[1] / "app.py"


def pictured(app: Path, **query: str) -> AppTest:
    """The home page as it stands once its pictures are drawn, at an address with this query."""
    page = AppTest.from_file(str(app), default_timeout=60)
    page.query_params.update(query)
    page.session_state[Key.PICTURED] = True
    return page.run()


def opened(**query: str) -> AppTest:
    """The home page at an address with this query, once it is drawn without an error."""
    app = pictured(HOME, **query)
    assert not app.exception
    return app


def mounted(app: AppTest) -> dict[str, object]:
    """Component name → what it was given, the library as it is."""
    found = {}
    for element in app.get("bidi_component"):
        proto = element.proto
        script = proto.component_name == "hoedong_library"
        found[proto.component_name] = proto.bytes if script else json.loads(proto.bytes or proto.json or proto.mixed.json or "null")
    return found


def shown(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def counted(app: AppTest) -> str:
    """The line under the network that tells how much of all it shows."""
    told = shown(app).partition('data-testid="seen"')[2].partition(">")[2].partition("</p>")[0]
    return re.sub("</?span>", "", told)


def network(app: AppTest) -> dict[str, list[Any]]:
    """The nodes that the network was given, by column."""
    return mounted(app)["hoedong_network"]["nodes"]  # type: ignore[index,no-any-return]


def edges(app: AppTest) -> dict[str, list[Any]]:
    """The edges that the network was given, by column."""
    return mounted(app)["hoedong_network"]["edges"]  # type: ignore[index,no-any-return]


def proofs(app: AppTest) -> list[str]:
    """The parts of the page that hold proofs."""
    return [element.proto.body for element in app.get("html") if 'data-testid="proofs"' in element.proto.body]


def node(app: AppTest, label: str) -> str:
    nodes = mounted(app)["hoedong_network"]["nodes"]  # type: ignore[index]
    return str(nodes["id"][nodes["label"].index(label)])


@dataclass(frozen=True)
class Chooser:
    """A list that is typed into, as Streamlit's harness knows its own."""

    app: AppTest
    key: str
    given: Mapping[str, Any]

    @property
    def label(self) -> str:
        return str(self.given["label"])

    @property
    def options(self) -> list[str]:
        return [label for _, label in self.given["options"]]

    @property
    def value(self) -> Any:
        return self.app.session_state[self.key]

    def set_value(self, value: Any) -> AppTest:
        """Choose; what stands in no form is heard of by ``run``, as everywhere in the harness."""
        self.app.session_state[self.key] = value
        return self.app


def choosers(app: AppTest) -> list[Chooser]:
    """The lists of a page that are typed into."""
    found = []
    for element in app.get("bidi_component"):
        if element.proto.component_name == "hoedong_chooser":
            mark = re.sub(r"^\$\$ID-[0-9a-f]+-", "", element.proto.id)
            found.append(Chooser(app, mark.removesuffix("_list"), json.loads(element.proto.bytes)))
    return found


def chooser(app: AppTest, key: str | None = None, label: str | None = None) -> Chooser:
    """The first list with this key or label."""
    return next(one for one in choosers(app) if key in {None, one.key} and label in {None, one.label})
