"""A district's statement (对账单) and the matrix of all districts as workbooks: amounts as numbers, sums as live formulas."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.book import LOOKS, TOTAL_LOOKS, Col
from reports.sheets import HEADING, NOTE, TITLE, Pen, Value, print_setup, save_workbook, set_widths
from zgc_desktop.domain.money import Fen, in_unit
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import Matrix, line_key
from zgc_desktop.domain.statement import Statement, proof_line

_HEAD, _FIRST = 4, 5


def write_statement_xlsx(doc: Statement, out: Path) -> Path:
    """Return ``out`` once it holds the district's statement; the same figures as the PDF."""
    workbook = Workbook()
    pen = Pen(workbook)
    proof = proof_line(doc.fingerprint, doc.journal_mark)
    about = f"{doc.party}　{doc.state}　{doc.office}　{doc.prepared_on}　{proof}"
    title = f"{doc.month.label}税收分享对账单"
    rule = f"规则：{doc.rule_title}（{doc.rule_citation}）。{doc.rule_note}。"
    _cases(pen, workbook, doc, title, about, rule)
    pairs = (Col("对方", 24), *(Col(t, 18, "money", True) for t in ("应收毛额", "应付毛额", "净额")))
    rows = [(p.other, _yuan(p.receives_fen), _yuan(p.pays_fen), _yuan(p.net_fen)) for p in doc.pairs]
    page = _sheet(pen, workbook, "区际毛额与净额", (title, about, "净额＝应收毛额－应付毛额，正数为应收"), pairs, rows)
    foot = _FIRST + len(rows) + 2
    for n, (name, amount) in enumerate(
        (("期初累计（已锁定月份）", doc.opening_fen), ("本月净额", doc.net_fen), ("期末累计", doc.closing_fen))
    ):
        pen.put(page, foot + n, 1, name, LOOKS["text"])
        pen.put(page, foot + n, 2, _yuan(amount), LOOKS["money"])
    if doc.out_of_scope:
        columns = (Col("案件号", 16), Col("企业", 36), Col("原因", 80))
        outside = [(o.case_id, o.company, o.why) for o in doc.out_of_scope]
        _sheet(pen, workbook, "不在范围", (title, about, "未报不作零"), columns, outside)
    if doc.differences:
        _differences(pen, workbook, doc, title, about)
    return _saved(workbook, out, f"{title}（{doc.party}）", doc.fingerprint)


def _cases(pen: Pen, workbook: Workbook, doc: Statement, title: str, about: str, rule: str) -> None:
    rows = []
    for s in doc.lines:
        into = s.receiver == doc.party
        rows.append((
            s.case_id, s.company, s.credit_code, "应收" if into else "应付", s.payer if into else s.receiver,
            _yuan(s.counted_fen), _yuan(s.vat_fen), _yuan(s.cit_fen), s.ratio, _yuan(s.computed_fen),
            _yuan(s.cap_left_before_fen), _yuan(s.truncated_fen), _yuan(s.due_fen if into else -s.due_fen),
            None if into else _yuan(s.kept_fen), s.period, s.state, s.clause, s.source,
            "；".join(doc.confirmed.get(line_key(s), ())) or "待确认",
        ))  # fmt: skip
    money = [Col(t, 16, "money") for t in ("计入税收", "其中增值税", "其中所得税")]
    later = [Col(t, 16, "money", t == "本区收付") for t in ("算得", "上限余额", "封顶截去", "本区收付", "本区留存")]
    columns = (
        Col("案件号", 16), Col("企业", 34), Col("统一社会信用代码", 22), Col("方向", 8, "middle"), Col("对方", 18), *money,
        Col("比例", 8, "middle"), *later, Col("期次", 14, "middle"), Col("状态", 14), Col("条款", 26), Col("来源", 34),
        Col("双方确认", 30),
    )  # fmt: skip
    _sheet(pen, workbook, "逐案对账", (title, about, f"单位：元。正数为应收，负数为应付。{rule}"), columns, rows)


