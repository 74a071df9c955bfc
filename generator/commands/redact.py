"""`bouncekb redact`: a report without what identifies people and machines. Imports the engine."""

import click

from generator.commands.examine import engine_of, examine_one
from generator.commands.options import Folders, kb_option, ready


@click.command()
@kb_option
@click.argument("file", type=click.Path(), metavar="FILE|-")
def redact(kb: Folders, file: str) -> None:
    """Print FILE with addresses, hosts, IPs and names replaced by tokens such as [recipient-1]."""
    engine = engine_of(ready(kb))
    text = examine_one(file, engine, engine.redact)["text"]
    click.echo(text.encode("utf-8", "backslashreplace"), nl=text[-1:] != "\n")
