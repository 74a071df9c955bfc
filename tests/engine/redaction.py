"""`redactText` by itself: no index and no match, the options as its callers in the engine give them."""

from __future__ import annotations

import html
import json
import quopri
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import unquote

import quickjs

from generator.hosts.link import link_modules
from tests.engine.helpers import redaction

SECONDS_PER_CALL = 60

_CALL = """
const usual = new Words.RedactionWords(WORDS);
globalThis.call = (json) => {
  const { text, originals, known, fields, left } = JSON.parse(json);
  const words = fields ? new Words.RedactionWords(WORDS, fields) : usual;
  const meter = new Limits.Meter();
  meter.allow(text.length);
  if (left !== null) meter.take(meter.left - left);
  const before = meter.steps;
  const options = { words, originals, meter, known: (host) => known.some((one) => host === one || host.endsWith('.' + one)) };
  const result = Redact.redactText(text, options);
  const answer = { ...result, steps: meter.steps - before, dropped: Object.fromEntries(meter.dropped) };
  // Escaped throughout: the border cuts strings at NUL and chokes on lone surrogates.
  return JSON.stringify(answer).replace(/[^ -~]/g, (unit) => '\\\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
};
"""


@cache
def _context() -> quickjs.Context:
    context = quickjs.Context()
    context.set_max_stack_size(4 * 1024 * 1024)
    # Far above what any text here needs: stops a defect, such as a regular expression that tries its way through.
    context.set_time_limit(SECONDS_PER_CALL)
    rooms = {
        "engine/answer/redact.js": "Redact",
        "engine/answer/redaction/words.js": "Words",
        "engine/limits.js": "Limits",
    }
    context.eval(link_modules(rooms))
    context.eval(f"const WORDS = {redaction()};")
    context.eval(_CALL)
    return context


def redact(
    text: str,
    *,
    known: Sequence[str] = (),
    originals: Sequence[tuple[int, int]] = (),
    fields: Mapping[str, Sequence[str]] | None = None,
    left: int | None = None,
) -> dict[str, Any]:
    """{text, tokens, steps, dropped}. `left`: the work that the meter still has."""
    given = {
        "text": text,
        "known": list(known),
        "originals": [{"start": start, "end": end} for start, end in originals],
        "fields": fields,
        "left": left,
    }
    answer: dict[str, Any] = json.loads(str(_context().eval(f"call({json.dumps(json.dumps(given))})")))
    return answer


def redacted(text: str, *, known: Sequence[str] = ()) -> str:
    """The text of `redact`."""
    return str(redact(text, known=known)["text"])


def unfolded(text: str) -> str:
    """A text with all that an encoding may still hide, in lower case: what a curious reader would try."""
    seen = [text]
    for _ in range(3):
        last = unicodedata.normalize("NFKC", seen[-1])
        last = re.sub("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]", "", last)
        last = html.unescape(unquote(last))
        seen.append(re.sub(r"\\u00([0-9a-f]{2})", lambda found: chr(int(found[1], 16)), last))
    seen.append(quopri.decodestring(text.encode("utf-8", "surrogatepass")).decode("utf-8", "replace"))
    return "\n".join(seen).lower()
