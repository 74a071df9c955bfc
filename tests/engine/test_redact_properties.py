"""Redaction of whatever comes: nothing planted gets out, what was redacted stays as it is, the work is in proportion."""

from __future__ import annotations

import base64
import ipaddress
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.redaction import redact, redacted, unfolded

# Words that no sentence has: whatever is left of one is a leak.
_SYLLABLE = st.builds(
    "".join, st.tuples(st.sampled_from("bdfgkmnprstvz"), st.sampled_from("aeiou"), st.sampled_from("bdgkmnprtz"))
)
WORD = st.lists(_SYLLABLE, min_size=2, max_size=3).map("".join)
JOINED = st.tuples(WORD, st.sampled_from([".", "_", "-", "+"]), WORD).map("".join)
LOCAL = (
    WORD | JOINED | st.tuples(WORD, st.integers(0, 9999)).map(lambda two: f"{two[0]}{two[1]}") | WORD.map("o'{}".format)
)
LABEL = WORD | st.tuples(WORD, WORD).map("-".join)
ENDS = st.sampled_from(["jp", "co.jp", "com", "net", "de", "co.uk", "example", "local", "tokyo", "photography"])
HOST = st.tuples(st.lists(LABEL, min_size=1, max_size=3).map(".".join), ENDS).map(".".join)


def _each(write: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "".join(write(char) for char in text)


WRITINGS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "upper case": str.upper,
    "full width": _each(lambda char: chr(ord(char) + 0xFEE0)),
    "full stop": lambda text: ".".join(text.split(".")[:-1]) + "。" + text.split(".")[-1] if "." in text else text,
    "percent": lambda text: quote(text, safe=""),
    "percent twice": lambda text: quote(quote(text, safe=""), safe=""),
    "percent throughout": _each(lambda char: f"%{ord(char):02x}"),
    "entities": _each(lambda char: char if char.isalnum() else f"&#{ord(char)};"),
    "entities throughout": _each(lambda char: f"&#x{ord(char):x};"),
    "entity of an entity": lambda text: text.replace("@", "&amp;#64;"),
    "quoted-printable": _each(lambda char: f"={ord(char):02X}"),
    "soft line break": lambda text: text[:4] + "=\r\n" + text[4:],
    "unseen characters": _each(lambda char: char + "\u200b"),
    "soft hyphen": lambda text: text[:3] + "\u00ad" + text[3:],
    "escapes": _each(lambda char: char if char.isalnum() else f"\\u{ord(char):04x}"),
    "defanged": lambda text: text.replace(".", "[.]").replace("@", "[at]"),
    "base64": lambda text: base64.b64encode(f"it is {text} here".encode()).decode(),
}
ADDRESS_WRITINGS: dict[str, Callable[[str, str], str]] = {
    **{name: lambda local, host, write=write: write(f"{local}@{host}") for name, write in WRITINGS.items()},  # type: ignore[misc]
    "spaced": lambda local, host: f"{local} @ {host}",
    "wrapped": lambda local, host: f"{local}@\n{host}",
    "quoted": lambda local, host: f'"{local} x"@{host}',
    "returned (SRS)": lambda local, host: f"SRS0=HHH=TT={host}={local}@fwd.example",
    "returned (VERP)": lambda local, host: f"bounces-{local}={host}@list.example",
    "returned (BATV)": lambda local, host: f"prvs=1234567890={local}@{host}",
    "routed": lambda local, host: f"@a.example:{local}@{host}",
    "by bangs": lambda local, host: f"{host}!{local}@relay.example",
    "by percent": lambda local, host: f"{local}%{host}@relay.example",
    "of Exchange": lambda local, host: f"IMCEASMTP-{local}+40{host}",
}
AROUND_ADDRESS = [
    "550 5.1.1 <{}>: Recipient address rejected",
    "{} は存在しません。",
    "宛先{}",
    "「{}」に配信できませんでした。",
    "to=<{}>, relay=mx",
    "RCPT TO:<{}>",
    "mailto:{}",
    "see https://www.example.com/?u={}&v=1",
    '{{"to":"{}"}}',
    "'{}'",
    "{},{};{}",
    "rfc822; {}",
    "> {}\r\n",
    "failed: {}.",
    "ユーザー{}様",
    "a {} b",
    "{}",
]
AROUND_HOST = [
    "host {} said: 550",
    "host {}[203.0.113.7]:25",
    "http://{}/x",
    "ホスト{}に接続できません",
    "connect to {}: timed out",
    "relay={},",
    "({})",
    "{}.",
    "{}。",
    "helo=<{}>",
    "dns; {}",
    "@{}",
    "*.{}",
    "d={};",
    "{}",
]
AROUND_IP = [
    "[{}]",
    "mx[{}]:25",
    "{}.",
    "{},",
    "({})",
    "[IPv6:{}]",
    "ip={};",
    "from {} by",
    "{}から",
    "IPは{}です",
    "address:{}",
    "{}/64",
    "{}",
]


