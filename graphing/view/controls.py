"""What a reader sets on the home page: search, clicks, the way of reading. The pictures are told by ``component.control``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from graphing.model import MentionKind
from graphing.search import folded
from graphing.view import address, bringing, finder, projection, session
from graphing.view.address import KINDS, READINGS, STATUSES
from graphing.view.guests import AT_ONCE
from graphing.view.names import plain
from graphing.view.projection import DRAWN, Picture, Scene
from graphing.view.session import Choice, Key, Language
from graphing.view.stretch import MARKS, Stretch, thinned
from graphing.view.words import word

NAMED = ("person", "company")  # in the address
STEPS = (1, 2, 3)


def brushed() -> None:
    """Take over the range of days that was brushed or typed on the timeline. The sidebar counts what fits and has the way back."""
    st.session_state[Key.RANGE] = st.session_state[Key.TIMELINE]["range"] or None
    st.session_state[Key.WHOLE] = True


def played() -> None:
    """Take over how far time is played: the proofs follow, while nothing else and no address does. What is no span is none."""
    match st.session_state[Key.CONTROL]["played"]:
        case [int() | float() as first, int() | float() as last]:
            st.session_state[Key.PLAYED] = (int(first), int(last))


def seen() -> None:
    """Take over the stretch of days and the lanes that the timeline shows."""
    sight = st.session_state[Key.TIMELINE]["sight"]
    st.session_state[Key.WINDOW] = [float(day) for day in sight["window"]] if sight["window"] else None
    st.session_state[Key.LANES] = sight["lanes"] if sight["lanes"] in address.LANES else None


def arranged() -> None:
    """Take over how the table is sorted, and what is searched in it."""
    told = st.session_state[Key.SHEET]["arranged"]
    st.session_state[Key.ORDER] = told["order"] if address.ORDER.fullmatch(told["order"]) else None
    st.session_state[Key.SOUGHT] = told["find"]
    st.session_state[Key.ROWS] = None


def another_table() -> None:
    """Another table begins with its own order, and whole."""
    st.session_state[Key.ORDER], st.session_state[Key.SOUGHT] = None, ""
    st.session_state[Key.ROWS] = None


def picked() -> None:
    """Take over what was clicked in a picture or in a table. The network moves to whom a table's row names (``moved``), to which the
    proofs keep a way back (``row``)."""
    told = st.session_state[Key.CONTROL]["picked"]
    st.session_state[Key.TURN] = told.get("turn") if told else None
    _choose(told, moved=bool(told and told.get("moved")))
    st.session_state[Key.ROW] = bool(told and told.get("row"))


def named(key: Key = Key.CONTROL) -> None:
    """Take over what was clicked in the proofs or (``Key.FINDER``) found: that may stand anywhere, and the network moves there."""
    _choose(st.session_state[key]["choice"], moved=True)


def _choose(told: Mapping[str, Any] | None, moved: bool) -> None:
    one = Choice(told["kind"], str(told["id"])) if told and told["kind"] != "none" else None
    session.choose(one)
    st.session_state[Key.FOCUS] = one.id if one and moved and one.kind in {"person", "organization"} else None


def opened() -> None:
    """Take over which article, at which paragraph, is to be read whole; what names none opens none."""
    match st.session_state[Key.CONTROL]["opened"]:
        case [int() | float() as article, int() | float() as paragraph]:
            st.session_state[Key.OPENED] = (int(article), int(paragraph))


def pictured() -> None:
    """The pictures are drawn: the page may now show what it held back for them."""
    st.session_state[Key.PICTURED] = True
    st.session_state[Key.WHOLE] = True


def asked() -> None:
    """Take over what is being typed into the search box."""
    st.session_state[Key.QUERY] = st.session_state[Key.FINDER]["query"]


def found(scene: Scene) -> None:
    """Choose whom the search found; who is not in the picture gets a picture of their own, a group that of folded companies."""
    named(Key.FINDER)
    st.session_state[Key.QUERY] = None
    choice = session.choice()
    if choice and choice.kind == "group":
        st.session_state[Key.READING], st.session_state[Key.FOLDED] = "companies", True
        st.session_state[Key.FOCUS] = choice.id
        return
    if choice:
        _bring(scene, int(choice.id))


def _bring(scene: Scene, entity: int) -> None:
    """Give who is not in the picture one of their own."""
    asked = replace(picture(scene), brought=())
    row = scene.entities[entity]
    hidden = asked.kinds and (row.kind if row.kind == "person" else row.type or "company") not in asked.kinds
    if not hidden and entity not in projection.part(scene, scene.key, asked):
        center(entity)


def searched() -> None:
    """Take over what is to be searched in the meetings."""
    st.session_state[Key.TEXT] = st.session_state[Key.FINDER]["text"]
    st.session_state[Key.QUERY] = st.session_state[Key.UNKNOWN] = None
    st.session_state[Key.WHOLE] = True


def center(entity: int) -> None:
    """Show the surroundings of somebody."""
    st.session_state[Key.READING] = "around"
    st.session_state[Key.AROUND] = entity
    st.session_state[Key.FOCUS] = None


def whole() -> None:
    """Show everybody again."""
    st.session_state[Key.READING] = "people"


def more() -> None:
    """Draw more of a crowd."""
    st.session_state[Key.DRAWN] = (st.session_state.get(Key.DRAWN) or DRAWN) * 2


def more_met() -> None:
    """Bring more of those whom the chosen one met."""
    st.session_state[Key.GUESTS] = 4 * guests_most()


def guests_most() -> int:
    """How many of those come whom the chosen one met: more where that was asked for, until another is chosen."""
    return st.session_state.get(Key.GUESTS) or AT_ONCE


def stretch(scene: Scene) -> Stretch:
    """What the timeline is asked for; of more meetings than it shows those that are chosen for the days that are looked at."""
    asked = Stretch(address.conditions(live=False), most=session.at_once("MARKS", MARKS), more=st.session_state.get(Key.MARKS) or 0)
    if not thinned(scene, scene.key, asked):
        return asked
    # What is not listed is counted: without those that the browser would hide.
    conditions = replace(address.conditions(live=True), between=None)
    return replace(asked, conditions=conditions, span=address.days_seen(), brushed=bool(st.session_state.get(Key.RANGE)))


def more_marks() -> None:
    """List more of a crowd's meetings under the timeline, as many again as at first."""
    st.session_state[Key.MARKS] = (st.session_state.get(Key.MARKS) or 0) + session.at_once("MARKS", MARKS) // 10


