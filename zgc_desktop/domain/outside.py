"""Moves over the city's border (与外省市迁移): cases whose other side sits in no ledger of this office.

The other side cannot be asked to act here: what it said is a paper the office holds. Nothing is divided between districts;
a trial is worked out only where a cited rule for such moves is named for the case. No state is a consent or a veto
(公平竞争审查条例): silence of the other side stops nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from zgc_desktop.domain import credit_code as codes
from zgc_desktop.domain.case_events import SILENT
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.moves import KINDS
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.sharing import case as sharing
from zgc_desktop.domain.sharing.rule import SharingRule
from zgc_desktop.domain.sharing.run import CaseRun, run_case
from zgc_desktop.domain.sharing.schedule import last_base_year, period_of

NUMBERED: Final = "WS-"
"""How the numbers of such cases begin."""
OUT, INTO, BASE = "迁出本市", "迁入本市", "在外设基地"
DIRECTIONS: Final = (OUT, INTO, BASE)
REGIONS: Final = ("天津", "河北", "其他")
NATURES: Final = ("政府主导", "市场行为", "疏解", "项目落地", "成果转化落地")
RULE_REGIONS: Final[Mapping[str, tuple[str, ...]]] = {"jjj-2015": ("天津", "河北")}
"""Places a rule is written for: 财预〔2015〕92号 binds 北京, 天津 and 河北 only. A rule not named here says so itself."""


class OutsideState(StrEnum):
    """States of such a case, in order; 撤回 ends one that has not landed."""

    OPEN = "已登记"
    ANSWERED = "对方已答复"
    CITY = "市级统筹"
    UNDER_WAY = "办理中"
    LANDED = "已落地"
    CLOSED = "办结"
    WITHDRAWN = "撤回"


ON_THE_WAY: Final = (OutsideState.OPEN, OutsideState.ANSWERED, OutsideState.CITY, OutsideState.UNDER_WAY)
ENDED: Final = (OutsideState.CLOSED, OutsideState.WITHDRAWN)
ANSWERS: Final = ("知悉", "可接收", "同意衔接", "有条件", "对事实有异议")
"""What a paper of the other side can say; none of them stops the company."""
STEP, ANSWER, PAPER = "推进", "对方答复", "材料"
NOT_DIVIDED = "没有依据的分享办法，不计算分享"
NOT_BOOKED = "只是试算，不进区际结算"
BASE_YEAR, AFTER = "基数", "迁后"
FIGURES: Final = (BASE_YEAR, AFTER)


@dataclass(frozen=True, slots=True)
class OutsideStep:
    """One thing on file of a case: a state it came to, an answer of the other side, or a paper kept; each with its evidence."""

    kind: str
    state: str
    on: date
    paper: str
    text: str = ""
    sha256: str = ""
    person: str = ""
    recorded_at: str = ""


@dataclass(frozen=True, slots=True)
class OutsideFigure:
    """Local tax of one period: a base year before the move (基数), or what the receiving side collected since (迁后)."""

    kind: str
    period: str
    amount_fen: Fen
    source: str


@dataclass(frozen=True, slots=True)
class OutsideCase:
    """A case with a party outside the city. ``name`` and ``credit_code`` as on the company's papers."""

    number: str
    direction: str
    credit_code: str
    name: str
    park: str
    place: str
    region: str
    opened_on: date
    source: str
    nature: str = ""
    kind: str = ""
    base: str = ""
    """The base built together (共建基地), where it is one."""
    registered_on: date | None = None
    at_capacity_on: date | None = None
    rule: str = ""
    """Key of the cited rule it shares by; empty = nothing is divided."""
    rule_paper: str = ""
    note: str = ""
    id: int = 0
    steps: tuple[OutsideStep, ...] = ()
    figures: tuple[OutsideFigure, ...] = ()

    @property
    def state(self) -> OutsideState:
        """The state it came to last."""
        return next((OutsideState(s.state) for s in reversed(self.steps) if s.kind != PAPER), OutsideState.OPEN)

    @property
    def landed_on(self) -> date | None:
        """The day its landing is dated, None before."""
        landed = any(s.state == OutsideState.LANDED and s.kind == STEP for s in self.steps)
        return self.registered_on if landed else None

    @property
    def ended_on(self) -> date | None:
        """The day it was closed or withdrawn."""
        return self.steps[-1].on if self.steps and self.state in ENDED else None

    @property
    def sides(self) -> tuple[str, str]:
        """(from, to) as read: a park and a place."""
        return (self.place, self.park) if self.direction == INTO else (self.park, self.place)

    @property
    def route(self) -> str:
        """``海淀园 → 河北雄安新区``; a base is ``海淀园 · 天津宝坻``."""
        return f"{self.park} · {self.place}" if self.direction == BASE else " → ".join(self.sides)

    @property
    def answers(self) -> tuple[OutsideStep, ...]:
        """What the other side said, oldest first."""
        return tuple(s for s in self.steps if s.kind == ANSWER)

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing before it can land."""
        wanted = [("性质", self.nature), ("变更登记日" if self.direction != BASE else "设立日", self.registered_on)]
        if self.direction != BASE:
            wanted.insert(1, ("方式", self.kind))
        return tuple(word for word, there in wanted if not there)


def check_case(case: OutsideCase, parks: Iterable[str], districts: Iterable[str], today: date) -> None:
    """Refused, naming what is wrong, unless the case can be opened or described like this."""
    where = case.number or case.name
    for word, value, known in (
        ("方向", case.direction, DIRECTIONS),
        ("区域", case.region, REGIONS),
        ("性质", case.nature or NATURES[0], NATURES),
        ("方式", case.kind or KINDS[0], KINDS),
        ("分园", case.park, tuple(parks)),
    ):
        if value not in known:
            raise Refused(f"没有“{value}”这种{word}", where=where, advice=f"可用：{'、'.join(known)}")
    if codes.fault(case.credit_code) in ("length", "alphabet"):
        raise Refused(f"“{case.credit_code}”不是统一社会信用代码", where=where, advice="请核对 18 位代码")
    for word, text in (("企业名称", case.name), ("外省市一方", case.place), ("立案依据", case.source)):
        if not text.strip():
            raise Refused(f"没有写明{word}", where=where)
    if case.place in (*parks, *districts):
        raise Refused(f"{case.place}在本市", where=where, advice="市内迁移请用 zgc case open 立案")
    if case.opened_on > today:
        raise Refused(f"立案日 {case.opened_on} 在将来", where=where, advice="请核对日期")
    if case.registered_on and case.at_capacity_on and case.at_capacity_on < case.registered_on and case.kind != "部分":
        why = f"达产日 {case.at_capacity_on}，变更登记日 {case.registered_on}"
        raise Refused("达产日早于变更登记日", where=where, why=why, advice="请核对日期")


def check_step(case: OutsideCase, step: OutsideStep, today: date) -> None:
    """Refused unless the step follows from what is on file: forward only, each with its paper and day."""
    where = f"{case.number} {case.name}"
    if not step.paper.strip():
        raise Refused(f"{step.kind}没有写明依据文书", where=where, advice="如 企业函、对方复函、变更登记通知书")
    if step.on > today:
        raise Refused(f"日期 {step.on} 在将来", where=where, advice="请在发生之后登记")
    if step.kind == PAPER:
        return
    # A paper of the other side may come in later than its day; what this office did goes forward.
    moved = [s.on for s in case.steps if s.kind == STEP] if step.kind == STEP else []
    before = max((case.opened_on, *moved))
    if step.on < before:
        raise Refused(f"日期 {step.on} 早于前一步（{before}）", where=where, advice="请核对日期")
    if case.state in ENDED:
        raise Refused(f"案件已{case.state.value}，不再改动", where=where)
    if step.kind == ANSWER:
        _check_answer(where, step)
    else:
        _check_forward(case, OutsideState(step.state), step, where)


def _check_answer(where: str, step: OutsideStep) -> None:
    answer, _, reason = step.text.partition("：")
    if answer not in ANSWERS:
        why = "迁移本身不设同意或否决" if any(w in answer for w in ("不同意", "否决", "拒绝")) else ""
        raise Refused(f"没有“{answer}”这种答复", where=where, why=why, advice=f"可用：{'、'.join(ANSWERS)}")
    if answer in ("有条件", "对事实有异议") and not reason:
        raise Refused(f"“{answer}”须写明内容", where=where, advice="请用一句话说明，便于协调")


def _check_forward(case: OutsideCase, to: OutsideState, step: OutsideStep, where: str) -> None:
    at = case.state
    if to is OutsideState.WITHDRAWN:
        if at not in ON_THE_WAY:
            raise Refused(f"案件{at.value}，不能撤回", where=where)
        if not step.text:
            raise Refused("撤回须写明理由", where=where, advice="如 企业放弃迁移")
        return
    if to is OutsideState.ANSWERED:
        raise Refused("对方答复由其来文登记，不能代填", where=where, advice="请登记对方答复和来文")
    order = list(OutsideState)
    if order.index(to) <= order.index(at):
        raise Refused(f"案件不能从{at.value}改为{to.value}", where=where, advice="案件不倒退；放弃的请撤回")
    if to is OutsideState.LANDED:
        if at is not OutsideState.UNDER_WAY:
            raise Refused(f"案件现为{at.value}，不能直接落地", where=where, advice="请先转办理中")
        if case.missing:
            raise Refused(f"案件还缺{'、'.join(case.missing)}，不能落地", where=where, advice="请先补充案情")
        if case.registered_on is not None and case.registered_on > step.on:
            raise Refused(f"变更登记日 {case.registered_on} 晚于落地登记日 {step.on}", where=where, advice="请核对日期")
    if to is OutsideState.CLOSED and at is not OutsideState.LANDED:
        raise Refused(f"案件现为{at.value}，落地后才能办结", where=where, advice="放弃的请撤回")


def check_figure(case: OutsideCase, figure: OutsideFigure) -> None:
    """Refused unless the figure has a kind, a readable period on its side of the move, and a source."""
    where = f"{case.number} {figure.kind} {figure.period}"
    if figure.kind not in FIGURES:
        raise Refused(f"没有“{figure.kind}”这种税收数", where=where, advice=f"可用：{'、'.join(FIGURES)}")
    if not figure.source.strip():
        raise Refused("没有注明来源", where=where, advice="请写明税务证明或对方财政来函")
    try:
        period = period_of(figure.period)
    except ValueError:
        raise Refused(f"“{figure.period}”不是期间", where=where, advice="写成 2025、2027-Q1 或 2027-03") from None
    if figure.kind == BASE_YEAR and period.months != 12:
        raise Refused("基数按整年登记", where=where, advice="写成 2025")
    if figure.kind == BASE_YEAR and figure.amount_fen < 0:
        raise Refused("基数为负", where=where, why="基数按净入库数，退库多于缴纳时须先核实并商定")
    if case.registered_on is None:
        return
    if figure.kind == BASE_YEAR and period.first_day.year > last_base_year(case.registered_on):
        raise Refused(f"{figure.period} 年不在迁移（{case.registered_on}）之前", where=where, advice="请核对年份")
    if figure.kind == AFTER and period.last_day < case.registered_on:
        raise Refused(f"{figure.period} 在迁移（{case.registered_on}）之前", where=where, advice="迁前的数按基数登记")


def check_rule(case: OutsideCase, rule: SharingRule, paper: str) -> None:
    """Refused unless the rule is cited, in force on the day of the move, written for that place, and its paper is named."""
    where = f"{case.number} 分享办法"
    if case.direction == BASE:
        raise Refused("在外设基地不是迁移，不适用迁移的分享办法", where=where, advice="共建分享比例请登记在组团标签")
    if rule.document is None:
        raise Refused(f"“{rule.title}”没有出处，不能用于外省市案件", where=where)
    places = RULE_REGIONS.get(rule.key)
    if places is not None and case.region not in places:
        raise Refused(f"{rule.document.short}只适用于{'、'.join(places)}", where=where, why=f"本案区域为{case.region}")
    if case.registered_on is not None and not rule.in_force(case.registered_on):
        raise Refused(f"“{rule.title}”在 {case.registered_on} 不在有效期内", where=where)
    if not paper.strip():
        raise Refused("没有写明适用的依据", where=where, advice="如 两地财政共同确认的名单、协议文号")


def trial(case: OutsideCase, rule: SharingRule, ours: str) -> CaseRun:
    """The case worked out under its rule between ``ours`` (our district) and the place; booked nowhere.

    Refused where the rule or its days are missing. Source: the rule named in ``case.rule``.
    """
    if case.registered_on is None:
        raise Refused("还没有变更登记日，不能试算", where=case.number, advice="请先补充案情")
    sides = (case.place, ours) if case.direction == INTO else (ours, case.place)
    move = sharing.Move(*sides, case.nature, case.registered_on, case.at_capacity_on)
    return run_case(
        rule,
        sharing.Case(
            moves=(move,),
            base=tuple(
                sharing.BaseYear(int(f.period), f.amount_fen, source=f.source) for f in case.figures if f.kind == BASE_YEAR
            ),
            tax=tuple(
                sharing.TaxLine(period_of(f.period), f.amount_fen, source=f.source) for f in case.figures if f.kind == AFTER
            ),
            name=case.number,
            file=case.number,
        ),
    )


def of_year(cases: Iterable[OutsideCase], until: date) -> tuple[OutsideCase, ...]:
    """The cases that were open on some day from the year's first to ``until``."""
    first = date(until.year, 1, 1)
    return tuple(c for c in cases if c.opened_on <= until and (c.ended_on is None or c.ended_on >= first))


