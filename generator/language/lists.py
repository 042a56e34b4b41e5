"""Several names in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.lists import format_list

from generator.language.locales import locale_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.language import Language


def join_list(items: Sequence[str], language: Language) -> str:
    """Join names as the language does.

    Chinese parts them all by 、 (GB/T 15834 4.5), also before the last, where CLDR's pattern has 和: a
    name may hold a 和 itself, and a list of names in a record is no sentence. English follows CLDR: commas,
    and “and” before the last.

    Args:
        items: The names, or pieces of HTML that stand for them; may be empty.
        language: The language of the sentence.

    Returns:
        One text; empty where there are no items.
    """
    if language.is_chinese:
        return "、".join(items)
    return format_list(list(items), locale=locale_of(language)) if items else ""
