"""A link becomes a document: fetched only when somebody asks, never from this machine's own network; read by trafilatura."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from graphing.articles.readers import Settings, is_readable, read_bytes, setting
from graphing.articles.readers.pages import document as page
from graphing.articles.readers.pages import html_text
from graphing.errors import InputError
from graphing.model import Document

Allowed = Callable[[str], bool]
SECONDS = 20
REDIRECTS = 5
AGENT = "hoedong (reads one article for its user)"
_MOVED = frozenset((301, 302, 303, 307, 308))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, multicast or reserved."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


def document(url: str, settings: Settings | None = None, allowed: Allowed = is_public) -> Document:
    """The article behind a link (a web page, or a file of any format that is read). Raises InputError, which says what to do.

    Every step of a redirection is looked at anew, and the machine that answers is checked, not only its name.
    """
    how = settings or Settings()
    data, kind, final = get(url, how, allowed)
    name = urlsplit(final).path.rsplit("/", 1)[-1]
    if "html" not in kind and is_readable(name):
        found = next(iter(read_bytes(name, data, how)), None)
        if found is None:
            raise InputError("the file at {address} holds nothing; is it the right one?", address=final)
        if not isinstance(found, Document):
            raise InputError("the file at {address} {error}", address=final, error=found.why)
        return replace(found, source=final, url=final)
    try:
        return page(final, html_text(data), final)
    except InputError as error:
        raise InputError("{address}: {error}", address=final, error=error) from None


def get(url: str, settings: Settings, allowed: Allowed = is_public) -> tuple[bytes, str, str]:
    """The bytes behind a link, their media type, and where redirections have led. Raises InputError."""
    here = url.strip()
    for _ in range(REDIRECTS + 1):
        answer, data = _one(here, settings, allowed)
        if answer.status in _MOVED and answer.headers.get("location"):
            here = _led_on(here, answer.headers["location"])
            continue
        if answer.status != 200:
            raise InputError(
                "{address} answers with {status}; open it in a browser, save the page and drop the file here",
                address=here,
                status=answer.status,
            )
        return data, answer.headers.get("content-type", "").lower(), here
    raise InputError(
        "{url} leads on more than {most} times; open it in a browser and take the address that it ends at", url=url, most=REDIRECTS
    )


def _one(url: str, settings: Settings, allowed: Allowed) -> tuple[Any, bytes]:
    import urllib3  # noqa: PLC0415  (only where a link is asked for)

    _look_up(_host(url), allowed)
    most = settings.limits.file_bytes
    with _pools(allowed) as pool:
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
            raise InputError(
                "{url} cannot be reached ({kind}); is this machine on the internet?", url=url, kind=type(error).__name__
            ) from None
    if len(data) > most:
        raise InputError(
            "{url} has more than {most:,} bytes; set {setting} higher if it is what you want",
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
        raise InputError("{url!r} is no address of a web page; expected one such as https://paper.example/article/1", url=url)
    return host


def _look_up(host: str, allowed: Allowed) -> None:
    try:
        found = {str(one[4][0]) for one in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise InputError("no machine {host!r} is known; check the address, or whether this machine is on the internet", host=host) from None
    for address in found:
        _refuse(host, address, allowed)


def _refuse(host: str, address: str, allowed: Allowed) -> None:
    if allowed(address):
        return
    if host.strip("[]") == address:
        raise InputError("{address} is a machine of a private network: only pages of the open internet are fetched", address=address)
    raise InputError(
        "{host} is {address}, a machine of a private network: only pages of the open internet are fetched", host=host, address=address
    )


def _pools(allowed: Allowed) -> Any:
    """Connections that look at the address they have reached before they say a word: a name may mean another machine by now."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager  # noqa: PLC0415
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415

    def guarded(base: Any) -> Any:
        class Guarded(base):  # type: ignore[misc]
            def _new_conn(self) -> socket.socket:
                reached: socket.socket = super()._new_conn()
                try:
                    _refuse(self.host, str(reached.getpeername()[0]), allowed)
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
