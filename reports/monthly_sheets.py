"""The sheets of the monthly workbook, one function each; the last one, 勾稽, ties the others by formula."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.book import FIRST, LOOKS, TOTAL_LOOKS, Book, Col, Kind
from reports.monthly_plan_sheets import hectares
from reports.sheets import COUNT, TITLE, WRAPPED, Look, Value, print_setup, set_widths
from reports.words import (
    DRAFT,
    NONE,
    NOT_REPORTED,
    change,
    chinese_date,
    document_title,
    errata_note,
    fingerprint,
    journal_mark,
    key_figure_unit,
    ratio_of_change,
    scope_lines,
    total_note,
)
from zgc_desktop.domain.money import Fen, half_up, in_unit
from zgc_desktop.domain.monthly import HECTARES, KeyFigure, MonthlyDocument, StockLine
from zgc_desktop.domain.monthly_codes import per_mille, quotient_text, tenths


def _wan(amount: Fen | None, absent: str = NOT_REPORTED) -> Value:
    return absent if amount is None else in_unit(amount, "万元")


def _yuan(amount: Fen | None) -> Value:
    return NONE if amount is None else in_unit(amount, "元")


def _ratio(value: Fraction | None) -> Value:
    """A share as an exact Decimal of six places: enough for any percentage shown."""
    return NONE if value is None else Decimal(half_up(value * 1_000_000)) / 1_000_000


# --- 0 to 3 ----------------------------------------------------------------------------------------------------------


def cover(book: Book) -> None:
    """0 封面与口径."""
    doc, pen = book.doc, book.pen
    page = book.workbook.create_sheet("0 封面与口径")
    pen.put(page, 1, 1, document_title(doc), TITLE)
    facts = (
        ("期间", doc.month.label),
        ("状态", "草稿，未核定" if doc.state == DRAFT else doc.state),
        ("编制单位", doc.office),
        ("编制日期", chinese_date(doc.prepared_on)),
        ("计入范围", doc.scope_note or f"{len(doc.parks)}个分园全部计入"),
        ("数据指纹", fingerprint(doc)),
        *((("操作记录", journal_mark(doc)),) if doc.journal_head else ()),
        ("程序版本", f"统筹台 {doc.program_version}"),
        ("未列章节", "；".join(doc.left_out) or "无"),
        *((f"口径 {n}", line) for n, line in enumerate(scope_lines(doc), start=1)),
    )
    for row, (name, text) in enumerate(facts, start=3):
        pen.put(page, row, 1, name, Look(bold=True))
        pen.put(page, row, 2, text, WRAPPED)
        page.row_dimensions[row].height = 18 if len(text) < 44 else 32
    set_widths(page, [14, 90])
    print_setup(page, landscape=False, header=f"{doc.month.label} {doc.state}")


def key_figures(book: Book) -> None:
    """1 要情."""
    rows = [
        (
            f.name,
            key_figure_unit(f),
            _key_value(f, f.value),
            _key_value(f, f.last_month),
            _key_change(f.value, f.last_month),
            _key_value(f, f.last_year),
            _key_change(f.value, f.last_year),
            f.note,
        )
        for f in book.doc.key_figures
    ]
    columns = (
        Col("指标", 20),
        Col("单位", 8, "middle"),
        Col("本月", 18, "money"),
        Col("上月", 18, "money"),
        Col("环比", 12, "percent"),
        Col("去年同月", 18, "money"),
        Col("同比", 12, "percent"),
        Col("口径", 36),
    )
    page = book.table("1 要情", "要情", columns, rows, note=total_note(book.doc), freeze=f"A{FIRST}", landscape=False)
    for row, figure in enumerate(book.doc.key_figures, start=FIRST):
        if figure.unit not in ("分", HECTARES):
            for column in (3, 4, 6):
                page.cell(row, column).number_format = COUNT


def _key_value(figure: KeyFigure, value: int | None) -> Value:
    if figure.unit == "分":
        return _wan(value, NONE)
    if figure.unit == HECTARES and value is not None:
        return hectares(value)
    return NONE if value is None else value


def _key_change(now: int | None, before: int | None) -> Value:
    ratio = ratio_of_change(now, before)
    return change(now, before) if ratio is None else _ratio(ratio)


def reporting(book: Book) -> None:
    """2 报送情况."""
    words = {True: "是", False: "否", None: NONE}
    rows = [
        (
            n,
            line.park,
            words[line.on_time],
            line.version or None,
            line.state,
            line.expected,
            line.received,
            _ratio(Fraction(line.received, line.expected)) if line.expected else NONE,
            *((line.companies, line.rows, line.errors, line.warnings) if line.received else [NOT_REPORTED] * 4),
            Decimal(per_mille(line.errors, line.rows).replace(",", "")) if line.rows else NONE,
            line.returned,
            NONE if line.answer_days is None else Decimal(tenths(line.answer_days).replace(",", "")),
        )
        for n, line in enumerate(book.doc.reporting, start=1)
    ]
    columns = (
        Col("序号", 6, "count"),
        Col("园区", 12),
        Col("及时", 8, "middle"),
        Col("版本", 8, "count"),
        Col("状态", 14, "middle"),
        Col("应报(表)", 10, "count", True),
        Col("实报(表)", 10, "count", True),
        Col("完整率", 10, "percent"),
        Col("企业(家)", 12, "count", True),
        Col("数据(行)", 12, "count", True),
        Col("错误(处)", 10, "count", True),
        Col("警告(处)", 10, "count", True),
        Col("差错率(‰)", 10, "tenth"),
        Col("退回(次)", 10, "count", True),
        Col("平均答复(工作日)", 12, "tenth"),
    )
    book.table("2 报送情况", "各分园报送情况", columns, rows)


def stock(book: Book) -> None:
    """3 企业总体: 月末 is a formula of its parts, beside the ledger's own figure."""
    columns = (
        Col("园区", 12),
        *(Col(t, 10, "count", True) for t in ("月初", "新增", "迁入", "迁出", "注销", "其他")),
        Col("月末", 10, "count", True),
        Col("月末·台账", 12, "count", True),
        Col("其中争议", 10, "count", True),
        Col("地方税收(万元)", 18, "money", True),
        Col("营业收入(万元)", 20, "money", True),
    )
    note = "单位：家。月末＝月初＋新增＋迁入－迁出－注销＋其他。" + total_note(book.doc)
    page = book.table(
        "3 企业总体", "各分园企业增减平衡", columns, map(_stock_row, book.doc.stock), note=note, freeze=f"B{FIRST}"
    )
    for row, line in enumerate(book.doc.stock, start=FIRST):
        if line.reported:
            book.pen.formula(page, row, 8, f"=B{row}+C{row}+D{row}-E{row}-F{row}+G{row}", LOOKS["count"])


