"""The errors Hoedong raises on purpose. Each message names the bad value, what was expected and what to do."""


class HoedongError(Exception):
    """Base of all errors that a user of Hoedong can mend."""


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
