"""The page of an article. Imports its sibling modules; what it shows and in which order is the template's business."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.catalogue import Article
from generator.compiled.evidence import Examples, Marked
from generator.compiled.facts import address_fact
from generator.compiled.letters import CUSTOMER, has_voices, letter, letters
from generator.compiled.nodes import Tree
from generator.compiled.steps import asked, plan
from generator.pages import drawing, template, urls
from generator.pages.edition import Edition, Lang, is_status_range
from generator.pages.host import helping
from generator.pages.linked import linked
from generator.pages.page import Page
from generator.pages.prose import verbatim
from generator.pages.qr import qr_path
from generator.pages.script import matcher_words

_CLUES = ("sender_ip", "code", "recipient", "remote_mta")
"""What a sheet to take along leaves room for."""


def pages(edition: Edition, examples: Examples) -> Iterator[Page]:
    """Yield the page of every article. `examples` are those of each article, marked."""
    for article in edition.articles:
        yield _page(edition, article, examples[article.id])


def _page(edition: Edition, article: Article, examples: Sequence[Marked]) -> Page:
    known = edition.catalogue.articles
    provider = edition.catalogue.providers.get(article.provider)
    path = urls.article_path(article.id)
    address = f"{edition.site}{urls.url_of(path)}" if edition.site else ""
    near = [
        (_one_line(miss.text), edition.named([known[miss.belongs_to]])[0])
        for miss in article.near_misses
        if miss.belongs_to in known
    ]
    steps = plan(article)
    sendable = list(_letters(edition, article))
    who, asked_steps = asked(article)
    words = edition.words["article"]
    return template.page(
        "article.md.j2",
        path,
        edition,
        source=edition.source_of(article),
        plain=True,
        article=article,
        by=edition.by(article),
        facts=_facts(edition, article),
        way=_way(edition, article),
        to_steps=words["to_steps"].replace("{n}", str(len(steps.first))),
        checked=max(source.checked for source in article.sources).isoformat(),
        examples=examples,
        bounce=bounce,
        plan=steps,
        linked=linked(edition, article, steps.first),
        near=near,
        see_also=edition.named(_others(edition, article, {other.id for _, other in near})),
        codes=_codes(edition, article),
        provider=provider,
        letters=sendable,
        addressees=words["and"].join(dict.fromkeys(words[f"to_{name}"] for _, name, _, _ in sendable)),
        voices=has_voices(letters(article, edition.lang)[CUSTOMER]),
        hosts=helping(edition, article),
        clues=_CLUES,
        asked=who,
        asked_steps=asked_steps,
        address=address,
        qr=qr_path(address) if address else None,
    )


def _facts(edition: Edition, article: Article) -> list[tuple[str, str]]:
    """Who acts, whether waiting helps, what is said of the address: in the words of an answer."""
    words = matcher_words(edition.lang)
    facts = (("who", article.first), ("wait", article.permanence), ("address", address_fact(article)))
    return [(words[f"facts.{name}"], words[f"facts.{name}_{value}"]) for name, value in facts]


def _way(edition: Edition, article: Article) -> str:
    provider = edition.catalogue.providers.get(article.provider)
    shown = provider if provider and provider.kind in ("mailbox", "gateway") else None
    if article.refused_by in ("own-service", "own-program"):
        shown = provider
    name = edition.short(shown.title) if shown else None
    return drawing.way(edition.lang, article.stage, article.refused_by, article.reason, name)


def bounce(example: Marked) -> str:
    """Return an example as HTML on one line, its telling words in `<mark>`."""
    inside = "".join(f"<mark>{verbatim(text)}</mark>" if telling else verbatim(text) for text, telling in example)
    return f'<pre class="bounce" translate="no">{inside}</pre>'


def _letters(edition: Edition, article: Article) -> Iterator[tuple[str, str, Lang, Tree]]:
    """What can be sent: the id, name, language and words of each letter, that of the next step first."""
    other: Lang = "en" if edition.lang == "ja" else "ja"
    of: list[tuple[str, str, Lang]] = [
        (f"reply-{edition.lang}", CUSTOMER, edition.lang),
        *((f"letter-{name}", name, edition.lang) for name in letters(article, edition.lang) if name != CUSTOMER),
        (f"reply-{other}", "customer_other", other),
    ]
    for identity, name, lang in sorted(of, key=lambda one: one[1] != article.next.copy_):
        yield (
            identity,
            name,
            lang,
            letter(edition.catalogue, article, CUSTOMER if name == "customer_other" else name, lang),
        )


def _one_line(text: str, limit: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _others(edition: Edition, article: Article, shown: set[str]) -> list[Article]:
    known = edition.catalogue.articles
    return [known[other] for other in article.see_also if other in known and other not in shown]


def _codes(edition: Edition, article: Article) -> list[tuple[str, str | None, Any]]:
    to = edition.words["code"]["to"]
    codes = []
    for code in (*article.codes.reply, *article.codes.status, *article.codes.vendor):
        written = code.replace("-", to) if is_status_range(code) else code
        codes.append((written, edition.path_of_code(code), edition.catalogue.codes.find(code)))
    return codes
