"""A store of every kind, empty; and invented articles whose offsets are right by construction."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphing.model import (
    Affiliation,
    Article,
    DateRange,
    Extraction,
    Meeting,
    Mention,
    MentionKind,
    Organization,
    Paragraph,
    Participant,
    Person,
    Place,
    Run,
    Span,
)
from graphing.store import Store, open_store

Make = Callable[..., Extraction]


def _program(name: str) -> str | None:
    """PostgreSQL's own programs; Debian keeps them off the path."""
    return shutil.which(name) or next(map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), None)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server of our own, reached by a socket only; skips where PostgreSQL or its driver is not installed."""
    psycopg = pytest.importorskip("psycopg")
    initdb, control = _program("initdb"), _program("pg_ctl")
    if not initdb or not control:
        pytest.skip("PostgreSQL is not installed")
    become: list[str] = []
    if os.geteuid() == 0:  # the server refuses to be run by root
        try:
            account = pwd.getpwnam("postgres")
        except KeyError:
            pytest.skip("root without an account 'postgres' to run the server")
        become = ["runuser", "-u", "postgres", "--"]
    # Not among pytest's own folders: those are closed to other accounts, and too deep for the name of a socket.
    folder = Path(tempfile.mkdtemp(prefix="hoedong-"))
    if become:
        os.chown(folder, account.pw_uid, account.pw_gid)

    def run(*command: str) -> None:
        done = subprocess.run([*become, *command], check=False, capture_output=True, text=True, timeout=120, cwd="/")
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"

    data = str(folder / "data")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c max_connections=30"
    run(initdb, "-D", data, "-U", "hoedong", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    run(control, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        with psycopg.connect(host=str(folder), user="hoedong", dbname="postgres"):
            yield f"postgresql://hoedong@/{{}}?host={folder}"
    finally:
        run(control, "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


def _new_database(address: str, name: str) -> str:
    import psycopg  # noqa: PLC0415

    with psycopg.connect(address.format("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return address.format(name)


@pytest.fixture(params=["memory", "file", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind; two stores may be opened on it, but for the one in memory."""
    if request.param == "memory":
        return "sqlite://"
    if request.param == "file":
        return f"sqlite:///{tmp_path / 'news' / 'hoedong.sqlite'}"
    return _new_database(request.getfixturevalue("postgresql"), tmp_path.name)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


@pytest.fixture
def make() -> Make:
    return extraction


class Writing:
    """A text as it grows, with the mentions put into it."""

    def __init__(self) -> None:
        self.text = ""
        self.paragraphs: list[Paragraph] = []
        self.mentions: dict[tuple[MentionKind, str], list[Mention]] = {}

    def put(self, words: str) -> Span:
        span = Span(len(self.text), len(self.text) + len(words))
        self.text += words
        return span

    def name(self, words: str, kind: MentionKind) -> Span:
        span = self.put(words)
        self.mentions.setdefault((kind, words), []).append(Mention(*span, words, kind))
        return span

    def paragraph(self, end: str) -> Span:
        """Ends the paragraph with these words; returns where it stands."""
        self.put(end)
        whole = Span(self.paragraphs[-1].end + 1 if self.paragraphs else 0, len(self.text))
        self.paragraphs.append(Paragraph(*whole))
        self.put("\n")
        return whole

    def person(self, name: str, held: list[tuple[str | None, str]]) -> tuple[Affiliation, ...]:
        self.name(name, "person")
        posts = []
        for organization, title in held:
            self.put(" ")
            start = len(self.text)
            if organization:
                self.name(organization, "organization")
                self.put(" ")
            posts.append(Affiliation(organization, title, title.startswith("전 "), Span(start, self.put(title).end)))
        self.paragraph("이 말했다.")
        return tuple(posts)

    def meeting(self, told: dict[str, Any]) -> Meeting:
        when, place, topic = None, None, None
        if day := told.get("day"):
            when = DateRange(day, told.get("precision", "day"), self.put(f"{day.day}일"))
            self.put(" ")
        if venue := told.get("place"):
            place = Place(venue, self.put(venue))
            self.put("에서 ")
        who = []
        for name in told.get("who", []):
            who.append(Participant(name, self.name(name, "person")))
            self.put(", ")
        for name in told.get("orgs", []):
            self.name(name, "organization")
            self.put(" 측, ")
        if about := told.get("topic"):
            topic = self.put(about)
            self.put(" 논의하려 ")
        cue = self.put("만났다")
        status, certainty = told.get("status", "held"), told.get("certainty", 0.9)
        evidence, sides = (self.paragraph("."),), tuple(told.get("orgs", []))
        return Meeting(tuple(who), status, evidence, cue, sides, when, place, topic, certainty, "만나다")


def extraction(
    people: dict[str, list[tuple[str | None, str]]],
    *meetings: dict[str, Any],
    outlet: str | None = "한빛일보",
    published: date | None = date(2025, 2, 5),
    source: str = "가.txt",
    tail: str = "",
    extra: tuple[str, ...] = (),
) -> Extraction:
    """An article that gives each of the people their posts, one paragraph each, then tells each meeting in one.

    A meeting: {"who": [names], "orgs": [names], "day": date, "precision", "status", "place", "topic", "certainty"}. ``extra``
    organisations are named at the end, with ``tail``.
    """
    writing = Writing()
    posts = {name: writing.person(name, held) for name, held in people.items()}
    told = tuple(writing.meeting(meeting) for meeting in meetings)
    for name in extra:
        writing.name(name, "organization")
        writing.put(" ")
    if extra or tail:
        writing.paragraph(tail)
    found = tuple(Person(name, (), held, tuple(writing.mentions["person", name])) for name, held in posts.items())
    named = tuple(Organization(name, "company", (), tuple(at)) for (kind, name), at in writing.mentions.items() if kind == "organization")
    length = len(writing.text)
    runs = (Run(0, length, 0, length),)
    article = Article(source, 0, length, writing.text, runs, tuple(writing.paragraphs), f"{source} 제목", published, outlet)
    return Extraction(article, found, named, told)
