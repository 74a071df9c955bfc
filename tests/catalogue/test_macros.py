"""`bouncekb macros`: replies as helpdesks take them, whole, and with nothing in them that a helpdesk would fill in."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest

from generator.catalogue import Catalogue
from generator.compiled.letters import VOICES
from generator.macros import FORMATS, Lang, Reply, replies
from generator.pages.urls import article_path, url_of
from tests.catalogue.command import run
from tests.catalogue.kb_folder import KbFolder
from tests.conftest import project_catalogue
from tests.site.html import parse

SITE = "https://help.example.com/mail/"
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
EDITIONS = list(product(LANGUAGES, VOICES))
PLACEHOLDER = re.compile(r"[{}]|\{%|%\}")
"""Ours have braces, those of Zendesk and Freshdesk two of them, those of Help Scout {% %}."""
LONGEST_TITLE = 255


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return project_catalogue()


@pytest.fixture(scope="module")
def of(catalogue: Catalogue) -> Callable[[Lang, str], list[Reply]]:
    found = {edition: replies(catalogue, *edition, SITE) for edition in EDITIONS}
    return lambda lang, voice: found[lang, voice]


Of = Callable[[Lang, str], list[Reply]]


def html_of(form: str, body: Any) -> str:
    """The reply in a request, which must be just what the helpdesk's API takes."""
    if form == "zendesk":
        assert set(body) == {"macro"}
        macro = body["macro"]
        assert set(macro) == {"title", "description", "active", "actions"}
        [action] = macro["actions"]
        assert action["field"] == "comment_value_html"
        return str(action["value"])
    if form == "freshdesk":
        assert set(body) == {"title", "content_html", "visibility"}
        return str(body["content_html"])
    assert set(body) == {"name", "text"}
    return str(body["text"])


def title_of(form: str, body: Any) -> str:
    return str(
        {"zendesk": body.get("macro", {}).get("title"), "freshdesk": body.get("title")}.get(form) or body["name"]
    )


@pytest.mark.parametrize(("lang", "voice"), EDITIONS)
def test_every_article_has_a_reply_that_leads_to_its_page(catalogue: Catalogue, of: Of, lang: Lang, voice: str) -> None:
    found = {reply.id: reply for reply in of(lang, voice)}
    assert sorted(found) == sorted(catalogue.articles)
    assert len(of(lang, voice)) == len(found)
    for reply in found.values():
        assert reply.link == SITE + ("en/" if lang == "en" else "") + url_of(article_path(reply.id))
        assert reply.text.endswith(reply.link)
        assert reply.group
        assert not PLACEHOLDER.search(reply.text + reply.title + reply.group), reply
        assert not re.search(r"^\[(ask|we)\]|[（(] ?[)）]|\n{3}| {2}", reply.text, re.MULTILINE), reply.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_voices_differ_where_the_catalogue_has_two(catalogue: Catalogue, of: Of, lang: Lang) -> None:
    written = {one.id: one.reply.ja if lang == "ja" else one.reply.en for one in catalogue.articles.values()}
    two = {name for name, text in written.items() if re.search(r"^\[(ask|we)\]", text, re.MULTILINE)}
    differ = {ask.id for ask, we in zip(of(lang, "ask"), of(lang, "we"), strict=True) if ask.text != we.text}
    assert two
    assert differ == two


@pytest.mark.parametrize(("form", "lang"), [*product(["zendesk", "freshdesk", "helpscout"], LANGUAGES)])
def test_each_line_is_one_request(of: Of, form: str, lang: Lang) -> None:
    found = of(lang, "ask")
    written = "".join(FORMATS[form](found))
    assert written.endswith("\n")
    bodies = [json.loads(line) for line in written.removesuffix("\n").split("\n")]
    assert len(bodies) == len(found)
    titles = [title_of(form, body) for body in bodies]
    assert len(set(titles)) == len(titles)
    assert max(map(len, titles)) <= LONGEST_TITLE
    for reply, body, title in zip(found, bodies, titles, strict=True):
        assert reply.title in title
        assert reply.group in title
        page = parse(html_of(form, body))
        assert page.text == "".join(reply.text.split("\n"))
        links = [link["href"] for link in page.all("a")]
        assert links[-1] == reply.link
        assert not PLACEHOLDER.search(html_of(form, body))


