"""What a reader is about to add: the pasted text and the dropped files as documents, read but not yet saved. Free of Streamlit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import count, islice
from pathlib import PurePath
from typing import Any

from graphing.articles import Imprint, Problem, Settings, fetch, imprint, read_bytes
from graphing.articles.readers import Note, composed, is_readable
from graphing.errors import InputError
from graphing.model import Document, Extraction, Origin
from graphing.pipeline import extractions, without_text

SIDECAR_ENDING = ".json"
# Pasted text is named by its content behind this.
PASTED = "pasted-"
# Reading takes some 25 µs a character; past this a page waits for minutes, and the command line is the better place.
MOST_CHARACTERS = 8_000_000


NOTHING = Imprint()
# Where a draft stands in a pile: its file, its number in that, and its source. Documents of several files may bear one id.
Place = tuple[str, int, str]
# What is said of single drafts: date and outlet.
Each = tuple[tuple[Place, date | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class Upload:
    """A dropped file: its name without folders, and its bytes. What was ``fetched`` comes under its address."""

    name: str
    data: bytes
    fetched: fetch.Fetched | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as it came in, the file it came from (None for pasted text), what the text itself prints as its day and outlet, and which
    of its file's documents it is (from 0)."""

    document: Document
    found: Imprint = NOTHING
    file: str | None = None
    number: int = 0

    @property
    def place(self) -> Place:
        """Where it stands in its pile, as no other does."""
        return self.file or "", self.number, self.document.source

    @property
    def printed(self) -> date | None:
        """The day that the text or the file's name prints."""
        return self.found.published


@dataclass(frozen=True, slots=True)
class Opened:
    """A dropped file with the particulars beside it, the documents in it, and what could not be read; ``saved``: how many of its documents
    have left it, for they are stored; ``notes``: what should be known of what was read."""

    upload: Upload
    beside: bytes | None = None
    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()
    saved: int = 0
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Pile:
    """The dropped files, opened; ``left``: the names of those that a stop has left out."""

    files: tuple[Opened, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def uploads(self) -> tuple[Upload, ...]:
        return tuple(one.upload for one in self.files)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        return tuple(draft for one in self.files for draft in one.drafts)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for one in self.files for problem in one.problems)


