"""What an article says, in the one form in which everything else reads it: sentences as in print, nothing in brackets behind names.

Source: the two ways Korean newsrooms end a sentence, 하십시오체 of broadcasts (했습니다, 만납니다) and 해라체 of papers (했다, 만난다).
Only an article whose own sentences mostly end in the former is turned: in print the polite ending is that of somebody who speaks, and an
interview or a letter speaks of 저 and asks. Some papers give the age of whoever they name (민도영(57) 한빛전자 회장), others never do.
Others put a post in brackets (민도영(한빛전자 회장)): 19 of 155 articles were read otherwise, now 7.
Of 148 articles retold as a broadcast 16 were read otherwise before, none now; with ages 3 are, in which an age makes prose of a headline.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from graphing.extract.glosses import glosses, with_glosses
from graphing.extract.led_back import Way
from graphing.extract.names.brackets import FIRM
from graphing.extract.names.kinds import is_native, is_short_native
from graphing.extract.names.tagger import Guess
from graphing.extract.posts.titles import find_titles
from graphing.model import Article, Extraction

QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"")
_END = r"(?=[.!…]|\s*$|\s*\n)"
POLITE = re.compile(rf"[가-힣]니다{_END}")
PRINTED = re.compile(rf"[가-힣](?<!니)다{_END}")
# An age behind a name: (57), (만 57세). Before a particle (민도영(57)과) it stays: it shows where the name ends.
AGE = re.compile(r"(?<=[가-힣])\((?:만 ?)?[1-9]\d(?: ?(?:세|살))?\)(?![가-힣])")
# A post behind a name: (한빛전자 회장), (전 한빛전자 부사장).
POST = re.compile(r"(?<![가-힣A-Za-z])([가-힣]{2,3})\(([가-힣A-Za-z][가-힣A-Za-z0-9& ]{0,29}[가-힣])\)(?! ?씨)")
# Who speaks of himself, or asks: an interview, a letter, a speech.
SPEAKS = re.compile(r"(?:^|[\s“\"])(?:저는|제가|저희|저도|저의|저와|여러분)|[가-힣]\?")
# Verbs with a closed stem: 찾습니다 is 찾는다, but 많습니다 많다.
CLOSED_VERBS = "갖앉찾맞맺잡걷섞먹받듣묻믿남웃읽쌓놓넣낳않막닫싣딛좇쫓뽑꼽씹접얻뜯벗씻빗"
# 모입니다 is the verb 모이다 where the word begins with it; 규모입니다 is a noun.
VERBS_IN_I = re.compile(r"(?:(?:^|\s)[모보들쓰놓]|움직|기울|높|줄|붙)\Z")
_FIRST, _FINALS, _N, _B = 0xAC00, 28, 4, 17


def as_printed(article: Article, understand: Callable[[Article, Sequence[Guess]], Extraction]) -> Extraction:
    """What ``understand`` makes of an article as a paper would end its sentences, with no ages, posts and names
    said once more in brackets; offsets are those of the article. It is also given the names of which these brackets told what they are."""
    passed = list(glosses(article.text))
    brackets = ((*gloss.bracket, "") for gloss in passed)
    turned = sorted([*_ages(article.text), *_posts(article.text), *_endings(article.text), *brackets])
    if not turned:
        return understand(article, ())
    way = _way(article.text, turned)
    told = [Guess(*way.made_of(gloss.named), gloss.kind, FIRM) for gloss in passed if gloss.named and gloss.kind]
    return with_glosses(way.read(article, lambda printed: understand(printed, told)), passed)


def _way(text: str, turned: list[tuple[int, int, str]]) -> Way:
    made: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for start, end, printed in [*turned, (len(text), len(text), "")]:
        made += (text[position:start], printed)
        starts += [*range(position, start), *[start] * len(printed)]
        ends += [*range(position + 1, start + 1), *[end] * len(printed)]
        position = end
    return Way("".join(made), tuple(starts), tuple(ends))


def _ages(text: str) -> Iterator[tuple[int, int, str]]:
    return ((age.start(), age.end(), "") for age in AGE.finditer(text)) if "(" in text else iter(())


def _posts(text: str) -> Iterator[tuple[int, int, str]]:
    """민도영(한빛전자 회장)과 as 민도영 한빛전자 회장과: a Korean name, and brackets that end with a title and hold nothing else."""
    for match in POST.finditer(text) if "(" in text else ():
        name, held = match.groups()
        named = is_native(name) or is_short_native(name)
        last = [title for title in find_titles(held) if title.end == len(held)] if named else []
        if any(title.certain or f" {held}"[title.start] == " " for title in last):
            yield match.start(2) - 1, match.start(2), " "
            yield match.end(2), match.end(2) + 1, ""


def _endings(text: str) -> Iterator[tuple[int, int, str]]:
    if "니다" not in text:
        return
    own = QUOTED.sub(lambda quoted: "\x00" * len(quoted.group()), text)
    polite = list(POLITE.finditer(own))
    if len(polite) <= len(PRINTED.findall(own)) or SPEAKS.search(own):
        return
    for ending in polite:
        before = own[max(0, ending.start() - 2) : ending.start()]
        yield ending.start(), ending.end(), _printed(before, ending.group())


def _printed(before: str, ending: str) -> str:
    """습니다 after 만났 as 다, 납니다 after 만 as 난다, 입니다 after 예정 as 이다."""
    last = ending[0]
    if last == "습":
        return "는다" if before[-1:] in tuple(CLOSED_VERBS) else "다"
    if last == "입" and not VERBS_IN_I.search(before):
        return "이다" if _final(before[-1:]) else "다"
    if last == "겁":
        return "것이다"
    if last == "닙":
        return "니다"
    return chr(ord(last) - _B + _N) + "다" if _final(last) == _B else ending


def _final(syllable: str) -> int:
    return (ord(syllable) - _FIRST) % _FINALS if "가" <= syllable <= "힣" else 0
