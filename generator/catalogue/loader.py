"""Loads kb/ into one Catalogue, and tells everything that keeps a file from being part of it.

A file that cannot be used is left out and named in `broken`, so that the others are still looked at and nothing that
refers to it is blamed. Imports the model, the reader and PyYAML through it. Never runs a check, never writes a file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.catalogue.codes import CodeTable, expand
from generator.catalogue.complaints import complaints
from generator.catalogue.model import Article, CodeList, Provider, Vocabulary
from generator.catalogue.problem import Origin, Problem
from generator.catalogue.reader import read

GENERAL = "general"
"""The provider of articles that hold for any system; it has no file."""

_NO_WORDS = Vocabulary(reasons=(), actors=(), stages=(), permanence=(), placeholders=())
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
    codes: CodeTable
    vocabulary: Vocabulary
    template: Article | None
    written: tuple[Article, ...]
    code_lists: tuple[CodeList, ...]
    broken: frozenset[str]
    origins: Mapping[int, Origin]

    def origin(self, part: BaseModel) -> Origin:
        """The file of an article, a provider, a list of codes or the vocabulary."""
        return self.origins[id(part)]

    def has_article(self, name: str) -> bool:
        """Whether there is such an article; one whose file is broken counts."""
        return name in self.articles or f"articles/{name}" in self.broken

    def has_provider(self, name: str) -> bool:
        """Whether there is such a provider, or it is `general`; one whose file is broken counts."""
        return name == GENERAL or name in self.providers or f"providers/{name}" in self.broken

    def is_broken(self, folder: str) -> bool:
        """Whether any file of `articles`, `providers`, `codes`, or the one file `vocabulary`, could not be used."""
        return any(name == folder or name.startswith(folder + "/") for name in self.broken)


@dataclass(frozen=True)
class LoadResult:
    """What could be loaded, and what is wrong with the rest (sorted by file and line)."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]


@dataclass
class FileMemory:
    """The files of one catalogue as they were loaded last, for those who load it again and again."""

    _parts: dict[Path, tuple[bytes, Any, Origin]] = field(default_factory=dict)

    def get(self, path: Path, raw: bytes | None) -> tuple[Any, Origin] | None:
        """What a file held, if it still holds these bytes."""
        known = self._parts.get(path)
        return known[1:] if known and known[0] == raw else None

    def put(self, path: Path, raw: bytes | None, part: Any, origin: Origin) -> None:
        """Keep what a file holds."""
        if raw is not None:
            self._parts[path] = (raw, part, origin)


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
        self.origins: dict[int, Origin] = {}

    def load(self) -> LoadResult:
        if not self.kb.is_dir():
            self._file_problem(self.kb, "There is no such folder.", "Give the folder of the catalogue with --kb.")
        files = [path for path in sorted(self.kb.rglob("*")) if not path.name.startswith(".") and path.is_file()]
        places = {path: self._place(path) for path in files if path.suffix in (".yaml", ".yml")}
        written = self._all(places, "articles", Article)
        providers = self._all(places, "providers", Provider)
        code_lists = tuple(
            found
            for path in _in(places, "codes")
            if (found := self._one(path, f"codes/{path.stem}", _CODE_LIST.validate_python, None)) is not None
        )
        catalogue = Catalogue(
            kb=self.kb,
            articles=_by_id(written),
            providers=_by_id(providers),
            codes=CodeTable(code for code_list in code_lists for code in expand(code_list)),
            vocabulary=self._vocabulary(),
            template=next(iter(self._all(places, "template", Article)), None),
            written=written,
            code_lists=code_lists,
            broken=frozenset(self.broken),
            origins=self.origins,
        )
        return LoadResult(catalogue, tuple(sorted(self.problems)))

    def _place(self, path: Path) -> str:
        """What a YAML file is for, by where it lies; a file that lies nowhere is a problem."""
        parts = path.relative_to(self.kb).parts
        if path.suffix == ".yaml":
            if parts == ("TEMPLATE.yaml",):
                return "template"
            if parts == ("vocabulary.yaml",):
                return "vocabulary"
            if (parts[0], len(parts)) in (("articles", 3), ("providers", 2), ("codes", 2)):
                return parts[0]
        mend = (
            "Name it articles/<provider>/<id>.yaml, providers/<id>.yaml or codes/<name>.yaml, or move it out of here."
        )
        self._file_problem(path, "A file with this name and place is not part of the catalogue.", mend)
        return "nowhere"

    def _all(self, places: Mapping[Path, str], place: str, model: type[_Model]) -> tuple[_Model, ...]:
        loaded = (self._one(path, f"{place}/{path.stem}", model.model_validate, model) for path in _in(places, place))
        return tuple(part for part in loaded if part is not None)

    def _vocabulary(self) -> Vocabulary:
        path = self.kb / "vocabulary.yaml"
        if not path.is_file():
            if self.kb.is_dir():
                self._file_problem(path, "There is no vocabulary.", "Write its lists; kb/vocabulary.yaml is the model.")
            self.broken.add("vocabulary")
            return _NO_WORDS
        return self._one(path, "vocabulary", Vocabulary.model_validate, Vocabulary) or _NO_WORDS

    def _one(
        self, path: Path, name: str, validate: Callable[[Any], Any], model: type[BaseModel] | None
    ) -> Any:  # the model's instance, or None
        raw = _bytes(path)
        if known := self.memory.get(path, raw):
            part, origin = known
            self.origins[id(part)] = origin
            return part
        value, origin, problems = read(path)
        if not problems:
            try:
                part = validate(value)
            except ValidationError as error:
                problems = complaints(error, value, origin, model)
            else:
                self.origins[id(part)] = origin
                self.memory.put(path, raw, part, origin)
                return part
        self.problems += problems
        self.broken.add(name)
        return None

    def _file_problem(self, path: Path, message: str, mend: str) -> None:
        self.problems.append(Problem(path.as_posix(), 0, "place", message, mend))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None  # `read` says why


def _in(places: Mapping[Path, str], place: str) -> list[Path]:
    return [path for path, found in places.items() if found == place]


_Identified = TypeVar("_Identified", Article, Provider)


def _by_id(parts: tuple[_Identified, ...]) -> dict[str, _Identified]:
    result: dict[str, _Identified] = {}
    for part in sorted(parts, key=lambda part: part.id):
        result.setdefault(part.id, part)
    return result
