"""The contents script: everything that an answer shows, in its language, and nothing that no answer shows."""

from __future__ import annotations

import json
from pathlib import Path

from generator.catalogue import load_catalogue
from generator.compiled.contents import contents, contents_script
from generator.compiled.letters import letters_script, spoken
from generator.compiled.tree import parse
from generator.hosts.link import SHELF
from tests.conftest import project_catalogue

KB = Path(__file__).parents[2] / "kb"


def test_an_answer_has_everything_in_its_language() -> None:
    catalogue = project_catalogue()
    data = contents(catalogue, "ja")
    article = data["articles"]["microsoft-banned-sending-ip"]
    source = catalogue.articles["microsoft-banned-sending-ip"]
    assert article["title"] == source.title.ja
    steps = [*article["first"], *(step for other in article["others"] for step in other["steps"])]
    assert sorted(map(str, steps)) == sorted(
        str({"who": step.who, "do": parse(step.do.ja), "check": parse(step.check.ja)}) for step in source.steps
    )
    assert [other["who"] for other in article["others"]] == ["sender-admin"]
    assert ["strong", ["value", "sender_ip"]] in article["first"][2]["do"]
    assert set(article["letters"]) == {*source.forward, "inside"} and article["voices"]
    posted = json.loads(letters_script(catalogue, "ja").partition(".BounceLetters=")[2].removesuffix(";\n"))
    own = posted["articles"]["microsoft-banned-sending-ip"]["letters"]
    assert own["customer"] == {"ja": spoken(source.reply.ja), "en": spoken(source.reply.en)}
    assert own["sender-admin"] == {"ja": spoken(source.forward["sender-admin"].ja)}
    assert set(data["actors"]) == {actor.id for actor in catalogue.vocabulary.actors}
    assert "banned sending IP" in data["examples"]["microsoft-banned-sending-ip"]
    assert contents(catalogue, "en")["articles"]["microsoft-banned-sending-ip"]["title"] == source.title.en


def test_the_script_is_one_assignment_and_always_the_same() -> None:
    catalogue = project_catalogue()
    script = contents_script(catalogue, "en")
    start = f"{SHELF}.BounceContents="
    assert script.startswith(start)
    assert json.loads(script.removeprefix(start).removesuffix(";\n")) == contents(catalogue, "en")
    assert script == contents_script(load_catalogue(KB).catalogue, "en")
