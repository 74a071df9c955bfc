"""What the checks share: the catalogue, today's date, its texts, and the engine's answers to all examples at once.

Imports the catalogue, the index and the engine. Never judges anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator.catalogue import Article, Catalogue, Example
from generator.catalogue.model import NearMiss
from generator.catalogue.problem import Key
from generator.checks._texts import Leaf, leaves
from generator.hosts.asking import ask_each
from generator.hosts.quickjs import Engine, EngineError
from generator.index import match_index


@dataclass(frozen=True)
class Answer:
    """What the engine says to one example or near miss of an article."""

    article: Article
    keys: tuple[Key, ...]
    asked: Example | NearMiss
    result: dict[str, Any]

    def firsts(self) -> list[str]:
        """The articles that rank first, one for each recipient that has any."""
        return [recipient["matches"][0]["article"] for recipient in self.result["recipients"] if recipient["matches"]]

    def own(self) -> list[dict[str, Any]]:
        """The matches of the article itself, at any rank."""
        matches = (match for recipient in self.result["recipients"] for match in recipient["matches"])
        return [match for match in matches if match["article"] == self.article.id]

    def words(self) -> str:
        """What answers first, for a message."""
        return " and ".join(f"`{name}`" for name in dict.fromkeys(self.firsts())) or "no article"


@dataclass(frozen=True)
class Unanswered:
    """An example or near miss that the engine can't examine."""

    article: Article
    keys: tuple[Key, ...]
    error: EngineError


_Tried = tuple[list[dict[str, Any]], tuple[Answer, ...], tuple[Unanswered, ...]]


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
    def refused(self) -> dict[tuple[str, int], dict[str, Any]]:
        """The engine's objections to patterns, by article id and the pattern's place in its list."""
        return {(found["article"], found["pattern"]): found for found in self._tried()[0]}

    @cached_property
    def examples(self) -> tuple[Answer, ...]:
        """The engine's answers to all examples."""
        return tuple(answer for answer in self._tried()[1] if isinstance(answer.asked, Example))

    @cached_property
    def near_misses(self) -> tuple[Answer, ...]:
        """The engine's answers to all near misses."""
        return tuple(answer for answer in self._tried()[1] if isinstance(answer.asked, NearMiss))

    @property
    def unanswered(self) -> tuple[Unanswered, ...]:
        """What the engine gave no answer to."""
        return self._tried()[2]

    def _tried(self) -> _Tried:
        if isinstance(self._outcome, EngineError):
            raise self._outcome
        return self._outcome

    @cached_property
    def _outcome(self) -> _Tried | EngineError:
        """The refused patterns and the answers; or why there are none, so that a failure isn't waited for twice."""
        asked = [found for article in self.articles for found in _asked(article)]
        try:
            engine = Engine(match_index(self.catalogue, template=True))
        except EngineError as error:
            return error
        answers: list[Answer] = []
        unanswered: list[Unanswered] = []
        results = ask_each(engine, [{"text": what.text} for _, _, what in asked])
        for (article, keys, what), result in zip(asked, results, strict=True):
            if isinstance(result, EngineError):
                unanswered.append(Unanswered(article, keys, result))
            else:
                answers.append(Answer(article, keys, what, result))
        return engine.pattern_problems(), tuple(answers), tuple(unanswered)


def _asked(article: Article) -> Iterable[tuple[Article, tuple[Key, ...], Example | NearMiss]]:
    for index, example in enumerate(article.examples):
        yield article, ("examples", index), example
    for index, near_miss in enumerate(article.near_misses):
        yield article, ("near_misses", index), near_miss
