"""Tables of section 五 of the monthly report: what the districts owe each other, and the lines behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reports.tables import Column, Row, Table
from reports.words import NONE, total_note, yuan_or_none
from zgc_desktop.domain.money import Fen, yuan
from zgc_desktop.domain.monthly import MonthlyDocument, SharingLine


def settlement_pairs(doc: MonthlyDocument) -> Table:
    """表5-1: who owes whom, gross, and net of what is owed the other way."""
    gross: dict[tuple[str, str], Fen] = defaultdict(int)
    for line in doc.sharing.net:
        gross[line.payer, line.receiver] += line.amount_fen
    rows = []
    for (payer, receiver), amount in gross.items():
        back = gross.get((receiver, payer))
        rows.append(Row((payer, receiver, yuan(amount), yuan_or_none(back), yuan(amount - (back or 0)))))
    total = sum(gross.values())
    rows.append(Row(("合计", "", yuan(total), "", ""), total=True))
    columns = (
        Column("应付方", 110),
        Column("应收方", 110),
        Column("应付毛额", 80, "right"),
        Column("对向毛额", 80, "right"),
        Column("净额", 80, "right"),
    )
    s = doc.sharing
    tie = f"计入税收{yuan(s.counted_fen)}＝应得{yuan(s.due_fen)}＋留存{yuan(s.kept_fen)}，合计差{yuan(s.difference_fen)}"
    off = "" if s.difference_fen == 0 else "（应为0.00，请核查后再发布）"
    note = f"{tie}{off}。净额＝应付毛额－对向毛额，负数为反向应收。"
    if s.missing:
        note += f"下列案件税收未报，未计入：{'、'.join(s.missing)}。"
    return Table("表5-1", "区际结算", columns, tuple(rows), unit="单位：元", note=note + total_note(doc))


def party_nets(doc: MonthlyDocument) -> list[tuple[str, Fen]]:
    """Received less paid, by party, largest first; the amounts add up to zero."""
    nets: dict[str, Fen] = defaultdict(int)
    for line in doc.sharing.net:
        nets[line.payer] -= line.amount_fen
        nets[line.receiver] += line.amount_fen
    return sorted(nets.items(), key=lambda item: (-item[1], item[0]))


def sharing_lines(doc: MonthlyDocument, number: str, title: str, lines: Sequence[SharingLine]) -> Table:
    """表5-2 and 表5-3: one line per case and month, from the tax counted to what is due and kept."""
    rows = [
        Row(
            (
                s.case_id,
                f"{s.company}\n{s.credit_code}",
                s.payer,
                s.receiver,
                yuan(s.counted_fen),
                s.ratio,
                yuan(s.computed_fen),
                yuan_or_none(s.cap_left_before_fen),
                yuan(s.truncated_fen) if s.truncated_fen else NONE,
                yuan(s.due_fen),
                yuan(s.kept_fen),
                s.period,
                f"{s.state}\n{s.clause}",
            )
        )
        for s in lines
    ]
    summed = ("counted_fen", "computed_fen", "truncated_fen", "due_fen", "kept_fen")
    sums = [sum(getattr(s, name) for s in lines) for name in summed]
    counted, computed, truncated, due, kept = (yuan(amount) if amount else NONE for amount in sums)
    difference = yuan(sums[0] - sums[3] - sums[4])
    rows.append(Row(("合计", "", "", "", counted, "", computed, "", truncated, due, kept, "合计差", difference), total=True))
    columns = (
        Column("案件号", 62, unbroken=True),
        Column("企业与代码", 108),
        Column("应付方", 46),
        Column("应收方", 46),
        Column("计入税收", 66, "right"),
        Column("比例", 28, "center"),
        Column("算得", 62, "right"),
        Column("上限余额", 62, "right"),
        Column("封顶截去", 52, "right"),
        Column("应得", 62, "right"),
        Column("留存", 62, "right"),
        Column("期次", 34, "center"),
        Column("状态与条款", 70),
    )
    note = "合计差＝计入税收－应得－留存，应为 0.00。" + total_note(doc)
    return Table(number, title, columns, tuple(rows), unit="单位：元", note=note, size=7.5)


def sharing_lines_upright(doc: MonthlyDocument, number: str, title: str, lines: Sequence[SharingLine]) -> Table:
    """表5-2 and 表5-3 for few lines: the same figures in pairs one above the other, so that they stand on an upright page."""
    rows = [
        Row(
            (
                f"{s.case_id}\n{s.company}\n{s.credit_code}",
                f"{s.payer}\n{s.receiver}",
                f"{yuan(s.counted_fen)}\n{s.ratio}",
                f"{yuan(s.computed_fen)}\n{yuan_or_none(s.cap_left_before_fen)}",
                f"{yuan(s.truncated_fen) if s.truncated_fen else NONE}\n{yuan(s.due_fen)}",
                f"{yuan(s.kept_fen)}\n{s.period or NONE}",
                f"{s.state}\n{s.clause}",
            )
        )
        for s in lines
    ]
    counted, due, kept = (sum(getattr(s, name) for s in lines) for name in ("counted_fen", "due_fen", "kept_fen"))
    sums = ("合计", "", yuan(counted), "应得", yuan(due), yuan(kept), f"合计差{yuan(counted - due - kept)}")
    columns = (
        Column("案件号、企业与代码", 124),
        Column("应付方\n应收方", 62),
        Column("计入税收\n比例", 62, "right"),
        Column("算得\n上限余额", 62, "right"),
        Column("封顶截去\n应得", 62, "right"),
        Column("留存\n期次", 62, "right"),
        Column("状态\n条款", 74),
    )
    note = "合计差＝计入税收－应得－留存，应为0.00。" + total_note(doc)
    return Table(number, title, columns, (*rows, Row(sums, total=True)), unit="单位：元", note=note, size=8)