def _reads(secret: str, text: str) -> bool:
    return secret.lower() in unfolded(text)


@settings(max_examples=200, deadline=None)
@given(LOCAL, HOST, st.sampled_from(sorted(ADDRESS_WRITINGS)), st.sampled_from(AROUND_ADDRESS))
def test_no_address_gets_out(local: str, host: str, writing: str, around: str) -> None:
    planted = ADDRESS_WRITINGS[writing](local, host)
    text = redacted(around.format(planted, planted, planted))
    assert planted not in text
    assert not _reads(local, text)
    assert not _reads(host.split(".")[0], text)


@settings(max_examples=150, deadline=None)
@given(HOST, st.sampled_from(sorted(WRITINGS)), st.sampled_from(AROUND_HOST))
def test_no_host_gets_out(host: str, writing: str, around: str) -> None:
    planted = WRITINGS[writing](host)
    text = redacted(around.format(planted))
    assert planted not in text
    for label in host.split(".")[:-1]:
        assert label in ("co",) or not _reads(label, text)


_V6 = st.integers(1, 2**128 - 1).map(ipaddress.IPv6Address)
_V4 = st.integers(2**24, 224 * 2**24).map(ipaddress.IPv4Address)
IP = (
    _V4.map(str)
    | _V6.map(str)
    | _V6.map(lambda ip: ip.exploded)
    | _V6.map(lambda ip: str(ip).upper())
    | st.integers(0, 2**16 - 1).map("2001:db8::{:x}".format)
    | st.tuples(st.sampled_from(["::ffff:", "64:ff9b::", "1:2:3:4:5:6:"]), _V4.map(str)).map("".join)
    | st.integers(1, 2**16 - 1).map("fe80::{:x}%eth0".format)
)


@settings(max_examples=150, deadline=None)
@given(
    IP,
    st.sampled_from(["as it is", "full width", "percent", "entities", "unseen characters"]),
    st.sampled_from(AROUND_IP),
)
def test_no_ip_gets_out(ip: str, writing: str, around: str) -> None:
    text = redacted(around.format(WRITINGS[writing](ip)))
    assert not _reads(ip, text)
    assert "[ip-1]" in text or "[recipient-1]" in text


_FRAGMENTS = """
    taro|@|example.jp|mx.example.jp|203.0.113.7|2001:db8::1|::|.|-|_|=|=40|%40|%2540|&#64;|+40|(|)|<|>|[|]|"|'|,|;|:|/|?|&|!|~|x|1|jp|at
    From: |To: |差出人: |Subject: |件名：|Undeliverable: |Message-ID: |Taro Suzuki |鈴木太郎|鈴木|さん|は|u=taro|https://|mailto:|www.
    mx1.big.example|a-jp.big.example|[recipient-1]|[host-2]|[original]|ＴＡＲＯ|＠|。|dGFyb0BleGFtcGxlLmpw|=?utf-8?B?|?=|/home/|user=
    to=<|helo=|RCPT TO:|queued as |4F2A1B0C|CN=|OU=|imceaex-|hongo|550 5.1.1 |User unknown|MAILER-DAEMON@|{"to":"taro"}|TEL 03-1234-5678
"""
FRAGMENTS = st.sampled_from(_FRAGMENTS.strip().replace("\n    ", "|").split("|")) | st.sampled_from(
    [" ", "  ", "\n", "\n ", "\n> ", "\r\n", "\t", "=\n", "|", "\u200b", "é", "İ", "\U0001f600", "\ud800", "\uffff"]
)
SOUP = st.lists(FRAGMENTS, max_size=16).map("".join)


