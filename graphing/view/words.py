"""Every text of the interface, from the gettext catalogues in graphing/locale. ``word(key, language, **values)`` is the only way to one."""

from __future__ import annotations

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import IO, TYPE_CHECKING, NoReturn

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from graphing.errors import HoedongError
from graphing.particles import filled
from graphing.view import clock
from graphing.view.session import Language

if TYPE_CHECKING:  # brings in the readers
    from graphing.articles import Problem


class _Words(GNUTranslations):
    """A catalogue that is asked by keys: a page that would show a bare key is a fault of ours."""

    def __init__(self, compiled: IO[bytes]) -> None:
        super().__init__(compiled)
        self.add_fallback(_Missing())

    def form(self, key: str, n: int) -> str:
        """The text for so many, where the language tells one from several, else the only one."""
        try:
            return self.ngettext(key, key, n)
        except KeyError:
            return self.gettext(key)


class _Missing(NullTranslations):
    def gettext(self, message: str) -> NoReturn:
        raise KeyError(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> NoReturn:
        raise KeyError(msgid1)


def _compiled(language: Language, domain: str) -> IO[bytes]:
    """A catalogue as gettext reads it. It is compiled when it is first asked: the .po files are the only ones to keep."""
    source = files("graphing").joinpath("locale", language, "LC_MESSAGES", f"{domain}.po")
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source.read_bytes()), locale=language))
    compiled.seek(0)
    return compiled


@cache
def _words(language: Language) -> _Words:
    return _Words(_compiled(language, "hoedong"))


@cache
def _problems(language: Language) -> GNUTranslations:
    return GNUTranslations(_compiled(language, "problems"))


def word(key: str, language: Language, **values: object) -> str:
    """The text of ``key`` in ``language``, its {names} filled in; ``{name:은}`` with its particle.

    A text with {n} has a form for one and a form for several where the language tells them apart; an ``n`` that is no number
    takes the latter. Raises KeyError for a key that is in no catalogue.
    """
    if "n" not in values:
        text = _words(language).gettext(key)
        return filled(text, values) if values else text
    n = values["n"]
    text = _words(language).form(key, n if isinstance(n, int) else 2)
    return filled(text, {**values, "n": f"{n:,}" if isinstance(n, int) else n})


def counts(language: Language, **numbers: int) -> str:
    """'3 people · 1 meeting': how much there is of each (people, organizations, meetings, articles), in the order given."""
    return " · ".join(word(f"count_{what}", language, n=number) for what, number in numbers.items())


def problem(found: Problem, language: Language) -> str:
    """What could not be read, where, and why."""
    line = "" if found.line is None else f", {word('problem_line', language, number=found.line)}"
    said = told(found.why, language)
    return said if not line and said.startswith(found.source) else f"{found.source}{line}: {said}"


def told(error: HoedongError, language: Language) -> str:
    """What an error says, in the reader's language; a sentence that has no translation stays English."""
    return error.told(str if language == "en" else _problems(language).gettext, clock.here())
