"""The tables of the monthly report, one function each: from the document's lines to columns and texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from reports.tables import Column, Row, Table
from reports.words import (
    NONE,
    change,
    count_or_missing,
    count_or_none,
    key_figure_text,
    key_figure_unit,
    percent,
    total_note,
    wan_or_missing,
)
from zgc_desktop.domain.monthly import ClusterLine, MonthlyDocument, ReportingLine, StockLine
from zgc_desktop.domain.monthly_codes import free_space, per_mille, quotient_text, reporting_texts
from zgc_desktop.domain.monthly_codes import total as stock_total


def _short(park: str) -> str:
    return park.removesuffix("园")


def _known(values: Iterable[int | None]) -> int:
    return sum(v for v in values if v is not None)


def key_figures(doc: MonthlyDocument) -> Table:
    """表1: the figures of 要情 with 环比 and 同比."""
    rows = tuple(
        Row(
            (
                f"{f.name}（{key_figure_unit(f)}）",
                key_figure_text(f, f.value),
                key_figure_text(f, f.last_month),
                change(f.value, f.last_month),
                key_figure_text(f, f.last_year),
                change(f.value, f.last_year),
                f.note or NONE,
            )
        )
        for f in doc.key_figures
    )
    columns = (
        Column("指标", 136),
        Column("本月", 64, "right", point=True),
        Column("上月", 64, "right", point=True),
        Column("环比", 46, "right"),
        Column("上年同月", 64, "right", point=True),
        Column("同比", 46, "right"),
        Column("口径", 72),
    )
    zero = any(0 in (f.last_month, f.last_year) for f in doc.key_figures)
    note = total_note(doc) + ("基期为零的不计算增速。" if zero else "")
    return Table("表1", "要情", columns, rows, note=note)


def reporting(doc: MonthlyDocument) -> Table:
    """表2-1: due and received, in time, whole, faults, rounds and answers of each park."""
    rows = []
    for n, line in enumerate(doc.reporting, start=1):
        told = reporting_texts(line)
        words = (f"v{line.version}" if line.version else NONE, line.state)
        rows.append(
            Row((str(n), line.park, {True: "是", False: "否", None: NONE}[line.on_time], *words, *_reporting_cells(told)))
        )
    rows.append(_reporting_sums(doc.reporting))
    columns = (
        Column("序号", 27, "center"),
        Column("园区", 45),
        Column("及时", 27, "center"),
        Column("版本", 26, "center"),
        Column("状态", 45, "center"),
        Column("应报\n(表)", 26, "right"),
        Column("实报\n(表)", 26, "right"),
        Column("完整率\n(%)", 36, "right"),
        Column("企业\n(家)", 34, "right"),
        Column("数据\n(行)", 36, "right"),
        Column("错误\n(处)", 28, "right"),
        Column("警告\n(处)", 28, "right"),
        Column("差错率\n(‰)", 34, "right"),
        Column("退回\n(次)", 26, "right"),
        Column("平均答复\n(日)", 42, "right"),
    )
    note = (
        "完整率＝实报÷应报；差错率＝错误处数÷数据行数×1000；平均答复为退回至下一版报送的工作日数；“及时”合计为及时的分园数。"
        "得分与位次的计分办法未定，不列。"
    )
    return Table("表2-1", "各分园报送情况", columns, tuple(rows), note=note, size=8)


def _reporting_cells(told: Mapping[str, str]) -> list[str]:
    """The figures of one line without their units, which stand in the head; a zero count is —."""
    bare = [text.rstrip("%‰").removesuffix("个工作日") for text in told.values()]
    return [NONE if text == "0" else text for text in bare]


def _reporting_sums(lines: Sequence[ReportingLine]) -> Row:
    due, came = sum(line.expected for line in lines), sum(line.received for line in lines)
    counts = [sum(getattr(line, name) for line in lines) for name in ("companies", "rows", "errors", "warnings")]
    whole = percent(Fraction(came, due)).rstrip("%") if due else NONE
    faults = per_mille(counts[2], counts[1]) if counts[1] else NONE
    in_time = str(sum(1 for line in lines if line.on_time))
    cells = (str(due), count_or_none(came), whole, *map(count_or_none, counts), faults)
    return Row(("", "合计", in_time, "", "", *cells, count_or_none(sum(line.returned for line in lines)), ""), total=True)


def stock(doc: MonthlyDocument) -> Table:
    """表3-1: the balance of companies by park; it must add up in every line."""
    rows = [Row((line.park, *_stock_cells(line))) for line in doc.stock]
    rows.append(Row(("合计", *_stock_cells(stock_total(doc))), total=True))
    columns = (
        Column("园区", 48),
        *(Column(t, 34, "right") for t in ("月初", "新增", "迁入", "迁出", "注销", "其他")),
        Column("月末", 38, "right"),
        Column("其中\n争议", 30, "right"),
        Column("地方税收\n(万元)", 58, "right"),
        Column("营业收入\n(万元)", 70, "right"),
    )
    off = [line.park for line in doc.stock if not line.balances]
    note = "月初＋新增＋迁入－迁出－注销＋其他＝月末。" + (f"{'、'.join(off)}不平衡，待核。" if off else "")
    return Table("表3-1", "各分园企业增减平衡", columns, tuple(rows), unit="单位：家", note=note + total_note(doc), size=8.5)


def _stock_cells(line: StockLine) -> tuple[str, ...]:
    if not line.reported:
        return tuple(count_or_missing(None) for _ in range(10))
    counts = (line.opening, line.added, line.moved_in, line.moved_out, line.closed, line.other, line.closing, line.disputed)
    shown = [NONE if c in (0, None) and n not in (0, 6) else count_or_missing(c) for n, c in enumerate(counts)]
    return (*shown, wan_or_missing(line.tax_fen), wan_or_missing(line.revenue_fen))


def industries(doc: MonthlyDocument) -> Table:
    """表3-2: companies by park and industry."""
    names = [name for name, _ in doc.industries]
    rows = []
    for n, park in enumerate(doc.parks):
        values = [counts[n] for _, counts in doc.industries]
        if all(v is None for v in values):
            rows.append(Row((park, *(count_or_missing(None) for _ in range(len(names) + 1)))))
            continue
        rows.append(Row((park, *(_cell(v) for v in values), f"{_known(values):,}")))
    sums = [_known(counts) for _, counts in doc.industries]
    rows.append(Row(("合计", *(count_or_none(s) for s in sums), f"{sum(sums):,}"), total=True))
    columns = (Column("园区", 44), *(Column(name, 30, "right") for name in names), Column("合计", 32, "right"))
    note = total_note(doc)
    return Table("表3-2", "各分园企业的产业分布", columns, tuple(rows), unit="单位：家", note=note, size=7.5, row_height=15)


def _cell(value: int | None) -> str:
    return count_or_missing(None) if value is None else count_or_none(value)


def move_matrix(doc: MonthlyDocument) -> Table:
    """表4-1: 17 by 17, from the park in the row to the park in the column; landed cases of the year."""
    counts = {(a, b): n for a, b, n in doc.move_matrix}
    rows = []
    for a in doc.parks:
        line = [counts.get((a, b), 0) for b in doc.parks]
        cells = ("·" if a == b else count_or_none(n) for b, n in zip(doc.parks, line, strict=True))
        rows.append(Row((_short(a), *cells, count_or_none(sum(line)))))
    sums = [sum(counts.get((a, b), 0) for a in doc.parks) for b in doc.parks]
    rows.append(Row(("迁入合计", *(count_or_none(s) for s in sums), count_or_none(sum(sums))), total=True))
    columns = (
        Column("迁出\\迁入", 44),
        *(Column("\n".join(_short(p)), 21, "center") for p in doc.parks),
        Column("迁出\n合计", 28, "center"),
    )
    note = "行为迁出分园，列为迁入分园。"
    months = f"1—{doc.month.month}月" if doc.month.month > 1 else "1月"
    title = f"{doc.month.year}年{months}落地案件迁出迁入"
    return Table("表4-1", title, columns, tuple(rows), unit="单位：件", note=note, size=8, row_height=15)


def cases(doc: MonthlyDocument) -> Table:
    """表4-2: every open or landed case of the month."""
    rows = tuple(
        Row(
            (
                c.case_id,
                c.company,
                _short(c.from_park),
                _short(c.to_park),
                c.nature,
                c.state,
                c.opened_on.isoformat(),
                c.landed_on.isoformat() if c.landed_on else NONE,
                str(c.working_days),
                c.waiting_for or NONE,
            )
        )
        for c in doc.cases
    )
    columns = (
        Column("案件号", 54, unbroken=True),
        Column("企业", 96),
        Column("迁出", 31),
        Column("迁入", 31),
        Column("性质", 41),
        Column("状态", 48),
        Column("立案", 50, "center", unbroken=True),
        Column("落地", 50, "center", unbroken=True),
        Column("工作日", 31, "right"),
        Column("待谁", 42),
    )
    return Table("表4-2", "迁移案件", columns, rows, note="工作日：自立案起已办的工作日数。", size=7.5, row_height=16)


def leads(doc: MonthlyDocument) -> Table:
    """表4-3: double claims and silent moves, with both source cells."""
    rows = tuple(
        Row(
            (
                lead.kind,
                f"{lead.company}\n{lead.credit_code}",
                f"{_short(lead.first_park)}\n{lead.first_place}",
                f"{_short(lead.second_park)}\n{lead.second_place}",
                lead.state,
            )
        )
        for lead in doc.leads
    )
    columns = (
        Column("类别", 44),
        Column("企业与代码", 140),
        Column("一方及出处", 104),
        Column("另一方及出处", 104),
        Column("处理", 44),
    )
    return Table("表4-3", "本月线索", columns, rows, size=8)


def tiers(doc: MonthlyDocument) -> Table:
    """表6-1: parks by tier: last month, entered, left, this month."""
    names = list(dict.fromkeys(line.tier for line in doc.tiers))
    by_place = {(line.park, line.tier): line for line in doc.tiers}
    missing = {park for park, _ in doc.missing}
    rows = []
    for park in doc.parks:
        cells: list[str] = []
        if park in missing and not any((park, tier) in by_place for tier in names):
            rows.append(Row((park, *(count_or_missing(None) for _ in range(4 * len(names))))))
            continue
        for tier in names:
            line = by_place.get((park, tier))
            counts = (line.before, line.entered, line.left, line.now) if line else (0, 0, 0, 0)
            cells += [count_or_none(n) for n in counts]
        rows.append(Row((park, *cells)))
    totals: list[str] = []
    for tier in names:
        lines = [line for line in doc.tiers if line.tier == tier]
        totals += [count_or_none(sum(getattr(line, part) for line in lines)) for part in ("before", "entered", "left", "now")]
    rows.append(Row(("合计", *totals), total=True))
    columns = (
        Column("园区", 48),
        *(Column(title, 25, "right", group=tier) for tier in names for title in ("上月", "增", "减", "本月")),
    )
    return Table(
        "表6-1", "各分园梯队企业增减", columns, tuple(rows), unit="单位：家", note=total_note(doc), size=8, row_height=15
    )


def tier_proposals(doc: MonthlyDocument) -> Table:
    """表6-2: proposals of the month with their reasons."""
    rows = tuple(
        Row(
            (f"{p.company}\n{p.park}", f"{p.tier}\n{p.result}", p.standard, "；".join(r.rstrip("。") for r in p.reasons) + "。")
        )
        for p in doc.tier_proposals
    )
    columns = (Column("企业与园区", 98), Column("梯队与结果", 48), Column("标准", 68), Column("逐条理由", 228))
    return Table("表6-2", "梯队建议", columns, rows, size=8)


def clusters(doc: MonthlyDocument) -> Table:
    """表7-1: one line per cluster."""
    missing = {park for park, _ in doc.missing}
    free, level = free_space(doc), dict(doc.area_levels)
    land, areas = doc.space is not None, bool(level)

    def more(cluster: str) -> tuple[str, ...]:
        return (*((free[cluster],) if land else ()), *((level.get(cluster) or NONE,) if areas else ()))

    rows = [_cluster_row(c, c.park not in missing, more(c.cluster)) for c in doc.clusters]
    lines = doc.clusters
    rows.append(
        Row(
            (
                "合计",
                "",
                count_or_none(sum(c.companies for c in lines)),
                wan_or_missing(_known(c.revenue_fen for c in lines)),
                wan_or_missing(_known(c.tax_fen for c in lines)),
                "",
                "",
                "",
                count_or_none(sum(c.moved_in for c in lines)),
                count_or_none(sum(c.moved_out for c in lines)),
                *([""] * (land + areas)),
                "",
            ),
            total=True,
        )
    )
    columns = (
        Column("组团", 74),
        Column("园区", 42),
        Column("企业\n(家)", 34, "right"),
        Column("营业收入\n(万元)", 64, "right"),
        Column("地方税收\n(万元)", 54, "right"),
        Column("定位内占比\n(按企业)", 50, "right"),
        Column("定位内占比\n(按收入)", 50, "right"),
        Column("区位商", 36, "right"),
        Column("迁入\n(家)", 30, "right"),
        Column("迁出\n(家)", 30, "right"),
        *((Column("可用空间\n(公顷)", 44, "right", point=True),) if land else ()),
        *((Column("政策区", 58),) if areas else ()),
        Column("规划重点产业", 180 - 25 * (land + areas)),
    )
    note = f"另有{doc.unassigned:,}家企业在园内但不属任何组团，未列入本表。" if doc.unassigned else ""
    note += "区位商＝组团内规划重点产业企业占比÷全部组团同类产业企业占比，企业过少的不列。"
    return Table("表7-1", "重点发展组团情况", columns, tuple(rows), note=note + total_note(doc), size=7.5, row_height=14)


def _cluster_row(c: ClusterLine, reported: bool, more: tuple[str, ...]) -> Row:
    planned = "、".join(c.planned) or NONE
    if not reported:
        return Row((c.cluster, c.park, *(count_or_missing(None) for _ in range(8)), *more, planned))
    money = (NONE if amount is None else wan_or_missing(amount) for amount in (c.revenue_fen, c.tax_fen))
    moves = (count_or_none(c.moved_in), count_or_none(c.moved_out))
    return Row(
        (
            c.cluster,
            c.park,
            count_or_none(c.companies),
            *money,
            percent(c.fit),
            percent(c.fit_revenue),
            quotient_text(c.quotient),
            *moves,
            *more,
            planned,
        )
    )


def issues(doc: MonthlyDocument) -> Table:
    """附表1: problems found in submissions, by kind and park."""
    names = {code: name for _, code, name, _ in doc.issues_by_park}
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for park, code, _, n in doc.issues_by_park:
        counts[code, park] += n
    rows = []
    for code, name in names.items():
        line = [counts[code, park] for park in doc.parks]
        rows.append(Row((f"{name}", *(count_or_none(n) for n in line), count_or_none(sum(line)))))
    sums = [sum(counts[code, park] for code in names) for park in doc.parks]
    rows.append(Row(("合计", *(count_or_none(s) for s in sums), count_or_none(sum(sums))), total=True))
    columns = (
        Column("问题类型", 90),
        *(Column("\n".join(_short(p)), 20, "center") for p in doc.parks),
        Column("合计", 28, "center"),
    )
    return Table("附表1", "报送问题分类", columns, tuple(rows), unit="单位：处", size=8)


def rules(doc: MonthlyDocument) -> Table:
    """附表2: the rules that decided something this month, with their source."""
    rows = tuple(Row((r.title, r.citation, r.effective_from.isoformat(), r.note or NONE)) for r in doc.rules)
    columns = (
        Column("规则", 84),
        Column("出处", 92),
        Column("生效", 46, unbroken=True),
        Column("说明", 222),
    )
    return Table("附表2", "本期适用规则", columns, rows, size=8)


def matters(doc: MonthlyDocument) -> Table:
    """表10-1: what the editor raises, whose it is and by when, and what came of last month's."""
    rows = tuple(
        Row((str(n), m.text, m.owner or NONE, m.due.isoformat() if m.due else NONE, m.follow_up or "本月新列"))
        for n, m in enumerate(doc.matters, start=1)
    )
    columns = (
        Column("序号", 26, "center"),
        Column("事项", 214),
        Column("责任单位", 72),
        Column("时限", 50, "center", unbroken=True),
        Column("上月落实情况", 80),
    )
    return Table("表10-1", "问题与建议", columns, rows, size=8.5)


def errata(doc: MonthlyDocument) -> Table:
    """表11: figures of issues already published: as printed, as they are, why, and what that settles."""
    rows = tuple(Row((str(e.issue), e.code, e.old, e.new, e.reason, e.effect)) for e in doc.errata)
    columns = (
        Column("期", 38, "center", unbroken=True),
        Column("数据编号", 112),
        Column("原数", 64, "right"),
        Column("更正为", 64, "right"),
        Column("原因", 110),
        Column("对结算\n的影响", 54),
    )
    return Table("表11", "勘误", columns, rows, size=8)
