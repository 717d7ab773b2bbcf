"""Codes of figures (数据编号): every figure of the month's report under the name it is printed and asked for by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.areas import print_area
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen, half_up, yuan
from zgc_desktop.domain.monthly import HECTARES, MonthlyDocument, ReportingLine, SharingLine, StockLine
from zgc_desktop.domain.monthly_coded import of
from zgc_desktop.domain.monthly_codes_totals import SAID, told
from zgc_desktop.domain.monthly_edits import numbers
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
_SAID: Final = "|".join(("要情", *SAID.values()))
PLACE: Final = re.compile(
    r"〔?\s*表?(附表[0-9]+|[0-9]+(?:-[0-9]+)?|" + _SAID + r")\s*[·・•.．/]?\s*R([0-9]+)\s*C([0-9]+)\s*〕?", re.IGNORECASE
)
"""A figure by its place, 〔5-2·R7C8〕: the row as numbered beside the table, the column counted among those of figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure: its code's parts, the exact value as text, and whether it belongs to the settlement."""

    table: str
    row: str
    column: str
    text: str
    place: tuple[int, int]
    """Row and column of figures in the printed table, both from 1."""
    settles: bool = False

    @property
    def code(self) -> str:
        """``〔表3-1·昌平·月末〕``."""
        return f"〔{self.table}·{self.row}·{self.column}〕"

    @property
    def short_code(self) -> str:
        """``〔3-1·R10C7〕``."""
        return f"〔{self.table.removeprefix('表')}·R{self.place[0]}C{self.place[1]}〕"


def figures(doc: MonthlyDocument) -> dict[str, Figure]:
    """Every figure of a document by its code, in the order of the report."""
    made = (
        *_said(doc),
        *_key(doc),
        *_reporting(doc),
        *_stock(doc),
        *_industries(doc),
        *_moves(doc),
        *_sharing(doc),
        *_tiers(doc),
        *_clusters(doc),
        *_coded(doc),
        *(Figure(*parts) for parts in told(doc)),
    )
    return {figure.code: figure for figure in made}


def at_place(doc: MonthlyDocument, code: str) -> Figure | None:
    """The figure a code of the form 〔5-2·R7C8〕 names; None where the text is no such code. Refused where there is none."""
    found = PLACE.fullmatch(code.strip().strip("[]【】()（）"))
    if found is None:
        return None
    table = f"表{found[1]}" if found[1][0].isdigit() else found[1]
    place = (int(found[2]), int(found[3]))
    there = {f.place: f for f in figures(doc).values() if f.table == table}
    if place not in there:
        said = f"{doc.month} 月报没有编号 〔{found[1]}·R{place[0]}C{place[1]}〕"
        known = f"{table} 有数字的行是 1 至 {max(r for r, _ in there)}" if there else f"{table} 没有数字"
        raise Refused(said, why=known, advice="行号印在表左，列按数字列自左数")
    return there[place]


def short(park: str) -> str:
    """A park as a code names it: 昌平园 is 昌平."""
    return park.removesuffix("园")


def normal(code: str) -> str:
    """A code as typed, in its printed form: brackets, dots, blanks and 园 as people write them. Refused when it is none."""
    bare = re.sub(r"\s", "", code).strip("〔〕[]【】()（）")
    parts = [p for p in re.split(r"[·・•.．/]", bare) if p]
    if len(parts) not in (3, 4):
        raise Refused(f"“{code}”不是数据编号", advice="请写成〔表3-1·昌平·月末〕的样式，编号印在月报各表下方")
    named = parts[0].startswith(("表", "附表")) or parts[0] in ("要情", *SAID.values())
    table = parts[0] if named else f"表{parts[0]}"
    if len(parts[1]) > 2 and parts[1].endswith("园") and table not in _BY_CLUSTER:
        parts[1] = short(parts[1])
    return f"〔{'·'.join((table, *parts[1:]))}〕"


_BY_CLUSTER: Final = ("表7-1", "附表1")
"""Tables whose rows are no parks: 东城园 is a cluster too, and 组团不属本园 a kind of problem; they keep their whole name."""


def case_rows(lines: tuple[SharingLine, ...]) -> list[str]:
    """The row name of each sharing line: its case, with the receiver where a case has several, and the month corrected."""
    count = Counter((x.case_id, x.adjustment, x.corrects, x.belongs_to, x.posting) for x in lines)
    names = []
    for x in lines:
        several = count[x.case_id, x.adjustment, x.corrects, x.belongs_to, x.posting] > 1
        about = f"所属{x.belongs_to}" if x.belongs_to else f"分录{x.posting}" if x.posting else x.corrects
        names.append(x.case_id + (f"→{x.receiver}" if several else "") + (f"@{about}" if about else ""))
    return names


