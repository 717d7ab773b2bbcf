"""Cases with a party outside the city as read on 迁移协调: tickets beside the parks' own, columns, what may come next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from zgc_desktop.domain.case_events import SILENT
from zgc_desktop.domain.moves import CaseState
from zgc_desktop.domain.outside import ANSWER, ENDED, ON_THE_WAY, OutsideItem, OutsideState
from zgc_desktop.viewmodels.columns import Column, Mark
from zgc_desktop.viewmodels.moves import Fact, Lane, Need, Ticket

LANE_OF: Final = {
    OutsideState.OPEN: CaseState.OUT_REGISTERED.value,
    OutsideState.ANSWERED: CaseState.IN_CONFIRMED.value,
    OutsideState.CITY: CaseState.CITY.value,
    OutsideState.UNDER_WAY: CaseState.UNDER_WAY.value,
    OutsideState.LANDED: CaseState.LANDED.value,
}
"""The lane of the board a state stands in: a registered case with 迁出登记, one answered with 迁入确认."""
STATE_OF: Final = {lane: state for state, lane in LANE_OF.items()}


def ticket(item: OutsideItem) -> Ticket:
    """A case over the border on the board."""
    mark, word = badge(item)
    return Ticket(item.case.number, f"{item.case.number} 外省市", item.case.name, item.case.route, mark, word)


def badge(item: OutsideItem) -> tuple[Mark, str]:
    """The one badge: what does not fit the files first, then what is missing, then the other side."""
    if item.notice:
        return "warn", "与报送不符"
    if item.case.state not in ON_THE_WAY:
        return "tag", item.case.state.value
    if item.case.missing:
        return "info", f"缺 {len(item.case.missing)} 项"
    return ("none", SILENT) if item.silent else ("tag", item.case.direction)


def beside(lanes: Sequence[Lane], items: Iterable[OutsideItem], nature: str = "") -> tuple[Lane, ...]:
    """The lanes with the tickets over the border after those between parks."""
    shown = [i for i in items if i.case.state in LANE_OF and nature in ("", i.case.nature)]
    return tuple(
        Lane(lane.title, (*lane.tickets, *(ticket(i) for i in shown if LANE_OF[i.case.state] == lane.title))) for lane in lanes
    )


def next_states(item: OutsideItem) -> tuple[OutsideState, ...]:
    """What a case may be moved to from here; a withdrawal is offered by itself."""
    at = item.case.state
    if at in ENDED:
        return ()
    if at is OutsideState.LANDED:
        return (OutsideState.CLOSED,)
    if at is OutsideState.UNDER_WAY:
        return () if item.case.missing else (OutsideState.LANDED,)
    return tuple(
        s for s in (OutsideState.CITY, OutsideState.UNDER_WAY) if list(OutsideState).index(s) > list(OutsideState).index(at)
    )


def drop(item: OutsideItem, lane: str) -> str:
    """Why the ticket may not be moved to a lane; empty where it may."""
    to = STATE_OF.get(lane)
    if to is None:
        return "外省市案件不进区际分享" if lane == CaseState.SHARING.value else "案件不回到线索"
    if to is item.case.state:
        return "已在此栏"
    if to is OutsideState.ANSWERED:
        return "对方答复由其来文登记"
    if to in next_states(item):
        return ""
    if to is OutsideState.LANDED and item.case.state is OutsideState.UNDER_WAY:
        return f"落地还缺{'、'.join(item.case.missing)}"
    return "先转办理中再落地" if to is OutsideState.LANDED and item.case.state in ON_THE_WAY else "案件不倒退"


def needs(item: OutsideItem) -> tuple[Need, ...]:
    """What landing needs, then whether it shares by a cited rule."""
    case = item.case
    wanted = [("性质", case.nature), ("方式", case.kind), ("变更登记日", str(case.registered_on or ""))]
    if "方式" not in case.missing and not case.kind:
        wanted.pop(1)  # a base set up elsewhere has none
    return (
        *(Need(name, bool(value), value) for name, value in wanted),
        Need("达产日", case.at_capacity_on is not None, str(case.at_capacity_on or "")),
        Need("分享依据", bool(item.cited), item.cited),
    )


def course(item: OutsideItem) -> tuple[Fact, ...]:
    """What is on file, oldest first: state or paper, with its evidence."""
    steps = (s for s in item.case.steps if s.kind != ANSWER)
    return tuple((f"{s.on:%m-%d}", f"{s.text if s.sha256 else s.state}（{s.paper}）") for s in steps)


def answers(item: OutsideItem) -> tuple[Fact, ...]:
    """What the other side's papers said."""
    return tuple((f"{s.on:%m-%d}", f"{s.text}（{s.paper}）") for s in item.case.answers)


def answer_badge(item: OutsideItem) -> tuple[Mark, str]:
    """How the other side stands."""
    if item.case.answers:
        return ("warn", "有异议") if "异议" in item.answer else ("pass", "已答")
    return ("none", SILENT) if item.silent else ("tag", f"待答复，{item.due:%m-%d} 止")


def summary(item: OutsideItem) -> str:
    """The case in one line, to be pasted."""
    case = item.case
    told = [
        f"{case.number} {case.name}（{case.credit_code}）{case.route}，{case.direction}，{case.state.value}",
        f"性质 {case.nature or '未填'}，立案 {case.opened_on}（{case.source}）",
        f"对方：{item.answer}；{item.sharing}",
    ]
    return "；".join(told) + "。"


COLUMNS: Final[tuple[Column[OutsideItem], ...]] = (
    Column("number", "案件", lambda i: i.case.number, "link", 116),
    Column("name", "企业", lambda i: i.case.name, tip=lambda i: f"{i.case.name}\n{i.case.credit_code}"),
    Column("direction", "方向", lambda i: i.case.direction, width=92),
    Column("park", "本市分园", lambda i: i.case.park, width=80),
    Column("place", "外省市一方", lambda i: i.case.place, width=116),
    Column("region", "区域", lambda i: i.case.region, width=60),
    Column("nature", "性质", lambda i: i.case.nature or None, width=84),
    Column("landed", "落地日", lambda i: i.case.landed_on, "date", 100),
    Column("answer", "对方", lambda i: i.answer, width=92),
    Column("sharing", "分享", lambda i: i.cited or "不分享", width=84, tip=lambda i: i.sharing),
    Column("notice", "与报送", lambda i: i.notice or None, width=80, tip=lambda i: i.notice),
    Column("state", "状态", lambda i: i.case.state.value, "badge", 100, mark=lambda i: "tag"),
)


def count_note(items: Iterable[OutsideItem]) -> str:
    """How many are under way, to stand after the board's own sentence; empty where none is."""
    under_way = sum(1 for i in items if i.case.state in ON_THE_WAY)
    return f"，外省市 {under_way} 件" if under_way else ""
