"""The matcher on a page: its script, and the elements it starts from.

`matcher.js` is the view, a classic script, so that pages opened from a disk work as well. Its words in both languages
come from `words/matcher.yaml`; what only an answer needs is in scripts fetched together when a reader turns to the
box: the engine, the match index, the contents (`compiled/contents.py`) and redaction.

May import the catalogue, the engine's linker and what was compiled. Never knows of MkDocs; where a page lives is
told by the caller.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import jinja2
import yaml

from generator.catalogue import Catalogue
from generator.compiled.contents import EXAMPLES
from generator.compiled.redaction import redaction_words
from generator.hosts.link import SHELF, data_script, link_modules, link_program
from generator.hosts.types import Index
from generator.pages.embed import element_style, sprite
from generator.version import VERSION

_PACKAGE = Path(__file__).parent.parent
_PAGE_WORDS = ("link", "copied", "hosts", "value")
"""The groups of words that pages without a matcher say."""
_DESK_WORDS = ("desk",)
"""The groups of words that only the desk says."""
_EMBED_WORDS = ("embed",)
"""The groups of words that are only said on pages of others."""
_OFFLINE_WORDS = ("offline",)
"""The groups of words that only the page about privacy says."""
_NOT_HERE = _DESK_WORDS + _EMBED_WORDS + _OFFLINE_WORDS
"""The groups of words that the box and an answer on the site's own pages don't say."""


def matcher_script(catalogue: Catalogue) -> str:
    """The classic script `assets/bouncekb/matcher.js`: the view, the same for every page and language.

    Same catalogue, same bytes; so for the other scripts.
    """
    settings = {
        "words": {lang: _without(matcher_words(lang), _NOT_HERE) for lang in ("ja", "en")},
        "kinds": _kinds(catalogue),
    }
    linked = link_modules({"view/start.js": "BounceView"})
    return f"{linked}BounceView.start({_json(settings)});\n"


def page_script(catalogue: Catalogue) -> str:
    """The classic script `assets/bouncekb/page.js`, which every page loads: all that needs no engine."""
    known = {lang: matcher_words(lang) for lang in ("ja", "en")}
    words = {lang: _only(all_, _PAGE_WORDS) for lang, all_ in known.items()}
    linked = link_modules({"view/page/start.js": "BouncePage"})
    return f"{linked}BouncePage.start({_json({'words': words, 'kinds': _kinds(catalogue)})});\n"


def desk_script() -> str:
    """The classic script `assets/bouncekb/desk.js`: the desk, for its page and for its worker."""
    words = {lang: _without(matcher_words(lang), _OFFLINE_WORDS) for lang in ("ja", "en")}
    linked = link_modules({"view/desk/start.js": "BounceDesk"})
    return f"{linked}BounceDesk.start({_json({'words': words})});\n"


def desk_worker_script() -> str:
    """The script `assets/bouncekb/desk-worker.js`, which a browser runs beside the page to read many files."""
    # A server may send the pages' policy with it: that takes addresses of scripts from its one policy only.
    return (
        "const own = globalThis.trustedTypes?.createPolicy('bouncekb', { createScriptURL: (name) => name });\n"
        "const named = (name) => own?.createScriptURL(name) ?? name;\n"
        "importScripts(...['engine.js', 'patterns.js', 'desk.js'].map(named));\nBounceDesk.serve(globalThis);\n"
    )


def offline_script() -> str:
    """The classic script `assets/bouncekb/offline.js`: what of the site is kept on a reader's device."""
    words = {lang: _only(matcher_words(lang), _OFFLINE_WORDS) for lang in ("ja", "en")}
    linked = link_modules({"view/offline/start.js": "BounceOffline"})
    return f"{linked}BounceOffline.start({_json({'words': words})});\n"


def service_worker_script(listing: Mapping[str, Any]) -> str:
    """The script `sw.js`, which a browser runs beside all pages; `listing` says what a build has to be kept."""
    linked = link_modules({"view/offline/worker.js": "BounceWorker"})
    return f"{linked}BounceWorker.serve(globalThis,{_json(listing)});\n"


