"""What tells people of one name apart, wherever a page names them together.

First the organisation of that day; where that is missing or shared, the label that the editor gave them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from generator.language.ideographs import IDEOGRAPH
from generator.model.forum import Forum
from generator.model.identifiers import OrganisationId, PersonId
from generator.model.session import Appearance
from generator.model.text import LocalizedText
from generator.pages.edition import Edition
from generator.pages.said import Said, sentence

_AROUND = " \u3000()（）[]［］【】,，、·・-–—:：/"
"""What parts a name from the words that an editor put beside it."""


def told_apart(edition: Edition, forum: Forum, appearances: Sequence[Appearance]) -> Mapping[PersonId, Said]:
    """Return what tells each person from the others of the same name; nothing for who shares no name.

    Args:
        edition: In whose language names are shown: people may share a name in one and not in another.
        forum: Where they appear; labels are in its language.
        appearances: Those who are named together.
    """
    people = {one.person: one for one in reversed(appearances)}
    names = Counter(edition.name(person).text for person in people)
    found = {}
    for person, one in people.items():
        name = edition.name(person).text
        if names[name] > 1:
            others = [
                other
                for other in people.values()
                if other.person != person and edition.name(other.person).text == name
            ]
            sign = _organisation(edition, one, others) or _label(edition, forum, one)
            if sign:
                found[person] = sign
    return found


def names_apart(edition: Edition, forum: Forum, appearances: Sequence[Appearance]) -> list[Markup]:
    """Return the name of each, for HTML, followed by what tells them apart where names are shared."""
    apart = told_apart(edition, forum, appearances)
    names = []
    for one in appearances:
        name, sign = edition.name(one.person), apart.get(one.person)
        names.append(sentence(edition.words, "person.apart", name=name, sign=sign) if sign else escape(name))
    return names


def same_name(edition: Edition, person: PersonId) -> tuple[PersonId, ...]:
    """Return the others whose names the edition writes alike, by id."""
    name = edition.name(person).text
    return tuple(one for one in edition.held.people if one != person and edition.name(one).text == name)


def _organisation(edition: Edition, one: Appearance, others: Sequence[Appearance]) -> Said | None:
    own = _first(one)
    if own is None or own in {_first(other) for other in others}:
        return None
    return edition.organisation(own)


def _first(one: Appearance) -> OrganisationId | None:
    return one.affiliations[0].organisation if one.affiliations else None


def _label(edition: Edition, forum: Forum, one: Appearance) -> Said | None:
    """Return the words of a label beside the name; the whole label where the name is not in it."""
    if not one.label:
        return None
    forms = sorted(edition.person(one.person).all_forms, key=len, reverse=True)
    form = next((form for form in forms if form in one.label), "")
    text = one.label.replace(form, "", 1).strip(_AROUND) if form else one.label
    if not text:
        return None
    if not IDEOGRAPH.search(text):
        return Said(text, edition.language)
    return edition.say(LocalizedText(((forum.language, text),)), forum.language)
