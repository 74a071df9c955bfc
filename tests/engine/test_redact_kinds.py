"""Redaction, kind by kind, in English and Japanese: what is written so is hidden, and no more than that."""

from __future__ import annotations

import pytest

from tests.engine.redaction import redacted

KNOWN = ["big.example"]

ADDRESSES = [
    ("taro@example.jp", "[recipient-1]"),
    ("<taro@example.jp>: user unknown", "<[recipient-1]>: user unknown"),
    ("次の受信者：taro@example.jp（不明）", "次の受信者：[recipient-1]（不明）"),
    ("宛先taro@example.jpは存在しません。", "宛先[recipient-1]は存在しません。"),
    ("「taro@example.jp」に配信できませんでした。", "「[recipient-1]」に配信できませんでした。"),
    # other widths, and characters that can't be seen
    ("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "[recipient-1]"),
    ("taro＠example。jp taro﹫example.jp", "[recipient-1]"),
    ("ta\u00adro@exam\u200bple.jp, \u202ataro@example.jp\u202c", "[recipient-1], \u202a[recipient-1]\u202c"),
    # other local parts and domains
    ('"taro suzuki"@example.jp', "[recipient-1]"),
    ('taro."suzuki x"@example.jp', "[recipient-1]"),
    ("o'brien@example.jp first/last@example.jp a{b}|c@example.jp", "[recipient-1] [recipient-2] [recipient-3]"),
    ("山田taro@example.jp 太郎@例え.jp müller@example.de", "[recipient-1] [recipient-2] [recipient-3]"),
    ("taro@xn--r8jz45g.jp taro@localhost root@hongo", "[recipient-1] [recipient-2] [recipient-3]"),
    ("taro@[203.0.113.7] taro@[IPv6:2001:db8::1]", "[recipient-1] [recipient-2]"),
    ("taro@… jiro@*****.jp", "[recipient-1]… [recipient-2]*****.jp"),
    # rewritten for the way back
    ("SRS0=HHH=TT=example.jp=taro@fwd.example", "[recipient-1]"),
    ("SRS1=HHH=fwd.example==HHH=TT=example.jp=taro@x.example", "[recipient-1]"),
    ("bounces+123-taro=example.jp@list.example taro=example.jp@list.example", "[recipient-1] [recipient-2]"),
    ("prvs=1234567890=taro@example.jp", "[recipient-1]"),
    ("taro%example.jp@relay.example example.jp!taro@relay.example", "[recipient-1] [recipient-2]"),
    ("RCPT TO:<@a.example,@b.example:taro@example.jp>", "RCPT TO:<@[host-1],@[host-2]:[recipient-1]>"),
    ("IMCEAEX-_o=CORP_ou=Sales+20East_cn=taro@example.jp", "[recipient-1]"),
    ("IMCEAEX-_o=CORP_cn=taro IMCEASMTP-taro+40example+2Ejp", "[recipient-1] [recipient-2]"),
    # encoded
    ("?u=taro%40example.jp taro%2540example.jp taro%EF%BC%A0example.jp", "?u=[recipient-1]"),
    ("taro&#64;example.jp taro&#x40;example.jp taro&commat;example&period;jp", "[recipient-1]"),
    ("taro&amp;#64;example.jp", "[recipient-1]"),
    ("taro=40example.jp, ta=\nro@example.jp, taro@exam=\r\nple.jp", "[recipient-1], [recipient-1], [recipient-1]"),
    (r"\u0074aro\u0040example.jp taro\x40example.jp taro\x{40}example.jp", "[recipient-1]"),
    ("rfc822;taro+40example.jp, taro+AEA-example.jp", "rfc822;[recipient-1], [recipient-1]"),
    ("X-Mid: dGFyb0BleGFtcGxlLmpw", "X-Mid: [recipient-1]"),
    ("taro [at] example [dot] jp, taro(at)example.jp", "[recipient-1], [recipient-1]"),
    ("taro @ example.jp, taro@\nexample.jp, <taro\n @example.jp>", "[recipient-1], [recipient-1], <[recipient-1]>"),
    ("<very.long@\r\n  example.jp>", "<[recipient-1]>"),
    # in logs, lists and pages
    ("to=<taro@example.jp>, orig_to=<taro@example.jp>", "to=<[recipient-1]>, orig_to=<[recipient-1]>"),
    ("smtp.mailfrom=taro@example.jp; header.from=example.jp", "smtp.mailfrom=[recipient-1]; header.from=[host-1]"),
    ("a@example.jp,b@example.jp;c@example.jp|d@example.jp", "[recipient-1],[recipient-2];[recipient-3]|[recipient-4]"),
    ('{"to":"taro@example.jp"} \'taro@example.jp\'', '{"to":"[recipient-1]"} \'[recipient-1]\''),
    (
        "mailto:taro@example.jp?subject=%E8%A6%8B&cc=b@example.jp",
        "mailto:[recipient-1]?subject=[id-1]&cc=[recipient-2]",
    ),
    ("X400:c=jp;a= ;p=corp;s=Suzuki;g=Taro;", "X400:[recipient-1];"),
    ("/o=Corp/ou=First Group (ABC)/cn=Recipients/cn=taro not found", "/[recipient-1] not found"),
    ("CN=Taro Suzuki,OU=Sales,DC=corp is disabled", "[recipient-1] is disabled"),
    ("Taro Suzuki/Tokyo/Corp@CORP", "[recipient-1]"),
]

MACHINES = [
    ("host mx.example.jp[203.0.113.7]:25 said", "host [host-1][[ip-1]]:25 said"),
    ("MX.EXAMPLE.JP, Mx.Example.Jp, mx．example．jp.", "[host-1], [host-1], [host-1]."),
    ("接続先はmx.example.jpです。example.jpとexample.com", "接続先は[host-1]です。[host-2]と[host-3]"),
    ("例え.jp, xn--r8jz45g.jp, srv_1.corp.local, corp.photography", "[host-1], [host-2], [host-3], [host-4]"),
    ("all of @example.jp, *.example.jp, .example.jp", "all of @[host-1], *.[host-1], .[host-1]"),
    ("mx[.]example[.]jp mx%2Eexample%2Ejp mx&#46;example&#46;jp", "[host-1]"),
    ("unknown to mx.example.jp.Please ask", "unknown to [host-1].Please ask"),
    ("https://taro:secret@example.jp:8443/x", "https://[recipient-1]/x"),
    ("see https://example.jp/u/taro?token=0a1b#x", "see https://[host-1]/u/[name-1]?token=[id-1]#x"),
    ("https://example.jp/off/AbCd0123456789abcdef", "https://[host-1]/off/[id-1]"),
    ("https://big.example/query/ip/203.0.113.7?d=example.jp", "https://big.example/query/ip/[ip-1]?d=[host-1]"),
    (
        "Reporting-MTA: dns; hongo\nGenerating server: EXCH1",
        "Reporting-MTA: dns; [host-1]\nGenerating server: [host-2]",
    ),
    ("EHLO desktop-ab12\nhelo=<desktop-ab12>", "EHLO [host-1]\nhelo=<[host-1]>"),
    ("Received: from desktop-ab12 by hongo with SMTP", "Received: from [host-1] by [host-2] with SMTP"),
    ("Nov 27 10:00:00 hongo postfix/smtp[1]: 4AB: x", "Nov 27 10:00:00 [host-1] postfix/smtp[1]: 4AB: x"),
    # Names without a dot, where a form tells that they are machines.
    ("host exch01[192.0.2.1] said: 550 no", "host [host-1][[ip-1]] said: 550 no"),
    ("(host hongo said: 550 5.1.1 no)", "(host [host-1] said: 550 5.1.1 no)"),
    ("Remote Server at exch01 (192.0.2.1) returned '550'", "Remote Server at [host-1] ([ip-1]) returned '550'"),
    ("Remote Server at hongo (192.0.2.1)", "Remote Server at [host-1] ([ip-1])"),
    ("relay host hongo refused; from exch01 by mailsv2", "relay host [host-1] refused; from [host-2] by [host-3]"),
    ("connect to hongo[192.0.2.1]:25: timed out", "connect to [host-1][[ip-1]]:25: timed out"),
    ("lost connection with hongo[192.0.2.1] while", "lost connection with [host-1][[ip-1]] while"),
    (
        "H=hongo [192.0.2.1]: error; host hongo [192.0.2.1]: no",
        "H=[host-1] [[ip-1]]: error; host [host-1] [[ip-1]]: no",
    ),
    ("... while talking to hongo.:\nexch-a #550 5.1.1 no", "... while talking to [host-1].:\n[host-2] #550 5.1.1 no"),
    ("could not connect to server hongo1", "could not connect to server [host-1]"),
    (
        "unknown[192.0.2.1], remote host said: 550, host unknown (no)",
        "unknown[[ip-1]], remote host said: 550, host unknown (no)",
    ),
    ("the host of big.example said so; from users by mail", "the host of big.example said so; from users by mail"),
    ("MAILER-DAEMON@mx.example.jp postmaster@big.example", "MAILER-DAEMON@[host-1] postmaster@big.example"),
]

IPS = [
    ("[203.0.113.7] 203.0.113.7, ...203.0.113.7...", "[[ip-1]] [ip-1], ...[ip-1]..."),
    ("２０３．０．１１３．７ 203[.]0[.]113[.]7", "[ip-1]"),
    ("IPアドレス203.0.113.7からの接続", "IPアドレス[ip-1]からの接続"),
    ("203.0.113.0/24 http://203.0.113.7/x", "[ip-1]/24 http://[ip-2]/x"),
    ("7.113.0.203.zen.big.example", "[ip-1].zen.big.example"),
    ("[IPv6:2001:db8::25] [2001:db8::25]:25", "[IPv6:[ip-1]] [[ip-1]]:25"),
    ("2001:0db8:0:0:0:0:0:25 2001:db8::/32", "[ip-1] [ip-2]/32"),
    ("::ffff:203.0.113.7 64:ff9b::203.0.113.7 fe80::1%eth0 ::1", "[ip-1] [ip-2] [ip-3] [ip-4]"),
    ("2001:db8:1:2:3:4:5:6:25 code:2001:db8::1", "[ip-1]:25 code:[ip-2]"),
    ("2001:db8::25から、2001%3Adb8%3A%3A25", "[ip-1]から、[ip-1]"),
    ("ip-203-0-113-7 and 12:34:56, Cache::Find", "ip-[ip-1] and 12:34:56, Cache::Find"),
]

PEOPLE = [
    ("From: Taro Suzuki <taro@example.jp>", "From: [name-1] <[sender-1]>"),
    ("Cc: A <a@example.jp>, Hanako Satonaka <b@example.jp>", "Cc: A <[recipient-1]>, [name-1] <[recipient-2]>"),
    (
        "To: A <a@x.jp>,\r\n\tHanako Satonaka <b@x.jp>,\r\n Jiro",
        "To: A <[recipient-1]>,\r\n\t[name-1] <[recipient-2]>,\r\n [name-2]",
    ),
    ('Cc: "Suzuki, Taro" <a@x.jp>; 佐藤 花子', 'Cc: "[name-1]" <[recipient-1]>; [name-2]'),
    ("差出人: 鈴木 太郎 <taro@x.jp>\n宛先：佐藤花子様", "差出人: [name-1] <[sender-1]>\n宛先：[name-2]"),
    ("■差出人：鈴木太郎\n【宛先】佐藤花子\n返信先\t高橋", "■差出人：[name-1]\n【宛先】[name-2]\n返信先\t[name-3]"),
    ("差出人\n鈴木太郎\n\nFrom:\nTaro Suzuki\n550 5.1.1 no", "差出人\n[name-1]\n\nFrom:\n[name-2]\n550 5.1.1 no"),
    ("> **From:** Taro Suzuki\n| To: Jiro", "> **From:** [name-1]\n| To: [name-2]"),
    (
        "From: A <a@x.jp> To: Taro Suzuki <b@x.jp> Subject: x y",
        "From: A <[sender-1]> To: [name-1] <[recipient-1]> Subject: [subject-1]",
    ),
    ("Von: Karl Meier\nAn: Eva Kurz\nBetreff: Angebot", "Von: [name-1]\nAn: [name-2]\nBetreff: [subject-1]"),
    ("De: Jean Petit\nÀ: Luc Roy\nObjet: Devis", "De: [name-1]\nÀ: [name-2]\nObjet: [subject-1]"),
    (
        "Para: Ana Ruiz\nDa: Mario Bruni\nOd: Jan Nowak\nKomu: Ewa",
        "Para: [name-1]\nDa: [name-2]\nOd: [name-3]\nKomu: [name-4]",
    ),
    ("От: Иван Петров\nКому: Анна\nТема: Отчёт", "От: [name-1]\nКому: [name-2]\nТема: [subject-1]"),
    ("发件人: 王小明\n收件人：李雷\n主题: 报价单", "发件人: [name-1]\n收件人：[name-2]\n主题: [subject-1]"),
    (
        "보낸 사람: 김철수\n받는 사람: 이영희\n제목: 견적서",
        "보낸 사람: [name-1]\n받는 사람: [name-2]\n제목: [subject-1]",
    ),
    ("Your message to Taro Suzuki <t@x.jp> failed", "Your message to [name-1] <[recipient-1]> failed"),
    ("Taro Yamada (taro@x.jp)<mailto:taro@x.jp>", "[name-1] ([recipient-1])<mailto:[recipient-1]>"),
    ("t@x.jp (Taro Suzuki), u@x.jp (user unknown)", "[recipient-1] ([name-1]), [recipient-2] (user unknown)"),
    ('<a href="mailto:t@x.jp">Taro Suzuki</a>', '<a href="mailto:[recipient-1]">[name-1]</a>'),
    ("Dr. Taro von Suzuki <t@x.jp>, Mailbox Full <u@x.jp>", "[name-1] <[recipient-1]>, Mailbox Full <[recipient-2]>"),
    (
        "メールを鈴木太郎 <t@x.jp> に、佐藤花子様（u@x.jp）",
        "メールを[name-1] <[recipient-1]> に、[name-2]（[recipient-2]）",
    ),
    ("=?UTF-8?B?6Yi05pyo?= <t@x.jp>\nTo: =?UTF-8?Q?Taro?=", "[name-1] <[recipient-1]>\nTo: [name-2]"),
    (
        "Final-Recipient: rfc822; taro\nX-Failed-Recipients: jiro",
        "Final-Recipient: rfc822; [name-1]\nX-Failed-Recipients: [name-2]",
    ),
    (
        "user=taro RCPT TO:<jiro> <saburo>... User unknown",
        "user=[name-1] RCPT TO:<[name-2]> <[name-3]>... User unknown",
    ),
    (
        'unknown user: "taro"\nNo such user: jiro\nfor user saburo',
        'unknown user: "[name-1]"\nNo such user: [name-2]\nfor user [name-3]',
    ),
    ("ユーザー「taro」は存在しません", "ユーザー「[name-1]」は存在しません"),
    ("/home/taro/Maildir /var/mail/jiro: full", "/home/[name-1]/Maildir /var/mail/[name-2]: full"),
    (r"C:\Users\taro\mail CORP\jiro ~saburo/.forward", r"C:\Users\[name-1]\mail [name-2] ~[name-3]/.forward"),
    ("From taro Fri Nov 27 10:00:00 2026", "From [name-1] Fri Nov 27 10:00:00 2026"),
    ("TEL 03-1234-5678, 電話：090-1234-5678, +81 3 1234 5679", "TEL [phone-1], 電話：[phone-2], [phone-3]"),
]

REST = [
    ("Subject: 見積書の件\n件名：Re: 見積書の件", "Subject: [subject-1]\n件名：[subject-1]"),
    (
        "Subject: Undeliverable: spring sale\n件名: 配信不能: 見積",
        "Subject: Undeliverable: [subject-1]\n件名: 配信不能: [subject-2]",
    ),
    ("Subject: Returned mail: User t@x.jp unknown", "Subject: Returned mail: User [recipient-1] unknown"),
    ("件名「見積書の件」のメールは", "件名「[subject-1]」のメールは"),
    ("Message-ID: <abc.123@mx.example.jp>", "Message-ID: <[recipient-1]>"),
    (
        "References: <a@x.jp>\n <b@x.jp>\nX-MS-Foo-Id: abc def\n ghi",
        "References: <[recipient-1]>\n <[recipient-2]>\nX-MS-Foo-Id: [id-1]",
    ),
    ("DKIM-Signature: v=1; a=rsa;\n\tb=abcdef\nDate: x", "DKIM-Signature: [id-1]\nDate: x"),
    ("queued as 4F2A1B0C1D2, with ESMTP id 1abC-0003uv-0n", "queued as [id-1], with ESMTP id [id-2]"),
    ("8443b29e-fb41-411c-3411-08d5c2187ac0", "[id-1]"),
    ("AUTH PLAIN AHRhcm8Ac2VjcmV0", "AUTH PLAIN [id-1]"),
]


# Neighbours that are the same are written once.
@pytest.mark.parametrize(("text", "wanted"), ADDRESSES + MACHINES + IPS + PEOPLE + REST)
def test_hidden_and_no_more(text: str, wanted: str) -> None:
    once = redacted(text, known=KNOWN)
    assert once == wanted
    assert redacted(once, known=KNOWN) == once
