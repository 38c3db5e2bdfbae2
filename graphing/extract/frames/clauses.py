"""The clauses of a sentence: where its predicates stand, how each ends, and which of them a noun phrase before it hangs on.

Korean puts every predicate behind what hangs on it. A noun phrase therefore hangs on the next predicate, save that a topic (는) passes
over relative clauses, and that clauses joined by 고, 며, 어 … share their subject.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphing.model import Token

VERBAL = ("VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA")
ENDINGS = frozenset({"EC", "ETM", "ETN", "EF"})
JOINING = frozenset({"고", "며", "으며", "어", "아", "어서", "아서", "여", "여서", "면서", "으면서", "고서", "러", "으러", "려고"})
# 'A를 만난 뒤': a clause that ends so is joined to the next, and shares its subject.
WHEN = frozenset({"뒤", "후", "직후", "다음", "전", "길", "채", "김", "끝", "데"})
# 말했다고, 온다는: what was said ends here.
SAID = ("다고", "라고", "냐고", "자고", "다며", "라며", "다면서", "라면서", "다는", "라는", "자는")
# What closes its clause off: what stands before it is no subject of a predicate behind it.
CLOSED = frozenset({"relative", "said", "noun"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate: where its verb begins and its ending ends, the verb's stem, and ``kind``, what its ending makes of the clause.

    joined (고, 며, 어, -ㄴ 뒤), other (지만, 는데, 자 …), said (다고, 다는), relative (만난 사람), noun (만남, 만난 것) or final.
    ``ending`` is the ending's form; ``past`` whether it stands behind a past (만났고, not 만나고).
    """

    start: int
    end: int
    stem: str
    kind: str
    ending: str = ""
    past: bool = False


@dataclass(frozen=True, slots=True)
class Clauses:
    """The predicates of a sentence, in order, and its subjects: (start of the particle, particle 가 or 는, the noun before it).

    ``marked`` are the starts of all particles of subjects and topics.
    """

    predicates: tuple[Predicate, ...] = ()
    subjects: tuple[tuple[int, str, str], ...] = ()
    marked: tuple[int, ...] = ()

    def after(self, place: int) -> int:
        """The index of the first predicate that ends after a character; the number of predicates where none does."""
        return bisect_right(self.predicates, place, key=lambda predicate: predicate.end)

    def own(self, start: int, low: int, high: int) -> tuple[int, str, str] | None:
        """The nearest subject in low…high that the predicate around ``start`` can have, None where it has none in sight."""
        last = self.after(start)
        for subject in reversed(self.subjects):
            if low <= subject[0] < high and not self.closed(subject[0], subject[1], last):
                return subject
        return None

    def closed(self, place: int, marker: str, last: int) -> bool:
        """Whether a subject at ``place`` belongs to a clause that is closed before the predicate of index ``last``."""
        first = self.after(place)
        if first >= last:
            return False
        kind = self.predicates[first].kind
        return kind in CLOSED and not (marker == "는" and kind != "said")


# The clauses of a sentence in which nobody looked for any.
UNREAD = Clauses()


def clauses(tokens: Sequence[Token]) -> Clauses:
    """The clauses of a sentence's tokens."""
    predicates: list[Predicate] = []
    verb: int | None = None
    last = len(tokens) - 1
    for index, token in enumerate(tokens):
        if token.tag not in ENDINGS:
            if verb is None and token.tag.startswith(VERBAL):
                verb = index - 1 if index and token.tag in ("XSV", "XSA") else index
            continue
        following = tokens[index + 1] if index < last else None
        # 만나 봤다, 듣지 못했다: still the same predicate.
        if token.tag == "EC" and (token.form == "지" or (following is not None and following.tag.startswith("VX"))):
            continue
        if verb is not None:
            past = index > 0 and tokens[index - 1].tag == "EP" and tokens[index - 1].form != "시"
            predicates.append(Predicate(tokens[verb].start, token.end, tokens[verb].form, _kind(token, following), token.form, past))
        verb = None
    return Clauses(tuple(predicates), tuple(_subjects(tokens)), tuple(_marked(tokens)))


def _kind(ending: Token, following: Token | None) -> str:
    if ending.form.endswith(SAID) or (following is not None and following.tag == "JKQ"):
        return "said"
    if ending.tag == "ETM":
        if following is not None and following.form in WHEN:
            return "joined"
        return "noun" if following is not None and following.tag == "NNB" else "relative"
    if ending.tag == "EC":
        return "joined" if ending.form in JOINING else "other"
    return "noun" if ending.tag == "ETN" else "final"


def _subjects(tokens: Sequence[Token]) -> list[tuple[int, str, str]]:
    found = []
    for before, token in pairwise(tokens):
        if token.tag == "JKS":
            found.append((token.start, "가", before.form))
        # 오전에는, 서울에서는 name no subject.
        elif token.tag == "JX" and token.form in ("은", "는", "ᆫ") and before.tag[0] in "NSX":
            found.append((token.start, "는", before.form))
    return found


def _marked(tokens: Sequence[Token]) -> Iterator[int]:
    for index, token in enumerate(tokens):
        # 오전에는, 17일에는 and 서울에서는 name no subject.
        adverbial = token.tag == "JX" and index > 0 and tokens[index - 1].tag == "JKB"
        if token.tag in ("JKS", "JX") and token.form in ("이", "가", "은", "는", "께서") and not adverbial:
            yield token.start
