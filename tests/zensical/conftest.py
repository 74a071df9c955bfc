"""The browser of the browser tests, for a site that another builder made."""

from tests.browser.conftest import address, browser, visit

__all__ = ["address", "browser", "visit"]