def test_zendesk_has_two_levels_and_knows_the_article(of: Of) -> None:
    for reply, line in zip(of("en", "we"), FORMATS["zendesk"](of("en", "we")), strict=True):
        macro = json.loads(line)["macro"]
        assert macro["title"].split("::") == [reply.group, reply.title]
        assert macro["description"] == reply.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_holds_the_same(of: Of, lang: Lang) -> None:
    written = "".join(FORMATS["csv"](of(lang, "ask")))
    assert written.startswith("\ufeff")
    header, *rows = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""), strict=True)
    assert header == ["id", "group", "title", "text", "link"]
    assert [Reply(*row) for row in rows] == of(lang, "ask")


def texts(output: bytes) -> Iterator[str]:
    for line in output.decode().splitlines():
        yield json.loads(line)["text"]


def test_a_value_vanishes_and_a_sentence_that_needs_it_says_what_it_is(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    name = "articles/general/general-mailbox-full.yaml"
    kb.change(name, "{recipient} has no room.", "The mailbox ({recipient}) is full. Ask {recipient}.")
    done = run("macros", "--format", "helpscout", "--lang", "en", "--site-url", SITE, kb=kb.path)
    assert done.exit_code == 0, done.output
    [text] = [text for text in texts(done.stdout_bytes) if "mailbox" in text]
    assert "The mailbox is full. Ask the recipient." in parse(text).text


@pytest.mark.parametrize(("form", "lang"), [*product(FORMATS, LANGUAGES)])
def test_the_file_is_what_the_output_would_be(tmp_path: Path, form: str, lang: str) -> None:
    file = tmp_path / "replies"
    words = ["macros", "--format", form, "--lang", lang, "--site-url", SITE]
    printed = run(*words)
    written = run(*words, "--out", file)
    assert (printed.exit_code, written.exit_code) == (0, 0)
    assert written.output == f"{file}: 3 replies.\n"
    assert file.read_bytes() == printed.stdout_bytes == run(*words, "--out", "-").stdout_bytes
    assert f"{SITE}{'en/' if lang == 'en' else ''}a/acme-blocked-ip/" in printed.stdout


def test_the_language_is_the_locales() -> None:
    words = ["macros", "--format", "csv", "--site-url", SITE]
    assert run(*words).stdout_bytes == run(*words, "--lang", "ja").stdout_bytes
    assert run(*words, lang="en_US.UTF-8").stdout_bytes == run(*words, "--lang", "en").stdout_bytes


def test_a_folder_of_freshdesk_is_for_all_agents() -> None:
    own = run("macros", "--format", "freshdesk", "--site-url", SITE)
    shared = run("macros", "--format", "freshdesk", "--site-url", SITE, "--folder", "4")
    assert {json.loads(line)["visibility"] for line in own.stdout.splitlines()} == {1}
    assert {(body["visibility"], body["folder_id"]) for body in map(json.loads, shared.stdout.splitlines())} == {(0, 4)}
    refused = run("macros", "--format", "zendesk", "--site-url", SITE, "--folder", "4")
    assert refused.exit_code == 2
    assert "--folder is for freshdesk. Leave it out with zendesk." in refused.output


def test_the_address_is_that_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    example = run("macros", "--format", "csv")
    assert "https://bounce.example.org/a/acme-blocked-ip/" in example.stdout
    assert example.stderr.startswith("The links lead to https://bounce.example.org/, an example.")
    monkeypatch.setenv("SITE_URL", "https://bounce.test/help")
    built = run("macros", "--format", "csv")
    assert "https://bounce.test/help/a/acme-blocked-ip/" in built.stdout
    assert built.stderr == ""


@pytest.mark.parametrize(
    "address", ["bounce.test", "ftp://bounce.test/", "https://", "https://a b/", "https://[/", "https://a/?b=c"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    done = run("macros", "--format", "csv", "--site-url", address)
    assert done.exit_code == 2
    assert f"{address} is no address of a site. Give one such as" in done.output


def test_an_unknown_format_is_refused() -> None:
    done = run("macros", "--format", "outlook")
    assert done.exit_code == 2
    assert "'outlook' is not one of 'zendesk', 'freshdesk', 'helpscout', 'csv'." in done.output
    assert "Missing option '--format'" in run("macros").output


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    for file, why in ((tmp_path, "Is a directory"), (tmp_path / "no" / "file", "No such file or directory")):
        done = run("macros", "--format", "csv", "--site-url", SITE, "--out", file)
        assert done.exit_code == 1
        assert done.output == f"Error: {file}: {why}. Nothing more was done.\n"


def test_a_catalogue_without_articles_is_refused(tmp_path: Path) -> None:
    done = run("macros", "--format", "csv", "--site-url", SITE, kb=tmp_path / "none")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "none" in done.stderr
