"""Files of a park with the sheets about itself, for the tests of what becomes of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reports.template_xlsx import write_template
from zgc_desktop.domain.areas import UNIT_AREA
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive

HECTARE = UNIT_AREA["公顷"]
SEPTEMBER, OCTOBER, NOVEMBER = Month(2026, 9), Month(2026, 10), Month(2026, 11)
Row = dict[str, object]


def plot(number: str = "CP-01", hectares: int = 10, **more: object) -> Row:
    """A plot without a fault."""
    return {
        "number": number,
        "cluster": "昌平新城",
        "area": hectares * HECTARE,
        "used": 2 * HECTARE,
        "ownership": "国有",
        "state": "在用",
    } | more


def project(name: str = "智能装备一期", **more: object) -> Row:
    """A project without a fault: 5,000 万元 a 公顷."""
    return {
        "name": name,
        "cluster": "昌平新城",
        "industry": "先进制造",
        "total_investment_fen": 12_000 * 1_000_000,
        "investment_fen": 10_000 * 1_000_000,
        "area": 2 * HECTARE,
        "output_fen": 6_000 * 1_000_000,
        "people": 60,
        "research": 500,
        "energy": "有",
    } | more


def indicator(name: str = "发明专利授权", ytd: str = "40", **more: object) -> Row:
    """An indicator with its source."""
    return {"indicator": name, "unit": "件", "value": "4", "ytd": ytd, "source": "园区台账"} | more


def park_file(
    desk: AppContext, folder: Path, month: Month, roster: list[Row], park: str = "昌平园", **sheets: list[Row]
) -> Path:
    """The park's template filled in with a roster and the given sheets."""
    return write_template(
        folder / f"{park}{month}_{len(list(folder.glob('*')))}.xlsx",
        park=park,
        month=month,
        clusters=[c.name for c in desk.catalogue.clusters_of(park)],
        industries=list(desk.catalogue.industries),
        parks=list(desk.catalogue.parks),
        rows={"enterprise": roster, **sheets},
    )


def hand_in(
    desk: AppContext, folder: Path, month: Month, roster: list[Row], park: str = "昌平园", **sheets: list[Row]
) -> list[str]:
    """Receive a file with these sheets; returns ``code place`` of what was found on the sheets about the park."""
    folder.mkdir(exist_ok=True, parents=True)
    (got,) = receive(desk, [park_file(desk, folder, month, roster, park, **sheets)])
    return [f"{i.code} {i.place}" for i in got.issues if i.sheet in ("空间", "项目准入", "园区指标")]


def by_hand(number: str = "CP-01", hectares: int = 10, month: Month = OCTOBER, park: str = "昌平园") -> Plot:
    """A plot as a person registers it."""
    return Plot(number, park, month, hectares * HECTARE, cluster="昌平新城", source="核查", state="在用")


FIRST = date(2026, 1, 1)
