"""Why a file is no mail, in the page's words.

What is no mail, the engine decides. Imports the words when a file is refused.
"""

from collections.abc import Mapping
from typing import Any


def words_of(refused: str, name: str, lang: str) -> str:
    """The page's words about it, in one line."""
    # Not at the top: only this needs YAML.
    from generator.words import words

    said: Mapping[str, Any] = words("matcher", "en" if lang == "en" else "ja")["file"]
    if refused == "msg":
        return f"{name}: {said['msg_title']}{'.' if lang == 'en' else '。'} {said['msg_new']}"
    return str(said[refused]).replace("{name}", name)
