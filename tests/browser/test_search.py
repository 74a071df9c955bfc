"""The site's own search, in its dialog: what people type finds what answers it, and nothing typed leaves the page."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from generator.catalogue import Catalogue
from generator.catalogue.model import Called
from tests.assets import plain
from tests.browser import messages
from tests.browser.conftest import Visit, Visiting
from tests.conftest import project_catalogue

pytestmark = pytest.mark.browser

QUERIES = Path(__file__).parent / "data" / "queries.yaml"
HOME = {"ja": "/", "en": "/en/"}
ASK = """async ([queries, most]) => {
  const [lang, root] = document.documentElement.lang.startsWith('ja') ? ['ja', '/'] : ['en', '/en/'];
  const finder = BounceSearch.finder({ lang, base: root, assets: `${root}assets/bouncekb/` });
  await finder.ready();
  return queries.map((query) => finder.find(query, most).map((hit) => hit.path));
}"""
MOST = 5
FIRST_SHARE = 0.95


@functools.cache
def queries(lang: str) -> dict[str, list[str]]:
    """What people type in a language, and the pages that answer it."""
    read: dict[str, dict[Any, list[str]]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return {str(query): paths for query, paths in read[lang].items()}


@functools.cache
def catalogue() -> Catalogue:
    """The project's own."""
    return project_catalogue()


def ask(page: Page, asked: list[str]) -> list[list[str]]:
    """The paths of the hits for each query, best first, as the page's own search finds them."""
    found: list[list[str]] = page.evaluate(ASK, [asked, MOST])
    return found


def opened(visit: Visiting, path: str = "/", **how: Any) -> Visit:
    """A page with its search opened, and its index there."""
    seen = visit(path, **how)
    seen.page.keyboard.press("/")
    expect(seen.page.locator("dialog .hits a").first).to_be_visible()
    return seen


def typed(seen: Visit, query: str) -> list[str]:
    """Type into the field; where the hits lead, best first."""
    field = seen.page.locator("input[data-search]")
    field.fill(query)
    links = seen.page.locator("a[data-hit]")
    return [str(link) for link in links.evaluate_all("all => all.map((one) => new URL(one.href).pathname)")]


def test_there_are_enough_queries() -> None:
    assert sum(len(queries(lang)) for lang in HOME) >= 200


@pytest.mark.parametrize("lang", HOME)
def test_what_people_type_is_answered_first(visit: Visiting, lang: str) -> None:
    wanted = queries(lang)
    found = dict(zip(wanted, ask(visit(HOME[lang]).page, list(wanted)), strict=True))
    missing = {query: paths for query, paths in found.items() if not set(paths[:3]) & set(wanted[query])}
    assert missing == {}
    behind = {query: paths for query, paths in found.items() if paths[0] not in wanted[query]}
    assert len(behind) <= (1 - FIRST_SHARE) * len(wanted), behind


@pytest.mark.parametrize("lang", HOME)
def test_the_field_finds_the_same(visit: Visiting, lang: str) -> None:
    some = dict(list(queries(lang).items())[::7])
    assert len(some) >= 12
    seen = opened(visit, HOME[lang])
    asked = ask(seen.page, list(some))
    for query, paths in zip(some, asked, strict=True):
        assert typed(seen, query)[: len(paths)] == [f"{HOME[lang]}{path}" for path in paths], query
    assert seen.complaints == []


@pytest.mark.parametrize("lang", HOME)
def test_a_name_finds_whose_it_is(visit: Visiting, lang: str) -> None:
    def called(one: Called | None) -> tuple[str, ...]:
        return () if one is None else one.ja if lang == "ja" else one.en

    wanted: dict[str, set[str]] = {}
    for provider in catalogue().providers.values():
        for name in (*called(provider.asked_as), *(domain.removeprefix("*.") for domain in provider.domains)):
            wanted.setdefault(name, set()).add(f"provider/{provider.id}/")
    for host in catalogue().hosts.values():
        for name in host.names:
            wanted.setdefault(name, set()).add(f"host/{host.id}/")
    found = ask(visit(HOME[lang]).page, list(wanted))
    assert [name for name, paths in zip(wanted, found, strict=True) if not wanted[name] & set(paths[:3])] == []


