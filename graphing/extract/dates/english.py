"""English date phrases: `on Feb. 4`, `Jan. 2024`, `last Tuesday`, `the previous day`, `in June last year`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from graphing.extract.dates import calendar
from graphing.extract.dates.grammar import Phrase
from graphing.extract.dates.story import Resolved, Story

_MONTHS = {
    name: number for number, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_WEEKDAYS = {name: "월화수목금토일"[index] for index, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_RELATIVE_YEAR = r"(?:last year|this year|next year|the same year|that year|the following year)"
_PHRASE = re.compile(
    rf"\b(?:(?P<lead>last|next|this past|this|that|early|late|mid-)\s?)?(?P<month>{_MONTH})"
    rf"(?:\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d|,\d)(?:\s?(?:-|–|to)\s?(?P<last>\d{{1,2}})(?!\d))?)?"
    rf"(?:,?\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b|,?\s(?:of\s)?(?P<relyear>{_RELATIVE_YEAR}))?"
    rf"|\b(?P<day2>\d{{1,2}})\s(?P<month2>{_MONTH})(?:\s(?P<year2>(?:19|20)\d\d))?\b"
    rf"|\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s|(?P<on>[Oo]n)\s)?(?P<weekday>{_WEEKDAY})\b(?!\s(?:Times|Post))"
    r"(?:\s(?:of\s)?(?P<week>last|next|this)\sweek)?"
    rf"|\b(?P<week2>[Ll]ast|[Nn]ext|[Tt]his)\sweek,?\son\s(?P<weekday2>{_WEEKDAY})\b"
    r"|\b(?P<word>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Yy]esterday|[Tt]oday|[Tt]omorrow"
    r"|(?:[Oo]ver the|[Ll]ast|[Tt]he past|[Tt]his past|[Tt]his|[Nn]ext|[Tt]his coming) weekend"
    r"|[Tt]he (?:previous|next|following|same) (?:day|morning|afternoon|evening|night)"
    r"|[Tt]he (?:night|evening) (?:before|after)|[Tt]he day (?:before|after)"
    r"|[Tt]hat (?:same )?day|[Oo]n this day|(?:[Ee]arlier|[Ll]ater) in the day"
    r"|[Tt]he (?:end|close) of (?:last|this) year|(?:[Ll]ast|[Tt]he previous) (?:week|month|year)"
    r"|[Nn]ext (?:week|month|year)|[Tt]his (?:week|month|year)"
    r"|[Tt]he (?:week before|(?:previous|preceding) week)|(?:[Ee]arlier|[Ll]ater) (?:this|in the) week"
    r"|[Ee]arlier (?:this|that) (?:month|year|day)|[Ll]ater (?:this|that) (?:month|year|day)"
    r"|[Ss]ame day|[Tt]hat (?:year|spring|summer|fall|autumn|winter))\b"
    rf"|\b(?P<ordinal3>\d{{1,2}})(?:st|nd|rd|th) (?:day )?of (?P<month3>{_MONTH})(?:,? (?P<year3>(?:19|20)\d\d)\b)?"
    r"|\b(?P<ordinal2>\d{1,2})(?:st|nd|rd|th) of (?P<monthly>this|last|next|the (?:same|previous|following)) month\b"
    r"|\b(?:[Oo]n|(?:set|scheduled|slated|planned|due|booked) for|(?:morning|afternoon|evening|night) of) the "
    r"(?P<ordinal>\d{1,2})(?:st|nd|rd|th)\b(?!-| (?:floor|anniversary|century|day|birthday|round|meeting|of)\b)"
    r"|\b(?P<count>\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Tt]en|[Aa])\s(?P<unit>day|week|month"
    r"|year)s?\s(?P<way>later|ago|earlier|after|before)\b"
    r"|\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y)\s"
    r"(?:(?:the\s)?(?:early|late|mid|spring|summer|fall|autumn|winter|first half|second half)[\s-](?:of\s)?)?(?P<only>(?:19|20)\d\d)\b"
)
# The groups of one phrase by the names of another that means the same: 'last week on Tuesday', 'the 3rd of May'.
_SAME = {"week2": "week", "weekday2": "weekday", "ordinal2": "ordinal", "ordinal3": "day2", "month3": "month2", "year3": "year2"}
_TRIGGER = re.compile(r"[A-Za-z]{2} [a-z]")
# 'three days before Christmas', 'a week after the vote': counted from what nobody dates here.
_FROM_ELSEWHERE = re.compile(r" (?:(?:the|an?|his|her|its|their|last|this|next|that)\b(?! (?:two|pair|three)\b)|[A-Z]|[a-z]+ing\b)")
_CAME = re.compile(r"\b(?:came|comes|took place|was held|were held|followed|fell|took place just|came just)(?: (?:just|only|exactly))? $")
# 'met Lee on Tuesday, a day after he saw Ko': what follows was the day before.
_CLAUSE = re.compile(r" (?:he|she|they|it|his|her|their|the|[a-z]+ing|[A-Z][\w-]+)\b")
# 'met Lim in December and will open a plant': a second verb tells of another time.
_AHEAD = re.compile(
    r"(?:,\s)?[^,;]{0,80}?(?<!\band )\b(?:will|is to|are to|is due|are due|"
    r"(?:is|are|was|were) (?:scheduled|slated|tentatively)|is set|are set|plans? to"
    r"|agreed to|(?:scheduled|slated|planned|set|due) for|is expected|are expected"
    r"|(?:flies|travels|heads|leaves|departs) (?:to|for))\b"
)
# 'will meet Lee, whom he last saw in October'
_LOOKS_BACK = re.compile(
    r"\b(?:last|first|previously) (?:saw|met|spoke|visited|dined|held|sat)\b|\bhad (?:\w+ )?(?:seen|met|held|visited|hosted)\b"
)
# 'Her meeting with Lee, slated for the 14th, was called off' leaves open whether that day has come.
_SET_FOR = re.compile(r"\b(?:scheduled|slated|planned|set|due) for (?:the )?$")
_UNDONE = re.compile(r"[^.;]{0,60}\b(?:call(?:ed)? off|cancel|postpone|scrap|shelve|put off|fell through|did not|never)")


def english_phrases(text: str) -> Iterator[Phrase]:
    """The English date phrases of a text, in order; none where the text holds no English prose."""
    if not _TRIGGER.search(text):
        return
    for found in _PHRASE.finditer(text):
        parts = {name: value for name, value in found.groupdict().items() if value is not None}
        if parts.get("month") == "May" and not parts.keys() & {"day", "year", "relyear"} and not _follows_in(text, found.start()):
            continue
        if parts.get("way") in {"after", "before"}:
            turned = text.startswith(", ", found.start() - 2) or _CAME.search(text, max(0, found.start() - 30), found.start())
            if turned and _CLAUSE.match(text, found.end()):
                parts["way"] = "earlier" if parts["way"] == "after" else "later"
            elif _FROM_ELSEWHERE.match(text, found.end()):
                continue
        inner = next((name for name in ("ordinal", "only") if name in parts), "weekday" if "on" in parts else 0)
        yield Phrase(found.start(inner), found.end(), "english", {_SAME.get(name, name): value for name, value in parts.items()})


def looks_ahead(head: str, tail: str) -> bool:
    """Whether the words before or after a phrase speak of the future (`is to fly on Saturday`)."""
    ahead = _AHEAD.search(head)
    if ahead and _LOOKS_BACK.search(head, ahead.end()):
        return False
    return bool((ahead and not (_SET_FOR.search(head) and _UNDONE.match(tail))) or _AHEAD.match(tail))


def _follows_in(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:in|last|since|until|by|early|late|mid-|of)\s?$", text[max(0, start - 6) : start], re.IGNORECASE))


def resolve_english(phrase: Phrase, published: date | None, narrative: Story, ahead: bool = False) -> Resolved | None:
    """The date an English phrase means; None where it can't be told. ``ahead``: its sentence speaks of the future."""
    parts = phrase.parts
    if "only" in parts:
        first = calendar.day(int(parts["only"]), 1, 1)
        return Resolved(first, "year", "told in full") if first else None
    if "ordinal" in parts:
        return _numbered(parts, published, narrative, ahead)
    if "month" in parts or "month2" in parts:
        return _month_day(parts, published, narrative, ahead)
    if "weekday" in parts:
        return _weekday(parts, published, ahead)
    if "count" in parts:
        return _offset(parts, published, narrative)
    return _word(parts["word"].lower(), published, narrative)