def _coded(doc: MonthlyDocument) -> Iterator[Figure]:
    """The tables that are kept as coded texts, each figure with its unit."""
    for table in of(doc):
        for n, row in enumerate(table.rows, start=1):
            for k, ((column, unit), text) in enumerate(zip(table.columns, row.texts, strict=True), start=1):
                whole = text + unit if text[:1].isdigit() or text[:1] == "-" else text
                yield Figure(table.number, row.name, column, whole.replace("\n", ""), (n, k), table.number == "表5-4")


def _count(value: int | None, unit: str) -> str:
    return "未报" if value is None else f"{value:,}{unit}"


def _money(value: Fen | None) -> str:
    return "未报" if value is None else f"{yuan(value)}元"


def _share(value: Fraction | None) -> str:
    return "—" if value is None else percent(value, 2)


def _said(doc: MonthlyDocument) -> Iterator[Figure]:
    """Every number in the sentences of 要情, by sentence and place."""
    for n, sentence in enumerate(doc.sentences.get("brief", ()), start=1):
        for k, number in enumerate(numbers(sentence), start=1):
            yield Figure("要情", f"句{n}", f"数{k}", number, (n, k))


def _key(doc: MonthlyDocument) -> Iterator[Figure]:
    for n, f in enumerate(doc.key_figures, start=1):
        kinds = (("本月", 1, f.value), ("上月", 2, f.last_month), ("上年同月", 4, f.last_year))
        for column, k, value in kinds:
            text = "—" if value is None else key_text(f.unit, value)
            yield Figure("表1", f.name, column, text, (n, k))
        for column, k, before in (("环比", 3, f.last_month), ("同比", 5, f.last_year)):
            yield Figure("表1", f.name, column, _change(f.value, before), (n, k))


def key_text(unit: str, value: int) -> str:
    """A value of 要情 in words: money in 元, an area in 公顷, a count in its own unit."""
    if unit == HECTARES:
        return f"{print_area(value)}公顷"
    return _money(value) if unit == "分" else _count(value, unit)


def _change(now: int | None, before: int | None) -> str:
    if now is None or before is None:
        return "—"
    return percent(Fraction(now - before, abs(before)), 1) if before else "基期为零"


def _reporting(doc: MonthlyDocument) -> Iterator[Figure]:
    for n, x in enumerate(doc.reporting, start=1):
        for k, (column, text) in enumerate(reporting_texts(x).items(), start=1):
            yield Figure("表2-1", short(x.park), column, text, (n, k))


def reporting_texts(x: ReportingLine) -> dict[str, str]:
    """The figures of one line of 表2-1, by column; what was not sent has no counts, and a share of nothing is none."""
    counts = {"企业": x.companies, "数据": x.rows, "错误": x.errors, "警告": x.warnings}
    return {
        "应报": f"{x.expected:,}",
        "实报": f"{x.received:,}",
        "完整率": _whole_share(x.received, x.expected),
        **{column: f"{value:,}" if x.received else "未报" for column, value in counts.items()},
        "差错率": f"{per_mille(x.errors, x.rows)}‰" if x.rows else "—",
        "退回": f"{x.returned:,}",
        "答复": "—" if x.answer_days is None else f"{tenths(x.answer_days)}个工作日",
    }


def quotient_text(value: Fraction | None) -> str:
    """A location quotient with two decimals, halves up; — where it is withheld."""
    if value is None:
        return "—"
    n = half_up(value * 100)
    return f"{n // 100}.{n % 100:02d}"


def per_mille(part: int, whole: int) -> str:
    """A share in thousandths with one decimal, halves up."""
    return tenths(Fraction(part * 1000, whole))


def tenths(value: Fraction) -> str:
    """A number with one decimal, halves up."""
    n = half_up(value * 10)
    return f"{n // 10:,}.{n % 10}"


def _whole_share(part: int, whole: int) -> str:
    return percent(Fraction(part, whole), 1) if whole else "—"


