"""Faults of the times of a programme: what cannot have taken place so."""

from __future__ import annotations

from tests.faults.planting import (
    FORUM,
    At,
    Planted,
    all_of,
    replace,
)

EVENTS, TOPICS = "content/events.yml", "content/topics.yml"
GLOSSARY, ORGANISATIONS = "content/glossary.yml", "content/organisations.yml"
TIDES = "content/forums/tide-tables-2024/forum.yml"
LAMPS = "content/forums/lamp-room-2025/forum.yml"

TIMES = (
    Planted(
        "end before start",
        replace(TIDES, 'start: "14:45"\n    end: "15:15"', 'start: "14:45"\n    end: "14:15"'),
        TIDES,
        At("end: ", '"14:15"'),
        "ends at 14:15",
    ),
    Planted(
        "place that holds though a session before cannot be read",
        all_of(
            replace(FORUM, "    kind: opening", "    kind: beginning"),
            replace(FORUM, 'from: "01:24:00", to: "01:52:40"', 'from: "01:24:00", to: "01:22:40"'),
        ),
        FORUM,
        At("to: ", '"01:22:40"'),
        "ends before it begins",
        follows=frozenset({"wrong-value"}),
        alone=True,
    ),
    Planted(
        "two things in a room at a time",
        replace(
            FORUM,
            'start: "10:20"\n    end: "10:50"\n    heard',
            'start: "10:00"\n    end: "10:50"\n    heard',
        ),
        FORUM,
        At("start: ", '"10:00"\n    end: "10:50"\n    heard'),
        "overlaps 'panel-who-counts'",
    ),
    Planted(
        "two items of a session at a time",
        replace(FORUM, 'start: "10:05"\n    end: "10:30"', 'start: "10:00"\n    end: "10:30"'),
        FORUM,
        At("start: ", '"10:00"\n    end: "10:30"'),
        "overlaps 'launch-film'",
    ),
    Planted(
        "item outside its session",
        replace(FORUM, '    start: "10:20"\n    end: "10:30"\n', '    start: "10:00"\n    end: "10:30"\n'),
        FORUM,
        At("    start: ", '"10:00"\n    end: "10:30"\n    record'),
        "outside 'launch-demo'",
        alone=True,
    ),
    Planted(
        "end without start",
        replace(FORUM, '    start: "10:50"\n    end: "11:00"', '    end: "11:00"'),
        FORUM,
        At("    end: ", '"11:00"'),
        "no start",
    ),
    Planted(
        "part of a recording that runs backwards",
        replace(FORUM, 'from: "01:24:00", to: "01:52:40"', 'from: "01:24:00", to: "01:22:40"'),
        FORUM,
        At("to: ", '"01:22:40"'),
        "ends before it begins",
    ),
    Planted(
        "lines that run backwards",
        replace(FORUM, "lines: [1401, 1688]", "lines: [1688, 1401]"),
        FORUM,
        At("lines: ", "[1688"),
        "ends before it begins",
        alone=True,
    ),
    Planted(
        "event that runs backwards",
        replace(EVENTS, "to: 2024-06-01}", "to: 2023-06-01}"),
        EVENTS,
        At("to: ", "2023-06-01"),
        "before",
        alone=True,
    ),
)
