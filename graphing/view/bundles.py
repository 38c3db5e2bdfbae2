"""Many files that are dropped at once come as one: the uploader takes each by a request of its own, and draws it, which takes seconds.

In the browser ``script`` lays them one behind the other, unread, behind a line that lists their names and sizes; ``unpacked`` takes them
apart again. Folders, and what is larger than a bundle may be, come as they always did.
"""

from __future__ import annotations

import json

from graphing.view.component import constants, source

# What a bundle says it is, and from how many files on, and up to how many bytes, files are laid together.
KIND = "application/x-hoedong-files"
MANY, MOST_BYTES = 20, 50_000_000


def script(name: str) -> str:
    """What lays files together in the browser, as HTML; ``name``: what a bundle is called while it comes, # stands for how many files."""
    given = constants(KIND=KIND, MANY=MANY, MOST_BYTES=MOST_BYTES, NAME=name).replace("<", "\\u003c")
    return "<script>(() => {\n" + given + source("graphing.view", "bundles.js") + "})();</script>"


def unpacked(name: str, kind: str, data: bytes) -> list[tuple[str, bytes]]:
    """The files (name, bytes) in what was uploaded: those of a bundle; of anything else, a damaged bundle too, itself."""
    if kind != KIND:
        return [(name, data)]
    start = data.find(b"\n") + 1
    try:
        listed = [(str(one), int(size)) for one, size in json.loads(data[:start])]
    except (ValueError, TypeError):
        return [(name, data)]
    if any(size < 0 for _, size in listed) or start + sum(size for _, size in listed) != len(data):
        return [(name, data)]
    found = []
    for one, size in listed:
        found.append((one, data[start : start + size]))
        start += size
    return found
