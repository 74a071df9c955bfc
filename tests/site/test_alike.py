"""Pages that look alike are filled in, and come out as MkDocs would make them."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load_catalogue
from generator.pages import LANGUAGES, Lang, render_pages
from generator.site.blocks import Blocks, blocks
from tests.catalogue.kb_folder import KbFolder
from tests.conftest import PROJECT, environment, mkdocs

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html"]
BLOCKS = [
    "# <code>5.7.1</code> Title {#title}",
    "# <code>S3140</code> and <code>550</code> without an id",
    "## Heading {#one}",
    "Words with `code`, <code>5.7.606</code>, *stress* and a [link](https://example.com/).\n{: .bk-lead }",
    "Words with <code>a b</code> <small>small</small>",
    "- one\n- two",
    "- three",
    "* four",
    "1. five\n2. six",
    "    indented",
    "> quoted",
    "> quoted on\n> and on",
    "```\nfence\n\nopen",
    "~~~\nfence",
    "<div>\nraw",
    '<p class="bk-lead">Words <code>5.7.1</code> *no stress* &#42; <span>x</span></p>',
    '<div class="bk-note"><p>one</p><ul><li>two</li></ul></div>',
    "<p>one</p><p>two</p>",
    "<p>one</p>\nnext line",
    "<p>one</p> more",
    "<p>open",
    "<div><div>two</div></div>",
    '<p markdown="1">*stress*</p>',
    "</div>",
    "[ref]: https://example.com/",
    "see [ref]",
    "a | b\n--|--\n1 | 2",
    "+ five",
    "- ",
    "-no list",
    "\ttab",
]
SLOTS = re.compile(
    r"<title>.*?</title>|<meta name=\"description\"[^>]*>|<link [^>]*rel=\"(?:canonical| alternate)\"[^>]*>"
    r"|<meta http-equiv[^>]*>|<article .*?</article>|<div class=\"md-header__topic\".*?</div>"
    r"|<a [^>]*data-language=[^>]*>|<nav class=\"md-nav md-nav--secondary\".*?</nav>\s*</div>",
    re.DOTALL,
)


def whole(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A text as Python-Markdown converts it at once, and its headings."""
    md = markdown.Markdown(extensions=EXTENSIONS)
    html = md.convert(text)

    def flat(tokens: list[dict[str, object]]) -> list[tuple[str, str]]:
        return [found for one in tokens for found in [(str(one["id"]), str(one["name"])), *flat(one["children"])]]  # type: ignore[arg-type]

    return html, flat(md.toc_tokens)  # type: ignore[attr-defined]


@given(st.lists(st.sampled_from(BLOCKS), max_size=6))
def test_blocks_make_what_the_whole_text_makes(parts: list[str]) -> None:
    text = "\n\n".join(parts) + "\n"
    converted = Blocks(EXTENSIONS, {}, lambda _, link: link).convert("code/x.md", text)
    html, headings = whole(text)
    # Headings without an id are numbered through the text: pages that look alike give theirs names.
    if len(re.findall("^# .* without an id", text, re.MULTILINE)) < 2:
        assert converted.html == html
        assert [(one.id, one.name) for one in converted.headings] == headings


def test_a_block_that_was_converted_is_not_converted_again() -> None:
    asked: list[str] = []

    def resolve(folder: str, link: str) -> str:
        asked.append(f"{folder} {link}")
        return f"../{link}"

    made = Blocks(EXTENSIONS, {}, resolve)
    first = made.convert("code/1.md", "# <code>5.1.1</code> T {#title}\n\n[a](x.md) in <code>5.1.1</code>\n")
    second = made.convert("code/2.md", "# <code>5.1.2</code> T {#title}\n\n[a](x.md) in <code>5.1.2</code>\n")
    assert asked == ["code x.md"]
    assert first.html.replace("5.1.1", "5.1.2") == second.html
    assert '<a href="../x.md">a</a> in <code>5.1.2</code>' in second.html
    assert second.headings[0].name == "5.1.2 T"


def test_text_is_cut_only_where_nothing_reaches_over() -> None:
    assert blocks("# A\n\nb\n \nc\n") == ["# A", "b", "c"]
    assert blocks("# A\n\n<p class='x'>b <code>c</code></p>\n\nd\n") == [
        "# A",
        "<p class='x'>b <code>c</code></p>",
        "d",
    ]
    assert len(blocks("# A\n\n<p>b\n\nc</p>\n")) == 1
    assert blocks("- a\n\n- b\n\nc\n\n    d\n") == ["- a\n\n- b", "c\n\n    d"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_blocks_of_real_pages_make_what_whole_pages_make(lang: Lang) -> None:
    catalogue = load_catalogue(PROJECT / "kb").catalogue
    made = Blocks(EXTENSIONS, {}, lambda _, link: link)
    pages = [page for page in render_pages(catalogue, lang, examples=defaultdict(list)) if page.alike]
    assert len(pages) > 500
    for page in pages[::20]:
        text = page.text.split("---\n", 2)[2]
        assert made.convert(page.path, text).html == whole(text)[0], page.path


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
        assert "bouncekb-slot" not in shell and "md-header" in shell


def test_the_sitemap_holds_the_page_of_every_code(site: Path) -> None:
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    for root, below in ((site, ""), (site / "en", "en/")):
        pages = {f"code/{page.parent.name}/" for page in root.glob("code/*/index.html")}
        listed = {one.text or "" for one in ET.parse(root / "sitemap.xml").iter(name)}
        assert pages <= {one.removeprefix(f"https://bounce.example.org/{below}") for one in listed}