@dataclass(frozen=True, slots=True)
class Details:
    """What the reader says of documents that don't say it themselves. ``printed``: take the date printed in the text, where one is.

    ``each``: (place, date, outlet) of single ones of many, which counts before the rest.
    """

    published: date | None = None
    printed: bool = False
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    each: Each = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood, and what could not be, of the first ``done`` documents (None: of all).

    ``key`` tells whether the draft is still the one that was read, ``origins`` where date and outlet of each source were found.
    """

    key: int
    extractions: tuple[Extraction, ...]
    problems: tuple[Problem, ...] = ()
    done: int | None = None
    origins: tuple[tuple[str, Origin | None, Origin | None], ...] = ()


def apart(uploads: Iterable[Upload]) -> tuple[Upload, ...]:
    """The files of one drop, each under a name of its own: those of one name, from several folders, become 면.txt, 면 (2).txt and so on.

    So do the .json beside them, which still belong to the file of their name. Where there are more or fewer of them, nobody knows
    whose they are: the names begin with 면 (1).txt, and no .json finds a file.
    """
    given = tuple(uploads)
    times = Counter(one.name for one in given)
    together: dict[str, set[int]] = {}
    for name in times:
        together.setdefault(PurePath(name).stem, set()).add(times[name])
    seen: Counter[str] = Counter()
    found = []
    for one in given:
        stem, place = PurePath(one.name).stem, seen[one.name]
        seen[one.name] += 1
        sure = len(together[stem]) == 1 or not times[stem + SIDECAR_ENDING]
        if times[one.name] == 1 or (sure and not place):
            found.append(one)
            continue
        free = (number for number in count(1 + sure) if f"{stem} ({number})" not in together)
        number = next(islice(free, place - sure, None))
        found.append(replace(one, name=f"{stem} ({number}){PurePath(one.name).suffix}"))
    return tuple(found)


def pile(
    uploads: Iterable[Upload],
    settings: Settings | None = None,
    before: Pile | None = None,
    told: Callable[[int, int], object] = lambda number, documents: None,
    keep: Callable[[Opened], object] = lambda one: None,
    done: tuple[Opened, ...] = (),
) -> Pile:
    """The documents in the dropped files. Of two files of one name the later counts, and says so; a .json belongs to the file of its name.

    What ``before`` has opened already and is unchanged is not opened again, but for files that it could not read. Before each file, and
    with each of its documents, ``told`` hears its number (from 1) and how many documents it has given; ``keep`` is handed each file that is
    opened: whoever stops half-way gives those back as ``done``.
    """
    given = tuple(uploads)
    latest = _latest(given)
    sidecars = {composed(name): one for name, one in latest.items() if _is_sidecar(one)}
    replacing = {upload.name for upload in given if upload != latest[upload.name]}
    known = {one.upload: one for one in before.files if not one.problems} if before else {}
    opened = list(done)
    for number, upload in enumerate(islice(latest.values(), len(done), None), len(done) + 1):
        told(number, 0)
        beside = sidecars.get(_stem(upload.name) + SIDECAR_ENDING)
        along = beside.data if beside and beside is not upload and not upload.fetched else None
        same = known.get(upload)
        one = same if same and same.beside == along else _opened(upload, along, latest, settings, partial(told, number))
        opened.append(replace(one, notes=(*one.notes, _replaced(upload.name))) if upload.name in replacing else one)
        keep(opened[-1])
    return Pile(tuple(opened))


def stopped(uploads: Iterable[Upload], done: tuple[Opened, ...], before: Pile) -> Pile:
    """What a stop leaves of ``pile``: what was opened (``done``), and what was here before as it was; the rest is named."""
    known = {one.upload: one for one in before.files}
    rest = tuple(islice(_latest(uploads).values(), len(done), None))
    return Pile((*done, *(known[one] for one in rest if one in known)), tuple(one.name for one in rest if one not in known))


def _latest(uploads: Iterable[Upload]) -> dict[str, Upload]:
    return {upload.name: upload for upload in uploads}


def _replaced(name: str) -> Note:
    return Note(name, None, InputError("replaces an earlier file of the same name"))


def _opened(
    upload: Upload, beside: bytes | None, latest: Iterable[str], settings: Settings | None, told: Callable[[int], object]
) -> Opened:
    name = PurePath(upload.name)
    if _is_sidecar(upload):
        if any(_stem(other) == _stem(upload.name) and is_readable(other) for other in latest):
            return Opened(upload)
        why = InputError(
            "only describes another file of the same name, such as {stem}.txt, which is missing; drop that file too, or put "
            "articles in a .jsonl file, one object per line",
            stem=name.stem,
        )
        return Opened(upload, problems=(Problem(upload.name, None, why),))
    found = []
    documents = 0
    for one in fetch.read(upload.fetched, settings) if upload.fetched else read_bytes(name.name, upload.data, settings, beside):
        found.append(_with_text(one))
        documents += isinstance(one, Document)
        told(documents)
    problems = [one for one in found if isinstance(one, Problem)]
    return Opened(
        upload,
        beside,
        tuple(Draft(one, imprint(one), upload.name, place) for place, one in enumerate(one for one in found if isinstance(one, Document))),
        tuple(replace(one, source=one.source if "/" in one.source else upload.name) for one in problems if not isinstance(one, Note)),
        notes=tuple(one for one in problems if isinstance(one, Note)),
    )


def _with_text(found: Document | Problem) -> Document | Problem:
    return without_text(found.source) if isinstance(found, Document) and not found.text.strip() else found


def pasted(text: str) -> Draft | None:
    """The pasted text as a document named by its content, so that pasting it again is the same; None where it is blank."""
    if not text.strip():
        return None
    document = Document(f"{PASTED}{sha256(text.encode('utf-8', 'replace')).hexdigest()[:12]}", text)
    return Draft(document, imprint(document))


def undated(drafts: Iterable[Draft], printed: bool, each: Each = ()) -> int:
    """How many documents say no publication date; with ``printed`` a date printed in the text counts as said, as does one of ``each``."""
    said = {place for place, published, _ in each if published}
    return sum(
        one.document.published is None and one.place not in said and not (printed and one.printed is not None) for one in drafts
    )


def printed_dates(drafts: Iterable[Draft]) -> tuple[date, ...]:
    """The dates printed in those documents that say none otherwise, each once: proposals, for the reader to confirm."""
    return tuple(sorted({one.printed for one in drafts if one.printed and one.document.published is None}))


def completed(drafts: tuple[Draft, ...], details: Details) -> tuple[Document, ...]:
    """The documents with what the reader said: of a single one that counts, of several it fills what they don't say themselves."""
    if len(drafts) == 1:
        one = drafts[0]
        said: dict[str, Any] = {name: value for name in ("published", "outlet", "title", "url") if (value := getattr(details, name))}
        origins: dict[str, Any] = {f"{name}_from": "said" for name in ("published", "outlet") if name in said}
        return (_filled(replace(one, document=replace(one.document, **said, **origins)), details),)
    return tuple(_filled(one, details) for one in drafts)


