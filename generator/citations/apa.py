"""APA style, 7th edition: a conference session (10.5), online.

In English as the manual has it. In Chinese as it is customary where Chinese papers follow APA: whole names,
the date in words, and the signs of the script; in Traditional Chinese those of Taiwan's journals.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.citations.work import Citation, Part, Piece, Work
from generator.model.language import Language
from generator.model.name_parts import NameParts

_MOST_NAMES = 20
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Signs:
    """What stands between names and parts.

    Attributes:
        comma: Between the parts of a list.
        names: Between names.
        last: Before the last of several names.
        date: Around the date, from the authors on.
        aside: Around the others and their role.
        bracket: Around what the text is.
        stop: At the end of a part.
        before: Before what is in brackets or round brackets.
    """

    comma: str
    names: str
    last: str
    date: tuple[str, str]
    aside: tuple[str, str]
    bracket: tuple[str, str]
    stop: str
    before: str


_SIGNS = {
    Language.EN: _Signs(", ", ", ", ", & ", (" (", "). "), ("(", ")"), ("[", "]"), ". ", " "),
    Language.HANS: _Signs(", ", ", ", ", ", (" (", "). "), ("(", ")"), ("[", "]"), ". ", " "),
    Language.HANT: _Signs("，", "、", "、", ("（", "）。"), ("（", "）"), ("［", "］"), "。", ""),
}


def apa(work: Work) -> Citation:
    """Return a session as APA style has it.

    No date of access: the text is not one that changes by design (9.16). The title keeps its capitals.
    """
    signs = _SIGNS[work.page]
    authors = _names([_name(name) for name in work.authors], signs)
    date = f"{signs.date[0]}{_date(work)}{signs.date[1]}"
    translated = f"{signs.before}{work.translated.join(signs.bracket)}" if work.translated else ""  # 9.38
    before, nature = _ended(authors, signs), translated + _nature(work, signs)
    title = Piece(work.title, Part.TITLE)
    # 9.12: without an author the title moves to the place of the author.
    head = (Piece(f"{before}{date}"), title, Piece(nature + signs.stop)) if authors else (
        title, Piece(_ended(nature, signs) + date)
    )  # fmt: skip
    source = signs.comma.join(part for part in (work.forum, work.event, work.place) if part)
    return (*head, Piece(f"{source}{signs.stop}"), Piece(work.url, Part.URL))


def _nature(work: Work, signs: _Signs) -> str:
    """Return others with their role (9.10), and what is cited in square brackets (9.21)."""
    chairs = ""
    if work.chairs:
        inside = signs.comma.join((_names([_in_order(one) for one in work.chairs], signs), work.chaired))
        chairs = signs.before + inside.join(signs.aside)
    return chairs + signs.before + signs.comma.join(work.nature).join(signs.bracket)


def _ended(text: str, signs: _Signs) -> str:
    """Return a part with its point, which initials bring themselves (9.5)."""
    if not text or text.endswith(".") or signs is _SIGNS[Language.HANT]:
        return text
    return f"{text}."


def _names(names: list[str], signs: _Signs) -> str:
    """Return up to twenty names; of more, the first nineteen and the last (9.8)."""
    if len(names) > _MOST_NAMES:
        return signs.names.join(names[: _MOST_NAMES - 1]) + f"{signs.names}. . . {names[-1]}"
    if len(names) < 2:  # noqa: PLR2004 - nothing stands between fewer than two
        return "".join(names)
    return signs.names.join(names[:-1]) + signs.last + names[-1]


def _name(name: NameParts) -> str:
    """Return a name with the family name first, given names as initials (9.8); ideographs have none."""
    if name.ideographic or not name.family:
        return name.whole
    return f"{name.particle} {name.family}, {_initials(name)}".strip()


def _in_order(name: NameParts) -> str:
    """Return a name with initials first, as others than authors are written (10.3)."""
    if name.ideographic or not name.family:
        return name.whole
    return " ".join(part for part in (_initials(name), name.particle, name.family) if part)


def _initials(name: NameParts) -> str:
    """Return `J. P.` and, where names are joined by a hyphen, `J.-P.` (9.8)."""
    words = [
        [part for part in word.replace("‐", "-").replace("‑", "-").split("-") if part]
        for word in name.given.split()
    ]
    return " ".join("-".join(f"{part[0].upper()}." for part in parts) for parts in words if parts)


def _date(work: Work) -> str:
    date = work.date
    if work.page.is_chinese:
        return (
            f"{date.year}年"
            + (f"{date.month}月" if date.month else "")
            + (f"{date.day}日" if date.day else "")
        )
    month = f", {_MONTHS[date.month - 1]}" if date.month else ""
    return f"{date.year}{month}" + (f" {date.day}" if date.day else "")
