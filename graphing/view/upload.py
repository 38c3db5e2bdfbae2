"""The page that adds articles: take them in, ask what they don't say, show what was understood, save."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from html import escape

import streamlit as st

from graphing.articles import Problem
from graphing.errors import HoedongError
from graphing.model import Article, Extraction
from graphing.pipeline import save
from graphing.store import Added, Filters
from graphing.view import chooser, deciding, drafts, entry, frame, names, piles, preview, reading
from graphing.view.chooser import Offer
from graphing.view.names import listed, plain
from graphing.view.names import told as said_day
from graphing.view.session import Choice, Key, Language, choose, store
from graphing.view.words import counts, told, word

# The key of the head of what was read.
HEAD = f"{Key.UPLOAD_PREVIEW}_head"
# And of all that is said of it: the head stays in sight and so tells no place to go to.
WHOLE = f"{Key.UPLOAD_PREVIEW}_whole"
# Up to this many articles are drawn one under the other; of more, one is chosen.
SHOWN_TOGETHER = 4
SHOWN_DATES = 5
# So many files that were not saved are named, the rest is counted.
SHOWN_FILES = 12
# What a save clears, and to what.
CLEARED: dict[str | int, object] = {
    Key.UPLOAD_PREVIEW: None,
    Key.UPLOAD_DECISIONS: (),
    Key.UPLOAD_FORESEEN: None,
}
# What it clears where nothing is left to be saved: what was typed may be about the rest.
TYPED: dict[str | int, object] = {
    Key.UPLOAD_PUBLISHED: None,
    Key.UPLOAD_PRINTED: False,
    Key.UPLOAD_UNDATED: False,
    # Of a single document what is typed counts: the outlet of the last one must not become that of the next.
    Key.UPLOAD_OUTLET: "",
    Key.UPLOAD_TITLE: "",
    Key.UPLOAD_EACH: None,
}


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save, whom to show in the network, and what was not saved: what could not be understood, and files that stay."""

    added: Added
    person: int | None
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()


def draft(language: Language) -> tuple[drafts.Draft, ...]:
    """Draw what is to be added, and give it: the pasted text, the documents of the dropped files, fetched pages."""
    if cleared := st.session_state.pop(Key.UPLOAD_CLEAR, None):
        st.session_state.update(cleared)
    st.text_area(word("upload_text", language), key=Key.UPLOAD_TEXT, height=200, placeholder=word("upload_text_hint", language))
    given = piles.dropped(language)
    own = drafts.pasted(st.session_state.get(Key.UPLOAD_TEXT) or "")
    return (*([own] if own else []), *given.drafts)


def details(given: tuple[drafts.Draft, ...], language: Language) -> drafts.Details | None:
    """Ask what the documents don't say. None where the publication date of some is neither told nor said to be unknown."""
    published = st.date_input(
        word("upload_published", language),
        value=None,
        key=Key.UPLOAD_PUBLISHED,
        format=word("date_field", language),
        min_value=piles.OLDEST,
        help=word("upload_published_hint", language),
    )
    # Both boxes always stand here: one that came or went as the text is committed would move the button away under the mouse.
    proposals = drafts.printed_dates(given)
    dates = ", ".join(said_day(one, "day", language) for one in proposals[:SHOWN_DATES]) or word("upload_printed_none", language)
    # Before there is anything to look into, nothing was looked for.
    label = word("upload_printed", language, dates=dates) if given else word("upload_printed_any", language)
    ticked = st.checkbox(label, key=Key.UPLOAD_PRINTED, disabled=not proposals)
    unknown = st.checkbox(word("upload_undated", language), key=Key.UPLOAD_UNDATED)
    printed = ticked and bool(proposals)
    each = piles.each(given, language)
    missing = not published and drafts.undated(given, printed, each) > 0
    outlet, title = st.columns(2)
    outlet.text_input(word("upload_outlet", language), key=Key.UPLOAD_OUTLET)
    title.text_input(word("upload_title", language), key=Key.UPLOAD_TITLE)
    if missing and not unknown:
        return None
    outlet_said, title_said, url = (st.session_state.get(key) or None for key in (Key.UPLOAD_OUTLET, Key.UPLOAD_TITLE, Key.UPLOAD_URL))
    return drafts.Details(published if isinstance(published, date) else None, printed, outlet_said, title_said, url, each)


