"""The questions of 准入联审: for every act the few fields it needs, with what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zgc_desktop.domain.admission.standards import GATES, MEASURES
from zgc_desktop.domain.assessment.levels import DECISIONS, FOCUS, RESERVED, SMALL
from zgc_desktop.domain.review.opinions import ANSWERS
from zgc_desktop.domain.review.steps import DECISIONS as MEETING_DECISIONS
from zgc_desktop.domain.review.steps import NEEDS_REASON
from zgc_desktop.ui.pages.moves_ask import Answers, Field
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels import admission as vm

DATE_W = 130


@dataclass(frozen=True, slots=True)
class Question:
    """One dialog: the act, what follows from it, its fields, and what is missing beyond empty fields."""

    act: str
    consequence: str
    fields: tuple[Field | tuple[Field, ...], ...]
    check: Callable[[Answers], str] = lambda _answers: ""


def _day(key: str, title: str, value: str) -> Field:
    return Field(key, title, value, hint="2026-10-15", required=True, width=DATE_W)


def _line(key: str, title: str, hint: str = "", *, required: bool = False, value: str = "", width: int = 0) -> Field:
    return Field(key, title, value, hint=hint, required=required, width=width)


def _pick(key: str, title: str, choices: tuple[str, ...], value: str = "", width: int = 0) -> Field:
    return Field(key, title, value, choices=choices, width=width)


def new_project(view: vm.AdmissionView) -> Question:
    """项目申报."""
    gates = ("未填", "有", "无", "不需")
    return Question(
        tr("项目申报"),
        tr("登记后编号，按申报当日生效的准入标准测试。没有填的就是未知，不当作零。"),
        (
            _line("name", tr("项目名称"), required=True),
            (_pick("park", tr("分园"), view.parks, width=130), _line("cluster", tr("组团"), tr("不在组团则留空")),
             _pick("industry", tr("产业"), ("", *view.industries), width=170)),
            (_line("code", tr("企业信用代码"), tr("尚未设立则留空")), _day("on", tr("申报日期"), str(view.today))),
            (_line("fixed", tr("固定资产投资（万元）"), tr("厂房、设备、地价款")), _line("total", tr("总投资（万元）"))),
            (_line("area", tr("用地（公顷）")), _line("output", tr("预计年产出（万元）"))),
            (_line("people", tr("从业人员（人）")), _line("research", tr("研发投入强度（%）"))),
            (_pick("energy", tr("节能审查"), gates), _pick("environment", tr("环评"), gates),
             _pick("major", tr("市级统筹"), ("否", "是"))),
            (_line("plot", tr("意向地块编号")), _line("source", tr("来源"), tr("申报书、来文"), required=True)),
        ),
    )  # fmt: skip


def advance(line: vm.ProjectLine) -> Question:
    """推进到下一状态."""

    def check(given: Answers) -> str:
        if given["state"] in NEEDS_REASON and not given["reason"]:
            return tr("{state}须写明理由", state=given["state"])
        return ""

    return Question(
        tr("推进 {number}", number=line.key),
        tr("现为{state}。每一步都留痕，不能跳过；未销号的条件、未填的考核值会拦住下一步。", state=line.file.state),
        (
            (_pick("state", tr("进入"), line.ways, width=150), _day("on", tr("日期"), str(line.today))),
            _line("paper", tr("文书"), tr("受理单、协议、验收书")),
            _line("reason", tr("理由"), tr("补正、撤回、整改、退出须写明")),
        ),
        check,
    )


def ask(line: vm.ProjectLine) -> Question:
    """并联征求意见."""
    return Question(
        tr("征求部门意见 {number}", number=line.key),
        tr("各部门同时征求；过期没有反馈的记为“逾期未反馈，视为无意见”，逾期来的意见不再收入。"),
        (
            _line("bodies", tr("部门"), tr("用顿号隔开：区规划自然资源分局、区生态环境局"), required=True),
            (_day("on", tr("征求日期"), str(line.today)), _day("due", tr("反馈期限"), "")),
        ),
    )


def opinion(line: vm.ProjectLine) -> Question:
    """登记意见."""
    bodies = tuple(s.body for s in line.standing)
    return Question(
        tr("登记意见 {number}", number=line.key),
        tr("再次反馈记为新版本，旧版本保留。除同意外都要写明内容或理由。"),
        (
            (_pick("body", tr("部门"), bodies), _day("on", tr("反馈日期"), str(line.today))),
            _pick("answer", tr("意见"), ANSWERS),
            _line("text", tr("内容或理由")),
        ),
        lambda given: "" if given["answer"] == ANSWERS[0] or given["text"] else tr("还缺：内容或理由"),
    )


def decide(line: vm.ProjectLine, view: vm.AdmissionView) -> Question:
    """会审."""
    bodies = tuple(name for name, _ in view.bodies)
    members = "、".join(view.bodies[0][1]) if view.bodies else ""
    return Question(
        tr("会审 {number}", number=line.key),
        tr("到会人数不足、票数不支持结论的，不能作出决定。有条件通过须列出条件，逐项销号。"),
        (
            (_pick("body", tr("机构"), bodies), _day("on", tr("会审日期"), str(line.today))),
            _line("present", tr("到会成员"), tr("用顿号隔开"), required=True, value=members),
            _line("recused", tr("回避成员"), tr("没有则留空")),
            (_line("for", tr("赞成票"), required=True, width=90), _line("against", tr("反对票"), value="0", width=90),
             _pick("decision", tr("结论"), MEETING_DECISIONS)),
            _line("conditions", tr("条件"), tr("内容|责任单位|签约、开工、投产或达产考核前|期限；多项用分号隔开")),
            _line("minutes", tr("会议记录"), tr("补正和不通过须写明理由")),
        ),
    )  # fmt: skip


def strike(line: vm.ProjectLine) -> Question:
    """条件销号."""
    open_ = tuple(f"{c.id} {c.text}" for c in line.file.conditions if c.done_on is None)
    return Question(
        tr("条件销号 {number}", number=line.key),
        tr("逐项销号，附证明材料；销号后不能再改，撤销请用操作历史。"),
        (
            _pick("condition", tr("条件"), open_),
            (_day("on", tr("销号日期"), str(line.today)), _line("evidence", tr("证明材料"), required=True)),
        ),
    )


def promise(line: vm.ProjectLine) -> Question:
    """履约承诺."""
    return Question(
        tr("履约承诺 {number}", number=line.key),
        tr("签约前至少登记一项；达产考核时逐项核实。"),
        (
            (
                _line("measure", tr("指标"), tr("年产出、年税收、就业"), required=True),
                _line("unit", tr("单位"), value="万元", width=80),
            ),
            (_line("value", tr("承诺值"), required=True), _day("due", tr("期限"), "")),
        ),
    )


def found(line: vm.ProjectLine) -> Question:
    """核实承诺."""
    promises = tuple(f"{p.id} {p.measure}" for p in line.file.promises)
    return Question(
        tr("考核承诺 {number}", number=line.key),
        tr("登记核实的数值和来源。没有数据不要登记：未考核不等于零。"),
        (
            _pick("promise", tr("承诺"), promises),
            (_line("value", tr("核实值"), required=True), _day("on", tr("考核日期"), str(line.today))),
            _line("source", tr("来源"), tr("审计报告、税务数据"), required=True),
        ),
    )


def new_standard(view: vm.AdmissionView, act: str, consequence: str) -> Question:
    """登记或试算一版准入标准."""
    measures = [_line(m, f"{title}（{unit}）", tr("未定则留空")) for m, (title, unit) in MEASURES.items()]
    return Question(
        act,
        consequence,
        (
            (_pick("park", tr("分园"), ("各分园", *view.parks)), _pick("industry", tr("产业"), ("各产业", *view.industries))),
            (_day("from", tr("生效日"), str(view.today)), _line("to", tr("失效日"), tr("未定则留空"), width=DATE_W)),
            (measures[0], measures[1]),
            (measures[2], measures[3]),
            _line("gates", tr("关口"), tr("用顿号隔开：{names}", names="、".join(GATES.values()))),
            _line("title", tr("发布文件"), required=True),
            (_line("number", tr("文号")), _line("clause", tr("条款"))),
        ),
    )


def end_standard(view: vm.AdmissionView, label: str) -> Question:
    """写上失效日."""
    said = tr("写上失效日后，次日起可登记同一范围的新标准；以往项目仍按申报当日的标准。")
    return Question(tr("失效 {label}", label=label), said, (_day("to", tr("失效日"), str(view.today)),))


def level(row: vm.ScoreRow, today: str) -> Question:
    """决定政策区层次."""
    return Question(
        tr("政策区层次 {subject}", subject=row.score.subject),
        tr("现为{now}。得分 {points}{said}。由人决定，自动不改。", now=row.level or tr("未划入"), points=row.score.printed,
           said=f"；{row.proposal}" if row.proposal else ""),
        (
            (_pick("decision", tr("决定"), DECISIONS),
             _pick("level", tr("决定后层次"), (FOCUS, RESERVED, SMALL, "退出政策区"), row.level)),
            (_day("from", tr("生效日"), today), _line("reason", tr("理由"), required=True)),
        ),
    )  # fmt: skip


def new_notice(today: str) -> Question:
    """列入退出名单."""
    return Question(
        tr("列入退出名单"),
        tr("告知理由和整改期限；期满未办结的在本页标红。"),
        (
            _line("subject", tr("项目或区域"), required=True),
            _line("reason", tr("理由"), required=True),
            _line("paper", tr("告知文书"), required=True),
            (_day("on", tr("告知日期"), today), _day("mend", tr("整改期限"), "")),
        ),
    )


def end_notice(subject: str, today: str) -> Question:
    """退出告知办结."""
    fields = (_line("result", tr("处理结果"), tr("整改合格、收回、转让"), required=True), _day("on", tr("办结日期"), today))
    return Question(tr("办结 {subject}", subject=subject), tr("写明处理结果；办结后不再计时。"), fields)


def new_task(today: str) -> Question:
    """登记任务."""
    return Question(
        tr("登记任务"),
        tr("有责任单位、有时限；办结前在本页按红黄绿跟踪。"),
        (
            _line("text", tr("事项"), required=True),
            (_line("owner", tr("责任单位"), required=True), _line("due", tr("时限"), "2026-12-31", width=DATE_W)),
            _line("origin", tr("来源"), tr("会议、规划条款、月报"), required=True, value=tr("{day} 登记", day=today)),
        ),
    )


def finish_task(text: str, today: str) -> Question:
    """任务办结."""
    fields = (_line("result", tr("落实情况"), required=True), _day("on", tr("办结日期"), today))
    return Question(tr("办结"), text, fields)
