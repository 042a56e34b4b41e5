"""How long an intake takes and how much memory it needs, for recordings of growing length.

    python benchmarks/intake.py --times 1 10 100

The recording is invented: two talks and a host, a breath a line, with loops and hallucinations, as many in a
hundred lines of each. Seconds depend on the machine; what each line costs should hardly grow.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LINES = 3_300
"""Lines of one recording: a morning's forum."""
PROGRAMME = """\
title: 芦汐观察夜
event: tideland
language: zh-Hans
date: 2025
people: [{person: host, roles: [host]}]
sessions:
  - {id: plate, kind: talk, title: 一块板的故事, people: [{person: first, roles: [speaker]}]}
  - {id: ledger, kind: talk, title: 滩鸟的账本, people: [{person: second, roles: [speaker]}]}
"""
PEOPLE = {"host": "穆苇白", "first": "舒鹤汀", "second": "闻朔屿"}


@dataclass(frozen=True)
class Timed:
    """What one size took: seconds, and megabytes at the most."""

    lines: int
    characters: int
    seconds: float
    megabytes: float

    def row(self) -> str:
        """Return a line of the table."""
        each = self.seconds / self.lines * 1e6
        return (
            f"| {self.lines} | {self.characters} | {self.seconds:.1f} | {each:.0f} | {self.megabytes:.0f} |"
        )


def main() -> int:
    """Measure each size in a process of its own, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100], metavar="N")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(measure(arguments.one)))
        return 0
    print("| lines | characters | s | µs a line | MB |")
    print("|---|---|---|---|---|")
    for times in arguments.times:
        call = [sys.executable, str(Path(__file__)), "--one", str(times)]
        said = subprocess.run(call, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        print(Timed(*json.loads(said)).row(), flush=True)
    return 0


def measure(times: int) -> tuple[int, int, float, float]:
    """Take one recording in, from its bytes to drafts and report."""
    sys.path.insert(0, str(ROOT))
    import resource  # noqa: PLC0415 - there is none on Windows

    from generator.intake.pipeline import take_in  # noqa: PLC0415 - found by the line above
    from generator.intake.reading import read_recording  # noqa: PLC0415
    from generator.intake.report import make_report, report_text  # noqa: PLC0415
    from generator.intake.settings import load_settings  # noqa: PLC0415
    from generator.intake.step import Known  # noqa: PLC0415
    from generator.model.identifiers import ForumId, RecordingId  # noqa: PLC0415
    from generator.store.load import load_content  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        held = load_content(content(Path(folder))).proceedings
    settings = load_settings(ROOT / "site_config" / "intake")
    words = "\n".join(recording(LINES * times)) + "\n"
    data = words.encode()
    begun = time.perf_counter()
    heard = read_recording([(RecordingId("a"), "night.txt", data)])
    known = Known(held, held.forums[ForumId("night")], heard, settings)
    taken = take_in(known)
    report_text(make_report(known, taken.done, taken.division))
    seconds = time.perf_counter() - begun
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024**2 if sys.platform == "darwin" else 1024
    )
    return words.count("\n"), len(words), seconds, most


def content(project: Path) -> Path:
    """Write the programme of the invented forum; return the project."""
    folder = project / "content"
    (folder / "forums" / "night").mkdir(parents=True)
    (folder / "people").mkdir()
    (folder / "events.yml").write_text("- {id: tideland, title: 潮汐周}\n", "utf-8")
    (folder / "forums" / "night" / "forum.yml").write_text(PROGRAMME, "utf-8")
    for person, name in PEOPLE.items():
        (folder / "people" / f"{person}.yml").write_text(f"names: {name}\n", "utf-8")
    return project


def recording(lines: int) -> Iterator[str]:
    """Yield the lines of a recording, more or less as many."""
    chance = random.Random(7)  # noqa: S311 - the same recording each time
    half = lines // 2
    yield from ("请不吝点赞 订阅 转发 打赏支持明镜与点点栏目", "各位来宾大家好", "我是主持人穆苇白")
    yield from ("首先有请舒鹤汀老师", "她的题目是一块板的故事", "掌声有请", "大家好 我是舒贺婷")
    yield from talk(half, chance)
    yield from (
        "谢谢大家",
        "感谢舒鹤汀老师的精彩分享",
        "接下来有请闻朔屿老师",
        "掌声欢迎",
        "大家好 我是闻朔屿",
    )
    yield from talk(half, chance)
    yield from ("谢谢大家", "感谢闻朔屿老师的精彩分享", "今天的活动到此结束")


def talk(lines: int, chance: random.Random) -> Iterator[str]:
    """Yield a talk that has, in every few hundred lines, what recognisers do."""
    from tests.intake.invented_recording import DID, THEN, WHEN, WHO  # noqa: PLC0415 - found as the others

    for number in range(lines):
        who, when, did, then = (chance.choice(part) for part in (WHO, WHEN, DID, THEN))
        line = f"{when}第{number}次{who}{did}然后{then}"
        yield line
        if number % 400 == 200:  # noqa: PLR2004 - every so often
            yield from [then] * 12
        if number % 500 == 300:  # noqa: PLR2004
            yield "字幕由 Amara.org 社群提供"


if __name__ == "__main__":
    sys.exit(main())