def _filled(one: Draft, details: Details) -> Document:
    document = one.document
    published, outlet = next(((day, paper) for place, day, paper in details.each if place == one.place), (None, None))
    days: list[tuple[date | None, Origin | None]] = [
        (document.published, document.published_from),
        (published, "said"),
        (one.printed if details.printed else None, one.found.published_from),
        (details.published, "said"),
    ]
    papers: list[tuple[str | None, Origin | None]] = [
        (document.outlet, document.outlet_from),
        (outlet, "said"),
        (details.outlet, "said"),
        (one.found.outlet, one.found.outlet_from),
    ]
    day, day_from = next((found for found in days if found[0]), (None, None))
    paper, paper_from = next((found for found in papers if found[0]), (None, None))
    return replace(
        document,
        published=day,
        published_from=day_from,
        outlet=paper,
        outlet_from=paper_from,
        title=document.title or details.title,
        url=document.url or details.url,
    )


def unsaved(drafts: tuple[Draft, ...], reading: Reading) -> tuple[Draft, ...]:
    """Those of the drafts that were read that saving leaves out: what could not be understood, and what a stop left unread."""
    bad = {one.source for one in reading.problems}
    return tuple(one for number, one in enumerate(drafts) if one.document.source in bad or number >= (reading.done or len(drafts)))


def without(pile: Pile, left: Iterable[Draft]) -> Pile:
    """The pile once all but ``left`` is saved: files of those, files of which something cannot be read, and particulars beside them."""
    kept = set(left)
    rest = [_without(one, kept) for one in pile.files]
    stays = {_stem(one.upload.name) for one in rest if one.drafts or one.problems}
    return Pile(
        tuple(one for one in rest if one.drafts or one.problems or (_is_sidecar(one.upload) and _stem(one.upload.name) in stays))
    )


def _without(one: Opened, kept: set[Draft]) -> Opened:
    left = tuple(draft for draft in one.drafts if draft in kept)
    return replace(one, drafts=left, saved=one.saved + len(one.drafts) - len(left))


def _stem(name: str) -> str:
    """A file's name without its ending, in composed letters: by it a .json finds its file."""
    return composed(PurePath(name).stem)


def _is_sidecar(upload: Upload) -> bool:
    return upload.fetched is None and PurePath(upload.name).suffix.lower() == SIDECAR_ENDING


def key(documents: tuple[Document, ...]) -> int:
    """Equal for equal documents: whether what was read is what would be read now. (Python keeps a text's hash: this stays fast.)"""
    return hash(documents)


def read(
    documents: tuple[Document, ...],
    told: Callable[[int, float], object],
    keep: Callable[[Reading], object] = lambda reading: None,
    last: Reading | None = None,
) -> Reading:
    """Understand the documents, one after the other; before each ``told`` hears its number (from 1) and the share done (0–1).

    ``keep`` is handed what has been read so far after each: whoever stops half-way has that. A ``last`` reading that was stopped
    is gone on with. Raises InputError where there is more than a page can wait for.
    """
    characters = sum(len(one.text) for one in documents)
    if characters > MOST_CHARACTERS:
        raise InputError(
            "{characters:,} characters in {count:,} documents are more than this page takes (at most {most:,}); add them on the "
            "command line: python -m graphing add FILE",
            characters=characters,
            count=len(documents),
            most=MOST_CHARACTERS,
        )
    mark = key(documents)
    origins = tuple((one.source, one.published_from, one.outlet_from) for one in documents)
    begun = last if last and last.key == mark and last.done is not None else Reading(mark, (), (), 0)
    first = begun.done or 0
    found, problems = list(begun.extractions), list(begun.problems)
    done = sum(len(one.text) for one in documents[:first])
    for number, one in enumerate(documents[first:], first + 1):
        told(number, done / max(1, characters))
        for result in extractions([one]):
            if isinstance(result, Problem):
                problems.append(result)
            else:
                found.append(result)
        done += len(one.text)
        keep(Reading(mark, tuple(found), tuple(problems), number, origins))
    return Reading(mark, tuple(found), tuple(problems), None, origins)
