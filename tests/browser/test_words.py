"""The words of the view: in both languages, the same gaps to fill, and none that nothing says."""

import re

from generator.hosts.link import SOURCES as MODULES
from generator.pages.script import matcher_words

SOURCES = "\n".join(path.read_text("utf-8") for path in sorted((MODULES / "view").rglob("*.js")))
# `bouncekb match` says its results with the same words.
COMMAND = (MODULES / "commands" / "answer.py").read_text("utf-8")
TEMPLATE = (MODULES / "templates" / "matcher.html").read_text("utf-8")
# Words that one script says in place of another's.
SCRIPTS = (MODULES / "pages" / "script.py").read_text("utf-8")

# Keys that the view puts together: what stands before the part that varies.
COMPOSED = re.compile(r"`([\w.]+[._])\$\{")
# Groups whose words are handed over whole.
GROUPS = re.compile(r"\.group\('(\w+)'\)|\[[\"'](why|confidence|asks|other_kind)[\"']\]")


def gaps(phrase: str) -> list[str]:
    return sorted(set(re.findall(r"\{(\w+)\}", phrase)))


def test_both_languages_say_the_same_things() -> None:
    ja, en = matcher_words("ja"), matcher_words("en")
    assert ja.keys() == en.keys()
    assert {key: gaps(text) for key, text in ja.items()} == {key: gaps(text) for key, text in en.items()}
    # What stands between two marked words may be a space.
    assert all(text.strip() for words in (ja, en) for key, text in words.items() if key != "sure.and")


def test_whatever_the_view_says_has_words() -> None:
    words = matcher_words("ja")
    groups = "|".join({key.split(".")[0] for key in words})
    named = set(re.findall(rf"'((?:{groups})\.[a-z_-]+)'", SOURCES + TEMPLATE))
    assert len(named) > 50
    assert named - words.keys() == set()


def test_no_words_are_left_over() -> None:
    groups = {f"{one or other}." for one, other in GROUPS.findall(SOURCES + COMMAND)}
    composed = (*COMPOSED.findall(SOURCES), *groups)
    by_command = {".".join(names) for names in re.findall(r"_words\['(\w+)'\]\['(\w+)'\]", COMMAND)}
    said = {
        key for key in matcher_words("en") if f"'{key}'" in SOURCES + TEMPLATE or f'"{key}"' in SCRIPTS
    } | by_command
    left = {key for key in matcher_words("en").keys() - said if not key.startswith(("example.", *composed))}
    assert left == set()
