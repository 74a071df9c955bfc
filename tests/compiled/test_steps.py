"""Who is told to do what first, and that the browser and the command line tell the same."""

from __future__ import annotations

import pytest

from generator.catalogue import Article
from generator.commands.answer import Answerer
from generator.compiled.contents import contents
from generator.compiled.steps import plan
from generator.compiled.words import line
from generator.pages.edition import LANGUAGES, Lang
from generator.words import words
from tests.conftest import project_catalogue

CATALOGUE = project_catalogue()
MODEL = CATALOGUE.articles["microsoft-banned-sending-ip"]


def article(fixers: str, steps: str) -> Article:
    """An article with these fixers, and a step for each actor named."""
    [step, *_] = MODEL.steps
    given = tuple(step.model_copy(update={"who": who}) for who in steps.split())
    first = fixers.split()[0]
    return MODEL.model_copy(update={"fixers": tuple(fixers.split()), "first": first, "steps": given})


@pytest.mark.parametrize(
    ("fixers", "steps", "first", "others"),
    [
        ("sender", "sender sender", "sender sender", ""),
        ("sender sender-admin", "sender sender-admin sender", "sender sender", "sender-admin"),
        # Others can do more, but the reader has sent the mail, and knows from those steps whom to ask.
        ("recipient sender wait", "recipient sender wait", "sender", "recipient wait"),
        ("sender-admin sender", "sender-admin sender", "sender", "sender-admin"),
        # Nothing for the sender to do.
        ("recipient-admin recipient", "recipient recipient-admin", "recipient-admin", "recipient"),
        # Waiting helps most, and then the sender.
        ("wait sender sender-admin", "sender sender-admin wait", "wait sender", "sender-admin"),
        ("wait recipient-admin sender", "recipient-admin sender wait", "wait sender", "recipient-admin"),
        ("wait", "wait wait", "wait wait", ""),
        # A step to wait needs no fixer; it isn't lost.
        ("recipient", "recipient wait", "recipient", "wait"),
    ],
)
def test_the_reader_comes_first_unless_waiting_helps_most(fixers: str, steps: str, first: str, others: str) -> None:
    planned = plan(article(fixers, steps))
    assert [step.who for step in planned.first] == first.split()
    assert [who for who, _ in planned.others] == others.split()


def test_no_step_is_lost_or_shown_twice() -> None:
    for one in CATALOGUE.articles.values():
        planned = plan(one)
        steps = [*planned.first, *(step for _, those in planned.others for step in those)]
        assert sorted(map(id, steps)) == sorted(map(id, one.steps)), one.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_command_line_tells_the_step_that_the_browser_shows_first(lang: Lang) -> None:
    answerer = Answerer(contents(CATALOGUE, lang), lang, words("matcher", lang))
    shown = contents(CATALOGUE, lang)["articles"]
    unknown = {one.id: one.unknown.ja if lang == "ja" else one.unknown.en for one in CATALOGUE.vocabulary.placeholders}
    label = words("matcher", lang)["result"]["steps"]
    for name in CATALOGUE.articles:
        match = {"article": name, "confidence": "certain", "why": "pattern", "evidence": [], "values": {}}
        recipient = {
            **{"recipient": None, "meant_domain": None, "diagnostic": None, "remote_mta": None},
            **{"refused_by": "unknown", "known_by": None, "matches": [match]},
        }
        told = answerer.lines("x.eml", {"truncated": False, "kind": "bounce", "asks": [], "recipients": [recipient]})
        [advice] = [one for one in told if one.startswith(f"  {label}: ")]
        assert advice.endswith(f": {line(shown[name]['first'][0]['do'], unknown, addresses=True)}"), name
