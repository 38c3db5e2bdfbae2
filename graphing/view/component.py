"""What the two pictures share: their files as components, vis-network loaded once, and the small control beside them.

The library is a component of its own that never changes: Streamlit sends it once a visit, and data alone after that. It is read
out of the installed pyvis, so that nothing is fetched from elsewhere. The control carries what is chosen and filtered: a click
sends it and not the data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

from graphing.search import FINALS, INITIALS, PAIRS
from graphing.view.session import Choice, Key

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
FIVE_BITS = 32
LIBRARY = ("pyvis", "lib/vis-9.1.2/vis-network.min.js")
# The library comes as bytes, which cost nothing before they are asked for: Streamlit looks at every letter of a script. Its build sets
# globalThis.vis when the network asks for it, which may draw before (glance.js). Who waits for it listens on the bus: the control first.
LOADED = """
const page = (globalThis.__hoedong ??= { bus: new EventTarget(), control: {} });
page.hear = (data, send) => hear(page, data, send);
page.bus.dispatchEvent(new Event("hearing"));
export default function ({ data }) {
  let coming;
  page.library ??= () => (coming ??= import(URL.createObjectURL(new Blob([data], { type: "text/javascript" }))));
  page.bus.dispatchEvent(new Event("library"));
}
"""
# This is sent again with every click: what it does (proofs.js) comes with the library.
CONTROL = """
export default function ({ data, setTriggerValue }) {
  const page = (globalThis.__hoedong ??= { bus: new EventTarget(), control: {} });
  let leave;
  const hear = () => (leave = page.hear(data, setTriggerValue));
  if (page.hear) hear();
  else page.bus.addEventListener("hearing", hear, { once: true });
  return () => leave?.();
}
"""


def source(package: str, *names: str) -> str:
    """The named files of a package, one after the other."""
    return "\n".join(files(package).joinpath(name).read_text(encoding="utf-8") for name in names)


@cache
def _library() -> tuple[Callable[..., Any], bytes]:
    script = lists() + constants(LETTERS=LETTERS) + source("graphing.view", "proofs.js") + LOADED
    return st.components.v2.component("hoedong_library", js=script), source(*LIBRARY).replace("//# sourceMappingURL=", "// ").encode()


def lists() -> str:
    """What the lists that are typed into do in the browser (``chooser``)."""
    where = "graphing.view.chooser"
    given = constants(STYLE=source(where, "chooser.css"), INITIALS=INITIALS, FINALS=FINALS, PAIRS=PAIRS)
    return f"(() => {{\n{given}{source(where, 'chooser.js')}}})();\n"


def constants(**values: object) -> str:
    """What a script in the browser has from Python, line by line."""
    return "".join(f"const {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in values.items())


_control = st.components.v2.component("hoedong_control", js=re.sub(r"(?m)^\s*", "", CONTROL))


def library() -> None:
    """Hand the browser vis-network, and what lists do."""
    mount, text = _library()
    mount(key=Key.LIBRARY, data=text)


@dataclass(frozen=True, slots=True)
class Told:
    """What the pictures are told: what is chosen and the meetings it is about, where to look (a node), and what to show.

    ``own`` are the nodes that stand for a chosen one who is not drawn: somebody's companies.

    None leaves out nothing. ``between`` is a first and a last day, in days since 1970-01-01; ``window`` the stretch of days that the
    timeline shows; ``lanes`` what it is divided by; ``order`` how the table is sorted, ``find`` what is searched in it; ``reach`` the first
    character of the open article's paragraph to go to; ``late`` whether the page holds back what can wait until they are drawn; ``turn``
    the number of the last click in them that was heard of: an answer that is older than their last click changes nothing that they chose;
    ``trail`` the number of the last of Python's steps that can be taken back, 0 where there is none; ``beside`` those of ``meetings`` that
    a crowd's timeline does not have (``stretch``); ``guests`` whom the chosen one met and a crowd's network does not draw (``guests``);
    ``hiding`` the filters that are set, in words; ``played`` the days up to which the proofs have followed time that is played; ``around``
    the meetings of the surroundings that are drawn, which alone are then listed.
    """

    choice: Choice | None = None
    meetings: Sequence[int] | None = None
    own: Sequence[int] = ()
    focus: str | None = None
    kinds: Iterable[str] | None = None
    statuses: Iterable[str] | None = None
    between: Sequence[int] | None = None
    window: Sequence[float] | None = None
    lanes: str | None = None
    order: str | None = None
    find: str | None = None
    reach: int | None = None
    late: bool = False
    turn: int = 0
    trail: int = 0
    beside: Mapping[str, Any] | None = None
    guests: Mapping[str, str] | None = None
    hiding: str | None = None
    played: Sequence[int] | None = None
    around: Iterable[int] | None = None


def control(
    told: Told,
    named: Callable[[], None],
    picked: Callable[[], None],
    opened: Callable[[], None],
    pictured: Callable[[], None],
    cleared: Callable[[], None],
    more_met: Callable[[], None],
    played: Callable[[], None],
) -> None:
    """Tell the pictures, and hear what is clicked anywhere.

    A name in the proofs calls ``named`` ({kind, id} as ``choice``), something in a picture or the table ``picked`` (the same and its
    ``turn`` as ``picked``), a paragraph's way to its article ``opened`` ([article, paragraph] as ``opened``); ``pictured`` is called once
    the pictures are drawn, where that was asked for, ``cleared`` where a picture that the filters have emptied is to be filled
    again, ``more_met`` where more of the ``guests`` are to come, ``played`` ([first, last] as ``played``) while time is played.
    """
    data: dict[str, Any] = {
        "choice": {"kind": told.choice.kind, "id": told.choice.id} if told.choice else None,
        "met": gaps(told.meetings) if told.meetings is not None else None,
        "own": [str(node) for node in told.own] or None,
        "focus": told.focus,
        "kinds": list(told.kinds) if told.kinds is not None else None,
        "statuses": list(told.statuses) if told.statuses is not None else None,
        "range": list(told.between) if told.between else None,
        "window": list(told.window) if told.window else None,
        "lanes": told.lanes,
        "order": told.order,
        "find": told.find,
        "reach": told.reach,
        "late": told.late,
        "turn": told.turn,
        "trail": told.trail or None,
        "hiding": told.hiding,
    }
    if told.beside:
        data["beside"] = told.beside
    if told.guests:
        data["guests"] = told.guests
    if told.played:
        data["played"] = list(told.played)
    if told.around is not None:
        data["around"] = gaps(told.around)
    _control(
        key=Key.CONTROL, data=data, on_choice_change=named, on_picked_change=picked, on_opened_change=opened, on_pictured_change=pictured,
        on_cleared_change=cleared, on_more_met_change=more_met, on_played_change=played,
    )  # fmt: skip


def letters(numbers: Iterable[int]) -> str:
    """Numbers (≥ 0): five bits a letter, the lowest first, the sixth where more follow."""
    told = []
    for number in numbers:
        rest = number
        while rest >= FIVE_BITS:
            told.append(LETTERS[FIVE_BITS + rest % FIVE_BITS])
            rest //= FIVE_BITS
        told.append(LETTERS[rest])
    return "".join(told)


def gaps(ids: Iterable[int]) -> str:
    """Ids (≥ 0) in ascending order, as the gaps between them.

    Whoever met most takes part in thousands of meetings: a third of the bytes that a list has.
    """
    listed = sorted(ids)
    return letters(one - before for before, one in zip([0, *listed], listed, strict=False))


def columns(rows: Iterable[Mapping[str, Any]], names: Iterable[str]) -> dict[str, list[Any]]:
    """Rows as columns: at 5,000 nodes a sixth of the size."""
    listed = list(rows)
    return {name: [row.get(name) for row in listed] for name in names}


def packed(payload: Mapping[str, Any]) -> bytes:
    """A payload as the components read it. Bytes are passed on as they are, where a dict would be hashed at every run."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
