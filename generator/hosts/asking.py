"""Asks an engine about many inputs, where one that it can't examine doesn't take the others with it.

Imports its sibling `quickjs`. Never reads a file, never prints.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.hosts.quickjs import Engine, EngineError

# QuickJS's own words, wherever in its message they stand.
_CAUSES = {
    "interrupted": "it takes the matcher too long",
    "out of memory": "it takes the matcher too much memory",
    "stack overflow": "it is nested too deeply for the matcher",
    "Maximum call stack": "it is nested too deeply for the matcher",
}


def ask_each(engine: Engine, inputs: Sequence[Mapping[str, str]]) -> Iterator[dict[str, Any] | EngineError]:
    """A result for each input, in their order, or why there is none: tried one by one where all at once failed."""
    if not inputs:
        return
    try:
        yield from engine.match_many(inputs)
    except EngineError as error:
        if len(inputs) == 1:
            yield error
            return
        for one in inputs:
            yield from ask_each(engine, [one])


def cause(error: EngineError) -> str:
    """Why the engine gave no answer, as the end of a sentence for people, without a full stop."""
    told = str(error)
    for words, meaning in _CAUSES.items():
        if words in told:
            return meaning
    # What follows the first line is a stack of calls, which tells people nothing.
    return f"the matcher has a defect here ({told.splitlines()[0] if told else type(error).__name__}); please report it"
