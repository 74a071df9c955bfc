"""Pages that look alike are filled in, and come out as MkDocs would make them."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path

import markdown
import pytest

from generator.pages import LANGUAGES, Lang, render_pages
from tests.catalogue.kb_folder import KbFolder
from tests.conftest import PROJECT, environment, mkdocs, project_catalogue

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
SLOTS = re.compile(
    r"<title>.*?</title>|<meta name=\"description\"[^>]*>|<link [^>]*rel=\"(?:canonical| ?alternate)\"[^>]*>"
    r"|<meta http-equiv[^>]*>|<div class=\"wrap\" id=\"main\".*?(?=<footer)|<a [^>]*data-language=[^>]*>",
    re.DOTALL,
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markdown_would_leave_them_as_they_are(lang: Lang) -> None:
    catalogue = project_catalogue()
    converter = markdown.Markdown(extensions=EXTENSIONS)
    pages = [page for page in render_pages(catalogue, lang) if page.alike]
    assert len(pages) > 500
    for page in pages[::20]:
        html = page.text.split("---\n", 2)[2].strip("\n")
        assert converter.reset().convert(html) == html, page.path


def files(site: Path) -> dict[str, str]:
    """The site's text files by name."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.is_file() and path.suffix in (".html", ".xml", ".json", ".js")
    }


def test_they_are_byte_for_byte_what_mkdocs_makes_of_them(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change("codes/acme.yaml", "en: Block list}", 'en: "\\"Block\\" <list> & bouncekb-slot-title \'x\'"}')
    done = mkdocs("build", "--strict", "-d", str(tmp_path / "filled"), kb=kb.path)
    assert done.returncode == 0, done.stdout
    program = (
        "import generator.pages.template as t; page = t.page\n"
        "t.page = lambda *given, alike=False, **values: page(*given, **values)\n"
        "from mkdocs.__main__ import cli; cli()"
    )
    line = [sys.executable, "-c", program, "build", "-f", str(PROJECT / "mkdocs.yml"), "-d", str(tmp_path / "built")]
    subprocess.run(line, env=environment(kb.path), cwd=PROJECT, check=True, capture_output=True)
    filled, built = files(tmp_path / "filled"), files(tmp_path / "built")
    assert len([name for name in built if name.startswith("code/")]) > 50
    assert filled.keys() == built.keys()
    assert [name for name in built if filled[name] != built[name]] == []


def test_the_pages_of_codes_differ_only_in_their_slots(site: Path) -> None:
    for root in (site, site / "en"):
        shells = defaultdict(list)
        for page in root.glob("code/*/index.html"):
            shells[SLOTS.sub("", page.read_text(encoding="utf-8"))].append(page.parent.name)
        assert sum(map(len, shells.values())) > 500
        assert len(shells) == 1, [names[:3] for names in shells.values()]
        [shell] = shells
        assert "bouncekb-slot" not in shell and 'class="foot"' in shell


def test_the_sitemap_holds_the_page_of_every_code(site: Path) -> None:
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    for root, below in ((site, ""), (site / "en", "en/")):
        pages = {f"code/{page.parent.name}/" for page in root.glob("code/*/index.html")}
        listed = {one.text or "" for one in ET.parse(root / "sitemap.xml").iter(name)}
        assert pages <= {one.removeprefix(f"https://bounce.example.org/{below}") for one in listed}
