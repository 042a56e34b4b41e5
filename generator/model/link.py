"""Addresses elsewhere that a person, an organisation or a forum is known by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.model.about import About
from generator.model.identifiers import WebAddress
from generator.model.text import LocalizedText


class LinkKind(StrEnum):
    """What kind of page an address leads to."""

    WEBSITE = "website"
    ORCID = "orcid"
    SCHOLAR = "scholar"
    GITHUB = "github"
    WIKIDATA = "wikidata"
    WIKIPEDIA = "wikipedia"
    VIDEO = "video"
    SOCIAL = "social"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address elsewhere."""

    kind: Annotated[LinkKind, About("What kind of page it is.")]
    url: Annotated[WebAddress, About("Where it leads: http, https or mailto.", "https://example.org/")]
    title: Annotated[
        LocalizedText | None, About("What the link is called, where the kind does not say it.")
    ] = None