@settings(max_examples=250, deadline=None)
@given(SOUP)
def test_what_is_redacted_stays_as_it_is(text: str) -> None:
    once = redact(text, known=["big.example"])
    assert redact(once["text"], known=["big.example"])["text"] == once["text"]
    assert all(token["token"] in once["text"] for token in once["tokens"])


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60) | SOUP)
def test_every_text_can_be_redacted(text: str) -> None:
    assert isinstance(redacted(text), str)


HOSTILE: dict[str, Callable[[int], str]] = {
    "spaces in a name": lambda n: "hello\nFrom: a" + " " * n + "b",
    "tabs in a name": lambda n: "To:" + "\t" * n + "b",
    "wide spaces": lambda n: "From: a" + "\u3000" * n + "b",
    "an open quote": lambda n: 'From: "' + "a " * (n // 2),
    "one word": lambda n: "a" * n,
    "at signs": lambda n: "@" * n,
    "addresses run together": lambda n: "a@" * (n // 2),
    "open quotes": lambda n: '\\"@' * (n // 3),
    "dots": lambda n: "a" + "." * n + "b",
    "labels": lambda n: "a." * (n // 2),
    "hyphens": lambda n: "a" + "-" * n + "b",
    "digits": lambda n: "1" * n + "a",
    "numbers": lambda n: "1." * (n // 2),
    "colons": lambda n: "a:" * (n // 2),
    "brackets": lambda n: "<" * n,
    "broken brackets": lambda n: "<a\n" * (n // 3),
    "percents": lambda n: "%" + "25" * (n // 2),
    "entities": lambda n: "&amp;" * (n // 5),
    "soft breaks": lambda n: "a=\n" * (n // 3),
    "base64": lambda n: "dGFyb0Bjb3JwLmpw" * (n // 16),
    "schemes": lambda n: "http://" * (n // 7),
    "schemes with prose": lambda n: "http://あ" * (n // 8),
    "queries": lambda n: "http://a.example/?" + "c=d&" * (n // 4),
    "empty fields": lambda n: "To:\n" * (n // 4),
    "fields without a colon": lambda n: "To\tX\n" * (n // 5),
    "fields on one line": lambda n: "To: " * (n // 4),
    "subjects": lambda n: "Subject: " + "[a]" * (n // 3),
    "names": lambda n: "Taro Suzuki <t@a.example> " * (n // 26),
    "distinct people": lambda n: "".join(f"To: Na{i}me Sur{i} <u{i}@h{i}.example>\n" for i in range(n // 40)),
    "distinct names": lambda n: "".join(f"差出人: {chr(0x4E00 + i)}{chr(0x5E00 + i)}太郎\n" for i in range(n // 10)),
    "prose": lambda n: "宛先のメールサーバーから、次の理由で断られました。" * (n // 25),
    "prose and hosts": lambda n: "漢a.jp" * (n // 5),
    "directories": lambda n: "cn=a," * (n // 5),
    "paths": lambda n: "/home/" + "a/" * (n // 2),
    "phones": lambda n: "+1 " * (n // 3),
    "tokens": lambda n: "[host-1] " * (n // 9),
    "unseen characters": lambda n: "a\u200b" * (n // 2),
    "wide letters": lambda n: "ａ＠ｂ．" * (n // 4),
    "phrases in one sign": lambda n: "\ufdfa" * n,
    "servers of a provider": lambda n: "a-b-c-jp.big.example " * (n // 21),
}


@pytest.mark.parametrize("family", HOSTILE)
def test_work_is_in_proportion(family: str) -> None:
    n = 600
    steps = []
    for size in (n, 2 * n, 4 * n, 8 * n):
        text = HOSTILE[family](size)
        result = redact(text, known=["big.example"])
        assert result["dropped"] == {}
        assert result["steps"] >= len(text)
        steps.append(result["steps"] / size)
    assert max(steps) <= 1.3 * min(steps)
    # What a meter allows for a text is enough for redaction alone.
    assert max(steps) < 40


@pytest.mark.parametrize(
    "family",
    [
        "spaces in a name",
        "wide spaces",
        "one word",
        "at signs",
        "dots",
        "hyphens",
        "digits",
        "colons",
        "brackets",
        "an open quote",
        "schemes",
        "fields without a colon",
    ],
)
def test_no_run_of_characters_keeps_it_busy(family: str) -> None:
    text = HOSTILE[family](150_000)
    assert redact(text)["dropped"] == {}
