"""What pages, matcher and commands say themselves, in both languages: the YAML files beside this one.

Imports PyYAML. Never says what the catalogue says.
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent
_LANGUAGES = {"ja", "en"}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def words(name: str, lang: str) -> dict[str, Any]:
    """The words of `<name>.yaml` in one language (`ja` or `en`): the same tree with a string at every leaf."""
    tree = yaml.load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), _LOADER)
    result: dict[str, Any] = _in_language(tree, lang)
    return result


def _in_language(tree: Any, lang: str) -> Any:
    if isinstance(tree, dict):
        if set(tree) == _LANGUAGES:
            return tree[lang]
        return {key: _in_language(branch, lang) for key, branch in tree.items()}
    if isinstance(tree, list):
        return [_in_language(branch, lang) for branch in tree]
    return tree
