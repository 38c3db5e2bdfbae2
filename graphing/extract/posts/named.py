"""The organisations of one article as its titles ask for them: by what they are called, what follows them and what stands for them.

A line of names asks the same for thousands of titles: each question is answered once, and an answer found by where it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from graphing.model import Mention
from graphing.organizations import organization_type

UNION = re.compile("노조|노동조합|지회$|지부$|연대$")
_EMPLOYER = frozenset(("회사", "사", "본사"))
# So many characters before somebody a word of ``OWN`` may begin: it, one word with its copula, and two blanks.
_OWN_REACH = 24
# Common nouns that stand for an organisation of the article.
_COMMON_NOUN = re.compile(
    r"(?<![가-힣A-Za-z])(?:"
    r"(?P<noun>노조|노|회사|사|본사|의료원|병원|대학|은행|협회|조합|재단|구단|공단|위원회|연구소|상의|그룹|지주|당)"
    r"(?: ?[측쪽])?(?:에서는|에선|에서|의|은|는|,) "
    r"|(?P<this>이) (?:회사|은행|업체|단체|그룹|기업|펀드|대학|학교|병원|기관|연구소|조합|노조|재단|법인|협회|운용사|증권사)"
    r"(?P<acts>의|는|은|에서는|에서)? )"
)
# One of them right before somebody who is its: 회사 사장인.
OWN = re.compile(r"(?<![가-힣A-Za-z])(?P<noun>그룹|회사|은행) (?=[가-힣]{2,10}(?:인|이던|이자) $)")


class Named:
    """The names of organisations in an article, each once; ``frequency``: how often each is named, in the order of the text."""

    def __init__(self, names: Iterable[str]) -> None:
        self.frequency = Counter(names)
        self._ending: dict[str, list[str]] = {}
        self._meant: dict[str, str | None] = {}

    def ending(self, word: str) -> list[str]:
        """Those whose names end so."""
        if word not in self._ending:
            self._ending[word] = [name for name in self.frequency if name.endswith(word)]
        return self._ending[word]

    def meant_by(self, noun: str) -> str | None:
        """The one that a common noun stands for, of several the one named most; None where there is none."""
        if noun in _EMPLOYER:
            return self.employer
        if noun in ("노조", "노"):
            return self.union
        if noun not in self._meant:
            party = "국민의힘" if noun == "당" else None
            self._meant[noun] = self._commonest(name for name in self.frequency if name.endswith(noun) or name == party)
        return self._meant[noun]

    @cached_property
    def employer(self) -> str | None:
        """The company that is named most."""
        return self._commonest(name for name in self.frequency if organization_type(name) == "company")

    @cached_property
    def union(self) -> str | None:
        """The union that is named most."""
        return self._commonest(name for name in self.frequency if UNION.search(name))

    def _commonest(self, names: Iterable[str]) -> str | None:
        return max(names, key=lambda name: self.frequency[name], default=None)


class Followed:
    """Where an article names organisations, by what follows them. ``mentions`` are these, ascending."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._found: dict[re.Pattern[str], tuple[list[int], list[tuple[int, re.Match[str]]]]] = {}

    def back(self, frame: re.Pattern[str], low: int, start: int) -> Iterator[tuple[int, re.Match[str]]]:
        """The mentions that begin in text[low:start] and that ``frame`` follows, by their numbers, with its match, the last first."""
        if frame not in self._found:
            matches = ((n, frame.match(self._text, mention.end)) for n, mention in enumerate(self._mentions))
            found = [(n, match) for n, match in matches if match]
            self._found[frame] = [self._mentions[n].start for n, _ in found], found
        places, found = self._found[frame]
        for at in range(bisect_left(places, start) - 1, bisect_left(places, low) - 1, -1):
            yield found[at]


class CommonNouns:
    """Where the nouns stand that mean an organisation of the article: 노조 쪽에서는, 이 회사, 회사 사장인."""

    def __init__(self, text: str, ends: Callable[[int], int]) -> None:
        self._text = text
        self._ends = ends
        self._found: dict[int, tuple[list[int], list[re.Match[str]]]] = {}

    def last(self, low: int, start: int) -> re.Match[str] | None:
        """The last of them within text[low:start] of a sentence that begins at ``low``."""
        if low not in self._found:
            matches = list(_COMMON_NOUN.finditer(self._text, low, self._ends(low)))
            self._found[low] = [match.end() for match in matches], matches
        places, matches = self._found[low]
        at = bisect_right(places, start) - 1
        found = matches[at] if at >= 0 else None
        own = OWN.search(self._text, max(low, start - _OWN_REACH), start)
        return own if own and (found is None or found.end() <= own.start()) else found
