"""Pages as plain Markdown: whole, without HTML, leading to one another; and `llms.txt`, which lists them."""

import posixpath
import re
from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.compiled.tree import parse
from generator.pages import render_pages
from generator.pages.markdown import code, fenced, markdown, words
from generator.plain import plain_files
from generator.plain.guides import plain_guide
from tests.catalogue.kb_folder import KbFolder
from tests.conftest import project_catalogue

LINK = re.compile(r"\]\(<?([^()<>\s]+)>?\)")
FENCED = re.compile(r"^( *)(`{3,}).*?^\1\2$\n?", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
ESCAPED = re.compile(r"\\.")
SITE_URL = "https://bounce.example.org/"


def prose(text: str) -> str:
    """What a reader of Markdown takes for Markdown: all but code."""
    return SPAN.sub("`", ESCAPED.sub("", FENCED.sub("", text)))


def forms(site: Path) -> list[Path]:
    """The plain forms of a site; of those of articles one in three, of those of codes, which are alike, one in ten."""
    found = sorted(site.rglob("index.md"))
    by_kind = {kind: [form for form in found if form.parent.parent.name == kind] for kind in ("a", "code")}
    left_out = {*by_kind["a"]} - {*by_kind["a"][::3]} | {*by_kind["code"]} - {*by_kind["code"][::10]}
    return [form for form in found if form not in left_out]


def test_every_page_that_says_so_has_its_plain_form_and_no_other_has(site: Path) -> None:
    says = {
        page.with_name("index.md")
        for page in site.rglob("*.html")
        if '<link rel="alternate" type="text/markdown" href="index.md">' in page.read_text(encoding="utf-8")
    }
    assert says == set(site.rglob("index.md"))
    lists = ("code", "provider", "reason", "reporter", "host")
    for name in (
        *lists,
        "a/general-mailbox-full",
        "code/5.7.649",
        "provider/apple",
        "reason/mailbox-full",
        "guide/api",
    ):
        assert (site / name / "index.md").is_file() and (site / "en" / name / "index.md").is_file(), name
    for name in ("", "desk", "guide/for-support-desks"):
        assert not (site / name / "index.md").exists(), name


def test_links_of_plain_forms_lead_somewhere_and_to_other_plain_forms(site: Path) -> None:
    leads: dict[str, Path] = {}
    for form in forms(site):
        here = form.parent.relative_to(site).as_posix()
        for link in LINK.findall(prose(form.read_text(encoding="utf-8"))):
            if not re.match(r"(https?|mailto):", link):
                leads.setdefault(posixpath.normpath(posixpath.join(here, link)), form)
    broken = [
        (path, form)
        for path, form in leads.items()
        if not (site / path).is_file() and not (site / path / "index.html").is_file()
    ]
    assert broken == []
    assert sum(path.endswith("/index.md") for path in leads) > 1500


def test_plain_forms_have_no_html_and_no_values(site: Path) -> None:
    names = "|".join(one.id for one in project_catalogue().vocabulary.placeholders)
    for form in forms(site):
        text = form.read_text(encoding="utf-8")
        assert not re.search(r"(?<!\]\()<[a-z/!]", prose(text)), form
        if form.parent.parent.name == "a":
            assert not re.search(rf"\{{({names})\}}", text), form
        assert text.startswith("# ") and text.endswith("\n") and "\ue000" not in text


def test_an_article_reads_by_itself(site: Path) -> None:
    text = (site / "en/a/microsoft-banned-sending-ip/index.md").read_text(encoding="utf-8")
    article = project_catalogue().articles["microsoft-banned-sending-ip"]
    order = ["# Your mail server", "## What to do next", "## Steps", "1. ", "## Until it is solved"]
    order += ["## Texts to send", "## What the message looks like", "## Codes", "## Sources", "## What changed"]
    places = [text.index(one) for one in order if one in text]
    assert len(places) == len(order) - (order[0] not in text) and places == sorted(places)
    assert text.startswith(f"# {words(article.title.en)}\n")
    assert "the sending IP address" in text and "[we]" not in text
    assert all(source.url in text for source in article.sources)
    assert "../../../api/v1/articles/microsoft-banned-sending-ip.json" in text


UNKNOWN = {"sender_ip": "the *sending* address"}


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Ask **them** for `{sender_ip}`.", "Ask **them** for `the *sending* address`."),
        ("From {sender_ip} to {other}", r"From the \*sending\* address to {other}"),
        ("Your server ({sender_ip}) is listed", "Your server is listed"),
        ("1. one\n2. two\n\n    more", "1. one\n2. two\n\n   more"),
        ("- a\n- b", "- a\n- b"),
        ("a\n\nb", "a\n\nb"),
        ("[x](https://example.com/a_b)", "[x](https://example.com/a_b)"),
        ("[x](javascript:alert(1))", "x"),
        ("<b>bold</b> & &lt;i>", r"\<b>bold\</b> & \&lt;i>"),
        ("snake_case and _this_", "snake_case and *this*"),
    ],
)
def test_a_text_keeps_what_it_says(written: str, plain: str) -> None:
    assert markdown(parse(written), UNKNOWN) == plain


