"""Charsets: each that mail comes in, with its label, without it, with a wrong one. Python's codecs are the oracle."""

from __future__ import annotations

import base64
from collections.abc import Callable
from email.encoders import encode_base64, encode_quopri
from email.message import Message

import pytest

from tests.engine.source_reading import SourceReader, texts

READER = SourceReader()

JAPANESE = "メールを配信できませんでした。宛先のメールボックスがいっぱいです。①㈱ 550 5.2.2"
SAMPLES = {
    "utf-8": JAPANESE + "😀",
    "iso-2022-jp": "メールを配信できませんでした。\n宛先が見つかりません。 550 5.1.1",
    "cp932": JAPANESE + "ｱｲｳ",
    "euc-jp": "メールを配信できませんでした。宛先が見つかりません。ｱｲｳ 丂丄",
    "gb18030": "您的邮件被退回，收件人不存在。",
    "big5": "您的郵件被退回，收件人不存在。",
    "euc-kr": "메일을 배달할 수 없습니다. 받는 사람이 없습니다.",
    "utf-7": "宛先が + 見つかりません & -",
    "windows-1252": "Votre message n’a pas été remis – boîte pleine",
    "iso-8859-1": "Empfänger unbekannt, Größe überschritten",
    "iso-8859-2": "Skrzynka odbiorcy jest pełna, błąd",
    "iso-8859-15": "boîte pleine, 5 €",
    "windows-1251": "Почтовый ящик получателя переполнен",
    "koi8-r": "Почтовый ящик получателя переполнен",
    "windows-1257": "pašto dėžutė perpildyta",
}
LABELS = {"cp932": "Shift_JIS", "gb18030": "GB2312"}


def mail(body: bytes, label: str = "", encoding: str = "8bit") -> bytes:
    charset = f"; charset={label}" if label else ""
    return f"Received: x\nContent-Type: text/plain{charset}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + body


def read(body: bytes, label: str = "") -> str:
    return texts(READER.read(mail(body, label)), "body")[0]


@pytest.mark.parametrize("charset", SAMPLES)
def test_labelled_and_raw(charset: str) -> None:
    assert read(SAMPLES[charset].encode(charset), LABELS.get(charset, charset)) == SAMPLES[charset]


@pytest.mark.parametrize("charset", SAMPLES)
@pytest.mark.parametrize("encode", [encode_base64, encode_quopri])
def test_labelled_and_encoded(charset: str, encode: Callable[[Message], None]) -> None:
    part = Message()
    part["Received"] = "x"
    part["Content-Type"] = f"text/plain; charset={LABELS.get(charset, charset)}"
    part.set_payload(SAMPLES[charset].encode(charset).decode("ascii", "surrogateescape"))
    encode(part)
    assert texts(READER.read(part.as_bytes()), "body")[0] == SAMPLES[charset]
    # The encoded source of a mail is what people copy, too.
    assert texts(READER.read(part.as_bytes().decode("ascii")), "body")[0] == SAMPLES[charset]


@pytest.mark.parametrize("charset", SAMPLES)
@pytest.mark.parametrize("cut", [3, 4, 5, 6])
def test_encoded_words_of_every_charset_cut_anywhere(charset: str, cut: int) -> None:
    text = SAMPLES[charset].replace("\n", " ")
    raw = text.encode(charset)
    label = LABELS.get(charset, charset)
    words = "\n ".join(f"=?{label}?B?{base64.b64encode(part).decode()}?=" for part in (raw[:cut], raw[cut:]))
    document = READER.read(f"Received: x\nSubject: {words}\n\nx".encode())
    assert ["subject", text] in document["headers"]


@pytest.mark.parametrize("label", ["", "us-ascii", "x-unknown", "utf-8", "unknown-8bit", "ansi_x3.110-1983"])
@pytest.mark.parametrize(
    "charset",
    [
        "utf-8",
        "iso-2022-jp",
        "cp932",
        "euc-jp",
        "gb18030",
        "euc-kr",
        "windows-1252",
        "iso-8859-1",
        "windows-1251",
        "koi8-r",
    ],
)
def test_bytes_without_a_true_label_are_guessed(charset: str, label: str) -> None:
    assert read(SAMPLES[charset].encode(charset), label) == SAMPLES[charset]


@pytest.mark.parametrize(
    ("charset", "label"),
    [
        ("utf-8", "iso-8859-1"),
        ("utf-8", "shift_jis"),
        ("utf-8", "iso-2022-jp"),
        ("utf-8", "uft-8"),
        ("utf-8", "3Dutf-8"),
        ("iso-2022-jp", "iso-8859-1"),
        ("iso-2022-jp", "shift_jis"),
        ("cp932", "iso-2022-jp"),
        ("cp932", "euc-jp"),
        ("euc-jp", "shift_jis"),
    ],
)
def test_a_wrong_label_does_not_win_over_the_bytes(charset: str, label: str) -> None:
    assert read(SAMPLES[charset].encode(charset), label) == SAMPLES[charset]


@pytest.mark.parametrize("charset", ["utf-8", "cp932", "euc-jp"])
@pytest.mark.parametrize("cut", range(1, 6))
def test_a_cut_in_the_midst_of_a_character(charset: str, cut: int) -> None:
    text = read((JAPANESE.replace("①㈱", "") + "宛先が").encode(charset)[:-cut], "")
    assert text.startswith(JAPANESE.replace("①㈱", ""))


