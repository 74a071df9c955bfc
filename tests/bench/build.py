"""The build: both languages beside bare MkDocs and Material on the same pages, the pages of codes, an edit while serving."""

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from tests.bench import cpu
from tests.bench.table import Row
from tests.catalogue.command import PROGRAM
from tests.conftest import PROJECT, environment

ARTICLE = "articles/general/general-mailbox-full.yaml"
PAGE = "/a/general-mailbox-full/"
STEP, TITLE = '    do:\n      ja: "', "title:\n  ja: "
TIMED = """
import json, sys, time
from mkdocs.__main__ import cli
from generator.site.turn import Turn
fill, spent = Turn.fill, {}
def timed_fill(turn, *arguments):
    start = time.process_time()
    fill(turn, *arguments)
    spent[turn.lang] = time.process_time() - start
Turn.fill = timed_fill
try:
    cli(["build", "-q", "-f", sys.argv[1], "-d", sys.argv[2]])
finally:
    print(json.dumps(spent))
"""


def rows(scratch: Path, site: Path) -> Iterator[Row]:
    """The rows of the build; the site is left in `site`."""
    env = environment() | {"BOUNCEKB_CACHE": str(scratch / "cache")}
    line = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "mkdocs.yml", "-d", str(site)]
    cold = cpu.command(line, env=env)
    warm = cpu.command(line, 2, env=env)
    bare = _bare(scratch, env)
    yield Row(
        "bilingual build, CPU, beside bare MkDocs and Material on the same pages",
        f"{warm:.1f} s = {warm / bare:.2f} x ({bare:.1f} s); nothing compiled yet: {cold:.1f} s = {cold / bare:.2f} x",
        "62 s = 1.85 x",
        "1.0 x",
    )
    done = subprocess.run(
        [sys.executable, "-c", TIMED, "mkdocs.yml", str(scratch / "timed")],
        cwd=PROJECT, env=env, check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    spent = json.loads(done.stdout.splitlines()[-1])
    yield Row("pages of codes, CPU a language", f"{max(spent.values()):.2f} s", "11 s", "1.5 s")
    step, title = _edits(scratch, env)
    yield Row("an edited step under `serve` shows after", f"{step:.1f} s", "as long as a build", "2 s")
    yield Row("an edited title, which stands on many pages", f"{title:.1f} s", "as long as a build")


def _bare(scratch: Path, env: dict[str, str]) -> float:
    """CPU seconds of plain MkDocs with the same theme and extensions, one language after the other."""
    tree = scratch / "tree"
    subprocess.run(
        [*PROGRAM, "render", "--out", str(tree)],
        cwd=PROJECT, env=env, check=True, capture_output=True,
    )  # fmt: skip
    first = yaml_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    second = yaml_load((PROJECT / "mkdocs.en.yml").read_text(encoding="utf-8").replace("INHERIT: mkdocs.yml", ""))
    spent = 0.0
    for name, more in (("ja", {}), ("en", second)):
        config: dict[str, Any] = {**first, **more, "theme": {**first["theme"], **more.get("theme", {})}}
        config["docs_dir"] = str(tree / more["docs_dir"].removeprefix("docs/") if more else tree)
        config["site_dir"] = str(scratch / "bare" / name)
        config["plugins"] = []
        del config["theme"]["custom_dir"], config["repo_url"], config["extra"]
        path = scratch / f"bare-{name}.yml"
        path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
        spent += cpu.command([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(path)], env=env)
    return spent


def _edits(scratch: Path, env: dict[str, str]) -> tuple[float, float]:
    """Seconds by the clock until an edited step and an edited title show; the second edit of each, as an editor works."""
    kb = scratch / "kb"
    shutil.copytree(PROJECT / "kb", kb)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    line = [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", "mkdocs.yml", "-a", address]
    server = subprocess.Popen(line, cwd=PROJECT, env=env | {"BOUNCEKB_KB": str(kb)}, stdout=subprocess.DEVNULL)
    try:
        _wait(f"http://{address}{PAGE}", "<h1")
        article = kb / ARTICLE
        written = article.read_text(encoding="utf-8")
        took = []
        for place in (STEP, TITLE):
            for word in ("第一", "第二"):
                article.write_text(written.replace(place, f"{place}{word}", 1), encoding="utf-8")
                start = time.monotonic()
                _wait(f"http://{address}{PAGE}", word)
                seconds = time.monotonic() - start
            took.append(seconds)
        return took[0], took[1]
    finally:
        server.terminate()
        server.wait()


def _wait(url: str, words: str) -> None:
    for _ in range(1200):
        try:
            with urllib.request.urlopen(url) as answer:
                if words in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.05)
    raise TimeoutError(f"{url} never showed {words}")