def _differences(pen: Pen, workbook: Workbook, doc: Statement, title: str, about: str) -> None:
    columns = (
        Col("编号", 8, "count"), Col("案件号", 16), Col("提出方", 18), Col("经办人", 12), Col("日期", 12),
        Col("主张金额", 18, "money"), Col("理由", 50), Col("处理结果", 14), Col("说明", 40), Col("处理人", 12),
        Col("处理日", 12),
    )  # fmt: skip
    rows = [
        (d.id, d.line_key.split("|")[0], d.party, d.person, d.day, _yuan(d.claimed_fen), d.reason, d.outcome or "未了",
         d.outcome_note, d.outcome_by, d.outcome_day)
        for d in doc.differences
    ]  # fmt: skip
    _sheet(pen, workbook, "差异", (title, about, "单位：元"), columns, rows)


def write_matrix_xlsx(found: Matrix, month: Month, state: str, out: Path, *, office: str, proof: str, fingerprint: str) -> Path:
    """Return ``out`` once it holds payers by receivers, gross and net; the row sums and positions are formulas."""
    workbook = Workbook()
    pen = Pen(workbook)
    about = f"{state}　{office}　{proof}"
    for name, cells in (("毛额", found.gross), ("净额", found.net)):
        columns = (
            Col("应付方\\应收方", 22), *(Col(p, 16, "money", True) for p in found.parties), Col("应付合计", 16, "money", True)
        )  # fmt: skip
        rows = [(a, *(_yuan(cells[a, b]) if (a, b) in cells else None for b in found.parties), None) for a in found.parties]
        heads = (f"{month.label}区际税收分享{name}", about, "单位：元。末行收减付＝应收合计－应付合计，合计为零")
        page = _sheet(pen, workbook, name, heads, columns, rows)
        _positions(pen, page, len(found.parties))
    return _saved(workbook, out, f"{month.label}区际税收分享矩阵", fingerprint)


def _positions(pen: Pen, page: Worksheet, count: int) -> None:
    last, paid, foot = get_column_letter(count + 1), get_column_letter(count + 2), _FIRST + count
    for n in range(count):
        row = _FIRST + n
        pen.formula(page, row, count + 2, f"=SUM(B{row}:{last}{row})", LOOKS["money"])
        letter = get_column_letter(n + 2)
        pen.formula(page, foot + 1, n + 2, f"={letter}{foot}-{paid}{row}", TOTAL_LOOKS["money"])
    pen.put(page, foot + 1, 1, "收减付", TOTAL_LOOKS["text"])


def _sheet(
    pen: Pen, workbook: Workbook, name: str, heads: Sequence[str], columns: Sequence[Col], rows: Sequence[Sequence[Value]]
) -> Worksheet:
    """One sheet: title and two lines, headed rows, and the sums the columns ask for."""
    page: Worksheet = workbook.create_sheet(name)
    for n, (text, look) in enumerate(zip(heads, (TITLE, NOTE, NOTE), strict=True), start=1):
        pen.put(page, n, 1, text, look)
    for n, column in enumerate(columns, start=1):
        pen.put(page, _HEAD, n, column.title, HEADING)
    for at, row in enumerate(rows, start=_FIRST):
        for n, (column, value) in enumerate(zip(columns, row, strict=True), start=1):
            pen.put(page, at, n, value, LOOKS[column.kind])
    if rows and any(c.summed for c in columns):
        foot = _FIRST + len(rows)
        for n, column in enumerate(columns, start=1):
            letter = get_column_letter(n)
            if column.summed:
                pen.formula(page, foot, n, f"=SUM({letter}{_FIRST}:{letter}{foot - 1})", TOTAL_LOOKS[column.kind])
            else:
                pen.put(page, foot, n, "合计" if n == 1 else None, TOTAL_LOOKS[column.kind])
    page.freeze_panes = f"B{_FIRST}"
    set_widths(page, [c.width for c in columns])
    print_setup(page, landscape=True, header=heads[0], repeat_rows=f"{_HEAD}:{_HEAD}")
    return page


def _yuan(amount: Fen | None) -> Value:
    return None if amount is None else in_unit(amount, "元")


def _saved(workbook: Workbook, out: Path, title: str, fingerprint: str) -> Path:
    workbook.remove(workbook.worksheets[0])  # the empty sheet that carried the looks until now
    workbook.properties.title = title
    workbook.properties.creator = "统筹台"
    workbook.properties.identifier = fingerprint
    workbook.properties.language = "zh-CN"
    return save_workbook(workbook, out)
