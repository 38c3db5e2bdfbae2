"""Why a meeting was read, in a line: the words that tell it, and those that name who was there. All in words of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from graphing.extract.posts.titles import Title, find_titles
from graphing.model import Extraction, Meeting, Mention, Participant, Span
from graphing.view import names
from graphing.view.roles import Role, named, roles
from graphing.view.session import Language
from graphing.view.words import word

# So many are named before the rest is folded.
NAMED = 3
# Longer words are a clause in which somebody is only meant, or one of many that it names.
NAME_AND_TITLE = 40  # characters
TITLE_REACH = 25  # characters of an organisation between a name and its title
ENDS = re.compile(r"[.?!]\s|[.?!]$|\n\n")
# Words for people named before: who is meant by them is subject or partner as they are.
PRONOUN = re.compile(r"(?:.{0,6}(?:사람|명|측|정상|총수|수장|회장|대표|장관|인사)|이들|그들|그|둘|셋|넷|서로)")
# Neither blank nor mark.
IN_WORD = r"[^\s.,;:·…?!()\[\]<>“”\"‘’']"
PARTICLES = r"(?:을|를|이|가|은|는|의|에|에서|에는|에서는|으로|로|과|와|도|까지)"
# What makes a predicate of a noun: 회동을 가졌다, 오찬이 있었다.
NOUN = re.compile(r"[을를이가]$")
LEADING_PARTICLE = re.compile(r"[을를] ")


def told(meeting: Meeting, found: Extraction, language: Language, most: int = NAMED) -> str:
    """The line as HTML: '“회동을 가졌다” — 주어 올트먼 CEO, 상대 최 회장'; who is not named where it is told stands there by name, and in
    another language than the article's everybody does: two scripts in a line would look like two people."""
    text = found.article.text
    mentions = {one.name: one.mentions for one in found.people}
    calls = [_called(text, one, mentions.get(one.name, ())) for one in meeting.participants]
    # By their particles; words that stand for people named before have some too, a clause that implies them has none.
    spans = [call or one.words for call, one in zip(calls, meeting.participants, strict=True)]
    there: dict[Role | None, list[str]] = {"subject": [], "partner": [], None: []}
    before: dict[Role | None, list[str]] = {"subject": [], "partner": [], None: []}
    for one, call, span, part in zip(meeting.participants, calls, spans, roles(text, spans, meeting.cue), strict=True):
        role = part if call or PRONOUN.fullmatch(text[slice(*span)]) else None
        said = named(text, call) if call and language == "ko" else names.name(one.name, "person", language)
        if said not in (group := (there if call else before)[role]):
            group.append(said)
    there[None] += (names.name(one, "organization", language) for one in meeting.orgs)
    who = []
    for role, here in there.items():
        groups = [folded(here, language, most)] if here else []
        if before[role]:
            groups.append(word("clause_before", language, who=folded(before[role], language, most)))
        if groups:
            said = ", ".join(groups)
            who.append(word(f"clause_{role}", language, who=said) if role else said)
    return word("why_told", language, cue=escape(cue_words(text, meeting.cue)), who=", ".join(who))


def folded(said: Sequence[str], language: Language, most: int = NAMED, marked: bool = False, more: str = "rest_people") -> str:
    """Names as HTML, the first of them in sight; the rest opens under the word ``more``. ``marked`` ones are HTML already."""
    shown = list(said) if marked else [escape(one) for one in said]
    if len(shown) <= most + 1:
        return names.unbroken(names.listed(shown, language))
    rest = escape(word(more, language, n=len(shown) - most))
    first, hidden = (names.unbroken(names.listed(part, language)) for part in (shown[:most], shown[most:]))
    return f'{first} <details class="rest"><summary>{rest}</summary>{hidden}</details>'


def cue_words(text: str, cue: Span) -> str:
    """The whole words that tell a meeting, up to the next blank; with the verb where they are only its object (회동 → 회동을 가졌다)."""
    start, end = cue
    if particle := LEADING_PARTICLE.match(text, start):
        start = particle.end()
    while start and re.match(IN_WORD, text[start - 1]) and not particle:
        start -= 1
    rest = re.match(rf"{IN_WORD}*", text[end:])
    tail = rest[0] if rest else ""
    bare = re.fullmatch(rf"{PARTICLES}", tail)
    if bare and not NOUN.search(tail):
        return text[start:end]
    end += len(tail)
    if (bare or NOUN.search(text[cue.start : cue.end])) and (verb := re.match(rf" {IN_WORD}+", text[end:])):
        end += len(verb[0])
    # 타진하고 있다, 열리지 않았다: the verb alone says something else.
    if end > cue.end and text[:end].endswith(("고", "지")) and (going := re.match(rf" (?:있|않|못){IN_WORD}*", text[end:])):
        end += len(going[0])
    return text[start:end]


def _called(text: str, participant: Participant, mentions: Sequence[Mention]) -> Span | None:
    """The name or title by which its words name somebody; None where they name nobody: 두 사람, or a clause that only implies them."""
    start, end = participant.words
    there = [one for one in mentions if start <= one.start and one.end <= end]
    if not there:
        return None
    words = text[start:end]
    if there[0].start == start and len(words) <= NAME_AND_TITLE and not ENDS.search(words):
        return participant.words
    titles = find_titles(text[start : min(len(text), end + TITLE_REACH)])
    for one in there:
        title = next((title for title in titles if _bears(text, one, start, title)), None)
        if title or len(one.text) > 1:
            return Span(one.start, start + title.end if title else one.end)
    return None


def _bears(text: str, name: Mention, offset: int, title: Title) -> bool:
    """Whether a title is that of the name before it: nothing but an organisation stands between."""
    between = text[name.end : offset + title.start]
    near = name.end <= offset + title.start and len(between) <= TITLE_REACH
    return near and between[:1] in {"", " ", "("} and not re.search(r"[,.·]|[을를은는과와이가] ", between)
