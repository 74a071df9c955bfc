"""The server for people who write: an edit shows, and what cannot be built doesn't take the site away."""

import queue
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site.banner import Notice, with_banner
from tests.assets import plain, unmarked
from tests.catalogue.kb_folder import KbFolder
from tests.conftest import copy_of_project, environment, mkdocs

SERVED = (".html", ".js", ".json", ".md", ".txt", ".xml")
ARTICLE = "articles/acme/acme-blocked-ip.yaml"
SECONDS = 60
"""After so long without the line waited for, something is wrong; nothing is measured."""

# What a served page has and a published one hasn't, and the other way round.
LIVE_RELOAD = re.compile(r"<script>\s*var livereload = .*?</script>", re.DOTALL)
POLICY = re.compile(r'\s*<meta http-equiv="Content-Security-Policy"[^>]*>')


class Server:
    """A running `mkdocs serve` on a small catalogue."""

    def __init__(self, project: Path, kb: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        line = [sys.executable, "-m", "mkdocs", "serve", "-f", str(project / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
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

    def shows(self, path: str, words: str) -> None:
        """Wait until a page has these words."""
        for _ in range(SECONDS * 10):
            if words in self.get(path):
                return
            time.sleep(0.1)
        raise AssertionError(f"{path} doesn't show {words!r}")

    def get(self, path: str) -> str:
        """A page as a browser gets it, also the one for an address that there isn't."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=SECONDS) as answer:
                body: bytes = answer.read()
        except urllib.error.HTTPError as error:
            body = error.read()
        return body.decode()


@pytest.fixture
def kb(tmp_path: Path) -> KbFolder:
    return KbFolder(tmp_path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What people edit besides the catalogue."""
    return copy_of_project(tmp_path / "project")


@pytest.fixture
def server(project: Path, kb: KbFolder) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Server(project, kb.path, port)
    running.says("Serving on")
    yield running
    running.process.terminate()
    assert running.process.wait(timeout=SECONDS) == 143


def test_an_edit_shows_and_what_cannot_be_built_is_told_on_top_of_the_last_good_version(
    server: Server, kb: KbFolder
) -> None:
    page = server.get("/en/a/acme-blocked-ip/")
    assert "On Acme" in page and "Content-Security-Policy" not in page and "livereload" in page
    assert f"{server.address}/en/a/acme-blocked-ip/" in page

    # Its own page shows the title, lists show the headline.
    text = kb.read(ARTICLE).replace("On Acme's block list", "Listed by Acme")
    kb.write(ARTICLE, text.replace("en: It was refused", "en: Listed by Acme"))
    server.says("Reloading browsers")
    for path in ("/en/a/acme-blocked-ip/", "/en/provider/acme/", "/en/code/5.7.612/", "/en/reason/"):
        assert ("Listed by Acme" in server.get(path)) == (path != "/en/reason/")
    assert "アクメの拒否リスト" in server.get("/a/acme-blocked-ip/")

    kb.change(ARTICLE, "permanence: permanent", "permanence: [<script>")
    said = server.says("Reloading browsers")
    assert f"{ARTICLE}:" in said and "last version" in said and "Traceback" not in said
    for path in ("/en/a/acme-blocked-ip/", "/", "/code/550/", "/en/guide/privacy/", "/nowhere/"):
        page = server.get(path)
        banner = page[page.index('<div role="alert"') : page.index("</div>", page.index('<div role="alert"'))]
        assert f"{ARTICLE}:" in banner and "Mend: " in banner and "<script" not in banner
        assert page.index("<body") < page.index(banner) < page.index("<header")
    assert "Listed by Acme" in server.get("/en/a/acme-blocked-ip/")
    assert "アクメの拒否リスト" in server.get("/a/acme-blocked-ip/")

    kb.change(ARTICLE, "permanence: [<script>", "permanence: permanent")
    kb.change(ARTICLE, "載っています, en: Listed by Acme", "載っています, en: On the list of Acme")
    server.shows("/en/a/acme-blocked-ip/", "On the list of Acme")
    for path in ("/en/a/acme-blocked-ip/", "/code/550/"):
        assert 'role="alert"' not in server.get(path)


def test_what_the_checks_find_is_told_beside_the_edit_that_shows(server: Server, kb: KbFolder) -> None:
    kb.change(ARTICLE, "values: {sender_ip: 203.0.113.7}", "values: {sender_ip: 203.0.113.8}")
    kb.change(ARTICLE, "en: It was refused", "en: Listed by Acme")
    server.shows("/en/provider/acme/", "Listed by Acme")
    server.shows("/", "[example-values]")
    assert "Listed by Acme" in server.get("/en/provider/acme/")
    said = server.says("publishes none with a problem")
    assert f"{ARTICLE}:" in said and "Mend: " in said and "Problems:" not in said

    # What no page can be made of is told as what cannot be loaded.
    kb.change(ARTICLE, "reason: reputation-blocked", "reason: reputation-block")
    said = server.says("last version")
    assert "[known-words]" in said and "Traceback" not in said
    server.shows("/", "[known-words]")

    kb.change(ARTICLE, "reason: reputation-block\n", "reason: reputation-blocked\n")
    kb.change(ARTICLE, "values: {sender_ip: 203.0.113.8}", "values: {sender_ip: 203.0.113.7}")
    kb.change(ARTICLE, "en: Listed by Acme", "en: On the list of Acme")
    server.shows("/en/provider/acme/", "On the list of Acme")
    assert 'role="alert"' not in server.get("/code/550/")


def test_whatever_else_cannot_be_built_is_told_as_well(server: Server, project: Path) -> None:
    settings = project / "mkdocs.yml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text(good.replace("theme:\n", "theme: [\n"), encoding="utf-8")
    server.shows("/", 'role="alert"')
    assert 'id="bounce"' in server.get("/")
    settings.write_text(good.replace("メール不達ナビ", "別の名前"), encoding="utf-8")
    server.shows("/code/550/", "別の名前")
    assert 'role="alert"' not in server.get("/")
    assert "別の名前" in server.get("/guide/privacy/")


def test_after_many_edits_the_server_shows_what_a_build_makes(
    server: Server, project: Path, kb: KbFolder, tmp_path: Path
) -> None:
    general = "articles/general/general-mailbox-full.yaml"
    kb.change(general, "formerly: [general-quota]\n", "formerly: [general-quota, general-no-room]\n")
    server.shows("/a/general-no-room/", "general-mailbox-full")
    server.shows("/api/v1/articles/general-no-room.json", "moved_to")
    # An article comes with a pattern of its own, another one goes, a code moves, a guide gets another title.
    text = kb.read(ARTICLE).replace("acme-blocked-ip", "acme-other").replace("It was refused", "The other list")
    kb.write("articles/acme/acme-other.yaml", text.replace("Access denied, blocked", "Access refused, listed"))
    kb.change(general, "formerly: [general-quota, general-no-room]\n", "formerly: [general-quota]\n")
    kb.change("codes/reply.yaml", "en: Out of room", "en: No more room")
    guide = project / "docs" / "guide" / "privacy.md"
    words = guide.read_text(encoding="utf-8")
    guide.write_text(re.sub("^title: .*", "title: ひみつ", words, count=1, flags=re.MULTILINE), encoding="utf-8")
    server.shows("/guide/privacy/", "ひみつ")
    server.shows("/en/provider/acme/", "The other list")
    (project / "docs" / "en" / "guide" / "privacy.md").open("a", encoding="utf-8").write("\nOne more word.\n")
    server.shows("/en/guide/privacy/", "One more word.")

    site = tmp_path / "site"
    url = {"SITE_URL": f"{server.address}/"}
    done = mkdocs("build", "-d", str(site), kb=kb.path, config=project / "mkdocs.yml", env=url)
    assert done.returncode == 0, done.stdout
    assert not (site / "a" / "general-no-room").exists()
    assert "moved_to" not in server.get("/api/v1/articles/general-no-room.json")
    assert "<title>" not in server.get("/a/general-no-room/") or "見つかりません" in server.get("/a/general-no-room/")
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in SERVED]
    # What works without a network is nothing for those who write.
    names = [name for name in names if name != "sw.js" and not name.startswith("offline.")]
    assert len(names) > 200
    for name in names:
        built = unmarked(POLICY.sub("", (site / name).read_text(encoding="utf-8")))
        assert LIVE_RELOAD.sub("", server.get(f"/{plain(name)}")) == built, name


def test_a_banner_is_text_on_top_of_the_page() -> None:
    page = with_banner(b"<html><body class='x'><p>page</p></body></html>", Notice("Mind", ["a.yaml:3: <b>&", "two"]))
    assert page.startswith(b"<html><body class='x'><div role=\"alert\"")
    assert b"<li>a.yaml:3: &lt;b&gt;&amp;</li><li>two</li>" in page and page.endswith(b"<p>page</p></body></html>")
    assert with_banner(b"no body", Notice("Mind", ["x"])).endswith(b"</div>no body")