def lost(language: Language) -> None:
    """Open the table of connections at those that only outlets tell that are left out."""
    another_table()
    st.session_state[Key.TABLE], st.session_state[Key.SOUGHT] = "links", word("told_by_lost", language)


def readings(scene: Scene, language: Language) -> None:
    """The four readings of the meetings."""
    st.session_state.setdefault(Key.READING, READINGS[0])
    st.segmented_control(
        word("reading", language), READINGS, key=Key.READING, format_func=lambda one: word(f"reading_{one}", language),
        label_visibility="collapsed", required=True, on_change=_read, args=(scene,),
    )  # fmt: skip


def of_reading(scene: Scene, language: Language) -> None:
    """What belongs to the reading that is chosen: groups folded or not, how many steps around whom."""
    reading = st.session_state[Key.READING]
    if reading == "companies" and scene.sieve.groups:
        st.session_state.setdefault(Key.FOLDED, False)
        st.toggle(word("folded", language), key=Key.FOLDED)
    if reading == "around":
        st.session_state.setdefault(Key.STEPS, 1)
        st.segmented_control(
            word("steps", language), STEPS, key=Key.STEPS, format_func=lambda step: word("step", language, n=step),
            label_visibility="collapsed", required=True,
        )  # fmt: skip
        if centre := scene.labels[language].get(st.session_state.get(Key.AROUND) or 0):
            st.html(f'<p class="centre" data-testid="centre">{escape(word("around_whom", language, name=centre))}</p>')


def _read(scene: Scene) -> None:
    """Around one, without anybody named, is around who is chosen, else around who met most."""
    st.session_state[Key.DRAWN] = 0
    choice = session.choice()
    chosen = int(choice.id) if choice and choice.kind in {"person", "organization"} else None
    if st.session_state[Key.READING] != "around":
        # Of a crowd's meetings those of who is chosen are drawn first.
        st.session_state[Key.AROUND] = chosen if st.session_state[Key.READING] == "meetings" else None
    elif chosen is not None:
        st.session_state[Key.AROUND] = chosen
    else:
        centred(scene)


def centred(scene: Scene) -> None:
    """Give the surroundings of nobody, as an address may ask for them, a centre: who is chosen, else who met most."""
    if st.session_state.get(Key.READING) != "around" or st.session_state.get(Key.AROUND) in scene.entities:
        return
    choice = session.choice()
    chosen = int(choice.id) if choice and choice.kind in {"person", "organization"} and choice.id.isdecimal() else None
    people = [row for row in scene.entities.values() if row.kind == "person"] or list(scene.entities.values())
    st.session_state[Key.AROUND] = chosen if chosen in scene.entities else max(people, key=lambda row: (row.meetings, -row.id)).id


