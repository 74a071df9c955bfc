"""Words that belong to no article: header fields by what they are for, daemons, subjects, style; files of kb/words/.

The engine looks them up (`generator/engine/mail/words.js`). Imports the model's common parts. Never reads a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field as Limits

from generator.catalogue.model import Part, Strict
from generator.catalogue.scalars import FieldLabel, FieldName, Words

Role = Literal[
    "technical",
    "part",
    "mail",
    "copied",
    "kept",
    "kept-of-original",
    "status",
    "status-mark",
    "feedback",
    "person",
    "sender",
    "recipient",
    "subject",
    "identifier",
    "failed",
    "automatic",
    "auto-reply",
]
"""What a header field is for; kb/words/fields.yaml explains each."""

Language = Literal["en", "ja", "de", "fr", "es", "pt", "it", "nl", "ru", "sv", "zh", "ko"]
Saying = Literal["bounce", "delay", "auto-reply", "machine-report", "answer", "telling"]
"""What a subject says; kb/words/subjects.yaml explains each."""


class HeaderField(Strict):
    """A header field, or a family of them, what it is for, and how mail programs label it."""

    name: FieldName
    roles: Annotated[tuple[Role, ...], Limits(min_length=1)]
    labels: Mapping[Language, Annotated[tuple[Words, ...], Limits(min_length=1)]] = Limits(default_factory=dict)


class FieldList(Part):
    """The file of header fields."""

    fields: tuple[HeaderField, ...]


class DaemonList(Part):
    """The file of machines that report: how their addresses start, what their names hold."""

    addresses: tuple[Words, ...]
    names: tuple[Words, ...]


class Subject(Strict):
    """Words in a subject, and what they say about the mail."""

    text: Words
    language: Language
    says: Annotated[tuple[Saying, ...], Limits(min_length=1)]
    start: bool = False


class SubjectList(Part):
    """The file of subjects."""

    subjects: tuple[Subject, ...]
    mentioned_behind: tuple[Words, ...]


class RedactionFields(Strict):
    """Header fields and labels, by what they hold."""

    sender: tuple[FieldLabel, ...]
    person: tuple[FieldLabel, ...]
    subject: tuple[FieldLabel, ...]
    identifier: tuple[FieldLabel, ...]
    machine: tuple[FieldLabel, ...]


class LogKeys(Strict):
    """How logs name a value, by what the value is."""

    person: tuple[Words, ...]
    machine: tuple[Words, ...]
    identifier: tuple[Words, ...]
    quoted: tuple[Words, ...]


class AroundMachines(Strict):
    """Words before a machine's bare name, and behind one: with an address or a verb, or alone."""

    called: tuple[Words, ...]
    speaks: tuple[Words, ...]
    before: tuple[Words, ...]
    behind: tuple[Words, ...]


class AroundNames(Strict):
    """Words before a name, within one, and behind one."""

    called: tuple[Words, ...]
    unknown: tuple[Words, ...]
    particles: tuple[Words, ...]
    honorifics: tuple[Words, ...]


class TopLevel(Strict):
    """Last labels of names with dots: usual top-level domains, and what is none."""

    usual: tuple[Words, ...]
    none: tuple[Words, ...]


class OrdinaryWords(Strict):
    """Words that name nobody."""

    prose: tuple[Words, ...]
    technical: tuple[Words, ...]
    japanese: tuple[Words, ...]


class RedactionList(Part):
    """The file of words that redaction goes by."""

    fields: RedactionFields
    keys: LogKeys
    machines: AroundMachines
    names: AroundNames
    top_level: TopLevel
    reply_marks: tuple[Words, ...]
    daemons: tuple[Words, ...]
    reported: tuple[Words, ...]
    telling: tuple[Words, ...]
    ordinary: OrdinaryWords


class Avoided(Strict):
    """Words that texts avoid, and what to write in their place; `before_a_thing`, right before one of the things."""

    avoid: Words
    write: Words
    before_a_thing: bool = False


class StyleList(Part):
    """The file of words that texts avoid."""

    ja: tuple[Avoided, ...]
    en: tuple[Avoided, ...]
    things: tuple[Words, ...]
    check_endings: tuple[Avoided, ...]


@dataclass(frozen=True)
class MailWords:
    """All of kb/words/."""

    fields: FieldList
    daemons: DaemonList
    subjects: SubjectList
    redaction: RedactionList
    style: StyleList


NO_MAIL_WORDS = MailWords(
    FieldList(fields=()),
    DaemonList(addresses=(), names=()),
    SubjectList(subjects=(), mentioned_behind=()),
    RedactionList(
        fields=RedactionFields(sender=(), person=(), subject=(), identifier=(), machine=()),
        keys=LogKeys(person=(), machine=(), identifier=(), quoted=()),
        machines=AroundMachines(called=(), speaks=(), before=(), behind=()),
        names=AroundNames(called=(), unknown=(), particles=(), honorifics=()),
        top_level=TopLevel(usual=(), none=()),
        reply_marks=(),
        daemons=(),
        reported=(),
        telling=(),
        ordinary=OrdinaryWords(prose=(), technical=(), japanese=()),
    ),
    StyleList(ja=(), en=(), things=(), check_endings=()),
)
"""What stands for files that can't be used."""
