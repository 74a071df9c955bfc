"""The match index: what the engine needs of the catalogue, and nothing that it doesn't.

First what the catalogue says (`plain_index`), then the same with every pattern anchored (`anchored`).
Imports the catalogue and `anchors`. Never reads a file of the catalogue; equal catalogues give equal indexes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict

from generator.catalogue import Article, Catalogue, CodeTable, MailWords, Provider, Reporter
from generator.compiled.anchors import Anchors, Objection, anchor
from generator.compiled.concepts import concept_data
from generator.hosts.types import ConceptData, Index, MailWordData, RefusedBy


class PlainArticle(TypedDict):
    """An article as the engine needs it. A pattern is {text, when?, summary?}."""

    id: str
    reason: str
    provider: str
    refused_by: NotRequired[RefusedBy]
    codes: dict[str, list[str]]
    patterns: list[dict[str, Any]]


class PlainProvider(TypedDict):
    """A provider as the engine needs it."""

    id: str
    gateway: NotRequired[bool]
    submission: NotRequired[list[str]]
    domains: list[str]
    hosts: list[str]
    names: list[str]


class PlainReporter(TypedDict):
    """A reporter as the engine needs it. A frame is {text, says?, ...}."""

    id: str
    general: NotRequired[bool]
    refused_by: NotRequired[RefusedBy]
    frames: list[dict[str, Any]]


class PlainIndex(TypedDict):
    """What the engine needs, without anchors. `usual`: the usual article of a code or range, or None."""

    articles: list[PlainArticle]
    providers: list[PlainProvider]
    reporters: list[PlainReporter]
    concepts: ConceptData
    words: MailWordData
    usual: dict[str, str | None]
    refused: dict[str, RefusedBy]


@dataclass(frozen=True)
class Refused:
    """A pattern that can't be used: `place` is its index in the list of `owner`, an article or a reporter."""

    owner: str
    place: int
    message: str
    mend: str


@dataclass(frozen=True)
class Anchored:
    """The match index, and the patterns and frames that are not in it because they can't be used."""

    index: Index
    patterns: tuple[Refused, ...]
    frames: tuple[Refused, ...]


def match_index(catalogue: Catalogue, *, template: bool = False) -> Index:
    """The match index of a catalogue without the patterns that can't be used; see `plain_index` and `anchored`."""
    return anchored(plain_index(catalogue, template=template)).index


def plain_index(catalogue: Catalogue, *, template: bool = False) -> PlainIndex:
    """What the engine needs of a catalogue, sorted by id, patterns and frames in the order of their files.

    `template` adds the annotated template to the articles, for the checks only.
    """
    articles = dict(catalogue.articles)
    if template and catalogue.template:
        articles.setdefault(catalogue.template.id, catalogue.template)
    return {
        "articles": [_article(articles[name]) for name in sorted(articles)],
        "providers": [_provider(one) for one in catalogue.providers.values()],
        "reporters": [_reporter(one) for one in catalogue.reporters.values()],
        "concepts": concept_data(catalogue),
        "words": _mail_words(catalogue.words, catalogue.reporters.values()),
        "usual": _usual(catalogue.codes),
        "refused": {name: code.refused_by for name, code in sorted(catalogue.codes.items()) if code.refused_by},
    }


