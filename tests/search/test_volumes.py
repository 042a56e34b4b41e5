"""Volumes: what Pagefind reads, and how a place leads back to an entry."""

from __future__ import annotations

import re

from generator.search.separation import separated
from generator.search.volumes import vocabulary, volumes
from tests.pages.shown import HANS
from tests.search.shelves import found


def test_every_token_is_in_the_place_that_the_counts_say() -> None:
    whole = list(volumes(found(HANS), full=700))
    assert len(whole) > 3
    number = 0
    for volume in whole:
        tokens = re.findall(r"[^\s<>!/=\"-]+", volume.page.split("<p>")[1].split("</p>")[0])
        assert volume.first == number
        start = 0
        for count in volume.counts:
            entry = found(HANS)[number]
            wanted = [token for passage in entry.passages for token in separated(passage.text)]
            assert tokens[start : start + count] == wanted
            start += count
            number += 1
        assert start == len(tokens)
    assert number == len(found(HANS))


def test_a_volume_is_full_before_it_is_too_large_but_holds_one_entry_at_least() -> None:
    for volume in volumes(found(HANS), full=300):
        assert sum(volume.counts) <= 300 or len(volume.counts) == 1


def test_nothing_makes_no_volume() -> None:
    assert list(volumes(())) == []


def test_the_vocabulary_is_all_tokens() -> None:
    assert vocabulary(list(volumes(found(HANS)))) == {
        token for entry in found(HANS) for passage in entry.passages for token in separated(passage.text)
    }
