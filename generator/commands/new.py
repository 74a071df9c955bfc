"""`bouncekb new`: a draft article from a bounce, with what a machine can fill in; the rest is for the editor.

Imports the catalogue and the engine. Never overwrites a file.
"""

from collections.abc import Mapping
from typing import Any

import click
import yaml

from generator.catalogue import Catalogue
from generator.commands.examine import engine_of, examine_one
from generator.commands.examples import as_example
from generator.commands.options import Folders, kb_option, ready, usable
from generator.piles.inputs import shown
from generator.report.holes import with_holes

_EMPTY = {"ja": "", "en": ""}


@click.command()
@kb_option
@click.option("--from", "file", type=click.Path(), required=True, metavar="FILE|-", help="The bounce to start from.")
@click.option("--id", "name", required=True, help="The article's id: <provider>-<what happened>.")
def new(kb: Folders, file: str, name: str) -> None:
    """Write a draft of an article: codes, a pattern with holes, an anonymous example. `check` lists what is missing."""
    catalogue = usable(kb)
    provider = _provider(catalogue, name)
    path = kb.top / "articles" / provider / f"{name}.yaml"
    known = catalogue.articles.get(name)
    if known or path.exists():
        there = known.origin.path if known else path
        raise click.ClickException(f"{there} is there already. Choose another --id, or edit that file.")
    engine = engine_of(ready(kb))
    result = examine_one(file, engine, engine.match)
    recipient = _telling(result)
    if recipient is None:
        raise click.ClickException(f"{shown(file)}: no server's answer was found in it. `bouncekb explain` says more.")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = _draft(name, provider, recipient, as_example(result["text"]))
    path.write_text(_HEAD + yaml.dump(draft, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120), "utf-8")
    click.echo(f"{path}: a draft. Fill in what is empty, with kb/TEMPLATE.yaml beside it, and run `bouncekb check`.")
    for match in recipient["matches"][:1]:
        click.echo(f"Today this bounce is answered by {match['article']} ({match['confidence']}). Does it need one?")


_HEAD = "# A draft made from a bounce. Every empty text and list is yours to fill; kb/TEMPLATE.yaml explains each.\n"


class _Dumper(yaml.SafeDumper):
    """Codes stay quoted and examples stay blocks, as people write them."""

    def represent_text(self, text: str) -> yaml.ScalarNode:
        style = "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(str, _Dumper.represent_text)


def _provider(catalogue: Catalogue, name: str) -> str:
    """The longest provider's id that the article's id starts with; `general` for any system."""
    known = [one for one in (*catalogue.providers, "general") if name.startswith(f"{one}-")]
    if not known:
        raise click.ClickException(
            f"`{name}` starts with no provider. Begin with `general-` or the id of a file in kb/providers/."
        )
    return max(known, key=len)


def _telling(result: Mapping[str, Any]) -> dict[str, Any] | None:
    said = [r for r in result["recipients"] if r["diagnostic"]]
    return next((r for r in said if not r["matches"]), said[0] if said else None)


def _draft(name: str, provider: str, recipient: Mapping[str, Any], example: str) -> dict[str, Any]:
    codes = {kind: [recipient[key]] for kind, key in (("reply", "reply_code"), ("status", "status")) if recipient[key]}
    matches = recipient["matches"]
    return {
        "id": name,
        "title": _EMPTY,
        "headline": _EMPTY,
        "summary": _EMPTY,
        "provider": provider,
        "reason": matches[0]["reason"] if matches else "",
        "permanence": recipient["permanence"] or "either",
        "stage": recipient["stage"] or "recipient",
        "fixers": ["sender"],
        "first": "sender",
        "address": "keep",
        "codes": codes,
        "patterns": [with_holes(recipient["diagnostic"])],
        "examples": [{"text": example}],
        "next": {"title": _EMPTY, "text": _EMPTY},
        "prepare": [],
        "steps": [{"who": "sender", "do": _EMPTY, "check": _EMPTY}],
        "host": [],
        "how_long": _EMPTY,
        "if_not": _EMPTY,
        "cautions": [],
        "reply": _EMPTY,
        "forward": {},
        "inside": _EMPTY,
        "asked_as": {"ja": [], "en": []},
        "see_also": [],
        "sources": [],
        "changed": [],
    }