def test_every_code_finds_its_page_or_the_article_it_means(visit: Visiting, site: Path) -> None:
    codes = catalogue().codes
    members = {member: code for code in codes.values() for member in code.members(3)}
    found = ask(visit("/").page, list(members))
    lost = []
    for (written, code), paths in zip(members.items(), found, strict=True):
        first = paths[0] if paths else ""
        if (
            not (first.startswith("code/") or first == f"a/{code.usual}/")
            or not (site / first / "index.html").is_file()
        ):
            lost.append((written, paths))
    assert lost == []


def test_an_article_and_its_code_are_one_hit(visit: Visiting) -> None:
    seen = opened(visit)
    assert typed(seen, "S3140") == ["/a/microsoft-outlook-block-list/"]
    expect(seen.page.locator("a[data-hit] code").first).to_have_text("S3140")
    usual = ask(seen.page, ["5.1.1"])[0]
    assert "code/5.1.1/" in usual and "a/general-user-unknown/" not in usual


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_a_browsers_own_bar_asks_here_and_the_words_go_nowhere(visit: Visiting, path: str) -> None:
    seen = visit(f"{path}#q=Mailbox+full%20x")
    field = seen.page.locator("input[data-search]")
    expect(field).to_have_value("Mailbox full x")
    expect(seen.page.locator("dialog .hits a").first).to_be_visible()
    assert seen.page.evaluate("location.hash") == "" and "Mailbox" not in seen.page.url
    # Once more from the bar, with the page still open: only the fragment changes.
    seen.page.evaluate("location.hash = 'q=5.1.1'")
    expect(field).to_have_value("5.1.1")
    seen.page.wait_for_load_state("networkidle")
    assert not [url for url in seen.requests if "Mailbox" in url.partition("#")[0] or "5.1.1" in url.partition("#")[0]]
    seen.page.reload()
    expect(seen.page.locator("dialog")).to_have_count(0)
    assert seen.complaints == [] and seen.page.evaluate("violations") == []


def test_a_link_cannot_make_the_search_say_much(visit: Visiting) -> None:
    seen = visit("/")
    seen.page.evaluate("location.hash = `q=${encodeURIComponent('\\u202e<b>call\\u0000' + ' now'.repeat(99))}`")
    value = seen.page.locator("input[data-search]").input_value()
    assert value.startswith("<b>call now now") and len(value) <= 60
    assert seen.page.locator("dialog b").count() == 0
    seen.page.evaluate("document.querySelector('dialog').close()")
    seen.page.evaluate("location.hash = 'q='")
    seen.page.wait_for_function("location.hash === ''")
    assert not seen.page.locator("dialog").is_visible()


@pytest.mark.parametrize("path", ["/", "/en/a/general-mailbox-full/"])
def test_nothing_is_fetched_before_it_is_opened_and_nothing_typed_ever_leaves(visit: Visiting, path: str) -> None:
    seen = visit(path)
    seen.page.wait_for_load_state("networkidle")
    assert not [url for url in seen.requests if "/search.ja" in url or "/search.en" in url]
    seen.requests.clear()
    seen.page.locator("[data-search-open]").click()
    expect(seen.page.locator("dialog .hits a").first).to_be_visible()
    for query in ("docomo", "5.7.606", "taro@example.jp", "no such words anywhere"):
        typed(seen, query)
    lang = "en" if "/en/" in path else "ja"
    assert [plain(url.rpartition("/")[2]) for url in seen.requests] == [f"search.{lang}.js"]
    assert seen.complaints == []
    assert seen.page.evaluate("violations") == []


