"""An entry for BibTeX and biblatex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.citations.work import Citation, Part, Piece, Work
from generator.model.name_parts import NameParts

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BETWEEN = ",\n  "
_SPACES = re.compile(r"\s+")
# A brace counts for BibTeX even behind a backslash: only commands with both braces keep an entry whole.
_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
}
_ESCAPES = str.maketrans(_ESCAPED)


def bibtex(work: Work) -> Citation:
    """Return a session as an entry of type `inproceedings`.

    The year and month are what BibTeX reads, the day is biblatex's `eventdate`; there `date` would
    contradict `year`. Names in ideographs stay whole: styles that know nothing of them would turn them round.
    """
    # Two pairs of braces: styles leave the capitals alone.
    pieces = [Piece("@inproceedings{"), Piece(work.key, Part.KEY), Piece(f"{_BETWEEN}title = {{{{")]
    pieces += [Piece(escaped(work.title), Part.TITLE), Piece(f"{escaped(work.after_title)}}}}}")]
    for name, value in _fields(work):
        pieces += [Piece(f"{_BETWEEN}{name} = "), Piece(value)]
    pieces += [Piece(f"{_BETWEEN}url = {{"), Piece(work.url, Part.URL), Piece("}")]
    pieces += [Piece("", Part.ACCESSED, f"{_BETWEEN}urldate = {{{{date}}}}"), Piece("\n}")]
    return tuple(pieces)


def escaped(text: str) -> str:
    """Return a text as TeX reads it, in one line, its braces in balance."""
    return _SPACES.sub(" ", text).translate(_ESCAPES)


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    if work.authors:
        yield "author", _braced(" and ".join(_name(one) for one in work.authors))
    yield "booktitle", _braced(_braced(escaped(work.forum)))
    if work.event:
        yield "eventtitle", _braced(escaped(work.event))
    if work.place:
        yield "venue", _braced(escaped(work.place))
    if work.date.day:
        yield "eventdate", _braced(str(work.date))
    yield "year", _braced(f"{work.date.year:04d}")
    if work.date.month:
        yield "month", _MONTHS[work.date.month - 1]
    yield "langid", _braced("chinese" if work.language.is_chinese else "english")
    yield "note", _braced(escaped(_note(work)))


def _note(work: Work) -> str:
    """Return what the text is, and who led the session: entries have no field for either."""
    note = ", ".join(work.nature)
    names = ", ".join(one.whole for one in work.chairs)
    return f"{note}. {work.chaired}: {names}" if names else note


def _name(name: NameParts) -> str:
    if name.ideographic or not name.family:
        return _braced(escaped(name.whole))
    family = " ".join(part for part in (escaped(name.particle), escaped(name.family)) if part)
    return f"{family}, {escaped(name.given)}"


def _braced(text: str) -> str:
    return f"{{{text}}}"
