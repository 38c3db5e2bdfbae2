"""Decisions as a curator makes them: each function names its subject so that it is found again, and checks what is to hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from graphing.decisions.addressing import Letters, about_meeting, date_of, digest, meeting_record
from graphing.decisions.naming import occurrences
from graphing.decisions.rows import TELLING_KINDS, Decision, What, written
from graphing.errors import InputError
from graphing.model import Affiliation, DateRange, Extraction, Meeting, MeetingStatus, MentionKind, Participant, Place, Span


def accepted(found: Extraction, meeting: Meeting, by: str, why: str = "") -> Decision:
    """The meeting is rightly read."""
    return _of_meeting("accept", found, meeting, None, by, why)


def rejected(found: Extraction, meeting: Meeting, by: str, why: str) -> Decision:
    """There was no such meeting; ``why`` is '' where nobody has said."""
    return _of_meeting("reject", found, meeting, None, by, why)


def attended(found: Extraction, meeting: Meeting, people: Sequence[str], orgs: Sequence[str], by: str, why: str = "") -> Decision:
    """Just these people were there, and these sides whose people are unnamed. Raises InputError where they are fewer than two."""
    told = {"people": _names(people), "orgs": _names(orgs)}
    if len(told["people"]) + len(told["orgs"]) < 2:
        raise InputError("a meeting needs at least two sides: say who met whom, or reject the meeting")
    return _of_meeting("participants", found, meeting, told, by, why)


def dated(found: Extraction, meeting: Meeting, iso: str | None, by: str, why: str = "") -> Decision:
    """It took place then ('2025-02-04', '2025-02', '2025'), or the text does not tell when (None). Raises InputError."""
    _date(iso)
    return _of_meeting("date", found, meeting, iso, by, why)


def placed(found: Extraction, meeting: Meeting, place: str | None, by: str, why: str = "") -> Decision:
    """It took place there, or the text does not tell where (None)."""
    return _of_meeting("place", found, meeting, place.strip() if place and place.strip() else None, by, why)


def known_as(found: Extraction, meeting: Meeting, status: MeetingStatus, by: str, why: str = "") -> Decision:
    """It was held, is planned, or was cancelled."""
    if status not in get_args(MeetingStatus):
        raise InputError("{status!r} is not a meeting status: expected held, planned or cancelled", status=status)
    return _of_meeting("status", found, meeting, status, by, why)


def missed(
    found: Extraction,
    sentence: Span,
    people: Sequence[str],
    by: str,
    why: str = "",
    *,
    orgs: Sequence[str] = (),
    status: MeetingStatus = "held",
    date: str | None = None,
    place: str | None = None,
    topic: str | None = None,
    read: Meeting | None = None,
) -> Decision:
    """The sentence tells a meeting that was not read. ``topic`` are words of the text. Of ``read``, what the sentence was proposed to tell,
    the words stay beside what is the same; what is proposed there and None here is left open on purpose.

    Raises InputError where the sentence or the topic lies outside the text or nobody is named.
    """
    text = found.article.text
    if not 0 <= sentence.start < sentence.end <= len(text):
        raise InputError(
            "the sentence {span} lies outside the text, which has {count} characters: choose a sentence of the article",
            span=tuple(sentence),
            count=len(text),
        )
    who, sides = _names(people), _names(orgs)
    if len(who) + len(sides) < 2:
        raise InputError("a meeting needs at least two sides: say who met whom")
    if topic and not occurrences(text, topic):
        raise InputError("{words!r} does not occur in the text: copy the words exactly as they stand there", words=topic)
    known = {one.name: one for one in read.participants} if read else {}
    spot = read.place if read and read.place and read.place.name == place else None
    meeting = Meeting(
        tuple(known.get(name) or Participant(name, _where(text, name, sentence)) for name in who),
        status,
        (sentence,),
        sentence,
        tuple(sides),
        read.when if read and read.when and read.when.iso() == date else _date(date),
        spot or (Place(place, _where(text, place, sentence)) if place else None),
        _where(text, topic, sentence) if topic else None,
    )
    said = (("date", read and read.when, date), ("place", read and read.place, place), ("topic", read and read.topic, topic))
    left = [field for field, proposed, kept in said if proposed and not kept]
    return _of_meeting("add", found, meeting, {"open": left} if left else None, by, why)


def held(found: Extraction, person: str, post: Affiliation | None, right: Affiliation | None, by: str, why: str = "") -> Decision:
    """The person's ``post`` (None: one that was not read) is ``right`` (None: is none)."""
    if all(one.name != person for one in found.people):
        raise InputError("{person!r} is not a person in this article: mark the name first", person=person)
    if right is not None and not right.title.strip():
        raise InputError("the post has no title: enter one, or say that there is no post")
    subject = {
        "person": person,
        "organization": post.organization if post else None,
        "title": post.title if post else None,
        "former": post.former if post else False,
    }
    value = {"organization": right.organization, "title": right.title, "former": right.former} if right else None
    return _of_name("post", found, "person", person, subject, value, by, why)


