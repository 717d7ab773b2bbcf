"""Kept plans (方案) of 模拟 as read on the screen: 方案A and 方案B beside the rule in force; never a settlement."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.sharing.words import key_word
from zgc_desktop.domain.what_if import Outcome, Simulation
from zgc_desktop.viewmodels.columns import MISSING, Column
from zgc_desktop.viewmodels.sharing import short_party
from zgc_desktop.viewmodels.sharing_what_if import SETTINGS

MONTHS: Final = "months"
_KEYS: Final = (*(key for key, _, _ in SETTINGS), MONTHS)
LONGEST_NAME: Final = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """A named set of changed values, as they were typed into the fields of 模拟."""

    name: str
    given: Mapping[str, str]

    @property
    def months(self) -> int:
        """How many months it looks ahead."""
        return int(self.given.get(MONTHS) or 0)


def kept_as(plans: Mapping[str, Plan]) -> str:
    """The plans as text for the window's own settings, oldest first."""
    return json.dumps({p.name: dict(p.given) for p in plans.values()}, ensure_ascii=False)


def plans_from(text: str) -> dict[str, Plan]:
    """The plans such a text holds; a damaged note is as good as none, and what no field is called is left out."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    plans: dict[str, Plan] = {}
    for name, given in found.items() if isinstance(found, dict) else ():
        values = {k: str(v) for k, v in given.items() if k in _KEYS and v} if isinstance(given, dict) else {}
        months = values.get(MONTHS, "0")
        if values.keys() - {MONTHS} and months.isdecimal() and int(months) <= 240:
            plans[str(name)] = Plan(str(name), values)
    return plans


def name_fault(name: str) -> str:
    """Why a plan cannot be called so, or ""."""
    return f"名称最多 {LONGEST_NAME} 个字" if len(name) > LONGEST_NAME else ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One or two plans over the same months, run beside the rule in force."""

    names: tuple[str, ...]
    found: tuple[Simulation, ...]

    def of(self, n: int) -> Simulation | None:
        return self.found[n] if n < len(self.found) else None


@dataclass(frozen=True, slots=True)
class Beside:
    """One district or case: what it gets under the rule in force and under each plan, in 分."""

    key: str
    name: str
    now_fen: Fen | None
    a_fen: Fen | None
    b_fen: Fen | None
    tip: str = ""

    @property
    def a_change(self) -> Fen | None:
        return None if self.a_fen is None or self.now_fen is None else self.a_fen - self.now_fen

    @property
    def b_change(self) -> Fen | None:
        return None if self.b_fen is None or self.now_fen is None else self.b_fen - self.now_fen


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One changed value of the rule: as in force and under each plan, in words."""

    key: str
    title: str
    now: str
    a: str
    b: str


def value_lines(both: Compared) -> tuple[ValueLine, ...]:
    """Every value a plan changes; what a plan leaves alone reads as in force."""
    changed = [{key: (now, then) for key, now, then in s.changes} for s in both.found]
    keys = dict.fromkeys(key for one in changed for key in one)

    def said(n: int, key: str) -> str:
        if n >= len(changed):
            return MISSING
        return changed[n][key][1] if key in changed[n] else "同现行"

    return tuple(
        ValueLine(key, key_word(key), next(one[key][0] for one in changed if key in one), said(0, key), said(1, key))
        for key in keys
    )


def party_lines(both: Compared) -> tuple[Beside, ...]:
    """The districts that get or pay anything under the rule in force or under a plan."""
    after = [{p.party: p.after_fen for p in s.parties} for s in both.found]
    lines = (
        Beside(p.party, short_party(p.party), p.before_fen, _at(after, 0, p.party), _at(after, 1, p.party))
        for p in both.found[0].parties
    )
    return tuple(x for x in lines if x.now_fen or x.a_fen or x.b_fen)


def case_lines(both: Compared) -> tuple[Beside, ...]:
    """Every case: what its move-out side gets under each; None where a plan cannot be worked out for it."""
    outcomes: list[dict[str, Outcome]] = [{c.case_id: c.after for c in s.cases} for s in both.found]
    after = [{key: o.due_fen for key, o in one.items()} for one in outcomes]
    before = {c.case_id: (c.company, c.before.due_fen) for s in both.found for c in s.cases}
    return tuple(
        Beside(key, company, now, _at(after, 0, key), _at(after, 1, key), _reasons(both.names, outcomes, key))
        for key, (company, now) in sorted(before.items())
    )


def _at(after: list[dict[str, Fen]], n: int, key: str) -> Fen | None:
    return after[n].get(key) if n < len(after) else None


def _reasons(names: tuple[str, ...], outcomes: list[dict[str, Outcome]], key: str) -> str:
    return "\n".join(f"{name}：{one[key].reason}" for name, one in zip(names, outcomes, strict=True) if key in one)


def sentence(both: Compared) -> str:
    """What each plan does to the scope and the caps, in one sentence."""
    said = []
    for letter, name, s in zip("AB", both.names, both.found, strict=False):
        caps = sum(1 for c in s.cases if c.before.runs_out != c.after.runs_out)
        said.append(f"方案{letter}“{name}”：进入范围 {len(s.entering)} 案，退出 {len(s.leaving)} 案，封顶月份变化 {caps} 案")
    first = both.found[0]
    return f"{'；'.join(said)}；都累计到 {first.month.plus(first.forecast_months)}"


VALUE_COLUMNS: Final[tuple[Column[ValueLine], ...]] = (
    Column("value", "参数", lambda v: v.title, least=90),
    Column("now", "现行", lambda v: v.now, width=300),
    Column("a", "方案A", lambda v: v.a, width=300),
    Column("b", "方案B", lambda v: v.b, width=300),
)


def _money_columns() -> tuple[Column[Beside], ...]:
    return (
        Column("now", "现行", lambda x: x.now_fen, "money", 100, total=True),
        Column("a", "方案A", lambda x: x.a_fen, "money", 100, total=True),
        Column("a_change", "A 变化", lambda x: x.a_change, "money", 100, bold=True, total=True),
        Column("b", "方案B", lambda x: x.b_fen, "money", 100, total=True),
        Column("b_change", "B 变化", lambda x: x.b_change, "money", 100, bold=True, total=True),
    )


PARTY_COLUMNS: Final[tuple[Column[Beside], ...]] = (Column("party", "主体", lambda x: x.name, least=56), *_money_columns())
CASE_COLUMNS: Final[tuple[Column[Beside], ...]] = (
    Column("case", "案件", lambda x: x.key, "link", 112),
    Column("company", "企业", lambda x: x.name, least=80, tip=lambda x: f"{x.name}\n{x.tip}".strip()),
    *_money_columns(),
)
