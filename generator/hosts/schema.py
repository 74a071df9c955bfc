"""JSON Schema of what crosses the border to the engine: the index, and the result that `match --json` prints.

Imports pydantic and the types. Never writes a file.
"""

import json
from typing import Any

from pydantic import TypeAdapter

from generator.hosts.types import Index, Result

RESULT: TypeAdapter[Result] = TypeAdapter(Result)
_BORDER: dict[str, TypeAdapter[Any]] = {"result": RESULT, "index": TypeAdapter(Index)}


def border_schemas() -> dict[str, str]:
    """File name (`result.json`) to JSON text."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {
        f"{name}.json": json.dumps(head | adapter.json_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        for name, adapter in _BORDER.items()
    }
