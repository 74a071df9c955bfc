"""The shapes of the files under `api/v1/`: what a program may rely on. The published JSON Schemas are made from these.

Keys are those of the catalogue's files wherever they say the same. Within a version keys are added, never removed or
given another meaning, so a reader passes over what it doesn't know.
Imports typing and pydantic only, which needs the TypedDict of typing_extensions before Python 3.12.
"""

from typing import Literal, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

_closed = with_config(ConfigDict(extra="forbid"))

Kind = Literal["articles", "codes", "providers", "reporters", "reasons", "hosts"]
"""What there is a list of."""

Voice = Literal["ask", "we"]
"""Who speaks to a customer: "we" run the customer's mail, others "ask" them to turn to whoever does."""


@_closed
class Both(TypedDict):
    """The same thing in both languages. Longer texts are Markdown without HTML, with values in braces."""

    ja: str
    en: str


@_closed
class Names(TypedDict):
    """What people type who look for it."""

    ja: list[str]
    en: list[str]


@_closed
class Labelled(TypedDict):
    """A word of a closed list and what it is called; some have a sentence about it."""

    id: str
    title: Both
    note: NotRequired[Both]


@_closed
class Placeholder(TypedDict):
    """A value that texts name in braces, its kind where a bounce can yield it, and what stands there till then."""

    id: str
    kind: str | None
    unknown: Both


@_closed
class Source(TypedDict):
    """Where facts come from, the day somebody looked there, and which parts rest on it."""

    title: str
    url: str
    checked: str
    supports: NotRequired[list[str]]


@_closed
class Change(TypedDict):
    """What changed, and on which day."""

    date: str
    what: Both


@_closed
class ArticleCodes(TypedDict):
    """The codes seen with a cause; a range is written `5.7.606-5.7.649`."""

    reply: list[str]
    status: list[str]
    vendor: list[str]


@_closed
class Next(TypedDict):
    """What to do first: `copy` names the letter to send, `open` the page to open; neither: begin with the steps."""

    title: Both
    text: Both
    copy: str | None
    open: str | None


@_closed
class Step(TypedDict):
    """One action: who takes it, what to do, how to see that it worked; from which day and until when, if not always."""

    who: str
    do: Both
    check: Both
    since: str | None
    until: str | None


@_closed
class Caution(TypedDict):
    """What makes it worse, or what else there is to know; from which day and until when, if not always."""

    text: Both
    since: str | None
    until: str | None


@_closed
class Letter(TypedDict):
    """A whole text to send, plain. Only those to a customer are in a voice."""

    to: str
    voice: Voice | None
    text: Both


@_closed
class LooksAlike(TypedDict):
    """Words that look alike, and the article that they belong to."""

    text: str
    article: str


@_closed
class Portal(TypedDict):
    """A page of a provider on which a reader can do something."""

    title: Both
    url: str
    use: Both
    checked: str


@_closed
class HostPage(TypedDict):
    """A page of a host's own, and what it is about."""

    topics: list[str]
    title: Both
    url: str
    use: Both
    checked: str


@_closed
class Report(TypedDict):
    """A whole report as this reporter writes it."""

    name: str
    kind: str
    text: str


@_closed
class By(TypedDict):
    """The organisation whose own catalogue has it, laid over the project's, and where to reach them."""

    name: Both
    contact: str | None


class Entry(TypedDict):
    """A thing of a list: its id, its pages and its own file, from the root of the site."""

    id: str
    title: Both
    page: Both
    data: str


class Owned(Entry):
    """What an organisation's own catalogue may have; `by` says whose it is, and is None for the project's own."""

    by: By | None


@_closed
class ArticleEntry(Owned):
    """An article in the list: what is needed to choose. `changed` is the day of its last change."""

    formerly: list[str]
    headline: Both
    provider: str
    reason: str
    permanence: str
    first: str
    address: Literal["keep", "pause", "remove"]
    codes: ArticleCodes
    changed: str


@_closed
class Article(Owned):
    """One cause with one set of steps, in the order in which its page has them."""

    formerly: list[str]
    headline: Both
    summary: Both
    provider: str
    reason: str
    also_reasons: list[str]
    permanence: str
    stage: str
    refused_by: str | None
    first: str
    fixers: list[str]
    address: Literal["keep", "pause", "remove"]
    codes: ArticleCodes
    next: Next
    prepare: list[Both]
    steps: list[Step]
    how_long: Both
    if_not: Both
    cautions: list[Caution]
    letters: list[Letter]
    host: list[str]
    examples: list[str]
    near_misses: list[LooksAlike]
    see_also: list[str]
    asked_as: Names
    changed: list[Change]
    sources: list[Source]


