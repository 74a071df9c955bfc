"""The old addresses of articles, which lead on to the new ones and keep the fragment. Imports its sibling modules."""

from collections.abc import Iterator

from generator.pages import template, urls
from generator.pages.edition import Edition
from generator.pages.page import Page


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for every id that an article had once, unless another article has taken it, and their script."""
    yield Page("assets/bouncekb/moved.js", template.raw("moved.js"))
    for article in edition.articles:
        for old in article.formerly:
            if old not in edition.catalogue.articles:
                yield template.page(
                    "moved.md.j2", urls.article_path(old), edition, source=edition.source_of(article), article=article
                )
