"""Texts that are no bounce of the reader's own mail: what they are called, and that none of them gets an article.

The texts in data/ were written by somebody who knew neither the signals nor the patterns, and then learnt from.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.hosts.quickjs import Engine
from tests.engine.helpers import article, engine, said

DATA = Path(__file__).parent / "data"
NO_BOUNCES: list[dict[str, str]] = yaml.safe_load((DATA / "no_bounce.yaml").read_text("utf-8"))
BOUNCES: list[dict[str, str]] = yaml.safe_load((DATA / "look_alike_bounces.yaml").read_text("utf-8"))
# A program's manual that quotes a whole bounce.
STILL_ANSWERED = {"manual page of an mta"}


def names(texts: list[dict[str, str]]) -> list[str]:
    return [one["name"] for one in texts]


@pytest.mark.parametrize("one", NO_BOUNCES, ids=names(NO_BOUNCES))
def test_what_is_no_bounce_gets_no_article(whole: Engine, one: dict[str, str]) -> None:
    if one["name"] in STILL_ANSWERED:
        pytest.skip("known: it looks like a bounce")
    assert not any(said(whole.match({"text": one["text"]})))


@pytest.mark.parametrize("one", BOUNCES, ids=names(BOUNCES))
def test_a_bounce_that_shares_words_with_frauds_is_none(whole: Engine, one: dict[str, str]) -> None:
    assert whole.match({"text": one["text"]})["kind"] not in {"suspicious", "notice", "question", "errors-in-text"}


def test_kinds_are_told_apart(whole: Engine) -> None:
    right: Counter[str] = Counter()
    for one in NO_BOUNCES:
        right[one["kind"]] += whole.match({"text": one["text"]})["kind"] == one["kind"]
    of = Counter(one["kind"] for one in NO_BOUNCES)
    assert right["suspicious"] == of["suspicious"]
    assert right["question"] == of["question"]
    assert sum(right.values()) >= 0.9 * len(NO_BOUNCES), {kind: (right[kind], of[kind]) for kind in of}


FRAUD = """\
From: Mail Delivery Subsystem <mailer-daemon@example.net>
Subject: Undelivered messages