def _numbered(parts: dict[str, str], published: date | None, narrative: Story, ahead: bool) -> Resolved | None:
    """`on the 24th`: the last such day up to publication, or the next; of the month told before where nobody has said when it appeared."""
    number, monthly = int(parts["ordinal"]), parts.get("monthly")
    if monthly is not None:
        anchor = narrative.last_told if monthly.startswith("the ") else published
        steps = -1 if monthly.endswith(("last", "previous")) else 1 if monthly.endswith(("next", "following")) else 0
        first = calendar.numbered_day(anchor, number, steps) if anchor else None
    elif published is None:
        first = calendar.numbered_day(narrative.last_told, number) if narrative.last_told else None
    else:
        here = calendar.numbered_day(published, number) if number == published.day else None
        first = here or (calendar.coming_day if ahead else calendar.past_day)(published, number)
    return Resolved(first, "day", "counted from publication") if first else None


def _month_day(parts: dict[str, str], published: date | None, narrative: Story, ahead: bool) -> Resolved | None:
    month = _MONTHS[(parts.get("month") or parts["month2"])[:3].lower()]
    number = parts.get("day") or parts.get("day2")
    told = parts.get("year") or parts.get("year2")
    last = narrative.last_told
    year: int | None
    if told:
        year = int(told)
    elif (relative := parts.get("relyear")) is not None:
        if relative in {"the same year", "that year", "the following year"}:
            year = last.year + (relative == "the following year") if last else None
        else:
            year = published.year + {"last year": -1, "this year": 0, "next year": 1}[relative] if published else None
    elif published is None or (parts.get("lead") == "that" and last):
        year = last.year if last else None
    else:
        here = (month, int(number or 1))
        now = (published.month, published.day)
        lead = parts.get("lead", "")
        year = published.year
        if lead == "next":
            year += here < now
        elif here > now and (month - published.month > (9 if ahead else 2) or lead == "last"):
            year -= 1
        elif ahead and published.month - month > 6:
            # 'will meet in January', told in November
            year += 1
    if year is None:
        return None
    first = calendar.day(year, month, int(number or 1))
    if first is None:
        return None
    reason = "told in full" if told else "counted from publication"
    if "last" in parts:
        end = calendar.day(year, month, int(parts["last"]))
        return Resolved(*calendar.common(first, end), reason, first, end) if end and end > first else None
    return Resolved(first, "day" if number else "month", reason)


