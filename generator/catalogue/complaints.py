"""Says in people's words what pydantic found wrong with a file, and what to do about it.

Imports pydantic and the model's neighbours. Never validates anything itself.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.catalogue.mends import Mend, Quote, RenameKey, Replace, Write
from generator.catalogue.model import ReplyList, StatusList, VendorList
from generator.catalogue.problem import Key, Origin, Problem

_CODE_LISTS: Mapping[str, type[BaseModel]] = {"reply": ReplyList, "status": StatusList, "vendor": VendorList}


def complaints(error: ValidationError, value: Any, origin: Origin, model: type[BaseModel] | None) -> list[Problem]:
    """The problems of one file. `model` is the class of the whole file; None for a list of codes, known by its kind."""
    found: dict[tuple[Key, ...], Problem] = {}
    details = error.errors(include_url=False)
    for detail in details:
        if _follows(detail, details):
            continue
        keys, top = detail["loc"], model
        if model is None and keys and keys[0] in _CODE_LISTS:
            top, keys = _CODE_LISTS[str(keys[0])], keys[1:]
        keys = _real(keys, value)
        message, mend = _words(detail, keys, top)
        found.setdefault(keys, origin.problem("shape", keys, message, mend, *_mends(detail, keys, top, value)))
    return list(found.values())


def _follows(detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    """Whether a list is only too short because its items were refused, which is said of them."""
    at = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(at) and other["loc"][: len(at)] == at for other in details
    )


def _real(keys: tuple[Key, ...], value: Any) -> tuple[Key, ...]:
    """The part of pydantic's location that stands in the file: it also names the members of a union, which don't.

    The last key of the result may be missing from the file; all before it are there.
    """
    result: list[Key] = []
    for position, key in enumerate(keys):
        last = position == len(keys) - 1
        if isinstance(value, dict) and isinstance(key, str) and (key in value or last):
            result.append(key)
            value = value.get(key)
        elif isinstance(value, tuple) and isinstance(key, int) and key < len(value):
            result.append(key)
            value = value[key]
    return tuple(result)


def path_words(keys: tuple[Key, ...]) -> str:
    """The way to a value as people write it: `steps[2].do.ja`, counted from 1."""
    return "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys).lstrip(".") or "the file"


def _words(detail: ErrorDetails, keys: tuple[Key, ...], model: type[BaseModel] | None) -> tuple[str, str]:
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    where = f"`{path_words(keys)}`"
    if kind == "form":
        return f"{where}: {context['message']}", context["mend"]
    if kind == "missing":
        return f"{where} is missing.", "Add it; kb/TEMPLATE.yaml explains every key of an article."
    if kind == "extra_forbidden":
        return f"The key {where} is unknown.", _near(str(keys[-1]) if keys else "", _siblings(keys, model))
    if kind == "string_type":
        return f"{where} must be text, but {_shown(given)}.", _quote(given)
    if kind in ("literal_error", "union_tag_invalid"):
        allowed = context.get("expected") or context.get("expected_tags")
        return f"{where} must be one of {allowed}, but {_shown(given)}.", "Take one of these words."
    if kind == "union_tag_not_found":
        return "`kind` is missing.", "Add `kind: reply`, `kind: status` or `kind: vendor`."
    if kind == "too_short":
        length, least = context["actual_length"], context["min_length"]
        wrong = f"has {length} of the {least} that are needed at least" if length else "is an empty list"
        return f"{where} {wrong}.", "Write at least one." if least == 1 else f"Write at least {least}."
    if kind.startswith("date"):
        return f"{where} must be a date, but {_shown(given)}.", "Write it like 2026-11-24, without quotes."
    if kind == "bool_type":
        return f"{where} must be true or false, but {_shown(given)}.", "Write true or false, without quotes."
    if kind == "tuple_type":
        return f"{where} must be a list, but {_shown(given)}.", "Write [a, b], or lines that start with `- `."
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return f"{where} must have keys of its own, but {_shown(given)}.", _with_keys(keys, model)
    return f"{where}: {detail['msg']}.", "See kb/TEMPLATE.yaml for how it is written."


def _mends(detail: ErrorDetails, keys: tuple[Key, ...], model: type[BaseModel] | None, whole: Any) -> list[Mend]:
    """What `_words` says to do, where that leaves nothing to decide."""
    kind, given = detail["type"], detail["input"]
    if kind == "form":
        swaps = detail["ctx"]["replace"]
        return [Replace(keys, swaps)] if swaps else []
    if kind == "string_type" and isinstance(given, int | float | date):
        return [Quote(keys)]
    if kind == "tuple_type" and isinstance(given, str) and _SIMPLE.fullmatch(given):
        return [Write(keys, f"[{given}]")]
    if kind.startswith("date") and isinstance(given, str) and _DATE.fullmatch(given):
        return [Write(keys, given)]
    if kind == "bool_type" and given in ("true", "false"):
        return [Write(keys, given)]
    if kind == "extra_forbidden":
        close = get_close_matches(str(keys[-1]), _siblings(keys, model), n=1)
        return [RenameKey(keys, close[0])] if close and close[0] not in _at(whole, keys[:-1]) else []
    return []


_SIMPLE = re.compile(r"[A-Za-z][\w-]*")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def _at(value: Any, keys: tuple[Key, ...]) -> Any:
    for key in keys:
        value = value[key]
    return value


def _shown(given: Any) -> str:
    if given is None:
        return "nothing is written here"
    if isinstance(given, dict):
        return "keys are written here"
    if isinstance(given, tuple):
        return "a list is written here"
    if isinstance(given, str):
        return f"the text `{given[:60]}` is written here"
    kind = "date" if isinstance(given, date) else "truth value" if isinstance(given, bool) else "number"
    return f"`{given}` is a {kind}"


def _quote(given: Any) -> str:
    if isinstance(given, dict | tuple) or given is None:
        return "Write one text here, in quotes if it has a colon or starts with a bracket."
    return f"Put it in quotes: '{given}'."


def _near(key: str, known: list[str]) -> str:
    close = get_close_matches(key, known, n=1)
    if close:
        return f"Write `{close[0]}`."
    return f"Remove it; known here are {', '.join(known)}." if known else "Remove it."


def _with_keys(keys: tuple[Key, ...], model: type[BaseModel] | None) -> str:
    names = _siblings((*keys, ""), model)
    return f"Write the keys {', '.join(names)} below it." if names else "See kb/TEMPLATE.yaml for how it is written."


def _siblings(keys: tuple[Key, ...], model: type[BaseModel] | None) -> list[str]:
    """The keys that may stand where the last of `keys` stands."""
    for key in keys[:-1]:
        if isinstance(key, str) and model is not None:
            field = model.model_fields.get(key)
            model = _model_in(field.annotation) if field else None
    return list(model.model_fields) if model else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
