"""Receive (接收): read and check park files, then register each as a new version, whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import repeat
from pathlib import Path

from db.declarations import add_declaration
from db.exchange import note_self_check
from db.queries import check_switches
from db.queries import mappings as answered
from db.queries import submissions as reads
from db.store import Reading, UnitOfWork
from db.submissions import Registration, register
from zgc_desktop.domain.check_settings import CheckSettings, SettingsFor, in_force
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.exchange.stamp import Stamp
from zgc_desktop.domain.expected import DeclarationKind
from zgc_desktop.domain.history import History
from zgc_desktop.domain.issues import Issue, found
from zgc_desktop.domain.mappings import Answers, Memory, Remembered
from zgc_desktop.domain.months import Subject, Touch
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission, FactTable, FileState, ReceivedFile
from zgc_desktop.intake.raw import CannotRead, RawWorkbook
from zgc_desktop.intake.reader import Reader, file_bytes, submission_files
from zgc_desktop.intake.recognise import month_in_text
from zgc_desktop.intake.submission import HistoryFor, check_workbook, unreadable
from zgc_desktop.services import backups, identity, reconcile, stamps, workspace
from zgc_desktop.services.adopt_row import NO_CODE
from zgc_desktop.services.bulk_work import without_cycle_search
from zgc_desktop.services.context import AppContext, Progress, never, no_progress, one_command
from zgc_desktop.services.park_sheets import record_of
from zgc_desktop.services.settings import cutoff_in


@one_command("receive")
@without_cycle_search()
def receive(
    ctx: AppContext,
    paths: Sequence[Path],
    *,
    month: Month | None = None,
    reason: str = "",
    park: str = "",
    stamp: Stamp | None = None,
    progress: Progress = no_progress,
    cancelled: Callable[[], bool] = never,
) -> tuple[ReceivedFile, ...]:
    """Register every readable file as a new version; returns one line a file, in the order given.

    All files are read and checked first: cancelling until then raises ``Cancelled`` and nothing is written. Each is then
    registered in a transaction of its own, earlier months first, so that a month is checked against the one before it.
    ``reason`` is why they come late or again, kept with those that do. ``park``: files of another park (and, with
    ``month``, of another month) are refused, with nothing written. ``stamp``: the self-check that came beside a file whose
    format cannot carry it.
    """
    listed = submission_files(paths)
    batch = _Batch(ctx, month, cancelled, park, stamp)
    with Reader() as reader:
        if not batch.read_and_check(listed, reader, progress):
            batch.read_then_check(listed, reader, progress)
    if batch.to_register:
        batch.require_open_months()
        backups.take(ctx, "receive")
    received = batch.write(reason.strip())
    progress(2 * len(listed), 2 * len(listed), "完成")
    return tuple(replace(received[n], path=str(listed[n])) for n in range(len(listed)))


def check_raw(
    ctx: AppContext,
    raw: RawWorkbook,
    *,
    history_for: HistoryFor,
    settings_for: SettingsFor,
    month: Month | None = None,
    cancelled: Callable[[], bool] = never,
) -> CheckedSubmission:
    """A workbook as receiving checks it, with this workspace's catalogue, answers and settings: also a park's self-check."""
    return check_workbook(
        raw,
        catalogue=ctx.catalogue,
        history_for=history_for,
        month=month,
        cancelled=cancelled,
        memory=answers_of(ctx),
        told=told_of(ctx, raw.sha256),
        settings_for=settings_for,
        record_for=lambda park, month: record_of(ctx, park, month),
    )


def history_of(ctx: AppContext, park: str, month: Month, names: Mapping[str, str] | None = None) -> History:
    """What this workspace knows of a park before a month. ``names``: every company name, when read already."""

    def earlier(codes: Sequence[str]) -> Mapping[str, tuple[int, ...]]:
        with ctx.store.read() as connection:
            return reads.earlier_revenue(connection, park, month, codes)

    with ctx.store.read() as connection:
        return replace(reads.history(connection, park, month, names), earlier=earlier)


def settings_on(ctx: AppContext, month: Month) -> CheckSettings:
    """Which checks run on a month, by the decisions in force on its last day."""
    with ctx.store.read() as connection:
        return in_force(check_switches.switches(connection), month.last_day)


def answers_of(ctx: AppContext) -> Memory:
    """The memory of this workspace: what was answered about a park's columns."""

    def recall(park: str, signature: str) -> Remembered | None:
        with ctx.store.read() as connection:
            return answered.remembered(connection, park, signature)

    return recall


