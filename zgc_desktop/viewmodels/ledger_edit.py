"""What of 企业台账 can be changed and how a change is previewed: editable columns, corrections, lines of old and new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from zgc_desktop.domain.companies import CompanyItem
from zgc_desktop.domain.corrections import (
    CLUSTER,
    OUTSIDE,
    Correction,
    CorrectionLine,
    CorrectionPreview,
    column_of,
    fault_of,
    shown,
    title_of,
)
from zgc_desktop.viewmodels.columns import MISSING, Column, Edit
from zgc_desktop.viewmodels.ledger import COLUMNS
from zgc_desktop.viewmodels.table import Change

FIELD_OF: Final = {
    "name": "name",
    "cluster": CLUSTER,
    "industry": "industry",
    "employees": "employees",
    "revenue": "revenue_fen",
    "tax": "total_fen",
}
"""The ledger's columns that can be changed in place, and the field each stands for."""


def editable(clusters: Sequence[str], industries: Sequence[str]) -> tuple[Column[CompanyItem], ...]:
    """The ledger's columns, those that can be changed with how: choices from the catalogue, amounts in 万元."""
    text: dict[str, Callable[[CompanyItem], str]] = {
        "name": lambda c: c.name,
        "cluster": lambda c: c.cluster or OUTSIDE,
        "industry": lambda c: c.industry,
        "employees": lambda c: shown("employees", c.employees),
        "revenue": lambda c: shown("revenue_fen", c.revenue_fen),
        "tax": lambda c: shown("total_fen", c.tax_fen),
    }
    choices = {"cluster": (OUTSIDE, *clusters), "industry": tuple(industries)}
    edits = {key: Edit(text[key], _fault(field), choices.get(key, ())) for key, field in FIELD_OF.items()}
    return tuple(replace(c, edit=edits[c.key]) if c.key in edits and c.key != "name" else c for c in COLUMNS)


def _fault(field: str) -> Callable[[CompanyItem, str], str]:
    if field == CLUSTER:
        return lambda _, said: "" if said else "不能改为空"
    return lambda _, said: fault_of(field, said)


def choices_of(field: str, clusters: Sequence[str], industries: Sequence[str]) -> tuple[str, ...]:
    """What a field may be, in the order it is offered; empty = it is typed."""
    if field == CLUSTER:
        return (OUTSIDE, *clusters)
    return tuple(industries) if field == "industry" else column_of(field).choices


def hint_of(field: str) -> str:
    """How the value of a field is written."""
    if field == CLUSTER:
        return ""
    return {"money": "万元，如 1283.55", "count": "整数"}.get(column_of(field).kind, "")


def corrections_of(changes: Iterable[Change]) -> tuple[Correction, ...]:
    """Cells changed in the ledger as corrections, in their order."""
    return tuple(Correction(c.key, FIELD_OF[c.column], c.text) for c in changes if isinstance(c.key, int))


def _said(line: CorrectionLine) -> str:
    return line.refused or line.warning or "可改"


PREVIEW: Final[tuple[Column[CorrectionLine], ...]] = (
    Column[CorrectionLine]("name", "企业", lambda x: x.name or None, width=200),
    Column[CorrectionLine]("park", "园", lambda x: x.park.removesuffix("园") or None, width=72),
    Column[CorrectionLine]("field", "项目", lambda x: title_of(x.field), width=104),
    Column[CorrectionLine]("old", "现值", lambda x: x.old or None, width=104),
    Column[CorrectionLine]("new", "新值", lambda x: x.new, width=104, bold=True),
    Column[CorrectionLine](
        "said",
        "核对",
        _said,
        "mark",
        least=160,
        mark=lambda x: "error" if x.refused else "warn" if x.warning else "pass",
        tip=lambda x: f"{_said(x)}\n{x.place}" if x.place else _said(x),
    ),
)


def said_of(preview: CorrectionPreview) -> str:
    """A preview in one sentence: how many would be changed, how many not."""
    taken, refused = len(preview.taken), len(preview.refused)
    warned = sum(1 for line in preview.taken if line.warning)
    parts = [f"可改 {taken} 处"]
    if warned:
        parts.append(f"其中 {warned} 处有提示")
    if refused:
        parts.append(f"不改 {refused} 处")
    return "，".join(parts)


def title_for(corrections: Sequence[Correction], names: dict[int, str]) -> str:
    """What a dialog is called: 改 甲公司 收入, or 批量改 12 家."""
    companies = {c.company_id for c in corrections}
    if len(corrections) == 1:
        one = corrections[0]
        return f"改 {names.get(one.company_id, MISSING)} {title_of(one.field)}"
    return f"改 {len(companies)} 家 {len(corrections)} 处"
