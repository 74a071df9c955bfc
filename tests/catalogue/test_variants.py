"""Variants of the catalogue's wordings, and how `coverage --variants` counts them."""

import re

from generator.variants import variants
from tests.catalogue.command import run
from tests.conftest import PROJECT, project_catalogue

CATALOGUE = project_catalogue()


def test_the_same_seed_makes_the_same_and_another_makes_others() -> None:
    made = [(one.article.id, one.way, one.text) for one in variants(CATALOGUE)]
    assert made == [(one.article.id, one.way, one.text) for one in variants(CATALOGUE)]
    assert made != [(one.article.id, one.way, one.text) for one in variants(CATALOGUE, 1)]
    assert {way for _, way, _ in made} == {"filler", "hyphen", "order", "cut", "capitals", "synonym", "concept"}


def test_coverage_counts_them_by_way_and_article() -> None:
    said = run("coverage", "--variants", "--most", "3", kb=PROJECT / "kb").output
    shares = re.search(r"all +\d+ +right +([\d.]+) % +unanswered +([\d.]+) % +wrong +([\d.]+) %", said)
    assert shares
    right, unanswered, wrong = (float(share) for share in shares.groups())
    assert abs(right + unanswered + wrong - 100) < 0.3
    assert right > 96
    assert wrong < 1.6
    assert all(way in said for way in ("synonym", "filler", "general-user-unknown"))


def test_a_folder_or_variants() -> None:
    assert "Give a folder, or --variants" in run("coverage").output
    assert "Give a folder, or --variants" in run("coverage", "--variants", "tests").output
