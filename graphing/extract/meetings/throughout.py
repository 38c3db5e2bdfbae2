"""Who was there each time: 'C는 두 자리 모두에 배석했다', 'D 회장은 이틀 내리 자리를 지켰다'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.frames.linking import STAYED_AWAY, inside
from graphing.extract.frames.phrases import Reference, bare
from graphing.extract.frames.remembering import WHO
from graphing.extract.frames.telling import SUBJECT, Reading
from graphing.extract.meetings.encounters import Encounter
from graphing.extract.occasions import OCCASION
from graphing.model import Span

# Words for several encounters told before: so many of them, or all.
COUNTED = re.compile(
    rf"(?<![가-힣])(?P<count>두|세|네|이들|양쪽) {OCCASION}(?: 모두)?"
    r"(?:에서도|에서|에는|에도|에|를|을|의)? |"
    r"(?<![가-힣])(?P<days>이틀) (?:모두|내리|연속|내내|다|연달아) "
)
NUMBERS = {"두": 2, "양쪽": 2, "세": 3, "네": 4}
TOGETHER = re.compile(
    r"배석|함께[했한하였]|동석|(?:자리|곁|옆)(?:자리)?[를을에]? (?:모두 |다 )?(?:지[켜켰킨킬]|함께)|참석|동행|수행|"
    r"(?<![가-힣])(?:나왔|나온다|나오는|온다|왔다|지켰)"
)
# So many sentences before may tell of them; so few of one host are several.
REACH = 12
SEVERAL = 2
MET = 2


def with_those_throughout(text: str, encounters: Sequence[Encounter], readings: Sequence[Reading]) -> None:
    """Adds to each of several encounters of one host, told just before, those of whom a sentence says that they were at all of them."""
    for index, reading in enumerate(readings):
        sentence = reading.scene.sentence
        counted = COUNTED.search(text, sentence.start, sentence.end) if reading.references and not reading.scene.headline else None
        if counted is None or inside(counted.start(), reading.scene.quotes):
            continue
        there = [one for one in reading.references if _was_there(text, reading, one, counted)]
        told = _told_before(encounters, index, days=counted["days"] is not None)
        count = NUMBERS.get(counted["count"] or "", len(told) if counted["count"] else SEVERAL)
        for encounter in told[-count:] if len(told) >= max(count, SEVERAL) else ():
            if len(encounter.names) + len(encounter.orgs) < MET:
                # Whom the host met there is untold.
                continue
            for reference in there:
                for name in reference.names:
                    if name not in encounter.names:
                        encounter.attendants[name] = Span(reference.start, reference.end)
                        encounter.attended.append(Span(sentence.start, sentence.end))


def _was_there(text: str, reading: Reading, reference: Reference, counted: re.Match[str]) -> bool:
    """Whether the sentence says of somebody that he was there."""
    if reference.kind not in ("name", "title") or STAYED_AWAY.search(text, counted.end(), reading.scene.sentence.end):
        return False
    end = reading.scene.sentence.end
    last = bare(reference.group) not in SUBJECT and reference.start > counted.end() and not TOGETHER.search(text, reference.end, end)
    if last:
        # '두 자리 모두에서 그의 곁을 지킨 이는 C였다'
        return all(words.search(text, counted.end(), reference.start) for words in (TOGETHER, WHO))
    return bare(reference.group) in SUBJECT and TOGETHER.search(text, min(reference.end, counted.end()), end) is not None


def _told_before(encounters: Sequence[Encounter], index: int, *, days: bool) -> list[Encounter]:
    """The encounters of one host told last, in order: of one status, or of several days."""
    near = [one for one in encounters if not one.recalled and any(0 <= index - place <= REACH for place in one.indexes)]
    near.sort(key=lambda one: max(place for place in one.indexes if place <= index))
    if not near:
        return []
    last = near[-1]
    hosts = set(last.told)
    found = [one for one in near if hosts & set(one.told) and (days or one.status == last.status)]
    if days:
        dated = [one for one in found if one.when is not None and one.when.precision == "day"]
        # Of one day the encounter of most people is meant.
        by_day = {one.when.iso(): one for one in sorted(dated, key=lambda one: len(one.names)) if one.when is not None}
        return list(by_day.values()) if len(by_day) == SEVERAL else []
    return found
