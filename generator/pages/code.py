"""The pages of codes: one for each code, and the list of all. Imports its sibling modules."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.catalogue import Article, Code
from generator.pages import template, urls
from generator.pages.causes import Causes, first_steps
from generator.pages.edition import Edition, code_order
from generator.pages.page import Page

Shown = tuple[str, str, Code]
"""A code or range as readers write it, the path of its page, and what is known of it."""

_ANY = "\ue000"
"""Stands for the code in the page of a range's codes."""

_BY_ANY = "any"
_PERMANENCE = {"4": "transient", "5": "permanent"}
"""By a code's first digit, whether waiting helps (RFC 5321, section 4.2.1; RFC 3463, section 2)."""

_SUCCESS = ("2", "3")
"""The first digits that say that nothing is wrong."""

_MOST_SIMILAR = 5
_LONG = 9
"""Codes of more characters stand above their meaning, not beside it."""


class Group(NamedTuple):
    """A part of the list of all codes: its lists, each with an id and a heading of its own or with neither."""

    id: str
    heading: str
    lists: Sequence[tuple[str, str, Sequence[Shown]]]

    @property
    def size(self) -> int:
        """How many codes it has."""
        return sum(len(codes) for _, _, codes in self.lists)


def pages(edition: Edition, causes: Causes) -> Iterator[Page]:
    """Yield the list of all codes and the page of each; every code inside a range has one."""
    yield _list(edition)
    similar = Similar(edition)
    of_ranges: dict[tuple[str, tuple[str, ...]], Page] = {}
    for path, (code, entry) in edition.code_pages.items():
        found = edition.with_code(code)
        if not entry.is_range:
            yield _page(edition, causes, similar, path, code, entry, found)
            continue
        # The codes of a range say the same but for the code, and digits and dots are themselves in every notation.
        same = (entry.code, tuple(article.id for article in found))
        if same not in of_ranges:
            of_ranges[same] = _page(edition, causes, similar, path, _ANY, entry, found)
        page = of_ranges[same]
        plain = page.plain.replace(_ANY, code) if page.plain else None
        yield page._replace(path=path, text=page.text.replace(_ANY, code), plain=plain)


def _page(
    edition: Edition, causes: Causes, similar: "Similar", path: str, code: str, entry: Code, found: list[Article]
) -> Page:
    usual = next((article for article in found if article.id == entry.usual), None)
    return template.page(
        "code.md.j2",
        path,
        edition,
        alike=True,
        plain=True,
        code=code,
        slug=code if code == _ANY else urls.code_slug(code),
        entry=entry,
        failed=not is_success(entry),
        usual=first_steps(usual) if usual else None,
        by=entry.refused_by or (usual.refused_by if usual else None) or _BY_ANY,
        permanence=usual.permanence if usual else _PERMANENCE.get(entry.code[:1]),
        listed=causes.listed(found, usual.id if usual else None, containing=code),
        provider=edition.catalogue.providers.get(entry.provider),
        anatomy=list(_anatomy(edition, code, entry)),
        similar=similar.to(entry),
    )


def slugs(edition: Edition) -> Iterator[str]:
    """Yield how each code that has a page is written in its address."""
    for code, _ in edition.code_pages.values():
        yield urls.code_slug(code)


def is_success(entry: Code) -> bool:
    """Whether a code says that nothing is wrong."""
    return entry.kind != "vendor" and entry.code.startswith(_SUCCESS)


def _anatomy(edition: Edition, code: str, entry: Code) -> Iterator[tuple[str, str]]:
    """The parts of a reply or status code, each with what it says by itself."""
    words = edition.words["code"]["anatomy"]
    if entry.kind == "vendor":
        return
    first = entry.code[0]
    yield first, words["classes"][first]
    if entry.kind == "reply":
        yield entry.code[:2], words["reply"].get(entry.code[1], words["other"])
    else:
        subject = entry.code.split(".")[1]
        yield f"{first}.{subject}", words["status"].get(subject, words["other"])
    yield code, edition.say(entry.title)


