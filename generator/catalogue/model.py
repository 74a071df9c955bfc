"""The catalogue as values: one class for each thing that a file in kb/ may hold, with the names used there.

Everything is frozen and strict: an unknown key, a number where text belongs, or an empty text is refused. What needs
more than one value to judge (does this id exist? do ja and en agree?) is a check, not part of the model.
Imports pydantic only. Never reads a file.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError


def _form(pattern: str, message: str, mend: str) -> tuple[AfterValidator, WithJsonSchema]:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise PydanticCustomError("form", "{message}", {"message": f"`{value}` {message}", "mend": mend})
        return value

    return AfterValidator(check), WithJsonSchema({"type": "string", "pattern": f"^(?:{pattern})$", "description": mend})


_STATUS = r"[245]\.\d{1,3}\.\d{1,3}"
_RANGE = rf"{_STATUS}-{_STATUS}"

Words = Annotated[str, *_form(r"[\s\S]*\S[\s\S]*", "is empty.", "Write the text.")]
Id = Annotated[str, *_form(r"[a-z0-9]+(?:-[a-z0-9]+)*", "is not an id.", "Use lower case, digits and single hyphens.")]
Name = Annotated[str, *_form(r"[a-z]+(?:_[a-z]+)*", "is not a name of a value.", "Use lower case and underscores.")]
Reply = Annotated[str, *_form(r"[245]\d\d", "is not a reply code.", "Write three digits in quotes: '550'.")]
Status = Annotated[str, *_form(_STATUS, "is not a status code.", "Write it like '5.1.1'.")]
StatusOrRange = Annotated[
    str, *_form(rf"{_STATUS}|{_RANGE}", "is not a status code or range.", "Write it like '5.1.1' or '5.7.606-5.7.649'.")
]
WrittenStatus = Annotated[
    str,
    *_form(
        rf"X\.\d{{1,3}}\.\d{{1,3}}|{_STATUS}|{_RANGE}",
        "is not a status code or range.",
        "Write it like 'X.1.1' with `classes`, '5.1.1' or '5.7.606-5.7.649'.",
    ),
]
Vendor = Annotated[
    str, *_form(r"\S(?:.{0,38}\S)?", "is not a vendor code.", "Write the code alone, as the server does.")
]
Host = Annotated[
    str,
    *_form(
        r"(?:\*\.)?(?:[a-z0-9_-]+\.)*[a-z0-9-]+",
        "is not a host name.",
        "Write 'mx.example.jp', or '*.example.jp' for it and everything below, in lower case.",
    ),
]

FieldName = Annotated[
    str,
    *_form(
        r"[a-z0-9]+(?:-[a-z0-9]+)*(?:-\*(?:-[a-z0-9]+)*)?",
        "is not the name of a header field.",
        "Write it in lower case, with at most one `*` in place of whole words: `x-*-error`.",
    ),
]


_FOLD = re.compile(
    r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]) (?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])|(?<=[、。」）]) "
)


def _unfold(value: object) -> object:
    """YAML folds lines with a space, but Japanese has none between its characters."""
    return _FOLD.sub("", value) if isinstance(value, str) else value


Japanese = Annotated[Words, BeforeValidator(_unfold)]


class Strict(BaseModel):
    """What every part of the catalogue has in common."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Text(Strict):
    """The same thing said in both languages."""

    ja: Japanese
    en: Words


class Source(Strict):
    """Where facts come from, and the day somebody looked there."""

    title: Words
    url: Words
    checked: date


class ArticleSource(Source):
    """A source, and which parts of the article rest on it."""

    supports: Annotated[tuple[Literal["codes", "patterns", "steps", "cause"], ...], Field(min_length=1)]


class ProviderSource(Source):
    """A source, and which parts of the provider's file rest on it."""

    supports: Annotated[tuple[Literal["domains", "hosts", "names", "portals"], ...], Field(min_length=1)]


class CodeSource(Source):
    """A source, and which parts of the list of codes rest on it."""

    supports: Annotated[tuple[Literal["codes"], ...], Field(min_length=1)]


