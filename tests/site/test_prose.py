"""Catalogue text in a page: values have their places, and nothing in a text can become more than text."""

import markdown
import pytest

from generator.compiled.tree import parse as tree
from generator.compiled.tree import parse_plain
from generator.pages.prose import message, paragraph, plain, prose, verbatim
from tests.site.html import parse

UNKNOWN = {"sender_ip": "your sending IP address", "recipient": "the recipient's address"}
HARMLESS = {"p", "strong", "em", "ul", "ol", "li", "a", "code", "span", "blockquote", "br", "pre", "div"}


def rendered(text: str) -> str:
    """What the site's Markdown makes of it."""
    return markdown.markdown(text, extensions=["attr_list", "md_in_html", "tables", "toc", "fenced_code"])


def shown(text: str) -> str:
    """A catalogue text as HTML."""
    return prose(tree(text), UNKNOWN)


def test_a_value_has_a_place_that_keeps_its_wording() -> None:
    html = rendered(shown("Enter **{sender_ip}**."))
    assert html == ('<p>Enter <strong><span data-value="sender_ip">your sending IP address</span></strong>.</p>')


@pytest.mark.parametrize(
    "text",
    [
        "**bold**{sender_ip} goes on",
        "a [link](https://example.com/){sender_ip}",
        "- item {sender_ip}",
        "at the end {sender_ip}",
        "`550 {sender_ip}` in a code span",
    ],
)
def test_a_value_survives_where_markdown_reads_braces_as_attributes(text: str) -> None:
    [place] = [one for one in parse(rendered(shown(text))).all("span") if one]
    assert place == {"data-value": "sender_ip"}


def test_markdown_of_an_article_works() -> None:
    text = "Open [the portal](https://example.com/a?b=c&d=e), press `Send <now>` and **wait**.\n\n- one\n- two"
    found = parse(rendered(shown(text)))
    assert [one["href"] for one in found.all("a")] == ["https://example.com/a?b=c&d=e"]
    assert "Send <now>" in found.text
    assert len(found.all("li")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![picture](https://example.com/x.png)",
        "[x](javascript:alert(1))",
        "[x](  javascript:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](\njavascript:alert(1))",
        "[x](`javascript:`a`)",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "word {: onclick=alert(1) }",
        "word{: style=color:red }",
        "# heading {onclick=alert(1)}",
        "`a` <b>b</b> `c`",
        "`` ` `` <i>x</i> `",
        "``<b>x</b>`",
        "\\`<b>x</b>\\`",
        "a `code\n\n<b>x</b>` b",
        "[a](https://example.com/ onclick=alert)",
        '[a](https://example.com/"onclick="alert)',
        "```\n<b>x</b>\n```",
        '{sender_ip}" onclick="x',
        "{sender_ip{: onclick=x }",
        "[a](https://example.com/{sender_ip})",
        "[a](https://example.com/&quot;onclick=&quot;alert)",
        "&lt;b onclick=x&gt;",
    ],
)
def test_hostile_text_stays_text(text: str) -> None:
    # As it stands in a page: in a block of HTML, and amid Markdown.
    for html in (shown(text), rendered(paragraph(tree(text), UNKNOWN)), rendered(f"- a {shown(text)}\n{{: .b }}")):
        found = parse(html)
        for tag, attributes in found.elements:
            assert tag in HARMLESS, (tag, attributes)
            assert set(attributes) <= {"href", "data-value", "class"}, attributes
            assert attributes.get("href", "https://").startswith(("https://", "http://", "mailto:"))
            assert attributes.get("class", "b") == "b"


@pytest.mark.parametrize("text", ["a <b> & \"c\" 'd' *e* _f_ [g](h) {i} `j` #k", "AUP#CXDNS", "AS(1430)", "\\*"])
def test_plain_text_shows_letter_for_letter(text: str) -> None:
    assert parse(rendered(f"{plain(text)}")).text == text
    assert parse(f'<p title="{plain(text)}">').all("p") == [{"title": text}]


def test_a_message_keeps_its_lines_in_one_line_of_source() -> None:
    text = "Hi.\n\n  550 <a@example.com> {sender_ip} *x*"
    html = message(parse_plain(text), UNKNOWN)
    assert "\n" not in html
    assert parse(rendered(f"<pre>{html}</pre>")).text == text.replace("{sender_ip}", "your sending IP address")
    assert parse(rendered(f"<pre>{verbatim(text)}</pre>")).text == text


def test_a_slot_is_hidden_until_its_value_is_known() -> None:
    assert shown("Server: **{sender_ip}**") == (
        "Server<span data-slot hidden>: "
        '<strong><span data-value="sender_ip">your sending IP address</span></strong></span>'
    )
    assert parse(shown("Server: {unheard_of}")).text == "Server: {unheard_of}"
    assert parse(shown("Server: {unheard_of}")).all("span") == []


@pytest.mark.parametrize("text", ["one\n\n- two **{sender_ip}**\n- three", "    550 <a>\n\n    b  c", "a  \nb\n\n> c"])
def test_several_blocks_stay_together_amid_markdown(text: str) -> None:
    html = paragraph(tree(text), UNKNOWN, "bk-lead")
    assert "\n" not in html
    assert rendered(f"# x\n\n{html}\n\n## y") == f'<h1 id="x">x</h1>\n{html}\n\n<h2 id="y">y</h2>'


def test_a_code_block_keeps_its_lines() -> None:
    assert parse(shown("    550 <a>\n\n    b  c")).text == "550 <a>\n\nb  c"
