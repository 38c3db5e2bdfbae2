"""Where a sentence speaks of people: by name, by a number (두 사람), by a pronoun (그는) or by a title alone (총재는)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from graphing.extract.frames.discourse import Sightings
from graphing.extract.frames.listing import with_groups
from graphing.extract.frames.phrases import (
    MIDDLE_DOTS,
    PARTICLES,
    WITH_OTHERS,
    Reference,
    content_after,
    noun_phrase_end,
    particles,
    plain,
)
from graphing.model import Mention, Person, Sentence, Token

COUNT = {"두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5, "여섯": 6, "양": 2}
PLURAL = re.compile(
    r"(?<![가-힣\d])(?P<number>두|세|네|다섯|여섯|양) ?(?:"
    r"(?:사람|인사|정상|총수|수장|창업자|창업주|기업인|단체장|(?<=양)인|남매|형제|자매|부자|거물|주역|최고경영자|지도자|오너|책임자|경영자|당사자)"
    r"|(?:(?:재벌가?|재계|오너가?) )?[2-4]세"
    r"|(?P<title>회장|부회장|장관|차관|대표|사장|의장|총리|총재|행장|은행장|이사장|위원장|원장|시장|지사|후보|의원|CEO|대통령))"
    r"|(?<![가-힣])(?:양(?:국|사) ?(?:정상|대표|수장|총수|최고경영자|CEO)|양측|양쪽|양자|양사|두 회사|두 그룹|양 기관)"
    # Brothers and sisters of one name; whoever else is called so is told by name.
    r"|(?<![가-힣\d])(?P<kin>형제|남매|자매)(?=[가는의와]|끼리)"
    r"|(?<![가-힣])(?P<alone>둘|셋|넷)(?=[은이의]|끼리|만의|[을과] (?:[가-힣]+(?:로|에) )?(?:따로 )?(?:불[러렀]|초[대청]|만[나났]))"
)
# After so many who are called, met or spoken to by somebody else, and after whoever does so.
DONE_WITH = re.compile(r"(?:을|를|과|와|에게)(?! 같|는|의)(?:도)? ")
ACTS = re.compile(r"[^.,“”\"]{0,14}?(?<![가-힣]의)(?:은|는|이|가|도) ")
# Who are so many is told next: '두 회사 대표인 A와 B는'.
APPOSED = re.compile(r"(?:의)?(?: [가-힣]{1,8})?인 ")
# Whom 정상 can mean, who is head of a state now; HEAD stands for them among the titles that people bear.
HEADS, HEAD = frozenset({"대통령", "총리", "주석", "국가주석", "국왕", "왕세자", "총서기"}), "두 정상"
# Others who are counted by another word than their title.
COUNTED_AS = {
    "정상": (HEAD,),
    "행장": ("은행장", "행장"),
    "창업자": ("창업자", "창업주", "공동창업자"),
    "창업주": ("창업자", "창업주", "공동창업자"),
}
# 그는, 그와 …; '그가 …' too, but not 그 of a longer word or before a noun (그 회사).
PRONOUN = re.compile(r"(?<![가-힣])그녀?(?=[는가를와의도]|에게|로서| 역시)(?![가-힣]{2}[가-힣])")
BESIDE = re.compile(r"[를와]|에게")
THEY = re.compile(
    r"(?<![가-힣])이들(?: (?:은행장|행장|회장|사장|대표|총수|수장|단체장|기업인|경영진|최고경영자|장관|의원))?들?"
    r"(?=[은는이가과와을를도]|에게)(?! ?(?:회사|기업|업체|그룹|은행))"
)
# The first person of a text that lets somebody speak: an interview's answers, or a quotation.
FIRST = re.compile(r"(?<![가-힣])(?:[저나](?=[는도를]|에게)|저(?=와)|[제내](?=가 ))")
# What joins two names of a list, with the title of the first and the post of the second: ' 회장과 하늘전자 '.
JOINED = re.compile(r"(?: [가-힣A-Za-z]{1,8}){0,2}(?:과|와|,|·) ?(?:[^\s.,“”\"]{1,12} ){0,2}")
# A title after the name of a body, with a particle, means whoever holds the post; not 'LG 사장을 지낸', 'LG 사장이 됐다'.
OFFICE = re.compile(
    r" ([가-힣A-Za-z]{2,8}?)(?=(?:[은는이가과와을를도]|에게|께서|의)[ ,])"
    r"(?![을를] (?:겸|거[쳐치]|지[낸냈내]|역임|맡)|[이가] [된됐되]|의 [가-힣]{1,2}인 )"
)
# Where a phrase begins: other words before it may be of one who is named ('리창 중국 국무원 총리', 'A 부총리 겸 …').
BEGINS = re.compile(r"(?:^|[,.“‘\"'…]|[은는이가을를의과와고며면도]|에서|에게|으로|[가-힣]뒤|따르면|\d[일시분]|날|오전|오후|저녁|께) ?\Z")
NOT_NOW = re.compile(r"(?:전|前|차기|신임|후임|새|당시|초대|역대|그때) ?\Z")
BEGUN_WITHIN = 6
# A particle in which Kiwi sees the verb 이다 or a piece of the title: '위원장이 퀄컴 관계자와'.
MISREAD = re.compile(r"(?:이|가|은|는|을|를|과|와|도)(?= )")
# A title in which Kiwi sees the name of an island: '누리통신 사장도', '관세청장도'.
ISLAND = re.compile(r"(?:[회사행청원의총]|이사)장도$")
OPENING, POLITE = '“"', re.compile(r"(?:니다|[요죠까])[.!?]?[”\"’]?\s*$")


def mentions_by_start(people: Sequence[Person]) -> list[tuple[Mention, str]]:
    """(mention, full name) of everybody, in text order."""
    return sorted(((mention, person.name) for person in people for mention in person.mentions), key=lambda pair: pair[0].start)


def find_references(
    text: str,
    sentence: Sentence,
    people: Sequence[tuple[Mention, str]],
    titled: dict[str, tuple[str, ...]],
    cue_starts: frozenset[int],
    sightings: Sightings,
    offices: Sequence[tuple[int, int, str]] = (),
) -> list[Reference]:
    """The references to people in one sentence, in order.

    ``people`` are the mentions within it with the full names; ``titled`` maps a title to the people of the article who bear it;
    ``offices`` are the places where a body and a title mean somebody (``offices_in``).
    """
    tokens = sentence.tokens
    starts = [token.start for token in tokens]
    people = [pair for pair, before in zip(people, (None, *people), strict=False) if not _explains(text, pair, before)]
    spans: list[tuple[int, int, str, tuple[str, ...]]] = [(m.start, m.end, "name", (name,)) for m, name in people]
    taken = [(m.start, m.end) for m, _ in people]
    for start, end, kind, names in _looking_back(text, sentence, people, titled, sightings):
        if not any(a < end and start < b for a, b in taken):
            spans.append((start, end, kind, names))
    for start, end, name in offices:
        if not any(a < end and start < b for a, b in taken):
            spans.append((start, end, "title", (name,)))
            taken.append((start, end))
    for index, token in enumerate(tokens):
        bearers = titled.get(token.form)
        if not bearers or token.tag not in ("NNG", "NNP", "SL"):
            continue
        if any(token.start - 12 < b <= token.start and not _parted(tokens, index, b) for _, b in taken):
            continue
        before = tokens[index - 1] if index else None
        if before is not None and before.end == token.start and before.tag[:1] in "NSX":
            continue
        if before is not None and before.tag in ("NNP", "NNG") and before.end == token.start - 1:
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is None or not following.tag.startswith(PARTICLES) or any(a < token.end and token.start < b for a, b in taken):
            continue
        meant = bearers[0] if len(bearers) == 1 else sightings.bearer(bearers, [name for m, name in people if m.start < token.start])
        if meant:
            spans.append((token.start, token.end, "title", (meant,)))
    spans.sort()
    beginnings = [span[0] for span in spans]
    found = []
    for start, end, kind, names in spans:
        index = bisect_left(starts, end)
        after = noun_phrase_end(tokens, index, cue_starts, text)
        # A phrase does not run over the next name: '이건호 회장 김 대표' are two.
        within = beginnings[bisect_right(beginnings, start) : bisect_left(beginnings, tokens[after - 1].end)] if after > index else ()
        for other in within:
            if after > index and other < tokens[after - 1].end:
                after = min(after, max(index, bisect_left(starts, other)))
                after -= after > index and tokens[after - 1].form in MIDDLE_DOTS
        marker, rest = particles(tokens, after)
        phrase_end = tokens[after - 1].end if after else end
        too = next((place for place in range(index, after) if tokens[place].tag == "NNP" and ISLAND.search(tokens[place].form)), None)
        if kind == "name" and too is not None:
            marker, rest, phrase_end = "도", too + 1, tokens[too].end - 1
        elif kind == "name" and not marker and (misread := MISREAD.match(text, phrase_end)):
            marker = plain(misread[0])
        words = text[end:phrase_end]
        company = next((suffix for suffix, pattern in WITH_OTHERS if suffix in words and pattern.search(words)), None)
        if company:
            marker = f"{company}+{marker}"
        found.append(Reference(start, max(end, phrase_end), phrase_end, names, kind, marker, marker, content_after(tokens, rest)))
    return with_groups(text, found, tokens)


def posts_held(people: Sequence[Person]) -> dict[str, dict[str, str]]:
    """By body and title, who holds the post now, where one alone of the article does."""
    held: dict[str, dict[str, set[str]]] = {}
    for person in people:
        for post in person.affiliations:
            if post.organization and post.title and not post.former:
                held.setdefault(post.organization, {}).setdefault(post.title, set()).add(person.name)
    return {body: {title: min(names) for title, names in posts.items() if len(names) == 1} for body, posts in held.items()}


def titles_at(people: Sequence[Person]) -> dict[str, frozenset[str]]:
    """By body, the titles that people of the article have or had there."""
    found: dict[str, set[str]] = {}
    for person in people:
        for post in person.affiliations:
            if post.organization:
                found.setdefault(post.organization, set()).add(post.title)
    return {body: frozenset(titles) for body, titles in found.items()}


def begins_phrase(text: str, sentence: Sentence, place: int) -> bool:
    """Whether the name of a body at ``place`` begins a noun phrase of its own, and no holder before now is meant."""
    start = max(sentence.start, place - BEGUN_WITHIN)
    if NOT_NOW.search(text, start, place):
        return False
    return start == place or BEGINS.search(text, start, place) is not None


def offices_in(
    text: str,
    sentence: Sentence,
    people: Sequence[tuple[Mention, str]],
    organizations: Sequence[tuple[Mention, str]],
    held: dict[str, dict[str, str]],
) -> list[tuple[int, int, str]]:
    """(start, end, name) of the bodies with a title after them that mean who holds that post: '하늘전자 사장은'.

    Not where his name stands before it ('김가람 하늘전자 사장은'), or another holder is meant (전 하늘전자 사장).
    """
    found = []
    for mention, body in organizations:
        titles = held.get(body)
        office = OFFICE.match(text, mention.end) if titles else None
        name = titles.get(office[1]) if titles and office else None
        if office is None or name is None or not begins_phrase(text, sentence, mention.start):
            continue
        # nor where somebody stands beside it: '하늘전자 사장은 김가람'
        if not any(mention.start - 2 <= one.end <= mention.start or mention.start <= one.start <= office.end() + 2 for one, _ in people):
            found.append((mention.start, office.end(1), name))
    return found


def _explains(text: str, named: tuple[Mention, str], before: tuple[Mention, str] | None) -> bool:
    """Whether a mention only writes the name before it in brackets once more: '민도영(閔道英) 회장'."""
    if before is None or before[1] != named[1]:
        return False
    return text[before[0].end : named[0].start].strip() == "("


def _parted(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Whether a particle stands between a name that ends at ``end`` and the title tokens[index], which then is another's."""
    return any(token.start >= end and token.tag.startswith(PARTICLES) for token in tokens[max(0, index - 8) : index])


