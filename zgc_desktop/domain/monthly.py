"""The monthly document (月报) as data: what the PDF and the workbook both print, so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.monthly_plan import LevelLine, OutsideLine, ReviewSection, SpaceSection, TargetLine, TaskLine
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.zones import Grouping

HECTARES: Final = "公顷"
"""The unit of a key figure that is an area, kept in 1/300 ㎡."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of the figures of 要情: name, value and unit, with last month and the same month last year (None = no data)."""

    name: str
    value: int | None
    unit: str
    """家, 件, 分 (money, printed in 万元), 公顷 (an area in 1/300 ㎡) …"""
    last_month: int | None = None
    last_year: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportingLine:
    """表2-1, one park: due and received sheets, timeliness, completeness, faults and rounds."""

    park: str
    expected: int
    received: int
    on_time: bool | None
    version: int
    state: str
    companies: int
    errors: int
    warnings: int
    rows: int
    returned: int = 0
    answer_days: Fraction | None = None
    """Mean working days from a return to the park's next version; None where nothing was returned or answered."""


@dataclass(frozen=True, slots=True)
class StockLine:
    """表3-1, one park: 月初 + 新增 + 迁入 - 迁出 - 注销 ± 其他 = 月末. ``reported`` False = 未报, figures are None."""

    park: str
    reported: bool
    opening: int | None
    added: int | None
    moved_in: int | None
    moved_out: int | None
    closed: int | None
    other: int | None
    closing: int | None
    disputed: int | None
    tax_fen: Fen | None
    revenue_fen: Fen | None

    @property
    def balances(self) -> bool:
        """Whether the line adds up; a park not reported, or without an earlier month on the desk, has nothing to add up."""
        parts = (self.opening, self.added, self.moved_in, self.moved_out, self.closed, self.other, self.closing)
        if any(p is None for p in parts):
            return True
        opening, added, moved_in, moved_out, closed, other, closing = (p or 0 for p in parts)
        return opening + added + moved_in - moved_out - closed + other == closing


@dataclass(frozen=True, slots=True)
class CaseLine:
    """表4-2, one move case."""

    case_id: str
    company: str
    credit_code: str
    from_park: str
    to_park: str
    nature: str
    state: str
    opened_on: date
    landed_on: date | None
    working_days: int
    waiting_for: str


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead of the month: 双重主张 or 疑似迁移, with both places."""

    kind: str
    company: str
    credit_code: str
    first_park: str
    first_place: str
    second_park: str
    second_place: str
    state: str


@dataclass(frozen=True, slots=True)
class SharingLine:
    """表5-2, one case in one month: tax counted, ratio, computed, cap, truncation, due, kept; adds up exactly."""

    case_id: str
    company: str
    credit_code: str
    payer: str
    receiver: str
    counted_fen: Fen
    vat_fen: Fen | None
    cit_fen: Fen | None
    ratio: str
    computed_fen: Fen
    cap_left_before_fen: Fen | None
    truncated_fen: Fen
    due_fen: Fen
    kept_fen: Fen
    period: str
    state: str
    clause: str
    source: str
    adjustment: bool = False
    corrects: str = ""
    """The settled month an adjustment line corrects (``2026-09``); empty on an ordinary line."""
    belongs_to: str = ""
    """The earlier period (所属期) whose tax was collected, or refunded, this month; empty for the month's own tax."""
    posting: str = ""
    """The number of the manual posting (调整分录) this line is; empty where a rule gave it."""


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """A case that shares nothing this month, and why, with the clause."""

    case_id: str
    company: str
    why: str


@dataclass(frozen=True, slots=True)
class NetLine:
    """One payer–receiver pair of the month: gross due."""

    payer: str
    receiver: str
    amount_fen: Fen


@dataclass(frozen=True, slots=True)
class SharingSection:
    """五、税收分享: the rule in force with citation, lines, cases out of scope, pairs; ``difference_fen`` must be 0."""

    rule_title: str
    rule_citation: str
    rule_note: str
    lines: tuple[SharingLine, ...]
    out_of_scope: tuple[OutOfScope, ...]
    net: tuple[NetLine, ...]
    missing: tuple[str, ...] = ()
    """Cases whose tax was not reported this month (未报): they block locking."""

    @property
    def counted_fen(self) -> Fen:
        return sum(line.counted_fen for line in self.lines)

    @property
    def due_fen(self) -> Fen:
        return sum(line.due_fen for line in self.lines)

    @property
    def kept_fen(self) -> Fen:
        return sum(line.kept_fen for line in self.lines)

    @property
    def difference_fen(self) -> Fen:
        """Tax counted less all shares: zero or the run is wrong."""
        return self.counted_fen - self.due_fen - self.kept_fen


@dataclass(frozen=True, slots=True)
class TierLine:
    """表6-1, one park and tier: recognised last month, entered, left, this month; proposals pending."""

    park: str
    tier: str
    before: int
    entered: int
    left: int
    now: int
    proposed: int


