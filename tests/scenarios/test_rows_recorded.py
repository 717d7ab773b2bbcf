"""Every ◐ row of the map can be recorded, is listed, and stands in the yearly book: registers, plots, linked plots, bodies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Final

import pytest

from tests.scenarios.conftest import OCTOBER, TODAY
from tests.scenarios.test_every_row_of_the_map import rows_of
from tests.storage.conftest import CODES
from tests.storage.test_plan_papers import text_of
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.coordination import PARTY_KINDS, Member
from zgc_desktop.domain.land.linked import LinkedPlot
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.registers import CHOICE, CLUSTER, COMPANY, DAY, MONEY, NUMBER, PARK, WHOLE, RegisterKind
from zgc_desktop.services import land, meetings, monthly_plan, plan, positions, registers, yearbook
from zgc_desktop.services.context import AppContext

SINCE = date(2026, 1, 1)
PARTLY: Final = (
    2, 5, 14, 18, 22, 23, 24, 28, 30, 33, 34, 35, 36, 37, 38, 41, 45, 49, 53, 57, 58, 63, 66, 70, 72, 73, 75, 76, 78, 79, 80,
    81, 84, 85, 86, 90, 93, 95, 96, 98, 99, 106,
)  # fmt: skip


def _plot(number: str, **more: object) -> Plot:
    given: dict[str, object] = {"area": to_area(10, "公顷"), "cluster": "门头沟园", "source": "报送表 5"}
    return Plot(number, "门头沟园", OCTOBER, **(given | more))  # type: ignore[arg-type]


def _reserve(ctx: AppContext) -> bool:
    """空间储备：状态为储备，有理由。"""
    land.register_plots(ctx, [_plot("R22", state="储备", reserve_reason="轨道、机场、发展轴")])
    return any(p.number == "R22" and p.reserve_reason for p in land.land_of(ctx, OCTOBER).plots)


def _linked(ctx: AppContext) -> bool:
    """增减挂钩：两侧登记，算出平衡。"""
    for number, side, area in (("老村", "减少", 5), ("新园", "新增", 4)):
        land.link_plot(ctx, LinkedPlot("R23", number, "房山园", side, to_area(area, "公顷"), source="批复"))
    balance = next(b for b in land.land_of(ctx, OCTOBER).linked if b.group == "R23")
    return balance.left == to_area(1, "公顷") and "尚可新增" in balance.sentence


def _advisers(ctx: AppContext) -> bool:
    """企业家顾问委员会：成员的一类。"""
    return "顾问委员会" in PARTY_KINDS and any(m.kind == "顾问委员会" for b in meetings.bodies(ctx) for m in b.members)


def _stock_output(ctx: AppContext) -> bool:
    """存量提质增效：地均产出，未报的不当作零。"""
    land.register_plots(ctx, [_plot("R49", ownership="国有", used=0, output_fen=10**12)])
    stock = next(s for s in land.land_of(ctx, OCTOBER).by_park if s.name == "门头沟园")
    return stock.output_fen is None or stock.output_per_hectare is not None


def _body(name: str) -> Callable[[AppContext], bool]:
    """机构清单：部际协调小组、领导小组、工作组。"""

    def record(ctx: AppContext) -> bool:
        meetings.add_body(ctx, name, None, "发展规划纲要 四（一）")
        meetings.add_member(ctx, Member(name, "科技部", "成员单位", SINCE))
        return any(b.name == name and b.sitting(TODAY) == ("科技部",) for b in meetings.bodies(ctx))

    return record


ELSEWHERE: Final[dict[int, Callable[[AppContext], bool]]] = {
    22: _reserve, 23: _linked, 45: _advisers, 49: _stock_output, 73: _body("部际协调小组"), 75: _body("规划建设工作组"),
}  # fmt: skip


PRINTED: Final = {22: ("储备地块", "R22"), 45: ("议事机构与成员", "顾问委员会"), 49: ("存量用地产出", "门头沟园"),
                  73: ("议事机构与成员", "部际协调小组"), 75: ("议事机构与成员", "规划建设工作组")}  # fmt: skip
"""Row -> (table of the yearly book, words that stand in it)."""


def _in_the_book(ctx: AppContext, row: int) -> bool:
    """Whether what is recorded outside the registers stands in the yearly book; linked plots among its land (表8-7)."""
    if row == 23:
        space = monthly_plan.space_of(ctx, OCTOBER, TODAY)
        return space is not None and any(x.group == "R23" for x in space.links)
    title, words = PRINTED[row]
    tables = [t for t in yearbook.recorded_in(ctx, OCTOBER).elsewhere if t.title == title]
    return any(words in text for t in tables for line in t.rows for text in line)


def _sample(kind: RegisterKind) -> dict[str, str]:
    """A value for every field of a register, by its title."""
    made = {CHOICE: "", DAY: "2026-01-01", NUMBER: "3", MONEY: "12.5"}
    return {f.title: f.choices[0] if f.kind == CHOICE else made.get(f.kind, f"样例{f.title}") for f in kind.fields}


def _subject(kind: RegisterKind) -> str:
    return {CLUSTER: "密云园", PARK: "密云园", COMPANY: CODES[4], WHOLE: ""}.get(kind.subject, "样例对象")


def test_the_rows_recorded_are_those_of_the_map() -> None:
    assert rows_of("◐") == list(PARTLY)


@pytest.mark.parametrize("row", PARTLY)
def test_a_row_is_recorded_and_listed(office: AppContext, row: int) -> None:
    """登记一条，列表里看得到，出处在；写进月报哪一节也说得出。"""
    if row in ELSEWHERE:
        assert ELSEWHERE[row](office)
        assert _in_the_book(office, row)
        return
    kinds = [k for k in registers.kinds(office) if row in k.seed_rows]
    assert kinds
    for kind in kinds:
        source = f"情景 ◐{row}"
        change = registers.register(office, kind.key, _subject(kind), _sample(kind), source=source, from_day=SINCE)
        listed = next(r for r in registers.registers(office, TODAY) if r.kind.key == kind.key)
        entry = next(e for e in listed.entries if e.source == source)
        assert len(entry.values) == len(kind.fields)
        assert kind.section
        assert kind.citation.clause
        table = next(t for t in yearbook.recorded_in(office, OCTOBER).registers if t.title == kind.title)
        line = next(texts for texts in table.rows if texts[-1] == source)
        assert {text for _, text in entry.values} <= set(line)
        assert table.subject == kind.subject
        registers.take_back(office, entry.id, "情景结束")
        assert kind.title in change.sentence


def test_the_yearly_book_prints_every_register_and_its_public_version_only_counts(office: AppContext, tmp_path: Path) -> None:
    """各登记簿一条：年度报告里逐条列出，公开版只有条数，不足三条的不写明数。"""
    kinds = [k for k in registers.kinds(office) if not k.instead]
    for kind in kinds:
        source = f"年报·{kind.key}"
        registers.register(office, kind.key, _subject(kind), _sample(kind), source=source, from_day=SINCE)
    inside = text_of(yearbook.write_yearbook(office, 2026, tmp_path))
    outside = text_of(yearbook.write_yearbook(office, 2026, tmp_path, public=True))
    for kind in kinds:
        assert kind.title in inside
        assert kind.title in outside
        assert f"年报·{kind.key}" in inside
    assert "年报·" not in outside
    assert "不足3条" in outside
    for entry in (e for view in registers.registers(office, TODAY) for e in view.entries if e.source.startswith("年报·")):
        registers.take_back(office, entry.id, "情景结束")


def test_what_no_longer_held_in_the_year_is_not_in_its_book(office: AppContext) -> None:
    """上年已截止的登记不写进本年；年内截止的写进，并写明起止。"""
    for number, last in enumerate((date(2025, 12, 31), date(2026, 2, 1))):
        registers.register(
            office, "服务机构", "延庆园", {"机构名称": "某所", "服务内容": "检测"}, source=f"起止{number}",
            from_day=date(2025, 1, 1), to_day=last,
        )  # fmt: skip
    table = next(t for t in yearbook.recorded_in(office, OCTOBER).registers if t.title == "服务机构")
    told = {line[-1]: line[-2] for line in table.rows if line[-1].startswith("起止")}
    assert told == {"起止1": "2025-01-01\n至 2026-02-01"}


def test_a_position_runs_towards_its_level_from_the_ledger(office: AppContext) -> None:
    """千亿级、百亿级：登记定位，当年累计收入由台账得出，未入库的园没有数。"""
    for park, level in (("海淀园", "千亿级"), ("西城园", "百亿级")):
        values = {"产业": "新一代信息技术", "级别": level}
        registers.register(office, "分园产业定位", park, values, source="情景14", from_day=SINCE)
    found = {p.park: p for p in positions.positions(office, OCTOBER) if p.source.endswith("情景14")}
    assert found["海淀园"].share == Fraction(600, 1000)
    assert (found["西城园"].total, found["西城园"].share) == (None, None)


@pytest.mark.parametrize("row", [5, 63, 66, 70])
def test_targets_that_are_only_recorded_have_a_line_of_their_own(office: AppContext, row: int) -> None:
    """不可量化的目标有佐证，要登记数的说缺什么。"""
    found = [p for p in plan.plan_progress(office, OCTOBER) if row in p.target.seed_rows]
    assert found
    assert all(p.sentence for p in found)
