"""Faults of what the host says between the sessions, and of what should stand there."""

from __future__ import annotations

from tests.faults.planting import FORUM, RECORDS, At, Planted, WholeFile, all_of, delete, replace, write

HANS, EN = f"{RECORDS}/host.zh-Hans.md", f"{RECORDS}/host.en.md"
CLOSING = At("    record: ", "host\n")

HOSTS_WORDS = (
    Planted(
        "words in the host's record, and no host's record",
        all_of(delete(HANS), delete(EN), delete(f"{RECORDS}/host.en.confirmed.yml")),
        FORUM,
        CLOSING,
        "write records/host.zh-Hans.md",
        alone=True,
    ),
    Planted(
        "words in the host's record, and no chapter that leads there",
        replace(HANS, "## [散会](session:closing) ^x4h4", "## 散会 ^x4h4"),
        FORUM,
        CLOSING,
        "## [...](session:closing)",
        alone=True,
    ),
    Planted(
        "a paragraph that links the session is no chapter of it",
        replace(HANS, "## [散会](session:closing) ^x4h4", "[散会](session:closing) ^x4h4"),
        FORUM,
        CLOSING,
        "no chapter of the host's record leads to 'closing'",
        follows=frozenset({"translation-stale"}),
        alone=True,
    ),
    Planted(
        "record of its own beside the host's",
        write(
            f"{RECORDS}/closing.zh-Hans.md",
            "---\nform: edited\nwritten_by: person\n---\n\n穆苇白：散会。 ^z3z3\n",
        ),
        FORUM,
        CLOSING,
        "'closing' has a record, though the programme says record: host",
        alone=True,
    ),
    Planted(
        "chapter for a session that is not there",
        replace(HANS, "(session:launch)", "(session:lunch)"),
        HANS,
        At("## ", "[观测手册发布](session:lunch)"),
        "did you mean 'launch'",
        alone=True,
    ),
    Planted(
        "session called host",
        replace(FORUM, "  - id: evening-walk\n", "  - id: host\n"),
        FORUM,
        At("  - id: ", "host"),
        "'host' is reserved: under that name stands what the host says",
        alone=True,
    ),
    Planted(
        "session formerly called host",
        replace(FORUM, "formerly: [plates]", "formerly: [plates, host]"),
        FORUM,
        At("formerly: [plates, ", "host"),
        "'host' is reserved: under that name stands what the host says",
        alone=True,
    ),
    Planted(
        "host's record of no forum",
        write(
            "content/forums/nobody/records/host.en.md",
            "---\nform: edited\nwritten_by: person\n---\n\nHm. ^n0w2\n",
        ),
        "content/forums/nobody/records/host.en.md",
        WholeFile(),
        "there is no forum 'nobody'",
    ),
)
