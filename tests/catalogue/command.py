"""The command `bouncekb` as tests run it: in this process, or as a program of its own."""

import os
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main
from tests.catalogue.kb_folder import DATA

GOOD = DATA / "good"
BOUNCE = """\
<hanako@example.com>: host mx1.acme-mail.com[192.0.2.25] said: 550 5.7.606
    Access denied, blocked address [203.0.113.7] (in reply to RCPT TO command)
"""
FULL = "552 5.2.2 <taro@example.jp>: mailbox is full\n"

PROGRAM = [sys.executable, "-c", "from generator.cli import main; main()"]
"""The command as a program of its own; `environment` goes with it."""


def run(*arguments: str | Path, kb: Path = GOOD, stdin: bytes = b"", lang: str = "ja_JP.UTF-8") -> Result:
    """The result of a command with a catalogue; an exception is a failure of the test."""
    command, *rest = map(str, arguments)
    environment = {"LC_ALL": lang, "BOUNCEKB_KB": None, "BOUNCEKB_OVERLAYS": None}
    result = CliRunner().invoke(main, [command, "--kb", str(kb), *rest], input=stdin, env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def environment(**more: str) -> dict[str, str]:
    """The environment of a program of its own, with the good catalogue."""
    return {**os.environ, "BOUNCEKB_KB": str(GOOD), **more}
