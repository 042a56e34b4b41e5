"""What editors do to a record in two languages: single edits, drawn by chance, as people make them."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import Final

_MARKS: Final = re.compile(r"(?: \^[a-z0-9]{4})+$")
_WORDS: Final = "潮水退去以后盐蒿记得每一次编号灯塔看守人把时间写在墙上风从东南来船没有到"


@dataclass
class Editor:
    """Edits one text in two languages, paragraph by paragraph.

    Attributes:
        draw: Chance, with a seed.
        texts: The paragraphs, and headings, of each language, with their marks; the same number in each.
        deleted: Marks whose paragraphs were taken out.
    """

    draw: random.Random
    texts: tuple[list[str], list[str]]
    deleted: set[str] = field(default_factory=set)

    def edit(self) -> str:
        """Make one edit in both languages, and say which."""
        whole = len(self.texts[0])
        kinds = ["correct", "insert", "delete", "split", "join", "move"]
        if whole < 4:
            kinds = ["insert"]
        elif whole > 40:
            kinds = ["delete", "join", "correct"]
        kind = self.draw.choice(kinds)
        number = self.draw.randrange(whole)
        getattr(self, f"_{kind}")(number)
        return kind

    def words(self) -> str:
        """Return a sentence that nobody has written before."""
        return "".join(self.draw.choice(_WORDS) for _ in range(self.draw.randint(6, 30))) + "。"

    def _correct(self, number: int) -> None:
        for text in self.texts:
            body, marks = _parted(text[number])
            sign = "## " if body.startswith("## ") else ""
            text[number] = sign + self.words() + marks

    def _insert(self, number: int) -> None:
        heading = "## " if self.draw.random() < 0.2 else ""
        for text in self.texts:
            text.insert(number, heading + self.words())

    def _delete(self, number: int) -> None:
        for text in self.texts:
            self.deleted |= set(marks_in(text.pop(number)))

    def _split(self, number: int) -> None:
        for text in self.texts:
            body, marks = _parted(text[number])
            if body.startswith("## "):
                continue
            # A split leaves the mark on the first part.
            text[number : number + 1] = [self.words() + marks, self.words()]

    def _join(self, number: int) -> None:
        if number + 1 >= len(self.texts[0]):
            return
        if any(text[one].startswith("## ") for text in self.texts for one in (number, number + 1)):
            return
        for text in self.texts:
            (first, marks), (second, more) = _parted(text[number]), _parted(text[number + 1])
            # A joined paragraph carries both.
            text[number : number + 2] = [first + second + marks + more]

    def _move(self, number: int) -> None:
        place = self.draw.randrange(len(self.texts[0]))
        for text in self.texts:
            text.insert(place, text.pop(number))


def marks_in(text: str) -> list[str]:
    """Return the marks at the end of a paragraph."""
    return re.findall(r"\^([a-z0-9]{4})", _parted(text)[1])


def _parted(text: str) -> tuple[str, str]:
    found = _MARKS.search(text)
    return (text[: found.start()], found[0]) if found else (text, "")
