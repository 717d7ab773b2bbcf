"""Compare (与上次对比): what became of the items of a return in the version that answered it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.queries import decisions as reads
from db.queries import submissions
from db.queries.decisions import ReturnRound, StoredTable
from db.store import Reading
from zgc_desktop.domain.comparison import Answer, Compared, ParkSheet, Verdict, tally
from zgc_desktop.domain.comparison import compare as compared
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.park_layouts import EVERY_SHEET
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.returns import DONE_HEADING, LIST_SHEET, REMARK_HEADING, ComparedLine
from zgc_desktop.domain.submissions import SubmissionItem
from zgc_desktop.intake.raw import CannotRead, RawSheet
from zgc_desktop.intake.reader import Reader
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.workspace import original

MAX_UNASKED = 500
"""Lines of changes nobody asked for on the sheet of a return; the command line lists them all."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A version beside the return it answers."""

    park: str
    month: Month
    round: ReturnRound
    version: int
    lines: tuple[Compared, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many lines of each verdict."""
        return tally(self.lines)

    @property
    def sentence(self) -> str:
        """``第1次退回 12 项：已改 9，未改 2，改错 1；新增 0，未要求的改动 3``."""
        n = self.counts
        asked = "，".join(f"{v.value} {n[v]}" for v in (Verdict.MENDED, Verdict.UNCHANGED, Verdict.WRONG))
        rest = "，".join(f"{v.value} {n[v]}" for v in (Verdict.NEW, Verdict.UNASKED))
        return f"第{self.round.round}次退回 {self.round.items} 项：{asked}；{rest}"


def compare(ctx: AppContext, month: Month, park: str) -> Comparison:
    """The newest version of a park beside the last return it answers; Refused where there is no such pair."""
    found = ctx.catalogue.park_named(park)
    if found is None:
        raise Refused(f"没有叫“{park}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    with ctx.store.read() as connection:
        versions = [v for v in submissions.versions(connection, month) if v.park == found.name]
        rounds = reads.returns(connection, month, found.name)
        if not rounds:
            raise Refused(f"{found.name} {month} 没有退回过")
        item = versions[-1]
        answered = [r for r in rounds if r.version < item.version]
        if not answered:
            raise Refused(f"{found.name} {month} 退回后还没有重报", advice=f"答复期限 {rounds[-1].deadline:%Y-%m-%d}")
        lines = _lines(ctx, connection, item, answered[-1])
    return Comparison(found.name, month, answered[-1], item.version, lines)


def lines_for_return(
    ctx: AppContext, connection: Reading, item: SubmissionItem, rounds: Sequence[ReturnRound]
) -> tuple[ComparedLine, ...]:
    """The lines of 99 与上次对比 for the next return of a version."""
    answered = [r for r in rounds if r.version < item.version]
    if not answered:
        return ()
    lines = _lines(ctx, connection, item, answered[-1])
    shown = [x for x in lines if x.verdict is not Verdict.UNASKED]
    shown += [x for x in lines if x.verdict is Verdict.UNASKED][:MAX_UNASKED]
    return tuple(
        ComparedLine(
            x.item.number if x.item else None,
            x.place,
            x.before,
            x.item.issue.message if x.item else x.issue.message if x.issue else "",
            x.now,
            x.verdict.value,
            x.remark,
        )
        for x in shown
    )


def _lines(ctx: AppContext, connection: Reading, item: SubmissionItem, last: ReturnRound) -> tuple[Compared, ...]:
    asked = reads.items_of(connection, last.id)
    before, after = reads.tables_of(connection, last.submission_id), reads.tables_of(connection, item.id)
    returned = next((v for v in submissions.versions(connection, item.month) if v.id == last.submission_id), item)
    return compared(
        asked,
        _sheets(before, returned),
        _sheets(after, item),
        [issue for *_, issue in reads.issues(connection, [last.submission_id])],
        [issue for *_, issue in reads.issues(connection, [item.id])],
        answers_in(ctx, item),
    )


def _sheets(tables: Sequence[StoredTable], item: SubmissionItem) -> dict[str, ParkSheet]:
    """The sheets of a version by kind, amounts to be told in the unit that version's columns have."""
    named = {(c.sheet, c.letter): c.unit for c in item.columns if c.unit}
    found = {}
    for table in tables:
        columns = EVERY_SHEET[table.key].columns if table.key in EVERY_SHEET else ()
        titles = {c.key: c.title for c in columns}
        told = [c for c in columns if c.kind in ("money", "area")]
        units = {c.key: named.get((table.sheet, table.letters.get(c.key, "")), c.unit) for c in told}
        kinds = {c.key: c for c in columns}
        sheet = ParkSheet(table.key, table.sheet, table.row_numbers, table.letters, table.values, titles, units, kinds)
        found[table.key] = sheet
    return found


def answers_in(ctx: AppContext, item: SubmissionItem) -> dict[int, Answer]:
    """园方说明 and 已改 by item number, as the park filled them in; empty where it did not send the list back."""
    try:
        data = original(ctx, item.sha256)
        with Reader() as reader:
            workbook = reader.read(data, item.file_name)
    except (EnvironmentProblem, CannotRead):
        return {}
    sheet = next((s for s in workbook.sheets if s.name == LIST_SHEET), None)
    return _answers(sheet) if sheet else {}


def _answers(sheet: RawSheet) -> dict[int, Answer]:
    headings: dict[str, int] = {}
    found: dict[int, Answer] = {}
    for row in range(sheet.height):
        cells = ["" if c is None else str(c).strip() for c in sheet.row(row)]
        if not headings:
            if REMARK_HEADING in cells and "序号" in cells:
                headings = {text: n for n, text in enumerate(cells) if text}
            continue
        number = cells[headings["序号"]].removesuffix(".0")
        if number.isdigit():
            done = cells[headings[DONE_HEADING]] if DONE_HEADING in headings else ""
            answer = Answer(cells[headings[REMARK_HEADING]], done in ("是", "已改", "√", "Y", "y", "1", "1.0"))
            if answer.remark or answer.done:
                found[int(number)] = answer
    return found
