"""What people send about a bounce: the answer to a customer, what others are asked, what colleagues have to know.

An article has the words of its own cause; what is the same for all of them, greeting, evidence and link, is a frame
around these: a tree in which ["part", "body"] is the place of the article's words and ["voice", "greet", ...] a
greeting. An overlay may have frames in place of the project's. The reply comes in two voices:
["voice", "ask", ...] is said by those whose provider somebody else is, ["voice", "we", ...] by the provider itself.
Imports the catalogue's model, its sibling modules and the linker. Never knows who sends a letter, never fills a value.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.catalogue import Article, Catalogue
from generator.compiled.nodes import VALUE, Node, Tree, in_one_piece
from generator.compiled.tree import parse_plain
from generator.hosts.link import data_script
from generator.words import words

VOICES = ("ask", "we")
"""Who speaks to a customer: somebody who sends them to their provider, or the provider itself."""

CUSTOMER, INSIDE = "customer", "inside"
_TONGUES = ("ja", "en")
_HOW_LONG = "how_long"
_PARTS = ("body", _HOW_LONG)
GREETING = "greet"
"""The voice of lines that are left out where somebody greets in their own way."""

_VOICE = re.compile(r"^\[(ask|we)\] ?", re.MULTILINE)
_GREETING = f"[{GREETING}]"


def frames(catalogue: Catalogue, lang: str) -> dict[str, Tree]:
    """By letter, what stands around the words of an article."""
    own = {name: frame.say(lang) for name, frame in catalogue.letters.items()}
    return {name: _frame(text) for name, text in (words("letters", lang) | own).items()}


def letters(article: Article, lang: str) -> dict[str, Tree]:
    """By letter, the article's own words: to a customer, then to each addressee, then to colleagues."""
    texts = [(CUSTOMER, article.reply), *article.forward.items(), (INSIDE, article.inside)]
    return {name: spoken(text.say(lang)) for name, text in texts}


def how_long(article: Article, lang: str) -> Tree:
    """How long it takes, as letters say it."""
    return parse_plain(article.how_long.say(lang))


def letter(catalogue: Catalogue, article: Article, name: str, lang: str) -> Tree:
    """A whole letter, its values still open."""
    filled = {"body": letters(article, lang)[name], _HOW_LONG: how_long(article, lang)}
    return whole(frames(catalogue, lang)[name], filled)


def letters_script(catalogue: Catalogue, lang: str) -> str:
    """The classic script `assets/bouncekb/letters.<lang>.js`; it leaves `BounceLetters`.

    By article and letter the own words in `lang`, those to a customer in both languages; how long it takes; the frames.
    """
    by_article = {}
    for article in sorted(catalogue.articles.values(), key=lambda one: one.id):
        own: dict[str, dict[str, Tree]] = {name: {lang: words} for name, words in letters(article, lang).items()}
        own[CUSTOMER] = {tongue: letters(article, tongue)[CUSTOMER] for tongue in _TONGUES}
        by_article[article.id] = {
            "letters": own,
            "how_long": {tongue: how_long(article, tongue) for tongue in _TONGUES},
        }
    data = {"frames": {tongue: frames(catalogue, tongue) for tongue in _TONGUES}, "articles": by_article}
    return data_script("BounceLetters", json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def whole(frame: Tree, filled: Mapping[str, Tree]) -> Tree:
    """A letter: the frame with its parts in their places."""
    tree: Tree = []
    for node in frame:
        tree += filled[node[1]] if isinstance(node, list) and node[0] == "part" else [node]
    return in_one_piece(tree)


def spoken(text: str) -> Tree:
    """Plain text with values as a tree, its lines that only one voice says told apart."""
    tree: Tree = []
    for line in text.strip().splitlines(keepends=True):
        voice = _VOICE.match(line)
        said = _plain(line[voice.end() :] if voice else line)
        tree += [["voice", voice[1], *in_one_piece(said)]] if voice else said
    return in_one_piece(tree)


def has_voices(tree: Tree) -> bool:
    """Whether a letter says something in one voice only."""
    return any(isinstance(node, list) and node[0] == "voice" for node in tree)


def in_voice(tree: Tree, voice: str) -> Tree:
    """What one voice says of a tree, its greeting with it."""
    said: Tree = []
    for node in tree:
        if not isinstance(node, list) or node[0] != "voice":
            said.append(node)
        elif node[1] in (voice, GREETING):
            said += node[2:]
    return said


@cache
def _frame(text: str) -> Tree:
    tree: Tree = []
    for line in text.strip().splitlines(keepends=True):
        if line.startswith(_GREETING):
            tree.append(["voice", GREETING, line.removeprefix(_GREETING).lstrip(" ")])
        else:
            tree += list(_line(line))
    return in_one_piece(tree)


def _line(line: str) -> Iterator[Node]:
    found = VALUE.search(line)
    if not found:
        yield line
    elif found[1] in _PARTS:
        yield ["part", found[1]]
        yield line[found.end() :]
    else:
        yield ["slot", line[: found.start()], ["value", found[1]], line[found.end() :]]


def _plain(line: str) -> Tree:
    # `parse_plain` drops the blank space around a text, and a line's end is part of it here.
    return [*parse_plain(line), "\n"] if line.strip() and line.endswith("\n") else parse_plain(line) or ["\n"]
