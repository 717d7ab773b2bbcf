"""The one-page papers beside the monthly report as data: park feedback, case slip, meeting agenda, cluster card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zgc_desktop.domain.money import Fen, yuan
from zgc_desktop.domain.monthly import CaseLine, ClusterLine, LeadLine, MonthlyDocument, ReportingLine, SharingLine, StockLine
from zgc_desktop.domain.monthly_codes import short
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import Difference


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What every one-page paper says of itself: month, office, day, state and fingerprint of the report behind it."""

    month: Month
    office: str
    prepared_on: date
    state: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class FoundIssue:
    """One problem in a park's submission, at its cell."""

    level: str
    place: str
    company: str
    message: str


@dataclass(frozen=True, slots=True)
class ParkFeedback:
    """分园反馈单: what one park's month looks like from the city's desk, and what the park is asked to do."""

    head: PaperHead
    park: str
    party: str
    reporting: ReportingLine
    stock: StockLine
    issues: tuple[FoundIssue, ...]
    """Errors before warnings; the page names as many as fit and counts the rest."""
    cases: tuple[CaseLine, ...]
    sharing: tuple[SharingLine, ...]
    clusters: tuple[ClusterLine, ...]
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one side said of a case, or that it did not answer."""

    side: str
    party: str
    answer: str
    reason: str
    person: str
    day: date | None


@dataclass(frozen=True, slots=True)
class CaseSlip:
    """案卷回执: where a case stands, what each side said, and a place for each to sign."""

    head: PaperHead
    case_id: str
    facts: tuple[tuple[str, str], ...]
    base: tuple[tuple[int, Fen, str], ...]
    said: tuple[Said, ...]
    sharing: str
    lacking: str
    """What is missing before the case can land; empty when nothing is."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One question for the coordination meeting: kind, who it concerns, the facts, what is proposed."""

    kind: str
    parties: tuple[str, ...]
    facts: str
    proposal: str
    entry: int = 0
    """The number of a question put there by hand; 0 = the month puts it there by itself."""
    person: str = ""
    """Who put it there by hand."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """协调会题单: the questions only a meeting can decide, one line each, with room for the decision."""

    head: PaperHead
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class ClusterCard:
    """评估卡: one cluster of the plan: what was planned, who is there, how far it fits, what is missing."""

    head: PaperHead
    line: ClusterLine
    before: ClusterLine | None
    reported: bool
    positioning: str
    focus: str
    covers: str
    modes: tuple[str, ...]
    industries: tuple[tuple[str, int, bool], ...]
    """(industry, companies, planned here), most companies first."""
    gaps: tuple[str, ...]
    rank: tuple[int, int] | None
    """Place by focus share among the clusters that have one, and how many those are."""


def asked_of(doc: MonthlyDocument, park: str, reporting: ReportingLine) -> tuple[str, ...]:
    """What a park is asked to do after this month, from its own figures only."""
    said = []
    if not reporting.received:
        said.append("本月尚未报送，请按模板补报企业、税收两表。")
    elif reporting.received < reporting.expected:
        said.append(f"应报 {reporting.expected} 表，收到 {reporting.received} 表，请补报。")
    if reporting.errors:
        said.append(f"报送中有错误 {reporting.errors} 处，请按退回清单更正后重报。")
    for case in waiting_for(doc.cases, park):
        said.append(f"案件 {case.case_id}（{case.company}）待贵园答复，已办 {case.working_days} 个工作日。")
    for lead in open_doubles(doc.leads):
        if park in (lead.first_park, lead.second_park):
            other = lead.second_park if lead.first_park == park else lead.first_park
            said.append(f"{lead.company}与{other}同月主张，请说明注册地与实际经营地。")
    mine = {line.case_id for line in doc.cases if line.to_park == park}
    said += [f"案件 {x.split()[0]} 本月税收未报，请补报。" for x in doc.sharing.missing if x.split()[0] in mine]
    return tuple(said)


def waiting_for(cases: Sequence[CaseLine], park: str) -> list[CaseLine]:
    """Cases that wait for a park: it is the move-in side and the case waits for that side, or it is named."""
    return [c for c in cases if c.waiting_for == park or (c.waiting_for == "迁入方" and c.to_park == park)]


def open_doubles(leads: Sequence[LeadLine]) -> list[LeadLine]:
    """Double claims nobody has decided yet."""
    return [lead for lead in leads if lead.kind == "双重主张" and lead.state == "待判定"]


_DISPUTED = ("有条件", "对事实有异议")
"""Answers of a party outside the city that a meeting has to look at."""


def agenda_items(doc: MonthlyDocument) -> tuple[AgendaItem, ...]:
    """The questions of a month: double claims, cases before the city, also over its border, tax that blocks, parks missing."""
    items = [
        AgendaItem(
            "归属争议",
            (lead.first_park, lead.second_park),
            f"{lead.company}（{lead.credit_code}）由{lead.first_park}（{lead.first_place}）与"
            f"{lead.second_park}（{lead.second_place}）同月列报。",
            "请两园当场说明注册地、实际经营地和税务登记地，议定归属。",
        )
        for lead in open_doubles(doc.leads)
    ]
    items += [
        AgendaItem(
            "迁移案件",
            (c.from_park, c.to_park),
            f"案件 {c.case_id}，{c.company}，{c.from_park} → {c.to_park}，{c.nature}，立案 {c.opened_on}，"
            f"已办 {c.working_days} 个工作日，{c.state}。",
            "请议定是否进入分享及适用规则。",
        )
        for c in doc.cases
        if c.state == "市级统筹" or (c.landed_on is None and c.working_days > 20)
    ]
    items += [
        AgendaItem(
            "外省市迁移",
            (c.park, c.place),
            f"案件 {c.number}，{c.company}，{c.direction}，{c.park}与{c.place}，{c.nature or '性质未填'}，立案 {c.opened_on}，"
            f"{c.state}，对方：{c.answer}。",
            "请议定如何衔接；不影响企业迁移。",
        )
        for c in doc.outside
        if c.state == "市级统筹"
        or (c.landed_on is None and c.state != "撤回" and c.answer.startswith(("有条件", "对事实有异议")))
    ]
    items += [
        AgendaItem("结算缺项", (), f"{x} 本月税收未报，当月不能结算。", "请迁入园明确补报时间。") for x in doc.sharing.missing
    ]
    if late := [p for p, why in doc.missing if why == "未报"]:
        items.append(
            AgendaItem("报送", tuple(late), f"{'、'.join(late)}本月未报，全市合计不含上述分园。", "请说明原因与补报时间。")
        )
    return tuple(items)


def review_items(doc: MonthlyDocument) -> tuple[AgendaItem, ...]:
    """Projects that wait for a joint meeting's decision, and policy-area proposals nobody has decided on."""
    projects = doc.review.projects if doc.review else ()
    items = []
    for p in projects:
        if p.state == "会审":
            failed = "、".join(f"{m.title}{m.reason}" for m in p.measures if m.state == "未达到")
            tested = f"准入测试{p.conclusion}" + (f"（{failed}）" if failed else "")
            major = "，市级统筹重大项目" if p.major else ""
            facts = f"项目 {p.number} {p.name}，{p.park}{p.cluster}，{p.applied_on} 申报{major}，{tested}。"
            items.append(AgendaItem("项目联审", (p.park,), facts, "请会审议定通过、有条件通过、补正或不通过。"))
    for x in doc.levels:
        if not x.decided:
            facts = f"{x.subject}现为{x.level or '未划入政策区'}，{x.scheme}，{x.reason}。"
            items.append(AgendaItem("考核建议", (x.subject,), facts, f"请议定是否{x.proposal.removeprefix('建议')}。"))
    return tuple(items)


def difference_items(found: Sequence[Difference], month: Month) -> tuple[AgendaItem, ...]:
    """Settlement differences (对账差异) still open up to a month."""
    items = []
    for d in found:
        if not d.outcome and Month.parse(d.month) <= month:
            claimed = f"，主张 {yuan(d.claimed_fen)} 元" if d.claimed_fen is not None else ""
            facts = f"{d.month} 结算，{d.party}于 {d.day} 提出差异{claimed}：{d.reason}。"
            items.append(AgendaItem("对账差异", (d.party,), facts, "请双方当场核对，议定维持、更正或带差异锁定。"))
    return tuple(items)


def rank_of(clusters: Sequence[ClusterLine], name: str) -> tuple[int, int] | None:
    """A cluster's place by focus share among those that have one."""
    known = sorted((c.fit or Fraction(0) for c in clusters if c.fit is not None), reverse=True)
    mine = next((c.fit for c in clusters if c.cluster == name), None)
    return None if mine is None else (known.index(mine) + 1, len(known))


def park_named(parks: Sequence[str], text: str) -> str | None:
    """The park a text names: 昌平 is 昌平园."""
    return next((p for p in parks if text in (p, short(p))), None)
