"""What was understood of one article, drawn: its meetings with their proofs, its people and organisations, its whole text.

Everything an article says goes through ``html.escape`` (here and in ``highlight``) into ``st.html``, never through markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

import streamlit as st

from graphing.model import Affiliation, Article, DateRange, Extraction, Meeting, Organization, Paragraph, Person, Span
from graphing.view.highlight import Mark, MarkKind, highlight
from graphing.view.names import listed, name, title
from graphing.view.session import Language
from graphing.view.words import word

STYLE = """<style>
.reading { line-height: 1.75; word-break: keep-all; overflow-wrap: anywhere; }
.reading p { margin: 0 0 .8rem; max-width: 46rem; }
.reading h4 { font-size: 1.05rem; font-weight: 600; margin: 1rem 0 .5rem; padding: 0; }
.reading .caption { font-size: .88rem; opacity: .85; padding-left: .8rem; border-left: 3px solid #8886; }
.reading .facts { display: flex; flex-wrap: wrap; gap: .15rem .9rem; font-size: .9rem; opacity: .85; margin-bottom: .7rem; }
.reading .who { font-weight: 600; font-size: 1.02rem; }
.reading table { border-collapse: collapse; width: 100%; font-size: .92rem; }
.reading th { text-align: left; font-weight: 500; opacity: .7; }
.reading th, .reading td { padding: .35rem .8rem .35rem 0; border-bottom: 1px solid #8883; vertical-align: top; }
.reading td.number { font-variant-numeric: tabular-nums; }
</style>"""


def draw(extraction: Extraction, language: Language, whole: bool = True) -> None:
    """The article's meetings, people and organisations; with ``whole``, folded away, its whole text."""
    st.html(STYLE)
    if not extraction.meetings:
        st.caption(word("no_meetings_found", language))
    for meeting in extraction.meetings:
        with st.container(border=True):
            st.html(f'<div class="reading" data-testid="understood-meeting">{_meeting(extraction, meeting, language)}</div>')
    people, organizations = st.columns(2, gap="large")
    with people:
        st.html(_people(extraction.people, language))
    with organizations:
        st.html(_organizations(extraction.organizations, language))
    if whole:
        with st.expander(word("whole_text", language)):
            draw_text(extraction, language)


def draw_text(extraction: Extraction, language: Language) -> None:
    """The article's text with all that was understood highlighted."""
    article = extraction.article
    marks = [*_names(extraction), *(mark for meeting in extraction.meetings for mark in _of(meeting))]
    telling = [span for meeting in extraction.meetings for span in meeting.evidence]
    st.html(STYLE)
    parts = (_paragraph(article, paragraph, marks, telling) for paragraph in article.paragraphs)
    st.html(f'<div class="reading" lang="ko" data-testid="article-text">{"".join(parts)}</div>')


def heading(extraction: Extraction, language: Language) -> str:
    """The article's title, else the beginning of its text."""
    article = extraction.article
    return article.title or article.text.strip().split("\n")[0][:60].strip() or word("no_title", language)


def _meeting(extraction: Extraction, meeting: Meeting, language: Language) -> str:
    names = [name(one.name, "person", language) for one in meeting.participants]
    sides = [word("side", language, name=name(one, "organization", language)) for one in meeting.orgs]
    facts = [
        word(meeting.status, language),
        _when(extraction.article, meeting.when, language),
        meeting.place.name if meeting.place else None,
        _words(extraction.article, meeting.topic),
        f"{word('certainty', language)} {meeting.certainty:.0%}" + (f" ({meeting.reason})" if meeting.reason else ""),
    ]
    marks = [*_names(extraction), *_of(meeting)]
    proofs = (
        _paragraph(extraction.article, paragraph, marks, meeting.evidence)
        for paragraph in extraction.article.paragraphs
        if any(span.start < paragraph.end and span.end > paragraph.start for span in meeting.evidence)
    )
    told = "".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)
    return f'<div class="who">{escape(listed(names + sides, language))}</div><div class="facts">{told}</div>{"".join(proofs)}'


def _when(article: Article, when: DateRange | None, language: Language) -> str:
    if when is None:
        return word("when_untold", language)
    words = _words(article, when.words)
    return when.iso().replace("-", ".") + (f" ({word('date_words', language, words=words)})" if words else "")


def _words(article: Article, span: Span | None) -> str | None:
    return article.text[span.start : span.end] if span else None


def _paragraph(article: Article, paragraph: Paragraph, marks: Iterable[Mark], telling: Iterable[Span]) -> str:
    start, end = paragraph.start, paragraph.end
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    text = highlight(article.text, start, end, inside, [span for span in telling if span.start < end and span.end > start])
    if paragraph.kind == "headline":
        return f"<h4>{text}</h4>"
    return f'<p class="caption">{text}</p>' if paragraph.kind == "caption" else f"<p>{text}</p>"


def _names(extraction: Extraction) -> Iterator[Mark]:
    for person in extraction.people:
        yield from (Mark(one.start, one.end, "person") for one in person.mentions)
    for organization in extraction.organizations:
        kind: MarkKind = organization.type
        yield from (Mark(one.start, one.end, kind) for one in organization.mentions)


def _of(meeting: Meeting) -> Iterator[Mark]:
    yield Mark(*meeting.cue, "cue")
    if meeting.place:
        yield Mark(*meeting.place.words, "place")
    if meeting.when and meeting.when.words:
        yield Mark(*meeting.when.words, "date")


def _people(people: tuple[Person, ...], language: Language) -> str:
    rows = [
        (name(one.name, "person", language), "; ".join(_post(post, language) for post in one.affiliations), len(one.mentions))
        for one in people
    ]
    return _table(("person", "posts", "mentions"), rows, "no_people_found", language)


def _organizations(organizations: tuple[Organization, ...], language: Language) -> str:
    rows = [(name(one.name, "organization", language), word(one.type, language), len(one.mentions)) for one in organizations]
    return _table(("organization", "type", "mentions"), rows, "no_organizations_found", language)


def _post(post: Affiliation, language: Language) -> str:
    organization = name(post.organization, "organization", language) if post.organization else None
    return title(post, organization, language)


def _table(heads: tuple[str, str, str], rows: list[tuple[str, str, int]], none: str, language: Language) -> str:
    if not rows:
        return f'<div class="reading">{escape(word(none, language))}</div>'
    head = "".join(f'<th scope="col">{escape(word(one, language))}</th>' for one in heads)
    body = "".join(
        f'<tr><td>{escape(first)}</td><td>{escape(second)}</td><td class="number">{count}</td></tr>' for first, second, count in rows
    )
    return f'<div class="reading"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
