"""What an answer shows, in one language: titles and steps of all articles; their letters are a script of their own.

The command line reads it as it is; a page loads it as a script, which leaves it as `BounceContents`. It is fetched
when a reader turns to the box, before anything is pasted, so that no request ever depends on a paste. Texts leave here
as trees (`generator/compiled/nodes.py`), from which the view makes elements one by one: no string of HTML exists on the
way, and no link leads elsewhere than to the web.

May import the catalogue's model, the compiled texts and the linker. Never reads files, never knows of pages or of
MkDocs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Set
from typing import Any, TypeVar

from generator.catalogue import Article, Catalogue, Code, Host, Next, Overlay, Step, Text
from generator.compiled.facts import address_fact, short
from generator.compiled.letters import CUSTOMER, has_voices, letters
from generator.compiled.nodes import Tree, is_web_address, with_links_that_lead
from generator.compiled.steps import asked, plan
from generator.compiled.tree import parse
from generator.compiled.words import values
from generator.hosts.link import data_script

T = TypeVar("T")

# The articles behind the examples to try; those that the catalogue lacks are left out.
EXAMPLES = ("microsoft-banned-sending-ip", "general-auth-failure", "general-mailbox-full")


LINKED = ("ip", "email", "host", "number")
"""The kinds of values that a link may carry; the page that takes them goes by the same (generator/view/link.js)."""


def contents_script(catalogue: Catalogue, lang: str) -> str:
    """The classic script `assets/bouncekb/contents.<lang>.js`; `lang` is `ja` or `en`. Same catalogue, same bytes."""
    data = json.dumps(contents(catalogue, lang), ensure_ascii=False, separators=(",", ":"))
    return data_script("BounceContents", data)


def contents(catalogue: Catalogue, lang: str) -> dict[str, Any]:
    """The object in the script: articles, codes, providers, reporters, actors, permanence, placeholders, examples."""
    words = catalogue.vocabulary
    linked = {item.id for item in words.placeholders if item.hole in LINKED}
    return {
        "articles": {
            one.id: _article(one, lang, linked) | _by(catalogue.overlay(one), lang)
            for one in _sorted(catalogue.articles)
        },
        "codes": {key: _code(code, lang) for key, code in sorted(catalogue.codes.items())},
        "providers": {
            one.id: {"title": one.title.say(lang), "short": short(one.title.say(lang)), "kind": one.kind}
            for one in _sorted(catalogue.providers)
        },
        "reporters": {one.id: one.title.say(lang) for one in _sorted(catalogue.reporters) if not one.general},
        "actors": {actor.id: {"title": actor.title.say(lang), "note": actor.note.say(lang)} for actor in words.actors},
        "permanence": {kind.id: kind.title.say(lang) for kind in words.permanence},
        "placeholders": {item.id: {"ja": item.unknown.ja, "en": item.unknown.en} for item in words.placeholders},
        "hosts": {host.id: _host(host, lang) for host in _sorted(catalogue.hosts)},
        "examples": {name: _whole_report(catalogue.articles[name]) for name in EXAMPLES if name in catalogue.articles},
    }


def _article(article: Article, lang: str, linked: Set[str]) -> dict[str, Any]:
    first, others = plan(article)
    return {
        "title": article.title.say(lang),
        "headline": article.headline.say(lang),
        "next": _next(article.next, lang),
        "summary": _tree(article.summary, lang),
        "permanence": article.permanence,
        "address": address_fact(article),
        "stage": article.stage,
        "refused_by": article.refused_by,
        "reason": article.reason,
        "provider": article.provider,
        "acts": article.first,
        "prepare": [_tree(text, lang) for text in article.prepare],
        "first": _steps(first, lang),
        "others": [{"who": who, "steps": _steps(steps, lang)} for who, steps in others],
        "asked": asked(article)[0],
        "cautions": [_tree(text, lang) for text in article.cautions],
        "letters": [name for name in letters(article, lang) if name != CUSTOMER],
        "voices": has_voices(letters(article, lang)[CUSTOMER]),
        "values": sorted(_values(article) & linked),
        "host": list(article.host),
        "if_not": _tree(article.if_not, lang),
    }


def _by(overlay: Overlay | None, lang: str) -> dict[str, Any]:
    """Whose article it is, where it comes from an overlay."""
    return {"by": {"name": overlay.name.say(lang), "contact": overlay.contact}} if overlay else {}


def _values(article: Article) -> set[str]:
    """The values that an answer's texts are filled with."""
    steps = (text for step in article.steps for text in (step.do, step.check))
    texts = [*article.prepare, *steps, *article.cautions]
    trees = [*(parse(text.ja) for text in texts), *(letters(article, lang)[CUSTOMER] for lang in ("ja", "en"))]
    return {name for tree in trees for name in values(tree)}


def _host(host: Host, lang: str) -> dict[str, Any]:
    pages = [
        {
            "topics": list(page.topics),
            "title": page.title.say(lang),
            "url": page.url,
            "use": _tree(page.use, lang),
        }
        for page in host.pages
        if is_web_address(page.url)
    ]
    return {"title": host.title.say(lang), "pages": pages}


def _next(step: Next, lang: str) -> dict[str, Any]:
    return {
        "title": step.title.say(lang),
        "text": _tree(step.text, lang),
        "copy": step.copy_,
        "open": step.open if step.open and is_web_address(step.open) else None,
    }


def _steps(steps: Iterable[Step], lang: str) -> list[dict[str, Any]]:
    return [{"who": step.who, "do": _tree(step.do, lang), "check": _tree(step.check, lang)} for step in steps]


def _code(code: Code, lang: str) -> dict[str, Any]:
    return {"title": code.title.say(lang), "meaning": _tree(code.meaning, lang)}


def _whole_report(article: Article) -> str:
    texts = [example.text.strip() + "\n" for example in article.examples]
    return next((text for text in texts if text.count("\n") > 1), texts[0])


def _tree(text: Text, lang: str) -> Tree:
    return with_links_that_lead(parse(text.say(lang)))


def _sorted(things: Mapping[str, T]) -> Iterable[T]:
    return (things[key] for key in sorted(things))
