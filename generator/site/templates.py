"""The theme's templates: listed and compiled once for both languages and for all builds of a server.

Imports Jinja2. Never looks at what a template says.
"""

from collections.abc import Callable, Sequence

import jinja2
from jinja2.bccache import Bucket


class Templates(jinja2.BytecodeCache):
    """Compiled templates by name, file and content, and the names of an installed theme's files, which never change."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}
        self._names: dict[str, list[str]] = {}

    def shared_by(self, make: Callable[[], jinja2.Environment], own: str | None) -> Callable[[], jinja2.Environment]:
        """Return what makes the same environments as `make`, but quickly. Files in the folder `own` may change."""

        def made() -> jinja2.Environment:
            environment = make()
            assert isinstance(environment.loader, jinja2.FileSystemLoader)
            environment.loader = _Loader(environment.loader.searchpath, self._names, own)
            environment.bytecode_cache = self
            return environment

        return made

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if this template is known."""
        code = self._code.get((bucket.key, bucket.checksum))
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


class _Loader(jinja2.FileSystemLoader):
    def __init__(self, folders: Sequence[str], names: dict[str, list[str]], own: str | None) -> None:
        super().__init__(folders)
        self._names = names
        self._own = own

    def list_templates(self) -> list[str]:
        """All names but hidden ones: a theme's thousands of icons are no pages and no files of the site."""
        return sorted({name for folder in self.searchpath for name in self._listed(str(folder))})

    def _listed(self, folder: str) -> list[str]:
        if folder not in self._names or folder == self._own:
            names = jinja2.FileSystemLoader(folder).list_templates()
            self._names[folder] = [name for name in names if not name.startswith(".")]
        return self._names[folder]
