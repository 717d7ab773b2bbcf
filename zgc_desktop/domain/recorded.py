"""What was recorded in a year (登记事项): registers as tables by subject; reserves, output of land and bodies beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.areas import UNIT_AREA, print_area
from zgc_desktop.domain.coordination import Body
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.land.stock import Stock
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.outside import OutsideCase
from zgc_desktop.domain.registers import COMPANY, MONEY, NUMBER, SUBJECTS, WHOLE, Entry, RegisterField, RegisterKind

NOTHING: Final = "—"


@dataclass(frozen=True, slots=True)
class RecordedTable:
    """One table of what was recorded: what it is about, its clause, columns (title, whether figures) and rows of texts."""

    subject: str
    title: str
    cited: str
    columns: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A year's entries: registers by subject, and what is recorded elsewhere (reserves, output of land, bodies)."""

    registers: tuple[RecordedTable, ...] = ()
    elsewhere: tuple[RecordedTable, ...] = ()

    @property
    def counts(self) -> tuple[tuple[str, str, int], ...]:
        """(subject, register, entries) of every register that holds any: what a public paper may tell."""
        return tuple((t.subject, t.title, len(t.rows)) for t in self.registers)


NOTHING_RECORDED: Final = Recorded()


def of_year(entries: Iterable[Entry], first: date, last: date) -> tuple[Entry, ...]:
    """The entries that held on any day from ``first`` to ``last``, by subject and then by age."""
    found = [e for e in entries if e.from_day <= last and (e.to_day is None or e.to_day >= first)]
    return tuple(sorted(found, key=lambda e: (e.subject, e.from_day, e.id)))


def register_tables(
    kinds: Sequence[RegisterKind], entries: Sequence[Entry], names: Mapping[str, str], order: Sequence[str] = ()
) -> tuple[RecordedTable, ...]:
    """One table a register that holds entries, in the order of subjects.

    ``names`` are companies by credit code; parks and clusters stand in ``order``, others after them by name.
    """
    found, place = [], {name: n for n, name in enumerate(order)}
    entries = sorted(entries, key=lambda e: (place.get(e.subject, len(place)), e.subject, e.from_day, e.id))
    for subject in SUBJECTS:
        for kind in (k for k in kinds if k.subject == subject):
            own = [e for e in entries if e.kind == kind.key]
            if own:
                found.append(_register(kind, own, names))
    return tuple(found)


def _register(kind: RegisterKind, own: Sequence[Entry], names: Mapping[str, str]) -> RecordedTable:
    fields = [f for f in kind.fields if any(e.value(f.key) for e in own)]
    about = [] if kind.subject == WHOLE else [(kind.subject, False)]
    columns = (*about, *((_head(f), f.kind in (NUMBER, MONEY)) for f in fields), ("起止", False), ("来源", False))
    rows = []
    for e in own:
        name = names.get(e.subject, "") if kind.subject == COMPANY else ""
        subject = [] if kind.subject == WHOLE else [f"{name}\n{e.subject}" if name else e.subject]
        until = f"\n至 {e.to_day}" if e.to_day else ""
        values = (e.value(f.key) or NOTHING for f in fields)
        rows.append((*subject, *values, f"{e.from_day}{until}", e.source))
    return RecordedTable(kind.subject, kind.title, kind.citation.short, columns, tuple(rows))


def _head(field: RegisterField) -> str:
    unit = field.unit or ("万元" if field.kind == MONEY else "")
    return f"{field.title}\n({unit})" if unit else field.title


def elsewhere(
    plots: Sequence[Plot], parks: Sequence[Stock], bodies: Sequence[Body], day: date, outside: Sequence[OutsideCase] = ()
) -> tuple[RecordedTable, ...]:
    """Reserved plots with reasons, output of land by park, cases over the city's border, and bodies with who sits on a day."""
    reserved = [p for p in plots if p.state == "储备"]
    tables = (
        RecordedTable(
            "用地", "储备地块", "统筹发展规划第三章第三节",
            (("地块", False), ("分园", False), ("组团", False), ("面积\n(公顷)", True), ("储备理由", False), ("来源", False)),
            tuple(
                (p.number, p.park, p.cluster or NOTHING, print_area(p.area), p.reserve_reason or p.note or NOTHING, p.source)
                for p in reserved
            ),
        ),
        RecordedTable(
            "用地", "存量用地产出", "统筹发展规划第六章第二节",
            (("分园", False), ("在册\n(宗)", True), ("面积\n(公顷)", True), ("地均产出\n(万元/公顷)", True)),
            tuple((s.name, str(s.plots), print_area(s.area), _output(s)) for s in parks),
        ),
        RecordedTable(
            "迁移", "与外省市迁移", "统筹发展规划第五章第八节",
            (("案件", False), ("企业", False), ("方向", False), ("本市分园", False), ("外省市一方", False), ("性质", False),
             ("状态", False), ("落地日", False), ("立案依据", False)),
            tuple(
                (c.number, f"{c.name}\n{c.credit_code}", c.direction, c.park, f"{c.place}{f'（{c.base}）' if c.base else ''}",
                 c.nature or NOTHING, c.state.value, str(c.landed_on or NOTHING), c.source)
                for c in outside
            ),
        ),
        RecordedTable(
            "议事", "议事机构与成员", "统筹发展规划第六章第一节；发展规划纲要四（一）",
            (("机构", False), ("有效到会", True), ("在任成员", False), ("设立依据", False)),
            tuple((b.name, str(b.quorum or "未定"), _sitting(b, day), b.source) for b in bodies),
        ),
    )  # fmt: skip
    return tuple(t for t in tables if t.rows)


def _output(stock: Stock) -> str:
    """Output a 公顷 in 万元, half up; 未报 unless every plot's was stated."""
    if stock.output_fen is None or not stock.area:
        return "未报"
    return wan((2 * stock.output_fen * UNIT_AREA["公顷"] + stock.area) // (2 * stock.area))


def _sitting(body: Body, day: date) -> str:
    """``成员单位：甲、乙；顾问委员会：丙``."""
    kinds: dict[str, list[str]] = {}
    for member in body.members:
        if member.sits(day):
            kinds.setdefault(member.kind, []).append(member.name)
    return "；".join(f"{kind}：{'、'.join(names)}" for kind, names in kinds.items()) or NOTHING
