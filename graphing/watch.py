"""A folder or a feed that is watched: what is new in it is read into the store, round after round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graphing.articles import Problem, Settings, read_documents
from graphing.articles.feeds import documents as feed_documents
from graphing.articles.readers import is_readable, left_alone, other_files, sidecar_of
from graphing.errors import InputError
from graphing.model import Document

Stamp = tuple[int, ...]


@dataclass(slots=True)
class Folder:
    """A folder that is looked at again and again. ``settled``: a file counts once it looks the same twice: no longer being written.

    So does the .json beside it: what comes, or is corrected, later has its file read anew.
    """

    path: Path
    settings: Settings
    settled: bool = True
    _seen: dict[Path, Stamp] = field(default_factory=dict)
    _read: dict[Path, Stamp] = field(default_factory=dict)
    _strange: frozenset[str] = frozenset()
    _named: set[str] = field(default_factory=set)

    def look(self) -> Iterator[Document | Problem]:
        """The documents of the files that are new or changed since the last look. Raises InputError where there is no such folder."""
        if not self.path.is_dir():
            raise InputError("{path!r} is no folder and no address of a feed; expected one of the two", path=str(self.path))
        now = {path: _stamp(path) for path in sorted(self.path.rglob("*")) if is_readable(path.name) and path.is_file()}
        new = {path: stamp for path, stamp in now.items() if self._read.get(path) != stamp}
        ready = [path for path, stamp in new.items() if not self.settled or self._seen.get(path) == stamp]
        self._seen = now
        for path in ready:
            self._read[path] = now[path]
            yield from read_documents([path], self.settings)
        if self.settings.notes and (strange := self._fresh()):
            yield left_alone(str(self.path), strange)

    def _fresh(self) -> list[str]:
        """Files that nothing reads, each once; one that is still being loaded down bears another name by the next look."""
        before, self._strange = self._strange, frozenset(other_files(self.path))
        fresh = sorted(one for one in self._strange - self._named if not self.settled or one in before)
        self._named.update(fresh)
        return fresh


@dataclass(slots=True)
class Feed:
    """A feed that is polled. ``known`` tells whether the article of a link is stored already."""

    address: str
    settings: Settings
    known: Callable[[str], bool]
    _done: set[str] = field(default_factory=set)

    def look(self) -> Iterator[Document | Problem]:
        """The articles of entries that are new since the last look; one that cannot be fetched is tried again at the next.

        A feed that does not answer is a Problem: the next round may find it.
        """
        try:
            for found in feed_documents(self.address, self.settings, lambda link: link in self._done or self.known(link)):
                if isinstance(found, Document):
                    self._done.add(found.source)
                yield found
        except InputError as error:
            yield Problem(self.address, None, error)


def is_address(name: str) -> bool:
    """Whether a name is meant as the address of a feed."""
    return name.lower().startswith(("http://", "https://"))


def _stamp(path: Path) -> Stamp:
    """What changes where a file does, or what stands beside it."""
    sidecar = sidecar_of(path)
    return (*_written(path), *(_written(sidecar) if sidecar else ()))


def _written(path: Path) -> Stamp:
    try:
        told = path.stat()
    except OSError:
        return 0, 0
    return told.st_mtime_ns, told.st_size
