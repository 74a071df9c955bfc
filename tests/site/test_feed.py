"""What tells others of changes and pages: the feed, the search from a browser's bar, JSON-LD."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import load_catalogue
from generator.pages import Lang, render_pages
from generator.pages.feed import MOST
from tests.catalogue.kb_folder import KbFolder
from tests.conftest import project_catalogue
from tests.site.html import document

ATOM = "{http://www.w3.org/2005/Atom}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
SITE_URL = "https://bounce.example.org/"
ARTICLE = "articles/acme/acme-blocked-ip.yaml"
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def feed(text: str) -> ET.Element:
    found = ET.fromstring(text)
    assert found.tag == f"{ATOM}feed"
    return found


def made(kb: KbFolder, lang: Lang = "en", site: str = "") -> dict[str, str]:
    """The files of a small catalogue's pages."""
    loaded = load_catalogue(kb.path)
    assert loaded.problems == ()
    return {page.path: page.text for page in render_pages(loaded.catalogue, lang, site=site)}


def entries(text: str) -> list[dict[str, str]]:
    return [
        {one.tag.removeprefix(ATOM): one.text or one.get("href") or "" for one in entry}
        for entry in feed(text).iter(f"{ATOM}entry")
    ]


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_feed_has_the_newest_changes_each_with_its_page(site: Path, root: str) -> None:
    text = (site / root / "feed.xml").read_text(encoding="utf-8")
    found = entries(text)
    assert len(found) == MOST and len({one["id"] for one in found}) == MOST
    days = [one["updated"] for one in found]
    newest = max(change.date for one in project_catalogue().articles.values() for change in one.changed)
    assert days == sorted(days, reverse=True) and days[0] == f"{newest.isoformat()}T00:00:00Z"
    for one in found:
        assert one["link"].startswith(f"{SITE_URL}{root}a/")
        assert (site / one["link"].removeprefix(SITE_URL) / "index.html").is_file()
        assert one["title"] and one["content"]
    own = {(one.get("rel"), one.get("href")) for one in feed(text).findall(f"{ATOM}link")}
    assert ("self", f"{SITE_URL}{root}feed.xml") in own
    assert feed(text).findtext(f"{ATOM}author/{ATOM}name") and feed(text).findtext(f"{ATOM}updated")


def test_an_entry_keeps_its_id_wherever_the_site_lives_and_whatever_the_article_is_called(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    before = entries(made(kb, site="https://one.example.jp/")["feed.xml"])
    kb.change(ARTICLE, "id: acme-blocked-ip\n", "id: acme-listed\nformerly: [acme-blocked-ip]\n")
    for name in (path.relative_to(kb.path).as_posix() for path in sorted(kb.path.rglob("*.yaml"))):
        if name != ARTICLE:
            kb.write(name, kb.read(name).replace("acme-blocked-ip", "acme-listed"))
    after = entries(made(kb)["feed.xml"])
    assert {one["id"] for one in before} == {one["id"] for one in after}
    assert "a/acme-listed/" in {one["link"] for one in after}


def test_changes_of_a_day_are_one_entry_and_a_new_day_is_a_new_one(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    known = {one["id"] for one in entries(made(kb)["feed.xml"])}
    text = kb.read(ARTICLE)
    more = "".join(f"  - {{date: 2030-01-02, what: {{ja: 変更{n}, en: 'Change {n} <b> & c'}}}}\n" for n in (1, 2))
    kb.write(ARTICLE, text.replace("changed:\n", f"changed:\n{more}"))
    first, *others = entries(made(kb)["feed.xml"])
    assert (first["updated"], first["content"]) == ("2030-01-02T00:00:00Z", "Change 1 <b> & c\nChange 2 <b> & c")
    assert first["id"] not in known and {one["id"] for one in others} == known


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_browser_learns_how_to_search_here_without_telling_the_server(site: Path, root: str) -> None:
    page = document(site / root / "a" / "general-mailbox-full" / "index.html")
    [link] = [one for one in page.all("link") if one.get("rel") == "search"]
    found = ET.parse(site / root / "a" / "general-mailbox-full" / link["href"]).getroot()
    assert found.tag == f"{SEARCH}OpenSearchDescription"
    assert len(found.findtext(f"{SEARCH}ShortName") or "") in range(1, 17)
    [url] = found.findall(f"{SEARCH}Url")
    where, _, words = url.get("template", "").partition("#")
    assert (where, words) == (SITE_URL + root, "q={searchTerms}")


def test_without_an_address_there_is_no_search_from_a_bar(tmp_path: Path) -> None:
    assert "opensearch.xml" not in made(KbFolder(tmp_path))


def linked(html: str) -> Any:
    [found] = LINKED.findall(html)
    return json.loads(found)


@pytest.mark.parametrize("root", ["", "en/"])
def test_what_an_article_says_of_itself_stands_on_its_page(site: Path, root: str) -> None:
    for name in ("general-mailbox-full", "microsoft-banned-sending-ip", "general-greylisted"):
        page = site / root / "a" / name / "index.html"
        found = linked(page.read_text(encoding="utf-8"))
        shown = "".join(document(page).text.split())
        for said in (found["headline"], found["description"], *(step["text"] for step in found["step"])):
            assert "".join(said.split()) in shown, (page, said)
        assert found["dateModified"] in shown and found["step"]
        assert found["inLanguage"] == ("en" if root else "ja")


def test_nothing_in_the_catalogue_ends_the_element_it_stands_in(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    text = kb.read(ARTICLE)
    hostile = "</script><script>alert(1)</script><!-- & ]]>"
    titles = re.sub(r"^(title:.*?en: )[^}\n]+", rf'\g<1>"{hostile}"', text, count=1, flags=re.DOTALL | re.MULTILINE)
    assert titles != text
    kb.write(ARTICLE, titles)
    html = made(kb)["a/acme-blocked-ip.md"]
    assert linked(html)["headline"] == hostile
    assert "alert(1)</script>" not in html
