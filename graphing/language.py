"""Korean morphology: the only place that knows Kiwi. Paragraphs in, sentences with tokens and offsets out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from kiwipiepy import Kiwi

from graphing.model import Article, Sentence, Token

# A stretch longer than this is cut at a blank before Kiwi sees it: its lattice grows with the stretch.
LONGEST_PIECE = 8_000
# What ends a sentence, and the length (characters) from which on a piece without such an end is not joined to the next.
STOPPED = re.compile(r"[.!?…。:;”\"’')\]】〉》>」』][\s]*$")
LONGEST_JOINED = 400
# Dots between words, as keyboards give them, and the one that Kiwi takes for such.
DOTS = str.maketrans("ㆍ‧∙・･", "·····")
# A sentence that begins with a number right after the stop of the last ('만난다.30일 …') looks to Kiwi like a decimal.
NUMBER_AFTER_STOP = re.compile(r"(?<=[가-힣]\.)(?=\d)")
# The next item of a line of news, which has a subject of its own: '▲A 회장은 … 면담 ▲B 사장은 … 참석'.
NEXT_ITEM = re.compile(r"(?<=[가-힣)\d.] )(?=[▲△▶▷■□◆◇●○]\s?[가-힣A-Z][^▲△▶▷■□◆◇●○\n,.]{1,40}[가-힣](?:은|는) )")
# The end of an English sentence ('… on March 5. Kim'), which Kiwi does not see; not after an initial or a word that is shortened.
ENGLISH_STOP = re.compile(
    r"\b(?!(?:Mr|Mrs|Ms|Dr|Lt|Col|Maj|Capt|Adm|Sgt|Hon|Rev|Gov|Sen|Rep|Amb|Gen|Prof|Inc|Corp|Co|Ltd|Jr|Sr|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
    r"(?:[A-Za-z\d]{2,}|(?<=[a-z.] )\d)[.!?][\"”’)]{0,2} (?=[\"“‘(]?[A-Z](?!\.))"
)


@lru_cache(maxsize=1)
def analyser() -> Kiwi:
    """The one Kiwi of this process; loading it takes seconds, so nothing loads it before text must be read."""
    return Kiwi(num_workers=1)


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article, in order, with their tokens; offsets are characters of ``article.text``.

    No sentence crosses a paragraph. Blank paragraphs give none.
    """
    found: list[Sentence] = []
    pieces = list(_pieces(article))
    for (index, offset, text), morphemes in zip(pieces, analyser().tokenize(text for _, _, text in pieces), strict=True):
        for _, group in groupby(morphemes, _sentence_number):
            tokens = tuple(Token(one.form, one.tag, offset + one.start, offset + one.end) for one in group)
            start, end = tokens[0].start, tokens[-1].end
            if not text[start - offset : end - offset].strip():
                continue
            last = found[-1] if found else None
            if last and last.start >= offset and (_is_dot(last, tokens[0]) or _goes_on(text[last.start - offset : start - offset], last)):
                found[-1] = Sentence(last.start, end, last.tokens + tokens, index)
            else:
                found.append(Sentence(start, end, tokens, index))
    return tuple(found)


def _goes_on(text: str, sentence: Sentence) -> bool:
    """Whether a sentence, with what stands up to the next in ``text``, was cut off in its midst: 'A가 B를 만나자 C는', '라오 인도 차관'.

    No stop, no end of a line and no declarative ending stands there.
    """
    last = sentence.tokens[-1]
    declared = last.tag == "EF" and last.form.endswith(("다", "요"))
    return not declared and len(text) < LONGEST_JOINED and "\n" not in text and not STOPPED.search(text)


def _is_dot(sentence: Sentence, after: Token) -> bool:
    """Whether the stop at the end of a sentence is a dot between two nouns, as older articles write it: '4개 부처 장.차관', '정.재계'."""
    before, stop = sentence.tokens[-2:] if len(sentence.tokens) > 1 else (None, sentence.tokens[-1])
    if before is None or stop.form != "." or not before.end == stop.start == after.start - 1:
        return False
    return before.tag in ("NNG", "NNP", "XPN", "XSN", "NNB", "MM") and after.tag in ("NNG", "NNP")


_sentence_number = attrgetter("sent_position")


def _pieces(article: Article) -> Iterator[tuple[int, int, str]]:
    """(paragraph index, offset, text) of every stretch that Kiwi is given."""
    for index, paragraph in enumerate(article.paragraphs):
        for start, end in _pieces_of(article.text, paragraph.start, paragraph.end):
            text = article.text[start:end].translate(DOTS)
            if text.strip():
                yield index, start, text


def _pieces_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stops = [stop.start() for stop in NUMBER_AFTER_STOP.finditer(text, start, end)]
    stops += [stop.end() for stop in ENGLISH_STOP.finditer(text, start, end)]
    stops += [item.start() for item in NEXT_ITEM.finditer(text, start, end)]
    for stop in sorted(stops):
        yield from _cuts(text, start, stop)
        start = stop
    yield from _cuts(text, start, end)


def _cuts(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    while end - start > LONGEST_PIECE:
        blank = text.rfind(" ", start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
        cut = blank + 1 if blank >= 0 else start + LONGEST_PIECE
        yield start, cut
        start = cut
    yield start, end
