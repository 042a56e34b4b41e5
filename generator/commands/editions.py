"""The editions of a site: one a language, from content and settings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.addresses import Addresses
from generator.commands.failure import CommandError, Exit
from generator.commands.project import Project
from generator.language.both_scripts import written_in_both
from generator.language.exceptions import load_exceptions
from generator.language.review_words import REVIEW_FILE, load_review_words
from generator.language.script import ScriptConverter, Standard
from generator.language.words import load_words
from generator.language.yaml_text import LanguageFileError
from generator.model.identifiers import WebAddress
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.site import Site, TraditionalStandard
from generator.pages.edition import Edition
from generator.pages.held_back import without_held_back

_STANDARDS = {
    TraditionalStandard.TAIWAN: Standard.TAIWAN,
    TraditionalStandard.HONG_KONG: Standard.HONG_KONG,
}


@dataclass(frozen=True, slots=True)
class _PartOfSite(Addresses):
    """Addresses where only some languages are built: those of the whole site, the links among the few.

    Attributes:
        root: The language that stands at the root, built or not.
    """

    root: Language

    def prefix(self, language: Language) -> str:
        """Return the folder of a language below the site, the same as in the whole site."""
        return "" if language is self.root else f"{language.lower()}/"


def make_editions(
    project: Project,
    site: Site,
    held: Proceedings,
    *,
    languages: tuple[Language, ...] = (),
    site_url: str | None = None,
    readable: Proceedings | None = None,
) -> tuple[Edition, ...]:
    """Return an edition for each language that is to be built.

    Args:
        project: Where the words and the exceptions are.
        site: The maintainer's settings.
        held: The content; what is held back from readers is taken out here, before any page sees it.
        languages: Only these; all of the site's if empty. Addresses are those of the whole site all the same.
        site_url: Where it will be published, if not where the settings say.
        readable: The content without what is held back, where that is known already.

    Raises:
        CommandError: A file of words or exceptions or the review list cannot be used, or a language is not
            one of the site's.
    """
    for language in languages:
        if language not in site.languages:
            raise CommandError(f"{language} is not among the languages of site_config/site.yml", Exit.CALL)
    if site_url is not None:
        site = replace(site, url=WebAddress(site_url if site_url.endswith("/") else f"{site_url}/"))
    try:
        vocabularies = load_words(project.config / "words")
        exceptions = load_exceptions(project.config / "script_exceptions.yml")
        review_words = load_review_words(project.config / REVIEW_FILE)
    except LanguageFileError as error:
        raise CommandError(str(error), Exit.WRONG) from error
    if readable is None:
        readable = without_held_back(held, review_words)
    script = ScriptConverter(written_in_both(held), exceptions, _STANDARDS[site.traditional])
    wanted = tuple(language for language in site.languages if not languages or language in languages)
    # The switcher leads only where a page is.
    addresses = _PartOfSite(site.url, wanted, site.languages[0])
    return tuple(Edition(language, site, readable, vocabularies, script, addresses) for language in wanted)
