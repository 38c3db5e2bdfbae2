"""One article, one reading: a name found with confidence is looked up everywhere else in the article.

The tagger sees a sentence at a time. What it is sure of in one place (김하늘 한빛전자 대표) settles the places where the context is
thin: headlines without titles, captions, a surname or a foreign last name before a title, a form in brackets after a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from graphing.extract.names.foreign import last_words
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import surname_of
from graphing.model import MentionKind

PARTICLES = (
    "에게서|에게|한테|께서|께|으로부터|로부터|으로서|로서|으로|로|까지|부터|에서는|에서|에는|에도|에|처럼|보다|마저|조차|이나|이랑|랑|이라는|라는|이라고|라고|이라며|라며|이라|라|이며|이자|이다|인|"
    "은|는|이|가|을|를|과|와|의|도|만|씨|측|쪽|나|서|야|여|아|엔|선|발|표|제|식|호|家|重"
)
AFTER_NAME = re.compile(rf"(?:(?:들|씨|측|쪽)?(?:{PARTICLES})(?:은|는|도|만|의)?)?(?![가-힣A-Za-z])")
WORDLIKE = re.compile(r"[가-힣A-Za-z0-9]")
HANJA_BRACKET = re.compile(r"\(([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,4})\)")
LATIN_NAME_BRACKET = re.compile(r"\(([A-Z][A-Za-zÀ-ɏ.'\-]+(?: [A-Za-zÀ-ɏ.'\-]+){1,3})(?=[)·,])")
ORGANIZATION_BRACKET = re.compile(r"\(([A-Z][A-Za-zÀ-ɏ&.'\- ]+|[가-힣]{2,6})\)")
SURE = 0.7
CERTAIN = 0.97
DOUBTFUL = 0.9
SHARE = 0.5


def consistent(text: str, guesses: Iterable[Guess], title_starts: frozenset[int]) -> list[Guess]:
    """The guesses of one article after the second look, sorted and not overlapping.

    ``title_starts``: offsets at which titles begin; a short form is a name only before a title.
    """
    first = sorted(guesses)
    taken = bytearray(len(text))
    for guess in first:
        taken[guess.start : guess.end] = b"\x01" * (guess.end - guess.start)
    kinds, passed_over = _settled(text, first, taken)
    lasts = last_words(text, first)
    found = []
    for guess in first:
        form = text[guess.start : guess.end]
        if guess.kind == "person" and form in lasts:
            # 레만 회장 after 볼프강 레만, whose company is called 레만 as well
            found.append(guess)
        elif form in kinds:
            found.append(guess._replace(kind=kinds[form]))
        elif guess.probability < DOUBTFUL and len(passed_over.get(form, ())) > 1:
            taken[guess.start : guess.end] = bytes(guess.end - guess.start)
        else:
            found.append(guess)
    for form, kind in kinds.items():
        for start in passed_over.get(form, ()):
            end = start + len(form)
            if not any(taken[start:end]):
                found.append(Guess(start, end, kind, SURE))
                taken[start:end] = b"\x01" * len(form)
    found += _short_forms(text, found, title_starts, taken)
    found += _brackets(text, found, taken)
    return _without_overlap(found)


def _distinct(form: str) -> bool:
    return len(form) >= 3 or (len(form) == 2 and not form.isascii())


def _settled(text: str, guesses: Sequence[Guess], taken: bytearray) -> tuple[dict[str, MentionKind], dict[str, list[int]]]:
    """Forms that the article settles, with the kind that most of their places agree on; and where the tagger missed a form.

    A form is settled where the tagger is sure of it once and does not pass over most of its places (일본 read as a person once).
    """
    weights: dict[str, dict[MentionKind, float]] = defaultdict(lambda: defaultdict(float))
    best: dict[str, float] = defaultdict(float)
    for guess in guesses:
        form = text[guess.start : guess.end]
        if _distinct(form):
            weights[form][guess.kind] += guess.probability
            best[form] = max(best[form], guess.probability)
    passed_over = missed(text, weights, taken)
    kinds: dict[str, MentionKind] = {}
    for form, votes in weights.items():
        mostly = sum(votes.values()) >= SHARE * len(passed_over.get(form, ()))
        if best[form] >= SURE and (mostly or (len(form) > 2 and best[form] > CERTAIN)):
            kinds[form] = max(votes, key=lambda kind: votes[kind])
    return kinds, passed_over


def missed(text: str, forms: Iterable[str], taken: bytearray) -> dict[str, list[int]]:
    """Where forms stand unread, with nothing but a particle joined to them: their starts."""
    places: dict[str, list[int]] = {}
    ordered = sorted(forms, key=len, reverse=True)
    if ordered:
        for match in re.finditer("|".join(map(re.escape, ordered)), text):
            start, end = match.span()
            if not any(taken[start:end]) and not (start and WORDLIKE.match(text[start - 1])) and AFTER_NAME.match(text, end):
                places.setdefault(match[0], []).append(start)
    return places


def _short_forms(text: str, guesses: Sequence[Guess], title_starts: frozenset[int], taken: bytearray) -> list[Guess]:
    """Surnames of known people, and last words of known foreign names, before a title."""
    shorts: set[str] = set()
    lasts: set[str] = set()
    for guess in guesses:
        if guess.kind != "person":
            continue
        form = text[guess.start : guess.end]
        if " " in form:
            parts = [part for part in form.split(" ") if len(part) >= 2]
            lasts.update(parts[-1:])
        elif 2 <= len(form) <= 4 and surname_of(form):
            shorts.add(surname_of(form))
    found = []
    for title in title_starts:
        end = title - 1 if title and text[title - 1] == " " else title
        start = end
        while start and "가" <= text[start - 1] <= "힣" and end - start < 8:
            start -= 1
        form = text[start:end]
        if (form in shorts or form in lasts) and not any(taken[start:end]):
            found.append(Guess(start, end, "person", SURE))
            taken[start:end] = b"\x01" * (end - start)
    if lasts:
        for match in re.finditer("|".join(re.escape(form) for form in sorted(lasts, key=len, reverse=True)), text):
            start, end = match.span()
            if any(taken[start:end]) or (start and WORDLIKE.match(text[start - 1])) or not AFTER_NAME.match(text, end):
                continue
            found.append(Guess(start, end, "person", SURE))
            taken[start:end] = b"\x01" * (end - start)
    return found


def _brackets(text: str, guesses: list[Guess], taken: bytearray) -> list[Guess]:
    """The same name once more in brackets: 習近平 after 시진핑, Faisal Alharbi, TKMS, 금감원 after 금융감독원.

    A guess that fills the brackets takes the kind of the name before them, in place.
    """
    found = []
    spans = {(guess.start, guess.end): guess for guess in guesses}
    for guess in tuple(guesses):
        if guess.end >= len(text) or text[guess.end] != "(":
            continue
        if guess.kind == "person":
            match = HANJA_BRACKET.match(text, guess.end) or LATIN_NAME_BRACKET.match(text, guess.end)
        else:
            match = ORGANIZATION_BRACKET.match(text, guess.end)
            if match and not match[1].isascii() and not _abbreviates(match[1], text[guess.start : guess.end]):
                match = None
        if match and match.span(1) in spans:
            other = guesses.index(spans[match.span(1)])
            guesses[other] = guesses[other]._replace(kind=guess.kind)
        elif match and not any(taken[match.start(1) : match.end(1)]):
            found.append(Guess(match.start(1), match.end(1), guess.kind, guess.probability))
            taken[match.start(1) : match.end(1)] = b"\x01" * len(match[1])
    return found


def _abbreviates(short: str, long: str) -> bool:
    letters = iter(long)
    return len(short) < len(long) and all(letter in letters for letter in short)


def _without_overlap(guesses: Iterable[Guess]) -> list[Guess]:
    kept: list[Guess] = []
    for guess in sorted(guesses, key=lambda guess: (guess.start, -guess.end)):
        if not kept or guess.start >= kept[-1].end:
            kept.append(guess)
    return kept
