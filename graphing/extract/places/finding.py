"""The places of an article: venues and cities that something happens at, by the words themselves and the particles after them.

A place is a noun phrase that ends in a venue's word (사옥, 호텔, 국숫집) or names a city or country, and that stands before a particle of
place: 에서; 에 or (으)로 before a verb of coming, being or calling to; 을/를 before a verb of visiting. `중국 기업`, `미국에서 귀국` and
`모처` are no places. ``name`` is the shortest useful form: the venue without the city before it and the floor after it, or the city.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graphing.extract.places.english import english_places
from graphing.extract.places.heads import Head, head_of
from graphing.extract.places.words import geography_of
from graphing.model import Article, Sentence, Token

PlaceKind = Literal["venue", "city", "region", "country"]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where it stands: ``article.text[start:end] == text``; ``name`` is its shortest useful form.

    ``named``: False for a house known only by its kind (매장, 접견실).
    ``demonstrative``: `이 호텔`, `같은 건물`; ``name`` is then that of the venue told before, where there is one.
    ``weak``: the words name an event in the place (워싱턴 정상회담) or an office that may be acting, not standing there.
    """

    start: int
    end: int
    text: str
    name: str
    kind: PlaceKind
    named: bool = True
    weak: bool = False
    demonstrative: bool = False


