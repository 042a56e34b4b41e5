"""JSON Schemas of the files of content, made from the types of the model.

They stand in `site_config/schemas/`, so that editors of YAML complete and check as one types (JSON Schema
draft-07, which the YAML language server reads). They are the model said again for machines: a test holds the
two equal. What spans files (that an id exists) no schema can say; `proceedings check` does.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from generator.model.dates import ClockTime, PartialDate, Timecode
from generator.model.event import Event
from generator.model.fidelity import Accepted
from generator.model.forum import Forum
from generator.model.identifiers import RESERVED, Digest, ImagePath, LanguageTag, Mark, Sha256, WebAddress
from generator.model.language import Language
from generator.model.organisation import Organisation
from generator.model.person import Person
from generator.model.record import RecordHead
from generator.model.recording import Span
from generator.model.site import Site
from generator.model.term import Term
from generator.model.text import LocalizedText
from generator.model.topic import Topic
from generator.model.translation import Confirmed
from generator.store.scalars import REFERENCES
from generator.store.shape import Field, fields_of, is_pair, list_item

Schema = dict[str, Any]

FILES: Final[Mapping[str, tuple[type, str, str]]] = {
    "events": (Event, "list", "content/events.yml"),
    "organisations": (Organisation, "list", "content/organisations.yml"),
    "topics": (Topic, "list", "content/topics.yml"),
    "glossary": (Term, "list", "content/glossary.yml"),
    "person": (Person, "map", "content/people/<person>.yml"),
    "forum": (Forum, "map", "content/forums/<forum>/forum.yml"),
    "record": (
        RecordHead,
        "map",
        "the front matter of content/forums/<forum>/records/<session>.<language>.md",
    ),
    "sources": (Span, "by mark", "content/forums/<forum>/records/<session>.sources.yml"),
    "confirmed": (
        Confirmed,
        "value by mark",
        "content/forums/<forum>/records/<session>.<language>.confirmed.yml",
    ),
    "accepted": (Accepted, "by mark", "content/forums/<forum>/records/<session>.accepted.yml"),
    "site": (Site, "map", "site_config/site.yml"),
}
"""Each kind of file: its type; its shape; its place.

Shapes: a map, a list of maps, lists of maps by mark, or by mark the one value that the type holds.
"""

_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
PATTERNS: Final[Mapping[Any, tuple[str, str]]] = {
    PartialDate: (_DATE, "a date, as much of it as is known"),
    ClockTime: (r"^([01]\d|2[0-3]):[0-5]\d$", "a time of the day, in quotes"),
    Timecode: (r"^(\d{1,2}:)?[0-5]?\d:[0-5]\d$", "a position in a recording, in quotes"),
    Mark: (r"^(?=[a-z0-9]*[0-9])[a-z][a-z0-9]{3}$", "a mark"),
    LanguageTag: (r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-\d{3})?$", "a language tag"),
    WebAddress: (r"^(https?://|mailto:)\S+$", "a web address"),
    ImagePath: (r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(png|jpg|jpeg|webp|gif|avif)$", "a picture's name"),
    Sha256: (r"^[0-9a-f]{64}$", "a SHA-256 digest"),
    Digest: (r"^[0-9a-f]{12}$", "the digest of a paragraph"),
}
_IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def schema_of(name: str) -> Schema:
    """Return the schema of a kind of file.

    Args:
        name: A key of `FILES`.
    """
    cls, shape, where = FILES[name]
    definitions: dict[str, Schema] = {}
    one = _object(cls, definitions)
    schema: Schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": where,
        "description": first_line(cls),
    }
    if shape == "map":
        schema |= one
    elif shape == "list":
        schema |= {"type": "array", "items": one}
    else:
        by_mark = {"type": "array", "items": one}
        if shape == "value by mark":
            (field,) = fields_of(cls)
            by_mark = _described(field, definitions)
        schema |= {
            "type": "object",
            "patternProperties": {PATTERNS[Mark][0]: by_mark},
            "additionalProperties": False,
        }
    if definitions:
        schema["definitions"] = dict(sorted(definitions.items()))
    return schema


def schema_text(name: str) -> str:
    """Return the schema of a kind of file as it is checked in."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n"


def _object(cls: type, definitions: dict[str, Schema]) -> Schema:
    fields = fields_of(cls)
    schema: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.key: _described(field, definitions) for field in fields},
    }
    required = [field.key for field in fields if field.required]
    return schema | ({"required": required} if required else {})


def _described(field: Field, definitions: dict[str, Schema]) -> Schema:
    return {"description": field.about.text} | _schema(field.type, definitions)


def _schema(annotation: Any, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a type; plain scalars may look like numbers or truth values to other readers."""
    item = list_item(annotation)
    if item is not None:
        return {"type": "array", "items": _schema(item, definitions)}
    if is_pair(annotation):
        return {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
    if typing.get_origin(annotation) is not None:
        value = typing.get_args(annotation)[1]
        return {"type": "object", "additionalProperties": _schema(value, definitions)}
    if annotation is LocalizedText:
        definitions.setdefault("text", _text_schema())
        return {"$ref": "#/definitions/text"}
    if annotation in PATTERNS:
        return {"type": ["string", "integer"], "pattern": PATTERNS[annotation][0]}
    if annotation in REFERENCES:
        return {"type": ["string", "integer"], "pattern": _IDENTIFIER, "not": {"enum": sorted(RESERVED)}}
    plain: dict[Any, Schema] = {
        str: {"type": ["string", "number", "boolean"]},
        bool: {"type": "boolean"},
        int: {"type": "integer", "minimum": 0},
    }
    if annotation in plain:
        return plain[annotation]
    if issubclass(annotation, StrEnum):
        return {"enum": [member.value for member in annotation]}
    if annotation.__name__ not in definitions:
        definitions[annotation.__name__] = {}
        definitions[annotation.__name__] = {"description": first_line(annotation)} | _object(
            annotation, definitions
        )
    return {"$ref": f"#/definitions/{annotation.__name__}"}


def _text_schema() -> Schema:
    one: Schema = {"type": ["string", "number", "boolean"]}
    return {
        "description": "A text, or the text in each language.",
        "oneOf": [
            one,
            {
                "type": "object",
                "properties": {language.value: one for language in Language},
                "additionalProperties": False,
                "minProperties": 1,
            },
        ],
    }


def first_line(cls: type) -> str:
    """Return what a type is, in its own words."""
    return (cls.__doc__ or "").strip().partition("\n")[0]
