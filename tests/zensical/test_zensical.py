"""The site as Zensical builds it, held against what MkDocs builds. `make check-zensical` brings Zensical and runs this.

Two configurations are all it needs besides the rendered pages; they are taken from the guide that tells how to move.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.browser import messages
from tests.browser.conftest import Visiting, served
from tests.conftest import PROJECT, copy_of_project
from tests.site.html import parse

pytestmark = [pytest.mark.zensical, pytest.mark.browser]

GUIDE = PROJECT / "docs" / "guide" / "operate.md"
CONFIGURATION = re.compile(r"```yaml\n# (zensical[.a-z]*\.yml)\n(.*?)```", re.DOTALL)

NOT_MADE = {"503.html", "en/503.html"}
"""Pages for readers without a network: they belong to the Service Worker, which only our own build writes."""

MARK = re.compile(r"(assets/bouncekb/[a-z.-]+?)\.[0-9a-f]{10}(\.[a-z]+)")
ONLY_OURS = re.compile(
    r'<script type="application/json" id="bounce-build">.*?</script>|<li><a [^>]*rel="edit">.*?</li>'
    r"|<li>(?:バージョン|Version )[0-9.]+</li>",
    re.DOTALL,
)
FENCE = re.compile(
    r'(?:<div class="highlight">)?<pre>(?:<span></span>)?<code[^>]*>(.*?)</code></pre>(?:</div>)?', re.DOTALL
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of both languages as Zensical builds them."""
    project = copy_of_project(tmp_path_factory.mktemp("zensical"))
    tree = project / "build" / "docs"
    told = CliRunner().invoke(main, ["render", "--links-from", "file", "--out", str(tree)])
    assert told.exit_code == 0, told.output
    configurations = dict(CONFIGURATION.findall(GUIDE.read_text(encoding="utf-8")))
    assert list(configurations) == ["zensical.yml", "zensical.en.yml"]
    for name, text in configurations.items():
        (project / name).write_text(text, encoding="utf-8")
        subprocess.run(
            [os.environ["BOUNCEKB_ZENSICAL"], "build", "-f", name], cwd=project, check=True, stdout=subprocess.DEVNULL
        )
    return project / "build" / "site"


def pages(folder: Path) -> Mapping[str, str]:
    """The HTML of a site's pages by address."""
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}


def said(html: str) -> str:
    """What a page says between its head and its foot, with its links; not how source code in it is coloured."""
    body = re.search(r'<header class="top".*</footer>', html, re.DOTALL)
    assert body
    text = ONLY_OURS.sub("", MARK.sub(r"\1\2", body[0]))
    text = FENCE.sub(lambda code: "<pre>" + re.sub(r"</?(?:span|a)\b[^>]*>", "", code[1]) + "</pre>", text)
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", unescape(text)))


def known(html: str) -> tuple[object, ...]:
    """What a page's head tells of it: language, title, description, and where it and its other forms are."""
    page = parse(html)
    links = {
        (link["rel"].strip(), link.get("hreflang"), link["href"])
        for link in page.all("link")
        if link["rel"].strip() in ("canonical", "alternate", "search") and link.get("type") != "text/markdown"
    }
    described = [meta["content"] for meta in page.all("meta") if meta.get("name") == "description"]
    scripts = [MARK.sub(r"\1\2", script["src"]) for script in page.all("script") if "src" in script]
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    return page.all("html")[0]["lang"], title and unescape(title[1]), described, links, scripts


def test_the_same_addresses_in_both_languages(built: Path, site: Path) -> None:
    assert pages(site).keys() - pages(built).keys() == NOT_MADE
    assert pages(built).keys() <= pages(site).keys()


def test_every_page_says_the_same(built: Path, site: Path) -> None:
    ours, theirs = pages(site), pages(built)
    assert [name for name in theirs if said(theirs[name]) != said(ours[name])] == []


def test_every_page_is_known_by_the_same(built: Path, site: Path) -> None:
    ours, theirs = pages(site), pages(built)
    assert [name for name in theirs if known(theirs[name]) != known(ours[name])] == []


def test_every_other_file_of_the_tree_is_there(built: Path, site: Path) -> None:
    for name in ("feed.xml", "en/feed.xml", "opensearch.xml", "api/v1/articles.json", "assets/licences.txt"):
        assert (built / name).read_bytes() == (site / name).read_bytes(), name


def test_the_sitemap_names_the_same_pages(built: Path, site: Path) -> None:
    for name in ("sitemap.xml", "en/sitemap.xml"):
        found = [re.findall(r"<loc>(.*?)</loc>", unescape((folder / name).read_text())) for folder in (built, site)]
        assert sorted(found[0]) == sorted(found[1])


@pytest.mark.parametrize(("path", "said"), [("/", "拒否リスト"), ("/en/", "block list")])
def test_a_paste_is_answered(built: Path, visit: Visiting, path: str, said: str) -> None:
    with served(built) as address:
        seen = visit(f"{address}{path}")
        seen.paste(messages.QMAIL)
        assert seen.answers[0][0] == "microsoft-banned-sending-ip"
        assert said in seen.page.locator("#bounce-result h1").inner_text()
        assert seen.complaints == []