@dataclass(frozen=True, slots=True)
class OutsideItem:
    """A case as the desk sees it today: until when the other side may answer, and where the company was reported last."""

    case: OutsideCase
    due: date
    silent: bool
    """The day has passed without an answer: 未答复, which stops nothing."""
    reported: tuple[Month, str] | None
    """(newest month the company counts in, park); None where no park ever reported it."""
    cited: str
    """The clause of the rule named for it; empty = nothing is divided."""

    @property
    def sharing(self) -> str:
        """Whether and by which rule it shares, in words."""
        return f"适用{self.cited}（{self.case.rule_paper}），{NOT_BOOKED}" if self.cited else NOT_DIVIDED

    @property
    def answer(self) -> str:
        """What the other side said last, 未答复, or 待答复."""
        if self.case.answers:
            return self.case.answers[-1].text
        return SILENT if self.silent else "待答复"

    @property
    def notice(self) -> str:
        """What does not fit between the case and the parks' files, as one sentence; empty where all does."""
        landed, case = self.case.landed_on, self.case
        if landed is None or self.reported is None or case.kind == "部分":
            return ""
        month, park = self.reported
        if case.direction == OUT and month > Month.of(landed):
            return f"{landed} 已迁出，{park} {month} 仍在报送，请核实"
        return ""


@dataclass(frozen=True, slots=True)
class Flows:
    """Landed moves over the border in a year: (zone or park, region) -> cases out and in, and bases set up."""

    out: tuple[tuple[str, str, int], ...]
    into: tuple[tuple[str, str, int], ...]
    bases: tuple[tuple[str, str, int], ...]

    @property
    def net(self) -> int:
        """Companies that came, less those that left."""
        return sum(n for *_, n in self.into) - sum(n for *_, n in self.out)


def flows(cases: Iterable[OutsideCase], until: date, zone_of: Mapping[str, str] | None = None) -> Flows:
    """Cases landed from the year's first day to ``until``, by park (or the zone of it) and region."""
    counts: dict[str, Counter[tuple[str, str]]] = {d: Counter() for d in DIRECTIONS}
    for case in cases:
        day = case.landed_on
        if day is not None and date(until.year, 1, 1) <= day <= until:
            counts[case.direction][(zone_of or {}).get(case.park, case.park), case.region] += 1
    told = {d: tuple((a, b, n) for (a, b), n in sorted(found.items())) for d, found in counts.items()}
    return Flows(told[OUT], told[INTO], told[BASE])
