"""Short made-up articles with their mentions marked: {도가람} is a person, [한들전자] an organisation."""

from __future__ import annotations

import re
from datetime import date

from graphing.extract.entities.people import resolve_organizations, resolve_people
from graphing.extract.posts.titles import find_titles
from graphing.model import Article, Mention, Organization, Paragraph, Person, Run, Sentence

_MARKED = re.compile(r"\{([^{}]+)\}|<([^<>]+)>")


def written(marked: str) -> tuple[Article, tuple[Sentence, ...], tuple[Mention, ...]]:
    """The article, its sentences (no tokens) and its mentions: {…} marks people, <…> organisations; lines are paragraphs."""
    text, mentions, last = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        name = match[1] or match[2]
        mentions.append(Mention(len(text), len(text) + len(name), name, "person" if match[1] else "organization"))
        text += name
        last = match.end()
    text += marked[last:]
    lines = list(re.finditer(r"[^\n]+", text))
    paragraphs = tuple(Paragraph(line.start(), line.end()) for line in lines)
    article = Article("written", 0, len(text), text, (Run(0, len(text), 0, len(text)),), paragraphs, None, date(2025, 3, 4))
    sentences = tuple(
        Sentence(line.start() + part.start(), line.start() + part.end(), (), index)
        for index, line in enumerate(lines)
        for part in re.finditer(r"\S.*?(?:[.?!](?=\s|$)|$)", line[0])
    )
    return article, sentences, tuple(mentions)


def people(marked: str) -> dict[str, Person]:
    article, sentences, mentions = written(marked)
    organizations = resolve_organizations(article, mentions)
    return {person.name: person for person in resolve_people(article, sentences, mentions, find_titles(article.text), organizations)}


def organizations(marked: str) -> dict[str, Organization]:
    article, _, mentions = written(marked)
    return {organization.name: organization for organization in resolve_organizations(article, mentions)}


def posts(marked: str) -> dict[str, list[tuple[str | None, str]]]:
    """name -> (organisation, title) of every post."""
    return {name: [(post.organization, post.title) for post in person.affiliations] for name, person in people(marked).items()}
