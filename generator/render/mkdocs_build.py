"""A build with MkDocs' own parts, of all pages or of some.

MkDocs' ``build`` reads all pages before it writes one. Here each page is read and written by itself,
which gives the same bytes because no page of ours depends on another one (all that crosses pages is in
its own Markdown and front matter) as long as there are no plugins; a test holds it against ``mkdocs build``.
Written against MkDocs 1.6.1, mkdocs/commands/build.py; only run in a process of its own.
"""

# ruff: noqa: SLF001 - the parts of MkDocs' build that are used here have no public names
from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

    from generator.render.mkdocs_task import FaultCollector, Task

# The engine writes these from the list of all pages, with the day of the build; ours are written after.
_NOT_OURS = ("sitemap.xml", "sitemap.xml.gz")


class FilesAsFound(Files):
    """Files that are looked up on the disk when they are asked for, instead of by walking all folders."""

    def __init__(self, files: list[File], config: MkDocsConfig) -> None:
        super().__init__(files)
        self._config = config
        self._found: dict[str, File | None] = {file.src_uri: file for file in files}

    def get_file_from_path(self, path: str) -> File | None:
        """The file of a source path, or None."""
        uri = os.path.normpath(path).replace(os.sep, "/")
        if uri not in self._found:
            self._found[uri] = self._find(uri)
        return self._found[uri]

    def _find(self, uri: str) -> File | None:
        if uri.startswith(("../", "/")):
            return None
        # Files of the theme count as files of the site, its templates do not.
        themes = () if uri.endswith((".html", ".md")) else tuple(self._config.theme.dirs)
        for folder in (self._config.docs_dir, *themes):
            if (Path(folder) / uri).is_file():
                return _file(uri, self._config, folder)
        return None


@dataclass(frozen=True, slots=True)
class _Build:
    """What every page of a build is made with."""

    config: MkDocsConfig
    env: jinja2.Environment
    files: Files
    nav: Navigation
    collector: FaultCollector


def load(config: Path) -> None:
    """Load a configuration with all that it names, for nothing but that it is quicker the next time."""
    with suppress(MkDocsException, SystemExit, OSError, jinja2.TemplateError, ValueError):
        load_config(str(config)).theme.get_env()


def build_pages(task: Task, collector: FaultCollector, told: Callable[[int, int], None]) -> int:
    """Build what a task asks for.

    Args:
        task: the configuration and the sources that changed.
        collector: where faults are kept, those of MkDocs and those found here.
        told: is called before each page is written with the number of those done and of all.

    Returns:
        How many pages were written.
    """
    try:
        config = load_config(str(task.config))
        if reason := _unfit(config):
            collector.faults.append(f"error: {reason}")
            return 0
        return _build(config, task, collector, told)
    except (MkDocsException, SystemExit, OSError, jinja2.TemplateError, ValueError) as error:
        # MkDocs' Abort is an exit; what it says was logged before.
        if not collector.failed(error):
            collector.faults.append(f"error: {task.config}: {_explained(error)}")
        return 0


def _build(
    config: MkDocsConfig,
    task: Task,
    collector: FaultCollector,
    told: Callable[[int, int], None],
) -> int:
    env = config.theme.get_env()
    if task.cache is not None:
        task.cache.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(task.cache))
    files: Files
    # Without a nav, MkDocs makes one of all pages: then every page depends on every other.
    if task.only is None or config.nav is None:
        only = None
        # MkDocs' own cleaning leaves what begins with a full stop.
        shutil.rmtree(config.site_dir, ignore_errors=True)
        files = get_files(config)
        files.add_files_from_theme(env, config)
        set_exclusions(files, config)
    else:
        only = task.only
        files = _changed_files(config, only)
    build = _Build(config, env, files, get_navigation(files, config), collector)
    for page in build.nav.pages:
        # The theme reads titles and front matter of these on every page.
        mkdocs_build._populate_page(page, config, files)
    _copy_assets(files)
    if only is None:
        _write_templates(build)
    # The files of the nav are found without being part of those that changed, and are not written again.
    pages = files.documentation_pages()
    for done, file in enumerate(pages):
        told(done, len(pages))
        _build_page(build, file)
        if collector.full:
            collector.faults.append("error: there are more; stopped here")
            return done + 1
    told(len(pages), len(pages))
    return len(pages)


