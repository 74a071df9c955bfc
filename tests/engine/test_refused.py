"""Who refused a mail, and by what that is known."""

import pytest

from generator.hosts.quickjs import Engine
from tests.engine.helpers import said

POSTFIX = """\
This is the mail system at host {reporting}.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<{to}>: host {remote}[192.0.2.25]{port} said: {said} (in reply to RCPT TO command)
"""


def refused(engine: Engine, text: str) -> tuple[str, str | None]:
    recipient = engine.match({"text": text})["recipients"][0]
    return recipient["refused_by"], recipient["known_by"]


@pytest.mark.parametrize(
    ("reporting", "remote", "port", "expected"),
    [
        ("mail.example.jp", "mx.example.com", "", ("recipient-side", "recipient-host")),
        ("mail.example.jp", "mx1.mailhost.example", "", ("recipient-side", "other-host")),
        ("mail.example.jp", "smtp.example.jp", "", ("own-service", "own-host")),
        ("mail.sub.example.co.jp", "out.example.co.jp", "", ("own-service", "own-host")),
        ("mail.example.jp", "smtp.relay.example", ":587", ("own-service", "submission")),
        ("mail.example.jp", "cluster1.eu.messagelabs.com", "", ("gateway", "gateway")),
    ],
)
def test_who_speaks_to_whom(whole: Engine, reporting: str, remote: str, port: str, expected: tuple[str, str]) -> None:
    text = POSTFIX.format(reporting=reporting, to="taro@example.com", remote=remote, port=port, said="550 5.1.1 no")
    assert refused(whole, text) == expected


@pytest.mark.parametrize(("code", "expected"), [("5.7.703", "own-service"), ("5.7.133", "recipient-side")])
def test_some_codes_come_from_one_side_only(whole: Engine, code: str, expected: str) -> None:
    assert refused(whole, f"Remote Server returned '550 {code} Access denied'") == (expected, "code")


def test_a_host_for_a_services_own_users_is_ones_own_service(whole: Engine) -> None:
    text = "<taro@gmail.com>: host {host}[192.0.2.25] said: 550 5.7.1 Invalid credentials for relay [203.0.113.5]."
    assert refused(whole, text.format(host="smtp-relay.gmail.com")) == ("own-service", "submission")
    assert refused(whole, text.format(host="gmail-smtp-in.l.google.com"))[0] == "recipient-side"


def test_no_article_of_the_recipients_side_where_the_own_organisation_refused(whole: Engine) -> None:
    text = "Remote Server returned '550 {code} Access denied, blocked by policy of the organization'"
    assert "general-policy-rejected" in said(whole.match({"text": text.format(code="5.7.1")}))
    assert said(whole.match({"text": text.format(code="5.7.60")}))[0] != "general-policy-rejected"


def test_an_error_window_tells_of_the_own_server(whole: Engine) -> None:
    text = (
        "受信者の 1 人がサーバーによって拒否されたため、メッセージを送信できませんでした。 拒否された電子メール アドレスは "
        "'taro@example.com' でした。 件名 '日程', アカウント : '事務所', サーバー : 'mail.example.jp', プロトコル : SMTP, "
        "サーバーの応答 : '550 5.7.1 relaying denied', ポート : 25, セキュリティ (SSL): なし, サーバー エラー : 550, "
        "エラー番号 : 0x800CCC79"
    )
    assert refused(whole, text) == ("own-service", "reporter")


@pytest.mark.parametrize("text", ["550 5.1.1 User unknown", "taro@example.com: Connection timed out", "S3140"])
def test_it_is_never_assumed(whole: Engine, text: str) -> None:
    assert refused(whole, text) == ("unknown", None)


def test_a_system_that_only_hands_the_refusal_on_is_not_the_one_that_speaks(whole: Engine) -> None:
    """Its own article would say that the address at another company is one of its own."""
    notice = "This is the mail system at host ms1.me.com.\n\n<taro@example.com>: host {host}[192.0.2.1] said: 550 5.1.1\n    <taro@example.com>: user does not exist (in reply to RCPT TO command)\n"
    said = {
        host: whole.match({"text": notice.format(host=host)}) for host in ("mx.example.com", "mx02.mail.icloud.com")
    }
    found = {host: result["recipients"][0]["matches"][0]["article"] for host, result in said.items()}
    assert found == {"mx.example.com": "general-user-unknown", "mx02.mail.icloud.com": "apple-address-gone"}
