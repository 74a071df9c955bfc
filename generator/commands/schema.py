"""`bouncekb schema`: the JSON Schema of the catalogue's files, of a result and of the index, written or compared."""

from pathlib import Path

import click

from generator.catalogue.schema import schemas
from generator.commands.options import Folders, kb_option, whole
from generator.hosts.schema import border_schemas


@click.command()
@kb_option
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if a file is not up to date.")
def schema(kb: Folders, check: bool) -> None:
    """Write schema/*.json for editors that complete and check while you type.

    They lie in the folder of the catalogue, or of the last overlay.
    """
    folder = kb.top / "schema"
    wanted = schemas(whole(kb)) | border_schemas()
    stale = [name for name, text in wanted.items() if _read(folder / name) != text]
    extra = sorted(path.name for path in folder.glob("*.json") if path.name not in wanted)
    if check:
        for name in (*stale, *extra):
            click.echo(f"{(folder / name).as_posix()}: not what the model says. Mend: run `bouncekb schema`.")
        raise SystemExit(1 if stale or extra else 0)
    try:
        folder.mkdir(exist_ok=True)
        for name in stale:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        for name in extra:
            (folder / name).unlink()
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}.") from error
    kept = len(wanted) - len(stale)
    click.echo(f"{folder.as_posix()}: {len(stale)} written, {len(extra)} removed, {kept} up to date.")


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
