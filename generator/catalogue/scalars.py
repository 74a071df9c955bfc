"""What a single value of the catalogue may be: ids, codes, hosts and texts, each with its form and its longest length.

Every refusal says what is wrong and what to write, and where a machine could do it, which characters to change.
Imports pydantic and `characters`. Never looks at more than one value.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.characters import escape, unseen

# The longest texts, in characters. Each is about twice what anybody has needed: what is longer is a paste gone wrong.
MOST_ID = 80
MOST_HOST = 253  # RFC 1035
MOST_LABEL = 200
MOST_HEADLINE = 48  # columns of Latin characters; a full-width character takes two, and 26 of these still fit a phone
MOST_JAPANESE_HEADLINE = 52
MOST_WORDS = 500
MOST_PROSE = 4_000
MOST_PATTERN = 500
MOST_REPORT = 50_000

RESERVED = ("index", "readme")
"""Names that are a folder's own page, so that no article or provider can have them."""


class _Refusal(NamedTuple):
    """What is wrong with a value, what to do, and for a machine: which text to write in place of which."""

    message: str
    mend: str
    replace: tuple[tuple[str, str], ...] = ()


_Rule = Callable[[str], _Refusal | None]


def _kept(*rules: _Rule) -> AfterValidator:
    """Refuse a value by the first rule that it breaks."""

    def check(value: str) -> str:
        for rule in rules:
            refusal = rule(value)
            if refusal:
                raise PydanticCustomError("form", "{message}", refusal._asdict())
        return value

    return AfterValidator(check)


def _shown(value: str) -> str:
    return f"`{value if len(value) <= 60 else value[:57] + '...'}`"


def _at_most(most: int) -> _Rule:
    def rule(value: str) -> _Refusal | None:
        if len(value) <= most:
            return None
        message = f"{_shown(value)} is {len(value)} characters long; at most {most} are allowed."
        return _Refusal(message, "Shorten it, or see whether two things have run into each other.")

    return rule


def _no_wider(most: int) -> _Rule:
    def rule(value: str) -> _Refusal | None:
        wide = sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in value)
        if wide <= most:
            return None
        return _Refusal(f"{_shown(value)} is {wide} columns wide; {most} fit on a phone.", "Say it in fewer words.")

    return rule


def _in_the_form(pattern: str, what: str, mend: str) -> _Rule:
    compiled = re.compile(pattern)

    def rule(value: str) -> _Refusal | None:
        if compiled.fullmatch(value):
            return None
        lower = value.lower()
        replace = ((value, lower),) if lower != value and compiled.fullmatch(lower) else ()
        return _Refusal(f"{_shown(value)} is not {what}.", f"Write `{lower}`." if replace else mend, replace)

    return rule


def _not_empty(value: str) -> _Refusal | None:
    return None if value.strip() else _Refusal("the text is empty.", "Write the text.")


def _seen(value: str) -> _Refusal | None:
    """Nobody sees these characters, but they turn writing around, steer terminals and hide words from readers."""
    found = unseen(value)
    if not found:
        return None
    names = ", ".join(f"`{escape(one)}`" for one in found[:5])
    message = f"the text has characters that nobody sees: {names}."
    return _Refusal(message, "Remove them.", tuple((one, "") for one in found))


def _not_reserved(value: str) -> _Refusal | None:
    if value not in RESERVED:
        return None
    return _Refusal(f"`{value}` is the name of a folder's own page.", "Choose another id.")


def _upwards(value: str) -> _Refusal | None:
    first, _, last = value.partition("-")
    if not last:
        return None
    (group, low), (last_group, high) = _split(first), _split(last)
    if group != last_group:
        return _Refusal(f"The range `{value}` runs over more than its last number.", "Write one range for each group.")
    if low > high:
        swapped = f"{last}-{first}"
        return _Refusal(f"The range `{value}` runs downwards.", f"Write `{swapped}`.", ((value, swapped),))
    return None


def _framing(value: str) -> _Refusal | None:
    """A frame of a letter: each line has one value at most, and the parts of the article have lines of their own."""
    lines = [(line.strip(), VALUE.findall(line)) for line in value.splitlines()]
    if sum(found.count("body") for _, found in lines) != 1:
        return _Refusal("`{body}`, the place of the article's own words, must stand there once.", "Write it once.")
    for line, found in lines:
        if len(found) > 1:
            return _Refusal(f"{_shown(line)} has more than one value.", "Give each value a line of its own.")
        if found and found[0] in LETTER_PARTS and line != f"{{{found[0]}}}":
            return _Refusal(f"`{{{found[0]}}}` must have a line of its own.", "Put it on a line of its own.")
    return None


def _split(code: str) -> tuple[str, int]:
    group, _, number = code.rpartition(".")
    return group, int(number)


