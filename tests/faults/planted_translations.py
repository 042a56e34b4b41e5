"""Faults between a translation, its source, and what it was made from."""

from __future__ import annotations

from generator.model.fault import Severity
from tests.faults.planted_records import GAPS, GAPS_EN, LOGGERS, LOGGERS_EN, PANEL, PANEL_EN, SHU, SHU_EN
from tests.faults.planting import (
    RECORDS,
    At,
    Edit,
    FirstCharacter,
    Planted,
    WholeFile,
    delete,
    replace,
    write,
)

LOGGERS_DIGESTS = f"{RECORDS}/tarn-loggers.en.confirmed.yml"
PANEL_DIGESTS = f"{RECORDS}/panel-who-counts.en.confirmed.yml"
SHU_DIGESTS = f"{RECORDS}/shu-heting-plates.en.confirmed.yml"
GAPS_DIGESTS = f"{RECORDS}/holmqvane-gaps.zh-Hans.confirmed.yml"
STRAY = f"{RECORDS}/launch.en.confirmed.yml"
ORIGINAL = f"{RECORDS}/shu-heting-plates.zh-Hans.confirmed.yml"


def _behind(name: str, edit: Edit, path: str, at: At, says: str) -> Planted:
    """Return a translation that does not say what its source says.

    It is planted alone: where a record has an error, what was read may not be what is meant, and is not
    compared.
    """
    return Planted(name, edit, path, at, says, Severity.WARNING, alone=True)


def _unreadable(
    name: str, edit: Edit, path: str, at: At | FirstCharacter, says: str, *, alone: bool = False
) -> Planted:
    """Return a file of digests that does not say what it should: its translation is not confirmed, then."""
    return Planted(name, edit, path, at, says, follows=frozenset({"translation-unconfirmed"}), alone=alone)


BEHIND = (
    _behind(
        "paragraph changed after it was translated",
        replace(PANEL, "绕一下多走四百米。", "绕一下多走五百米。"),
        PANEL_EN,
        At("", "Dora Jian: In 2024 we altered the chart"),
        "--language en --mark p1f6",
    ),
    _behind(
        "heading changed after it was translated",
        replace(PANEL, "## 台下的问题", "## 台下问的"),
        PANEL_EN,
        At("", "## From the floor"),
        "^p3h3 was changed in zh-Hans",
    ),
    _behind(
        "cell of a table changed after it was translated",
        replace(SHU, "| 高滩 | 9 |", "| 高滩 | 8 |"),
        SHU_EN,
        At("", "| Belt | Plates |"),
        "^t1b1 was changed in zh-Hans",
    ),
    _behind(
        "picture described otherwise after it was translated",
        replace(GAPS_EN, "![A map of the plates]", "![Where the plates lie]"),
        GAPS,
        At("", "![板位图]"),
        "^h1f1 was changed in en",
    ),
    _behind(
        "item that is not translated",
        replace(LOGGERS_EN, "* In four the battery had leaked. ^w3b2\n", ""),
        LOGGERS,
        At("", "* 四台电池漏液。"),
        "^w3b2 stands here and not in en; it belongs after",
    ),
    _behind(
        "paragraph that its source does not have",
        replace(GAPS, "^h3c3\n", "^h3c3\n\n这一段原文没有。 ^h9z9\n"),
        GAPS,
        At("", "这一段原文没有。"),
        "^h9z9 stands here and not in en, which this is translated from",
    ),
    _behind(
        "translation that nobody has confirmed",
        delete(SHU_DIGESTS),
        SHU_EN,
        At("translated_from: ", "zh-Hans"),
        "proceedings confirm salt-marsh-2025/shu-heting-plates --language en",
    ),
)

DIGESTS = (
    _unreadable(
        "digest that is none",
        replace(LOGGERS_DIGESTS, "w2c3: ", "w2c3: 0"),
        LOGGERS_DIGESTS,
        At("w2c3: ", "0"),
        "is no digest",
    ),
    _unreadable(
        "digest of what is no mark",
        replace(PANEL_DIGESTS, "p2b2:", "P2B2:"),
        PANEL_DIGESTS,
        At("", "P2B2:"),
        "'P2B2' is no mark",
    ),
    _unreadable(
        "digest of a paragraph that is in neither text",
        replace(GAPS_DIGESTS, "h2b2:", "z9z9:"),
        GAPS_DIGESTS,
        At("", "z9z9:"),
        "there is no paragraph ^z9z9",
        alone=True,
    ),
    _unreadable(
        "digests that are no map",
        write(PANEL_DIGESTS, "- p1a1\n"),
        PANEL_DIGESTS,
        FirstCharacter(),
        "should be a map",
        alone=True,
    ),
    Planted(
        "digests of a record that is not there",
        write(STRAY, "p1a1: 3f9c0a71b2de\n"),
        STRAY,
        WholeFile(),
        "there is no record launch.en.md beside it",
    ),
    Planted(
        "digests of a record that is no translation",
        write(ORIGINAL, "s1a1: 3f9c0a71b2de\n"),
        ORIGINAL,
        WholeFile(),
        "shu-heting-plates.zh-Hans.md is no translation",
    ),
)

TRANSLATIONS = BEHIND + DIGESTS
