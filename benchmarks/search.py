"""How long the index of a language takes, how much memory and how many bytes; and why text is cut as it is.

    python benchmarks/search.py --sessions 1000 --chromium
    python benchmarks/search.py --sessions 1000 --rules

The sessions are made, with a fixed seed, of the sentences of the shipped records, in which every fifth word
gives way to another of their words: 8,000 characters each, as a talk of half an hour has. Seconds depend on
the machine; bytes do not. `--rules` holds the rule of `generator/search/separation.py` against two others.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import random
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import rjieba

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.corpus import FORUM, content  # noqa: E402 - found by the line above
from benchmarks.loading import loaded  # noqa: E402
from generator.commands.editions import make_editions  # noqa: E402
from generator.commands.project import Project  # noqa: E402
from generator.commands.reading import read_project  # noqa: E402
from generator.model.language import Language  # noqa: E402
from generator.pages.edition import Edition  # noqa: E402
from generator.search.kept import keep  # noqa: E402
from generator.search.making import Files, prepare  # noqa: E402
from generator.search.segments import missing_in  # noqa: E402
from generator.search.separation import separated, separated_query  # noqa: E402

CHARACTERS = 8000
PARAGRAPH = 160
OTHERS = 0.2
SEED = 6
FIRST_RESULT = 300_000
"""Bytes that a browser should have loaded at most when it shows the first result."""
HAN = re.compile("[\u4e00-\u9fff]")
WORDS = (
    "模型", "数据", "芯片", "算力", "智能体", "大模型", "开源社区", "知识密度", "端侧大模型", "推理成本",
    "人工智能", "多模态", "训练", "产业", "机器人", "应用场景", "开发者", "评测", "手机", "生态",
)  # fmt: skip
"""What is asked for, to weigh what a browser loads."""


@dataclass(frozen=True)
class Rule:
    """A way of cutting, and what it cost and found."""

    name: str
    text: Callable[[str], list[str]]
    query: Callable[[str], list[tuple[str, int]]]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sessions", type=int, default=200, metavar="N")
    parser.add_argument(
        "--rules", action="store_true", help="hold the rule against single characters and words"
    )
    parser.add_argument("--chromium", action="store_true", help="count what a browser loads, too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        edition = made(Path(folder), arguments.sessions)
        print(f"{arguments.sessions} sessions in forums of {FORUM}")
        if arguments.rules:
            compare(edition)
        else:
            measure(edition, Path(folder), chromium=arguments.chromium)
    return 0


def made(folder: Path, sessions: int) -> Edition:
    """Return the edition of made sessions that readers of Simplified Chinese get."""
    project = folder / "project"
    talks = talk(sentences(), random.Random(SEED))  # noqa: S311 - nothing secret is made of it
    for name, text in content(sessions, bare=True):
        place = project / "content" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(next(talks) if name.endswith(".md") else text, "utf-8")
    (project / "site_config").symlink_to(ROOT / "site_config")
    known = Project(project, project / "content")
    read = read_project(known)
    if read.site is None or read.broken:
        raise SystemExit("\n".join(map(str, read.faults[:5])))
    return make_editions(known, read.site, read.loaded.proceedings, languages=(Language.HANS,))[0]


def sentences() -> list[list[str]]:
    """Return the sentences of the shipped records, as words."""
    found = []
    for path in sorted(ROOT.glob("content/forums/*/records/*.zh-Hans.md")):
        text = path.read_text("utf-8").split("---", 2)[2]
        text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
        text = re.sub(r" ?\^[a-z0-9]{4}|\[[^]]*\]|(?m:^#+ |^[^：\n]{2,12}：)|[*_`\\]", "", text)
        found += [rjieba.cut(one.strip()) for one in re.findall(r"[^。！？\n]{4,}[。！？]", text)]
    return found


def talk(said: Sequence[list[str]], chance: random.Random) -> Iterator[str]:
    """Yield records, each of other sentences."""
    words = [word for sentence in said for word in sentence if HAN.match(word)]
    while True:
        blocks = ["---\nform: edited\nwritten_by: machine\nchecked: []\n---"]
        while sum(map(len, blocks)) < CHARACTERS:
            text = ""
            while len(text) < PARAGRAPH:
                text += "".join(
                    chance.choice(words) if HAN.match(word) and chance.random() < OTHERS else word
                    for word in chance.choice(said)
                )
            blocks.append(f"{text} ^p{len(blocks):03}")
        yield "\n\n".join(blocks) + "\n"


@contextlib.contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long something takes: seconds by the clock, and of processor."""
    begin, used = time.perf_counter(), time.process_time()
    yield
    print(f"{what}: {time.perf_counter() - begin:.2f} s ({time.process_time() - used:.2f} s of processor)")


