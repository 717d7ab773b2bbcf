"""How 走势 in 组团空间 reads: focus share of every cluster over twelve months, and one cluster month by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import FocusFit
from zgc_desktop.figures.lines import Series
from zgc_desktop.figures.multiples import Small
from zgc_desktop.figures.scene import NOT_REPORTED
from zgc_desktop.viewmodels.columns import MISSING, Column, percent

MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One cluster in one month; None where its park's month is not in the ledger."""

    month: Month
    companies: int | None
    focus: Fraction | None
    revenue_fen: Fen | None
    tax_fen: Fen | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The clusters over the months, oldest first; ``known`` tells which park's month is in."""

    months: tuple[Month, ...]
    fits: Mapping[Month, Mapping[str, FocusFit]]
    known: Mapping[Month, frozenset[str]]
    parks: Mapping[str, str]

    def lines(self, cluster: str) -> tuple[MonthLine, ...]:
        """One cluster month by month."""
        found = []
        for month in self.months:
            fit = self.fits.get(month, {}).get(cluster)
            if fit is None or self.parks[cluster] not in self.known.get(month, frozenset()):
                found.append(MonthLine(month, None, None, None, None))
            else:
                found.append(MonthLine(month, fit.companies, fit.share_companies, fit.revenue_fen, fit.tax_fen))
        return tuple(found)


def smalls(trend: Trend) -> tuple[Small, ...]:
    """The little lines: focus share of every cluster."""
    return tuple(_small(name, trend.lines(name)) for name in trend.parks)


def _small(name: str, lines: Sequence[MonthLine]) -> Small:
    values = tuple(x.focus for x in lines)
    known = [(x.month, x.focus) for x in lines if x.focus is not None]
    last = percent(known[-1][1], 0) if known else MISSING
    tip = (
        f"{name} 定位内占比：{known[0][0]} {percent(known[0][1], 0)} → {known[-1][0]} {last}" if known else f"{name}：没有数据"
    )
    empty = any(x.companies is not None for x in lines)
    return Small(name, values, last, tip, "没有可比的企业" if empty else NOT_REPORTED)


def chart(lines: Sequence[MonthLine]) -> tuple[tuple[str, ...], Series]:
    """Month names and the line of companies, its dots keyed by month."""
    texts = tuple(MISSING if x.companies is None else f"{x.companies:,} 家" for x in lines)
    return tuple(str(x.month)[2:] for x in lines), Series("企业", tuple(x.companies for x in lines), texts, ("companies",))


def ticks(lines: Sequence[MonthLine]) -> tuple[tuple[int, str], ...]:
    """The rules of the picture: its lowest and highest count; none where nothing is known."""
    known = [x.companies for x in lines if x.companies is not None]
    if not known:
        return ()
    low, high = min(known), max(known)
    return ((low, f"{low:,}"), (high, f"{high:,}")) if low != high else ((low, f"{low:,}"), (low + 1, f"{low + 1:,}"))


TREND_COLUMNS: Final[tuple[Column[MonthLine], ...]] = (
    Column("month", "月份", lambda x: str(x.month), "date", 92),
    Column("companies", "企业", lambda x: x.companies, "number", least=72),
    Column("focus", "定位内占比", lambda x: x.focus, "ratio", least=100),
    Column("revenue", "收入", lambda x: x.revenue_fen, "money", least=120, unit="万元"),
    Column("tax", "税收", lambda x: x.tax_fen, "money", least=110, unit="万元"),
)
