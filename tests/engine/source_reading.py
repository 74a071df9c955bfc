"""Runs the engine's room for mail, in QuickJS, on its own.

May import generator.hosts. Never decodes mail by itself: Python's decoders are only the host's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import quickjs

from generator.hosts.decoding import decode
from generator.hosts.link import link_modules
from generator.hosts.quickjs import SECONDS_PER_CALL
from tests.engine.helpers import WORDS

_GLUE = """
let words = null;
let opened = null;
let meter = null;
function wordsAre(json) { words = Words.mailWords(JSON.parse(json)); return 'null'; }
function openIt(json) {
  meter = new Limits.Meter();
  opened = Open.open(JSON.parse(json), words, meter);
  return JSON.stringify({ needs: opened.needs, refused: opened.refused });
}
function finishIt(json) {
  const document = opened.finish(JSON.parse(json));
  const left = Object.fromEntries(meter.dropped);
  return JSON.stringify({ document, refused: opened.refused, left, steps: meter.steps, truncated: meter.truncated });
}
function callIt(json) {
  const [module, name, args] = JSON.parse(json);
  const answer = globalThis[module][name](...args.map((arg) => (arg === 'WORDS' ? words : arg)));
  const plain = (value) => (value instanceof Map || value instanceof Set ? [...value] : value);
  return JSON.stringify(answer, (key, value) => plain(value));
}
"""

_PUBLISHED = {
    "engine/limits.js": "Limits",
    "engine/mail/words.js": "Words",
    "engine/mail/open.js": "Open",
    "engine/mail/source.js": "Source",
    "engine/mail/charset.js": "Charset",
    "engine/mail/headers.js": "Headers",
    "engine/mail/html.js": "Html",
    "engine/mail/transfer.js": "Transfer",
}


@dataclass(frozen=True)
class Opened:
    """An input that was opened and finished: its document, why it is no mail, what limits left out, the work it took."""

    document: dict[str, Any]
    refused: str | None
    left: dict[str, int]
    steps: int
    truncated: bool


class SourceReader:
    """The linked modules in a context of their own, with the words of the catalogue."""

    def __init__(self) -> None:
        self._context = quickjs.Context()
        self._context.set_max_stack_size(4 * 1024 * 1024)
        self._context.eval(link_modules(_PUBLISHED))
        self._context.eval(_GLUE)
        self._run("wordsAre", WORDS)

    def _run(self, function: str, argument: object) -> Any:
        self._context.set_time_limit(SECONDS_PER_CALL)
        # JSON twice: once for the value, once as a literal of JavaScript.
        return json.loads(str(self._context.eval(f"{function}({json.dumps(json.dumps(argument))})")))

    def needs(self, given: bytes | str) -> list[list[str]]:
        """What the host is asked to decode: [WHATWG charset, bytes]."""
        text = {"bytes": given.decode("latin-1")} if isinstance(given, bytes) else {"text": given}
        needs: list[list[str]] = self._run("openIt", text)["needs"]
        return needs

    def open(self, given: bytes | str) -> Opened:
        """A file's bytes, or the text of a paste, opened."""
        needs = self.needs(given)
        return Opened(**self._run("finishIt", [decode(charset, data) for charset, data in needs]))

    def read(self, given: bytes | str) -> dict[str, Any]:
        """The document of a file's bytes, or of the text of a paste."""
        return self.open(given).document

    def looks_like_source(self, text: str) -> bool:
        """What the engine says of a text with LF newlines."""
        return bool(self.call("Source", "looksLikeSource", text, "WORDS"))

    def limit(self, name: str) -> int:
        """A limit of engine/limits.js."""
        return int(str(self._context.eval(f"String(Limits.{name})")))

    def call(self, module: str, name: str, *args: object) -> Any:
        """Call an exported function with values that JSON can carry; "WORDS" stands for the words of the catalogue."""
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
