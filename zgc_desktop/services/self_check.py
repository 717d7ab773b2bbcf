"""Self-check (自检): a park's file through the very checks of the city's receiving, and the stamp that says what came of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reports.aside import write_aside
from reports.ooxml import CannotPatch
from reports.stamp_xlsx import stamped_workbook
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.stamp import Stamp, StampState, judge
from zgc_desktop.domain.submissions import CheckedSubmission, FileState
from zgc_desktop.intake.raw import CannotRead
from zgc_desktop.intake.reader import Reader, file_bytes
from zgc_desktop.services.context import AppContext, never
from zgc_desktop.services.receive import check_raw, history_of, settings_on
from zgc_desktop.services.stamps import carried_by, stamp_now

_PATCHABLE = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class SelfChecked:
    """A file as the city will see it: what was found, the stamp it deserves now, and what became of the one it carries."""

    path: Path
    sha256: str
    checked: CheckedSubmission
    stamp: Stamp
    carried: Stamp | None
    state: StampState

    @property
    def is_sendable(self) -> bool:
        """Whether it can be registered as it is; errors in values do not hinder that."""
        return self.checked.state in (FileState.REGISTERED, FileState.DUPLICATE)

    @property
    def holds(self) -> bool:
        """Whether the stamp it carries is the one it deserves."""
        return self.state in (StampState.SAME, StampState.FAULTS)


def self_check(ctx: AppContext, path: Path, *, cancelled: Callable[[], bool] = never) -> SelfChecked:
    """Check one file as receiving it would, and write nothing. Refused where it cannot be read at all."""
    try:
        data = file_bytes(path)
        with Reader() as reader:
            raw = reader.read(data, path.name, cancelled)
    except CannotRead as error:
        raise Refused(error.what, where=path.name, advice="请在 Excel 或 WPS 中另存为 .xlsx 后再试") from error
    checked = check_raw(
        ctx,
        raw,
        history_for=lambda park, month: history_of(ctx, park, month),
        settings_for=lambda month: settings_on(ctx, month),
        cancelled=cancelled,
    )
    with ctx.store.read() as connection:
        stamp = stamp_now(ctx, connection, raw, checked)
    carried = carried_by(raw)
    state = judge(carried, stamp.content, stamp.rules, stamp.result)
    return SelfChecked(path, hashlib.sha256(data).hexdigest(), checked, stamp, carried, state)


def put_stamp(found: SelfChecked) -> bool:
    """Write the stamp into the file itself, unless it carries one that still holds; False where the format cannot take it.

    EnvironmentProblem where the file is open elsewhere or read-only; Refused where it has changed since it was checked.
    """
    data = file_bytes(found.path)
    if hashlib.sha256(data).hexdigest() != found.sha256:
        raise Refused("自检之后文件又改过，没有盖章", where=found.path.name, advice="请重新自检")
    if found.holds:
        return True
    if found.path.suffix.lower() not in _PATCHABLE:
        return False
    try:
        stamped = stamped_workbook(data, found.stamp)
    except CannotPatch:
        return False
    write_aside(found.path, stamped)
    return True
