"""What the checks share: the catalogue, today's date, its texts, and the engine's answers to all examples at once.

Imports the catalogue, the index and the engine. Never judges anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator.catalogue import Article, Catalogue, Example, Report, Reporter
from generator.catalogue.article import NearMiss
from generator.catalogue.problem import Key
from generator.catalogue.reporter import NoReport
from generator.checks._texts import Leaf, leaves
from generator.checks._tried import tried
from generator.compiled.index import Anchored, Refused, anchored, plain_index
from generator.hosts.quickjs import EngineError
from generator.hosts.types import Match, Result


@dataclass(frozen=True)
class Answer:
    """What the engine says to one example or near miss of an article."""

    article: Article
    keys: tuple[Key, ...]
    asked: Example | NearMiss
    result: Result
    rules: list[str | None]
    """The rules of concepts that fired, one for each recipient."""

    def firsts(self) -> list[str]:
        """The articles that rank first, one for each recipient that has any."""
        return [recipient["matches"][0]["article"] for recipient in self.result["recipients"] if recipient["matches"]]

    def own(self) -> list[Match]:
        """The matches of the article itself, at any rank."""
        matches = (match for recipient in self.result["recipients"] for match in recipient["matches"])
        return [match for match in matches if match["article"] == self.article.id]

    def words(self) -> str:
        """What answers first, for a message."""
        return " and ".join(f"`{name}`" for name in dict.fromkeys(self.firsts())) or "no article"


@dataclass(frozen=True)
class Read:
    """What the engine reads from one example report or near miss of a reporter, and how (see `Engine.trace_many`)."""

    reporter: Reporter
    keys: tuple[Key, ...]
    asked: Report | NoReport
    result: Result
    trace: dict[str, Any]


@dataclass(frozen=True)
class Unanswered:
    """An example or near miss that the engine can't examine, and whose it is."""

    owner: Article | Reporter
    keys: tuple[Key, ...]
    error: EngineError


@dataclass(frozen=True)
class _Outcome:
    compiled: Anchored
    answers: tuple[Answer, ...]
    reads: tuple[Read, ...]
    unanswered: tuple[Unanswered, ...]


class Context:
    """One run of the checks over one catalogue.

    What needs the engine raises EngineError where the engine fails: `run_checks` tells of that once.
    """

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self.catalogue = catalogue
        self.today = today
        self.template = catalogue.template
        self.articles = catalogue.written + ((catalogue.template,) if catalogue.template else ())
        """Every article file and the template: what holds for the one holds for the other."""

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every bilingual text."""
        return tuple(leaves(self.catalogue, self.articles))

    @cached_property
    def refused(self) -> dict[tuple[str, int], Refused]:
        """The engine's objections to patterns, by article id and the pattern's place in its list."""
        return {(found.owner, found.place): found for found in self._tried().compiled.patterns}

    @cached_property
    def refused_frames(self) -> dict[tuple[str, int], Refused]:
        """The engine's objections to frames, by reporter id and the frame's place in its list."""
        return {(found.owner, found.place): found for found in self._tried().compiled.frames}

    @cached_property
    def examples(self) -> tuple[Answer, ...]:
        """The engine's answers to all examples."""
        return tuple(answer for answer in self._tried().answers if isinstance(answer.asked, Example))

    @cached_property
    def near_misses(self) -> tuple[Answer, ...]:
        """The engine's answers to all near misses."""
        return tuple(answer for answer in self._tried().answers if isinstance(answer.asked, NearMiss))

    @cached_property
    def reports(self) -> tuple[Read, ...]:
        """What the engine reads from the reporters' examples."""
        return tuple(read for read in self._tried().reads if isinstance(read.asked, Report))

    @cached_property
    def no_reports(self) -> tuple[Read, ...]:
        """What the engine reads from the reporters' near misses."""
        return tuple(read for read in self._tried().reads if isinstance(read.asked, NoReport))

    @property
    def unanswered(self) -> tuple[Unanswered, ...]:
        """What the engine gave no answer to."""
        return self._tried().unanswered

    def _tried(self) -> _Outcome:
        if isinstance(self._outcome, EngineError):
            raise self._outcome
        return self._outcome

    @cached_property
    def _outcome(self) -> _Outcome | EngineError:
        """The refused patterns and the answers; or why there are none, so that a failure isn't waited for twice."""
        asked = [found for article in self.articles for found in _asked(article)]
        reports = [found for reporter in self.catalogue.reporters.values() for found in _reports(reporter)]
        try:
            compiled = anchored(plain_index(self.catalogue, template=True))
            found = tried(compiled.index, [what.text for _, _, what in (*asked, *reports)])
        except EngineError as error:
            return error
        answers: list[Answer] = []
        reads: list[Read] = []
        unanswered: list[Unanswered] = []
        for (article, keys, what), answer in zip(asked, found[: len(asked)], strict=True):
            if isinstance(answer, EngineError):
                unanswered.append(Unanswered(article, keys, answer))
            else:
                result, trace = answer
                answers.append(Answer(article, keys, what, result, trace["rules"]))
        for (reporter, keys, report), answer in zip(reports, found[len(asked) :], strict=True):
            if isinstance(answer, EngineError):
                unanswered.append(Unanswered(reporter, keys, answer))
            else:
                reads.append(Read(reporter, keys, report, *answer))
        return _Outcome(compiled, tuple(answers), tuple(reads), tuple(unanswered))


def _asked(article: Article) -> Iterable[tuple[Article, tuple[Key, ...], Example | NearMiss]]:
    for index, example in enumerate(article.examples):
        yield article, ("examples", index), example
    for index, near_miss in enumerate(article.near_misses):
        yield article, ("near_misses", index), near_miss


def _reports(reporter: Reporter) -> Iterable[tuple[Reporter, tuple[Key, ...], Report | NoReport]]:
    for index, example in enumerate(reporter.examples):
        yield reporter, ("examples", index), example
    for index, near_miss in enumerate(reporter.near_misses):
        yield reporter, ("near_misses", index), near_miss
