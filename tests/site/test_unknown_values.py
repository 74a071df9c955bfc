"""What stands for values that nobody knows yet: the same on a page, in an answer's reply text and on a terminal."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
import quickjs

from generator.catalogue import load_catalogue
from generator.compiled.nodes import Tree
from generator.compiled.tree import parse_plain
from generator.compiled.words import line
from generator.hosts.link import link_modules
from generator.pages import LANGUAGES, Lang
from generator.pages.contents import contents
from generator.pages.edition import Edition
from generator.pages.prose import message, prose
from tests.site.html import parse

KB = Path(__file__).parents[2] / "kb"
SLOT = re.compile(r"<span data-slot hidden>.*?</span>(?:</strong>)?[)）]?</span>")
PLACEHOLDERS = {"recipient": {"ja": "宛先のアドレス", "en": "the recipient's address"}}


@cache
def view() -> quickjs.Context:
    context = quickjs.Context()
    context.eval(link_modules({"view/steps.js": "Steps"}))
    return context


def copied(tree: Tree, values: dict[str, str], placeholders: object, lang: Lang) -> str:
    """A reply text as a reader copies it from an answer."""
    given = ",".join(json.dumps(one) for one in (values, placeholders, lang))
    return str(view().eval(f"Steps.filledReply({json.dumps(tree)}, Steps.fillingOf({given}))"))


def seen(html: str) -> str:
    """What a reader sees of a page's text while no value is known."""
    return parse(SLOT.sub("", html)).text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "To the recipient's address. Server. At {unheard_of} ({unheard_of})"),
        (
            {"recipient": "taro@example.jp"},
            "To taro@example.jp. Server (for taro@example.jp). At {unheard_of} ({unheard_of})",
        ),
    ],
)
def test_a_reply_text_is_filled(values: dict[str, str], text: str) -> None:
    tree = parse_plain("To {recipient}. Server (for {recipient}). At {unheard_of} ({unheard_of})")
    assert copied(tree, values, PLACEHOLDERS, "en") == text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_and_terminals_leave_out_the_same(lang: Lang) -> None:
    edition = Edition(load_catalogue(KB).catalogue, lang)
    slots = 0
    for article in edition.articles:
        steps = (part for step in article.steps for part in (step.do, step.check))
        for text in (*article.prepare, *article.cautions, *steps):
            html = prose(edition.tree(text), edition.unknown)
            slots += len(SLOT.findall(html))
            assert " ".join(seen(html).split()) == line(edition.tree(text), edition.unknown), article.id
    assert slots > 60


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reply_texts_leave_out_the_same_on_a_page_and_in_an_answer(lang: Lang) -> None:
    catalogue = load_catalogue(KB).catalogue
    unknown = Edition(catalogue, lang).unknown
    data = contents(catalogue, lang)
    slots = 0
    for name, article in data["articles"].items():
        html = message(article["reply"][lang], unknown)
        slots += len(SLOT.findall(html))
        assert seen(html) == copied(article["reply"][lang], {}, data["placeholders"], lang), name
    assert slots > 5
