"""The lines of one article become its clean text: paragraphs told once, in whole sentences, with what is no news set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphing.articles import residue
from graphing.articles.bylines import byline_head, byline_tail, without_mail
from graphing.articles.captions import LONGEST as LONGEST_CAPTION
from graphing.articles.captions import credit_start
from graphing.articles.joints import continues, joint
from graphing.articles.lines import ends_sentence
from graphing.articles.repeats import Told
from graphing.articles.signs import Kind, Sign, is_photo_headline
from graphing.articles.traced import Traced, chain
from graphing.model import Paragraph, ParagraphKind

_SET_ASIDE = frozenset(("byline", "copyright", "credit", "jump from", "jump to", "page head", "stamp", "furniture", "related head"))
# A sentence may end without its full stop; what looks like that is not taken for broken off.
_ENDS_BARE = re.compile(r"(?:다|요|까|죠|음|함|됨|임|[.:;)\]】〉])$")
# What may stand between the halves of a sentence.
_BETWEEN = frozenset(("caption", "kicker", "credit", "jump from", "jump to", "furniture", "page head"))
# Unmarked subheads are shorter (characters); longer lines without a headline's marks are prose that breaks off.
LONGEST_SUBHEAD = 30
_HEADLINE_MARK = re.compile(r"…|\.\.\.|[“”‘’\"'|↑↓]|\(\d보\)|\(종합\)")
_HANGUL = re.compile(r"[가-힣]")
# What ends a sentence can't begin one.
_CLOSING = re.compile(r"[.,!?)\]”’]")
# Particles after which a sentence must go on; headlines don't end in them.
_ENDS_OPEN = re.compile(r"[가-힣](?:은|는|을|를|의|와|과|며|면서)$|,$")
_NO_CONTINUATION = re.compile(r"[▲△▽▼▷▶◇◆■□●○☞※·•\-―─–—\[(〈<【“‘\"'①-⑳]|\d{1,2}[.)]\s|[QA][.:]|[A-Z][a-z]+ ")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean text with its runs, its paragraphs and the headline (None where the article starts with prose)."""

    text: Traced
    paragraphs: tuple[Paragraph, ...]
    title: str | None


@dataclass(slots=True)
class _Piece:
    """A paragraph being made: tidied[start:end] and what was joined to it."""

    parts: list[Traced | str]
    kind: ParagraphKind
    start: int
    end: int

    @property
    def last(self) -> str:
        """The text of the last part: what decides whether a sentence is over."""
        part = self.parts[-1]
        return part.text if isinstance(part, Traced) else part


def clean(signs: list[Sign], tidied: Traced) -> Cleaned:
    """The clean text of the article that the lines make up; ``tidied`` is the text of the whole document.

    Every line of the headline is a paragraph of its own, as are subheads (kind headline) and the headlines of related articles
    (kind aside). Prose that breaks off is joined to the prose that goes on with it; captions between them come after it.
    """
    flow = _Flow(tidied.text)
    heading = any(sign.kind == "body" for sign in signs)
    photo = is_photo_headline(signs[0].string) if signs else False
    title: str | None = None
    captions: set[str] = set()
    for index, sign in enumerate(signs):
        if sign.kind in _SET_ASIDE:
            continue
        kind = "body" if _is_fragment(signs, index, heading) else sign.kind
        if kind == "body" or (sign.kind == "item" and not sign.string.startswith(("-", "–"))):
            heading = False
        piece = _piece(sign, kind, heading or index < 1)
        text = piece.last
        if not text:
            continue
        if sign.kind == "caption":
            if text in captions:
                continue
            captions.add(text)
        if photo and piece.kind == "body" and len(text) <= LONGEST_CAPTION:
            piece.kind = "caption"
        if piece.kind == "headline" and title is None and (heading or index == 0) and _is_title(sign):
            title = text
        if kind in ("body", "short") and not heading:
            flow.tell(piece, kind)
            continue
        if kind in ("subhead", "item"):
            flow.interrupt()
        flow.pieces.append(piece)
    return _assembled(flow.pieces, tidied, title)


