"""One page of each kind of the invented forum's site, and where each language's pages are."""

from __future__ import annotations

PREFIXES = {"zh-Hans": "", "en": "en/", "zh-Hant": "zh-hant/"}

_SALT = "forums/salt-marsh-2025/"
KINDS = {
    "home": "",
    "event": "events/tideland-2025/",
    "forums": "forums/",
    "forum": _SALT,
    "host": f"{_SALT}host/",
    "record": f"{_SALT}shu-heting-plates/",
    "panel": f"{_SALT}panel-who-counts/",
    "summary": f"{_SALT}tarn-loggers/",
    "with items": f"{_SALT}launch/",
    "cancelled": f"{_SALT}pei-luan-reeds/",
    "withheld": f"{_SALT}open-questions/",
    "in its own language": "forums/tide-tables-2024/quillon-drift/",
    "people": "people/",
    "person": "people/shu-heting/",
    "organisations": "organisations/",
    "organisation": "organisations/shore-ecology/",
    "topics": "topics/",
    "topic": "topics/shore-monitoring/",
    "glossary": "glossary/",
    "term": "glossary/sediment-plate/",
    "about": "about/",
    "corrections": "corrections/",
    "search": "search/",
}
RECORD = KINDS["record"]
"""The page with the most on it."""

EVERY = tuple(f"{prefix}{path}" for prefix in PREFIXES.values() for path in KINDS.values())
"""One page of each kind in each language."""

FORMER = "people/tarn-loggers/"
"""An address that leads to another one."""
