"""Posts that the words beside a name give: 이재용 삼성전자 회장, 삼성전자 이재용 회장, 네이버 창업자 이해진.

Reads one mention at a time and decides nothing about who is who; ``entities`` and ``affiliations`` do that with the result.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graphing.extract.names.brackets import PRICE
from graphing.extract.posts import grammar
from graphing.extract.posts.careers import tell_careers
from graphing.extract.posts.english import english_posts, english_posts_before, in_english
from graphing.extract.posts.english_counterparts import tell_others
from graphing.extract.posts.english_owners import named_ministries
from graphing.extract.posts.pieces import Piece, Post, arrange
from graphing.extract.posts.titles import Title
from graphing.model import Mention, Span

__all__ = ["Post", "Reader"]

# A gap longer than this (characters) joins nothing.
LONGEST_GAP = 60
# So many names may stand between commas before one title.
LONGEST_LIST = 12
# Between two organisations of one post: 김도현 한빛전자·다온화학 대표.
_DOTS = ("·", "ㆍ", "/")
# Before the name of a speaker: [최도윤/가람전자 대표.
_CAPTIONED = ("[", "<", "【", "]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")


class Reader:
    """Reads the posts of all person mentions of one text; ``posts[i]`` are those of ``mentions[i]``."""

    def __init__(self, text: str, mentions: Sequence[Mention], titles: Sequence[Title]) -> None:
        self.text, self.mentions = text, mentions
        pieces = arrange(text, mentions, titles)
        self.items, self.titles, self.fused = pieces.row, pieces.titles, pieces.fused
        self.listed = [match.span() for match in grammar.LISTED.finditer(text)]
        self.taken: set[int] = set()
        self.ministries = named_ministries(text, self.items)
        self.posts: dict[int, list[Post]] = {}
        # place of a person -> the organisation in brackets after the name, or named after it with the title still to come
        self.beside: dict[int, int] = {}
        people = [place for place, item in enumerate(self.items) if item.kind == "P"]
        english = {place for place in people if in_english(text, self.items[place])}
        for place in people:
            self.posts[self.items[place].index] = english_posts(self, place) if place in english else self._after(place)
        for place in people:
            told = english_posts_before(self, place) if place in english else self._before(place)
            self.posts[self.items[place].index] += told
        tell_others(self, sorted(english))
        people = [place for place in people if place not in english]
        self._share([place for place in people if not self._spells(place)])
        self._enumerate(people)
        self._carry(people)
        tell_careers(self, people)

    def gap(self, left: int, right: Piece) -> str:
        """The text from ``left`` to a piece."""
        return PRICE.sub("", self.text[left : right.start])

    def post(
        self, item: Piece, organization: int | None, start: int, end: int, *, words: str = "", stated: bool = True, after: bool = True
    ) -> Post:
        title = _with_unit(self.titles[item.index], words) if after else self.titles[item.index]
        if item.index in self.fused and (organization is None or not title.unit):
            organization = self.fused[item.index]
        if title.text.isascii() and _LATIN.match(self.text, start):
            title = replace(title, name=title.text)
        former = title.former or grammar.former(words)
        return Post(title, organization, former, Span(start, end), stated, after)

    def _after(self, place: int) -> list[Post]:
        """Posts told after the name: 이재용(왼쪽) 삼성전자 회장, 전영현 DS부문장(부회장), 추경호 부총리 겸 기획재정부 장관."""
        person = self.items[place]
        at, here, posts = person.end, place + 1, []
        note = grammar.NOTE.match(self.text[at : at + 64])
        while note:
            end = at + note.end()
            inside: list[int] = []
            while here < len(self.items) and self.items[here].start < end:
                inside.append(here)
                here += 1
            posts += self._inside(person, inside)
            if len(inside) == 1 and self.items[inside[0]].kind == "O":
                self.beside[place] = self.items[inside[0]].index
            at = end
            note = grammar.NOTE.match(self.text[at : at + 64])
        organizations: list[int] = [self.beside[place]] if place in self.beside else []
        words, first, latin = "", True, bool(_LATIN.match(self.text, person.start))
        while here < len(self.items):
            item = self.items[here]
            gap = self.gap(at, item)
            if len(gap) > LONGEST_GAP or item.kind == "P":
                break
            pattern = grammar.HOLDS if first else grammar.OF_UNIT
            also = organizations and item.kind == "O" and gap in _DOTS
            given = first and grammar.GIVEN.match(gap)
            if given and (item.kind == "O" or grammar.GIVES.match(self.text, item.end)):
                pattern = grammar.GIVEN
            caption = first and grammar.CAPTION.match(gap) and self.text[person.start - 1 : person.start] in _CAPTIONED
            if not (pattern.match(gap) or also or caption) or (latin and self.text.startswith(("'s", "’s"), item.end) and item.kind == "T"):
                break
            if item.kind == "O":
                organizations = [*(organizations if gap in _DOTS else ()), item.index]
                self.beside[place] = item.index
                words += " " + gap
                at, here = self._past_note(item.end, here + 1)
                first = False
                continue
            if latin and self._leads_name(here):
                break
            words += "" if given else " " + gap
            posts += self._told(person, here, organizations, words)
            self.taken.add(here)
            self._chain(person, here, posts)
            return self._noted(posts)
        return posts

    def _noted(self, posts: list[Post]) -> list[Post]:
        """성다온 의원(새물당), 성다온회장(가람): posts without an organisation are at the one in the bracket after the last title."""
        if not posts or any(post.organization is not None for post in posts):
            return posts
        at = posts[-1].evidence.end
        note = grammar.NOTE.match(self.text[at : at + 64])
        place = bisect_left(self.items, at, key=lambda item: item.start)
        if note is None or place == len(self.items) or self.items[place].kind != "O":
            return posts
        item = self.items[place]
        if note[0].strip(" ()（）[]") != self.text[item.start : item.end]:
            return posts
        self.taken.add(place)
        return [replace(post, organization=item.index, evidence=Span(post.evidence.start, item.end)) for post in posts]

    def _past_note(self, at: int, place: int) -> tuple[int, int]:
        """Past a bracket that follows at once, and the items in it: 마이크로소프트(MS) 회장."""
        note = grammar.NOTE.match(self.text[at : at + 64])
        if note is None:
            return at, place
        while place < len(self.items) and self.items[place].start < at + note.end():
            if self.items[place].kind != "O":
                return at, place
            place += 1
        return at + note.end(), place

    def _told(self, person: Piece, here: int, organizations: list[int], words: str) -> list[Post]:
        """The post of the title at ``here``, with the organisations before it or, without these, the one after it."""
        item = self.items[here]
        if not organizations and here + 1 < len(self.items) and self.items[here + 1].kind == "O":
            # 방시혁 의장의 하이브; 마이크 스미스 최고경영자(CEO)가 이끄는 호주뉴질랜드은행
            after = self.items[here + 1]
            gap = self.gap(item.end, after)
            if grammar.LEADS.match(gap):
                surely = grammar.LEADS_SURELY.search(gap) is not None
                return [self.post(item, after.index, person.start, after.end, words=words, stated=surely)]
        named: list[int | None] = [*organizations] or [None]
        return [self.post(item, organization, person.start, item.end, words=words) for organization in named]

    def _inside(self, person: Piece, inside: list[int]) -> list[Post]:
        """Posts told in brackets after the name or a title: 정도진 사외이사(중앙대 교수)."""
        posts, organization = [], None
        for place in inside:
            item = self.items[place]
            if item.kind == "O":
                organization = item.index
            elif item.kind == "T":
                posts.append(self.post(item, organization, person.start, item.end, words=self.text[person.end : item.start]))
                self.taken.add(place)
        return posts

    def _chain(self, person: Piece, here: int, posts: list[Post]) -> None:
        """Further titles after the first, at ``here``: (부회장), 겸 이사회 의장, ·감사위원. They are added to ``posts``."""
        organization = posts[-1].organization if posts else None
        at = self.items[here].end
        while here + 1 < len(self.items):
            item = self.items[here + 1]
            gap = self.gap(at, item)
            note = grammar.OPENS.match(gap) is not None
            if item.kind == "O" and here + 2 < len(self.items) and (note or grammar.AND.match(gap)) and gap != ", ":
                title = self.items[here + 2]
                if title.kind == "T" and grammar.OF_UNIT.match(self.gap(item.end, title)) and not self._leads_name(here + 2):
                    posts.append(self.post(title, item.index, person.start, title.end, words=gap))
                    self.taken |= {here + 1, here + 2}
                    here, at = here + 2, title.end
                    continue
            raised = item.kind == "T" and grammar.RAISED.match(gap) and grammar.CALLED.match(self.text, item.end)
            if raised:
                posts.append(self.post(item, None, person.start, item.end))
                self.taken.add(here + 1)
                break
            if item.kind != "T" or not (note or gap == " " or (grammar.AND.match(gap) and not gap.startswith(", "))):
                break
            if gap == " " and self._leads_name(here + 1):
                break
            posts.append(self.post(item, organization, person.start, item.end, words=gap))
            self.taken.add(here + 1)
            here, at = here + 1, item.end

    def _leads_name(self, place: int) -> bool:
        """Whether a name follows the title at ``place`` at once, so that the title may be that name's."""
        item = self.items[place]
        return place + 1 < len(self.items) and self.items[place + 1].kind == "P" and self.gap(item.end, self.items[place + 1]) == " "

    def _before(self, place: int) -> list[Post]:
        """Posts told before the name: 최고경영자 샘 올트먼, 구단주인 정용진, 삼성전자 이재용 회장, 라온파트너스의 지창배 대표."""
        person = self.items[place]
        own = self.posts[person.index]
        found: list[Post] = []
        right, here, evidence_end = person, place - 1, max([post.evidence.end for post in own], default=person.end)
        first = True
        while here >= 0 and here not in self.taken:
            item = self.items[here]
            gap = self.gap(item.end, right).removeprefix(")")
            if item.kind == "T":
                linked = grammar.COPULA.match(gap) if first else grammar.AND.match(gap)
                if first and not linked and self._heads(item.start, item.end) == right.start:
                    linked = grammar.MARK.search(gap)
                title = self.titles[item.index]
                if not linked or (not title.certain and item.index not in self.fused and not self._marked(item.start)):
                    break
                organization, start = self.owner(here)
                if organization is None and first and place + 1 < len(self.items) and self.items[place + 1].kind == "O":
                    after = self.items[place + 1]
                    organization = after.index if grammar.LEADS.match(self.gap(person.end, after)) else None
                if organization is None and found:
                    organization = found[-1].organization if not first else None
                before = self.text[max(0, start - 4) : item.start] + (" 당시 " if grammar.PAST_COPULA.search(gap) else "")
                given = bool(organization is None and grammar.GIVEN_TO.match(gap) and grammar.APPOINTS.match(self.text, evidence_end))
                found.append(replace(self.post(item, organization, start, evidence_end, words=before, after=False), given=given))
                self.taken.add(here)
                right, here, first = item, here - 1, False
                if organization is not None:
                    # 가온대 교수이자 다온전자 사외이사인 한가람
                    right = self.items[here]
                    if here < 1 or right.kind != "O" or not grammar.ALSO.match(self.gap(self.items[here - 1].end, right)):
                        break
                    here -= 1
                continue
            if item.kind == "O" and first and own and all(post.organization is None for post in own):
                # 하람연구소㈜ 최다온 대표
                beside = gap.removeprefix("㈜").removeprefix("(주)").strip() == ""
                direct = beside or grammar.LED.match(gap) or grammar.UNIT_WORD.match(gap) or grammar.COURT.match(gap)
                if direct or grammar.POSSESSOR.match(gap):
                    self.posts[person.index] = own = [
                        replace(
                            post,
                            organization=item.index,
                            former=post.former or grammar.LED_ONCE.search(gap) is not None,
                            stated=bool(direct),
                            evidence=Span(item.start, post.evidence.end),
                        )
                        if post.organization is None
                        else post
                        for post in own
                    ]
                    if here > 0 and self.items[here - 1].kind == "T" and self.gap(self.items[here - 1].end, item).strip():
                        # 사외이사 후보로는 가온대 나은결 교수가: a title before the organisation is this person's too
                        right, here = item, here - 1
                        continue
            break
        return found

    def owner(self, place: int) -> tuple[int | None, int]:
        """The organisation of a title that stands before a name, and where the words of the post begin."""
        item = self.items[place]
        if item.index in self.fused:
            return self.fused[item.index], item.start
        if place > 0 and place - 1 not in self.taken:
            before = self.items[place - 1]
            gap = self.gap(before.end, item)
            if before.kind == "O" and place > 1 and self.items[place - 2].kind == "O" and self.items[place - 2].end + 1 == before.start:
                # 국제통화기금(IMF) 총재
                whole = self.items[place - 2]
                if grammar.SHORT_FORM.match(self.gap(whole.end, item)):
                    return whole.index, whole.start
            if before.kind == "O" and (grammar.SHORT_FORM.match(gap) or grammar.BRACKET.match(gap) or grammar.OF_UNIT.match(gap)):
                return before.index, before.start
        return None, item.start

    def _share(self, people: list[int]) -> None:
        """이건우·권오성 회장, 성다온 김가람 의원, 정가람 한들전자·김나루 한들화학 사장, 강하나(새물당), 오두리(한빛당) 의원:
        the last title is everybody's."""
        for left, right in reversed(list(pairwise(people))):
            first, second = self.items[left], self.items[right]
            shared = [post for post in self.posts[second.index] if post.after]
            if self.posts[first.index] or not shared:
                continue
            own = self.beside.get(left, self._possessor(left))
            gap = self.gap(first.end, second)
            if right == left + 1 and (gap == " " or grammar.LIST.match(gap) or (gap == ", " and self._one_side(left, shared[0]))):
                shared = [replace(post, evidence=Span(first.start, post.evidence.end)) for post in shared]
                self.posts[first.index] = shared if own is None else [replace(post, organization=own) for post in shared]
            elif own is not None and grammar.ELLIPSIS.match(self.gap(first.end, second)):
                theirs = {post.organization for post in shared}
                if theirs != {None} and own not in theirs:
                    self.posts[first.index] = [replace(shared[0], organization=own, evidence=Span(first.start, shared[0].evidence.end))]
        # 새물당 성다온·김가람 의원: the organisation before the first is everybody's.
        for left, right in pairwise(people):
            named, shared = self.posts[self.items[left].index], self.posts[self.items[right].index]
            one_title = named and shared and {post.title.start for post in named} == {post.title.start for post in shared}
            if one_title and all(post.organization is None for post in shared):
                self.posts[self.items[right].index] = [replace(post, organization=named[0].organization) for post in shared]

    def _heads(self, start: int, end: int) -> int:
        """Where the first name of a list with marks begins that the title text[start:end] heads; -1 for none."""
        alone = self.text[max(0, start - 2) : start].strip(" ")[-1:] in ("◇", "◆", "■")
        match = grammar.HEADS.match(self.text, end) or (grammar.HEADS_LINE.match(self.text, end) if alone else None)
        return match.end() if match else -1

    def _one_side(self, place: int, post: Post) -> bool:
        """한들전자 김가람, 최다온 부사장은: names between commas that stand as one behind an organisation, before the title of the last.

        In a headline a comma is also the sign of who acts (한가람, 최다온 부총리 만나), so that a particle must follow, or 등.
        """
        if not grammar.NOUN_PHRASE.match(self.text, post.title.end):
            return False
        for _ in range(LONGEST_LIST):
            if not place or self.items[place - 1].kind != "P" or self.gap(self.items[place - 1].end, self.items[place]) != ", ":
                break
            place -= 1
        return self._possessor(place) is not None or self.text.endswith("소속 ", 0, self.items[place].start)

    def _spells(self, place: int) -> bool:
        """Whether a name stands in a bracket right after another, which it only writes once more: 박봉흠(朴奉欽) 기획예산처."""
        before = self.items[place - 1] if place else None
        return before is not None and before.kind == "P" and self.gap(before.end, self.items[place]).strip() == "("

    def _carry(self, people: list[int]) -> None:
        """다온그룹 최다온 비서실장·한가람 전략실장: between dots the organisation before the first name is the next one's too."""
        for left, right in pairwise(people):
            first, second = self.items[left], self.items[right]
            told, own = self.posts[first.index], self.posts[second.index]
            last = told[-1] if told else None
            if not own or last is None or last.organization is None or self.mentions[last.organization].start > first.start:
                continue
            served = all(post.organization is None and post.after and post.title.rank is not None for post in own)
            served = served and not any(post.title.bare and not post.title.unit for post in own)
            if served and self.text[last.evidence.end : second.start] in _DOTS[:2]:
                self.posts[second.index] = [replace(post, organization=last.organization) for post in own]

    def _enumerate(self, people: list[int]) -> None:
        """△상무 배은솔 천지일: in a list with marks the title before the first name is that of all."""
        for left, right in pairwise(people):
            first, second = self.items[left], self.items[right]
            shared = [post for post in self.posts[first.index] if not post.after]
            listed = grammar.ENUMERATED.match(self.gap(first.end, second)) and self._marked(first.start)
            headed = shared and self._heads(shared[0].title.start, shared[0].title.end) > 0
            marked = headed and right == left + 1 and grammar.MARKED.match(self.gap(first.end, second))
            if shared and (listed or marked) and not self.posts[second.index]:
                self.posts[second.index] = [replace(post, evidence=Span(post.evidence.start, second.end)) for post in shared]

    def _marked(self, at: int) -> bool:
        """Whether a mark of a list stands before a place in its line."""
        last = bisect_left(self.listed, (at, 0)) - 1
        return last >= 0 and at <= self.listed[last][1]

    def _possessor(self, place: int) -> int | None:
        """한들전자의 김가람, 한들전자 김가람: the organisation before a name."""
        before = self.items[place - 1] if place else None
        if before is None or before.kind != "O" or self.gap(before.end, self.items[place]) not in ("의 ", " "):
            return None
        return before.index


def _with_unit(title: Title, words: str) -> Title:
    """국제선 사장, 대외 정책 대표: the words between name or organisation and title say which part of the house it heads."""
    unit = [word for word in words.split() if word not in grammar.modifiers() and word[0].isalnum() and word != "의"]
    if not unit or title.kind != "executive" or title.unit or words.isascii() or "(" in words:
        return title
    return replace(title, name=" ".join((*unit, title.name)), unit=True)
