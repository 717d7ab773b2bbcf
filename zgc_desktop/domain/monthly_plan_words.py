"""Sentences of 八、用地准入与联合审议 and 九、规划目标, generated from their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from zgc_desktop.domain.areas import Area, print_area
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.monthly_plan import LevelLine, OutsideLine, ReviewSection, SpaceSection, TargetLine, TaskLine
from zgc_desktop.domain.outside import DIRECTIONS, OutsideState
from zgc_desktop.domain.percent import percent
from zgc_desktop.domain.zones import Grouping, zone_moves


def hectares(area: Area | None) -> str:
    """``12.34公顷``; 未报 where nobody stated it."""
    return "未报" if area is None else f"{print_area(area)}公顷"


def land(space: SpaceSection | None, review: ReviewSection | None) -> tuple[str, ...]:
    """用地准入与联合审议: stock, clocks, projects by conclusion and state, what is owing, exits, funds."""
    return (*_space(space), *_review(review))


def _space(space: SpaceSection | None) -> tuple[str, ...]:
    if space is None:
        return ("本月没有登记用地。",)
    whole = space.whole
    said = [f"在册用地{whole.plots}宗，面积{hectares(whole.area)}，可用{hectares(whole.free)}。"]
    if whole.unstated:
        said.append(f"其中{whole.unstated}宗未报已用面积，不计入可用。")
    if whole.idle or whole.reserve:
        said.append(f"闲置{hectares(whole.idle)}，储备{hectares(whole.reserve)}。")
    kinds = Counter(c.kind for c in space.clocks)
    if kinds:
        said.append("用地时限需处理的：" + "、".join(f"{k}{n}宗" for k, n in kinds.items()) + "。")
    if space.missing:
        said.append(f"{'、'.join(space.missing)}没有登记用地，以上不含。")
    return tuple(said)


def _review(review: ReviewSection | None) -> tuple[str, ...]:
    if review is None:
        return ("本月没有进入联合审议的项目。",)
    said = []
    if review.projects:
        states = Counter(p.state for p in review.projects)
        ends = Counter(p.conclusion for p in review.projects)
        said.append(f"在审和在管项目{len(review.projects)}个：{'、'.join(f'{s}{n}个' for s, n in states.items())}。")
        said.append("按申报日准入标准测算：" + "、".join(f"{s}{n}个" for s, n in ends.items()) + "。")
    else:
        said.append("本月没有进入联合审议的项目。")
    if not review.standards:
        said.append("月末没有生效的准入标准，各项指标均为未定。")
    if review.owing:
        lights = Counter(o.light for o in review.owing)
        said.append(f"未销号的条件和未兑现的承诺{len(review.owing)}项，其中红{lights['红']}项、黄{lights['黄']}项。")
    if review.exits:
        states = Counter(e.state.split("：")[0] for e in review.exits)
        said.append(f"退出名单{len(review.exits)}项：{'、'.join(f'{s}{n}项' for s, n in states.items())}。")
    said += [f"{f.name}限额{wan(f.limit_fen)}万元，已用{wan(f.used_fen)}万元。" for f in review.funds]
    return tuple(said)


def levels(found: Sequence[LevelLine]) -> tuple[str, ...]:
    """Policy-area proposals of the newest assessments, said with the section 组团."""
    if not found:
        return ()
    kinds = Counter(x.proposal for x in found)
    waiting = sum(1 for x in found if not x.decided)
    return (f"政策区考核提出建议{len(found)}项：{'、'.join(f'{k}{n}项' for k, n in kinds.items())}；待决定{waiting}项。",)


def targets(found: Sequence[TargetLine]) -> tuple[str, ...]:
    """规划目标: how many are reached, under way, missed, without data or not measurable."""
    states = Counter(t.state for t in found)
    order = ("已达到", "推进中", "未达到", "数据不全", "无数据", "不可量化")
    said = [f"两份规划的目标{len(found)}项：{'、'.join(f'{s}{states[s]}项' for s in order if states[s])}。"]
    notes = sum(len(t.evidence) for t in found if t.kind == "不可量化")
    if states["不可量化"]:
        said.append(f"不可量化的目标不作评分，只留佐证，现有佐证{notes}条。")
    return tuple(said)


def tasks(found: Sequence[TaskLine]) -> tuple[str, ...]:
    """Tasks carried on from meetings, plans and earlier reports, by light."""
    if not found:
        return ()
    lights = Counter(t.light for t in found)
    return (f"跟踪任务{len(found)}项：" + "、".join(f"{c}{lights[c]}项" for c in ("红", "黄", "绿") if lights[c]) + "。",)


def over_the_border(cases: Sequence[OutsideLine], last: date) -> tuple[str, ...]:
    """This year's moves out of and into the city, and how many cases are under way; nothing without a case."""
    if not cases:
        return ()
    landed = Counter(c.direction for c in cases if c.landed_on and date(last.year, 1, 1) <= c.landed_on <= last)
    out, into, bases = (landed[d] for d in DIRECTIONS)
    near = sum(1 for c in cases if c.region != "其他")
    waiting = sum(1 for c in cases if c.landed_on is None and c.state != OutsideState.WITHDRAWN)
    head = f"本年与外省市之间已落地迁出{out}件、迁入{into}件、在外设基地{bases}件"
    return (f"{head}，在办{waiting}件；全部{len(cases)}件中涉及津冀{near}件。",)


def direction(groupings: Sequence[Grouping], matrix: Sequence[tuple[str, str, int]]) -> tuple[str, ...]:
    """The direction of this year's landed moves between zones, where a plan names one."""
    said = []
    for g in groupings:
        if g.direction is None or not matrix:
            continue
        found = zone_moves(g, matrix)
        share = f"，占{percent(found.share)}" if found.share is not None else ""
        way = f"由{g.direction.from_zone}向{g.direction.to_zone}"
        said.append(f"本年落地案件{found.whole}件，其中跨片区{found.across}件，{way}{found.along}件{share}。")
    return tuple(said)
