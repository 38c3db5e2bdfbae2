"""Figures as text for a terminal and as plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphing.evaluate.figures import Scores
from graphing.evaluate.reliability import reliability


def lines(scores: Scores) -> Iterator[str]:
    """A table of the figures and the reliability of the certainties, line by line."""
    yield f"{scores.articles} articles"
    yield ""
    yield f"{'field':14}  precision  recall     F1  right ones"
    for one in scores.figures():
        if one.precision is None or one.recall is None:
            yield f"{one.field:14}  {'':9}  {'':6}  {one.value:5.3f}  {one.n:10}  (share)"
        else:
            yield f"{one.field:14}  {one.precision:9.3f}  {one.recall:6.3f}  {one.value:5.3f}  {one.n:10}"
    if scores.judged:
        yield ""
        yield "certainty  meetings  right  said"
        for band in reliability(scores.judged):
            right, said = (f"{band.share:5.2f}", f"{band.said:4.2f}") if band.n else ("    –", "   –")
            yield f"{band.low:.2f}–{band.high:.2f}  {band.n:8}  {right}  {said}"


def plain(scores: Scores) -> dict[str, Any]:
    """The same as ``{"articles", "figures": {field: {"p", "r", "f1", "n"} or {"share", "n"}}, "reliability": [{"from", "to", "n", "said",
    "right"}]}``; all figures and shares are in 0–1."""
    figures = {
        one.field: {"share": one.value, "n": one.n}
        if one.precision is None
        else {"p": one.precision, "r": one.recall, "f1": one.value, "n": one.n}
        for one in scores.figures()
    }
    bands = [
        {"from": band.low, "to": band.high, "n": band.n, "said": round(band.said, 3), "right": round(band.share, 3)}
        for band in reliability(scores.judged)
    ]
    return {"articles": scores.articles, "figures": figures, "reliability": bands}
