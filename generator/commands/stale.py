"""`bouncekb stale`: what it is time to look at again. Not a check: an old commit must not turn red by itself."""

from collections.abc import Iterator
from datetime import date, timedelta

import click

from generator.catalogue import Article, Catalogue, CodeList, Provider
from generator.commands.options import Folders, kb_option, whole


@click.command()
@kb_option
@click.option("--days", type=click.IntRange(0, 36500), default=365, show_default=True, help="How old a source may be.")
@click.option("--ahead", type=click.IntRange(0, 3650), default=60, show_default=True, help="How early to say so.")
def stale(kb: Folders, days: int, ahead: int) -> None:
    """Name what begins or ends, exceptions past their date, and sources that nobody has looked at for long."""
    catalogue = whole(kb)
    today = date.today()
    changing = _changing(catalogue, today, today + timedelta(ahead))
    lines = sorted((*_exceptions(catalogue, today), *changing, *_sources(catalogue, today - timedelta(days))))
    for file, line, words in lines:
        click.echo(f"{file}:{line}: {words}")
    click.echo(f"{len(lines)} to look at." if lines else "Nothing to look at.")


_Line = tuple[str, int, str]


def _exceptions(catalogue: Catalogue, today: date) -> Iterator[_Line]:
    for article in catalogue.written:
        origin = catalogue.origin(article)
        for index, exemption in enumerate(article.exceptions):
            if exemption.until < today:
                words = f"exempt from `{exemption.check}` until {exemption.until}: {exemption.reason}"
                yield origin.path.as_posix(), origin.line("exceptions", index), " ".join(words.split())


def _changing(catalogue: Catalogue, today: date, soon: date) -> Iterator[_Line]:
    """What ended or ends soon, and what began or begins soon since its article was looked at."""
    for article in catalogue.written:
        origin = catalogue.origin(article)
        looked = max(source.checked for source in article.sources)
        for key in ("steps", "cautions"):
            for index, said in enumerate(getattr(article, key)):
                place = origin.path.as_posix(), origin.line(key, index)
                if said.until and said.until <= soon:
                    ends = "ended" if said.until < today else "ends"
                    yield *place, f"{ends} on {said.until}: take it out, or say what holds now."
                if said.since and looked < said.since <= soon:
                    yield *place, f"holds from {said.since}: see whether it came so."


def _sources(catalogue: Catalogue, oldest: date) -> Iterator[_Line]:
    parts: list[Article | Provider | CodeList] = [
        *catalogue.written,
        *catalogue.providers.values(),
        *catalogue.code_lists,
    ]
    for part in parts:
        origin = catalogue.origin(part)
        for index, source in enumerate(part.sources):
            if source.checked < oldest:
                words = f"looked at on {source.checked}: {source.url}"
                yield origin.path.as_posix(), origin.line("sources", index), words
    for host in catalogue.hosts.values():
        origin = catalogue.origin(host)
        for index, page in enumerate(host.pages):
            if page.checked < oldest:
                words = f"looked at on {page.checked}: {page.url}"
                yield origin.path.as_posix(), origin.line("pages", index), words