def _looking_back(
    text: str, sentence: Sentence, people: Sequence[tuple[Mention, str]], titled: dict[str, tuple[str, ...]], sightings: Sightings
) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """(start, end, kind, names) of the numbers and pronouns of a sentence, with whom they mean."""
    for match in PLURAL.finditer(text, sentence.start, sentence.end):
        if APPOSED.match(text, match.end(), sentence.end):
            continue
        here = tuple(name for m, name in people if m.start < match.start())
        titles = next((titles for word, titles in COUNTED_AS.items() if match[0].endswith(word)), (match["title"] or "",))
        fitting = tuple(dict.fromkeys(name for title in titles for name in titled.get(title, ())))
        count = COUNT[match["number"] or match["alone"] or "양"]
        acting = _acting(text, people, match.start()) if DONE_WITH.match(text, match.end()) else ()
        names = _one_list(text, people, match.start(), count) if len(set(here)) > count else None
        names = names or sightings.last_of(count, here, fitting, without=acting)
        if names and not (match["kin"] and len({name[0] for name in names}) > 1):
            yield match.start(), match.end(), "plural", names
    for match in THEY.finditer(text, sentence.start, sentence.end):
        they = sightings.they()
        if they:
            yield match.start(), match.end(), "plural", they
    for match in PRONOUN.finditer(text, sentence.start, sentence.end):
        beside = BESIDE.match(text, match.end())
        before = {name for m, name in people if m.end <= match.start()} if beside else set()
        meant = sightings.pronoun(before)
        if meant:
            yield match.start(), match.end(), "pronoun", (meant,)
    for match in FIRST.finditer(text, sentence.start, sentence.end):
        speaker = _speaker(text, sentence, people, match.start(), sightings)
        if speaker:
            yield match.start(), match.end(), "speaker", (speaker,)


