"""Correct (更正) what parks reported, one value or many: previewed, checked like any file, written as one journal entry.

Facts are never rewritten: each park concerned gets a further version, its own workbook with the corrected cells, so that
every figure keeps its cell and the earlier version stays as it came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from db.queries import decisions, submissions
from db.queries.correction_lines import StandingLine, standing_lines
from db.queries.decisions import StoredTable
from reports.correct_xlsx import corrected_workbook
from reports.ooxml import CannotPatch
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.corrections import (
    CLUSTER,
    OUTSIDE,
    TAX_PARTS,
    Correction,
    CorrectionLine,
    CorrectionPreview,
    column_of,
    fault_of,
    shown,
    title_of,
    value_of,
)
from zgc_desktop.domain.corrections import FIELDS as FIELDS
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.mappings import Answers
from zgc_desktop.domain.money import in_unit
from zgc_desktop.domain.months import Subject, Touch
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission, FileState, SubmissionItem, SubmissionState
from zgc_desktop.intake.raw import CannotRead
from zgc_desktop.intake.reader import Reader
from zgc_desktop.intake.submission import check_workbook
from zgc_desktop.services import backups, reconcile, workspace
from zgc_desktop.services.accept import put_into_totals, rebuild_month
from zgc_desktop.services.cluster_rules import put_choices
from zgc_desktop.services.context import AppContext, Progress, never, no_progress, one_command
from zgc_desktop.services.park_sheets import record_of
from zgc_desktop.services.receive import answers_of, history_of, outline_before, register_version, settings_on

_PATCHABLE = (".xlsx", ".xlsm")
_NAMED = 3


@dataclass(slots=True)
class _Park:
    """What is to be corrected in one park's file: cells with their values, and the lines they come from."""

    item: SubmissionItem
    tables: dict[str, StoredTable]
    cells: dict[tuple[str, str], Decimal | str]
    results: set[tuple[str, str]]
    wanted: list[tuple[CorrectionLine, str, int, object]]
    """(line, sheet key, index of its row, value it has to be read back as)"""
    checked: CheckedSubmission | None = None
    data: bytes = b""


def preview(
    ctx: AppContext,
    month: Month,
    corrections: Sequence[Correction],
    *,
    progress: Progress = no_progress,
    cancelled: Callable[[], bool] = never,
) -> CorrectionPreview:
    """What the corrections would do, in the order given: old and new, and what the checks say; nothing is written.

    Refused where the month is closed or locked. A new error on a corrected value refuses its line, a warning is told.
    """
    lines, _ = _prepare(ctx, month, corrections, progress, cancelled)
    return CorrectionPreview(month, lines)


@one_command("correct")
def correct(
    ctx: AppContext,
    month: Month,
    corrections: Sequence[Correction],
    reason: str,
    *,
    progress: Progress = no_progress,
    cancelled: Callable[[], bool] = never,
) -> ChangeSummary:
    """Write the corrections that are not refused as one step that can be undone. Refused without a reason or with none left."""
    if not reason.strip():
        raise Refused("没有写明理由", advice="更正报送的数要写明依据")
    lines, parks = _prepare(ctx, month, corrections, progress, cancelled)
    taken = [line for line in lines if not line.refused]
    if not taken:
        why = lines[0].refused if lines else "没有要改的值"
        raise Refused("没有可以更正的值", why=why)
    backups.take(ctx, "correct")
    _write(ctx, month, parks, taken, reason.strip())
    with ctx.store.read() as connection:
        known = submissions.months(connection)
    for each in (month, month.plus(1)):
        if each in known and parks:
            reconcile.refresh(ctx, each)
    return _told(taken, month)


def _told(taken: Sequence[CorrectionLine], month: Month) -> ChangeSummary:
    subjects = frozenset({"submissions", "issues", "companies", "clusters", "settlement", "tiers", "reports"})
    return ChangeSummary(_sentence(taken, month), months=frozenset({str(month)}), subjects=subjects, changed=len(taken))


