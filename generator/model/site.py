"""What a maintainer sets for the whole site."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from generator.model.about import About
from generator.model.identifiers import WebAddress
from generator.model.language import Language
from generator.model.text import LocalizedText


class TraditionalStandard(StrEnum):
    """Which traditional forms the site writes; the names are OpenCC's."""

    TAIWAN = "s2tw"
    HONG_KONG = "s2hk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """Where the content is kept, so that readers can propose corrections."""

    url: Annotated[WebAddress, About("The repository's page.", "https://github.com/example/proceedings")]
    branch: Annotated[str, About("The branch that the site is built from.")] = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the host takes; without it, what GitHub Pages does.

    See https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits.
    """

    bytes: Annotated[int, About("How large the site may be.", "1000000000")] = 1_000_000_000
    minutes: Annotated[int, About("How long it may take.", "10")] = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The settings of a site, in `site_config/site.yml`."""

    name: Annotated[LocalizedText, About("What the site is called.")]
    lead: Annotated[LocalizedText, About("Two sentences under the name on the home page.")]
    url: Annotated[
        WebAddress, About("Where it is published, with a slash at the end.", "https://example.org/x/")
    ]
    languages: Annotated[
        tuple[Language, ...], About("Languages that are built; the first stands at the root.")
    ] = tuple(Language)
    repository: Annotated[Repository | None, About("Where the content is kept.")] = None
    contact: Annotated[WebAddress | None, About("Where corrections go by mail.", "mailto:x@example.org")] = (
        None
    )
    rights: Annotated[LocalizedText | None, About("The line on rights at the foot of every page.")] = None
    traditional: Annotated[TraditionalStandard, About("Which traditional forms are written.")] = (
        TraditionalStandard.TAIWAN
    )
    limits: Annotated[Limits, About("What the host takes; nothing larger is published.")] = field(
        default_factory=Limits
    )
