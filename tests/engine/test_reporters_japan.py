"""What Japanese carriers, providers and gateways send back."""

from __future__ import annotations

from tests.engine.reporters import ORIGINAL, Case, read_and_mangled

TARO = "taro@example.com"
JIRO = "jiro@example.org"

CASES = [
    Case("m-FILTER", """\
このメールは「m-FILTER」が自動的に生成して送信しています。
メールサーバーとの通信中、下記の理由により
このメールは送信できませんでした。

以下のメールアドレスへの送信に失敗しました。
taro@example.com


-------server message
550 User unknown <taro@example.com>

-------SMTP command
DATA

-------original message
""" + ORIGINAL, {TARO: "unknown"}, stage="content"),
    Case("m-FILTER under another name", """\
このメールは「メール中継サーバー」が自動的に生成して送信しています。
メールサーバーとの通信中、下記の理由により
このメールは送信できませんでした。

以下のメールアドレスへの送信に失敗しました。
taro@example.com


-------server message
552 5.2.2 Mailbox is full

-------SMTP command
RCPT TO:<taro@example.com>

-------original mail info
""" + ORIGINAL, {TARO: "full"}, stage="recipient"),
    Case("Active!hunter", """\
  ----- The following addresses had permanent fatal errors -----

>>> Taro Suzuki <taro@example.com>

  ----- Transcript of session follows -----
550 sorry, no such user here by that name (#5.1.1 - chkusr)

""" + ORIGINAL, {TARO: "unknown"}),
    Case("InterScan with a transcript", """\
****** Message from InterScan Messaging Security Suite ******

The following mail could not be delivered.
Reason: 550 5.1.1

Sent <<< RCPT TO:<taro@example.com>
Received >>> 550 5.1.1 <taro@example.com>... User unknown

""" + ORIGINAL, {TARO: "unknown"}, stage="recipient"),
    Case("InterScan in a sentence", """\
*************************************************************

Message from InterScan Messaging Security Suite

Unable to deliver message to <taro@example.com> (and other recipients in the same domain). User unknown: please check the address.

*************************************************************
""", {TARO: "unknown"}),
    Case("au", """\
次のあて先へのメッセージはエラーのため送信できませんでした。

送信先メールアドレスが見つからないか、
送信先メールサーバの事由により送信できませんでした。
メールアドレスをご確認の上、再送信してください。

Each of the following recipients was rejected by a remote
mail server.

    Recipient: <taro@example.com>
    >>> RCPT TO:<taro@example.com>
    <<< 550 <taro@example.com>: User unknown
""", {TARO: "unknown"}, stage="recipient"),
    Case("au, not responding", """\
次のあて先へのメッセージはエラーのため送信できませんでした。

Your message was not delivered within 0 days and 1 hours.
Remote host is not responding.

The following recipients did not receive your message:

     <taro@example.com>
""", {TARO: "silent"}),
    Case("InterMail", """\
This Message was undeliverable due to the following reason:

Each of the following recipients was rejected by a remote mail server.
The reasons given by the server are included to help you determine why
each recipient was rejected.

    Recipient: <taro@example.com>
    Reason:    <taro@example.com>... User unknown

    Recipient: <jiro@example.org>
    Reason:    552 5.2.2 <jiro@example.org>... Mailbox is full

Please reply to <postmaster@example.jp>
if you feel this message to be in error.
""", {TARO: "unknown", JIRO: "full"}),
    Case("docomo through Postfix", """\
This is the mail system at host mail.example.jp.

<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 Unknown user
    taro@example.com (in reply to end of DATA command)
""", {TARO: "unknown"}, stage="content", remote="mx.example.com"),
    Case("SoftBank", """\
Delivery failed to the following recipient.

<taro@example.com>:
550 Invalid recipient, no such user here: <taro@example.com>

""" + ORIGINAL, {TARO: "unknown"}),
    Case("BIGLOBE", """\
   ----- The following addresses had delivery problems -----
taro@example.com

   ----- Non-delivered information -----
The number of messages in recipient's mailbox exceeded the local limit.

""" + ORIGINAL, {TARO: "full"}),
    Case("Yahoo! JAPAN", """\
Sorry, we were unable to deliver your message to the following address.

<taro@example.com>:
Message expired for domain example.com. Remote host said: 454 4.7.1 <taro@example.com>: Sender address rejected [RCPT_TO]

--- Below this line is a copy of the message.

""" + ORIGINAL, {TARO: "sender"}, stage="recipient", second="expired"),
    Case("delivery errors in brackets", """\
The original message was received at Mon, 2 Nov 2026 10:00:00 +0900 (JST)
from hanako@example.jp

---The following addresses had delivery errors---

taro@example.com [User unknown]

""" + ORIGINAL, {TARO: "unknown"}),
    Case("a provider in Japanese", """\
メールを送信できませんでした。

下記の宛先へのメール送信に失敗しました。

宛先：taro@example.com
エラー内容：550 5.1.1 User unknown

以下は送信したメールです。

""" + ORIGINAL, {TARO: "unknown"}),
    Case("a help desk quotes the line", """\
お世話になっております。下記のメールが戻ってきました。

＜taro@example.com＞: host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown (in reply to RCPT TO command)

よろしくお願いいたします。
""", {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
]  # fmt: skip


test_read, test_mangled = read_and_mangled(CASES)