class Similar:
    """Finds the codes beside a code: the same with another first digit, and the busiest on the same subject."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._alike: defaultdict[tuple[str, ...], list[Code]] = defaultdict(list)
        for entry in sorted(edition.catalogue.codes.values(), key=code_order):
            self._alike[_subject(entry)].append(entry)
        self._count = {code: len(edition.with_code(code.split("-")[0])) for code in edition.catalogue.codes}

    def to(self, entry: Code) -> list[Shown]:
        """Codes like this one, in reading order."""
        around = self._alike[_subject(entry)]
        twin = self._edition.catalogue.codes.get(_twin(entry.code)) if entry.kind == "status" else None
        if entry.kind == "vendor":
            # Their numbers say nothing, but those of one kind stand together.
            at = around.index(entry)
            order = sorted(range(len(around)), key=lambda place: abs(place - at))
        else:
            order = sorted(range(len(around)), key=lambda place: -self._count[around[place].code])
        others = [around[place] for place in order if around[place].code != entry.code]
        return shown(self._edition, [*([twin] if twin else []), *others][:_MOST_SIMILAR])


def _subject(entry: Code) -> tuple[str, ...]:
    if entry.kind == "vendor":
        return ("vendor", entry.provider)
    return (entry.kind, *(entry.code.split(".")[:2] if entry.kind == "status" else entry.code[:2]))


def _twin(code: str) -> str:
    return {"4": "5", "5": "4"}.get(code[0], code[0]) + code[1:]


def shown(edition: Edition, entries: Sequence[Code]) -> list[Shown]:
    """Return codes for a list, in reading order; a range is one line."""
    return [
        (_written(edition, entry), path, entry)
        for entry in sorted(entries, key=code_order)
        if (path := edition.path_of_code(entry.code))
    ]


def _written(edition: Edition, entry: Code) -> str:
    if not entry.is_range:
        return entry.code
    first, last = entry.code.split("-")
    return first + str(edition.words["code"]["until"]) + last.rpartition(".")[2]


def has_long(codes: Sequence[Shown]) -> bool:
    """Whether these codes need the whole width of a list."""
    return any(len(written) > _LONG for written, _, entry in codes if not entry.is_range)


def _list(edition: Edition) -> Page:
    groups = [group for group in _groups(edition) if group.size]
    table: Mapping[str, Code] = edition.catalogue.codes
    common = [table[code] for code in edition.words["code"]["common"] if code in table]
    order = {entry.code: place for place, entry in enumerate(common)}
    return template.page(
        "codes.md.j2",
        urls.CODES,
        edition,
        plain=True,
        common=sorted(shown(edition, common), key=lambda one: order[one[2].code]),
        groups=groups,
        count=sum(group.size for group in groups),
        has_long=has_long,
    )


def _groups(edition: Edition) -> Iterator[Group]:
    words = edition.words["code"]
    entries = list(edition.catalogue.codes.values())
    failed = [entry for entry in entries if not is_success(entry)]

    def whole(name: str, wanted: list[Code]) -> Group:
        return Group(name, words["groups"][name], [("", "", shown(edition, wanted))])

    yield whole("reply", [one for one in failed if one.kind == "reply"])
    status = [one for one in failed if one.kind == "status"]
    yield whole("status", [one for one in status if one.code.startswith("5")])
    yield whole("status-4", [one for one in status if not one.code.startswith("5")])
    yield Group("vendor", words["groups"]["vendor"], list(_of_providers(edition)))
    yield whole("success", [one for one in entries if is_success(one)])


def _of_providers(edition: Edition) -> Iterator[tuple[str, str, Sequence[Shown]]]:
    """The codes of providers' own, the providers that most readers look for first."""
    order = {provider.id: place for place, provider in enumerate(edition.providers)}
    vendor = [one for one in edition.catalogue.codes.values() if one.kind == "vendor"]
    vendor.sort(key=lambda one: (order.get(one.provider, len(order)), one.provider))
    for provider, own in groupby(vendor, key=lambda entry: entry.provider):
        known = edition.catalogue.providers.get(provider)
        yield f"vendor-{provider}", edition.say(known.title) if known else provider, shown(edition, list(own))
