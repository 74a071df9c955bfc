"""Mail source read by the engine: structure, transfer encodings, header blocks, and the regions of the view."""

from __future__ import annotations

import base64
from email.message import EmailMessage, Message
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from itertools import pairwise
from typing import Any

import pytest

from tests.engine.source_reading import SourceReader, texts

READER = SourceReader()

BODY = "宛先のメールボックスがいっぱいです。\n550 5.2.2 mailbox full"
STATUS = (
    "Reporting-MTA: dns; mx.example.jp\n\n"
    "Final-Recipient: rfc822; taro@example.jp\nAction: failed\nStatus: 5.2.2\n"
    "Diagnostic-Code: smtp; 550 5.2.2 mailbox full\n"
)


def original() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "hanako@example.com"
    message["To"] = "taro@example.jp"
    message["Subject"] = "お見積もりの件"
    message["X-Mailer"] = "Some Mailer"
    message.set_content("Quoted words that prove nothing.\n", cte="quoted-printable")
    return message


# Python's email package writes no message/... part but one of messages: those parts get this type until they are bytes.
STAND_IN = "application/x-message-"


def raw(message: Message) -> bytes:
    return message.as_bytes().replace(STAND_IN.encode(), b"message/")


def status_part(encoding: str = "7bit", subtype: str = "delivery-status") -> Message:
    part = Message()
    part["Content-Type"] = STAND_IN + subtype
    if encoding == "base64":
        part["Content-Transfer-Encoding"] = "base64"
        part.set_payload(base64.encodebytes(STATUS.encode()).decode())
    else:
        part.set_payload(STATUS)
    return part


def report(*parts: Message, report_type: str = "") -> Message:
    message: Message = MIMEMultipart("report")
    if report_type:
        message.set_param("report-type", report_type)
    message["From"] = "MAILER-DAEMON@mx.example.jp"
    message["To"] = "hanako@example.com"
    message["Subject"] = "Undelivered Mail"
    message["Received"] = "from a by b"
    for part in parts:
        message.attach(part)
    return message


def usual_report(encoding: str = "7bit") -> Message:
    return report(
        MIMEText(BODY, "plain", "utf-8"),
        status_part(encoding),
        MIMEMessage(original()),
        report_type="delivery-status",
    )


def roles(document: dict[str, Any]) -> list[str]:
    return [region["role"] for region in document["regions"]]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["7bit", "base64"])
def test_a_report_is_read_in_order_with_any_newline(newline: str, encoding: str) -> None:
    document = READER.read(raw(usual_report(encoding)).replace(b"\n", newline.encode()))
    assert roles(document) == ["header", "body", "status", "original", "original"]
    assert texts(document, "header") == [
        "From: MAILER-DAEMON@mx.example.jp\nTo: hanako@example.com\nSubject: Undelivered Mail"
    ]
    assert texts(document, "body") == [BODY]
    assert texts(document, "status") == [STATUS.strip()]
    assert texts(document, "original") == [
        "From: hanako@example.com\nTo: taro@example.jp\nSubject: お見積もりの件",
        "Quoted words that prove nothing.",
    ]
    assert document["contentType"] == "multipart/report"
    assert document["reportType"] == "delivery-status"
    assert ["received", "from a by b"] in document["headers"]


def test_regions_are_in_order_and_apart() -> None:
    document = READER.read(raw(usual_report()))
    places = [(region["start"], region["end"]) for region in document["regions"]]
    assert all(end < start for (_, end), (start, _) in pairwise(places))
    assert places[-1][1] == len(document["text"])


def test_the_text_of_a_paste_is_read_like_the_bytes_of_a_file() -> None:
    file = raw(usual_report("base64"))
    assert READER.read(file.decode()) == READER.read(file)


def test_characters_that_a_paste_has_decoded_stay() -> None:
    head = "Received: x\nContent-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: "
    assert texts(READER.read(head + "8bit\n\n配信 \x1b$BITG=\x1b(B 不能"), "body") == ["配信 不能 不能"]
    quoted = head.replace("iso-2022-jp", "utf-8") + "quoted-printable\n\n配信=E4=B8=8D=E8=83=BDです=\n。"
    assert texts(READER.read(quoted), "body") == ["配信不能です。"]


