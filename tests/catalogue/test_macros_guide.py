"""What the guide for support desks says of `bouncekb macros` is so: its commands run, and send each reply whole."""

import json
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from generator.commands.macros import macros
from generator.macros import FORMATS
from tests.catalogue.command import run
from tests.conftest import PROJECT

GUIDES = [PROJECT / folder / "guide/support.md" for folder in ("docs", "docs/en")]
FENCED = re.compile(r"^```\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SITE = "https://help.example.com/"
WANTED = {
    "zendesk": "https://desk.zendesk.com/api/v2/macros",
    "freshdesk": "https://desk.freshdesk.com/api/v2/canned_responses",
    "helpscout": "https://api.helpscout.net/v2/mailboxes/7/saved-replies",
}
KNOWN = {"MAIL": "admin@example.com", "TOKEN": "t", "KEY": "k", "NAME": "desk", "INBOX": "7"}
CURL = """\
#!/bin/sh
for word; do printf '%s\\0' "$word"; done >> "$SENT"
printf '\\n\\0' >> "$SENT"
exit "${REFUSES:-0}"
"""


def section(guide: Path) -> str:
    text = guide.read_text(encoding="utf-8")
    return text[text.index("{#macros}") : text.index("{#words}")]


def loop(guide: Path, form: str) -> str:
    text = section(guide)
    found: list[str] = FENCED.findall(text[text.index(f"{{#{form}}}") :])
    return next(block for block in found if block.startswith("while"))


def sent(tmp_path: Path, commands: str, **more: str) -> tuple[list[list[str]], int]:
    """What the commands would send, a list of words each, with a curl that keeps them and a sleep that doesn't wait."""
    programs, kept = tmp_path / "programs", tmp_path / "sent"
    programs.mkdir(exist_ok=True)
    kept.write_bytes(b"")
    for name, script in (("curl", CURL), ("sleep", "#!/bin/sh\n")):
        (programs / name).write_text(script)
        (programs / name).chmod(0o755)
    environment = {**KNOWN, **more, "SENT": str(kept), "PATH": f"{programs}:{os.environ['PATH']}"}
    done = subprocess.run(["sh", "-c", commands], cwd=tmp_path, env=environment, capture_output=True, text=True)
    calls = kept.read_text(encoding="utf-8").split("\0\n\0")
    return [call.split("\0") for call in calls if call], done.returncode


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("form", WANTED)
def test_the_loop_sends_each_reply_whole(tmp_path: Path, guide: Path, form: str) -> None:
    file = tmp_path / "replies.jsonl"
    assert run("macros", "--format", form, "--site-url", SITE, "--out", file).exit_code == 0
    lines = file.read_text(encoding="utf-8").splitlines()
    calls, status = sent(tmp_path, loop(guide, form))
    assert status == 0
    assert [call[call.index("--data-raw") + 1] for call in calls] == lines
    assert {call[-1] for call in calls} == {WANTED[form]}
    refused, _ = sent(tmp_path, loop(guide, form), REFUSES="22")
    assert len(refused) == 1


@pytest.mark.parametrize("guide", GUIDES)
def test_the_commands_work(tmp_path: Path, guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    commands = [shlex.split(block) for block in FENCED.findall(section(guide)) if block.startswith("bouncekb ")]
    assert len(commands) == 2
    for _, *words in commands:
        assert run(*words).exit_code == 0
        first = json.loads((tmp_path / "replies.jsonl").read_text(encoding="utf-8").splitlines()[0])
        assert "https://bounce.example.org/" in json.dumps(first)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_format_and_option_is_explained(guide: Path) -> None:
    text = section(guide)
    assert [form for form in FORMATS if f"{{#{form}}}" not in text] == []
    ours = {name for option in macros.params for name in option.opts} - {"--kb", "--overlay"}
    assert set(re.findall(r"^\| `(--[\w-]+)` \|", text, re.MULTILINE)) == ours
