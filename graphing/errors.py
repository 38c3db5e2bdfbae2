"""The errors Hoedong raises on purpose. Each message names the bad value, what was expected and what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from graphing.particles import filled


class HoedongError(Exception):
    """Base of all errors that a user of Hoedong can mend.

    ``InputError("is a {ending} file; save it as {other}", ending=".doc", other=".docx")``: the sentence stands apart from what is
    filled in, so that a catalogue can hold it in another language. A value may be an error itself, or a time with its zone: that is told
    by the reader's clock. Without values the sentence is taken as it is, braces and all.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        # A library's error counts as what it says: it may not fit through to another process.
        self.values = {
            name: str(one) if isinstance(one, Exception) and not isinstance(one, HoedongError) else one for name, one in values.items()
        }

    def __str__(self) -> str:
        return self.told(str)

    def __eq__(self, other: object) -> bool:
        # Also after a way through another process.
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), self.sentence))

    def told(self, translate: Callable[[str], str], zone: tzinfo | None = None) -> str:
        """The message with its sentences as ``translate`` says them, its times by the clock of ``zone`` (None: of this machine)."""
        sentence = translate(self.sentence)
        if not self.values:
            return sentence
        return filled(sentence, {name: _said(one, translate, zone) for name, one in self.values.items()})


def _said(value: object, translate: Callable[[str], str], zone: tzinfo | None) -> object:
    if isinstance(value, HoedongError):
        return value.told(translate, zone)
    return value.astimezone(zone) if isinstance(value, datetime) and value.tzinfo else value


class InputError(HoedongError):
    """A document, a file or an option cannot be read as what it should be."""


class StoreError(HoedongError):
    """The database cannot be reached, is newer than this program, or refuses what was asked of it."""


class ConflictError(StoreError):
    """Somebody else has decided about the same thing since it was last looked at."""


class NotFoundError(HoedongError):
    """An id names nothing that is stored."""


class LexiconError(HoedongError):
    """A data file that ships with Hoedong is malformed."""
