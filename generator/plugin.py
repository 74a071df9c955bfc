"""The MkDocs plugin: makes the site's pages from the catalogue, and both languages in one build.

The only module that imports mkdocs. What is done stands in `pages` (what the pages say) and `site` (everything else);
here stands when. `mkdocs build` with mkdocs.yml starts a second MkDocs for mkdocs.en.yml beside it and puts both in
place at once, or neither. Under `mkdocs serve`, a catalogue that cannot be used is reported and the last good one
stays.
"""

import logging
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from generator.catalogue import Catalogue, load_catalogue
from generator.pages import Lang, Page, render_pages
from generator.site import freshness, policy, search
from generator.site.sibling import Handover, Sibling, end_with_parent, handed_over
from generator.site.swap import put_back, swap

log = get_plugin_logger("bouncekb")

LAST = -100
FIRST: Lang = "ja"
SECOND: Lang = "en"
"""The language that lives below the root, in a folder of its name."""


class Options(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml. Paths are relative to that file."""

    kb = c.Type(str, default="kb")
    second_config = c.Type(str, default="mkdocs.en.yml")
    report_mail = c.Type(str, default="")
    report_issue_url = c.Type(str, default="")


class BounceKbPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Makes one language; in a build of the first language, has the second made beside it."""

    def __init__(self) -> None:
        self._given = handed_over()
        self._epoch_is_ours = "SOURCE_DATE_EPOCH" not in os.environ
        self._serving = False
        self._good: Catalogue | None = None
        self._pages: Sequence[Page] = ()
        self._scratch: Path | None = None
        self._target = Path()
        self._sibling: Sibling | None = None
        self._second: Path | None = None

    # One method for each event of MkDocs, in the order in which they come.

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Tell a server from a build, and see to it that nothing outlives this process."""
        self._serving = self._given.serving if self._given else command == "serve"
        if self._given:
            end_with_parent()
        elif threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the catalogue, make the pages, and have the second language begun."""
        if self._given:
            config.site_url = self._given.site_url
            catalogue: Catalogue = self._given.catalogue
            self._pages = self._render(catalogue, SECOND)
        else:
            catalogue = self._read(config)
        if self._epoch_is_ours:
            os.environ["SOURCE_DATE_EPOCH"] = str(freshness.newest(catalogue))
        if self._has_second(config):
            self._begin(config, catalogue)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, and to the second language the files that both share."""
        root = _root(config)
        docs = Path(config.docs_dir).relative_to(root).as_posix()
        for file in files.documentation_pages():
            file.edit_uri = f"{docs}/{file.src_uri}"
        for page in self._pages:
            generated = File.generated(config, page.path, content=page.text)
            generated.edit_uri = page.source
            files.append(generated)
        if _language(config) == SECOND:
            shared = root / "docs"
            for path in sorted(found for found in (shared / "assets").rglob("*") if found.is_file()):
                files.append(File.generated(config, path.relative_to(shared).as_posix(), abs_src_path=str(path)))
        return files

    @event_priority(LAST)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Give the page its security policy; not under a server, whose live reload is an inline script."""
        return output if self._serving else policy.with_policy(output)

    @event_priority(LAST)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for pages that aren't made from Markdown, such as 404.html."""
        if self._serving or not template_name.endswith(".html"):
            return output_content
        return policy.with_policy(output_content)

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put both languages in place if both are as they should be, and otherwise leave the site as it was."""
        here = Path(config.site_dir)
        index = here / "search" / "search_index.json"
        index.write_text(search.lean(index.read_text(encoding="utf-8")), encoding="utf-8")
        if not self._has_second(config):
            return
        second = self._finished_second()
        if self._serving:
            shutil.copytree(second, here / SECOND)
        elif not (config.strict and _warned()):
            second.rename(here / SECOND)
            swap(here, self._target)
            config.site_dir = str(self._target)
            log.info(f"Both languages are in {self._target}")

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing running."""
        if self._sibling:
            self._sibling.stop()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when the catalogue or the second language's settings change."""
        server.watch(str(self._kb(config)))
        server.watch(str(_root(config) / self.config.second_config))
        return server

    def on_shutdown(self) -> None:
        """Leave nothing behind."""
        if self._sibling:
            self._sibling.stop()
        if self._scratch:
            shutil.rmtree(self._scratch, ignore_errors=True)

    # The catalogue

    def _kb(self, config: MkDocsConfig) -> Path:
        kb = Path(os.environ.get("BOUNCEKB_KB") or _root(config) / self.config.kb)
        return kb.relative_to(Path.cwd()) if kb.is_relative_to(Path.cwd()) else kb

    def _read(self, config: MkDocsConfig) -> Catalogue:
        kb = self._kb(config)
        catalogue, problems = _loaded(kb)
        if not problems:
            try:
                self._pages = self._render(catalogue, _language(config))
            except Exception as error:
                if not (self._serving and self._good):
                    raise
                problems = [f"{type(error).__name__}: {error}"]
        if not problems:
            self._good = catalogue
            return catalogue
        for problem in problems:
            log.error(problem)
        count = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
        if not (self._serving and self._good):
            raise Abort(f"The catalogue has {count}, so nothing was built. `bouncekb check` says more.")
        log.error(f"The catalogue has {count}. Until that is mended, you see the last version that had none.")
        return self._good

    def _render(self, catalogue: Catalogue, lang: Lang) -> list[Page]:
        report = {"mail": self.config.report_mail, "issue_url": self.config.report_issue_url}
        return list(render_pages(catalogue, lang, report))

    # The second language

    def _has_second(self, config: MkDocsConfig) -> bool:
        return self._given is None and _language(config) == FIRST

    def _begin(self, config: MkDocsConfig, catalogue: Catalogue) -> None:
        if not self._serving:
            self._target = Path(config.site_dir).resolve()
            self._target.parent.mkdir(parents=True, exist_ok=True)
            put_back(self._target)
        if self._scratch is None:
            self._scratch = Path(tempfile.mkdtemp(prefix=".site-", dir=None if self._serving else self._target.parent))
        run = Path(tempfile.mkdtemp(dir=self._scratch))
        if not self._serving:
            config.site_dir = str(run / FIRST)
        self._sibling = Sibling(
            _root(config) / self.config.second_config,
            site_dir=run / SECOND,
            strict=config.strict,
            handover=Handover(catalogue, f"{(config.site_url or '/').rstrip('/')}/{SECOND}/", self._serving),
        )

    def _finished_second(self) -> Path:
        assert self._sibling is not None
        outcome = self._sibling.wait()
        for message in outcome.messages:
            log.warning(f"{SECOND}: {message}")
        if outcome.ok:
            if self._second:
                shutil.rmtree(self._second.parent, ignore_errors=True)
            self._second = self._sibling.site_dir
        elif not (self._serving and self._second):
            raise Abort(f"The pages in the second language ({SECOND}) could not be built.")
        assert self._second is not None
        return self._second


def _loaded(kb: Path) -> tuple[Catalogue, list[str]]:
    result = load_catalogue(kb)
    return result.catalogue, [str(problem) for problem in result.problems]


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _language(config: MkDocsConfig) -> Lang:
    return SECOND if config.theme["language"] == SECOND else FIRST


def _warned() -> bool:
    # Strict mode counts warnings with a handler, and looks at it only after the last event, too late for us.
    counters = (one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler))
    return any(counter.get_counts() for counter in counters)