def _build_page(build: _Build, file: File) -> None:
    """Read, render and write one page."""
    page = file.page or Page(None, file, build.config)
    with _named(build, file.src_uri):
        if page.content is None:
            mkdocs_build._populate_page(page, build.config, build.files)
        _unlink(file)
        mkdocs_build._build_page(page, build.config, (), build.nav, build.env)
        if not Path(file.abs_dest_path).is_file():
            build.collector.faults.append(f"error: {file.src_uri}: the engine wrote no page")
    # A page of the nav is kept for the others; any other's text is not needed again.
    if page not in build.nav.pages:
        file.page = None


@contextmanager
def _named(build: _Build, name: str) -> Iterator[None]:
    """Keep what goes wrong with one page or template, so that it does not hide what is wrong with others."""
    faults = len(build.collector.faults)
    try:
        yield
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise  # nobody waits for this build any more
    except Exception as error:  # noqa: BLE001 - extensions and templates may raise anything at all
        if build.collector.failed(error):
            return
        # MkDocs has logged it with the page's name; the place in the template is what it does not say.
        build.collector.faults[faults:] = [f"error: {name}: {_explained(error)}"]


def _changed_files(config: MkDocsConfig, only: frozenset[PurePosixPath]) -> FilesAsFound:
    """The files of the sources that changed; output of sources that are no more is deleted."""
    kept = []
    for path in sorted(only):
        file = _file(path.as_posix(), config, config.docs_dir)
        if (Path(config.docs_dir) / path).is_file():
            kept.append(file)
        else:
            _unlink(file)
            _prune(Path(file.abs_dest_path).parent, Path(config.site_dir))
    return FilesAsFound(kept, config)


def _file(uri: str, config: MkDocsConfig, folder: str) -> File:
    file = File(uri, folder, config.site_dir, config.use_directory_urls)
    set_exclusions([file], config)
    return file


def _copy_assets(files: Files) -> None:
    for file in files:
        if not file.is_documentation_page() and file.inclusion.value > InclusionLevel.DRAFT.value:
            _unlink(file)
            file.copy_file()


def _write_templates(build: _Build) -> None:
    for name in sorted(build.config.theme.static_templates):
        if name in _NOT_OURS:
            continue
        with _named(build, name):
            mkdocs_build._build_theme_template(name, build.env, build.files, build.config, build.nav)
    for name in map(str, build.config.extra_templates):
        with _named(build, name):
            mkdocs_build._build_extra_template(name, build.files, build.config, build.nav)


def _unlink(file: File) -> None:
    """Delete the output of a file: another name of it (a hard link in a published site) keeps its bytes."""
    Path(file.abs_dest_path).unlink(missing_ok=True)


def _prune(folder: Path, root: Path) -> None:
    """Delete a folder that is empty now, and those above it that become so."""
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        shutil.rmtree(folder)
        folder = folder.parent


def _unfit(config: MkDocsConfig) -> str:
    """Why a configuration cannot be built page by page, or nothing."""
    if config.plugins:
        names = ", ".join(config.plugins)
        return f"mkdocs.yml names plugins or hooks ({names}), which may join pages; write `plugins: []`"
    if not config.use_directory_urls:
        return "mkdocs.yml says `use_directory_urls: false`, but addresses of the proceedings are folders"
    return ""


def _explained(error: BaseException) -> str:
    """What an exception says, with the place in a template where there is one."""
    text = str(error) or type(error).__name__
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: {text}"
    place: Any = error.__traceback__
    found = ""
    while place is not None:
        name = place.tb_frame.f_code.co_filename
        if name.endswith((".html", ".xml")):  # Jinja gives the frames of a template its name and lines
            found = f"{name}:{place.tb_lineno}: "
        place = place.tb_next
    return f"{found}{text}"
