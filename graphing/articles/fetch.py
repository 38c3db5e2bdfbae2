"""A link becomes documents: fetched only when somebody asks, never from this machine's own network; read by trafilatura."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Timer
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

from graphing.articles.media import ending, in_lines
from graphing.articles.readers import Problem, Settings, is_readable, read_bytes, setting
from graphing.articles.readers.pages import document as page
from graphing.articles.readers.pages import html_text
from graphing.errors import InputError
from graphing.model import Document

Allowed = Callable[[str], bool]
# How long (seconds) a machine may say nothing, and how long all may take.
SECONDS, LONGEST = 20, 60
REDIRECTS = 5
# How a file is called whose address names none.
FILE = "file"
AGENT = "hoedong (reads one article for its user)"
_MOVED = frozenset((301, 302, 303, 307, 308))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, multicast or reserved."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands behind a link, wherever redirections have led: a web page, or a file (``name``: as it is called there)."""

    address: str
    data: bytes
    name: str | None = None


def documents(url: str, settings: Settings | None = None, allowed: Allowed = is_public) -> Iterator[Document | Problem]:
    """What is behind a link: the article of a web page, or all documents of a file of any format that is read. What of it cannot be read
    comes as a Problem. Raises InputError, which says what to do, where nothing can be fetched.

    Every step of a redirection is looked at anew, and the machine that answers is checked, not only its name.
    """
    return read(fetched(url, settings, allowed), settings)


def fetched(url: str, settings: Settings | None = None, allowed: Allowed = is_public) -> Fetched:
    """What a link leads to, not yet read. Raises InputError."""
    data, kind, final = get(url, settings or Settings(), allowed)
    name = urlsplit(final).path.rsplit("/", 1)[-1]
    if is_readable(name) and "html" not in kind:
        return Fetched(final, data, name)
    # Of a link without an ending its content tells what it is, and the server.
    told = ending(kind, data)
    if told is None:
        return Fetched(final, data)
    return Fetched(final, in_lines(data) if told == ".jsonl" else data, name if name.lower().endswith(told) else f"{name or FILE}{told}")


def read(found: Fetched, settings: Settings | None = None) -> Iterator[Document | Problem]:
    """The documents in what was fetched, each with the address, unless it tells one of its own."""
    if found.name is None:
        try:
            yield page(found.address, html_text(found.data), found.address)
        except InputError as error:
            yield Problem(found.address, None, error)
        return
    for one in read_bytes(found.name, found.data, settings):
        source = found.address + one.source.removeprefix(found.name) if one.source.startswith(found.name) else one.source
        yield replace(one, source=source, url=one.url or found.address) if isinstance(one, Document) else replace(one, source=source)


def get(url: str, settings: Settings, allowed: Allowed = is_public) -> tuple[bytes, str, str]:
    """The bytes behind a link, their media type, and where redirections have led. Raises InputError."""
    here = url.strip()
    with _Deadline() as deadline:
        for _ in range(REDIRECTS + 1):
            answer, data = _one(here, settings, allowed, deadline)
            if answer.status in _MOVED and answer.headers.get("location"):
                here = _led_on(here, answer.headers["location"])
                continue
            if answer.status != 200:
                raise InputError(
                    "{address} answered with HTTP status {status}; open it in a browser, save the page and add the file",
                    address=here,
                    status=answer.status,
                )
            return data, answer.headers.get("content-type", "").lower(), here
    raise InputError(
        "{url} redirects more than {most} times; open it in a browser and use the address you end up at", url=url, most=REDIRECTS
    )


class _Deadline:
    """Breaks off whatever is being loaded down when the time is up: the timeout of a connection begins anew with every byte."""

    def __init__(self) -> None:
        self.over = False
        self._reached: list[socket.socket] = []
        self._timer = Timer(LONGEST, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        for one in self._reached:
            one.close()

    def watch(self, reached: socket.socket) -> None:
        """Have this connection broken off, too: a copy of it, for encryption takes the socket itself away."""
        self._reached.append(reached.dup())
        if self.over:
            self._end()

    def _end(self) -> None:
        self.over = True
        for one in self._reached:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


def _one(url: str, settings: Settings, allowed: Allowed, deadline: _Deadline) -> tuple[Any, bytes]:
    import urllib3  # noqa: PLC0415  (only where a link is asked for)

    _look_up(_host(url), allowed)
    most = settings.limits.file_bytes
    fault = None
    with _pools(allowed, deadline) as pool:
        try:
            answer = pool.request(
                "GET",
                url,
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=urllib3.Timeout(total=SECONDS),
                headers={"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"},
            )
            data = answer.read(most + 1, decode_content=True)
        except urllib3.exceptions.HTTPError as error:
            fault = error
    if deadline.over:
        raise InputError(
            "{url} took longer than {seconds} seconds; open it in a browser, save the page and add the file",
            url=url,
            seconds=LONGEST,
        )
    if fault:
        raise InputError(
            "{url} could not be reached ({kind}); check the address and your internet connection", url=url, kind=type(fault).__name__
        )
    if len(data) > most:
        raise InputError(
            "{url} is larger than {most:,} bytes; raise {setting} if you do want it",
            url=url,
            most=most,
            setting=setting("file_bytes"),
        )
    return answer, data


def _led_on(here: str, there: str) -> str:
    try:
        return urljoin(here, there)
    except ValueError:  # what cannot be joined is no address, which is told when it is asked for
        return there


def _host(url: str) -> str:
    host = None
    with suppress(ValueError):  # a port that is no number, brackets that do not close
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.username is None and parts.port != 0:
            host = parts.hostname
    if not host:
        raise InputError("{url!r} is not a web address; expected one such as https://paper.example/article/1", url=url)
    return host


def _look_up(host: str, allowed: Allowed) -> None:
    try:
        found = {str(one[4][0]) for one in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise InputError("no server named {host!r} was found; check the address and your internet connection", host=host) from None
    for address in found:
        _refuse(host, address, allowed)


def _refuse(host: str, address: str, allowed: Allowed) -> None:
    if allowed(address):
        return
    if host.strip("[]") == address:
        raise InputError(
            "{address} is on a private network, and only pages on the public internet are fetched; save the page and add the file instead",
            address=address,
        )
    raise InputError(
        "{host} is {address}, on a private network, and only pages on the public internet are fetched; save the page and add the "
        "file instead", host=host, address=address
    )


def _pools(allowed: Allowed, deadline: _Deadline) -> Any:
    """Connections that look at the address they have reached before they say a word: a name may mean another machine by now."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager  # noqa: PLC0415
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415

    def guarded(base: Any) -> Any:
        class Guarded(base):  # type: ignore[misc]
            def _new_conn(self) -> socket.socket:
                reached: socket.socket = super()._new_conn()
                try:
                    _refuse(self.host, str(reached.getpeername()[0]), allowed)
                    deadline.watch(reached)
                except InputError:
                    reached.close()
                    raise
                return reached

        return Guarded

    pools = PoolManager()
    for scheme, pool, connection in (("http", HTTPConnectionPool, HTTPConnection), ("https", HTTPSConnectionPool, HTTPSConnection)):
        named = type(pool.__name__, (pool,), {"ConnectionCls": guarded(connection)})
        pools.pool_classes_by_scheme = {**pools.pool_classes_by_scheme, scheme: named}
    return pools
