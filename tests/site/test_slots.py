"""A value that isn't known yet takes along what only leads up to it, on a page as in the matcher's answer."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import markdown
import pytest
import quickjs

from generator.catalogue import load_catalogue
from generator.hosts.link import link_modules
from generator.pages import LANGUAGES, Lang
from generator.pages.contents import contents, tree
from generator.pages.edition import Edition
from generator.pages.prose import prose, verbatim
from tests.site.html import parse

KB = Path(__file__).parents[2] / "kb"
UNKNOWN = {"sender_ip": "your sending IP address", "recipient": "the recipient's address"}
SLOT = re.compile(r"<span data-slot hidden>.*?</span>(?:</strong>)?[)）]?</span>")


@cache
def view() -> quickjs.Context:
    context = quickjs.Context()
    context.eval(link_modules({"view/slots.js": "Slots"}))
    return context


def settled(tree_: list[Any], known: list[str]) -> list[Any]:
    """The tree as an answer shows it where only these values are known."""
    call = f"Slots.settledTree({json.dumps(tree_)}, (id) => {json.dumps(known)}.includes(id))"
    found: list[Any] = json.loads(str(view().eval(f"JSON.stringify({call})")))
    return found


def said(node: Any, unknown: dict[str, str]) -> str:
    """The text of a tree with what stands for its values."""
    if isinstance(node, str):
        return node
    if node[0] == "value":
        return unknown[node[1]]
    return "".join(said(child, unknown) for child in node[2 if node[0] == "a" else 1 :])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('The server: **{sender_ip}** (after "from")', 'The server (after "from")'),
        ("宛先のアドレス：**{recipient}**、サーバー：**{sender_ip}**", "宛先のアドレス、サーバー"),
        ("your server (**{sender_ip}**) and services", "your server and services"),
        ("宛先のアドレス（ドメイン：**{recipient}**）", "宛先のアドレス"),
        ("address (IP address {sender_ip}), and", "address, and"),
        ("Look at **{recipient}** (letter by letter)", "Look at the recipient's address (letter by letter)"),
        (
            "two ({sender_ip}; also {recipient}) stay",
            "two (your sending IP address; also the recipient's address) stay",
        ),
        ("`a: {sender_ip}`: **{unheard_of}**", "a: {unheard_of}"),
    ],
)
def test_what_only_leads_up_to_an_unknown_value_goes_with_it(text: str, read: str) -> None:
    page = parse(SLOT.sub("", markdown.markdown(prose(text, UNKNOWN))))
    assert page.text.strip() == read


@pytest.mark.parametrize("known", [["sender_ip"], ["recipient"], ["sender_ip", "recipient"]])
def test_a_known_value_keeps_its_label(known: list[str]) -> None:
    there = [
        "The server: ",
        ["strong", ["value", "sender_ip"]],
        " (for ",
        ["value", "recipient"],
        ") is",
        ["p", "x: ", ["value", "recipient"]],
    ]
    ip = ": <ip>" if "sender_ip" in known else ""
    whom, line = (" (for <to>)", "x: <to>") if "recipient" in known else ("", "x")
    assert (
        said(["p", *settled(there, known)], {"sender_ip": "<ip>", "recipient": "<to>"})
        == f"The server{ip}{whom} is{line}"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_and_answers_leave_out_the_same(lang: Lang) -> None:
    edition = Edition(load_catalogue(KB).catalogue, lang)
    unknown = dict(edition.unknown)
    slots = 0
    for article in edition.articles:
        texts = [
            *article.prepare,
            *article.cautions,
            *(part for step in article.steps for part in (step.do, step.check)),
        ]
        for text in map(edition.say, texts):
            html = markdown.markdown(prose(text, unknown))
            slots += len(SLOT.findall(html))
            page = parse(SLOT.sub("", html)).text
            assert "".join(page.split()) == "".join(said(["p", *settled(tree(text), [])], unknown).split()), article.id
    assert slots > 60


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reply_texts_leave_out_the_same(lang: Lang) -> None:
    catalogue = load_catalogue(KB).catalogue
    unknown = dict(Edition(catalogue, lang).unknown)
    slots = 0
    for name, article in contents(catalogue, lang)["articles"].items():
        text = article["reply"][lang]
        html = verbatim(text, unknown)
        slots += len(SLOT.findall(html))
        copied = str(view().eval(f"Slots.settledText({json.dumps(text)}, () => false)"))
        filled = re.sub(r"\{(\w+)\}", lambda found: unknown[found[1]], copied)
        assert parse(SLOT.sub("", html)).text == filled, name
    assert slots > 5
