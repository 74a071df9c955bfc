"""The command `bouncekb`: one module a command, in generator/commands/.

Imports click, and a command's module only when that command runs: matching doesn't wait for the site's templates.
"""

import importlib
from typing import Any

import click

from generator.commands.ending import in_words, open_closed_streams

_MODULES = {
    "check": "check",
    "match": "match",
    "explain": "explain",
    "coverage": "coverage",
    "diff": "diff",
    "redact": "redact",
    "new": "new",
    "render": "render",
    "report": "report",
    "macros": "macros",
    "build": "site",
    "serve": "site",
    "schema": "schema",
    "stale": "stale",
}


class _Commands(click.Group):
    def main(self, *args: Any, **kwargs: Any) -> Any:
        open_closed_streams()
        return super().main(*args, **kwargs)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with in_words():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with in_words():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULES:
            return None
        module = importlib.import_module(f"generator.commands.{_MODULES[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bouncekb", message="%(version)s")
def main() -> None:
    """Why did this mail come back? The catalogue, its checks, its matcher and its site."""