_PHRASE_TAGS = frozenset({"NNG", "NNP", "NNB", "SL", "SN", "SH", "XSN", "XPN", "NR", "SSO", "SSC", "SP", "SW", "XR", "SS"})
# `승지원 만찬`, `베이징 회동`: a place before the name of an encounter.
_MEETINGS = frozenset(
    {
        "만찬",
        "오찬",
        "조찬",
        "회동",
        "면담",
        "간담회",
        "만남",
        "접견",
        "모임",
        "차담",
        "차담회",
        "미팅",
        "방문",
        "회담",
        "정상회담",
        "담판",
        "협상",
    }
)
_AFTER_MEETING = frozenset({"JKS", "JX", "JKO", "JKB", "JKG", "JC", "VCP", "SF", "NNG", "XSN"})
_PLACING = frozenset({"JKB", "JKO", "JC", "VCP", "SF", "SP", "SE"})
# What ends no place's name: 'A 관련사항 등', '현대 회장'.
_NO_HEAD = frozenset({"등", "회장", "부회장", "사장", "은행장", "장관", "총리", "대통령", "위원장", "이사장", "원장"})
_WHEN = frozenset({"때", "뒤", "후", "직후", "도중", "가운데"})
_LINKS = frozenset({"한", "옛", "이", "그", "현", "구", "모", "어느", "고"})
_CALLING = "불러|불렀|초대해|초청해|맞아들|모셔"
_GOING = (
    "날아|건너|달려|걸어|찾아|예방|방향을 튼|방향을 틀|발길|발걸음|모[여이인였]|총출동|집결|옮[겨기긴]|이동|"
    "내려|올라|넘어|향하|향했|향한|직행|떠나|떠났|들어|들이|나오|나와|나왔|나온|나갔|나간|마중"
)
_BRINGING = r"부른|부르|초대|초청|모셨|모시|소집|안내|이끌|보내\s(?:[^\s.,]+\s){1,6}?(?:만나|면담|접촉)"
# Whoever goes back or leaves for a place has met nobody there: `미국으로 돌아갔다가`.
_GONE = re.compile(r"\s(?:다시\s|곧장\s|바로\s|이내\s)?(?:돌아(?:가|갔|간)|떠나기|출국|귀국|복귀|귀임)")
_WALKING = r"\s(?:가|간|갔|와|온|왔|오)(?:서|다|은|는|$|\s|며|고|자|던|셔|신|시)"
_COMING = re.compile(rf"[^.\n]{{0,60}}?(?:{_CALLING})|[^.\n]{{0,28}}?(?:{_CALLING}|{_GOING}|{_BRINGING}|{_WALKING})")
_THERE = (
    r"나타|도착|당도|여장을 풀|몰[려렸린]|닿[아은았]|입장|모습을 드러|모[여이인였]|앉|둘러|내려|내린|내렸|머[물무]|들[어러렀른]|나란히|"
    r"마주|자리[한를]|차려|올라|오른|올랐|서서|섰|선\s|위치한|(?:^|\s)있는|있던|마련[된됐]|들어선"
)
_GATHERING = r"모[여이인였]|모습을 드러|한자리에|총출동"
# Who came there may stand between: `공장에 서지안 사장이 찾아왔다`.
_ARRIVING = r"찾아[왔온와]|들어섰|들어선|나타났|나타난|도착했|도착한"
_BEING = re.compile(rf"[^.\n]{{0,16}}?(?:{_THERE}|{_WALKING})|[^.\n]{{0,60}}?(?:{_GATHERING})|[^,.\n]{{0,36}}?(?:{_ARRIVING})")
# What is gone round can only be a place, so whoever goes round it may stand between: `공장을 서지안 사장이 함께 둘러보는`.
_ROUND = r"둘러|시찰|관람|견학|답사"
_VISITING = re.compile(
    r"[^.\n]{0,14}?(?:찾[아은았는]|방문|답방|들[러렀른]|돌[았며던]|돌아[보본봤볼봐]|살[펴폈핀]|걸[었으]|비워|드나들|참관|점검|두드[리렸린려]|"
    rf"예방(?=[,해하했한]|\s?(?:뒤|후))|{_ROUND})|[^.,\n을를]{{0,40}}?(?:{_ROUND})"
)
# Where the picture shows them leave a house that is named: `가람호텔을 나서고 있다`.
_LEFT = re.compile(r"[^.\n]{0,14}?(?:(?:나서|나오|빠져나오|떠나)고 있|걸어 ?나[오왔온와])")
# `비축기지도 함께 찾았다`: gone to, too.
_VISITED_TOO = re.compile(rf"\s(?:\S+\s){{0,2}}?(?:찾[았은아]|방문|들[렀른]|{_ROUND})")
_LEAVING = re.compile(
    r"(?:는|도)?\s?(?:막\s|갓\s)?(?:귀국|돌아|(?:건너|올라|내려|넘어)[온와왔]|(?:온|왔다|와)\s|출발|태어|자란|자랐|수입|들여[온와]|생산|주문|발주|수주|제작|제조|"
    r"(?:[^\s.,]+\s)?(?:일하[던며]|일한\s|일했|근무하던|근무한\s|근무했|재직|몸담|공부하던|공부한\s|유학하던|유학한\s)|"
    r"날아[온와]|가져[온와]|나온\s|나왔|출국|떠[나난났]|곧장\s|(?:[^\s.,]+\s){0,1}?[^\s.,]+로\s(?:오는|가는|온|간|옮|이동|건너|날아|향))"
)
# `인천으로 오는 비행기`, `공장으로 가는 길`: on the way.
_ON_THE_WAY = re.compile(
    r"\s(?:가|오|향하|떠나|돌아가|돌아오)(?:는|던)\s(?:\S*?(?:비행기|여객기|항공편|전용기|열차|기차|KTX|버스|승용차)|(?:차|배|길)(?=[에을로으를의\s]))"
)
_ALL_THE_WAY = re.compile(r"\s(?:가|오|돌아가|돌아오|이동하)는\s(?:내내|동안|길|사이|도중)")
# `가람상의에서는 남도윤 회장이`: an office that acts is a side of the encounter.
_SIDE_OF = re.compile(r"에서(?:는|도|만)\s")
# `대통령실에서는 최다온 실장이 배석했다`: whom it sends is named, not where they met.
_SENDS = re.compile(
    r"[^.“”]{2,80}?(?:[이가도]|등이|등도) (?:[^\s,.]+ ){0,3}?"
    r"(?:배석|동석|참석|참여했|나왔|나와|나온|함께했|자리를 함께|자리했|(?<=에 )나[섰서선])"
)
_NEXT_EVENT = re.compile(r"\s(?:이어|참석|참가|초청)")
_TOPIC_PLACE = re.compile(r"(?:행선지|장소|곳|무대|자리|목적지|기착지|방문지|방문처)[은는이가]\s")
# `마지막 문은 오후 7시 북촌의 한식당 ‘소담’이었다.`, `1월에는 강릉의 찻집이었다.`, `오후에는 누리타워 차례였다.`: how a round goes on.
_ROUND_GOES_ON = re.compile(
    r"^[“”\s]*(?:[^\s,.“”]+\s){0,2}?(?:(?:첫|마지막|다음|두 번째|세 번째|그다음)\s[가-힣]{1,4}[은는]|"
    r"[^\s,.“”]*(?:오전|오후|낮|점심|저녁|밤|\d월|\d일|날|다음|이어)(?:에는|엔|은)?)\s"
)
# `처음 인사를 나눈 것은 2023년 10월 춘천의 한 골프장이었다`.
_MET_AT = re.compile(r"[난눈본친진은한든] (?:것은|건) [^,.“”]{0,40}$")
_IT_WAS = re.compile(r"(?:이?었다|였다)\.?[”\s]*$")
# `장소로는 제주가 유력하다`.
_AS_PLACE = re.compile(r"(?:장소|곳|무대)로[는도]?\s")
_FAVOURED = re.compile(r"\s(?:\S+\s){0,2}?(?:유력|거론|꼽|검토|낙점|물망|정해|확정|점쳐|언급|오르내)")
_MATCH = "경기"
_SINCE = re.compile(r"\s(?:처음|\S+(?:\s\S+)?\s?만[이에의])")
_SAME_PLACE = re.compile(
    r"(?<![가-힣])(?:이곳|그곳|여기|거기|(?:같은|이|그|해당) (?:곳|건물|장소|호텔|방|식당|집))"
    r"(?=에서|서\s|으로|로\s|을 찾|를 찾|에 (?:모|도착|들|나타))"
)
_PRONOUNS = frozenset({"이곳", "그곳", "여기", "거기"})
_THERE_ABROAD = "현지"
_ABROAD = re.compile(rf"(?<![가-힣]){_THERE_ABROAD}(?=에서(?:는|도)?\s)")
# `시애틀서`, `마러라고에서`: a place by name before the particle, which the analyser may take for a part of the name.
_SHORT_PARTICLE = re.compile(r"(?<![^\s‘“(·→])([가-힣A-Za-z]+?)(?:서|에서(?:는|도)?)(?=[\s·…,])")
# The word before a phrase: a venue by name that the analyser may take for a verb (마러라고 리조트).
_WORD_BEFORE = re.compile(r"(?<!\S)([가-힣A-Za-z]+) $")
# ‘가람 포럼 2018’ 행사장: what a quotation ends with is no part of the place's name.
_QUOTED = re.compile(r".*\d[’”'\"] ?(?=[가-힣])")
_QUOTES = re.compile(r"[‘’“”'\"]")
# A sentence shorter than this, in characters, that ends in a place is the beginning of a caption: `2014년 11월 오슬로.`
_CAPTION = 40
_AFTER_NOUN = re.compile(r"\s?(?:앞|안|옆|뒤|현관|로비|문)?(?:\.|\n|$|,\s)")


