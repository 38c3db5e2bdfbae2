"""What a document says of itself besides its text: the day and the outlet that it, or its file's name, prints.

Proposals, for a person to confirm: a crawler's date may stand above the real one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from graphing.articles.splitting import printed_date
from graphing.model import Document, Origin

# Where imprints stand: so many characters at the beginning and at the end.
HEAD, TAIL = 1_500, 1_500
_NAME_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-._ ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
# The words in which names of outlets end.
_OUTLET = (
    r"[가-힣A-Za-z0-9]{0,10}(?:일보|신문|경제|뉴스\d?|데일리|타임스|타임즈|투데이|저널|미디어|헤럴드|방송|통신|닷컴|비즈|경제TV|매일|포스트)"
)
_RIGHTS = re.compile(
    rf"(?:저작권자\s*[:ⓒ©]?|[Cc]opyright|[ⓒ©]|\([cC]\))[\s:ⓒ©()cC]*(?:\d{{4}}[.\s]*)?(?P<outlet>{_OUTLET})(?=[\s,.<>(\[&\-–·|]|$)"
)
_BYLINE = re.compile(
    rf"[\[(]\s*(?:(?!사진|자료|출처|제공|영상|그래픽)[가-힣]{{2,5}}\s?=\s?)?(?P<bracket>{_OUTLET})(?:\s[가-힣]{{2,4}}\s?(?:기자|특파원)?)?\s*[\])]"
    rf"|(?P<line>{_OUTLET})\s[가-힣]{{2,4}}\s기자"
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Day and outlet, and where each was found; None where it was not."""

    published: date | None = None
    published_from: Origin | None = None
    outlet: str | None = None
    outlet_from: Origin | None = None


def imprint(document: Document) -> Imprint:
    """What the document prints of itself, where nobody has said it: a stamp or page head, a copyright line, a byline, a dated file name."""
    printed = printed_date(document) if document.published is None else None
    named = _named_day(document.source) if document.published is None and printed is None else None
    outlet = printed_outlet(document.text) if document.outlet is None else None
    return Imprint(printed or named, "text" if printed else "name" if named else None, outlet, "text" if outlet else None)


def printed_outlet(text: str) -> str | None:
    """The outlet of a copyright line, else of a byline ('[한빛일보 김누리 기자]', '(서울=새벽통신)'); None where they name several."""
    places = text[:HEAD] + "\n" + text[max(HEAD, len(text) - TAIL) :]
    for pattern in (_RIGHTS, _BYLINE):
        found: set[str] = {next(filter(None, match.groupdict().values())) for match in pattern.finditer(places)}
        if len(found) == 1:
            return found.pop()
    return None


def _named_day(source: str) -> date | None:
    """The one day in a file's name ('한빛일보_20250205.pdf')."""
    found: set[date] = set()
    for year, _, month, day in _NAME_DAY.findall(PurePath(source).stem):
        try:
            found.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None
