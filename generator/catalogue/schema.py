"""JSON Schema of the catalogue's files, for editors that complete and check while one types.

Made from the model, with the closed lists of the vocabulary filled in. Imports the model. Never writes a file.
"""

import json
from typing import Any

from pydantic import TypeAdapter

from generator.catalogue.article import UNKNOWN_STAGE, Article
from generator.catalogue.concepts import ClassList, Order, Reading, SignalList
from generator.catalogue.host import Host
from generator.catalogue.loader import GENERAL, Catalogue
from generator.catalogue.model import CodeList, Provider, Vocabulary
from generator.catalogue.overlay import LetterFrames, Overlay
from generator.catalogue.reporter import Reporter
from generator.catalogue.words import DaemonList, FieldList, RedactionList, StyleList, SubjectList

_FILES: dict[str, TypeAdapter[Any]] = {
    "article": TypeAdapter(Article),
    "provider": TypeAdapter(Provider),
    "host": TypeAdapter(Host),
    "reporter": TypeAdapter(Reporter),
    "codes": TypeAdapter(CodeList),
    "vocabulary": TypeAdapter(Vocabulary),
    "overlay": TypeAdapter(Overlay),
    "letters": TypeAdapter(LetterFrames),
    "fields": TypeAdapter(FieldList),
    "daemons": TypeAdapter(DaemonList),
    "subjects": TypeAdapter(SubjectList),
    "redaction": TypeAdapter(RedactionList),
    "style": TypeAdapter(StyleList),
    "classes": TypeAdapter(ClassList),
    "signals": TypeAdapter(SignalList),
    "reading": TypeAdapter(Reading),
    "order": TypeAdapter(Order),
}


def schemas(catalogue: Catalogue) -> dict[str, str]:
    """File name (`article.json`) to JSON text, one for each kind of file in kb/."""
    result = {}
    for name, adapter in _FILES.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **adapter.json_schema()}
        _close(schema, catalogue)
        result[f"{name}.json"] = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return result


def _close(schema: dict[str, Any], catalogue: Catalogue) -> None:
    """Turn the ids that refer to a closed list into enumerations."""
    words = catalogue.vocabulary
    actors = [actor.id for actor in words.actors]
    reasons = [reason.id for reason in words.reasons]
    stages = [stage.id for stage in words.stages]
    providers = [GENERAL, *catalogue.providers]
    lists = {
        "Article": {
            "reason": reasons,
            "also_reasons": reasons,
            "permanence": [word.id for word in words.permanence],
            "stage": stages,
            "fixers": actors,
            "first": actors,
            "provider": providers,
        },
        "When": {"stage": [*stages, UNKNOWN_STAGE], "provider": providers},
        "Step": {"who": actors},
        "Frame": {"stage": stages},
        "ReadRecipient": {"stage": stages},
    }
    named = {**schema.get("$defs", {}), schema.get("title"): schema}
    for model, closed in lists.items():
        properties = named.get(model, {}).get("properties", {})
        for key, allowed in closed.items():
            if key in properties:
                _enumerate(properties[key], allowed)


def _enumerate(schema: dict[str, Any], allowed: list[str]) -> None:
    for part in (schema.get("items"), *schema.get("anyOf", [])):
        if isinstance(part, dict) and part.get("type") == "string":
            part["enum"] = allowed
    if schema.get("type") == "string":
        schema["enum"] = allowed
