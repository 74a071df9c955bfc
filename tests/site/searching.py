"""The search that pages use, run by Node."""

import json
import subprocess
from pathlib import Path

from generator.hosts.link import link_modules
from generator.hosts.node import find_node

ASK = """
const search = new BounceFind.Search(globalThis.BounceSearchIndex);
const queries = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(queries.map((query) => search.find(query, 5).map((hit) => hit.path))));
"""


def hits(index: str, queries: list[str], folder: Path) -> list[list[str]]:
    """The paths of the first five hits for each query, best first; `index` is the script of a language."""
    script = folder / "search.js"
    script.write_text(link_modules({"find/search.js": "BounceFind"}) + index + ASK, encoding="utf-8")
    node = find_node()
    assert node is not None, "the development tools bring Node"
    told = subprocess.run([node, str(script)], input=json.dumps(queries), capture_output=True, text=True, check=True)
    found: list[list[str]] = json.loads(told.stdout)
    return found
