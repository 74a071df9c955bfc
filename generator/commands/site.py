"""`bouncekb build` and `bouncekb serve`: MkDocs with the project's configuration and the catalogue of one's choice.

Starts `python -m mkdocs`, so that the plugin is found whatever the PATH. Never touches the site's files itself.
"""

import os
import socket
import sys
from typing import NoReturn

import click

from generator.commands.options import PROJECT, Folders, environment, kb_option, need_checkout

HOST = "127.0.0.1"


@click.command()
@kb_option
def build(kb: Folders) -> None:
    """Build the whole bilingual site into site/."""
    _mkdocs("build", kb)


@click.command()
@kb_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve(kb: Folders, port: int) -> None:
    """Build the site and serve it on this machine; an edit shows within seconds."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = f"Port {port} cannot be used ({error.strerror}). Take another with --port."
            raise click.ClickException(message) from error
    _mkdocs("serve", kb, "--dev-addr", f"{HOST}:{port}")


def _mkdocs(command: str, kb: Folders, *arguments: str) -> NoReturn:
    if not kb.base.is_dir():
        raise click.ClickException(f"There is no folder {kb.base}. Give the catalogue's with --kb.")
    need_checkout()
    sys.stdout.flush()
    line = [sys.executable, "-m", "mkdocs", command, "--config-file", str(PROJECT / "mkdocs.yml"), *arguments]
    # The process becomes MkDocs: a signal to stop reaches it, and nothing is left running.
    os.execve(sys.executable, line, environment(kb))