@pytest.mark.parametrize("subtype", ["global-delivery-status", "xdelivery-status"])
def test_relatives_of_the_status_part_are_status(subtype: str) -> None:
    part = status_part(subtype=subtype)
    assert roles(READER.read(raw(report(part)))) == ["header", "status"]


@pytest.mark.parametrize("content_type", ["text/plain", "application/octet-stream; name=ATT0001.txt"])
def test_a_status_part_without_its_type_is_known_by_its_fields(content_type: str) -> None:
    part = status_part()
    part.replace_header("Content-Type", content_type)
    assert roles(READER.read(raw(report(MIMEText(BODY), part)))) == ["header", "body", "status"]


def test_feedback_and_a_header_only_original() -> None:
    feedback = Message()
    feedback["Content-Type"] = STAND_IN + "feedback-report"
    feedback.set_payload("Feedback-Type: abuse\nUser-Agent: Some/1.0\n")
    headers = Message()
    headers["Content-Type"] = "text/rfc822-headers"
    headers.set_payload("From: hanako@example.com\nDKIM-Signature: v=1\nSubject: =?utf-8?B?44GC?=\n")
    document = READER.read(raw(report(MIMEText("abuse"), feedback, headers, report_type="feedback-report")))
    assert texts(document, "feedback") == ["Feedback-Type: abuse\nUser-Agent: Some/1.0"]
    assert texts(document, "original") == ["From: hanako@example.com\nSubject: あ"]
    assert document["reportType"] == "feedback-report"


def test_an_original_put_in_as_plain_text_is_not_the_reports_own_words() -> None:
    document = READER.read(
        report(MIMEText(BODY), MIMEText("Received: from a by b\nSubject: mailbox full\n\nhello")).as_bytes()
    )
    assert texts(document, "body") == [BODY]
    assert texts(document, "original") == ["Received: from a by b\nSubject: mailbox full\n\nhello"]


def test_the_original_is_shortened() -> None:
    returned = EmailMessage()
    returned.set_content("x" * 60 + "\n" * 1 + "word\n" * 50_000)
    document = READER.read(raw(report(MIMEText(BODY), MIMEMessage(returned))))
    assert sum(len(text) for text in texts(document, "original")) == 20_000


@pytest.mark.parametrize("plain", [BODY, "short but all there is to say", "see HTML"])
def test_an_alternative_is_read_once(plain: str) -> None:
    message = EmailMessage()
    message["Received"] = "x"
    message.set_content(plain)
    markup = "<p>" + ("配信できませんでした。" * 20 if plain == "see HTML" else plain) + "</p>"
    message.add_alternative(markup, subtype="html")
    wanted = "配信できませんでした。" * 20 if plain == "see HTML" else plain
    assert texts(READER.read(raw(message)), "body") == [wanted]


def test_a_report_forwarded_as_an_attachment_is_the_message() -> None:
    outer = MIMEMultipart("mixed")
    outer["From"] = "hanako@example.com"
    outer["Subject"] = "FW: help"
    outer.attach(MIMEText("What does this mean?"))
    outer.attach(MIMEMessage(usual_report()))
    document = READER.read(raw(outer))
    assert texts(document, "body") == ["What does this mean?", BODY]
    assert texts(document, "status") == [STATUS.strip()]
    assert ["subject", "Undelivered Mail"] in document["headers"]
    assert document["reportType"] == "delivery-status"


def test_a_report_about_a_report_stays_the_outer_one() -> None:
    document = READER.read(raw(report(MIMEText("outer"), status_part(), MIMEMessage(usual_report()))))
    assert roles(document)[:3] == ["header", "body", "status"]
    assert set(roles(document)[3:]) == {"original"}


