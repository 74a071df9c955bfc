"""The one parser of the catalogue's texts: what becomes an element, a value or a slot, and what stays words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compiled.nodes import ELEMENTS, Tree, is_web_address
from generator.compiled.tree import parse, parse_plain
from generator.compiled.words import children, code_spans, elements, line, targets, values, written

UNKNOWN = {"sender_ip": "your sending IP address", "recipient": "the recipient's address"}


def value(name: str) -> list[str]:
    return ["value", name]


@pytest.mark.parametrize(
    ("markdown", "nodes"),
    [
        ("plain", ["plain"]),
        ("", []),
        ("**{recipient}** wrote", [["strong", value("recipient")], " wrote"]),
        ("{sender_ip}{recipient_domain}", [value("sender_ip"), value("recipient_domain")]),
        ("_x_ {a_b} snake_case", [["em", "x"], " ", value("a_b"), " snake_case"]),
        ("[portal](https://example.com/?a=1&b=2)", [["a", "https://example.com/?a=1&b=2", "portal"]]),
        ("[a](https://example.com/a_(b))", [["a", "https://example.com/a_(b)", "a"]]),
        ('[a](https://example.com/ "title")', [["a", "https://example.com/", "a"]]),
        ("[**[b](https://u.example)**](https://v.example)", [["a", "https://v.example", ["strong", "b"]]]),
        ("code `{sender_ip} <b> &amp;`", ["code ", ["code", value("sender_ip"), " <b> &amp;"]]),
        ("`` ` `` and \\*", [["code", "`"], " and *"]),
        ("one\n\n- a\n- **b**", [["p", "one"], ["ul", ["li", "a"], ["li", ["strong", "b"]]]]),
        ("1. a\n2. b", [["ol", ["li", "a"], ["li", "b"]]]),
        ("- a\n\n- b", [["ul", ["li", ["p", "a"]], ["li", ["p", "b"]]]]),
        ("> q", [["blockquote", ["p", "q"]]]),
        ("    550 <a> {x}\n\n    b\n", [["pre", ["code", "550 <a> ", value("x"), "\n\nb"]]]),
        ("a  \nb", ["a", ["br"], "b"]),
        ("wrapped\nline", ["wrapped\nline"]),
    ],
)
def test_markdown_becomes_a_tree(markdown: str, nodes: Tree) -> None:
    assert parse(markdown) == nodes


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=x>b</b>",
        "<div>\n<p>x</p>\n</div>",
        "<!-- x --> <?x?> <![CDATA[x]]>",
        "5 < 6 &copy; &#60; & 7",
        "<https://example.com/> <a@example.com>",
        "# heading",
        "heading\n---",
        "***",
        "[x][y]",
        "[y]: javascript:alert(1)",
        "![y]",
    ],
)
def test_what_is_not_in_the_dialect_stays_words(text: str) -> None:
    assert parse(text) == [text]


def test_a_picture_is_a_link() -> None:
    assert parse("![x](https://example.com/x.png)") == ["!", ["a", "https://example.com/x.png", "x"]]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("{: onclick=alert(1) }", [value(": onclick=alert(1) ")]),
        ("{**a**} {", [value("**a**"), " {"]),
        ("{a\nb}", [value("a\nb")]),
        ("[x](https://example.com/{recipient})", [["a", "https://example.com/{recipient}", "x"]]),
        ("\x02v0\x03{a}\ue0000\ue001", ["v0", value("a"), "\ue0000\ue001"]),
    ],
)
def test_whatever_stands_in_braces_is_the_name_of_a_value(text: str, nodes: Tree) -> None:
    assert parse(text) == nodes


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        (
            'Server: **{sender_ip}** (after "from")',
            ["Server", ["slot", ": ", ["strong", value("sender_ip")]], ' (after "from")'],
        ),
        (
            "宛先のアドレス：**{recipient}**、サーバー：**{sender_ip}**",
            [
                "宛先のアドレス",
                ["slot", "：", ["strong", value("recipient")]],
                "、サーバー",
                ["slot", "：", ["strong", value("sender_ip")]],
            ],
        ),
        (
            "your server ({sender_ip}) and services",
            ["your server", ["slot", " (", value("sender_ip"), ")"], " and services"],
        ),
        ("宛先（ドメイン：**{recipient}**）", ["宛先", ["slot", "（ドメイン：", ["strong", value("recipient")], "）"]]),
        ("(**see** {a})", ["(", ["strong", "see"], " ", value("a"), ")"]),
        ("Look at **{recipient}** (by letter)", ["Look at ", ["strong", value("recipient")], " (by letter)"]),
        ("two ({a}; also {b}) stay", ["two (", value("a"), "; also ", value("b"), ") stay"]),
        (
            "({a})({b}): {c}",
            [["slot", "(", value("a"), ")"], ["slot", "(", value("b"), ")"], ["slot", ": ", value("c")]],
        ),
        ("`a: {x}`: `{y}`", [["code", "a", ["slot", ": ", value("x")]], ["slot", ": ", ["code", value("y")]]]),
        ("(more than thirty characters before the {a})", ["(more than thirty characters before the ", value("a"), ")"]),
        ("**{a} {b}**: **{a} x**", [["strong", value("a"), " ", value("b")], ": ", ["strong", value("a"), " x"]]),
    ],
)
def test_what_only_leads_up_to_a_value_is_its_slot(text: str, nodes: Tree) -> None:
    assert parse(text) == nodes


def test_plain_text_has_values_and_slots_and_nothing_else() -> None:
    text = (
        "宛先（{recipient}）の *x* `y` [z](https://example.com/)\n\nServer: {sender_ip}\nat:\n{sender_ip} &amp; <b>\n\n"
    )
    assert parse_plain(text) == [
        "宛先",
        ["slot", "（", value("recipient"), "）"],
        "の *x* `y` [z](https://example.com/)\n\nServer",
        ["slot", ": ", value("sender_ip")],
        "\nat:\n",
        value("sender_ip"),
        " &amp; <b>",
    ]


@pytest.mark.parametrize(
    "text", ["- " * 2000 + "a", "\n".join("    " * n + "- a" for n in range(40)), "> " * 200 + "a"]
)
def test_what_is_nested_too_deep_is_plain_text(text: str) -> None:
    assert parse(text) == [text]
    assert parse("**a**") == [["strong", "a"]]


def test_a_text_leaves_nothing_behind_for_the_next() -> None:
    assert parse("[x]: https://example.com/\n\n*a **b") == [["p", "[x]: https://example.com/"], ["p", "*a **b"]]
    assert parse("[x] {a}") == ["[x] ", value("a")]
    assert parse("c** d* {b}") == ["c** d* ", value("b")]


MARKUP = [
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "]",
    "](",
    "](https://e.example/",
    ")",
    "(",
    "（",
    "）",
    "：",
    "{a}",
    "{b_c}",
    "{",
    "}",
    "\\",
    "<b>",
    "<!--",
    "&lt;",
    "&",
    "!",
    "x",
    "語",
    "javascript:x",
]
LAYOUT = [" ", ": ", "\n", "\n\n", "    ", "- ", "> ", "1. ", "# ", "  \n"]
FOREIGN = ["\x02", "\x03", "\x02klzzwxh:0000\x03", "\x02v0\x03", "\x0242\x03", "\ue000", '"']


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*MARKUP, *LAYOUT, *FOREIGN]), max_size=25).map("".join))
def test_any_text_is_a_tree_of_known_nodes(text: str) -> None:
    for tree in (parse(text), parse_plain(text)):
        assert json.loads(json.dumps(tree)) == tree
        for node in elements(tree):
            kind: str = node[0]
            assert kind in ELEMENTS | {"a", "value", "slot"}
            assert all(isinstance(child, str | list) and child != "" for child in children(node))
            if kind in ("a", "value"):
                assert isinstance(node[1], str)
            if kind == "slot":
                assert len(list(values(children(node)))) == 1
            if kind == "a":
                assert not [inner for inner in elements(children(node)) if inner[0] == "a"]
        assert not {"\x02", "\x03"} & set(written(tree)) or tree == parse_plain(text)


def test_values_come_in_the_order_in_which_they_stand() -> None:
    text = "{a} `{b}`\n\n- [{c}](https://example.com/{d}) (see {e})"
    assert list(values(parse(text))) == ["a", "b", "d", "c", "e"]


def test_links_and_code_come_in_the_order_in_which_they_stand() -> None:
    tree = parse("`a {x}` [**b** `c`](https://example.com/1) [d](javascript:x)\n\n1. [e](https://example.com/2)")
    assert list(targets(tree)) == ["https://example.com/1", "javascript:x", "https://example.com/2"]
    assert list(code_spans(tree)) == ["a {x}", "c"]


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        ("https://example.com/a?b=c&d#e", True),
        ("mailto:postmaster@example.com", True),
        ("javascript:alert(1)", False),
        ("JavaScript:https://example.com", False),
        ("//example.com", False),
        ("a/b", False),
        ("https://example.com/{sender_ip}", False),
        ("https://example.com/ onclick=x", False),
        ('https://example.com/"onclick="x', False),
        ("https://example.com/\njavascript:x", False),
        ("data:text/html,x", False),
        ("", False),
    ],
)
def test_a_link_leads_to_the_web_or_nowhere(target: str, leads: bool) -> None:
    assert is_web_address(target) is leads


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("Server: **{sender_ip}**.", {}, "Server."),
        ("Server: **{sender_ip}**.", {"sender_ip": "203.0.113.7"}, "Server: 203.0.113.7."),
        ("Server (of {unheard_of})", {}, "Server (of {unheard_of})"),
        ("Ask **{recipient}**  \nagain", {}, "Ask the recipient's address again"),
        ("See [the\nportal](https://example.com/) `x`", {}, "See the portal x"),
        ("One\n\n- two\n- three", {}, "One two three"),
    ],
)
def test_a_text_on_one_line(text: str, known: dict[str, str], said: str) -> None:
    assert line(parse(text), UNKNOWN, known) == said


def test_a_line_names_addresses_for_those_who_cannot_follow_a_link() -> None:
    assert line(parse("See [it](https://example.com/)."), {}, addresses=True) == "See it (https://example.com/)."