def told_of(ctx: AppContext, sha256: str) -> Answers | None:
    """What a person said of the file with these very bytes: park and month."""
    with ctx.store.read() as connection:
        return answered.file_answer(connection, sha256)


class _Batch:
    """The files of one call between reading and writing: later months are checked against earlier ones of the same call."""

    def __init__(
        self, ctx: AppContext, month: Month | None, cancelled: Callable[[], bool], park: str = "", stamp: Stamp | None = None
    ) -> None:
        self._ctx, self._month, self._cancelled, self._park, self._stamp = ctx, month, cancelled, park, stamp
        self._content: dict[int, bytes] = {}
        self._checked: dict[int, CheckedSubmission] = {}
        self._names: dict[str, str] | None = None
        self._figures: dict[tuple[str, Month], CheckedSubmission] = {}
        self._settings: dict[Month, CheckSettings] = {}

    @property
    def to_register(self) -> bool:
        return any(c.state is FileState.REGISTERED for c in self._checked.values())

    def require_open_months(self) -> None:
        """Refused before anything is written where a new version is of a closed or locked month."""
        with self._ctx.store.read() as connection:
            new = [c for c in self._checked.values() if reads.by_content(connection, c.sha256) is None]
        touches = {
            Touch(Month.parse(c.month.value), Subject.SUBMISSIONS, c.park.value)
            for c in new
            if c.state is FileState.REGISTERED and c.park and c.month
        }
        self._ctx.store.require_open(touches, who=self._ctx.who, day=self._ctx.today())

    def read_and_check(self, listed: Sequence[Path], reader: Reader, progress: Progress) -> bool:
        """Check each file while the child reads the next, months in order by the names of the files.

        False, with nothing kept, when a name says no month or another than the file: then the order is not certain.
        """
        order = sorted(range(len(listed)), key=lambda n: (str(month_in_text(listed[n].name) or ""), n))
        if any(month_in_text(path.name) is None for path in listed):
            return False
        for at, n in enumerate(order):
            progress(2 * at, 2 * len(listed), f"读取 {listed[n].name}")
            raw = self._read(n, listed[n], reader)
            if at + 1 < len(order):
                with contextlib.suppress(CannotRead):
                    following = order[at + 1]
                    self._content[following] = file_bytes(listed[following])
                    reader.ahead(self._content[following], listed[following].name)
            if (seen := _glance(raw)) and seen != str(month_in_text(listed[n].name)):
                self._checked.clear()
                self._figures.clear()
                return False
            progress(2 * at + 1, 2 * len(listed), _checking(listed[n], raw))
            self.check(n, raw)
        return True

    def read_then_check(self, listed: Sequence[Path], reader: Reader, progress: Progress) -> None:
        """Read all files, then check them by month as far as it shows at a glance."""
        raws = []
        for n, path in enumerate(listed):
            progress(n, 2 * len(listed), f"读取 {path.name}")
            raws.append(self._read(n, path, reader))
        for done, n in enumerate(sorted(range(len(raws)), key=lambda n: (_glance(raws[n]), n))):
            progress(len(listed) + done, 2 * len(listed), _checking(listed[n], raws[n]))
            self.check(n, raws[n])

    def _read(self, n: int, path: Path, reader: Reader) -> RawWorkbook | CheckedSubmission:
        """Read one file; one that cannot be read comes back with the reason."""
        try:
            if n not in self._content:
                self._content[n] = file_bytes(path)
            return reader.read(self._content[n], path.name, self._cancelled)
        except CannotRead as error:
            return unreadable(path.name, self._content.setdefault(n, b""), error)

    def check(self, n: int, raw: RawWorkbook | CheckedSubmission) -> None:
        """Check one file against what the desk and the earlier files of this call know."""
        if isinstance(raw, CheckedSubmission):
            self._checked[n] = raw
            return
        checked = check_raw(
            self._ctx,
            raw,
            history_for=self._history,
            month=self._month,
            cancelled=self._cancelled,
            settings_for=self._settings_on,
        )
        if self._park and checked.park and checked.park.value != self._park:
            raise Refused(f"这是{checked.park.value}的报送，不是{self._park}的", where=raw.file_name, advice="请发送方核对文件")
        if self._park and self._month and checked.month and checked.month.value != str(self._month):
            raise Refused(
                f"这是 {checked.month.value} 的报送，不是 {self._month} 的", where=raw.file_name, advice="请发送方核对文件"
            )
        checked = self._checked[n] = stamps.seen_by_city(self._ctx, raw, checked, self._stamp)
        if checked.park and checked.month and checked.state is FileState.REGISTERED:
            self._figures[(checked.park.value, Month.parse(checked.month.value))] = checked

    def _settings_on(self, month: Month) -> CheckSettings:
        if month not in self._settings:
            self._settings[month] = settings_on(self._ctx, month)
        return self._settings[month]

    def _history(self, park: str, month: Month) -> History:
        if self._names is None:
            with self._ctx.store.read() as connection:
                self._names = reads.company_names(connection)
        stored = history_of(self._ctx, park, month, self._names)
        mine = max((m for p, m in self._figures if p == park and m < month), default=None)
        if mine is None or (stored.month is not None and stored.month > mine):
            return stored
        checked = self._figures[(park, mine)]
        names = {**stored.names, **_names_by_code(checked.tables)}
        return History(mine, _figures_by_code(checked.tables), names, stored.earlier)

    def write(self, reason: str = "") -> dict[int, ReceivedFile]:
        received: dict[int, ReceivedFile] = {}
        touched: set[Month] = set()
        for n in sorted(self._checked, key=lambda n: (self._month_key(n), n)):
            try:
                line = _write_one(self._ctx, self._checked[n], self._content[n], reason)
            except EnvironmentProblem as problem:
                done = sum(1 for r in received.values() if r.state is FileState.REGISTERED)
                said = f"已登记 {done} 份，其余 {len(self._checked) - len(received)} 份未写入"
                raise EnvironmentProblem(problem.what, where=problem.where, why=said, advice=problem.advice) from problem
            received[n] = line
            if line.state is FileState.REGISTERED and line.month:
                touched |= {Month.parse(line.month), Month.parse(line.month).plus(1)}
        for month in sorted(touched):
            with self._ctx.store.read() as connection:
                opened = reads.opened(connection, month)
            if opened:  # nothing to compare in a month that has not begun
                reconcile.refresh(self._ctx, month)
        return received

    def _month_key(self, n: int) -> str:
        recognised = self._checked[n].month
        return recognised.value if recognised else ""


