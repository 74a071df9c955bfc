"""Check `reserved-ids`: no id is a word that means something else where an id may stand.

What a folder's own page is called (`index`) is refused by the model, so that no build can ever write it.
"""

from collections.abc import Iterable, Iterator

from generator.catalogue import GENERAL, UNKNOWN_STAGE, Origin, Problem
from generator.catalogue.codes import NONE
from generator.catalogue.problem import Key
from generator.checks._context import Context

ID = "reserved-ids"
DESCRIPTION = "No article is called `none`, no provider `general` and no stage `unknown`: these words are taken."


def check(context: Context) -> Iterable[Problem]:
    """Look at every id that could be mistaken for such a word."""
    for name, word, origin, keys in _ids(context):
        if name == word:
            yield origin.problem(ID, keys, f"`{word}` has a meaning of its own here.", "Choose another id.")


def _ids(context: Context) -> Iterator[tuple[str, str, Origin, tuple[Key, ...]]]:
    catalogue = context.catalogue
    for article in context.articles:
        yield article.id, NONE, article.origin, ("id",)
        for index, name in enumerate(article.formerly):
            yield name, NONE, article.origin, ("formerly", index)
    for provider in catalogue.providers.values():
        yield provider.id, GENERAL, provider.origin, ("id",)
    for index, stage in enumerate(catalogue.vocabulary.stages):
        yield stage.id, UNKNOWN_STAGE, catalogue.vocabulary.origin, ("stages", index, "id")
