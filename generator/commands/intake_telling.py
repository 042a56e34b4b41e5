"""What an intake says on the terminal: what was heard, what was left out, what a person should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from rich.table import Table
from rich.text import Text

from generator.commands.intake_writing import Outcome, Plan
from generator.commands.reporter import Reporter, count
from generator.intake.report import Report

_HOST: Final = "host"
_ASIDE: Final = "aside"
_OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.WRITTEN: "draft",
    Outcome.SAME: "draft, unchanged",
    Outcome.KEPT: "kept as edited",
    Outcome.LEFT: "kept as edited",
    Outcome.FORCED: "draft, over an edited one",
}


def tell_intake(reporter: Reporter, report: Report, plans: Sequence[Plan], marks: int) -> None:
    """Print what was done: tables on a terminal, lines elsewhere.

    Args:
        reporter: Prints.
        report: What was done to the recording.
        plans: What became of the drafts.
        marks: Review marks in the drafts.
    """
    figures = _figures(report, marks)
    sessions = _sessions(report, {plan.session: plan.outcome for plan in plans})
    if not reporter.out.is_terminal:
        for what, number in figures:
            reporter.answer(f"{what}: {number}")
        for cells in sessions:
            reporter.answer("  ".join(cell for cell in cells if cell))
        return
    summary = Table(show_header=False)
    summary.add_column()
    summary.add_column(justify="right")
    for what, number in figures:
        summary.add_row(Text(what), Text(str(number)))
    reporter.answer_table(summary)
    table = Table("Session", "Lines", "Speakers", "Record")
    for cells in sessions:
        table.add_row(*(Text(cell, overflow="fold") for cell in cells))
    reporter.answer_table(table)


def _figures(report: Report, marks: int) -> list[tuple[str, int]]:
    dropped = Counter(entry["reason"] for entry in report["dropped"])
    return [
        ("lines", sum(one["lines"] for one in report["recordings"])),
        *((f"dropped, {reason}", number) for reason, number in sorted(dropped.items())),
        ("fillers trimmed", len(report["trimmed"])),
        ("rewritten", len(report["changed"])),
        ("passages in another script", len(report["script"])),
        ("names put right", sum(len(entry["at"]) for entry in report["renamed"])),
        ("sessions found", len({entry["id"] for entry in report["sessions"]})),
        ("sessions missing", len(report["missing"])),
        ("marks to look at", marks),
    ]


def _sessions(report: Report, outcomes: Mapping[str, Outcome]) -> list[tuple[str, str, str, str]]:
    rows = []
    for entry in report["sessions"]:
        speakers = ", ".join(speaker["name"] for speaker in entry["speakers"])
        outcome = outcomes.get(entry["id"])
        became = _OUTCOMES[outcome] if outcome else "no record"
        new = ", not in the programme" if entry.get("proposed") else ""
        rows.append((entry["id"], _lines(entry), speakers, f"{became}{new}"))
    if _HOST in outcomes:
        rows.append((_HOST, "", "", _OUTCOMES[outcomes[_HOST]]))
    rows += [
        (_ASIDE, _lines(entry), "; ".join(entry.get("titles", ())), "no programme")
        for entry in report["aside"]
        if entry["characters"]
    ]
    rows += [(missing, "", "", "not in the recording") for missing in report["missing"]]
    return rows


def _lines(entry: Mapping[str, Any]) -> str:
    (first, _), (last, character) = entry["from"], entry["to"]
    recording = f"{entry['recording']} " if "recording" in entry else ""
    other = f"{entry['to_recording']} " if "to_recording" in entry else ""
    return f"{recording}{first}-{other}{last if character else last - 1}"


def tell_plans(reporter: Reporter, folder: str, plans: Sequence[Plan], *, dry_run: bool) -> None:
    """Say which files were written, and which were left as an editor has them."""
    would = "would be " if dry_run else ""
    for plan in plans:
        edited = f"{folder}: {', '.join(plan.edited)}"
        if plan.outcome is Outcome.KEPT:
            reporter.say(f"{edited}: changed since the draft was written, and kept")
        elif plan.outcome is Outcome.LEFT:
            reporter.complain(
                f"{edited}: not as intake left it, and kept; --force writes the new draft over it, "
                "and keeps a copy"
            )
        elif plan.outcome is Outcome.FORCED:
            reporter.say(f"{edited}: {would}overwritten; a copy is kept beside it")
    written = [
        file.path.name
        for plan in plans
        if plan.outcome in {Outcome.WRITTEN, Outcome.FORCED}
        for file in plan.files
        if not file.same
    ]
    if written:
        reporter.say(f"{folder}: {count(len(written), 'file')} {would}written")
    elif not any(plan.outcome is Outcome.LEFT for plan in plans):
        reporter.say(f"{folder}: nothing to write")
