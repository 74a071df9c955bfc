"""The matcher on a page: its script, and the elements it starts from.

`matcher.js` is engine, index and view in one classic script, so that pages opened from a disk work as well. Its words
in both languages come from `words/matcher.yaml`; what only an answer needs is in the contents script (`contents.py`).

May import the catalogue, the engine's linker, the index and `contents`. Never knows of MkDocs; where a page lives is
told by the caller.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
import yaml

from generator.catalogue import Catalogue
from generator.hosts.link import link_modules
from generator.index import match_index
from generator.pages.contents import EXAMPLES

ENGINE = "engine/engine.js"
VIEW = "view/start.js"

_PACKAGE = Path(__file__).parent.parent


@functools.lru_cache(maxsize=1)
def matcher_script(catalogue: Catalogue) -> str:
    """The classic script `assets/bouncekb/matcher.js`, the same for every page and language, and so made once.

    Same catalogue, same bytes.
    """
    index = json.dumps(match_index(catalogue), ensure_ascii=False, separators=(",", ":"))
    settings = {
        "words": {lang: matcher_words(lang) for lang in ("ja", "en")},
        "kinds": {item.id: item.hole for item in catalogue.vocabulary.placeholders},
    }
    return (
        f"{link_modules({ENGINE: 'BounceEngine', VIEW: 'BounceView'})}"
        f"BounceView.start({json.dumps(settings, ensure_ascii=False, separators=(',', ':'))},"
        f"{json.dumps(index, ensure_ascii=False)});\n"
    )


def matcher_words(lang: str) -> dict[str, str]:
    """Every phrase of the view in one language (`ja` or `en`), by `group.name`."""
    return {f"{group}.{name}": text[lang] for group, names in _words().items() for name, text in names.items()}


def matcher_html(
    catalogue: Catalogue,
    lang: str,
    *,
    base: str,
    assets: str,
    folded: bool = False,
    privacy: str | None = None,
    report: Mapping[str, str] | None = None,
) -> str:
    """The matcher's elements for one page.

    `base` leads from the page to the root of its language ("../../", "" on the home page), `assets` to the folder that
    holds the scripts, both ending in a slash unless empty. `privacy` is the address of the page about privacy, `report`
    may hold `mail` and `issue_url`: where bounces without an article can be reported.
    """
    words = matcher_words(lang)
    examples = [(article, words[f"example.{article}"]) for article in EXAMPLES if article in catalogue.articles]
    template = _templates().get_template("matcher.html")
    return template.render(
        lang=lang,
        say=words.__getitem__,
        base=base,
        assets=assets,
        folded=folded,
        privacy=privacy,
        report={"mail": None, "issue_url": None} | dict(report or {}),
        examples=examples,
    )


@functools.cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    words: Any = yaml.safe_load((_PACKAGE / "words" / "matcher.yaml").read_text(encoding="utf-8"))
    return words  # type: ignore[no-any-return]


@functools.cache
def _templates() -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(_PACKAGE / "templates")
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
