"""What happened to one company (案件): its moves, base years, tax lines and later events, as facts without judgement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.sharing.schedule import Period


@dataclass(frozen=True, slots=True)
class Move:
    """One landed move (迁移): from which party to which, its nature and days; no ``at_capacity_on``: not yet."""

    from_party: str
    to_party: str
    nature: str
    registered_on: date
    at_capacity_on: date | None = None
    first_tax_on: date | None = None


@dataclass(frozen=True, slots=True)
class BaseYear:
    """One year's tax before the first move (基数年), net of refunds: the counted part, or gross by kind."""

    year: int
    amount: Fen | None = None
    gross: Mapping[str, Fen] | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class TaxLine:
    """Tax of one period: counted ``amount``, counted part by kind (``local``), or ``gross`` by kind; none of them = 未报.

    ``source`` names park, version, sheet and cell. Negative amounts are refunds (退库).
    """

    period: Period
    amount: Fen | None = None
    gross: Mapping[str, Fen] | None = None
    local: Mapping[str, Fen] | None = None
    collected_by: str = ""
    belongs_to: Period | None = None
    company: str = ""
    source: str = ""

    @property
    def missing(self) -> bool:
        """Not reported; never the same as zero."""
        return self.amount is None and self.gross is None and self.local is None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened later: base_corrected, tax_corrected, split, reregistered or returned."""

    on: date
    kind: str
    year: int = 0
    period: Period | None = None
    amount: Fen | None = None
    parts: tuple[tuple[str, Fraction], ...] = ()
    company: str = ""
    new_company: str = ""
    to_party: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One company's facts. ``settled`` (period text -> party -> 分) are the ledger's booked figures of closed periods."""

    moves: tuple[Move, ...]
    base: tuple[BaseYear, ...] = ()
    tax: tuple[TaxLine, ...] = ()
    events: tuple[Event, ...] = ()
    settled_through: Period | None = None
    settled: Mapping[str, Mapping[str, Fen]] | None = None
    name: str = ""
    file: str = ""
