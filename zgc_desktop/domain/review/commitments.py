"""What a project owes (附条件、履约承诺): conditions struck off one by one, promises measured at the check, funding in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen, wan
from zgc_desktop.domain.review.steps import CHECKED, GATED, SIGNED

RED, YELLOW, GREEN = "红", "黄", "绿"
NOTICE_DAYS: Final = 30
"""Days before a deadline from which something open is 黄 (a convention of this program, no rule)."""


def light(due: date | None, done: bool, today: date) -> str:
    """红 past its day, 黄 within thirty days of it, else 绿; without a day it is 黄, because nobody can hold anyone to it."""
    if done:
        return GREEN
    if due is None:
        return YELLOW
    return RED if today > due else YELLOW if (due - today).days <= NOTICE_DAYS else GREEN


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a conditional approval; it must be struck off before the project enters ``before``."""

    text: str
    owner: str
    before: str
    due: date | None = None
    done_on: date | None = None
    evidence: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise signed (履约承诺): value in its own unit ×100 (two decimals), to be reached by a day; and what was found."""

    measure: str
    unit: str
    promised: int
    due: date
    found: int | None = None
    found_on: date | None = None
    source: str = ""
    id: int = 0

    @property
    def state(self) -> str:
        """达到, 未达到, or 未考核 where nothing was found yet (未报 is not zero)."""
        return "未考核" if self.found is None else "达到" if self.found >= self.promised else "未达到"


def check_condition(name: str, condition: Condition) -> None:
    """Refused unless the condition says what, whose and before which state."""
    if not condition.text.strip() or not condition.owner.strip():
        raise Refused("条件须写明内容和责任单位", where=name)
    if condition.before not in GATED:
        raise Refused(f"不认识的环节“{condition.before}”", where=name, advice=f"可用：{'、'.join(GATED)}")


def check_strike(name: str, condition: Condition, on: date, evidence: str) -> None:
    """Refused unless an open condition is struck off with evidence."""
    if condition.done_on:
        raise Refused(f"该条件已于 {condition.done_on} 销号", where=name)
    if not evidence.strip():
        raise Refused("销号须写明证明材料", where=f"{name} {condition.text}")


def check_entry(name: str, state: str, conditions: Sequence[Condition], promises: Sequence[Promise]) -> None:
    """Refused when a project would enter a state with something still owing before it."""
    position = GATED.index(state) if state in GATED else -1
    owing = [c for c in conditions if c.done_on is None and GATED.index(c.before) <= position]
    if owing:
        texts = "；".join(f"{c.text}（{c.owner}）" for c in owing)
        raise Refused(f"{state}前还有 {len(owing)} 项条件未销号", where=name, why=texts, advice="请逐项销号并附证明材料")
    if state == SIGNED and not promises:
        raise Refused("签约前须登记履约承诺", where=name, advice="至少一项指标、数值和期限")
    if state == CHECKED:
        open_ = [p.measure for p in promises if p.found is None]
        if open_:
            raise Refused(f"{'、'.join(open_)}还没有考核值", where=name, advice="请登记核实的数值和来源；没有数据不能当作零")


@dataclass(frozen=True, slots=True)
class Fund:
    """A fund with a limit for a span of years (集中支持资金), as the office enters it with its source. Amounts in 分."""

    name: str
    limit: Fen
    from_year: int
    to_year: int
    source: str


@dataclass(frozen=True, slots=True)
class Grant:
    """Support given to a project out of a fund."""

    fund: str
    project: str
    amount: Fen
    on: date


def used(fund: Fund, grants: Sequence[Grant]) -> Fen:
    """What a fund has given so far, in 分."""
    return sum(g.amount for g in grants if g.fund == fund.name)


def check_grant(fund: Fund, grants: Sequence[Grant], grant: Grant) -> None:
    """Refused for an amount that is not positive, a year outside the fund's, or more than is left of it."""
    where = f"{grant.project} {fund.name}"
    if grant.amount <= 0:
        raise Refused("支持金额应大于 0", where=where)
    if not fund.from_year <= grant.on.year <= fund.to_year:
        raise Refused(f"{grant.on.year} 年不在资金期限 {fund.from_year}—{fund.to_year} 年内", where=where)
    left = fund.limit - used(fund, grants)
    if grant.amount > left:
        why = f"限额 {wan(fund.limit)} 万元，已用 {wan(fund.limit - left)} 万元，余 {wan(left)} 万元"
        raise Refused(f"本笔 {wan(grant.amount)} 万元超出余额", where=where, why=why)
