"""All that was decided, the latest first, and one click to undo each of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial
from html import escape
from typing import Any, Literal

import streamlit as st

from graphing import pipeline
from graphing.decisions import ARTICLE_KINDS, ENTITY_KINDS, TELLING_KINDS, Decision
from graphing.decisions.addressing import digest
from graphing.errors import HoedongError
from graphing.model import Article
from graphing.store import ArticleRow
from graphing.view import chooser, clock, curator, deciding, names, reading
from graphing.view.chooser import Offer
from graphing.view.decisions_sieve import STATES, Asked, Listed, State, listed, sifted
from graphing.view.entry import open_article
from graphing.view.fields import Field, day, number, one_of, some
from graphing.view.piles import OLDEST
from graphing.view.session import Key, Language, database_url, store
from graphing.view.words import word

# So many decisions are drawn at once.
PAGE = 50
# And so many of those that came while something was looked at.
MEANWHILE = 5
# What a decision can say of an article's head, and its word.
FIELDS = {"published": "published", "outlet": "outlet", "title": "headline", "author": "column_author"}
# What the address tells of the list.
TOLD = (
    Field("q", Key.DECISIONS_TEXT, ""),
    some("kind", Key.DECISIONS_KINDS),
    some("by", Key.DECISIONS_BY),
    number("article", Key.DECISIONS_ARTICLE),
    day("from", Key.DECISIONS_FROM),
    day("until", Key.DECISIONS_UNTIL),
    one_of("state", Key.DECISIONS_STATE, ("all", *STATES), "all"),
    Field("page", Key.REVIEW_DECISIONS, 0, int),
)


def decisions(language: Language) -> None:
    """The list, what narrows it, and the way through its pages."""
    rows = _all(str(database_url()), store().revision())
    if not rows:
        st.info(word("decisions_none", language))
        return
    found = sifted(rows, _asked(rows, language), lambda one: _told(one, language))
    if not found:
        st.info(word("decisions_no_match", language))
        return
    last = (len(found) - 1) // PAGE
    page = st.session_state[Key.REVIEW_DECISIONS] = min(max(st.session_state.get(Key.REVIEW_DECISIONS) or 0, 0), last)
    shown = found[page * PAGE : (page + 1) * PAGE]
    first = page * PAGE + 1
    st.caption(word("decisions_shown", language, n=len(found), first=first, last=first + len(shown) - 1))
    for one in shown:
        row(one, language)
    if last:
        with st.container(horizontal=True, horizontal_alignment="center"):
            for label, to in (("page_before", page - 1), ("page_after", page + 1)):
                st.button(
                    word(label, language), key=f"{Key.REVIEW_DECISIONS}_{label}", on_click=_turn, args=(to,), disabled=not 0 <= to <= last
                )


@st.cache_resource(show_spinner=False, max_entries=2)
def _all(url: str, revision: int) -> tuple[Listed, ...]:
    rows = store().decisions()
    return listed(rows, store().decided_articles(rows))


def of_article(one: Article) -> tuple[Listed, ...]:
    """What was decided about an article, its names, posts and meetings, the latest first."""
    own = digest(one)
    return tuple(found for found in listed(store().decisions(own), {}) if own in found.decision.articles())


def meanwhile(one: Article, known: int, language: Language) -> None:
    """Tell what others have decided about an article since it came on the screen, when ``known`` was the latest decision."""
    later = [row for row in of_article(one) if max(row.decision.id or 0, (row.undo and row.undo.id) or 0) > known]
    if later:
        st.warning(word("decided_meanwhile", language), icon=":material/group:")
        st.html("".join(line(row.decision, row.undo, language) for row in later[:MEANWHILE]))


def _turn(page: int) -> None:
    st.session_state[Key.REVIEW_DECISIONS] = page


def _clear() -> None:
    for one in TOLD:
        st.session_state[one.key] = one.first()


def _asked(rows: Sequence[Listed], language: Language) -> Asked:
    """Draw the filters; what they ask for. Each turns to the first page."""
    state = st.session_state
    kinds = Counter(one.decision.what for one in rows)
    deciders = Counter(by for one in rows for by in dict.fromkeys(one.deciders))
    articles = {row.id: row for one in rows for row in one.about}
    # A list that is asked for what it has not would fail: an address can be old.
    state[Key.DECISIONS_KINDS] = [one for one in state.get(Key.DECISIONS_KINDS) or () if one in kinds]
    state[Key.DECISIONS_BY] = [one for one in state.get(Key.DECISIONS_BY) or () if one in deciders]
    if state.get(Key.DECISIONS_ARTICLE) not in articles:
        state[Key.DECISIONS_ARTICLE] = None
    state.setdefault(Key.DECISIONS_STATE, "all")
    first: dict[str, Any] = {"on_change": _turn, "args": (0,)}
    hint = word("all", language)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(word("decisions_search", language), key=Key.DECISIONS_TEXT, icon=":material/search:", **first)
        st.segmented_control(
            word("decision_state", language), ("all", *STATES), key=Key.DECISIONS_STATE,
            format_func=lambda one: word(one if one == "all" else f"state_{one}", language),
            required=True, **first,
        )  # fmt: skip
        st.button(word("clear", language), key=f"{Key.REVIEW_DECISIONS}_clear", icon=":material/filter_alt_off:", on_click=_clear)
    kind, who, which, since, until = st.columns([2, 2, 2.2, 1.9, 1.9])
    chosen = kind.multiselect(
        word("kind", language), [one for one, _ in kinds.most_common()], key=Key.DECISIONS_KINDS, placeholder=hint,
        format_func=lambda one: f"{word(f'what_{one}', language)} · {kinds[one]}", **first,
    )  # fmt: skip
    turned, curators = partial(_turn, 0), [one for one, _ in deciders.most_common()]
    with who:
        by = chooser.several(Offer(word("decision_by", language), curators, Key.DECISIONS_BY, language, hint="all", changed=turned))
    with which:
        label, told = word("article", language), lambda ident: reading.titled(articles[ident], language)
        article = chooser.one(Offer(label, list(articles), Key.DECISIONS_ARTICLE, language, told, hint="all", changed=turned))
    start, end = (
        column.date_input(word(label, language), None, OLDEST, key=key, format=word("date_field", language), **first)
        for column, label, key in ((since, "from", Key.DECISIONS_FROM), (until, "until", Key.DECISIONS_UNTIL))
    )
    held: State | Literal["all"] = state[Key.DECISIONS_STATE] or "all"
    days = (start if isinstance(start, date) else None, end if isinstance(end, date) else None)
    return Asked(tuple(chosen), tuple(by), article, *days, None if held == "all" else held, words or "", clock.here())


def _told(one: Listed, language: Language) -> str:
    """All that a row says."""
    decision = one.decision
    said = (word(f"what_{decision.what}", language), subject(decision), value(decision, language), decision.why, *one.deciders)
    return " ".join((*said, one.undo.why if one.undo else "", *(reading.titled(row, language) for row in one.about)))


def row(one: Listed, language: Language, whose: bool = True) -> None:
    """A decision, what it is about (unless that is plain: not ``whose``), and the click that undoes it or brings it back."""
    decision = one.decision
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        with st.container(gap=None):
            st.html(line(decision, one.undo, language))
            for article in one.about if whose else ():
                _link(article, decision, language)
            if whose and len(one.about) < len(decision.articles()):
                st.caption(word("decided_gone_article", language))
        # What is removed is put back by adding it again.
        if decision.what == "remove" or not curator.current().decides:
            return
        label, of = ("redo", one.undo.id) if one.undo else ("undo", decision.id)
        key = f"{Key.REVIEW_DECISIONS}_{label}_{of}"
        st.button(word(label, language), key=key, icon=":material/undo:", on_click=_undo, args=(of,))


def _link(article: ArticleRow, one: Decision, language: Language) -> None:
    """A button that says which article a decision is about, and opens it."""
    key = f"{Key.REVIEW_DECISIONS}_article_{one.id}_{article.id}"
    if st.button(names.plain(reading.titled(article, language)), key=key, icon=":material/article:", type="tertiary"):
        open_article(article.id, "pages/review.py")


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
    when = f"{one.moment.astimezone(clock.here()):%Y-%m-%d %H:%M}" if one.moment else ""
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
