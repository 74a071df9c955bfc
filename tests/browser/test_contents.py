"""The contents script: Markdown as trees without HTML, and everything that an answer shows, in its language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.pages.contents import Node, contents, contents_script, tree

KB = Path(__file__).parents[2] / "kb"


@pytest.mark.parametrize(
    ("markdown", "nodes"),
    [
        ("plain", ["plain"]),
        ("**{recipient}** wrote", [["strong", ["value", "recipient"]], " wrote"]),
        ("{sender_ip}{recipient_domain}", [["value", "sender_ip"], ["value", "recipient_domain"]]),
        ("[portal](https://example.com/?a=1&b=2)", [["a", "https://example.com/?a=1&b=2", "portal"]]),
        ("code `{sender_ip} <b>`", ["code ", ["code", ["value", "sender_ip"], " <b>"]]),
        ("one\n\n- a\n- **b**", [["p", "one"], ["ul", ["li", "a"], ["li", ["strong", "b"]]]]),
        ("1. a\n2. b", [["ol", ["li", "a"], ["li", "b"]]]),
        ("wrapped\nline", ["wrapped line"]),
        ("5 < 6 &copy; & 7", ["5 < 6 © & 7"]),
    ],
)
def test_markdown_becomes_a_tree(markdown: str, nodes: object) -> None:
    assert tree(markdown) == nodes


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=x>b</b>",
        "<div>\n<p>x</p>\n</div>",
        "<!-- x -->",
    ],
)
def test_html_stays_text(hostile: str) -> None:
    def texts(node: Node) -> str:
        return node if isinstance(node, str) else "".join(texts(child) for child in node[1:])

    found = tree(hostile)
    assert texts(["p", *found]).split() == hostile.split()


def test_an_answer_has_everything_in_its_language() -> None:
    catalogue = load_catalogue(KB).catalogue
    data = contents(catalogue, "ja")
    article = data["articles"]["microsoft-banned-sending-ip"]
    source = catalogue.articles["microsoft-banned-sending-ip"]
    assert article["title"] == source.title.ja
    assert len(article["steps"]) == len(source.steps)
    assert ["strong", ["value", "sender_ip"]] in article["steps"][2]["do"]
    assert article["reply"] == {"ja": source.reply.ja.strip(), "en": source.reply.en.strip()}
    assert set(data["actors"]) == {actor.id for actor in catalogue.vocabulary.actors}
    assert "banned sending IP" in data["examples"]["microsoft-banned-sending-ip"]
    assert contents(catalogue, "en")["articles"]["microsoft-banned-sending-ip"]["title"] == source.title.en


def test_the_script_is_one_assignment_and_always_the_same() -> None:
    catalogue = load_catalogue(KB).catalogue
    script = contents_script(catalogue, "en")
    start = "globalThis.BounceContents="
    assert script.startswith(start)
    assert json.loads(script.removeprefix(start).removesuffix(";\n")) == contents(catalogue, "en")
    assert script == contents_script(load_catalogue(KB).catalogue, "en")
