"""Check `next-step`: who acts first is among those who can, and the next step leads to something that is there."""

from collections.abc import Iterable, Iterator

from generator.catalogue import Article, Catalogue, Problem
from generator.catalogue.problem import Key
from generator.checks._context import Context
from generator.checks._texts import URL
from generator.compiled.steps import WAIT

ID = "next-step"
DESCRIPTION = "Who acts first can help; the next step copies a letter or opens a page that the article has."

_WRITTEN_TO = ("sender-admin", "recipient-admin", "recipient")
"""Fixers who cannot know what to do unless the reader tells them."""
_HOSTING = (("ja", "レンタルサーバー"), ("en", "hosting company"))

_Found = tuple[tuple[Key, ...], str, str]


def check(context: Context) -> Iterable[Problem]:
    """Follow every next step."""
    for article in context.articles:
        origin = context.catalogue.origin(article)
        for keys, message, mend in (*_first(article), *_action(article, context.catalogue), *_letters(article)):
            yield origin.problem(ID, keys, message, mend)


def _first(article: Article) -> Iterator[_Found]:
    if article.first not in (*article.fixers, WAIT):
        mend = f"Name one of {', '.join(article.fixers)}, or add it to `fixers`."
        yield ("first",), f"`{article.first}` acts first, but isn't among the fixers.", mend


def _action(article: Article, catalogue: Catalogue) -> Iterator[_Found]:
    step = article.next
    if step.copy_ and step.open:
        yield ("next",), "The next step has two actions.", "Keep `copy` or `open`."
    if step.copy_ and step.copy_ not in article.forward:
        mend = f"Write `{step.copy_}` under `forward`."
        yield ("next", "copy"), f"There is no letter to `{step.copy_}` to copy.", mend
    if step.open and step.open not in _pages(article, catalogue):
        mend = "Name it in a step, in `sources`, or as a portal of the provider."
        yield ("next", "open"), f"`{step.open}` is named nowhere else.", mend


def _letters(article: Article) -> Iterator[_Found]:
    for index, fixer in enumerate(article.fixers):
        if fixer in _WRITTEN_TO and fixer not in article.forward:
            mend = f"Write under `forward` what `{fixer}` is asked."
            yield ("fixers", index), f"`{fixer}` can fix it, but there is no letter that tells them.", mend
    texts = [article.reply, *(step.do for step in article.steps)]
    named = any(word in getattr(text, language) for text in texts for language, word in _HOSTING)
    if named and not article.host:
        mend = "Say under `host` which pages of the reader's host help, if only [contact]."
        yield ("id",), "A text names the hosting company, and no page of it is given.", mend


def _pages(article: Article, catalogue: Catalogue) -> set[str]:
    provider = catalogue.providers.get(article.provider)
    words = " ".join(text for step in article.steps for text in (step.do.ja, step.do.en))
    portals = [portal.url for portal in provider.portals] if provider else []
    return {*URL.findall(words), *(source.url for source in article.sources), *portals}
