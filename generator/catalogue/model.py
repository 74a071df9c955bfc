"""The catalogue as values: one class for each thing that a file in kb/ may hold, with the names used there.

Everything is frozen and strict: an unknown key, a number where text belongs, or an empty text is refused. What needs
more than one value to judge (does this id exist? do ja and en agree?) is a check, not part of the model.
Imports pydantic and its neighbours `scalars` and `problem`. Never reads a file.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from generator.catalogue.problem import Origin
from generator.catalogue.scalars import (
    Host,
    Id,
    JapaneseLabel,
    JapaneseProse,
    Label,
    Name,
    Prose,
    Reply,
    Vendor,
    Words,
    WrittenStatus,
)


class Strict(BaseModel):
    """What every part of the catalogue has in common."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Part(Strict):
    """What one file of the catalogue holds. It carries its origin, also through a pickle and into a copy."""

    _origin: Origin | None = PrivateAttr(default=None)

    @property
    def origin(self) -> Origin:
        """The file that this was read from."""
        if self._origin is None:
            raise LookupError(f"This {type(self).__name__} was not read from a file.")
        return self._origin

    def came_from(self, origin: Origin) -> None:
        """Note the file; for whoever reads it."""
        self._origin = origin


class Entry(Part):
    """A file that an overlay may add, or replace: with `overrides` it stands in for the one below it of the same id."""

    overrides: bool = False


class Text(Strict):
    """The same thing said in both languages."""

    ja: JapaneseProse
    en: Prose

    def say(self, lang: str) -> str:
        """What it says in a language, `ja` or `en`."""
        return self.ja if lang == "ja" else self.en


class Title(Text):
    """A title or label in both languages."""

    ja: JapaneseLabel
    en: Label


class Called(Strict):
    """What people type who look for it: other names, short ones, spellings. Several things may share one."""

    ja: Annotated[tuple[JapaneseLabel, ...], Field(min_length=1)]
    en: Annotated[tuple[Label, ...], Field(min_length=1)]


class Source(Strict):
    """Where facts come from, and the day somebody looked there."""

    title: Words
    url: Words
    checked: date


class ProviderSource(Source):
    """A source, and which parts of the provider's file rest on it."""

    supports: Annotated[tuple[Literal["domains", "hosts", "names", "portals"], ...], Field(min_length=1)]


class CodeSource(Source):
    """A source, and which parts of the list of codes rest on it."""

    supports: Annotated[tuple[Literal["codes"], ...], Field(min_length=1)]


RefusedBy = Literal["own-program", "own-service", "gateway", "recipient-side"]
"""Whose decision it was: the own program's or service's, that of a filter on the way, or the recipient's side's."""


class Portal(Strict):
    """A page of a provider on which a reader can do something."""

    title: Title
    url: Words
    use: Text
    checked: date


class Provider(Entry):
    """A mail system and how to recognise it in a report; `submission` are hosts that only take its own users' mail."""

    id: Id
    kind: Literal["mailbox", "gateway", "blocklist", "sender"]
    title: Title
    asked_as: Called | None = None
    summary: Text
    domains: tuple[Host, ...] = ()
    hosts: tuple[Host, ...] = ()
    submission: tuple[Host, ...] = ()
    names: tuple[Words, ...] = ()
    portals: tuple[Portal, ...] = ()
    sources: Annotated[tuple[ProviderSource, ...], Field(min_length=1)]


Class = Literal["2", "4", "5"]
"""The first digit of a status code."""


class WrittenCode(Strict):
    """What all kinds of codes have in common, as written in kb/codes/. `usual` is an article's id, or `none`."""

    code: str
    usual: Id | dict[Class, Id]
    title: Title
    meaning: Text
    refused_by: RefusedBy | None = None
    standard: Words | None = None


class WrittenReply(WrittenCode):
    """A reply code (RFC 5321 and others)."""

    code: Reply
    usual: Id


class WrittenStatusCode(WrittenCode):
    """A status code or range; X stands for each class in `classes`, and `usual` may differ by class."""

    code: WrittenStatus
    classes: tuple[Class, ...] = ()


class WrittenVendorCode(WrittenCode):
    """A code of a provider's own."""

    code: Vendor
    usual: Id


class _CodeList(Entry):
    provider: Id
    sources: Annotated[tuple[CodeSource, ...], Field(min_length=1)]


class ReplyList(_CodeList):
    """A file of reply codes."""

    kind: Literal["reply"]
    codes: Annotated[tuple[WrittenReply, ...], Field(min_length=1)]


class StatusList(_CodeList):
    """A file of status codes and ranges."""

    kind: Literal["status"]
    codes: Annotated[tuple[WrittenStatusCode, ...], Field(min_length=1)]


class VendorList(_CodeList):
    """A file of a provider's own codes."""

    kind: Literal["vendor"]
    codes: Annotated[tuple[WrittenVendorCode, ...], Field(min_length=1)]


CodeList = Annotated[ReplyList | StatusList | VendorList, Field(discriminator="kind")]


class Labelled(Strict):
    """A word of a closed list and its label."""

    id: Id
    title: Title


class Noted(Labelled):
    """A word, its label and a sentence about it."""

    note: Text


class Reason(Labelled):
    """One of the headings people browse by, its general article, and Sisimai's names for it."""

    asked_as: Called | None = None
    summary: Text
    article: Id
    sisimai: tuple[Words, ...] = ()


class Placeholder(Strict):
    """A value that texts may name in braces, the hole that yields it, and what stands there while it isn't known.

    One without a hole is filled only where a letter is written: nobody's link can bring it.
    """

    id: Name
    hole: Literal["ip", "email", "host", "url", "word", "number"] | None = None
    unknown: Title


class Vocabulary(Part):
    """The closed lists that everything else refers to."""

    reasons: tuple[Reason, ...]
    actors: tuple[Noted, ...]
    stages: tuple[Labelled, ...]
    permanence: tuple[Noted, ...]
    placeholders: tuple[Placeholder, ...]