def _sentence(taken: Sequence[CorrectionLine], month: Month) -> str:
    """更正 2026-10 甲公司 从业人员 12 → 15, or of several companies their number and the fields."""
    if len(taken) == 1:
        line = taken[0]
        if line.field == CLUSTER:
            return f"人工归属 {line.name}：{line.old} → {line.new}，{month} 起"
        return f"更正 {month} {line.park} {line.name}：{title_of(line.field)} {line.old or '未报'} → {line.new}"
    fields = "、".join(dict.fromkeys(title_of(line.field) for line in taken))
    names = "、".join(dict.fromkeys(line.name for line in taken[:_NAMED]))
    return f"更正 {month} {len({line.company_id for line in taken})} 家 {len(taken)} 处（{fields}）：{names}等"


# ---- before anything is written -------------------------------------------------------------------------------------------


def _prepare(
    ctx: AppContext, month: Month, corrections: Sequence[Correction], progress: Progress, cancelled: Callable[[], bool]
) -> tuple[tuple[CorrectionLine, ...], list[_Park]]:
    with ctx.store.read() as connection:
        standing = standing_lines(connection, month, {c.company_id for c in corrections})
        current = {i.park: i for i in submissions.current(connection, month)}
        tables = {
            park: {x.key: x for x in decisions.tables_of(connection, current[park].id)}
            for park in {s.park for s in standing.values()}
            if park in current
        }
    parks: dict[str, _Park] = {}
    lines: list[CorrectionLine] = []
    for one in corrections:
        stands = standing.get(one.company_id)
        if one.field == CLUSTER:
            lines.append(_choice(ctx, one, stands))
            continue
        park = stands.park if stands is not None else ""
        if stands is not None and park not in parks and park in current:
            parks[park] = _Park(current[park], tables[park], {}, set(), [])
        lines.append(_line(one, stands, parks.get(park)))
    touches = {Touch(month, Subject.SUBMISSIONS, name) for name, park in parks.items() if park.wanted}
    ctx.store.require_open(touches, who=ctx.who, day=ctx.today())
    refused: dict[CorrectionLine, CorrectionLine] = {}
    concerned = [p for p in parks.values() if p.wanted]
    with Reader() as reader:
        for n, each in enumerate(concerned):
            progress(n, len(concerned), f"核对 {each.item.park}")
            refused |= _check(ctx, month, each, reader, cancelled)
    return tuple(refused.get(line, line) for line in lines), [p for p in concerned if p.checked is not None]


def _choice(ctx: AppContext, one: Correction, stands: StandingLine | None) -> CorrectionLine:
    """A cluster chosen by hand as a line of the preview; it touches no file."""
    line = CorrectionLine(one.company_id, "", "", CLUSTER, "", one.text.strip())
    if stands is None:
        return replace(line, refused="本月台账中没有这家企业")
    line = replace(line, name=stands.name, park=stands.park, old=stands.cluster or OUTSIDE)
    found = ctx.catalogue.cluster_named(line.new, stands.park) if line.new != OUTSIDE else None
    if line.new != OUTSIDE and found is None:
        return replace(line, refused=f"没有叫“{line.new}”的组团")
    line = replace(line, new=found.name if found is not None else OUTSIDE)
    if found is not None and found.park != stands.park:
        line = replace(line, warning=f"{found.name}组团属{found.park}，企业在{stands.park}")
    return replace(line, refused="与现值相同") if line.new == line.old else line


def _line(one: Correction, stands: StandingLine | None, park: _Park | None) -> CorrectionLine:
    """A correction as a line of the preview; its cells are put down for the park's file unless it is refused at once."""
    name, where = (stands.name, stands.park) if stands is not None else ("", "")
    line = CorrectionLine(one.company_id, name, where, one.field, "", one.text.strip())
    if one.field not in FIELDS:
        return replace(line, refused="这一项不能在台账中更正")
    if stands is None or park is None:
        return replace(line, refused="本月台账中没有这家企业")
    if park.item.id != stands.submission_id or park.item.state is not SubmissionState.ACCEPTED:
        return replace(line, refused=f"{where}第{park.item.version}版待接受，请先处理")
    if fault := fault_of(one.field, one.text):
        return replace(line, refused=fault)
    sheet, key = FIELDS[one.field]
    table, number = park.tables.get(sheet), stands.rows[sheet]
    if table is None or number not in table.row_numbers:
        return replace(line, refused=f"{where}的{'税收' if sheet == 'tax' else '企业'}表中没有这家企业")
    at = table.row_numbers.index(number)
    old = shown(one.field, table.values.get(key, [None] * (at + 1))[at])
    line = replace(line, old=old)
    if key not in table.letters:
        return replace(line, refused=f"{where}的文件没有“{title_of(one.field)}”这一列")
    if sheet == "tax" and stands.tax_lines > 1:
        return replace(line, refused="本月税收由几行合成，请退回园方更正")
    value = value_of(one.field, one.text)
    assert value is not None
    if shown(one.field, value) == old:
        return replace(line, refused="与现值相同")
    if key == "total_fen" and any(table.values.get(k, [None] * (at + 1))[at] is not None for k in TAX_PARTS):
        return replace(line, refused="地方合计由各税种相加，请更正增值税、企业所得税或其他地方税")
    cell = f"{table.letters[key]}{number}"
    if (table.sheet, cell) in park.cells:
        return replace(line, refused="同一处已有另一个新值")
    line = replace(line, new=shown(one.field, value), place=f"{where} 第{park.item.version}版 · {table.sheet}!{cell}")
    park.cells[table.sheet, cell] = _for_file(park.item, table.sheet, cell, one.field, value)
    park.wanted.append((line, sheet, at, value))
    if key in TAX_PARTS:
        _total(park, table, at)
    return line


