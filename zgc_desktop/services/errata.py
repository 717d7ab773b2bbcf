"""勘误: what the figures of published months say now, against what the office has said of them so far."""

from __future__ import annotations

from db.queries import reports
from db.reports import Publication
from zgc_desktop.domain.monthly import Erratum, MonthlyDocument
from zgc_desktop.domain.monthly_codes import short
from zgc_desktop.domain.monthly_errata import errata, told
from zgc_desktop.domain.monthly_json import from_json
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import monthly
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rule_prints import rule_prints

UNKNOWN_CAUSE = "原因未登记"


def for_issue(ctx: AppContext, month: Month) -> tuple[Erratum, ...] | None:
    """The corrections a month's issue has to print; None where no earlier month was published.

    Each published month of the last twelve is worked out again and set against its issue and the errata printed since.
    """
    with ctx.store.read() as connection:
        earlier = reports.publications(connection, month)
    issues = [(item, from_json(item.content)) for item in earlier]
    if not issues:
        return None
    printed = [e for _, doc in issues for e in doc.errata]
    found: list[Erratum] = []
    for item, doc in issues:
        now = monthly.document(ctx, item.month, as_of=doc.prepared_on)
        found += errata(item.month, told(doc, printed), now, _reasons(doc, now), _default(ctx, item))
    return tuple(found)


def _reasons(then: MonthlyDocument, now: MonthlyDocument) -> dict[str, str]:
    """Why a park's figures changed: which version of its submission counts now."""
    before = {line.park: line for line in then.reporting}
    reasons = {}
    for line in now.reporting:
        old = before.get(line.park)
        if old is not None and old.version != line.version:
            what = f"第{line.version}版替换第{old.version}版" if old.version else f"补报第{line.version}版"
            reasons[short(line.park)] = f"{line.park}{what}"
    if reasons:
        reasons["合计"] = "；".join(reasons.values())
    return reasons


def _default(ctx: AppContext, item: Publication) -> str:
    """The reason of a change no park caused: rules that were changed since, else that nobody gave one."""
    now = rule_prints(ctx)
    changed = sorted(name for name in {*now, *item.rule_prints} if now.get(name) != item.rule_prints.get(name))
    return "规则文件变更：" + "、".join(changed) if changed else UNKNOWN_CAUSE
