"""All that was decided, the latest first, and one click to undo each of it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from graphing import pipeline
from graphing.decisions import ARTICLE_KINDS, ENTITY_KINDS, TELLING_KINDS, Decision, standing
from graphing.errors import HoedongError
from graphing.store import ArticleRow
from graphing.view import curator, deciding, names
from graphing.view.session import Key, Language, store
from graphing.view.words import word

PAGE = 50
# What a decision can say of an article's head, and its word.
FIELDS = {"published": "published", "outlet": "outlet", "title": "headline", "author": "column_author"}


def decisions(language: Language) -> None:
    """The list."""
    rows = store().decisions()
    stand = {one.id for one in standing(rows)}
    # Of undoing rows each is told beside what it undoes.
    shown = [one for one in reversed(rows) if one.what != "undo"]
    count: int = st.session_state.get(Key.REVIEW_DECISIONS, PAGE)
    if not shown:
        st.info(word("decisions_none", language))
    about = store().decided_articles(shown[:count])
    for one in shown[:count]:
        _row(one, one.id in stand, _undoing(one, rows), [about[digest] for digest in one.articles() if digest in about], language)
    if len(shown) > count and st.button(word("more", language), key=f"{Key.REVIEW_DECISIONS}_more"):
        st.session_state[Key.REVIEW_DECISIONS] = count + PAGE
        st.rerun()


def _undoing(one: Decision, rows: tuple[Decision, ...]) -> Decision | None:
    """The undo that took a decision back, and stands."""
    undos = [row for row in rows if row.what == "undo" and row.meant()["of"] == one.id]
    gone = {row.meant()["of"] for row in rows if row.what == "undo"}
    return next((row for row in reversed(undos) if row.id not in gone), undos[-1] if undos else None)


def _row(one: Decision, stands: bool, undoing: Decision | None, about: Sequence[ArticleRow], language: Language) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        with st.container():
            st.html(line(one, None if stands else undoing, language))
            for article in about:
                _link(article, one, language)
            if len(about) < len(one.articles()):
                st.caption(word("decided_gone_article", language))
        # What is removed is put back by adding it again.
        if one.what == "remove" or not curator.current().decides:
            return
        label, of = ("undo", one.id) if stands else ("redo", undoing.id if undoing else 0)
        st.button(
            word(label, language), key=f"{Key.REVIEW_DECISIONS}_{label}_{of}", icon=":material/undo:", on_click=_undo, args=(of,)
        )  # fmt: skip


def _link(article: ArticleRow, one: Decision, language: Language) -> None:
    """A button that says which article a decision is about, and opens it."""
    published = names.told(article.published, "day", language) or word("no_published", language)
    parts = (article.title or word("no_title", language), article.outlet or word("no_outlet", language), published)
    key = f"{Key.REVIEW_DECISIONS}_article_{one.id}_{article.id}"
    if st.button(names.plain(" · ".join(parts)), key=key, icon=":material/article:", type="tertiary"):
        st.session_state[Key.ARTICLE] = article.id
        st.switch_page("pages/articles.py")


def _undo(decision: int) -> None:
    """Called before the page is drawn anew: whoever pressed what is no longer offered is told so."""
    try:
        pipeline.undo(store(), decision, curator.current().name)
    except HoedongError as error:
        deciding.refused(error)
    deciding.forget()


def line(one: Decision, undoing: Decision | None, language: Language) -> str:
    """A decision as HTML: what, about what, who, when, why; and who has undone it."""
    what = f"<b>{escape(word(f'what_{one.what}', language))}</b> {escape(subject(one))}{escape(value(one, language))}"
    if undoing is not None:
        what = f"<s>{what}</s> <i>{escape(word('undone', language))} · {escape(_by(undoing, language))}</i>"
    why = f" “{escape(one.why)}”" if one.why else ""
    return f'<div data-testid="decision" style="word-break:keep-all">{what}<br><small>{escape(_by(one, language))}{why}</small></div>'


def _by(one: Decision, language: Language) -> str:
    when = f"{one.decided:%Y-%m-%d %H:%M} UTC" if one.decided else ""
    return word("decided_by", language, by=one.by, when=when)


def subject(one: Decision) -> str:
    """What a decision is about, in names."""
    told = one.meant()
    if one.what in ARTICLE_KINDS:
        return " · ".join(told[part] for part in ("title", "outlet", "published") if told[part])
    if one.what in {"name", "group"}:
        return _name(told["appearance"])
    if one.what in TELLING_KINDS:
        return " — ".join(dict.fromkeys(_met(one["meeting"]) for side in ("a", "b") for one in told[side]))
    if one.what in ENTITY_KINDS:
        return " — ".join("·".join(sorted({_name(key) for key in told[side]})) for side in ("a", "b"))
    if "cue" in told:
        return _who(told)
    if one.what == "post":
        return " ".join(part for part in (told["person"], told["organization"], told["title"]) if part)
    return str(told["name"])


def value(one: Decision, language: Language) -> str:
    """What is to hold, behind an arrow; '' where the decision says it all."""
    told = one.told()
    if one.what in {"accept", "reject", "add", "mark", "unmark", "same", "different", "unsure", "remove"} | TELLING_KINDS:
        return ""
    if one.what == "article":
        fields = {field: word(FIELDS[field], language) for field in told}
        before, nothing = one.meant(), word("nothing_told", language)
        return ": " + ", ".join(f"{name} {before[field] or nothing} → {told[field] or nothing}" for field, name in fields.items())
    if one.what == "participants":
        text = "·".join([*told["people"], *told["orgs"]])
    elif one.what == "status":
        text = word(told, language)
    elif one.what == "post":
        text = " ".join(part for part in (told["organization"], told["title"]) if part) if told else ""
    elif one.what == "name":
        gone = [f"− {alias}" for alias in told.get("without", ())]
        text = ", ".join(part for part in (told["name"], told["english"], *told["aliases"], *gone) if part)
    else:
        text = told or ""
    return f" → {text or word('nothing_told', language)}"


def _met(record: dict[str, Any]) -> str:
    """A meeting's record in names and its date."""
    return f"{_who(record)} {record['date']}" if record["date"] else _who(record)


def _who(record: dict[str, Any]) -> str:
    return "·".join([one[0] for one in record["people"]] + record["orgs"])


def _name(key: str) -> str:
    return key.split("/", 2)[-1]
