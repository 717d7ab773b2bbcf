"""The receipt (回执) of a submission as data: what came, when, with what proof, where it stands, and what is still wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month


@dataclass(frozen=True, slots=True)
class Receipt:
    """One version's receipt. ``sha256`` is that of the very file the park has; amounts None = not reported (未报)."""

    number: str
    park: str
    month: Month
    version: int
    file_name: str
    sha256: str
    received_at: datetime
    state: str
    punctuality: str
    sheets: tuple[tuple[str, int], ...]
    """(title, rows read)"""
    companies: int
    tax_fen: Fen | None
    revenue_fen: Fen | None
    errors: int
    warnings: int
    notices: int
    added: int
    changed: int
    vanished: int
    wanted: tuple[str, ...]
    who: str
    program: str
    journal_mark: str = ""
    """Number and hash of the last entry of the journal about this month."""

    def as_json(self) -> dict[str, object]:
        """The receipt as plain facts; the keys are its contract with the park edition."""
        return {
            "receipt": self.number,
            "park": self.park,
            "month": str(self.month),
            "version": self.version,
            "file": self.file_name,
            "sha256": self.sha256,
            "received_at": self.received_at.isoformat(),
            "state": self.state,
            "punctuality": self.punctuality,
            "sheets": [{"title": title, "rows": rows} for title, rows in self.sheets],
            "companies": self.companies,
            "tax_fen": self.tax_fen,
            "revenue_fen": self.revenue_fen,
            "issues": {"error": self.errors, "warning": self.warnings, "notice": self.notices},
            "against_last": {"added": self.added, "changed": self.changed, "vanished": self.vanished},
            "still_wanted": list(self.wanted),
            "received_by": self.who,
            "program": self.program,
            "journal": self.journal_mark,
        }


def receipt_number(month: Month, order: int, version: int) -> str:
    """``HZ-202610-10-1``: month, the park's place in the plan's order, version. Issued again, it is the same."""
    return f"HZ-{month.number}-{order:02d}-{version}"
