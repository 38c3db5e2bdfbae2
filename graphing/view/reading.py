"""What was understood of one article, drawn: its meetings with their proofs, its people and organisations, its whole text.

Everything an article says goes through ``html.escape`` (here and in ``highlight``) into ``st.html``, never through markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

import streamlit as st

from graphing.labels import place_label
from graphing.model import Affiliation, Article, DateRange, Extraction, Meeting, Organization, Paragraph, Person, Span
from graphing.store import ArticleRow
from graphing.view import names
from graphing.view.drafts import PASTED
from graphing.view.evidence import SAFE
from graphing.view.highlight import Mark, MarkKind, by_stretch, highlight
from graphing.view.reasons import certainty_text, reason_text
from graphing.view.session import Language
from graphing.view.words import word

# On top of the proofs' style (page.css), which the same paragraphs have elsewhere.
STYLE = """<style>
.reading article { border: 0; padding: 0; max-width: 48rem; }
.reading article p:last-child { margin-bottom: 0; }
.reading article p.caption { font-size: .88rem; opacity: .85; padding-left: .8rem; border-left: 3px solid rgba(128, 128, 128, .4); }
.reading table { border-collapse: collapse; table-layout: fixed; width: 100%; font-size: .92rem; }
.reading th { text-align: left; font-weight: 500; opacity: .7; white-space: nowrap; }
.reading th:first-child { width: 38%; }
.reading th:last-child { width: 4.5em; text-align: right; }
.reading th, .reading td { padding: .35rem .8rem .35rem 0; border-bottom: 1px solid rgba(128, 128, 128, .22); vertical-align: top; }
.reading td { line-height: 1.55; }
.reading td.number { font-variant-numeric: tabular-nums; text-align: right; }
.reading tr td:first-child { font-weight: 500; }
.reading .sides { margin: 0 0 .4rem; }
.reading .sides th:first-child { width: 22%; }
.reading .sides th:last-child { width: auto; text-align: left; }
.reading .sides tr td:first-child { font-weight: 400; }
.reading .sides tr td:last-child { font-weight: 600; }
.reading p:has(> .change) { margin: 0 0 .35rem; line-height: 1.9; }
.reading .change {
  display: inline-block; margin-right: .5em; padding: 0 .6em; border-radius: .3em; font-size: .8rem; line-height: 1.65; font-weight: 600;
  background: color-mix(in srgb, var(--tint) 16%, transparent); border: 1px solid color-mix(in srgb, var(--tint) 55%, transparent);
}
.reading .change.new { --tint: var(--place); }
.reading .change.confirmed { --tint: var(--person); }
.reading .change.contradicted { --tint: var(--cue); }
.reading .change.duplicate { --tint: gray; }
</style>"""


def draw(extraction: Extraction, language: Language) -> None:
    """The article's meetings, people and organisations, one under the other."""
    st.html(STYLE)
    if not extraction.meetings:
        st.caption(word("no_meetings_found", language))
    named = _names_in(extraction)
    for meeting in extraction.meetings:
        with st.container(border=True):
            st.html(f'<section class="proofs reading" data-testid="understood">{_meeting(extraction, meeting, named, language)}</section>')
    draw_names(extraction, language)


def draw_names(extraction: Extraction, language: Language) -> None:
    """The article's people and organisations."""
    st.html(_people(extraction.people, language))
    st.html(_organizations(extraction.organizations, language))


def draw_meeting(extraction: Extraction, meeting: Meeting, language: Language) -> None:
    """One meeting of the article with the paragraphs that tell it."""
    told = _meeting(extraction, meeting, _names_in(extraction), language)
    st.html(f'{STYLE}<section class="proofs reading" data-testid="understood">{told}</section>')


def head(text: str) -> None:
    """A heading of a part of the page; ``text`` may be an article's."""
    st.html(f'<h2 style="font-size:1.2rem;line-height:1.45;margin:0;padding:0">{escape(text)}</h2>')


def style() -> None:
    """Dress what is drawn of an article by others."""
    st.html(STYLE)


def draw_text(extraction: Extraction, language: Language) -> None:
    """The article's text with all that was understood highlighted."""
    article = extraction.article
    stretches = _stretches(article)
    marked, said = by_stretch(stretches, marks(extraction)), by_stretch(stretches, telling(extraction))
    st.html(STYLE)
    parts = (_paragraph(article, *one) for one in zip(article.paragraphs, marked, said, strict=True))
    st.html(f'<section class="proofs reading" data-testid="article-text"><article lang="ko">{"".join(parts)}</article></section>')


def marks(extraction: Extraction) -> list[Mark]:
    """All that was understood of the text; a name's mark tells whose it is ('person:하도윤')."""
    return [*_names(extraction), *(mark for meeting in extraction.meetings for mark in _of(meeting))]


def telling(extraction: Extraction) -> list[Span]:
    """The clauses that tell its meetings."""
    return [span for meeting in extraction.meetings for span in meeting.evidence]


def heading(extraction: Extraction, language: Language) -> str:
    """What the article is called (``named``)."""
    return named(extraction.article, language)


def named(one: ArticleRow | Article, language: Language) -> str:
    """What stands for an article where a headline would (``names.headline``)."""
    return names.headline(one.title, one.text if isinstance(one, Article) else one.opening, language)


def source(name: str, language: Language) -> str:
    """What an article was read from, as people know it."""
    return word("pasted", language) if name.startswith(PASTED) else name


