"""Someone, once, with one id for ever."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from generator.model.about import About
from generator.model.identifiers import ImagePath, PersonId
from generator.model.link import Link
from generator.model.text import LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A picture of a person."""

    image: Annotated[ImagePath, About("The picture, by its name in `content/people/images/`.", "lin-wan.png")]
    rights: Annotated[LocalizedText, About("Who made it, and by what leave it is shown.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person; all the forms of the name belong here. The id is the file's name."""

    names: Annotated[
        LocalizedText, About("The name by language; family name first or last as the person writes it.")
    ]
    sort: Annotated[
        str | None,
        About(
            "How the name is sorted: pinyin or letters, the family name first; citations go by it too.",
            "lin wan",
        ),
    ] = None
    aliases: Annotated[tuple[str, ...], About("Other right forms of the name.")] = ()
    misheard: Annotated[tuple[str, ...], About("What speech recognisers make of the name.")] = ()
    formerly: Annotated[
        tuple[PersonId, ...], About("Ids the person had before; old addresses lead here.")
    ] = ()
    bio: Annotated[LocalizedText | None, About("Two or three sentences: who this is.")] = None
    links: Annotated[tuple[Link, ...], About("Where the person is found elsewhere.")] = ()
    portrait: Annotated[Portrait | None, About("A picture, with its rights.")] = None
    sure: Annotated[
        bool, About("`false`: the spelling of the name is not certain, and the page says so.")
    ] = True
    id: PersonId

    @property
    def all_forms(self) -> tuple[str, ...]:
        """Every right form of the name, without repeats, in order."""
        return tuple(dict.fromkeys([text for _, text in self.names.texts] + list(self.aliases)))