def _total(park: _Park, table: StoredTable, at: int) -> None:
    """The sum of a tax line whose part is corrected, where the file has a column for it."""
    letter = table.letters.get("total_fen")
    if letter is None or table.values["total_fen"][at] is None:
        return
    parts: dict[str, object] = {key: table.values[key][at] for key in TAX_PARTS if key in table.values}
    parts |= {FIELDS[line.field][1]: v for line, sheet, row, v in park.wanted if sheet == "tax" and row == at}
    total = sum(v for v in parts.values() if isinstance(v, int))
    cell = f"{letter}{table.row_numbers[at]}"
    park.cells[table.sheet, cell] = _for_file(park.item, table.sheet, cell, "total_fen", total)
    park.results.add((table.sheet, cell))


def _for_file(item: SubmissionItem, sheet: str, cell: str, field: str, value: int | str) -> Decimal | str:
    """A value as the file writes it: amounts in the column's own unit."""
    if isinstance(value, str):
        return value
    column, letter = column_of(field), cell.rstrip("0123456789")
    if column.kind != "money":
        return Decimal(value)
    unit = next((m.unit for m in item.columns if m.sheet == sheet and m.letter == letter), "") or column.unit
    return in_unit(value, unit)


def _check(
    ctx: AppContext, month: Month, park: _Park, reader: Reader, cancelled: Callable[[], bool]
) -> dict[CorrectionLine, CorrectionLine]:
    """Make the park's corrected file and check it like any other; returns the lines it refuses or warns of, by the line."""
    suffix = Path(park.item.file_name).suffix.lower()
    try:
        if suffix not in _PATCHABLE:
            return _refuse_all(park, f"{park.item.park}的原件是 {suffix or '未知'} 格式，不能逐格更正，请园方重报")
        data = corrected_workbook(workspace.original(ctx, park.item.sha256), park.cells, frozenset(park.results))
        name = _file_name(park.item.file_name)
        checked = check_workbook(
            reader.read(data, name, cancelled),
            catalogue=ctx.catalogue,
            history_for=lambda p, m: history_of(ctx, p, m),
            month=month,
            cancelled=cancelled,
            memory=answers_of(ctx),
            told=Answers(park.item.park, str(month)),
            settings_for=lambda m: settings_on(ctx, m),
            record_for=lambda p, m: record_of(ctx, p, m),
        )
    except (CannotPatch, CannotRead) as problem:
        said = str(problem) if isinstance(problem, CannotPatch) else problem.what
        return _refuse_all(park, f"{park.item.park}的原件不能逐格更正：{said}")
    if checked.state is not FileState.REGISTERED or not checked.park or checked.park.value != park.item.park:
        return _refuse_all(park, f"更正后的{park.item.park}文件不能登记")
    found = _objections(ctx, park, checked)
    refused = {line: new for line, new in found.items() if new.refused}
    if len(refused) == len(park.wanted):
        return found
    if refused:  # the others are made without them
        _without(park, refused)
        return found | _check(ctx, month, park, reader, cancelled)
    park.checked, park.data = checked, data
    return found


def _refuse_all(park: _Park, why: str) -> dict[CorrectionLine, CorrectionLine]:
    return {line: replace(line, refused=why) for line, *_ in park.wanted}


