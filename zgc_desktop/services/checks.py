"""The check catalogue (校验目录): list, switch and tune checks, try a change over past months; a row beside last month's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from db.check_switches import add_switch
from db.queries import check_switches, raw_rows, submissions
from db.queries.raw_rows import RawRows
from zgc_desktop.domain.cell_words import cell_words
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.check_catalogue import BesideCell, CheckItem, RowBeside, Trial, TrialLine
from zgc_desktop.domain.check_settings import PARAMETERS, SWITCHABLE, CheckSettings, Switch, in_force, require_sound
from zgc_desktop.domain.errors import Cancelled, EnvironmentProblem, Refused
from zgc_desktop.domain.issues import CHECKS, Issue
from zgc_desktop.domain.layouts import Column
from zgc_desktop.domain.money import in_unit
from zgc_desktop.domain.park_layouts import EVERY_SHEET, ROW_NAMES
from zgc_desktop.domain.submissions import SubmissionItem
from zgc_desktop.intake.raw import CannotRead
from zgc_desktop.intake.reader import Reader
from zgc_desktop.intake.submission import check_workbook
from zgc_desktop.services.context import AppContext, Progress, never, no_progress, one_command
from zgc_desktop.services.park_sheets import record_of
from zgc_desktop.services.receive import answers_of, history_of, settings_on, told_of
from zgc_desktop.services.workspace import original


def catalogue(ctx: AppContext, day: date | None = None) -> tuple[CheckItem, ...]:
    """Every check as it stands on a day (today when None)."""
    with ctx.store.read() as connection:
        decided = check_switches.switches(connection)
    return tuple(_item(code, decided, day or ctx.today()) for code in CHECKS)


def _item(code: str, decided: Sequence[Switch], day: date) -> CheckItem:
    mine = sorted((s for s in decided if s.code == code), key=lambda s: s.from_day)
    now = next((s for s in reversed(mine) if s.from_day <= day), None)
    later = next((s.from_day for s in mine if s.from_day > day), None)
    settings = in_force(mine, day)
    return CheckItem(
        CHECKS[code],
        now.active if now else True,
        code in SWITCHABLE,
        now.from_day if now else None,
        later,
        now.reason if now else "",
        tuple((p, settings.number(code, p.key)) for p in PARAMETERS.get(code, ())),
    )


@one_command("checks")
def switch(
    ctx: AppContext,
    code: str,
    *,
    reason: str,
    active: bool = True,
    from_day: date | None = None,
    numbers: Mapping[str, int] | None = None,
) -> ChangeSummary:
    """Switch a check on or off, or tune its numbers, for the months that end on ``from_day`` or later.

    Refused for an unknown check, one that must run, numbers out of bounds, no reason. Issues already found stay.
    """
    day = from_day or ctx.today()
    with ctx.store.read() as connection:
        kept = in_force(check_switches.switches(connection), day).numbers
    carried = {key: value for (of, key), value in kept.items() if of == code}
    decision = Switch(code, active, day, reason.strip(), ctx.who, {**carried, **(numbers or {})})
    require_sound(decision)
    at = ctx.now()
    with ctx.store.write("checks", ctx.who, at) as unit:
        add_switch(unit, decision, at=at)
        tuned = "，".join(f"{k}={v}" for k, v in (numbers or {}).items())
        verb = "启用" if active else "停用"
        sentence = f"{verb}校验 {code} {CHECKS[code].name}，自 {day} 起" + (f"（{tuned}）" if tuned else "")
        unit.say(sentence, reason=decision.reason, subjects={"rules"})
    assert unit.summary is not None
    return unit.summary


def trial(
    ctx: AppContext,
    code: str,
    *,
    numbers: Mapping[str, int] | None = None,
    months: int = 3,
    park: str = "",
    progress: Progress = no_progress,
    cancelled: Callable[[], bool] = never,
) -> Trial:
    """What check ``code``, switched on and with these numbers, would have raised over past months; nothing is written.

    The archived originals of each park's newest live version are read again and checked with what was known before them.
    """
    require_sound(Switch(code, True, ctx.today(), "试运行", numbers=numbers or {}))
    items = _past(ctx, months, park)
    lines, unread = [], []
    with Reader() as reader:
        for n, item in enumerate(items):
            progress(n, len(items), f"试运行 {item.month} {item.park}")
            if cancelled():
                raise Cancelled
            try:
                issues = _would_raise(ctx, item, code, numbers or {}, reader, cancelled)
            except (CannotRead, EnvironmentProblem) as error:
                unread.append(f"{item.month} {item.park} 第{item.version}版：{error.what}")
                continue
            with ctx.store.read() as connection:
                before = sum(1 for _, i in submissions.issues_of(connection, (item.id,)) if i.code == code)
            lines.append(TrialLine(item.month, item.park, before, len(issues), issues))
    progress(len(items), len(items), "完成")
    return Trial(code, tuple(lines), tuple(unread))


def _past(ctx: AppContext, months: int, park: str) -> list[SubmissionItem]:
    found = ctx.catalogue.park_named(park) if park else None
    if park and found is None:
        raise Refused(f"没有叫“{park}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    with ctx.store.read() as connection:
        known = submissions.months(connection)[-months:] if months > 0 else ()
        items = [i for m in known for i in submissions.current(connection, m)]
    return [i for i in items if found is None or i.park == found.name]


def _would_raise(
    ctx: AppContext,
    item: SubmissionItem,
    code: str,
    numbers: Mapping[str, int],
    reader: Reader,
    cancelled: Callable[[], bool],
) -> tuple[Issue, ...]:
    workbook = reader.read(original(ctx, item.sha256), item.file_name, cancelled)
    now = settings_on(ctx, item.month)
    off = {k: v for k, v in now.off.items() if k != code}
    changed = CheckSettings(off, {**now.numbers, **{(code, k): v for k, v in numbers.items()}})
    checked = check_workbook(
        workbook,
        catalogue=ctx.catalogue,
        history_for=lambda park, month: history_of(ctx, park, month),
        cancelled=cancelled,
        memory=answers_of(ctx),
        told=told_of(ctx, item.sha256),
        settings_for=lambda month: changed,
        record_for=lambda park, month: record_of(ctx, park, month),
    )
    return tuple(i for i in checked.issues if i.code == code)


def row_beside(ctx: AppContext, submission_id: int, sheet: str, row: int) -> RowBeside:
    """A row of a version (sheet's name, row as the sheet numbers it) with the company's last month beside it.

    Everything the park reported of the company is shown, whichever sheet it stands on. Refused when there is no such row.
    """
    with ctx.store.read() as connection:
        item = submissions.by_id(connection, submission_id)
        if item is None:
            raise Refused("没有这份报送", advice="请刷新后再试")
        now = raw_rows.of_submission(connection, submission_id)
        earlier = _newest_before(ctx, item)
        before = raw_rows.of_submission(connection, earlier[0].id) if earlier else ()
    names = dict(zip(item.sheet_keys, item.sheets, strict=True))
    here = next((t for t in now if names.get(t.sheet_key) == sheet and row in t.rows), None)
    if here is None:
        raise Refused(f"第{item.version}版的“{sheet}”表第 {row} 行没有企业", where=f"{item.month} {item.park}")
    at = here.rows.index(row)
    key = ROW_NAMES.get(here.sheet_key, "credit_code")
    code = here.values[key][at] or ""
    ordered = sorted(now, key=lambda t: t is not here)
    ordered = [here] if here.sheet_key in ROW_NAMES else [t for t in ordered if t.sheet_key not in ROW_NAMES]
    cells = [c for t in ordered for c in _cells(t, at if t is here else _index(t, code), before, code, names[t.sheet_key])]
    name = code if here.sheet_key in ROW_NAMES else (here.values.get("name") or [""] * (at + 1))[at] or ""
    code = "" if here.sheet_key in ROW_NAMES else code
    label = f"{earlier[0].month} 第{earlier[0].version}版" if earlier else ""
    return RowBeside(code, name, f"{item.month} 第{item.version}版", label, tuple(cells))


def _newest_before(ctx: AppContext, item: SubmissionItem) -> list[SubmissionItem]:
    with ctx.store.read() as connection:
        for month in reversed(submissions.months(connection)):
            if month < item.month:
                live = [i for i in submissions.current(connection, month) if i.park == item.park]
                if live:
                    return live
    return []


def _index(table: RawRows, code: str) -> int | None:
    codes = table.values.get(ROW_NAMES.get(table.sheet_key, "credit_code"), [])
    return codes.index(code) if code and code in codes else None


def _cells(table: RawRows, at: int | None, before: Sequence[RawRows], code: str, sheet: str) -> list[BesideCell]:
    if at is None:
        return []
    old = next((t for t in before if t.sheet_key == table.sheet_key), None)
    old_at = _index(old, code) if old else None
    cells = []
    for column in EVERY_SHEET[table.sheet_key].columns:
        if column.key not in table.values:
            continue
        past = old.values.get(column.key) if old else None
        was = past[old_at] if past is not None and old_at is not None else None
        letters = table.letters.get(column.key, "")
        place = f"{letters}{table.rows[at]}" if letters else ""
        cells.append(BesideCell(sheet, place, column.heading, _text(column, table.values[column.key][at]), _text(column, was)))
    return cells


def _text(column: Column, value: object) -> str:
    if value is None:
        return "未报"
    if column.kind == "money" and isinstance(value, int):
        return f"{in_unit(value, column.unit):,.2f}"
    return cell_words(column, value)
