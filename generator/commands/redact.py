"""`bouncekb redact`: a report without what identifies people and machines. Imports the engine and the index."""

from pathlib import Path

import click

from generator.catalogue import load_catalogue
from generator.commands.inputs import one_input
from generator.commands.options import kb_option, usable
from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine


@click.command()
@kb_option
@click.argument("file", type=click.Path(), metavar="FILE|-")
def redact(kb: Path, file: str) -> None:
    """Print FILE with addresses, hosts, IPs and names replaced by tokens such as [recipient-1]."""
    engine = Engine(match_index(usable(load_catalogue(kb))))
    readable = engine.match({"bytes": one_input(file).content.decode("latin-1")})["text"]
    text = engine.redact(readable)["text"]
    click.echo(text.encode("utf-8", "backslashreplace"), nl=text[-1:] != "\n")
