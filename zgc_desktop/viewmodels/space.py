"""How 组团空间 reads: clusters with their figures, parks as tiles, a cluster's structure, companies nobody could place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from zgc_desktop.domain.catalogue import Catalogue, Cluster, Contradiction
from zgc_desktop.domain.indicators import Quotient
from zgc_desktop.domain.money import UNIT_FEN, Fen, half_up, wan
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import FocusFit, Group, total
from zgc_desktop.domain.submissions import SubmissionItem
from zgc_desktop.figures.bars import OTHERS, Bar, fold_small
from zgc_desktop.figures.grids import HeatCell
from zgc_desktop.viewmodels.columns import MISSING, Cell, Column, percent
from zgc_desktop.viewmodels.ledger import short_park
from zgc_desktop.viewmodels.space_match import lq_cell, main_quotient

Metric: TypeAlias = Literal["companies", "revenue", "tax", "focus"]
NOT_STATED: Final = "—（未载明）"
"""What the plan does not say is said to be so."""
UNKNOWN: Final = "产业未填或不识"
SHORT: Final[Mapping[str, str]] = {
    "新一代信息技术": "信息",
    "生物与健康": "生物",
    "先进制造": "制造",
    "新能源与节能环保": "能源",
    "现代交通": "交通",
    "新材料": "材料",
    "科技创新服务": "服务",
}
"""Industries as a narrow column writes them; in full in the tooltip."""


@dataclass(frozen=True, slots=True)
class Part:
    """One industry's part of a cluster: how many companies, how much revenue."""

    industry: str
    companies: int
    revenue_fen: Fen | None


@dataclass(frozen=True, slots=True)
class ClusterItem:
    """One cluster of the plan with its month. ``known``: its park's month is in; else its figures are missing, not 0."""

    cluster: Cluster
    fit: FocusFit
    known: bool
    parts: tuple[Part, ...]
    contradictions: tuple[Contradiction, ...]
    lq: Quotient | None = None
    """Of its leading planned industry."""

    @property
    def companies(self) -> int | None:
        """How many companies; None where the park's month is not in."""
        return self.fit.companies if self.known else None


@dataclass(frozen=True, slots=True)
class ParkItem:
    """One park's tile. ``state``: in (已入库), waiting (received, not in) or missing (未报)."""

    park: str
    state: Literal["in", "waiting", "missing"]
    companies: int
    revenue_fen: Fen | None
    tax_fen: Fen | None
    focus: Fraction | None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A company no rule could place, with every reason."""

    credit_code: str
    name: str
    park: str
    industry: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpaceView:
    """Everything the page shows of a month."""

    month: Month | None
    clusters: tuple[ClusterItem, ...]
    parks: tuple[ParkItem, ...]
    unplaced: tuple[Unplaced, ...]

    @property
    def is_empty(self) -> bool:
        """No park's month is in."""
        return not any(p.state == "in" for p in self.parks)


def space_view(
    catalogue: Catalogue,
    month: Month | None,
    fit: Iterable[FocusFit],
    groups: Sequence[Group],
    submissions: Iterable[SubmissionItem],
    unplaced: Iterable[Unplaced],
    quotients: Sequence[Quotient] = (),
) -> SpaceView:
    """The view of a month from what the services say, closed companies left out: they count nowhere, as in the report."""
    states: dict[str, Literal["in", "waiting", "missing"]] = {}
    for s in submissions:
        if s.state == "accepted":
            states[s.park] = "in"
        else:
            states.setdefault(s.park, "waiting")
    by_cluster: dict[str, list[Group]] = defaultdict(list)
    by_park: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_park[group.park].append(group)
        by_cluster[group.cluster].append(group)
    fits = {f.cluster: f for f in fit}
    clusters = tuple(
        ClusterItem(
            cluster,
            fits[cluster.name],
            states.get(cluster.park) == "in",
            _parts(by_cluster.get(cluster.name, ()), catalogue),
            catalogue.contradictions_about(cluster=cluster.name),
            main_quotient(quotients, cluster.name, cluster.industries),
        )
        for cluster in catalogue.clusters.values()
    )
    parks = tuple(_park(park, states.get(park, "missing"), by_park.get(park, ()), fits.values()) for park in catalogue.parks)
    return SpaceView(month, clusters, parks, tuple(unplaced))


