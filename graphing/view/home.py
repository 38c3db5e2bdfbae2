"""The home page's parts, in the order they stand: search and readings, network beside timeline and proofs, tables."""

from __future__ import annotations

from html import escape

import networkx as nx
import streamlit as st

from graphing.sieve import EVERYTHING, Conditions
from graphing.view import address, component, controls, filters, memory, network, panel, projection, session, stretch, tables, timeline
from graphing.view.component import Told
from graphing.view.fitting import kept, kept_ids
from graphing.view.guests import beside
from graphing.view.guests import payload as guests
from graphing.view.ignored import show as ignored
from graphing.view.projection import Picture, Scene
from graphing.view.session import Key, Language
from graphing.view.tally import farthest, line, listed, seen
from graphing.view.words import word

HEAD = 34  # pixels that search and readings take


@st.fragment
def board(language: Language) -> None:
    """The network; beside it the timeline, and under that the meetings or, where something is chosen, its proofs; the tables.

    A fragment: what is set here runs this and not the page; a click on something runs ``chosen`` alone. The first page of a visit is the
    network alone, in its place: the browser needs as long for all that stands around it, which follows once the network is drawn.
    """
    _follow()
    # A run of more than the proofs is none of those by which they follow what is played.
    st.session_state[Key.PLAYED] = None
    scene = projection.scene()
    st.session_state[Key.SCENE] = scene.key
    controls.unknown(scene, language)
    ignored(language)
    with st.container(key=Key.BOARD):
        picture, side = st.columns([3, 2], gap="medium")
    pictured = side.container()
    st.session_state[Key.BROUGHT] = controls.picture(scene).brought
    # What was asked for comes first: the pictures follow in the same run, and mostly say that nothing changed.
    with side:
        chosen(language)
    head, drawn = picture.container(key="head"), picture.container()
    if filters.waiting() and not _bare(scene, controls.picture(scene)):
        head.space(HEAD)
        with drawn:
            _network(scene, controls.picture(scene), language)
        return
    with head:
        box, ways = st.columns([2, 3], gap="small", vertical_alignment="center")
    with box:
        controls.search(scene, language)
    with ways:
        controls.readings(scene, language)
    # What is set under the network is asked for before the network is drawn.
    under = picture.container(horizontal=True, vertical_alignment="center", key="under")
    with under:
        controls.of_reading(scene, language)
    asked = controls.picture(scene)
    with drawn:
        part = _network(scene, asked, language)
    with under:
        _under(scene, asked, part, language)
    with pictured:
        _timeline(scene, language)
    tables.tables(scene, language)


def _follow(changed: bool = False) -> None:
    """Run the whole page where something outside of this part must follow what was set in it (the sidebar, the network)."""
    if st.session_state.pop(Key.WHOLE, False) or changed:
        st.rerun()


@st.fragment
def chosen(language: Language) -> None:
    """The proofs of what is chosen, or the article that was opened; and what the pictures are told of it.

    A fragment of its own: a click draws nothing else anew, however much there is. The address is left here, at the end of every run of
    the page, its board or this.
    """
    scene = projection.scene()
    # What somebody has stored or decided since the pictures were drawn is in the proofs: the pictures follow.
    _follow(scene.key != st.session_state.get(Key.SCENE))
    choice = session.choice()
    asked = controls.picture(scene)
    if choice:
        panel.proofs(scene, choice, asked, language)
    elif st.session_state.get(Key.OPENED):
        panel.article(language)
    # First the address: the pictures are told of the step that has just been made.
    address.leave()
    told = _told(scene, asked, language)
    component.control(
        told, controls.named, controls.picked, controls.opened, controls.pictured, address.clear, controls.more_met, controls.played
    )
    if asked.brought != st.session_state.get(Key.BROUGHT):
        st.rerun()  # the proofs are there; the network is to draw who is not among its busiest
    memory.settle(scene.key, len(vars(scene)))