def marked(found: Extraction, kind: MentionKind, name: str, by: str, why: str = "", words: str | None = None) -> Decision:
    """The words (as a rule the name itself), wherever the text has them, name a person or organisation."""
    spans = occurrences(found.article.text, words or name)
    if not spans:
        raise InputError("{words!r} does not occur in the text: copy the words exactly as they stand there", words=words or name)
    letters = Letters(found.article.text)
    value = {"spans": [letters.tight(span) for span in spans], "type": None}
    return _of_name("mark", found, kind, name, {"kind": kind, "name": name}, value, by, why)


def unmarked(found: Extraction, kind: MentionKind, name: str, by: str, why: str = "") -> Decision:
    """The name is no person (or organisation)."""
    return _of_name("unmark", found, kind, name, {"kind": kind, "name": name}, None, by, why)


def called(
    appearance: str,
    by: str,
    why: str = "",
    *,
    name: str | None = None,
    english: str | None = None,
    aliases: Iterable[str] = (),
    without: Iterable[str] = (),
    also: Iterable[str] = (),
) -> Decision:
    """Whoever has this appearance (its key) is called so, has this English name, is also known as ``aliases``, no longer as ``without``.

    Where the appearance is gone, the first of ``also`` that is stored says who is meant. None leaves as it is what was decided before, ''
    leaves it to the articles. Raises InputError where nothing is said.
    """
    value = {
        "name": None if name is None else name.strip(),
        "english": None if english is None else english.strip(),
        "aliases": _names(aliases),
        "without": _names(without),
    }
    if all(part in (None, []) for part in value.values()):
        raise InputError("nothing was changed about the name: change what should be shown, or clear what should not")
    return Decision("name", "", f"name {appearance}", _whoever(appearance, also), written(value), by, why)


def compared(what: What, these: Iterable[str], those: Iterable[str], by: str, why: str = "", *, lead: str | None = None) -> Decision:
    """The appearances (keys) are the same person or organisation, are different ones, or nobody knows (unsure).

    ``lead``: one of them, by whose name the same are known; None: by that of most articles.
    """
    a, b = sorted((sorted(set(these)), sorted(set(those))))
    kinds = {key.split("/")[1] for key in (*a, *b) if key.count("/") >= 2}
    if what not in {"same", "different", "unsure"} or len(kinds) != 1 or not a or not b or set(a) & set(b):
        raise InputError(
            "cannot decide {what!r} about {a} and {b}: expected same, different or unsure, and two appearances of the same kind",
            what=what,
            a=a,
            b=b,
        )
    return Decision(what, "", f"{a[0]} {b[0]}", written({"a": a, "b": b}), written(lead if what == "same" else None), by, why)


def grouped(appearance: str, group: str | None, by: str, why: str = "", *, also: Iterable[str] = ()) -> Decision:
    """The organisation that has this appearance (its key; ``also`` as in ``called``) belongs to a business group, or to none (None)."""
    if appearance.split("/")[1:2] != ["organization"]:
        raise InputError(
            "{appearance!r} is not an organisation: only companies and agencies can belong to a business group", appearance=appearance
        )
    value = group.strip() if group and group.strip() else None
    return Decision("group", "", f"group {appearance}", _whoever(appearance, also), written(value), by, why.strip())


def _whoever(appearance: str, also: Iterable[str]) -> str:
    others = [key for key in dict.fromkeys(also) if key != appearance]
    return written({"appearance": appearance, "also": others} if others else {"appearance": appearance})


Telling = tuple[Extraction, Meeting]


def told(what: What, one: Telling, others: Iterable[Telling], by: str, why: str = "") -> Decision:
    """A meeting is one encounter with each of ``others`` (together), or is none of them (apart); each is of another article."""
    these = [_telling(*one)]
    those = sorted((_telling(*other) for other in others), key=lambda side: str(side["about"]))
    articles = [side["article"] for side in (*these, *those)]
    if what not in TELLING_KINDS or not those or articles[0] in articles[1:]:
        raise InputError("cannot decide {what!r}: expected together or apart, for meetings from two articles", what=what)
    about = " ".join(sorted((these[0]["about"], those[0]["about"])))
    return Decision(what, "", about, written({"a": these, "b": those}), "null", by, why.strip())


def _telling(found: Extraction, meeting: Meeting) -> dict[str, Any]:
    article, record = digest(found.article), meeting_record(meeting, Letters(found.article.text))
    return {"article": article, "meeting": record, "about": about_meeting(article, record)}


def _of_meeting(what: What, found: Extraction, meeting: Meeting, value: object, by: str, why: str) -> Decision:
    article = digest(found.article)
    record = meeting_record(meeting, Letters(found.article.text))
    return Decision(what, article, about_meeting(article, record), written(record), written(value), by, why.strip())


def _of_name(what: What, found: Extraction, kind: str, name: str, subject: dict[str, Any], value: object, by: str, why: str) -> Decision:
    article = digest(found.article)
    return Decision(what, article, f"{article}/{kind}/{name}", written(subject), written(value), by, why.strip())


def _date(iso: str | None) -> DateRange | None:
    try:
        return date_of(iso)
    except ValueError:
        raise InputError(
            "{said!r} is not a date: expected one such as 2025-02-04, 2025-02 or 2025; leave it empty if the text does not say", said=iso
        ) from None


def _names(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))


def _where(text: str, words: str, sentence: Span) -> Span:
    spans = occurrences(text, words)
    return next((span for span in spans if sentence.start <= span.start < sentence.end), next(iter(spans), Span(0, 0)))
