"""The index of a language: whole, the same each time, and right as the browser reads it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from generator.model.language import Language
from generator.search import making
from generator.search.kept import Kept, keep, read_kept
from generator.search.making import Files, Prepared
from generator.search.parts import parts, tokens_of
from generator.search.segments import Segment, missing_in
from generator.search.separation import folded, separated
from tests.pages.shown import EN, HANS, HANT
from tests.repository import ROOT
from tests.search.shelves import LANGUAGES, found, prepared

COUNTING = Path(__file__).with_name("counting.mjs")
STEMS: Mapping[str, str] = json.loads(Path(__file__).with_name("stems.json").read_text("utf-8"))
WORDS = (
    "滩涂", "潮", "潮位", "盐沼", "记录", "本子", "基准面", "仪器", "便宜", "志愿者",
    "滩", "木板", "观测", "长期", "鸟", "日志", "守灯的人", "水尺", "潮差", "刻着高度的尺子",
)  # fmt: skip


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The invented forum's index in more parts than it needs."""
    monkeypatch.setattr(making, "parts", partial(parts, full=500))


def made(what: Prepared, *changed: int) -> tuple[list[Segment], Files]:
    """Return an index, of which some entries may have been changed since its first segment was made."""
    digests = [f"{digest}*" if number in changed else digest for number, digest in enumerate(what.digests)]
    first, files = replace(what, digests=tuple(digests)).segment()
    segments = [first]
    if changed:
        second, more = what.segment(missing_in(first, what.digests))
        segments, files = [first, second], {**files, **more}
    return segments, {**files, **what.tables(segments, files)}


