"""What a browser keeps of a built site, to use it without a network: the service worker, told what there is.

`sw.js` lists what the matcher needs in each language; the rest of the site has a list of its own, which is fetched only
when a reader asks for the whole site. All of it is named after one id, which is another for another site.
Imports the pages' scripts. Never knows of MkDocs; looks at finished files only.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

from generator.pages.script import service_worker_script

_CORE_PAGES = ("index.html", "desk/index.html", "guide/privacy/index.html", "503.html")
_CORE_FILES = ("assets/bouncekb/*.*", "assets/stylesheets/*.css")
_NEVER = "404.html"
_SIGN = re.compile(r'id="bounce-build">(\{"id": "\w+")')


def add_worker(site: Path, second: str) -> None:
    """Write the service worker of a built site, and the lists that go with it; `second` is the folder of English."""
    core = {"ja": _core(site, ""), "en": _core(site, f"{second}/")}
    others = sorted(
        name for path in site.rglob("*.html") if path.name != _NEVER and (name := _name(site, path)) not in _flat(core)
    )
    names = [*_flat(core), *others]
    build = _digest(site, names)
    others_list = f"offline.{build}.json"
    listing = {
        "build": build,
        "pages": {"ja": _sign(site / "index.html"), "en": _sign(site / second / "index.html")},
        "core": {lang: [_address(name) for name in found] for lang, found in core.items()},
        "all": others_list,
    }
    size = {"files": len(names), "bytes": sum((site / name).stat().st_size for name in names)}
    _write(site / others_list, json.dumps([_address(name) for name in others]))
    _write(site / "offline.json", json.dumps(size))
    _write(site / "sw.js", service_worker_script(listing))


def _core(site: Path, root: str) -> list[str]:
    pages = [f"{root}{name}" for name in _CORE_PAGES]
    files = sorted(_name(site, path) for pattern in _CORE_FILES for path in (site / root).glob(pattern))
    return [*pages, *files]


def _flat(core: dict[str, list[str]]) -> list[str]:
    return [name for names in core.values() for name in names]


def _name(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix()


def _address(name: str) -> str:
    """How pages link to a file."""
    return name.removesuffix("index.html") if name == "index.html" or name.endswith("/index.html") else name


def _sign(page: Path) -> str:
    """What tells a page of this build from one of another; it stands in every page of a language."""
    found = _SIGN.search(page.read_text(encoding="utf-8"))
    assert found, f"{page} doesn't say which build it is of"
    return found[1]


def _digest(site: Path, names: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for name in names:
        digest.update(name.encode() + b"\0" + hashlib.sha256((site / name).read_bytes()).digest())
    return digest.hexdigest()[:10]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
