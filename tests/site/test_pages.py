"""Every page of the site as it is built from the project's own catalogue."""

import base64
import hashlib
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from tests.conftest import project_catalogue
from tests.site.html import Element, document, pages, target

LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}
"""Elements that make a browser fetch something, and the attribute that says what."""

NOT_FETCHED = {"canonical", " alternate", "prev", "next"}
SITE_URL = "https://bounce.example.org/"


def test_every_article_code_provider_and_reason_has_its_page_in_both_languages(site: Path) -> None:
    catalogue = project_catalogue()
    wanted = [f"a/{article}" for article in catalogue.articles]
    wanted += [f"provider/{provider}" for provider in catalogue.providers]
    wanted += [f"reason/{reason.id}" for reason in catalogue.vocabulary.reasons]
    wanted += [f"code/{code}" for code in catalogue.codes if re.fullmatch(r"[\w.]+", code)]
    wanted += ["code", "provider", "reason", "code/5.7.606", "code/5.7.649"]
    missing = [path for path in wanted for root in (site, site / "en") if not (root / path / "index.html").is_file()]
    assert missing == []


def test_the_policy_stands_before_everything_that_loads_and_allows_just_the_inline_scripts(site: Path) -> None:
    for page in pages(site):
        found = document(page)
        tags = [element.tag for element in found.elements]
        policies = [one for one in found.all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
        assert len(policies) == 1, page
        first = next(n for n, tag in enumerate(tags) if tag in LOADING)
        assert found.elements.index(Element("meta", policies[0])) < first, page
        policy = policies[0]["content"]
        hashes = {base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in found.inline_scripts}
        assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes, page
        assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy, page


def test_no_page_needs_what_the_policy_forbids(site: Path) -> None:
    for page in pages(site):
        for tag, attributes in document(page).elements:
            assert tag not in ("style", "base"), page
            assert not [name for name in attributes if name == "style" or name.startswith("on")], (page, tag)
            assert not attributes.get("href", "").lower().startswith("javascript:"), page


def test_titles_and_descriptions_stay_inside_their_elements(site: Path) -> None:
    known = {"charset", "name", "content", "http-equiv"}
    for page in pages(site):
        assert not [one for one in document(page).all("meta") if set(one) - known], page


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    for page in pages(site):
        for tag, attributes in document(page).elements:
            address = attributes.get(LOADING.get(tag, ""))
            if address is None or attributes.get("rel") in NOT_FETCHED:
                continue
            found = target(site, page, address)
            assert found is not None and found[0].is_file(), (page, address)
    for style in site.rglob("assets/bouncekb/*.css"):
        assert not re.findall(r"""@import|url\((?!["']?data:)""", style.read_text(encoding="utf-8")), style


def test_each_page_says_its_language_and_leads_to_itself_in_the_other(site: Path) -> None:
    for page in pages(site):
        name = page.relative_to(site).as_posix()
        lang, twin = ("en", name.removeprefix("en/")) if name.startswith("en/") else ("ja", f"en/{name}")
        found = document(page)
        assert found.all("html")[0]["lang"] == lang, page
        switch = next(one for one in found.all("a") if "data-language" in one)
        assert switch["data-language"] != lang
        wanted = re.sub(r"\b(404|503)\.html$", "index.html", twin)
        assert target(site, page, switch["href"]) == (site / wanted, ""), page


def test_search_engines_learn_of_both_languages(site: Path) -> None:
    for page in pages(site):
        alternates = {
            one["hreflang"]: one["href"].removeprefix(SITE_URL)
            for one in document(page).all("link")
            if "hreflang" in one
        }
        robots = [one for one in document(page).all("meta") if one.get("name") == "robots"]
        if page.name in ("404.html", "503.html") or robots:
            assert alternates == {}, page
            continue
        assert set(alternates) == {"ja", "en", "x-default"} and alternates["x-default"] == alternates["ja"], page
        for address in alternates.values():
            assert (site / address / "index.html").is_file(), (page, address)


def test_the_theme_finds_no_alternate_whose_sitemap_it_would_fetch_on_every_view(site: Path) -> None:
    for page in pages(site):
        alternates = [one for one in document(page).all("link") if one.get("rel") == "alternate"]
        assert not [one for one in alternates if "hreflang" in one], page


def test_sitemaps_list_the_pages_of_their_language(site: Path) -> None:
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    for root, address in ((site, SITE_URL), (site / "en", SITE_URL + "en/")):
        listed = {one.findtext(f"{name}loc"): one for one in ET.parse(root / "sitemap.xml").iter(f"{name}url")}
        assert f"{address}a/microsoft-banned-sending-ip/" in listed and address in listed
        for one, entry in listed.items():
            assert one and (root / one.removeprefix(address) / "index.html").is_file()
            path = one.removeprefix(address)
            alternates = {
                link.get("hreflang"): link.get("href") for link in entry.iter("{http://www.w3.org/1999/xhtml}link")
            }
            japanese = SITE_URL + path
            assert alternates == {"ja": japanese, "en": f"{SITE_URL}en/{path}", "x-default": japanese}


def test_an_article_shows_its_parts_in_order_with_the_telling_words_marked(site: Path) -> None:
    page = site / "a" / "microsoft-banned-sending-ip" / "index.html"
    html = page.read_text(encoding="utf-8")
    order = ["title", "next", "steps", "prepare", "cautions", "reply", "message", "similar", "codes", "sources"]
    places = [html.index(f'id="{one}"') for one in order]
    assert places == sorted(places)
    assert re.search(r"<mark>[^<]*banned sending IP &#91;203\.0\.113\.7&#93;", html)
    assert '<span data-value="sender_ip">送信元のIPアドレス</span>' in html
    assert (
        'href="https://git.example.org/bounce-kb/edit/main/kb/articles/microsoft/microsoft-banned-sending-ip.yaml"'
        in html
    )
