"""When an input was written, read from mails, mboxes and logs."""

import pytest

from generator.piles.dates import written
from generator.piles.inputs import Input

DECEMBER = 1_796_083_200.0  # 1 December 2026
JANUARY = 1_800_000_000.0  # 15 January 2027


@pytest.mark.parametrize(
    ("content", "date"),
    [
        (b"Subject: x\nDate: Mon, 2 Nov 2026 10:00:00 +0900\n\n", "2026-11-02T10:00:00+09:00"),
        (b"DATE:Mon, 02 Nov 26 10:00 GMT\r\n\r\n", "2026-11-02T10:00:00+00:00"),
        (b"Subject: x\n\nDate: Mon, 2 Nov 2026 10:00:00 +0900\n", None),
        (b"Date: yesterday\n\n", None),
        (b"Date: Mon, 99 Nov 2026 10:00:00 +0900\n\n", None),
        (b"Date: \xff\xfe\n\n", None),
        (b"From a@example.jp Tue Nov  3 04:17:00 2026\nSubject: x\n\n", "2026-11-03T04:17:00"),
        (b"From a@example.jp  Tue Nov 24 04:17:00 JST 2026\n", "2026-11-24T04:17:00"),
        (b"550 5.1.1 User unknown", None),
        (b"", None),
    ],
)
def test_the_date_of_a_mail(content: bytes, date: str | None) -> None:
    assert written(Input("x", content)) == date


@pytest.mark.parametrize(
    ("line", "seen", "date"),
    [
        (b"Nov  3 04:17:00 mx postfix/smtp[1]: x", DECEMBER, "2026-11-03T04:17:00"),
        (b"Dec 31 23:59:59 mx postfix/smtp[1]: x", DECEMBER, "2025-12-31T23:59:59"),
        (b"Dec 31 23:59:59 mx postfix/smtp[1]: x", JANUARY, "2026-12-31T23:59:59"),
        (b"Feb 29 10:00:00 mx postfix/smtp[1]: x", DECEMBER, "2024-02-29T10:00:00"),
        (b"Nov 99 10:00:00 mx postfix/smtp[1]: x", DECEMBER, None),
        (b"2026-11-24T04:17:00.123456+09:00 mx postfix/smtp[1]: x", None, "2026-11-24T04:17:00+09:00"),
        (b"<22>1 2026-11-24T04:17:00Z mx postfix - x", None, "2026-11-24T04:17:00+00:00"),
        (b"2026-11-24 04:17:00 1abcDE-000001-XX ** x", None, "2026-11-24T04:17:00"),
        (b"2026-99-24 04:17:00 x", None, None),
        (b'{"type":"Bounce"}', DECEMBER, None),
    ],
)
def test_the_date_of_a_line(line: bytes, seen: float | None, date: str | None) -> None:
    assert written(Input("x", line, seen, of_log=True)) == date
