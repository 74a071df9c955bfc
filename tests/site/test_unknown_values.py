"""What stands for values that nobody knows yet: the same on a page, in an answer's reply text and on a terminal."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
import quickjs

from generator.compiled.contents import contents
from generator.compiled.letters import GREETING, VOICES, in_voice, letter, letters
from generator.compiled.nodes import Tree
from generator.compiled.tree import parse_plain
from generator.compiled.words import line
from generator.hosts.link import link_modules
from generator.pages import LANGUAGES, Lang
from generator.pages.edition import Edition
from generator.pages.prose import message, prose
from tests.conftest import project_catalogue
from tests.site.html import parse

SLOT = re.compile(r"<span data-slot hidden>.*?</span>(?:</strong>)?[)）]?</span>")
PLACEHOLDERS = {"recipient": {"ja": "宛先のアドレス", "en": "the recipient's address"}}


@cache
def view() -> quickjs.Context:
    context = quickjs.Context()
    context.eval(link_modules({"view/steps.js": "Steps", "view/letters.js": "Letters"}))
    return context


def copied(tree: Tree, values: dict[str, str], placeholders: object, lang: Lang, voice: str = "ask") -> str:
    """A letter as a reader copies it from an answer, with its greeting."""
    given = ",".join(json.dumps(one) for one in (values, placeholders, lang))
    parts = json.dumps({"body": tree, "how_long": []})
    frame = '[["part", "body"]]'
    call = f"Letters.letterText({frame}, {parts}, Steps.fillingOf({given}), {json.dumps([voice, GREETING])})"
    return str(view().eval(call))


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
    edition = Edition(project_catalogue(), lang)
    slots = 0
    for article in edition.articles:
        steps = (part for step in article.steps for part in (step.do, step.check))
        for text in (*article.prepare, *article.cautions, *steps):
            html = prose(edition.tree(text), edition.unknown)
            slots += len(SLOT.findall(html))
            assert " ".join(seen(html).split()) == line(edition.tree(text), edition.unknown), article.id
    assert slots > 60


@pytest.mark.parametrize("lang", LANGUAGES)
def test_letters_say_the_same_on_a_page_and_in_an_answer(lang: Lang) -> None:
    catalogue = project_catalogue()
    unknown = Edition(catalogue, lang).unknown
    placeholders = contents(catalogue, lang)["placeholders"]
    slots = 0
    for article in catalogue.articles.values():
        for name, own in letters(article, lang).items():
            sent = letter(catalogue, article, name, lang)
            slots += len(SLOT.findall(message(sent, unknown)))
            for voice in VOICES:
                spoken = in_voice(sent, voice)
                text = re.sub(r"\n{3,}", "\n\n", seen(message(spoken, unknown))).strip()
                assert text == copied(sent, {}, placeholders, lang, voice), (article.id, name)
            assert own
    assert slots > 300


def test_a_letter_is_filled_and_speaks_as_the_reader_chose() -> None:
    catalogue = project_catalogue()
    article = catalogue.articles["microsoft-banned-sending-ip"]
    sent = letter(catalogue, article, "customer", "en")
    data = contents(catalogue, "en")
    values = {"sender_ip": "203.0.113.7", "link": "https://bounce.example.org/en/a/x/"}
    asking = copied(sent, values, data["placeholders"], "en")
    assert "(203.0.113.7)" in asking and "Send them the whole bounce" in asking
    assert asking.endswith("All steps: https://bounce.example.org/en/a/x/")
    own = copied(sent, values, data["placeholders"], "en", "we")
    assert "We will ask for removal" in own and "Send them the whole bounce" not in own