@pytest.mark.parametrize(
    ("note", "kind"),
    [("A notification has arrived for you.", "delivery-status"), ("550 5.1.1 User unknown", "")],
)
def test_a_machine_hands_a_notification_on_unless_it_has_an_answer_of_its_own(note: str, kind: str) -> None:
    outer = MIMEMultipart("mixed")
    outer["From"] = "MAILER-DAEMON@gateway.example.jp"
    outer["Auto-Submitted"] = "auto-generated"
    outer.attach(MIMEText(note))
    outer.attach(MIMEMessage(usual_report()))
    document = READER.read(raw(outer))
    assert document["reportType"] == kind
    assert texts(document, "body") == ([note, BODY] if kind else [note])


def test_what_a_machine_returns_is_the_original_even_if_a_machine_wrote_it() -> None:
    outer = MIMEMultipart("mixed")
    outer["From"] = "MAILER-DAEMON@gateway.example.jp"
    outer.attach(MIMEText("Your mail could not be delivered."))
    returned = original()
    returned["Auto-Submitted"] = "auto-generated"
    outer.attach(MIMEMessage(returned))
    assert texts(READER.read(raw(outer)), "body") == ["Your mail could not be delivered."]


def test_ordinary_mail_with_a_forwarded_ordinary_mail_keeps_it_as_original() -> None:
    outer = MIMEMultipart("mixed")
    outer["From"] = "hanako@example.com"
    outer.attach(MIMEText("look"))
    outer.attach(MIMEMessage(original()))
    document = READER.read(raw(outer))
    assert texts(document, "body") == ["look"]
    assert "Quoted words that prove nothing." in texts(document, "original")


# Broken structure

HEAD = "Received: x\nFrom: MAILER-DAEMON@example.jp\nContent-Type: multipart/mixed"


def test_without_a_boundary_the_body_is_text() -> None:
    assert texts(READER.read(HEAD + "\n\nthe text\n\nall of it\n"), "body") == ["the text\n\nall of it"]


def test_a_wrong_boundary_is_replaced_by_the_one_in_use() -> None:
    mail = (
        f"{HEAD}; boundary=other\n\nlead\n--used\nContent-Type: text/plain\n\none\n"
        "--used\nContent-Type: image/png\n\nxx\n--used--\n"
    )
    assert texts(READER.read(mail), "body") == ["lead", "one"]


def test_a_missing_end_and_a_part_without_headers() -> None:
    mail = (
        HEAD
        + '; boundary="b"\n\npreamble\n--b\n\none\n--b\nSomething: 550 no\ntwo\n--b\nContent-Type: text/plain\n\nthr'
    )
    assert texts(READER.read(mail), "body") == ["one", "Something: 550 no\ntwo", "thr"]


def test_a_boundary_is_a_whole_line() -> None:
    mail = HEAD + '; boundary="b"\n\n--b\n\nfirst\n--bc\nstill first\n--b  \n\nsecond\n--b--\n'
    assert texts(READER.read(mail), "body") == ["first\n--bc\nstill first", "second"]


def test_the_preamble_is_read_when_nothing_else_is_there() -> None:
    mail = HEAD + "; boundary=b\n\n550 no such user\n--b\nContent-Type: image/png\n\nxx\n--b--\n"
    assert texts(READER.read(mail), "body") == ["550 no such user"]


@pytest.mark.parametrize(
    "parameters", ['; boundary="b', "; boundary='b'", " boundary=b", '; boundary*0="b"', "; boundary*=us-ascii''%62"]
)
def test_a_boundary_is_found_however_it_is_written(parameters: str) -> None:
    mail = HEAD + parameters + "\n\n--b\n\none\n--b\n\ntwo\n--b--\n"
    assert texts(READER.read(mail), "body") == ["one", "two"]


def test_a_source_that_starts_at_a_boundary() -> None:
    mail = "--b\nContent-Type: text/plain\n\none\n--b\nContent-Type: text/html\n\n<p>two\n--b--\n"
    assert READER.looks_like_source(mail)
    assert texts(READER.read(mail), "body") == ["one", "two"]
    headless = "From: a@example.jp\nMessage-ID: <1@example.jp>\n\nThis is a MIME-encapsulated message\n\n--b\n\none\n--b\n\ntwo\n--b--\n"
    assert texts(READER.read(headless), "body") == ["one", "two"]


