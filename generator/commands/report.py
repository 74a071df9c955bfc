"""`bouncekb report`: what came of a pile of mail, as one page and as a table of addresses.

Imports the catalogue, the engine and the report's room. Never sends anything anywhere.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from generator.catalogue import Catalogue
from generator.characters import visible
from generator.commands.answer import Lang
from generator.commands.examine import Failed, engine_of, examine
from generator.commands.options import Folders, jobs_option, kb_option, locale_language, ready, usable
from generator.commands.site_address import site_address
from generator.compiled.prepared import Prepared
from generator.hosts.quickjs import EngineError
from generator.hosts.types import Result
from generator.piles.dates import written
from generator.piles.inputs import shown
from generator.piles.results import Failure, ResultsError, is_results, results
from generator.report import table
from generator.report.page import Report
from generator.report.tally import Tally

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@kb_option
@click.option("--out", type=_FILE, required=True, metavar="FILE.html", help="The page to write.")
@click.option("--csv", "csv_file", type=_FILE, metavar="FILE.csv", help="Write all addresses as a table, too.")
@click.option("--lang", type=click.Choice(["ja", "en"]), help="Language of the report. Default: the locale's, or ja.")
@click.option("--site", "--site-url", metavar="URL", help="Where the site lives. Default: site_url of mkdocs.yml.")
@click.option("--redact", is_flag=True, help="Leave out addresses, their domains, file names, and names in wordings.")
@click.option("--most", type=click.IntRange(1, 10000), default=50, show_default=True, help="How many wordings to list.")
@jobs_option
@click.argument("files", nargs=-1, required=True, type=click.UNPROCESSED, metavar="FILE|DIR...|-")
def report(
    kb: Folders,
    out: Path,
    csv_file: Path | None,
    lang: Lang | None,
    site: str | None,
    redact: bool,
    most: int,
    jobs: int,
    files: tuple[str, ...],
) -> None:
    """Count what came of a pile: causes, services, days, who can mend it, what to do with each address.

    Takes what `bouncekb match` takes, and files with the lines of `match --json`, which are not matched again. The page
    is one file that loads nothing and holds recipients' addresses, as does the table.

    What can't be read or examined is counted, and said on standard error; the command ends with 1 then.
    """
    if redact and csv_file is not None:
        raise click.UsageError("--csv writes the addresses that --redact leaves out. Leave out one of the two.")
    spoken = lang or locale_language()
    address = site_address(site)
    catalogue = usable(kb)
    prepared = ready(kb)
    tally = Tally(lambda article: catalogue.articles[article].address)
    _count(tally, catalogue, prepared, files, spoken, jobs)
    if not tally.mails and not tally.failed:
        raise click.ClickException("There is no mail in it. Give files, or folders that hold some.")
    made = Report(tally, catalogue, spoken, address, most, _redaction(prepared) if redact else None)
    out.write_text(made.html(), encoding="utf-8")
    click.echo(f"{out}: {tally.mails:,} mails, {tally.refusals:,} refusals.")
    if csv_file is not None:
        with csv_file.open("w", encoding="utf-8", newline="") as file:
            count = table.write(tally.addresses, made.reason, made.link, file)
        click.echo(f"{csv_file}: {count:,} addresses.")
    raise SystemExit(1 if tally.failed else 0)


def _count(
    tally: Tally, catalogue: Catalogue, prepared: Prepared, files: tuple[str, ...], lang: Lang, jobs: int
) -> None:
    """Count what was matched before, then match and count the rest."""
    now = {former: article.id for article in catalogue.articles.values() for former in article.formerly}
    known = [name for name in files if is_results(name)]
    for name in known:
        try:
            for line in results(name):
                if isinstance(line, Failure):
                    tally.fail(visible(line.error))
                else:
                    _as_of_now(line.result, catalogue, now)
                    tally.add(line.result, visible(line.file, allowed=""), line.date)
        except ResultsError as error:
            raise click.ClickException(str(error)) from error
    rest = tuple(name for name in files if name not in known)
    if not rest:
        return
    for batch in examine(prepared, rest, lambda sentence: click.echo(sentence, err=True), lang, jobs=jobs):
        for one in batch:
            if isinstance(one, Failed):
                tally.fail(one.sentence)
            else:
                tally.add(json.loads(one.line), shown(one.given.name), written(one.given))


def _as_of_now(result: Result, catalogue: Catalogue, now: Mapping[str, str]) -> None:
    """Give what an older catalogue found the names of this one; what this one doesn't have counts as not known.

    `now`: the id of each article by its former ones.
    """
    for one in result["recipients"]:
        for match in one["matches"]:
            match["article"] = now.get(match["article"], match["article"])
        one["matches"] = [match for match in one["matches"] if match["article"] in catalogue.articles]
        if one["provider"] not in catalogue.providers:
            one["provider"] = None


def _redaction(prepared: Prepared) -> Callable[[str], str]:
    """What leaves out of a wording whatever identifies somebody; a wording that it can't read is left out whole."""
    engine = engine_of(prepared)

    def redacted(text: str) -> str:
        try:
            return str(engine.redact({"text": text})["text"])
        except EngineError:
            return ""

    return redacted