def _acting(text: str, people: Sequence[tuple[Mention, str]], end: int) -> tuple[str, ...]:
    """The nearest subject before ``end``, with those who are listed with him: C of 'C가 두 사람을 불렀다'."""
    before = [pair for pair in people if pair[0].end <= end]
    while before and not ACTS.match(text, before[-1][0].end, end):
        before.pop()
    acting = before[-1:]
    for pair in reversed(before[:-1]):
        if not JOINED.fullmatch(text, pair[0].end, acting[0][0].start):
            break
        acting.insert(0, pair)
    return tuple(name for _, name in acting)


def _one_list(text: str, people: Sequence[tuple[Mention, str]], end: int, count: int) -> tuple[str, ...] | None:
    """The only list of so many that a sentence names before ``end``: A, B in 'C가 배석한 회동에서 A와 B는 양사의 …'; None where none is."""
    lists: list[list[tuple[Mention, str]]] = []
    for mention, name in people:
        if mention.start >= end:
            break
        if lists and JOINED.fullmatch(text, lists[-1][-1][0].end, mention.start):
            lists[-1].append((mention, name))
        else:
            lists.append([(mention, name)])
    fitting = [tuple(name for _, name in one) for one in lists if len({name for _, name in one}) == count]
    return fitting[0] if len(fitting) == 1 else None


def _speaker(text: str, sentence: Sentence, people: Sequence[tuple[Mention, str]], place: int, sightings: Sightings) -> str | None:
    """Who says 'I': the subject of a sentence that quotes it, the topic where only the quotation stands, and whom an interview is with
    where nothing is quoted but the sentence is polite; None where the writer may speak of himself."""
    quoted = any(sign in OPENING for sign in text[sentence.start : place])
    outside = [name for m, name in people if re.match(r"[^.,“”\"]{0,14}?[은는이가] ", text[m.end : m.end + 16]) and m.end < place]
    if quoted and outside:
        return outside[0]
    if quoted:
        return sightings.speaker or sightings.topic()
    if sightings.speaker:
        return sightings.speaker
    lead = sightings.lead() or sightings.main
    polite = POLITE.search(text, max(sentence.start, sentence.end - 6), sentence.end)
    return lead if polite and lead not in {name for _, name in people} else None