def _park(park: str, state: Literal["in", "waiting", "missing"], mine: Sequence[Group], fits: Iterable[FocusFit]) -> ParkItem:
    own = [f for f in fits if f.park == park]
    judged = sum(f.recognised for f in own)
    focus = Fraction(sum(f.inside for f in own), judged) if judged else None
    companies = sum(g.companies for g in mine)
    return ParkItem(park, state, companies, total(g.revenue_fen for g in mine), total(g.tax_fen for g in mine), focus)


def _parts(groups: Sequence[Group], catalogue: Catalogue) -> tuple[Part, ...]:
    by_name: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        found = catalogue.industry_named(group.industry) if group.industry else None
        by_name[found.name if found else UNKNOWN].append(group)
    parts = [Part(n, sum(g.companies for g in mine), total(g.revenue_fen for g in mine)) for n, mine in by_name.items()]
    return tuple(sorted(parts, key=lambda part: -part.companies))


# ---- the map --------------------------------------------------------------------------------------------------------------

METRICS: Final[tuple[tuple[Metric, str], ...]] = (
    ("revenue", "收入"),
    ("companies", "企业"),
    ("tax", "税收"),
    ("focus", "定位内占比"),
)


def metric_titles(parks: Sequence[ParkItem]) -> tuple[str, ...]:
    """The figures the map can show, each with its unit."""
    units = {m: _unit(parks, m) for m, _ in METRICS}
    return tuple(f"{title}（{units[m]}）" if units[m] else title for m, title in METRICS)


def _unit(parks: Sequence[ParkItem], metric: Metric) -> str:
    if metric == "companies":
        return "家"
    if metric == "focus":
        return ""
    most = max((abs(Fraction(_value(p, metric) or 0)) for p in parks), default=Fraction(0))
    return "亿元" if most >= UNIT_FEN["亿元"] else "万元"


def _value(park: ParkItem, metric: Metric) -> int | Fraction | None:
    if metric == "companies":
        return park.companies
    if metric == "focus":
        return park.focus
    return park.revenue_fen if metric == "revenue" else park.tax_fen


def tiles(parks: Sequence[ParkItem], metric: Metric) -> dict[str, HeatCell]:
    """The tiles of the map by park: figure, colour, what hovering says."""
    unit = _unit(parks, metric)
    found = {}
    for p in parks:
        value = _value(p, metric) if p.state == "in" else None
        text = MISSING if value is None else _tile_text(value, metric, unit)
        found[p.park] = HeatCell(value, text, p.state != "missing", (p.park,), _tile_tip(p))
    return found


def _tile_text(value: int | Fraction, metric: Metric, unit: str) -> str:
    if metric == "companies":
        return f"{value:,}"
    if metric == "focus":
        return percent(Fraction(value), 0)
    if unit == "万元":
        return f"{half_up(Fraction(value, UNIT_FEN['万元'])):,}"
    tenths = half_up(Fraction(value, UNIT_FEN["亿元"]) * 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10:,}.{abs(tenths) % 10}"


def _tile_tip(p: ParkItem) -> str:
    if p.state == "missing":
        return f"{p.park}：未报"
    if p.state == "waiting":
        return f"{p.park}：已收到，尚未入库"
    focus = MISSING if p.focus is None else percent(p.focus)
    return f"{p.park}　企业 {p.companies:,} 家　收入 {_wan(p.revenue_fen)}　税收 {_wan(p.tax_fen)}　定位内占比 {focus}"


def _wan(amount: Fen | None) -> str:
    return MISSING if amount is None else f"{wan(amount)} 万元"


