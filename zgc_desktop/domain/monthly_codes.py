"""Codes of figures (数据编号): every figure of the month's report under the name it is printed and asked for by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen, yuan
from zgc_desktop.domain.monthly import MonthlyDocument, SharingLine, StockLine
from zgc_desktop.domain.percent import percent

STOCK_COLUMNS: Final = {
    "opening": "月初",
    "added": "新增",
    "moved_in": "迁入",
    "moved_out": "迁出",
    "closed": "注销",
    "other": "其他",
    "closing": "月末",
    "disputed": "其中争议",
    "tax_fen": "地方税收",
    "revenue_fen": "营业收入",
}
SHARING_COLUMNS: Final = {
    "counted_fen": "计入税收",
    "computed_fen": "算得",
    "cap_left_before_fen": "上限余额",
    "truncated_fen": "封顶截去",
    "due_fen": "应得",
    "kept_fen": "留存",
}
TIER_COLUMNS: Final = {"before": "上月", "entered": "增", "left": "减", "now": "本月"}
CODE: Final = re.compile(r"〔[^〔〕·]+(?:·[^〔〕·]+){2,3}〕")
"""How a code looks in print; a document number such as 〔2015〕 is none."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure: its code's parts, the exact value as text, and whether it belongs to the settlement."""

    table: str
    row: str
    column: str
    text: str
    settles: bool = False

    @property
    def code(self) -> str:
        """``〔表3-1·昌平·月末〕``."""
        return f"〔{self.table}·{self.row}·{self.column}〕"


def figures(doc: MonthlyDocument) -> dict[str, Figure]:
    """Every figure of a document by its code, in the order of the report."""
    made = (
        *_key(doc),
        *_reporting(doc),
        *_stock(doc),
        *_industries(doc),
        *_moves(doc),
        *_sharing(doc),
        *_tiers(doc),
        *_clusters(doc),
    )
    return {figure.code: figure for figure in made}


def short(park: str) -> str:
    """A park as a code names it: 昌平园 is 昌平."""
    return park.removesuffix("园")


def normal(code: str) -> str:
    """A code as typed, in its printed form: brackets, dots, blanks and 园 as people write them. Refused when it is none."""
    bare = re.sub(r"\s", "", code).strip("〔〕[]【】()（）")
    parts = [p for p in re.split(r"[·・•.．/]", bare) if p]
    if len(parts) not in (3, 4):
        raise Refused(f"“{code}”不是数据编号", advice="请写成〔表3-1·昌平·月末〕的样式，编号印在月报各表下方")
    table = parts[0] if parts[0].startswith("表") else f"表{parts[0]}"
    if len(parts[1]) > 2 and parts[1].endswith("园"):
        parts[1] = short(parts[1])
    return f"〔{'·'.join((table, *parts[1:]))}〕"


def case_rows(lines: tuple[SharingLine, ...]) -> list[str]:
    """The row name of each sharing line: its case, with the receiver where a case has several, and the month corrected."""
    count = Counter((x.case_id, x.adjustment, x.corrects) for x in lines)
    names = []
    for x in lines:
        several = count[x.case_id, x.adjustment, x.corrects] > 1
        names.append(x.case_id + (f"→{x.receiver}" if several else "") + (f"@{x.corrects}" if x.corrects else ""))
    return names


def _count(value: int | None, unit: str) -> str:
    return "未报" if value is None else f"{value:,}{unit}"


def _money(value: Fen | None) -> str:
    return "未报" if value is None else f"{yuan(value)}元"


def _share(value: Fraction | None) -> str:
    return "—" if value is None else percent(value, 2)


def _key(doc: MonthlyDocument) -> Iterator[Figure]:
    for f in doc.key_figures:
        for column, value in (("本月", f.value), ("上月", f.last_month), ("上年同月", f.last_year)):
            text = "—" if value is None else _money(value) if f.unit == "分" else _count(value, f.unit)
            yield Figure("表1", f.name, column, text)


