"""Where an article goes over to another story, of which nobody was told before: round-ups, digests, news in brief.

Who is left unsaid is carried over from sentence to sentence, and with one story after another in one text that makes meetings of people
who have nothing in common. A story ends where whom it named is never named again, and the next begins with somebody new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graphing.model import Article, Organization, Person, Sentence

# What looks back on what was told, or goes on with it.
GOES_ON = re.compile(
    r"이날|이번|이 (?:자리|회동|만남|면담|회의|행사|자리)|이들|이후|이에|이어|이를|이와|이같|이처럼|그[는가의]? |그날|당시|앞서|양측|양사|양국|두 |세 사람|"
    r"함께|동행|배석|동석|한자리|현장|참석자|회동|모임|면담|만남|만찬|오찬|간담회|행사"
)
# What may stand before the first name: days, and words about whom it names (방한 중인, 정유업계 2위).
BEFORE = re.compile(r"(?:(?![^\s]*(?:에는|에서는|에선|뒤|후|때|가|이|을|를|은|는|와|과|자|며|고|서) )[^\s“”\"]+ |한편,? |이와는? 별도로 |[◇○■▲·△] ?){0,6}\S{0,2}")
OPENS = re.compile(r"(?:[^\s“”\"]+ ){0,6}?[^\s“”\"]*[가-힣](?:이|가|은|는) ")
# From a name to the particle that makes its phrase what the sentence is about.
ABOUT = re.compile(r"(?:[^\s,.“”()]{0,12} ){0,4}?[^\s,.“”()]{0,14}?(?:은|는|이|가),? ")


def stories(
    article: Article, sentences: Sequence[Sentence], people: Sequence[Person], bodies: Sequence[Organization]
) -> list[Sequence[Sentence]]:
    """The sentences of each story, in order; one where the article tells one."""
    text = article.text
    cuts = [start for start, first in _openings(article, sentences) if _is_new(text, sentences[start].start, sentences[first], people, bodies)]
    return [sentences[start:end] for start, end in pairwise([0, *cuts, len(sentences)]) if end > start]


def _openings(article: Article, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Where a story may begin, its headline included, and its first sentence; not the article's own beginning."""
    start, told = 0, False
    for index, (last, one) in enumerate(pairwise(sentences), 1):
        if one.paragraph == last.paragraph:
            continue
        body, after_body = (article.paragraphs[part.paragraph].kind == "body" for part in (one, last))
        told = told or after_body
        start = index if after_body else start
        if body and told:
            yield start, index


def _is_new(text: str, at: int, sentence: Sentence, people: Sequence[Person], bodies: Sequence[Organization]) -> bool:
    """Whether nobody named before ``at`` is named from there on, and ``sentence`` is about somebody new."""
    spans = [
        (mention.start, mention.end, named)
        for named in (*people, *bodies)
        for mention in named.mentions
        if sentence.start <= mention.start < sentence.end
    ]
    starts = [mention.start for one in people for mention in one.mentions]
    if not starts or not min(starts) < at <= max(starts) or any(_crosses(one, at) for one in people):
        return False
    if not any(_crosses(one, at) for one in bodies) and OPENS.match(text, sentence.start) and not GOES_ON.search(text, sentence.start, sentence.end):
        return True
    if not spans:
        return False
    start, end, named = min(spans, key=lambda span: span[:2])
    about = ABOUT.match(text, end)
    new = min(mention.start for mention in named.mentions) >= at and BEFORE.fullmatch(text, sentence.start, start)
    return bool(new) and about is not None and not GOES_ON.search(text, sentence.start, about.end())


def _crosses(named: Person, at: int) -> bool:
    starts = [mention.start for mention in named.mentions]
    return bool(starts) and min(starts) < at <= max(starts)