def asked(words: Sequence[str], files: Files, folder: Path) -> dict[str, Any]:
    """Ask an index by what the worker of the pages is made of; without files, ask for stems."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no Node here")
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    worker = ROOT / "templates" / "search" / "worker"
    call = [node, str(COUNTING), str(worker), str(folder) if files else "", *words]
    told = subprocess.run(call, check=True, capture_output=True, encoding="utf-8").stdout
    answer: dict[str, Any] = json.loads(told)
    return answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_bytes_each_time(language: Language) -> None:
    segments, files = made(prepared(language))
    assert len(segments[0].first) > 3
    assert made(prepared(language)) == (segments, files)


def test_every_part_is_in_the_table_and_there() -> None:
    _, files = made(prepared(HANS))
    table = json.loads(files[PurePosixPath("sessions.json")])
    assert [set(one) for one in table["index"]] == [{"folder", "first"}]
    folder, first = table["index"][0]["folder"], table["index"][0]["first"].split(" ")
    there = {str(path) for path in files if path.parts[0] == "index"}
    assert there == {f"{folder}{number}.bin" for number in range(len(first))}
    for number, token in enumerate(first):
        assert tokens_of(files[PurePosixPath(f"{folder}{number}.bin")])[0] == token


def test_other_lists_are_in_another_place() -> None:
    """A browser that holds the table of the site before it must not read parts of this one by it."""
    what = prepared(HANS)
    other = replace(what, texts=(f"{what.texts[0]}字", *what.texts[1:]))
    assert other.segment()[0].folder != what.segment()[0].folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_say_where_each_text_is(language: Language) -> None:
    what = prepared(language)
    _, tables = made(what)
    rows = json.loads(tables[PurePosixPath("sessions.json")])["rows"]
    assert len(rows) == len(what.entries)
    for row, entry in zip(rows, what.entries, strict=True):
        text = json.loads(tables[PurePosixPath("text", f"{row[0]}.json")])
        assert [one[3] for one in text["rows"]] == [passage.text for passage in entry.passages]
        assert all(-3 < one[2] < len(text["speakers"]) for one in text["rows"])
        assert row[2:4] == [entry.address, entry.title]
        assert row[-1] == sum(len(separated(one[3])) for one in text["rows"])
    shown = {name for name, *_ in json.loads(tables[PurePosixPath("names.json")])}
    assert {entry.title for entry in what.entries if entry.type in {"person", "term"}} <= shown


@pytest.mark.parametrize("changed", [(), (0, 3, 4, -1)], ids=["at once", "changed"])
@pytest.mark.parametrize("language", [HANS, HANT])
def test_what_is_found_is_what_stands_there(
    language: Language, changed: tuple[int, ...], tmp_path: Path
) -> None:
    """A word begins exactly where it stands, counted in tokens over all entries."""
    what = prepared(language)
    _, files = made(what, *(number % len(what.entries) for number in changed))
    places = asked(WORDS, files, tmp_path)
    wanted: dict[str, list[int]] = {word: [] for word in WORDS}
    at = 0
    for entry in found(language):
        for passage in entry.passages:
            text = folded(passage.text)
            for word in WORDS:
                # Before a place in a text, each token has its own characters: none is counted twice.
                begins = (one.start() for one in re.finditer(f"(?={word})", text))
                wanted[word] += [at + _tokens(text[:begin]) for begin in begins]
            at += len(separated(passage.text))
    assert sum(bool(begins) for begins in wanted.values()) > 12
    assert {word: sorted(begins) for word, begins in places.items()} == wanted


def _tokens(text: str) -> int:
    return len(separated(text))


def test_a_word_is_found_in_all_its_forms(tmp_path: Path) -> None:
    _, files = made(prepared(EN))
    forms = ["measure", "measures", "measured", "measuring"]
    places = asked([*forms, "measu", "meas", "qzxv", "xiaoce"], files, tmp_path)
    text = [one for entry in found(EN) for passage in entry.passages for one in separated(passage.text)]
    said = [at for at, token in enumerate(text) if token.startswith("measur")]
    assert {text[at] for at in said} > {"measured"}
    for form in (*forms, "measu"):
        assert places[form] == said
    assert places["qzxv"] == []


def test_stems_are_those_of_the_algorithm(tmp_path: Path) -> None:
    assert asked(tuple(STEMS), {}, tmp_path) == STEMS


def test_characters_bring_the_forms_of_the_index_alone() -> None:
    _, tables = made(prepared(HANS))
    table = json.loads(tables[PurePosixPath("characters.json")])
    assert len(table["from"]) == len(table["to"])
    forms = dict(zip(table["from"], table["to"], strict=True))
    assert forms["這"] == "这"
    tokens = {one for entry in found(HANS) for passage in entry.passages for one in folded(passage.text)}
    assert set(forms.values()) <= tokens


def kept_in(folder: Path, *, whole: bool = True, old: Kept | None = None, table: bytes = b"2") -> Kept:
    segment = Segment("name", ("digest",), (3,), ("a",))
    files = {
        PurePosixPath("index/name/0.bin"): b"1",
        PurePosixPath("sessions.json"): table,
        PurePosixPath(f"text/{table.decode()}.json"): b"3",
    }
    return keep(folder, "key", [segment], files, old, whole=whole)


def test_what_is_kept_is_believed_until_somebody_touches_it(tmp_path: Path) -> None:
    made_now = kept_in(tmp_path / "kept")
    kept = read_kept(tmp_path / "kept")
    assert kept == made_now
    assert kept is not None
    assert (kept.key, kept.whole) == ("key", True)
    assert kept.parts(kept.segments[0]) == {PurePosixPath("index/name/0.bin"): b"1"}
    places = {str(path): place.read_bytes() for path, place in kept.places()}
    assert places == {"index/name/0.bin": b"1", "sessions.json": b"2", "text/2.json": b"3"}
    (tmp_path / "kept" / "files" / "sessions.json").write_bytes(b"33")
    assert read_kept(tmp_path / "kept") is None
    assert read_kept(tmp_path / "nothing") is None


def test_what_is_kept_is_written_once_and_what_is_not_wanted_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    old = kept_in(folder)
    new = kept_in(folder, old=old, table=b"22")
    assert new.files["index/name/0.bin"] == old.files["index/name/0.bin"]
    files = folder / "files"
    there = {path.relative_to(files).as_posix() for path in files.rglob("*") if path.is_file()}
    assert there == new.files.keys()
    assert (files / "sessions.json").read_bytes() == b"22"
    assert read_kept(folder) == new


def test_a_site_that_has_a_file_by_another_name_keeps_it(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    old = kept_in(folder)
    published = tmp_path / "sessions.json"
    published.hardlink_to(folder / "files" / "sessions.json")
    kept_in(folder, old=old, table=b"22")
    assert published.read_bytes() == b"2"


def test_what_another_program_made_is_not_believed(tmp_path: Path) -> None:
    kept_in(tmp_path / "kept")
    place = tmp_path / "kept" / "kept.json"
    place.write_text(re.sub(r'"rule": "\w+"', '"rule": "other"', place.read_text("utf-8")), "utf-8")
    assert read_kept(tmp_path / "kept") is None


def test_words_that_are_said_most_are_tokens() -> None:
    """Guards the tests above: an index of nothing would pass some of them."""
    tokens = Counter(
        one for entry in found(HANS) for passage in entry.passages for one in separated(passage.text)
    )
    assert tokens["滩涂"] + tokens["记录"] > 5
