"""Drawings on pages: what `generator/drawing/` draws, as HTML. The browser draws answers from the same source.

May import the linker and the JavaScript host. Never decides what is drawn.
"""

import html
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from generator.hosts.link import link_modules
from generator.hosts.quickjs import Script
from generator.pages.script import matcher_words

NO_HOSTS: Mapping[str, Sequence[str]] = {"own": (), "theirs": (), "recipient": ()}


def way(
    lang: str,
    stage: str,
    refused_by: str | None = None,
    reason: str | None = None,
    provider: str | None = None,
    hosts: Mapping[str, Sequence[str]] = NO_HOSTS,
) -> str:
    """The way a mail takes that stops at `stage`, on one line of HTML.

    `provider` is what the mail system at the stop is called, `hosts` may name what stands below the stations (`own`,
    `theirs`, `recipient`).
    """
    return _way(lang, stage, refused_by, reason, provider, *(tuple(hosts[key]) for key in NO_HOSTS))


def report(lang: str, writer: str) -> str:
    """The way of a report to its reader, from the server that writes it, which is called `writer`."""
    return _html(_script().call("BounceDrawing.report", {"writer": writer, "words": _words(lang)}))


@cache
def _way(lang: str, stage: str, by: str | None, reason: str | None, provider: str | None, *hosts: Sequence[str]) -> str:
    asked = {"stage": stage, "refused_by": by, "reason": reason, "provider": provider, "words": _words(lang)}
    drawing = _script().call("BounceDrawing.way", asked | {"hosts": dict(zip(NO_HOSTS, hosts, strict=True))})
    return _html(drawing)


@cache
def _script() -> Script:
    return Script(link_modules({"drawing/border.js": "BounceDrawing"}))


@cache
def _words(lang: str) -> dict[str, str]:
    group = "way."
    return {key.removeprefix(group): text for key, text in matcher_words(lang).items() if key.startswith(group)}


def _html(node: Any) -> str:
    if isinstance(node, str):
        return html.escape(node)
    tag, attributes, *children = node
    written = "".join(f' {name}="{html.escape(value)}"' for name, value in (attributes or {}).items())
    return f"<{tag}{written}>{''.join(map(_html, children))}</{tag}>"