def picture(scene: Scene) -> Picture:
    """The network that is asked for."""
    state = st.session_state
    # A crowd shows the busiest of those who fit all filters, and how often two met hangs on them too; another small picture is sent once,
    # and hides by itself.
    kinds = shown(Key.KINDS) or ()
    # Without people nothing tells whose companies fit dates and status.
    crowded = len(scene.entities) > DRAWN or (state.get(Key.OFTEN) or 1) > 1 or bool(kinds and "person" not in kinds)
    asked = Picture(
        reading=state.get(Key.READING) or READINGS[0],
        conditions=address.conditions(live=crowded),
        folded=bool(state.get(Key.FOLDED)) and state.get(Key.READING) == "companies",
        around=state.get(Key.AROUND) if state.get(Key.READING) in {"around", "meetings"} else None,
        steps=state.get(Key.STEPS) or 1,
        most=state.get(Key.DRAWN) or DRAWN,
        kinds=tuple(kind for kind in KINDS if kind in kinds),
    )
    brought = bringing.brought(scene, session.choice(), asked)
    return replace(asked, brought=brought) if brought else asked


def shown(key: Key) -> Sequence[str] | None:
    """The ticked statuses or kinds, None where nothing is left out."""
    offered: Sequence[str] = STATUSES if key == Key.STATUSES else KINDS
    ticked = st.session_state.get(key)
    return None if not ticked or len(ticked) == len(offered) else list(ticked)


def search(scene: Scene, language: Language) -> None:
    """The search box."""
    finder.show(scene, language, asked, lambda: found(scene), searched)


def linked(scene: Scene) -> None:
    """Choose whom the address names (?person=샘 올트먼, ?company=SK), in either language; once, before anything is chosen.

    A name that nobody bears is kept, and told (``unknown``). A person that an address takes for an organisation, or the other way round,
    is chosen as what it is.
    """
    choice = session.choice()
    if choice and choice.kind in {"person", "organization"} and choice.id.isdecimal():
        row = scene.entities.get(int(choice.id))
        if row and row.kind != choice.kind:
            st.session_state[Key.CHOICE] = Choice(row.kind, choice.id)
    named = next((" ".join(st.query_params[name].split()) for name in NAMED if name in st.query_params), "")
    if not named or st.session_state.get(Key.CHOICE):
        return
    found = next((one for one in scene.entities if named in (labels[one] for labels in scene.labels.values())), None)
    if found is None:
        alike = scene.names.find(named, finder.NEAR)
        found = next((one for one in alike if folded(named) in map(folded, scene.forms[one])), None)
    if found is None:
        st.session_state[Key.UNKNOWN] = named
        return
    session.choose(Choice(scene.entities[found].kind, str(found)))
    st.session_state[Key.FOCUS] = str(found)


def unknown(scene: Scene, language: Language) -> None:
    """Say that nobody bears the name by which the address asked for somebody; with names like it, and a search for its words."""
    named = st.session_state.get(Key.UNKNOWN)
    if not named or session.choice():
        return
    with st.container(horizontal=True, vertical_alignment="center", key="unknown"):
        st.html(f'<p role="status">{escape(word("not_known", language, text=named))}</p>', width="content")
        alike = scene.names.find(named, finder.NEAR) or scene.names.near(named, finder.NEAR)
        if alike:
            st.html(f"<p>{escape(word('names_near', language))}:</p>", width="content")
        for one in alike:
            row = scene.entities[one]
            st.button(plain(scene.labels[language][one]), key=f"near_{one}", type="tertiary", on_click=_show, args=(scene, row.kind, one))
        st.button(plain(word("search_in_text", language, text=named)), key="unknown_text", type="tertiary", on_click=_words, args=(named,))
        st.button(word("dismiss", language), key="unknown_gone", type="tertiary", icon=":material/close:", on_click=_words, args=(None,))


def _show(scene: Scene, kind: MentionKind, entity: int) -> None:
    session.choose(Choice(kind, str(entity)))
    st.session_state[Key.FOCUS] = str(entity)
    _bring(scene, entity)


def _words(text: str | None) -> None:
    """Search the meetings for what nobody is called; None just lets go of it."""
    st.session_state[Key.UNKNOWN] = None
    if text:
        st.session_state[Key.TEXT] = text
    st.session_state[Key.WHOLE] = True
