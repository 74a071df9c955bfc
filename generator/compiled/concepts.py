"""The concepts of a catalogue as the engine needs them: classes of words without their languages, rules in their order.

Imports the catalogue. Never looks at a text.
"""

from generator.catalogue import Article, Catalogue, Rule
from generator.catalogue.concepts import Entries
from generator.hosts.types import ConceptData, RuleData

_USUAL_DISTANCE = 4


def concept_data(catalogue: Catalogue) -> ConceptData:
    """The `concepts` of the match index."""
    words = catalogue.concepts
    reading = words.reading
    place = {name: at for at, name in enumerate(words.order.order)}
    rules = [(rule, article) for article in catalogue.articles.values() for rule in article.says]
    rules.sort(key=lambda pair: (place.get(pair[0].id, len(place)), pair[0].id))
    return {
        "classes": [
            (one.id, _flat(one.words), _flat(one.denied)) if one.denied else (one.id, _flat(one.words))
            for one in words.classes()
        ],
        "subjects": len(words.subjects.classes),
        "negators": _flat(reading.negators),
        "behind": list(reading.behind),
        "joined": list(reading.joined),
        "stop": _flat(reading.stop),
        "advice": _flat(reading.advice),
        "noise": list(reading.noise),
        "address_after": list(reading.address_after),
        "broad_codes": list(reading.broad_codes),
        "hosts": [(one.host, one.means) for one in reading.hosts],
        "signals": [(one.id, _flat(one.words)) for one in words.signals.signals],
        "rules": [_rule(rule, article) for rule, article in rules],
    }


def _flat(entries: Entries) -> list[str]:
    return list(dict.fromkeys(word for words in entries.values() for word in words))


def _rule(rule: Rule, article: Article) -> RuleData:
    made: RuleData = {
        "id": rule.id,
        "article": article.id,
        "all": [list(part) for part in (rule.of, rule.is_, rule.with_) if part],
    }
    if rule.within != _USUAL_DISTANCE:
        made["within"] = rule.within
    if rule.most:
        made["most"] = rule.most
    if rule.unless:
        made["unless"] = list(rule.unless)
    if rule.ordered:
        made["ordered"] = True
    if rule.sure:
        made["sure"] = True
    return made
