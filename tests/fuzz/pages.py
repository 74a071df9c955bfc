"""Gives inputs to the home page in Chromium and looks at what they did there: nothing but an answer.

May import what the browser tests share.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tests.browser.conftest import Visit
from tests.browser.harm import NOT_OURS, stored
from tests.fuzz.asking import Failure
from tests.fuzz.inputs import Input

# The page says what it shows: until it says so again, it isn't done.
_GIVE = """async (json) => {
  const given = JSON.parse(json);
  const box = document.getElementById('bounce');
  const result = document.getElementById('bounce-result');
  // A file stands in the box's place until somebody takes it out.
  document.querySelector('.chip:not([hidden]) .chip__remove')?.click();
  result.dataset.state = 'asked';
  if (given.text === undefined) {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(given.bytes, (c) => c.charCodeAt(0))], '"><img src=x>.eml'));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  } else {
    box.value = given.text;
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
  }
  for (let tries = 0; result.dataset.state === 'asked'; tries++) {
    if (tries === 3000) return 'nothing is shown';
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  for (const fold of document.querySelectorAll('#bounce-result details')) fold.open = true;
  await new Promise((resolve) => setTimeout(resolve, 0));
  return '';
}"""


def failures(seen: Visit, given: Iterable[Input]) -> Iterator[Failure]:
    """What doesn't hold about these inputs on a page that is ready."""
    kept, address = stored(seen), seen.page.url
    seen.requests.clear()
    for one in given:
        said: str = seen.page.evaluate(_GIVE, json.dumps(one))
        yield from (Failure(one, what) for what in _found(seen, said, kept, address))


def _found(seen: Visit, said: str, kept: list[object], address: str) -> Iterator[str]:
    if said:
        yield said
    foreign: list[str] = seen.page.evaluate(NOT_OURS)
    yield from (f"an element that isn't ours: {element}" for element in foreign)
    violations: list[str] = seen.page.evaluate("violations.splice(0)")
    yield from (f"forbidden by the page's own policy: {one}" for one in violations)
    yield from (f"asked for {url}" for url in seen.requests)
    yield from (f"complained: {one}" for one in seen.complaints)
    seen.requests.clear()
    seen.complaints.clear()
    if stored(seen) != kept:
        yield f"kept beyond the tab: {stored(seen)}"
    if seen.page.url != address:
        yield f"another address: {seen.page.url}"
