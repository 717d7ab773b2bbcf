"""How 准入联审 reads: projects with what they wait for, standards, scores, the exit list and tasks, each as lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.admission.criteria import FAILED, MET, PASSED, UNMET, Admission, printed
from zgc_desktop.domain.admission.standards import (
    GATES,
    HEAD_OUTPUT,
    INVESTMENT,
    LAND_OUTPUT,
    MEASURES,
    RESEARCH,
    Standard,
)
from zgc_desktop.domain.areas import print_area
from zgc_desktop.domain.assessment.levels import ExitNotice
from zgc_desktop.domain.assessment.scoring import Score, print_score
from zgc_desktop.domain.coordination import Task
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.money import Fen, wan
from zgc_desktop.domain.review.commitments import GREEN, RED, Fund, light
from zgc_desktop.domain.review.opinions import SILENT, Standing
from zgc_desktop.domain.review.projects import ProjectFile
from zgc_desktop.domain.review.steps import (
    CHECKED,
    EXITED,
    MEETING,
    OPINIONS,
    REJECTED,
    SUPPLEMENT,
    WAYS,
    WITHDRAWN,
)
from zgc_desktop.viewmodels.columns import Column, Mark

CONCLUSION_MARKS: Final[dict[str, Mark]] = {PASSED: "pass", FAILED: "error"}
LINE_MARKS: Final[dict[str, Mark]] = {MET: "pass", UNMET: "error"}
LIGHT_MARKS: Final[dict[str, Mark]] = {RED: "error", GREEN: "pass"}


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """One project with its test, where the asked bodies stand, and the day it is looked at."""

    file: ProjectFile
    admission: Admission
    standing: tuple[Standing, ...]
    today: date
    plot: Plot | None = None
    """The plot it wants or that is reserved for it, as registered; None where none is."""

    @property
    def key(self) -> str:
        """What it is found by."""
        return self.file.project.number

    @property
    def plot_said(self) -> str:
        """Its plot in words: state, area and reason as registered; '' where it names none."""
        number, p = self.file.project.plot, self.plot
        if not number:
            return "未定地块" if self.file.project.major else ""
        if p is None:
            return f"地块 {number} 未登记"
        facts = (p.state or "状态未报", f"{print_area(p.area, places=4)} 公顷", p.reserve_reason)
        return f"地块 {number}（{'，'.join(f for f in facts if f)}）"

    @property
    def open_conditions(self) -> int:
        """Conditions not struck off yet."""
        return sum(1 for c in self.file.conditions if c.done_on is None)

    @property
    def ways(self) -> tuple[str, ...]:
        """Where it may go from here without a meeting."""
        return () if self.file.state == MEETING else WAYS[self.file.state]

    @property
    def waits(self) -> str:
        """What it waits for, in a few words."""
        state = self.file.state
        if state == OPINIONS:
            open_ = [s for s in self.standing if s.answer == "待反馈"]
            if open_:
                return f"待 {len(open_)} 家反馈，{min(s.due for s in open_)} 前"
            return "可以上会" if self.standing else "待征求部门意见"
        if self.open_conditions:
            return f"{self.open_conditions} 项条件未销号"
        ends = {WITHDRAWN: "已撤回", REJECTED: "未通过", EXITED: "已退出", CHECKED: "待续约、整改或退出", MEETING: "待会审结论"}
        return ends.get(state) or f"可到{'、'.join(WAYS[state])}"


PROJECT_COLUMNS: Final[tuple[Column[ProjectLine], ...]] = (
    Column("number", "编号", lambda x: x.file.project.number, "code", 110),
    Column("name", "项目", lambda x: x.file.project.name, least=200),
    Column("park", "分园", lambda x: x.file.project.park, width=84, facet=True),
    Column("industry", "产业", lambda x: x.file.project.industry or None, width=120, facet=True),
    Column(
        "admission", "准入", lambda x: x.admission.conclusion, "badge", 84, facet=True,
        mark=lambda x: CONCLUSION_MARKS.get(x.admission.conclusion, "warn"),
    ),
    Column("state", "状态", lambda x: x.file.state, width=96, facet=True),
    Column("round", "轮次", lambda x: x.file.round, "number", 60),
    Column("waits", "等什么", lambda x: x.waits, width=190),
    Column("plot", "地块", lambda x: x.file.project.plot or None, width=96, tip=lambda x: x.plot_said),
    Column("major", "市级统筹", lambda x: "是" if x.file.project.major else None, width=84, facet=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of what happened to a project or of what it owes."""

    key: str
    on: date | None
    kind: str
    who: str
    text: str
    mark: Mark = ""
    state: str = ""


