"""Adds the compiled catalogue to every wheel: hatchling runs this when it builds one, from wherever.

Imports hatchling's interface, and `generator` from the tree that is built. An editable install has a checkout beside it
and gets nothing.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles kb/ into `generator/packaged/` of the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogue; what it says is wrong ends the build."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from generator.compiled.packaged import FOLDER, to_package

        self._made = TemporaryDirectory()
        for name, text in to_package(Path(self.root) / "kb").items():
            path = Path(self._made.name) / name
            path.write_text(text, "utf-8")
            build_data["force_include"][str(path)] = f"generator/{FOLDER.name}/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what is in the wheel now."""
        if version != "editable":
            self._made.cleanup()
