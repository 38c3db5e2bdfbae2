"""Whom an English sentence speaks of: names, 'the two', pronouns, and titles that stand for their bearer ('the Garam chief')."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graphing.extract.discourse import Sightings
from graphing.extract.references import Reference
from graphing.model import Mention, Person, Sentence

PAIR = re.compile(r"\b(?:[Tt]he (?:two|pair|duo|three|four)(?: (?:men|women|leaders|executives|chiefs|heads|tycoons|of them|ministers|brothers|chairmen|CEOs)\b)?(?! (?:compan|firm|group|countr|nation|side|bank|part(?:y|ies)|government|agenc|institution|day|year|week|month|hour|project|deal)\w*)|[Bb]oth (?:men|women|leaders|executives)|[Tt]hey|[Tt]hem)\b")
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er)\b(?!s)")
COUNT = {"two": 2, "duo": 2, "them": 2, "pair": 2, "both": 2, "they": 2, "three": 3, "four": 4}
# 'the president', 'the vice chairman', 'the Garam Motor chief'; not 'the president of' somebody else, nor 'the chairman Choi'.
TITLED = re.compile(
    r"\b[Tt]he (?P<body>(?:[A-Z][\w&-]+ ){0,3})(?P<noun>(?:vice |deputy |prime |executive )?"
    r"(?:president|chairman|chairwoman|chair|minister|premier|governor|mayor|ambassador|secretary|CEO|founder|chief|head|boss))"
    r"\b(?! of\b| [A-Z]|[-’'])"
)
# What the press calls whoever leads a body.
HEADS = frozenset({"chief", "head", "boss"})
LEADING = frozenset({"chairman", "chairwoman", "chair", "executive chairman", "executive chair", "ceo", "president", "governor", "founder"})
ALSO = {"premier": "prime minister"}

# Title in small letters → (name, organisation or "", first mention) of each who bears it.
Bearers = Mapping[str, Sequence[tuple[str, str, int]]]


def bearers_of(people: Sequence[Person]) -> Bearers:
    """Who bears which English title: 'Trade Minister' is kept as 'minister', 'Vice Chairman' as 'vice chairman'."""
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for person in people:
        for post in person.affiliations:
            words = (post.title or "").lower().split()
            if words and words[-1].isascii() and not post.former:
                deputy = len(words) > 1 and words[-2] in {"vice", "deputy", "prime", "executive"}
                title = " ".join(words[-2:] if deputy else words[-1:])
                found[title].append((person.name, post.organization or "", person.mentions[0].start if person.mentions else 0))
    return found


def _titled(text: str, sentence: Sentence, bearers: Bearers) -> Iterator[Reference]:
    """The one named before who bears a title that stands alone; nobody where two of them do."""
    for match in TITLED.finditer(text, sentence.start, sentence.end) if bearers else ():
        noun, body = match["noun"].lower(), match["body"].strip()
        if noun in HEADS:
            if not body:
                continue
            fitting = [one for title in LEADING for one in bearers.get(title, ())]
        else:
            fitting = [*bearers.get(ALSO.get(noun, noun), ())]
        names = {name for name, owner, first in fitting if first < match.start() and (not body or owner.startswith(body))}
        if len(names) == 1:
            yield _reference(match.start(), match.end(), tuple(names), "title")


def english_references(
    text: str, sentence: Sentence, people: Sequence[tuple[Mention, str]], sightings: Sightings, bearers: Bearers
) -> list[Reference]:
    """Whom an English sentence speaks of: by name, as 'the two', by a pronoun, or by title alone ('the minister')."""
    found = [_reference(m.start, m.end, (name,), "name") for m, name in people]
    taken = [(m.start, m.end) for m, _ in people]
    for match in PAIR.finditer(text, sentence.start, sentence.end):
        word = next((word for word in match[0].lower().split() if word in COUNT), "two")
        told = word not in ("they", "them")
        names = _just_told(COUNT[word], sightings, found, match.start(), exact=told) or (sightings.last_of(COUNT[word], ()) if told else None)
        if names and not any(a < match.end() and match.start() < b for a, b in taken):
            found.append(_reference(match.start(), match.end(), names, "plural"))
    for match in PRONOUN.finditer(text, sentence.start, sentence.end):
        topic = _meant(text, match, people, sightings)
        if topic:
            found.append(_reference(match.start(), match.end(), (topic,), "pronoun"))
    found += (
        reference
        for reference in _titled(text, sentence, bearers)
        if not any(a < reference.end and reference.start < b for a, b in taken) and reference.names[0] not in {name for _, name in people}
    )
    return sorted(found, key=lambda reference: reference.start)


def _meant(text: str, pronoun: re.Match[str], people: Sequence[tuple[Mention, str]], sightings: Sightings) -> str | None:
    """Whom 'he' means: the subject of the clause before it in its sentence, else whom the sentence before was about.

    'Kang received him': whoever 'him' is, it is not the one named just before as the subject.
    """
    before = [name for mention, name in people if mention.end <= pronoun.start() and not text.startswith(("'s", "’s"), mention.end)]
    if pronoun[0].lower() in ("he", "she"):
        return before[0] if before else sightings.pronoun()
    # whom 'him' means depends on who the subject is: the frames settle it
    return sightings.pronoun(before) or (before[0] if before else None)


def _just_told(count: int, sightings: Sightings, found: Sequence[Reference], at: int, *, exact: bool) -> tuple[str, ...] | None:
    """Whom 'the two' or 'they' means: so many as were spoken of in this sentence before it, or in the last one."""
    here = tuple(dict.fromkeys(name for reference in found if reference.end <= at for name in reference.names))
    last = tuple(dict.fromkeys(sightings.sentences[-1])) if sightings.sentences else ()
    for names in (here, last):
        if len(names) == count or (not exact and 1 < len(names) < 5):
            return names
    return None


def _reference(start: int, end: int, names: tuple[str, ...], kind: str) -> Reference:
    return Reference(start, end, end, names, kind, "", "", "")
