"""The pages made from small catalogues: what they say, and that nothing is missing where the catalogue has gaps."""

import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.pages import LANGUAGES, Lang, Page, render_pages
from generator.pages.urls import code_slug, root_from, to_url, url_of
from tests.catalogue.kb_folder import KbFolder
from tests.conftest import project_catalogue
from tests.site.html import parse


@pytest.fixture
def kb(tmp_path: Path) -> KbFolder:
    return KbFolder(tmp_path)


def pages(kb: KbFolder, lang: Lang = "en") -> dict[str, Page]:
    """The pages of a catalogue by path."""
    loaded = load_catalogue(kb.path)
    assert loaded.problems == ()
    found = list(render_pages(loaded.catalogue, lang))
    assert len({page.path for page in found}) == len(found)
    return {page.path: page for page in found}


def test_both_languages_have_the_same_pages(kb: KbFolder) -> None:
    names = [{path.replace(".en.js", ".ja.js") for path in pages(kb, lang)} for lang in LANGUAGES]
    assert names[0] == names[1]


def test_pages_know_the_file_they_are_made_from(kb: KbFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it lies, whatever its provider says and wherever the command is run; elsewhere there is nothing to edit."""
    found = pages(kb)
    assert {found[path].source for path in ("a/acme-blocked-ip.md", "a/general-quota.md", "provider/acme.md")} == {None}
    monkeypatch.setattr("generator.pages.edition._PROJECT", tmp_path.resolve())
    monkeypatch.chdir(tmp_path)
    (kb.path / "articles/acme/acme-blocked-ip.yaml").rename(kb.path / "articles/general/acme-blocked-ip.yaml")
    found = pages(KbFolder.at(Path("kb")))
    assert found["a/acme-blocked-ip.md"].source == "kb/articles/general/acme-blocked-ip.yaml"
    assert found["a/general-quota.md"].source == "kb/articles/general/general-mailbox-full.yaml"
    assert found["provider/acme.md"].source == "kb/providers/acme.yaml"


def test_the_same_catalogue_gives_the_same_pages(kb: KbFolder) -> None:
    assert list(pages(kb).values()) == list(pages(kb).values())


def test_an_example_is_marked_where_the_engine_found_its_evidence(kb: KbFolder) -> None:
    text = pages(kb)["a/acme-blocked-ip.md"].text
    assert "550 5.7.612 <mark>Access denied, blocked address &#91;2001:db8::25&#93;</mark></pre>" in text


def test_steps_stand_under_those_who_take_them_each_with_its_check(kb: KbFolder) -> None:
    text = pages(kb)["a/acme-blocked-ip.md"].text
    steps = text[text.index('id="steps"') : text.index('class="folds"')]
    assert '<a href="https://www.acme-mail.com/delist">delisting page</a>' in steps
    assert re.search(r'<div class="check">If it worked: ?(<p>)?It is accepted\.', steps)


def test_the_picture_tells_in_words_where_the_mail_stopped(kb: KbFolder) -> None:
    kb.change("articles/acme/acme-blocked-ip.yaml", "stage: recipient", "stage: mailbox")
    text = pages(kb)["a/acme-blocked-ip.md"].text
    for figure in re.findall(r'<figure class="way.*?</figure>', text, re.DOTALL):
        said = parse(figure).text
        assert "It stopped at: Recipient" in said
        assert said.index("(passed)") < said.index("(it stopped here)")
        # What is drawn adds nothing for those who hear the page.
        assert all(
            drawn["aria-hidden"] == "true" for drawn in parse(re.sub("<svg(?=[^>]*overflow)", "<g", figure)).all("svg")
        )
    assert "</figure>" in text


def test_every_code_of_a_range_has_a_page_that_leads_to_the_article(kb: KbFolder) -> None:
    found = pages(kb)
    for code in ("5.7.600", "5.7.612", "5.7.649"):
        assert 'href="../../a/acme-blocked-ip/"' in found[f"code/{code}.md"].text
    assert "code/5.7.650.md" not in found


def test_an_old_id_leads_on_to_the_article(kb: KbFolder) -> None:
    kb.change(
        "articles/acme/acme-blocked-ip.yaml", "id: acme-blocked-ip\n", "id: acme-blocked-ip\nformerly: [acme-old]\n"
    )
    found = pages(kb)
    moved = found["a/acme-old.md"].text
    assert '<a id="moved-to" href="../../a/acme-blocked-ip/">' in moved
    assert "\nscripts: [moved.js]\n" in moved
    assert "location.hash" in found["assets/bouncekb/moved.js"].text
    assert "robots: noindex" in moved


def test_a_provider_without_articles_shows_the_general_ones(kb: KbFolder) -> None:
    shutil.rmtree(kb.path / "articles" / "acme")
    for name in ("general-mailbox-full", "general-reputation-blocked"):
        file = f"articles/general/{name}.yaml"
        kb.write(file, kb.read(file).replace("acme-blocked-ip", "general-mailbox-full"))
    page = pages(kb)["provider/acme.md"].text
    assert 'href="../../a/general-mailbox-full/"' in page
    assert "These may hold for any system." in page


def test_a_catalogue_without_articles_still_has_its_lists(kb: KbFolder) -> None:
    shutil.rmtree(kb.path / "articles")
    assert {"index.md", "code/index.md", "provider/index.md", "reason/index.md"} <= set(pages(kb))


@pytest.mark.parametrize(
    ("code", "slug"),
    [("5.7.606", "5.7.606"), ("AS(1430)", "AS-1430"), ("AUP#CXDNS", "AUP-CXDNS"), ("OU-002", "OU-002"), ("(x)", "x")],
)
def test_a_code_is_written_in_its_url_by_one_rule(code: str, slug: str) -> None:
    assert code_slug(code) == slug


@pytest.mark.parametrize(
    ("path", "url", "root"),
    [
        ("index.md", "", ""),
        ("code/index.md", "code/", "../"),
        ("a/x.md", "a/x/", "../../"),
        ("code/5.7.606.md", "code/5.7.606/", "../../"),
    ],
)
def test_urls_are_relative(path: str, url: str, root: str) -> None:
    assert (url_of(path), root_from(path)) == (url, root)
    assert to_url(path, "guide/privacy.md") == root + "guide/privacy/"


def test_waiting_is_nobody_who_can_fix_it() -> None:
    catalogue = project_catalogue()
    article = catalogue.articles["general-greylisted"]
    assert article.fixers[0] == "wait"
    text = next(
        page.text
        for page in render_pages(catalogue, "en", examples=defaultdict(list))
        if page.path == "a/general-greylisted.md"
    )
    assert "<dt>Who acts</dt><dd>Wait first</dd>" in text
    # Waiting is what comes first, but whoever can mend it still has steps.
    assert 'id="steps-sender-admin"' in text
    assert 'id="steps-wait"' not in text
