"""`bouncekb render`: the docs tree, as plain files that any builder takes.

Copies docs/ and adds the generated pages: Japanese at the top, English in en/, and the catalogue for programs in api/.
The pages' plain forms are left out: a builder would take them for pages. Imports the pages and what reads the catalogue
for them. Never touches a folder that it didn't make, and never knows of MkDocs.
"""

from pathlib import Path

import click

from generator.api import api_files
from generator.commands.options import PROJECT, Folders, kb_option, need_checkout, need_files, report
from generator.commands.site_address import configured_address
from generator.pages import LANGUAGES, render_pages
from generator.pages.urls import from_source
from generator.site.assets import read_assets, style_sheets
from generator.site.guides import read_guides
from generator.site.reading import Reader, Reading, Unusable

MARKER = ".bouncekb-render"
"""Stands in a rendered folder and names every file in it that `render` wrote."""

_TOP = "ja"
_SHARED = "assets/"
_UNPUBLISHED = "screenshots/"
"""Pictures for the README. mkdocs.yml leaves them out, too."""


@click.command()
@kb_option
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Empty, or made by this.")
@click.option(
    "--links-from",
    type=click.Choice(["page", "file"]),
    default="page",
    show_default=True,
    help="Where links in HTML lead from; `file` for builders that move them themselves, such as Zensical.",
)
def render(kb: Folders, out: Path, links_from: str) -> None:
    """Write all pages, hand-written and generated, as a plain docs tree into DIR."""
    need_files(kb)
    need_checkout()
    try:
        reading = Reader().read(kb.base, kb.overlays)
    except Unusable as error:
        report(error.problems)
    earlier = _earlier(out)
    try:
        files = {**_written(PROJECT / "docs"), **_generated(reading)}
        if links_from == "file":
            files = {name: _from_file(name, content) for name, content in files.items()}
        for name, content in files.items():
            _write(out / name, content)
        _remove(out, earlier - set(files))
        _write(out / MARKER, "".join(f"{name}\n" for name in sorted(files)).encode())
    except OSError as error:
        raise click.ClickException(f"{error.filename or out} cannot be written: {error.strerror}.") from error
    click.echo(f"{out}: {len(files)} files.")


def _earlier(out: Path) -> set[str]:
    """The files of an earlier run; refuses a folder with other people's files."""
    if out.exists() and not out.is_dir():
        raise click.ClickException(f"{out} is not a folder.")
    marker = out / MARKER
    if marker.is_file():
        return set(marker.read_text(encoding="utf-8").splitlines())
    if out.is_dir() and any(out.iterdir()):
        raise click.ClickException(f"{out} is not empty and was not made by `bouncekb render`. Give another folder.")
    return set()


def _written(docs: Path) -> dict[str, bytes]:
    paths = sorted(path for path in docs.rglob("*") if path.is_file() and not path.name.startswith("."))
    names = {path.relative_to(docs).as_posix(): path for path in paths}
    files = {name: path.read_bytes() for name, path in names.items() if not name.startswith(_UNPUBLISHED)}
    # Each language is a docs tree of its own, so each has what both share.
    shared = {
        f"{lang}/{name}": files[name]
        for lang in LANGUAGES
        if lang != _TOP
        for name in files
        if name.startswith(_SHARED)
    }
    return {**shared, **files}


def _generated(reading: Reading) -> dict[str, bytes]:
    address = (configured_address() or "").rstrip("/")
    site = f"{address}/" if address else ""
    files = {file.path: file.text.encode() for file in api_files(reading.catalogue, site)}
    styles = style_sheets(read_assets(_docs(_TOP)))
    for lang in LANGUAGES:
        below = "" if lang == _TOP else f"{lang}/"
        for page in render_pages(
            reading.catalogue,
            lang,
            examples=reading.examples,
            site=f"{site}{below}" if site else "",
            guides=read_guides(_docs(lang)),
            styles=styles,
        ):
            files[below + page.path] = page.text.encode()
    return files


def _from_file(name: str, content: bytes) -> bytes:
    return from_source(name, content.decode()).encode() if name.endswith(".md") else content


def _docs(lang: str) -> Path:
    return PROJECT / "docs" if lang == _TOP else PROJECT / "docs" / lang


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _remove(out: Path, names: set[str]) -> None:
    root = out.resolve()
    for name in sorted(names, reverse=True):
        path = out / name
        # The marker is a file like any other: what it names outside of the folder is not ours.
        if not path.is_file() or not path.resolve().is_relative_to(root):
            continue
        path.unlink()
        for folder in path.parents:
            if folder == out or any(folder.iterdir()):
                break
            folder.rmdir()
