"""The catalogue's texts as trees (`nodes.py`): the only parser of the dialect that they are written in.

The dialect is Markdown without HTML, headings, pictures and links defined elsewhere, plus values: `{sender_ip}` is the
place of a value that somebody's paste may tell. What only leads up to a value ("Server: {remote_mta}", "your server
({sender_ip})") is a slot: it is shown with the value or not at all. Reply texts are plain text with values and slots,
and no Markdown.
Imports its sibling modules. Never looks at a whole catalogue, never makes output.
"""

import functools

from generator.compiled.nodes import VALUE, Tree, with_slots, with_values


@functools.cache
def parse(text: str) -> Tree:
    """Markdown as a tree. A text of one paragraph comes without the paragraph around it.

    What is nested deeper than anybody would write it is taken for plain text.
    The same text gives the same tree, not a copy of it: don't change it.
    """
    # Not at the top: Markdown is slow to load, and a tree that was parsed before doesn't need it.
    from generator.compiled import markdown

    try:
        tree = markdown.read(text)
    except markdown.TooDeepError:
        return parse_plain(text)
    if len(tree) == 1 and isinstance(tree[0], list) and tree[0][0] == "p":
        return tree[0][1:]
    return tree


@functools.cache
def parse_plain(text: str) -> Tree:
    """Plain text, such as a reply text, as a tree: its values and slots are told apart, and all else are its words.

    Blank space before and after it is none of it, as in Markdown.
    The same text gives the same tree, not a copy of it: don't change it.
    """
    return with_slots(with_values(text.strip(), VALUE, lambda name: name))