def _stock(doc: MonthlyDocument) -> Iterator[Figure]:
    for n, line in enumerate((*doc.stock, total(doc)), start=1):
        for k, (name, column) in enumerate(STOCK_COLUMNS.items(), start=1):
            value = getattr(line, name)
            text = _money(value) if name.endswith("_fen") else _count(value, "家")
            yield Figure(
                "表3-1", short(line.park), column, text if line.reported and value is not None else _none(line), (n, k)
            )


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
    width = len(doc.industries) + 1
    for n, park in enumerate(doc.parks, start=1):
        row = [counts[n - 1] for _, counts in doc.industries]
        for k, ((name, _), value) in enumerate(zip(doc.industries, row, strict=True), start=1):
            yield Figure("表3-2", short(park), name, _count(value, "家"), (n, k))
        known = [v for v in row if v is not None]
        yield Figure("表3-2", short(park), "合计", _count(sum(known) if known else None, "家"), (n, width))
    for k, (name, counts) in enumerate(doc.industries, start=1):
        yield Figure("表3-2", "合计", name, _count(_known(counts), "家"), (len(doc.parks) + 1, k))


def _known(counts: Iterable[int | None]) -> int | None:
    told = [n for n in counts if n is not None]
    return sum(told) if told else None


def _moves(doc: MonthlyDocument) -> Iterator[Figure]:
    for a, b, n in (m for m in doc.move_matrix if m[0] in doc.parks and m[1] in doc.parks):
        place = (doc.parks.index(a) + 1, doc.parks.index(b) + 1)
        yield Figure("表4-1", f"{short(a)}→{short(b)}", "落地", f"{n:,}件", place)


def _sharing(doc: MonthlyDocument) -> Iterator[Figure]:
    gross: dict[tuple[str, str], Fen] = defaultdict(int)
    for pair in doc.sharing.net:
        gross[pair.payer, pair.receiver] += pair.amount_fen
    for n, ((payer, receiver), amount) in enumerate(gross.items(), start=1):
        back = gross.get((receiver, payer))
        row = f"{payer}→{receiver}"
        yield Figure("表5-1", row, "应付毛额", _money(amount), (n, 1), settles=True)
        yield Figure("表5-1", row, "对向毛额", "—" if back is None else _money(back), (n, 2), settles=True)
        yield Figure("表5-1", row, "净额", _money(amount - (back or 0)), (n, 3), settles=True)
    rows: Counter[str] = Counter()
    for row, line in zip(case_rows(doc.sharing.lines), doc.sharing.lines, strict=True):
        table = "表5-3" if line.adjustment else "表5-2"
        rows[table] += 1
        for k, (name, column) in enumerate(SHARING_COLUMNS.items(), start=1):
            value = getattr(line, name)
            text = "—" if value is None else _money(value)
            yield Figure(table, row, column, text, (rows[table], k), settles=True)


def _tiers(doc: MonthlyDocument) -> Iterator[Figure]:
    tiers = list(dict.fromkeys(line.tier for line in doc.tiers))
    for line in (x for x in doc.tiers if x.park in doc.parks):
        first = tiers.index(line.tier) * len(TIER_COLUMNS)
        for k, (name, column) in enumerate(TIER_COLUMNS.items(), start=1):
            place = (doc.parks.index(line.park) + 1, first + k)
            yield Figure("表6-1", short(line.park), f"{line.tier}·{column}", f"{getattr(line, name):,}家", place)


def free_space(doc: MonthlyDocument) -> dict[str, str]:
    """What each cluster of 表7-1 has free in 公顷 as printed; 未报 where its use was not stated, — without land."""
    lines = {line.name: line for line in doc.space.lines} if doc.space else {}

    def said(cluster: str) -> str:
        line = lines.get(cluster)
        return "—" if line is None else "未报" if line.free is None else print_area(line.free)

    return {c.cluster: said(c.cluster) for c in doc.clusters}


def _clusters(doc: MonthlyDocument) -> Iterator[Figure]:
    missing, free = {park for park, _ in doc.missing}, free_space(doc)
    for n, c in enumerate(doc.clusters, start=1):
        texts = {
            "企业": f"{c.companies:,}家",
            "营业收入": "—" if c.revenue_fen is None else _money(c.revenue_fen),
            "地方税收": "—" if c.tax_fen is None else _money(c.tax_fen),
            "定位内占比": _share(c.fit),
            "定位内收入占比": _share(c.fit_revenue),
            "区位商": quotient_text(c.quotient),
            "迁入": f"{c.moved_in:,}家",
            "迁出": f"{c.moved_out:,}家",
        }
        if doc.space is not None:
            texts["可用空间"] = free[c.cluster] + ("公顷" if free[c.cluster][:1].isdigit() else "")
        for k, (column, text) in enumerate(texts.items(), start=1):
            reported = c.park not in missing or column == "可用空间"
            yield Figure("表7-1", c.cluster, column, text if reported else "未报", (n, k))