def read_button(given: tuple[drafts.Draft, ...], told: drafts.Details | None, language: Language) -> drafts.Reading | None:
    """The button that reads, and what was read last; errors say what to do and leave all as it was."""
    last: drafts.Reading | None = st.session_state.get(Key.UPLOAD_PREVIEW)
    # What the button does is said above it: both stay in sight, however low the window is.
    with st.container(key="read_it"):
        said = st.container()
        name = "read" if last is None else "read_again" if last.done is None else "read_on"
        pressed = st.button(word(name, language), type="secondary" if last else "primary", icon=":material/menu_book:")
    if not pressed:
        return last
    if not given:
        said.error(word("need_text", language), icon=":material/edit_note:")
        return last
    if told is None:
        missing = drafts.undated(given, bool(st.session_state.get(Key.UPLOAD_PRINTED)), piles.each_said())
        said.error(word("need_published", language, n=missing), icon=":material/event:")
        # In a low window what is said lies over the field that it asks for.
        with said:
            frame.bring(Key.UPLOAD_PUBLISHED)
        return last
    with said.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, word("starting", language))
        stop = st.empty()
        # At the other end than the button that began: a second click of a double one stops nothing.
        stop.button(word("stop", language), icon=":material/stop_circle:", help=word("stop_hint", language))
    try:
        # A press on the button above ends this run at the next step of the bar; what was kept until then is shown by the next run.
        last = drafts.read(
            drafts.completed(given, told),
            lambda number, share: bar.progress(share, word("reading_share", language, number=number, all=len(given))),
            lambda reading: st.session_state.update({Key.UPLOAD_PREVIEW: reading, Key.UPLOAD_SAVED: None, Key.UPLOAD_BROUGHT: WHOLE}),
            last,
        )
        # What was decided about an article that is stored under its text is decided about this one.
        last = replace(last, extractions=store().identified(last.extractions))
    except HoedongError as error:
        bar.empty()
        stop.empty()
        with said:
            failed("not_read", error, language)
        return last
    bar.empty()
    st.session_state[Key.UPLOAD_BROUGHT] = WHOLE
    st.session_state[Key.UPLOAD_PREVIEW] = last
    st.session_state[Key.UPLOAD_SAVED] = None
    st.rerun()


def counted(given: tuple[drafts.Draft, ...], told: drafts.Details | None, language: Language) -> None:
    """Say where what was typed counts instead of what the document says, and of several documents that it only fills gaps."""
    if told is None:
        return
    found = [one.document for one in given]
    typed = {"published": told.published, "outlet": told.outlet, "headline": told.title}
    if len(found) > 1 and any(typed.values()):
        st.caption(word("typed_fills", language))
    elif len(found) == 1:
        says = {"published": found[0].published, "outlet": found[0].outlet, "headline": found[0].title}
        other = [key for key, value in typed.items() if value and says[key] and value != says[key]]
        changed = [f"{word(key, language)} {_said(says[key], language)} → {_said(typed[key], language)}" for key in other]
        if changed:
            st.caption(word("typed_counts", language, what=" · ".join(changed)))


def _said(value: date | str | None, language: Language) -> str:
    return said_day(value, "day", language) if isinstance(value, date) else plain(value or "")


def is_current(read: drafts.Reading, given: tuple[drafts.Draft, ...], told: drafts.Details | None) -> bool:
    """Whether the draft is still the one that was read."""
    return told is not None and read.key == drafts.key(drafts.completed(given, told))


def nothing_read(language: Language) -> None:
    """What will stand here."""
    reading.head(word("understood", language))
    st.caption(word("understood_here", language))


def understood(read: drafts.Reading, language: Language) -> None:
    """Show what was understood and what it changes, article by article."""
    found = read.extractions
    deciding.told(language)
    if read.done is not None:
        st.info(word("stopped", language, n=read.done), icon=":material/stop_circle:")
    piles.problems(read.problems, language)
    holds = preview.corrected(read)
    st.caption(
        counts(
            language,
            articles=len(found),
            people=len({person.name for one in holds for person in one.people}),
            organizations=len({organization.name for one in holds for organization in one.organizations}),
            meetings=sum(len(one.meetings) for one in holds),
        )
    )
    preview.known(read)
    change = preview.foreseen(read, language)
    preview.summary(read, change, language)
    said = change.articles if change else ((),) * len(found)
    names = [reading.heading(one, language) for one in found]
    if len(found) > 1:
        names = [f"{number}. {name}" for number, name in enumerate(names, 1)]
    shown: Iterable[int] = range(len(found))
    if len(found) > SHOWN_TOGETHER:
        # By what was read, which stays: a label that told what was decided since would be another one, and the first be chosen instead.
        labels = [f"{name} · {counts(language, meetings=len(one.meetings))}" for name, one in zip(names, found, strict=True)]
        asked = Offer(word("which_article", language), range(len(found)), Key.UPLOAD_OPEN, language, labels.__getitem__, needed=True)
        shown = [chooser.one(asked, 0)]
    for number in shown:
        reading.head(preview.heading(names[number], said[number], language))
        _found(found[number].article, read, language)
        _copied(found[number], language)
        preview.article(found[number], read, said[number], change, language)


