"""What an input is, decided once for all hosts: no mail at all, a page, a file in UTF-16, a paste that stays as it is."""

from __future__ import annotations

import gzip
import random
import zipfile
from io import BytesIO

import pytest

from tests.engine.source_reading import SourceReader

READER = SourceReader()
LINE = "550 5.1.1 User unknown"


def zipped() -> bytes:
    """An archive."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", LINE)
    return buffer.getvalue()


FOREIGN = {
    "pdf": b"%PDF-1.7\nrest",
    "zip": zipped(),
    "empty zip": b"PK\x05\x06" + b"\0" * 18,
    "gzip": gzip.compress(LINE.encode()),
    "png": b"\x89PNG\r\n\x1a\nrest",
    "jpeg": b"\xff\xd8\xff\xe0rest",
    "random bytes": random.Random(1).randbytes(20_000),
    "many random bytes": random.Random(2).randbytes(1_000_000),
    "a program": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20,
    "zeros": b"\0" * 5_000,
    "every byte": bytes(range(256)),
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_mail_is_refused(content: bytes) -> None:
    opened = READER.open(content)
    assert (opened.refused, opened.document["text"], opened.document["regions"]) == ("foreign", "", [])


def test_a_mail_in_the_format_of_outlook_is_refused_as_such() -> None:
    assert READER.open(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512).refused == "msg"


@pytest.mark.parametrize("given", [b"", "", b" \r\n\t\r\n", " \n\u3000\n"])
def test_nothing_is_refused_as_empty(given: bytes | str) -> None:
    assert READER.open(given).refused == "empty"


JAPANESE = "メールを配信できませんでした。宛先が見つかりません。550 5.1.1 user unknown\n" * 20


@pytest.mark.parametrize("charset", ["utf-8", "iso-2022-jp", "shift_jis", "euc-jp", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_any_charset_is_no_foreign_file(charset: str) -> None:
    opened = READER.open(JAPANESE.encode(charset))
    assert opened.refused is None
    # Without a mark, Japanese in UTF-16 has too few zero bytes to be told from another charset.
    if charset not in ("utf-16-le", "utf-16-be"):
        assert opened.document["text"] == JAPANESE.strip()


def test_a_few_control_characters_make_no_foreign_file() -> None:
    for content in (f"\x1b[31m{LINE}\x1b[0m\x07\n" * 50, f"{LINE}\n\x0c", f"\x00{LINE}", "\x01\x02\x03"):
        opened = READER.open(content.encode())
        assert opened.refused is None
    assert READER.open(f"Received: x\nSubject: y\n\n{LINE}\n".encode() + bytes(range(256)) * 50).refused is None


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be"])
def test_english_in_utf_16_is_read_with_and_without_a_mark(charset: str) -> None:
    assert READER.read((LINE + "\r\n").encode(charset))["text"] == LINE


def test_a_paste_stays_as_it_is_and_a_file_is_trimmed() -> None:
    text = f"\r\n\n  {LINE}\r\n\n"
    assert READER.read(text)["text"] == text
    assert READER.read(text.encode())["text"] == f"  {LINE}"


PAGE = "<div><table><tr><td>Server</td><td>mx.example.com</td></tr></table><p>550 &lt;b&gt; no</p></div>"


@pytest.mark.parametrize("page", [PAGE, f"<!DOCTYPE html><html><body>{PAGE}</body></html>", f"\n<html>{PAGE}"])
def test_a_page_is_read_as_a_reader_sees_it_pasted_or_saved(page: str) -> None:
    pasted, saved = READER.read(page), READER.read(page.encode())
    assert pasted["text"].strip() == saved["text"] == "Server  mx.example.com\n\n550 <b> no"
    assert pasted["headers"] == saved["headers"] == []


def test_what_a_page_says_about_tags_is_not_taken_for_tags() -> None:
    shown = "&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;"
    page = f"<html><body><div>{shown}</div></body></html>"
    assert READER.read(page.encode())["text"] == "<p>one</p><p>two</p>"
