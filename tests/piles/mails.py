"""Mails and files for tests of piles."""

from pathlib import Path
from typing import Any

from tests.catalogue.command import run as run_command

SEPARATOR = "From MAILER-DAEMON Tue Nov 24 04:17:00 2026\n"


def mail(answer: str, date: str = "Mon, 2 Nov 2026 10:00:00 +0900") -> str:
    """A bounce with such an answer."""
    return (
        "From: Mail Delivery System <MAILER-DAEMON@mail.example.jp>\nTo: hanako@example.jp\n"
        f"Subject: Undelivered Mail Returned to Sender\nDate: {date}\n\n{answer}\n"
    )


LUNCH = "From: taro@example.jp\nSubject: Lunch\nDate: Tue, 3 Nov 2026 09:00:00 -0500\n\nAt noon?\n"


def mbox(*mails: str, end: str = "\n") -> bytes:
    """An mbox with these mails."""
    return "\n".join(SEPARATOR + one for one in mails).replace("\n", end).encode()


def full(who: str) -> str:
    """A server's answer about a mailbox that is full."""
    return f"<{who}>: host mx1.acme-mail.com[192.0.2.25] said: 552 5.2.2 mailbox is full"


def written(folder: Path, **contents: str | bytes) -> None:
    """Write files; `a__b` is the file b in the folder a."""
    for name, content in contents.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def lines(text: str) -> list[dict[str, Any]]:
    """Lines of JSON."""
    import json

    return [json.loads(line) for line in text.splitlines()]


def matched(*arguments: str | Path, stdin: bytes = b"", kb: Path | None = None) -> list[dict[str, Any]]:
    """What `match --json` prints, which must succeed."""
    given = {"stdin": stdin, **({"kb": kb} if kb else {})}
    done = run_command("match", "--json", *arguments, **given)  # type: ignore[arg-type]
    assert done.exit_code == 0, done.stderr
    return lines(done.stdout)