def _found(article: Article, read: drafts.Reading, language: Language) -> None:
    """Date and outlet of an article, each with where it was found."""
    origins = next((told for source, *told in read.origins if source == article.source), (None, None))
    published, outlet = said_day(article.published, "day", language), names.outlet(article.outlet, language)
    parts = (
        f"{published} ({piles.origin(origins[0], language)})" if published and origins[0] else published or word("no_published", language),
        f"{outlet} ({piles.origin(origins[1], language)})" if article.outlet and origins[1] else outlet,
    )
    st.html(f'<p style="opacity:.8" data-testid="particulars">{escape(" · ".join(parts))}</p>')


def _copied(extraction: Extraction, language: Language) -> None:
    """Tell where the same text is stored already."""
    article = extraction.article
    try:
        same = store().alike(article.text)
    except HoedongError:
        return  # saving will tell
    if same is None:
        return
    told = [names.outlet(same.outlet, language), said_day(same.published, "day", language), same.title or ""]
    st.html(f'<p style="opacity:.8">{escape(word("copy_of", language, what=" · ".join(filter(None, told))))}</p>')


def save_button(read: drafts.Reading, given: tuple[drafts.Draft, ...], current: bool, language: Language) -> None:
    """The button that saves what was read of ``given``. What is stored leaves the draft, the rest stays; an error leaves all as it was.

    It stays in sight, however long what was read is."""
    _bring(WHOLE)
    with st.container(key=HEAD):
        reading.head(word("understood", language))
        if not current:
            st.warning(word("changed", language), icon=":material/sync_problem:")
            return
        with st.container(horizontal=True, vertical_alignment="center"):
            pressed = st.button(word("save", language), type="primary", icon=":material/save:")
            st.caption(word("not_saved_yet", language))
    if not pressed:
        return
    try:
        with st.spinner(word("saving", language)):
            added = save(store(), read.extractions, preview.decisions(read), preview.known(read))
            person = _first_person(added)
    except HoedongError as error:
        deciding.forget()
        failed("not_saved", error, language)
        return
    deciding.forget()
    unsaved = drafts.unsaved(given, read)
    rest = drafts.without(st.session_state.get(Key.UPLOAD_FILES) or drafts.Pile(), unsaved)
    st.session_state[Key.UPLOAD_FILES] = rest
    st.session_state[Key.UPLOAD_BROUGHT] = Key.UPLOAD_SAVED
    st.session_state[Key.UPLOAD_SAVED] = Saved(added, person, read.problems, tuple(one.upload.name for one in rest.files))
    pasted = {} if any(one.file is None for one in unsaved) else {Key.UPLOAD_TEXT: ""}
    st.session_state[Key.UPLOAD_CLEAR] = CLEARED | pasted | ({} if unsaved else TYPED)
    st.rerun()


def _first_person(added: Added) -> int | None:
    """Whom to show in the network: who attends most of the new meetings, else the first person of the articles."""
    people = [person for meeting in store().meetings(filters=Filters(articles=added.articles)) for person in meeting.people]
    if people:
        return max(people, key=people.count)
    return next((person for article in added.articles for person in store().named_in(article, "person")[:1]), None)


def saved(language: Language) -> None:
    """Tell what the last save did, and lead on to it."""
    last: Saved | None = st.session_state.get(Key.UPLOAD_SAVED)
    if last is None:
        return
    _bring(Key.UPLOAD_SAVED)
    with st.container(key=Key.UPLOAD_SAVED):
        _told(last, language)


def _told(last: Saved, language: Language) -> None:
    one = last.added
    counts = {
        "saved_new": one.new, "saved_copies": one.copies, "saved_unchanged": one.unchanged, "saved_replaced": one.replaced - one.completed,
        "saved_completed": one.completed,
    }  # fmt: skip
    st.success(" · ".join(word(name, language, n=n) for name, n in counts.items() if n), icon=":material/check_circle:")
    piles.problems(last.problems, language)
    if last.files:
        named = plain(listed(last.files[:SHOWN_FILES], language))
        st.warning(word("saved_left", language, names=named, n=len(last.files)), icon=":material/draft:")
    with st.container(horizontal=True):
        network = st.button(word("see_network", language), icon=":material/hub:", type="primary")
        articles = st.button(word("see_articles", language), icon=":material/list:")
    if network:
        if last.person is not None:
            choose(Choice("person", str(last.person)))
        st.switch_page("pages/network.py")
    if articles:
        entry.list_added()


def _bring(key: str) -> None:
    """Bring what has this key into the window, once, where the last press has asked for that."""
    # Its place stands here always: all below would be drawn anew as it goes, and what was opened there close.
    with st.container():
        if st.session_state.get(Key.UPLOAD_BROUGHT) == key:
            st.session_state[Key.UPLOAD_BROUGHT] = None
            frame.bring(key)


def failed(what: str, error: HoedongError, language: Language) -> None:
    """An error with what to do, and that nothing is lost."""
    st.error(f"{word(what, language)} {word('nothing_lost', language)}", icon=":material/error:")
    st.text(told(error, language))
