"""What the two pictures share: their files as components, vis-network loaded once, and the small control beside them.

The library is a component of its own that never changes: Streamlit sends it once a visit, and data alone after that. It is read
out of the installed pyvis, so that nothing is fetched from elsewhere. The control carries what is chosen and filtered: a click
sends it and not the data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

from graphing.view.session import Choice, Key

LIBRARY = ("pyvis", "lib/vis-9.1.2/vis-network.min.js")
# A component needs an export; the library build sets globalThis.vis, and who waits for it listens on the bus.
LOADED = """
const page = (globalThis.__hoedong ??= { bus: new EventTarget(), control: {} });
page.bus.dispatchEvent(new Event("library"));
export default function () {}
"""
CONTROL = """
export default function ({ data }) {
  const page = (globalThis.__hoedong ??= { bus: new EventTarget(), control: {} });
  // A click has drawn already what Python now confirms.
  if (JSON.stringify(page.control) === JSON.stringify(data)) return;
  page.control = data;
  page.bus.dispatchEvent(new Event("control"));
}
"""


def source(package: str, *names: str) -> str:
    """The named files of a package, one after the other."""
    return "\n".join(files(package).joinpath(name).read_text(encoding="utf-8") for name in names)


@cache
def _library() -> Callable[..., Any]:
    text = source(*LIBRARY).replace("//# sourceMappingURL=", "// ")
    return st.components.v2.component("hoedong_library", js=text + LOADED)


_control = st.components.v2.component("hoedong_control", js=CONTROL)


def library() -> None:
    """Hand the browser vis-network."""
    _library()(key=Key.LIBRARY)


def control(
    choice: Choice | None,
    focus: str | None,
    kinds: Iterable[str] | None,
    statuses: Iterable[str] | None,
    between: Sequence[int] | None,
) -> None:
    """Tell the pictures what is chosen, where to look (a node), and what to show; None leaves out nothing.

    ``between`` is a first and a last day, in days since 1970-01-01.
    """
    data = {
        "choice": {"kind": choice.kind, "id": choice.id} if choice else None,
        "focus": focus,
        "kinds": list(kinds) if kinds is not None else None,
        "statuses": list(statuses) if statuses is not None else None,
        "range": list(between) if between else None,
    }
    _control(key=Key.CONTROL, data=data)


def columns(rows: Iterable[Mapping[str, Any]], names: Iterable[str]) -> dict[str, list[Any]]:
    """Rows as columns: at 5,000 nodes a sixth of the size."""
    listed = list(rows)
    return {name: [row.get(name) for row in listed] for name in names}


def packed(payload: Mapping[str, Any]) -> bytes:
    """A payload as the components read it. Bytes are passed on as they are, where a dict would be hashed at every run."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
