"""Checks of the sheets about the park itself: within a row, within a sheet, and against what the desk has registered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.areas import UNIT_AREA, Area, print_area
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.issues import found
from zgc_desktop.domain.land.plots import plain_key
from zgc_desktop.domain.money import UNIT_FEN, half_up, wan
from zgc_desktop.domain.park_layouts import EVERY_SHEET, FLOWS, INDICATORS, ROW_NAMES
from zgc_desktop.domain.park_record import KnownPlot, KnownProject, ParkRecord
from zgc_desktop.domain.periods import Month
from zgc_desktop.intake.checks import OUTSIDE_CLUSTERS
from zgc_desktop.intake.park_values import plain
from zgc_desktop.intake.parse import Parsed
from zgc_desktop.intake.values import as_text

_WHOLE: Final = 10_000
_PLACES: Final = 4
"""Areas are told in 公顷 with so many places."""


def check_park_sheet(parsed: Parsed, park: str, month: Month, catalogue: Catalogue, record: ParkRecord) -> None:
    """Report everything that is wrong with one sheet; rows that cannot stand are set aside or put in doubt."""
    _duplicates(parsed)
    _clusters(parsed, park, catalogue)
    _below_zero(parsed)
    if parsed.sheet_key == "space":
        _space(parsed, park, month, record)
    elif parsed.sheet_key == "project":
        _projects(parsed, park, catalogue, record)
    else:
        _indicators(parsed, record)


def _values(parsed: Parsed, key: str) -> list[object]:
    return parsed.values.get(key) or [None] * len(parsed.row_numbers)


def _counting(parsed: Parsed) -> Iterable[int]:
    return (i for i in range(len(parsed.row_numbers)) if i not in parsed.set_aside)


def _at(parsed: Parsed, index: int, key: str) -> str:
    """The column itself where the file has it, else the one that names the row: an absent cell cannot be pointed at."""
    return key if parsed.letters.get(key) else ROW_NAMES[parsed.sheet_key]


def _hectares(area: Area) -> str:
    text = print_area(area, places=_PLACES)
    return text.rstrip("0").rstrip(".") if "." in text else text


# --- every sheet -----------------------------------------------------------------------------------------------------


def _duplicates(parsed: Parsed) -> None:
    """One plot, project or indicator stands on one row."""
    key = ROW_NAMES[parsed.sheet_key]
    first: dict[str, int] = {}
    for index in _counting(parsed):
        named = plain_key(str(parsed.values[key][index]))
        if named in first:
            parsed.report("P-DUP", index, key, row=str(parsed.row_numbers[first[named]]))
            parsed.set_aside.add(index)
        else:
            first[named] = index


def _clusters(parsed: Parsed, park: str, catalogue: Catalogue) -> None:
    """A cluster by its own name, told where it is another park's or none. 园内组团外 is no cluster."""
    for index, name in enumerate(_values(parsed, "cluster")):
        if not isinstance(name, str):
            continue
        if name in OUTSIDE_CLUSTERS:
            continue
        cluster = catalogue.cluster_named(name, park)
        if cluster is None:
            parsed.report("P-CLUSTER-UNKNOWN", index, "cluster")
        elif cluster.park != park:
            parsed.report("P-CLUSTER", index, "cluster", expected=cluster.park)
        else:
            parsed.values["cluster"][index] = cluster.name


def _below_zero(parsed: Parsed) -> None:
    for column in EVERY_SHEET[parsed.sheet_key].columns:
        if column.computed or column.key not in parsed.values or parsed.sheet_key == "indicator":
            continue
        for index, value in enumerate(parsed.values[column.key]):
            if not isinstance(value, int):
                continue
            if column.kind == "percent" and not 0 <= value <= _WHOLE:
                parsed.report("P-SHARE", index, column.key)
            elif column.kind in ("area", "ratio") and value <= 0 and column.key != "used":
                parsed.report("P-AREA", index, column.key)
            elif column.kind in ("money", "area") and value < 0:
                parsed.report("P-BELOW", index, column.key)


# --- 空间 ------------------------------------------------------------------------------------------------------------


def _space(parsed: Parsed, park: str, month: Month, record: ParkRecord) -> None:
    for index in _counting(parsed):
        _room(parsed, index)
        _term(parsed, index)
        _idle(parsed, index, month)
    _against_plots(parsed, park, month, record)


def _room(parsed: Parsed, index: int) -> None:
    area, used, free = (_values(parsed, key)[index] for key in ("area", "used", "free"))
    if area is None and "area" in parsed.raw and not _told(parsed, index, "area"):
        parsed.report("P-KEY", index, "area")
    if not isinstance(area, int) or not isinstance(used, int) or (index, "area") in parsed.doubtful:
        return
    if used > area:
        parsed.report("P-USED", index, "used", found=_hectares(used), expected=_hectares(area))
    elif isinstance(free, int) and abs(free - (area - used)) > UNIT_AREA["公顷"] // 200:
        parsed.report("P-FREE", index, "free", found=_hectares(free), expected=_hectares(area - used))


