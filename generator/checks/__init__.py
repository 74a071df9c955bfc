"""What a good catalogue is, one rule a file: `run_checks` runs them all and reports everything at once.

A check is a module here with `ID`, `DESCRIPTION` and `check(context)`, which yields problems; being here is enough.
An article may be exempt from a check for a stated reason; an exemption without need is a problem itself.
Imports its own modules, the catalogue and the engine. Never stops at the first problem, never reads a clock.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue, LoadResult, Problem
from generator.catalogue.mends import Remove
from generator.checks._context import Context, Unanswered
from generator.hosts.asking import cause
from generator.hosts.quickjs import EngineError

LOADING = {
    "place": "Every file of the catalogue lies where its kind belongs, ends in .yaml, and is no link.",
    "yaml": "Every file is plain YAML in UTF-8, without anchors and tags.",
    "duplicate-key": "No key stands twice in one mapping.",
    "overlay": "A file replaces another of its id only if it says so, and loses none of its addresses.",
    "shape": "Every file has the keys of its kind, in both languages, with values of the right type, length and form.",
}
"""What the loader refuses; an article cannot be exempt from these."""

EXCEPTIONS, ENGINE = "exceptions", "engine"
_RUNNING = {
    EXCEPTIONS: "An article is exempt only from checks that exist and that it would not pass.",
    ENGINE: "The engine takes the catalogue and answers its examples.",
}


@dataclass(frozen=True)
class Check:
    """One rule about the catalogue."""

    id: str
    description: str
    check: Callable[[Context], Iterable[Problem]]


def all_checks() -> tuple[Check, ...]:
    """Every check in this folder, by id."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(Check(module.ID, module.DESCRIPTION, module.check) for module in modules)


def descriptions() -> dict[str, str]:
    """Id and one line of every check, those of the loader first."""
    return {**LOADING, **{check.id: check.description for check in all_checks()}, **_RUNNING}


def run_checks(loaded: LoadResult, today: date) -> list[Problem]:
    """Everything that is wrong with a catalogue, by file and line, what kept files from loading included."""
    context = Context(loaded.catalogue, today)
    found: list[Problem] = []
    failures: set[Problem] = set()
    for check in all_checks():
        try:
            found += check.check(context)
        except EngineError as error:
            failures.add(engine_failure(loaded.catalogue, error))
    if not failures:
        failures |= {_unanswered(one) for one in context.unanswered}
    # Only a whole run can tell that an exception is without need.
    whole = not failures and not loaded.catalogue.broken
    return sorted({*loaded.problems, *failures, *_without_exempt(loaded.catalogue, found, whole)})


def engine_failure(catalogue: Catalogue, error: EngineError) -> Problem:
    """That the engine failed on a catalogue, as a problem to mend."""
    message = f"The examples could not be tried: {cause(error)}."
    mend = "Undo the last change to the matcher or the patterns, and see what in it the engine can't take."
    return Problem(catalogue.kb.as_posix(), 0, ENGINE, message, mend)


def _unanswered(one: Unanswered) -> Problem:
    message = f"This could not be examined: {cause(one.error)}."
    return one.owner.origin.problem(ENGINE, one.keys, message, "Shorten it to what a server says, or remove it.")


def _without_exempt(catalogue: Catalogue, problems: list[Problem], whole: bool) -> list[Problem]:
    """The problems that no article is exempt from, and the exemptions that exempt from nothing."""
    exempt = {
        (catalogue.origin(article).path.as_posix(), exemption.check): (article, index)
        for article in (*catalogue.written, *filter(None, [catalogue.template]))
        for index, exemption in enumerate(article.exceptions)
    }
    left = [problem for problem in problems if (problem.file, problem.check) not in exempt]
    needed = {(problem.file, problem.check) for problem in problems}
    known = {check.id for check in all_checks()}
    for key, (article, index) in exempt.items():
        origin, keys, name = catalogue.origin(article), ("exceptions", index, "check"), key[1]
        if name not in known:
            mend = f"Take one of: {', '.join(sorted(known))}."
            left.append(origin.problem(EXCEPTIONS, keys, f"There is no check `{name}` to be exempt from.", mend))
        # The template shows how an exception is written; it needs none.
        elif whole and key not in needed and article is not catalogue.template:
            message = f"This article passes `{name}`, so the exception is no longer needed."
            remove = Remove(("exceptions", index))
            left.append(origin.problem(EXCEPTIONS, keys, message, "Remove the exception.", remove))
    return left