def find_places(article: Article, sentences: Sequence[Sentence]) -> tuple[PlaceMention, ...]:
    """The places of an article in order of ``start``, none overlapping; empty where there are none."""
    text = article.text
    found: dict[int, PlaceMention] = {}
    for sentence in sentences:
        for mention in _of_sentence(text, sentence):
            known = found.get(mention.start)
            if known is None or mention.end > known.end:
                found[mention.start] = mention
    for shown in _SAME_PLACE.finditer(text):
        found.setdefault(shown.start(), PlaceMention(shown.start(), shown.end(), shown.group(), shown.group(), "venue", demonstrative=True))
    for there in _ABROAD.finditer(text):
        found.setdefault(there.start(), PlaceMention(there.start(), there.end(), there.group(), there.group(), "city", demonstrative=True))
    taken = {offset for mention in found.values() for offset in range(mention.start, mention.end)}
    for short in _SHORT_PARTICLE.finditer(text):
        named = geography_of(short.group(1))
        sent = _SIDE_OF.match(text, short.end(1)) and _SENDS.match(text, short.end() + 1)
        if named is not None and not sent and short.start() not in taken and not _LEAVING.match(text, short.end()):
            start, end = short.span(1)
            found[start] = PlaceMention(start, end, text[start:end], text[start:end], named)
    for start, end, kind in english_places(text):
        words, by_name = text[start:end], kind != "house"
        found.setdefault(start, PlaceMention(start, end, words, words, "city" if kind == "city" else "venue", named=by_name))
    return tuple(_resolved(_apart(sorted(found.values(), key=lambda mention: (mention.start, -mention.end)))))


