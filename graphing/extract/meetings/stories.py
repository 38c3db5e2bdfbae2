"""Where an article goes over to another story, of which nobody was told before: round-ups, digests, news in brief.

Who is left unsaid is carried over from sentence to sentence, and with one story after another in one text that makes meetings of people
who have nothing in common. A story ends where whom it named is never named again, and the next begins with somebody new.
Of 613 encounters in 131 pairs of annotated articles put one behind the other 517 were read as in each alone, and 68 took in somebody of the
other; with this 563 and 30. Where articles tell one story alone nothing is lost (eight sets by others: encounters F1 .828 → .830).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from graphing.model import Article, Organization, Paragraph, Person, Sentence, Span

# What looks back on what was told, or goes on with it.
GOES_ON = re.compile(
    r"이날|이번|이 (?:자리|회동|만남|면담|회의|행사|자리)|이들|이후|이에|이어|이를|이와|이같|이처럼|그[는가의]? |그날|당시|앞서|"
    r"양측|양사|양국|두 |세 사람|함께|동행|배석|동석|한자리|현장|참석자|회동|모임|면담|만남|만찬|오찬|(?<!기자)간담회|행사"
)
# What may stand before the first name: days, and words about whom it names (방한 중인, 정유업계 2위).
BEFORE = re.compile(
    r"(?:(?!\S*(?:에는|에서는|에선|뒤|후|때|가|이|을|를|은|는|와|과|자|며|고|서) )[^\s“”\"]+ |"
    r"한편,? |이와는? 별도로 |[◇○■▲△] ?){0,6}\S{0,2}"
)
# A sentence that says itself what it is about.
OPENS = re.compile(r"(?:[^\s“”\"]+ ){0,6}?[^\s“”\"]*[가-힣](?:이|가|은|는) ")
# From a name to the particle that makes its phrase what the sentence is about.
ABOUT = re.compile(r"(?:[^\s,.“”()]{0,12} ){0,4}?[^\s,.“”()]{0,14}?(?:은|는|이|가),? ")
# From a name to the particle by which somebody else meets its bearer.
PARTNER = re.compile(r"(?:(?!\S*[은는이가] )[^\s,.“”()]{0,12} ){0,4}?[^\s,.“”()]{0,14}?(?:과|와|을|를|에게|께) ")
BESIDE = 24  # characters from such a particle to the next name of a list
NEXT = 8  # characters after what a sentence is about that may look back: '구윤서 사장은 이날 회동에'
HEADING = 60  # characters that a line without the end of a sentence has at most to be a heading
ENDED = re.compile(r"[.!?…][”’\"']?\s*\Z")


class _Named:
    """Where people and organisations are named; made once for an article, so that a story's beginning is looked up, not searched."""

    def __init__(self, people: Sequence[Person], bodies: Sequence[Organization]) -> None:
        self.people = sorted((mention.start, mention.end) for person in people for mention in person.mentions)
        self.of_people = _from_first_to_last(people)
        self.of_bodies = _from_first_to_last(bodies)
        # (start, end, where the same is first named)
        all_mentions = [*(one.mentions for one in people), *(one.mentions for one in bodies)]
        self.mentions = sorted(
            (mention.start, mention.end, first)
            for mentions in all_mentions
            if mentions
            for first in (min(one.start for one in mentions),)
            for mention in mentions
        )

    def first_in(self, start: int, end: int) -> tuple[int, int, int] | None:
        """The first mention of a range; None where it has none."""
        at = bisect_left(self.mentions, (start, 0, 0))
        return self.mentions[at] if at < len(self.mentions) and self.mentions[at][0] < end else None

    def is_met_first(self, text: str, at: int) -> bool:
        """Whether the first who is named from ``at`` on is somebody's partner, who is not named beside: '표 회장과 만나기로 했다'."""
        first = bisect_left(self.people, (at, 0))
        partner = PARTNER.match(text, self.people[first][1])
        return partner is not None and not any(start - partner.end() < BESIDE for start, _ in self.people[first + 1 : first + 2])

    def is_between_people(self, at: int) -> bool:
        """Whether people are named before ``at`` and after it, and none before and after."""
        return bool(self.of_people) and self.of_people[0].start < at <= self.of_people[-1].end and not _is_within(self.of_people, at)


def stories(
    article: Article, sentences: Sequence[Sentence], people: Sequence[Person], bodies: Sequence[Organization]
) -> list[Sequence[Sentence]]:
    """The sentences of each story, in order; one where the article tells one."""
    named = _Named(people, bodies)
    openings = _openings(article, sentences)
    cuts = [start for start, first in openings if _is_new(article.text, named, sentences[start].start, sentences[first])]
    return [sentences[start:end] for start, end in pairwise([0, *cuts, len(sentences)]) if end > start]


def _openings(article: Article, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Where a story may begin, its headline included, and its first sentence; not the article's own beginning."""
    heads = [_heads(article.text, paragraph) for paragraph in article.paragraphs]
    start, told = 0, False
    for index, (last, one) in enumerate(pairwise(sentences), 1):
        if one.paragraph == last.paragraph:
            continue
        told = told or not heads[last.paragraph]
        start = start if heads[last.paragraph] else index
        if told and not heads[one.paragraph]:
            yield start, index


def _heads(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a headline, a subhead or the like, as is known or as it looks."""
    short = paragraph.end - paragraph.start <= HEADING
    return paragraph.kind != "body" or (short and not ENDED.search(text, paragraph.start, paragraph.end))


def _is_new(text: str, named: _Named, at: int, sentence: Sentence) -> bool:
    """Whether nobody named before ``at`` is named from there on, and ``sentence``, with which the story opens, says nothing of before:
    it is about somebody new, or about something where no organisation either is named on both sides."""
    if not named.is_between_people(at):
        return False
    if not _is_within(named.of_bodies, at) and OPENS.match(text, sentence.start) and not GOES_ON.search(text, sentence.start, sentence.end):
        # Somebody new whom the story's own somebody has met may have met whom it leaves unsaid: '다음은 섬이다. 표 회장과 만나기로 했다'.
        return not named.is_met_first(text, at)
    mention = named.first_in(sentence.start, sentence.end)
    if not mention or mention[2] < at or not BEFORE.fullmatch(text, sentence.start, mention[0]):
        return False
    about = ABOUT.match(text, mention[1])
    return about is not None and not GOES_ON.search(text, sentence.start, about.end() + NEXT)


def _from_first_to_last(named: Sequence[Person] | Sequence[Organization]) -> list[Span]:
    """The ranges from the first to the last place of each, ascending, those that overlap made one."""
    ranges = sorted((min(places), max(places)) for places in ([mention.start for mention in one.mentions] for one in named) if places)
    joined: list[Span] = []
    for start, end in ranges:
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return joined


def _is_within(ranges: Sequence[Span], at: int) -> bool:
    """Whether ``at`` cuts one of the ranges."""
    before = bisect_left(ranges, at, key=attrgetter("start")) - 1
    return before >= 0 and ranges[before].end >= at
