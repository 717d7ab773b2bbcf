"""What 准入联审 asks of the services: one read of everything it shows, and its writes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import UNIT_FEN, to_fen
from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels import admission as vm

if TYPE_CHECKING:
    from zgc_desktop.domain.admission.standards import Standard
    from zgc_desktop.domain.changes import ChangeSummary
    from zgc_desktop.services.context import AppContext

Answers = Mapping[str, str]


def look(ctx: AppContext) -> vm.AdmissionView:
    """Everything the page shows, as of today; for a worker."""
    from zgc_desktop.domain.admission.criteria import admit
    from zgc_desktop.services import admission, assess, land, meetings, projects

    standards, today = admission.standards(ctx), ctx.today()
    files = projects.project_files(ctx)
    wanted = {f.project.plot for f in files if f.project.plot}
    plots = {p.number: p for p in land.land_of(ctx, Month.of(today)).plots if p.number in wanted} if wanted else {}
    lines = tuple(
        vm.ProjectLine(
            file, admit(file.project.figures, standards), projects.opinions_of(ctx, file), today, plots.get(file.project.plot)
        )
        for file in files
    )
    schemes, fault = _schemes(ctx)
    levels, rows = assess.levels(ctx, today), []
    for done in assess.assessments(ctx):
        proposed = {p.subject: f"{p.kind}：{p.reason}" for p in done.proposals}
        for score in done.scores:
            level = levels.get(score.subject, "")
            record = done.record
            rows.append(vm.ScoreRow(record.id, done.scheme.title, record.on, score, level, proposed.get(score.subject, "")))
    return vm.AdmissionView(
        today,
        lines,
        standards,
        tuple(rows),
        tuple(vm.NoticeRow(n, notice, today) for n, notice in assess.exit_list(ctx)),
        tuple(vm.TaskRow(task, today) for task in meetings.tasks(ctx)),
        tuple((body.name, body.sitting(today)) for body in meetings.bodies(ctx)),
        projects.funds_in_use(ctx),
        tuple(ctx.catalogue.parks),
        tuple(ctx.catalogue.industries),
        schemes,
        str(ctx.paths.rules / "assessment"),
        fault,
    )


def _schemes(ctx: AppContext) -> tuple[tuple[tuple[str, str], ...], str]:
    """(key, title with its subject) of the office's schemes, or why one of them cannot be read."""
    from zgc_desktop.services import assess

    try:
        return tuple((s.key, f"{s.title}（{s.subject}）") for _, s in assess.schemes(ctx)), ""
    except Refused as why:
        return (), why.sentence


def day(text: str, what: str) -> date:
    """The day a field holds; Refused where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"{what}“{text}”不是日期", advice="请写成 2026-10-08 的样式") from None


def _number(text: str, what: str, scale: int) -> int | None:
    """A field's number times ``scale``, whole; None where it is empty; Refused for what is no number or too fine."""
    if not text:
        return None
    try:
        value = Decimal(text.replace(",", "").rstrip("%")) * scale
    except InvalidOperation:
        raise Refused(f"{what}“{text}”不是数字") from None
    if not value.is_finite() or value != int(value):
        raise Refused(f"{what}“{text}”的小数位太多")
    return int(value)


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("，", "、").replace(",", "、").split("、") if part.strip())


