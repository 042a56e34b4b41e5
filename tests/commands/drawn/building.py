"""Builds of one project in this process: from what was kept, and clean."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.commands.build import BuildOptions, build
from generator.commands.failure import CommandError, Exit
from generator.commands.project import Project
from generator.commands.reporter import Reporter
from generator.model.language import Language
from generator.render.engine import Engine
from generator.render.engines import open_engine
from tests.commands.invented import files_of


@dataclass(frozen=True)
class Came:
    """What a build came to.

    Attributes:
        code: As of the command.
        said: What was wrong, with the names of the builder's own folders taken out.
    """

    code: Exit
    said: str


@dataclass(frozen=True)
class Builder:
    """Builds a project again and again into folders of its own, with an engine that stays open.

    Attributes:
        project: Its folder.
        place: Holds `store` and `site`.
        engine: Renders.
        clean: Use nothing that was kept.
    """

    project: Path
    place: Path
    engine: Engine
    clean: bool = False

    @classmethod
    @contextmanager
    def opened(cls, project: Path, place: Path, *, clean: bool = False) -> Iterator[Builder]:
        cache = None if clean else place / "cache"
        with closing(open_engine("mkdocs", cache=cache)) as engine:
            yield cls(project, place, engine, clean)

    @property
    def site(self) -> Path:
        return self.place / "site"

    def build(
        self, *, search: bool = False, languages: tuple[Language, ...] = (), url: str | None = None
    ) -> Came:
        options = BuildOptions(
            output=self.site,
            store=self.place / "store",
            jobs=1,
            clean=self.clean,
            search=search,
            languages=languages,
            site_url=url,
        )
        said = io.StringIO()
        reporter = Reporter(quiet=True, out=said, err=said)
        try:
            code = build(Project(self.project, self.project / "content"), options, reporter, self.engine)
        except CommandError as error:
            code = error.code
            said.write(str(error))
        return Came(code, said.getvalue().replace(str(self.place), "."))

    def files(self) -> dict[str, bytes]:
        return files_of(self.site) if self.site.exists() else {}


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the names of files that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
