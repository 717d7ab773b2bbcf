"""Run sharing scenarios (算例): TOML files that tell what happened to one company and what must come out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from zgc_desktop.domain.sharing.scenario import ScenarioResult, parse_scenario, run_scenario
from zgc_desktop.services.rules import read_toml, sharing_rules


def run(resources: Path, files: Sequence[Path]) -> tuple[ScenarioResult, ...]:
    """One result a file, in order; RuleFileError names file, key and reason of any fault, before anything is run."""
    rules = sharing_rules(resources)
    parsed = [parse_scenario(read_toml(path), path.name, rules) for path in files]
    return tuple(run_scenario(scenario) for scenario in parsed)
