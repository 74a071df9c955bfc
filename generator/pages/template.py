"""Fills the templates in `generator/templates/`.

What comes from the catalogue passes a filter on its way. Trees (`e.tree`): `prose`, as HTML; `paragraph`, the same with
a paragraph around it; `message`, the inside of a `<pre>`; `line`, text on one line, for another filter. Text (`e.say`):
`plain`, on one line; `quoted` and `description`, for the head of a page.
In plain forms (`plain/`) these are `md` for trees, and for text `words`, on one line, `code`, `fenced` and
`target`; `sent` makes a letter plain.
Imports its sibling modules, the compiled texts and Jinja2; never decides what a page says.
"""

import html
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from generator.compiled.letters import VOICES, in_voice
from generator.compiled.nodes import Tree, is_web_address
from generator.compiled.words import letter, line
from generator.pages import markdown, prose, urls
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.tongue import Tongue

_FOLDER = Path(__file__).parent.parent / "templates"


def page(
    template: str,
    path: str,
    edition: Edition,
    *,
    source: str | None = None,
    alike: bool = False,
    plain: bool = False,
    **values: Any,
) -> Page:
    """Return the page at `path`, made from a template with `values`; `plain`: so is its plain form, from its namesake.

    Templates see the edition's tongue as `e`, its words as `w`, and `file(path)`, `url(path)`, `plain_url(path)` and
    `root` for links from here. As they see nothing else, a page that the edition remembers with all of these is the
    same page.
    """
    made_from = (template, edition.tongue, source, alike, values)
    known = edition.memory.get(path)
    if known is None or known[0] != made_from:
        text = fill(template, path, edition.tongue, **values)
        form = fill(f"plain/{template}", path, edition.tongue, **values) if plain else None
        known = edition.memory[path] = (made_from, Page(path, text, source, alike, form))
    return known[1]


def fill(template: str, path: str, tongue: Tongue, **values: Any) -> str:
    """Return a template's text for the page at `path`, ending in one newline."""
    text = (
        _environment()
        .get_template(template)
        .render(
            e=tongue,
            w=tongue.words,
            lang=tongue.lang,
            unknown=tongue.unknown,
            root=urls.root_from(path),
            file=lambda there: urls.to_file(path, there),
            url=lambda there: urls.to_url(path, there),
            plain_url=lambda there: urls.root_from(path) + urls.plain_path(there),
            **values,
        )
    )
    return text.strip() + "\n"


def raw(name: str) -> str:
    """Return a file of the templates' folder as it is."""
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{##",  # one hash would take the ids of headings, {#steps}, for comments
        comment_end_string="##}",
    )
    environment.filters.update(
        prose=prose.prose,
        paragraph=prose.paragraph,
        message=prose.message,
        line=line,
        plain=prose.plain,
        description=lambda text: _quoted(_cut(text)),
        quoted=_quoted,
        md=markdown.markdown,
        words=markdown.words,
        code=markdown.code,
        fenced=markdown.fenced,
        target=markdown.target,
        sent=_sent,
    )
    environment.tests["web_address"] = lambda target: isinstance(target, str) and is_web_address(target)
    environment.globals.update(
        article_path=urls.article_path,
        code_path=urls.code_path,
        provider_path=urls.provider_path,
        reason_path=urls.reason_path,
        reporter_path=urls.reporter_path,
        host_path=urls.host_path,
        plain_path=urls.plain_path,
    )
    return environment


def _sent(tree: Tree, unknown: Mapping[str, str]) -> str:
    # Plain forms have no choices: a letter as most people send it, to somebody else's provider.
    return letter(in_voice(tree, VOICES[0]), unknown)


def _cut(text: str, limit: int = 120) -> str:
    # Search engines show about so much.
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _quoted(text: str) -> str:
    # A string of YAML. Themes put titles and descriptions into HTML as they are, so what is special there is escaped.
    return json.dumps(html.escape(" ".join(text.split())), ensure_ascii=False)
