"""Export a table (导出筛选结果, 导出企业名录) as a workbook: what its audience may not hold does not leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reports.table_xlsx import write_table_xlsx
from zgc_desktop.domain.export_rules import INSIDE, ExportRules, read_export_rules
from zgc_desktop.domain.money import in_unit
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.plain_table import PlainColumn, PlainTable, PlainValue
from zgc_desktop.paths import safe_filename
from zgc_desktop.services import case_record, look_up
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import read_toml, rule_files


def export_rules(ctx: AppContext) -> ExportRules:
    """The office's rules of source categories and audiences."""
    path = next(p for p in rule_files(ctx.resources, ctx.paths.rules, "export") if p.name == "categories.toml")
    return read_export_rules(read_toml(path), path.name)


def export_table(
    ctx: AppContext,
    table: PlainTable,
    out: Path | None = None,
    *,
    audience: str = INSIDE,
    more: Mapping[str, PlainTable] | None = None,
) -> Path:
    """Write a table as xlsx, into the outbox with the time in its name unless told where; ``more`` by sheet name behind it.

    Its second line says which source categories it holds and for whom it is. Refused, naming the columns and the law, where
    ``audience`` may not hold one of them.
    """
    rules = export_rules(ctx)
    titles = [c.title for c in table.columns]
    rules.require(titles, audience, where=table.title)
    note = f"{table.note}；来源类别：{'、'.join(rules.held(titles))}；供{audience}使用"
    name = safe_filename(f"{table.title}_{ctx.clock():%Y%m%d-%H%M%S}.xlsx")
    return write_table_xlsx(replace(table, note=note), out or ctx.paths.outbox / name, more)


def export_cases(ctx: AppContext, table: PlainTable, case_ids: Sequence[str], out: Path | None = None) -> Path:
    """Write a list of cases with, on a second sheet, the whole history of each, oldest first; returns the file."""
    rows: list[tuple[PlainValue, ...]] = []
    for case_id in case_ids:
        found = case_record.history(ctx, case_id)
        rows += [
            (case_id, found.case.name, m.at.replace("T", " ")[:19], m.who, m.kind, m.text, m.reason) for m in found.timeline
        ]
    note = f"{len(case_ids)} 件案件自立案以来的全部经过，{len(rows):,} 条"
    return export_table(ctx, table, out, more={"案件经过": PlainTable("案件经过", note, _HISTORY, tuple(rows))})


def export_companies(
    ctx: AppContext, month: Month, audience: str, out: Path | None = None, *, leave_out: bool = False
) -> tuple[Path, tuple[str, ...]]:
    """Write the companies of a month for an audience; returns the file and the columns left out.

    Refused where the audience may not hold a column, unless ``leave_out`` drops those.
    """
    table = _companies(ctx, month)
    barred = export_rules(ctx).barred([c.title for c in table.columns], audience) if leave_out else ()
    kept = [n for n, c in enumerate(table.columns) if c.title not in barred]
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    fitting = replace(table, columns=tuple(table.columns[n] for n in kept), rows=rows)
    return export_table(ctx, fitting, out, audience=audience), barred


_HISTORY = (
    PlainColumn("案件", "text", 14),
    PlainColumn("企业", "text", 30),
    PlainColumn("时间", "text", 20),
    PlainColumn("谁", "text", 16),
    PlainColumn("类别", "text", 12),
    PlainColumn("内容", "text", 60),
    PlainColumn("依据或理由", "text", 40),
)
_COLUMNS = (
    PlainColumn("统一社会信用代码", "text", 22),
    PlainColumn("企业名称", "text", 34),
    PlainColumn("分园", "text", 10),
    PlainColumn("组团", "text", 14),
    PlainColumn("产业", "text", 16),
    PlainColumn("梯队", "text", 10),
    PlainColumn("状态", "text", 8),
    PlainColumn("从业人员（人）", "count", 12),
    PlainColumn("营业收入（万元）", "money", 16),
    PlainColumn("税收·地方（万元）", "money", 16),
)


def _companies(ctx: AppContext, month: Month) -> PlainTable:
    rows: list[tuple[PlainValue, ...]] = []
    for c in look_up.companies(ctx, month):
        money = [None if fen is None else in_unit(fen, "万元") for fen in (c.revenue_fen, c.tax_fen)]
        rows.append((c.credit_code, c.name, c.park, c.cluster, c.industry, c.tier, c.status, c.employees, *money))
    return PlainTable(f"企业名录_{month}", f"{month}，{len(rows):,} 家", _COLUMNS, tuple(rows))
