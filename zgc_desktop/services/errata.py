"""勘误: what the figures of published months say now, against what the office has said of them so far."""

from __future__ import annotations

from db.queries import reports
from db.reports import Publication, add_reason
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly import Erratum, MonthlyDocument
from zgc_desktop.domain.monthly_codes import normal, short
from zgc_desktop.domain.monthly_edition import in_shape_of
from zgc_desktop.domain.monthly_errata import errata, told
from zgc_desktop.domain.monthly_json import from_json, parts_of
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import monthly
from zgc_desktop.services.context import AppContext, one_command
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
        now = in_shape_of(monthly.document(ctx, item.month, as_of=doc.prepared_on), doc, parts_of(item.content))
        with ctx.store.read() as connection:
            said = reports.reasons(connection, item.month)
        found += errata(item.month, told(doc, printed), now, _reasons(doc, now) | said, _default(ctx, item))
    return tuple(found)


@one_command("errata")
def give_reason(ctx: AppContext, month: Month, code: str, reason: str) -> ChangeSummary | None:
    """Say why a figure of the published ``month`` had to be put right, for the next issue's 勘误; the newest word counts.

    ``code`` is the figure's, or a row's name (``昌平``) for all its figures without a word of their own. Refused when the
    month is not published, the reason is empty, or nothing of that name is to be put right.
    """
    reason = reason.strip()
    if not reason:
        raise Refused("更正原因是空的", advice="请写明为什么更正，如“昌平园9月15日补报税收”")
    with ctx.store.read() as connection:
        if reports.publication(connection, month) is None:
            raise Refused(f"{month} 月报尚未发布，没有勘误", advice="更正原因只登记在已发布月报的数字上")
    wanted = _named(ctx, month, code)
    with ctx.store.write("errata", ctx.who, ctx.now()) as unit:
        add_reason(unit, month, wanted, reason, by=ctx.who, at=ctx.now())
        unit.say(f"登记 {month} 月报 {wanted} 的更正原因", reason=reason, subjects={"reports"}, months={month})
    return unit.summary


def standing(ctx: AppContext, month: Month) -> tuple[Erratum, ...]:
    """The corrections of one published month that no issue has printed yet."""
    return tuple(e for e in for_issue(ctx, _next_issue(ctx, month)) or () if e.issue == month)


def _next_issue(ctx: AppContext, month: Month) -> Month:
    """The first month after ``month`` that is not published: its issue prints the corrections."""
    with ctx.store.read() as connection:
        published = set(reports.published_months(connection))
    issue = month.plus(1)
    while issue in published:
        issue = issue.plus(1)
    return issue


def _named(ctx: AppContext, month: Month, code: str) -> str:
    """The code or row a person means, as it stands in the corrections."""
    found = standing(ctx, month)
    rows = {e.code.strip("〔〕").split("·")[1] for e in found}
    wanted = code.strip() if code.strip() in rows else short(code.strip())
    if wanted in rows:
        return wanted
    wanted = normal(code)
    if wanted not in {e.code for e in found}:
        known = "、".join(e.code for e in found[:5]) or "现在没有待更正的数字"
        raise Refused(f"{month} 月报的 {wanted} 没有待列的更正", advice=f"待更正：{known}")
    return wanted


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