def _reporting(doc: MonthlyDocument) -> Iterator[Figure]:
    for x in doc.reporting:
        counts = (("应报", x.expected), ("实报", x.received), ("企业", x.companies), ("数据", x.rows), ("错误", x.errors),
                  ("警告", x.warnings), ("退回", x.returned))  # fmt: skip
        for column, value in counts:
            told = column in ("应报", "实报", "退回") or x.received
            yield Figure("表2-1", short(x.park), column, f"{value:,}" if told else "未报")


def _stock(doc: MonthlyDocument) -> Iterator[Figure]:
    for line in (*doc.stock, total(doc)):
        for name, column in STOCK_COLUMNS.items():
            value = getattr(line, name)
            text = _money(value) if name.endswith("_fen") else _count(value, "家")
            yield Figure("表3-1", short(line.park), column, text if line.reported and value is not None else _none(line))


def _none(line: StockLine) -> str:
    return "—" if line.reported else "未报"


def total(doc: MonthlyDocument) -> StockLine:
    """All parks that reported, added up; None where none reported."""
    lines = [line for line in doc.stock if line.reported]

    def add(name: str) -> int | None:
        known = [getattr(line, name) for line in lines if getattr(line, name) is not None]
        return sum(known) if known else None

    return StockLine("合计", bool(lines), *(add(name) for name in STOCK_COLUMNS))


def _industries(doc: MonthlyDocument) -> Iterator[Figure]:
    for n, park in enumerate(doc.parks):
        for name, counts in doc.industries:
            yield Figure("表3-2", short(park), name, _count(counts[n], "家"))


def _moves(doc: MonthlyDocument) -> Iterator[Figure]:
    for a, b, n in doc.move_matrix:
        yield Figure("表4-1", f"{short(a)}→{short(b)}", "落地", f"{n:,}件")


def _sharing(doc: MonthlyDocument) -> Iterator[Figure]:
    gross: dict[tuple[str, str], Fen] = defaultdict(int)
    for pair in doc.sharing.net:
        gross[pair.payer, pair.receiver] += pair.amount_fen
    for (payer, receiver), amount in gross.items():
        back = gross.get((receiver, payer))
        row = f"{payer}→{receiver}"
        yield Figure("表5-1", row, "应付毛额", _money(amount), settles=True)
        yield Figure("表5-1", row, "对向毛额", "—" if back is None else _money(back), settles=True)
        yield Figure("表5-1", row, "净额", _money(amount - (back or 0)), settles=True)
    for row, line in zip(case_rows(doc.sharing.lines), doc.sharing.lines, strict=True):
        for name, column in SHARING_COLUMNS.items():
            value = getattr(line, name)
            table = "表5-3" if line.adjustment else "表5-2"
            yield Figure(table, row, column, "—" if value is None else _money(value), settles=True)


def _tiers(doc: MonthlyDocument) -> Iterator[Figure]:
    for line in doc.tiers:
        for name, column in TIER_COLUMNS.items():
            yield Figure("表6-1", short(line.park), f"{line.tier}·{column}", f"{getattr(line, name):,}家")


def _clusters(doc: MonthlyDocument) -> Iterator[Figure]:
    missing = {park for park, _ in doc.missing}
    for c in doc.clusters:
        texts = {
            "企业": f"{c.companies:,}家",
            "营业收入": "—" if c.revenue_fen is None else _money(c.revenue_fen),
            "地方税收": "—" if c.tax_fen is None else _money(c.tax_fen),
            "定位内占比": _share(c.fit),
            "定位内收入占比": _share(c.fit_revenue),
            "迁入": f"{c.moved_in:,}家",
            "迁出": f"{c.moved_out:,}家",
        }
        for column, text in texts.items():
            yield Figure("表7-1", c.cluster, column, "未报" if c.park in missing else text)