def titled(one: ArticleRow | Article, language: Language) -> str:
    """What an article is called in a list: its title, else how it begins and what it was read from; with outlet and date."""
    title = one.title or f"{named(one, language)} ({source(one.source, language)})"
    return f"{title} · {names.outlet(one.outlet, language)} · {_published(one, language)}"


def _published(one: ArticleRow | Article, language: Language) -> str:
    return names.told(one.published, "day", language) or word("no_published", language)


def particulars(article: Article, language: Language) -> str:
    """When and where an article appeared: '2025.02.05 · 가람일보'."""
    return f"{_published(article, language)} · {names.outlet(article.outlet, language)}"


def origin(article: Article, language: Language) -> str:
    """The same with who wrote it and the way to the original, as HTML."""
    said = escape(" · ".join(part for part in (particulars(article, language), article.author) if part))
    if article.url and article.url.lower().startswith(SAFE):
        address = escape(article.url, quote=True)
        said += f' · <a href="{address}" target="_blank" rel="noreferrer">{escape(word("original", language))}</a>'
    return f'<section class="proofs"><article lang="ko" class="origin"><header><span>{said}</span></header></article></section>'


def _meeting(extraction: Extraction, meeting: Meeting, named: list[list[Mark]], language: Language) -> str:
    article = extraction.article
    there = [names.name(one.name, "person", language) for one in meeting.participants]
    there += [word("side", language, name=names.name(one, "organization", language)) for one in meeting.orgs]
    status = "" if meeting.status == "held" else f'<span class="status {meeting.status}">{escape(word(meeting.status, language))}</span>'
    why = reason_text(meeting.reason, language, article.published is not None)
    facts = [
        ("date", _when(article, meeting.when, language)),
        ("place", escape(place_label(meeting.place.name, language)) if meeting.place else ""),
        ("topic", names.foreign(_words(article, meeting.topic), language)),
        ("certainty", f"{certainty_text(meeting.certainty)} <small>{escape(why)}</small>"),
    ]
    told = "".join(f"<dt>{escape(word(key, language))}</dt><dd>{value}</dd>" for key, value in facts if value)
    stretches = _stretches(article)
    own, tells = by_stretch(stretches, _of(meeting)), by_stretch(stretches, meeting.evidence)
    proofs = (
        _paragraph(article, paragraph, [*whose, *its], said)
        for paragraph, whose, its, said in zip(article.paragraphs, named, own, tells, strict=True)
        if said
    )
    return f'<h3>{escape(names.listed(there, language))}{status}</h3><dl>{told}</dl><article lang="ko">{"".join(proofs)}</article>'


def _when(article: Article, when: DateRange | None, language: Language) -> str:
    if when is None:
        return escape(word("undated", language))
    words = _words(article, when.words)
    note = word("date_words", language, words=words) if words else ""
    return f"<b>{escape(names.when(when.first, when.precision, language))}</b>" + (f" <small>{escape(note)}</small>" if note else "")


def _words(article: Article, span: Span | None) -> str:
    return article.text[span.start : span.end] if span else ""


def _stretches(article: Article) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in article.paragraphs]


def _names_in(extraction: Extraction) -> list[list[Mark]]:
    """The marks of the names in each paragraph."""
    return by_stretch(_stretches(extraction.article), _names(extraction))


def _paragraph(article: Article, paragraph: Paragraph, marks: Iterable[Mark], telling: Iterable[Span]) -> str:
    text = highlight(article.text, paragraph.start, paragraph.end, marks, telling)
    return f'<p class="{paragraph.kind}" data-start="{paragraph.start}">{text}</p>'


def _names(extraction: Extraction) -> Iterator[Mark]:
    for person in extraction.people:
        yield from (Mark(one.start, one.end, "person", whose=f"person:{person.name}") for one in person.mentions)
    for organization in extraction.organizations:
        kind: MarkKind = organization.type
        yield from (Mark(one.start, one.end, kind, whose=f"organization:{organization.name}") for one in organization.mentions)


def _of(meeting: Meeting) -> Iterator[Mark]:
    yield Mark(*meeting.cue, "cue")
    if meeting.place:
        yield Mark(*meeting.place.words, "place")
    if meeting.when and meeting.when.words:
        yield Mark(*meeting.when.words, "date")


def _people(people: tuple[Person, ...], language: Language) -> str:
    rows = [
        (names.name(one.name, "person", language), "; ".join(_post(post, language) for post in one.affiliations), len(one.mentions))
        for one in people
    ]
    return _table(("person", "posts", "mentions"), rows, "no_people_found", language)


def _organizations(organizations: tuple[Organization, ...], language: Language) -> str:
    rows = [(names.name(one.name, "organization", language), word(one.type, language), len(one.mentions)) for one in organizations]
    return _table(("organization", "type", "mentions"), rows, "no_organizations_found", language)


def _post(post: Affiliation, language: Language) -> str:
    organization = names.name(post.organization, "organization", language) if post.organization else None
    return names.title(post, organization, language)


def _table(heads: tuple[str, str, str], rows: list[tuple[str, str, int]], none: str, language: Language) -> str:
    if not rows:
        return f'<div class="reading">{escape(word(none, language))}</div>'
    head = "".join(f'<th scope="col">{escape(word(one, language))}</th>' for one in heads)
    body = "".join(
        f'<tr><td>{escape(first)}</td><td>{escape(second)}</td><td class="number">{count}</td></tr>' for first, second, count in rows
    )
    return f'<div class="reading"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