HISTORY_COLUMNS: Final[tuple[Column[HistoryLine], ...]] = (
    Column("on", "日期", lambda x: x.on, "date", 98),
    Column("kind", "事项", lambda x: x.kind, width=64, facet=True),
    Column("who", "单位", lambda x: x.who or None, width=110),
    Column("text", "内容", lambda x: x.text, least=116),
    Column("state", "状态", lambda x: x.state or None, "badge", 186, mark=lambda x: x.mark),
)


def history(line: ProjectLine) -> tuple[HistoryLine, ...]:
    """Everything recorded on a project by day: steps, opinions, meetings, conditions, promises, grants."""
    file, found = line.file, []
    for n, s in enumerate(file.steps):
        found.append(
            HistoryLine(f"step{n}", s.on, "状态", s.person, "；".join(t for t in (s.paper, s.reason) if t), "tag", s.state)
        )
    for st in line.standing:
        mark: Mark = "warn" if st.answer in ("待反馈", SILENT) else "info"
        said = st.text or (f"第 {st.versions} 版" if st.versions > 1 else "已反馈" if st.versions else f"{st.due} 前反馈")
        found.append(HistoryLine(f"asked{st.body}", st.due, "意见", st.body, said, mark, st.answer))
    for n, m in enumerate(file.meetings):
        votes = f"到会 {len(m.present)} 人，赞成 {m.votes_for}、反对 {m.votes_against}；{m.minutes}".rstrip("；")
        found.append(HistoryLine(f"meeting{n}", m.on, "会审", m.body, votes, "info", m.decision))
    for c in file.conditions:
        done = f"已于 {c.done_on} 销号：{c.evidence}" if c.done_on else f"{c.before}前销号"
        shade = LIGHT_MARKS.get(light(c.due, c.done_on is not None, line.today), "warn")
        text = f"{c.text}（{done}）"
        found.append(HistoryLine(f"condition{c.id}", c.due, "条件", c.owner, text, shade, "已销号" if c.done_on else "未销号"))
    for p in file.promises:
        said = f"{p.measure} {_two(p.promised)}{p.unit}" + ("" if p.found is None else f"，核实 {_two(p.found)}{p.unit}")
        shade = "pass" if p.state == "达到" else "error" if p.state == "未达到" else "none"
        found.append(HistoryLine(f"promise{p.id}", p.due, "承诺", file.project.name, said, shade, p.state))
    for n, g in enumerate(file.grants):
        found.append(HistoryLine(f"grant{n}", g.on, "支持", g.fund, f"{wan(g.amount)} 万元"))
    return tuple(sorted(found, key=lambda x: (x.on is None, x.on or date.max)))


def _two(hundredths: int) -> str:
    return f"{hundredths // 100:,}.{hundredths % 100:02d}"


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion of a project's test."""

    title: str
    needed: str
    actual: str
    unit: str
    state: str
    reason: str


CRITERION_COLUMNS: Final[tuple[Column[CriterionRow], ...]] = (
    Column("title", "指标", lambda x: x.title, width=104),
    Column("needed", "标准", lambda x: x.needed or "未定", width=90, align_as="right"),
    Column("actual", "实际", lambda x: x.actual or None, width=90, align_as="right"),
    Column("unit", "单位", lambda x: x.unit or None, width=76),
    Column("state", "结论", lambda x: x.state, "badge", 84, mark=lambda x: LINE_MARKS.get(x.state, "warn")),
    Column("reason", "说明", lambda x: x.reason or None, least=120),
)


def criteria(line: ProjectLine) -> tuple[CriterionRow, ...]:
    """The lines of a project's test."""
    return tuple(CriterionRow(x.title, x.needed, x.actual, x.unit, x.state, x.reason) for x in line.admission.lines)


def _threshold(standard: Standard, measure: str) -> str:
    value = standard.threshold(measure)
    return "未定" if value is None else printed(measure, value)


def _thresholds() -> tuple[Column[Standard], ...]:
    def column(measure: str) -> Column[Standard]:
        title, unit = MEASURES[measure]
        return Column(measure, title, lambda s: _threshold(s, measure), width=THRESHOLD_W[measure], unit=unit, align_as="right")

    return tuple(column(measure) for measure in MEASURES)


