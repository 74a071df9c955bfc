"""Reports that the browser tests give to the site, with invented names and documentation addresses."""

SENTENCE = "banned sending IP [203.0.113.7]"

QMAIL = f"""\
Hi. This is the qmail-send program at mail.example.jp.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<hanako@example.com>:
198.51.100.25 does not like recipient.
Remote host said: 550 5.7.606 Access denied, {SENTENCE}. To request removal from this list please visit \
https://sender.office.com/ and follow the directions. For more information please go to \
http://go.microsoft.com/fwlink/?LinkID=526655 (AS16012609) [TY1JPN01FT004.eop-JPN01.prod.protection.outlook.com]
Giving up on 198.51.100.25.
"""

UNKNOWN = """\
This is the mail system at host mx.example.jp.

<hanako@example.com>: host mail.example.com[198.51.100.30] said: 550 5.7.1
    Zork quux refuses your frobnication (in reply to MAIL FROM command)
"""

SEVERAL = """\
This is the mail system at host mx.example.jp.

<taro@example.com>: host mx.example.com[192.0.2.1] said: 552 5.2.2 mailbox full
    (in reply to RCPT TO command)

<jiro@example.com>: host mx.example.com[192.0.2.1] said: 552 5.2.2 mailbox full
    (in reply to RCPT TO command)

<hanako@example.net>: host mx.example.net[192.0.2.2] said: 550 5.1.1 user unknown
    (in reply to RCPT TO command)
"""

AUTO_REPLY = """\
From: Taro <taro@example.jp>
Subject: Automatic reply: hello
Auto-Submitted: auto-replied

I am away until Monday.
"""

DELAY = """\
This is the mail system at host mx.example.jp.

####################################################################
# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #
####################################################################

Your message could not be delivered for more than 4 hour(s).
It will be retried until it is 5 day(s) old.

<taro@example.com>: host mx.example.com[192.0.2.1] said: 452 4.2.2 mailbox full
    (in reply to RCPT TO command)
"""

# The date of the message and the days that the server keeps trying, as a reader needs them for the calendar.
DELAY_WITH_DATE = """\
The original message was received at Tue, 24 Nov 2026 09:12:44 +0900
from localhost [127.0.0.1]

   ----- Transcript of session follows -----
... while talking to mx.partner.example.com.:
<<< 451 4.7.1 Try again later
<ohashi@partner.example.com>... Deferred: 451 4.7.1 Try again later
Warning: message still undelivered after 4 hours
Will keep trying until message is 5 days old
"""

FOUR = """\
This is the mail system at host mail.example.jp.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<sakura.mori@example.com>: host mx.example.com[198.51.100.1] said: 550 5.1.1
    User unknown (in reply to RCPT TO command)
<tanaka@shop.example.com>: host mx.shop.example.com[198.51.100.2] said: 550
    5.1.1 User unknown (in reply to RCPT TO command)
<info@cafe.example.net>: host mx.cafe.example.net[198.51.100.3] said: 552 5.2.2
    Mailbox full (in reply to RCPT TO command)
<yuki.ito@example.org>: host mx.example.org[198.51.100.4] said: 552 5.3.4
    Message size exceeds fixed limit (in reply to end of DATA command)
"""

FRAUD = """\
件名: 【要対応】7通の受信メールが保留されています
お客様宛の受信メール7通が保留されています。24時間以内に手続きされない場合、削除されます。
▶ 保留メールを受信する
https://webmail.example.net/release?u=hanako@example.jp
"""

QUESTION = """\
Gmailに送ったメールが戻ってきます。どうしてでしょうか。
どうすればよいか、教えてください。
"""

REFUSED = "<taro@example.com>: host mx.example.com[192.0.2.25] said: 552 Sorry, this mailbox seems quite full\n"


def mail(body: str, charset: str) -> bytes:
    """A bounce as a file: a mail of one text part in this charset."""
    head = (
        "From: MAILER-DAEMON@mail.example.jp\r\n"
        "To: taro@example.jp\r\n"
        "Subject: failure notice\r\n"
        "MIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset={charset}\r\n"
        "\r\n"
    )
    return head.encode("ascii") + body.replace("\n", "\r\n").encode(charset)
