"""Names that tell the content: another content has another name, and a page names what belongs to its own build."""

import json
import posixpath
import re
from pathlib import Path

import pytest

from generator.pages import Page
from generator.site.assets import ASSETS
from generator.site.marked import marked
from tests.assets import asset, plain, unmarked
from tests.site.html import document, pages

WORKER = "importScripts('engine.js', 'desk.js');\nrun();\n"


def scripts(**texts: str) -> list[Page]:
    """Generated scripts by their names, with a page beside them."""
    return [Page("index.md", "# Home"), *(Page(f"{ASSETS}{name}.js", text) for name, text in texts.items())]


def names(made: list[Page]) -> dict[str, str]:
    """The names of files by their plain names."""
    return {plain(page.path): page.path for page in made}


def test_only_what_changed_gets_another_name_and_the_worker_that_loads_it() -> None:
    one = names(marked(scripts(worker=WORKER, engine="e", desk="d", page="p"), {}).pages)
    two = names(marked(scripts(worker=WORKER, engine="e2", desk="d", page="p"), {}).pages)
    assert one.keys() == two.keys()
    assert {name for name in one if one[name] != two[name]} == {f"{ASSETS}engine.js", f"{ASSETS}worker.js"}
    assert one["index.md"] == "index.md"


def test_every_script_and_style_of_the_site_has_a_mark_and_every_page_names_it(site: Path) -> None:
    for root in (site, site / "en"):
        files = {path.name for path in (root / ASSETS).iterdir()}
        assert files and not [name for name in files if plain(name) == name]
    for page in pages(site)[::10]:
        found = document(page)
        ours = [
            address
            for one in (*found.all("script"), *found.all("link"))
            # Where it lies, not how it is written: a page may name another folder's file from here.
            if ASSETS in (address := posixpath.normpath(one.get("src") or one.get("href") or ""))
        ]
        assert len(ours) > 10, page
        assert [one for one in ours if plain(one) == one] == [], page


@pytest.mark.parametrize("folder", ["", "en/"])
def test_scripts_say_the_marks_that_the_pages_carry(site: Path, folder: str) -> None:
    root = site / folder
    html = (root / "index.html").read_text(encoding="utf-8")
    [carried] = re.findall(r'<script type="application/json" id="bounce-build">(.*?)</script>', html)
    build = json.loads(carried)
    assert len(build["marks"]) > 10
    for name, mark in build["marks"].items():
        script = asset(root, name)
        assert f".{mark}." in script.name
        says = script.read_text(encoding="utf-8").splitlines()[-1]
        assert f'BounceMarks||{{}})["{name}"]="{mark}"' in says
    worker = asset(root, "desk-worker.js").read_text(encoding="utf-8")
    assert {asset(root, plain(name)).name for name in re.findall(r"'([^']+\.js)'", worker)} == set(
        re.findall(r"'([^']+\.js)'", worker)
    )
    assert "importScripts(...['engine.js', 'patterns.js', 'desk.js'].map(named))" in unmarked(worker)
