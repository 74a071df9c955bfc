"""docomo says "550 Unknown user" for an address that is not there and for a recipient's filter: the stage decides."""

from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine
from tests.catalogue.kb_folder import DATA, KbFolder

POSTFIX = """\
<example-taro@docomo.ne.jp>: host mfsmax.docomo.ne.jp[192.0.2.25] said: 550 Unknown user
    example-taro@docomo.ne.jp{stage}
"""
SENDMAIL = """\
   ----- Transcript of session follows -----
... while talking to mfsmax.docomo.ne.jp.:
>>> {command}
<<< 550 Unknown user example-taro@docomo.ne.jp
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(match_index(load_catalogue(DATA / "docomo").catalogue))


@pytest.mark.parametrize(
    ("text", "article", "reason"),
    [
        (POSTFIX.format(stage=" (in reply to RCPT TO command)"), "docomo-user-unknown", "user-unknown"),
        (POSTFIX.format(stage=" (in reply to end of DATA command)"), "docomo-recipient-filter", "policy-rejected"),
        (POSTFIX.format(stage=""), "docomo-unknown-user-unclear", "user-unknown"),
        (SENDMAIL.format(command="RCPT To:<example-taro@docomo.ne.jp>"), "docomo-user-unknown", "user-unknown"),
        (SENDMAIL.format(command="DATA"), "docomo-recipient-filter", "policy-rejected"),
        ("550 Unknown user example-taro@docomo.ne.jp", "docomo-unknown-user-unclear", "user-unknown"),
    ],
)
def test_the_stage_decides(engine: Engine, text: str, article: str, reason: str) -> None:
    (recipient,) = engine.match({"text": text})["recipients"]
    assert [(match["article"], match["reason"]) for match in recipient["matches"]] == [(article, reason)]
    assert recipient["provider"] == "docomo"


def test_another_system_with_the_same_words_is_not_docomo(engine: Engine) -> None:
    (recipient,) = engine.match({"text": "550 Unknown user taro@example.jp (in reply to RCPT TO command)"})[
        "recipients"
    ]
    assert recipient["matches"] == []


def test_the_catalogue_passes_every_check(tmp_path: Path) -> None:
    assert KbFolder(tmp_path, "docomo").problems() == []
