"""`bouncekb explain`: why a text was answered as it was. Imports the catalogue and the engine."""

from collections.abc import Iterator
from typing import Any

import click

from generator.catalogue import Catalogue
from generator.characters import clean
from generator.commands.examine import engine_of, examine_one
from generator.commands.options import Folders, kb_option, usable
from generator.compiled.prepared import prepare

_LONGEST = 160


@click.command()
@kb_option
@click.argument("file", type=click.Path(), metavar="FILE|-")
def explain(kb: Folders, file: str) -> None:
    """Say how FILE was read, which patterns were found or near, and why the articles rank as they do."""
    catalogue = usable(kb)
    engine = engine_of(prepare(kb.base, kb.overlays))
    told = examine_one(file, engine, engine.explain)
    for line in _lines(catalogue, told):
        click.echo(line)


def _lines(catalogue: Catalogue, told: dict[str, Any]) -> Iterator[str]:
    result = told["result"]
    yield f"Kind: {result['kind']}" + (" (not searched to the end)" if result["truncated"] else "")
    yield from _section("How it was read", (_piece(piece) for piece in told["pieces"]))
    yield from _section("Words of reporters", (_frame(catalogue, found) for found in told["frames"]))
    yield from _section("Patterns found", (_pattern(catalogue, found) for found in told["patterns"]))
    yield from _section("Patterns near", (_near(catalogue, found) for found in told["near"]))
    yield from _section("Concepts, clause by clause", (line for one in told["concepts"] for line in _clause(one)))
    for recipient in result["recipients"]:
        known = [
            recipient[key] for key in ("reply_code", "status", "stage", "provider", "remote_mta") if recipient[key]
        ]
        name = clean(recipient["recipient"] or "(none named)")
        yield f"\nRecipient {name}: {', '.join(map(clean, known)) or 'nothing known'}"
        if not recipient["matches"]:
            yield "  no article fits"
        for rank, match in enumerate(recipient["matches"], 1):
            proof = "; ".join(f"{item['kind']} {_short(item['text'])!r}" for item in match["evidence"])
            yield f"  {rank}. {match['article']}  {match['confidence']}, score {match['score']}: {proof}"


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"\n{title}:"
    empty = True
    for line in lines:
        empty = False
        yield f"  {line}"
    if empty:
        yield "  none"


def _piece(piece: dict[str, Any]) -> str:
    who = ", ".join(map(clean, piece["recipients"])) or "everyone"
    return f"[{'answer' if piece['response'] else 'words'}, {who}] {_short(piece['text'])}"


def _frame(catalogue: Catalogue, found: dict[str, Any]) -> str:
    reporter = catalogue.reporters[found["reporter"]]
    frame = reporter.frames[found["frame"]]
    more = frame.model_dump(exclude={"text", "says"}, exclude_defaults=True)
    says = ", ".join([*frame.says, *(f"{key} {value}" for key, value in more.items())]) or "who writes"
    origin = catalogue.origin(reporter)
    where = f"{origin.path.as_posix()}:{origin.line('frames', found['frame'])}"
    return f"{_short(found['text'])}  ->  {says}  ({where})"


def _pattern(catalogue: Catalogue, found: dict[str, Any]) -> str:
    notes = []
    if not found["counted"]:
        notes.append("in the returned original, does not count")
    if found["when"]:
        notes.append("only when " + ", ".join(f"{key} is {value}" for key, value in found["when"].items()))
    if found["summary"]:
        notes.append("a summary, yields to any answer")
    note = f"  ({'; '.join(notes)})" if notes else ""
    return f"{_where(catalogue, found)}: {_short(found['text'])!r}{note}"


def _near(catalogue: Catalogue, found: dict[str, Any]) -> str:
    text = catalogue.articles[found["article"]].patterns[found["pattern"]].text
    return f"{round(100 * found['share'])} % {_where(catalogue, found)}: {text}"


def _clause(clause: dict[str, Any]) -> Iterator[str]:
    yield f"{'(advice) ' if clause['advice'] else ''}{_short(clause['text'])}"
    yield "    " + "; ".join(f"{one['means']}: {', '.join(map(clean, one['words']))}" for one in clause["classes"])
    for one in clause["fires"]:
        yield f"    {one['rule']}  ->  {one['article']}"
    for one in clause["stopped"]:
        yield f"    {one['rule']}  ->  not {one['article']}: {one['why']}"


def _where(catalogue: Catalogue, found: dict[str, Any]) -> str:
    if found.get("kind") == "vendor":
        return f"{found['article']} (its code)"
    origin = catalogue.origin(catalogue.articles[found["article"]])
    return f"{origin.path.as_posix()}:{origin.line('patterns', found['pattern'])}"


def _short(text: str) -> str:
    line = clean(" ".join(text.split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 3] + "..."
