"""The demonstration's sheets about the parks themselves: plots, projects and indicators of a month, all invented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from zgc_desktop.domain.admission.standards import ENERGY, HEAD_OUTPUT, INVESTMENT, LAND_OUTPUT, RESEARCH, Standard
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.money import to_fen
from zgc_desktop.domain.park_layouts import INDICATORS
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.services.demo_company import Dice

Row = dict[str, object]
"""Column key -> value."""

_WHOLE = ("发明专利授权", "高端人才", "上市企业")


def park_rows(config: Mapping[str, Any], park: str, month: Month) -> dict[str, list[Row]]:
    """What a park reports of itself in a month, by sheet key; sheets it does not report are left out."""
    found = {
        "space": [_plot(told) for told in config["plot"] if told["park"] == park],
        "project": [_project(p) for p in config["project"] if p["park"] == park and Month.parse(p["month"]) <= month],
        "indicator": _indicators(config, park, month) if park in config["indicators"]["parks"] else [],
    }
    return {key: rows for key, rows in found.items() if rows}


def _plot(told: Mapping[str, Any]) -> Row:
    return {
        "number": told["number"],
        "cluster": told["cluster"],
        "level": told.get("level"),
        "use": told.get("use"),
        "area": to_area(told["area"], "公顷"),
        "used": to_area(told["used"], "公顷"),
        "ownership": told.get("ownership"),
        "supply": told.get("supply"),
        "term_from": told.get("from"),
        "term_to": told.get("to"),
        "ratio_percent": int(Decimal(told["ratio"]) * 100) if "ratio" in told else None,
        "self_held": int(Decimal(told["self_held"]) * 100) if "self_held" in told else None,
        "state": told.get("state"),
        "idle_since": told.get("idle_since"),
        "note": told.get("note"),
    }


def _project(told: Mapping[str, Any]) -> Row:
    return {
        "name": told["name"],
        "cluster": told["cluster"],
        "industry": told["industry"],
        "total_investment_fen": to_fen(Decimal(told["total"]), "万元"),
        "investment_fen": to_fen(Decimal(told["fixed"]), "万元") if "fixed" in told else None,
        "area": to_area(told["area"], "公顷"),
        "output_fen": to_fen(Decimal(told["output"]), "万元"),
        "people": told.get("people"),
        "research": int(Decimal(told["research"]) * 100) if "research" in told else None,
        "energy": told.get("energy"),
        "environment": told.get("environment"),
        "stage": told.get("stage"),
        "to_review": "是",
    }


def _indicators(config: Mapping[str, Any], park: str, month: Month) -> list[Row]:
    """Invented figures that grow from month to month: a share stays a share, whole things stay whole."""
    rows: list[Row] = []
    for name in ("总收入", "研发投入占比", "高技术服务业增加值占比", "发明专利授权", "高端人才", "上市企业", "获投资额"):
        size = Dice(park, name).between(40, 90)
        if INDICATORS[name] == "%":
            row: Row = {"value": str(Decimal(size) / 10), "ytd": None}
        elif name in ("高端人才", "上市企业"):
            row = {"value": str(size * (30 if name == "高端人才" else 1) + month.month), "ytd": None}
        else:
            # 累计 is the months' sum: every month a little more than the one before.
            months = [size + m for m in range(1, month.month + 1)]
            scale = 1 if name in _WHOLE else 10
            row = {"value": str(Decimal(months[-1]) / scale), "ytd": str(Decimal(sum(months)) / scale)}
        rows.append({"indicator": name, "unit": INDICATORS[name], **row, "source": config["indicators"]["source"]})
    return rows


def demo_standard(config: Mapping[str, Any]) -> Standard:
    """The invented admission standard that projects of the demonstration are tested against."""
    told = config["standard"]
    amounts = {INVESTMENT: told["investment"], LAND_OUTPUT: told["land_output"], HEAD_OUTPUT: told["head_output"]}
    thresholds = [(measure, to_fen(Decimal(text), "万元")) for measure, text in amounts.items()]
    cited = Citation(told["title"], "演示（虚构）", "", date(2025, 12, 31), "全文")
    return Standard(
        "", "", told["from"], None, (*thresholds, (RESEARCH, int(Decimal(told["research"]) * 100))), (ENERGY,), cited
    )
