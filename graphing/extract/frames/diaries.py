"""Lines of a diary or a chronology: '▲ A 장관, B 회장 면담(16:30, 정부서울청사)', '▷4월 22일 = A 회장·B 상무, 본가에서 회동'.

Such a line has no verb, and its subject no particle but a comma. Nobody is meant in it who is not named there, and a line below may say
who else comes ('※ C 사장, D 대표 참석').
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import Scene
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import Telling
from graphing.model import Article, Place, Sentence, Span

_DAY = r"(?:(?:(?:19|20)\d\d)[년.] ?)?\d{1,2}[월./] ?\d{1,2}일?\.?(?: ?\([월화수목금토일](?:요일)?\))?"
_CLOCK = r"(?:(?:오전|오후|낮|밤|저녁) ?)?\d{1,2}(?::\d\d|시(?: ?\d{1,2}분)?)"
# What stands before the subject of a line: a mark, the day, the hour; and the name of his body (레버리지클럽 한동민 대표).
_HEAD = re.compile(
    rf"\s*(?:[△▲▷▶■□●○◇◆◦•·ㆍ※*\-–—]\s?)?(?:{_DAY}\s?(?:[=:–—|\-]\s?)?)?(?:{_CLOCK}[,.]?\s)?(?P<body>[^\s,.=은는이가]{{2,14}} ){{0,2}}"
)
_MARKED = re.compile(rf"\s*(?:[△▲▷▶■□●○◇◆◦•·ㆍ※*]|[\-–—](?=\s?[가-힣A-Z])|{_DAY}\s?[=:–—|]|{_CLOCK}\s)")
# How a line of a diary ends: with what people meet for, where and when in brackets.
_ENDS = re.compile(
    r"(?:면담|접견|예방|환담|회동|회담|독대|담판|오찬|만찬|조찬|점심|저녁|간담회|미팅|통화|대담|만남|상견례|차담|좌담|회의|서명|체결|참석|배석|동석|방문|시찰)"
    r"(?:\s?예정)?\s?(?:\([^()\n]{0,40}\))?[.\s]*(?=$|\n)|"
    r"(?:면담|접견|예방|환담|회동|회담|독대|담판|오찬|만찬|조찬|간담회|미팅|통화|대담|만남|상견례)(?:\s?\([^()\n]{0,40}\))?\.\s"
)
_VERB = re.compile(r"[다요까죠][.”\"’!?)]*\s*$")
# What two do: a conference or a visit in a diary need not be a meeting of those whom its line names.
_OF_TWO = re.compile(r"면담|접견|예방|환담|회동|회담|독대|담판|오찬|만찬|조찬|미팅|통화|대담|만남|상견례|차담|간담회")
_WHERE = re.compile(
    rf"\((?:{_CLOCK}\s?[,·/]\s?)?(?P<place>(?!비공개|공개|예정|잠정|화상|온라인|유선|서면|종일|미정|장소|{_CLOCK})[가-힣A-Za-z][^(),\d]{{1,24}})\)[.\s]*$"
)
_ALSO = re.compile(r"\s*[※*\-–·(]\s?.*(?:참석|배석|동석)(?:자)?\)?[.\s]*$", re.DOTALL)
_SCHEDULE = re.compile(r"일정|동정|캘린더|스케줄|다이어리")
# So many blanks, at most, stand before a line's first word.
INDENT = 12
# How sure such a line is, which the model of running text takes for none.
SURE = 0.85
# The features of what a diary's line tells, and of one among what is to come: that has taken place only if its day is over.
DIARY, AHEAD = "diary", "ahead"


def is_line(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a line of a diary: begins with a mark, a day or an hour, and ends without a verb."""
    if _MARKED.match(text, sentence.start, sentence.end) is None:
        return False
    # Not the whole line: one may be as long as the text.
    before = text[max(0, sentence.start - INDENT) : sentence.start].rstrip(" \t")
    return (not before or before.endswith("\n")) and _VERB.search(text, sentence.start, sentence.end) is None


def is_entry(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a line of a diary that names what people meet for, and no mere name of a list."""
    return is_line(text, sentence) and _ENDS.search(text, sentence.start, min(len(text), sentence.end + 1)) is not None


def has_subject(text: str, sentence: Sentence, references: Sequence[Reference]) -> bool:
    """Whether a line names its subject at its head, with a comma or a dot: '▲ A 장관, B 회장 면담'."""
    first = references[0] if references else None
    # A sign is read as the particle that it stands for.
    named = first is not None and (first.marker in (",", "") or text.startswith("=", first.phrase_end + 1))
    return first is not None and named and _HEAD.fullmatch(text, sentence.start, first.start) is not None


def entries(
    text: str, index: int, at: Scene, cues: Sequence[Cue], references: Sequence[Reference], above: Telling | None, *, schedule: bool
) -> list[Telling]:
    """The telling of a diary's line that names two at least and what they do together, or says who else comes to what the line above
    tells (``above``); none of any other sentence. ``schedule``: whether the article lists what is to come (``AHEAD``)."""
    if index == 0 or at.caption or not references:
        return []
    # Short lines without a verb look like headlines.
    at = replace(at, headline=False)
    if above is not None and _ALSO.match(text, at.sentence.start, at.sentence.end):
        attend = next((cue for cue in reversed(cues) if cue.kind == "attend"), None)
        host = replace(above.links[0][0], kind="carried")
        if attend is None:
            return []
        also = [(reference, SURE) for reference in references]
        return [replace(above, links=(*above.links, *also)), _telling(text, index, at, attend, [host, *references], above.features)]
    if not is_line(text, at.sentence) or not has_subject(text, at.sentence, references):
        return []
    ends = _ENDS.search(text, at.sentence.start, min(len(text), at.sentence.end + 1))
    cue = next((cue for cue in reversed(cues) if ends and ends.start() <= cue.start < ends.end()), None)
    if cue is None or _OF_TWO.match(text, cue.start) is None:
        return []
    named = [reference for reference in references if reference.end <= cue.start and reference.kind in ("name", "title")]
    return [_telling(text, index, at, cue, named, (DIARY, AHEAD) if schedule else (DIARY,))] if named else []


def _telling(text: str, index: int, at: Scene, cue: Cue, references: Sequence[Reference], features: tuple[str, ...]) -> Telling:
    links = tuple((reference, SURE) for reference in references)
    return Telling(index, at, cue, links, (), "held", features, text[at.sentence.start : cue.end], SURE)


def place_in(text: str, sentence: Sentence) -> Place | None:
    """Where a line says in its brackets that it is: '(16:30, 정부서울청사)', '(롯데호텔)'; None where it says no place."""
    found = _WHERE.search(text, sentence.start, sentence.end)
    return Place(found["place"].strip(), Span(*found.span("place"))) if found else None


def is_schedule(article: Article) -> bool:
    """Whether an article lists what is to come: '[이번 주 경제 일정]'."""
    return any(
        _SCHEDULE.search(article.text, paragraph.start, min(paragraph.end, paragraph.start + 60)) is not None
        for paragraph in article.paragraphs[:2]
    )