# ISO-2022-JP and its kin


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (b'\x1b$B$"\x1b(B a', "あ a"),
        (b'\x1b$@$"\x1b(J~\\', "あ~\\"),
        (b"\x1b(I1\x1b(B1", "ｱ1"),
        (b'\x1b$B$"\n$$\x1b(B', "あ\nい"),
        (b'\x1b$B$"\nplain\n\x1b$B$$\x1b(B', "あ\nplain\nい"),
        (b'\x1b$B$"\x1b(B \xb1 \x82\xa0', "あ ｱ あ"),
        (b'\x1b$B$"\x1b(B ' + "い".encode(), "あ い"),
        (b"\x1b$(D0!\x1b(B", "丂"),
        (b"\x1b$A0!\x1b(B", "啊"),
        (b"\x1b$(C0!\x1b(B", "가"),
        (b"\x1b$B-!y!\x1b(B", "①纊"),
        (b"\x1b$B$", "$"),
        (b'\x1b$B$"', "あ"),
        (b'no \x1b escape \x1b$B$"\x1b(B', "no \x1b escape あ"),
    ],
)
def test_iso_2022_jp(raw: bytes, wanted: str) -> None:
    assert read(raw, "iso-2022-jp") == wanted


def test_every_jis_x_0208_character_is_what_python_says() -> None:
    cells = [(row, cell) for row in range(0x21, 0x7F) for cell in range(0x21, 0x7F)]
    known = []
    for row, cell in cells:
        try:
            known.append((bytes([row, cell]), bytes([row | 0x80, cell | 0x80]).decode("euc_jp")))
        except UnicodeDecodeError:
            continue
    assert len(known) == 6879
    raw = b"".join(b"\x1b$B" + pair + b"\x1b(B\n" for pair, _ in known)
    # cp932 maps these as Microsoft does; WHATWG's tables agree with it.
    microsoft = str.maketrans("〜‖−¢£¬", "～∥－￠￡￢")
    wanted = [character.translate(microsoft) for _, character in known]
    assert READER.pieces("Charset", "readBytes", raw.decode("latin-1"), "iso-2022-jp").split("\n")[:-1] == wanted
    euc = b"\n".join(bytes(byte | 0x80 for byte in pair) for pair, _ in known)
    assert READER.pieces("Charset", "readBytes", euc.decode("latin-1"), "euc-jp").split("\n") == wanted


def test_wrong_bytes_cost_no_neighbours() -> None:
    assert read(b"\x82\xa0\xff\x82\xa2\x82 \x82\xa4", "shift_jis") == "あ\ufffdい\ufffd う"
    assert read(b"\xa4\xa2\xff\xa4\xa4\xa4 \xa4\xa6", "euc-jp") == "あ\ufffdい\ufffd う"


def test_utf_8_replaces_as_browsers_do() -> None:
    raw = b"\xe3\x81\x82" * 100 + b"\xe3\x81 \xf0\x9f\x98\x80 \xc0\xaf \xed\xa0\x80 \xff"
    assert read(raw, "utf-8") == raw.decode("utf-8", "replace")


# Labels


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF8", "utf-8"),
        ("unicode-1-1-utf-8", "utf-8"),
        ("unicode-1-1-utf-7", "utf-7"),
        ("x-sjis", "shift_jis"),
        ("Windows-31J", "shift_jis"),
        ("MS932", "shift_jis"),
        ("x-euc-jp", "euc-jp"),
        ("CP50221", "iso-2022-jp"),
        ("ISO-2022-JP-MS", "iso-2022-jp"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("ks_c_5601-1987", "euc-kr"),
        ("big5-hkscs", "big5"),
        ("latin1", "windows-1252"),
        ("ISO_8859-1:1987", "windows-1252"),
        ("ISO-8859-9", "windows-1254"),
        ("iso8859-2", "iso-8859-2"),
        ("cp1250", "windows-1250"),
        ("x-cp1251", "windows-1251"),
        ("tis-620", "windows-874"),
        ("iso-8859-11", "windows-874"),
        ("us-ascii", ""),
        ("", ""),
        ("binary", ""),
        ("utf-8*ja", "utf-8"),
        ("'utf-8'", "utf-8"),
    ],
)
def test_labels(label: str, name: str) -> None:
    assert READER.call("Charset", "resolveLabel", label) == name


# Files that are no mail source


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "iso-2022-jp", "cp932", "euc-jp", "windows-1252"]
)
def test_a_text_file_of_unknown_charset(charset: str) -> None:
    text = (
        "boîte pleine – 550"
        if charset == "windows-1252"
        else "メールを配信できませんでした。\n宛先が見つかりません。 550 5.1.1 user unknown"
    )
    document = READER.read(text.encode(charset))
    assert document["text"] == text
    assert [region["role"] for region in document["regions"]] == ["body"]


def test_a_saved_page_is_read_as_text_and_an_empty_file_as_nothing() -> None:
    assert READER.read("<!DOCTYPE html><html><body><p>配信不能</p></body></html>".encode())["text"] == "配信不能"
    assert READER.read(b"") == {
        "text": "",
        "regions": [],
        "headers": [],
        "contentType": "",
        "reportType": "",
        "more": False,
    }


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be"])
def test_mail_source_saved_as_utf_16(charset: str) -> None:
    raw = "Received: x\nContent-Type: text/plain\n\n配信不能".encode(charset)
    document = READER.read(raw)
    assert document["text"] == "配信不能"
    assert ["received", "x"] in document["headers"]


def test_only_what_python_must_decode_is_asked_for() -> None:
    assert READER.needs(mail(b"ascii only", "shift_jis")) == []
    assert READER.needs(mail("配信不能".encode(), "utf-8")) == []
    jis = "配信不能".encode("iso-2022-jp")
    assert READER.needs(mail(jis, "iso-2022-jp")) == [["shift_jis", "配信不能".encode("cp932").decode("latin-1")]]