def _stock_row(line: StockLine) -> tuple[Value, ...]:
    if not line.reported:
        return (line.park, *([NOT_REPORTED] * 11))
    parts = (line.opening, line.added, line.moved_in, line.moved_out, line.closed, line.other)
    figures = (*parts, None, line.closing, line.disputed)
    return (line.park, *figures, _wan(line.tax_fen, NONE), _wan(line.revenue_fen, NONE))


def industries(book: Book) -> None:
    """3a 产业分布."""
    doc = book.doc
    columns = (Col("园区", 12), *(Col(name, 14, "count", True) for name, _ in doc.industries))
    rows = [
        (park, *(NOT_REPORTED if counts[n] is None else counts[n] for _, counts in doc.industries))
        for n, park in enumerate(doc.parks)
    ]
    note = "单位：家。" + total_note(doc)
    book.table("3a 产业分布", "各分园企业的产业分布", columns, rows, note=note, freeze=f"B{FIRST}")


# --- 4 to 8 ----------------------------------------------------------------------------------------------------------


def cases(book: Book) -> None:
    """4 迁移案件."""
    rows = [
        (
            c.case_id,
            c.credit_code,
            c.company,
            c.from_park,
            c.to_park,
            c.nature,
            c.state,
            c.opened_on,
            c.landed_on,
            c.working_days,
            c.waiting_for,
        )
        for c in book.doc.cases
    ]
    columns = (
        Col("案件号", 16),
        Col("统一社会信用代码", 22),
        Col("企业", 40),
        Col("迁出", 12),
        Col("迁入", 12),
        Col("性质", 12),
        Col("状态", 14),
        Col("立案", 12, "date"),
        Col("落地", 12, "date"),
        Col("已办工作日", 12, "count"),
        Col("待谁", 14),
    )
    book.table("4 迁移案件", "迁移案件", columns, rows, freeze=f"D{FIRST}", filtered=True)


def leads(book: Book) -> None:
    """4a 线索."""
    rows = [
        (
            lead.kind,
            lead.credit_code,
            lead.company,
            lead.first_park,
            lead.first_place,
            lead.second_park,
            lead.second_place,
            lead.state,
        )
        for lead in book.doc.leads
    ]
    columns = (
        Col("类别", 12),
        Col("统一社会信用代码", 22),
        Col("企业", 40),
        Col("一方", 12),
        Col("一方出处", 24),
        Col("另一方", 12),
        Col("另一方出处", 24),
        Col("处理", 12),
    )
    book.table("4a 线索", "本月线索", columns, rows, freeze=f"D{FIRST}", filtered=True)


