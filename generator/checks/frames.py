"""Check `frames`: the engine can compile every frame of a reporter, and it says something."""

from collections.abc import Iterable

from generator.catalogue import Problem
from generator.checks._context import Context

ID = "frames"
DESCRIPTION = "Every frame of a reporter is written in the pattern language, once, with the holes that its verbs need."

_NEEDED = {
    "recipient": "{recipient:email}",
    "recipient-field": "{recipient:email}",
    "failed": "{recipient:email}",
    "alias-field": "{original:email}",
}


def check(context: Context) -> Iterable[Problem]:
    """Pass on the engine's objections, and look for holes that are missing and frames that stand twice."""
    taken: dict[str, str] = {}
    for reporter in context.catalogue.reporters.values():
        origin = context.catalogue.origin(reporter)
        for index, frame in enumerate(reporter.frames):
            keys = ("frames", index, "text")
            if refused := context.refused_frames.get((reporter.id, index)):
                mend = refused.mend[:1].upper() + refused.mend[1:] + "."
                yield origin.problem(ID, keys, f"The frame can't be used: {refused.message}.", mend)
            for verb in frame.says:
                if (hole := _NEEDED.get(verb)) and hole not in frame.text:
                    message = f"The frame says `{verb}` but has no hole {hole}."
                    yield origin.problem(ID, keys, message, "Write the hole where the address stands.")
            here = f"{origin.path.as_posix()}:{origin.line(*keys)}"
            if (first := taken.setdefault(frame.text, here)) != here:
                message = f"The frame `{frame.text}` stands in {first} too."
                mend = "Keep one; words of several reporters belong to the reporter `general`."
                yield origin.problem(ID, keys, message, mend)
