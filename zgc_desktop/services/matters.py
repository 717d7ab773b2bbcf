"""问题与建议 of a month: list the candidates, keep one in own words, drop one, add one, say what came of last month's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.queries import reports
from db.reports import put_matter
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly_matters import OWN, Candidate, Verdict, WrittenMatter, candidates, matters
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import monthly
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.settings import cutoff_of

MOST = 200
"""A matter longer than this is a report of its own."""
STATES = {"keep": "保留", "drop": "不列", "": "待定", "last": "上月"}


@dataclass(frozen=True, slots=True)
class MatterItem:
    """One matter as the editor sees it: generated, kept or dropped, or from last month."""

    key: str
    text: str
    owner: str
    due: date | None
    state: str
    """``""`` undecided, ``keep``, ``drop``, or ``last`` for one of last month that is not raised again."""
    follow_up: str = ""


def listed(ctx: AppContext, month: Month) -> tuple[MatterItem, ...]:
    """Every candidate of a month and what became of it, then people's own matters, then last month's."""
    found, now, before = _gathered(ctx, month)
    decided = {w.key: w for w in now if w.verdict != "follow"}
    followed = {m.key: m.follow_up for m in matters(found, now, before)}
    items = []
    for c in found:
        w = decided.get(c.key)
        text, owner, due = (w.text, w.owner, w.due) if w and w.verdict == "keep" else (c.text, c.owner, c.due)
        items.append(MatterItem(c.key, text, owner, due, w.verdict if w else "", followed.get(c.key, "")))
    known = {c.key for c in found}
    items += [
        MatterItem(w.key, w.text, w.owner, w.due, w.verdict, followed.get(w.key, ""))
        for w in decided.values()
        if w.key not in known
    ]
    shown = {i.key for i in items if i.state == "keep"}
    items += [
        MatterItem(w.key, w.text, w.owner, w.due, "last", followed.get(w.key, ""))
        for w in before
        if w.verdict == "keep" and w.key not in shown
    ]
    return tuple(items)


@one_command("matter")
def keep(
    ctx: AppContext, month: Month, key: str, *, text: str = "", owner: str = "", due: date | None = None
) -> ChangeSummary | None:
    """Keep a matter for the report, in the words, with the owner and by the day given (its own where none are)."""
    item = _item(ctx, month, key)
    text = _checked(text or item.text)
    return _write(ctx, month, item.key, "keep", text, owner.strip() or item.owner, due or item.due, "保留")


@one_command("matter")
def drop(ctx: AppContext, month: Month, key: str) -> ChangeSummary | None:
    """Leave a matter out of the report."""
    item = _item(ctx, month, key)
    return _write(ctx, month, item.key, "drop", item.text, item.owner, item.due, "不列")


@one_command("matter")
def add(ctx: AppContext, month: Month, text: str, owner: str, due: date | None) -> ChangeSummary | None:
    """Raise a matter of one's own. Refused without words or owner."""
    text, owner = _checked(text), owner.strip()
    if not owner:
        raise Refused("没有写责任单位", advice="请写明由谁落实")
    with ctx.store.read() as connection:
        taken = {w.key for w in reports.matters(connection, month)}
    n = 1
    while f"{OWN}{month}-{n}" in taken:
        n += 1
    return _write(ctx, month, f"{OWN}{month}-{n}", "keep", text, owner, due, "提出")


@one_command("matter")
def follow(ctx: AppContext, month: Month, key: str, text: str) -> ChangeSummary | None:
    """Say what came of a matter of the month before. Refused where last month raised no such matter."""
    _, _, before = _gathered(ctx, month)
    earlier = next((w for w in before if w.key == key and w.verdict == "keep"), None)
    if earlier is None:
        known = "、".join(w.key for w in before if w.verdict == "keep") or "上月没有保留的事项"
        raise Refused(f"上月没有事项 {key}", advice=f"可用：{known}")
    return _write(ctx, month, key, "follow", _checked(text), earlier.owner, earlier.due, "登记上月落实情况")


def _gathered(
    ctx: AppContext, month: Month
) -> tuple[tuple[Candidate, ...], tuple[WrittenMatter, ...], tuple[WrittenMatter, ...]]:
    with ctx.store.read() as connection:
        now, before = reports.matters(connection, month), reports.matters(connection, month.plus(-1))
    return candidates(monthly.document(ctx, month), cutoff_of(ctx, month.plus(1))), now, before


def _item(ctx: AppContext, month: Month, key: str) -> MatterItem:
    items = listed(ctx, month)
    found = next((i for i in items if i.key == key), None)
    if found is None:
        raise Refused(f"{month} 没有事项 {key}", advice="用 zgc matter list 查看；自拟的用 zgc matter add")
    return found


def _checked(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise Refused("事项没有内容", advice="请用一句话写明")
    if len(text) > MOST:
        raise Refused(f"事项有 {len(text)} 字", why=f"一项最多 {MOST} 字", advice="请精简或分作几项")
    return text


def _write(
    ctx: AppContext, month: Month, key: str, verdict: Verdict, text: str, owner: str, due: date | None, done: str
) -> ChangeSummary | None:
    with ctx.store.write("matter", ctx.who, ctx.now()) as unit:
        if reports.publication(unit.connection, month) is not None:
            raise Refused(f"{month} 月报已发布，事项不再改写", advice="请写入下一期")
        put_matter(unit, month, WrittenMatter(key, verdict, text, owner, due, ctx.who, ctx.now()))
        unit.say(f"{month} 问题与建议：{done} {text[:40]}", subjects={"reports"}, months={month})
    return unit.summary
