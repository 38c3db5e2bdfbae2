"""Files of kinds that are not read: what whoever has one can do."""

from __future__ import annotations

from pathlib import PurePath

from graphing.errors import InputError

# As what the programs that write them can save them.
_SAVED_AS = {
    ".docx": (".doc", ".docm", ".dot", ".dotx", ".pages", ".wps", ".wpd", ".fodt"),
    ".pdf": (".ppt", ".pptx", ".pps", ".ppsx", ".odp", ".key", ".pub", ".xps", ".epub", ".show", ".indd"),
    ".hwpx": (".hml", ".hwt", ".hwtx", ".gul", ".hwd"),
    ".xlsx": (".numbers", ".cell", ".nxl", ".xltx", ".fods"),
    ".eml": (".msg", ".mbox", ".emlx"),
}
_OTHER = {ending: better for better, endings in _SAVED_AS.items() for ending in endings}
_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"))
_PACKED = frozenset((".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".egg", ".alz"))


def refused(name: str, endings: tuple[str, ...]) -> InputError:
    """Why a file of such a name is not read, and what to do; ``endings`` are those that are."""
    suffix = PurePath(name).suffix.lower()
    if not suffix:
        return InputError("has no file extension; expected one of {list}", list=" ".join(endings))
    if suffix in _OTHER:
        return InputError(
            "is a {ending} file, which cannot be read; open it in the program that made it and save it as {other}",
            ending=suffix,
            other=_OTHER[suffix],
        )
    if suffix in _PICTURES:
        return InputError(
            "is a picture ({ending}), which cannot be read; run text recognition (OCR) on it and add the text, or a PDF with text",
            ending=suffix,
        )
    if suffix in _PACKED:
        return InputError("is a {ending} archive, which cannot be read; unpack it and repack it as .zip", ending=suffix)
    if suffix == ".json":
        return InputError(
            "is a .json file, which only describes another file next to it; put articles in a .jsonl file, one "
            "object per line"
        )
    return InputError("is a {ending} file; expected one of {list}", ending=suffix, list=" ".join(endings))