class Codes(Strict):
    """The codes seen with an article's cause."""

    reply: tuple[Reply, ...] = ()
    status: tuple[StatusOrRange, ...] = ()
    vendor: tuple[Vendor, ...] = ()


UNKNOWN_STAGE = "unknown"
"""In a pattern's condition: nothing in the report tells at which stage delivery stopped."""


class When(Strict):
    """The conditions under which a pattern counts; all that are given must hold."""

    stage: Id | None = None
    provider: Id | None = None
    reply: Reply | None = None
    status: StatusOrRange | None = None


class Pattern(Strict):
    """What a server says, with holes. `summary` marks a reporter's own summary."""

    text: Words
    when: When | None = None
    summary: bool = False


class Example(Strict):
    """A report or a line of one, and the values that its holes must yield."""

    text: Words
    values: dict[Name, Words] | None = None


class NearMiss(Strict):
    """What looks alike, and the article that it belongs to."""

    text: Words
    belongs_to: Id


class Step(Strict):
    """One action: who does it, what to do, and how to know that it worked."""

    who: Id
    do: Text
    check: Text


class Exemption(Strict):
    """A check that an article cannot meet, why, and the day by which to look again."""

    check: Id
    reason: Words
    until: date


def _as_mapping(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Article(Strict):
    """One cause with one set of steps."""

    id: Id
    formerly: tuple[Id, ...] = ()
    title: Text
    summary: Text
    provider: Id
    reason: Id
    also_reasons: tuple[Id, ...] = ()
    permanence: Id
    stage: Id
    fixers: Annotated[tuple[Id, ...], Field(min_length=1)]
    codes: Codes = Codes()
    patterns: tuple[Annotated[Pattern, BeforeValidator(_as_mapping, json_schema_input_type=Words | Pattern)], ...] = ()
    examples: Annotated[
        tuple[Annotated[Example, BeforeValidator(_as_mapping, json_schema_input_type=Words | Example)], ...],
        Field(min_length=1),
    ]
    near_misses: tuple[NearMiss, ...] = ()
    prepare: tuple[Text, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    cautions: tuple[Text, ...] = ()
    reply: Text
    see_also: tuple[Id, ...] = ()
    sources: Annotated[tuple[ArticleSource, ...], Field(min_length=1)]
    exceptions: tuple[Exemption, ...] = ()


class Portal(Strict):
    """A page of a provider on which a reader can do something."""

    title: Text
    url: Words
    use: Text
    checked: date


class Provider(Strict):
    """A mail system and how to recognise it in a report."""

    id: Id
    kind: Literal["mailbox", "gateway", "blocklist", "sender"]
    title: Text
    summary: Text
    domains: tuple[Host, ...] = ()
    hosts: tuple[Host, ...] = ()
    names: tuple[Words, ...] = ()
    portals: tuple[Portal, ...] = ()
    sources: Annotated[tuple[ProviderSource, ...], Field(min_length=1)]


Class = Literal["2", "4", "5"]
"""The first digit of a status code."""


class WrittenCode(Strict):
    """What all kinds of codes have in common, as written in kb/codes/. `usual` is an article's id, or `none`."""

    code: str
    usual: Id | dict[Class, Id]
    title: Text
    meaning: Text
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


class _CodeList(Strict):
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
    title: Text


class Noted(Labelled):
    """A word, its label and a sentence about it."""

    note: Text


class Reason(Labelled):
    """One of the headings people browse by, its general article, and Sisimai's names for it."""

    summary: Text
    article: Id
    sisimai: tuple[Words, ...] = ()


class Placeholder(Strict):
    """A value that texts may name in braces, the hole that yields it, and what stands there while it isn't known."""

    id: Name
    hole: Literal["ip", "email", "host", "url", "word", "number"]
    unknown: Text


class Vocabulary(Strict):
    """The closed lists that everything else refers to."""

    reasons: tuple[Reason, ...]
    actors: tuple[Noted, ...]
    stages: tuple[Labelled, ...]
    permanence: tuple[Noted, ...]
    placeholders: tuple[Placeholder, ...]
