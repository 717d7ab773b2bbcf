"""What changed standards would do to the past: draft admission standards on projects, changed schemes on assessments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from db.queries import projects as reads
from zgc_desktop.domain.admission.criteria import PASSED, admit, admit_under
from zgc_desktop.domain.admission.drafts import read_drafts
from zgc_desktop.domain.admission.standards import Standard, check_standard
from zgc_desktop.domain.assessment.levels import proposals
from zgc_desktop.domain.assessment.scoring import Score, print_score, score_all
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rule_diff import Tried
from zgc_desktop.services import admission, assess
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.rules import read_toml


def drafts(ctx: AppContext, name: str = "") -> tuple[tuple[str, Standard], ...]:
    """(file, standard) of every draft in the office's ``rules/admission`` folder, or of one file; Refused where it is none."""
    folder = ctx.paths.rules / "admission"
    paths = sorted(folder.glob("*.toml"))
    if name:
        paths = [p for p in paths if p.name == name or p.stem == name]
        if not paths:
            raise Refused(f"没有拟行标准文件“{name}”", where=str(folder), advice="文件放在本办规则文件夹的 admission 中")
    parks, industries = list(ctx.catalogue.parks), list(ctx.catalogue.industries)
    return tuple((p.name, s) for p in paths for s in read_drafts(read_toml(p), p.name, parks, industries))


@one_command("standard")
def adopt(ctx: AppContext, name: str) -> tuple[ChangeSummary, ...]:
    """Register every standard of a draft file; each as its own version. Refused, before any is, where one cannot stand."""
    found = [s for _, s in drafts(ctx, name)]
    known = admission.standards(ctx)
    for standard in found:
        check_standard(replace(standard, id=0), known, list(ctx.catalogue.parks), list(ctx.catalogue.industries))
    return tuple(admission.register_standard(ctx, replace(standard, id=0)) for standard in found)


def on_projects(ctx: AppContext, months: Sequence[Month] = ()) -> tuple[Tried, ...]:
    """One line a draft: how many past projects of its scope (that applied in these months) pass, before and after."""
    found = drafts(ctx)
    if not found:
        return ()
    with ctx.store.read() as connection:
        known, projects = reads.standards(connection), reads.projects(connection)
    lines = []
    for _, standard in found:
        scope = [
            p
            for p in projects
            if standard.park in ("", p.park)
            and standard.industry in ("", p.industry)
            and (not months or Month.of(p.applied_on) in months)
        ]
        told = {f"{p.number} {p.name}": (admit(p.figures, known), admit_under(p.figures, standard)) for p in scope}
        before = [n for n, (old, _) in told.items() if old.conclusion == PASSED]
        after = [n for n, (_, new) in told.items() if new.conclusion == PASSED]
        turned = [(old, new) for old, new in told.values() if old.conclusion != new.conclusion]
        title = f"拟行准入标准 {standard.scope}（以往项目 {len(scope)} 个，结论改变 {len(turned)} 个，以下为通过数）"
        entering, leaving = (tuple(n for n in a if n not in b) for a, b in ((after, before), (before, after)))
        month = Month.of(standard.effective_from)
        lines.append(Tried(month, f"admission {standard.scope}", title, len(before), len(after), entering, leaving, "个"))
    return tuple(lines)


def on_assessments(ctx: AppContext, months: Sequence[Month] = ()) -> tuple[Tried, ...]:
    """One line a past assessment whose scheme reads otherwise now: proposals before and after, from the figures it kept."""
    known = assess.schemes(ctx)
    lines = []
    for past in assess.assessments(ctx):
        now = next((s for _, s in known if s.key == past.scheme.key), None)
        if now is None or now == past.scheme or (months and Month.of(past.record.on) not in months):
            continue
        scores = score_all(now, assess.exact(past.record.figures))
        levels = assess.levels(ctx, past.record.on)
        before = [f"{p.subject} {p.kind}" for p in proposals(past.scores, levels, past.scheme.thresholds)]
        after = [f"{p.subject} {p.kind}" for p in proposals(scores, levels, now.thresholds)]
        entering, leaving = (tuple(n for n in a if n not in b) for a, b in ((after, before), (before, after)))
        title = f"考核方案 {now.title}（{_moved(past.scores, scores)}，以下为建议数）"
        lines.append(
            Tried(Month.of(past.record.on), f"assessment {now.key}", title, len(before), len(after), entering, leaving, "项")
        )
    return tuple(lines)


def _moved(old: Sequence[Score], new: Sequence[Score]) -> str:
    """``2 个得分改变：甲 60.00 → 58.00、乙 …``."""
    was = {s.subject: s for s in old}
    told = [
        f"{s.subject} {was[s.subject].printed} → {print_score(s.total) if s.total is not None else '未定'}"
        for s in new
        if s.subject in was and s.total != was[s.subject].total
    ]
    return f"{len(told)} 个得分改变：{'、'.join(told[:3])}{'等' if len(told) > 3 else ''}" if told else "得分不变"
