"""Bytes to text: byte order marks, UTF-8 first, then what the bytes look most like.

A few broken bytes in UTF-8 cost only themselves (each becomes U+FFFD); they do not turn
the whole text into another encoding's nonsense.
"""

import codecs
import re

from index.errors import UnreadableFile
from index.ingest.language import guess_language

_SAMPLE = 16 * 1024
"""Bytes from which a legacy encoding is guessed: enough to tell, and bounded in time."""

_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"\x1f\x8b", b"{\\rtf")
_WESTERN = frozenset(
    ("af", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "gl", "id", "it", "nl", "no", "pt", "sv")
)
_LEGACY = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
    "iso8859_2", "iso8859_5", "cp866", "cp932", "euc_jp", "gb18030", "big5", "cp949",
)  # fmt: skip
_CONTROL = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(data: bytes) -> str:
    """Decodes the content of a text file.

    Raises:
        UnreadableFile: It is empty, or not text.
    """
    if not data.strip():
        raise UnreadableFile("empty")
    if data.startswith(_BINARY):
        raise UnreadableFile("not text")
    text = _decode_marked(data)
    if text is None:
        wide = _wide(data) if b"\0" in data else None
        text = data.decode(wide, "replace") if wide else _decode_bytes(data.rstrip(b"\0"))
    head = text[: 4 * _SAMPLE]
    if len(_CONTROL.findall(head)) * 20 > len(head):
        raise UnreadableFile("not text")
    return text


def _decode_marked(data: bytes) -> str | None:
    """The text where a byte order mark says how it is encoded."""
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace")
    for mark, name in ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")):
        if data.startswith(mark) and len(data) > 4:
            try:
                return data[4:].decode(name)
            except UnicodeDecodeError:
                continue  # the mark is also that of UTF-16 before a NUL
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[2:].decode(name, "replace")
    return None


def _wide(data: bytes) -> str | None:
    """Which of UTF-16 and UTF-32 the NULs of unmarked data speak for, if any."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    quarter = max(1, len(sample) // 4)
    nul = [sample[place::4].count(0) / quarter for place in range(4)]
    if nul[1] > 0.9 and nul[2] > 0.9 and min(nul[0], nul[3]) < 0.1:
        return "utf-32-be" if nul[0] > nul[3] else "utf-32-le"
    even, odd = (nul[0] + nul[2]) / 2, (nul[1] + nul[3]) / 2
    if max(even, odd) > 0.25 and min(even, odd) < 0.05:
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _decode_bytes(data: bytes) -> str:
    """Text in an encoding whose letters of ASCII are single bytes."""
    if not data.strip():
        raise UnreadableFile("empty")
    if b"\0" in data:
        raise UnreadableFile("not text")
    if b"\x1b$B" in data or b"\x1b$@" in data:
        try:
            return data.decode("iso2022_jp")
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        # Some programs write characters beyond U+FFFF as two surrogates.
        paired = data.decode("utf-8", "surrogatepass")
        return paired.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    if whole >= max(1, 2 * broken):
        return text
    return data.decode(_guess(data), "replace")


def _guess(data: bytes) -> str:
    """The legacy encoding that the data look most like."""
    first = _HIGH.search(data)
    begin = max(0, (first.start() if first else 0) - _SAMPLE // 2)
    sample = data[begin : begin + _SAMPLE]
    accented = 4 * len(_HIGH.findall(sample)) < len(sample)  # a few letters are, and not all as in Greek
    if accented and guess_language(sample.decode("cp1252", "replace")) in _WESTERN:
        return "cp1252"
    from charset_normalizer import from_bytes  # costs every start that needs no guess 30 ms

    best = from_bytes(sample, cp_isolation=list(_LEGACY), steps=5, chunk_size=1024).best()
    return best.encoding if best is not None else "cp1252"