def _schema(most: int, pattern: str = "", description: str = "") -> WithJsonSchema:
    form = {"pattern": f"^(?:{pattern})$"} if pattern else {}
    return WithJsonSchema({"type": "string", "maxLength": most, **form, "description": description})


def _text(most: int) -> Iterator[AfterValidator | WithJsonSchema]:
    yield _kept(_not_empty, _at_most(most), _seen)
    yield _schema(most, r"[\s\S]*\S[\s\S]*", "Write the text.")


def _code(
    pattern: str, what: str, mend: str, *rules: _Rule, most: int = 40
) -> Iterator[AfterValidator | WithJsonSchema]:
    yield _kept(_at_most(most), _seen, _in_the_form(pattern, what, mend), *rules)
    yield _schema(most, pattern, mend)


VALUE = re.compile(r"\{([a-z_]+)\}")
LETTER_PARTS = ("body", "how_long")
"""What an article says in a letter; other values in braces come from the bounce."""

_FOLD = re.compile(
    r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]) (?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])|(?<=[、。」）]) "
)


def _unfold(value: object) -> object:
    """YAML folds lines with a space, but Japanese has none between its characters."""
    return _FOLD.sub("", value) if isinstance(value, str) else value


Label = Annotated[str, *_text(MOST_LABEL)]
Words = Annotated[str, *_text(MOST_WORDS)]
Prose = Annotated[str, *_text(MOST_PROSE)]
PatternText = Annotated[str, *_text(MOST_PATTERN)]
ReportText = Annotated[str, *_text(MOST_REPORT)]
Mark = Annotated[
    str,
    *_text(4),
    _kept(_in_the_form(r"[!-/:-@\[-`{-~]+", "a mark", "Write one to four signs, such as `**`.")),
]
EnglishHeadline = Annotated[Label, _kept(_no_wider(MOST_HEADLINE))]
JapaneseHeadline = Annotated[Label, _kept(_no_wider(MOST_JAPANESE_HEADLINE)), BeforeValidator(_unfold)]
JapaneseLabel = Annotated[Label, BeforeValidator(_unfold)]
JapaneseProse = Annotated[Prose, BeforeValidator(_unfold)]
FrameText = Annotated[Prose, _kept(_framing)]
JapaneseFrameText = Annotated[FrameText, BeforeValidator(_unfold)]

_STATUS = r"[245]\.\d{1,3}\.\d{1,3}"
_RANGE = rf"{_STATUS}-{_STATUS}"

Id = Annotated[
    str,
    *_code(
        r"[a-z0-9]+(?:-[a-z0-9]+)*",
        "an id",
        "Use lower case, digits and single hyphens.",
        _not_reserved,
        most=MOST_ID,
    ),
]
Name = Annotated[str, *_code(r"[a-z]+(?:_[a-z]+)*", "a name of a value", "Use lower case and underscores.")]
Reply = Annotated[str, *_code(r"[245]\d\d", "a reply code", "Write three digits in quotes: '550'.")]
Status = Annotated[str, *_code(_STATUS, "a status code", "Write it like '5.1.1'.")]
StatusOrRange = Annotated[
    str,
    *_code(rf"{_STATUS}|{_RANGE}", "a status code or range", "Write it like '5.1.1' or '5.7.606-5.7.649'.", _upwards),
]
WrittenStatus = Annotated[
    str,
    *_code(
        rf"X\.\d{{1,3}}\.\d{{1,3}}|{_STATUS}|{_RANGE}",
        "a status code or range",
        "Write it like 'X.1.1' with `classes`, '5.1.1' or '5.7.606-5.7.649'.",
        _upwards,
    ),
]
Vendor = Annotated[str, *_code(r"\S(?:.{0,38}\S)?", "a vendor code", "Write the code alone, as the server does.")]
Host = Annotated[
    str,
    *_code(
        r"(?:\*\.)?(?:[a-z0-9_-]+\.)*[a-z0-9-]+",
        "a host name",
        "Write 'mx.example.jp', or '*.example.jp' for it and everything below, in lower case.",
        most=MOST_HOST,
    ),
]
Contact = Annotated[
    str,
    *_code(
        r"https://[!-~]+\.[!-~]+|mailto:[!-~]+@[!-~]+",
        "an address to reach somebody at",
        "Write the full address of a page, from https:// on, or mailto: and a mail address.",
        most=MOST_WORDS,
    ),
]

FieldName = Annotated[
    str,
    *_code(
        r"[a-z0-9]+(?:-[a-z0-9]+)*(?:-\*(?:-[a-z0-9]+)*)?",
        "the name of a header field",
        "Write it in lower case, with at most one `*` in place of whole words: `x-*-error`.",
    ),
]
FieldLabel = Annotated[
    str,
    *_code(
        r"(?=\S)[^*A-Z]*(?:\*[^*A-Z]*)?",
        "a label of a field",
        "Write it in small letters, with at most one `*` in place of letters.",
        most=MOST_WORDS,
    ),
]
