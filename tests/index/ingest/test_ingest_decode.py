"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import UnreadableFile
from index.ingest.decode import decode

FRENCH = (
    "L’été dernier, la mer était très calme, et le port de Rinholm – déjà – n’était pas achevé. "
    "Ce fut une année de pluie."
)
RUSSIAN = (
    "Министр сообщил во вторник, что строительство порта будет завершено до начала зимних штормов. "
    "Работы начались четыре года назад и дважды прерывались из-за нехватки камня."
)
POLISH = (
    "Władze portu poinformowały we wtorek, że budowa falochronu zakończy się przed zimą. "
    "Prace ciągną się już cztery lata."
)
JAPANESE = "港湾当局は火曜日、新しい防波堤が冬の嵐の前に完成すると発表した。工事は四年前に始まった。"


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, JAPANESE, "a"])
def test_byte_order_marks(mark: bytes, name: str, text: str) -> None:
    assert decode(mark + text.encode(name)) == text


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark(name: str) -> None:
    assert decode(FRENCH.encode(name)) == FRENCH


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (FRENCH, "cp1252"),
        ("Nächste Woche wird die Mole für den Verkehr geöffnet, sagte der Leiter.", "latin-1"),
        ("The fa\u00e7ade of the caf\u00e9 was not damaged, and it is to be opened on Monday.", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (POLISH, "cp1250"),
        (JAPANESE * 3, "cp932"),
        (JAPANESE * 3, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        ("المرفأ سيكون جاهزا قبل الشتاء كما قالت السلطات يوم الثلاثاء في بيان لها عن البناء.", "cp1256"),
        ("Οι αρχές του λιμανιού ανακοίνωσαν την Τρίτη ότι ο νέος κυματοθραύστης θα είναι έτοιμος.", "cp1253"),
    ],
    ids=lambda value: value[:12],
)
def test_legacy_encodings(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


def test_a_few_broken_bytes_cost_only_themselves() -> None:
    data = FRENCH.encode().replace(b"port", b"po\xffrt")
    assert decode(data) == FRENCH.replace("port", "po\ufffdrt")


def test_a_cut_last_letter_does_not_change_the_rest() -> None:
    assert decode("The word “naïve” ends in é".encode()[:-1]) == "The word “naïve” ends in \ufffd"


def test_letters_written_as_pairs_of_surrogates_are_joined() -> None:
    data = "a 👩 b".encode("utf-16-le").decode("utf-16-le", "surrogatepass")
    pairs = "".join(chr(unit) for unit in memoryview(data.encode("utf-16-le")).cast("H"))
    assert decode(pairs.encode("utf-8", "surrogatepass")) == "a 👩 b"


@pytest.mark.parametrize("data", [b"", b"  \n\t ", b"\0\0\0\0"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nstream",
        b"PK\x03\x04abc",
        b"\x89PNG\r\n\x1a\n\0\0\0",
        bytes(range(256)) * 8,
        b"word \0\1\2\0\3\4 word \0\0\5 word",
        b"\x01\x02\x03\x04\x05\x06" * 50,
    ],
)
def test_what_is_not_text(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="not text"):
        decode(data)


def test_padding_at_the_end_is_no_content() -> None:
    assert decode(b"The breakwater holds." + b"\0" * 99) == "The breakwater holds."


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except UnreadableFile as refusal:
        assert str(refusal) in ("empty", "not text")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_sound_utf8_is_never_taken_for_anything_else(text: str) -> None:
    try:
        assert decode(text.encode()) == text.removeprefix("\ufeff")
    except UnreadableFile:
        assert not text.strip(" \n") or text.startswith(("%PDF-", "GIF8", "{\\rtf"))
