"""Redaction: nothing that names a person or a machine is left, the same value is the same token, and what tells stays."""

from __future__ import annotations

import re

import pytest

from generator.hosts.quickjs import Engine
from tests.engine.helpers import article, engine
from tests.engine.redaction import redact, redacted

REPORT = """\
From: MAILER-DAEMON@mail.example.jp
To: Hanako Yamada <hanako@example.jp>
Subject: Undelivered Mail Returned to Sender

<taro@example.com>: host mx.example.com[203.0.113.7] said: 550 5.1.1 <taro@example.com>
    from 2001:db8::25 at 14:59:45 see https://www.example.com/?user=taro%40example.com
    mx1.big.example says no, go to https://delist.example.net/ (in reply to RCPT TO command)

--- Below this line is a copy of the message.

Return-Path: <hanako@example.jp>
Message-ID: <secret@example.jp>
Subject: 見積書の件

山田です。
"""


@pytest.fixture(scope="module")
def redactor() -> Engine:
    return engine(
        article("a", ["user unknown"]),
        providers=[
            {
                "id": "big",
                "domains": ["bigmail.example"],
                "hosts": ["*.big.example"],
                "names": ["delist.example.net"],
            }
        ],
    )


def test_nothing_identifying_is_left(redactor: Engine) -> None:
    text = redactor.redact({"text": REPORT})["text"]
    for secret in (
        "hanako",
        "Yamada",
        "taro",
        "203.0.113.7",
        "2001:db8",
        "mx.example.com",
        "mail.example.jp",
        "www.example.com",
        "secret",
    ):
        assert secret.lower() not in text.lower()


def test_what_tells_the_cause_stays(redactor: Engine) -> None:
    text = redactor.redact({"text": REPORT})["text"]
    for telling in (
        "550 5.1.1",
        "in reply to RCPT TO",
        "Undelivered Mail Returned to Sender",
        "MAILER-DAEMON@",
        "14:59:45",
        "mx1.big.example",
        "https://delist.example.net/",
    ):
        assert telling in text


def test_same_value_same_token(redactor: Engine) -> None:
    text = redactor.redact({"text": REPORT})["text"]
    taro = re.search(r"<(\[recipient-\d\])>: host", text)
    assert taro is not None
    assert text.count(taro[1]) == 3
    assert len(set(re.findall(r"\[recipient-\d\]", text))) == 2


def test_returned_message_is_left_out_of_what_was_matched(redactor: Engine) -> None:
    redactor.match({"text": REPORT})
    text = redactor.redact({"text": REPORT})["text"]
    assert "山田です" not in text
    assert "見積書" not in text
    assert text.rstrip().endswith("[original]")


def test_a_providers_mail_domain_names_nobody(redactor: Engine) -> None:
    text = redactor.redact({"text": "taro@bigmail.example: the Bigmail user at bigmail.example is unknown"})["text"]
    assert text == "[recipient-1]: the Bigmail user at bigmail.example is unknown"


def test_tokens_are_listed(redactor: Engine) -> None:
    result = redactor.redact({"text": REPORT})
    assert {t["kind"] for t in result["tokens"]} >= {"recipient", "host", "ip", "name"}
    assert all(t["token"] in result["text"] for t in result["tokens"])


@pytest.mark.parametrize(
    "text",
    [
        "550-5.7.26 This mail has been blocked because the sender is unauthenticated. (in reply to end of DATA command)",
        "550 5.4.1 RESOLVER.ADR.RecipNotFound; not found, STOREDRV.Deliver; QUEUE.Expired; S3140 AS(1430) [TSS04] HM08",
        "421 4.7.0 https://support.big.example/mail/?p=UnsolicitedRateLimitError - gsmtp",
        "552 5.3.4 size=4096 exceeds 10485760; delay=0.5, delays=0.1/0/0.2/0.3, dsn=5.2.2, uid=1000",
        "Date: Fri, 27 Nov 2026 10:00:00 +0900, 2026-11-27T10:00:00Z, 01-02-2026, v8.15.2",
        "From: Mail Delivery Subsystem <MAILER-DAEMON>\nTo: undisclosed-recipients:;",
        "Subject: Returned mail: User unknown\nSubject: Delivery Status Notification (Failure)\nSubject: 配信不能",
        "spf=fail smtp.mailfrom=; dmarc=fail (p=reject) header.from=; RFC5321.MailFrom",
        "宛先のメールサーバーから、次の理由で断られました。宛先不明。もう一度お確かめください。",
        "mx1.big.example gmail-smtp-in.l.big.example us-east-1.big.example",
    ],
)
def test_what_names_nobody_stays_as_it_is(text: str) -> None:
    assert redacted(text, known=["big.example"]) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("taro@example.jp TARO@EXAMPLE.JP ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ taro%40example.jp", "[recipient-1]"),
        ("taro@example.jp prvs=1234567890=taro@example.jp foo=taro@example.jp", "[recipient-1]"),
        ("taro@example.jp &#116;aro&commat;example.jp taro=40example.jp taro\u200b@example.jp", "[recipient-1]"),
        ("mx.example.jp MX.EXAMPLE.JP mx．example．jp mx%2Eexample%2Ejp", "[host-1]"),
        ("2001:db8::25 2001:DB8::25 2001%3Adb8%3A%3A25", "[ip-1]"),
    ],
)
def test_the_same_value_in_other_writing_is_the_same_token(text: str, wanted: str) -> None:
    assert set(redacted(text).split(" ")) == {wanted}


