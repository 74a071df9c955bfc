"""`llms.txt`: what there is to read, for programs that read text. Imports the pages' words and where pages live."""

from collections.abc import Iterable, Mapping

from generator.pages import urls
from generator.pages.edition import Edition
from generator.pages.markdown import words
from generator.pages.urls import article_path, plain_path
from generator.search.guides import guide_entry

_BROWSE = {
    "provider": urls.PROVIDERS,
    "reason": urls.REASONS,
    "code": urls.CODES,
    "reporter": urls.REPORTERS,
    "host": urls.HOSTS,
}
"""By the group of its words, the lists that people browse by."""


def llms_text(edition: Edition, guides: Mapping[str, str]) -> str:
    """Return the text of `llms.txt`; `guides` are the texts of the pages that people wrote, by path."""
    say = edition.words["plain"]
    parts = [
        f"# {words(edition.words['sheet']['brand'])}\n\n> {words(edition.words['home']['description'])}\n",
        f"{say['about']}\n",
        _section(say["guides"], (_guide(edition, path, text) for path, text in guides.items())),
        _section(say["browse"], (_browse(edition, group, path) for group, path in _BROWSE.items())),
        _section(say["articles"], _articles(edition)),
    ]
    return "\n".join(parts)


def _section(heading: str, lines: Iterable[str]) -> str:
    return "".join((f"## {heading}\n\n", *(f"- {line}\n" for line in lines)))


def _articles(edition: Edition) -> Iterable[str]:
    for article in edition.articles:
        title, first = edition.say(article.title), edition.say(article.next.title)
        yield _line(edition, title, article_path(article.id), first)


def _guide(edition: Edition, path: str, text: str) -> str:
    entry = guide_entry(path, text)
    return _line(edition, entry.title, path, entry.line)


def _browse(edition: Edition, group: str, path: str) -> str:
    return _line(edition, edition.words[group]["title"], path, edition.words[group]["description"])


def _line(edition: Edition, title: str, path: str, said: str) -> str:
    return f"[{words(title)}]({edition.site}{plain_path(path)}): {words(said)}"
