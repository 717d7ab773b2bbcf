"""What a public paper may tell (公开口径): the least number of companies a published count may stand for, and why."""

from __future__ import annotations

from dataclasses import dataclass

from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.domain.strict_table import StrictTable


@dataclass(frozen=True, slots=True)
class PublicationLimits:
    """Counts from 1 to below ``least`` are published as 不足N家; ``reason`` is printed with them."""

    least: int
    reason: str
    citation: Citation


def read_publication(data: object, file: str) -> PublicationLimits:
    """Read the limits; RuleFileError for an unknown key, a least below 3 (it would tell what it hides) or no reason."""
    table = StrictTable(file, "", data)
    found = PublicationLimits(table.whole("least", 3, 100), table.text("reason"), table.citation("citation"))
    table.done()
    return found