def test_parts_of_an_address_are_found_by_themselves() -> None:
    said = "<taro.suzuki@honsha.example>: user taro.suzuki of Honsha is unknown; Dear Taro Suzuki; /u=taro"
    assert (
        redacted(said)
        == "<[recipient-1]>: user [recipient-1] of [host-1] is unknown; Dear [recipient-1]; /u=[recipient-1]"
    )


def test_everyday_words_are_no_parts() -> None:
    said = "<mailbox.full@user-unknown.example>: 550 user unknown, mailbox full, see the mail server's error"
    assert redacted(said) == "<[recipient-1]>: 550 user unknown, mailbox full, see the mail server's error"


def test_words_of_patterns_are_no_parts() -> None:
    said = "<rechner.voll@example.jp>: 550 Der Rechner von Voll ist voll"
    knowing = engine(article("a", ["Rechner ist voll {word}"]))
    assert knowing.redact({"text": said})["text"] == "<[recipient-1]>: 550 Der Rechner von Voll ist voll"
    assert redacted(said) == "<[recipient-1]>: 550 Der [recipient-1] von [recipient-1] ist [recipient-1]"


def test_a_providers_server_tells_nothing_of_its_customer() -> None:
    said = "host honsha-co-jp.mail.big.example esa1.honsha.mx.big.example mx-203-0-113-7.big.example, taro@honsha.co.jp"
    text = redacted(said, known=["big.example"])
    assert text == "host [host-1].big.example [host-1].big.example [ip-1].big.example, [recipient-1]"


def test_names_of_a_header_are_found_in_the_text() -> None:
    text = redacted("差出人: 鈴木太郎 <t@example.jp>\n\n鈴木です。太郎より\nFrom: Jiro Satonaka\nJiro wrote")
    assert text == "差出人: [name-1] <[sender-1]>\n\n[name-1]です。[name-1]より\nFrom: [name-2]\n[name-2] wrote"


def test_numbers_of_tokens_that_stand_there_are_left_to_them() -> None:
    assert redacted("[recipient-1] and taro@example.jp") == "[recipient-1] and [recipient-2]"


def test_originals_are_left_out_and_their_headers_known() -> None:
    # Offsets are UTF-16 units: the face counts two.
    head = "\U0001f600 Your mail about a thing was returned, Taro Suzuki.\n"
    original = "From: Taro Suzuki <taro@honsha.example>\nSubject: secret\n\nDear Hanako,\n"
    start = len(head) + 1
    result = redact(head + original + "-- end honsha", originals=[(start, start + len(original))])
    assert result["text"] == "\U0001f600 Your mail about a thing was returned, [name-1].\n[original]\n-- end [host-1]"
    assert [t["token"] for t in result["tokens"]] == ["[name-1]", "[host-1]"]


def test_fields_are_those_of_the_caller() -> None:
    text = "Kunde: Taro Suzuki\nBetreffzeile: Angebot\nX-Tag-Nr: abc\nFrom: Mail System"
    fields = {"person": ["kunde"], "subject": ["betreffzeile"], "identifier": ["x-*-nr"]}
    assert (
        redact(text, fields=fields)["text"]
        == "Kunde: [name-1]\nBetreffzeile: [subject-1]\nX-Tag-Nr: [id-1]\nFrom: Mail System"
    )


def test_what_the_work_left_does_not_allow_to_read_is_left_out() -> None:
    lines = [f"<user{i}@example.jp>: 550 no\n" for i in range(2000)]
    text = "".join(lines)
    assert redact(text)["dropped"] == {}
    cut = redact(text, left=100_000)
    kept = cut["text"].count("550 no")
    assert 0 < kept < 2000
    assert cut["text"].endswith("550 no\n[rest]\n")
    assert "@" not in cut["text"]
    assert cut["dropped"] == {"units": len("".join(lines[kept:]))}
    assert redact(text, left=0)["text"] == "[rest]\n"
