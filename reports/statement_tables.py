"""The tables of a statement (对账单) and of the matrix between districts, as data for the page and the sheet."""

from __future__ import annotations

from reports.tables import Column, Row, Table
from reports.words import NONE, yuan_or_none
from zgc_desktop.domain.money import wan, yuan
from zgc_desktop.domain.settlement import Matrix, line_key
from zgc_desktop.domain.statement import Statement


def case_table(doc: Statement) -> Table:
    """Case by case: what this district receives or pays, with computation, cap and confirmation."""
    rows = []
    for s in doc.lines:
        into = s.receiver == doc.party
        rows.append(
            Row((
                s.case_id, f"{s.company}\n{s.credit_code}", "应收" if into else "应付", s.payer if into else s.receiver,
                yuan(s.counted_fen), s.ratio, yuan(s.computed_fen), yuan_or_none(s.cap_left_before_fen),
                yuan(s.truncated_fen) if s.truncated_fen else NONE,
                yuan(s.due_fen if into else -s.due_fen),
                NONE if into else yuan(s.kept_fen), s.period, s.state,
                "\n".join(doc.confirmed.get(line_key(s), ())) or "待确认",
            ))
        )  # fmt: skip
    rows.append(Row(("合计", "", "", "", "", "", "", "", "", yuan(doc.net_fen), "", "", "", ""), total=True))
    columns = (
        Column("案件号", 60, unbroken=True),
        Column("企业与代码", 104),
        Column("方向", 28, "center"),
        Column("对方", 52),
        Column("计入税收", 66, "right"),
        Column("比例", 28, "center"),
        Column("算得", 62, "right"),
        Column("上限余额", 66, "right"),
        Column("封顶截去", 50, "right"),
        Column("本区收付", 66, "right"),
        Column("本区留存", 62, "right"),
        Column("期次", 42, "center"),
        Column("状态", 42),
        Column("双方确认", 62),
    )
    note = "本区收付：正数为应收，负数为应付；“更正”行是以前月份的调账。税收为地方分成口径，尾差归征收地。"
    return Table("表1", "逐案对账", columns, tuple(rows), unit="单位：元", note=note, size=7.5)


def pair_table(doc: Statement) -> Table:
    """District by district: gross both ways and net."""
    rows = [Row((p.other, yuan(p.receives_fen), yuan(p.pays_fen), yuan(p.net_fen))) for p in doc.pairs]
    rows.append(Row(("合计", yuan(doc.receives_fen), yuan(doc.pays_fen), yuan(doc.net_fen)), total=True))
    columns = (
        Column("对方", 120),
        Column("应收毛额", 100, "right"),
        Column("应付毛额", 100, "right"),
        Column("净额", 100, "right"),
    )
    note = f"期初累计{yuan(doc.opening_fen)}（已锁定月份）＋本月净额{yuan(doc.net_fen)}＝期末累计{yuan(doc.closing_fen)}。"
    return Table("表2", "区际毛额与净额", columns, tuple(rows), unit="单位：元", note=note + "净额正数为应收。")


def outside_table(doc: Statement) -> Table:
    """Cases of this district that share nothing this month, with the reason."""
    rows = tuple(Row((o.case_id, o.company, o.why)) for o in doc.out_of_scope)
    columns = (Column("案件号", 62, unbroken=True), Column("企业", 140), Column("不在本月分享范围的原因", 320))
    return Table("表3", "不在范围的案件", columns, rows, size=8)


def difference_table(doc: Statement) -> Table:
    """Differences registered, and what came of them."""
    rows = tuple(
        Row((
            str(d.id), d.line_key.split("|")[0], d.party, f"{d.person} {d.day}", yuan_or_none(d.claimed_fen), d.reason,
            f"{d.outcome}：{d.outcome_note}（{d.outcome_by} {d.outcome_day}）" if d.outcome else "未了",
        ))
        for d in doc.differences
    )  # fmt: skip
    columns = (
        Column("编号", 26, "center"),
        Column("案件号", 62, unbroken=True),
        Column("提出方", 50),
        Column("经办与日期", 76),
        Column("主张金额", 66, "right"),
        Column("理由", 150),
        Column("处理", 150),
    )
    return Table("表4", "差异登记与跟踪", columns, rows, unit="单位：元", size=8)


def posting_table(doc: Statement) -> Table:
    """Manual postings of this district: what they correct, by how much, on what evidence and why."""
    rows = tuple(
        Row((
            s.posting, s.case_id, s.corrects, s.payer if s.receiver == doc.party else s.receiver,
            yuan(s.due_fen if s.receiver == doc.party else -s.due_fen), s.clause, s.source,
        ))
        for s in doc.lines if s.posting
    )  # fmt: skip
    columns = (
        Column("分录", 34, "center"),
        Column("案件号", 62, unbroken=True),
        Column("更正月份", 44, "center"),
        Column("对方", 54),
        Column("本区收付", 66, "right"),
        Column("依据", 130),
        Column("登记与理由", 180),
    )
    note = "调整分录由人工登记，已列入表1；不由规则算出，不计入上限和期次，被更正月份的结算不改写。"
    return Table("表5", "调整分录", columns, rows, unit="单位：元", note=note, size=8)


def matrix_table(found: Matrix, *, net: bool) -> Table:
    """Payers by receivers in 万元: gross, or net of what is owed the other way; the last row is each party's position."""
    cells = found.net if net else found.gross
    short = [p.removesuffix("区") if p != "北京经济技术开发区" else "经开" for p in found.parties]
    rows = []
    for payer, name in zip(found.parties, short, strict=True):
        amounts = [cells.get((payer, b)) for b in found.parties]
        total = sum(a or 0 for a in amounts)
        rows.append(Row((name, *(NONE if a is None else wan(a) for a in amounts), wan(total) if total else NONE)))
    into = [sum(v for (_, b), v in cells.items() if b == p) for p in found.parties]
    rows.append(Row(("应收", *(wan(a) if a else NONE for a in into), wan(sum(into))), total=True))
    positions = [found.position(p) for p in found.parties]
    rows.append(Row(("收减付", *(wan(a) if a else NONE for a in positions), wan(sum(positions))), total=True))
    columns = (
        Column("应付\\应收", 40),
        *(Column(name, 42, "right") for name in short),
        Column("应付合计", 48, "right"),
    )
    title = "区际净额" if net else "区际毛额"
    note = "行为应付方，列为应收方；收减付为各区应收减应付，合计为零。本表以万元列示，到分的金额见表3。"
    return Table("表2" if net else "表1", title, columns, tuple(rows), unit="单位：万元", note=note, size=6.5, row_height=15)


def exact_pairs(found: Matrix) -> Table:
    """Every pair to the 分: gross both ways and net."""
    rows, done = [], set[frozenset[str]]()
    for payer, receiver in found.gross:
        pair = frozenset((payer, receiver))
        if pair in done:
            continue
        done.add(pair)
        there, back = found.gross[payer, receiver], found.gross.get((receiver, payer), 0)
        rows.append(Row((payer, receiver, yuan(there), yuan(back) if back else NONE, yuan(there - back))))
    columns = (
        Column("应付方", 110),
        Column("应收方", 110),
        Column("应付毛额", 90, "right"),
        Column("对向毛额", 90, "right"),
        Column("净额", 90, "right"),
    )
    note = "净额＝应付毛额－对向毛额，负数为反向应收。"
    return Table("表3", "区际收付明细（到分）", columns, tuple(rows), unit="单位：元", note=note)
