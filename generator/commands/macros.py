"""`bouncekb macros`: the replies to customers as helpdesks take them. Imports the catalogue and the formats."""

from pathlib import Path

import click

from generator.commands.options import Folders, kb_option, locale_language, usable
from generator.commands.site_address import site_address
from generator.compiled.letters import VOICES
from generator.macros import FORMATS, IN_FOLDERS, Lang, freshdesk, replies


@click.command()
@kb_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), required=True, help="Which helpdesk; csv for others."
)
@click.option("--lang", type=click.Choice(["ja", "en"]), help="Language of the replies. Default: the locale's, or ja.")
@click.option(
    "--voice",
    type=click.Choice(VOICES),
    default=VOICES[0],
    show_default=True,
    help="ask: customers turn to their provider. we: you are their provider.",
)
@click.option("--site-url", metavar="URL", help="Where the site lives. Default: site_url of mkdocs.yml.")
@click.option("--folder", type=click.IntRange(1), metavar="N", help="With freshdesk: the folder that all agents see.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Default: standard output.")
def macros(
    kb: Folders, form: str, lang: Lang | None, voice: str, site_url: str | None, folder: int | None, out: Path | None
) -> None:
    """Write the reply to a customer of every article for a helpdesk: macros, canned responses, saved replies.

    zendesk, freshdesk and helpscout are JSON Lines: each line is the body of one request to the helpdesk's API. csv has
    a header and opens in spreadsheets.
    """
    if folder is not None and form not in IN_FOLDERS:
        raise click.UsageError(f"--folder is for {', '.join(IN_FOLDERS)}. Leave it out with {form}.")
    site = site_address(site_url)
    found = replies(usable(kb), lang or locale_language(), voice, site)
    pieces = FORMATS[form](found) if folder is None else freshdesk.bodies(found, folder)
    # As bytes: helpdesks want UTF-8 and these ends of lines whatever the machine.
    content = "".join(pieces).encode()
    if out is None or str(out) == "-":
        click.echo(content, nl=False)
    else:
        out.write_bytes(content)
        click.echo(f"{out}: {len(found)} replies.")
