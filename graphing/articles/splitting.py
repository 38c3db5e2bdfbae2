"""A page becomes its articles: where one ends and the next one's headline stands."""

from __future__ import annotations

import re
from datetime import date

from graphing.articles import residue
from graphing.articles.bylines import writers
from graphing.articles.cleaning import clean
from graphing.articles.lines import columns, ends_sentence, lines_of
from graphing.articles.signs import Sign, is_photo_headline, signs_of
from graphing.articles.traced import Traced, tidy
from graphing.model import Article, Document

# What follows a headline on a page must tell at least this much (columns) to be an article of its own.
SHORTEST_ARTICLE = 100
# Headline, deck, byline and jump line together are at most so many lines.
LONGEST_HEAD = 12
# Among so many lines stands the heading of a document, perhaps with its day.
HEADING_LINES = 5
_HEADLINE_MARKS = re.compile(r"…|\.\.\.|[“”‘’\"'%↑↓]|, ")
_WORD = re.compile(r"[가-힣A-Za-z0-9]{2,}")
_OUTSIDE = frozenset(("page head", "furniture", "stamp", "copyright"))


def split_articles(document: Document) -> tuple[Article, ...]:
    """The articles of a document, in order; none where it holds no text.

    An article ends at its byline, or where a headline stands that a jump line ('» 1면 ‘…’서 계속'), a photo tag or words
    new to the page make one. ``start`` is the headline's first character, ``end`` the end of the last line that belongs
    to it (byline, copyright line). Page heads (date, section, page number) belong to no article.
    """
    tidied = tidy(document.text)
    signs = signs_of(lines_of(tidied))
    articles: list[Article] = []
    pieces = _pieces(signs)
    for piece in pieces:
        cleaned = clean(piece, tidied)
        if not cleaned.text.text:
            continue
        title = cleaned.title
        if len(pieces) == 1:
            title = document.title or title
        articles.append(
            Article(
                source=document.source,
                start=_original(tidied, piece[0].line.start).start,
                end=_original(tidied, piece[-1].line.end - 1).stop,
                text=cleaned.text.text,
                runs=cleaned.text.runs,
                paragraphs=cleaned.paragraphs,
                title=title,
                published=document.published,
                outlet=document.outlet,
                url=document.url,
                author=(document.author if len(pieces) == 1 else None) or _writers(piece),
            )
        )
    return tuple(articles)


def _writers(piece: list[Sign]) -> str | None:
    """Who the bylines of an article name, with commas between; None for nobody."""
    signed = [sign.string for sign in piece if "기자" in sign.string or "특파원" in sign.string]
    return ", ".join(dict.fromkeys(name for line in signed for name in writers(line))) or None


def printed_date(document: Document) -> date | None:
    """The day that the document itself prints as its own: where it was put in ('입력 2024.03.05'), else that of a page head or heading.

    None where there is none. It is for a person to confirm: a crawler's date may stand above the real one.
    """
    heads: list[date] = []
    headings: list[date] = []
    filled = 0
    for line in document.text[:20_000].splitlines()[:200] + document.text[-3_000:].splitlines()[-20:]:
        text = " ".join(line.split())
        filled += bool(text)
        head, heading = residue.is_page_head(text), filled <= HEADING_LINES and residue.is_dated_heading(text)
        if len(text) > 160 or not (residue.is_stamp(text) or head or heading):
            continue
        try:
            day = date(*(residue.printed(text) or (0, 0, 0)))
        except ValueError:
            continue
        if residue.is_stamp(text):
            return day
        (heads if head else headings).append(day)
    return next(iter((*heads, *headings)), None)


def _pieces(signs: list[Sign]) -> list[list[Sign]]:
    """The lines of each article, page heads and what else belongs to none cut off."""
    if not signs:
        return []
    starts = _starts(signs)
    pieces: list[list[Sign]] = []
    for first, last in zip(starts, [*starts[1:], len(signs)], strict=True):
        piece = signs[first:last]
        piece = _without_head(piece)
        while len(starts) > 1 and piece and piece[-1].kind in ("page head", "furniture"):
            piece.pop()
        if piece:
            pieces.append(piece)
    return pieces


