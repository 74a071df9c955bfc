"""Check `provider-folder`: an article lies in the folder of its provider, so that people find it."""

from collections.abc import Iterable

from generator.catalogue import Problem
from generator.catalogue.mends import Move
from generator.checks._context import Context

ID = "provider-folder"
DESCRIPTION = "An article lies in the folder of its provider."


def check(context: Context) -> Iterable[Problem]:
    """Compare every article's provider with its folder."""
    for article in context.catalogue.written:
        origin = context.catalogue.origin(article)
        folder = origin.path.parent.name
        if article.provider != folder:
            message = f"The provider is `{article.provider}`, but the file lies in articles/{folder}/."
            mend = f"Move the file to articles/{article.provider}/, or write `provider: {folder}`."
            mends = [Move(origin.path.parent.parent / article.provider / origin.path.name)]
            known = context.catalogue.has_provider(article.provider)
            yield origin.problem(ID, ("provider",), message, mend, *(mends if known else []))
