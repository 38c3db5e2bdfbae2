"""How right the extraction is: figures by field and the reliability of the certainties, against annotated articles."""

from graphing.evaluate.corpus import Annotated, read_corpus
from graphing.evaluate.figures import Figures, Scores
from graphing.evaluate.reliability import Band, reliability

__all__ = ["Annotated", "Band", "Figures", "Scores", "read_corpus", "reliability"]
