"""Projects (项目): what is applied for, and the whole file of one: steps, opinions, meetings, conditions, promises, funding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zgc_desktop.domain.admission.criteria import GATE_STATES, Figures
from zgc_desktop.domain.areas import Area
from zgc_desktop.domain.credit_code import fault
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.review.commitments import Condition, Grant, Promise
from zgc_desktop.domain.review.opinions import Asked, Meeting, Opinion
from zgc_desktop.domain.review.steps import Step, rounds, state_of


@dataclass(frozen=True, slots=True)
class Project:
    """A project as applied for. Amounts in 分, area in 1/300 ㎡, ``research`` in 1/10000; None = not stated, never zero.

    ``submission_id`` is the version of a park's file that brought it (0 = entered by hand). ``major`` marks
    市级统筹重大项目; ``plot`` is the plot it wants or is reserved for it.
    """

    number: str
    name: str
    park: str
    applied_on: date
    credit_code: str = ""
    cluster: str = ""
    industry: str = ""
    investment_fen: Fen | None = None
    total_investment_fen: Fen | None = None
    area: Area | None = None
    output_fen: Fen | None = None
    people: int | None = None
    research: int | None = None
    energy: str = ""
    environment: str = ""
    major: bool = False
    plot: str = ""
    source: str = ""
    note: str = ""
    submission_id: int = 0
    id: int = 0

    @property
    def figures(self) -> Figures:
        """What the admission test asks, as of the day of application."""
        return Figures(
            self.park,
            self.industry,
            self.applied_on,
            self.investment_fen,
            self.area,
            self.output_fen,
            self.people,
            self.research,
            self.energy,
            self.environment,
        )


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A joint meeting as it was held and recorded."""

    body: str
    on: date
    present: tuple[str, ...]
    recused: tuple[str, ...]
    votes_for: int
    votes_against: int
    decision: str
    minutes: str
    quorum: int

    def as_meeting(self, members: tuple[str, ...], conditions: int) -> Meeting:
        """The meeting with the body's members of the day, for checking."""
        return Meeting(
            self.on,
            members,
            self.present,
            self.recused,
            self.votes_for,
            self.votes_against,
            self.decision,
            conditions,
            self.quorum,
            self.minutes,
        )


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """One project with its whole history, oldest first."""

    project: Project
    steps: tuple[Step, ...] = ()
    asked: tuple[Asked, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    meetings: tuple[HeldMeeting, ...] = ()
    conditions: tuple[Condition, ...] = ()
    promises: tuple[Promise, ...] = ()
    grants: tuple[Grant, ...] = ()

    @property
    def state(self) -> str:
        """Where the project stands now."""
        return state_of(self.steps)

    @property
    def round(self) -> int:
        """The round of opinions now: one more each time it came back from 补正."""
        return max(1, rounds(self.steps))

    @property
    def label(self) -> str:
        """Number and name, as every list shows it."""
        return f"{self.project.number} {self.project.name}"


def check_project(project: Project, clusters: dict[str, str], parks: Sequence[str], industries: Sequence[str]) -> None:
    """Refused, naming the first thing that is wrong, unless the project can be entered. ``clusters`` gives each one's park."""
    where = project.name or "项目"
    if not project.name.strip() or not project.source.strip():
        raise Refused("项目须写明名称和来源", where=where)
    if project.park not in parks:
        raise Refused(f"没有叫“{project.park}”的分园", where=where)
    if project.cluster and clusters.get(project.cluster) != project.park:
        raise Refused(f"{project.cluster}组团不属于{project.park}", where=where, advice="请核对分园或组团")
    if project.industry and project.industry not in industries:
        raise Refused(f"没有叫“{project.industry}”的产业", where=where, advice=f"可用：{'、'.join(industries)}")
    if project.credit_code and (wrong := fault(project.credit_code)):
        raise Refused(wrong, where=where)
    amounts = (
        ("固定资产投资", project.investment_fen), ("总投资", project.total_investment_fen), ("用地", project.area),
        ("预计年产出", project.output_fen), ("从业人员", project.people), ("研发投入强度", project.research),
    )  # fmt: skip
    for title, value in amounts:
        if value is not None and value < 0:
            raise Refused(f"{title}不能为负", where=where, advice="未知请留空")
    if project.research is not None and project.research > 10_000:
        raise Refused(f"研发投入强度 {project.research / 100:g}% 超过 100%", where=where)
    total, fixed = project.total_investment_fen, project.investment_fen
    if total is not None and fixed is not None and fixed > total:
        raise Refused("固定资产投资大于总投资", where=where, advice="请核对两栏的单位")
    for title, state in (("节能审查", project.energy), ("环评", project.environment)):
        if state not in GATE_STATES:
            raise Refused(f"{title}“{state}”不在选项内", where=where, advice=f"可用：{'、'.join(s for s in GATE_STATES if s)}")
