"""The terms of a record with their definitions, as its page explains them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.addresses import Address, term_address
from generator.model.identifiers import TermId
from generator.pages.edition import Edition
from generator.pages.said import Said


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """A term with its definition.

    Attributes:
        id: What the words that say it lead to on the page.
        title: The term.
        href: Its page.
        definition: What it means.
    """

    id: str
    title: Said
    href: str
    definition: Said


def gloss_id(term: TermId) -> str:
    """Return the id of a term's definition on the page of a record; no mark holds a hyphen."""
    return f"g-{term}"


def explained_terms(edition: Edition, terms: Sequence[TermId], here: Address) -> tuple[ExplainedTerm, ...]:
    """Return terms with their definitions.

    Args:
        edition: Whose page it is for.
        terms: In the order in which they are shown.
        here: The page.
    """
    found = (edition.held.terms[one] for one in terms)
    return tuple(
        ExplainedTerm(
            gloss_id(one.id),
            edition.say(one.term),
            edition.link(here, term_address(one.id)),
            edition.say(one.definition),
        )
        for one in found
    )
