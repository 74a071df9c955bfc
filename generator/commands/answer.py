"""A result as text for people: the article, how sure we are and why, what the server said, and what to do first.

Imports what was compiled. Never prints.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import click

from generator.characters import clean
from generator.compiled.codebook import CodeBook
from generator.compiled.nodes import Tree
from generator.compiled.words import line

Lang = Literal["ja", "en"]

_MOST_QUOTED = 300


class Answerer:
    """Says results in one language. `words` is the tree of generator/words/matcher.yaml in that language."""

    def __init__(self, contents: Mapping[str, Any], lang: Lang, words: Mapping[str, Any]) -> None:
        self._articles = contents["articles"]
        self._codes = CodeBook(contents["codes"])
        self._lang = lang
        self._words = words
        self._actors = {actor: said["title"] for actor, said in contents["actors"].items()}
        self._unknown = {value: said[lang] for value, said in contents["placeholders"].items()}

    def lines(self, name: str, result: Mapping[str, Any]) -> Iterator[str]:
        """The lines about one file."""
        yield click.style(clean(name), bold=True)
        if result["truncated"]:
            yield f"  {self._words['result']['truncated']}"
        kind = result["kind"]
        for ask in result["asks"]:
            yield f"  {self._words['asks'][ask]}: {self._words['asks'][f'{ask}_do']}"
        if kind != "bounce" and kind in self._words["other_kind"]:
            yield f"  {self._words['other_kind'][kind]}"
            yield f"  {self._words['other_kind'][f'{kind}_do']}"
        for recipient in result["recipients"]:
            if kind in ("bounce", "delay"):
                yield from self._recipient(recipient)
        yield ""

    def _recipient(self, recipient: Mapping[str, Any]) -> Iterator[str]:
        said = clean(recipient["diagnostic"] or "")
        if recipient["recipient"]:
            yield f"  {self._words['result']['recipient']}: {clean(recipient['recipient'])}"
        yield from self._beside(recipient)
        if not recipient["matches"]:
            yield f"  {self._words['status']['unmatched']}"
            if said:
                yield f"  {self._words['result']['quote']}: {_short(said)}"
            for code in filter(None, (recipient["reply_code"], recipient["status"])):
                found = self._codes.find(code)
                if found:
                    title, meaning = found["title"], self._line(found["meaning"])
                    yield f"  {code}（{title}）{meaning}" if self._lang == "ja" else f"  {code} ({title}): {meaning}"
            return
        first, *others = recipient["matches"]
        article = self._articles[first["article"]]
        yield f"  {click.style(article['title'], bold=True)}"
        if by := article.get("by"):
            yield f"  {self._words['answer']['by'].replace('{name}', by['name'])}"
        yield f"  {self._words['confidence'][first['confidence']]}: {self._why(first)}"
        quoted = said or " ... ".join(clean(proof["text"]) for proof in first["evidence"])
        if quoted:
            yield f"  {self._words['result']['quote']}: {_short(quoted)}"
        yield f"  {self._words['result']['steps']}: {self._first_step(article, first)}"
        yield f"  {self._path(first['article'])}"
        if others:
            rest = ", ".join(self._articles[one["article"]]["title"] for one in others[:2])
            yield f"  {self._words['result']['others'].replace('{n}', str(len(others)))}: {rest}"

    def _beside(self, recipient: Mapping[str, Any]) -> Iterator[str]:
        """What is said of a recipient whatever the cause: who refused, and a likely slip in its address."""
        by, host = recipient["refused_by"], recipient["remote_mta"]
        if by != "unknown":
            said_by = self._words["refused_by"]
            who = said_by["at"].replace("{who}", said_by[by]).replace("{host}", clean(host)) if host else said_by[by]
            yield f"  {said_by['label']}: {who}"
        if recipient["meant_domain"]:
            written = clean(recipient["recipient"]).rpartition("@")[2]
            said = self._words["slip"]["domain"].replace("{written}", written)
            yield f"  {said.replace('{meant}', recipient['meant_domain'])}"

    def _why(self, match: Mapping[str, Any]) -> str:
        why, proof = self._words["why"], match["evidence"]
        if match["why"] != "code":
            return str(why[f"{match['why']}_{match['confidence']}"])
        if not proof:
            return str(why["unknown_code"])
        return str(why[f"code_{match['confidence']}"]).replace("{code}", clean(proof[0]["text"]))

    def _first_step(self, article: Mapping[str, Any], match: Mapping[str, Any]) -> str:
        step = article["first"][0]
        return f"{self._actors.get(step['who'], step['who'])}: {self._line(step['do'], match['values'])}"

    def _path(self, article: str) -> str:
        return f"/a/{article}/" if self._lang == "ja" else f"/en/a/{article}/"

    def _line(self, tree: Tree, known: Mapping[str, str] | None = None) -> str:
        """A text on one line, with what is known filled in."""
        return clean(line(tree, self._unknown, known, addresses=True))


def _short(text: str) -> str:
    return text if len(text) <= _MOST_QUOTED else text[: _MOST_QUOTED - 3] + "..."
