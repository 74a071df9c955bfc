"""`bouncekb diff`: whose answer a change moves.

Imports `comparing`; each side runs its own matcher. Never changes a repository or a catalogue.
"""

import json
import sys
from pathlib import Path

import click

from generator.characters import visible
from generator.commands.ending import one_is_an_answer
from generator.commands.progress import progress
from generator.comparing.comparison import Asking
from generator.comparing.release import release
from generator.comparing.report import report
from generator.comparing.sides import SideError, side

_MANY = 20
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object: counts, and every input that moved.")
@click.option("--changelog", is_flag=True, help="The catalogue's part of a release, in Markdown.")
@click.argument("old")
@click.argument("new")
@click.argument("folder", required=False, type=_FOLDER, metavar="[DIR]")
def diff(as_json: bool, changelog: bool, old: str, new: str, folder: Path | None) -> None:
    """Show whose answer changes from OLD to NEW, and how.

    OLD and NEW are folders, or revisions of the project as git knows them. A revision and a folder with a checkout are
    answered by their own matcher, a catalogue's folder by this one. Asked are the examples and near misses of both
    catalogues, and every file below DIR.

    With --changelog: which articles and systems are new, renamed or gone, what articles say of their changes, and whose
    answers changed.

    Ends with 0 if every answer is the same (and always with --changelog), 1 if one moved, 2 if the two could not be
    compared.
    """
    if as_json and changelog:
        raise click.UsageError("Give --json or --changelog, not both.")
    one_is_an_answer()
    try:
        with side(old) as before, side(new) as after:
            asking = Asking(before, after, folder)
            asked = 2 * len(asking.cases)
            with progress(lambda: asked, "Matching", long=asked >= _MANY) as bar:

                def say(sentence: str) -> None:
                    bar.step_aside(sys.stderr)
                    click.echo(visible(sentence), err=True)

                found = asking.compare(lambda: bar.update(1), say)
            lines = list(release(before, after, asking.names, found) if changelog else report(found))
    except SideError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps({"old": old, "new": new, **found.as_json()}))
    else:
        for line in lines:
            click.echo(visible(line))
    raise SystemExit(1 if found.moves and not changelog else 0)
