"""Papers of admission and joint review as data: the publication sheet of a standard, the minutes of a joint meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from zgc_desktop.domain.admission.criteria import Admission, admit, printed
from zgc_desktop.domain.admission.standards import GATES, MEASURES, Standard
from zgc_desktop.domain.coordination import Body, Resolution
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.review.opinions import Standing, standings
from zgc_desktop.domain.review.projects import HeldMeeting, ProjectFile
from zgc_desktop.domain.review.steps import FORMAL


@dataclass(frozen=True, slots=True)
class StandardSheet:
    """准入标准公布件: one standard as published; a measure without a value is 未定. Nothing of any project is in it."""

    standard: Standard
    office: str
    prepared_on: date
    rows: tuple[tuple[str, str, str, str], ...]
    """(measure, unit, threshold or 未定, of the version before or —)."""
    gates: tuple[str, ...]
    before: Standard | None


def standard_sheet(standard: Standard, known: Sequence[Standard], office: str, today: date) -> StandardSheet:
    """A standard's publication sheet, beside the version of the same scope it follows."""
    scope = (standard.park, standard.industry)
    earlier = [s for s in known if (s.park, s.industry) == scope and s.effective_from < standard.effective_from]
    before = max(earlier, key=lambda s: s.effective_from, default=None)

    def said(of: Standard | None, measure: str, absent: str) -> str:
        value = of.threshold(measure) if of else None
        return absent if value is None else f"不低于 {printed(measure, value)}"

    rows = tuple(
        (title, unit, said(standard, m, "未定"), said(before, m, "未定") if before else "—")
        for m, (title, unit) in MEASURES.items()
    )
    return StandardSheet(standard, office, today, rows, tuple(GATES[g] for g in standard.gates), before)


@dataclass(frozen=True, slots=True)
class ReviewedItem:
    """One project before a joint meeting: its file as of that day, its admission test, opinions, and what was decided."""

    file: ProjectFile
    admission: Admission
    opinions: tuple[Standing, ...]
    held: HeldMeeting


@dataclass(frozen=True, slots=True)
class Minutes:
    """会议纪要 of one body on one day: who was there, every project reviewed, every resolution."""

    body: Body
    on: date
    office: str
    prepared_on: date
    present: tuple[str, ...]
    absent: tuple[str, ...]
    items: tuple[ReviewedItem, ...]
    resolutions: tuple[Resolution, ...]


def minutes(
    body: Body, on: date, files: Sequence[ProjectFile], known: Sequence[Standard], said: Sequence[Resolution], office: str,
    today: date,
) -> Minutes:  # fmt: skip
    """The minutes of a body's meeting on a day; Refused where nothing was held then."""
    items = tuple(_items(body.name, on, files, known))
    resolutions = tuple(r for r in said if r.body == body.name and r.on == on)
    if not items and not resolutions:
        raise Refused(f"{body.name} {on} 没有登记会审或决议", advice="请核对机构和日期；会审用 zgc project decide 登记")
    there = dict.fromkeys(name for item in items for name in item.held.present)
    members = body.sitting(on)
    present = (*(m for m in members if m in there), *(n for n in there if n not in members))
    absent = tuple(m for m in members if m not in there) if items else ()
    return Minutes(body, on, office, today, present, absent, items, resolutions)


def _items(body: str, on: date, files: Sequence[ProjectFile], known: Sequence[Standard]) -> Iterator[ReviewedItem]:
    for file in files:
        for held in file.meetings:
            if held.body == body and held.on == on:
                turn = max(1, sum(1 for s in file.steps if s.state == FORMAL and s.on <= on))
                yield ReviewedItem(
                    file, admit(file.project.figures, known), standings(file.asked, file.opinions, turn, on), held
                )


def meetings_of(files: Sequence[ProjectFile], said: Sequence[Resolution]) -> tuple[tuple[str, date], ...]:
    """(body, day) of every meeting held, newest first."""
    found = {(m.body, m.on) for f in files for m in f.meetings} | {(r.body, r.on) for r in said}
    return tuple(sorted(found, key=lambda x: (x[1], x[0]), reverse=True))
