"""Posts that the words beside a name give: 이재용 삼성전자 회장, 삼성전자 이재용 회장, 네이버 창업자 이해진.

Reads one mention at a time and decides nothing about who is who; ``entities`` and ``affiliations`` do that with the result.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graphing.extract.titles import Title
from graphing.model import Mention, Span

# A word that may stand between a name and its title without being a name: 미국, 국제, 담당, 기업금융부문. It carries no particle.
_WORD = r"[^\s,.;:!?“”‘’\"'…()△▲▶■◆◇○●/<>\[\]]+(?<![은는을를에이가와던며고의])(?<!에서)(?<!으로)(?<![^학]과)"
_FORMER = r"(?:전|당시|前|옛|직전|전임|전직|\(前\))"
_HOLDS = re.compile(rf"^ *(?:{_WORD} ){{0,4}}(?:㈜|\(주\) ?)?$")
_UNIT_GAP = re.compile(rf"^(?:의)?,? ?(?:{_WORD} ){{0,4}}$")
_NOTE = re.compile(r"^ ?[(（\[][^()（）\n]{0,60}[)）\]]")
_AND = re.compile(rf"^\)?(?: 겸 ?|[이]?자 |이면서 |이며 |, 겸 |·|ㆍ|/|, )(?:{_WORD} ){{0,3}}$")
_COPULA = re.compile(r"^(?:인|이던|이었던|였던|이자|출신의?|이기도 한|을 지낸|를 지낸|을 맡은|를 맡은|을 맡고 있는|을 역임한|를 역임한|을 겸하는|를 겸하는|을 겸한|를 겸한|을 맡았던| 신분이던| 신분인|으로 있는|로 있는|에 오른(?: 장남| 차남| 장녀| 차녀| 딸| 아들| 동생)?|으로 있던|로 있던|이었다가|에|에는|(?:으로|로)(?: [가-힣]+[는은한된친온던진] )?)? ?[‘'“\"]?$")
_LEADS = re.compile(
    r"^(?:[이가] (?:[^\s,.]+ ){0,2}(?:이끄는|이끌던|이끌고 있는|세운|창업한|설립한|운영하는|운영하던|있는|몸담은|지휘하는|경영하는|대표로 있는|만든|차린|거느린)"
    r"|[을를] 비롯한|[을를] (?:앞세운|필두로 한)|의) $"
)
_OF = re.compile(r"^(?:의 | |, |[은는] | 소속 | 측 |측 | 출신 | 쪽 )$")
_UNIT_WORD = re.compile(r"^(?:의)? (?:[^\s,.]+(?:부문|본부|사업부|실|팀|국|센터|연구소|부|노조|그룹|법인|지사|지부|이사회|담당|소속|신임|새) ){1,2}$")
_COURT = re.compile(r"^ [^\s,.()]*부 ?\((?:주심|재판장|부장판사)? ?$")
_RAISED = re.compile(rf"^(?:[을를이가은는]) (?:{_WORD} ){{0,1}}$")
# Words before a title that tell no part of the house.
_NO_UNIT = frozenset("전 당시 前 옛 직전 전임 전직 현 現 신임 새 차기 고 故 두 세 네 명 등 겸 한국 일본 미국 중국 영국 독일 프랑스 대만 인도 캐나다 호주 유럽 글로벌 국내".split())
_OPENS = re.compile(rf"^ ?[(（](?:{_FORMER} |현 |現 )?$")
_LED = re.compile(
    r"^[을를] (?:[^\s,.]+ ){0,2}(?:이끄는|이끈|이끌어온|이끌던|이끌고 있는|이끌어 온|경영하는|창업한|설립한|세운|운영하는|운영하던|대표하는|맡은|맡고 있는|거느린|만든|지휘하는) (?:고 )?$"
)
# Between two people of whom only the last bears the title: each has an organisation beside the name.
_ENUMERATED = re.compile(r"^(?:\([^()\n]{1,30}\))?(?:,? |·|ㆍ)$")
_MARK = re.compile("[▲△▷▶]")
# A clause about the person: 정 원장은, 임 내정자 역시; the posts in it are past where it says 지냈다, and told where 로 선임됐다 follows.
_TOPIC = re.compile(r"(?:은|는|이|가|도| 역시| 또한)[ ,]")
_SENTENCE_END = re.compile(r"[.!?]\s|\n|[“”]")
_SERVED = re.compile(
    r"(?:[을를]|까지|에서|로|으로|, | 등[을를]?| 등의? [가-힣]+[을를])? ?(?:두루 |차례로 |잇달아 |모두 )?"
    r"(?:지냈|지낸|지내|역임|거쳤|거쳐|거친|맡았|맡아 왔|맡다가|일했|일하다|출신|재직|시절|근무|물러났|물러난|있었|있던)"
)
_CALLED = re.compile(r"(?:으로|로|에) ?(?:[가-힣]+ )?(?:선임|내정|추천|취임|승진|발탁|임명|영입|합류|올랐|올라|옮겼|옮긴|선출|지명|추대|뽑|왔다|온다|간다|있다|활동|겸)")
_AND_NEXT = re.compile(r"(?:[과와],? |, |·| 및 | 겸 )")
_ELLIPSIS = re.compile(r"^(?:\([^()]{1,20}\)| [^\s,.·()]+(?: [^\s,.·()]+)?)?(?:·|ㆍ|, )(?:[^\s,.·()]+의 )?$")
_LIST = re.compile(r"^ ?(?:·|ㆍ|∙) ?$")
_FORMER_WORD = re.compile(rf"(?:^|[\s(]){_FORMER}(?= |$)")
_ENGLISH_APPOSITION = re.compile(r"^,(?: who is)? (?:[\w&’'\-]+ ){0,4}$")
_ENGLISH_OF = re.compile(r"^ (?:of|at|for|in charge of) (?:the )?(?:[\w\-]+ ){0,3}$")
_ENGLISH_LINK = re.compile(r"^(?:['’]s?|,)? (?:[a-z][\w\-]* ){0,3}$")
_ENGLISH_FORMER = re.compile(r"\b(?:former|then|ex|late)\b[- ]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """A title beside a name, with the index of the organisation's mention where the words name one.

    ``stated`` is False where only a possessor (우리은행의 손태승 전 회장) or a leading verb names the organisation.
    ``after`` is True where the title follows the name.
    """

    title: Title
    organization: int | None
    former: bool
    evidence: Span
    stated: bool = True
    after: bool = True


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    end: int
    kind: str
    index: int


class Reader:
    """Reads the posts of all person mentions of one text; ``posts[i]`` are those of ``mentions[i]``."""

    def __init__(self, text: str, mentions: Sequence[Mention], titles: Sequence[Title]) -> None:
        self.text, self.mentions = text, mentions
        self.titles: list[Title] = []
        self.fused: dict[int, int] = {}
        self.items = self._items(titles)
        self.starts = [item.start for item in self.items]
        self.taken: set[int] = set()
        self.posts: dict[int, list[Post]] = {}
        # place of a person -> the organisation in brackets after the name, or named after it with the title still to come
        self.beside: dict[int, int] = {}
        people = [place for place, item in enumerate(self.items) if item.kind == "P"]
        for place in people:
            self.posts[self.items[place].index] = self._after(place)
        for place in people:
            told = self._before(place)
            self.posts[self.items[place].index] += told
        self._share(people)
        self._enumerate(people)
        self._careers(people)

    def _items(self, titles: Sequence[Title]) -> list[_Item]:
        found: list[_Item] = []
        dropped: set[int] = set()
        order = sorted(range(len(self.mentions)), key=lambda i: self.mentions[i].start)
        starts = [self.mentions[i].start for i in order]
        for title in titles:
            over: list[int] = []
            first = max(0, bisect_left(starts, title.start) - 2)
            for i in order[first:]:
                mention = self.mentions[i]
                if mention.start >= title.end:
                    break
                if mention.end > title.start:
                    over.append(i)
            people = [i for i in over if self.mentions[i].kind == "person"]
            if people:
                last = max(self.mentions[i].end for i in people)
                if last >= title.end:
                    continue
                title = replace(title, start=last, text=self.text[last : title.end], organization=None)
                over = [i for i in over if self.mentions[i].start >= last]
            number = len(self.titles)
            if over:
                mention = self.mentions[over[-1]]
                if mention.end >= title.end:
                    continue
                if mention.start == title.start and mention.end < title.end and self.text[mention.end] == " ":
                    title = replace(title, start=mention.end + 1, text=self.text[mention.end + 1 : title.end])
                else:
                    self.fused[number] = over[-1]
                    dropped.add(over[-1])
                    title = replace(title, start=min(title.start, mention.start))
            elif not title.certain and title.start and self.text[title.start - 1].isalnum():
                title = self._whole_word(title, starts, order)
            self.titles.append(title)
            found.append(_Item(title.start, title.end, "T", number))
        for i, mention in enumerate(self.mentions):
            if i not in dropped:
                found.append(_Item(mention.start, mention.end, "P" if mention.kind == "person" else "O", i))
        return sorted(found, key=lambda item: (item.start, -item.end))

    def _whole_word(self, title: Title, starts: list[int], order: list[int]) -> Title:
        """투자총괄대표: the rest of the title's word, unless a mention stands there."""
        start = title.start
        while start and (self.text[start - 1].isalnum() or self.text[start - 1] in "·ㆍ&"):
            start -= 1
        place = bisect_left(starts, title.start) - 1
        if place >= 0 and self.mentions[order[place]].end > start:
            return title
        whole = self.text[start : title.end]
        return replace(title, start=start, text=whole, name=whole, unit=True)

    def _gap(self, left: int, right: _Item) -> str:
        return self.text[left : right.start]

    def _post(self, item: _Item, organization: int | None, start: int, end: int, words: str = "", stated: bool = True, after: bool = True) -> Post:
        title = _with_unit(self.titles[item.index], words) if after else self.titles[item.index]
        if item.index in self.fused and (organization is None or not title.unit):
            organization = self.fused[item.index]
        if title.text.isascii() and self.text[start : start + 3].isascii():
            title = replace(title, name=title.text)
        former = title.former or bool(_FORMER_WORD.search(words)) or bool(_ENGLISH_FORMER.search(words) if words.isascii() else False)
        return Post(title, organization, former, Span(start, end), stated, after)

    def _after(self, place: int) -> list[Post]:
        """Posts told after the name: 이재용(왼쪽) 삼성전자 회장, 전영현 DS부문장(부회장), 추경호 부총리 겸 기획재정부 장관."""
        person = self.items[place]
        at, here, posts = person.end, place + 1, []
        note = _NOTE.match(self.text[at : at + 64])
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
            note = _NOTE.match(self.text[at : at + 64])
        organizations: list[int] = [self.beside[place]] if place in self.beside else []
        words, first, latin = "", True, self.text[person.start : person.end].isascii()
        while here < len(self.items):
            item = self.items[here]
            gap = self._gap(at, item)
            if len(gap) > 60 or item.kind == "P":
                break
            pattern = (_ENGLISH_APPOSITION if first else _ENGLISH_LINK) if latin else (_HOLDS if first else _UNIT_GAP)
            if not pattern.match(gap) or (latin and self.text.startswith(("'s", "’s"), item.end) and item.kind == "T"):
                break
            if item.kind == "O":
                if organizations and gap not in ("·", "ㆍ", "/"):
                    organizations = []
                organizations.append(item.index)
                self.beside[place] = item.index
                words += " " + gap
                at, here = self._past_note(item.end, here + 1)
                first = False
                continue
            if latin and self._leads_name(here):
                break
            words += " " + gap
            title_end = self._told(person, item, organizations, words, posts, here)
            self.taken.add(here)
            self._chain(person, here, title_end, organizations, posts)
            break
        return posts

    def _past_note(self, at: int, place: int) -> tuple[int, int]:
        """Past a bracket that follows at once, and the items in it: 마이크로소프트(MS) 회장."""
        note = _NOTE.match(self.text[at : at + 64])
        if note is None:
            return at, place
        while place < len(self.items) and self.items[place].start < at + note.end():
            if self.items[place].kind != "O":
                return at, place
            place += 1
        return at + note.end(), place

    def _told(self, person: _Item, item: _Item, organizations: list[int], words: str, posts: list[Post], here: int) -> int:
        end = item.end
        named: list[int | None] = list(organizations) or [None]
        if not organizations and here + 1 < len(self.items) and self.items[here + 1].kind == "O":
            # Samuel Kim, chief executive of Hanul; 방시혁 의장의 하이브; 마이크 스미스 최고경영자(CEO)가 이끄는 호주뉴질랜드은행
            after = self.items[here + 1]
            gap = self._gap(item.end, after)
            if _ENGLISH_OF.match(gap) or _LEADS.match(gap):
                posts.append(self._post(item, after.index, person.start, after.end, words, stated=bool(_ENGLISH_OF.match(gap)) or "이끄는" in gap))
                return end
        for organization in named:
            posts.append(self._post(item, organization, person.start, end, words))
        return end

    def _inside(self, person: _Item, inside: list[int]) -> list[Post]:
        """Posts told in brackets after the name or a title: 정도진 사외이사(중앙대 교수)."""
        posts, organization = [], None
        for place in inside:
            item = self.items[place]
            if item.kind == "O":
                organization = item.index
            elif item.kind == "T":
                posts.append(self._post(item, organization, person.start, item.end, self.text[person.end : item.start]))
                self.taken.add(place)
        return posts

    def _chain(self, person: _Item, here: int, at: int, organizations: list[int], posts: list[Post]) -> None:
        """Further titles after the first: (부회장), 겸 이사회 의장, ·감사위원."""
        organization = posts[-1].organization if posts else None
        while here + 1 < len(self.items):
            item = self.items[here + 1]
            gap = self._gap(at, item)
            note = _OPENS.match(gap) is not None
            if item.kind == "O" and here + 2 < len(self.items) and (note or _AND.match(gap)) and gap != ", ":
                title = self.items[here + 2]
                if title.kind == "T" and _UNIT_GAP.match(self._gap(item.end, title)) and not self._leads_name(here + 2):
                    posts.append(self._post(title, item.index, person.start, title.end, gap))
                    self.taken |= {here + 1, here + 2}
                    here, at = here + 2, title.end
                    continue
            raised = item.kind == "T" and _RAISED.match(gap) and _CALLED.match(self.text, item.end)
            if raised:
                posts.append(self._post(item, None, person.start, item.end, ""))
                self.taken.add(here + 1)
                break
            if item.kind != "T" or not (note or gap == " " or (_AND.match(gap) and not gap.startswith(", "))):
                break
            if gap == " " and self._leads_name(here + 1):
                break
            posts.append(self._post(item, organization, person.start, item.end, gap))
            self.taken.add(here + 1)
            here, at = here + 1, item.end

    def _leads_name(self, place: int) -> bool:
        """Whether a name follows the title at ``place`` at once, so that the title may be that name's."""
        item = self.items[place]
        return place + 1 < len(self.items) and self.items[place + 1].kind == "P" and self._gap(item.end, self.items[place + 1]) == " "

    def _before(self, place: int) -> list[Post]:
        """Posts told before the name: 최고경영자 샘 올트먼, 구단주인 정용진, 삼성전자 이재용 회장, 라온파트너스의 지창배 대표."""
        person = self.items[place]
        own = self.posts[person.index]
        found: list[Post] = []
        right, here, evidence_end = person, place - 1, max([post.evidence.end for post in own], default=person.end)
        first = True
        while here >= 0 and here not in self.taken:
            item = self.items[here]
            gap = self._gap(item.end, right).removeprefix(")")
            if item.kind == "T":
                linked = _COPULA.match(gap) if first else _AND.match(gap)
                title = self.titles[item.index]
                if not linked or (not title.certain and item.index not in self.fused and not self._marked(item.start)):
                    break
                organization, start = self._owner(here)
                if organization is None and first and place + 1 < len(self.items) and self.items[place + 1].kind == "O":
                    after = self.items[place + 1]
                    organization = after.index if _LEADS.match(self._gap(person.end, after)) else None
                if organization is None and found:
                    organization = found[-1].organization if not first else None
                former_words = self.text[max(0, start - 4) : item.start] + (" 당시 " if "던" in gap or "지낸" in gap or "역임" in gap else "")
                found.append(self._post(item, organization, start, evidence_end, former_words, after=False))
                self.taken.add(here)
                right, here, first = item, here - 1, False
                if organization is not None:
                    break
                continue
            if item.kind == "O" and first and own and all(post.organization is None for post in own):
                direct = gap.strip() == "" or _LED.match(gap) or _UNIT_WORD.match(gap) or _COURT.match(gap)
                possessor = re.match(rf"^의 (?:{_WORD} ){{0,2}}$", gap) or gap in (", ", " 소속 ", " 소속인 ", " 소속이던 ", " 출신 ", "측 ", " 측 ", "’s ", "'s ")
                if direct or possessor:
                    self.posts[person.index] = own = [
                        replace(post, organization=item.index, stated=bool(direct), evidence=Span(item.start, post.evidence.end))
                        if post.organization is None
                        else post
                        for post in own
                    ]
            break
        return found

    def _owner(self, place: int) -> tuple[int | None, int]:
        """The organisation of a title that stands before a name, and where the words of the post begin."""
        item = self.items[place]
        if item.index in self.fused:
            return self.fused[item.index], item.start
        if place > 0 and place - 1 not in self.taken:
            before = self.items[place - 1]
            if before.kind == "O" and _UNIT_GAP.match(self._gap(before.end, item)):
                return before.index, before.start
        return None, item.start

    def _share(self, people: list[int]) -> None:
        """이건우·권오성 회장, 정가람 한들전자·김나루 한들화학 사장, 강하나(새물당), 오두리(한빛당) 의원: the last title is everybody's."""
        for left, right in reversed(list(pairwise(people))):
            first, second = self.items[left], self.items[right]
            shared = [post for post in self.posts[second.index] if post.after]
            if self.posts[first.index] or not shared:
                continue
            own = self.beside.get(left, self._possessor(left))
            if right == left + 1 and _LIST.match(self._gap(first.end, second)):
                self.posts[first.index] = shared if own is None else [replace(post, organization=own) for post in shared]
            elif own is not None and _ELLIPSIS.match(self._gap(first.end, second)):
                theirs = {post.organization for post in shared}
                if theirs != {None} and own not in theirs:
                    self.posts[first.index] = [replace(post, organization=own) for post in shared[:1]]

    def _enumerate(self, people: list[int]) -> None:
        """△상무 배은솔 천지일: in a list with marks the title before the first name is that of all."""
        for left, right in pairwise(people):
            first, second = self.items[left], self.items[right]
            shared = [post for post in self.posts[first.index] if not post.after]
            if shared and not self.posts[second.index] and _ENUMERATED.match(self._gap(first.end, second)) and self._marked(first.start):
                self.posts[second.index] = shared

    def _marked(self, at: int) -> bool:
        line = self.text.rfind("\n", 0, at) + 1
        return _MARK.search(self.text, line, at) is not None

    def _careers(self, people: list[int]) -> None:
        """Posts that a clause about a person lists: 정 원장은 기획재정부 차관보와 금융위 부위원장을 지냈다."""
        for place in people:
            person = self.items[place]
            told = max([post.evidence.end for post in self.posts[person.index]], default=person.end)
            if not _TOPIC.match(self.text, max(told, person.end)):
                continue
            pending: list[tuple[int, int | None]] = []
            here, end = place + 1, person.end
            while here < len(self.items):
                item = self.items[here]
                if _SENTENCE_END.search(self.text, end, item.start) or item.kind == "P":
                    break
                end = item.end
                if item.kind == "T" and here not in self.taken:
                    owner, _ = self._owner(here)
                    if owner is not None:
                        pending.append((here, owner))
                        served, called = _SERVED.match(self.text, end), _CALLED.match(self.text, end)
                        if served or called:
                            self._tell(person, pending if served else pending[-1:], bool(served))
                            pending = []
                    elif not _AND_NEXT.match(self.text, end):
                        pending = []
                elif item.kind == "T":
                    pending = []
                here += 1

    def _tell(self, person: _Item, pending: list[tuple[int, int | None]], former: bool) -> None:
        for place, owner in pending:
            item = self.items[place]
            post = self._post(item, owner, person.start, item.end, after=False)
            self.posts[person.index].append(replace(post, former=post.former or former))
            self.taken.add(place)

    def _possessor(self, place: int) -> int | None:
        """한들전자의 김가람: the organisation before a name, joined by 의."""
        before = self.items[place - 1] if place else None
        if before is None or before.kind != "O" or self._gap(before.end, self.items[place]) != "의 ":
            return None
        return before.index


def _with_unit(title: Title, words: str) -> Title:
    """국제선 사장, 대외 정책 대표: the words between name or organisation and title say which part of the house it heads."""
    unit = [word for word in words.split() if word not in _NO_UNIT and word[0].isalnum() and word != "의"]
    if not unit or title.kind != "executive" or title.unit or words.isascii() or "(" in words:
        return title
    return replace(title, name=" ".join((*unit, title.name)), unit=True)


def same_title(one: str, other: str) -> bool:
    """회장 and 소프트뱅크 회장, 대표 and 대표이사, 행장 and 우리은행장; not 회장 and 부회장."""
    a, b = sorted((one.replace(" ", "").removesuffix("이사"), other.replace(" ", "").removesuffix("이사")), key=len)
    if a == b or b.startswith(a + "("):
        return True
    if not b.endswith(a):
        return a[:3] == b[:3] == "대표이" or (a == "대표" and b.startswith("대표"))
    return not b[: -len(a)].endswith(("부", "명예", "전임"))
