"""What an article's page shows, in the words of schema.org, for machines that read pages (JSON-LD).

Only what stands on the page: title, summary, the steps that stand open, the day of its last change. Imports the
catalogue, the compiled texts and the language. Never makes HTML; what comes out may stand in a `<script>`.
"""

import json
from collections.abc import Iterable

from generator.catalogue import Article, Step
from generator.compiled.words import line
from generator.pages.tongue import Tongue

_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""Nothing in a script may look like its end or like a comment."""


def linked(tongue: Tongue, article: Article, steps: Iterable[Step]) -> str:
    """Return an article's page as JSON-LD on one line."""
    found = {
        "@context": "https://schema.org",
        "@type": ["TechArticle", "HowTo"],
        "headline": tongue.say(article.title),
        "name": tongue.say(article.headline),
        "description": line(tongue.tree(article.summary), tongue.unknown),
        "inLanguage": tongue.lang,
        "dateModified": max(change.date for change in article.changed).isoformat(),
        "step": [{"@type": "HowToStep", "text": line(tongue.tree(step.do), tongue.unknown)} for step in steps],
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)