def move_matrix(book: Book) -> None:
    """5 迁移矩阵: rows are the parks left, columns the parks moved to."""
    parks = book.doc.parks
    counts = {(a, b): n for a, b, n in book.doc.move_matrix}
    columns = (Col("迁出\\迁入", 12), *(Col(p, 8, "count", True) for p in parks), Col("迁出合计", 10, "count", True))
    rows = [(a, *(counts.get((a, b)) for b in parks), None) for a in parks]
    title = f"{book.doc.month.year}年截至{book.doc.month.month}月落地案件迁出迁入"
    page = book.table("5 迁移矩阵", title, columns, rows, note="单位：件。行为迁出分园，列为迁入分园。", freeze=f"B{FIRST}")
    _row_sums(book, page, len(rows), len(parks), "count")


def _row_sums(book: Book, page: Worksheet, rows: int, columns: int, kind: Kind) -> None:
    left, right = get_column_letter(2), get_column_letter(columns + 1)
    look = replace(TOTAL_LOOKS[kind], top_line=False)
    for row in range(FIRST, FIRST + rows):
        book.pen.formula(page, row, columns + 2, f"=SUM({left}{row}:{right}{row})", look)


def parties(doc: MonthlyDocument) -> tuple[str, ...]:
    """Every party that pays or receives this month, in order of appearance."""
    return tuple(dict.fromkeys(party for line in doc.sharing.net for party in (line.payer, line.receiver)))


def settlement(book: Book) -> None:
    """6 分享结算: payers by receivers, gross; below, each party's net."""
    names = parties(book.doc)
    gross: dict[tuple[str, str], Fen] = defaultdict(int)
    for line in book.doc.sharing.net:
        gross[line.payer, line.receiver] += line.amount_fen
    columns = (Col("应付方\\应收方", 24), *(Col(p, 18, "money", True) for p in names), Col("应付合计", 18, "money", True))
    rows = [(a, *(in_unit(gross[a, b], "元") if (a, b) in gross else None for b in names), None) for a in names]
    note = "单位：元。毛额；末行净额＝应收合计－应付合计。" + total_note(book.doc)
    page = book.table("6 分享结算", "区际分享结算", columns, rows, note=note, freeze=f"B{FIRST}")
    if not names:
        return
    _row_sums(book, page, len(rows), len(names), "money")
    foot = FIRST + len(names)
    book.pen.put(page, foot, 1, "应收合计", TOTAL_LOOKS["text"])
    book.pen.put(page, foot + 1, 1, "净额", TOTAL_LOOKS["text"])
    paid = get_column_letter(len(names) + 2)
    for n in range(len(names)):
        letter = get_column_letter(n + 2)
        book.pen.formula(page, foot + 1, n + 2, f"={letter}{foot}-{paid}{FIRST + n}", TOTAL_LOOKS["money"])


def sharing_lines(book: Book) -> None:
    """7 分享明细: values only, never formulas — the sheet is evidence."""
    rows = [
        (
            s.case_id,
            s.credit_code,
            s.company,
            s.payer,
            s.receiver,
            _yuan(s.counted_fen),
            _yuan(s.vat_fen),
            _yuan(s.cit_fen),
            s.ratio,
            _yuan(s.computed_fen),
            _yuan(s.cap_left_before_fen),
            _yuan(s.truncated_fen),
            _yuan(s.due_fen),
            _yuan(s.kept_fen),
            s.period,
            s.state,
            s.clause,
            s.source,
            "以前月份调整" if s.adjustment else "本月",
        )
        for s in book.doc.sharing.lines
    ]
    money = ("计入税收", "其中增值税", "其中所得税")
    columns = (
        Col("案件号", 16),
        Col("统一社会信用代码", 22),
        Col("企业", 40),
        Col("应付方", 18),
        Col("应收方", 18),
        *(Col(title, 18, "money") for title in money),
        Col("比例", 10, "middle"),
        *(Col(title, 18, "money") for title in ("算得", "上限余额", "封顶截去", "应得", "留存")),
        Col("期次", 12),
        Col("状态", 12),
        Col("规则条款", 28),
        Col("来源", 28),
        Col("类别", 14),
    )
    note = "单位：元。本表为逐笔凭据，均为数值。" + total_note(book.doc)
    book.table("7 分享明细", "税收分享明细", columns, rows, note=note, freeze=f"D{FIRST}", filtered=True)


def out_of_scope(book: Book) -> None:
    """7a 不参与分享, and the cases whose tax has not come."""
    rows = [(o.case_id, o.company, o.why) for o in book.doc.sharing.out_of_scope]
    rows += [(case_id, "", "税收未报，未计入本期结算") for case_id in book.doc.sharing.missing]
    columns = (Col("案件号", 16), Col("企业", 44), Col("原因与依据", 70))
    book.table("7a 不参与分享", "不参与本期分享的案件", columns, rows, freeze=f"A{FIRST}")


