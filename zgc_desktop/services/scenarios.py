"""Run sharing scenarios (算例): TOML files of what befell a company, or of what is divided, and what must come out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from zgc_desktop.domain.sharing.division import (
    DivisionResult,
    DivisionScenario,
    is_division,
    parse_division_scenario,
    run_division,
)
from zgc_desktop.domain.sharing.rule import SharingRule
from zgc_desktop.domain.sharing.scenario import Scenario, ScenarioResult, parse_scenario, run_scenario
from zgc_desktop.services.rules import read_toml, sharing_rules


def run(resources: Path, files: Sequence[Path], office: Path | None = None) -> tuple[ScenarioResult | DivisionResult, ...]:
    """One result a file, in order; RuleFileError names file, key and reason of any fault, before anything is run.

    ``office``: the office's own rule folder, whose rules a scenario may use before they are switched on.
    """
    rules = sharing_rules(resources, office)
    parsed = [_parsed(path, rules) for path in files]
    return tuple(run_division(s) if isinstance(s, DivisionScenario) else run_scenario(s) for s in parsed)


def _parsed(path: Path, rules: Sequence[SharingRule]) -> Scenario | DivisionScenario:
    data = read_toml(path)
    if is_division(data):
        return parse_division_scenario(data, path.name)
    return parse_scenario(data, path.name, rules)
