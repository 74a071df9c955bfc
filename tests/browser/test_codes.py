"""The field over the list of codes, the table of services, and the page that answers for missing addresses."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit, Visiting

pytestmark = pytest.mark.browser


def shown(page: Page) -> list[str]:
    """The codes that can be seen, in order."""
    codes: list[str] = page.locator("[data-code]").evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.code)"
    )
    return codes


@pytest.fixture
def codes(visit: Visiting) -> Visit:
    return visit("/code/", width=390)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("550", ["550"]),
        ("５．７．２６", ["5.7.26"]),
        ("550-5.7.26", ["5.7.26", "550"]),
        ("550 5.1.1 <x@example.com>", ["5.1.1", "550"]),
        ("#5.1.1", ["5.1.1", "5.1.10", "5.1.11"]),
        ("5,1,1", ["5.1.1"]),
        ("5.7.610", ["5.7.606-5.7.649"]),
        ("5.7.606〜649", ["5.7.606-5.7.649"]),
        ("as(1430)", ["AS(1430)"]),
        ("s3140", ["S3140"]),
        ("容量", ["552"]),
    ],
)
def test_what_is_typed_finds_its_codes_the_exact_one_first(codes: Visit, typed: str, first: list[str]) -> None:
    codes.page.fill("#filter", typed)
    assert shown(codes.page)[: len(first)] == first


def test_a_prefix_finds_all_that_begin_so_and_nothing_else(codes: Visit) -> None:
    codes.page.fill("#filter", "5.2.")
    found = shown(codes.page)
    assert len(found) > 5
    assert [code for code in found if not code.startswith("5.2.")] == []


def test_folds_open_while_somebody_filters_and_close_again(codes: Visit) -> None:
    page = codes.page
    before = shown(page)
    assert before[0] == "550" and len(before) == 12
    page.fill("#filter", "4.4.")
    assert page.locator("details[open]").count() == 1
    assert page.locator("#common").is_hidden()
    page.fill("#filter", "")
    assert page.locator("[data-shelf] details[open]").count() == 0
    assert shown(page) == before
    assert page.locator("[data-shelf] details").evaluate_all("all => all.map((one) => one.id)") == [
        "reply",
        "status",
        "status-4",
        "vendor",
        "success",
    ]


def test_the_count_is_announced_once_the_reader_pauses(codes: Visit) -> None:
    count = codes.page.locator("#filter-count")
    expect(count).to_have_attribute("role", "status")
    total = count.text_content()
    codes.page.evaluate(
        """() => {
          globalThis.said = [];
          new MutationObserver(() => said.push(document.getElementById('filter-count').textContent))
            .observe(document.getElementById('filter-count'), { childList: true });
        }"""
    )
    codes.page.locator("#filter").press_sequentially("5.7.26", delay=10)
    expect(count).to_have_text("1件")
    assert codes.page.evaluate("said") == ["1件"]
    codes.page.fill("#filter", "9.9.9")
    expect(count).to_contain_text("まだ載っていません")
    codes.page.fill("#filter", "")
    expect(count).to_have_text(total or "")


def test_enter_opens_the_exact_code_and_nothing_where_several_may_be_meant(codes: Visit) -> None:
    page = codes.page
    page.fill("#filter", "5.7.")
    page.keyboard.press("Enter")
    assert page.url.endswith("/code/")
    page.fill("#filter", "550-5.7.26")
    page.keyboard.press("Enter")
    page.wait_for_url("**/code/5.7.26/")


def test_nothing_that_is_typed_is_asked_for(codes: Visit) -> None:
    before = list(codes.requests)
    codes.page.fill("#filter", "550 5.1.1 hanako@example.jp")
    codes.page.keyboard.press("Enter")
    codes.page.wait_for_url("**/code/5.1.1/")
    assert not [one for one in codes.requests[len(before) :] if "hanako" in one]
    assert codes.page.evaluate("violations") == []


def test_without_scripts_every_code_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 760})
    page = context.new_page()
    page.goto(f"{address}/code/")
    assert page.locator("#filter").is_hidden()
    page.locator("#status summary").click()
    assert page.locator("#status [data-code='5.7.26'] a").is_visible()
    page.goto(f"{address}/nope/")
    assert page.locator("h1:visible").count() == 2
    context.close()


def test_the_table_of_services_filters_by_address_and_sorts(visit: Visiting) -> None:
    page = visit("/provider/").page
    page.fill("#filter", "taro@docomo.ne.jp")
    assert page.locator("tr[data-row] a:visible").all_text_contents() == ["NTTドコモ（ドコモメール）"]
    page.fill("#filter", "")
    page.locator("#mailbox summary").click()
    heading = page.locator("#mailbox th[data-numbers]")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    counts = page.locator("#mailbox td[data-value]").evaluate_all("all => all.map((one) => Number(one.dataset.value))")
    assert counts == sorted(counts, reverse=True)
    heading.get_by_role("button").click()
    assert page.locator("#mailbox td[data-value]").first.get_attribute("data-value") == str(min(counts))


@pytest.mark.parametrize(
    ("asked", "lead"),
    [
        ("/code/550-5.7.26/", "/code/5.7.26/"),
        ("/code/５．７．２６", "/code/5.7.26/"),
        ("/code/550 5.1.1/#sender_ip=192.0.2.1", "/code/5.1.1/#sender_ip=192.0.2.1"),
        ("/en/code/%235.1.1/", "/en/code/5.1.1/"),
        ("/en/code/AS(1430)/", "/en/code/AS-1430/"),
        ("/code/5.7.606-5.7.649/", "/code/5.7.606/"),
        ("/code/s3140/", "/code/S3140/"),
        ("/A/General-User-Unknown", "/a/general-user-unknown/"),
    ],
)
def test_a_missing_address_leads_to_what_was_meant(visit: Visiting, address: str, asked: str, lead: str) -> None:
    seen = visit(asked)
    seen.page.wait_for_url(address + lead)


@pytest.mark.parametrize("asked", ["/code/9.9.9/", "/code/constructor/", "/a/no-such-thing/", "/nope/"])
def test_an_address_that_means_nothing_stays(visit: Visiting, address: str, asked: str) -> None:
    seen = visit(asked)
    expect(seen.page.locator("h1:visible")).to_have_text("ページが見つかりません")
    assert seen.page.url == address + asked
    assert seen.page.evaluate("violations") == []


@pytest.fixture
def root_only(site: Path) -> Iterator[str]:
    """The site on a host that answers with the root's page for everything that isn't there."""

    class Host(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            self.send_response(code, message)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write((site / "404.html").read_bytes())

    def handler(*given: object) -> Host:
        return Host(*given, directory=str(site))  # type: ignore[arg-type]

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_english_readers_are_answered_in_english_by_such_a_host(visit: Visiting, root_only: str) -> None:
    page = visit(f"{root_only}/en/nope/").page
    expect(page.locator("h1:visible")).to_have_text("Page not found")
    assert page.evaluate("document.documentElement.lang") == "en"
    visit(f"{root_only}/en/code/550-5.7.26/").page.wait_for_url(f"{root_only}/en/code/5.7.26/")


def test_a_paste_on_a_missing_page_is_looked_up_at_home(visit: Visiting, address: str) -> None:
    seen = visit("/en/nope/")
    box = seen.page.locator("[data-lost=en] textarea")
    box.fill("550 5.1.1 <taro@example.com>: User unknown")
    seen.page.get_by_role("button", name="Look it up").click()
    seen.page.wait_for_url(f"{address}/en/")
    seen.answered("matched possible")


def test_a_paste_into_its_box_is_looked_up_at_once(visit: Visiting, address: str) -> None:
    seen = visit("/nope/")
    seen.page.evaluate("navigator.clipboard.writeText('552 5.2.2 <taro@example.com>: mailbox is full')")
    seen.page.locator("[data-lost=ja] textarea").focus()
    seen.page.keyboard.press("Control+V")
    seen.page.wait_for_url(f"{address}/")
    seen.answered("matched possible")


@pytest.mark.parametrize(
    "path",
    [
        "/code/",
        "/en/code/550/",
        "/code/5.7.606/",
        "/provider/",
        "/en/provider/microsoft/",
        "/reason/",
        "/en/reason/user-unknown/",
        "/reporter/",
        "/reporter/postfix/",
        "/host/",
        "/en/host/sakura/",
        "/nope/",
    ],
)
def test_pages_to_browse_by_fit_a_narrow_screen(visit: Visiting, path: str) -> None:
    page = visit(path, width=320).page
    page.evaluate("document.querySelectorAll('#main details').forEach((one) => (one.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
