"""The rules in force: shipped TOML, read with exact decimals and validated by the domain."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from zgc_desktop.domain import settings
from zgc_desktop.domain.catalogue import Catalogue, parse_catalogue
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.reading import toml_table
from zgc_desktop.domain.sharing.rule import SharingRule, check_versions, parse_rule
from zgc_desktop.domain.tier_decisions import Ladder, read_ladder
from zgc_desktop.domain.tier_rules import parse_standard
from zgc_desktop.domain.tiers import TierStandard, check_overlaps
from zgc_desktop.services.context import AppContext

DEFAULT_SHARING_RULE: Final = settings.DEFAULT_SHARING_RULE
FileState = tuple[Path, int, int]
"""A file, its time of change and its size."""


def read_toml(path: Path) -> dict[str, object]:
    """A TOML file with decimals kept exact; RuleFileError names the line when it is no TOML."""
    try:
        return toml_table(path.read_text(encoding="utf-8-sig"), path.name)
    except OSError as error:
        raise RuleFileError(str(path), "", "文件打不开", "请核对路径与权限") from error
    except UnicodeDecodeError:
        raise RuleFileError(str(path), "", "不是 UTF-8 文本", "请用 UTF-8 编码另存后重试") from None


def states_of(paths: Iterable[Path]) -> tuple[FileState, ...]:
    """Files with when and how large they are: what was read of them holds until one of these changes."""
    return tuple((path, found.st_mtime_ns, found.st_size) for path in paths for found in (path.stat(),))


def sharing_rules(resources: Path, office: Path | None = None) -> tuple[SharingRule, ...]:
    """Every version of every sharing rule: the shipped ones, the office's files of the same name in their place or added."""
    return _sharing_rules(states_of(rule_files(resources, office, "sharing")))


@lru_cache(maxsize=8)
def _sharing_rules(states: tuple[FileState, ...]) -> tuple[SharingRule, ...]:
    rules = tuple(parse_rule(read_toml(path), path.name) for path, _, _ in states)
    check_versions(rules)
    return rules


def sharing_rules_in_use(ctx: AppContext) -> tuple[SharingRule, ...]:
    """The sharing rules of this workspace: shipped, overlaid by the office's own."""
    return sharing_rules(ctx.resources, ctx.paths.rules)


def catalogue_of(resources: Path, office: Path | None = None) -> Catalogue:
    """The catalogue, the office's own files in place of the shipped ones; RuleFileError names file and key of any fault."""
    paths = {p.stem: p for p in sorted((resources / "catalogue").glob("*.toml"))}
    if office is not None:
        paths |= {p.stem: p for p in sorted((office / "catalogue").glob("*.toml"))}
    return _catalogue(states_of(paths.values()))


@lru_cache(maxsize=4)
def _catalogue(states: tuple[FileState, ...]) -> Catalogue:
    return parse_catalogue({path.stem: read_toml(path) for path, _, _ in states})


def tier_standards(resources: Path, office: Path | None = None) -> tuple[TierStandard, ...]:
    """Every tier standard: the shipped ones, with the office's own files of the same name in their place and new ones added."""
    return _tier_standards(states_of(rule_files(resources, office, "tiers")))


@lru_cache(maxsize=8)
def _tier_standards(states: tuple[FileState, ...]) -> tuple[TierStandard, ...]:
    standards = tuple(parse_standard(read_toml(path), path.name) for path, _, _ in states)
    check_overlaps(standards)
    return standards


def standards_in_use(ctx: AppContext) -> tuple[TierStandard, ...]:
    """The tier standards of this workspace: shipped, overlaid by the office's own."""
    return tier_standards(ctx.resources, ctx.paths.rules)


def rule_files(resources: Path, office: Path | None, kind: str) -> tuple[Path, ...]:
    """The files of one kind of rule by name, the office's own before the shipped one of the same name."""
    found = {p.name: p for p in sorted((resources / "rules" / kind).glob("*.toml"))}
    if office is not None:
        found |= {p.name: p for p in sorted((office / kind).glob("*.toml"))}
    return tuple(found[name] for name in sorted(found))


def ladder(ctx: AppContext) -> Ladder:
    """Which tier stands above which, for counting who moved up and down."""
    path = rule_files(ctx.resources, ctx.paths.rules, "ladder")[0]
    return read_ladder(read_toml(path), path.name)
