"""Check `asked`: no two articles are asked for in the same words, so that search has one answer to them."""

import unicodedata
from collections.abc import Iterable, Iterator

from generator.catalogue import Article, Problem
from generator.checks._context import Context

ID = "asked"
DESCRIPTION = "No two articles are asked for in the same words."


def check(context: Context) -> Iterable[Problem]:
    """Compare the words of `asked_as` as a search box does: width, capitals and spaces don't matter."""
    taken: dict[tuple[str, str], str] = {}
    for article in context.articles:
        for language, index, words in _asked(article):
            same = "".join(unicodedata.normalize("NFKC", words).casefold().split())
            if (language, same) in taken:
                message = f"`{words}` already asks for `{taken[language, same]}`."
                mend = "Say what people type for this one only, such as the service's name with it."
                yield context.catalogue.origin(article).problem(ID, ("asked_as", language, index), message, mend)
            taken[language, same] = article.id


def _asked(article: Article) -> Iterator[tuple[str, int, str]]:
    for language, phrases in (("ja", article.asked_as.ja), ("en", article.asked_as.en)):
        for index, words in enumerate(phrases):
            yield language, index, words
