"""Requests to an API, one JSON object a line: a shell's loop sends them one by one. Imports the standard library."""

import json
from collections.abc import Mapping
from typing import Any


def line(body: Mapping[str, Any]) -> str:
    """Return one request's body as a line."""
    return json.dumps(body, ensure_ascii=False) + "\n"
