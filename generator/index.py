"""The match index: what the engine needs of the catalogue, and nothing that it doesn't.

Imports the catalogue. Never reads a file; equal catalogues give equal indexes.
"""

from typing import Any

from generator.catalogue import Article, Catalogue, CodeTable, MailWords, Pattern


def match_index(catalogue: Catalogue, *, template: bool = False) -> dict[str, Any]:
    """The index as JSON values. `template` adds the annotated template to the articles, for the checks only.

    {"articles": [{id, reason, provider, patterns: [{text, when?, summary?}], codes: {reply, status, vendor}}],
     "providers": [{id, kind, domains, hosts, names}], "usual": {code or range: article id or None},
     "placeholders": [{id, hole}], "words": see `mail_words`}, sorted by id, patterns in the order of the file.
    """
    articles = dict(catalogue.articles)
    if template and catalogue.template:
        articles.setdefault(catalogue.template.id, catalogue.template)
    return {
        "articles": [_article(articles[name]) for name in sorted(articles)],
        "providers": [
            {"id": one.id, "kind": one.kind, "domains": one.domains, "hosts": one.hosts, "names": one.names}
            for one in catalogue.providers.values()
        ],
        "usual": _usual(catalogue.codes),
        "placeholders": [{"id": one.id, "hole": one.hole} for one in catalogue.vocabulary.placeholders],
        "words": mail_words(catalogue.words),
    }


def mail_words(words: MailWords) -> dict[str, Any]:
    """Words that the engine looks up, in the order of the files.

    {"fields": [{name, roles, labels}], "daemons": {addresses, names}, "subjects": [{text, says, start}]}
    """
    return {
        "fields": [
            {
                "name": one.name,
                "roles": one.roles,
                "labels": sorted({label for ones in one.labels.values() for label in ones}),
            }
            for one in words.fields.fields
        ],
        "daemons": words.daemons.model_dump(mode="json"),
        "subjects": [one.model_dump(mode="json", exclude={"language"}) for one in words.subjects.subjects],
    }


def _usual(codes: CodeTable) -> dict[str, str | None]:
    """The usual article of each code; one that has none is only named where a range around it would speak for it."""
    ranges = [code for code in codes.values() if code.is_range]
    return {
        name: codes[name].usual
        for name in sorted(codes)
        if codes[name].usual or any(one is not codes[name] and one.usual and one.covers(name) for one in ranges)
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "reason": article.reason,
        "provider": article.provider,
        "patterns": [_pattern(pattern) for pattern in article.patterns],
        "codes": article.codes.model_dump(mode="json"),
    }


def _pattern(pattern: Pattern) -> dict[str, Any]:
    result: dict[str, Any] = {"text": pattern.text}
    if pattern.when:
        result["when"] = pattern.when.model_dump(mode="json", exclude_none=True)
    if pattern.summary:
        result["summary"] = True
    return result
