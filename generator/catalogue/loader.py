"""Loads kb/ into one Catalogue, overlays laid over it, and tells everything that keeps a file from being part of it.

A file that cannot be used is left out and named in `broken`, so that the others are still looked at and nothing that
refers to it is blamed. Imports the model, the reader and PyYAML through it. Never runs a check, never writes a file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.catalogue.article import Article
from generator.catalogue.codes import CodeTable, expand
from generator.catalogue.complaints import complaints
from generator.catalogue.concepts import NO_CONCEPTS, ClassList, ConceptWords, Order, Reading, SignalList
from generator.catalogue.host import Host
from generator.catalogue.layers import OVERLAY, laid_over, unknown_values
from generator.catalogue.model import CodeList, Part, Provider, Vocabulary
from generator.catalogue.overlay import LetterFrame, LetterFrames, Overlay
from generator.catalogue.places import OVER, PLACE, WHOLE, Layout, broken_name, places
from generator.catalogue.problem import Origin, Problem
from generator.catalogue.reader import read
from generator.catalogue.reporter import Reporter
from generator.catalogue.words import (
    NO_MAIL_WORDS,
    DaemonList,
    FieldList,
    MailWords,
    RedactionList,
    StyleList,
    SubjectList,
)

GENERAL = "general"
"""The provider of articles that hold for any system; it has no file."""

_NO_WORDS = Vocabulary(reasons=(), actors=(), stages=(), permanence=(), placeholders=())
_WORDS: Mapping[str, type[BaseModel]] = {
    "fields": FieldList,
    "daemons": DaemonList,
    "subjects": SubjectList,
    "redaction": RedactionList,
    "style": StyleList,
}
_CONCEPTS: Mapping[str, type[BaseModel]] = {
    "subjects": ClassList,
    "states": ClassList,
    "phrases": ClassList,
    "reading": Reading,
    "order": Order,
    "signals": SignalList,
}
_CODE_LIST: TypeAdapter[CodeList] = TypeAdapter(CodeList)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything in kb/ and its overlays. The mappings are sorted by id.

    `written` has every article that isn't replaced, also where two share an id; `letters` are the frames of letters
    that stand in for the project's own; `overlays` tells of each file whose overlay it is in.

    Equal to itself only, so that what is made of it can be kept with it.
    """

    kb: Path
    articles: Mapping[str, Article]
    providers: Mapping[str, Provider]
    reporters: Mapping[str, Reporter]
    hosts: Mapping[str, Host]
    codes: CodeTable
    vocabulary: Vocabulary
    words: MailWords
    concepts: ConceptWords
    template: Article | None
    written: tuple[Article, ...]
    code_lists: tuple[CodeList, ...]
    letters: Mapping[str, LetterFrame]
    overlays: Mapping[Path, Overlay]
    broken: frozenset[str]

    def origin(self, part: Part) -> Origin:
        """The file of an article, a provider, a list of codes or the vocabulary."""
        return part.origin

    def overlay(self, part: Part) -> Overlay | None:
        """Whose overlay it comes from; None for what is the catalogue's own."""
        return self.overlays.get(part.origin.path)

    def has_article(self, name: str) -> bool:
        """Whether there is such an article; one whose file is broken counts."""
        return name in self.articles or f"articles/{name}" in self.broken

    def has_provider(self, name: str) -> bool:
        """Whether there is such a provider, or it is `general`; one whose file is broken counts."""
        return name == GENERAL or name in self.providers or f"providers/{name}" in self.broken

    def is_broken(self, folder: str) -> bool:
        """Whether any file of `articles`, `providers`, `codes`, `words`, or the one file `vocabulary`, is broken."""
        return any(name == folder or name.startswith(folder + "/") for name in self.broken)


