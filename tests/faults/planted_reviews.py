"""Faults in what a person is asked to look at, and what is to be looked at."""

from __future__ import annotations

from generator.model.fault import Severity
from tests.faults.planted_records import DRIFT, GAPS, LOGGERS, LOGGERS_EN, TABLES
from tests.faults.planting import At, Planted, replace

_REMEDY = "proceedings resolve salt-marsh-2025/tarn-loggers --language zh-Hans --mark w1c3"

REVIEWS = (
    Planted(
        "open review mark",
        replace(LOGGERS, "一个灯也没有。 ^w1c3", "一个灯也没有。<!-- review: number: 行数？ --> ^w1c3"),
        LOGGERS,
        At("一个灯也没有。", "<!-- review"),
        f"to be looked at: number: 行数？ (put it right, then: {_REMEDY})",
        Severity.WARNING,
    ),
    Planted(
        "open review mark of what follows",
        replace(LOGGERS_EN, "## Those that broke", "<!-- review: title -->\n\n## Those that broke"),
        LOGGERS_EN,
        At("", "<!-- review: title"),
        "to be looked at: title (",
        Severity.WARNING,
    ),
    Planted(
        "review mark without a reason",
        replace(DRIFT, "timed by it. ^k1a1", "timed by it. <!-- review --> ^k1a1"),
        DRIFT,
        At("timed by it. ", "<!-- review -->"),
        "readers would see it",
    ),
    Planted(
        "review mark of two lines",
        replace(DRIFT, "worked out. ^k1b2", "worked out. <!-- review: number:\nfour? --> ^k1b2"),
        DRIFT,
        At("worked out. ", "<!-- review: number:"),
        "on one line",
    ),
    Planted(
        "review mark behind the mark",
        replace(LOGGERS, "四台电池漏液。 ^w3b2", "四台电池漏液。 ^w3b2 <!-- review: number -->"),
        LOGGERS,
        At("四台电池漏液。 ^w3b2 ", "<!-- review: number"),
        "after the mark ^w3b2",
        follows=frozenset({"review-open"}),
    ),
    Planted(
        "review mark among the words",
        replace(LOGGERS_EN, "not a single lamp", "<!-- review: lamp -->not a single lamp"),
        LOGGERS_EN,
        At("", "<!-- review: lamp"),
        "among the words",
    ),
    Planted(
        "review mark of nothing",
        replace(DRIFT, "worked out. ^k1b2\n", "worked out. ^k1b2\n\n<!-- review: end -->\n"),
        DRIFT,
        At("", "<!-- review: end"),
        "no text follows",
        alone=True,
    ),
    Planted(
        "resolved paragraph that is not there",
        replace(GAPS, "written_by: machine", "written_by: machine\nresolved: {zzz9: 3f9c0a71b2de}"),
        GAPS,
        At("resolved: {zzz9: ", "3f9c0a71b2de"),
        "there is no paragraph ^zzz9",
        Severity.WARNING,
    ),
    Planted(
        "resolved words that are no digest",
        replace(TABLES, "written_by: person", "written_by: person\nresolved: {zzz9: yes}"),
        TABLES,
        At("resolved: {zzz9: ", "yes"),
        "digest",
        alone=True,
    ),
)
