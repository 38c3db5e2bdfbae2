"""The page that tells how right the readings are: figures by field, how far to trust the certainty, and what does not work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files

import streamlit as st

from graphing.evaluate.figures import Figures
from graphing.evaluate.reliability import Band
from graphing.evaluate.shipped import Accuracy, accuracy
from graphing.view import names
from graphing.view.session import Language
from graphing.view.words import word

# Spans of mentions say little to a reader; the names made of them are shown.
SHOWN = (
    "people", "organizations", "roles", "titles", "encounters", "strict", "attendance", "dated", "edges", "date", "place", "evidence",
    "splits",
)  # fmt: skip
HEADS = ("precision", "recall", "f1", "range", "n")
LIMITS = ("interview", "subject", "group", "relay", "rumour", "untitled", "english")
# A mean certainty that is off by less than this (0–1) is not worth a sentence.
TOO_SURE = 0.03


def page(language: Language) -> None:
    """The whole page, from the figures that ship."""
    told = accuracy()
    st.html(f"<style>{_style()}</style>")
    st.title(word("page_accuracy", language))
    st.html(f'<div class="accuracy">{intro(told, language)}</div>')
    left, right = st.columns([8, 5], gap="large")
    left.html(f'<div class="accuracy">{figures(told, language)}</div>')
    right.html(f'<div class="accuracy">{certainty(told.bands, language)}{limits(language)}</div>')


@cache
def _style() -> str:
    return files("graphing.view").joinpath("accuracy.css").read_text(encoding="utf-8")


def intro(told: Accuracy, language: Language) -> str:
    """On which texts, and when."""
    what = word("accuracy_intro", language, writers=len(told.writers), articles=told.articles, meetings=told.meetings)
    texts = word("accuracy_texts", language, date=names.told(told.made, "day", language))
    return f"<p>{escape(what)}</p><p><small>{escape(texts)}</small></p>"


def figures(told: Accuracy, language: Language) -> str:
    """The table of the fields: precision, recall, both in one, the range over the writers, and of how many."""
    heads = "".join(_head(name, language) for name in HEADS)
    by_writer = [{one.field: one.value for one in many} for many in told.writers.values()]
    known = {one.field: one for one in told.figures}
    rows = "".join(_row(known[name], [values[name] for values in by_writer if name in values], language) for name in SHOWN if name in known)
    return (
        f'<h3>{_word("figures", language)}</h3><table><thead><tr><th scope="col">{_word("field", language)}</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def certainty(bands: Sequence[Band], language: Language) -> str:
    """The table of the certainties: what was said, how many such meetings, and the share that is right, drawn as a bar."""
    rows = "".join(_band(band) for band in bands if band.n)
    heads = (
        f'<th scope="col">{_word("band", language)}</th>{_head("n", language)}<th scope="col" colspan="2">{_word("right", language)}</th>'
    )
    gap = too_sure(bands)
    note = f"<p>{_word('too_sure', language, points=round(100 * gap))}</p>" if gap >= TOO_SURE else ""
    return (
        f"<h3>{_word('certainty', language)}</h3><p>{_word('certainty_text', language)}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{note}"
    )


def too_sure(bands: Iterable[Band]) -> float:
    """By how much (0–1) the certainties lie above what is right, in the mean over the meetings; 0 where there are none."""
    known = [band for band in bands if band.n]
    total = sum(band.n for band in known)
    return sum(band.said * band.n - band.right for band in known) / total if total else 0.0


def limits(language: Language) -> str:
    """What is known not to work."""
    rows = "".join(f"<li>{_word(f'limit_{name}', language)}</li>" for name in LIMITS)
    return f"<h3>{_word('limits', language)}</h3><ul>{rows}</ul>"


def _row(one: Figures, by_writer: Sequence[float], language: Language) -> str:
    name = f'<th scope="row">{_word(one.field, language)}<small>{_word(f"{one.field}_hint", language)}</small></th>'
    rates = "".join(f"<td>{'' if rate is None else f'{rate:.2f}'}</td>" for rate in (one.precision, one.recall))
    spread = f"{min(by_writer):.2f} – {max(by_writer):.2f}" if len(by_writer) > 1 else ""
    return f"<tr>{name}{rates}<td><b>{one.value:.2f}</b></td><td>{spread}</td><td>{one.n:,}</td></tr>"


def _band(band: Band) -> str:
    bar = f'<span class="bar"><i style="width:{band.share:.0%}"></i><u style="left:{band.said:.0%}"></u></span>'
    return (
        f'<tr><th scope="row">{band.low:.0%} – {band.high:.0%}</th><td>{band.n:,}</td><td><b>{band.share:.0%}</b></td>'
        f'<td class="drawn">{bar}</td></tr>'
    )


def _head(name: str, language: Language) -> str:
    return f'<th scope="col" title="{_word(f"{name}_hint", language)}">{_word(name, language)}</th>'


def _word(key: str, language: Language, **values: object) -> str:
    return escape(word(f"accuracy_{key}", language, **values))
