"""Check `mail-words`: in kb/words/ everything is said once, and a label means one field."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.catalogue import Origin, Problem
from generator.catalogue.model import Part
from generator.catalogue.problem import Key
from generator.catalogue.words import RedactionList
from generator.checks._context import Context

ID = "mail-words"
DESCRIPTION = "In kb/words/ each header field, daemon and subject stands once, and no label means two fields."

_Said = tuple[Origin, tuple[Key, ...], str, str, str]
"""Where a word stands, the word, what it means, and among which words it stands once."""


def check(context: Context) -> Iterable[Problem]:
    """Look at every name, label and phrase."""
    taken: dict[tuple[Path, str, str], tuple[tuple[Key, ...], str]] = {}
    for origin, keys, text, means, among in _said(context):
        first, meant = taken.setdefault((origin.path, among, text.lower()), (keys, means))
        if first != keys and not (means and means == meant):
            message = f"`{text}` already stands on line {origin.line(*first)}."
            yield origin.problem(ID, keys, message, "Keep one of the two.")


def _said(context: Context) -> Iterator[_Said]:
    """Every word with what it means; words of one meaning may stand in several languages."""
    words = context.catalogue.words
    if fields := _origin(words.fields):
        for index, field in enumerate(words.fields.fields):
            yield fields, ("fields", index, "name"), field.name, "", ""
            for language, labels in field.labels.items():
                for at, label in enumerate(labels):
                    yield fields, ("fields", index, "labels", language, at), label, field.name, ""
    if daemons := _origin(words.daemons):
        for at, text in enumerate(words.daemons.addresses):
            yield daemons, ("addresses", at), text, "", ""
        for at, text in enumerate(words.daemons.names):
            yield daemons, ("names", at), text, "", ""
    if subjects := _origin(words.subjects):
        for index, subject in enumerate(words.subjects.subjects):
            yield subjects, ("subjects", index, "text"), subject.text, "", ""
        for at, text in enumerate(words.subjects.mentioned_behind):
            yield subjects, ("mentioned_behind", at), text, "", ""
    yield from _of_redaction(words.redaction)


def _of_redaction(words: RedactionList) -> Iterator[_Said]:
    """What redaction goes by: in each list a word stands once, and a field holds one kind of thing."""
    if origin := _origin(words):
        lists: list[tuple[tuple[Key, ...], tuple[str, ...]]] = []
        for name, found in words:
            if isinstance(found, tuple):
                lists.append(((name,), found))
            else:
                lists += [((name, part), listed) for part, listed in found]
        for keys, listed in lists:
            for at, text in enumerate(listed):
                # The same word may stand in lists of different kinds: ordinary words, and labels of fields.
                yield origin, (*keys, at), text, "", str(keys[0])


def _origin(part: Part) -> Origin | None:
    """The file of a list, or None where there is none."""
    try:
        return part.origin
    except LookupError:
        return None
