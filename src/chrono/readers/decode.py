"""Bytes to text: which encoding it is, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from chrono.errors import InputError

_MARKS = (  # the longer ones first: the mark of UTF-32-LE begins with that of UTF-16-LE
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LATIN_9_OE = re.compile(r"(?<=[A-Za-zÀ-ÿ])[½¼](?=[A-Za-zÀ-ÿ])")
_PROBE = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding it was read in; `usual` is False where to say so."""

    text: str
    encoding: str
    usual: bool


def decode(data: bytes) -> Decoded:
    """The text in `data`: by its byte order mark, as UTF-8, as UTF-16, or as Windows-1252.

    A byte order mark is not part of the text. Line ends and everything else stay as they are.

    Raises InputError for what is empty, binary, or in none of these encodings.

    >>> decode("dès mardi".encode("latin-1"))
    Decoded(text='dès mardi', encoding='Windows-1252', usual=False)
    """
    if not data:
        raise InputError("is empty")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"is {what}, not a text: give its text")
    decoded = _marked(data) or _utf8(data) or _unmarked_utf16(data) or _one_byte(data)
    _refuse_binary(decoded.text)
    if not decoded.text.strip():
        raise InputError("is empty: nothing but blanks")
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(codec), name, usual=name == "UTF-8")
            except UnicodeDecodeError as error:
                at = error.start + len(mark)
                raise InputError(f"is marked as {name}, and breaks it at byte {at}") from None
    return None


def _utf8(data: bytes) -> Decoded | None:
    if b"\x00" in data[:_PROBE]:
        return None
    try:
        return Decoded(data.decode("utf-8"), "UTF-8", usual=True)
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: most letters of French leave every second byte zero."""
    probe = data[:_PROBE]
    pairs = len(probe) // 2
    if not pairs or len(data) % 2:
        return None
    for offset, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = probe[offset::2].count(0)
        others = probe[1 - offset :: 2].count(0)
        if zeros > 0.8 * pairs and others < 0.01 * pairs:
            try:
                return Decoded(data.decode(codec), "UTF-16", usual=False)
            except UnicodeDecodeError:
                return None
    return None


def _one_byte(data: bytes) -> Decoded:
    if b"\x00" in data:
        raise InputError(f"is not a text: NUL byte at {data.index(0)}")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is neither UTF-8, UTF-16 nor Windows-1252 (byte {error.start}): save it as UTF-8"
        ) from None
    if _LATIN_9_OE.search(text):  # "c½ur": in Latin-9 that byte is œ, and no one writes halves so
        return Decoded(data.decode("iso8859-15"), "Latin-9", usual=False)
    return Decoded(text, "Windows-1252", usual=False)


def _refuse_binary(text: str) -> None:
    nul = text.find("\x00")
    if nul >= 0:
        raise InputError(f"is not a text: NUL character at {nul}")
    probe = text[:_PROBE]
    controls = len(_CONTROL.findall(probe))
    if controls > 0.02 * len(probe):
        raise InputError("is not a text: it is full of control characters")
