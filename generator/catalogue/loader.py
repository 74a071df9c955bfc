"""Loads kb/ into one Catalogue, and tells everything that keeps a file from being part of it.

A file that cannot be used is left out and named in `broken`, so that the others are still looked at and nothing that
refers to it is blamed. Imports the model, the reader and PyYAML through it. Never runs a check, never writes a file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.catalogue.article import Article
from generator.catalogue.codes import CodeTable, expand
from generator.catalogue.complaints import complaints
from generator.catalogue.concepts import NO_CONCEPTS, ClassList, ConceptWords, Order, Reading, SignalList
from generator.catalogue.host import Host
from generator.catalogue.model import CodeList, Part, Provider, Vocabulary
from generator.catalogue.places import PLACE, broken_name, places
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
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything in kb/. The mappings are sorted by id; `written` has every article, also where two share an id.

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
    broken: frozenset[str]

    def origin(self, part: Part) -> Origin:
        """The file of an article, a provider, a list of codes or the vocabulary."""
        return part.origin

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


def load_catalogue(kb: Path, memory: FileMemory | None = None) -> LoadResult:
    """Load every file of the catalogue in the folder `kb`. Never raises on what is in there.

    With a memory, only files whose bytes changed are parsed; what the others hold are the same objects again.
    """
    return _Loader(kb, memory or FileMemory()).load()


class _Loader:
    def __init__(self, kb: Path, memory: FileMemory) -> None:
        self.kb = kb
        self.memory = memory
        self.problems: list[Problem] = []
        self.broken: set[str] = set()

    def load(self) -> LoadResult:
        if not self.kb.is_dir():
            self._file_problem(self.kb, "There is no such folder.", "Give the folder of the catalogue with --kb.")
        found, problems = places(self.kb)
        self.problems += problems
        self.broken |= {name for problem in problems if (name := broken_name(self.kb, problem))}
        written = self._all(found, "articles", Article)
        providers = self._all(found, "providers", Provider)
        reporters = self._all(found, "reporters", Reporter)
        code_lists = tuple(
            part
            for path in _in(found, "codes")
            if (part := self._one(path, f"codes/{path.stem}", _CODE_LIST.validate_python, None)) is not None
        )
        catalogue = Catalogue(
            kb=self.kb,
            articles=_by_id(written),
            providers=_by_id(providers),
            reporters=_by_id(reporters),
            hosts=_by_id(self._all(found, "hosts", Host)),
            codes=CodeTable(code for code_list in code_lists for code in expand(code_list)),
            vocabulary=self._vocabulary(found),
            words=replace(NO_MAIL_WORDS, **self._lists(found, "words", _WORDS)),
            concepts=replace(NO_CONCEPTS, **self._lists(found, "concepts", _CONCEPTS)),
            template=next(iter(self._all(found, "template", Article)), None),
            written=written,
            code_lists=code_lists,
            broken=frozenset(self.broken),
        )
        return LoadResult(catalogue, tuple(sorted(self.problems)))

    def _all(self, found: Mapping[Path, str], place: str, model: type[_Model]) -> tuple[_Model, ...]:
        loaded = (self._one(path, f"{place}/{path.stem}", model.model_validate, model) for path in _in(found, place))
        return tuple(part for part in loaded if part is not None)

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
