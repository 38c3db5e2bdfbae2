"""Archives (.zip): every file in them by its own reader, with limits against those that unpack to more than a machine holds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from graphing.articles.readers.base import SIDECAR, File, Limits, Problem, Settings, composed, setting
from graphing.articles.readers.kinds import LOOSE
from graphing.errors import InputError
from graphing.model import Document

# What systems put into archives for themselves.
_LITTER = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
# The bit of a member's flags that says its name is UTF-8, and the one that says it is encrypted.
_UTF8, _ENCRYPTED = 0x800, 0x1
# Small files compress well without harm: ratios are looked at from this size (bytes) on.
_HARMLESS = 1_000_000

Read = Callable[[File, Settings, File | None], Iterator[Document | Problem]]


def archive(file: File, settings: Settings, read: Read, readable: Callable[[str], bool]) -> Iterator[Document | Problem]:
    """What ``read`` finds in each file of an archive; a bad one is a Problem that names it, and the others are read.

    Files that ``readable`` does not know by name are told as problems, .json beside a file of its name are handed along with that.
    Raises InputError where the archive itself is bad or passes a limit.
    """
    limits = settings.limits
    if settings.depth >= limits.zip_depth:
        raise InputError(
            "is nested more than {depth} archives deep; unpack it first, or raise {setting}",
            depth=limits.zip_depth,
            setting=setting("zip_depth"),
        )
    try:
        opened = zipfile.ZipFile(file.stream)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError("cannot be opened as a zip archive ({error}); pack it again", error=error) from None
    inner = replace(settings, depth=settings.depth + 1)
    with opened:
        members = _members(opened, limits)
        sidecars = {composed(name): member for member, name in members if name.lower().endswith(SIDECAR)}
        told_of = {_sidecar(name) for _, name in members if readable(name)}
        left = limits.zip_bytes
        for member, name in members:
            shown = f"{file.name}/{name}"
            if composed(name) in told_of:
                continue
            if not readable(name) and PurePosixPath(name).suffix.lower() not in LOOSE:
                yield from read(File(shown, io.BytesIO()), inner, None)  # which tells what to do with it
                continue
            try:
                data = _unpacked(opened, member, limits, left)
                left -= len(data)
                beside = sidecars.get(_sidecar(name))
                along = File(PurePosixPath(_sidecar(name)).name, io.BytesIO(_unpacked(opened, beside, limits, left))) if beside else None
                yield from read(File(shown, io.BytesIO(data)), inner, along)
            except InputError as error:
                yield Problem(shown, None, error)


def _sidecar(name: str) -> str:
    """What the .json beside a member is called, in composed letters."""
    return composed(str(PurePosixPath(name).with_suffix(SIDECAR)))


def check_package(data: bytes, limits: Limits) -> None:
    """Looks over a document that is an archive inside (.docx, .hwpx, .xlsx). Raises InputError where it would unpack to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            _members(opened, limits)
            for member in opened.infolist():
                _check(member, limits)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError("is damaged and cannot be unpacked ({error}); save it again", error=error) from None


def _members(opened: zipfile.ZipFile, limits: Limits) -> list[tuple[zipfile.ZipInfo, str]]:
    files = [(member, _name(member)) for member in opened.infolist() if not member.is_dir()]
    files = [(member, name) for member, name in files if not any(part in _LITTER for part in PurePosixPath(name).parts)]
    if len(files) > limits.zip_files:
        raise InputError(
            "contains {count:,} files, but at most {most:,} are read; split it, or raise {setting}",
            count=len(files), most=limits.zip_files, setting=setting("zip_files"),
        )  # fmt: skip
    total = sum(member.file_size for member, _ in files)
    if total > limits.zip_bytes:
        raise InputError(
            "unpacks to {count:,} bytes, but at most {most:,} are read; split it, or raise {setting}",
            count=total, most=limits.zip_bytes, setting=setting("zip_bytes"),
        )  # fmt: skip
    return files


def _name(member: zipfile.ZipInfo) -> str:
    """The member's name. Windows in Korea writes names in CP949, which zipfile takes for CP437."""
    if member.flag_bits & _UTF8 or member.filename.isascii():
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def _check(member: zipfile.ZipInfo, limits: Limits) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise InputError("is encrypted; repack it without a password")
    if member.file_size > _HARMLESS and member.file_size > member.compress_size * limits.zip_ratio:
        raise InputError(
            "unpacks to more than {ratio} times its size ({packed:,} → {size:,} bytes); unpack it yourself, or raise {setting}",
            ratio=limits.zip_ratio,
            packed=member.compress_size,
            size=member.file_size,
            setting=setting("zip_ratio"),
        )


def _unpacked(opened: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits, left: int) -> bytes:
    _check(member, limits)
    # What the archive says of its sizes may be a lie: no more is taken out than is allowed.
    most = min(limits.file_bytes, left)
    try:
        with opened.open(member) as stream:
            data = stream.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise InputError("is damaged inside the archive ({error}); pack it again", error=error) from None
    if len(data) > most:
        name = "file_bytes" if most == limits.file_bytes else "zip_bytes"
        raise InputError("unpacks to more than {most:,} bytes; split it, or raise {setting}", most=most, setting=setting(name))
    return data
