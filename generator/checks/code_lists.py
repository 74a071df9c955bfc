"""Check `code-lists`: each code is explained once, and X goes with `classes`."""

from collections.abc import Iterable, Iterator

from generator.catalogue import Problem
from generator.catalogue.codes import spellings
from generator.catalogue.model import WrittenCode, WrittenStatusCode
from generator.checks._context import Context

ID = "code-lists"
DESCRIPTION = "In kb/codes/ each code stands once, and X goes with `classes`."


def check(context: Context) -> Iterable[Problem]:
    """Look at every code of every list."""
    catalogue = context.catalogue
    taken: dict[str, str] = {}
    for code_list in catalogue.code_lists:
        origin = catalogue.origin(code_list)
        for index, written in enumerate(code_list.codes):
            keys = ("codes", index, "code")
            for message, mend in _form(written):
                yield origin.problem(ID, keys, message, mend)
            here = f"{origin.path.as_posix()}:{origin.line(*keys)}"
            for code, _ in spellings(written):
                if code in taken:
                    message = f"`{code}` is already explained at {taken[code]}."
                    yield origin.problem(ID, keys, message, "Keep one of the two.")
                taken.setdefault(code, here)


def _form(written: WrittenCode) -> Iterator[tuple[str, str]]:
    if not isinstance(written, WrittenStatusCode):
        return
    code, classes = written.code, written.classes
    if code.startswith("X") and not classes:
        yield f"`{code}` doesn't say which first digits exist.", "Add `classes: ['4', '5']`, or one of them."
    if classes and not code.startswith("X"):
        yield f"`{code}` has its first digit already.", "Remove `classes`, or write X for the first digit."
    if isinstance(written.usual, dict) and set(written.usual) != set(classes):
        yield f"The `usual` articles of `{code}` aren't given for its classes.", "Name one (or `none`) for each class."
