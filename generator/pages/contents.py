"""What the matcher shows, as one script per language: titles, steps and reply texts of all articles.

The script sets `globalThis.BounceContents`. It is fetched when a reader turns to the box, before anything is pasted, so
that no request ever depends on a paste. Texts are Markdown in the catalogue and leave here as trees (see `tree`), from
which the view makes elements one by one: no string of HTML exists on the way.

May import the catalogue's model and Python-Markdown. Never reads files, never knows of pages or of MkDocs.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from typing import Any, TypeVar

import markdown

from generator.catalogue import Article, Catalogue, Code, Text

Node = str | list[Any]
T = TypeVar("T")

# The articles behind the examples to try; those that the catalogue lacks are left out.
EXAMPLES = ("microsoft-banned-sending-ip", "general-auth-failure", "general-mailbox-full")

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")

# Elements that Markdown without HTML can yield and that the view can build; any other is replaced by its children.
ELEMENTS = frozenset({"p", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "a", "br"})

# Private-use characters stand for the braces while Markdown runs, which has its own ideas about braces and underscores.
_OPEN, _CLOSE = "\ue000", "\ue001"
_HELD = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")


def contents_script(catalogue: Catalogue, lang: str) -> str:
    """The classic script `assets/bouncekb/contents.<lang>.js`; `lang` is `ja` or `en`. Same catalogue, same bytes."""
    data = json.dumps(contents(catalogue, lang), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.BounceContents={data};\n"


def contents(catalogue: Catalogue, lang: str) -> dict[str, Any]:
    """The object in the script: `{lang, articles, codes, providers, actors, permanence, placeholders, examples}`."""
    words = catalogue.vocabulary
    return {
        "lang": lang,
        "articles": {article.id: _article(article, lang) for article in _sorted(catalogue.articles)},
        "codes": {key: _code(code, lang) for key, code in sorted(catalogue.codes.items())},
        "providers": {provider.id: _say(provider.title, lang) for provider in _sorted(catalogue.providers)},
        "actors": {
            actor.id: {"title": _say(actor.title, lang), "note": _say(actor.note, lang)} for actor in words.actors
        },
        "permanence": {
            kind.id: {"title": _say(kind.title, lang), "note": _say(kind.note, lang)} for kind in words.permanence
        },
        "placeholders": {item.id: {"ja": item.unknown.ja, "en": item.unknown.en} for item in words.placeholders},
        "examples": {name: _whole_report(catalogue.articles[name]) for name in EXAMPLES if name in catalogue.articles},
    }


def tree(text: str) -> list[Node]:
    """Markdown as JSON nodes: a string is text, `["a", href, *children]` a link, `["value", id]` a placeholder's place,
    any other list an element and its children. A text of one paragraph comes without the paragraph around it."""
    names: list[str] = []

    def hold(found: re.Match[str]) -> str:
        names.append(found[1])
        return f"{_OPEN}{len(names) - 1}{_CLOSE}"

    builder = _TreeBuilder(names)
    builder.feed(_markdown().reset().convert(PLACEHOLDER.sub(hold, text)))
    builder.close()
    nodes = [node for node in builder.root if not (isinstance(node, str) and not node.strip())]
    if len(nodes) == 1 and isinstance(nodes[0], list) and nodes[0][0] == "p":
        return nodes[0][1:]
    return nodes


class _TreeBuilder(HTMLParser):
    """Python-Markdown's own output, back into nodes."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Node] = []
        self._names = names
        self._open: list[tuple[str, list[Any]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            return
        node: list[Any] = [tag, dict(attrs).get("href") or ""] if tag == "a" else [tag]
        self._children().append(node)
        if tag != "br":
            self._open.append((tag, node))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self._open}
        if not data.strip() and inside <= {"ul", "ol", "blockquote"}:
            return
        for place, part in enumerate(_HELD.split(data)):
            if place % 2:
                self._children().append(["value", self._names[int(part)]])
            elif part:
                self._children().append(part if "pre" in inside else part.replace("\n", " "))

    def _children(self) -> list[Any]:
        return self._open[-1][1] if self._open else self.root


@functools.cache
def _markdown() -> markdown.Markdown:
    md = markdown.Markdown(output_format="html")
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    return md


def _article(article: Article, lang: str) -> dict[str, Any]:
    return {
        "title": _say(article.title, lang),
        "summary": tree(_say(article.summary, lang)),
        "provider": article.provider,
        "reason": article.reason,
        "permanence": article.permanence,
        "fixers": list(article.fixers),
        "prepare": [tree(_say(text, lang)) for text in article.prepare],
        "steps": [
            {"who": step.who, "do": tree(_say(step.do, lang)), "check": tree(_say(step.check, lang))}
            for step in article.steps
        ],
        "cautions": [tree(_say(text, lang)) for text in article.cautions],
        "reply": {"ja": article.reply.ja.strip(), "en": article.reply.en.strip()},
    }


def _code(code: Code, lang: str) -> dict[str, str]:
    return {"title": _say(code.title, lang), "meaning": _say(code.meaning, lang)}


def _whole_report(article: Article) -> str:
    texts = [example.text.strip() + "\n" for example in article.examples]
    return next((text for text in texts if text.count("\n") > 1), texts[0])


def _say(text: Text, lang: str) -> str:
    return text.ja if lang == "ja" else text.en


def _sorted(things: Mapping[str, T]) -> Iterable[T]:
    return (things[key] for key in sorted(things))