def _checking(path: Path, raw: RawWorkbook | CheckedSubmission) -> str:
    rows = 0 if isinstance(raw, CheckedSubmission) else sum(sheet.height for sheet in raw.sheets)
    return f"校验 {path.name}（{rows} 行）" if rows else f"校验 {path.name}"


def _glance(raw: RawWorkbook | CheckedSubmission) -> str:
    """The month a file seems to be of, from its first rows and its name; only the order of checking rests on it."""
    if isinstance(raw, CheckedSubmission):
        return ""
    texts = [c for sheet in raw.sheets for row in range(min(3, sheet.height)) for c in sheet.row(row) if isinstance(c, str)]
    return next((str(m) for t in (*texts, raw.file_name) if (m := month_in_text(t))), "")


def _write_one(ctx: AppContext, checked: CheckedSubmission, content: bytes, reason: str = "") -> ReceivedFile:
    if checked.state is not FileState.REGISTERED or not checked.park or not checked.month:
        return _line(checked, checked.state)
    park, month = checked.park.value, Month.parse(checked.month.value)
    with ctx.store.read() as connection:
        same = reads.by_content(connection, checked.sha256)
        before = {} if same else outline_before(connection, park, month)
    if same is not None:
        label = f"{same.month} {same.park} 第{same.version}版"
        note = found("F-DUPLICATE", file=checked.file_name, version=label)
        return _line(checked, FileState.DUPLICATE, version=same.version, submission_id=same.id, extra=(note,))
    workspace.keep_original(ctx, content)
    with ctx.store.write("receive", ctx.who, ctx.now()) as unit:
        submission_id, known = register_version(unit, ctx, checked, before, reason)
        version, (added, changed, vanished) = known.version, (known.added, known.changed, known.vanished)
        unit.say(
            f"接收 {park} {month} 第{version}版：{checked.companies} 家，新增 {added}，改 {changed}，消失 {vanished}",
            subjects={"submissions", "issues", "companies"},
            months={month},
        )
    return _line(checked, FileState.REGISTERED, version=version, submission_id=submission_id, counts=(added, changed, vanished))


def register_version(
    unit: UnitOfWork, ctx: AppContext, checked: CheckedSubmission, before: Mapping[str, tuple[str | None, ...]], reason: str
) -> tuple[int, Registration]:
    """Write a checked submission as its park's next version within a unit of work; ``before`` is what the park last reported.

    Returns the version's id and what was registered. The bytes have to be in the archive already.
    """
    assert checked.park is not None
    assert checked.month is not None
    park, month = checked.park.value, Month.parse(checked.month.value)
    version = reads.next_version(unit.connection, month, park)
    known = Registration(park, month, version, ctx.now(), *_differences(before, checked.tables))
    submission_id = register(unit, checked, known)
    if checked.self_check is not None:
        note_self_check(unit, submission_id, *checked.self_check)
    _declarations(ctx, unit, checked, known, submission_id, reason)
    if any(i.code in NO_CODE for i in checked.issues):
        identity.give_remembered(unit, ctx, park, month)
    return submission_id, known


