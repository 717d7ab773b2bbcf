"""The office's own rule folder laid over the shipped one: validated file by file, compared, tried over past months.

``<workspace>/rules/{sharing,tiers,ladder,placement,export,publication,land,admission,assessment,plan,registers,catalogue}``:
a .toml file of a shipped name replaces it, another is added; ``admission`` holds drafts only, in force once registered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db.queries import claims
from reports.aside import write_aside
from zgc_desktop.domain.admission.drafts import read_drafts
from zgc_desktop.domain.assessment.schemes import read_scheme
from zgc_desktop.domain.catalogue import FILES
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.export_rules import read_export_rules
from zgc_desktop.domain.indicators import read_limits
from zgc_desktop.domain.land.clocks import read_land_rules
from zgc_desktop.domain.matching import read_scoring
from zgc_desktop.domain.money import Fen, wan
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.publication import read_publication
from zgc_desktop.domain.registers import read_kinds
from zgc_desktop.domain.rule_diff import Difference, Tried, differences
from zgc_desktop.domain.rulebook import RuleFileError, RuleNotInForce
from zgc_desktop.domain.settlement import rule_print
from zgc_desktop.domain.sharing.rule import SharingRule, parse_rule
from zgc_desktop.domain.targets import read_targets
from zgc_desktop.domain.tier_decisions import read_ladder
from zgc_desktop.domain.tier_rules import parse_standard
from zgc_desktop.domain.tiers import TierStandard, standards_on
from zgc_desktop.domain.zones import read_groupings
from zgc_desktop.services import rule_trials
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.review_tiers import outcomes
from zgc_desktop.services.rules import catalogue_of, read_toml, sharing_rules, sharing_rules_in_use, tier_standards
from zgc_desktop.services.settle import compute_in

_ONE_NAME: Final[dict[str, Callable[[dict[str, object], str], object]]] = {
    "ladder/steps.toml": read_ladder,
    "placement/scoring.toml": read_scoring,
    "placement/limits.toml": read_limits,
    "export/categories.toml": read_export_rules,
    "publication/limits.toml": read_publication,
    "land/terms.toml": read_land_rules,
    "plan/targets.toml": read_targets,
    "registers/kinds.toml": read_kinds,
}
_ZONES: Final = "plan/zones.toml"
_FOLDERS: Final = (
    "sharing", "tiers", "ladder", "placement", "export", "publication", "land", "admission", "assessment", "plan", "registers",
    "catalogue",
)  # fmt: skip
_NOT_RULES: Final = ("catalogue", "plan", "registers")
"""Folders shipped beside ``rules``, not in it."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file of the office: whether it replaces a shipped one, and what is wrong with it ('' = nothing)."""

    file: str
    replaces: bool
    problem: str


@dataclass(frozen=True, slots=True)
class FileDiff:
    """One file of the office and how it differs from the shipped one of its name (all new where there is none)."""

    file: str
    replaces: bool
    differences: tuple[Difference, ...]


def office_files(office: Path) -> tuple[Path, ...]:
    """Every file of the office's rule folder, in order."""
    return tuple(sorted(p for p in office.rglob("*") if p.is_file())) if office.is_dir() else ()


def check(resources: Path, office: Path) -> tuple[CheckedFile, ...]:
    """Every file of the office read as the program would read it, each with its problem (file, key, reason)."""
    found = []
    for path in office_files(office):
        name = path.relative_to(office).as_posix()
        try:
            _check_one(resources, office, path, name)
            problem = ""
        except RuleFileError as error:
            problem = error.sentence
        found.append(CheckedFile(name, _shipped(resources, name).is_file(), problem))
    if not any(f.problem for f in found):
        try:
            sharing_rules(resources, office)
            tier_standards(resources, office)
            catalogue_of(resources, office)
        except RuleFileError as error:
            found.append(CheckedFile(error.file, False, error.sentence))
    return tuple(found)


def diff(resources: Path, office: Path) -> tuple[FileDiff, ...]:
    """How every file of the office differs from the shipped one; RuleFileError for one that is no TOML."""
    made = []
    for path in office_files(office):
        name = path.relative_to(office).as_posix()
        shipped = _shipped(resources, name)
        before = read_toml(shipped) if shipped.is_file() else {}
        made.append(FileDiff(name, shipped.is_file(), differences(before, read_toml(path))))
    return tuple(made)


def try_out(ctx: AppContext, months: Sequence[Month] = ()) -> tuple[Tried, ...]:
    """Sharing rules and tier standards of both folders over past months (every month of the ledger unless said).

    Then draft admission standards over past projects, and changed assessment schemes over the assessments kept.

    Nothing is written, and a locked month is tried like any other.

    RuleFileError where a file of the office is faulty; Refused for a month without a ledger.
    """
    shipped, own = tier_standards(ctx.resources), tier_standards(ctx.resources, ctx.paths.rules)
    rules_shipped, rules_own = sharing_rules(ctx.resources), sharing_rules_in_use(ctx)
    with ctx.store.read() as connection:
        known = claims.standing_months(connection)
    for month in months:
        if month not in known:
            raise Refused(f"{month} 没有入库的数据，不能试算", advice=f"可用：{'、'.join(map(str, known)) or '无'}")
    lines = (
        line
        for month in (months or known)
        for line in (*_shared(ctx, month, rules_shipped, rules_own), *_tried(ctx, month, shipped, own))
    )
    return (*lines, *rule_trials.on_projects(ctx, months), *rule_trials.on_assessments(ctx, months))


