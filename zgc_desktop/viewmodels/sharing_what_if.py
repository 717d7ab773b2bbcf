"""模拟 as read on the screen: a changed rule beside the one in force, by district and by case; never a settlement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from zgc_desktop.domain.money import wan
from zgc_desktop.domain.sharing.words import key_word
from zgc_desktop.domain.what_if import CaseChange, PartyChange, Simulation
from zgc_desktop.figures.paired import Pair
from zgc_desktop.viewmodels.columns import Column, Mark
from zgc_desktop.viewmodels.sharing import short_party

SETTINGS: Final = (
    ("ratios", "逐年比例", "0.4,0.4,0.4"),
    ("cap", "上限（基数合计的倍数，“无”为不设）", "1"),
    ("threshold", "门槛（元，“无”为不设）", "20000000"),
)
"""(key, title, example) of what this page changes; the command line changes more."""


def settings(given: dict[str, str]) -> tuple[str, ...]:
    """The changes as the service takes them; what is left empty stays as it is in force."""
    return tuple(f"{key}={given[key]}" for key, _, _ in SETTINGS if given.get(key))


def parties_changed(found: Simulation) -> tuple[PartyChange, ...]:
    """The districts that get or pay another sum."""
    return tuple(p for p in found.parties if p.before_fen or p.after_fen)


def change_pairs(found: Sequence[Simulation]) -> tuple[Pair, ...]:
    """Each district whose sum changes, with its change under each simulation, for the picture; its key is the district."""
    changes = [{p.party: p.change_fen for p in s.parties} for s in found]
    touched = [p.party for p in found[0].parties if any(one.get(p.party) for one in changes)]
    return tuple(_pair(party, tuple(one.get(party, 0) for one in changes)) for party in touched)


def _pair(party: str, values: tuple[int, ...]) -> Pair:
    texts = tuple(("+" if v > 0 else "") + wan(v) for v in values)
    return Pair(short_party(party), values, texts, (party,))


def cases_of(found: Sequence[Simulation], party: str) -> frozenset[str]:
    """The cases in which a district gets or pays anything, before or after."""
    sides = ((c, o) for s in found for c in s.cases for o in (c.before, c.after))
    return frozenset(c.case_id for c, o in sides if o.by_party.get(party))


def sentence(found: Simulation) -> str:
    """What changes, in one sentence."""
    changed = "；".join(f"{key_word(key)}：{now} → {then}" for key, now, then in found.changes)
    caps = sum(1 for c in found.cases if c.before.runs_out != c.after.runs_out)
    return (
        f"{changed}。进入范围 {len(found.entering)} 案，退出 {len(found.leaving)} 案，封顶月份变化 {caps} 案；"
        f"累计到 {found.month.plus(found.forecast_months)}"
    )


def _scope(c: CaseChange) -> tuple[Mark, str]:
    if c.scope:
        return "info", f"{c.scope}范围"
    return ("tag", "在范围") if c.after.eligible else ("tag", "不在范围")


PARTY_COLUMNS: Final[tuple[Column[PartyChange], ...]] = (
    Column("party", "主体", lambda p: short_party(p.party)),
    Column("before", "现行", lambda p: p.before_fen, "money", 120, total=True),
    Column("after", "模拟", lambda p: p.after_fen, "money", 120, total=True),
    Column("change", "变化", lambda p: p.change_fen, "money", 120, bold=True, total=True),
)
CASE_COLUMNS: Final[tuple[Column[CaseChange], ...]] = (
    Column("case", "案件", lambda c: c.case_id, "link", 126),
    Column("company", "企业", lambda c: c.company, tip=lambda c: f"{c.company}\n{c.after.reason}"),
    Column("before", "应得，现行", lambda c: c.before.due_fen, "money", 110, total=True),
    Column("after", "应得，模拟", lambda c: c.after.due_fen, "money", 110, total=True),
    Column("change", "变化", lambda c: c.change_fen, "money", 110, bold=True, total=True),
    Column(
        "scope", "范围", lambda c: _scope(c)[1], "badge", 104, mark=lambda c: _scope(c)[0],
        tip=lambda c: c.after.reason or f"应得 {wan(c.after.due_fen)} 万元",
    ),
)  # fmt: skip