def _told(scene: Scene, asked: Picture, language: Language) -> Told:
    state = st.session_state
    choice = session.choice()
    opened = state.get(Key.OPENED)
    met = projection.attended(scene, choice, asked)
    return Told(
        choice=choice,
        meetings=met,
        own=projection.own(scene, choice, asked),
        focus=state.get(Key.FOCUS),
        kinds=controls.shown(Key.KINDS),
        statuses=controls.shown(Key.STATUSES),
        between=state.get(Key.RANGE),
        window=state.get(Key.WINDOW),
        lanes=state.get(Key.LANES),
        order=state.get(Key.ORDER),
        find=state.get(Key.SOUGHT) or None,
        reach=opened[1] if opened else None,
        late=filters.waiting(),
        turn=state.get(Key.TURN) or 0,
        trail=state.get(Key.WALKED) or 0,
        beside=stretch.beside(scene, choice, met, controls.stretch(scene), language),
        guests=guests(scene, scene.key, choice, asked, controls.guests_most(), language) if choice else None,
        hiding=_hiding(scene, language),
        played=state.get(Key.PLAYED),
        around=listed(projection.part(scene, scene.key, asked)) if asked.reading == "around" and not choice else None,
    )


def _network(scene: Scene, asked: Picture, language: Language) -> nx.MultiGraph:
    """Draw the network, or say why there is none; gives the part that is drawn."""
    part = projection.part(scene, scene.key, asked)
    if _bare(scene, asked):
        with st.container(key="nothing", height=420, border=True, vertical_alignment="center", horizontal_alignment="center"):
            named = f'<p class="nothing hiding">{escape(hiding)}</p>' if (hiding := _hiding(scene, language)) else ""
            st.html(f'<p class="nothing">{escape(word("nothing", language))}</p>{named}')
            st.button(word("clear", language), on_click=address.clear, icon=":material/filter_alt_off:", key="clear_here")
        return part
    network.show(projection.network_payload(scene, scene.key, language, asked), address.undo)
    return part


def _bare(scene: Scene, asked: Picture) -> bool:
    """Whether there is nothing to draw. A network that hides by itself stays for a range of dates, which is dragged on from an empty one;
    a status that leaves nothing leaves nothing to move."""
    if not len(projection.part(scene, scene.key, asked)):
        return True
    live = address.conditions(live=True)
    return bool(live.statuses) and live.between is None and not kept(scene, scene.key, live).meetings


def _timeline(scene: Scene, language: Language) -> None:
    entries = stretch.payload(scene, scene.key, language, controls.stretch(scene))
    timeline.show(entries, controls.brushed, controls.seen, controls.more_marks)


def _under(scene: Scene, asked: Picture, part: nx.MultiGraph, language: Language) -> None:
    """What the network does not show: more of a crowd, what only outlets tell that are left out; how much there is in all."""
    live = address.conditions(live=True)
    lost = len(tables.lost(scene, live)) if live.without else 0
    if left := projection.size(scene, scene.key, asked) - len(part):
        coming = projection.coming(scene, scene.key, asked)
        label = word("more_drawn_all", language, n=left) if coming >= left else word("more_drawn", language, n=coming, left=f"{left:,}")
        st.button(label, on_click=controls.more, type="tertiary", key="more_drawn")
    with st.container(key="seen", gap=None, horizontal_alignment="right"):
        if lost:
            st.button(word("alone_count", language, n=lost), on_click=controls.lost, args=(language,), type="tertiary", key="lost")
        st.html(_counts(scene, asked, beside(scene, session.choice(), asked, part, controls.guests_most()), language))


def _hiding(scene: Scene, language: Language) -> str | None:
    """The filters that are set, by name; None where none is."""
    asked = ", ".join(filters.set_now(scene, language))
    return word("hiding", language, filters=asked) if asked else None


def _counts(scene: Scene, asked: Picture, part: nx.MultiGraph, language: Language) -> str:
    """How much of what is stored is drawn; of a picture that hides by itself, how much of it is left."""
    kinds = controls.shown(Key.KINDS)
    live = address.conditions(live=True)
    limits = Conditions(between=live.between, statuses=live.statuses)
    fitting = None if limits == EVERYTHING else kept_ids(scene, scene.key, limits)
    shown = seen(part, fitting, kinds)
    note = farthest(projection.far(scene, scene.key, asked), part, asked.steps, language) if asked.reading == "around" else ""
    return line(shown, part, scene.snapshot.entities, scene.meetings, scene.articles, language, note)


def empty(language: Language) -> None:
    """What to do where nothing has been read yet."""
    title, text = escape(word("empty_title", language)), escape(word("empty_text", language))
    st.html(f'<div class="empty"><h2>{title}</h2><p>{text}</p></div>')
    with st.container(horizontal=True, horizontal_alignment="center", key="empty_action"):
        st.page_link("pages/upload.py", label=word("empty_action", language), icon=":material/note_add:", width="content")
