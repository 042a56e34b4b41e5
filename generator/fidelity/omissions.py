"""What was said and stands in no paragraph, of records that promise to leave out nothing of weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.fidelity.amount import ORDINAL, Amount
from generator.fidelity.finding import Finding
from generator.fidelity.held import Said
from generator.fidelity.number_rules import judge_amount
from generator.fidelity.reader import within
from generator.model.fidelity import FindingKind

_RELATIVE = ("last year", "this year", "next year")


def hold_omitted(held: Sequence[Said]) -> Iterator[Finding]:
    """Find numbers that were said where a paragraph comes from, and that none near it has."""
    written = [said.reader.numbers.read(said.text) for said in held]
    told: set[tuple[int, int]] = set()
    for number, said in enumerate(held):
        near = [amount for amounts in written[max(0, number - 1) : number + 2] for amount in amounts]
        for amount in within(said.heard.amounts, said.parts):
            if (amount.start, amount.end) in told or not _weighs(amount):
                continue
            told.add((amount.start, amount.end))
            judged = judge_amount(amount, near)
            if judged and judged.why == "is not there":
                line = said.heard.text.line_of(amount.start)
                heard = said.heard.text.around(amount.start, amount.end)
                message = f"‘{amount.words}’ was said here and is not in the record"
                yield Finding(FindingKind.OMITTED, said.block, -1, amount.words, message, line, heard)


def _weighs(amount: Amount) -> bool:
    if (
        not re.search(r"[0-9一二三四五六七八九十百千万亿]|[a-z]{3}", amount.words)
        or amount.words in _RELATIVE
    ):
        return False
    return not (amount.is_small_count or amount.vague or amount.unit.dimension == ORDINAL)