def _resolved(mentions: Iterator[PlaceMention]) -> Iterator[PlaceMention]:
    """Gives `이 호텔` and `같은 건물` the name of the venue told before, `현지` that of the city or country."""
    venues: list[str] = []
    abroad: PlaceMention | None = None
    for mention in mentions:
        if mention.text == _THERE_ABROAD:
            if abroad is not None:
                yield replace(mention, name=abroad.name, kind=abroad.kind)
            continue
        if mention.kind in ("city", "country") and not (abroad and abroad.kind == "city" and mention.kind == "country"):
            abroad = mention
        if mention.demonstrative:
            if not venues and mention.text in _PRONOUNS:
                # What it means is not known for a place.
                continue
            same = [venue for venue in venues if mention.text[-2:] in venue or (mention.text.endswith("방") and venue[-1] in "룸실")]
            meant = (same or venues or [mention.name])[-1]
            yield replace(mention, name=meant, named=bool(venues))
            continue
        if mention.kind == "venue" and mention.named and not mention.weak:
            venues.append(mention.name)
        yield mention


def _apart(mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    end = -1
    for mention in mentions:
        if mention.start >= end:
            yield mention
            end = mention.end


def _of_sentence(text: str, sentence: Sentence) -> Iterator[PlaceMention]:
    tokens = sentence.tokens
    for index in range(1, len(tokens)):
        tag = tokens[index].tag
        if tag not in _PLACING and (tag not in _AFTER_MEETING or not _may_follow(tokens, index)):
            continue
        role = _role(text, sentence, tokens, index)
        if role is None:
            continue
        first = _phrase_start(text, tokens, index)
        if first == index:
            continue
        start, end = tokens[first].start, max(part.end for part in tokens[first:index])
        while start > sentence.start and text[start - 1].isalnum():
            start -= 1
        if tokens[index - 1].form in _NO_HEAD:
            continue
        quoted = _QUOTED.search(text, start, end)
        start = quoted.end() if quoted else start
        before = _WORD_BEFORE.search(text, max(sentence.start, start - 20), start)
        if before is not None and geography_of(before.group(1)) == "venue":
            start = before.start(1)
        head = head_of(text, tokens[first:index], start, end, moving=role in {"to", "visited", "left"})
        if head is None or (role == "visited" and head.kind != "venue" and not head.named):
            continue
        if role == "bare" and (head.kind != "venue" or head.weak):
            continue
        if (role == "paired" and head.kind != "venue") or (role == "left" and not (head.kind == "venue" and head.named)):
            continue
        if role == "event" and not head.weak and not head.named:
            continue
        side = head.kind == "venue" and role == "at" and _SIDE_OF.match(text, tokens[index].start)
        if side and (head.weak or _SENDS.match(text, side.end(), sentence.end)):
            continue
        yield _mention(text, head)


def _mention(text: str, head: Head) -> PlaceMention:
    words = text[head.start : head.end]
    return PlaceMention(head.start, head.end, words, _QUOTES.sub("", words), head.kind, head.named, head.weak, head.demonstrative)


def _may_follow(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index - 1].form in _MEETINGS or tokens[index].form in {"까지", "이후", "차례", "도", "이", "가", "은", "는"}


def _role(text: str, sentence: Sentence, tokens: Sequence[Token], index: int) -> str | None:
    """How a phrase that ends before this token is used, None where not as a place."""
    token = tokens[index]
    tag, form = token.tag, token.form
    if tokens[index - 1].form in _MEETINGS and tag in _AFTER_MEETING:
        return "event"
    if tag == "JKB":
        # The analyser may take `에서` before a number apart.
        if form == "에" and index + 1 < len(tokens) and tokens[index + 1].tag == "JKB" and text.startswith("에서", token.start):
            token, form = tokens[index + 1], "에서"
        # … and in `횟집에서 있었다` somebody who stands.
        if form in {"에서", "서"} or (form == "에" and text.startswith("에서 있었", token.start)):
            return None if _LEAVING.match(text, token.end) and not tokens[index - 1].form.endswith(("공항", "역")) else "at"
        if form in {"로", "으로"}:
            if _GONE.match(text, token.end):
                return None
            coming = _COMING.match(text, token.end, sentence.end) and not _ON_THE_WAY.match(text, token.end)
            return "to" if coming else None
        if form == "에":
            if _NEXT_EVENT.match(text, token.end):
                return "event"
            return "to" if _BEING.match(text, token.end, sentence.end) else None
    if tag == "JX" and form == "도":
        return "visited" if _VISITED_TOO.match(text, token.end) else None
    if tag in {"JKS", "JX"} and form in {"이", "가", "은", "는"}:
        return "told" if _FAVOURED.match(text, token.end) and _AS_PLACE.search(text, sentence.start, token.start) else None
    if tag == "JKO":
        # '경기를 관람했다' is a match, not the province.
        if tokens[index - 1].form == _MATCH:
            return None
        if _VISITING.match(text, token.end, sentence.end):
            return "visited"
        return "left" if _LEFT.match(text, token.end, sentence.end) else None
    if (tag == "JC" or (tag == "JKB" and form in {"와", "과"})) and text[token.end : token.end + 1] != "의":
        return "paired" if _VISITING.search(text, token.end, min(sentence.end, token.end + 40)) else None
    if tag == "VCP":
        goes_on = _ROUND_GOES_ON.search(text[sentence.start : token.start]) and _IT_WAS.match(text[token.start : sentence.end])
        if _TOPIC_PLACE.search(text, sentence.start, token.start):
            return "told"
        met_at = _IT_WAS.match(text[token.start : sentence.end]) and _MET_AT.search(text, sentence.start, token.start)
        return "bare" if goes_on or met_at else None
    if tag in {"JX", "JKS"} and form in {"까지"}:
        return "to" if _COMING.match(text, token.end, sentence.end) and not _ALL_THE_WAY.match(text, token.end) else None
    if tag == "NNG" and form == "차례":
        goes_on = _ROUND_GOES_ON.search(text[sentence.start : token.start]) and _IT_WAS.match(text[token.end : sentence.end])
        return "bare" if goes_on else None
    if tag == "NNG" and form == "이후":
        return "told" if _SINCE.match(text, token.end) else "bare"
    if tag == "SE":
        # `한밤의 은행회관…`: headlines leave the particle out.
        return "bare" if sentence.end - sentence.start < 2 * _CAPTION else None
    if tag in {"SF", "SP"} and _AFTER_NOUN.match(text, token.start):
        short = sentence.end - sentence.start < 60 or tokens[0].tag == "SN" or token.end >= sentence.end
        if sentence.end - sentence.start < _CAPTION and tag == "SF":
            return "caption"
        return "bare" if short else None
    return None


def _phrase_start(text: str, tokens: Sequence[Token], end: int) -> int:
    """Index of the first token of the noun phrase that ends before tokens[end]; `암스테르담의 한 호텔` is one phrase."""
    index = end
    while index > 0:
        token = tokens[index - 1]
        after = tokens[index] if index < len(tokens) else None
        if after is not None and text[token.end : after.start].strip(" ") != "":
            break
        # '방문했을 때 공항까지': when, and no part of where.
        if token.form in _WHEN and index > 1 and tokens[index - 2].tag == "ETM":
            break
        if text[token.start] == "," and text[token.end : token.end + 1] == " ":
            break
        linked = (token.tag == "MM" and token.form in _LINKS) or (token.tag == "JKG" and index < end)
        if token.tag not in _PHRASE_TAGS and not linked:
            break
        index -= 1
    while index < end and (tokens[index].tag in {"JKG", "XSN", "SSC", "SP", "SW"}):
        index += 1
    return index
