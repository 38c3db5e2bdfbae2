"""Sentences about three people, in which A, B and C stand for them."""

from __future__ import annotations

from tests.extract.told import read

POSTS = {"A": "민도영 한빛전자 회장", "B": "고은찬 다온증권 사장", "C": "차은규 누리은행 부행장"}


def spelled(text: str) -> str:
    """The text with the people for their letters; all three end alike, so that the particles of the text fit them."""
    for letter, post in POSTS.items():
        text = text.replace(letter, post)
    return text


def told_of_three(text: str) -> list[str]:
    """Each encounter held or planned, its people by their letters: 'A B | held | 2025-02-03'."""
    letters = {post.split()[0]: letter for letter, post in POSTS.items()}
    meetings = [meeting for extraction in read(spelled(text)) for meeting in extraction.meetings]
    return sorted(
        f"{' '.join(sorted(letters[one.name] for one in meeting.participants))} | {meeting.status} | "
        f"{meeting.when.iso() if meeting.when else '–'}"
        for meeting in meetings
    )


def met_of_three(text: str) -> list[str]:
    """Who met whom in a text, by letters: ['A B', 'A C']."""
    return [told.split(" | ")[0] for told in told_of_three(text)]
