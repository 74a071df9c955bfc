"""What a paste could do to a page or leave behind, and must not."""

from __future__ import annotations

from tests.browser.conftest import Visit

# What a text that is only text can't have made: elements that load or run, handlers, and links but to pages and the web.
NOT_OURS = """[...document.querySelectorAll('#bounce-result *')].filter((one) =>
    one.matches('script, img, iframe, object, embed, link, style, form, image, foreignObject, base, meta')
    || [...one.attributes].some(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcdoc')
    || (one.localName === 'use' && !/^#i-[a-z]+$/.test(one.getAttribute('href')))
    || (one.hasAttribute('href') && /^\\s*(javascript|data):/i.test(one.getAttribute('href'))))
  .map((one) => one.outerHTML.slice(0, 100))"""


def stored(seen: Visit) -> list[object]:
    """Everything that pages can leave behind in this browser, but for the tab's own storage."""
    found: list[object] = seen.page.evaluate(
        """async () => [
          Object.values(localStorage).join(), document.cookie,
          (await indexedDB.databases()).length, (await caches.keys()).length,
        ]"""
    )
    return found