def _without_head(piece: list[Sign]) -> list[Sign]:
    """Without page heads, section names and buttons at the start."""
    first = 0
    for index, sign in enumerate(piece[:12]):
        if sign.kind in ("page head", "furniture", "stamp") and all(
            before.kind != "body" and (before.kind != "short" or residue.is_section(before.string) or len(before.string) <= 12)
            for before in piece[first:index]
        ):
            if sign.kind == "stamp" and any(before.kind == "short" for before in piece[first:index]):
                break
            first = index + 1
        elif sign.kind == "short" and residue.is_section(sign.string) and index == first and len(piece) > index + 1:
            first = index + 1
        elif sign.kind not in ("short", "item"):
            break
    return piece[first:] or piece


class _State:
    """What has been seen of the article at hand."""

    def __init__(self) -> None:
        self.prose = 0
        self.signed = False
        self.photo = False
        self.captions = 0
        self.words: list[str] = []

    def see(self, sign: Sign, first: bool) -> None:
        if first:
            self.photo = is_photo_headline(sign.string)
        if sign.kind == "caption":
            self.captions += 1
        if sign.kind in ("body", "item", "ticker"):
            self.prose += sign.kind != "ticker"
            # Prose after a byline: the byline was another's (a box, a photographer), and the article goes on.
            self.signed = False
        if sign.signed or sign.kind == "copyright":
            self.signed = self.signed or self.prose > 0
        self.words.append(sign.string)


def _starts(signs: list[Sign]) -> list[int]:
    """The indexes of the lines at which articles start."""
    page = sum(sign.signed for sign in signs) >= 2 or any(sign.kind == "page head" for sign in signs[:6])
    starts = [0]
    state = _State()
    headed = False
    for index, sign in enumerate(signs):
        if sign.kind in ("short", "kicker") and (state.prose or state.captions) and _begins(signs, index, state, page or len(starts) > 1):
            starts.append(index)
            state, headed = _State(), False
        state.see(sign, not headed and sign.kind not in _OUTSIDE)
        headed = headed or sign.kind not in _OUTSIDE
    return starts


def _begins(signs: list[Sign], index: int, state: _State, page: bool) -> bool:
    """Whether the line at ``index``, which looks like a headline, opens a new article."""
    headlines = [signs[index]]
    after = index + 1
    while after < min(len(signs), index + LONGEST_HEAD) and _is_heading(signs[after]):
        headlines.append(signs[after])
        after += 1
    content = [sign for sign in signs[after : after + 4] if sign.kind in ("body", "caption", "item", "subhead", "ticker")]
    if sum(columns(sign.string) for sign in content) < SHORTEST_ARTICLE or signs[after].kind in ("related", "related head"):
        return False
    text = signs[index].string
    if state.signed:
        return True
    last = next((sign for sign in reversed(signs[max(0, index - 6) : index]) if sign.kind in ("body", "item", "ticker", "caption")), None)
    if last is None or (last.kind != "caption" and not ends_sentence(last.string)):
        return False
    if any(sign.kind == "jump from" for sign in headlines):
        return True
    if not page:
        return False
    if is_photo_headline(text) or (state.photo and state.captions and content[0].kind == "body"):
        return True
    if len(headlines) > 1 and headlines[1].kind == "byline" and headlines[1].signed and state.prose:
        return True
    alone = signs[index].line.apart or signs[index + 1].line.apart
    strong = (len(text) >= 14 and len(headlines) > 1) or len(text) >= 18
    return alone and strong and bool(_HEADLINE_MARKS.search(text)) and _is_new(text, state.words, content)


def _is_heading(sign: Sign) -> bool:
    """Whether a line can stand between a headline and its article's prose."""
    return sign.kind in ("short", "kicker", "byline", "jump from") or _is_deck(sign)


def _is_deck(sign: Sign) -> bool:
    return (sign.kind == "item" and sign.string.startswith("-")) or sign.kind == "stamp"


def _is_new(headline: str, before: list[str], after: list[Sign]) -> bool:
    """Whether the words of a headline are told after it and, most of them, not before it."""
    words = {word[:3] for word in _WORD.findall(headline)}
    told, telling = "\n".join(before[-200:]), "\n".join(sign.string for sign in after)
    known = sum(word in told for word in words)
    return known * 3 <= len(words) and sum(word in telling for word in words) * 3 >= len(words)


def _original(tidied: Traced, position: int) -> range:
    """The place in the document of one character that is no blank."""
    run = tidied.cut(position, position + 1).runs[0]
    return range(run.original_start, run.original_start + run.original_length)
