"""Check `unique-id`: an id or former id leads to one article only, and a word stands once in its list."""

from collections.abc import Iterable

from generator.catalogue import Origin, Problem
from generator.catalogue.problem import Key
from generator.checks._context import Context

ID = "unique-id"
DESCRIPTION = "No id is used twice, former ids included."

_LISTS = ("reasons", "actors", "stages", "permanence", "placeholders")


def check(context: Context) -> Iterable[Problem]:
    """Look for ids that are already taken."""
    catalogue = context.catalogue
    taken: dict[str, str] = {}
    places: list[tuple[str, Origin, tuple[Key, ...]]] = []
    for article in context.articles:
        origin = catalogue.origin(article)
        places.append((article.id, origin, ("id",)))
        places += [(old, origin, ("formerly", index)) for index, old in enumerate(article.formerly)]
    # Present ids first, so that the blame falls on the former one.
    for name, origin, keys in sorted(places, key=lambda place: place[2][0] == "formerly"):
        here = f"{origin.path.as_posix()}:{origin.line(*keys)}"
        if name in taken:
            message = f"The id `{name}` is already taken by {taken[name]}."
            mend = "Give the newer of the two another id; an old address must lead to one article."
            yield origin.problem(ID, keys, message, mend)
        taken.setdefault(name, here)
    for name in _LISTS:
        seen: set[str] = set()
        for index, word in enumerate(getattr(catalogue.vocabulary, name)):
            if word.id in seen:
                origin = catalogue.origin(catalogue.vocabulary)
                message = f"`{word.id}` stands twice in `{name}`."
                yield origin.problem(ID, (name, index, "id"), message, "Keep one of the two.")
            seen.add(word.id)
