"""The nouns for what people come together for: 회동, 오찬, 간담회, 협약식."""

from __future__ import annotations

from graphing.lexicon import table


def occasion(*kinds: str) -> str:
    """A regular expression for the nouns of these kinds (meeting, meal, ceremony), of all where none is named; a longer one goes first."""
    nouns = (row["noun"] for row in table("occasions") if not kinds or row["kind"] in kinds)
    return f"(?:{'|'.join(sorted(nouns, key=len, reverse=True))})"


# All of them.
OCCASION = occasion()