def test_header_lines_that_lost_their_indentation() -> None:
    mail = "Received: from a\nby b (192.0.2.1:25)\nContent-Type: multipart/mixed;\nboundary=b\n\n--b\n\none\n--b--\n"
    assert texts(READER.read(mail), "body") == ["one"]


def test_attachments_are_left_out_and_never_asked_for() -> None:
    message = EmailMessage()
    message["Received"] = "x"
    message.set_content("text")
    message.add_attachment(bytes(range(256)) * 4000, maintype="application", subtype="pdf", filename="a.pdf")
    assert READER.read(raw(message))["text"] == "text"
    assert READER.looks_like_source(message.as_string())


def test_an_mbox_gives_its_first_message_and_says_so() -> None:
    separator = "From MAILER-DAEMON Mon Nov 23 10:10:10 2026\n"
    first = separator + "From: a@example.jp\nSubject: one\n\nFrom here on, text.\n\nFrom x 10:10\nand on.\n"
    mbox = first + f"\n{separator}Subject: two\n\nsecond\n" + f"\n{separator}Subject: three\n\nthird\n"
    for newline in ("\n", "\r\n", "\r"):
        for given in (mbox.replace("\n", newline), mbox.replace("\n", newline).encode()):
            opened = READER.open(given)
            assert opened.document["text"].startswith("From: a@example.jp\nSubject: one\n\nFrom here on, text.")
            assert opened.document["text"].endswith("and on.")
            assert opened.document["more"] is True
            assert (opened.left, opened.truncated) == ({"messages": 2}, True)
    alone = READER.open(first)
    assert (alone.document["more"], alone.left, alone.truncated) == (False, {}, False)


# Transfer encodings


def encoded(encoding: str, body: str) -> str:
    head = f"Received: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n"
    return texts(READER.read((head + body).encode()), "body")[0]


def test_base64_forgives() -> None:
    lines = base64.encodebytes(("550 5.1.1 宛先がありません " * 20).encode()).decode()
    whole = ("550 5.1.1 宛先がありません " * 20).strip()
    assert encoded("base64", lines) == whole
    assert encoded("BASE64;", lines.replace("\n", " \t\n")) == whole
    assert encoded("base64", lines.replace("a", "a*", 1)) == whole
    assert whole.startswith(encoded("base64", lines[:200]).rstrip("\ufffd"))
    footer = encoded("base64", lines + "\n-- \nThis mail was checked for viruses.\n")
    assert footer.startswith(whole)
    assert footer.endswith("This mail was checked for viruses.")


def test_text_that_only_claims_to_be_base64_is_text() -> None:
    assert (
        encoded("base64", "550 5.1.1 no such user here\nfor you: sorry\n")
        == "550 5.1.1 no such user here\nfor you: sorry"
    )


def test_quoted_printable_forgives() -> None:
    assert encoded("quoted-printable", "a=\nb= \nc =3d=3D =XY =e5=ae=9B=") == "abc == =XY 宛"


def test_an_unknown_transfer_encoding_is_none() -> None:
    assert encoded("x-strange", "as it is =3D") == "as it is =3D"


# Header values


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("=?utf-8?B?5a6b?=", "宛"),
        ("=?utf-8?B?5a4=?=\n =?utf-8?B?mw==?= x", "宛 x"),
        ("=?UTF-8*ja?q?=E5=AE=9B_a?= =?ISO-8859-1?Q?=E9?=", "宛 aé"),
        ("=?iso-2022-jp?B?GyRCMDgbKEI=?=", "宛"),
        ("=?shift_jis?B?iLY=?=", "宛"),
        ("a =?utf-8?B?5a6b?= b", "a 宛 b"),
        ("=?utf-8?X?broken?= =?utf-8?B", "=?utf-8?X?broken?= =?utf-8?B"),
        ("=?nosuch?Q?caf=E9?=", "café"),
        ("folded\n\tvalue", "folded value"),
        ('"=?utf-8?Q?a=22?=" <a@example.jp>', '"a"" <a@example.jp>'),
    ],
)
def test_encoded_words(value: str, wanted: str) -> None:
    document = READER.read(f"Received: x\nSubject: {value}\n\nbody".encode())
    assert ["subject", wanted] in document["headers"]
    assert document["text"] == f"Subject: {wanted}\n\nbody"


