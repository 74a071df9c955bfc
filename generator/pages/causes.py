"""Causes as lists show them: the words of a bounce first, then what they mean, the likeliest first.

Imports its sibling modules and the marked examples. Never decides which articles a list is about.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.catalogue import GENERAL, Article, Text
from generator.catalogue.article import Next
from generator.catalogue.model import Reason
from generator.compiled.evidence import Examples
from generator.pages.edition import By, Edition, Named
from generator.pages.phrases import chosen, phrases_of

MOST_SHOWN = 8
"""So many causes stand open in a list; the others are one touch away."""

_FEW = 12
"""Up to so many links need no headings."""


class Cause(NamedTuple):
    """An article as a list of causes shows it; a page that lists one depends on no more of it."""

    id: str
    headline: Text
    permanence: str
    says: tuple[str, ...]
    by: By | None


class FirstSteps(NamedTuple):
    """An article as a page that says what to do first shows it."""

    id: str
    headline: Text
    next: Next


def first_steps(article: Article) -> FirstSteps:
    """What to do first about an article's cause."""
    return FirstSteps(article.id, article.headline, article.next)


class Listed(NamedTuple):
    """The likeliest causes, and the others under their reasons (under none where they are few)."""

    top: Sequence[Cause]
    rest: Sequence[tuple[Reason | None, Sequence[Named]]]

    @property
    def more(self) -> int:
        """How many others there are."""
        return sum(len(articles) for _, articles in self.rest)


class Causes:
    """Makes lists of causes in one language; what an article's bounces say is worked out once."""

    def __init__(self, edition: Edition, examples: Examples) -> None:
        self._edition = edition
        self._examples = examples
        self._often = {name: place for place, name in enumerate(edition.words["lists"]["often"])}
        self._said: dict[str, list[tuple[str, tuple[str, ...]]]] = {}

    def listed(self, articles: Iterable[Article], first: str | None = None, containing: str | None = None) -> Listed:
        """The articles by frequency, `first` before all; bounces with `containing` in them speak for an article."""
        ranked = sorted(articles, key=lambda one: (one.id != first, *self._rank(one)))
        top, rest = ranked[:MOST_SHOWN], ranked[MOST_SHOWN:]
        twice = {one.headline for one in top if sum(other.headline == one.headline for other in top) > 1}
        return Listed(
            [self.cause(one, containing, titled=one.headline in twice) for one in top],
            self._by_reason(rest),
        )

    def cause(self, article: Article, containing: str | None = None, titled: bool = False) -> Cause:
        """One article; `titled` where its headline alone doesn't tell it from its neighbours."""
        said = self._said.get(article.id)
        if said is None:
            said = self._said[article.id] = [
                (example.text, tuple(phrases_of(marked)))
                for example, marked in zip(article.examples, self._examples[article.id], strict=False)
            ]
        naming = [found for text, found in said if containing and containing in text]
        says = chosen(naming or [found for _, found in said], self._edition.lang)
        shown = article.title if titled else article.headline
        return Cause(article.id, shown, article.permanence, says, self._edition.by(article))

    def _rank(self, article: Article) -> tuple[int, bool, int, str]:
        # What readers meet most; then cases of every mail system before those of one; then those of which more
        # examples were collected.
        often = self._often.get(article.id, len(self._often))
        return (often, article.provider != GENERAL, -len(article.examples), article.id)

    def _by_reason(self, articles: Sequence[Article]) -> list[tuple[Reason | None, Sequence[Named]]]:
        if not articles:
            return []
        if len(articles) <= _FEW:
            return [(None, self._edition.named(articles))]
        groups = [
            (reason, self._edition.named(one for one in articles if one.reason == reason.id))
            for reason in self._edition.reasons.values()
        ]
        return sorted(((reason, found) for reason, found in groups if found), key=lambda one: -len(one[1]))
