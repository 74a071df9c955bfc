"""Without a network: what was used once still answers, the whole site on request; a new build replaces the old one whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.site.offline import add_worker
from tests.browser.conftest import Visit, Visiting, served
from tests.conftest import SMALL_ADDRESS

pytestmark = pytest.mark.browser

BELOW = urlsplit(SMALL_ADDRESS).path
SECRET = "a-secret-that-was-pasted"
MAIL = f"""\
Final-Recipient: rfc822; {SECRET}@example.jp
Diagnostic-Code: smtp; 550 5.7.612 Access denied, blocked address [203.0.113.9]
"""
PARTS = """async () => {
  const parts = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys())
      if (url.includes('?kept=')) parts.push(`${name.split(' ').pop()} ${url.split('=').pop()}`);
  return parts;
}"""
KEPT = """async () => {
  const kept = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys())
      kept.push([request.url, await (await (await caches.open(name)).match(request)).text()]);
  return kept;
}"""


class Host:
    """A host that has the small site below a path, and can be switched off."""

    def __init__(self, documents: Path) -> None:
        self.documents = documents
        self.site = documents / BELOW.strip("/")
        self._running = ExitStack()
        self._port = 0

    def on(self) -> str:
        """Start it; always the same address."""
        where = self._running.enter_context(served(self.documents, self._port))
        self._port = urlsplit(where).port or 0
        return where + BELOW

    def off(self) -> None:
        """Stop it: from now on there is no network."""
        self._running.close()

    def build(self, words: str) -> None:
        """Have another build, whose pages say something else."""
        for page in self.site.rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            page.write_text(html.replace("<footer", f"<p id=news>{words}</p><footer"), encoding="utf-8")
        for old in self.site.glob("offline*.json"):
            old.unlink()
        add_worker(self.site, "en")


@pytest.fixture
def host(small_site: Path, tmp_path: Path) -> Iterator[Host]:
    documents = tmp_path / "documents"
    shutil.copytree(small_site, documents / BELOW.strip("/"))
    shutil.copy(small_site / "404.html", documents)
    host = Host(documents)
    yield host
    host.off()


def wait_for(page: Page, has: Callable[[list[str]], bool]) -> list[str]:
    """Wait until the parts that are kept, each with its build, are as wanted."""
    for _ in range(200):
        parts: list[str] = page.evaluate(PARTS)
        if has(parts):
            return parts
        page.wait_for_timeout(50)
    raise AssertionError(parts)


def used(visit: Visiting, address: str) -> Visit:
    """The home page after it was used once, and all that an answer needs is kept."""
    seen = visit(address, offline=True)
    seen.page.locator("#bounce").focus()
    wait_for(seen.page, lambda parts: bool(parts))
    return seen


@pytest.mark.parametrize("folder", ["", "en/"])
def test_what_was_used_once_answers_without_a_network_and_keeps_no_paste(
    visit: Visiting, host: Host, folder: str
) -> None:
    address = host.on() + folder
    seen = used(visit, address)
    seen.paste(MAIL)
    host.off()
    seen.page.reload()
    seen.answered("matched")
    assert seen.answers[0][0] == "acme-blocked-ip"
    seen.page.goto(f"{address}desk/")
    expect(seen.page.locator("[data-ready]")).to_be_attached()
    seen.page.goto(f"{address}index.html?from=a-mail")
    seen.answered("matched")
    # A page that isn't kept says so in its language, and everything around it is there.
    seen.page.goto(f"{address}a/acme-blocked-ip/")
    expect(seen.page.locator("h1")).to_have_text("No network" if folder else "ネットワークにつながっていません")
    assert seen.page.evaluate("getComputedStyle(document.querySelector('header')).display") != "inline"
    kept = seen.page.evaluate(KEPT)
    assert len(kept) > 20
    assert not [url for url, text in kept if SECRET in url + text]
    assert all(url.startswith(address.removesuffix(folder)) for url, _ in kept)
    assert seen.page.evaluate("violations") == []


def test_the_whole_site_is_kept_on_request_and_removed_again(visit: Visiting, host: Host) -> None:
    address = host.on()
    seen = visit(f"{address}en/guide/privacy/", offline=True)
    offline = seen.page.locator("[data-offline]")
    expect(offline.get_by_role("status")).to_contain_text("Nothing of this site is kept")
    button = offline.get_by_role("button", name="Keep the whole site (about ")
    expect(button).to_contain_text(" MB)")
    button.click()
    expect(offline.get_by_role("status")).to_contain_text("The whole site is kept")
    expect(button).to_be_hidden()
    host.off()
    for page in ("a/acme-blocked-ip/", "en/code/", "en/guide/support/", "provider/acme/"):
        seen.page.goto(address + page)
        expect(seen.page.locator("h1").first).not_to_have_text("No network")
        assert not seen.page.evaluate("document.title").startswith("ネットワークに")
    seen.page.goto(f"{address}en/")
    seen.page.locator("#bounce").fill(MAIL)
    seen.answered("matched")
    seen.page.goto(f"{address}en/guide/privacy/")
    seen.page.locator("[data-offline]").get_by_role("button", name="Remove what is kept").click()
    expect(seen.page.locator("[data-offline]").get_by_role("status")).to_have_text("Removed.")
    assert seen.page.evaluate("caches.keys()") == []
    assert seen.page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one === undefined)")


def test_a_new_build_replaces_the_old_one_whole_once_no_page_of_it_is_open(visit: Visiting, host: Host) -> None:
    address = host.on()
    seen = used(visit, address)
    [old] = wait_for(seen.page, lambda parts: len(parts) == 1)
    host.build("new words")
    seen.page.goto(f"{address}guide/privacy/")
    # The new build stands beside the old one, whole, until the last page of the old is gone.
    parts = wait_for(seen.page, lambda parts: len(parts) == 2)
    context = seen.page.context
    seen.page.close()
    host.off()
    page = context.new_page()
    for _ in range(50):
        page.goto(address)
        if page.evaluate(PARTS) != parts:
            break
        page.goto("about:blank")
        page.wait_for_timeout(100)
    [new] = page.evaluate(PARTS)
    assert new != old and new in parts
    expect(page.locator("#news")).to_have_text("new words")
    page.locator("#bounce").fill(MAIL)
    Visit(page).answered("matched")


def test_a_build_that_cannot_be_had_whole_leaves_the_old_one(visit: Visiting, host: Host) -> None:
    address = host.on()
    seen = used(visit, address)
    before = seen.page.evaluate(PARTS)
    pages = {path: path.read_bytes() for path in (host.site / "desk").rglob("*.html")}
    host.build("new words")
    # Half of the new build is there: the desk's page is still of a build that had other scripts.
    for path, content in pages.items():
        path.write_bytes(content.replace(b'id="bounce-build">{"id": "', b'id="bounce-build">{"id": "0'))
    failed = seen.page.evaluate(
        """() => navigator.serviceWorker.ready.then(async (registration) => {
          await registration.update();
          const worker = registration.installing;
          return new Promise((done) => worker.addEventListener('statechange', () => done(worker.state)));
        })"""
    )
    assert failed == "redundant"
    assert seen.page.evaluate(PARTS) == before
    host.off()
    seen.page.goto(f"{address}desk/")
    expect(seen.page.locator("[data-ready]")).to_be_attached()
    assert seen.page.locator("#news").count() == 0


def test_nothing_is_kept_of_a_page_from_a_disk(visit: Visiting, small_site: Path) -> None:
    seen = visit((small_site / "en" / "guide" / "privacy" / "index.html").as_uri(), offline=True)
    expect(seen.page.locator("[data-offline]").get_by_role("status")).to_contain_text("does not allow it")
    seen.page.goto((small_site / "en" / "index.html").as_uri())
    seen.paste(MAIL)
    assert seen.answers[0][0] == "acme-blocked-ip"
    assert seen.complaints == []
