"""`bouncekb match`: files in, results out, in the order given.

Imports what was compiled of the catalogue, and the hosts. Never runs the checks, never lets one bad file stop the rest.
"""

import json
import re
import sys
from typing import Any

import click

from generator.commands.answer import Answerer, Lang
from generator.commands.examine import examine
from generator.commands.inputs import exact, shown
from generator.commands.options import Folders, kb_option, locale_language, ready

# Legal in JSON, but not in a line of UTF-8 that a terminal or a line-wise reader gets to see.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@click.command()
@kb_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in the order of the files.")
@click.option("--text", "with_text", is_flag=True, help="With --json: add `text`, the readable view of the input.")
@click.option("--lang", type=click.Choice(["ja", "en"]), help="Language of the answer. Default: the locale's, or ja.")
@click.option("--jobs", type=click.IntRange(1), default=1, help="So many processes at once, for piles of files.")
@click.argument("files", nargs=-1, required=True, type=click.UNPROCESSED, metavar="FILE...|-")
def match(kb: Folders, as_json: bool, with_text: bool, lang: Lang | None, jobs: int, files: tuple[str, ...]) -> None:
    """Find the article for each FILE: a mail, a pasted text or a line of a log; - is standard input."""
    prepared = ready(kb)
    spoken = lang or locale_language()
    answerer = None if as_json else Answerer(prepared.contents(spoken), spoken, _words(spoken))
    failed = False

    def say(sentence: str) -> None:
        nonlocal failed
        failed = True
        click.echo(sentence, err=True)

    for batch in examine(prepared, files, say, spoken, text=with_text and as_json, jobs=jobs):
        lines: list[str] = []
        for given, line in batch:
            if answerer:
                lines += answerer.lines(shown(given.name), json.loads(line))
            else:
                lines.append(_json(exact(given.name), line))
        _print(lines)
    raise SystemExit(1 if failed else 0)


def _json(name: str, result: str) -> str:
    """The result's line with the file's name before everything else."""
    line = f'{{"file":{json.dumps(name, ensure_ascii=False)},{result[1:]}'
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", line)


def _print(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    if not sys.stdout.isatty():
        text = click.unstyle(text)
    # As bytes: JSON is UTF-8 whatever the locale.
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def _words(lang: Lang) -> dict[str, Any]:
    # Not at the top: only this needs YAML.
    from generator.words import words

    return words("matcher", lang)
