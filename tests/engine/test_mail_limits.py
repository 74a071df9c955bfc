"""The room for mail is bounded, and nothing is lost in silence: what a limit leaves out is told, work grows with the input."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from itertools import pairwise

import pytest

from tests.engine.source_reading import SourceReader, texts

READER = SourceReader()

ANSWER = "550 5.1.1 User unknown"
HEAD = "Received: x\nFrom: MAILER-DAEMON@example.jp\n"


def nested(levels: int) -> str:
    """An answer inside so many multiparts."""
    heads = [f'Content-Type: multipart/mixed; boundary="level-{n}"\n\n--level-{n}\n' for n in range(levels)]
    return HEAD + "".join(heads) + f"Content-Type: text/plain\n\n{ANSWER}\n"


def parts(count: int) -> str:
    """An answer in the last of so many parts."""
    return HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nword\n" * (count - 1) + f"--b\n\n{ANSWER}\n"


def wrapped(levels: int, inner: str) -> str:
    """A message inside so many messages in base64."""
    for _ in range(levels):
        encoded = base64.encodebytes(inner.encode()).decode()
        inner = f"Received: x\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{encoded}"
    return inner


@pytest.mark.parametrize("encoding", ["constructor", "__proto__", "hasOwnProperty", "toString"])
@pytest.mark.parametrize("field", ["Content-Transfer-Encoding", "Content-Type", "X-Other"])
def test_a_name_that_every_object_has_means_nothing(field: str, encoding: str) -> None:
    opened = READER.open(f"{HEAD}{field}: {encoding}\nX-{encoding}: 1\n\n{ANSWER}\n")
    assert texts(opened.document, "body") == [ANSWER]
    assert ["from", "MAILER-DAEMON@example.jp"] in opened.document["headers"]
    assert not opened.truncated


@pytest.mark.parametrize("charset", ["constructor", "__proto__"])
def test_nor_is_it_a_charset(charset: str) -> None:
    head = (
        f"{HEAD}Subject: =?{charset}?Q?caf=E9?=\nContent-Type: text/plain; charset={charset}; {charset}={charset}\n\n"
    )
    document = READER.read((head + ANSWER + "é").encode("latin-1"))
    assert texts(document, "body") == [ANSWER + "é"]
    assert ["subject", "café"] in document["headers"]


def test_nesting_is_read_to_the_limit_and_told_beyond_it() -> None:
    most = READER.limit("MOST_LEVELS")
    for levels in (11, most):
        opened = READER.open(nested(levels))
        assert (texts(opened.document, "body"), opened.truncated) == ([ANSWER], False)
    beyond = READER.open(nested(most + 5))
    assert (beyond.left, beyond.truncated) == ({"levels": 1}, True)
    assert ANSWER in beyond.document["text"]


def test_parts_are_read_to_the_limit_and_counted_beyond_it() -> None:
    most = READER.limit("MOST_PARTS")
    # The multipart around them is one, too.
    for count in (102, most - 1):
        opened = READER.open(parts(count))
        assert (texts(opened.document, "body")[-1], opened.truncated) == (ANSWER, False)
    beyond = READER.open(parts(most + 50))
    assert (beyond.left, beyond.truncated) == ({"parts": 51}, True)
    assert len(texts(beyond.document, "body")) == most - 1


def test_parts_of_several_multiparts_are_counted_together() -> None:
    outer = MIMEMultipart("mixed")
    outer["Received"] = "x"
    for _ in range(10):
        inner = MIMEMultipart("mixed")
        for _ in range(50):
            inner.attach(MIMEText("word"))
        outer.attach(inner)
    # Seven are read with all their parts; of the eighth nine parts are left, the last two as a whole.
    assert READER.limit("MOST_PARTS") == 1 + 7 * 51 + 42
    assert READER.open(outer.as_bytes()).left == {"parts": 9 + 2}


@pytest.mark.parametrize(("encoding", "size"), [("7bit", 1), ("quoted-printable", 3), ("base64", 1.5)])
def test_a_long_part_is_read_to_the_limit_and_told_beyond_it(encoding: str, size: float) -> None:
    most = READER.limit("LONGEST_PART")
    for length in (256 * 1024, most - 1000):
        message = EmailMessage()
        message["Received"] = "x"
        message.set_content("words\n" * (length // 6) + ANSWER, cte=encoding)
        opened = READER.open(message.as_bytes())
        assert opened.document["text"].endswith(ANSWER)
        assert not opened.truncated
    message.set_content("words\n" * int(2 * size * most // 6) + ANSWER, cte=encoding)
    opened = READER.open(message.as_bytes())
    body = message.as_bytes().split(b"\n\n", 1)[1]
    assert opened.left == {"units": len(body) - int(size * most)}


def test_a_forwarded_message_is_found_however_it_is_wrapped() -> None:
    report = f"{HEAD}Subject: Undelivered\n\n{ANSWER}\n"
    for levels in (1, 3, 12):
        opened = READER.open(wrapped(levels, report))
        assert texts(opened.document, "body") == [ANSWER]
        assert ["subject", "Undelivered"] in opened.document["headers"]
        assert not opened.truncated
    plain = READER.open(wrapped(12, f"Received: x\nFrom: taro@example.jp\n\n{ANSWER}\n"))
    assert texts(plain.document, "body") == [ANSWER]
    assert READER.open(wrapped(READER.limit("MOST_LEVELS") + 2, report)).left == {"levels": 1}


def test_a_report_forwarded_twice_is_the_message() -> None:
    mail = f"{HEAD}Subject: Undelivered\n\n{ANSWER}\n"
    for words in ("What is that?", "I got this from Taro."):
        note = f"Content-Type: text/plain\n\n{words}\n"
        boundary = words[0]
        mail = (
            f"From: hanako@example.com\nReceived: x\nContent-Type: multipart/mixed; boundary={boundary}\n\n"
            f"--{boundary}\n{note}--{boundary}\nContent-Type: message/rfc822\n\n{mail}\n--{boundary}--\n"
        )
    document = READER.read(mail)
    assert texts(document, "body") == ["I got this from Taro.", "What is that?", ANSWER]
    assert texts(document, "original") == []
    assert ["subject", "Undelivered"] in document["headers"]


def test_a_header_block_is_read_to_the_limit_and_the_rest_is_text() -> None:
    most = READER.limit("MOST_HEADER_LINES")
    inside = READER.open(HEAD + "X-Other: y\n" * (most - 3) + f"X-Last: z\n\n{ANSWER}\n")
    assert inside.document["headers"][-1] == ["x-last", "z"]
    assert (inside.document["text"].endswith(ANSWER), inside.truncated) == (True, False)
    beyond = READER.open(HEAD + "X-Other: y\n" * (most - 2) + f"X-Last: z\nX-Error: no\n\n{ANSWER}\n")
    assert beyond.left == {"headers": 2}
    assert texts(beyond.document, "body") == [f"X-Last: z\nX-Error: no\n\n{ANSWER}"]


def test_a_header_value_is_cut_at_the_limit_and_that_is_told() -> None:
    most = READER.limit("LONGEST_HEADER_VALUE")
    opened = READER.open(f"{HEAD}Subject: {'x' * most}\n\n{ANSWER}\n")
    assert (opened.document["text"].endswith(ANSWER), opened.truncated) == (True, False)
    beyond = READER.open(f"{HEAD}Subject: {'x' * most}yz\n\n{ANSWER}\n")
    assert (beyond.left, dict(beyond.document["headers"])["subject"]) == ({"units": 2}, "x" * most)


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_another_file_is_read_to_the_limit_and_told_beyond_it(charset: str) -> None:
    most = READER.limit("MOST_UNITS")
    assert not READER.open(("words\n" * (most // 6 - 1)).encode(charset)).truncated
    beyond = READER.open(("w" * (most + 7)).encode(charset))
    assert (beyond.left, len(beyond.document["text"])) == ({"units": 7}, most)


def test_of_a_returned_original_nothing_is_missed() -> None:
    original = parts(READER.limit("MOST_PARTS") + 50) + "\n" + "x" * 2 * READER.limit("LONGEST_PART")
    report = (
        f"{HEAD}Content-Type: multipart/report; boundary=r\n\n--r\n\n{ANSWER}\n--r\nContent-Type: message/rfc822\n\n"
    )
    opened = READER.open(report + original)
    assert (texts(opened.document, "body"), opened.truncated) == ([ANSWER], False)
    assert sum(map(len, texts(opened.document, "original"))) <= READER.limit("LONGEST_ORIGINAL")


# Work

UNITS = [
    "\r", "\n", " ", "\u3000", "=?", "=?utf-8?q?a?= ", "--b\n", "--b x\n", "A: b\n", " y\n", "<", "<a ", "<p>", "<!--",
    "<script>", "<p hidden>", "<a1 hidden>", "&", "&#x41;", "<a@", "\x1b$B", "\x1b(I!", "\x82", "\xe3\x81\x82", "+A",
    "=", "=\n", "QQ==\n", ";", 'a="', "a*0=b; ", "\nFrom x 10:10\nA: b\n", "550 5.1.1 User unknown\n",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
]  # fmt: skip
HEADS = [
    "",
    HEAD,
    HEAD + "Subject: ",
    HEAD + "Content-Type: multipart/mixed; ",
    HEAD + "Content-Type: multipart/mixed; boundary=b\n\n",
    HEAD + "Content-Type: multipart/mixed\n\n",
    HEAD + "Content-Type: text/html\n\n",
    HEAD + "Content-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: quoted-printable\n\n",
    HEAD + "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n",
    "From x 10:10\nReceived: x\nContent-Type: text/plain; charset=utf-7\nContent-Transfer-Encoding: base64\n\n",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_input_and_no_faster(head: str, unit: str) -> None:
    sizes = (4_000, 8_000, 16_000, 32_000)
    steps = [READER.open(head + unit * (n // len(unit))).steps for n in sizes]
    assert all(before < after for before, after in pairwise(steps)), steps
    # The same for each unit, however many: most of the work is left to what comes after reading.
    assert all(taken <= 10 * (n + len(head)) for taken, n in zip(steps, sizes, strict=True)), steps


def test_nested_multiparts_take_work_in_proportion_too() -> None:
    steps = [READER.open(nested(30) + "word\n" * n).steps for n in (1_000, 2_000, 4_000, 8_000)]
    assert all(after <= 2.3 * before for before, after in pairwise(steps)), steps
    deep = [READER.open(nested(levels)).steps / len(nested(levels)) for levels in (100, 200, 400, 800)]
    assert max(deep) <= 20
