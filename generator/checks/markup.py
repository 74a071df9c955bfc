"""Check `markup`: texts are Markdown without HTML, links lead to https pages, what is shown as plain text is plain."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.catalogue import Problem
from generator.checks._context import Context
from generator.checks._texts import Leaf
from generator.compiled.nodes import Tree, is_web_address
from generator.compiled.words import children, elements, targets, written

ID = "markup"
DESCRIPTION = "No HTML in Markdown, links lead to https pages; titles, labels and reply texts are plain text."

_HTML = re.compile(r"<[A-Za-z/!?][^>]*>?|&(?:#\w+|[A-Za-z]\w*);")
_REFERENCE = re.compile(r"\]\[|^\s*\[[^\]]+\]:", re.MULTILINE)
_MARKDOWN = re.compile(r"\*\*|__|`|\]\(|^\s{0,3}(?:#{1,6}\s|>\s|```)", re.MULTILINE)


def check(context: Context) -> Iterable[Problem]:
    """Look for markup that a text may not have."""
    for leaf in context.leaves:
        for (language, words), (_, tree) in zip(leaf.languages(), leaf.trees(), strict=True):
            for message, mend in _markdown(tree) if leaf.kind == "markdown" else _plain(leaf, words):
                yield leaf.origin.problem(ID, (*leaf.keys, language), message, mend)


def _markdown(tree: Tree) -> Iterator[tuple[str, str]]:
    bare = written(tree, code=False)
    html = next(filter(None, map(_HTML.search, (bare, *targets(tree)))), None)
    if html:
        mend = "Say it in Markdown; put what the reader is to see as it is into a code span: `<...>`."
        yield f"HTML stands in the text: {html.group()[:40]}", mend
    if _has_image(tree):
        yield "An image stands in the text, and none is shown.", "Write a link: [words](https://...), without the mark."
    if _REFERENCE.search(bare):
        yield "A link has its target elsewhere.", "Write [words](https://...)."
    for target in targets(tree):
        if not target.startswith("https://") or not (is_web_address(target) or "{" in target):
            mend = "Link to an https page; for another article use `see_also`."
            yield f"The link leads to `{target}`.", mend


def _has_image(tree: Tree) -> bool:
    """Whether a link is written as an image: its mark then stands in the text before it."""
    siblings = (tree, *(children(node) for node in elements(tree)))
    pairs = (pair for nodes in siblings for pair in pairwise(nodes))
    links = (before for before, after in pairs if isinstance(after, list) and after[0] == "a")
    return any(isinstance(before, str) and before.endswith("!") for before in links)


def _plain(leaf: Leaf, words: str) -> Iterator[tuple[str, str]]:
    found = _MARKDOWN.search(words)
    if found:
        what = "A reply text is sent as it stands" if leaf.kind == "reply" else "This is shown as plain text"
        yield f"{what}, but has the Markdown `{found.group().strip()}`.", "Write plain text; give addresses in full."
    if leaf.kind == "plain" and "\n" in words.strip():
        yield "A title or label has a line break.", "Write it on one line."
