"""What pages are made with, and a page that can be made without making the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.addresses import SOURCE, Address
from generator.memo.tracing import Once, Tracer
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.relations import Relations
from generator.pages.templating import Templates


@dataclass(frozen=True, slots=True)
class Making:
    """What the pages of an edition are made with.

    Attributes:
        edition: The language's view of the proceedings.
        templates: Page templates.
        relations: What is said and related where.
        once: Keeps what many pages need, such as the order of all people.
    """

    edition: Edition
    templates: Templates
    relations: Relations
    once: Once = field(default_factory=lambda: Once(Tracer()))

    @classmethod
    def of(cls, edition: Edition, templates: Templates) -> Making:
        """Return what makes every page of an edition, with nothing known before."""
        return cls(edition, templates, Relations.of(edition))


@dataclass(frozen=True, slots=True)
class PageJob:
    """A page that can be made.

    Everything of the content that it shows is looked up while it is made, and nothing before: so what it was
    made from can be noted (`generator.memo.tracing`).

    Attributes:
        address: Where it lives.
        make: Makes it.
    """

    address: Address
    make: Callable[[], Page]

    @property
    def path(self) -> str:
        """Where its source lies below the language's folder, with `/`."""
        return f"{self.address}{SOURCE}"
