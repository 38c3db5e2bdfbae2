"""Tellings in English sentences: a cue, its subject before and its partners after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from graphing.extract.cues import Cue
from graphing.extract.discourse import Sightings
from graphing.extract.linking import Scene
from graphing.extract.references import Reference
from graphing.extract.references_english import Bearers, english_references
from graphing.extract.telling import Reading, Telling, names_of
from graphing.lexicon import table
from graphing.model import MeetingStatus, Mention, Sentence, Span

# Beyond these words another clause begins.
CLAUSE = re.compile(
    r"(?:;|, (?:as|while|but|whereas|though|although|after|before|when|where|which|and then)\b"
    r"| (?:while|but|after|before|when|because|whereas)\b|, and (?:is|was|will|has|he|she|they)\b)"
)
# A name after these words takes no part: 'a call from', 'the son of', 'according to'.
ASIDE = re.compile(r"(?:\bof|\babout|\baccording to|\bfrom|\bsuccessor to|\breplac\w+|\bunder|\bfor|’s|'s|\bagainst|\blike)\s$")
SAID = re.compile(r"[^.;]{0,30}?\b(?:said|told|added|wrote|says|according)\b")
PRESS = re.compile(
    r"^\s*(?:with\s)?(?:the )?(?:press|reporters|journalists|media|demand|targets?|expectations?|needs|goals?|requirements|deadline)\b"
)
# People whom a sentence leaves unnamed: 'with the leaders of four conglomerates'.
GROUP = re.compile(
    r"\s(?:[\w-]+ ){0,7}?(?:leaders|heads|chiefs|executives|CEOs|chairmen|businessmen|officials|presidents|ministers|"
    r"representatives|bankers)\b"
)
# A body's people whom nobody names: 'executives of Hanbit', 'Hanbit officials'.
BODY_PEOPLE = (
    r"(?:executives?|officials?|representatives|managers|management|engineers|staff|directors|delegates|delegation|negotiators|"
    r"union leaders|workers)"
)
PEOPLE_OF = re.compile(rf"\b{BODY_PEOPLE}(?: of| from| at)(?: the)? $")
OWN_PEOPLE = re.compile(rf"(?:’s|'s)? (?:[a-z-]+ ){{0,2}}{BODY_PEOPLE}\b")
# What is told to have happened 'over lunch' or 'at a dinner' joins all of its clause.
MEANWHILE = re.compile(r"(?:over|at|during|by|in a) ")
# 'Moon spoke of Lee's pardon during a meeting with …': the one whom the clause begins with met them.
DURING = re.compile(r"\b(?:during|after|at|in|following|before|ahead of) (?:(?:an?|the|his|her|their|its) )?(?:[\w-]+ ){0,2}$")
HOSTED = frozenset({"meet", "talk", "meal", "host"})
SERIAL = re.compile(
    r"\b(?:individual(?:ly)?|separate(?:ly)?|respectively|in turn|in succession|successively|one by one|one after (?:another|the other))\b"
)
# How sure a telling is that a plain pattern found, by its kind: measured on the English documents of the training corpus.
SURE = {"meet": 0.85, "talk": 0.85, "meal": 0.8, "host": 0.7, "visit": 0.6, "face": 0.75, "sign": 0.65, "phone": 0.7, "attend": 0.6}
REACH = 160


@cache
def _cues() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    rows = table("cues_english")
    pattern = "|".join(rf"(?P<c{index}>\b(?:{row['pattern']})\b)" for index, row in enumerate(rows))
    return re.compile(pattern), tuple((row["kind"], row["shape"]) for row in rows)


@cache
def _statuses() -> tuple[tuple[MeetingStatus, str, re.Pattern[str]], ...]:
    return tuple((row["status"], row["where"], re.compile(row["pattern"])) for row in table("status_english"))  # type: ignore[misc]


def find_english_cues(text: str, start: int, end: int) -> list[tuple[Cue, str]]:
    """(cue, shape) of the cues in text[start:end]; meeting the press or a deadline is none."""
    pattern, names = _cues()
    found = []
    for match in pattern.finditer(text, start, end):
        kind, shape = names[int((match.lastgroup or "c0")[1:])]
        if not PRESS.match(text[match.end() : match.end() + 40]):
            found.append((Cue(match.start(), match.end(), kind, match[0].split()[0].lower()), shape))
    return found


def english_status(text: str, sentence: Sentence, cue: Cue) -> MeetingStatus:
    """Whether an encounter told in English took place, is to come, or did not."""
    before = text[max(sentence.start, cue.start - 90) : cue.start]
    after = text[cue.end : sentence.end]
    for status, where, pattern in _statuses():
        if pattern.search(before if where == "before" else after):
            return status
    return "held"


def english_links(text: str, at: Scene, cue: Cue, shape: str, references: Sequence[Reference]) -> list[tuple[Reference, float]]:
    """Those who take part in what an English cue tells, with the probability of each."""
    sentence = at.sentence
    sure = SURE[cue.kind]
    borders = [match.start() for match in CLAUSE.finditer(text, sentence.start, sentence.end)]
    low = max((border for border in borders if border < cue.start), default=sentence.start)
    high = min((border for border in borders if border >= cue.end), default=sentence.end)
    # Who says that others met is not one of them.
    before = [r for r in references if r.end <= cue.start and not _aside(text, r) and not SAID.match(text, r.end, cue.start)]
    hand = cue.kind == "face"
    # 'hosted him for dinner': he stands in the words of the cue.
    within = [r for r in references if cue.start < r.start < cue.end and r.kind == "pronoun"]
    after = [r for r in references if cue.end <= r.start < min(high, cue.end + REACH) and (hand or not _aside(text, r))]
    after = within + after[: _first_group(text, after)]
    if shape == "attend":
        return [(r, sure) for r in references if not _aside(text, r)]
    if shape == "after":
        return [(r, sure) for r in after]
    own = [r for r in before if r.start >= low] or before[:1]
    if DURING.search(text, max(low, cue.start - 40), cue.start):
        own = own[:1]
    plural = [r for r in own if r.kind == "plural"]
    if plural and not after:
        return [(plural[-1], sure)]
    if MEANWHILE.match(text, cue.start) and not after:
        return [(r, sure) for r in own]
    if not after:
        # 'A and B met', 'A and B shook hands'; 'A met with the heads of four groups', who may be named later.
        joined = _joined(text, own)
        alone = GROUP.match(text, cue.end, min(sentence.end, cue.end + 60)) is not None
        return [(r, sure) for r in joined] if len(joined) >= 2 or alone else []
    return [(r, sure) for r in _joined(text, own)] + [(r, sure) for r in after]


def apart(text: str, sentence: Sentence) -> bool:
    """Whether the sentence says that its subject met the others one by one."""
    return SERIAL.search(text, sentence.start, sentence.end) is not None


def _first_group(text: str, references: Sequence[Reference]) -> int:
    """How many of the references stand in the first list: joined by commas or 'and', with titles between."""
    for index in range(1, len(references)):
        between = text[references[index - 1].end : references[index].start]
        if (
            len(between) > 70
            or not re.search(r",|\band\b|\bwith\b", between)
            or re.search(r"\b(?:was|were|is|had|has|said|met|told)\b", between)
        ):
            return index
    return len(references)


def _aside(text: str, reference: Reference) -> bool:
    return bool(ASIDE.search(text[max(0, reference.start - 16) : reference.start])) or text[reference.end : reference.end + 2] in (
        "’s",
        "'s",
    )


def _joined(text: str, references: Sequence[Reference]) -> list[Reference]:
    """The last of the references and those joined to it by a comma or 'and', titles between."""
    group: list[Reference] = []
    for reference in reversed(references):
        if group and not re.search(r"(?:,| and )[^;.]{0,60}$", text[reference.end : group[-1].start]):
            break
        group.append(reference)
    return group[::-1]


def english_sides(text: str, sentence: Sentence, cue: Cue, organizations: Sequence[tuple[Mention, str]]) -> tuple[tuple[str, Span], ...]:
    """(organisation, words) of the bodies whose unnamed people a cue has as its partners."""
    found = []
    for mention, name in organizations:
        if cue.end <= mention.start < min(sentence.end, cue.end + REACH) and not CLAUSE.search(text, cue.end, mention.start):
            own = OWN_PEOPLE.match(text, mention.end, sentence.end)
            if own or PEOPLE_OF.search(text[max(cue.end, mention.start - 40) : mention.start]):
                found.append((name, Span(mention.start, own.end() if own else mention.end)))
    return tuple(found)


def read_english(
    text: str,
    index: int,
    at: Scene,
    people: Sequence[tuple[Mention, str]],
    sightings: Sightings,
    organizations: Sequence[tuple[Mention, str]] = (),
    *,
    certain: bool,
    bearers: Bearers | None = None,
) -> tuple[list[Telling], Reading]:
    """The tellings of an English sentence, and its reading; ``certain`` is False where certainties are still to be learnt.

    ``bearers`` are those whom 'the minister' may mean.
    """
    sentence = at.sentence
    references = english_references(text, sentence, people, sightings, bearers or {})
    cues = find_english_cues(text, sentence.start, sentence.end)
    told: list[Telling] = []
    for cue, shape in cues:
        links = tuple(english_links(text, at, cue, shape, references))
        names = names_of(links)
        hosts = cue.kind in HOSTED and GROUP.match(text, cue.end, min(sentence.end, cue.end + 60)) is not None
        sides = english_sides(text, sentence, cue, organizations) if shape == "both" and cue.kind != "sign" else ()
        if sides and not links:
            own = [reference for reference in references if reference.end <= cue.start and not _aside(text, reference)]
            links = tuple((reference, SURE[cue.kind]) for reference in _joined(text, own))
            names = names_of(links)
        if len(names) + len(sides) < 2 and not (names and (shape == "attend" or hosts)):
            continue
        # 'met in succession with A, B and C, marking a meeting with …': what follows tells no other encounter of theirs.
        again = bool(told) and told[-1].part and set(names) <= {name for one in told for name in one.names}
        if not names or again:
            continue
        status = english_status(text, sentence, cue)
        certainty = min(chance for _, chance in links) if certain else 0.0
        features = ("english", f"k={cue.kind}", f"st={status}")
        one = Telling(index, at, cue, links, sides, status, features, text[sentence.start : cue.end], certainty)
        if apart(text, sentence) and len(names) > 2:
            told += [replace(one, links=(links[0], link), orgs=(), part=True) for link in links[1:]]
            told += [replace(one, links=links[:1], orgs=(side,), part=True) for side in sides]
        else:
            told.append(one)
        if shape != "attend" and not at.headline:
            sightings.tell(names)
    spoken = tuple(dict.fromkeys(name for reference in references for name in reference.names))
    if spoken and not at.headline:
        sightings.hear(spoken, references[0].names[0] if len(references[0].names) == 1 else None)
    return told, Reading(at, tuple(cue for cue, _ in cues), tuple(references), english=True)
