"""CSL-JSON, which Zotero, Pandoc and other reference managers read.

Names of types and variables are those of CSL 1.0.2, appendices III and IV. A session is a `speech`, whose
`genre` says what the text is: styles print it, so that a summary is not taken for the words that were said.
"""

from __future__ import annotations

import json

from generator.citations.work import Citation, Part, Piece, Work
from generator.model.dates import PartialDate
from generator.model.name_parts import NameParts

_INDENT = "    "


def csl_json(work: Work) -> Citation:
    """Return a list with one item."""
    values = {
        "type": "speech",
        "author": [_name(one) for one in work.authors],
        "chair": [_name(one) for one in work.chairs],
        "genre": ", ".join(work.nature),
        "container-title": work.forum,
        "event-title": work.event,
        "event-place": work.place,
        "issued": {"date-parts": [_date_parts(work.date)]},
        "language": work.language.value,
    }
    lines = [f"{_INDENT}{_json(key)}: {_json(value)},\n" for key, value in values.items() if value]
    return (
        Piece(f'[\n  {{\n{_INDENT}"id": "'),
        Piece(_inside(work.key), Part.KEY),
        Piece(f'",\n{_INDENT}"title": "'),
        Piece(_inside(work.title), Part.TITLE),
        Piece(f'{_inside(work.after_title)}",\n{"".join(lines)}{_INDENT}"URL": "'),
        Piece(_inside(work.url), Part.URL),
        Piece('"'),
        Piece("", Part.ACCESSED, f',\n{_INDENT}"accessed": {{"date-parts": [[{{parts}}]]}}'),
        Piece("\n  }\n]"),
    )


def _name(name: NameParts) -> dict[str, str]:
    if not name.family:
        return {"literal": name.whole}
    parts = {"family": name.family, "given": name.given, "non-dropping-particle": name.particle}
    return {key: value for key, value in parts.items() if value}


def _date_parts(date: PartialDate) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _inside(text: str) -> str:
    return _json(text)[1:-1]
