"""Check `frame-examples`: no frame of a reporter stands there untried."""

from collections.abc import Iterable

from generator.catalogue import Problem, Reporter
from generator.checks._context import Context

ID = "frame-examples"
DESCRIPTION = "Every frame and log mark of a reporter stands in an example, and no frame counts in ordinary mail."


def check(context: Context) -> Iterable[Problem]:
    """Find the frames that no example report holds, and the near misses that hold one."""
    tried = {(found["reporter"], found["frame"]) for read in context.reports for found in read.trace["frames"]}
    # Where a report could not be read, nobody knows which frames stand in it.
    blind = any(isinstance(one.owner, Reporter) for one in context.unanswered)
    for reporter in () if blind else context.catalogue.reporters.values():
        origin = context.catalogue.origin(reporter)
        for index, frame in enumerate(reporter.frames):
            if (reporter.id, index) not in tried and (reporter.id, index) not in context.refused_frames:
                message = f"No example of a reporter holds the frame `{frame.text}`."
                mend = "Add a report in which it stands, mend the frame, or remove it."
                yield origin.problem(ID, ("frames", index, "text"), message, mend)
        for index, mark in enumerate(reporter.log_marks):
            if not any(f" {mark.text} " in example.text for example in reporter.examples):
                message = f"No example of this reporter holds a line with `{mark.text}` before an address."
                yield origin.problem(ID, ("log_marks", index, "text"), message, "Add such a log, or remove the mark.")
    for missed in context.no_reports:
        if missed.result["kind"] in ("bounce", "delay"):
            message = f"Ordinary mail is read as `{missed.result['kind']}`."
            mend = "Keep more of the reporter's words in the frame, or say `only: machine`, `report` or `alone`."
            yield context.catalogue.origin(missed.reporter).problem(ID, missed.keys, message, mend)
