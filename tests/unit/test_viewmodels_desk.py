"""How 工作台 reads: grouping, reminder, moments, figures, the next step."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

from zgc_desktop.domain.desk import Action, DeskView, Figure, GridCell, GridRow, Stage, TodoItem
from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels import desk

OCTOBER = Month(2026, 10)
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def late(park: str) -> TodoItem:
    return TodoItem("warn", f"{park}尚未报送", "应于 11-09 报送，已逾期 5 个工作日", "催报文本", "报送接收", park)


OTHER = TodoItem("error", "双重主张 1 家待判定", "某公司：海淀园与昌平园", "打开", "迁移协调")

VIEW = DeskView(
    month=OCTOBER,
    months=(OCTOBER,),
    locked=False,
    cutoff=date(2026, 11, 9),
    cutoff_note="",
    stages=(Stage("结算", "未开始", "later", Fraction(0), "税收分享"),),
    missing_before_next="",
    next_stage="结算",
    todo=(),
    sheets=("企业",),
    grid=(GridRow("海淀园", (GridCell("error", "3", "海淀园 第1版 企业：错误 3，警告 0"),)),),
    received=1,
    figures=(),
    actions=(),
    last_backup=None,
    rail_counts=(),
)


def test_two_late_parks_stay_two_lines() -> None:
    made = desk.tasks((late("通州园"), late("延庆园"), OTHER))
    assert [t.parks for t in made] == [("通州园",), ("延庆园",), ()]


def test_many_late_parks_become_one_line_where_the_first_stood() -> None:
    made = desk.tasks((OTHER, late("通州园"), late("延庆园"), late("平谷园"), late("密云园")))
    assert [t.item.title for t in made] == ["双重主张 1 家待判定", "4 园尚未报送"]
    assert made[1].item.note == "通州园、延庆园、平谷园等，应于 11-09 报送，已逾期 5 个工作日"
    assert made[1].parks == ("通州园", "延庆园", "平谷园", "密云园")
    assert made[1].action == desk.REMIND


def test_a_reminder_before_the_cut_off_speaks_of_no_delay() -> None:
    said = desk.reminder(["通州园"], OCTOBER, date(2026, 11, 9), date(2026, 11, 6), -1)
    assert said.startswith("通州园：\n2026年10月月度报送应于 2026-11-09（周一）前报送，截至 2026-11-06 尚未收到，请按期报送。")
    assert "逾期" not in said


def test_when_something_was_done_is_as_short_as_it_can_be() -> None:
    def at(*when: int) -> str:
        return desk.moment(datetime(*when, tzinfo=UTC), NOW, UTC)  # type: ignore[arg-type, misc]

    assert at(2026, 11, 16, 8, 5) == "08:05"
    assert at(2026, 11, 15, 23, 59) == "昨日"
    assert at(2026, 11, 5, 9, 0) == "11-05"
    assert at(2025, 12, 31, 9, 0) == "2025-12-31"
    assert desk.moment_long(datetime(2026, 11, 16, 8, 5, tzinfo=UTC), NOW, UTC) == "今日 08:05"
    assert desk.moment_long(datetime(2026, 11, 15, 17, 40, tzinfo=UTC), NOW, UTC) == "昨日 17:40"


def test_what_was_done_names_who_in_its_tooltip() -> None:
    action = Action(7, NOW, "张", "接收 海淀园")
    ((when, sentence, tip),) = desk.action_lines([action, action], NOW, 1)
    assert sentence == "接收 海淀园"
    assert tip.endswith("　张　接收 海淀园")
    assert ":" in when


def test_a_figure_of_money_is_read_in_wan_with_its_line() -> None:
    history = (None, 100_000_000, None, 123_456_789)
    made = desk.big_figure(Figure("本月入库税收", 123_456_789, "分", "较上月增长 3.4%", history), OCTOBER)
    assert (made.value, made.unit, made.note) == ("123.46", "万元", "较上月增长 3.4%")
    assert made.line == (100_000_000, None, 123_456_789)
    assert made.said == "本月入库税收近 2 个月由 100.00 到 123.46 万元"
    assert made.tips == ("2026-08　100.00 万元", "2026-09　— 万元", "2026-10　123.46 万元")


def test_one_month_is_no_line_and_no_month_is_no_zero() -> None:
    assert desk.big_figure(Figure("在册企业", 5, "家", "上月无可比数据", (None, 5)), OCTOBER).line == ()
    missing = desk.big_figure(Figure("在册企业", None, "家", "", (None, None)), OCTOBER)
    assert (missing.value, missing.note) == ("—", "本月无数据")


def test_the_next_step_says_what_is_missing_or_can_be_taken() -> None:
    assert desk.forward(VIEW) == ("推进到结算", "", True)
    waiting = replace(VIEW, missing_before_next="1 园未到", next_stage="合并")
    assert desk.forward(waiting) == ("推进到合并", "推进前还缺：1 园未到", False)
    assert desk.forward(replace(VIEW, next_stage="核定")) == ("推进到核定", "双方确认后锁定结算", True)
    assert desk.forward(replace(VIEW, next_stage="发布")) == ("推进到发布", "核对月报后发布", True)
    assert desk.forward(replace(VIEW, next_stage="")) == ("推进", "本月已发布", False)


def test_a_cell_of_the_grid_keeps_mark_text_and_tooltip() -> None:
    park, sheet = desk.grid_columns(VIEW.sheets)
    row = VIEW.grid[0]
    assert (park.text_of(row), park.cell_of(row).tip) == ("海淀", "海淀园")
    cell = sheet.cell_of(row)
    assert (cell.mark, cell.text, cell.tip) == ("error", "3", "海淀园 第1版 企业：错误 3，警告 0")
    assert desk.rail_note(VIEW) == "1 园，已报 1 园"