def _term(parsed: Parsed, index: int) -> None:
    start, end = _values(parsed, "term_from")[index], _values(parsed, "term_to")[index]
    if isinstance(start, date) and isinstance(end, date) and end <= start:
        parsed.report("P-TERM", index, "term_to", found=str(end), expected=str(start))
    elif isinstance(end, date) and start is None and not _told(parsed, index, "term_from"):
        parsed.report("P-TERM-FROM", index, _at(parsed, index, "term_from"), value=str(end))


def _told(parsed: Parsed, index: int, key: str) -> bool:
    """Whether something stands in the cell, read or not: what could not be read has been told already."""
    return key in parsed.raw and bool(as_text(parsed.raw[key][index]))


def _idle(parsed: Parsed, index: int, month: Month) -> None:
    state, since = _values(parsed, "state")[index], _values(parsed, "idle_since")[index]
    if state == "闲置" and since is None and not _told(parsed, index, "idle_since"):
        parsed.report("P-IDLE", index, _at(parsed, index, "idle_since"))
    elif isinstance(since, date) and isinstance(state, str) and state != "闲置":
        parsed.report("P-IDLE-STATE", index, "idle_since", found=state)
    elif isinstance(since, date) and since > month.last_day:
        parsed.report("P-IDLE-FUTURE", index, "idle_since", found=str(since))
    if state == "储备" and not _values(parsed, "note")[index]:
        parsed.report("P-RESERVE", index, _at(parsed, index, "note"))


def _against_plots(parsed: Parsed, park: str, month: Month, record: ParkRecord) -> None:
    known = {plain_key(k.plot.number): k for k in record.plots}
    here: set[str] = set()
    for index in _counting(parsed):
        key = plain_key(str(parsed.values["number"][index]))
        here.add(key)
        other = known.get(key)
        if other is None:
            continue
        if other.plot.park != park:
            parsed.report("P-PLOT-ELSEWHERE", index, "number", expected=other.plot.park, found=other.plot.source)
        else:
            _beside_plot(parsed, index, month, other)
    for key, mine in known.items():
        if mine.plot.park == park and key not in here and "P-PLOT-GONE" not in parsed.settings.off:
            number = mine.plot.number
            parsed.issues.append(found("P-PLOT-GONE", file=parsed.file, sheet=parsed.sheet_name, company=number, value=number))


_COMPARED: Final = ("cluster", "level", "use", "area", "used", "ownership", "supply", "term_from", "term_to", "state")


def _beside_plot(parsed: Parsed, index: int, month: Month, known: KnownPlot) -> None:
    """A plot beside its last record: what a person registered otherwise is told field by field, a changed area always."""
    if known.who:
        same = known.plot.as_of == month
        wins = "本月以窗口登记为准" if same else f"窗口登记于 {known.plot.as_of}，入库后以本月报送为准"
        for key in _COMPARED:
            said, entered = _values(parsed, key)[index], getattr(known.plot, key)
            if said is None or entered in (None, "") or said == entered or (index, key) in parsed.doubtful:
                continue
            words = {"found": _words(said), "expected": _words(entered), "who": known.who, "wins": wins}
            parsed.report("P-HAND", index, key, **words)
        return
    area = _values(parsed, "area")[index]
    if isinstance(area, int) and area != known.plot.area and (index, "area") not in parsed.doubtful:
        parsed.report("P-PLOT-AREA", index, "area", found=_hectares(area), expected=_hectares(known.plot.area))


def _words(value: object) -> str:
    return f"{_hectares(value)} 公顷" if isinstance(value, int) else str(value)


# --- 项目准入 --------------------------------------------------------------------------------------------------------


def _projects(parsed: Parsed, park: str, catalogue: Catalogue, record: ParkRecord) -> None:
    for index in _counting(parsed):
        industry = _values(parsed, "industry")[index]
        if isinstance(industry, str):
            named = catalogue.industry_named(industry)
            if named is None:
                parsed.report("P-INDUSTRY", index, "industry")
            else:
                parsed.values["industry"][index] = named.name
        fixed, total = _values(parsed, "investment_fen")[index], _values(parsed, "total_investment_fen")[index]
        if isinstance(fixed, int) and isinstance(total, int) and fixed > total:
            parsed.report("P-INVEST", index, "investment_fen", found=wan(fixed), expected=wan(total))
        _computed(parsed, index)
    _against_projects(parsed, park, record)


_MEASURES: Final = (
    ("intensity", "investment_fen", "area", UNIT_AREA["公顷"], "万元/公顷"),
    ("land_output", "output_fen", "area", UNIT_AREA["公顷"], "万元/公顷"),
    ("head_output", "output_fen", "people", 1, "万元/人"),
)


