"""A site with an overlay: its pages say whose they are, and a build stops where an overlay can't be used."""

import shutil
from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.pages import render_pages
from tests.catalogue.kb_folder import DATA
from tests.conftest import PROJECT, mkdocs

SAID = {"": "例示商事による案内", "en/": "By Example Corp."}
CONTACT = '<a href="https://help.example.co.jp/mail" rel="noopener">'
ARTICLE, PROVIDER = "a/example-corp-quota", "provider/example-corp"


def badge(lang: str) -> str:
    return f'<span class="by">{SAID[lang]}</span>'


@pytest.mark.parametrize("lang", SAID)
def test_pages_and_lists_say_whose_overlay_it_is(small_site: Path, lang: str) -> None:
    def html(path: str) -> str:
        return (small_site / lang / path / "index.html").read_text(encoding="utf-8")

    for path in (ARTICLE, PROVIDER):
        head, _, below = html(path).partition("</h1>")
        assert below.lstrip().startswith(f'<p class="small mt2">{badge(lang)} {CONTACT}'), path
        assert badge(lang) not in head
        assert "/tests/catalogue/data/overlay/" not in html(path)
    for path in ("reason/mailbox-full", "code/552", PROVIDER):
        entry = html(path).partition(f'{ARTICLE}/"')[2].partition("</li>")[0]
        assert badge(lang) in entry, path
    assert 'class="by"' not in html("a/acme-blocked-ip")


def test_a_catalogue_without_overlays_has_no_trace_of_them() -> None:
    catalogue = load_catalogue(DATA / "good").catalogue
    assert [
        page.path for page in render_pages(catalogue, "en") if 'class="by"' in page.text and page.path.endswith(".md")
    ] == []


def test_the_settings_name_overlays_and_a_build_stops_at_a_collision(tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    shutil.copytree(DATA / "overlay", ours)
    taken = ours / "providers" / "acme.yaml"
    shutil.copy(DATA / "good" / "providers" / "acme.yaml", taken)
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        f"INHERIT: {PROJECT}/mkdocs.yml\ndocs_dir: {PROJECT}/docs\ntheme: {{custom_dir: {PROJECT}/generator/overrides}}\n"
        "plugins: {bouncekb: {overlays: [ours]}}\n",
        encoding="utf-8",
    )
    done = mkdocs("build", "-d", str(tmp_path / "site"), kb=DATA / "good", config=config)
    assert done.returncode == 1, done.stdout
    assert f"{taken}:1: [overlay] The id `acme` is already taken by " in done.stdout
    assert "Write `overrides: true`" in done.stdout
    assert not (tmp_path / "site").exists()