class _Flow:
    """The paragraphs made so far, and the prose among them, which may break off, go on and be printed twice."""

    def __init__(self, near: str) -> None:
        self.pieces: list[_Piece] = []
        self._near = near
        self._told = Told()
        self._latest: _Piece | None = None
        self._broken = False

    def interrupt(self) -> None:
        """A list or a subhead begins: what was told last doesn't go on after it."""
        self._latest, self._broken = None, False

    def tell(self, piece: _Piece, kind: Kind) -> None:
        """Add a paragraph of prose, or what it adds to the last one; nothing where all of it was told before."""
        text = piece.last
        known, last = self._told.repeated(text) if kind == "body" else (0, False)
        if known == len(text):
            # A copy that breaks off where the telling did waits for the rest; one that ends elsewhere has given it up.
            self._broken = last and not ends_sentence(text) and self._latest is not None
            return
        self._told.add(text[known:])
        rest = chain(piece.parts).cut(known, len(text))
        latest = self._latest
        if latest and known and (not ends_sentence(latest.last) or continues(rest.text)):
            self._append(latest, "", rest, piece.end)
        elif latest and not known and (_goes_on(latest.last, text, kind) if self._broken else _CLOSING.match(text)):
            self._append(latest, joint(latest.last, text, self._near), rest, piece.end)
        else:
            piece.parts = [rest.stripped()]
            self.pieces.append(piece)
            self._latest, self._broken = piece, _breaks_off(piece, kind)

    def _append(self, latest: _Piece, between: str, text: Traced, end: int) -> None:
        latest.parts += [between, text]
        latest.end = end
        self._broken = _breaks_off(latest, "body")


def _is_fragment(signs: list[Sign], index: int, heading: bool) -> bool:
    """Whether a short line is no subhead but the beginning of a sentence that the next line goes on with."""
    if signs[index].kind != "short":
        return False
    after = next((sign for sign in signs[index + 1 : index + 8] if sign.kind not in _BETWEEN), None)
    if after is None or after.kind not in ("body", "short"):
        return False
    text = signs[index].string
    if heading:
        return index > 0 and not after.line.apart and bool(_ENDS_OPEN.search(text)) and after.kind == "body"
    if continues(after.string) or after.string[:1].islower():
        return True
    if len(text) >= LONGEST_SUBHEAD and not _HEADLINE_MARK.search(text) and after.kind == "body" and _HANGUL.search(text):
        return True
    return len(text) >= 15 and bool(_ENDS_OPEN.search(text))


def _piece(sign: Sign, kind: Kind, heading: bool) -> _Piece:
    text, line = sign.string, sign.line
    start, end = 0, len(text)
    if sign.kind in ("body", "item", "ticker", "short", "caption"):
        if kind != "short":
            end = min(end, residue.copyright_start(text))
            end = residue.end_mark(text[:end])
            end = min(end, residue.jump_tail(text[:end]))
        end = credit_start(text[:end]) if kind == "caption" else byline_tail(text[:end])
        end = min(end, residue.jump_tail(text[:end].rstrip()))
        if kind in ("body", "caption"):
            start = residue.picture_button(text[:end])
            start += byline_head(text[start:end])
    mails = [(low, high) for low, high in without_mail(text) if start <= low and high <= end]
    kept: list[Traced | str] = []
    position = start
    for low, high in mails:
        kept.append(line.text.cut(position, low))
        position = high
    kept.append(line.text.cut(position, end))
    cut = chain(kept).stripped().single_spaced()
    whole = len(line.string) == line.end - line.start
    return _Piece(
        [cut],
        _paragraph_kind(kind, heading),
        line.start + start if whole else line.start,
        line.start + len(text[:end].rstrip()) if whole else line.end,
    )


def _paragraph_kind(kind: Kind, heading: bool) -> ParagraphKind:
    if kind == "related":
        return "aside"
    if kind in ("short", "subhead") or (heading and kind in ("kicker", "item")):
        return "headline"
    return "caption" if kind in ("caption", "kicker") else "body"


def _is_title(sign: Sign) -> bool:
    return sign.kind == "short" and "|" not in sign.string


def _breaks_off(piece: _Piece, kind: Kind) -> bool:
    text = piece.last
    return kind == "body" and (len(text) >= 15 or len(piece.parts) > 1) and not ends_sentence(text) and not _ENDS_BARE.search(text[-3:])


def _goes_on(broken: str, text: str, kind: Kind) -> bool:
    if kind == "short" and not (broken.endswith(",") or ("…" not in text and joint(broken, text, "") == "")):
        return False
    return not _NO_CONTINUATION.match(text)


def _assembled(pieces: list[_Piece], tidied: Traced, title: str | None) -> Cleaned:
    parts: list[Traced | str] = []
    paragraphs: list[Paragraph] = []
    length = 0
    last: _Piece | None = None
    for piece in pieces:
        if last is not None:
            gap = tidied.cut(last.end, max(last.end, piece.start))
            blank: Traced | str = gap if gap.text.isspace() and "\n" in gap.text else "\n\n"
            parts.append(blank)
            length += len(blank.text) if isinstance(blank, Traced) else len(blank)
        text = chain(piece.parts)
        parts.append(text)
        paragraphs.append(Paragraph(length, length + len(text.text), piece.kind))
        length += len(text.text)
        last = piece
    return Cleaned(chain(parts), tuple(paragraphs), title)
