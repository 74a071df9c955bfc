"""Loads kb/ into one Catalogue, and tells everything that keeps a file from being part of it.

A file that cannot be used is left out and named in `broken`, so that the others are still looked at and nothing that
refers to it is blamed. Imports the model, the reader and PyYAML through it. Never runs a check, never writes a file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.catalogue.codes import CodeTable, expand
from generator.catalogue.complaints import complaints
from generator.catalogue.model import Article, CodeList, Provider, Vocabulary
from generator.catalogue.problem import Origin, Problem
from generator.catalogue.reader import read
from generator.catalogue.words import NO_MAIL_WORDS, DaemonList, FieldList, MailWords, SubjectList

GENERAL = "general"
"""The provider of articles that hold for any system; it has no file."""

_NO_WORDS = Vocabulary(reasons=(), actors=(), stages=(), permanence=(), placeholders=())
_WORDS: Mapping[str, type[BaseModel]] = {"fields": FieldList, "daemons": DaemonList, "subjects": SubjectList}
_CODE_LIST: TypeAdapter[CodeList] = TypeAdapter(CodeList)
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class Catalogue:
    """Everything in kb/. The mappings are sorted by id; `written` has every article, also where two share an id."""

    kb: Path
    articles: Mapping[str, Article]
    providers: Mapping[str, Provider]
    codes: CodeTable
    vocabulary: Vocabulary
    words: MailWords
    template: Article | None
    written: tuple[Article, ...]
    code_lists: tuple[CodeList, ...]
    broken: frozenset[str]
    origins: Mapping[int, Origin]

    def origin(self, part: BaseModel) -> Origin:
        """The file of an article, a provider, a list of codes, the vocabulary or a list of words."""
        return self.origins[id(part)]

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


def load_catalogue(kb: Path) -> LoadResult:
    """Load every file of the catalogue in the folder `kb`. Never raises on what is in there."""
    return _Loader(kb).load()


class _Loader:
    def __init__(self, kb: Path) -> None:
        self.kb = kb
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
            words=self._words(),
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
            if len(parts) == 2 and parts[0] == "words" and path.stem in _WORDS:
                return "words"
            if (parts[0], len(parts)) in (("articles", 3), ("providers", 2), ("codes", 2)):
                return parts[0]
        mend = (
            "Name it articles/<provider>/<id>.yaml, providers/<id>.yaml, codes/<name>.yaml or "
            f"words/{'|'.join(_WORDS)}.yaml, or move it out of here."
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

    def _words(self) -> MailWords:
        found = {}
        for name, model in _WORDS.items():
            path = self.kb / "words" / f"{name}.yaml"
            if path.is_file():
                found[name] = self._one(path, f"words/{name}", model.model_validate, model)
            elif self.kb.is_dir():
                self._file_problem(
                    path, f"There is no list of {name}.", "Write it, if with an empty list; kb/words/ has the models."
                )
                self.broken.add(f"words/{name}")
        return replace(NO_MAIL_WORDS, **{name: part for name, part in found.items() if part is not None})

    def _one(
        self, path: Path, name: str, validate: Callable[[Any], Any], model: type[BaseModel] | None
    ) -> Any:  # the model's instance, or None
        value, origin, problems = read(path)
        if not problems:
            try:
                part = validate(value)
            except ValidationError as error:
                problems = complaints(error, value, origin, model)
            else:
                self.origins[id(part)] = origin
                return part
        self.problems += problems
        self.broken.add(name)
        return None

    def _file_problem(self, path: Path, message: str, mend: str) -> None:
        self.problems.append(Problem(path.as_posix(), 0, "place", message, mend))


def _in(places: Mapping[Path, str], place: str) -> list[Path]:
    return [path for path, found in places.items() if found == place]


_Identified = TypeVar("_Identified", Article, Provider)


def _by_id(parts: tuple[_Identified, ...]) -> dict[str, _Identified]:
    result: dict[str, _Identified] = {}
    for part in sorted(parts, key=lambda part: part.id):
        result.setdefault(part.id, part)
    return result
