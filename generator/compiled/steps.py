"""Who does what first: an article's steps in the order in which the reader of an answer needs them.

Decided here, so that the browser and the command line give the same advice. Imports the catalogue. Never shows a step.
"""

from typing import NamedTuple

from generator.catalogue import Article, Step

_READER = "sender"
WAIT = "wait"
"""The actor of steps that are nobody's: to let time pass."""

Group = tuple[str, list[Step]]
"""An actor and the steps that are theirs, in the article's order."""


_ASKED = ("sender-admin", "recipient-admin", "provider", "recipient")
"""To whom a sheet is taken along, the first who has something to do."""


class Plan(NamedTuple):
    """The steps that an answer shows first, and those of the others who can help, most able first."""

    first: list[Step]
    others: list[Group]


def by_actor(article: Article) -> list[Group]:
    """The steps of each actor: of who acts first, then most able first."""
    order = dict.fromkeys([article.first, *article.fixers, *(step.who for step in article.steps)])
    groups = ((who, [step for step in article.steps if step.who == who]) for who in order)
    return [(who, steps) for who, steps in groups if steps]


def asked(article: Article) -> Group:
    """Who is asked to do something by the sheet that is taken along, and what."""
    groups = dict(by_actor(article))
    who = next((one for one in _ASKED if one in groups), next(iter(groups)))
    return who, groups[who]


def plan(article: Article) -> Plan:
    """The article's steps as the reader of an answer takes them.

    Whoever pastes a bounce has most often sent the mail, so the sender's own steps come first; where the sender can do
    nothing, those of the first who can. Where waiting is what helps most, it comes before everything else.
    """
    groups = by_actor(article)
    roles = [who for who, _ in groups]
    first = [_READER if _READER in roles else roles[0]]
    if roles[0] == WAIT and WAIT not in first:
        first.insert(0, WAIT)
    steps = dict(groups)
    return Plan(
        [step for who in first for step in steps[who]], [(who, those) for who, those in groups if who not in first]
    )
