from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.render import publish
from generator.render.errors import PublishError
from generator.render.publish import MARKER, publishing, repair
from generator.render.swap import swap
from tests.render.harbour import files_of

OLD = {f"{folder}page-{n}.html": b"old %d" % n for folder in ("", "en/", "en/deep/") for n in range(3)}
NEW = {f"{folder}page-{n}.html": b"new %d" % n for folder in ("", "en/", "zh-hant/") for n in range(3)}

# A build in a process of its own that kills itself without warning at its n-th touch of the file system
# (the audit event comes before the touch). What is before n = 1 and after the last is a build that is whole.
KILLED = """
import json, os, signal, sys
from pathlib import Path
from generator.render import publish
output, new, die_at, exchange = Path(sys.argv[1]), json.loads(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
import generator.render.lock
real_swap, count = publish.swap, 0
EVENTS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir", "test.swap"}
def hook(event, arguments):
    global count
    if event in EVENTS:
        count += 1
        if count == die_at:
            os.kill(os.getpid(), signal.SIGKILL)
def swap(one, other):
    sys.audit("test.swap")
    return real_swap(one, other) if exchange == "swap" else False
publish.swap = swap
sys.addaudithook(hook)
with publish.publishing(output) as folder:
    for name, text in new.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
"""


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def put(output: Path, files: dict[str, bytes]) -> None:
    with publishing(output) as folder:
        write(folder, files)


def site(output: Path) -> dict[str, bytes]:
    found = files_of(output)
    found.pop(MARKER, None)
    return found


def killed_at(output: Path, die_at: int, exchange: str) -> bool:
    """Run a build that is killed at its n-th touch; False when it ended before."""
    new = json.dumps({name: content.decode() for name, content in NEW.items()})
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(output), new, str(die_at), exchange],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr.decode()
    return done.returncode != 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("exchange", ["swap", "moves"])
def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path, exchange: str) -> None:
    seen = set()
    gone = 0  # how often a kill left no site until it was put right
    # Every touch would be some 150 processes; the steps are of different sizes at the beginning and the end.
    for die_at in [*range(1, 16), *range(16, 60, 3), *range(60, 1000, 2)]:
        output = tmp_path / f"at-{die_at}" / "site"
        put(output, OLD)
        was_killed = killed_at(output, die_at, exchange)
        if exchange == "swap":
            # The one step never leaves a moment without a site, even before anything is put right.
            assert site(output) in (OLD, NEW), die_at
        gone += not output.exists()
        repair(output)
        assert site(output) in (OLD, NEW), die_at
        seen.add(site(output) == NEW)
        assert [place.name for place in output.parent.iterdir()] == ["site"], die_at
        put(output, {"index.html": b"next"})
        assert site(output) == {"index.html": b"next"}
        if not was_killed:
            break
    else:
        pytest.fail("the build never came to its end")
    assert seen == {False, True}
    assert bool(gone) == (exchange == "moves"), "the dangerous moment was not among those tried"


@pytest.mark.parametrize("exchange", [True, False])
def test_a_failed_build_leaves_the_old_site_and_nothing_else(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    exchange: bool,  # noqa: FBT001
) -> None:
    if not exchange:
        monkeypatch.setattr(publish, "swap", lambda _one, _other: False)
    output = tmp_path / "site"
    put(output, OLD)

    def fail() -> None:
        with publishing(output) as folder:
            write(folder, NEW)
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail()
    assert site(output) == OLD
    assert [place.name for place in tmp_path.iterdir()] == ["site"]
    put(output, NEW)
    assert site(output) == NEW
    assert [place.name for place in tmp_path.iterdir()] == ["site"]


def test_when_the_second_move_fails_the_first_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "swap", lambda _one, _other: False)
    output = tmp_path / "site"
    put(output, OLD)
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if ".new-" in self.name:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PublishError, match="No space left"):
        put(output, NEW)
    assert site(output) == OLD
    assert [place.name for place in tmp_path.iterdir()] == ["site"]


def test_a_full_disk_while_building_is_an_error_of_publishing(tmp_path: Path) -> None:
    output = tmp_path / "site"
    put(output, OLD)

    def fail() -> None:
        with publishing(output):
            raise OSError(28, "No space left on device")

    with pytest.raises(PublishError, match="No space left"):
        fail()
    assert site(output) == OLD