def _without(park: _Park, refused: Mapping[CorrectionLine, CorrectionLine]) -> None:
    """Take refused lines out of what is to be written, and work out the sums of their rows anew."""
    park.wanted = [each for each in park.wanted if each[0] not in refused]
    kept = list(park.wanted)
    park.cells.clear()
    park.results.clear()
    for line, sheet, at, value in kept:
        table = park.tables[sheet]
        key = FIELDS[line.field][1]
        cell = f"{table.letters[key]}{table.row_numbers[at]}"
        assert isinstance(value, int | str)
        park.cells[table.sheet, cell] = _for_file(park.item, table.sheet, cell, line.field, value)
        if key in TAX_PARTS:
            _total(park, table, at)


def _objections(ctx: AppContext, park: _Park, checked: CheckedSubmission) -> dict[CorrectionLine, CorrectionLine]:
    """What speaks against lines: a value not read back as meant, an error the file did not have; warnings are told."""
    with ctx.store.read() as connection:
        known = Counter(_key(i) for _, i in submissions.issues_of(connection, (park.item.id,)))
    fresh: dict[tuple[str, str], list[Issue]] = {}
    for issue in checked.issues:
        if known[_key(issue)]:
            known[_key(issue)] -= 1
        elif issue.cell:
            fresh.setdefault((issue.sheet, issue.cell), []).append(issue)
    found: dict[CorrectionLine, CorrectionLine] = {}
    for line, sheet, at, value in park.wanted:
        table, fact = park.tables[sheet], checked.tables.get(sheet)
        key, number = FIELDS[line.field][1], table.row_numbers[at]
        read = None
        if fact is not None and number in fact.row_numbers and key in fact.values:
            read = fact.values[key][fact.row_numbers.index(number)]
        if read != value:
            found[line] = replace(line, refused=f"改后读作“{shown(line.field, read) or '空'}”，请核对该列的写法")
            continue
        cells = {f"{table.letters[key]}{number}"}
        if key in TAX_PARTS and "total_fen" in table.letters:
            cells.add(f"{table.letters['total_fen']}{number}")
        about = [i for cell in cells for i in fresh.get((table.sheet, cell), ())]
        errors = [i.message for i in about if i.severity is Severity.ERROR]
        if errors:
            found[line] = replace(line, refused=errors[0])
        elif about:
            found[line] = replace(line, warning=about[0].message)
    return found


def _key(issue: Issue) -> tuple[str, str, str, str]:
    return issue.code, issue.sheet, issue.cell, issue.value


def _file_name(name: str) -> str:
    """The name of a corrected file: 海淀园2026年10月_更正.xlsx, however often it is corrected."""
    stem, suffix = Path(name).stem, Path(name).suffix
    return f"{stem.removesuffix('_更正')}_更正{suffix}"


# ---- writing --------------------------------------------------------------------------------------------------------------


def _write(ctx: AppContext, month: Month, parks: Sequence[_Park], taken: Sequence[CorrectionLine], reason: str) -> None:
    for park in parks:
        workspace.keep_original(ctx, park.data)
    chosen = {x.company_id: "" if x.new == OUTSIDE else x.new for x in taken if x.field == CLUSTER}
    with ctx.store.write("correct", ctx.who, ctx.now()) as unit:
        before = {p.item.park: outline_before(unit.connection, p.item.park, month) for p in parks}
        for park in parks:
            standing = {i.park: i.id for i in submissions.current(unit.connection, month)}.get(park.item.park)
            if standing != park.item.id:
                raise Refused(f"{park.item.park} {month} 刚有新的版本", advice="请刷新后再改")
            assert park.checked is not None
            register_version(unit, ctx, park.checked, before[park.item.park], f"更正：{reason}")
        names = {p.item.park for p in parks}
        items = [i for i in submissions.current(unit.connection, month) if i.park in names]
        put_into_totals(unit, month, items, f"更正：{reason}", ctx.now())
        months = {month, *put_choices(unit, ctx, chosen, reason, month)}
        if parks:
            rebuild_month(unit, ctx, month)
        subjects = {"submissions", "issues", "companies", "clusters", "settlement", "tiers", "reports"}
        unit.say(_sentence(taken, month), reason=reason, subjects=subjects, months=months)
