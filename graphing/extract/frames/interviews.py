"""Interviews of questions and answers: where the answers begin, and who gives them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graphing.model import Article, Person

# A question stands on a line of its own behind a dash, a bullet or Q, the answer below it in quotation marks or behind A.
QUESTION = re.compile(
    r"^[ \t]*(?:[─―—–◆◇■□●○▶▷-]|[QqＱ][.:)]|[QqＱ] |문[.:)])[ \t]*[^\n]{2,}\n+[ \t]*(?=[“\"]|[AaＡ][.:) ]|답[.:)]|[△▲▷▶])", re.MULTILINE
)
# A bare question mark or a dash opens lists as well; so many of them with answers are an interview.
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Interview:
    """From the character ``start`` on, 저 and 나 of the answers mean ``speaker``."""

    start: int
    speaker: str


def interview_of(article: Article, people: Sequence[Person]) -> Interview | None:
    """The interview that an article is, None where it is none: the one most often named before the first question answers."""
    questions = list(QUESTION.finditer(article.text))
    if len(questions) < ENOUGH:
        return None
    start = questions[0].start()
    named = Counter({person.name: sum(mention.start < start for mention in person.mentions) for person in people})
    best = max(named.items(), key=lambda pair: pair[1], default=("", 0))
    return Interview(start, best[0]) if best[1] else None
