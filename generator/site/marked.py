"""Our own scripts, styles and icon under names that tell their content, so that a browser may keep them for ever.

`engine.js` becomes `engine.<mark>.js`: another content has another mark, and a name never gets another content. A
script also says its mark when it runs, and each page carries the marks of its build (overrides/main.html), so that a
page notices when it is given a script of another build (view/scripts.js). Only the script that pages of others name
keeps its name; it is told the marks of the rest.
Imports the pages' `Page` and the linker. Never knows of MkDocs, nor of what a script does.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.hosts.link import SHELF
from generator.pages import EMBED, Page
from generator.site.assets import ASSETS

_LENGTH = 10
_SAYS = "((shelf)=>{{(shelf.BounceMarks=shelf.BounceMarks||{{}})[{name}]={mark}}})({shelf});\n"
_TOLD = "document.currentScript.marks={marks};\n"
_IMPORTS = re.compile(r"(?<=^importScripts\().*(?=\);$)", re.MULTILINE)


class Marked(NamedTuple):
    """The generated files of one language under their new names, and the marks by the plain names (`engine.js`)."""

    pages: list[Page]
    marks: Mapping[str, str] = {}

    @property
    def build(self) -> dict[str, Any]:
        """What templates are told: an id of all scripts, their marks, and the names in use; nothing without marks."""
        if not self.marks:
            return {}
        scripts = _of_scripts(self.marks)
        names = {name: _named(name, mark) for name, mark in sorted(self.marks.items())}
        return {"id": _mark(json.dumps(scripts)), "marks": scripts, "names": names}

    def place(self, path: str) -> str:
        """Where a file of the docs tree lives, whether it has another name now or not."""
        folder, name = path[: len(ASSETS)], path[len(ASSETS) :]
        return ASSETS + _named(name, self.marks[name]) if folder == ASSETS and name in self.marks else path


def marked(pages: Iterable[Page], written: Mapping[str, bytes]) -> Marked:
    """Give all scripts among `pages`, and the files that people wrote, by their plain names, names with marks."""
    marks = {name: _mark(content) for name, content in written.items()}
    others: list[Page] = []
    workers: list[Page] = []
    for page in pages:
        if not _is_script(page):
            others.append(page)
        elif _IMPORTS.search(page.text):
            workers.append(page)
        else:
            others.append(_script(page, marks))
    # A worker names the scripts that it loads, so it comes after them.
    others += [_script(page._replace(text=_with_names(page.text, marks)), marks) for page in workers]
    return Marked([_told(page, marks) if page.path == EMBED else page for page in others], marks)


def _is_script(page: Page) -> bool:
    return page.path.startswith(ASSETS) and page.path.endswith(".js")


def _script(page: Page, marks: dict[str, str]) -> Page:
    name = page.path.removeprefix(ASSETS)
    marks[name] = _mark(_SAYS + page.text)
    says = _SAYS.format(name=json.dumps(name), mark=json.dumps(marks[name]), shelf=SHELF)
    return page._replace(path=ASSETS + _named(name, marks[name]), text=page.text + says)


def _told(page: Page, marks: Mapping[str, str]) -> Page:
    return page._replace(text=_TOLD.format(marks=json.dumps(_of_scripts(marks))) + page.text)


def _of_scripts(marks: Mapping[str, str]) -> dict[str, str]:
    return {name: mark for name, mark in sorted(marks.items()) if name.endswith(".js")}


def _with_names(text: str, marks: Mapping[str, str]) -> str:
    def named(imports: re.Match[str]) -> str:
        return re.sub(r"[\w.-]+\.js", lambda name: _named(name[0], marks[name[0]]), imports[0])

    return _IMPORTS.sub(named, text)


def _named(name: str, mark: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{mark}{dot}{suffix}"


def _mark(content: str | bytes) -> str:
    data = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()[:_LENGTH]