def apply_for(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Enter a project from the fields of the dialog."""
    from zgc_desktop.domain.review.projects import Project
    from zgc_desktop.services.projects import apply_for as service

    def amount(key: str, what: str) -> int | None:
        return to_fen(Decimal(given[key].replace(",", "")), "万元") if _number(given[key], what, UNIT_FEN["万元"]) else None

    return service(
        ctx,
        Project(
            "",
            given["name"],
            given["park"],
            day(given["on"], "申报日期"),
            given["code"],
            given["cluster"],
            given["industry"],
            amount("fixed", "固定资产投资"),
            amount("total", "总投资"),
            to_area(given["area"], "公顷") if given["area"] else None,
            amount("output", "预计年产出"),
            _number(given["people"], "从业人员", 1),
            _number(given["research"], "研发投入强度", 100),
            given["energy"].replace("未填", ""),
            given["environment"].replace("未填", ""),
            given["major"] == "是",
            given["plot"],
            given["source"],
        ),
    )


def advance(ctx: AppContext, number: str, given: Answers) -> ChangeSummary:
    """Move a project on."""
    from zgc_desktop.services.projects import advance as service

    on = day(given["on"], "日期")
    return service(ctx, number, given["state"], on, paper=given["paper"], reason=given["reason"])


def ask(ctx: AppContext, number: str, given: Answers) -> ChangeSummary:
    """Ask bodies for their opinions."""
    from zgc_desktop.services.projects import ask as service

    return service(ctx, number, _names(given["bodies"]), day(given["on"], "征求日期"), day(given["due"], "反馈期限"))


def opine(ctx: AppContext, number: str, given: Answers) -> ChangeSummary:
    """Record a body's opinion."""
    from zgc_desktop.services.projects import give_opinion

    return give_opinion(ctx, number, given["body"], day(given["on"], "日期"), given["answer"], given["text"])


def decide(ctx: AppContext, number: str, given: Answers) -> ChangeSummary:
    """Record a joint meeting with its decision and conditions (one a line: 内容|责任单位|环节|期限)."""
    from zgc_desktop.domain.review.commitments import Condition
    from zgc_desktop.services.projects import MeetingHeld
    from zgc_desktop.services.projects import decide as service

    conditions = []
    for line in _conditions(given["conditions"]):
        parts = [p.strip() for p in line.split("|")]
        if len(parts) not in (3, 4):
            raise Refused(f"条件“{line}”写法不对", advice="写成 内容|责任单位|环节，需要期限时再加 |2026-12-31；多项用分号隔开")
        conditions.append(Condition(parts[0], parts[1], parts[2], day(parts[3], "条件期限") if len(parts) == 4 else None))
    held = MeetingHeld(
        given["body"],
        day(given["on"], "会审日期"),
        _names(given["present"]),
        _number(given["for"], "赞成票", 1) or 0,
        _number(given["against"], "反对票", 1) or 0,
        given["decision"],
        given["minutes"],
        _names(given["recused"]),
        tuple(conditions),
    )
    return service(ctx, number, held)


def _conditions(text: str) -> list[str]:
    return [line.strip() for line in text.replace("；", ";").split(";") if line.strip()]


def strike(ctx: AppContext, number: str, given: Answers) -> ChangeSummary:
    """Strike off a condition, chosen as 编号 内容."""
    from zgc_desktop.services.projects import strike_off

    chosen = int(given["condition"].split(" ", 1)[0])
    return strike_off(ctx, number, chosen, day(given["on"], "销号日期"), given["evidence"])


def promise(ctx: AppContext, number: str, given: Answers) -> ChangeSummary:
    """Register a promise."""
    from zgc_desktop.domain.review.commitments import Promise
    from zgc_desktop.services.projects import promise as service

    value = _number(given["value"], "承诺值", 100) or 0
    return service(ctx, number, Promise(given["measure"], given["unit"], value, day(given["due"], "期限")))


def found(ctx: AppContext, number: str, given: Answers) -> ChangeSummary:
    """Record what was found of a promise, chosen as 编号 指标."""
    from zgc_desktop.services.projects import found as service

    value = _number(given["value"], "核实值", 100)
    if value is None:
        raise Refused("没有填核实值", advice="没有数据请不要登记；未考核不等于零")
    chosen = int(given["promise"].split(" ", 1)[0])
    return service(ctx, number, chosen, value, day(given["on"], "考核日期"), given["source"])


def standard_of(given: Answers) -> Standard:
    """The standard the dialog describes; a threshold left empty is 未定."""
    from zgc_desktop.domain.admission.standards import GATES, MEASURES, Standard
    from zgc_desktop.domain.rulebook import Citation

    words = {title: key for key, title in GATES.items()}
    thresholds = []
    for measure, (title, unit) in MEASURES.items():
        value = _number(given[measure], title, 100 if unit == "%" else UNIT_FEN["万元"])
        if value is not None:
            thresholds.append((measure, value))
    return Standard(
        given["park"].replace("各分园", ""),
        given["industry"].replace("各产业", ""),
        day(given["from"], "生效日"),
        day(given["to"], "失效日") if given["to"] else None,
        tuple(thresholds),
        tuple(words[name] for name in _names(given["gates"]) if name in words),
        Citation(given["title"], number=given["number"], clause=given["clause"]),
    )


def register_standard(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Register a version of a standard."""
    from zgc_desktop.services.admission import register_standard as service

    return service(ctx, standard_of(given))


def try_standard(ctx: AppContext, given: Answers) -> str:
    """What a standard would have done to past projects, in words; nothing is written."""
    from zgc_desktop.services.admission import try_standard as service

    count, turned = service(ctx, standard_of(given))
    head = f"范围内以往项目 {count} 个，结论会改变 {len(turned)} 个"
    return "\n".join([head, *(f"{c.name}：{c.before.conclusion} → {c.after.conclusion}" for c in turned)])


def end_standard(ctx: AppContext, number: int, given: Answers) -> ChangeSummary:
    """Give a standard its last day."""
    from zgc_desktop.services.admission import end_standard as service

    return service(ctx, number, day(given["to"], "失效日"))


def level(ctx: AppContext, subject: str, assessment: int, given: Answers) -> ChangeSummary:
    """Decide on a subject's policy-area level."""
    from zgc_desktop.domain.assessment.levels import LevelDecision
    from zgc_desktop.services.assess import decide_level

    new = given["level"].replace("退出政策区", "")
    made = LevelDecision(subject, given["decision"], new, day(given["from"], "生效日"), given["reason"], ctx.who)
    return decide_level(ctx, made, assessment)


def notice(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Put something on the exit list."""
    from zgc_desktop.domain.assessment.levels import ExitNotice
    from zgc_desktop.services.assess import give_notice

    on, mend = day(given["on"], "告知日期"), day(given["mend"], "整改期限")
    return give_notice(ctx, ExitNotice(given["subject"], given["reason"], on, mend, paper=given["paper"]))


def end_notice(ctx: AppContext, number: int, given: Answers) -> ChangeSummary:
    """Record how an exit notice ended."""
    from zgc_desktop.services.assess import end_notice as service

    return service(ctx, number, given["result"], day(given["on"], "办结日期"))


def add_task(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Register a task."""
    from zgc_desktop.domain.coordination import Task
    from zgc_desktop.services.meetings import add_task as service

    due = day(given["due"], "时限") if given["due"] else None
    return service(ctx, Task(given["text"], given["owner"], due, given["origin"]))


def finish_task(ctx: AppContext, number: int, given: Answers) -> ChangeSummary:
    """Record that a task is done."""
    from zgc_desktop.services.meetings import finish_task as service

    return service(ctx, number, day(given["on"], "办结日期"), given["result"])
