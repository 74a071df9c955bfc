"""The package for JavaScript: one module with the engine, the match index, what the catalogue says in each language.

Imports what was compiled and the linker. Needs no npm: a package is an archive of files.
"""

import gzip
import io
import json
import tarfile
import tomllib
from pathlib import Path
from typing import Any

from generator.compiled.packaged import to_package
from generator.hosts.link import SOURCES, link_package

NAME = "bounce-kb"
_LANGUAGES = ("ja", "en")
_FILES = Path(__file__).parent / "npm" / "files"
_DAY = 499162500
"""The time that npm itself gives to the files of every package, so that the same package is the same bytes."""


def write_npm(project: Path, out: Path) -> Path:
    """Write the package of a checkout into the folder `out`, and return it. Raises ValueError as `to_package` does."""
    told = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    path = out / f"{NAME}-{told['version']}.tgz"
    out.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_archive({**_files(project / "kb"), "package.json": _manifest(told)}))
    return path


def _files(kb: Path) -> dict[str, str]:
    compiled = to_package(kb)
    files = {
        "engine.js": link_package(("packages/npm/matcher.js", "packages/npm/text.js")),
        "patterns.js": _module(compiled["index.json"]),
        "types/result.d.ts": (SOURCES / "engine" / "result.d.ts").read_text("utf-8"),
        "types/contents.d.ts": (SOURCES / "view" / "contents.d.ts").read_text("utf-8"),
        **{name: (_FILES / name).read_text("utf-8") for name in ("index.js", "index.d.ts", "README.md")},
        "LICENSE": (kb.parent / "LICENSE").read_text("utf-8"),
    }
    for lang in _LANGUAGES:
        files[f"contents/{lang}.js"] = _module(_contents(json.loads(compiled[f"contents.{lang}.json"]), lang))
        files[f"contents/{lang}.d.ts"] = (_FILES / "contents.d.ts").read_text("utf-8")
    return files


def _contents(contents: dict[str, Any], lang: str) -> str:
    """What the package has of a language: without the examples to try, and with the words of this language only."""
    del contents["examples"]
    contents["placeholders"] = {name: said[lang] for name, said in contents["placeholders"].items()}
    return json.dumps(contents, ensure_ascii=False, separators=(",", ":"))


def _module(data: str) -> str:
    return f"export default {data};\n"


def _manifest(told: dict[str, Any]) -> str:
    exports = {".": {"types": "./index.d.ts", "default": "./index.js"}}
    for lang in _LANGUAGES:
        exports[f"./contents/{lang}"] = {"types": f"./contents/{lang}.d.ts", "default": f"./contents/{lang}.js"}
    manifest = {
        "name": NAME,
        "version": told["version"],
        "description": "Why did this mail come back? A matcher with its catalogue, in Japanese and English.",
        "license": told["license"],
        "type": "module",
        "exports": exports,
        "types": "./index.d.ts",
        "sideEffects": False,
        "engines": {"node": ">=18"},
    }
    return json.dumps(manifest, indent=2) + "\n"


def _archive(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w", format=tarfile.USTAR_FORMAT) as archive,
    ):
        for name, text in sorted(files.items()):
            content = text.encode()
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size, entry.mtime, entry.mode = len(content), _DAY, 0o644
            archive.addfile(entry, io.BytesIO(content))
    return packed.getvalue()