@dataclass(frozen=True)
class LoadResult:
    """What could be loaded, and what is wrong with the rest (sorted by file and line)."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]


@dataclass
class FileMemory:
    """The files of one catalogue as they were loaded last, for those who load it again and again."""

    _parts: dict[Path, tuple[bytes, Any]] = field(default_factory=dict)

    def get(self, path: Path, raw: bytes | None) -> Any:
        """What a file held, if it still holds these bytes; else None."""
        known = self._parts.get(path)
        return known[1] if known and known[0] == raw else None

    def put(self, path: Path, raw: bytes | None, part: Any) -> None:
        """Keep what a file holds."""
        if raw is not None:
            self._parts[path] = (raw, part)


def load_catalogue(kb: Path, memory: FileMemory | None = None, overlays: Sequence[Path] = ()) -> LoadResult:
    """Load every file of the catalogue in the folder `kb` and of `overlays`, each laid over those before it.

    Never raises on what is in there. With a memory, only files whose bytes changed are parsed; what the others hold are
    the same objects again.
    """
    return _Loader(kb, memory or FileMemory()).load(overlays)


class _Loader:
    def __init__(self, kb: Path, memory: FileMemory) -> None:
        self.kb = kb
        self.memory = memory
        self.problems: list[Problem] = []
        self.broken: set[str] = set()

    def load(self, overlays: Sequence[Path]) -> LoadResult:
        if not self.kb.is_dir():
            self._file_problem(self.kb, "There is no such folder.", "Give the folder of the catalogue with --kb.")
        found = self._places(self.kb, WHOLE)
        over = [(folder, self._places(folder, OVER)) for folder in self._apart(overlays)]
        layers = [found, *(layer for _, layer in over)]
        written = self._laid(layers, "articles", Article.model_validate, Article)
        code_lists = self._laid(layers, "codes", _CODE_LIST.validate_python, None)
        vocabulary = self._vocabulary(found)
        catalogue = Catalogue(
            kb=self.kb,
            articles=_by_id(written),
            providers=_by_id(self._laid(layers, "providers", Provider.model_validate, Provider)),
            reporters=_by_id(self._laid(layers, "reporters", Reporter.model_validate, Reporter)),
            hosts=_by_id(self._laid(layers, "hosts", Host.model_validate, Host)),
            codes=CodeTable(code for code_list in code_lists for code in expand(code_list)),
            vocabulary=vocabulary,
            words=replace(NO_MAIL_WORDS, **self._lists(found, "words", _WORDS)),
            concepts=replace(NO_CONCEPTS, **self._lists(found, "concepts", _CONCEPTS)),
            template=next(iter(self._all(found, "template", Article.model_validate, Article)), None),
            written=written,
            code_lists=code_lists,
            letters={name: frame for layer in layers for name, frame in self._letters(layer, vocabulary).items()},
            overlays={
                path: whose for folder, layer in over if (whose := self._overlay(folder, layer)) for path in layer
            },
            broken=frozenset(self.broken),
        )
        return LoadResult(catalogue, tuple(sorted(self.problems)))

    def _apart(self, overlays: Sequence[Path]) -> Iterator[Path]:
        """The overlays that are folders of their own: no file can be in two."""
        before = [self.kb]
        for folder in overlays:
            mend = "Give the folder of the overlay with --overlay, or with `overlays` in mkdocs.yml."
            if not folder.is_dir():
                self._file_problem(folder, "There is no such folder.", mend)
            elif other := next((one for one in before if _overlap(one, folder)), None):
                message = f"This folder and {other.as_posix()} lie within each other."
                self._file_problem(folder, message, "Give the overlay a folder of its own, and name it once.")
            else:
                before.append(folder)
                yield folder

    def _places(self, folder: Path, layout: Layout) -> dict[Path, str]:
        found, problems = places(folder, layout)
        self.problems += problems
        self.broken |= {name for problem in problems if (name := broken_name(folder, problem))}
        return found

    def _laid(
        self,
        layers: Sequence[Mapping[Path, str]],
        place: str,
        validate: Callable[[Any], Any],
        model: type[BaseModel] | None,
    ) -> tuple[Any, ...]:  # instances of the model
        below: tuple[Any, ...] = ()
        for layer in layers:
            below, problems = laid_over(below, self._all(layer, place, validate, model))
            self.problems += problems
        return below

    def _all(
        self, found: Mapping[Path, str], place: str, validate: Callable[[Any], Any], model: type[BaseModel] | None
    ) -> tuple[Any, ...]:  # instances of the model
        loaded = (self._one(path, f"{place}/{path.stem}", validate, model) for path in _in(found, place))
        return tuple(part for part in loaded if part is not None)

    def _overlay(self, folder: Path, found: Mapping[Path, str]) -> Overlay | None:
        path = folder / "overlay.yaml"
        if path in found:
            whose: Overlay | None = self._one(path, OVERLAY, Overlay.model_validate, Overlay)
            return whose
        if not path.is_symlink():
            message = "There is no overlay.yaml, which says whose overlay this is."
            self._file_problem(path, message, "Write it: `name: {ja: ..., en: ...}`, and `contact` if you like.")
        return None

    def _letters(self, found: Mapping[Path, str], vocabulary: Vocabulary) -> Mapping[str, LetterFrame]:
        frames: dict[str, LetterFrame] = {}
        for letters in self._all(found, "letters", LetterFrames.model_validate, LetterFrames):
            self.problems += unknown_values(letters, vocabulary)
            frames |= letters.frames
        return frames

    def _vocabulary(self, found: Mapping[Path, str]) -> Vocabulary:
        path = self.kb / "vocabulary.yaml"
        if path not in found:
            if self.kb.is_dir() and not path.is_symlink():
                self._file_problem(path, "There is no vocabulary.", "Write its lists; kb/vocabulary.yaml is the model.")
            self.broken.add("vocabulary")
            return _NO_WORDS
        return self._one(path, "vocabulary", Vocabulary.model_validate, Vocabulary) or _NO_WORDS

    def _lists(
        self, found: Mapping[Path, str], place: str, models: Mapping[str, type[BaseModel]]
    ) -> dict[str, Any]:  # by name, an instance of its model; without those that can't be used
        lists = {}
        for name, model in models.items():
            path = self.kb / place / f"{name}.yaml"
            if path in found:
                lists[name] = self._one(path, f"{place}/{name}", model.model_validate, model)
            elif self.kb.is_dir():
                message = f"There is no list of {name}."
                self._file_problem(path, message, f"Write it, if with an empty list; kb/{place}/ has the models.")
                self.broken.add(f"{place}/{name}")
        return {name: part for name, part in lists.items() if part is not None}

    def _one(
        self, path: Path, name: str, validate: Callable[[Any], Any], model: type[BaseModel] | None
    ) -> Any:  # the model's instance, or None
        raw = _bytes(path)
        if (known := self.memory.get(path, raw)) is not None:
            return known
        value, origin, problems = read(path)
        if not problems:
            try:
                part = validate(value)
            except ValidationError as error:
                problems = complaints(error, value, origin, model)
            else:
                part.came_from(origin)
                self.memory.put(path, raw, part)
                return part
        self.problems += problems
        self.broken.add(name)
        return None

    def _file_problem(self, path: Path, message: str, mend: str) -> None:
        self.problems.append(Problem(path.as_posix(), 0, PLACE, message, mend))


def _overlap(one: Path, other: Path) -> bool:
    first, second = one.resolve(), other.resolve()
    return first.is_relative_to(second) or second.is_relative_to(first)


def _in(found: Mapping[Path, str], place: str) -> list[Path]:
    return [path for path, use in found.items() if use == place]


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None  # `read` says why


_Identified = TypeVar("_Identified", Article, Provider, Reporter, Host)


def _by_id(parts: tuple[_Identified, ...]) -> dict[str, _Identified]:
    result: dict[str, _Identified] = {}
    for part in sorted(parts, key=lambda part: part.id):
        result.setdefault(part.id, part)
    return result
