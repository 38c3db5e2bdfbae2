"""Keeps Streamlit's clean-up short: what stays for good is taken out of the garbage collector's sight.

Streamlit runs a full collection at the end of every run, before the browser has been sent what the run wrote; Python does nothing
else meanwhile. It looks at every object there is, and the libraries and lexicons are 180,000 of them: 120 ms a click. Frozen
(``gc.freeze``) they are passed over. They are looked at again whenever something new has been loaded or stored.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from graphing.pipeline import set_aside


@contextmanager
def undisturbed() -> Iterator[None]:
    """While a large store is read: the collector would look again and again at all that has been read so far, for a third of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def settle(revision: str, made: int = 0) -> None:
    """Freeze what is loaded now, unless that was done for this revision of the store and these modules.

    ``made``: how much has been made of the revision so far. What has come since is frozen too, without a look at what is frozen already.
    """
    _frozen(revision, len(sys.modules))
    _grown(revision, made)


@lru_cache(maxsize=1)
def _frozen(revision: str, modules: int) -> None:
    gc.unfreeze()
    set_aside()


@lru_cache(maxsize=1)
def _grown(revision: str, made: int) -> None:
    set_aside()
