"""The JSON Schema that editors use says what the model says."""

import json
from pathlib import Path

from click.testing import CliRunner

from generator.catalogue import load_catalogue
from generator.catalogue.schema import schemas
from generator.cli import main
from tests.catalogue.kb_folder import DATA

KB = Path(__file__).parents[2] / "kb"


def test_the_projects_schema_is_up_to_date() -> None:
    result = CliRunner().invoke(main, ["schema", "--check", "--kb", str(KB)])
    assert (result.exit_code, result.output) == (0, "")


def test_closed_lists_are_in_the_schema() -> None:
    schema = json.loads(schemas(load_catalogue(DATA / "good").catalogue)["article.json"])
    properties, parts = schema["properties"], schema["$defs"]
    assert properties["reason"]["enum"] == ["mailbox-full", "reputation-blocked"]
    assert properties["fixers"]["items"]["enum"] == ["sender", "recipient", "wait"]
    assert properties["provider"]["enum"] == ["general", "acme"]
    assert parts["Step"]["properties"]["who"]["enum"] == ["sender", "recipient", "wait"]
    stages = next(part["enum"] for part in parts["When"]["properties"]["stage"]["anyOf"] if "enum" in part)
    assert stages == ["recipient", "mailbox", "unknown"]
    assert schema["additionalProperties"] is False


def test_a_pattern_and_an_example_may_be_a_plain_string() -> None:
    properties = json.loads(schemas(load_catalogue(DATA / "good").catalogue)["article.json"])["properties"]
    for key in ("patterns", "examples"):
        forms = properties[key]["items"]["anyOf"]
        assert {form.get("type", form.get("$ref", "")) for form in forms} >= {"string"}
        assert any("$ref" in form for form in forms)
