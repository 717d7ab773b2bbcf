"""The demo (演示): invented companies taken through a whole month by the real services, from park files to the report."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reports.template_xlsx import write_template
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.moves import CaseState
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import DEMO_MARK, safe_filename
from zgc_desktop.services import admission, matters, move_case, publish, review_tiers
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext, Progress, no_progress
from zgc_desktop.services.demo_office import register_office_work
from zgc_desktop.services.demo_park_sheets import demo_standard
from zgc_desktop.services.demo_story import DemoCase, DemoMonth, DemoStory, build_story
from zgc_desktop.services.receive import receive
from zgc_desktop.services.rules import read_toml
from zgc_desktop.services.settle import settle

MARK = DEMO_MARK
_MARK_TEXT = "本文件夹由统筹台演示生成：企业、代码、金额、文号全部虚构。再次运行演示时会整个重建，请勿存放真实数据。\n"
DESPITE = "园方已电话确认将更正；有疑问的数值不计入合计"

OpenAt = Callable[[Path, Callable[[], datetime]], AppContext]
"""Opens a workspace under a given clock; handed in by whoever wires the program."""


@dataclass(frozen=True, slots=True)
class DemoMade:
    """Where the demo's files are."""

    pdf: Path
    xlsx: Path
    workspace: Path


@dataclass(slots=True)
class _StoryClock:
    """The story's own time, so that the demo comes out the same on whatever day it is run."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def build(out: Path, open_at: OpenAt, *, progress: Progress = no_progress) -> DemoMade:
    """Build the demo in the folder ``out``: park files, workspace, report. A former demo there is built anew.

    Refused when ``out`` holds a workspace that is not a demo.
    """
    workspace = out / "workspace"
    _clear(workspace)
    clock = _StoryClock(datetime(2026, 9, 3, 9, 0))
    ctx = open_at(workspace, clock)
    (workspace / MARK).write_text(_MARK_TEXT, encoding="utf-8")
    config = read_toml(ctx.resources / "demo" / "story.toml")
    story = build_story(config, ctx.catalogue)
    admission.register_standard(ctx, demo_standard(config))
    steps = 2 * len(story.months) + 1
    for n, told in enumerate(story.months):
        progress(2 * n, steps, f"{told.month} 分园报送")
        folder = out / "报送" / str(told.month)
        _write_files(ctx, told, folder)
        clock.now = datetime(told.month.plus(1).year, told.month.plus(1).month, 5, 9, 30)
        receive(ctx, [folder])
        progress(2 * n + 1, steps, f"{told.month} 入库")
        _take_in(ctx, story, n, clock)
    register_office_work(ctx, config)
    last = story.months[-1].month
    settle(ctx, last)
    progress(steps - 1, steps, f"{last} 月报")
    _raise_matters(ctx, last)
    written = publish.report(ctx, last, out)
    return DemoMade(written.pdf, written.xlsx, workspace)


def _clear(workspace: Path) -> None:
    """Remove a former demo; anything else that stands there is left alone and refused."""
    if not workspace.exists() or not any(workspace.iterdir()):
        return
    if not (workspace / MARK).is_file():
        raise Refused("这里已有一个不是演示的工作区", where=str(workspace), advice="请换一个文件夹（--out）")
    shutil.rmtree(workspace)


def _write_files(ctx: AppContext, told: DemoMonth, folder: Path) -> None:
    """The parks' workbooks of a month, filled in as a park would have done."""
    for park in told.parks:
        write_template(
            folder / safe_filename(f"中关村月报_{park.park}_{told.month}.xlsx"),
            park=park.park,
            month=told.month,
            clusters=[c.name for c in ctx.catalogue.clusters_of(park.park)],
            industries=list(ctx.catalogue.industries),
            parks=list(ctx.catalogue.parks),
            rows=park.rows,
        )


def _take_in(ctx: AppContext, story: DemoStory, n: int, clock: _StoryClock) -> None:
    """Decide a month: moves known by then are landed, the parks accepted, recognitions registered once."""
    month = story.months[n].month
    if n == 0:
        _open(ctx, [c for c in story.cases if _known_by(c, month)])
    accept(ctx, month, despite_errors=DESPITE)
    if n == 0:
        review_tiers.recognise(ctx, story.recognitions, "演示认定名单")
    if n + 1 < len(story.months):
        following = story.months[n + 1].month
        clock.now = datetime(following.year, following.month, 20, 14, 0)
        _open(ctx, [c for c in story.cases if not _known_by(c, month) and _known_by(c, following)])
    if n + 1 == len(story.months):
        _open(ctx, [c for c in story.cases if not _known_by(c, month)])


def _raise_matters(ctx: AppContext, month: Month) -> None:
    """The editor keeps the first two candidates of last month, and every one that still stands this month."""
    for item in matters.listed(ctx, month.plus(-1))[:2]:
        matters.keep(ctx, month.plus(-1), item.key)
    for item in matters.listed(ctx, month):
        if not item.state:
            matters.keep(ctx, month, item.key)


def _known_by(case: DemoCase, month: Month) -> bool:
    return case.registered_on is not None and case.registered_on <= month.last_day


def _open(ctx: AppContext, cases: list[DemoCase]) -> None:
    for told in cases:
        case = move_case.open_case(ctx, told.credit_code, told.from_park, told.to_park, opened_on=told.opened_on)
        move_case.describe(
            ctx,
            case.id,
            nature=told.nature,
            kind=told.kind,
            registered_on=told.registered_on,
            at_capacity_on=told.at_capacity_on,
        )
        if told.base:
            move_case.record_base(ctx, case.id, told.base)
        if told.registered_on is not None and told.registered_on <= ctx.today():
            move_case.land(ctx, case.id)
        elif told.state is not CaseState.OUT_REGISTERED:
            move_case.advance(ctx, case.id, told.state)
