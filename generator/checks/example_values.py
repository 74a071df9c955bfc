"""Check `example-values`: what an example is said to yield, the engine finds in it."""

from collections.abc import Iterable

from generator.catalogue import Problem
from generator.catalogue.article import Example
from generator.checks._context import Context

ID = "example-values"
DESCRIPTION = "Every example yields the values that are written beside it."


def check(context: Context) -> Iterable[Problem]:
    """Compare the values of every example that its article answers."""
    for answer in context.examples:
        matches = answer.own()
        if not matches or not isinstance(answer.asked, Example):
            continue
        for name, value in (answer.asked.values or {}).items():
            found = [match["values"].get(name) for match in matches]
            if value not in found:
                says = next((f"`{other}`" for other in found if other), "nothing")
                message = f"The example yields {says} for `{name}`, not `{value}`."
                mend = f"Mend the value, the example, or the hole `{{{name}:...}}` of the pattern."
                keys = (*answer.keys, "values", name)
                yield context.catalogue.origin(answer.article).problem(ID, keys, message, mend)
