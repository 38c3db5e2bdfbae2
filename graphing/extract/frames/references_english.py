"""Whom an English sentence speaks of: names, 'the two', pronouns, and titles that stand for their bearer ('the Garam chief')."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from graphing.extract.frames.discourse import Sightings
from graphing.extract.frames.phrases import Reference
from graphing.extract.names.english_pieces import words_of
from graphing.model import Mention, Person, Sentence

PAIR = re.compile(
    r"\b(?:[Tt]he (?:two|pair|duo|three|four)(?: (?:men|women|leaders|executives|chiefs|heads|tycoons|of them|ministers|brothers|chairmen"
    r"|CEOs)\b)?(?! (?:compan|firm|group|countr|nation|side|bank|part(?:y|ies)|government|agenc|institution|day|year|week|month|hour"
    r"|project|deal)\w*)|[Bb]oth (?:men|women|leaders|executives)|[Tt]hey|[Tt]hem)\b"
)
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er)\b(?!s)")
COUNT = {"two": 2, "duo": 2, "them": 2, "pair": 2, "both": 2, "they": 2, "three": 3, "four": 4}
# 'the president', 'the vice chairman', 'the Garam Motor chief'; not 'the president of' somebody else, nor 'the chairman Choi'.
TITLED = re.compile(
    r"\b[Tt]he (?P<body>(?:[A-Z][\w&-]+ ){0,3}?)(?P<noun>(?:[Vv]ice |[Dd]eputy |[Pp]rime |[Ee]xecutive |[Dd]eputy [Pp]rime )?"
    r"(?:[Pp]resident|[Cc]hairman|[Cc]hairwoman|[Cc]hair|[Mm]inister|[Pp]remier|[Gg]overnor|[Mm]ayor|[Aa]mbassador|[Ss]ecretary|CEO"
    r"|[Ff]ounder|chief|head|boss|CMD))"
    r"\b(?! of\b| [A-Z]|[-’'])"
)
# What the press calls whoever leads a body.
HEADS = frozenset({"chief", "head", "boss", "cmd"})
LEADING = frozenset({"chairman", "chairwoman", "chair", "executive chairman", "executive chair", "ceo", "president", "governor", "founder"})
ALSO = {"premier": "prime minister"}

# So many sentences that speak of people a pronoun looks back.
PRONOUN_REACH = 4
# So many back a group is meant by 'they'.
GROUP_REACH = 2
SHORTENED = {"gov.": "governor", "sen.": "senator", "rep.": "representative", "amb.": "ambassador"}

# Title in small letters → (name, organisation or "", first mention) of each who bears it.
Bearers = Mapping[str, Sequence[tuple[str, str, int]]]


def bearers_of(people: Sequence[Person]) -> Bearers:
    """Who bears which English title: 'Trade Minister' is kept as 'minister', 'Vice Chairman' as 'vice chairman'."""
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for person in people:
        for post in person.affiliations:
            words = [SHORTENED.get(word, word) for word in (post.title or "").lower().split()]
            if words and words[-1].isascii() and not post.former:
                deputy = len(words) > 1 and words[-2] in {"vice", "deputy", "prime", "executive"}
                title = " ".join(words[-2:] if deputy else words[-1:])
                found[title].append((person.name, post.organization or "", person.mentions[0].start if person.mentions else 0))
    return found


def _titled(text: str, sentence: Sentence, bearers: Bearers) -> Iterator[Reference]:
    """The one named before who bears a title that stands alone; nobody where two of them do."""
    for match in TITLED.finditer(text, sentence.start, sentence.end) if bearers else ():
        noun, body = match["noun"].lower(), match["body"].strip()
        # 'the Indian premier' is whoever of the text bears the title
        body = "" if body in words_of("where") and noun not in HEADS else body
        if noun in HEADS:
            if not body:
                continue
            leading = [bearers[title] for title in LEADING if bearers.get(title)]
            fitting = chain.from_iterable(leading or bearers.values())
        else:
            fitting = chain(bearers.get(ALSO.get(noun, noun), ()))
        names: set[str] = set()
        for name, owner, first in fitting:
            if first < match.start() and (not body or owner.startswith(body)):
                names.add(name)
            if len(names) > 1:
                break
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
        names = _just_told(COUNT[word], sightings, found, match.start(), exact=told)
        names = names or (sightings.last_of(COUNT[word], ()) if told else _of_group(sightings))
        if names and not any(a < match.end() and match.start() < b for a, b in taken):
            found.append(_reference(match.start(), match.end(), names, "plural"))
    opened: dict[str, str] = {}
    for match in PRONOUN.finditer(text, sentence.start, sentence.end):
        word, named = match[0].lower(), any(m.start < match.start() for m, _ in people)
        if named and word in opened:
            # 'He met Ko, whom he saw last year': who the sentence begins with
            topic: str | None = opened[word]
        else:
            topic = _meant(text, match, people, sightings, anew=sentence.paragraph != sightings.paragraph)
        if topic and not named:
            opened.setdefault(word, topic)
        if topic:
            found.append(_reference(match.start(), match.end(), (topic,), "pronoun"))
    sightings.sayer = _sayer(text, sentence, people) or sightings.sayer
    speaker = sightings.speaker or sightings.sayer
    for match in _FIRST.finditer(text, sentence.start, sentence.end) if speaker else ():
        if sightings.speaker or text.count('"', sentence.start, match.start()) % 2 or text.count("“", sentence.start, match.start()):
            found.append(_reference(match.start(), match.end(), (speaker or "",), "pronoun"))
    found += (
        reference
        for reference in _titled(text, sentence, bearers)
        if not any(a < reference.end and reference.start < b for a, b in taken) and reference.names[0] not in {name for _, name in people}
    )
    return sorted(found, key=lambda reference: reference.start)


def _meant(text: str, pronoun: re.Match[str], people: Sequence[tuple[Mention, str]], sightings: Sightings, *, anew: bool) -> str | None:
    """Whom 'he' means: the subject of the clause before it in its sentence, else whom the sentence before was about.

    'Kang received him': whoever 'him' is, it is not the one named just before as the subject.
    """
    gender = "m" if pronoun[0].lower() in ("he", "him") else "f"
    before = [name for mention, name in people if mention.end <= pronoun.start() and not text.startswith(("'s", "’s"), mention.end)]
    fitting = [name for name in before if sightings.genders.get(name, gender) == gender]
    if pronoun[0].lower() in ("he", "she") and fitting:
        return fitting[0]
    return called(gender, () if pronoun[0].lower() in ("he", "she") else before, sightings, anew=anew) or (fitting[0] if fitting else None)


def called(gender: str, apart: Collection[str], sightings: Sightings, *, anew: bool = False) -> str | None:
    """Whom the last sentences call so, other than those ``apart``: what they were about before whom else they name.

    ``anew``: a paragraph begins, which goes on about the person of the whole text rather than about the last one named.
    """
    reach = sightings.sentences[-PRONOUN_REACH:]
    topics = [topic for topic in reversed(sightings.topics[-PRONOUN_REACH:]) if topic]
    named = [name for spoken in reversed(reach) for name in spoken]
    main = [sightings.main] if anew and sightings.main in named else []
    near = (*main, *topics[:1], *named[: len(reach[-1]) if reach else 0], *topics, *named)
    return next((name for name in near if name and name not in apart and sightings.genders.get(name, gender) == gender), None)


_WOMAN = re.compile(r"(?:\b(?:Ms|Mrs|Madam|Lady)\.?|[a-z]woman)\s$")
_MAN = re.compile(r"\b(?:Mr|Sir|Lord)\.?\s$")
# What goes on about the one whom a sentence named: 'Kim said she', and the next one's 'She'.
_GOES_ON = re.compile(r"[^.;,]{0,20}\b(?:said|says|added|told reporters|noted|stressed|recalled)(?: that)? (?P<who>he|she)\b")
_OPENS = re.compile(r"[\"“]?(?P<who>He|She)\b")


_SPOKEN_OF = re.compile(r"\b(?:[Hh]e|[Ss]he|M[rs]|Mrs|Sir)\b")


def genders(text: str, sentences: Sequence[Sentence], people: Sequence[Sequence[tuple[Mention, str]]]) -> dict[str, str]:
    """Whom an article calls he ("m") or she ("f"): by title, or by the pronoun that goes on about the one person of a sentence.

    ``people[i]`` are those whom ``sentences[i]`` names. Who is called both alike is left out.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    last: str | None = None
    if not _SPOKEN_OF.search(text):
        return {}
    for sentence, named in zip(sentences, people, strict=True):
        for mention, name in named:
            before = text[max(0, mention.start - 12) : mention.start]
            votes[name]["f" if _WOMAN.search(before) else "m" if _MAN.search(before) else ""] += 5
            goes_on = _GOES_ON.match(text, mention.end, sentence.end)
            if goes_on:
                votes[name]["f" if goes_on["who"] == "she" else "m"] += 2
        opens = _OPENS.match(text, sentence.start)
        if opens and last is not None:
            votes[last]["f" if opens["who"] == "She" else "m"] += 1
        names = {name for _, name in named}
        last = next(iter(names)) if len(names) == 1 else None if names else last
    return {name: max("mf", key=count.__getitem__) for name, count in votes.items() if count["m"] != count["f"]}


_FIRST = re.compile(r"\b(?:I|[Mm]e)\b(?![.’'])")
_SAID_BY = re.compile(r"[,\"”] (?:said|says|added|recalled|told reporters) (?:[\w.’'&-]+ ){0,6}$")
_SAYS = re.compile(r"(?:, [^,.]{3,80},)? (?:said|says|added|recalled|told)\b")


def _sayer(text: str, sentence: Sentence, people: Sequence[tuple[Mention, str]]) -> str | None:
    """Who says what a sentence quotes: '"…," said Dr. Bong', 'Bong said, "…"'."""
    for mention, name in people:
        if _SAYS.match(text, mention.end, sentence.end) or _SAID_BY.search(text, max(sentence.start, mention.start - 80), mention.start):
            return name
    return None


def _of_group(sightings: Sightings) -> tuple[str, ...] | None:
    """Whom 'they' means where the last sentence names nobody: those told together just before."""
    last = sightings.groups[-1] if sightings.groups else None
    return last.names if last is not None and last.told and len(sightings.sentences) - last.sentence <= GROUP_REACH else None


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
