"""`make bench`: sizes and speeds to hold against the budgets, in one run on one machine. Never part of the tests.

    python -m tests.bench [--mails DIR]

Prints a table in Markdown, for the page on the architecture. Asserts nothing. CPU times are user and system time of
everything that takes part; times of pages are Chromium's own clock. Compare within one run only: "before" was measured
on another day, before the engine was rebuilt.
"""
