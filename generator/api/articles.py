"""Articles as data: the list, one file each, and a file for each id that an article had once. Imports its siblings."""

from collections.abc import Iterator
from datetime import date

from generator.api import shapes
from generator.api.written import both, file, item_path, list_path, names, owned, pages, sources
from generator.catalogue import Article, Catalogue, Step
from generator.compiled import words
from generator.compiled.letters import CUSTOMER, in_voice, letter, letters
from generator.compiled.steps import plan
from generator.pages.edition import LANGUAGES, Edition
from generator.pages.page import Page
from generator.pages.urls import article_path

_VOICES: tuple[shapes.Voice, ...] = ("ask", "we")


def files(edition: Edition) -> Iterator[Page]:
    """Yield the list, the articles, and what stands at their old addresses."""
    yield file(list_path("articles"), shapes.ArticleList(items=[_entry(edition, one) for one in edition.articles]))
    for article in edition.articles:
        yield file(item_path("articles", article.id), _article(edition, article))
        for old in article.formerly:
            if old not in edition.catalogue.articles:
                yield file(item_path("articles", old), _moved(old, article))


def _entry(edition: Edition, article: Article) -> shapes.ArticleEntry:
    return {
        **owned(edition, "articles", article, article_path(article.id)),
        "formerly": list(article.formerly),
        "headline": both(article.headline),
        "provider": article.provider,
        "reason": article.reason,
        "permanence": article.permanence,
        "first": article.first,
        "address": article.address,
        "codes": _codes(article),
        "changed": max(change.date for change in article.changed).isoformat(),
    }


def _article(edition: Edition, article: Article) -> shapes.Article:
    first, others = plan(article)
    return {
        **owned(edition, "articles", article, article_path(article.id)),
        "formerly": list(article.formerly),
        "headline": both(article.headline),
        "summary": both(article.summary),
        "provider": article.provider,
        "reason": article.reason,
        "also_reasons": list(article.also_reasons),
        "permanence": article.permanence,
        "stage": article.stage,
        "refused_by": article.refused_by,
        "first": article.first,
        "fixers": list(article.fixers),
        "address": article.address,
        "codes": _codes(article),
        "next": {
            "title": both(article.next.title),
            "text": both(article.next.text),
            "copy": article.next.copy_,
            "open": article.next.open,
        },
        "prepare": [both(text) for text in article.prepare],
        "steps": [_step(step) for step in (*first, *(step for _, steps in others for step in steps))],
        "how_long": both(article.how_long),
        "if_not": both(article.if_not),
        "cautions": [
            {"text": both(one), "since": _day(one.since), "until": _day(one.until)} for one in article.cautions
        ],
        "letters": list(_letters(edition.catalogue, article)),
        "host": list(article.host),
        "examples": [example.text for example in article.examples],
        "near_misses": [
            {"text": miss.text, "article": miss.belongs_to}
            for miss in article.near_misses
            if miss.belongs_to in edition.catalogue.articles
        ],
        "see_also": [other for other in article.see_also if other in edition.catalogue.articles],
        "asked_as": names(article.asked_as),
        "changed": [{"date": change.date.isoformat(), "what": both(change.what)} for change in article.changed],
        "sources": sources(article.sources),
    }


def _codes(article: Article) -> shapes.ArticleCodes:
    codes = article.codes
    return {"reply": list(codes.reply), "status": list(codes.status), "vendor": list(codes.vendor)}


def _step(step: Step) -> shapes.Step:
    return {
        "who": step.who,
        "do": both(step.do),
        "check": both(step.check),
        "since": _day(step.since),
        "until": _day(step.until),
    }


def _letters(catalogue: Catalogue, article: Article) -> Iterator[shapes.Letter]:
    """Whole letters, their values still open: to a customer in either voice, then to everybody else."""
    for voice in _VOICES:
        yield {"to": CUSTOMER, "voice": voice, "text": _said(catalogue, article, CUSTOMER, voice)}
    for name in letters(article, LANGUAGES[0]):
        if name != CUSTOMER:
            yield {"to": name, "voice": None, "text": _said(catalogue, article, name, _VOICES[0])}


def _said(catalogue: Catalogue, article: Article, name: str, voice: str) -> shapes.Both:
    ja, en = (words.letter(in_voice(letter(catalogue, article, name, lang), voice), {}) for lang in LANGUAGES)
    return {"ja": ja, "en": en}


def _moved(old: str, article: Article) -> shapes.Moved:
    return {
        "id": old,
        "moved_to": article.id,
        "page": pages(article_path(article.id)),
        "data": item_path("articles", article.id),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