@_closed
class CodeEntry(Entry):
    """A code in the list; `id` is how it stands in addresses, `code` how a bounce shows it."""

    code: str
    kind: Literal["reply", "status", "vendor"]
    provider: str
    range: str | None
    usual: str | None


@_closed
class Code(Entry):
    """A code. `usual` is the article that a bare code most often means; `articles` are all that name it."""

    code: str
    kind: Literal["reply", "status", "vendor"]
    provider: str
    range: str | None
    meaning: Both
    standard: str | None
    refused_by: str | None
    usual: str | None
    articles: list[str]
    sources: list[Source]


@_closed
class ProviderEntry(Owned):
    """A provider in the list: whom mail is refused by, and by what to know them."""

    kind: Literal["mailbox", "gateway", "blocklist", "sender"]
    domains: list[str]
    hosts: list[str]


@_closed
class Provider(Owned):
    """A mail system, how to recognise it, its own pages, codes and articles."""

    kind: Literal["mailbox", "gateway", "blocklist", "sender"]
    summary: Both
    asked_as: Names | None
    domains: list[str]
    hosts: list[str]
    submission: list[str]
    names: list[str]
    portals: list[Portal]
    codes: list[str]
    articles: list[str]
    sources: list[Source]


@_closed
class ReporterEntry(Entry):
    """A reporter in the list: who writes bounces."""

    refused_by: str | None


@_closed
class Reporter(Entry):
    """Who writes bounces, how theirs look, and where the cause stands in them."""

    refused_by: str | None
    asked_as: Names | None
    look: Both | None
    cause: Both | None
    examples: list[Report]
    sources: list[Source]


@_closed
class ReasonEntry(Entry):
    """A reason in the list, and its general article."""

    article: str


@_closed
class Reason(Entry):
    """A heading to browse by. `articles` have it as their reason, `also` among others; `sisimai`: Sisimai's names."""

    summary: Both
    asked_as: Names | None
    article: str
    articles: list[str]
    also: list[str]
    sisimai: list[str]


@_closed
class HostEntry(Owned):
    """A host in the list: a service people send through, and what its pages are about."""

    topics: list[str]


@_closed
class Host(Owned):
    """A service people send through, and its own pages on what steps ask for."""

    names: list[str]
    panel: Both | None
    pages: list[HostPage]


@_closed
class Moved(TypedDict):
    """An article's old address: where it is now."""

    id: str
    moved_to: str
    page: Both
    data: str


@_closed
class ArticleList(TypedDict):
    """All articles, by id."""

    items: list[ArticleEntry]


@_closed
class CodeList(TypedDict):
    """All codes that have a page, each code of a range among them: reply, status, then vendors' own."""

    items: list[CodeEntry]


@_closed
class ProviderList(TypedDict):
    """All providers, by id."""

    items: list[ProviderEntry]


@_closed
class ReporterList(TypedDict):
    """All reporters that have a page, by id."""

    items: list[ReporterEntry]


@_closed
class ReasonList(TypedDict):
    """All reasons, in the order of the vocabulary."""

    items: list[ReasonEntry]


@_closed
class HostList(TypedDict):
    """All hosts, by id."""

    items: list[HostEntry]


@_closed
class ListOf(TypedDict):
    """A list: its address, how many it has, and the schemas of the list and of each of its files."""

    data: str
    count: int
    schema: str
    item_schema: str


@_closed
class Vocabulary(TypedDict):
    """What the ids in the files are called."""

    actors: list[Labelled]
    stages: list[Labelled]
    permanence: list[Labelled]
    placeholders: list[Placeholder]


@_closed
class Index(TypedDict):
    """What there is. `date` is the newest day that the catalogue names; all addresses start from `site`, the root.

    `site` is None where it wasn't known when this was made: then it is two folders above this file.
    """

    version: str
    date: str
    languages: list[str]
    site: str | None
    lists: dict[Kind, ListOf]
    moved_schema: str
    vocabulary: Vocabulary