THRESHOLD_W: Final = dict.fromkeys((INVESTMENT, LAND_OUTPUT), 144) | dict.fromkeys((HEAD_OUTPUT, RESEARCH), 132)
STANDARD_COLUMNS: Final[tuple[Column[Standard], ...]] = (
    Column("id", "编号", lambda s: s.id, "number", 56),
    Column("scope", "范围", lambda s: s.scope, least=120),
    Column("from", "生效", lambda s: s.effective_from, "date", 92),
    Column("to", "失效", lambda s: s.effective_to, "date", 92),
    *_thresholds(),
    Column("gates", "关口", lambda s: "、".join(GATES[g] for g in s.gates) or None, least=100),
    Column("cited", "依据", lambda s: s.citation.short, least=130),
)


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One subject's score in one assessment, with what it proposes."""

    assessment: int
    scheme: str
    on: date
    score: Score
    level: str
    proposal: str

    @property
    def key(self) -> tuple[int, str]:
        """What it is found by."""
        return self.assessment, self.score.subject


SCORE_COLUMNS: Final[tuple[Column[ScoreRow], ...]] = (
    Column("scheme", "方案", lambda x: x.scheme, least=150, facet=True),
    Column("on", "日期", lambda x: x.on, "date", 100, facet=True),
    Column("rank", "名次", lambda x: x.score.rank, "number", 60),
    Column("subject", "对象", lambda x: x.score.subject, width=150),
    Column("total", "得分", lambda x: x.score.total, "number", 90, show=lambda x: x.score.printed),
    Column("level", "现层次", lambda x: x.level or None, width=130, facet=True),
    Column("proposal", "建议", lambda x: x.proposal or None, least=180),
    Column("missing", "未报指标", lambda x: "、".join(x.score.missing) or None, width=180),
)


@dataclass(frozen=True, slots=True)
class WorksheetRow:
    """One line of a score's worksheet."""

    key: str
    group: str
    title: str
    figure: str
    scaled: str
    weight: str
    points: str
    note: str


WORKSHEET_COLUMNS: Final[tuple[Column[WorksheetRow], ...]] = (
    Column("group", "组", lambda x: x.group, width=110),
    Column("title", "指标", lambda x: x.title, least=140),
    Column("figure", "实际", lambda x: x.figure or None, width=110, align_as="right"),
    Column("scaled", "标准化", lambda x: x.scaled or None, width=90, align_as="right"),
    Column("weight", "权重（%）", lambda x: x.weight, width=96, align_as="right"),
    Column("points", "得分", lambda x: x.points, width=84, align_as="right"),
    Column("note", "说明", lambda x: x.note or None, least=140),
)


def worksheet(score: Score) -> tuple[WorksheetRow, ...]:
    """A score's worksheet, each figure printed once rounded; the exact fractions stand in ``zgc assess sheet``."""
    return tuple(
        WorksheetRow(
            x.indicator.key,
            x.group,
            x.indicator.title + (f"（{x.indicator.unit}）" if x.indicator.unit else ""),
            "" if x.figure is None else print_score(x.figure),
            "" if x.scaled is None else print_score(x.scaled),
            print_score(100 * x.weight),
            print_score(x.points),
            x.note,
        )
        for x in score.lines
    )


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One exit notice by its number, as of a day."""

    id: int
    notice: ExitNotice
    today: date

    @property
    def mark(self) -> Mark:
        """红 past its term, done green, else a warning."""
        return LIGHT_MARKS.get(light(self.notice.mend_by, bool(self.notice.outcome), self.today), "warn")


NOTICE_COLUMNS: Final[tuple[Column[NoticeRow], ...]] = (
    Column("id", "编号", lambda x: x.id, "number", 60),
    Column("subject", "对象", lambda x: x.notice.subject, least=160),
    Column("given", "告知日", lambda x: x.notice.given_on, "date", 100),
    Column("mend", "整改期限", lambda x: x.notice.mend_by, "date", 100),
    Column("state", "状态", lambda x: x.notice.state(x.today), "badge", 160, mark=lambda x: x.mark),
    Column("reason", "理由", lambda x: x.notice.reason, least=200),
    Column("paper", "文书", lambda x: x.notice.paper, width=160),
)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task as of a day."""

    task: Task
    today: date


