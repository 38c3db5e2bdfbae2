"""The accuracy that ships: figures on writers that the models never saw, made by ``left_out``, shown by the dashboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graphing.errors import LexiconError
from graphing.evaluate.figures import Figures, Scores
from graphing.evaluate.reliability import Band, reliability
from graphing.lexicon import Row, table

HEADER = ("kind", "writer", "name", "n", "value", "precision", "recall")
# The writer that stands for all of them.
ALL = "all"

Result = tuple[str, Scores]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """When it was measured, on how many articles and meetings, and the figures: over all texts, by writer, and of the certainties."""

    made: date
    articles: int
    meetings: int
    figures: tuple[Figures, ...]
    writers: dict[str, tuple[Figures, ...]]
    bands: tuple[Band, ...]


def rows(results: Iterable[Result], made: date) -> Iterator[tuple[str, ...]]:
    """The rows of the table, by ``HEADER``. Of a band, value is the mean certainty and precision the share that is right."""
    yield "made", ALL, made.isoformat()
    for writer, scores in results:
        yield "articles", writer, "", str(scores.articles)
        for one in scores.figures():
            rates = () if one.precision is None or one.recall is None else (f"{one.precision:.3f}", f"{one.recall:.3f}")
            yield "figures", writer, one.field, str(one.n), f"{one.value:.3f}", *rates
        if writer == ALL:
            for band in reliability(scores.judged):
                yield "certainty", writer, f"{band.low}–{band.high}", str(band.n), f"{band.said:.3f}", f"{band.share:.3f}"


def accuracy() -> Accuracy:
    """The shipped figures. Raises LexiconError where the table is malformed."""
    return read(table("accuracy"))


def read(given: Iterable[Row]) -> Accuracy:
    """The figures of the rows of a table."""
    made = date.min
    articles = 0
    figures: dict[str, list[Figures]] = {}
    bands: list[Band] = []
    for row in given:
        try:
            match row["kind"]:
                case "made":
                    made = date.fromisoformat(row["name"])
                case "articles":
                    articles = int(row["n"]) if row["writer"] == ALL else articles
                case "figures":
                    rates = (float(row["precision"]), float(row["recall"])) if row["precision"] else (None, None)
                    figures.setdefault(row["writer"], []).append(Figures(row["name"], int(row["n"]), float(row["value"]), *rates))
                case "certainty":
                    low, high = map(float, row["name"].split("–"))
                    n = int(row["n"])
                    bands.append(Band(low, high, n, float(row["value"]), round(float(row["precision"]) * n)))
                case other:
                    raise ValueError(f"{other!r} is no kind of row")
        except (KeyError, ValueError) as error:
            raise LexiconError(f"accuracy.tsv: {error} in {row}; run graphing.evaluate.left_out again or reinstall Hoedong") from None
    overall = tuple(figures.pop(ALL, ()))
    meetings = next((one.n for one in overall if one.field == "encounters"), 0)
    return Accuracy(made, articles, meetings, overall, {writer: tuple(many) for writer, many in figures.items()}, tuple(bands))
