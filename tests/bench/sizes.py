"""What a page loads, gzipped."""

import gzip
import json
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.compiled.contents import contents_script
from generator.compiled.index import match_index
from generator.compiled.letters import letters_script
from generator.hosts.link import link_modules
from generator.hosts.types import Index
from generator.pages.script import engine_script, matcher_script, patterns_script, redaction_script
from tests.bench.table import Row


def rows(catalogue: Catalogue) -> Iterator[Row]:
    """The sizes of the scripts."""
    index = match_index(catalogue)
    without = {key: value for key, value in index.items() if key != "concepts"}
    plain = json.dumps(without, ensure_ascii=False, separators=(",", ":"))
    count = _patterns(index)
    yield Row("engine, gzipped", _kib(link_modules({"engine/engine.js": "BounceEngine"})), "45 KiB", "45 KiB")
    yield Row("view (`matcher.js`)", _kib(matcher_script(catalogue)), "119 KiB with engine and index")
    yield Row("engine (`engine.js`)", _kib(engine_script()), "45 KiB")
    yield Row(f"match index (`patterns.js`), {count:,} patterns", _kib(patterns_script(index)), "57 KiB, no anchors")
    yield Row(
        "match index but for the words of concepts, a pattern", f"{_gzipped(plain) / count:.1f} bytes", "", "25 bytes"
    )
    yield Row("redaction (`redaction.js`), when asked for", _kib(redaction_script(catalogue)))
    for lang in ("ja", "en"):
        size = _gzipped(contents_script(catalogue, lang)) / len(catalogue.articles)
        yield Row(f"contents, an article, {lang}", f"{size / 1024:.1f} KiB", "1.1 KiB")
        size = _gzipped(letters_script(catalogue, lang)) / len(catalogue.articles)
        yield Row(f"letters, an article, {lang}", f"{size / 1024:.1f} KiB", "1.1 KiB")


def _patterns(index: Index) -> int:
    """How many sentences the index holds: patterns, codes, names and frames."""
    return (
        sum(len(one["patterns"]) for one in index["articles"])
        + sum(len(one["frames"]) for one in index["reporters"])
        + sum(len(one["names"]) for one in index["providers"])
        + len(index["vendor"])
    )


def _kib(text: str) -> str:
    return f"{_gzipped(text) / 1024:.1f} KiB"


def _gzipped(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))
