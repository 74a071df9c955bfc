"""The concepts of a catalogue as the engine needs them: words folded into tables, rules in their order.

The engine's own compiler folds the words, once for each state of kb/concepts. Imports the catalogue, the hosts and the
store. Never looks at a text.
"""

import json
from functools import cache
from typing import Any

from generator.catalogue import Article, Catalogue, Rule
from generator.catalogue.concepts import ConceptWords, Entries
from generator.compiled.anchors import compiler_script
from generator.compiled.store import Store, digest
from generator.hosts.quickjs import Script
from generator.hosts.types import ConceptData, RuleData

_TABLES = "tables"


def concept_data(catalogue: Catalogue) -> ConceptData:
    """The `concepts` of the match index."""
    words = catalogue.concepts
    place = {name: at for at, name in enumerate(words.order.order)}
    rules = [(rule, article) for article in catalogue.articles.values() for rule in article.says]
    rules.sort(key=lambda pair: (place.get(pair[0].id, len(place)), pair[0].id))
    own: Any = {
        "subjects": len(words.subjects.classes),
        "broad_codes": list(words.reading.broad_codes),
        "fillers": list(words.reading.fillers),
        "hosts": [(one.host, one.means) for one in words.reading.hosts],
        "rules": [_rule(rule, article) for rule, article in rules],
    }
    data: Any = {**_compiled(json.dumps(_written(words), ensure_ascii=False)), **own}
    return data  # type: ignore[no-any-return]


def _written(words: ConceptWords) -> dict[str, Any]:
    """All words without their languages."""
    reading = words.reading
    return {
        "classes": [(one.id, _flat(one.words), _flat(one.denied)) for one in words.classes()],
        "signals": [(one.id, _flat(one.words)) for one in words.signals.signals],
        "negators": _flat(reading.negators),
        "behind": list(reading.behind),
        "joined": list(reading.joined),
        "stop": _flat(reading.stop),
        "advice": _flat(reading.advice),
        "noise": [*reading.noise, *reading.fillers],
        "address_after": list(reading.address_after),
    }


@cache
def _compiled(written: str) -> Any:  # what concept/compile.js returns
    store = Store("concepts", digest(compiler_script(), written))
    known = store.read()
    if _TABLES not in known:
        known = {_TABLES: Script(compiler_script()).call("BounceCompiler.words", json.loads(written))}
        store.write(known)
    return known[_TABLES]


def _flat(entries: Entries) -> list[str]:
    return list(dict.fromkeys(word for words in entries.values() for word in words))


def _rule(rule: Rule, article: Article) -> RuleData:
    more: Any = rule.model_dump(mode="json", exclude_defaults=True, exclude={"id", "of", "is_", "with_"})
    parts = [list(part) for part in (rule.of, rule.is_, rule.with_) if part]
    made: Any = {"id": rule.id, "article": article.id, "all": parts, **more}
    return made  # type: ignore[no-any-return]
