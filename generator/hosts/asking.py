"""Asks an engine about many inputs, where one that it can't examine doesn't take the others with it.

Imports its sibling `quickjs`. Never reads a file, never prints.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.hosts.quickjs import EngineError

Input = Mapping[str, str]
_Answer = TypeVar("_Answer")

# QuickJS's own words, wherever in its message they stand.
_CAUSES = {
    "interrupted": "it takes the matcher too long",
    "out of memory": "it takes the matcher too much memory",
    "stack overflow": "it is nested too deeply for the matcher",
    "Maximum call stack": "it is nested too deeply for the matcher",
}


def ask_each(
    question: Callable[[Sequence[Input]], Sequence[_Answer]], inputs: Sequence[Input]
) -> Iterator[_Answer | EngineError]:
    """The answer to each input, in their order, or why there is none: asked one by one where all at once failed.

    `question` is one of the engine's methods that take many inputs.
    """
    if not inputs:
        return
    try:
        yield from question(inputs)
    except EngineError as error:
        if len(inputs) == 1:
            yield error
            return
        for one in inputs:
            yield from ask_each(question, [one])


def cause(error: EngineError) -> str:
    """Why the engine gave no answer, as the end of a sentence for people, without a full stop."""
    told = str(error)
    for words, meaning in _CAUSES.items():
        if words in told:
            return meaning
    # What follows the first line is a stack of calls, which tells people nothing.
    return f"the matcher has a defect here ({told.splitlines()[0] if told else type(error).__name__}); please report it"
