"""The built site in Chromium: loading, the first focus, pastes, memory. Times are of the page's own clock."""

import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.bench.engine import MEGABYTE, REPORT
from tests.bench.table import Row
from tests.browser.conftest import arguments, served
from tests.browser.install import find_chromium

SLOW = 4
"""How much the processor is slowed down, to stand for a phone."""
LARGE = REPORT + ("Here is a sentence of an ordinary mail, as long as others are. " * 17_000)[:MEGABYTE]
SMALL = REPORT * (2048 // len(REPORT) + 1)
WATCH = """
globalThis.tasks = [0];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) tasks.push(entry.duration);
}).observe({ type: 'longtask' });
"""
LOAD = """async () => {
  const script = [...document.scripts].find((one) => one.src.includes('/matcher.')).src;
  const { marks } = JSON.parse(document.getElementById('bounce-build').textContent);
  const load = (name) => new Promise((done) => {
    const element = document.createElement('script');
    element.src = new URL(`${name}.${marks[`${name}.js`]}.js`, script).href;
    element.onload = done;
    document.head.append(element);
  });
  await Promise.all([load('engine'), load('patterns')]);
  const start = performance.now();
  BounceEngine.createEngine(globalThis.BounceIndex);
  return performance.now() - start;
}"""
MATCH = """([text, runs]) => {
  const engine = BounceEngine.createEngine(globalThis.BounceIndex);
  const spent = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    engine.match(engine.read({ text }), []);
    spent.push(performance.now() - start);
  }
  return spent;
}"""
PASTE = """(text) => new Promise((done) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const result = document.getElementById('bounce-result');
  const start = performance.now();
  new MutationObserver((_, observer) => {
    if (!result.querySelector('[data-article]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  }).observe(result, { childList: true, subtree: true, attributes: true });
  document.getElementById('bounce').dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
})"""


def rows(site: Path) -> Iterator[Row]:
    """The rows of the page."""
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=arguments())
        loads = [_load(browser, address) for _ in range(5)]
        yield Row("index load, Chromium, first on a page", f"{statistics.median(loads):.0f} ms", "1,060 ms", "60 ms")
        focused = [_first_focus(browser, address) for _ in range(5)]
        task = statistics.median(longest for longest, _ in focused)
        heap = statistics.median(used for _, used in focused)
        yield Row(f"first focus, CPU x {SLOW}, longest task", f"{task:.0f} ms", "1,800 ms", "120 ms")
        yield Row("JS heap after focus", f"{heap / MEGABYTE:.1f} MB", "15 MB", "8 MB")
        page = _ready(browser, address)
        page.evaluate(MATCH, [SMALL, 200])
        small = statistics.median(page.evaluate(MATCH, [SMALL, 200]))
        large = statistics.median(page.evaluate(MATCH, [LARGE, 9]))
        yield Row("match 2 KB, Chromium", f"{small:.2f} ms", "0.6-0.8 ms", "0.5 ms")
        yield Row("match 1 MB, Chromium", f"{large:.0f} ms", "27-35 ms")
        page.context.close()
        pasted = [_paste(browser, address) for _ in range(3)]
        yield Row(f"paste of 1 MB, CPU x {SLOW}", f"{statistics.median(pasted) / 1000:.2f} s", "7 s", "1.5 s")
        browser.close()


def _load(browser: Browser, address: str) -> float:
    page = _visit(browser, address)
    took: float = page.evaluate(LOAD)
    page.context.close()
    return took


def _paste(browser: Browser, address: str) -> float:
    page = _ready(browser, address)
    _slowed(page)
    took: float = page.evaluate(PASTE, LARGE)
    page.context.close()
    return took


def _visit(browser: Browser, address: str) -> Page:
    page = browser.new_context().new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    return page


def _ready(browser: Browser, address: str) -> Page:
    page = _visit(browser, address)
    page.locator("#bounce").focus()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    return page


def _slowed(page: Page) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    return session


def _first_focus(browser: Browser, address: str) -> tuple[float, float]:
    """The longest task of the first focus, in ms, and the heap once all of it is there, in bytes."""
    page = _visit(browser, address)
    session = _slowed(page)
    page.evaluate("tasks.length = 1")
    page.locator("#bounce").focus()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)
    longest: float = page.evaluate("Math.max(...tasks)")
    session.send("HeapProfiler.collectGarbage")
    used: float = session.send("Runtime.getHeapUsage")["usedSize"]
    page.context.close()
    return longest, used
