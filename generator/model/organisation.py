"""A company, university or institute."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.model.about import About
from generator.model.identifiers import OrganisationId, WebAddress
from generator.model.text import LocalizedText


class OrganisationKind(StrEnum):
    """What an organisation is."""

    COMPANY = "company"
    UNIVERSITY = "university"
    INSTITUTE = "institute"
    GOVERNMENT = "government"
    COMMUNITY = "community"
    MEDIA = "media"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation that people belong to, or that holds a forum."""

    id: Annotated[OrganisationId, About("Its name in addresses; never changes.", "tsinghua")]
    name: Annotated[LocalizedText, About("Its name as it writes it, in each language.")]
    short: Annotated[LocalizedText | None, About("A shorter name for lists.")] = None
    aliases: Annotated[tuple[str, ...], About("Other right forms of the name.")] = ()
    misheard: Annotated[tuple[str, ...], About("What speech recognisers make of the name.")] = ()
    kind: Annotated[OrganisationKind | None, About("What it is.")] = None
    url: Annotated[WebAddress | None, About("Its own site.")] = None
    parent: Annotated[OrganisationId | None, About("The organisation that it is a part of.")] = None
    formerly: Annotated[tuple[OrganisationId, ...], About("Ids it had before; old addresses lead here.")] = ()
