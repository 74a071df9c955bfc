"""The MkDocs plugin: makes the site's pages from the catalogue, and both languages in one build.

The only module that imports mkdocs. What is done stands in `pages` (what the pages say) and `site` (everything else);
here stands when. A build with mkdocs.yml makes the first language, has MkDocs make the second with mkdocs.en.yml, and
puts both in place at once, or neither. MkDocs builds what it must: pages that look alike are filled in, and under
`mkdocs serve` the pages that an edit doesn't change are kept.
"""

import logging
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.commands.build import build, get_context
from mkdocs.config import base, load_config
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator.api import api_files
from generator.pages import Lang, PageMemory, render_pages
from generator.plain import plain_files
from generator.site import alike, freshness, log
from generator.site.assets import read_assets, style_sheets
from generator.site.build import Building
from generator.site.guides import read_guides
from generator.site.kept import Kept, stamp_of
from generator.site.marked import Marked
from generator.site.reading import Reader, Unusable
from generator.site.serve import Serving
from generator.site.templates import Templates
from generator.site.turn import Turn
from generator.version import VERSION

logger = get_plugin_logger("bouncekb")

EARLY, LAST = 50, -100
FIRST: Lang = "ja"
SECOND: Lang = "en"
"""The language that lives below the root, in a folder of its name."""
THEMES_SCRIPTS = "assets/javascripts/"
"""What the theme brings and no page of ours loads: it would only be one more thing to trust."""