def test_the_site_may_be_read_by_others_and_is_a_real_folder(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "site"
    put(output, NEW)
    plain = tmp_path / "plain"
    plain.mkdir()
    assert output.stat().st_mode == plain.stat().st_mode
    assert not output.is_symlink()


def test_an_empty_folder_is_replaced(tmp_path: Path) -> None:
    output = tmp_path / "site"
    output.mkdir()
    put(output, NEW)
    assert site(output) == NEW


def test_folders_of_others_are_refused_and_untouched(tmp_path: Path) -> None:
    precious = tmp_path / "thesis"
    precious.mkdir()
    (precious / "chapter.txt").write_text("years of work")
    with pytest.raises(PublishError, match=r"has no \.proceedings-site"):
        put(precious, NEW)
    link = tmp_path / "link"
    put(tmp_path / "site", OLD)
    link.symlink_to(tmp_path / "site")
    with pytest.raises(PublishError, match="is a link"):
        put(link, NEW)
    file = tmp_path / "file"
    file.write_text("text")
    with pytest.raises(PublishError, match="is a file"):
        put(file, NEW)
    with pytest.raises(PublishError, match="root of the file system"):
        put(Path("/"), NEW)
    with pytest.raises(PublishError, match="cannot be made"):
        put(file / "site", NEW)
    assert (precious / "chapter.txt").read_text() == "years of work"
    assert file.read_text() == "text"
    assert site(tmp_path / "site") == OLD


def test_repair_deletes_only_what_is_ours(tmp_path: Path) -> None:
    output = tmp_path / "site"
    put(output, OLD)
    mine = tmp_path / ".site.new-0123abcd"
    mine.mkdir()
    (mine / "notes.txt").write_text("of a person")
    other = tmp_path / ".site2.new-0123abcd"
    other.mkdir()
    elsewhere = tmp_path / "elsewhere"
    put(elsewhere, NEW)
    link = tmp_path / ".site.old-0123abcd"
    link.symlink_to(elsewhere)
    left = tmp_path / ".site.new-00000000"
    left.mkdir()
    (left / MARKER).write_text("")
    (left / "half.html").write_text("half")
    repair(output)
    assert (mine / "notes.txt").read_text() == "of a person"
    assert other.is_dir()
    assert site(link) == NEW
    assert not left.exists()


def test_a_journal_cannot_name_a_folder_elsewhere(tmp_path: Path) -> None:
    parent = tmp_path / "parent"
    parent.mkdir()
    put(tmp_path / "other", OLD)
    for text in ('{"old": "../other"}', "not json", "[]", "{}"):
        (parent / ".site.journal").write_text(text)
        repair(parent / "site")
        assert not (parent / "site").exists()
        assert not (parent / ".site.journal").exists()
    assert site(tmp_path / "other") == OLD


def test_two_builds_of_one_output_do_not_mix(tmp_path: Path) -> None:
    output = tmp_path / "site"
    inside, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with publishing(output) as folder:
            inside.set()
            go_on.wait(20)
            write(folder, NEW)

    thread = threading.Thread(target=slow)
    thread.start()
    assert inside.wait(20)
    try:
        with pytest.raises(PublishError, match="another command is writing it"):
            put(output, OLD)
        with pytest.raises(PublishError, match="another command is writing it"):
            repair(output)
        put(tmp_path / "site2", OLD)
    finally:
        go_on.set()
        thread.join()
    assert site(output) == NEW
    put(output, OLD)
    assert site(output) == OLD


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux exchanges folders")
def test_swap_exchanges_and_says_what_is_missing(tmp_path: Path) -> None:
    write(tmp_path / "a", {"one": b"1"})
    write(tmp_path / "b", {"two": b"2"})
    if not swap(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this file system cannot")
    assert files_of(tmp_path / "a") == {"two": b"2"}
    assert files_of(tmp_path / "b") == {"one": b"1"}
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "a", tmp_path / "nothing")


def test_swap_does_nothing_on_other_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert swap(tmp_path / "a", tmp_path / "b") is False
