"""What the guides promise is so: the answer and the score of the matcher's contract, the names for links."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine
from tests.assets import plain
from tests.conftest import PROJECT, project_catalogue
from tests.site.html import document, target

GUIDES = ("docs/guide/how-matching-works.md", "docs/en/guide/how-matching-works.md")
FENCED = re.compile(r"^```(?:json)?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PLACE, STEP, CHARACTER = 1000000, 100000, 10
OWN_DIAGNOSTIC, OWN_SYSTEM, PATTERN = 3, 4, 3


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(match_index(project_catalogue()))


@pytest.mark.parametrize("guide", GUIDES)
def test_the_result_in_the_guide_is_what_the_engine_answers(engine: Engine, guide: str) -> None:
    text = (PROJECT / guide).read_text(encoding="utf-8")
    given, shown = FENCED.findall(text[text.index("{#result}") :])
    promised: dict[str, Any] = json.loads(shown)
    answered = engine.match({"text": given})
    del promised["file"], promised["date"], answered["text"]
    for recipient in answered["recipients"]:
        del recipient["matches"][1:]
    assert answered == promised


def test_the_score_is_made_as_the_guide_says(engine: Engine) -> None:
    text = "said: 550 5.7.606 Access denied, banned sending IP [203.0.113.7]"
    [recipient] = engine.match({"text": f"<hanako@outlook.com>: host mx.example.com[192.0.2.25] {text}"})["recipients"]
    own, general, *_ = recipient["matches"]
    assert (
        own["score"]
        == OWN_DIAGNOSTIC * PLACE + OWN_SYSTEM * STEP + len("Accessdenied,bannedsendingIP[]") * CHARACTER + 2
    )
    assert (
        general["score"]
        == OWN_DIAGNOSTIC * PLACE + PATTERN * STEP + len("Accessdenied,bannedsendingIP") * CHARACTER + 1
    )


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("550 5.1.1 retry timeout exceeded", ["possible", "likely"]),
        ("S3140", ["possible"]),
        ("said: 550 blocked (S3140)", ["likely"]),
        ("5.1.1", ["possible"]),
        ("550", []),
    ],
)
def test_a_summary_stands_behind_a_code_and_some_codes_decide_nothing(
    engine: Engine, text: str, order: list[str]
) -> None:
    [recipient] = engine.match({"text": text})["recipients"]
    assert [match["confidence"] for match in recipient["matches"]] == order


@pytest.mark.parametrize("guide", ["docs/guide/support.md", "docs/en/guide/support.md"])
def test_the_names_for_links_are_those_of_the_vocabulary(guide: str) -> None:
    text = (PROJECT / guide).read_text(encoding="utf-8")
    table = text[text.index("{#values}") : text.index("{#none}")]
    named = [name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]
    assert named == [one.id for one in project_catalogue().vocabulary.placeholders if one.hole]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_former_address_of_a_guide_leads_on(site: Path, folder: str) -> None:
    page = site / folder / "guide/for-support-desks/index.html"
    [link] = [one for one in document(page).all("a") if one.get("id") == "moved-to"]
    assert target(site, page, link["href"]) == (site / folder / "guide/support/index.html", "")
    [script] = [one["src"] for one in document(page).all("script") if plain(one.get("src", "")).endswith("/moved.js")]
    found = target(site, page, script)
    assert found
    assert "location.hash" in found[0].read_text(encoding="utf-8")
    assert {"name": "robots", "content": "noindex"} in document(page).all("meta")
    assert "for-support-desks" not in (site / folder / "sitemap.xml").read_text(encoding="utf-8")
