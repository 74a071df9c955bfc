"""Reading mail source, whatever it is: nothing throws, no text is lost, hostile input costs no more than its length."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.source_reading import SourceReader, texts

READER = SourceReader()

FRAGMENTS = [
    "\n", "\r\n", "\r", "\n\n", " ", "\t", "--b", "--b--", "\n--b\n", ";", '"', "*0*=", "%", "=", "abc", "\0", "From ",
    "Content-Type: ", "multipart/mixed; boundary=b", "multipart/report", "multipart/alternative; boundary=b",
    "text/html", "text/plain; charset=", "message/rfc822", "message/delivery-status", "Received: x", "Subject: ",
    "iso-2022-jp", "utf-7", "shift_jis", "utf-16", "Content-Transfer-Encoding: ", "base64", "quoted-printable",
    "=?utf-8?B?", "?=", "=E3", "\x1b$B", "\x1b(B", "\x1b(I", "\x1b$(D", "<p>", "<script>", "<!--", "&#x", "&", "+A",
    "\xff", "\xfe", "\x82", "\xa4", "\xe3\x81", "\xef\xbb\xbf",
]  # fmt: skip
WIDE = ["あ", "\ud800", "\udc00", "\ufeff", "😀", "\u2028"]


def check_document(document: dict[str, object]) -> None:
    text, regions = document["text"], document["regions"]
    assert isinstance(text, str)
    assert isinstance(regions, list)
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    last = 0
    for region in regions:
        assert last <= region["start"] < region["end"] <= length
        last = region["end"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=8).map(lambda raw: raw.decode("latin-1"))).map("".join))
def test_no_bytes_throw(raw: str) -> None:
    data = raw.encode("latin-1")
    check_document(READER.read(data))
    assert READER.looks_like_source(raw) in (True, False)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS + WIDE) | st.text(max_size=5)).map("".join))
def test_no_paste_throws(text: str) -> None:
    check_document(READER.read(text))
    assert READER.looks_like_source(text) in (True, False)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([*WIDE, "\0", "word"]), min_size=1).map("".join))
def test_a_paste_keeps_its_characters(body: str) -> None:
    # Python keeps two halves of a surrogate pair apart, UTF-16 can't.
    whole = ("x" + body + "x").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    assert texts(READER.read("Received: x\nSubject: y\n\nx" + body + "x"), "body") == [whole]


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x1b\0\ufeff", exclude_categories=("Cc", "Zl", "Zp"))
    | st.sampled_from("宛先\n =?-"),
    max_size=200,
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(TEXTS, min_size=1, max_size=4),
    st.sampled_from(["base64", "quoted-printable", "8bit"]),
    st.sampled_from(["mixed", "report", "related"]),
    st.booleans(),
)
def test_no_text_of_a_text_part_is_lost(bodies: list[str], encoding: str, subtype: str, crlf: bool) -> None:
    message = EmailMessage()
    message["Received"] = "x"
    message["From"] = "hanako@example.com"
    message.make_mixed()
    message.set_type(f"multipart/{subtype}")
    for body in bodies:
        part = EmailMessage()
        part.set_content(body, cte=encoding)
        message.attach(part)
    raw = message.as_bytes(policy=email.policy.SMTP if crlf else email.policy.default)
    text = re.sub(r"\s+", "", READER.read(raw)["text"])
    for read in email.message_from_bytes(raw, policy=email.policy.default).iter_parts():
        assert re.sub(r"\s+", "", read.get_content()) in text


UNITS = [
    "\r", "\n", " ", "=?", "--b\n", "--b x\n", "A: b\n", " y\n", "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
    "<", "<a ", "<!--", "<script>", "&", "<a@", "\x1b$B", "\x1b(I!", "\x82", "\xa4", "\xe3", "+A", "=", ";", '\\"',
    "\nFrom x 10:10",
]  # fmt: skip
HEADS = [
    "Content-Type: multipart/mixed; boundary=b",
    'Content-Type: multipart/mixed; boundary="',
    "Content-Type: text/html",
    "Content-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: quoted-printable",
    "Content-Type: text/plain; charset=utf-7\nContent-Transfer-Encoding: base64",
    "From x 10:10\nContent-Type: message/rfc822",
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("head", HEADS)
def test_hostile_input_is_answered_within_the_engines_budget(head: str, unit: str) -> None:
    # QuickJS stops a script that takes longer than the host allows, which anything but linear does here.
    for gap in ("\n\n", ""):
        check_document(READER.read(("Received: x\n" + head + gap + unit * (200_000 // len(unit))).encode("latin-1")))
