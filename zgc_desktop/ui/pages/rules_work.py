"""What 规则参数 reads and writes, as work for the worker: services are loaded there, not at the start of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.catalogue_entries import Contradiction
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.check_catalogue import CheckItem, Trial
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork
from zgc_desktop.viewmodels import rules as vm

if TYPE_CHECKING:
    from zgc_desktop.domain.rule_diff import Tried
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.rule_folder import CheckedFile, FileDiff


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows: every rule, check and contradiction as of a day, and the office's own files."""

    day: date
    items: tuple[vm.RuleItem, ...]
    checks: tuple[CheckItem, ...]
    contradictions: tuple[Contradiction, ...]
    files: tuple[CheckedFile, ...]
    diffs: tuple[FileDiff, ...]
    folder: Path
    resources: Path
    fault: str = ""
    """Why the office's files could not be laid over the shipped ones; then the shipped rules are shown."""
    undetermined: int = 0
    """How many values are 未定 on the day."""
    shipped: tuple[vm.RuleItem, ...] = ()
    """The shipped rules, where files of the office stand in place of some."""


def look(ctx: AppContext, month: Month | None) -> Seen:
    """Read the rules as they stand on a month's last day (today without a month); for the worker."""
    from zgc_desktop.services import checks, rule_folder

    day = min(month.last_day, ctx.today()) if month is not None else ctx.today()
    folder = ctx.paths.rules
    try:
        items, fault = rule_items(ctx.resources, folder), ""
    except RuleFileError as error:
        items, fault = rule_items(ctx.resources, None), error.sentence
    try:
        diffs = rule_folder.diff(ctx.resources, folder)
    except RuleFileError as error:
        diffs, fault = (), fault or error.sentence
    files = rule_folder.check(ctx.resources, folder)
    found = checks.catalogue(ctx, day)
    open_ = sum(line.state == "未定" for item in items for line in vm.value_lines(item, day))
    shipped = rule_items(ctx.resources, None) if any(i.origin == vm.OFFICE for i in items) else ()
    return Seen(day, items, found, ctx.catalogue.contradictions, files, diffs, folder, ctx.resources, fault, open_, shipped)


def items_in_use(ctx: AppContext) -> tuple[vm.RuleItem, ...]:
    """The rules of this workspace; the shipped ones alone where the office's own cannot be read. For the worker."""
    try:
        return rule_items(ctx.resources, ctx.paths.rules)
    except RuleFileError:
        return rule_items(ctx.resources, None)


def rule_items(resources: Path, office: Path | None) -> tuple[vm.RuleItem, ...]:
    """Every rule file in use as the page lists it."""
    from zgc_desktop.domain.indicators import read_limits
    from zgc_desktop.domain.matching import read_scoring
    from zgc_desktop.domain.tier_decisions import read_ladder
    from zgc_desktop.services.rules import (
        DEFAULT_SHARING_RULE,
        catalogue_of,
        read_toml,
        rule_files,
        sharing_rules,
        tier_standards,
    )

    def origin(file: str) -> str:
        own = office is not None and any((office / folder / file).is_file() for folder in ("", "tiers", "sharing"))
        return vm.OFFICE if own else vm.SHIPPED

    def only(kind: str, name: str) -> dict[str, object]:
        return read_toml(next(p for p in rule_files(resources, office, kind) if p.name == name))

    return (
        *vm.sharing_items(sharing_rules(resources, office), origin, DEFAULT_SHARING_RULE),
        *vm.tier_items(tier_standards(resources, office), origin),
        *vm.other_items(
            read_ladder(only("ladder", "steps.toml"), "steps.toml"),
            read_scoring(only("placement", "scoring.toml"), "scoring.toml"),
            read_limits(only("placement", "limits.toml"), "limits.toml"),
            origin,
        ),
        *vm.catalogue_items(catalogue_of(resources, office), origin),
    )


def try_months(ctx: AppContext) -> tuple[Tried, ...]:
    """The office's tier standards over every month of the ledger; for the worker."""
    from zgc_desktop.services import rule_folder

    return rule_folder.try_out(ctx)


def take_over(ctx: AppContext, name: str) -> Path:
    """Copy a shipped file into the office's folder; for the worker."""
    from zgc_desktop.services import rule_folder

    return rule_folder.take_over(ctx.resources, ctx.paths.rules, name)


def trial(code: str, numbers: Mapping[str, int], months: int) -> SessionWork[Trial]:
    """What a check with these numbers would have raised over past months."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> Trial:
        from zgc_desktop.services import checks

        return checks.trial(ctx, code, numbers=numbers, months=months, progress=progress, cancelled=cancelled)

    return work


def switch(code: str, active: bool, day: date | None, reason: str, numbers: Mapping[str, int]) -> SessionWork[ChangeSummary]:
    """Switch or tune a check from a day on."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import checks

        return checks.switch(ctx, code, reason=reason, active=active, from_day=day, numbers=numbers)

    return work