def map_alt(parks: Sequence[ParkItem], metric: Metric) -> str:
    """The map in one sentence."""
    title = dict(METRICS)[metric]
    cells = tiles(parks, metric)
    said = "，".join(f"{p.park} {'未报' if p.state == 'missing' else cells[p.park].text}" for p in parks)
    return f"分园{title}示意：{said}"


# ---- the clusters ---------------------------------------------------------------------------------------------------------


def focus_text(cluster: Cluster) -> str:
    """信息、制造、材料 for the planned industries."""
    return "、".join(SHORT.get(name, name) for name in cluster.industries)


def _focus_cell(c: ClusterItem) -> Cell:
    share = c.fit.share_companies
    if share is None:
        tip = "园区本月未入库" if not c.known else "没有产业可识别的企业，不计算占比"
        return Cell(MISSING, "bar", tone="text3", tip=tip)
    tip = f"产业可识别 {c.fit.recognised} 家，其中定位内 {c.fit.inside} 家"
    return Cell(percent(share, 0), "bar", share=float(share), tip="；".join(t for t in (tip, c.fit.note) if t))


def _planned_cell(c: ClusterItem) -> Cell:
    return Cell(focus_text(c.cluster), tip=f"{'、'.join(c.cluster.industries)}\n{c.cluster.focus}")


def modes_text(cluster: Cluster) -> str:
    """The modes chapter 4 guides the cluster to, or that it names none."""
    return "、".join(cluster.modes) or NOT_STATED


COLUMNS: Final[tuple[Column[ClusterItem], ...]] = (
    Column[ClusterItem]("cluster", "组团", lambda c: c.cluster.name, "link", 108),
    Column[ClusterItem](
        "park", "园", lambda c: c.cluster.park, width=58, show=lambda c: short_park(c.cluster.park), facet=True
    ),
    Column[ClusterItem]("planned", "定位", lambda c: focus_text(c.cluster), cell=_planned_cell, least=72),
    Column[ClusterItem](
        "modes",
        "模式",
        lambda c: modes_text(c.cluster),
        least=80,
        cell=lambda c: Cell(modes_text(c.cluster), tone="text" if c.cluster.modes else "text3", tip=modes_text(c.cluster)),
    ),
    Column[ClusterItem]("companies", "企业", lambda c: c.companies, "number", 56, total=True),
    Column[ClusterItem](
        "focus",
        "定位内占比",
        lambda c: c.fit.share_companies,
        "bar",
        90,
        cell=_focus_cell,
        sort=lambda c: c.fit.share_companies,
    ),
    Column[ClusterItem](
        "lq",
        "LQ（主）",
        lambda c: c.lq.value if c.lq else None,
        width=66,
        cell=lambda c: lq_cell(c.lq if c.known else None),
        sort=lambda c: c.lq.value if c.lq else None,
        searched=False,
        align_as="right",
    ),
    Column[ClusterItem](
        "revenue", "收入", lambda c: c.fit.revenue_fen if c.known else None, "money", 106, unit="万元", total=True
    ),
    Column[ClusterItem](
        "tax", "税收", lambda c: c.fit.tax_fen if c.known else None, "money", 96, unit="万元", total=True, bold=True
    ),
)

UNPLACED_COLUMNS: Final[tuple[Column[Unplaced], ...]] = (
    Column[Unplaced]("name", "企业名称", lambda u: u.name or None, "link", 240),
    Column[Unplaced]("code", "信用代码", lambda u: u.credit_code, "code", 168),
    Column[Unplaced]("park", "园", lambda u: u.park, width=76, show=lambda u: short_park(u.park), facet=True),
    Column[Unplaced]("industry", "产业", lambda u: u.industry or None, width=124),
    Column[Unplaced](
        "reasons", "未能归属的原因", lambda u: "；".join(u.reasons), least=200, tip=lambda u: "\n".join(u.reasons)
    ),
)