def _shared(ctx: AppContext, month: Month, shipped: Sequence[SharingRule], own: Sequence[SharingRule]) -> list[Tried]:
    """One line a sharing rule that differs: how many cases share, and what the move-out sides get, before and after."""
    before, after = _prints(shipped), _prints(own)
    lines = []
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) == after.get(key):
            continue
        old, new = _due(ctx, month, shipped, key), _due(ctx, month, own, key)
        title = next(r.title for r in (*own, *shipped) if r.key == key)
        sums = f"迁出方应得 {wan(sum(old.values()))} → {wan(sum(new.values()))} 万元"
        entering, leaving = (tuple(n for n in a if n not in b) for a, b in ((new, old), (old, new)))
        lines.append(Tried(month, key, f"{title}（{sums}）", len(old), len(new), entering, leaving, "件"))
    return lines


def _prints(rules: Sequence[SharingRule]) -> dict[str, list[str]]:
    """Rule key -> the fingerprints of its versions."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        found.setdefault(rule.key, []).append(rule_print(rule))
    return found


def _due(ctx: AppContext, month: Month, rules: Sequence[SharingRule], key: str) -> dict[str, Fen]:
    """Case and company -> what its move-out side gets in the month under a rule; nothing where the rule is not in force."""
    found: dict[str, Fen] = {}
    with ctx.store.read() as connection:
        try:
            lines = compute_in(connection, ctx, month, rule_key=key, on_trial=rules).section.lines
        except RuleNotInForce:
            return found
    for x in lines:
        if not x.corrects:
            about = f"{x.case_id} {x.company}"
            found[about] = found.get(about, 0) + x.due_fen
    return found


def _tried(ctx: AppContext, month: Month, shipped: Sequence[TierStandard], own: Sequence[TierStandard]) -> list[Tried]:
    before, after = ({s.key: s for s in standards_on(every, month.last_day)} for every in (shipped, own))
    changed = [key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key)]
    met_before = outcomes(ctx, month, [before[key] for key in changed if key in before])
    met_after = outcomes(ctx, month, [after[key] for key in changed if key in after])
    lines = []
    for key in changed:
        old = {c.credit_code: c.name for c in met_before.get(key, ())}
        new = {c.credit_code: c.name for c in met_after.get(key, ())}
        title = (after.get(key) or before[key]).title
        entering = tuple(name for code, name in new.items() if code not in old)
        leaving = tuple(name for code, name in old.items() if code not in new)
        lines.append(Tried(month, key, title, len(old), len(new), entering, leaving))
    return lines


def _shipped(resources: Path, name: str) -> Path:
    return resources / name if name.partition("/")[0] in _NOT_RULES else resources / "rules" / name


def _check_one(resources: Path, office: Path, path: Path, name: str) -> None:
    folder = name.partition("/")[0]
    if folder not in _FOLDERS or name.count("/") != 1 or path.suffix != ".toml":
        raise RuleFileError(name, "", "不认识的文件", f"可用的文件夹：{'、'.join(_FOLDERS)}，文件为 .toml")
    data = read_toml(path)
    if folder == "sharing":
        parse_rule(data, path.name)
    elif folder == "tiers":
        parse_standard(data, path.name)
    elif folder == "catalogue":
        if path.stem not in FILES:
            raise RuleFileError(name, "", "目录中没有这个文件", f"可用：{'、'.join(FILES)}")
        catalogue_of(resources, office)
    elif folder == "admission":
        catalogue = catalogue_of(resources, office)
        read_drafts(data, path.name, list(catalogue.parks), list(catalogue.industries))
    elif folder == "assessment":
        read_scheme(data, path.name)
    elif name == _ZONES:
        read_groupings(data, path.name, list(catalogue_of(resources, office).parks))
    elif name in _ONE_NAME:
        _ONE_NAME[name](data, path.name)
    else:
        raise RuleFileError(name, "", "没有这个文件名", f"可用：{'、'.join((*_ONE_NAME, _ZONES))}")


def take_over(resources: Path, office: Path, name: str) -> Path:
    """Copy a shipped rule file into the office's folder, to be edited there; returns the copy.

    Refused where no such file is shipped, the office may not replace it, or it has its own already.
    """
    shipped, target = _shipped(resources, name), office / name
    if name.partition("/")[0] not in _FOLDERS or not shipped.is_file():
        raise Refused(f"{name} 不能改成本办规则", why=f"本办规则文件夹只收：{'、'.join(_FOLDERS)}")
    if target.exists():
        raise Refused(f"本办已有 {name}", where=str(office), advice="直接编辑该文件")
    return write_aside(target, shipped.read_bytes())