def rules(book: Book) -> None:
    """8 规则参数."""
    rows = [(r.title, r.key, r.effective_from, r.citation, r.note) for r in book.doc.rules]
    columns = (Col("规则", 32), Col("参数键", 24), Col("生效", 12, "date"), Col("出处", 48), Col("说明", 40))
    note = f"税收分享适用：{book.doc.sharing.rule_title}（{book.doc.sharing.rule_citation}）。{book.doc.sharing.rule_note}"
    book.table("8 规则参数", "本期适用规则", columns, rows, note=note, freeze=f"A{FIRST}", landscape=False)


# --- 9 to 15 ---------------------------------------------------------------------------------------------------------


def tiers(book: Book) -> None:
    """9 梯队."""
    rows = [(t.park, t.tier, t.before, t.entered, t.left, t.now, t.proposed) for t in book.doc.tiers]
    columns = (
        Col("园区", 12),
        Col("梯队", 12),
        *(Col(title, 10, "count", True) for title in ("上月", "增", "减", "本月", "待审建议")),
    )
    book.table("9 梯队", "各分园梯队企业增减", columns, rows, note="单位：家。" + total_note(book.doc), filtered=True)


def tier_proposals(book: Book) -> None:
    """9a 梯队建议, each with its reasons."""
    rows = [
        (p.park, p.credit_code, p.company, p.tier, p.standard, p.result, "；".join(p.reasons)) for p in book.doc.tier_proposals
    ]
    columns = (
        Col("园区", 12),
        Col("统一社会信用代码", 22),
        Col("企业", 40),
        Col("梯队", 12),
        Col("标准", 30),
        Col("结果", 12),
        Col("逐条理由", 80),
    )
    book.table("9a 梯队建议", "梯队建议", columns, rows, freeze=f"D{FIRST}", filtered=True)


def clusters(book: Book) -> None:
    """10 组团."""
    missing = {park for park, _ in book.doc.missing}
    rows = [
        (c.cluster, c.park, *([NOT_REPORTED] * 8), "、".join(c.planned))
        if c.park in missing
        else (
            c.cluster,
            c.park,
            c.companies,
            _wan(c.revenue_fen, NONE),
            _wan(c.tax_fen, NONE),
            _ratio(c.fit),
            _ratio(c.fit_revenue),
            NONE if c.quotient is None else Decimal(quotient_text(c.quotient)),
            c.moved_in,
            c.moved_out,
            "、".join(c.planned),
        )
        for c in book.doc.clusters
    ]
    columns = (
        Col("组团", 18),
        Col("园区", 12),
        Col("企业(家)", 10, "count", True),
        Col("营业收入(万元)", 20, "money", True),
        Col("地方税收(万元)", 18, "money", True),
        Col("定位内占比(按企业)", 14, "percent"),
        Col("定位内占比(按收入)", 14, "percent"),
        Col("区位商", 10, "money"),
        Col("迁入(家)", 10, "count", True),
        Col("迁出(家)", 10, "count", True),
        Col("规划重点产业", 50),
    )
    note = f"另有{book.doc.unassigned:,}家企业在园内但不属任何组团，未列入。" if book.doc.unassigned else ""
    book.table("10 组团", "重点发展组团情况", columns, rows, note=note + total_note(book.doc), filtered=True)


def issues(book: Book) -> None:
    """13 问题清单: problems found in submissions, by park and kind."""
    columns = (Col("园区", 12), Col("代码", 14), Col("问题", 40), Col("处数", 10, "count", True))
    rows = [(park, code, name, n) for park, code, name, n in book.doc.issues_by_park]
    book.table("13 问题清单", "报送问题分类", columns, rows, filtered=True, landscape=False)


def matters(book: Book) -> None:
    """13a 问题与建议: what the editor raises, whose it is and by when, and what came of last month's."""
    rows = [(n, m.text, m.owner, m.due, m.follow_up or "本月新列") for n, m in enumerate(book.doc.matters, start=1)]
    columns = (Col("序号", 6, "count"), Col("事项", 70), Col("责任单位", 24), Col("时限", 12, "date"), Col("上月落实情况", 36))
    book.table("13a 问题与建议", "问题与建议", columns, rows, freeze=f"A{FIRST}")


def errata(book: Book) -> None:
    """14 勘误: figures of issues already published that read differently now."""
    rows = [(str(e.issue), e.code, e.old, e.new, e.reason, e.effect) for e in book.doc.errata]
    columns = (Col("期", 10), Col("数据编号", 34), Col("原数", 24), Col("更正为", 24), Col("原因", 40), Col("对结算的影响", 20))
    book.table("14 勘误", "对已发布月报的更正", columns, rows, note=errata_note(book.doc), freeze=f"A{FIRST}")