def codes_script() -> str:
    """The classic script `assets/bouncekb/codes.js`: the field over the list of all codes."""
    return f"{link_modules({'view/codes/start.js': 'BounceCodes'})}BounceCodes.start();\n"


def tables_script() -> str:
    """The classic script `assets/bouncekb/tables.js`: tables that sort, and the field over them."""
    return f"{link_modules({'view/tables/start.js': 'BounceTables'})}BounceTables.start();\n"


def lost_script(slugs: Iterable[str]) -> str:
    """The classic script `assets/bouncekb/lost.js`: the page for a missing address; `slugs` of all codes."""
    return f"{link_modules({'view/lost/start.js': 'BounceLost'})}BounceLost.start({_json(sorted(slugs))});\n"


def _kinds(catalogue: Catalogue) -> dict[str, str]:
    return {item.id: item.hole for item in catalogue.vocabulary.placeholders if item.hole}


def embed_script(lang: str, root: str, styles: Mapping[str, str]) -> str:
    """The classic script `assets/embed/bounce-matcher.js`: the element for pages of others, speaking one language.

    `root` leads from the script's folder to the root of the site; `styles` are the site's style sheets by name.
    """
    words = _without(matcher_words(lang), _DESK_WORDS + _OFFLINE_WORDS)
    settings = {
        "lang": lang,
        # There, nothing that was pasted stays.
        "words": words | {"status.other_build": words["embed.other_build"]},
        "root": root,
        "style": element_style(styles),
        "sprite": sprite(),
    }
    return link_program("view/embed/start.js", "start", _json(settings))


def engine_script() -> str:
    """The classic script `assets/bouncekb/engine.js`: the engine, fetched when a reader turns to the box."""
    return link_modules({"engine/engine.js": "BounceEngine"})


def patterns_script(index: Index) -> str:
    """The classic script `assets/bouncekb/patterns.js`: the match index, fetched when a reader turns to the box."""
    return data_script("BounceIndex", _json(index))


def redaction_script(catalogue: Catalogue) -> str:
    """The classic script `assets/bouncekb/redaction.js`: what hides people and machines before a bounce is reported."""
    words = "engine/answer/redaction/words.js"
    linked = link_modules({"engine/answer/redact.js": "BounceRedaction", words: "BounceRedactionWords"})
    made = f"new shelf.BounceRedactionWords.RedactionWords({redaction_words(catalogue)})"
    return f"{linked}(shelf=>{{shelf.BounceRedaction.words={made}}})({SHELF});\n"


def _without(words: Mapping[str, str], groups: Iterable[str]) -> dict[str, str]:
    return {key: text for key, text in words.items() if key.partition(".")[0] not in groups}


def _only(words: Mapping[str, str], groups: Iterable[str]) -> dict[str, str]:
    return {key: text for key, text in words.items() if key.partition(".")[0] in groups}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def matcher_words(lang: str) -> dict[str, str]:
    """Every phrase of the view in one language (`ja` or `en`), by `group.name`."""
    return {f"{group}.{name}": text[lang] for group, names in _words().items() for name, text in names.items()}


def matcher_html(
    catalogue: Catalogue,
    lang: str,
    *,
    title: str,
    lead: str,
    base: str,
    assets: str,
    privacy: str | None = None,
    report: Mapping[str, str] | None = None,
) -> str:
    """The matcher's elements for one page: below `title` and `lead` the box, then the place of an answer.

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
        title=title,
        lead=lead,
        base=base,
        assets=assets,
        privacy=privacy,
        report={"mail": None, "issue_url": None} | dict(report or {}),
        examples=examples,
        version=VERSION,
    )


@functools.cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    words: Any = yaml.safe_load((_PACKAGE / "words" / "matcher.yaml").read_text(encoding="utf-8"))
    return words  # type: ignore[no-any-return]


@functools.cache
def _templates() -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(_PACKAGE / "templates")
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
