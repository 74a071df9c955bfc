"""The server for people who write: an edit shows, and a broken file doesn't take the site away."""

import queue
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.catalogue.kb_folder import KbFolder
from tests.conftest import PROJECT, environment

ARTICLE = "articles/acme/acme-blocked-ip.yaml"
SECONDS = 60
"""After so long without the line waited for, something is wrong; nothing is measured."""


class Server:
    """A running `mkdocs serve` on a small catalogue."""

    def __init__(self, kb: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        line = [sys.executable, "-m", "mkdocs", "serve", "-f", str(PROJECT / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
        self.process = subprocess.Popen(
            line, env=environment(kb), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def says(self, words: str) -> str:
        """Wait for a line with these words, and return all that was said up to it."""
        said = ""
        while words not in said:
            said += self._lines.get(timeout=SECONDS)
        return said

    def get(self, path: str) -> str:
        """A page as a browser gets it."""
        with urllib.request.urlopen(self.address + path, timeout=SECONDS) as answer:
            body: bytes = answer.read()
        return body.decode()


@pytest.fixture
def kb(tmp_path: Path) -> KbFolder:
    return KbFolder(tmp_path)


@pytest.fixture
def server(kb: KbFolder) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Server(kb.path, port)
    yield running
    running.process.terminate()
    assert running.process.wait(timeout=SECONDS) == 143


def test_an_edit_shows_and_a_broken_file_keeps_the_last_good_version(server: Server, kb: KbFolder) -> None:
    server.says("Serving on")
    page = server.get("/en/a/acme-blocked-ip/")
    assert "On Acme" in page and "Content-Security-Policy" not in page and "livereload" in page
    assert f"{server.address}/en/a/acme-blocked-ip/" in page

    kb.change(ARTICLE, "On Acme's block list", "Listed by Acme")
    server.says("Reloading browsers")
    assert "Listed by Acme" in server.get("/en/a/acme-blocked-ip/")
    assert "アクメの拒否リスト" in server.get("/a/acme-blocked-ip/")

    kb.change(ARTICLE, "permanence: permanent", "permanence: [")
    said = server.says("Reloading browsers")
    assert f"{ARTICLE}:" in said and "last version" in said and "Traceback" not in said
    assert "Listed by Acme" in server.get("/en/a/acme-blocked-ip/")
    assert "アクメの拒否リスト" in server.get("/a/acme-blocked-ip/")

    kb.change(ARTICLE, "permanence: [", "permanence: permanent")
    kb.change(ARTICLE, "Listed by Acme", "On the list of Acme")
    server.says("Reloading browsers")
    assert "On the list of Acme" in server.get("/en/a/acme-blocked-ip/")