@pytest.mark.parametrize("charset", ["utf-8", "cp932", "euc-jp"])
def test_raw_bytes_in_a_header_are_guessed(charset: str) -> None:
    document = READER.read("Received: x\nSubject: 配信できませんでした\n\nx".encode(charset))
    assert ["subject", "配信できませんでした"] in document["headers"]


def test_header_lines_that_say_what_happened_are_shown() -> None:
    head = (
        "Received: x\nX-Failed-Recipients: taro@example.jp\nAuto-Submitted: auto-replied\nX-Mailer: y\n"
        "X-Some-Error: 550 no\nX-Spam-Reason: none\nX-MS-Exchange-Error: none\n"
    )
    assert texts(READER.read(head + "\nx"), "header") == [
        "X-Failed-Recipients: taro@example.jp\nAuto-Submitted: auto-replied\nX-Some-Error: 550 no"
    ]


@pytest.mark.parametrize(
    ("value", "kind", "params"),
    [
        (
            'Multipart/Report; report-type=delivery-status; boundary="a b;c"',
            "multipart/report",
            {"report-type": "delivery-status", "boundary": "a b;c"},
        ),
        ("text/plain; charset=utf-8; charset=us-ascii", "text/plain", {"charset": "utf-8"}),
        ("text/plain charset = utf-8", "text/plain", {"charset": "utf-8"}),
        ("a/b; name*1=\"d\"; name*0*=utf-8'ja'%41%42c", "a/b", {"name": "ABcd"}),
        ('a/b; name="quo\\"ted"', "a/b", {"name": 'quo"ted'}),
        ("text/plain; charset*=us-ascii'en'iso-2022-jp", "text/plain", {"charset": "iso-2022-jp"}),
        ("", "", {}),
        ("; ;=;x", "", {}),
    ],
)
def test_parameters(value: str, kind: str, params: dict[str, str]) -> None:
    parsed = READER.call("Headers", "parseParams", value)
    assert parsed["value"] == kind
    assert dict(parsed["params"]) == params


# Is it source at all?

HEADER_LINES = (
    "From: MAILER-DAEMON@example.jp\nTo: hanako@example.com\n"
    "Subject: Undelivered\nDate: Tue, 24 Nov 2026 10:00:00 +0900\n"
)


@pytest.mark.parametrize(
    "text",
    [
        HEADER_LINES + "MIME-Version: 1.0\n\nbody",
        "\n\n\ufeff".strip("\n") + "\n\n" + HEADER_LINES + "Message-ID: <1@example.jp>\n\nbody",
        "Return-Path: <>\r\nReceived: from a\r\n\tby b\r\n\r\nbody",
        "From a@example.jp Tue Nov 24 10:00:00 2026\n" + HEADER_LINES + "\nbody",
        raw(usual_report()).decode(),
        "Return-Path: <>\nFinal-Recipient: rfc822; taro@example.jp\n\nbody",
    ],
)
def test_source_is_known(text: str) -> None:
    assert READER.looks_like_source(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "550 5.1.1 user unknown",
        HEADER_LINES + "\nThis is the mail system at host mx.example.jp.\n",
        "差出人: MAILER-DAEMON\n宛先: hanako@example.com\n件名: Undelivered\n\n本文",
        "This is the mail system.\n\nReceived: from a by b\nContent-Type: text/plain\n\nx",
        "Nov 24 10:00:00 mx postfix/smtp[1]: ABC: to=<taro@example.jp>, status=bounced (550 5.1.1 no)",
        "2026-11-24T10:00:00 mx postfix/smtp[1]: A: to=<taro@example.jp>\n2026-11-24T10:00:01 mx postfix/smtp[1]: B: x",
        "Reporting-MTA: dns; mx.example.jp\nContent-Type: text/plain\n\n" + STATUS,
        "-- \nSignature: x",
    ],
)
def test_what_is_not_source(text: str) -> None:
    assert not READER.looks_like_source(text)
