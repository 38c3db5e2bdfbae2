"""Keeps Streamlit's clean-up short: what stays for good is taken out of the garbage collector's sight.

Streamlit runs a full collection at the end of every run, before the browser has been sent what the run wrote; Python does nothing
else meanwhile. It looks at every object there is, and the libraries and lexicons are 180,000 of them: 120 ms a click. Frozen
(``gc.freeze``) they are passed over. They are looked at again whenever something new has been loaded or stored.
"""

from __future__ import annotations

import gc
import sys
from functools import lru_cache


def settle(revision: str) -> None:
    """Freeze what is loaded now, unless that was done for this revision of the store and these modules."""
    _frozen(revision, len(sys.modules))


@lru_cache(maxsize=1)
def _frozen(revision: str, modules: int) -> None:
    gc.unfreeze()
    gc.collect()
    gc.freeze()
