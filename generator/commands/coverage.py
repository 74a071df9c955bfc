"""`bouncekb coverage`: what share of a folder of bounces is answered, and which wordings are missing.

Imports the catalogue and the engine.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

from generator.commands.examine import Found, examine
from generator.commands.options import Folders, kb_option, ready, usable
from generator.commands.variants import report
from generator.hosts.types import Result
from generator.piles.inputs import shown
from generator.report.verdicts import VERDICTS, verdict, wording

_LEFT_OUT = "left out"
_ORDER = (*VERDICTS, _LEFT_OUT)
_UNSAID = "(no server's answer was found)"


@click.command()
@kb_option
@click.option("--most", type=click.IntRange(1, 10000), default=30, show_default=True, help="How many wordings to list.")
@click.option("--variants", is_flag=True, help="Instead of a folder: variants of the catalogue's own wordings.")
@click.option("--seed", type=int, default=0, show_default=True, help="Other variants for each number.")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def coverage(kb: Folders, most: int, variants: bool, seed: int, folder: Path | None) -> None:
    """Match every file below FOLDER: the share answered by confidence, and unanswered wordings, most frequent first.

    Ends with 1 if files had to be left out. With --variants, tells how many wordings like those of the catalogue are
    answered rightly, by article: with a filler, a synonym, in another order, cut off ...
    """
    if variants == (folder is not None):
        raise click.UsageError("Give a folder, or --variants and no folder.")
    if folder is None:
        for line in report(usable(kb), seed, most):
            click.echo(line)
        return
    prepared = ready(kb)
    tally: Counter[str] = Counter()
    unanswered: dict[str, list[str]] = defaultdict(list)

    def say(sentence: str) -> None:
        tally[_LEFT_OUT] += 1
        click.echo(sentence, err=True)

    for batch in examine(prepared, (str(folder),), say):
        for one in batch:
            if isinstance(one, Found):
                result: Result = json.loads(one.line)
                found = verdict(result)
                tally[found] += 1
                if found == "unanswered":
                    unanswered[wording(result) or _UNSAID].append(shown(one.given.name))
    if not tally:
        raise click.ClickException(f"{folder} holds no mail. Give a folder with .eml or .txt files.")
    for line in _report(tally, unanswered, most):
        click.echo(line)
    raise SystemExit(1 if tally[_LEFT_OUT] else 0)


def _report(tally: Counter[str], unanswered: dict[str, list[str]], most: int) -> Iterator[str]:
    total = tally.total()
    for found in _ORDER if tally[_LEFT_OUT] else _ORDER[:-1]:
        yield f"{found:10} {tally[found]:6}  {100 * tally[found] / total:5.1f} %"
    if not unanswered:
        return
    yield "\nUnanswered wordings, most frequent first:"
    ranked = sorted(unanswered.items(), key=lambda item: (-len(item[1]), item[0]))
    for template, files in ranked[:most]:
        yield f"{len(files):6}  {template[:200]}  (for example {files[0]})"
    if len(ranked) > most:
        yield f"        and {len(ranked) - most} more; see them with --most {len(ranked)}"