def anchored(plain: PlainIndex) -> Anchored:
    """The match index with every pattern anchored.

    A pattern that can't be used leaves a hole (None) in its list, so that the others keep their places; a name that is
    too short to be found by itself stays without anchors.
    """
    vendor = list(_vendor_codes(plain))
    wanted = [(pattern["text"], False) for article in plain["articles"] for pattern in article["patterns"]]
    wanted += [(literal(code), True) for code, _ in vendor]
    wanted += [(literal(name), True) for provider in plain["providers"] for name in provider["names"]]
    wanted += [(frame["text"], True) for reporter in plain["reporters"] for frame in reporter["frames"]]
    found = anchor(wanted)

    def usable(text: str, trusted: bool = True) -> Anchors | None:
        answer = found[text, trusted]
        return None if isinstance(answer, Objection) else answer

    refused: dict[bool, list[Refused]] = {False: [], True: []}

    def listed(owner: str, parts: list[dict[str, Any]], trusted: bool) -> Iterator[Any]:
        for place, part in enumerate(parts):
            answer = found[part["text"], trusted]
            if isinstance(answer, Objection):
                refused[trusted].append(Refused(owner, place, answer.message, answer.mend))
                yield None
            else:
                more = {key: value for key, value in part.items() if key != "text"}
                yield [part["text"], answer, more] if more else [part["text"], answer]

    index: Index = {
        "articles": [{**one, "patterns": list(listed(one["id"], one["patterns"], False))} for one in plain["articles"]],
        "vendor": [(code, article, where) for code, article in vendor if (where := usable(literal(code))) is not None],
        "providers": [
            {**one, "names": [(name, usable(literal(name))) for name in one["names"]]} for one in plain["providers"]
        ],
        "reporters": [{**one, "frames": list(listed(one["id"], one["frames"], True))} for one in plain["reporters"]],
        "concepts": plain["concepts"],
        "words": plain["words"],
        "refused": plain["refused"],
        "usual": {code: article for code, article in plain["usual"].items() if not _is_vendor(code)},
    }
    for one in index["articles"]:
        one["codes"] = {kind: codes for kind, codes in one["codes"].items() if codes and kind != "vendor"}
    return Anchored(index, tuple(refused[False]), tuple(refused[True]))


def literal(text: str) -> str:
    """A text that is no pattern, as one. The engine's index.js writes it the same way."""
    for mark in ("\\", "{", "("):
        text = text.replace(mark, "\\" + mark)
    return text.replace("...", "\\...")


def _is_vendor(code: str) -> bool:
    return not set(code) <= set("0123456789.-")


def _vendor_codes(plain: PlainIndex) -> Iterator[tuple[str, str]]:
    """A provider's own codes (S3140, TSS04): those an article lists, and those whose usual article is known."""
    ids = {article["id"] for article in plain["articles"]}
    pairs = [(code, one["id"]) for one in plain["articles"] for code in one["codes"].get("vendor", ())]
    pairs += [(code, id) for code, id in plain["usual"].items() if id and id in ids and _is_vendor(code)]
    yield from dict.fromkeys(pairs)


def _usual(codes: CodeTable) -> dict[str, str | None]:
    """The usual article of each code; one that has none is only named where a range around it would speak for it."""
    ranges = [code for code in codes.values() if code.is_range]
    return {
        name: codes[name].usual
        for name in sorted(codes)
        if codes[name].usual or any(one is not codes[name] and one.usual and one.covers(name) for one in ranges)
    }


def _article(article: Article) -> PlainArticle:
    made: PlainArticle = {
        "id": article.id,
        "reason": article.reason,
        "provider": article.provider,
        "codes": {kind: list(codes) for kind, codes in article.codes if codes},
        "patterns": [
            part.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for part in article.patterns
        ],
    }
    if article.refused_by:
        made["refused_by"] = article.refused_by
    return made


def _provider(provider: Provider) -> PlainProvider:
    made: PlainProvider = {
        "id": provider.id,
        "domains": list(provider.domains),
        "hosts": [*provider.hosts, *provider.submission],
        "names": list(provider.names),
    }
    if provider.kind == "gateway":
        made["gateway"] = True
    if provider.submission:
        made["submission"] = list(provider.submission)
    return made


def _reporter(reporter: Reporter) -> PlainReporter:
    frames = [frame.model_dump(mode="json", exclude_defaults=True) for frame in reporter.frames]
    made: PlainReporter = {"id": reporter.id, "frames": frames}
    if reporter.refused_by:
        made["refused_by"] = reporter.refused_by
    return {**made, "general": True} if reporter.general else made


def _mail_words(words: MailWords, reporters: Iterable[Reporter]) -> MailWordData:
    """Words that the engine looks up, in the order of the files."""
    return {
        "fields": [
            {
                "name": one.name,
                "roles": list(one.roles),
                "labels": sorted({label for ones in one.labels.values() for label in ones}),
            }
            for one in words.fields.fields
        ],
        "daemons": {"addresses": list(words.daemons.addresses), "names": list(words.daemons.names)},
        "subjects": [{"text": one.text, "says": list(one.says), "start": one.start} for one in words.subjects.subjects],
        "mentioned_behind": list(words.subjects.mentioned_behind),
        "log_marks": [(mark.text, mark.kind) for one in reporters for mark in one.log_marks],
    }
