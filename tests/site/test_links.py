"""Every link, anchor and redirect of the built site: all pages of both languages, read without a browser."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from tests.site.html import target

# Quicker than reading every page as a tree, and as exact on what the builder's minifier writes.
TAG = re.compile(r"<(?:a|area|link|script|img|use|source|iframe|form)\s[^>]*>")
LEADS = re.compile(r"""\s(?:href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
ID = re.compile(r"""<[a-z][^>]*?\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
REFRESH = re.compile(r"""http-equiv=["']?refresh["']?[^>]*url=([^"'>\s]+)""", re.IGNORECASE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def links(page: str) -> set[str]:
    """Where the elements of a page lead."""
    found = {first(*match.groups()) for tag in TAG.findall(page) for match in LEADS.finditer(tag)}
    return {html.unescape(one) for one in found | set(REFRESH.findall(page))}


def ids(page: str) -> list[str]:
    """The ids of a page's elements."""
    return [html.unescape(first(*found)) for found in ID.findall(page)]


def first(*values: str | None) -> str:
    return next((value for value in values if value), "")


def read(site: Path) -> Iterator[tuple[Path, str]]:
    for file in sorted(site.rglob("*.html")):
        yield file, COMMENT.sub("", file.read_text(encoding="utf-8"))


def broken_links(site: Path) -> tuple[set[tuple[str, str]], int]:
    """What leads nowhere, as (page, link), and how many links were followed."""
    ids_of: dict[Path, set[str]] = {}
    wanted: dict[tuple[Path, str], tuple[str, str]] = {}
    for file, page in read(site):
        ids_of[file] = set(ids(page))
        name = file.relative_to(site).as_posix()
        for link in links(page):
            found = target(site, file, link)
            if found:
                wanted.setdefault(found, (name, link))
    files = {file for file in site.rglob("*") if file.is_file()}
    broken = {
        named
        for (file, fragment), named in wanted.items()
        if file not in files or (fragment and file in ids_of and unquote(fragment) not in ids_of[file])
    }
    return broken, len(wanted)


def test_every_link_and_anchor_of_every_page_leads_somewhere(site: Path) -> None:
    broken, followed = broken_links(site)
    assert followed > 3000
    assert broken == set()


def test_no_page_gives_an_id_twice(site: Path) -> None:
    twice = {}
    for file, page in read(site):
        found = ids(page)
        if len(found) != len(set(found)):
            twice[file.relative_to(site).as_posix()] = sorted({one for one in found if found.count(one) > 1})
    assert twice == {}


def test_the_crawl_finds_what_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        "<h1 id=top>x</h1><a href=a/>a</a><a class='y' href=\"a/#there\">b</a><a href='a/#gone'>c</a>"
        "<a href=b/>d</a><img src=no.png><a href=https://example.com/x>e</a><a href=#top>f</a><!-- <a href=c/> -->",
        encoding="utf-8",
    )
    (tmp_path / "a" / "index.html").write_text("<p id='there'><a href=../#down>x</a>", encoding="utf-8")
    broken, followed = broken_links(tmp_path)
    assert broken == {
        ("index.html", "a/#gone"),
        ("index.html", "b/"),
        ("index.html", "no.png"),
        ("a/index.html", "../#down"),
    }
    assert followed == 7
