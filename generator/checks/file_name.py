"""Check `file-name`: the id is the name of the file, since it is also the address of the page."""

from collections.abc import Iterable

from generator.catalogue import Article, Problem, Provider, Reporter
from generator.checks._context import Context

ID = "file-name"
DESCRIPTION = "The id of an article, provider or reporter is the name of its file."


def check(context: Context) -> Iterable[Problem]:
    """Compare every id with its file."""
    catalogue = context.catalogue
    parts: list[Article | Provider | Reporter] = [
        *catalogue.written,
        *catalogue.providers.values(),
        *catalogue.reporters.values(),
    ]
    for part in parts:
        origin = catalogue.origin(part)
        if part.id != origin.path.stem:
            message = f"The id is `{part.id}`, but the file is called {origin.path.name}."
            mend = f"Call the file {part.id}.yaml, or write `id: {origin.path.stem}`."
            yield origin.problem(ID, ("id",), message, mend)