def _computed(parsed: Parsed, index: int) -> None:
    """Stated measures beside what the row's own figures come to, within half of the last place stated."""
    for key, amount_key, base_key, scale, unit in _MEASURES:
        said = _values(parsed, key)[index]
        amount, base = _values(parsed, amount_key)[index], _values(parsed, base_key)[index]
        if not isinstance(said, str) or not isinstance(amount, int) or not isinstance(base, int) or base <= 0:
            continue
        right = Fraction(amount * scale, base * UNIT_FEN["万元"])
        if _alike(said, right):
            continue
        hint = ""
        total = _values(parsed, "total_investment_fen")[index]
        if key == "intensity" and isinstance(total, int) and _alike(said, Fraction(total * scale, base * UNIT_FEN["万元"])):
            hint = "（现按总投资计算；投资强度按固定资产投资计算）"
        expected = plain(Decimal(half_up(right * 100)) / 100)
        parsed.report("P-COMPUTED", index, key, found=said, expected=expected, unit=unit, hint=hint)


def _alike(said: str, right: Fraction) -> bool:
    places = len(said.partition(".")[2])
    # A displayed value may have been rounded to whole numbers or cut; a half of a percent is never what this check is about.
    slack = max(Fraction(1, 2 * 10**places), abs(right) / 1000)
    return abs(Fraction(said) - right) <= slack


_PROJECT_FIELDS: Final = (
    "company_code", "cluster", "industry", "total_investment_fen", "investment_fen", "area", "output_fen", "people",
    "research", "energy", "environment",
)  # fmt: skip


def _against_projects(parsed: Parsed, park: str, record: ParkRecord) -> None:
    known = {(k.project.park, plain_key(k.project.name)): k for k in record.projects}
    codes = {k.project.credit_code: k for k in record.projects if k.project.credit_code}
    for index in _counting(parsed):
        name = plain_key(str(parsed.values["name"][index]))
        mine = known.get((park, name))
        if mine is not None and mine.fixed:
            _beside_project(parsed, index, mine)
        code = _values(parsed, "company_code")[index]
        other = codes.get(str(code)) if code else None
        elsewhere = other if other is not None and plain_key(other.project.name) == name else None
        if mine is None and elsewhere is not None and elsewhere.project.park != park:
            words = {"expected": elsewhere.project.park, "found": elsewhere.project.number}
            parsed.report("P-PROJECT-ELSEWHERE", index, "name", **words)


def _beside_project(parsed: Parsed, index: int, known: KnownProject) -> None:
    for key in _PROJECT_FIELDS:
        said = _values(parsed, key)[index]
        entered = getattr(known.project, "credit_code" if key == "company_code" else key)
        if said is None or entered in (None, "") or said == entered or (index, key) in parsed.doubtful:
            continue
        words = {"found": _told_as(key, said), "expected": _told_as(key, entered)}
        if known.state != "申报":
            parsed.report("P-PROJECT-DIFF", index, key, number=known.project.number, state=known.state, **words)
        else:
            parsed.report("P-HAND", index, key, who=known.who, wins="以窗口登记为准", **words)


def _told_as(key: str, value: object) -> str:
    if not isinstance(value, int):
        return str(value)
    if key.endswith("_fen"):
        return f"{wan(value)} 万元"
    return f"{_hectares(value)} 公顷" if key == "area" else f"{value / 100:g}%" if key == "research" else f"{value} 人"


# --- 园区指标 --------------------------------------------------------------------------------------------------------


def _indicators(parsed: Parsed, record: ParkRecord) -> None:
    for index in _counting(parsed):
        name = str(parsed.values["indicator"][index])
        figures = {key: _values(parsed, key)[index] for key in ("value", "ytd", "last_year")}
        if name not in INDICATORS:
            parsed.report("P-INDICATOR", index, "indicator")
        if any(v is not None for v in figures.values()) and not _values(parsed, "source")[index]:
            parsed.report("P-SOURCE", index, _at(parsed, index, "source"))
        for key, text in figures.items():
            if isinstance(text, str) and Decimal(text) < 0 and name in INDICATORS:
                parsed.report("P-BELOW", index, key)
            elif isinstance(text, str) and INDICATORS.get(name) == "%" and Decimal(text) > 100:
                parsed.report("P-SHARE", index, key)
        _flow(parsed, index, name, record)


def _flow(parsed: Parsed, index: int, name: str, record: ParkRecord) -> None:
    month, ytd = _values(parsed, "value")[index], _values(parsed, "ytd")[index]
    if isinstance(ytd, str) and (index, "ytd") not in parsed.doubtful and name in FLOWS:
        if isinstance(month, str) and (index, "value") not in parsed.doubtful and Decimal(ytd) < Decimal(month):
            parsed.report("P-INDICATOR-YTD", index, "ytd", found=ytd, expected=month)
        before = record.ytd.get(name)
        if before is not None and Decimal(ytd) < before:
            parsed.report("P-INDICATOR-FALL", index, "ytd", found=ytd, expected=plain(before))
    entered = record.entered.get(name)
    key = "ytd" if name in FLOWS and ytd is not None else "value"
    said = _values(parsed, key)[index]
    if entered is not None and isinstance(said, str) and Decimal(said) != entered.value:
        words = {"found": said, "expected": plain(entered.value), "who": entered.who, "wins": "以窗口登记为准"}
        parsed.report("P-HAND", index, key, **words)
