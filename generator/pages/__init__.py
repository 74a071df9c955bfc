"""The catalogue as pages: every file of one language's docs tree that people don't write by hand.

`render_pages` is all that others need. Pages are Markdown that any builder with Python-Markdown and the theme takes;
nothing in here knows of MkDocs.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.catalogue import Catalogue
from generator.compiled.contents import contents_script
from generator.compiled.evidence import Examples, marked_examples
from generator.compiled.index import match_index
from generator.compiled.letters import letters_script
from generator.pages import article, code, desk, feed, home, host, moved, opensearch, provider, reason, reporter
from generator.pages.causes import Causes
from generator.pages.edition import LANGUAGES, Edition, Lang
from generator.pages.page import Page, PageMemory
from generator.pages.script import (
    codes_script,
    desk_script,
    desk_worker_script,
    embed_script,
    engine_script,
    lost_script,
    matcher_script,
    offline_script,
    page_script,
    patterns_script,
    redaction_script,
    tables_script,
)
from generator.search import search_code, search_script

EMBED = "assets/embed/bounce-matcher.js"
"""A name that pages of others rely on, apart from those that may change with every build."""

_SITE: Mapping[Lang, str] = {"ja": "../../", "en": "../../../"}
"""The way from a language's scripts to the root of the site."""

__all__ = ["EMBED", "LANGUAGES", "Edition", "Lang", "Page", "PageMemory", "render_pages"]


def render_pages(
    catalogue: Catalogue,
    lang: Lang,
    report: Mapping[str, str] | None = None,
    examples: Examples | None = None,
    memory: PageMemory | None = None,
    site: str = "",
    guides: Mapping[str, str] | None = None,
    styles: Mapping[str, str] | None = None,
) -> Iterable[Page]:
    """Yield every generated file of a language, each path once; same catalogue, same pages, same order.

    `report` may hold `mail` and `issue_url`: where readers can send a bounce that no article fits. `examples` are the
    catalogue's `marked_examples`, for those who make more than one language of it; without them, they are made, and
    what that raises is raised. `memory`, empty at first, spares those who render the same language again and again the
    pages for which nothing changed. `site` is the address of this language's root, for what is printed; `guides` are
    the texts of the pages that people wrote, by path, for search; `styles` the site's style sheets, by name: without
    them, there is no element for pages of others.
    """
    edition = Edition(catalogue, lang, memory, site)
    marked = marked_examples(catalogue) if examples is None else examples
    causes = Causes(edition, marked)
    yield home.page(edition, report or {})
    yield desk.page(edition)
    yield from article.pages(edition, marked)
    yield from moved.pages(edition)
    yield from code.pages(edition, causes)
    yield from provider.pages(edition, causes)
    yield from reason.pages(edition, causes)
    yield from reporter.pages(edition)
    yield from host.pages(edition)
    yield feed.page(edition)
    yield from opensearch.pages(edition)
    yield Page("assets/bouncekb/lost.js", lost_script(code.slugs(edition)))
    yield from _scripts(catalogue, lang)
    if styles:
        yield Page(EMBED, embed_script(lang, _SITE[lang], styles))
    yield Page("assets/bouncekb/search.js", search_code())
    yield Page(f"assets/bouncekb/search.{lang}.js", search_script(catalogue, lang, guides or {}))


def _scripts(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    yield Page("assets/bouncekb/page.js", page_script(catalogue))
    yield Page("assets/bouncekb/codes.js", codes_script())
    yield Page("assets/bouncekb/offline.js", offline_script())
    yield Page("assets/bouncekb/desk.js", desk_script())
    yield Page("assets/bouncekb/desk-worker.js", desk_worker_script())
    yield Page("assets/bouncekb/tables.js", tables_script())
    yield Page("assets/bouncekb/matcher.js", matcher_script(catalogue))
    yield Page("assets/bouncekb/engine.js", engine_script())
    yield Page("assets/bouncekb/patterns.js", patterns_script(match_index(catalogue)))
    yield Page("assets/bouncekb/redaction.js", redaction_script(catalogue))
    yield Page(f"assets/bouncekb/contents.{lang}.js", contents_script(catalogue, lang))
    yield Page(f"assets/bouncekb/letters.{lang}.js", letters_script(catalogue, lang))
