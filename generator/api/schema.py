"""The JSON Schemas of the API's files, made from their shapes. Imports pydantic and its siblings."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter

from generator.api import shapes
from generator.api.written import schema_path
from generator.pages.page import Page

SHAPES: Mapping[str, TypeAdapter[Any]] = {
    "index": TypeAdapter(shapes.Index),
    "articles": TypeAdapter(shapes.ArticleList),
    "article": TypeAdapter(shapes.Article),
    "codes": TypeAdapter(shapes.CodeList),
    "code": TypeAdapter(shapes.Code),
    "providers": TypeAdapter(shapes.ProviderList),
    "provider": TypeAdapter(shapes.Provider),
    "reporters": TypeAdapter(shapes.ReporterList),
    "reporter": TypeAdapter(shapes.Reporter),
    "reasons": TypeAdapter(shapes.ReasonList),
    "reason": TypeAdapter(shapes.Reason),
    "hosts": TypeAdapter(shapes.HostList),
    "host": TypeAdapter(shapes.Host),
    "moved": TypeAdapter(shapes.Moved),
}
"""By the name of its schema, the shape of each kind of file."""


def files() -> Iterator[Page]:
    """Yield a schema for each shape."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    for name, adapter in SHAPES.items():
        schema = head | _opened(adapter.json_schema())
        yield Page(schema_path(name), json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def _opened(schema: Any) -> Any:
    """A schema that lets keys be added, as a version of the API may."""
    if isinstance(schema, dict):
        return {key: _opened(value) for key, value in schema.items() if (key, value) != ("additionalProperties", False)}
    return [_opened(one) for one in schema] if isinstance(schema, list) else schema
