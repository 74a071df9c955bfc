"""The engine on Spark, in local mode. Spark is no tool of this project: `make spark` brings it and runs this file."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("pyspark")

from pyspark.sql import Row, SparkSession

from generator.hosts.quickjs import Engine
from generator.spark import index_json, match_mails, result_schema
from tests.conftest import PROJECT, project_catalogue

MANY = 100_000
OUTLOOK_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
"""The head of an Outlook file, which is no mail in text."""


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def index() -> str:
    return index_json(PROJECT / "kb")


def mails() -> list[tuple[str, bytes]]:
    """Every example of the catalogue that is a whole report."""
    texts = [example.text for article in project_catalogue().written for example in article.examples]
    reports = [text for text in texts if text.count("\n") > 2]
    return [(f"{number}.eml", text.encode()) for number, text in enumerate(reports)]


def plain(value: Any) -> Any:
    """A row as the engine's own JSON has it: what is missing there is null here."""
    if isinstance(value, Row):
        return {name: plain(one) for name, one in value.asDict().items() if (name, one) != ("pattern", None)}
    return [plain(one) for one in value] if isinstance(value, list) else value


def test_a_row_is_the_engines_result(spark: SparkSession, index: str) -> None:
    given = mails()[::10]
    table = match_mails(spark.createDataFrame(given, "name string, content binary"), index)
    assert table.schema == result_schema()
    found = {row["name"]: plain(row) for row in table.collect()}
    results = Engine(json.loads(index)).match_many([{"bytes": content.decode("latin-1")} for _, content in given])
    for (name, _), result in zip(given, results, strict=True):
        expected = {key: value for key, value in result.items() if key != "text"}
        assert found[name] == {"name": name, "error": None, **expected}


def test_what_is_no_mail_has_its_error_and_stops_no_other(spark: SparkSession, index: str) -> None:
    given = [("a", b"550 5.1.1 User unknown"), ("b", OUTLOOK_FILE), ("c", b"")]
    table = match_mails(spark.createDataFrame(given, "name string, content binary"), index)
    found = {row["name"]: (row["error"], row["kind"]) for row in table.collect()}
    assert found == {"a": (None, "bounce"), "b": ("msg", None), "c": (None, "other")}


def test_a_hundred_thousand_mails_are_counted_as_their_kinds(spark: SparkSession, index: str) -> None:
    some = mails()
    results = Engine(json.loads(index)).match_many([{"bytes": content.decode("latin-1")} for _, content in some])
    firsts = [next((one["article"] for one in result["recipients"][0]["matches"]), None) for result in results]
    expected = Counter(firsts[number % len(some)] for number in range(MANY))
    few = spark.createDataFrame(list(enumerate(some)), "number long, mail struct<name string, content binary>")
    repeated = spark.range(MANY).selectExpr(f"id % {len(some)} AS number", "id").join(few, "number")
    table = match_mails(repeated.selectExpr("string(id) AS name", "mail.content AS content").repartition(8), index)
    counted = table.selectExpr("recipients[0].matches[0].article AS article").groupBy("article").count().collect()
    assert {row["article"]: row["count"] for row in counted} == expected