@dataclass(frozen=True, slots=True)
class TierProposalLine:
    """One proposal with its reasons, criterion by criterion."""

    company: str
    credit_code: str
    park: str
    tier: str
    standard: str
    result: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClusterLine:
    """表7-1, one cluster. ``fit`` = share of companies inside the planned fields; None where nothing is assigned."""

    cluster: str
    park: str
    companies: int
    revenue_fen: Fen | None
    tax_fen: Fen | None
    fit: Fraction | None
    fit_revenue: Fraction | None
    moved_in: int
    moved_out: int
    planned: tuple[str, ...]
    quotient: Fraction | None = None
    """区位商 of the planned fields: their share here over their share in all clusters; None below the floor of companies."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that decided something in this document: key, title, citation, in force from, open points."""

    key: str
    title: str
    citation: str
    effective_from: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Erratum:
    """勘误, one figure of an issue already published: what it said, what it says now, why, and what that settles."""

    issue: Month
    code: str
    """The figure's code, 〔表3-1·昌平·月末〕."""
    old: str
    new: str
    reason: str
    effect: str


@dataclass(frozen=True, slots=True)
class EditedSentence:
    """A sentence a person wrote in place of a generated one; ``stale`` = (number in it, what the figures say now)."""

    section: str
    place: int
    generated: str
    stale: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FontFile:
    """One letter of 公文 (仿宋, 楷体 …) as the system had it when the paper was made; no file = missing, bundled instead."""

    letter: str
    family: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Matter:
    """表10-1, one matter (事项) the editor kept: what, whose, by when, and what came of it where it stood last month."""

    key: str
    """What it is about (``late:通州园``): by this the next month knows whether it still stands."""
    text: str
    owner: str
    due: date | None
    follow_up: str = ""
    """上月落实情况; empty for a new matter."""


@dataclass(frozen=True, slots=True)
class MonthlyDocument:
    """Everything the month's report prints. Parks are in the plan's order; a park that did not report is in ``missing``."""

    month: Month
    issue_number: int
    state: str
    """草稿 or 已发布."""
    prepared_on: date
    office: str
    program_version: str
    parks: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]
    """(park, 未报 / 退回中 / 已登记未接受): not in any total."""
    key_figures: tuple[KeyFigure, ...]
    coordination: tuple[str, ...]
    """提请协调事项, one sentence each."""
    sentences: Mapping[str, tuple[str, ...]]
    """Generated sentences by section key: brief, reporting, companies, moves, sharing, tiers, clusters."""
    reporting: tuple[ReportingLine, ...]
    stock: tuple[StockLine, ...]
    industries: tuple[tuple[str, tuple[int | None, ...]], ...]
    """(industry, companies by park in ``parks`` order; None = park not reported)."""
    tax_history: tuple[tuple[Month, Fen | None], ...]
    """Total local tax of up to 12 months, oldest first."""
    move_matrix: tuple[tuple[str, str, int], ...]
    """(from park, to park, landed cases so far this year), non-zero pairs only."""
    cases: tuple[CaseLine, ...]
    leads: tuple[LeadLine, ...]
    sharing: SharingSection
    tiers: tuple[TierLine, ...]
    tier_proposals: tuple[TierProposalLine, ...]
    clusters: tuple[ClusterLine, ...]
    unassigned: int
    rules: tuple[Rule, ...]
    issues_by_park: tuple[tuple[str, str, str, int], ...]
    """(park, check code, check name, count)."""
    left_out: tuple[str, ...] = field(default=())
    """Sections left out because their data does not exist yet, said in 编制信息."""
    fingerprint: str = ""
    errata: tuple[Erratum, ...] = ()
    """Changes to figures of issues already published, each told once, in the next issue."""
    edited: tuple[EditedSentence, ...] = ()
    issued_note: str = ""
    """Why the month was published although something was lacking; empty when nothing was."""
    matters: tuple[Matter, ...] = ()
    """十、问题与建议: what the editor kept."""
    fonts: tuple[FontFile, ...] = ()
    """The system's 公文 fonts the paper is set in; empty = the bundled ones."""
    journal_head: str = ""
    """Where the journal stood when the month was published (``128:9f3c…``): kept outside, it proves everything before."""
    edition: int = 1
    """1 = published before the parts below were known (``monthly_plan.EDITION``): it prints and is coded as then."""
    space: SpaceSection | None = None
    review: ReviewSection | None = None
    levels: tuple[LevelLine, ...] = ()
    area_levels: tuple[tuple[str, str], ...] = ()
    """(cluster or park, policy-area level) in force at the month's end."""
    targets: tuple[TargetLine, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
    zones: tuple[Grouping, ...] = ()
    parties: tuple[tuple[str, str], ...] = ()
    """(park, the party it settles as), for sums of the settlement by zone."""
    outside: tuple[OutsideLine, ...] = ()
    """Cases of the year with a party outside the city; in no total of moves between parks."""

    @property
    def scope_note(self) -> str:
        """``不含通州园（未报）`` or empty: said beside every total."""
        return "不含" + "、".join(f"{p}（{why}）" for p, why in self.missing) if self.missing else ""
