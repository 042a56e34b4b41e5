"""An entry of the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.model.about import About
from generator.model.identifiers import TermId, TopicId
from generator.model.text import LocalizedText


class FoundBy(StrEnum):
    """How the places where a term is said are found."""

    FORMS = "forms"
    LINKS = "links"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word that needs explaining, with the ways it is misheard."""

    id: Annotated[TermId, About("Its name in addresses; never changes.", "error-rate")]
    term: Annotated[LocalizedText, About("The word, in each language.")]
    definition: Annotated[LocalizedText, About("One or two sentences that a layman understands.")]
    aliases: Annotated[tuple[str, ...], About("Other right forms: abbreviations, older words.")] = ()
    misheard: Annotated[tuple[str, ...], About("What speech recognisers make of it.")] = ()
    found_by: Annotated[
        FoundBy,
        About(
            "How the places where it is said are found: `forms`, by its forms in the text; `links`, by the "
            "links of editors only, for a word that often means something else."
        ),
    ] = FoundBy.FORMS
    see: Annotated[tuple[TermId, ...], About("Related terms.")] = ()
    topic: Annotated[TopicId | None, About("The topic that it belongs to.")] = None
    formerly: Annotated[tuple[TermId, ...], About("Ids it had before; old addresses lead here.")] = ()