def test_keys_choose_and_open_and_close(visit: Visiting) -> None:
    seen = opened(visit)
    field = seen.page.locator("input[data-search]")
    expect(field).to_be_focused()
    paths = typed(seen, "ドコモ")
    chosen = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
    assert seen.page.evaluate(f"new URL({chosen}.href).pathname") == paths[0]
    seen.page.keyboard.press("ArrowDown")
    assert seen.page.evaluate(f"new URL({chosen}.href).pathname") == paths[1]
    expect(seen.page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    seen.page.keyboard.press("ArrowUp")
    seen.page.keyboard.press("ArrowUp")
    assert seen.page.evaluate(f"new URL({chosen}.href).pathname") == paths[-1]
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url(f"**{paths[0]}")
    seen.page.locator("[data-search-open]").focus()
    seen.page.keyboard.press("Enter")
    expect(field).to_be_focused()
    seen.page.keyboard.press("Escape")
    expect(seen.page.locator("dialog")).to_be_hidden()
    expect(seen.page.locator("[data-search-open]")).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(visit: Visiting) -> None:
    seen = visit("/")
    seen.page.locator("#bounce").focus()
    seen.page.keyboard.press("/")
    expect(seen.page.locator("dialog")).to_have_count(0)
    expect(seen.page.locator("#bounce")).to_have_value("/")


def test_how_many_were_found_is_told_once_the_typing_pauses(visit: Visiting) -> None:
    seen = opened(visit, "/en/")
    found = typed(seen, "spamhaus")
    expect(seen.page.locator("dialog [role=status]")).to_have_text(f"{len(found)} found")


def test_what_fits_is_marked_in_the_title(visit: Visiting) -> None:
    seen = opened(visit)
    typed(seen, "ﾄﾞｺﾓ")
    expect(seen.page.locator("a[data-hit] mark").first).to_have_text("ドコモ")
    typed(seen, "mailbox full")
    assert typed(seen, "<img src=x onerror=alert(1)> ドコモ")
    expect(seen.page.locator("dialog img")).to_have_count(0)


@pytest.mark.parametrize("lang", HOME)
def test_where_nothing_fits_there_is_a_way_on(visit: Visiting, lang: str) -> None:
    seen = opened(visit, f"{HOME[lang]}code/")
    assert typed(seen, "qqzzxxqq")
    expect(seen.page.locator(".search-status")).to_contain_text("qqzzxxqq")
    ways = seen.page.locator("dialog a").evaluate_all("all => all.map((one) => new URL(one.href).pathname)")
    assert {HOME[lang], f"{HOME[lang]}provider/", f"{HOME[lang]}reason/", f"{HOME[lang]}code/"} <= set(ways)
    assert f"{HOME[lang]}a/general-user-unknown/" in ways


def test_an_empty_field_offers_common_causes_and_codes(visit: Visiting) -> None:
    seen = opened(visit)
    expect(seen.page.locator("dialog a[data-hit]")).to_have_count(5)
    expect(seen.page.locator("dialog .search-ways code").first).to_have_text("550")


def test_a_whole_mail_is_taken_to_the_box_instead(visit: Visiting) -> None:
    seen = opened(visit, "/code/")
    seen.requests.clear()
    seen.page.evaluate("text => navigator.clipboard.writeText(text)", messages.QMAIL)
    seen.page.keyboard.press("Control+V")
    seen.answered("matched")
    assert seen.answers
    assert not [url for url in seen.requests if "?" in url or "%" in url]


def test_a_long_line_is_offered_to_the_box(visit: Visiting) -> None:
    seen = opened(visit, "/en/code/")
    line = "550 5.1.1 <hanako@example.com>: Recipient address rejected: User unknown in virtual mailbox table"
    assert typed(seen, line) == []
    seen.page.locator("[data-long] button").click()
    seen.page.wait_for_url("**/en/")
    seen.answered("matched possible")


def test_without_the_index_the_lists_remain_and_the_next_letter_tries_again(visit: Visiting) -> None:
    seen = visit("/")
    seen.page.route("**/search.ja.*.js", lambda route: route.abort())
    # From the start of a page on, so that no request can be under way before it is stopped.
    seen.page.reload()
    seen.page.keyboard.press("/")
    expect(seen.page.locator(".search-status")).to_contain_text("読み込めませんでした")
    expect(seen.page.locator("dialog a[href$='provider/']")).to_be_visible()
    seen.page.unroute("**/search.ja.*.js")
    seen.page.keyboard.type("ドコモ")
    expect(seen.page.locator("a[data-hit]").first).to_contain_text("ドコモ")


def test_it_works_from_a_disk(visit: Visiting, site: Path) -> None:
    seen = visit((site / "a" / "general-mailbox-full" / "index.html").as_uri())
    seen.page.keyboard.press("/")
    expect(seen.page.locator("dialog .hits a").first).to_be_visible()
    [first, *_] = typed(seen, "ドコモ")
    assert Path(first).is_file() and first.endswith("/provider/docomo/index.html")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**/provider/docomo/index.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("query", ["", "docomo 550", "qqzzxxqq"])
def test_it_is_for_everybody(visit: Visiting, query: str, width: int, scheme: str) -> None:
    seen = opened(visit, "/en/code/", width=width, scheme=scheme)
    typed(seen, query)
    found = Axe().run(seen.page, context="dialog", options={"resultTypes": ["violations"]})
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found.response["violations"]] == []
    assert seen.page.evaluate("document.querySelector('dialog').scrollWidth") <= width
    small = seen.page.locator("dialog :is(a, button)").evaluate_all(
        "all => all.filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.textContent)"
    )
    assert small == []
