"""Which names of a sentence are one list and share its particle: 'A·B·C 회장은', 'A와 B가'; not 'A와 갈등을 빚은 B는'.

A name before 와 is of a list with the next one, or hangs on the clause that says more of that one: 'A와 새로 취임한 B는' are two, 'A와
경쟁하는 B는' is one. What tells them apart is whether the words of the clause take 와 (``lexicon/mutual.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from graphing.extract.frames.phrases import Reference, bare
from graphing.lexicon import listed, table
from graphing.model import Token

# Characters between the names of a list.
WITHIN = 24


def with_groups(text: str, found: Sequence[Reference], tokens: Sequence[Token]) -> list[Reference]:
    """A listed name (A·B, A와 B) takes the marker of the last of its list; 'A와 공장을 둘러본 그는' is no list."""
    endings = [token.start for token in tokens if token.tag == "ETM"]
    grouped: list[Reference] = []
    for index in range(len(found) - 1, -1, -1):
        reference = found[index]
        group = reference.marker
        # '회장 부부와 B 사장이 한 식탁에 앉았다'; 'A 회장 등과 B 사장이 만났다' is no list.
        marker = reference.marker if reference.marker.startswith("등+") else bare(reference.marker)
        if grouped and marker in (",", "와", "") and found[index + 1].start - reference.phrase_end <= WITHIN:
            following = found[index + 1]
            described = any(reference.phrase_end < ending < following.start for ending in endings)
            between = text[reference.phrase_end : following.start]
            if not (described and (following.kind == "pronoun" or (marker == "와" and is_mutual(between)))):
                group = grouped[-1].group
        grouped.append(reference if group == reference.group else replace(reference, group=group))
    grouped.reverse()
    return grouped


def is_mutual(words: str) -> bool:
    """Whether the words behind a name with 와 tell what he is to another, or does with him: ' 갈등을 빚은 '."""
    return _mutual().search(words) is not None


@cache
def _mutual() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for row in table("mutual") for word in listed(row["words"])), key=len, reverse=True))
    # and no longer word: 경쟁사, 협력팀, 소통수석
    return re.compile(rf"(?<![가-힣])(?:{words})(?=[을를이가은는도에의과와로온던왔인하해한했할중적 ,]|자인|전[을이]|각을|$)")