def _weekday(parts: dict[str, str], published: date | None, ahead: bool) -> Resolved | None:
    """American style: a bare weekday is the latest one up to publication, `next` the one of the coming week."""
    if published is None:
        return None
    weekday = _WEEKDAYS[parts["weekday"][:3].lower()]
    if "week" in parts:
        found = calendar.weekday_of(published, weekday, {"next": 1, "last": -1}.get(parts["week"].lower(), 0))
        return Resolved(found, "day", "counted from publication") if found else None
    which = parts.get("which", "").lower()
    found = calendar.weekday_of(published, weekday, 1 if which == "next" else 0)
    if found and ahead and which != "last":
        return Resolved(found if found >= published else calendar.shifted(found, 7) or found, "day", "counted from publication")
    if found and which != "next" and (found > published or (found == published and which == "last")):
        found = calendar.shifted(found, -7)
    return Resolved(found, "day", "counted from publication") if found else None


def _offset(parts: dict[str, str], published: date | None, narrative: Story) -> Resolved | None:
    word = parts["count"].lower()
    count = int(word) if word.isdigit() else _COUNTS[word]
    way = parts["way"]
    sign = 1 if way in {"later", "after"} else -1
    anchor = published if way == "ago" else narrative.last_day_told or (published if sign < 0 else None)
    if anchor is None:
        return None
    unit = parts["unit"]
    if unit == "year":
        first = calendar.day(anchor.year + sign * count, 1, 1)
        return Resolved(first, "year", f"counted from {anchor.isoformat()}", anchored=True) if first else None
    if unit == "month":
        month = calendar.shifted_month(anchor, sign * count)
        return Resolved(month, "month", f"counted from {anchor.isoformat()}", anchored=True) if month else None
    found = calendar.shifted(anchor, sign * count * (7 if unit == "week" else 1))
    return Resolved(found, "day", f"counted from {anchor.isoformat()}", anchored=True) if found else None


def _word(word: str, published: date | None, narrative: Story) -> Resolved | None:
    if word.endswith(("yesterday", "today", "tomorrow")):
        step = {"yesterday": -1, "today": 0, "tomorrow": 1}[word.rsplit(maxsplit=1)[-1]] * (2 if word.startswith("the day") else 1)
        found = calendar.shifted(published, step) if published else None
        return Resolved(found, "day", "counted from publication") if found else None
    if word.endswith(("day", "morning", "afternoon", "evening", "night")) or word.startswith(("the day", "the night", "the evening")):
        step = -1 if "previous" in word or "before" in word else 1 if "next" in word or "following" in word or "after" in word else 0
        anchor = narrative.last_day_told or (published if step < 0 or word.endswith("in the day") else None)
        if anchor is None:
            return None
        found = calendar.shifted(anchor, step)
        return Resolved(found, "day", f"counted from {anchor.isoformat()}", anchored=True) if found else None
    if word.startswith("that "):
        first = calendar.day(narrative.last_told.year, 1, 1) if narrative.last_told else None
        return Resolved(first, "year", "the year told before", anchored=True) if first else None
    if published is None:
        return None
    if word.endswith("weekend"):
        # the one gone by, or under way; the one to come where it says so
        coming = word.startswith(("next", "this coming")) or word == "this weekend"
        first = calendar.weekday_of(published, "토", 0 if coming or published.weekday() > calendar.WEEKDAYS.index("금") else -1)
        last = first and calendar.shifted(first, 1)
        return Resolved(*calendar.common(first, last), "counted from publication", first, last) if first and last else None
    step = -1 if word.startswith(("last", "the ")) else 1 if word.startswith("next") else 0
    if word.startswith(("the end", "the close")):
        first = calendar.day(published.year - word.endswith("last year"), 12, 1)
        return Resolved(first, "month", "counted from publication") if first else None
    if word.endswith("year"):
        first = calendar.day(published.year + step, 1, 1)
        return Resolved(first, "year", "counted from publication") if first else None
    if word.endswith("month"):
        month = calendar.shifted_month(published, step)
        return Resolved(month, "month", "counted from publication") if month else None
    first, last = calendar.weekday_of(published, "월", step), calendar.weekday_of(published, "일", step)
    if first is None or last is None:
        return None
    return Resolved(*calendar.common(first, last), "counted from publication", first, last)