def test_what_means_something_to_markdown_is_escaped() -> None:
    assert words("# 1. *a* [b](c) <i>") == r"\# 1. \*a\* \[b\](c) \<i>"
    assert words("1. x") == r"1\. x" and words("- x") == r"\- x"
    assert code("a`b") == "``a`b``" and code("`") == "`` ` ``"
    assert fenced("a\n```\nb") == "````\na\n```\nb\n````"


def test_a_guide_loses_its_front_matter_ids_and_html_and_its_code_stays() -> None:
    text = (
        "---\ntitle: A\n---\n# A {#title}\n\nSee [B](b.md#part), [here](#title), [home](../index.md), "
        '<a href="../../desk/">the desk</a>, [out](https://example.com/x.md).\n\n```\n[B](b.md) {#x}\n```\n'
    )
    assert plain_guide("guide/a.md", text, {"guide/a.md", "guide/b.md"}) == (
        "# A\n\nSee [B](../../guide/b/index.md), here, [home](../../), "
        "[the desk](../../desk/), [out](https://example.com/x.md).\n\n```\n[B](b.md) {#x}\n```\n"
    )


def is_short(line: str) -> bool:
    return line.lstrip().startswith(("headline:", "title:"))


def test_a_hostile_catalogue_stays_text(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    long = "<script>x</script> [a](javascript:x) ](http://x.example) # * `"
    short = "<script>[a](javascript:x)*"
    for name in ("articles/acme/acme-blocked-ip.yaml", "providers/acme.yaml", "codes/acme.yaml"):
        written = [
            re.sub(r"\ben: [A-Z][^,{}\[\]\"'|>\n]+(?=[}\n])", f"en: '{short if is_short(line) else long}'", line)
            for line in kb.read(name).splitlines(keepends=True)
        ]
        kb.write(name, "".join(written))
    loaded = load_catalogue(kb.path)
    assert loaded.problems == ()
    catalogue = loaded.catalogue
    found = plain_files(catalogue, "en", list(render_pages(catalogue, "en")), {})
    text = "".join(found.values())
    assert text.count("<script>") > 5
    assert "<script" not in prose(text)
    assert "](javascript:" not in prose(text)


@pytest.mark.parametrize(("root", "lang"), [("", "ja"), ("en/", "en")])
def test_llms_txt_lists_guides_lists_and_every_article(site: Path, root: str, lang: str) -> None:
    text = (site / root / "llms.txt").read_text(encoding="utf-8")
    links = LINK.findall(text)
    assert all(link.startswith(SITE_URL + root) for link in links)
    paths = [link.removeprefix(SITE_URL) for link in links]
    assert all((site / path).is_file() for path in paths)
    articles = project_catalogue().articles
    assert {f"{root}a/{one}/index.md" for one in articles} <= set(paths)
    assert f"{root}guide/privacy/index.md" in paths and f"{root}code/index.md" in paths
    assert words(articles["general-mailbox-full"].title.say(lang)) in text
    assert text.startswith("# ") and "\n> " in text


def test_what_an_overlay_has_says_whose_it_is(small_site: Path) -> None:
    article = (small_site / "en/a/example-corp-quota/index.md").read_text(encoding="utf-8")
    title, _, below = article.partition("\n\n")
    assert title.startswith("# ") and below.startswith(r"By Example Corp. [Contact](https://help.example.co.jp/mail)")
    reason = (small_site / "en/reason/mailbox-full/index.md").read_text(encoding="utf-8")
    assert re.search(r"\(\.\./\.\./a/example-corp-quota/index\.md\) \([^)]*By Example Corp\.\)", reason)