def _declarations(
    ctx: AppContext, unit: UnitOfWork, checked: CheckedSubmission, known: Registration, submission_id: int, reason: str
) -> None:
    """Keep what the file or its receiver declares: 本月无变动 on the cover, and why it comes late or again."""
    told: list[tuple[DeclarationKind, str, str]] = []
    if checked.no_change:
        told.append((DeclarationKind.NO_CHANGE, "封面声明本月无变动", "封面"))
    if reason and known.version > 1:
        told.append((DeclarationKind.CORRECTION, reason, "接收"))
    elif reason and ctx.today() > cutoff_in(unit.connection, known.month):
        told.append((DeclarationKind.LATE, reason, "接收"))
    for kind, why, source in told:
        add_declaration(
            unit, known.month, known.park, kind, reason=why, source=source, at=known.received_at, who=ctx.who,
            submission_id=submission_id,
        )  # fmt: skip


def outline_before(connection: Reading, park: str, month: Month) -> dict[str, tuple[str | None, ...]]:
    """What the park last reported: this month's live version if there is one, else last month's."""
    for when in (month, month.plus(-1)):
        for submission_id, (reporting, *_) in reads.live(connection, when).items():
            if reporting == park:
                return reads.roster_outline(connection, submission_id)
    return {}


_OUTLINE = ("name", "registered_address", "cluster", "industry", "status")


def _differences(before: Mapping[str, tuple[str | None, ...]], tables: Mapping[str, FactTable]) -> tuple[int, int, int]:
    """(new, changed, vanished) companies against what the park last reported; all zero where there is nothing before."""
    roster = tables.get("enterprise")
    if roster is None or not before:
        return 0, 0, 0
    lines = zip(*(roster.values.get(k) or repeat(None, len(roster)) for k in _OUTLINE), strict=True)
    pairs = enumerate(zip(roster.values["credit_code"], lines, strict=True))
    now = {code: line for i, (code, line) in pairs if isinstance(code, str) and i not in roster.set_aside}
    added = sum(1 for code in now if code not in before)
    changed = sum(1 for code, line in now.items() if code in before and before[code] != line)
    return added, changed, sum(1 for code in before if code not in now)


def _figures_by_code(tables: Mapping[str, FactTable]) -> dict[str, dict[str, int | None]]:
    figures: dict[str, dict[str, int | None]] = {}
    for table in tables.values():
        columns = {k: v for k, v in table.values.items() if k.endswith("_fen") or k == "employees"}
        for i, code in enumerate(table.values.get("credit_code", ())):
            if isinstance(code, str) and i not in table.set_aside:
                mine = figures.setdefault(code, {"in_roster": int(table.sheet_key == "enterprise")})
                for key, column in columns.items():
                    value = column[i]
                    mine[key] = value if isinstance(value, int) and (i, key) not in table.doubtful else None
    return figures


def _names_by_code(tables: Mapping[str, FactTable]) -> dict[str, str]:
    roster = tables.get("enterprise")
    if roster is None or "name" not in roster.values:
        return {}
    pairs = zip(roster.values["credit_code"], roster.values["name"], strict=True)
    return {str(code): str(name) for code, name in pairs if code and name}


def _line(
    checked: CheckedSubmission,
    state: FileState,
    *,
    version: int | None = None,
    submission_id: int | None = None,
    counts: tuple[int, int, int] = (0, 0, 0),
    extra: tuple[Issue, ...] = (),
) -> ReceivedFile:
    return ReceivedFile(
        file=checked.file_name,
        park=checked.park.value if checked.park else None,
        month=checked.month.value if checked.month else None,
        version=version,
        state=state,
        companies=checked.companies,
        tax_fen=checked.total("tax", "total_fen"),
        revenue_fen=checked.total("enterprise", "revenue_fen"),
        issues=(*extra, *checked.issues),
        submission_id=submission_id,
        added=counts[0],
        changed=counts[1],
        vanished=counts[2],
        park_decided_by=checked.park.decided_by if checked.park else "",
        month_decided_by=checked.month.decided_by if checked.month else "",
        questions=checked.questions,
    )
