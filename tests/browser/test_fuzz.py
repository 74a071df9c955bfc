"""A bounded share of what `make fuzz` gives to the page: an answer, and nothing else, comes of it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visiting
from tests.conftest import project_catalogue
from tests.fuzz.inputs import Inputs
from tests.fuzz.pages import failures

pytestmark = pytest.mark.browser

SEED, COUNT = 1, 25


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_whatever_is_given_the_page_only_answers(visit: Visiting, path: str) -> None:
    seen = visit(path)
    seen.ready()
    inputs = Inputs(SEED, project_catalogue())
    share = range(0 if path == "/" else COUNT, COUNT if path == "/" else 2 * COUNT)
    assert list(failures(seen, (inputs[number] for number in share))) == []


def test_what_a_page_does_beside_answering_is_found(visit: Visiting) -> None:
    """The properties can fail: a page that does everything that is forbidden."""
    seen = visit("/en/")
    seen.ready()
    seen.page.evaluate(
        """() => new MutationObserver((_, observer) => {
          observer.disconnect();
          localStorage.setItem('x', '1');
          const image = document.createElement('img');
          image.src = 'https://example.invalid/x.png';
          document.querySelector('#bounce-result').append(image);
          history.replaceState(null, '', '#x');
          console.error('no');
        }).observe(document.querySelector('#bounce-result'), { childList: true })"""
    )
    found = " ".join(one.what for one in failures(seen, [{"text": "550 5.1.1 user unknown"}]))
    for words in ("isn't ours", "own policy: img-src", "complained: no", "kept beyond", "another address"):
        assert words in found
