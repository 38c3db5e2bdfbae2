"""What was read, before it is saved: what it will change, article by article, and corrections that are saved together with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from graphing.changes import KINDS, Change, Changes, changes
from graphing.decisions import Curated, Decision, Trace, apply, by_article, making
from graphing.decisions.addressing import digest
from graphing.errors import HoedongError
from graphing.model import Extraction
from graphing.pipeline import foresee
from graphing.store import EntityRow
from graphing.view import (
    correct,
    curator,
    deciding,
    differences,
    drafts,
    meeting_form,
    names,
    reading,
    review_decisions,
    review_tellings,
    why,
)
from graphing.view.deciding import Keeper, Make
from graphing.view.put_by import PutBy, carried
from graphing.view.session import Key, Language, store
from graphing.view.words import word

# Of more articles it takes a while to say what they change: it is said when asked for.
COMPARED = 300
# So many new names are listed, the rest is counted.
LISTED = 12
# Numbers of decisions that no store has given yet: they come after all that it has.
NOT_YET = 10**12
# What the names, posts and missed meetings of an article are decided by.
NAMING = ("post", "mark", "unmark", "add")


def decisions(read: drafts.Reading) -> tuple[Decision, ...]:
    """What was decided here about the articles that were read, in order."""
    return tuple(replace(one, id=NOT_YET + number) for number, one in enumerate(_now(read)) if one is not None)


def _made() -> tuple[PutBy, ...]:
    """All that was decided here, also about articles that are not among those that were read."""
    return st.session_state.get(Key.UPLOAD_DECISIONS) or ()


def _now(read: drafts.Reading) -> tuple[Decision | None, ...]:
    made = _made()
    return carried(made, [one.article for one in read.extractions]) if made else ()


def corrected(read: drafts.Reading) -> tuple[Extraction, ...]:
    """What holds of each article, by what was decided here and before."""
    made, before = decisions(read), _before()
    return tuple(apply(one, (*before.get(digest(one.article), ()), *made)).extraction for one in read.extractions)


def _before() -> dict[str, list[Decision]]:
    """What stands decided about each stored article, asked for once."""
    try:
        return by_article(store().decisions())
    except HoedongError:
        return {}


def known(read: drafts.Reading) -> int:
    """The latest decision that was kept when what was read came on the screen."""
    return deciding.seen(f"draft {read.key}")


def foreseen(read: drafts.Reading, language: Language) -> Changes | None:
    """What saving would change; None where that cannot be said, or where it is not said unasked."""
    try:
        key = (read.key, decisions(read), store().revision())
        last = st.session_state.get(Key.UPLOAD_FORESEEN)
        if last is not None and last[0] == key:
            found: Changes = last[1]
            return found
        if len(read.extractions) > COMPARED and not st.button(word("compare", language), icon=":material/compare_arrows:"):
            return None
        with st.spinner(word("comparing", language)):
            found = changes(foresee(store(), read.extractions, decisions(read)))
    except HoedongError:
        return None  # saving will tell
    st.session_state[Key.UPLOAD_FORESEEN] = (key, found)
    return found


def summary(read: drafts.Reading, found: Changes | None, language: Language) -> None:
    """What changes in all, who is new, and what was decided here, each decision with a way to take it back."""
    if found is not None:
        counted = [(kind, found.count(kind)) for kind in KINDS]
        told = "".join(badge(kind, f"{word(f'change_{kind}', language)} {n}") for kind, n in counted if n)
        fresh = (("new_people", "rest_people", found.people), ("new_organizations", "rest_companies", found.organizations))
        rows = "".join(f"<dt>{escape(word(key, language))}</dt><dd>{_listed(new, rest, language)}</dd>" for key, rest, new in fresh if new)
        nothing = "" if told or rows else f"<p>{escape(word('changes_nothing', language))}</p>"
        st.html(f'{reading.STYLE}<section class="proofs reading" data-testid="changes"><p>{told}</p>{nothing}<dl>{rows}</dl></section>')
    _put_by(read, language)


def _put_by(read: drafts.Reading, language: Language) -> None:
    """What was decided here, with a way to take it back; and what cannot be kept, for its text was not read again."""
    now = _now(read)
    count = sum(one is not None for one in now)
    if count:
        with st.expander(word("decided_here", language, n=count), expanded=True):
            for number, one in enumerate(now):
                if one is not None:
                    _row(one, number, language)
    gone = [made.decision for made, one in zip(_made(), now, strict=True) if one is None]
    if gone:
        st.warning(word("decided_gone", language, n=len(gone)), icon=":material/edit_off:")
        st.html("".join(review_decisions.line(one, None, language) for one in gone))


def _row(one: Decision, number: int, language: Language) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(review_decisions.line(one, None, language))
        if st.button(word("undo", language), key=f"{Key.UPLOAD_DECISIONS}_{number}", icon=":material/undo:"):
            made = _made()
            st.session_state[Key.UPLOAD_DECISIONS] = (*made[:number], *made[number + 1 :])
            st.rerun()


def heading(name: str, said: Sequence[Change | None], language: Language) -> str:
    """An article's name, and how many meetings of each kind it tells."""
    counts = [(kind, sum(one is not None and one.kind == kind for one in said)) for kind in KINDS]
    return " · ".join([name, *(f"{word(f'change_{kind}', language)} {n}" for kind, n in counts if n)])