class Options(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml. Paths are relative to that file."""

    kb = c.Type(str, default="kb")
    overlays = c.ListOfItems(c.Type(str), default=[])
    second_config = c.Type(str, default="mkdocs.en.yml")
    report_mail = c.Type(str, default="")
    report_issue_url = c.Type(str, default="")


class Refused(Abort):
    """The end of a build whose catalogue cannot be used."""

    def __init__(self, error: Unusable) -> None:
        super().__init__(f"The catalogue has {error}, so nothing was built.")
        self.problems = [str(problem) for problem in error.problems]


class KnownFile(File):
    """A page that MkDocs lists and links to, but doesn't build."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._is_placed = bool(self.dest_uri)

    def is_documentation_page(self) -> bool:
        """Not for those who look for pages to build; only while its address is worked out."""
        return not hasattr(self, "_is_placed")

    def copy_file(self, dirty: bool = False) -> None:
        """Leave it where it is."""


class BounceKbPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Makes one language after the other; MkDocs keeps one plugin for all builds and languages of a process."""

    def __init__(self) -> None:
        self._epoch_is_ours = "SOURCE_DATE_EPOCH" not in os.environ
        self._site: Building | Serving = Building()
        self._reader = Reader()
        self._memories: dict[Lang, PageMemory] = {}
        self._templates = Templates()
        self._first: MkDocsConfig | None = None
        self._turn = Turn(self._site, FIRST, Marked([]), {})
        self._files = Files(())
        self._nav = Navigation([], [])

    # One method for each event of MkDocs, in the order in which they come.

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Tell a server from a build, and see to it that nothing is left behind when this process is ended."""
        self._site = Serving() if command == "serve" else Building()
        self._reader = Reader(serving=self._site.serving)
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    @event_priority(EARLY)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the catalogue, and make the pages of this language."""
        lang = _language(config)
        config.extra["version"] = VERSION
        theme = config.theme
        theme.get_env = self._templates.shared_by(theme.get_env, theme.custom_dir)  # type: ignore[method-assign]
        if self._first:
            config.site_url = f"{(self._first.site_url or '/').rstrip('/')}/{SECOND}/"
        else:
            self._read(config)
            if lang == FIRST:
                config.site_dir = str(self._site.begin(Path(config.site_dir)))
        catalogue, examples = self._reader.last
        report = {"mail": self.config.report_mail, "issue_url": self.config.report_issue_url}
        memory = self._memories.setdefault(lang, {})
        guides, site = read_guides(Path(config.docs_dir)), config.site_url or ""
        written = read_assets(_shared(config))
        pages = list(render_pages(catalogue, lang, report, examples, memory, site, guides, style_sheets(written)))
        beside = plain_files(catalogue, lang, pages, guides, site)
        if lang == FIRST:
            beside |= {file.path: file.text for file in api_files(catalogue, site)}
        made = self._site.marked(pages, written)
        self._turn = Turn(self._site, lang, made, beside)
        config.extra["build"] = made.build
        config.theme["favicon"] = made.place(config.theme["favicon"])
        config.extra_css = [made.place(path) for path in config.extra_css]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, and to the second language the files that both share."""
        turn, root = self._turn, _root(config)
        docs = Path(config.docs_dir).relative_to(root).as_posix()
        written = {file.src_uri: file for file in files.documentation_pages()}
        stamp = stamp_of((Path(config.config_file_path), root / self.config.second_config), config.theme.custom_dir)
        paths = {*files.src_uris, *(page.path for page in turn.pages)}
        turn.sort_out(stamp, config.nav, {path: _text(file) for path, file in written.items()}, paths)
        found = [
            KnownFile(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls, inclusion=file.inclusion)
            if file.src_uri in turn.known
            else file
            for file in files
            if not file.src_uri.startswith(THEMES_SCRIPTS)
        ]
        for file in found:
            if file.src_uri in written:
                file.edit_uri = f"{docs}/{file.src_uri}"
        found = [self._placed(file, config) for file in found]
        for page in turn.pages:
            kind = KnownFile if page.path in turn.known else File
            found.append(kind.generated(config, page.path, content=page.text))
            found[-1].edit_uri = page.source
        if turn.lang == SECOND:
            shared = _shared(config)
            for name in sorted(path for path in (shared / "assets").rglob("*") if path.is_file()):
                path = turn.made.place(name.relative_to(shared).as_posix())
                found.append(File.generated(config, path, abs_src_path=str(name)))
        self._files = Files(found)
        return self._files

    @event_priority(LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give the pages that MkDocs doesn't build what others want to know of them."""
        self._nav = nav
        for file in files:
            if isinstance(file, KnownFile):
                kept = self._turn.known[file.src_uri]
                page = file.page or MkDocsPage(None, file, config)
                page.meta = dict(kept.meta)
                page.present_anchor_ids = set(kept.anchors)
                if page.title is None:
                    page.title = kept.title
        return nav

    @event_priority(LAST)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Fill in the pages that look alike, now that all around them is known, and write what is beside pages."""
        env.globals["has_plain_forms"] = True
        filler = alike.Alike(lambda form: self._render_form(form, env, config))
        places = {file.src_uri: (file.url, file.dest_uri) for file in files if isinstance(file, KnownFile)}
        self._turn.fill(filler, places, Path(config.site_dir))
        self._turn.write_beside(Path(config.site_dir))
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let templates such as the sitemap list all pages, in the order of the files."""
        context["pages"] = [file for file in self._files if _is_page(file)]
        return context

    @event_priority(LAST)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Finish a page."""
        return self._site.page(output)

    @event_priority(LAST)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Finish a page that isn't made from Markdown, such as 404.html."""
        return self._site.page(output_content) if template_name.endswith(".html") else output_content

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Keep what was built, have the second language made, and put both in place."""
        pages = [(file, file.page) for file in self._files if _is_page(file) and file.page]
        built = {
            file.src_uri: Kept(
                page.url, file.dest_uri, _text(file), page.title, page.meta, page.present_anchor_ids or frozenset()
            )
            for file, page in pages
            if not isinstance(file, KnownFile)
        }
        self._turn.finish((file.src_uri for file, _ in pages), built)
        if self._first or self._turn.lang == SECOND:
            return
        first, second = Path(config.site_dir), self._site.second(SECOND)
        self._build_second(config, second)
        if not (config.strict and _warned()):
            config.site_dir = str(self._site.finish(first, second, self._folders(config)))
            if not self._site.serving:
                logger.info(f"Both languages are in {config.site_dir}")

    def on_build_error(self, *, error: Exception) -> None:
        """Say in a sentence that something cannot be written."""
        if isinstance(error, OSError):
            where = f" ({error.filename})" if error.filename else ""
            raise Abort(
                f"The site cannot be built: {error.strerror or error}{where}. Nothing was put in place. "
                "Build again when that is mended."
            ) from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when the catalogue or the second language's settings change."""
        for folder in self._folders(config):
            server.watch(str(folder))
        server.watch(str(_root(config) / self.config.second_config))
        if isinstance(self._site, Serving):
            self._site.attach(server, Path(config.site_dir))
        return server

    def on_shutdown(self) -> None:
        """Leave nothing behind."""
        self._site.end()

    # What they are made of

    def _kb(self, config: MkDocsConfig) -> Path:
        return _from_here(Path(os.environ.get("BOUNCEKB_KB") or _root(config) / self.config.kb))

    def _folders(self, config: MkDocsConfig) -> list[Path]:
        return [self._kb(config), *self._overlays(config)]

    def _overlays(self, config: MkDocsConfig) -> list[Path]:
        given = os.environ.get("BOUNCEKB_OVERLAYS")
        folders = given.split(os.pathsep) if given else [_root(config) / folder for folder in self.config.overlays]
        return [_from_here(Path(folder)) for folder in folders]

    def _read(self, config: MkDocsConfig) -> None:
        try:
            catalogue = self._reader.read(self._kb(config), self._overlays(config)).catalogue
        except Unusable as error:
            for problem in error.problems:
                logger.error(problem)
            raise Refused(error) from error
        if self._epoch_is_ours:
            os.environ["SOURCE_DATE_EPOCH"] = str(freshness.newest(catalogue))

    def _placed(self, file: File, config: MkDocsConfig) -> File:
        place = self._turn.made.place(file.src_uri)
        return file if place == file.src_uri else File.generated(config, place, abs_src_path=str(file.abs_src_path))

    def _render_form(self, form: alike.Form, env: jinja2.Environment, config: MkDocsConfig) -> str:
        """Have the theme render a page as MkDocs would, with a marker in each slot."""
        file = File.generated(config, f"{form.folder}/{alike.NAME}.md", content="")
        file.edit_uri = alike.SOURCE if form.has_source else None
        page = MkDocsPage(None, file, config)
        page.meta = form.meta
        page.content = alike.ARTICLE
        context = get_context(self._nav, self._files, config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=self._nav)
        output = env.get_template(form.meta.get("template", "main.html")).render(context)
        return config.plugins.on_post_page(output, page=page, config=config)

    def _build_second(self, first: MkDocsConfig, folder: Path) -> None:
        config_file = str(_root(first) / self.config.second_config)
        self._first = first
        try:
            with log.named(SECOND):
                second = load_config(config_file, site_dir=str(folder), strict=first.strict)
                build(second, serve_url=first.site_url if self._site.serving else None)
        finally:
            self._first = None


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _shared(config: MkDocsConfig) -> Path:
    """The docs tree of the first language, whose assets are the second's as well."""
    return _root(config) / "docs"


def _from_here(path: Path) -> Path:
    """As short as it can be written from here, for messages."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _language(config: MkDocsConfig) -> Lang:
    return SECOND if config.theme["language"] == SECOND else FIRST


def _is_page(file: File) -> bool:
    included: bool = file.inclusion.is_included()  # type: ignore[no-untyped-call]
    return included and (isinstance(file, KnownFile) or file.is_documentation_page())


def _text(file: File) -> str:
    try:
        return file.content_string
    except (OSError, ValueError):
        return ""  # MkDocs says what is wrong with it when it reads it


def _warned() -> bool:
    # Strict mode counts warnings with a handler, and looks at it only after the last event, too late for us.
    counters = (one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler))
    return any(counter.get_counts() for counter in counters)
