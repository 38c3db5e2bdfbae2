"""An article's text in which words are selected, by mouse or keyboard, and marked: a name, no name, the sentence of a missed meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

import streamlit as st

from graphing.model import Extraction, MentionKind, Span
from graphing.view import reading
from graphing.view.component import source
from graphing.view.highlight import by_stretch, pieces
from graphing.view.session import Language
from graphing.view.words import word

What = Literal["person", "organization", "meeting", "unmark"]
# The words that the component shows.
WORDS = ("mark_person", "mark_organization", "mark_meeting", "mark_none", "mark_hint", "mark_text", "mark_chosen")

_component = st.components.v2.component(
    "hoedong_marker",
    html=source("graphing.view.marker", "marker.html"),
    css=source("graphing.view.marker", "marker.css"),
    js=source("graphing.view.marker", "marker.js"),
    # In the page itself: in a shadow root browsers do not agree on what is selected, and the text is to look as it does elsewhere.
    isolate_styles=False,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """What somebody did with text[span]; of 'unmark' whose name it is."""

    what: What
    span: Span
    kind: MentionKind | None = None
    name: str = ""


def show(found: Extraction, key: str, language: Language) -> Marked | None:
    """Draw the text with all that was understood; what was marked in this run, else None."""
    data = {"paragraphs": paragraphs(found), "words": {name: word(name, language) for name in WORDS}}
    result = _component(key=key, data=data, on_marked_change=lambda: None)
    return marked(result.marked, found)


def paragraphs(found: Extraction) -> list[dict[str, Any]]:
    """The article's paragraphs as the component draws them: each in pieces [text, kind of mark, whose name, whether it tells a meeting]."""
    stretches = [(one.start, one.end) for one in found.article.paragraphs]
    marks, telling = by_stretch(stretches, reading.marks(found)), by_stretch(stretches, reading.telling(found))
    return [
        {
            "kind": one.kind,
            "start": one.start,
            "pieces": [
                [piece.text, piece.mark.kind if piece.mark else "", piece.mark.whose if piece.mark else "", piece.telling]
                for piece in pieces(found.article.text, one.start, one.end, its, tells)
            ],
        }
        for one, its, tells in zip(found.article.paragraphs, marks, telling, strict=True)
    ]


def marked(told: Any, found: Extraction) -> Marked | None:
    """What the browser says, where it makes sense for this article: a selection may be of a text that has changed meanwhile."""
    if not isinstance(told, dict) or told.get("what") not in get_args(What):
        return None
    if told["what"] == "unmark":
        kind, _, name = str(told.get("whose", "")).partition(":")
        if kind == "person" and name in {one.name for one in found.people}:
            return Marked("unmark", Span(0, 0), "person", name)
        if kind == "organization" and name in {one.name for one in found.organizations}:
            return Marked("unmark", Span(0, 0), "organization", name)
        return None
    try:
        span = Span(int(told["start"]), int(told["end"]))
    except (KeyError, TypeError, ValueError):
        return None
    text = found.article.text
    if not 0 <= span.start < span.end <= len(text) or not text[slice(*span)].strip():
        return None
    return Marked(told["what"], span)