TASK_COLUMNS: Final[tuple[Column[TaskRow], ...]] = (
    Column(
        "light", "灯", lambda x: x.task.light(x.today), "badge", 64, facet=True,
        mark=lambda x: LIGHT_MARKS.get(x.task.light(x.today), "warn"),
    ),
    Column("text", "事项", lambda x: x.task.text, least=220),
    Column("owner", "责任单位", lambda x: x.task.owner, width=150, facet=True),
    Column("due", "时限", lambda x: x.task.due, "date", 100),
    Column("state", "落实情况", lambda x: x.task.sentence(x.today), least=200),
    Column("origin", "来源", lambda x: x.task.origin, width=200, facet=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FundRow:
    """One fund with what it has given so far and to whom."""

    fund: Fund
    given: Fen
    grants: tuple[GrantRow, ...]

    @property
    def left(self) -> Fen:
        """What may still be given."""
        return self.fund.limit - self.given

    @property
    def left_said(self) -> str:
        """The balance in words."""
        return f"{self.fund.name}余 {wan(self.left)} 万元"


@dataclass(frozen=True, slots=True)
class GrantRow:
    """One payment out of a fund, with what it left."""

    number: int
    on: date
    project: str
    amount: Fen
    left: Fen


FUND_COLUMNS: Final[tuple[Column[FundRow], ...]] = (
    Column("name", "资金", lambda x: x.fund.name, least=170),
    Column("years", "年度", lambda x: f"{x.fund.from_year}—{x.fund.to_year}", "code", 104),
    Column("limit", "限额", lambda x: x.fund.limit, "money", 136, unit="万元"),
    Column("given", "已用", lambda x: x.given, "money", 136, unit="万元"),
    Column("left", "余额", lambda x: x.left, "money", 136, unit="万元", bold=True),
    Column("bar", "使用", lambda x: Fraction(x.given, x.fund.limit), "bar", 120),
    Column("projects", "笔数", lambda x: len(x.grants), "number", 60),
    Column("source", "依据", lambda x: x.fund.source, width=240),
)

GRANT_COLUMNS: Final[tuple[Column[GrantRow], ...]] = (
    Column("on", "日期", lambda x: x.on, "date", 100),
    Column("project", "项目", lambda x: x.project, least=240),
    Column("amount", "金额", lambda x: x.amount, "money", 140, unit="万元"),
    Column("left", "支付后余额", lambda x: x.left, "money", 150, unit="万元"),
)


def fund_rows(funds: Sequence[tuple[Fund, Fen]], files: Sequence[ProjectFile]) -> tuple[FundRow, ...]:
    """Every fund with its payments by day and the balance each left."""
    found = []
    for fund, given in funds:
        own = sorted(
            ((g.on, f.label, g.amount) for f in files for g in f.grants if g.fund == fund.name), key=lambda x: (x[0], x[1])
        )
        left, grants = fund.limit, []
        for n, (on, project, amount) in enumerate(own):
            left -= amount
            grants.append(GrantRow(n, on, project, amount, left))
        found.append(FundRow(fund, given, tuple(grants)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class AdmissionView:
    """Everything the page shows, as of a day."""

    today: date
    projects: tuple[ProjectLine, ...]
    standards: tuple[Standard, ...]
    scores: tuple[ScoreRow, ...]
    notices: tuple[NoticeRow, ...]
    tasks: tuple[TaskRow, ...]
    bodies: tuple[tuple[str, tuple[str, ...]], ...]
    funds: tuple[tuple[Fund, int], ...]
    parks: tuple[str, ...]
    industries: tuple[str, ...]
    schemes: tuple[tuple[str, str], ...] = ()
    """(key, title with its subject) of the office's assessment schemes."""
    scheme_folder: str = ""
    scheme_fault: str = ""
    """Why the schemes cannot be used; '' where they can. What was scored before keeps its own scheme and stays in sight."""

    @property
    def fund_rows(self) -> tuple[FundRow, ...]:
        """The funds as rows."""
        return fund_rows(self.funds, [p.file for p in self.projects])


def summary(view: AdmissionView) -> str:
    """The page in a sentence: how many projects, how many wait, what is overdue."""
    late = sum(1 for t in view.tasks if t.task.light(t.today) == RED)
    open_ = sum(p.open_conditions for p in view.projects)
    under = sum(1 for p in view.projects if p.file.state in (OPINIONS, MEETING, SUPPLEMENT))
    parts = [f"项目 {len(view.projects)} 个", f"在审 {under} 个"]
    if open_:
        parts.append(f"未销号条件 {open_} 项")
    if late:
        parts.append(f"逾期任务 {late} 项")
    return "，".join(parts)
