"""Finds a Chromium and a Japanese font for the browser tests, and installs them where it may; in CI also a web server.

    python tests/browser/install.py

Order for the browser: $CHROMIUM, an installed one (Chromium without its window first: the same pages for half the work),
Playwright's own if it is there, else `apt-get` when root. Where nothing helps it says what to do, and fails only if CI is set: on a desk the browser tests are then skipped,
loudly. May import the standard library and Playwright; never downloads anything but Debian packages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

WINDOWLESS = "chromium-headless-shell"
NAMES = (
    WINDOWLESS,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
MEND = "Install Chromium or Chrome, run `.venv/bin/playwright install chromium`, or set CHROMIUM to the path of one."


class BrowserError(Exception):
    """$CHROMIUM names something that is no program."""


def find_chromium() -> str | None:
    """Path of a Chromium to test with, or None. Raises BrowserError if $CHROMIUM is set and wrong."""
    wanted = os.environ.get("CHROMIUM")
    if wanted:
        found = shutil.which(wanted)
        if not found:
            raise BrowserError(f"CHROMIUM={wanted} is not a program that can be run. Correct it, or unset it.")
        return found
    for name in (*NAMES, *PLACES):
        found = shutil.which(name)
        if found:
            return found
    return _playwrights_own()


def has_japanese_font() -> bool:
    """Whether pages in Japanese are drawn with letters rather than boxes. Only Linux has to be asked."""
    if not sys.platform.startswith("linux"):
        return True
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def main() -> int:
    """Install what is missing; the exit code for `make`."""
    try:
        missing = _missing()
        if (missing or _servers()) and _can_install():
            print(f"Installing {' '.join([*missing, *_servers()])} for the tests.", flush=True)
            _install([*missing, *_servers()])
            missing = _missing()
    except (BrowserError, subprocess.CalledProcessError) as problem:
        print(f"The browser tests cannot run: {problem}", file=sys.stderr)
        return 1
    if not missing:
        return 0
    print(f"Missing for the browser tests: {', '.join(missing)}. {MEND}", file=sys.stderr)
    if os.environ.get("CI"):
        return 1
    print("THE BROWSER TESTS WILL BE SKIPPED.", file=sys.stderr)
    return 0


def _missing() -> list[str]:
    missing = [] if find_chromium() else ["chromium"]
    return missing if has_japanese_font() else [*missing, "fontconfig", "fonts-noto-cjk"]


def _servers() -> list[str]:
    # A web server that starts by itself is nothing to put on somebody's desk unasked.
    return ["nginx-light"] if os.environ.get("CI") and not shutil.which("nginx") else []


def _can_install() -> bool:
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(missing: list[str]) -> None:
    _apt_get("update")
    # A package of its own on Debian, unknown elsewhere.
    known = subprocess.run(["apt-cache", "show", WINDOWLESS], capture_output=True, check=False).returncode == 0
    packages = [WINDOWLESS if known and one == "chromium" else one for one in missing]
    _apt_get("install", "--yes", "--no-install-recommends", *packages)


def _apt_get(*arguments: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "--quiet", *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main())
