"""Check `fixers`: whoever is named as able to help is told how."""

from collections.abc import Iterable

from generator.catalogue import Problem
from generator.checks._context import Context
from generator.compiled.steps import WAIT

ID = "fixers"
DESCRIPTION = "Every fixer has a step, and every step belongs to a fixer or says `wait`."


def check(context: Context) -> Iterable[Problem]:
    """Compare the fixers with those who do the steps."""
    for article in context.articles:
        origin = context.catalogue.origin(article)
        doers = {step.who for step in article.steps}
        for index, fixer in enumerate(article.fixers):
            if fixer not in doers:
                message = f"`{fixer}` can fix it, but no step says how."
                mend = f"Add a step with `who: {fixer}`, or remove `{fixer}` from `fixers`."
                yield origin.problem(ID, ("fixers", index), message, mend)
        for index, step in enumerate(article.steps):
            if step.who not in (*article.fixers, WAIT):
                message = f"The step is for `{step.who}`, who isn't among the fixers."
                mend = f"Add `{step.who}` to `fixers`, or give the step to one of {', '.join(article.fixers)}."
                yield origin.problem(ID, ("steps", index, "who"), message, mend)
