"""The words that redaction goes by, as its script takes them.

Imports the catalogue. Apart from the match index, which must not grow by what no match needs.
"""

import json

from generator.catalogue import Catalogue


def redaction_words(catalogue: Catalogue) -> str:
    """The lists of kb/words/redaction.yaml as JSON; equal catalogues give equal bytes."""
    words = catalogue.words.redaction
    data = {
        **words.model_dump(mode="json", exclude={"ordinary"}),
        "ordinary": [word for _, listed in words.ordinary for word in listed],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
