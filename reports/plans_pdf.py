"""One or two plans of a simulation on one page (方案比较一页纸), marked 模拟·非结算: values, districts, cases, caps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable

from reports.aside import write_aside
from reports.charts import ChartBlock
from reports.fonts import Fonts
from reports.pdfa import archived
from reports.statement_page import MARGIN, PAPER_LINE, PAPER_NOTE, Paper, printed, titled
from reports.styles import PAGE_WIDTH
from reports.tables import Column, Row, Table, TableBlock
from reports.text import TextBlock
from reports.words import NONE, chinese_date
from zgc_desktop.domain.money import Fen, wan
from zgc_desktop.domain.sharing.words import key_word
from zgc_desktop.domain.what_if import MARK, Simulation
from zgc_desktop.figures.paired import Pair, paired_bars
from zgc_desktop.figures.scene import PRINT

_SAME = "同现行"


def write_plans_pdf(
    names: Sequence[str], found: Sequence[Simulation], out: Path, *, fonts_dir: Path, prepared_on: date
) -> Path:
    """Return ``out`` once it holds the plans beside the rule in force on one page; cases that do not fit are summed up.

    ``names`` are the plans' names in the order of ``found``; all look equally far ahead.
    """
    fonts, data = Fonts(fonts_dir), b""
    for shown in (14, 10, 7, 4, 2, 0):
        paper = Paper(f"税收分享方案比较（{MARK}）", f"{MARK}　数据截至 {found[0].month}", "统筹台", MARK, landscape=False)
        data, pages = printed(paper, fonts, _parts(fonts, names, found, prepared_on, shown))
        if pages == 1:
            break
    return write_aside(out, archived(data, prepared_on))


def _parts(fonts: Fonts, names: Sequence[str], found: Sequence[Simulation], prepared_on: date, shown: int) -> list[Flowable]:
    first = found[0]
    ahead = f"，另按近12月平均预测{first.forecast_months}个月" if first.forecast_months else ""
    lines = [f"{MARK}　　数据截至{first.month.label}{ahead}　　{chinese_date(prepared_on)}"]
    for letter, name, s in zip("AB", names, found, strict=False):
        before, after = sum(c.before.due_fen for c in s.cases), sum(c.after.due_fen for c in s.cases)
        caps = sum(1 for c in s.cases if c.before.runs_out != c.after.runs_out)
        lines.append(
            f"方案{letter}“{name}”：迁出方应得合计由{wan(before)}万元到{wan(after)}万元，增减{wan(after - before)}万元；"
            f"进入范围{len(s.entering)}件，退出{len(s.leaving)}件，封顶月份变化{caps}件。"
        )
    parts: list[Flowable] = [*titled(fonts, "税收分享方案比较", lines), TableBlock(fonts, _values(names, found))]
    pairs = changed_parties(found)
    if pairs:
        scene = paired_bars(pairs, [f"方案{x}" for x in "AB"[: len(found)]], PAGE_WIDTH - 2 * MARGIN - 40, m=PRINT)
        parts.append(ChartBlock(fonts, "图1　各区变化", scene, unit="单位：万元", note="收减付，与现行相比；正数为多得。"))
    parts += [TableBlock(fonts, _parties(found)), TableBlock(fonts, _cases(found, shown))]
    faults = sorted({fault for s in found for fault in s.faults})
    if faults:
        parts.append(TextBlock(fonts, f"未能模拟{len(faults)}件：{faults[0]}", PAPER_LINE))
    parts.append(TextBlock(fonts, "本页为规则改动的测算，不是结算，不产生任何应收应付，不得据以划转。", PAPER_NOTE))
    return parts


def changed_parties(found: Sequence[Simulation]) -> list[Pair]:
    """Each district whose sum changes under a plan, in the order of the plan, with its change under each."""
    changes = [{p.party: p.change_fen for p in s.parties} for s in found]
    touched = [p.party for p in found[0].parties if any(one.get(p.party) for one in changes)]
    values = [(party, tuple(one.get(party, 0) for one in changes)) for party in touched]
    return [Pair(party, given, tuple(_signed(v) for v in given), (party,)) for party, given in values]


def _signed(amount: Fen) -> str:
    return ("+" if amount > 0 else "") + wan(amount)


def _values(names: Sequence[str], found: Sequence[Simulation]) -> Table:
    told = [{key: (now, then) for key, now, then in s.changes} for s in found]
    keys = dict.fromkeys(key for one in told for key in one)
    rows = tuple(
        Row((key_word(key), next(one[key][0] for one in told if key in one),
             *(one[key][1] if key in one else _SAME for one in told)))
        for key in keys
    )  # fmt: skip
    wide = 350 / (1 + len(found))
    plans = (Column(f"方案{x}　{name}", wide) for x, name in zip("AB", names, strict=False))
    return Table("表1", "改动的参数", (Column("参数", 90), Column("现行", wide), *plans), rows, size=8)


def _plan_columns(found: Sequence[Simulation], now: str, width: float) -> tuple[Column, ...]:
    made = [Column(now, width, "right")]
    for letter in "AB"[: len(found)]:
        made += [Column(f"方案{letter}", width, "right"), Column(f"{letter} 变化", width, "right")]
    return tuple(made)


def _amounts(now: Fen, plans: Sequence[Fen]) -> tuple[str, ...]:
    return (wan(now), *(text for then in plans for text in (wan(then), wan(then - now))))


def _parties(found: Sequence[Simulation]) -> Table:
    after = [{p.party: p.after_fen for p in s.parties} for s in found]
    now = {p.party: p.before_fen for p in found[0].parties}
    touched = [p for p in now if now[p] or any(one.get(p) for one in after)]
    rows = [Row((p, *_amounts(now[p], [one.get(p, 0) for one in after]))) for p in touched]
    sums = _amounts(sum(now[p] for p in touched), [sum(one.get(p, 0) for p in touched) for one in after])
    rows.append(Row(("合计", *sums), total=True))
    columns = (Column("区", 110), *_plan_columns(found, "现行（收减付）", 68))
    return Table("表2", "各区收减付", columns, tuple(rows), unit="单位：万元", size=8, row_height=14)


def _cases(found: Sequence[Simulation], shown: int) -> Table:
    after = [{c.case_id: c.after.due_fen for c in s.cases} for s in found]
    known = {c.case_id: c for s in found for c in s.cases}

    def plans(case_id: str) -> list[Fen]:
        now = known[case_id].before.due_fen
        return [one.get(case_id, now) for one in after]

    def most(case_id: str) -> tuple[Fen, str]:
        return -max(abs(then - known[case_id].before.due_fen) for then in plans(case_id)), case_id

    moved = sorted((key for key, c in known.items() if any(v != c.before.due_fen for v in plans(key))), key=most)
    rows = [Row((key, known[key].company, *_amounts(known[key].before.due_fen, plans(key)))) for key in moved[:shown]]
    if rest := moved[shown:]:
        told = [sum(column) for column in zip(*(plans(key) for key in rest), strict=True)]
        rows.append(Row((f"其余{len(rest)}件", "", *_amounts(sum(known[key].before.due_fen for key in rest), told))))
    if not rows:
        rows.append(Row((NONE, "没有变化的案件", *_amounts(0, [0] * len(found)))))
    columns = (Column("案件号", 62, unbroken=True), Column("企业", 126), *_plan_columns(found, "现行应得", 60))
    return Table("表3", "变化的案件（按变化大小）", columns, tuple(rows), unit="单位：万元", size=8, row_height=14)