TARGET_COLUMNS: Final[tuple[Column[ClusterItem], ...]] = (
    Column[ClusterItem]("target", "组团", lambda c: c.cluster.name, least=110, tip=lambda c: focus_text(c.cluster)),
    Column[ClusterItem]("holds", "已有企业", lambda c: c.companies, "number", 84),
)
"""The clusters a company may be dropped on."""


# ---- one cluster ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Structure:
    """A cluster's structure by industry: of what, and the parts with their shares."""

    title: str
    bars: tuple[Bar, ...]


def structure(item: ClusterItem) -> Structure | None:
    """By revenue where every part has one, else by companies; None where there is no company."""
    if not item.known or not item.parts:
        return None
    amounts = [p.revenue_fen for p in item.parts]
    by_revenue = all(a is not None and a >= 0 for a in amounts) and any(amounts)
    values = [(p, (p.revenue_fen or 0) if by_revenue else p.companies) for p in item.parts]
    total = sum(v for _, v in values)
    bars = [
        Bar(SHORT.get(p.industry, p.industry), v, percent(Fraction(v, total), 0), (p.industry,), _part_tip(p))
        for p, v in values
    ]
    folded = fold_small(bars, "")
    if len(folded) < sum(1 for b in bars if b.value):
        kept, value = folded[:-1], folded[-1].value
        rest = tuple(p for p, v in values if v and not any(b.key == (p.industry,) for b in kept))
        share = percent(Fraction(value or 0) / total, 0)
        folded = (*kept, Bar(OTHERS, value, share, tuple(p.industry for p in rest), _rest_tip(rest)))
    return Structure("收入结构" if by_revenue else "企业结构", folded)


def _rest_tip(rest: Sequence[Part]) -> str:
    names = "、".join(SHORT.get(p.industry, p.industry) for p in rest)
    amounts = [p.revenue_fen for p in rest if p.revenue_fen is not None]
    revenue = sum(amounts) if len(amounts) == len(rest) else None
    return f"{names}：{sum(p.companies for p in rest):,} 家，收入 {_wan(revenue)}"


def _part_tip(p: Part) -> str:
    return f"{p.industry}：{p.companies:,} 家，收入 {_wan(p.revenue_fen)}"


def headline(item: ClusterItem) -> str:
    """The line beside a cluster's name: park and mode."""
    return f"{item.cluster.park}，{modes_text(item.cluster)}"


def figures(item: ClusterItem) -> tuple[tuple[str, str], ...]:
    """企业, 定位内占比, 收入, 税收 as they are read."""
    share = item.fit.share_companies if item.known else None
    return (
        ("企业（家）", MISSING if item.companies is None else f"{item.companies:,}"),
        ("定位内占比", MISSING if share is None else percent(share, 0)),
        ("收入（万元）", wan(item.fit.revenue_fen) if item.known and item.fit.revenue_fen is not None else MISSING),
        ("税收（万元）", wan(item.fit.tax_fen) if item.known and item.fit.tax_fen is not None else MISSING),
    )


def gaps_text(item: ClusterItem) -> str:
    """Planned industries without a company: where 补充式、填空式招引 would look."""
    if not item.known:
        return "园区本月未入库，不判断"
    return "、".join(item.fit.gaps) or "重点产业均有企业"


def basis(item: ClusterItem) -> tuple[tuple[str, str], ...]:
    """(what, what the plan says) of a cluster."""
    cluster = item.cluster
    return (
        ("涵盖地块", "、".join(p.name for p in cluster.places) or NOT_STATED),
        ("产业载体", "、".join(cluster.carriers) or NOT_STATED),
        ("补充式、填空式招引", gaps_text(item)),
    )


def contradiction_lines(item: ClusterItem) -> tuple[tuple[str, str], ...]:
    """(code and kind, what disagrees and what was ruled) of every registered contradiction."""
    return tuple(
        (f"{c.code} {c.kind}", f"{c.text}。{f'办公室裁定：{c.office_ruling}' if c.office_ruling else '尚未裁定。'}")
        for c in item.contradictions
    )
