"""How long the index of a language takes, how much memory and how many bytes; and why text is cut as it is.

    python benchmarks/search.py --sessions 1000
    python benchmarks/search.py --sessions 1000 --rules

The sessions are made, with a fixed seed, of the sentences of the shipped records, in which every fifth word
gives way to another of their words: 8,000 characters each, as a talk of half an hour has. Seconds depend on
the machine; bytes do not. `--rules` holds the rule of `generator/search/separation.py` against two others.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import rjieba

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.build import FORUM, content  # noqa: E402 - found by the line above
from generator.commands.editions import make_editions  # noqa: E402
from generator.commands.project import Project  # noqa: E402
from generator.commands.reading import read_project  # noqa: E402
from generator.model.language import Language  # noqa: E402
from generator.search.making import Bundle, Files, Prepared, prepare  # noqa: E402
from generator.search.separation import separated, separated_query  # noqa: E402
from generator.search.volumes import volumes  # noqa: E402

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
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepared = made(Path(folder), arguments.sessions)
        if arguments.rules:
            compare(prepared, Path(folder))
        else:
            measure(prepared, Path(folder))
    return 0


def made(folder: Path, sessions: int) -> Prepared:
    """Return what the index of made sessions is made from, and say how long that took."""
    project = folder / "project"
    talks = talk(sentences(), random.Random(SEED))  # noqa: S311 - nothing secret is made of it
    for name, text in content(sessions):
        place = project / "content" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(next(talks) if name.endswith(".md") else text, "utf-8")
    (project / "site_config").symlink_to(ROOT / "site_config")
    known = Project(project, project / "content")
    read = read_project(known)
    if read.site is None or read.broken:
        raise SystemExit("\n".join(map(str, read.faults[:5])))
    edition = make_editions(known, read.site, read.loaded.proceedings, languages=(Language.HANS,))[0]
    begin = time.perf_counter()
    prepared = prepare(edition)
    print(f"{sessions} sessions in forums of {FORUM}, {len(prepared.entries)} entries")
    print(f"cut: {time.perf_counter() - begin:.1f} s")
    return prepared


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


def indexed(prepared: Prepared, folder: Path) -> tuple[Bundle, float, float]:
    """Let Pagefind index; return the bundle, the seconds, and the most memory that it had, in GB."""
    begin = time.perf_counter()
    bundle = prepared.bundle(prepared.start(folder / "work"))
    seconds = time.perf_counter() - begin
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1e9 if sys.platform == "darwin" else 1e6
    print(f"Pagefind: {seconds:.1f} s ({usage.ru_utime:.1f} s of processor), {usage.ru_maxrss / unit:.2f} GB")
    return bundle, seconds, usage.ru_maxrss / unit


def measure(prepared: Prepared, folder: Path) -> None:
    """Print what the index costs, and what a browser loads until the first result."""
    bundle, _, _ = indexed(prepared, folder)
    begin = time.perf_counter()
    tables = prepared.tables(bundle)
    print(f"tables: {time.perf_counter() - begin:.1f} s")
    again = prepared.bundle(prepared.start(folder / "work"))
    print(f"the same bytes twice: {again == bundle}")
    chunks = {path: data for path, data in bundle.files.items() if path.parent.name == "index"}
    texts = {path: data for path, data in tables.items() if path.parent.name == "text"}
    print(f"index: {total(chunks) / 1e6:.1f} MB in {len(chunks)} parts, texts {total(texts) / 1e6:.1f} MB")
    for path, data in sorted(({**bundle.files, **tables}).items()):
        if len(path.parts) == 1:
            print(f"  {path}: {len(data) / 1000:.0f} KB, {packed(data) / 1000:.0f} KB as sent")
    once = sum(
        packed(data)
        for path, data in ({**bundle.files, **tables}).items()
        if len(path.parts) == 1 and path.name != "wasm.en.pagefind"
    )
    text = max(packed(data) for data in texts.values())
    opened = {path: gzip.decompress(data) for path, data in chunks.items()}
    weights = sorted(
        (once + text + sum(len(chunks[path]) for path in parts_of(word, opened)), word) for word in WORDS
    )
    middle, (most, word) = weights[len(weights) // 2][0], weights[-1]
    within = sum(weight <= FIRST_RESULT for weight, _ in weights)
    print(f"until the first result: {middle / 1000:.0f} KB in the middle of {len(weights)} words,")
    print(f"  {most / 1000:.0f} KB at most ({word}); {within} words within {FIRST_RESULT // 1000} KB")


def parts_of(word: str, opened: Files) -> set[PurePosixPath]:
    """Return the parts of the index that hold the tokens of a word, as few as cover it."""
    asked = separated_query(word)
    tokens = [token for token, place in asked if place % 2 == 0 or (token, place) == asked[-1]]
    # In CBOR (RFC 8949) a short text stands behind a byte that says its length.
    named = [bytes([0x60 + len(token.encode())]) + token.encode() for token in tokens]
    return {path for path, data in opened.items() if any(one in data for one in named)}


def packed(data: bytes) -> int:
    """Return how many bytes are sent of a file by a host that compresses, as GitHub Pages does."""
    return min(len(data), len(gzip.compress(data, mtime=0)))


def total(files: Files) -> int:
    """Return the bytes of some files."""
    return sum(map(len, files.values()))


def compare(prepared: Prepared, folder: Path) -> None:
    """Print what three rules of cutting cost and find."""
    texts = [passage.text for entry in prepared.entries for passage in entry.passages]
    for rule in rules():
        begin = time.perf_counter()
        cut = [rule.text(text) for text in texts]
        seconds = time.perf_counter() - begin
        found, right, there = held_against(rule, texts, cut)
        different = len({token for tokens in cut for token in tokens})
        print(f"{rule.name}: {sum(map(len, cut)) / 1e6:.1f} M tokens, {different} different,")
        print(f"  cut in {seconds:.1f} s, finds {right / there:.1%}, of which {right / found:.1%} is right")
        others = tuple(volumes(prepared.entries, cut=rule.text))
        bundle, _, _ = indexed(replace(prepared, volumes=others), folder)
        chunks = {path: data for path, data in bundle.files.items() if path.parent.name == "index"}
        opened = {path: gzip.decompress(data) for path, data in chunks.items()}
        weights = []
        for word in WORDS:
            named = [bytes([0x60 + len(one.encode())]) + one.encode() for one, _ in rule.query(word)]
            parts = {path for path, data in opened.items() if any(one in data for one in named)}
            weights.append(sum(len(chunks[path]) for path in parts))
        middle = sorted(weights)[len(weights) // 2]
        most = max(weights) / 1000
        print(
            f"  index {total(chunks) / 1e6:.1f} MB; for a word {middle / 1000:.0f} KB, {most:.0f} KB at most"
        )


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
