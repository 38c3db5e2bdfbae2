"""What an article tells about a word in all its places: the particles and words that stand beside people or beside organisations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from graphing.extract.names.tagger_lexicons import surname_of
from graphing.extract.names.tagger_units import Unit
from graphing.extract.names.tagger_words import Word
from graphing.lexicon import listed, table

# People take 에게 and 께서, things take 에 and 에서: the choice of the particle tells which a name is.
ANIMATE = frozenset({"에게", "에게서", "에게는", "에게도", "께", "께서", "께서는", "한테"})
INANIMATE = frozenset({"에", "에서", "에는", "에서는", "에도", "엔", "에선", "에서도", "에의", "으로", "로", "로부터", "으로부터"})


@cache
def neighbours() -> dict[str, str]:
    """Words that stand after organisations' names (본사, 지분) or after people's (씨, 여사), and which of the two."""
    return {word: row["after"] for row in table("name_neighbours") for word in listed(row["words"])}


@dataclass(slots=True)
class Surroundings:
    """What an article tells beyond the sentence. Offsets are characters of the article's text."""

    title_at: dict[int, int] = field(default_factory=dict)
    title_ends: dict[int, int] = field(default_factory=dict)
    title_names: dict[int, str] = field(default_factory=dict)
    fused_ends: set[int] = field(default_factory=set)
    listed_at: dict[int, tuple[int, bool]] = field(default_factory=dict)
    evidence: dict[str, set[str]] = field(default_factory=dict)
    surnames_before_title: set[str] = field(default_factory=set)


def _name_like(word: Word) -> bool:
    return 2 <= len(word.core) <= 4 and word.build[1:2] in {"1", "2"}


def gather(around: Surroundings, sentences: Iterable[tuple[Sequence[Unit], Sequence[Word]]]) -> None:
    """Fills ``evidence`` and ``surnames_before_title`` from every word of the article."""
    evidence = around.evidence
    after = neighbours()
    titles = around.title_at
    for units, words in sentences:
        total = len(words)
        for number, word in enumerate(words):
            core = word.core
            particle = word.particle
            if particle:
                if particle in INANIMATE:
                    evidence.setdefault(core, set()).add("e=at")
                elif particle in ANIMATE:
                    evidence.setdefault(core, set()).add("e=to")
                elif particle != "의":
                    continue
            if number + 1 == total or units[word.first].start in titles:
                continue
            following = words[number + 1]
            first = units[following.first]
            owner = after.get(following.core)
            if owner is not None:
                evidence.setdefault(core, set()).add("e=its" if owner == "organization" else "e=Mr")
            if particle:
                continue
            if first.start in titles:
                evidence.setdefault(core, set()).add("e=title")
                if len(core) <= 2 and surname_of(core):
                    around.surnames_before_title.add(core[0])
            elif first.gap and not following.particle and number + 2 < total and units[words[number + 2].first].start in titles:
                if _name_like(following) and not _name_like(word):
                    evidence.setdefault(core, set()).add("e=XNT")
                    evidence.setdefault(following.core, set()).add("e=ONT")
                elif _name_like(word) and not _name_like(following):
                    evidence.setdefault(core, set()).add("e=NXT")
                    evidence.setdefault(following.core, set()).add("e=NOT")
