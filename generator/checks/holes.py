"""Check `holes`: a named hole yields a value of the vocabulary, of its kind; examples expect no other values."""

import re
from collections.abc import Iterable

from generator.catalogue import Problem
from generator.catalogue.mends import Replace
from generator.checks._context import Context

ID = "holes"
DESCRIPTION = "Named holes and the values of examples are placeholders of kb/vocabulary.yaml, with their kind of hole."

_NAMED = re.compile(r"(?<!\\)\{([^{}:]*):([^{}]*)\}")


def check(context: Context) -> Iterable[Problem]:
    """Compare every named hole, and every value an example expects, with the vocabulary."""
    catalogue = context.catalogue
    if catalogue.is_broken("vocabulary"):
        return
    holes = {placeholder.id: placeholder.hole for placeholder in catalogue.vocabulary.placeholders}
    known = f"Known are {', '.join(holes)}."
    for article in context.articles:
        origin = catalogue.origin(article)
        for index, pattern in enumerate(article.patterns):
            for name, hole in _NAMED.findall(pattern.text):
                if name not in holes:
                    message = f"The hole `{{{name}:{hole}}}` has a name that isn't a placeholder."
                    yield origin.problem(ID, ("patterns", index), message, known)
                elif hole != holes[name]:
                    message = f"`{name}` is a {holes[name]}, but the hole says {hole}."
                    right = f"{{{name}:{holes[name]}}}"
                    mend = Replace(("patterns", index), ((f"{{{name}:{hole}}}", right),))
                    yield origin.problem(ID, ("patterns", index), message, f"Write `{right}`.", mend)
        for index, example in enumerate(article.examples):
            for name in example.values or {}:
                if name not in holes:
                    message = f"`{name}` isn't a placeholder, so no hole can yield it."
                    yield origin.problem(ID, ("examples", index, "values", name), message, known)