def measure(edition: Edition, folder: Path, *, chromium: bool) -> None:
    """Print what the index costs, and what a browser loads until the first result."""
    before = peak()
    with timed("index"):
        with timed("  what is found"):
            prepared = prepare(edition)
        with timed("  tokens and their places"):
            segment, parts = prepared.segment()
        with timed("  tables and texts"):
            tables = prepared.tables([segment], parts)
        with timed("  writing"):
            keep(folder / "kept", "", [segment], {**parts, **tables}, None, whole=True)
    print(f"memory: {peak():.2f} GB at most, {before:.2f} GB of it before")
    print(f"{len(prepared.entries)} entries, {sum(segment.counts) / 1e6:.1f} M tokens")
    print(f"the same bytes twice: {prepare(edition).segment() == (segment, parts)}")
    with timed("one record changed, as `serve` has it"):
        changed = replace(prepared, digests=("changed", *prepared.digests[1:]))
        second = changed.segment(missing_in(segment, changed.digests))
        both = {**parts, **second[1]}
        changed.tables([segment, second[0]], both)
    texts = {path: data for path, data in tables.items() if path.parent.name == "text"}
    print(f"index: {total(parts) / 1e6:.1f} MB in {len(parts)} parts, texts {total(texts) / 1e6:.1f} MB")
    for path, data in sorted(tables.items()):
        if len(path.parts) == 1:
            print(f"  {path}: {len(data) / 1000:.0f} KB, {packed(data) / 1000:.0f} KB as sent")
    if chromium:
        weights = sorted(loaded({**parts, **tables}, WORDS))
        middle, (most, word) = weights[len(weights) // 2][0], weights[-1]
        within = sum(weight <= FIRST_RESULT for weight, _ in weights)
        print(f"until the first result: {middle / 1000:.0f} KB in the middle of {len(weights)} words,")
        print(f"  {most / 1000:.0f} KB at most ({word}); {within} words within {FIRST_RESULT // 1000} KB")


def peak() -> float:
    """Return the most memory that this process had, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e9 if sys.platform == "darwin" else 1e6)


def packed(data: bytes) -> int:
    """Return how many bytes are sent of a file by a host that compresses, as GitHub Pages does."""
    return min(len(data), len(gzip.compress(data, mtime=0)))


def total(files: Files) -> int:
    """Return the bytes of some files."""
    return sum(map(len, files.values()))


def compare(edition: Edition) -> None:
    """Print what three rules of cutting cost and find."""
    texts = [passage.text for entry in prepare(edition).entries for passage in entry.passages]
    for rule in rules():
        cut = [rule.text(text) for text in texts]
        found, right, there = held_against(rule, texts, cut)
        sizes = list_sizes(chain.from_iterable(cut))
        print(f"{rule.name}: {sum(map(len, cut)) / 1e6:.1f} M tokens, {len(sizes)} different,")
        print(f"  finds {right / there:.1%}, of which {right / found:.1%} is right")
        weights = sorted(sum(sizes[token] for token in covering(rule.query(word))) for word in WORDS)
        middle, most = weights[len(weights) // 2] / 1000, weights[-1] / 1000
        print(f"  index {sum(sizes.values()) / 1e6:.1f} MB; a word {middle:.0f} KB, {most:.0f} KB at most")


def list_sizes(tokens: Iterable[str]) -> Counter[str]:
    """Return how many bytes the list of each token has."""
    last: dict[str, int] = {}
    sizes: Counter[str] = Counter()
    for at, token in enumerate(tokens):
        gap = at - last.get(token, 0)
        last[token] = at
        sizes[token] += max(1, -(-gap.bit_length() // 7))
    return sizes


def covering(asked: Sequence[tuple[str, int]]) -> set[str]:
    """Return the tokens that a browser asks for."""
    pairs = all(len(token) > 1 for token, _ in asked)
    return {token for token, place in asked if not pairs or place % 2 == 0 or (token, place) == asked[-1]}


def rules() -> Iterator[Rule]:
    """Yield the rules: pairs, single characters, and the words of a dictionary."""

    def single(text: str) -> list[str]:
        return re.findall("[\u4e00-\u9fff]|[a-z0-9]+", text.lower())

    def words(text: str) -> list[str]:
        return [one.lower() for one in rjieba.cut(text) if one.isalnum()]

    yield Rule("pairs", separated, separated_query)
    for name, cut in (("single", single), ("words", words)):
        yield Rule(name, cut, lambda text, cut=cut: [(one, at) for at, one in enumerate(cut(text))])  # type: ignore[misc]


def held_against(rule: Rule, texts: Sequence[str], cut: Sequence[list[str]]) -> tuple[int, int, int]:
    """Count where words are found, where that is right, and where they stand."""
    found = right = there = 0
    for word in WORDS:
        asked = rule.query(word)
        for text, tokens in zip(texts, cut, strict=True):
            stands = text.count(word)
            there += stands
            if asked[0][0] not in tokens:
                continue
            hits = sum(
                all(tokens[at + place : at + place + 1] == [token] for token, place in asked)
                for at, one in enumerate(tokens)
                if one == asked[0][0]
            )
            found += hits
            right += min(hits, stands)
    return found, right, there


if __name__ == "__main__":
    sys.exit(main())
