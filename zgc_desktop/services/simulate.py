"""Simulate (模拟): the cases on the desk under a changed rule, beside the rule in force. Reads only; nothing is ever kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reports.plans_pdf import write_plans_pdf
from reports.simulation_pdf import write_simulation_pdf
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import RuleFileError, RuleNotInForce
from zgc_desktop.domain.sharing.case import Case
from zgc_desktop.domain.sharing.rule import SharingRule, altered, parse_rule
from zgc_desktop.domain.sharing.run import replay_beside
from zgc_desktop.domain.sharing.schedule import period_of
from zgc_desktop.domain.what_if import (
    CaseChange,
    Simulation,
    changes_from,
    described,
    outcome,
    party_changes,
    with_forecast,
)
from zgc_desktop.paths import safe_filename
from zgc_desktop.services.bulk_work import without_cycle_search
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import read_toml, sharing_rules_in_use
from zgc_desktop.services.settings import current
from zgc_desktop.services.settle_facts import Group, RulesOfCases, cases_with_tax, gather

_SOURCE = "模拟参数（--set）"
MAX_FORECAST = 240


@without_cycle_search()
def simulate(
    ctx: AppContext,
    month: Month,
    settings: Sequence[str] = (),
    *,
    rule_file: Path | None = None,
    rule_key: str = "",
    forecast_months: int = 0,
) -> Simulation:
    """Every case over all its months up to ``month`` (and a forecast) under the rule in force and under a changed one.

    ``settings`` are texts such as ``ratios=0.4,0.4,0.4``; ``rule_file`` puts a whole rule in place. Refused where neither
    is given or a value is not allowed. Nothing is written.
    """
    if not settings and rule_file is None:
        raise Refused("没有给出要模拟的改动", advice="--set ratios=0.4,0.4,0.4，或 --rule 规则文件.toml")
    if not 0 <= forecast_months <= MAX_FORECAST:
        raise Refused(f"预测月数 {forecast_months} 不在 0 到 {MAX_FORECAST} 之间")
    chosen = RulesOfCases(sharing_rules_in_use(ctx), rule_key or current(ctx).sharing_rule, month)
    variant = _Variant(settings, rule_file)
    changes, faults = [], []
    period = period_of(str(month.plus(forecast_months)))
    told = variant.described(chosen.of_run)
    with ctx.store.read() as connection:
        facts = gather(connection, month)
        for group, case in cases_with_tax(connection, ctx, facts):
            last = group.cases[-1]
            try:
                rule = chosen.for_group(group)
                longer = with_forecast(case, month, forecast_months)
                before, after = map(outcome, replay_beside(rule, variant.of(rule), longer, also=[period]))
            except (RuleFileError, RuleNotInForce) as error:
                faults.append(_fault(error, case, group))
                continue
            changes.append(CaseChange(last.id, last.name, before, after))
    changes.sort(key=lambda c: c.case_id)
    names = tuple(dict.fromkeys(ctx.catalogue.party_of(park).name for park in ctx.catalogue.parks))
    title = variant.of(chosen.of_run).title
    return Simulation(month, forecast_months, title, told, tuple(changes), party_changes(changes, names), tuple(sorted(faults)))


def _fault(error: RuleFileError | RuleNotInForce, case: Case, group: Group) -> str:
    if isinstance(error, RuleFileError) and error.file != case.file:
        raise error  # the changed rule is at fault, not this case
    return f"{group.cases[-1].id} {group.cases[-1].name}：{error.sentence}"


class _Variant:
    """The changed rule of each rule a case may stand under."""

    def __init__(self, settings: Sequence[str], file: Path | None) -> None:
        self.settings = settings
        self.whole = None if file is None else parse_rule(read_toml(file), file.name, cited=False)
        self.made: dict[int, SharingRule] = {}

    def of(self, rule: SharingRule) -> SharingRule:
        """The rule that stands in place of ``rule``."""
        found = self.made.get(id(rule))
        if found is None:
            base = self.whole or rule
            found = altered(base, changes_from(base, self.settings), _SOURCE) if self.settings else base
            self.made[id(rule)] = found
        return found

    def described(self, rule: SharingRule) -> tuple[tuple[str, str, str], ...]:
        """What changes, value by value."""
        told: tuple[tuple[str, str, str], ...] = ()
        if self.whole is not None:
            told = (("规则", f"{rule.key} {rule.title}", f"{self.whole.key} {self.whole.title}（{self.whole.file}）".strip()),)
        base = self.whole or rule
        return (*told, *described(base, changes_from(base, self.settings)))


def plans_pdf(ctx: AppContext, names: Sequence[str], found: Sequence[Simulation], out: Path) -> Path:
    """Write plans beside the rule in force as one page, marked 模拟·非结算, into the folder ``out``; returns the file."""
    told = safe_filename("_".join(names))
    name = f"分享方案比较_非结算_{found[0].month}_{told}.pdf"
    return write_plans_pdf(names, found, out / name, fonts_dir=ctx.resources / "fonts", prepared_on=ctx.today())


def as_pdf(ctx: AppContext, found: Simulation, out: Path) -> Path:
    """Write the one-page sheet, marked 模拟·非结算, into the folder ``out``; returns the file."""
    name = f"分享模拟_非结算_{found.month}.pdf"
    return write_simulation_pdf(found, out / name, fonts_dir=ctx.resources / "fonts", prepared_on=ctx.today())
