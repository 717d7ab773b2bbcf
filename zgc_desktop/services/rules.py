"""The rules in force: shipped TOML, read with exact decimals and validated by the domain."""

from __future__ import annotations

from pathlib import Path

from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.reading import toml_table
from zgc_desktop.domain.sharing.rule import SharingRule, check_versions, parse_rule
from zgc_desktop.domain.tier_rules import parse_standard
from zgc_desktop.domain.tiers import TierStandard, check_overlaps

DEFAULT_SHARING_RULE = "jjj-2015"
"""Beijing's own rule is not public; 财预〔2015〕92号 is the one shipped rule an office can start from, and says so."""


def read_toml(path: Path) -> dict[str, object]:
    """A TOML file with decimals kept exact; RuleFileError names the line when it is no TOML."""
    try:
        return toml_table(path.read_text(encoding="utf-8-sig"), path.name)
    except OSError as error:
        raise RuleFileError(str(path), "", "文件打不开", "请核对路径与权限") from error
    except UnicodeDecodeError:
        raise RuleFileError(str(path), "", "不是 UTF-8 文本", "请用 UTF-8 编码另存后重试") from None


def sharing_rules(resources: Path) -> tuple[SharingRule, ...]:
    """Every shipped version of every sharing rule."""
    rules = tuple(parse_rule(read_toml(p), p.name) for p in sorted((resources / "rules" / "sharing").glob("*.toml")))
    check_versions(rules)
    return rules


def tier_standards(resources: Path) -> tuple[TierStandard, ...]:
    """Every shipped tier standard."""
    standards = tuple(parse_standard(read_toml(p), p.name) for p in sorted((resources / "rules" / "tiers").glob("*.toml")))
    check_overlaps(standards)
    return standards