{n} incoming messages for hanako@example.jp are held on the server because your mailbox is full.
{demand} within 24 hours, or they will be deleted:
https://mail.example.net/release?u=hanako@example.jp
{quoted}
"""


@pytest.mark.parametrize(
    "demand", ["Click here to release them", "Log in and verify your account", "Confirm your mailbox"]
)
@pytest.mark.parametrize("quoted", ["", "Diagnostic-Code: smtp; 552 5.2.2 Mailbox full", "550 5.1.1 User unknown"])
def test_a_fraud_that_quotes_a_server_is_still_one(whole: Engine, demand: str, quoted: str) -> None:
    result = whole.match({"text": FRAUD.format(n=7, demand=demand, quoted=quoted)})
    assert (result["kind"], said(result)) == ("suspicious", [None])


@pytest.mark.parametrize("label", ["From", "差出人", "Von", "보낸 사람"])
def test_a_fraud_is_told_with_the_domain_it_claims_in_whichever_language_it_was_copied(
    whole: Engine, label: str
) -> None:
    fraud = FRAUD.format(n=7, demand="Click here to release them", quoted="").replace("From", label)
    assert whole.match({"text": fraud})["claimed_domain"] == "example.net"
    unsigned = fraud.split("\n", 1)[1]
    assert whole.match({"text": unsigned})["claimed_domain"] is None
    assert (
        whole.match({"text": f"{label}: <mailer-daemon@example.net>\n\n550 5.1.1 User unknown\n"})["claimed_domain"]
        is None
    )


def test_what_a_fraud_wants_makes_it_one(whole: Engine) -> None:
    plain = "Mail to hanako@example.jp came back: 552 5.2.2 the mailbox of the recipient is full.\n"
    assert whole.match({"text": plain})["kind"] == "bounce"
    wanted = "Dear hanako@example.jp, click here to release your messages: https://x.example.net/?u=hanako@example.jp\n"
    assert whole.match({"text": wanted + plain})["kind"] == "suspicious"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("取引先に送ったメールが戻ってきました。どうすればいいですか?", "question"),
        ("「550 5.1.1 User unknown」と書いてあります。どうすればいいですか?", "bounce"),
        ("Why does my mail to a customer come back? I don't have the message any more.", "question"),
    ],
)
def test_a_question_is_one_unless_it_quotes_the_answer(whole: Engine, text: str, kind: str) -> None:
    assert whole.match({"text": text})["kind"] == kind


def test_one_delayed_recipient_makes_no_delay_of_two_final_ones(whole: Engine) -> None:
    line = "Nov 24 10:00:00 mx postfix/smtp[1]: A{n}: to=<{who}@example.com>, relay=mx.example.com[192.0.2.25]:25, {what}\n"
    final = "dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown)"
    waits = "dsn=4.2.2, status=deferred (host mx.example.com[192.0.2.25] said: 452 4.2.2 Mailbox full)"
    rows = [("taro", final), ("hanako", waits), ("jiro", final)]
    result = whole.match({"text": "".join(line.format(n=n, who=who, what=what) for n, (who, what) in enumerate(rows))})
    kinds: dict[Any, str] = {one["recipient"]: one["kind"] for one in result["recipients"]}
    assert result["kind"] == "bounce"
    assert kinds == {"taro@example.com": "bounce", "hanako@example.com": "delay", "jiro@example.com": "bounce"}


NOTICE = """\
Good morning. We are sorry that your letter to our customer could not be delivered on Tuesday. We tried for a while, and
had to stop, since {cause}. Nothing else has happened to it.
"""


@pytest.mark.parametrize(
    ("cause", "article"),
    [
        ("there is no space left in the mailbox", "general-mailbox-full"),
        ("nobody has an account by that name: the addressee does not exist", "general-user-unknown"),
        ("the van had a flat tyre", None),
    ],
)
def test_a_notice_in_prose_is_answered_if_it_says_why(whole: Engine, cause: str, article: str | None) -> None:
    text = NOTICE.format(cause=cause)
    result = whole.match({"text": text})
    assert (said(result), result["kind"]) == ([article], "bounce")
    mail = f"From: Hanako <hanako@example.jp>\nTo: taro@example.jp\nSubject: Tuesday\n\n{text}"
    assert said(whole.match({"text": mail})) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The museum is closed and full of people.",
        "My cup is full",
        "The account of the trip is closed.",
        "予約はいっぱいです。",
        "この商品は現在ご利用できません。",
    ],
)
def test_an_ordinary_sentence_is_no_bounce(whole: Engine, text: str) -> None:
    assert said(whole.match({"text": text})) == [None]


def test_patterns_whose_conditions_do_not_hold_make_no_list_of_errors() -> None:
    sentences = ["the blue door is shut", "the green door is shut", "the grey door is shut"]
    listed = [
        article(f"a{place}", [{"text": said, "when": {"status": "5.9.9"}}]) for place, said in enumerate(sentences)
    ]
    text = (
        "550 5.7.1 " + ", and ".join(sentences) + ". " + "We are sorry for it, and will look after all doors soon. " * 4
    )
    assert engine(*listed).match({"text": text})["kind"] == "bounce"
    plain = [article(f"a{place}", [said]) for place, said in enumerate(sentences)]
    assert engine(*plain).match({"text": text})["kind"] == "errors-in-text"


@pytest.mark.parametrize(
    ("text", "article"),
    [
        # Details below the first sentence are no header lines of a letter.
        (
            "送信元ドメインの認証（SPF）に失敗したため、メールを受け取れませんでした。\n差出人：info@example.jp\n接続元：203.0.113.9",
            "general-spf-failed",
        ),
        # What happened stands above the address, what may be done below it.
        (
            "このアドレスは休止しているため、お届けできませんでした。\n宛先: sato@example.jp\n再開には、ご本人のログインが必要です。",
            "general-mailbox-disabled",
        ),
        # A subject in brackets ends there.
        (
            "このメール（件名：ご案内）は、広告メールの特徴が多いため、スパムとして遮断されました。",
            "general-spam-content",
        ),
        # The recipient's mailbox, not the reader's own.
        (
            "受信者のメールボックスの容量が足りず、お預かりできませんでした。\n\n受信者：sato@example.jp\n"
            "使用量：512MB／512MB\n\n受信者の方が不要なメールを削除されたあとに、もう一度お送りください。",
            "general-mailbox-full",
        ),
        # A way to name the recipient that a reporter shares with others makes no report.
        (
            "不正中継防止のため、外部から外部へのメールはお預かりできません。\nMAIL FROM: a@example.com RCPT TO: b@example.jp",
            "general-relay-denied",
        ),
        # A host's name may stand in brackets amid the words.
        (
            "送信サーバー (smtp.example.jp) に接続できませんでした。サーバー名を確認してください。",
            "general-connection-refused",
        ),
    ],
)
def test_a_notice_of_a_company_is_read_by_its_sentences(whole: Engine, text: str, article: str) -> None:
    assert said(whole.match({"text": text})) == [article]


@pytest.mark.parametrize(
    "text",
    [
        "お荷物をお届けにあがりましたが、宛先不明のため持ち帰りました。",
        "Your parcel came back: address unknown. The courier will try again.",
        "haha my dad's inbox is full again, he missed the birthday mail",
        "Sorry, your mail had gone to my spam folder. Noon works for me.",
        "お客様のメールボックスの容量が上限に達したため、新しいメールを受け取れません。"
        "使用量：512MB／512MB。不要なメールを削除すると、ふたたびご利用になれます。容量を増やすプランのご案内は、会員ページの「ご契約の内容」にあります。今後とも当社のメールサービスをよろしくお願いいたします。",
    ],
)
def test_parcels_friends_and_the_own_mailbox_are_no_bounce(whole: Engine, text: str) -> None:
    assert said(whole.match({"text": text})) == [None]
