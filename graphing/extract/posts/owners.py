"""Whose title it is: the organisation of a title that names none, from the words and organisations around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from graphing.extract.posts.finding import Post
from graphing.extract.posts.grammar import MARK, kinship
from graphing.extract.posts.named import OWN, CommonNouns, Followed, Named
from graphing.extract.posts.owners_kinds import fits, of_a_government
from graphing.extract.posts.titles import same_title
from graphing.model import Mention, Sentence, Span

# What follows an organisation that acts through the people named next: 삼성전자에서는 경계현 부문장이, 한은 쪽에서는; and one that
# is only the subject or owner of what follows.
_NOTE = r"(?:\([^()]{1,30}\))?"
_SPEAKS_FOR = re.compile(
    _NOTE + r"(?: (?:한 |고위 |핵심 )?(?:관계자|당국자)[은는] [“\"]"
    r"| ?(?:측|쪽) ?(?:에서는|에선|에서도|에서|은|의|,)| ?(?:측|쪽) |에서는 |에선 |에서도 |에서 |의 경우|\s*[▲△▷:：\]])"
)
_SIDE = re.compile(_NOTE + r"(?: ?(?:측|쪽) ?(?:에서는|에선|에서도|에서| 배석자는| 배석자로는| 참석자는| 참석자로는)|에서는 |에선 )")
# A party is no place: 새물당에서 변시온 의원이.
_FROM, _PARTIES = re.compile(_NOTE + r"에서(?: |,)"), ("당", "국민의힘")
_SUBJECT = re.compile(_NOTE + r"(?:은|는|이|가|도|의)(?= |,)")
_TOPIC = re.compile(_NOTE + r"(?:은|는|이|가)(?= |,)")
# What follows people of one organisation: 류제명 네트워크실장, 이도규 통신정책국장 등 과기정통부 관계자; 경 부문장을 비롯한 누리 경영진.
_AND_OTHERS = re.compile(r"^(?:[^.“”\n]{0,120}? 등 |[을를] (?:비롯한|포함한) )$")
# 최하람 조합 이사장, 최하람 협회장: a body of a kind, before the title of its head.
_BODY = re.compile(" (노조|협회|조합|재단|연합회|연맹|공단|학회|구단|중앙회) ?[가-힣]{0,5}장")
# The line of a list that names the organisation of those below: ◆한그루제약.
_HEAD = re.compile(r"\s*[◆◇■●○▣◎<〈【\[▲△▶]+ ?")
_HEAD_ENDS = re.compile(r"[\n \]>〉)】]|\s*[▲△▷▶]|$")
# An organisation that somebody goes to, and whom they see there behind it: 다온전자를 찾아 최하람 사장을, 다온 본사에서 최하람 회장과.
_VISITED = re.compile(
    r"(?: ?\([^()]{1,20}\))?(?: (?:본사|본점|사옥|사무실|집무실|청사|공장))?"
    r"(?:[을를] (?:찾아가?|방문해)|(?:으로|로) (?:자리를 )?(?:옮겨|가|찾아가|건너가|직행해|달려가)|에 들러|에서) "
)
_SEEN = re.compile("(?:[과와을를]|에게)(?: |,)")
_CLAUSE_END = re.compile("(?:고|며|지만|는데),? ")
# Between two people of one list.
_COORDINATED = re.compile(r"^(?:[와과], ?|[와과] | 및 |, |·|ㆍ| 그리고 |은 물론 |[을를] 비롯해 |\)[와과] |\), )$")
# How far back (characters) a list's heading counts, and the distance that stands for an organisation named only later.
LIST, FARTHEST = 1500, 3000
# How many of the organisations named most are weighed wherever they stand.
COMMONEST = 8
# Weights of the guess of last resort, fitted by conditional logit on an annotated corpus and rounded: how often an organisation is
# named (per unit of logarithm), how far away (likewise), the last one before the title, the first of the article, in the same
# paragraph, the share of its mentions that give other people's posts, and somebody else holding the very post there.
OFTEN, NEAR, LAST, FIRST, SAME_PARAGRAPH, OWNED, HELD = 1.0, 0.3, 0.75, 1.0, 0.6, -0.8, -0.6

# A guess among several with a smaller share of the weights, or a smaller weight, is wrong oftener than right and is not made.
LEAST_SHARE, LEAST_SCORE = 0.42, -1.0


# A body within a title of so many characters is one with a name (직업훈련원장), not a common noun (노조위원장).
OWN_BODY = 4
# Posts of the president's, where nothing is written before them: 정책실장, not 보건의료정책실장, who is of a ministry.
_ALONE = frozenset({"정책실장", "안보실장"})
_SECRETARY, _PRESIDENTS_OFFICE = ("수석", "수석비서관"), ("청와대", "대통령실")
# What is of the president's office wherever the article names that.
PRESIDENTIAL = ("대통령비서실", "국가안보실", "대통령경호")


@dataclass(frozen=True, slots=True)
class Holder:
    """One person: the indices of their mentions and the posts that stand beside these, in the order of the text."""

    mentions: tuple[int, ...]
    posts: tuple[tuple[int, Post], ...]


class Owners:
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
        self.lines = [0, *(stop.end() for stop in re.finditer("\n", text))]
        self.marks = [mark.end() for mark in MARK.finditer(text)]
        self.common = CommonNouns(text, self._high)
        self.order = sorted((i for i, mention in enumerate(mentions) if canonical[i]), key=lambda i: mentions[i].start)
        self.places = [mentions[i].start for i in self.order]
        self.followed = Followed(text, [mentions[i] for i in self.order])
        self.name_ends = {mentions[i].end for i in self.order}
        self.named = Named(name for name in canonical if name)
        self.commonest = {name for name, _ in self.named.frequency.most_common(COMMONEST)}
        if self.order and (first := canonical[self.order[0]]):
            self.commonest.add(first)
        self.of: dict[int, str] = {}
        self.ends_of_posts: dict[int, int] = {}
        for holder in holders:
            posts = [(post.former, canonical[post.organization]) for _, post in holder.posts if post.organization is not None]
            name = next((name for former, name in sorted(posts, key=lambda pair: pair[0]) if name), None)
            for i in holder.mentions:
                if name:
                    self.of[i] = name
            for i, post in holder.posts:
                self.ends_of_posts[i] = max(self.ends_of_posts.get(i, 0), post.evidence.end)
                if post.organization is not None and (told := canonical[post.organization]):
                    self.of[i] = told
        self.by_name: dict[str, list[int]] = {}
        for n, i in enumerate(self.order):
            self.by_name.setdefault(canonical[i] or "", []).append(self.places[n])
        self.owned: Counter[str] = Counter()
        # By organisation and title, who hold it now: each person by the set of their mentions.
        self.holders_of: dict[str, dict[str, set[frozenset[int]]]] = {}
        # One set for all mentions of a person: who is named ten thousand times would fill the memory.
        self.same = {i: whole for holder in holders for whole in (frozenset(holder.mentions),) for i in holder.mentions}
        for i, post in {(i, post) for holder in holders for i, post in holder.posts}:
            name = canonical[post.organization] if post.organization is not None else None
            if name and not post.former:
                self.holders_of.setdefault(name, {}).setdefault(post.title.name, set()).add(self.same[i])
        self.owned.update(
            name for j in {post.organization for holder in holders for _, post in holder.posts} if j is not None and (name := canonical[j])
        )
        self.people = sorted((i for holder in holders for i in holder.mentions), key=lambda i: mentions[i].start)
        self.people_starts = [mentions[i].start for i in self.people]

    def learn(self, holder: Holder, name: str) -> None:
        """Take note of the organisation found for a person, for those named beside them."""
        for i in holder.mentions:
            self.of.setdefault(i, name)

    def sided(self, posts: Sequence[tuple[int, Post]]) -> str | None:
        """The side a title that needs no organisation is told to be on: 국회에서는 변시온 의원이; not 청와대에서, which is a place.

        새물당에서 변시온 의원이: a party is none."""
        told = [(i, post) for i, post in posts if post.title.rank is not None]
        party = (name for i, post in told if (name := self._framed(i, post, _FROM)) and name.endswith(_PARTIES))
        return next((name for i, post in told if (name := self._framed(i, post, _SIDE))), None) or next(party, None)

    def fits(self, name: str, post: Post) -> bool:
        """Whether an organisation of the kind of ``name`` has such posts."""
        return fits(name, post, self.named)

    def ministry(self, i: int, post: Post) -> str | None:
        """The ministry of a 재무장관, where the article names a 재무부; a foreigner's only with its country (미 재무부).

        So the embassy of a 대사, and the president's office of his secretaries (경제수석, 정책실장).
        """
        if post.title.name in _ALONE or post.title.name.endswith(_SECRETARY):
            offices = [name for name in _PRESIDENTS_OFFICE if name in self.named.frequency]
            return offices[0] if len(offices) == 1 else None
        if post.title.name == "대사":
            embassies = self.named.ending("대사관")
            return embassies[0] if len(embassies) == 1 else None
        stem = post.title.name.removesuffix("장관")
        if stem == post.title.name or not stem:
            return None
        foreign = " " in self.mentions[i].text
        ministries = [name for name in self.named.ending(f"{stem}부") if not (foreign and name == f"{stem}부")]
        return ministries[0] if len(ministries) == 1 else None

    def headed(self, posts: Sequence[tuple[int, Post]]) -> str | None:
        """The heading of the list that one of the names stands in, for titles that need no organisation otherwise."""
        starts = [self.mentions[i].start for i, post in posts if post.title.kind == "official"]
        return next((name for start in starts if self._mark(start) is not None and (name := self._headed(start))), None)

    def spoken_for(self, posts: Sequence[tuple[int, Post]]) -> str | None:
        """The organisation said to act through the person: 한은 쪽에서는 이승헌 부총재."""
        return next((name for i, post in posts if (name := self._framed(i, post, _SPEAKS_FOR))), None)

    def appointing(self, posts: Sequence[tuple[int, Post]]) -> str | None:
        """The organisation that gives the title, the last told of: 다온협회는 회장에 최하람 가람전자 대표를 뽑았다."""
        for i, post in posts:
            for n, _ in self.followed.back(_TOPIC, 0, self.mentions[i].start):
                name = self.canonical[self.order[n]]
                if name and fits(name, post):
                    return name
        return None

    def body(self, posts: Sequence[tuple[int, Post]]) -> str | None:
        """The organisation that the noun beside the title means: 최하람 조합 이사장 is of the one 조합 of the article."""
        for i, post in posts:
            noun = _BODY.match(self.text, self.mentions[i].end) if post.after else None
            fitting = self.named.ending(noun[1]) if noun else []
            if len(fitting) == 1:
                return fitting[0]
        return None

    def of_a_government(self, posts: Sequence[tuple[int, Post]]) -> bool:
        """Whether the words around the name tell that the post is a government's: 최하람 경기도 경제실장."""
        told = [(Span(self.mentions[i].start, self.mentions[i].end), post) for i, post in posts if post.after]
        return any(of_a_government(self.text, name, post, self.name_ends, self._low(name.start)) for name, post in told)

    def visited(self, posts: Sequence[tuple[int, Post]]) -> str | None:
        """The organisation where somebody sees the person: 다온공사를 찾아 최하람 사장을 만났다."""
        for i, post in posts:
            n = bisect_left(self.places, self.mentions[i].start) - 1
            if n >= 0 and post.after and _SEEN.match(self.text, post.evidence.end):
                mention, name = self.mentions[self.order[n]], self.canonical[self.order[n]]
                if name and _VISITED.fullmatch(self.text, mention.end, self.mentions[i].start) and fits(name, post, self.named):
                    return name
        return None

    def owner(self, posts: Sequence[tuple[int, Post]]) -> str | None:
        """The organisation of a title that stands beside some mentions of a person, or None where nothing gives one."""
        if all(_names_its_body(post) for _, post in posts):
            return None
        for find in (self._of_neighbour, self._of_followers, self._of_subject):
            name = next((name for i, post in posts if (name := find(i, post))), None)
            if name:
                return name
        return self._nearest(posts)

    def _low(self, start: int) -> int:
        sentence = bisect_right(self.starts, start) - 1
        return self.starts[sentence] if sentence >= 0 else 0

    def _high(self, low: int) -> int:
        """Where the sentence after the one that begins at ``low`` begins."""
        after = bisect_right(self.starts, low)
        return self.starts[after] if after < len(self.starts) else len(self.text)

    def _framed(self, i: int, post: Post, frame: re.Pattern[str]) -> str | None:
        """The organisation that ``frame`` marks before mention ``i`` in its sentence, or that heads its list."""
        start = self.mentions[i].start
        low = self._low(start)
        mark = self._mark(start) if frame is _SPEAKS_FOR else None
        if mark is not None:
            own = self._marked(mark, start, post, _SUBJECT)
            return own or self._headed(start)
        common = self._common(low, start, post) if frame is _SPEAKS_FOR else None
        return self._marked(common[0] if common else low, start, post, frame) or (common[1] if common else None)

    def _marked(self, low: int, start: int, post: Post, frame: re.Pattern[str]) -> str | None:
        """The last organisation within text[low:start] that ``frame`` follows and that has such posts."""
        for n, found in self.followed.back(frame, low, start):
            name = self.canonical[self.order[n]]
            if not name or (frame is _SUBJECT and not fits(name, post, self.named)):
                continue
            if found[0].endswith("에서 ") and _CLAUSE_END.search(self.text, found.end(), start):
                continue
            return name
        return None

    def _common(self, low: int, start: int, post: Post) -> tuple[int, str] | None:
        """What 노조 쪽에서는, 사측에서는 or 이 회사 before a name mean, and where: the one organisation of the article that is such."""
        found = self.common.last(low, start)
        if found is None or self._named(found.start()):
            return None
        if found.re is not OWN and found["this"]:
            if found.end() != start and found["acts"] in (None, "의"):
                return None
            n = bisect_left(self.places, found.start()) - 1
            name = self.canonical[self.order[n]] if n >= 0 else None
        else:
            name = self.named.meant_by(found["noun"])
        return (found.start(), name) if name else None

    def _named(self, start: int) -> bool:
        """Whether an organisation's name ends before the blank before ``start``: 다온전자 본사에서."""
        n = bisect_left(self.places, start) - 1
        return n >= 0 and self.mentions[self.order[n]].end == start - 1

    def _mark(self, start: int) -> int | None:
        """Where the last mark of a list before the name in its line ends: △부사장 나승호."""
        n = bisect_right(self.marks, start) - 1
        return self.marks[n] if n >= 0 and self.marks[n] > self._line(start) else None

    def _line(self, start: int) -> int:
        """Where the line of a character begins."""
        return self.lines[bisect_right(self.lines, start) - 1]

    def _headed(self, start: int) -> str | None:
        """The organisation that heads a list: ◆한그루제약 △부사장 나승호."""
        for n in range(bisect_right(self.places, start) - 1, -1, -1):
            mention = self.mentions[self.order[n]]
            if start - mention.end > LIST:
                break
            if _HEAD.fullmatch(self.text, self._line(mention.start), mention.start) and _HEAD_ENDS.match(self.text, mention.end):
                return self.canonical[self.order[n]]
        return None

    def _of_subject(self, i: int, post: Post) -> str | None:
        return self._framed(i, post, _SUBJECT)

    def _of_neighbour(self, i: int, post: Post) -> str | None:
        """The organisation of the person just before, in the same list or of the same family."""
        start = self.mentions[i].start
        place = bisect_left(self.people_starts, start) - 1
        if place < 0:
            return None
        before = self.people[place]
        end = max(self.mentions[before].end, self.ends_of_posts.get(before, 0))
        name = self.of.get(before)
        if name is None or end > start or end < self._low(start):
            return None
        gap = self.text[end:start]
        if kinship().match(gap):
            return name if fits(name, post, self.named) else None
        if not _COORDINATED.match(gap) or not fits(name, post):
            return None
        # A list whose members come from several organisations says nothing of the next member.
        return name if post.title.unit or self._listed_before(place) in (None, name) else None

    def _listed_before(self, place: int) -> str | None:
        """The organisation of the member before the one at ``place`` of the same list."""
        if place < 1:
            return None
        before, here = self.people[place - 1], self.people[place]
        end = max(self.mentions[before].end, self.ends_of_posts.get(before, 0))
        start = self.mentions[here].start
        return self.of.get(before) if end <= start and _COORDINATED.match(self.text[end:start]) else None

    def _of_followers(self, i: int, post: Post) -> str | None:
        end = post.evidence.end
        place = bisect_left(self.places, end)
        if place == len(self.places):
            return None
        mention = self.mentions[self.order[place]]
        return self.canonical[self.order[place]] if _AND_OTHERS.match(self.text[end : mention.start]) else None

    def _nearest(self, posts: Sequence[tuple[int, Post]]) -> str | None:
        """The organisation of the article that the title is likeliest of: often named, near before it, not somebody else's."""
        first, post = posts[0]
        start = self.mentions[first].start
        line = self._line(start) - 1
        last = bisect_left(self.places, start) - 1
        scores: dict[str, float] = {}
        for name in self._candidates(start):
            if not fits(name, post, self.named):
                continue
            places = self.by_name[name]
            if self.owned[name] >= len(places) and (places[0] > start or self._held(name, first, post)):
                # Named only as where others hold their posts: later, or this very post (최태원 SK 회장이 이재용 회장을).
                continue
            away = min((_since(places, self.mentions[i].start) for i, _ in posts), default=FARTHEST)
            scores[name] = (
                OFTEN * log(len(places))
                - NEAR * log(1 + away)
                + LAST * (last >= 0 and self.canonical[self.order[last]] == name)
                + FIRST * (self.canonical[self.order[0]] == name)
                + SAME_PARAGRAPH * (_since(places, start) < start - line)
                + OWNED * self.owned[name] / len(places)
                + HELD * self._held(name, first, post)
            )
        if not scores:
            return None
        best = max(scores, key=lambda name: scores[name])
        share = 1 / sum(exp(score - scores[best]) for score in scores.values())
        return best if len(scores) == 1 or (share >= LEAST_SHARE and scores[best] >= LEAST_SCORE) else None

    def _candidates(self, start: int) -> set[str]:
        """The organisations named within FARTHEST before ``start``, the commonest of the article and its first."""
        low, high = bisect_left(self.places, start - FARTHEST), bisect_left(self.places, start)
        near = {self.canonical[self.order[n]] for n in range(low, high)}
        return {name for name in near if name} | self.commonest

    def _held(self, name: str, i: int, post: Post) -> bool:
        """Whether somebody else is said to hold that post there."""
        return not post.former and any(
            same_title(title, post.title.name) and (len(holders) > 1 or self.same[i] not in holders)
            for title, holders in self.holders_of.get(name, {}).items()
        )


def _since(places: list[int], start: int) -> int:
    """Characters from the last of ``places`` before ``start``; FARTHEST where there is none or it is farther."""
    n = bisect_left(places, start) - 1
    return min(FARTHEST, start - places[n]) if n >= 0 else FARTHEST


def _names_its_body(post: Post) -> bool:
    """Whether a title holds the name of a body (직업훈련원장), and is of no neighbour's."""
    body = post.title.organization
    return body is not None and body.end - body.start >= OWN_BODY and not post.title.text.startswith(PRESIDENTIAL)