def article(extraction: Extraction, read: drafts.Reading, said: Sequence[Change | None], found: Changes | None, language: Language) -> None:
    """One article: its meetings with what each changes and the tools that correct it, its names, its whole text."""
    curated = _curated(extraction, read)
    about = digest(extraction.article)[:12]
    # Tools begin anew with what is decided about names or added; the form of a meeting with what holds of it, and with nothing else.
    named = (one for one in decisions(read) if one.article == digest(extraction.article) and one.what in NAMING)
    mark = f"{about}_{hash(tuple((one.about, one.what, one.value) for one in named))}"
    st.html(reading.STYLE)
    if not curated.extraction.meetings:
        st.caption(word("no_meetings_found", language))
    told = iter(said)
    for number, trace in enumerate(curated.traces):
        if trace.now is None:
            continue
        mine = f"{about}_{number}"
        # By a name of its own: where a meeting goes, the next one does not come to stand in its open panel.
        with st.container(border=True, key=f"{Key.UPLOAD_PREVIEW}_{mine}"):
            change = next(told, None)
            if found is not None and change is None:
                st.caption(word("one_left", language))
            elif found is not None and change is not None:
                st.html(_told(change, found.entities, language))
                _doubt(change, curated, trace, mine, found.entities, language)
            reading.draw_meeting(curated.extraction, trace.now, language)
            with st.expander(word("correct", language), key=f"{Key.UPLOAD_PREVIEW}_correct_{mine}", icon=":material/edit:"):
                meeting_form.tools(curated.extraction, trace, mine, str(hash(trace.now)), _keeper(extraction), language)
    reading.draw_names(curated.extraction, language)
    with st.expander(word("whole_text", language)):
        correct.text(curated.extraction, mark, _keeper(extraction), language)
    correct.tools(curated, mark, _keeper(extraction), language)


def badge(kind: str, text: str) -> str:
    """A word about what a meeting changes, as HTML."""
    return f'<span class="change {kind}">{escape(text)}</span>'


def _curated(extraction: Extraction, read: drafts.Reading) -> Curated:
    """The article as corrected, also by what was decided about it when it was stored before."""
    try:
        before = store().decisions(digest(extraction.article))
    except HoedongError:
        before = ()
    return apply(extraction, (*before, *decisions(read)))


def _keeper(extraction: Extraction) -> Keeper:
    """Puts by what is decided about an article, to be saved with it."""

    def put_by(make: Make) -> None:
        try:
            made = make(curator.current().name)
        except HoedongError as error:
            deciding.refused(error)
        else:
            deciding.taken()
            st.session_state[Key.UPLOAD_DECISIONS] = (*_made(), *(PutBy(one, extraction.article) for one in made))
        st.rerun()

    return put_by


def _told(change: Change, entities: Mapping[int, EntityRow], language: Language) -> str:
    """What a meeting changes, as HTML; of a contradiction what is stored beside what this article says."""
    head = badge(change.kind, word(f"change_{change.kind}", language))
    labels = {ident: names.called(row, language) for ident, row in entities.items()}
    if change.known is not None:
        where = differences.outlets(change.known, language)
        head += f' <small>{escape(word("told_before", language, where=where))}</small>'
    rows = ""
    if change.known is not None and change.fields:
        heads = "".join(f'<th scope="col">{escape(word(key, language))}</th>' for key in ("differing", "as_stored", "as_read"))
        rows = "".join(
            f"<tr><th scope=\"row\">{escape(word('participants' if field == 'who' else field, language))}</th>"
            f"<td>{escape(differences.value(change.known, field, labels, language))}</td>"
            f"<td>{escape(differences.value(change.telling, field, labels, language))}</td></tr>"
            for field in change.fields
        )
        rows = f'<table class="sides"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<section class="proofs reading" data-testid="change"><p>{head}</p>{rows}</section>'


def _doubt(change: Change, curated: Curated, trace: Trace, mark: str, entities: Mapping[int, EntityRow], language: Language) -> None:
    """Ask whether a new meeting is one that is stored."""
    row = change.doubtful
    if row is None:
        return
    labels = {ident: names.called(entity, language) for ident, entity in entities.items()}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(word("doubtful", language, what=review_tellings.line(row, labels, language)))
        if st.button(word("together", language), key=f"{Key.REVIEW_TELLINGS}_{mark}", icon=":material/merge:"):
            one = (curated.extraction, trace.named)
            _keeper(curated.extraction)(lambda by: [making.told("together", one, [review_tellings.source(row)], by)])


def _listed(rows: Sequence[EntityRow], rest: str, language: Language) -> str:
    return why.folded([names.called(row, language) for row in rows], language, LISTED, more=rest)
