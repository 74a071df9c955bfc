"""Where the site lives, for links that leave it: as it was given, else `site_url` of mkdocs.yml.

Imports click and PyYAML. Never knows of MkDocs, only of its file: everything else in there is passed over.
"""

from typing import Any
from urllib.parse import urlsplit

import click
import yaml
from yaml_env_tag import construct_env_tag

from generator.commands.options import PROJECT

_EXAMPLES = (".example", ".example.com", ".example.net", ".example.org", ".example.jp")


def site_address(given: str | None) -> str:
    """Return the site's address, "/" at its end; says on stderr if it is still the example of mkdocs.yml."""
    config = PROJECT / "mkdocs.yml"
    address = given or configured_address()
    if not address:
        raise click.UsageError(f"{config} has no site_url. Say where the site lives with --site-url.")
    host = _host(address)
    if host is None:
        raise click.UsageError(f"{address} is no address of a site. Give one such as https://example.com/help/.")
    if not given and f".{host}".endswith(_EXAMPLES):
        click.echo(f"The links lead to {address}, an example. Give --site-url, or SITE_URL as in a build.", err=True)
    return address.rstrip("/") + "/"


def _host(address: str) -> str | None:
    """The host of a web address that others can be put behind; None if it is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    plain = not (parts.query or parts.fragment or parts.username) and address.isprintable() and " " not in address
    return parts.hostname if parts.scheme in ("http", "https") and plain else None


def configured_address() -> str | None:
    """Return `site_url` of mkdocs.yml, from the environment where it says so; None if there is none."""
    config = PROJECT / "mkdocs.yml"
    try:
        tree = yaml.load(config.read_text(encoding="utf-8"), _Loader)
    except FileNotFoundError:
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{config}:{mark.line + 1}" if mark else str(config)
        raise click.ClickException(f"{where}: this is not YAML. Mend it.") from error
    address = tree.get("site_url") if isinstance(tree, dict) else None
    return address if isinstance(address, str) else None


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` as MkDocs does, and has nothing for the tags of its plugins."""


def _nothing(loader: _Loader, suffix: str, node: Any) -> None:
    """A value that only MkDocs can make."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", _nothing)
