"""Bytes of a web page to text: as it says itself, unless the bytes know better."""

import codecs
import re

from index.ingest.decode import decode

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_ENCODINGS = (
    "big5", "big5hkscs", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "cp866", "cp874", "cp932", "cp949", "euc_jis_2004", "euc_jp", "euc_kr", "gb18030", "gb2312",
    "gbk", "iso2022_jp", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "iso8859-2",
    "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-9", "koi8-r",
    "koi8-u", "mac-cyrillic", "mac-roman", "shift_jis", "tis-620",
)  # fmt: skip
"""Those that a page may name, as Python calls them; not all that Python knows are for text."""


def decode_page(data: bytes) -> str:
    """Decodes a page: by its byte order mark, as UTF-8 where it is that, then as it says itself.

    Raises:
        UnreadableFile: It is empty, or not text.
    """
    if b"\0" in data and data.count(b"\0") * 10 < len(data):
        data = data.replace(b"\0", b"")
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        named = _CHARSET.search(data[:4096])
        try:
            encoding = codecs.lookup(named[1].decode("ascii")).name if named else ""
        except LookupError:
            encoding = ""
        # Browsers read Latin-1 as the code page that grew from it.
        encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
        if encoding in _ENCODINGS and not _is_utf8(data):
            text = data.decode(encoding, "replace")
            if text.count("\ufffd") * 100 <= len(text):
                return text
    return decode(data)


def _is_utf8(data: bytes) -> bool:
    """Whether data decode as UTF-8, which no other encoding with letters beyond ASCII does by chance."""
    if b"\x1b$" in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
