"""Check `mail-words`: in kb/words/ everything is said once, and a label means one field."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.catalogue import Origin, Problem
from generator.catalogue.model import Part
from generator.catalogue.problem import Key
from generator.checks._context import Context

ID = "mail-words"
DESCRIPTION = "In kb/words/ each header field, daemon and subject stands once, and no label means two fields."

_Said = tuple[Origin, tuple[Key, ...], str, str]


def check(context: Context) -> Iterable[Problem]:
    """Look at every name, label and phrase."""
    taken: dict[tuple[Path, str], tuple[tuple[Key, ...], str]] = {}
    for origin, keys, text, means in _said(context):
        first, meant = taken.setdefault((origin.path, text.lower()), (keys, means))
        if first != keys and not (means and means == meant):
            message = f"`{text}` already stands on line {origin.line(*first)}."
            yield origin.problem(ID, keys, message, "Keep one of the two.")


def _said(context: Context) -> Iterator[_Said]:
    """Every word with what it means; words of one meaning may stand in several languages."""
    words = context.catalogue.words
    if fields := _origin(words.fields):
        for index, field in enumerate(words.fields.fields):
            yield fields, ("fields", index, "name"), field.name, ""
            for language, labels in field.labels.items():
                for at, label in enumerate(labels):
                    yield fields, ("fields", index, "labels", language, at), label, field.name
    if daemons := _origin(words.daemons):
        for at, text in enumerate(words.daemons.addresses):
            yield daemons, ("addresses", at), text, ""
        for at, text in enumerate(words.daemons.names):
            yield daemons, ("names", at), text, ""
    if subjects := _origin(words.subjects):
        for index, subject in enumerate(words.subjects.subjects):
            yield subjects, ("subjects", index, "text"), subject.text, ""
        for at, text in enumerate(words.subjects.mentioned_behind):
            yield subjects, ("mentioned_behind", at), text, ""


def _origin(part: Part) -> Origin | None:
    """The file of a list, or None where there is none."""
    try:
        return part.origin
    except LookupError:
        return None
