"""Runs the engine's modules that read mail source, in QuickJS, on their own.

May import generator.hosts.quickjs. Never decodes mail by itself: Python's decoders are only the host's.
"""

from __future__ import annotations

import json
from typing import Any

import quickjs

from generator.hosts.decoding import decode
from generator.hosts.link import link_modules
from generator.hosts.quickjs import SECONDS_PER_CALL

_GLUE = """
let opened = null;
function openIt(json) {
  const [name, input, isBytes] = JSON.parse(json);
  opened = name === 'plain' ? Source.openPlain(input) : Source.openSource(input, isBytes);
  return JSON.stringify(opened.needs);
}
function finishIt(json) { return JSON.stringify(opened.finish(JSON.parse(json))); }
function callIt(json) {
  const [module, name, args] = JSON.parse(json);
  const answer = globalThis[module][name](...args);
  return JSON.stringify(answer, (key, value) => (value instanceof Map ? [...value] : value));
}
"""

_PUBLISHED = {
    "engine/mail/open.js": "Source",
    "engine/mail/charset.js": "Charset",
    "engine/mail/headers.js": "Headers",
    "engine/mail/html.js": "Html",
    "engine/mail/transfer.js": "Transfer",
}


class SourceReader:
    """The linked modules in a context of their own."""

    def __init__(self) -> None:
        self._context = quickjs.Context()
        self._context.set_max_stack_size(4 * 1024 * 1024)
        self._context.eval(link_modules(_PUBLISHED))
        self._context.eval(_GLUE)

    def _run(self, function: str, argument: object) -> Any:
        self._context.set_time_limit(SECONDS_PER_CALL)
        # JSON twice: once for the value, once as a literal of JavaScript.
        return json.loads(str(self._context.eval(f"{function}({json.dumps(json.dumps(argument))})")))

    def _finish(self, needs: list[tuple[str, str]]) -> dict[str, Any]:
        document: dict[str, Any] = self._run("finishIt", [decode(charset, data) for charset, data in needs])
        return document

    def source(self, given: bytes | str) -> dict[str, Any]:
        """The document of a mail's source: bytes of a file, or the text of a paste."""
        is_bytes = isinstance(given, bytes)
        text = given.decode("latin-1") if isinstance(given, bytes) else given
        return self._finish(self._run("openIt", ["source", text, is_bytes]))

    def needs(self, given: bytes) -> list[list[str]]:
        """What the host is asked to decode for a file with a mail's source: [WHATWG charset, bytes]."""
        needs: list[list[str]] = self._run("openIt", ["source", given.decode("latin-1"), True])
        return needs

    def plain(self, given: bytes) -> dict[str, Any]:
        """The document of a file that is no mail source."""
        return self._finish(self._run("openIt", ["plain", given.decode("latin-1"), True]))

    def looks_like_source(self, text: str) -> bool:
        """What the engine says of a paste."""
        return bool(self.call("Source", "looksLikeSource", text))

    def call(self, module: str, name: str, *args: object) -> Any:
        """Call an exported function with values that JSON can carry."""
        return self._run("callIt", [module, name, list(args)])

    def pieces(self, module: str, name: str, *args: object) -> str:
        """The text of the pieces that an exported function answers."""
        return "".join(piece if isinstance(piece, str) else decode(*piece) for piece in self.call(module, name, *args))


def texts(document: dict[str, Any], role: str) -> list[str]:
    """The texts of all regions of a role, in order."""
    # Offsets are UTF-16 units, Python's are code points.
    units = document["text"].encode("utf-16-le", "surrogatepass")
    return [
        units[region["start"] * 2 : region["end"] * 2].decode("utf-16-le", "surrogatepass")
        for region in document["regions"]
        if region["role"] == role
    ]
