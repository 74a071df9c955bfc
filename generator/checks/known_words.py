"""Check `known-words`: reasons, actors, stages and the like come from the closed lists of the vocabulary."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.catalogue import UNKNOWN_STAGE, Article, Problem
from generator.catalogue.problem import Key
from generator.checks._context import Context

ID = "known-words"
DESCRIPTION = "Reasons, actors, stages and permanence come from kb/vocabulary.yaml."


def check(context: Context) -> Iterable[Problem]:
    """Compare every such word with its list."""
    catalogue = context.catalogue
    if catalogue.is_broken("vocabulary"):
        return
    lists = {
        name: [word.id for word in getattr(catalogue.vocabulary, name)]
        for name in ("reasons", "actors", "stages", "permanence")
    }
    for article in context.articles:
        for name, word, keys in _words(article):
            if word not in lists[name]:
                close = get_close_matches(word, lists[name], n=1, cutoff=0.5)
                known = f"Did you mean `{close[0]}`? " if close else ""
                mend = f"{known}Known are {', '.join(lists[name])}."
                message = f"`{word}` is not in the vocabulary's `{name}`."
                yield catalogue.origin(article).problem(ID, keys, message, mend)
    for reporter in catalogue.reporters.values():
        for index, frame in enumerate(reporter.frames):
            if frame.stage and frame.stage not in lists["stages"]:
                message = f"`{frame.stage}` is not in the vocabulary's `stages`."
                mend = f"Known are {', '.join(lists['stages'])}."
                yield catalogue.origin(reporter).problem(ID, ("frames", index, "stage"), message, mend)


def _words(article: Article) -> Iterator[tuple[str, str, tuple[Key, ...]]]:
    yield "reasons", article.reason, ("reason",)
    yield "permanence", article.permanence, ("permanence",)
    yield "stages", article.stage, ("stage",)
    for index, word in enumerate(article.also_reasons):
        yield "reasons", word, ("also_reasons", index)
    for index, word in enumerate(article.fixers):
        yield "actors", word, ("fixers", index)
    for index, step in enumerate(article.steps):
        yield "actors", step.who, ("steps", index, "who")
    for index, pattern in enumerate(article.patterns):
        if pattern.when and pattern.when.stage not in (None, UNKNOWN_STAGE):
            yield "stages", pattern.when.stage, ("patterns", index, "when", "stage")
