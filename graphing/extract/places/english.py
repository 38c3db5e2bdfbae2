"""English places: `at the Plaza Hotel in Seoul`, `toured the group's Ulsan plant`, `flew to Tokyo`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphing.lexicon.words import places_in_english

# Houses and grounds; shop to home are only such behind 'at' or 'in' with an article.
_VENUE = (
    r"(?:hotel|plant|office|offices|headquarters|harbor|factory|campus|center|centre|hall|palace|house|residence|shipyard|airport|club"
    r"|restaurant|"
    r"museum|university|embassy|building|tower|resort|laboratory|lab)"
)
_HOUSE = (
    _VENUE[:-1] + r"|shop|depot|yard|farm|site|mill|refinery|store|branch|ministry|ranch|course|clubhouse|villa|mansion|lounge|bar|pub|"
    r"studio|church|temple|"
    r"stadium|arena|port|dock|terminal|gallery|library|hospital|mortuary|home|apartment|compound|base|pavilion|booth|secretariat|room"
    r"|complex|showroom|mall|"
    r"store|branch|cafe|café|winery|villa|garden|school|agency|bakery)"
)
_NAME = r"(?:(?:St|Ft|Mt)\.|[A-Z][\w&’'-]*(?: \d{1,2}(?![\d,:.%]| (?:percent|a\.m|p\.m)))?)"
_GOES = r"(?:fly|flew|flies|flying|travel(?:ed|led)?|went|go)"
_GAP = r"(?:\s|,\s(?=(?:Texas|California|Georgia|Germany|France|Japan)\b))"
_MORE = rf"(?:{_NAME}|of\b|and(?=\s[A-Z]\w+\s[Cc]ent)|{_VENUE}\b|[a-z]+(?=\s{_VENUE})|[a-z]+(?=\s[a-z]+\s{_VENUE}))"
_PHRASE = re.compile(
    rf"\b(?P<verb>[Aa]t|[Ii]n|[Nn]ear|[Tt]oured|[Vv]isited|{_GOES} to)\s(?:the\s|a\s|an\s|his\s|its\s)?(?:[a-z]+['’]s\s)?"
    rf"(?P<town>(?:[A-Z][a-z]+ )?(?:[a-z]+ ){{0,2}}(?:capital|city|town|village|port|island|province|county|state|suburb|district|resort"
    rf"|hub)(?: city| town)?(?: of)? (?=[A-Z]))?"
    rf"(?P<name>{_NAME}(?:{_GAP}{_MORE})*)"
)
_HOUSE_OF = re.compile(
    rf"\b(?:[Aa]t|[Ii]n|to|[Tt]oured|[Vv]isited)\s(?:the\s|its\s)?(?P<name>(?:headquarters|offices?|plant|campus|residence|home)\sof\s"
    rf"(?:the\s)?{_NAME}(?:\s{_NAME})*)"
)
# 'at the company's headquarters', 'at a noodle shop', 'in her office'.
_COMMON = re.compile(
    rf"\b(?:at|in|toured|visited|inspected) (?:the |a |an |this |that )?(?P<name>(?:(?:his|her|its|their) )?(?:(?:[a-z]+"
    rf"|[A-Z][\w&-]*)['’]s? )?"
    rf"(?:(?!of\b|and\b|to\b|for\b|the\b|which\b|where\b)[\w-]+ ){{0,3}}?{_HOUSE})\b(?!['’-]| (?:of|for|to|business|market|prices?|sales"
    rf"|managers?|chief|union|workers?)\b)"
)
_IN_TOWN = re.compile(r" in (?P<town>[A-Z][\w-]+(?: (?:City|Province|County|Island|[A-Z][\w-]+)(?=[ ,.;]|$))?)(?![\w’'])")
# 'in the Indonesian capital': a town that nobody names.
_CAPITAL = re.compile(r"\bin the (?P<name>[A-Z][a-z]+ capital)\b(?! (?:of |city )?[A-Z])")
_NOT_PLACE = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov"
    r"|Dec|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Korean|English|Mr|Ms)\b"
)
_VENUE_END = re.compile(
    rf"(?:{_VENUE}|Hotel|Plant|Center|Centre|House|Palace|Hall|Tower|Campus|Headquarters|Resort|Airport|Museum|University|Club|Restaurant"
    rf"|Shipyard|Office)$"
)


def english_places(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of each place of English prose; none where the text is Korean.

    ``kind``: "city", "venue", or "house" for a venue that is known by its kind only (her office, the plant).
    """
    for house in _HOUSE_OF.finditer(text):
        yield *house.span("name"), "venue"
    named: list[tuple[int, int]] = []
    for found in _PHRASE.finditer(text):
        name = found["name"]
        if _NOT_PLACE.match(name) or name.endswith(("Conference", "Summit", "Forum", "Meeting")):
            continue
        start, end = found.span("name")
        named.append((start, end))
        if name in places_in_english() or (found["town"] and not _VENUE_END.search(name)):
            yield start, end, "city"
        elif _VENUE_END.search(name) or found["verb"].lower() in {"at", "toured", "visited"}:
            yield start, end, "venue"
        elif name.split(",")[0] in places_in_english():
            yield start, end, "city"
    number = reach = 0
    for found in _COMMON.finditer(text):
        start, end = found.span("name")
        while number < len(named) and named[number][0] < end:
            reach, number = max(reach, named[number][1]), number + 1
        if start < reach or text[start:end] == "room":
            continue
        # 'a hotel in Seoul', 'her office in Yeouido': the house and its town are one place
        town = _IN_TOWN.match(text, end)
        if town and not _NOT_PLACE.match(town["town"]):
            yield start, town.end(), "venue"
        else:
            yield start, end, "house"
    for capital in _CAPITAL.finditer(text):
        yield *capital.span("name"), "city"


