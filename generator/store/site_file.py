"""The settings of the site, `site_config/site.yml`."""

from __future__ import annotations

from pathlib import Path

from generator.model.fault import Fault, Place
from generator.model.language import Language
from generator.model.site import Site
from generator.store.decode import Decoder
from generator.store.source_text import read_source
from generator.store.web_address import SCHEMES
from generator.store.yaml_tree import parse_yaml

SITE_FILE = "site_config/site.yml"


def load_site(project: Path) -> tuple[Site | None, tuple[Fault, ...]]:
    """Read the settings.

    Args:
        project: The folder with `mkdocs.yml`.

    Returns:
        The settings, None where they cannot be used; and what is wrong with them.
    """
    text, faults = read_source(project / SITE_FILE, SITE_FILE)
    if faults:
        return None, faults
    node, faults = parse_yaml(text, SITE_FILE)
    decoder = Decoder(SITE_FILE, Language.HANS)
    site = None if faults else decoder.read_object(node, Site)
    found = [*faults, *decoder.faults]
    if site and not site.url.endswith("/"):
        place = decoder.places.get((SITE_FILE, ("url",)), Place(SITE_FILE, 1, 1))
        found.append(Fault(place, "the site's address ends without a slash", "add / at the end", "site-url"))
    repository = site.repository.url if site and site.repository else None
    for key, url in (("url", site and site.url), ("repository", repository)):
        if url and (url.partition(":")[0].lower() not in SCHEMES or set(url) & {"?", "#"}):
            place = decoder.places.get((SITE_FILE, (key,)), Place(SITE_FILE, 1, 1))
            remedy = "write https://…, without ? and #"
            found.append(Fault(place, f"'{url}' is no address of a site", remedy, "site-url"))
    if site and (not site.languages or len(set(site.languages)) < len(site.languages)):
        place = decoder.places.get((SITE_FILE, ("languages",)), Place(SITE_FILE, 1, 1))
        found.append(Fault(place, "the languages must be one or more, each once", "", "languages"))
    return (None if found else site), tuple(sorted(found))
