from __future__ import annotations

from itertools import pairwise

import pytest

from generator.intake.cleaning.seams import join_seams
from tests.intake.cleaning.cleaned import Cleaning
from tests.intake.invented_recording import talk

clean = Cleaning(join_seams, chunked=True)
SAID = "".join(talk(400, seed=4))
SIZE, BOTH = 300, 24


def chunks(overlaps: int = BOTH, count: int = 8) -> list[str]:
    """The talk cut in chunks that each begin some words before the last one ends."""
    return [SAID[at * SIZE : (at + 1) * SIZE + overlaps] for at in range(count)]


def test_chunks_that_overlap_are_joined() -> None:
    found = clean("\n".join(chunks()) + "\n")

    assert found.words == SAID[: 8 * SIZE + BOTH] + "\n"
    assert len(found.gone("seam")) == 7


def test_chunks_are_joined_where_they_heard_differently() -> None:
    pieces = chunks()
    # Each chunk mishears its last word, leaves one out and has one too many near the seam.
    heard = [piece[:-1] + "啥" for piece in pieces[:-1]] + pieces[-1:]
    heard = heard[:1] + ["咦" + piece[1:10] + piece[11:15] + "那个" + piece[15:] for piece in heard[1:]]
    found = clean("\n".join(heard) + "\n")

    assert "\n" not in found.words[:-1]
    assert "啥" not in found.words
    assert "咦" not in found.words
    assert abs(len(found.words) - 8 * SIZE - BOTH) <= 3 * 7


def test_of_two_readings_the_one_stays_that_the_recording_has_elsewhere() -> None:
    pieces = chunks()
    both = "他们把边上的终端"
    pieces[2] += both
    pieces[3] = "他们把边上的中端" + "一台一台换掉" + pieces[3][BOTH:] + "这些终端很旧新的终端和终端的线"
    found = clean("\n".join([*pieces[:4], *pieces[5:]]) + "\n")

    assert "他们把边上的终端一台一台换掉" in found.words
    assert "中端" not in found.words


def test_what_was_lost_between_chunks_is_not_made_up() -> None:
    words = "\n".join(chunks(overlaps=-20)) + "\n"

    assert clean(words).words == words


def test_noise_at_the_border_does_not_hide_the_overlap() -> None:
    pieces = chunks()
    pieces[3] += "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目"
    pieces[4] = "中文字幕志愿者 李宗盛" + pieces[4]

    assert clean("\n".join(pieces) + "\n").words == SAID[: 8 * SIZE + BOTH] + "\n"


def test_english_words_are_joined_with_their_blanks() -> None:
    words = chunks()
    words[2] += " with an adversarial critic of its own kind"
    words[3] = "with an adversarial critic of its own kind 我们" + words[3][BOTH:]
    joined = clean("\n".join(words) + "\n").words

    assert joined.count("with an adversarial critic of its own kind 我们") == 1
    assert joined.count("adversarial") == 1


def test_lines_of_breath_are_not_joined() -> None:
    words = "".join(f"{line}\n" for line in talk(60, seed=2))
    words += "我们再看一遍\n我们再看一遍水尺\n"

    assert Cleaning(join_seams)(words).words == words


@pytest.mark.parametrize("chunked", [True, False])
def test_a_doubled_block_is_left_once_however_far_apart(chunked: bool) -> None:  # noqa: FBT001
    lines = ["".join(talk(60, seed)) for seed in range(6)]
    words = "\n".join([*lines[:5], lines[0], lines[1], lines[5]]) + "\n"
    found = Cleaning(join_seams, chunked=chunked)(words)

    assert found.words == "\n".join(lines) + "\n"
    assert found.gone("duplicate") == ["\n".join(lines[:2])]


def test_a_doubled_block_is_found_where_it_was_heard_a_little_otherwise() -> None:
    lines = ["".join(talk(60, seed)) for seed in range(4)]
    again = "".join(sign + ("呢" if at % 40 == 20 else "") for at, sign in enumerate(lines[1]) if at % 33)
    found = clean("\n".join([*lines, again]) + "\n")

    assert len("".join(found.gone("duplicate"))) > 0.95 * len(again)


def test_what_is_said_twice_stays() -> None:
    welcome = "各位来宾大家上午好欢迎来到盐沼观察夜的现场请您把手机调成静音并且尽快就座感谢您的配合"
    said = list(talk(120, seed=9))
    words = "\n".join([welcome, *said[:60], welcome, *said[60:]]) + "\n"

    assert Cleaning(join_seams)(words).words == words


def test_every_seam_is_told_where_it_was_heard() -> None:
    pieces = chunks()
    found = clean("\n".join(pieces) + "\n")
    borders = [sum(len(piece) + 1 for piece in pieces[: number + 1]) for number in range(len(pieces) - 1)]
    seams = [one for one in found.done if one.reason == "seam"]

    assert all(one.start < border <= one.end for one, border in zip(seams, borders, strict=True))
    assert all(one.end <= other.start for one, other in pairwise(seams))
