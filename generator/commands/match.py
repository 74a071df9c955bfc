"""`bouncekb match`: mails in, results out, in the order given.

Imports what was compiled of the catalogue, and the hosts. Never runs the checks, never lets one bad file stop the rest.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import click

from generator.commands.answer import Answerer, Lang
from generator.commands.examine import Failed, Found, Outcome, examine
from generator.commands.options import Folders, jobs_option, kb_option, locale_language, ready
from generator.compiled.prepared import Prepared
from generator.piles.dates import written
from generator.piles.inputs import exact, shown
from generator.piles.resume import Lines, ResumeError
from generator.report.verdicts import verdict

# Legal in JSON, but not in a line of UTF-8 that a terminal or a line-wise reader gets to see: controls, line ends, what
# turns writing around or has no width, lone surrogates.
_UNSAFE = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")


@click.command()
@kb_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in the order of the inputs.")
@click.option("--text", "with_text", is_flag=True, help="With --json: add `text`, the readable view of the input.")
@click.option("--lang", type=click.Choice(["ja", "en"]), help="Language of the answer. Default: the locale's, or ja.")
@jobs_option
@click.option(
    "--whole",
    is_flag=True,
    envvar="BOUNCEKB_WHOLE",
    help="Each FILE is one input: a log is one text, and of an mbox the first mail is looked at.",
)
@click.option(
    "--resume",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="OUT",
    help="With --json: write the lines to OUT. If some are there already, go on behind them.",
)
@click.argument("files", nargs=-1, required=True, type=click.UNPROCESSED, metavar="FILE|DIR...|-")
def match(
    kb: Folders,
    as_json: bool,
    with_text: bool,
    lang: Lang | None,
    jobs: int,
    whole: bool,
    resume: Path | None,
    files: tuple[str, ...],
) -> None:
    """Find the article for each mail in FILE, in the files below DIR, or on standard input (-).

    A FILE is a mail, a pasted text, an mbox (every mail in it, named FILE#1, FILE#2 ...) or a server's log (Postfix,
    Exim, sendmail ...: each line about a mail that was refused or has to wait, named FILE#LINE; a line that tells of
    neither has no result). What is called *.eml or *.txt is one input, whatever is in it. Folders are read with their
    subfolders, by name; hidden files are left out. Of a Maildir, the mails are read.

    What can't be read or examined is said on standard error, with --json also in a line {"file", "error"} in its place,
    and the command ends with 1.
    """
    if resume is not None and not as_json:
        raise click.UsageError("--resume is for lines of JSON. Give --json, too.")
    prepared = ready(kb)
    spoken = lang or locale_language()
    with ExitStack() as stack:
        lines = stack.enter_context(Lines(resume)) if resume is not None else None
        answers = None if as_json else _Answers(prepared, spoken)
        printed = _Printed(lines, answers or json_line)
        batches = examine(
            prepared,
            files,
            lambda sentence: click.echo(sentence, err=True),
            spoken,
            text=with_text and as_json,
            jobs=jobs,
            whole_files=whole,
            past=lines.past if lines else None,
        )
        try:
            for batch in batches:
                printed.add(batch)
        except ResumeError as error:
            raise click.ClickException(str(error)) from error
    if answers and (summary := answers.summary()):
        click.echo(summary.encode(), nl=True)
    if lines:
        click.echo(f"{resume}: {lines.kept + lines.added:,} lines, {lines.added:,} of them new.", err=True)
    raise SystemExit(1 if printed.failed else 0)


class _Printed:
    """What is printed, and whether anything had no result."""

    def __init__(self, lines: Lines | None, form: Callable[[Outcome], str | None]) -> None:
        self._lines = lines
        self._form = form
        self._failed = False

    @property
    def failed(self) -> bool:
        return self._failed or bool(self._lines and self._lines.failed)

    def add(self, outcomes: list[Outcome]) -> None:
        """Print a batch."""
        self._failed |= any(isinstance(one, Failed) for one in outcomes)
        said = [text for one in outcomes if (text := self._form(one)) is not None]
        if not said:
            return
        text = "\n".join(said) + "\n"
        # As bytes: JSON is UTF-8 whatever the locale.
        if self._lines:
            self._lines.add(text.encode("utf-8", "backslashreplace"), len(said))
            return
        if not sys.stdout.isatty():
            text = click.unstyle(text)
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def json_line(outcome: Outcome) -> str:
    """An outcome as a line: its name and, if it has a result, when it was written, before everything else."""
    if isinstance(outcome, Found):
        head = {"file": exact(outcome.given.name), "date": written(outcome.given)}
        line = f"{json.dumps(head, ensure_ascii=False, separators=(',', ':'))[:-1]},{outcome.line[1:]}"
    else:
        failure = {"file": exact(outcome.name), "error": outcome.sentence}
        line = json.dumps(failure, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", line)


class _Answers:
    """The answers for people; what has none was said on standard error."""

    def __init__(self, prepared: Prepared, lang: Lang) -> None:
        # Not at the top: only this needs YAML.
        from generator.words import words

        self._answerer = Answerer(prepared.contents(lang), lang, words("matcher", lang))
        self._summary = words("report", lang)["match"]
        self._counts: Counter[str] = Counter()

    def __call__(self, outcome: Outcome) -> str | None:
        if isinstance(outcome, Failed):
            self._counts["failed"] += 1
            return None
        result = json.loads(outcome.line)
        found = verdict(result)
        self._counts[{"unanswered": "unknown", "no bounce": "other"}.get(found, "known")] += 1
        return "\n".join(self._answerer.lines(shown(outcome.given.name), result))

    def summary(self) -> str | None:
        """A line about all of them, if there are several."""
        if self._counts.total() < 2:
            return None
        said = str(self._summary).replace("{n}", f"{self._counts.total() - self._counts['failed']:,}")
        for what in ("known", "unknown", "other", "failed"):
            said = said.replace(f"{{{what}}}", f"{self._counts[what]:,}")
        return said
