"""Check `file-name`: the id is the name of the file, since it is also the address of the page."""

from collections.abc import Iterable

from generator.catalogue import Article, Catalogue, Host, Problem, Provider, Reporter
from generator.catalogue.mends import Append, Mend, Move
from generator.checks._context import Context

ID = "file-name"
DESCRIPTION = "The id of an article, provider, reporter or host is the name of its file."


def check(context: Context) -> Iterable[Problem]:
    """Compare every id with its file."""
    catalogue = context.catalogue
    parts: list[Article | Host | Provider | Reporter] = [
        *catalogue.written,
        *catalogue.providers.values(),
        *catalogue.reporters.values(),
        *catalogue.hosts.values(),
    ]
    for part in parts:
        origin = catalogue.origin(part)
        if part.id != origin.path.stem:
            message = f"The id is `{part.id}`, but the file is called {origin.path.name}."
            mend = f"Call the file {part.id}.yaml, or write `id: {origin.path.stem}`."
            yield origin.problem(ID, ("id",), message, mend, *_mends(part, catalogue))


def _mends(part: Article | Host | Provider | Reporter, catalogue: Catalogue) -> Iterable[Mend]:
    """The file follows the id; and since its old name was an address, an article goes on answering to that."""
    path = part.origin.path
    if isinstance(part, Article) and _was_an_address(path.stem, part, catalogue):
        yield Append("formerly", "id", path.stem)
    yield Move(path.with_name(f"{part.id}.yaml"))


def _was_an_address(name: str, article: Article, catalogue: Catalogue) -> bool:
    taken = {one.id for one in catalogue.written} | {old for one in catalogue.written for old in one.formerly}
    return name not in taken and name.startswith(f"{article.provider}-")
