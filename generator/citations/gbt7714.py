"""GB/T 7714-2015, numeric style: a contribution to proceedings that are online (4.2).

`authors. title: what the text is[C/OL]. others//conference, place, date[date of access]. address.` Names
and signs are those of the standard, whatever the language of the page; a conference without a printed volume
stands with its place and date, as among the standard's own examples of `[C/OL]`.
"""

from __future__ import annotations

from generator.citations.work import Citation, Part, Piece, Work
from generator.model.name_parts import NameParts

_MOST_NAMES = 3
_ONLINE_PROCEEDINGS = "[C/OL]"


def gbt7714(work: Work) -> Citation:
    """Return a session as GB/T 7714-2015 has it.

    The date of access is needed for what is online (4.2.1); only the reader's clock knows it.
    """
    authors = _names(work.authors, work)
    # 8.2.3: words that explain the title are "other title information", after a colon.
    nature = ", ".join(work.nature)
    others = f". {_names(work.chairs, work)}, {work.chaired}" if work.chairs else ""
    host = ", ".join(part for part in (work.forum, work.event, work.place, str(work.date)) if part)
    return (
        Piece(
            f"{authors}. " if authors else ""
        ),  # 8.1.3: without an author a numbered entry begins with the title
        Piece(work.title, Part.TITLE),
        Piece(f": {nature}{_ONLINE_PROCEEDINGS}{others}//{host}"),
        Piece(f"[{work.accessed}]", Part.ACCESSED, "[{date}]"),
        Piece(". "),
        Piece(work.url, Part.URL),
        Piece("."),
    )


def _names(names: tuple[NameParts, ...], work: Work) -> str:
    """Return up to three names; of more, the first three and `等` or `et al` (8.1.2)."""
    more = ["等" if work.page.is_chinese else "et al"] if len(names) > _MOST_NAMES else []
    return ", ".join([*(_name(name) for name in names[:_MOST_NAMES]), *more])


def _name(name: NameParts) -> str:
    """Return a name with the family name first (8.1.1).

    Letters: the family name in capitals, initials without points; in pinyin each syllable has one.
    """
    if name.ideographic:
        return name.whole
    if not name.family:
        return name.whole.upper()
    family = f"{name.particle} {name.family}".strip().upper()
    return " ".join((family, *name.initials))
