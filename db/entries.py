"""Writing what the office records of land, projects, registers, meetings and assessments, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlmodel import SQLModel

import db.land_tables as lands
import db.outside_tables as outside
import db.project_tables as projects
import db.record_tables as records
from db.store import UnitOfWork

REVOCABLE: Final[Mapping[str, type[SQLModel]]] = {
    "plot": lands.PlotRow,
    "linked-plot": lands.LinkedPlotRow,
    "standard": projects.AdmissionStandardRow,
    "grant": projects.GrantRow,
    "register": records.RegisterEntryRow,
    "task": records.TaskRow,
    "assessment": records.AssessmentRow,
    "level": records.LevelRow,
}
"""What can be taken back with a reason, by the word the services use; the row stays."""

LASTING: Final[Mapping[str, type[SQLModel]]] = {
    "project": projects.ProjectRow,
    "step": projects.ProjectStepRow,
    "asked": projects.OpinionAskedRow,
    "opinion": projects.ProjectOpinionRow,
    "meeting": projects.ProjectMeetingRow,
    "condition": projects.ProjectConditionRow,
    "promise": projects.ProjectPromiseRow,
    "fund": projects.FundRow,
    "body": records.BodyRow,
    "member": records.BodyMemberRow,
    "resolution": records.ResolutionRow,
    "notice": records.ExitNoticeRow,
    "outside": outside.OutsideCaseRow,
    "outside-step": outside.OutsideStepRow,
    "outside-figure": outside.OutsideFigureRow,
}
"""What is only added to or brought up to date; its past stands in the journal."""

_STANDING: Final = {"undone_at": "", "undone_by": "", "undone_reason": ""}


def add(unit: UnitOfWork, kind: str, values: Mapping[str, object], *, person: str, at: str) -> int:
    """Write one record that holds from now on; returns its id."""
    said = {**values, "person": person, "recorded_at": at}
    if kind in REVOCABLE:
        return unit.insert(REVOCABLE[kind], said | _STANDING)
    return unit.insert(LASTING[kind], said)


def take_back(unit: UnitOfWork, kind: str, number: int, *, person: str, at: str, reason: str) -> bool:
    """Take one record back; returns whether it was there and stood."""
    values = {"undone_at": at, "undone_by": person, "undone_reason": reason}
    return unit.update(REVOCABLE[kind], {"id": number, "undone_at": ""}, values) == 1


def change(unit: UnitOfWork, kind: str, number: int, values: Mapping[str, object]) -> bool:
    """Bring a record up to date (an end day, a thing done, a figure found); returns whether it was there."""
    row_type = LASTING.get(kind) or REVOCABLE[kind]
    return unit.update(row_type, {"id": number}, values) == 1
