"""How 梯队评审 reads: proposals, near misses, recognitions, standards, and the criteria behind each, one line a condition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeAlias

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import CONFIDENCE, Citation
from zgc_desktop.domain.tier_decisions import Decision, EvidenceRequest, LadderLine, TierDecision, TierOpinion
from zgc_desktop.domain.tier_review import EXPIRY_NOTICE_DAYS, NearMiss, Proposal, ProposalKind, Recognition
from zgc_desktop.domain.tiers import Criterion, Outcome, TierResult, TierStandard, criteria_of
from zgc_desktop.figures.ladder import Step
from zgc_desktop.viewmodels.columns import MISSING, Cell, Column, Mark
from zgc_desktop.viewmodels.ledger import short_park

WAITING: Final = "待市级"
Key: TypeAlias = tuple[str, str]
"""Credit code and tier."""

KIND_MARKS: Final[Mapping[ProposalKind, Mark]] = {
    ProposalKind.ENTER: "pass",
    ProposalKind.REEXAMINE: "warn",
    ProposalKind.LEAVE: "error",
}
OUTCOME_MARKS: Final[Mapping[Outcome, Mark]] = {
    Outcome.MET: "pass",
    Outcome.NOT_MET: "error",
    Outcome.UNDECIDABLE: "none",
}
DECISION_MARKS: Final[Mapping[Decision, Mark]] = {
    Decision.AGREE: "pass",
    Decision.DEFER: "warn",
    Decision.REFUSE: "error",
    Decision.EVIDENCE: "info",
}
DECISIONS: Final = (Decision.AGREE, Decision.DEFER, Decision.REFUSE, Decision.EVIDENCE)


@dataclass(frozen=True, slots=True)
class Company:
    """Who a line is about."""

    credit_code: str
    name: str
    park: str
    tiers: tuple[str, ...] = ()
    """The tiers it is recognised in now."""


@dataclass(frozen=True, slots=True)
class ProposalItem:
    """One proposal with what the park said and the city decided."""

    company: Company
    proposal: Proposal
    opinion: TierOpinion | None = None
    decision: TierDecision | None = None

    @property
    def key(self) -> Key:
        """What it is found by."""
        return self.company.credit_code, self.proposal.tier


@dataclass(frozen=True, slots=True)
class NearItem:
    """A company one short of a standard."""

    company: Company
    near: NearMiss

    @property
    def key(self) -> Key:
        """What it is found by."""
        return self.company.credit_code, self.near.result.standard.key


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """A recognised company that may leave its tier: what kind, why, what is missing to judge it, and the conditions."""

    company: Company
    tier: str
    kind: str
    why: str
    missing: tuple[str, ...]
    results: tuple[TierResult, ...] = ()

    @property
    def key(self) -> Key:
        """What it is found by."""
        return self.company.credit_code, self.tier


@dataclass(frozen=True, slots=True)
class HeldItem:
    """A recognition in the register, on a day, with what the standards of its tier say of the company's figures."""

    company: Company
    recognition: Recognition
    day: date
    results: tuple[TierResult, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What it is found by."""
        r = self.recognition
        return self.company.credit_code, r.tier, r.document, r.batch, r.recognised_on.isoformat()

    @property
    def state(self) -> tuple[Mark, str]:
        """有效, 即将届满 or 已届满."""
        end = self.recognition.valid_to
        if end is None or end > self.day + timedelta(days=EXPIRY_NOTICE_DAYS):
            return "pass", "有效"
        return ("warn", "即将届满") if end >= self.day else ("error", "已届满")


@dataclass(frozen=True, slots=True)
class StandardItem:
    """A standard in force, and how many companies it could not be decided for; None for those only compared with."""

    standard: TierStandard
    undecidable: int | None


@dataclass(frozen=True, slots=True)
class TiersView:
    """Everything the page shows of a month."""

    month: Month
    locked: bool
    examined: int | None
    """How many companies were reviewed; None = the review is still being worked out, and only the rest stands here."""
    proposals: tuple[ProposalItem, ...]
    held: tuple[HeldItem, ...]
    standards: tuple[StandardItem, ...]
    leaving: tuple[LeavingLine, ...] = ()
    ladder: tuple[LadderLine, ...] = ()
    order: str = ""
    """Where the order of the tiers is from."""
    asked: tuple[EvidenceRequest, ...] = ()
    """What the city asked the parks for in earlier months."""
    near: tuple[NearItem, ...] | None = None
    """Who is one short of a standard; None = not looked for yet."""
    no_revenue: tuple[Company, ...] = ()
    """Whose revenue of the last full year nobody reported."""

    @property
    def waiting(self) -> int:
        """Proposals nobody has decided on."""
        return sum(1 for p in self.proposals if p.decision is None)


def state_sentence(view: TiersView) -> str:
    """测算 504 家，建议 14 项，待市级 14 项."""
    if view.examined is None:
        return f"{view.month} 正在测算"
    if not view.examined:
        return f"{view.month} 没有可测算的企业"
    return f"{view.month} 测算 {view.examined:,} 家，待市级 {view.waiting} 项"


def why_nothing(view: TiersView) -> str:
    """Why there is no proposal: nothing changed, or figures are missing and for how many."""
    if view.examined is None:
        return "正在测算。"
    if not view.examined:
        return "本月还没有入库的企业。接收并接受报送后在这里测算。"
    worst = max((s for s in view.standards if s.undecidable), key=lambda s: s.undecidable or 0, default=None)
    missing = f"数据不全而无法判定最多的是{worst.standard.title}：{worst.undecidable:,} 家。" if worst else ""
    lacking = f"：{lacking_words(view)}" if view.no_revenue else ""
    return f"测算 {view.examined:,} 家，条件无变化或数据未到{lacking}。{missing}"


def lacking_words(view: TiersView) -> str:
    """缺上年收入 204 家."""
    return f"缺上年收入 {len(view.no_revenue):,} 家"


def lacking_by_park(view: TiersView) -> str:
    """海淀 120 家，昌平 84 家: whom to ask, the most first."""
    counts: dict[str, int] = {}
    for company in view.no_revenue:
        counts[company.park] = counts.get(company.park, 0) + 1
    return "，".join(f"{short_park(park)} {n} 家" for park, n in sorted(counts.items(), key=lambda x: -x[1]))


LACKING_COLUMNS: Final[tuple[Column[Company], ...]] = (
    Column[Company]("name", "企业", lambda c: c.name or c.credit_code, "link", least=150, tip=lambda c: c.credit_code),
    Column[Company]("park", "园", lambda c: c.park, width=76, show=lambda c: short_park(c.park), facet=True),
)


# ---- proposals ------------------------------------------------------------------------------------------------------------


def suggestion(p: Proposal) -> str:
    """What is proposed in words: 列入瞪羚, 复核瞪羚, 退出独角兽."""
    return f"{'列入' if p.kind is ProposalKind.ENTER else p.kind.value}{p.tier}"


def met_of(results: Iterable[TierResult]) -> str:
    """How many deciding conditions are met: 4 / 5."""
    listed = tuple(results)
    asked = sum(len(r.standard.deciding) for r in listed)
    return f"{sum(r.met_count for r in listed)} / {asked}" if asked else MISSING


def _decision_cell(p: ProposalItem) -> Cell:
    if p.decision is None:
        return Cell(WAITING, "badge", "none", tip="市级尚未决定")
    return Cell(p.decision.word, "badge", DECISION_MARKS[p.decision.decision], tip=p.decision.sentence)


def _opinion_cell(p: ProposalItem) -> Cell:
    if p.opinion is None:
        return Cell(MISSING, tone="text3", tip="园方没有登记意见")
    said = p.opinion
    return Cell(said.opinion.value, tip=f"{said.opinion.value}：{said.reason}（{said.person}，{said.day}）")


def _held_text(c: Company) -> str | None:
    return "、".join(dict.fromkeys(c.tiers)) or None


PROPOSAL_COLUMNS: Final[tuple[Column[ProposalItem], ...]] = (
    Column[ProposalItem](
        "kind", "建议", lambda p: p.proposal.kind.value, "mark", 78, mark=lambda p: KIND_MARKS[p.proposal.kind], facet=True
    ),
    Column[ProposalItem]("name", "企业", lambda p: p.company.name or p.company.credit_code, "link", least=180),
    Column[ProposalItem](
        "park", "园", lambda p: p.company.park, width=64, show=lambda p: short_park(p.company.park), facet=True
    ),
    Column[ProposalItem]("now", "现梯队", lambda p: _held_text(p.company), width=150),
    Column[ProposalItem]("tier", "拟办", lambda p: suggestion(p.proposal), width=130, bold=True, tip=lambda p: p.proposal.why),
    Column[ProposalItem](
        "met",
        "条件达到",
        lambda p: met_of(p.proposal.results),
        width=76,
        tip=lambda p: "参考条件不计；标准可有几条途径，达到其中一条即可，逐条见下",
    ),
    Column[ProposalItem](
        "reasons", "依据", lambda p: p.proposal.reason_count, "number", 60, tip=lambda p: "\n".join(p.proposal.reasons)
    ),
    Column[ProposalItem](
        "opinion", "园方意见", lambda p: p.opinion.opinion.value if p.opinion else None, width=84, cell=_opinion_cell
    ),
    Column[ProposalItem](
        "decision",
        "市级",
        lambda p: _decision_cell(p).text,
        "badge",
        130,
        cell=_decision_cell,
        show=lambda p: _decision_cell(p).text,
    ),
)


# ---- near misses, recognitions, standards ----------------------------------------------------------------------------------


def _lacking(n: NearItem) -> str:
    return "、".join(t.title for t in n.near.lacking)


def _short_kind(n: NearItem) -> str:
    return "缺证据" if n.near.result.missing else "差数值"


NEAR_COLUMNS: Final[tuple[Column[NearItem], ...]] = (
    Column[NearItem](
        "kind", "差 1 项", _short_kind, "mark", 92, mark=lambda n: "none" if n.near.result.missing else "warn", facet=True
    ),
    Column[NearItem]("name", "企业", lambda n: n.company.name or n.company.credit_code, "link", least=180),
    Column[NearItem]("park", "园", lambda n: n.company.park, width=64, show=lambda n: short_park(n.company.park), facet=True),
    Column[NearItem]("standard", "标准", lambda n: n.near.result.standard.title, width=190),
    Column[NearItem]("lacking", "差在", _lacking, width=170, tip=lambda n: n.near.sentence),
    Column[NearItem](
        "missing", "须补报", lambda n: "、".join(n.near.result.missing) or None, least=140, tip=lambda n: n.near.sentence
    ),
)


_LEAVING_MARKS: Final[Mapping[str, Mark]] = {"退出": "error", "复核": "warn", "缺据": "none"}

LEAVING_COLUMNS: Final[tuple[Column[LeavingLine], ...]] = (
    Column[LeavingLine](
        "kind", "建议", lambda x: x.kind, "mark", 78, mark=lambda x: _LEAVING_MARKS.get(x.kind, "none"), facet=True
    ),
    Column[LeavingLine]("name", "企业", lambda x: x.company.name or x.company.credit_code, "link", least=180),
    Column[LeavingLine](
        "park", "园", lambda x: x.company.park, width=64, show=lambda x: short_park(x.company.park), facet=True
    ),
    Column[LeavingLine]("tier", "现梯队", lambda x: x.tier, width=120, facet=True),
    Column[LeavingLine]("why", "原因", lambda x: x.why, least=260, tip=lambda x: x.why),
    Column[LeavingLine]("missing", "缺少的数据", lambda x: "、".join(x.missing) or None, least=140),
)

LADDER_COLUMNS: Final[tuple[Column[LadderLine], ...]] = (
    Column[LadderLine]("cohort", "入列年", lambda x: x.cohort, "code", 72, show=lambda x: str(x.cohort)),
    Column[LadderLine]("year", "年", lambda x: x.year, "code", 60, show=lambda x: str(x.year)),
    Column[LadderLine]("size", "家数", lambda x: x.size, "number", least=60, bold=True),
    Column[LadderLine]("up", "上升", lambda x: x.up, "number", least=60),
    Column[LadderLine]("same", "持平", lambda x: x.same, "number", least=60),
    Column[LadderLine]("down", "下降", lambda x: x.down, "number", least=60),
    Column[LadderLine]("out", "退出", lambda x: x.out, "number", least=60),
    Column[LadderLine](
        "left", "离开", lambda x: x.left, "number", least=60, tip=lambda x: "" if x.left is not None else "该年没有台账"
    ),
)


ASKED_COLUMNS: Final[tuple[Column[EvidenceRequest], ...]] = (
    Column[EvidenceRequest](
        "state", "答复", lambda x: "已答复" if x.answered_in else "待答复", "mark", 92,
        mark=lambda x: "pass" if x.answered_in else "warn", facet=True,
    ),
    Column[EvidenceRequest]("name", "企业", lambda x: x.name or x.credit_code, "link", least=180),
    Column[EvidenceRequest]("tier", "梯队", lambda x: x.tier, width=120, facet=True),
    Column[EvidenceRequest]("asked", "提出", lambda x: str(x.asked_in), "code", 84, tip=lambda x: f"{x.person}，{x.day}"),
    Column[EvidenceRequest]("reason", "要求补充", lambda x: x.reason, least=220, tip=lambda x: x.reason),
    Column[EvidenceRequest]("answer", "园方答复", lambda x: x.answer or None, least=180, tip=lambda x: x.sentence),
    Column[EvidenceRequest]("answered", "答复于", lambda x: str(x.answered_in) if x.answered_in else None, "code", 84),
)  # fmt: skip


def ladder_steps(lines: Iterable[LadderLine]) -> tuple[Step, ...]:
    """The ladder as the chart draws it."""
    return tuple(Step(x.cohort, x.year, (x.up, x.same, x.down, x.out, x.left)) for x in lines)


def _end_text(h: HeldItem) -> str:
    return h.recognition.valid_to.isoformat() if h.recognition.valid_to else "未载"


def _state_cell(h: HeldItem) -> Cell:
    mark, word = h.state
    return Cell(word, "badge", mark, tip=h.recognition.words)


HELD_COLUMNS: Final[tuple[Column[HeldItem], ...]] = (
    Column[HeldItem]("name", "企业", lambda h: h.company.name or h.company.credit_code, "link", least=180),
    Column[HeldItem]("park", "园", lambda h: h.company.park, width=64, show=lambda h: short_park(h.company.park), facet=True),
    Column[HeldItem]("tier", "梯队", lambda h: h.recognition.tier, width=104, facet=True),
    Column[HeldItem]("document", "文号", lambda h: h.recognition.document or None, width=180),
    Column[HeldItem]("batch", "批次", lambda h: h.recognition.batch or None, width=120),
    Column[HeldItem]("from", "认定日期", lambda h: h.recognition.recognised_on, "date", 100),
    Column[HeldItem]("to", "有效期至", lambda h: h.recognition.valid_to, "date", 100, show=_end_text),
    Column[HeldItem](
        "state", "状态", lambda h: h.state[1], "badge", 100, cell=_state_cell, show=lambda h: h.state[1], facet=True
    ),
)


def in_force(standard: TierStandard) -> str:
    """The days a version is in force: 2021-01-01 起, or both ends."""
    end = standard.days.end
    return f"{standard.days.start} 至 {end}" if end else f"{standard.days.start} 起"


STANDARD_COLUMNS: Final[tuple[Column[StandardItem], ...]] = (
    Column[StandardItem]("title", "标准", lambda s: s.standard.title, "text", least=190),
    Column[StandardItem]("tier", "梯队", lambda s: s.standard.tier, width=104, facet=True),
    Column[StandardItem]("version", "版本", lambda s: s.standard.version, width=110),
    Column[StandardItem]("days", "有效", lambda s: in_force(s.standard), width=116),
    Column[StandardItem](
        "citation", "依据", lambda s: s.standard.citation.short, least=150, tip=lambda s: _citation_words(s.standard)
    ),
    Column[StandardItem]("sure", "核对", lambda s: CONFIDENCE[s.standard.citation.confidence], width=146, tone="text2"),
    Column[StandardItem](
        "open",
        "未定",
        lambda s: len(s.standard.open_points),
        "number",
        56,
        unit="",
        tip=lambda s: "\n".join(s.standard.open_points) or "没有未定点",
    ),
    Column[StandardItem](
        "unknown", "无法判定", lambda s: s.undecidable, "number", 84, tip=lambda s: "数据不全而无法判定的企业数；仅作对照的不计"
    ),
    Column[StandardItem]("use", "用途", lambda s: use_of(s.standard), "badge", 96, mark=lambda s: "tag"),
)


def use_of(standard: TierStandard) -> str:
    """提出建议, or 仅作对照."""
    return "仅作对照" if standard.reference else "提出建议"


def _citation_words(standard: TierStandard) -> str:
    c = standard.citation
    parts = (c.title, c.issuer, c.number, c.date.isoformat() if c.date else "", c.clause, CONFIDENCE[c.confidence], c.note)
    return "\n".join(p for p in parts if p)


# ---- the criteria below ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One condition of one standard: what it asks, what is there, and what comes of it. ``outcome`` None = not tested."""

    number: int
    standard: str
    title: str
    threshold: str
    actual: str
    outcome: Outcome | None
    missing: tuple[str, ...]
    source: str
    source_tip: str


def _source(c: Citation) -> str:
    """The clause first: it is what differs from line to line."""
    return f"{c.clause} {c.number or f'《{c.title}》'}".strip()


def criterion_lines(results: Iterable[TierResult]) -> tuple[CriterionLine, ...]:
    """Every condition tested on a company, standard by standard; 〔参考〕 before those that do not decide."""
    found: list[CriterionLine] = []
    for r in results:
        for t in r.tests:
            title = f"〔参考〕{t.title}" if t.supporting else t.title
            tip = f"{t.citation.title} {t.citation.clause}（{CONFIDENCE[t.citation.confidence]}）"
            found.append(
                CriterionLine(
                    len(found), r.standard.title, title, t.threshold, t.actual, t.outcome, t.missing, _source(t.citation), tip
                )
            )
    return tuple(found)


def standard_lines(standard: TierStandard) -> tuple[CriterionLine, ...]:
    """The conditions of a standard, tested on nobody."""
    deciding: dict[str, Criterion] = {}
    for each in criteria_of(standard.rule):
        deciding.setdefault(each.id, each)
    named = [(c.title, c) for c in deciding.values()] + [(f"〔参考〕{c.title}", c) for c in standard.supporting]
    return tuple(
        CriterionLine(
            n, standard.title, title, c.threshold, "", None, (), _source(c.citation),
            f"{c.citation.title} {c.citation.clause}（{CONFIDENCE[c.citation.confidence]}）",
        )
        for n, (title, c) in enumerate(named)
    )  # fmt: skip


def _outcome_cell(c: CriterionLine) -> Cell:
    if c.outcome is None:
        return Cell(MISSING, tone="text3")
    mark = OUTCOME_MARKS[c.outcome]
    tip = f"缺{'、'.join(c.missing)}" if c.missing else c.outcome.word
    return Cell(c.outcome.word, "mark", mark, tone=mark, tip=tip)


_TITLE = Column[CriterionLine]("title", "条件", lambda c: c.title, least=170, tip=lambda c: f"{c.standard}：{c.title}")
_THRESHOLD = Column[CriterionLine]("threshold", "门槛", lambda c: c.threshold, least=150)
_SOURCE = Column[CriterionLine]("source", "依据", lambda c: c.source, least=200, tone="text2", tip=lambda c: c.source_tip)

CRITERION_COLUMNS: Final[tuple[Column[CriterionLine], ...]] = (
    _TITLE,
    _THRESHOLD,
    Column[CriterionLine]("actual", "实际", lambda c: c.actual or None, least=130),
    Column[CriterionLine]("outcome", "结果", lambda c: c.outcome.word if c.outcome else None, "mark", 96, cell=_outcome_cell),
    Column[CriterionLine]("missing", "缺少的数据", lambda c: "、".join(c.missing) or None, least=150),
    _SOURCE,
)
RULE_COLUMNS: Final[tuple[Column[CriterionLine], ...]] = (_TITLE, _THRESHOLD, _SOURCE)


def standard_facts(item: StandardItem) -> tuple[tuple[str, str], ...]:
    """(what, said) of a standard: in force, validity, re-examination, list, how surely it was checked."""
    s = item.standard
    return (
        ("有效", f"{s.version}，{in_force(s)}"),
        ("认定有效期", f"{s.validity_years} 年" if s.validity_years else "未载明"),
        ("复核", s.reexamination or "未载明"),
        ("核对", f"{CONFIDENCE[s.citation.confidence]}{f'；{s.citation.note}' if s.citation.note else ''}"),
    )


def chosen_words(items: Sequence[ProposalItem]) -> str:
    """Who a decision is about: the first three by name, then how many."""
    names = [f"{i.company.name or i.company.credit_code}（{suggestion(i.proposal)}）" for i in items]
    return "、".join(names[:3]) + (f" 等 {len(names)} 项" if len(names) > 3 else "")


def act_words(decision: Decision, items: Sequence[ProposalItem]) -> str:
    """The act as a button and a dialog name it: 同意入列 2 项, 暂缓 1 项."""
    kinds = {decision.word(i.proposal.kind) for i in items}
    word = kinds.pop() if len(kinds) == 1 else decision.value
    return f"{word} {len(items)} 项"
