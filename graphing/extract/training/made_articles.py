"""The annotated articles that ship: invented news, written to train on, with names and meetings marked in place.

A file ``training/articles/WRITER.txt`` holds articles, each below a line ``=== NAME``; ``training/ordinary/WRITER.txt`` holds everyday
news, in which mostly nobody meets. Lines that begin with ``#`` head an article:

    # published: 2024-05-03
    # org: 한국수소협회 | agency
    # role: 민도영 | 한들전자 | 회장 | former
    # meeting 1: held | 2024-05-02 | 더한호텔 | 민도영, 고은찬 | 새벽은행 | words of the text that prove it

(``-`` stands for nothing; organisations without a line are companies). In the text ``{민도영}`` marks a person, ``{민|민도영}`` a shorter
form of
his name, ``<한들전자>`` an organisation and ``⟦만났다|1⟧`` words that tell meeting 1 (``1,2``: both; ``1~``: with another status than it
turned out to have). Words that may tell a meeting and are not marked tell none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, NamedTuple

from graphing.errors import LexiconError

_MARK = re.compile(r"\{([^{}|\n]+)(?:\|([^{}|\n]+))?\}|<([^<>|\n]+)(?:\|([^<>|\n]+))?>|⟦([^⟦⟧|\n]+)\|([\d,~]+)⟧")
_OPEN = re.compile(r"[{}<>⟦⟧]")


class Marked(NamedTuple):
    """An annotated article: ``record`` as the corpora's JSON has it, ``told`` the (start, end, label) of the words that tell its meetings,
    labels as in ``meetings.telling_labels`` (meetings from 0)."""

    name: str
    text: str
    record: dict[str, Any]
    told: tuple[tuple[int, int, str], ...]


def shipped_articles(folder: str = "articles") -> Iterator[Marked]:
    """The articles that ship in a folder (``articles`` or ``ordinary``), by file and in the order of each. Raises LexiconError, naming the
    article, where one is malformed."""
    kept = files("graphing.extract").joinpath("training", folder)
    for file in sorted((entry for entry in kept.iterdir() if entry.name.endswith(".txt")), key=lambda entry: entry.name):
        for block in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, marked = block.partition("\n")
            yield read_article(name.strip(), marked)


def read_article(name: str, marked: str) -> Marked:
    """One article with its head. Raises LexiconError where a line of the head or a mark is malformed, or a meeting is not told."""
    lines = marked.split("\n")
    count = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    text, mentions, told = _unmarked(name, "\n".join(lines[count:]).strip("\n"))
    record: dict[str, Any] = {"id": name, "published": None, "mentions": mentions, "people": [], "organizations": [], "meetings": []}
    types: dict[str, str] = {}
    roles: dict[str, list[dict[str, Any]]] = {}
    for line in lines[:count]:
        key, _, rest = line[1:].strip().partition(":")
        fields = [None if field.strip() in ("-", "") else field.strip() for field in rest.split("|")]
        match key.split()[0] if key else "", fields:
            case "published", [published]:
                record["published"] = published
            case "org", [str(organization), str(kind)]:
                types[organization] = kind
            case "role", [str(person), organization, str(title), *former]:
                roles.setdefault(person, []).append({"org": organization, "title": title, "former": former == ["former"]})
            case "meeting", [str(status), date, place, str(people), orgs, str(evidence)] if evidence in text:
                record["meetings"].append(
                    {
                        "participants": _listed(people),
                        "orgs": _listed(orgs or ""),
                        "status": status,
                        "date": date,
                        "place": place,
                        "evidence": evidence,
                    }
                )
            case _:
                raise LexiconError(f"training article {name}: cannot read the line {line!r}; see graphing.extract.training.made_articles")
    forms: dict[tuple[str, str], list[str]] = {}
    for start, end, kind, whole in mentions:
        forms.setdefault((kind, whole), []).append(text[start:end])
    for (kind, whole), spelt in forms.items():
        aliases = [form for form in dict.fromkeys(spelt) if form != whole]
        if kind == "P":
            record["people"].append({"name": whole, "aliases": aliases, "roles": roles.get(whole, [])})
        else:
            record["organizations"].append({"name": whole, "aliases": aliases, "type": types.get(whole, "company")})
    return Marked(name, text, record, tuple(told))


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _unmarked(name: str, marked: str) -> tuple[str, list[list[Any]], list[tuple[int, int, str]]]:
    """The text without marks, its mentions as the corpora have them, and the words that tell meetings."""
    pieces: list[str] = []
    mentions: list[list[Any]] = []
    told: list[tuple[int, int, str]] = []
    position = length = 0
    for match in _MARK.finditer(marked):
        person, of_person, organization, of_organization, words, numbers = match.groups()
        form = person or organization or words
        pieces += (marked[position : match.start()], form)
        start = length + match.start() - position
        length, position = start + len(form), match.end()
        if words:
            told.append((start, length, ",".join(f"{int(part.rstrip('~')) - 1}{'~' * part.endswith('~')}" for part in numbers.split(","))))
        else:
            mentions.append([start, length, "P" if person else "O", of_person or of_organization or form])
    pieces.append(marked[position:])
    text = "".join(pieces)
    left = _OPEN.search(text)
    if left:
        raise LexiconError(
            f"training article {name}: a mark is left open near {text[max(0, left.start() - 9) : left.end() + 9]!r}; close it"
        )
    return text, mentions, told
