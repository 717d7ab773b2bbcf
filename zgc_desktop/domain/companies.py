"""A company (企业) and where it lives: residences by day that never overlap; and the read models of the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import DateRange, Month, day_before


@dataclass(frozen=True, slots=True)
class Residence:
    """Which park answers for a company from which day (园线); ``cause`` says why: 首次报送, 迁移 MV-2026-001 …"""

    park: str
    days: DateRange
    cause: str
    case_id: str = ""


def move_to(line: Iterable[Residence], park: str, from_day: date, cause: str, case_id: str = "") -> tuple[Residence, ...]:
    """Return the park line after a move: the open residence ends the day before, history stays.

    Refused when the company already lives there, or when the day is not after the start of its last residence:
    no day may ever have a company in two parks.
    """
    old = sorted(line, key=lambda r: r.days.start)
    new = Residence(park, DateRange(from_day), cause, case_id)
    if not old:
        return (new,)
    last = old[-1]
    if last.park == park:
        raise Refused(f"企业自 {last.days.start} 起已在{park}", advice="无需再次变更归属")
    if from_day <= last.days.start:
        raise Refused(f"生效日 {from_day} 不晚于现归属的起始日 {last.days.start}", advice="请核对变更登记日")
    end = day_before(from_day)
    if last.days.end is not None and last.days.end < end:
        return (*old, new)
    return (*old[:-1], replace(last, days=DateRange(last.days.start, end)), new)


def landing_on(line: Iterable[Residence], case_id: str, day: date) -> tuple[Residence, ...]:
    """Return the park line with a landed case's change of park on another day; the residence before it ends the day before.

    Refused where the day would leave nothing of the residence before, or of the one the case began.
    """
    old = sorted(line, key=lambda r: r.days.start)
    at = next((n for n, r in enumerate(old) if r.case_id == case_id), None)
    if at is None:
        raise Refused(f"园线上没有案件 {case_id} 的落地", advice="请核对案件号")
    mine = old[at]
    if mine.days.end is not None and day > mine.days.end:
        raise Refused(f"变更登记日 {day} 晚于其后一次归属变更（{mine.days.end} 止）", where=case_id, advice="请先更正后一案件")
    if at and day <= old[at - 1].days.start:
        why = f"{old[at - 1].park}的归属自 {old[at - 1].days.start} 起"
        raise Refused(f"变更登记日 {day} 不晚于前一归属的起始日", where=case_id, why=why, advice="请核对变更登记日")
    old[at] = replace(mine, days=DateRange(day, mine.days.end))
    if at:
        before = old[at - 1]
        old[at - 1] = replace(before, days=DateRange(before.days.start, day_before(day)))
    return tuple(old)


def park_on(line: Iterable[Residence], day: date) -> str | None:
    """The park a company belongs to on a day, or None."""
    return next((r.park for r in line if day in r.days), None)


@dataclass(frozen=True, slots=True)
class CompanyItem:
    """One line of the ledger (企业台账) as at a month. Amounts in 分; None = not reported (未报)."""

    id: int
    credit_code: str
    name: str
    park: str
    cluster: str
    industry: str
    tier: str
    status: str
    employees: int | None
    revenue_fen: Fen | None
    tax_fen: Fen | None
    disputed_with: str = ""
    issues: int = 0
    watched: str = ""
    """Why the office watches it and who put it on the list (关注); empty = it does not."""
    zone: str = ""
    """The zone (片区) of its park in the grouping that names every park; empty where there is none."""
    outside: bool = False
    """In no cluster because it was declared, or put by hand, in the park outside all of them (园内组团外)."""


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """One month of a company, with the place each figure came from (file, version, sheet, cell)."""

    month: Month
    park: str
    revenue_fen: Fen | None
    tax_fen: Fen | None
    rd_fen: Fen | None
    employees: int | None
    counted: bool
    sources: tuple[tuple[str, str], ...] = ()
    """(field title, ``东城园 第1版 · 企业!H117``)"""


@dataclass(frozen=True, slots=True)
class CompanyCard:
    """Everything the desk knows of one company (企业卡片)."""

    item: CompanyItem
    former_names: tuple[str, ...]
    address: str
    founded_on: date | None
    residences: tuple[Residence, ...]
    months: tuple[MonthFigures, ...]
    cases: tuple[tuple[str, str], ...] = ()
    """(case id, one line)"""
    recognitions: tuple[tuple[str, str], ...] = ()
    """(tier, document, batch and validity in one line)"""
    issues: tuple[tuple[str, str], ...] = ()
    """(place, message)"""
    decided: tuple[tuple[str, str], ...] = ()
    """(day and kind, the decision with reason and person), newest first"""
    journal: tuple[tuple[str, str], ...] = ()
    """(when, who and sentence) of the entries that name the company, newest first"""
