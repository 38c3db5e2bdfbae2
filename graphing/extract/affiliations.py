"""Posts of people: the ones their mentions state, and the organisation of a title that names none from what stands before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from graphing.extract.organizations import organization_type
from graphing.extract.posts import Post, same_title
from graphing.model import Affiliation, Article, Mention, Sentence

# What follows an organisation that speaks or acts through the people named next: 삼성전자에서는 경계현 부문장이, 한은 쪽에서는.
_FRAME = re.compile(
    r"^(?:\([^()]{1,30}\))?(?: ?(?:측|쪽) ?)?(?:에서는|에선|에서도|은|는|의 경우|에서|이|가|도|의)(?= |,)|^(?:\([^()]{1,30}\))?(?: ?(?:측|쪽)) |^\s*[▲△▷:：\]]"
)
# Between two people of one list.
_COORDINATED = re.compile(r"^(?:[와과], ?|[와과] | 및 |, |·|ㆍ| 그리고 |은 물론 |을 비롯해 |를 비롯해 |\)[와과] |\), )$")
# How far back (characters) an organisation counts for a title without one.
REACH = 700


@dataclass(frozen=True, slots=True)
class Holder:
    """One person: the indices of their mentions and the posts that stand beside these, in the order of the text."""

    mentions: tuple[int, ...]
    posts: tuple[tuple[int, Post], ...]


def find_affiliations(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    canonical: Sequence[str | None],
    holders: Sequence[Holder],
) -> list[tuple[Affiliation, ...]]:
    """The posts of each of ``holders``; ``canonical[i]`` is the organisation that ``mentions[i]`` names, if any."""
    context = _Context(article.text, sentences, mentions, canonical, holders)
    return [_posts(holder, canonical, context) for holder in holders]


def _posts(holder: Holder, canonical: Sequence[str | None], context: _Context) -> tuple[Affiliation, ...]:
    stated: list[tuple[int, str, Post]] = []
    possessed: list[tuple[int, str, Post]] = []
    open_ended: list[tuple[int, Post]] = []
    for i, post in holder.posts:
        name = canonical[post.organization] if post.organization is not None else None
        if name is None:
            open_ended.append((i, post))
        else:
            (stated if post.stated else possessed).append((i, name, post))
    told = stated or possessed
    if stated:
        told = stated + [(i, name, post) for i, name, post in possessed if not any(same_title(post.title.name, p.title.name) for _, _, p in stated)]
    named = [(post, name) for _, name, post in told]
    for i, post in open_ended:
        if any(same_title(post.title.name, other.title.name) for _, other in _known(told)):
            continue
        if post.title.bare or post.title.rank is None:
            named.append((post, None))
            continue
        owner = _own(told) or context.owner(i, post)
        named.append((post, owner))
        if owner is not None:
            told.append((i, owner, post))
    found: dict[tuple[str | None, str], Affiliation] = {}
    for post, name in sorted(named, key=lambda pair: pair[0].evidence.start):
        found.setdefault((name, post.title.name), Affiliation(name, post.title.name, post.former, post.evidence))
    return tuple(found.values())


def _known(told: list[tuple[int, str, Post]]) -> list[tuple[int, Post]]:
    return [(i, post) for i, _, post in told]


def _own(told: list[tuple[int, str, Post]]) -> str | None:
    """The organisation of a person's first present post, else of the first."""
    return next((name for _, name, post in told if not post.former), told[0][1] if told else None)


class _Context:
    """What the text before a title says about whose title it is."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        canonical: Sequence[str | None],
        holders: Sequence[Holder],
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.canonical = canonical
        self.starts = [sentence.start for sentence in sentences]
        self.ends = [sentence.end for sentence in sentences]
        self.order = sorted((i for i, mention in enumerate(mentions) if canonical[i]), key=lambda i: mentions[i].start)
        self.places = [mentions[i].start for i in self.order]
        self.told = sorted(
            ((post.evidence.end, name) for holder in holders for _, post in holder.posts
             if post.organization is not None and (name := canonical[post.organization]) is not None)
        )  # fmt: skip

    def owner(self, i: int, post: Post) -> str | None:
        """The organisation of the title ``post`` beside mention ``i``, or None where nothing before it gives one."""
        start = self.mentions[i].start
        sentence = bisect_right(self.starts, start) - 1
        low = self.starts[sentence] if sentence >= 0 else 0
        return self._listed(start, low) or self._framed(start, low, post) or self._nearest(start, low, post)

    def _listed(self, start: int, low: int) -> str | None:
        """The organisation of the person just before in the same list."""
        end, name = max(((end, name) for end, name in self.told if low <= end <= start), default=(0, None))
        return name if name and _COORDINATED.match(self.text[end:start]) else None

    def _framed(self, start: int, low: int, post: Post) -> str | None:
        for n in range(bisect_right(self.places, start) - 1, -1, -1):
            mention = self.mentions[self.order[n]]
            if mention.start < low:
                break
            if _FRAME.match(self.text[mention.end : mention.end + 40]):
                return self.canonical[self.order[n]]
        return None

    def _nearest(self, start: int, low: int, post: Post) -> str | None:
        """The organisation named most and nearest before the title."""
        weights: dict[str, float] = {}
        for n in range(bisect_right(self.places, start) - 1, -1, -1):
            mention = self.mentions[self.order[n]]
            away = start - mention.end
            if away > REACH:
                break
            name = self.canonical[self.order[n]]
            if name:
                weights[name] = weights.get(name, 0.0) + 1 / (1 + away / 100)
        fitting = {name: weight for name, weight in weights.items() if _fits(name, post)}
        return max(fitting, key=lambda name: fitting[name]) if fitting else None


def _fits(name: str, post: Post) -> bool:
    """Whether such an organisation has such posts: a 장관 is of an agency, a 사장 of a company."""
    kind = organization_type(name)
    if post.title.kind == "official" and not post.title.unit:
        return kind == "agency"
    if post.title.kind == "academic":
        return name.endswith(("대", "대학교", "연구소", "연구원", "증권", "원", "병원", "대학"))
    if post.title.kind == "legal":
        return name.endswith(("법", "법원", "검", "검찰", "검찰청")) or "법무법인" in name or "법률" in name
    return kind == "company"
