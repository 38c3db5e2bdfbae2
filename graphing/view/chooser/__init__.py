"""Lists that are typed into: they find names as the search box does, by initial consonants (ㅊㅌㅇ → 최태원) and without blanks.

Streamlit's own compare letters only. What is chosen stands in the session's state under the list's key, as theirs does. A short list is
searched in the browser; of a long one the first are sent, and Python finds the others, by all their names where it is told how.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice
from typing import Any

import streamlit as st

from graphing.search import folded, pattern
from graphing.view import names
from graphing.view.component import lists, packed
from graphing.view.session import Key, Language
from graphing.view.words import word

OFFERED = 200  # of a long list, before anything is typed
KEPT = object()
FOUND = 50  # at a time of what is typed
# Sent with every list: what it does comes with the library.
LIST = """
export default function (given) {
  const page = (globalThis.__hoedong ??= { bus: new EventTarget(), control: {} });
  let leave;
  const begin = () => (leave = page.chooser(given));
  if (page.chooser) begin();
  else page.bus.addEventListener("choosing", begin, { once: true });
  return () => leave?.();
}
"""


@cache
def _library() -> Callable[..., Any]:
    return st.components.v2.component("hoedong_choosing", js=lists() + "export default function () {}")


def library() -> None:
    """Hand the browser what the lists of a page do; the home page does it with its pictures."""
    with st.container(key="choosing"):
        _library()(key=Key.CHOOSING)


_component = st.components.v2.component("hoedong_chooser", js=re.sub(r"(?m)^\s*", "", LIST))


@dataclass(frozen=True, slots=True)
class Offer:
    """A list: what it is called, the values that are offered and how each is shown, under which key what is chosen is kept.

    ``find``: query → the values found, the best first; None where the labels tell all. ``fresh``: what is typed may be new. ``form``:
    the list stands in a form and is heard of when that is sent. ``single``: one is chosen, ``needed``: always.
    """

    label: str
    offered: Sequence[Any]
    key: str
    language: Language
    shown: Callable[[Any], str] = str
    find: Callable[[str], Iterable[Any]] | None = None
    hint: str = "search_hint"
    note: str | None = None
    single: bool = False
    needed: bool = False
    fresh: bool = False
    form: bool = False
    changed: Callable[[], object] | None = None

    @property
    def mark(self) -> str:
        """The key of the component itself."""
        return f"{self.key}_list"

    @property
    def chosen(self) -> list[Any]:
        """The values that are chosen."""
        held = st.session_state.get(self.key)
        return ([] if held is None else [held]) if self.single else list(held or ())


def draw(offer: Offer, first: Any = KEPT) -> None:
    """Draw a list; what is chosen stands in the session's state under its key.

    ``first``: what it begins with whenever it comes on the page; without it the key is there already, and its value kept by others.
    """
    state = st.session_state
    if first is not KEPT and (offer.key not in state or offer.mark not in state):
        state[offer.key] = first
    # What is offered no more cannot be shown.
    if offer.single and not offer.fresh and state[offer.key] is not None and state[offer.key] not in offer.offered:
        state[offer.key] = None if first is KEPT else first
    (_draw if offer.form else st.fragment(_draw))(offer)


def several(offer: Offer, first: Any = KEPT) -> list[Any]:
    """Draw a list to choose several from; gives what is chosen."""
    draw(offer, first)
    return offer.chosen


def one(offer: Offer, first: Any = KEPT) -> Any:
    """Draw a list to choose one from; gives it, or None."""
    draw(replace(offer, single=True), first)
    return st.session_state[offer.key]


def _draw(offer: Offer) -> None:
    if st.session_state.pop(f"{offer.mark}_taken", False) and not offer.form:
        st.rerun()
    query = st.session_state.get(f"{offer.mark}_query")
    more = offer.find is not None or len(offer.offered) > OFFERED

    def rows(values: Iterable[Any]) -> list[list[str]]:
        return [[str(value), offer.shown(value)] for value in values]

    data = {
        "label": offer.label, "options": rows(offer.offered[:OFFERED]), "chosen": rows(offer.chosen), "note": offer.note,
        "single": offer.single, "fresh": offer.fresh, "form": offer.form, "needed": offer.needed, "more": more, "query": query,
        "found": rows(islice(_found(offer, query), FOUND)) if more and query else [], "words": _words(offer),
    }  # fmt: skip
    _component(
        key=offer.mark, data=packed(data), on_chosen_change=partial(_taken, offer), on_query_change=partial(_asked, offer.mark),
    )  # fmt: skip


def _words(offer: Offer) -> dict[str, str]:
    language = offer.language
    said = {"hint": word(offer.hint, language), "none": word("furniture_no_results", language)}
    said |= {key: word(one, language, name="{name}") for key, one in (("remove", "chooser_remove"), ("add", "furniture_add"))}
    return {**said, "found": word("found_count", language, n="{n}")}


def outlets(offered: Sequence[str], language: Language) -> tuple[Callable[[str], str], Callable[[str], Iterable[str]] | None]:
    """How outlets are shown, and how they are found by what they call themselves too where they are shown in other letters."""
    shown = partial(names.outlet, language=language)
    if not names.originals(offered, language):
        return shown, None

    def find(query: str) -> Iterable[str]:
        wanted = pattern(query)
        return (one for one in offered if wanted.search(folded(shown(one))) or wanted.search(folded(one)))

    return shown, find


def _found(offer: Offer, query: str) -> Iterable[Any]:
    if offer.find is not None:
        return offer.find(query)
    wanted = pattern(query)
    return (value for value in offer.offered if wanted.search(folded(offer.shown(value))))


def _asked(mark: str) -> None:
    st.session_state[f"{mark}_query"] = st.session_state[mark]["query"]


def _taken(offer: Offer) -> None:
    """Take over what was chosen; what is offered no more, and may not be new, goes."""
    state = st.session_state
    tokens: list[str] = state[offer.mark]["chosen"]["tokens"]
    known = {str(value): value for value in (*offer.offered, *offer.chosen)}
    values = [known.get(token, token) for token in tokens if offer.fresh or token in known]
    state[offer.key] = (values or [None])[0] if offer.single else values
    state[f"{offer.mark}_query"] = None
    state[f"{offer.mark}_taken"] = True
    if offer.changed is not None:
        offer.changed()
