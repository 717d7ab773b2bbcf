"""Draft admission standards (拟行准入标准) as a file of the office: tried on past projects, in force only once registered."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from zgc_desktop.domain.admission.standards import GATES, MEASURES, Standard, check_standard
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import UNIT_FEN
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.strict_table import StrictTable

_SCALE: Final = {"万元/公顷": UNIT_FEN["万元"], "万元/人": UNIT_FEN["万元"], "%": 100}


def read_drafts(data: object, file: str, parks: Sequence[str], industries: Sequence[str]) -> tuple[Standard, ...]:
    """The standards of a draft file, thresholds in 万元/公顷, 万元/人 and %; RuleFileError with file, key and reason."""
    table = StrictTable(file, "", data)
    cited = table.citation("citation")
    found: list[Standard] = []
    for entry in table.tables("standard"):
        first, last = entry.day("effective_from"), entry.day("effective_to") if entry.has("effective_to") else None
        if first is None:
            raise entry.refuse("effective_from", "没有写生效日", "如 effective_from = 2027-01-01")
        amounts = [(m, entry.decimal(m)) for m in MEASURES if entry.has(m)]
        thresholds = tuple((m, _whole(entry, m, value)) for m, value in amounts if value is not None)
        words = {title: key for key, title in GATES.items()}
        gates = tuple(words.get(g, g) for g in entry.texts("gates"))
        standard = Standard(
            entry.text("park", ""), entry.text("industry", ""), first, last, thresholds, gates, cited, len(found) + 1
        )
        entry.done()
        try:
            check_standard(standard, found, parks, industries)
        except Refused as why:
            raise RuleFileError(file, f"standard[{len(found) + 1}]", why.what, why.advice) from None
        found.append(standard)
    table.done()
    return tuple(found)


def _whole(entry: StrictTable, measure: str, value: Decimal) -> int:
    scaled = value * _SCALE[MEASURES[measure][1]]
    if scaled != int(scaled):
        raise entry.refuse(measure, "小数位太多", "万元至多六位小数，百分数至多两位")
    return int(scaled)
