"""The demonstration months: 17 parks of invented companies, with the things a coordinator must find planted in October."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.money import UNIT_FEN, Fen, to_fen
from zgc_desktop.domain.moves import BaseYear, CaseState
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_review import Recognition
from zgc_desktop.services.demo_company import HUNDRED_YUAN, Company, Dice, Inventor, wrong_check
from zgc_desktop.services.demo_park_sheets import park_rows

Row = dict[str, object]
"""Column key -> value: 分 (int), count, date, text or None."""
BASE_SOURCE = "演示数据（虚构），非税务部门证明"
YEAR_FIGURES = ("revenue_y0_fen", "revenue_y1_fen", "revenue_y2_fen", "revenue_y3_fen")


@dataclass(frozen=True, slots=True)
class DemoPark:
    """What one park reports in a month: rows by sheet key."""

    park: str
    rows: Mapping[str, list[Row]]


@dataclass(frozen=True, slots=True)
class DemoMonth:
    """One month; parks that do not report are not there."""

    month: Month
    parks: tuple[DemoPark, ...]


@dataclass(frozen=True, slots=True)
class DemoCase:
    """A move case as the office knows it; ``appears`` is the first month the move-in park reports the company."""

    about: str
    credit_code: str
    name: str
    from_park: str
    to_park: str
    nature: str
    kind: str
    state: CaseState
    opened_on: date
    registered_on: date | None
    at_capacity_on: date | None
    base: tuple[BaseYear, ...]
    appears: Month | None


@dataclass(frozen=True, slots=True)
class Planted:
    """One thing to be found: what, in which month and park, and which company."""

    kind: str
    month: Month
    park: str
    credit_code: str
    other_park: str = ""


@dataclass(frozen=True, slots=True)
class DemoStory:
    """All of it, ready to be written as workbooks and received like any other file."""

    months: tuple[DemoMonth, ...]
    cases: tuple[DemoCase, ...]
    recognitions: tuple[Recognition, ...]
    planted: tuple[Planted, ...]


# --- rows of one company ---------------------------------------------------------------------------------------------


def _revenue(company: Company, month: Month) -> Fen:
    swing = Dice(company.code, month).between(-6, 6)
    return company.monthly_fen * (100 + swing) // 100 // HUNDRED_YUAN * HUNDRED_YUAN


def _since_january(company: Company, month: Month) -> list[Month]:
    born = Month.of(company.founded_on)
    return [m for n in range(1, month.month + 1) if (m := Month(month.year, n)) >= born]


def _rd(company: Company, month: Month) -> Fen:
    return _revenue(company, month) * company.rd_permille // 1000 // HUNDRED_YUAN * HUNDRED_YUAN


def _taxes(company: Company, month: Month) -> tuple[Fen, Fen, Fen]:
    """增值税, 企业所得税 and other local tax of a month."""
    dice = Dice(company.code, month, "税")
    whole = _revenue(company, month) * company.tax_permille // 1000
    vat = whole * dice.between(52, 60) // 100 + dice.below(100)
    cit = whole * dice.between(26, 32) // 100 + dice.below(100)
    other = max(whole - vat - cit, 0)
    laid_down = company.taxes.get(month)
    return (*laid_down, other) if laid_down else (vat, cit, other)


def _enterprise_row(company: Company, month: Month, status: str = "在营", change: str = "无") -> Row:
    year_to_date = _since_january(company, month)
    return {
        "credit_code": company.code,
        "name": company.name,
        "registered_address": company.address,
        "operating_address": company.address,
        "cluster": company.cluster or None,
        "industry": company.industry,
        "main_business": company.business,
        "founded_on": company.founded_on,
        "employees": company.employees + Dice(company.code, month, "人").between(-2, 3),
        "assets_fen": company.monthly_fen * 16,
        "revenue_fen": _revenue(company, month),
        "revenue_ytd_fen": sum(_revenue(company, m) for m in year_to_date),
        "rd_fen": _rd(company, month),
        "rd_ytd_fen": sum(_rd(company, m) for m in year_to_date),
        "patents": company.patents,
        "status": status,
        "change": change,
        "tier": company.tier or None,
    }


def _tax_row(company: Company, month: Month, refund: Fen = 0) -> Row:
    vat, cit, other = _taxes(company, month)
    before = sum(sum(_taxes(company, m)) for m in _since_january(company, month)[:-1])
    vat -= refund
    return {
        "credit_code": company.code,
        "name": company.name,
        "paid_month": str(month),
        "belongs_to": str(month.plus(-1)),
        "vat_fen": vat,
        "cit_fen": cit,
        "other_fen": other,
        "total_fen": vat + cit + other,
        "refund_fen": -refund,
        "total_ytd_fen": before + vat + cit + other,
        "source": "税务",
    }


def _tier_row(company: Company, told: Mapping[str, Any]) -> Row:
    people = told.get("employees", [])
    figures = {k: to_fen(Decimal(v), "万元") for k, v in zip(YEAR_FIGURES, told["revenue"], strict=False)}
    valuation = told.get("valuation")
    return {
        "credit_code": company.code,
        "name": company.name,
        "tier_now": told.get("now"),
        "tier_applied": told.get("applied"),
        **figures,
        "employees_y0": people[0] if people else None,
        "employees_y3": people[1] if people else None,
        "rd_y0_fen": to_fen(Decimal(told["rd"]), "万元") if "rd" in told else None,
        "valuation_usd_fen": to_fen(Decimal(valuation), "亿元") if valuation else None,
        "privately_funded": told.get("funded"),
        "listed": told.get("listed"),
        "segment": told.get("segment"),
        "national_rank": told.get("national_rank"),
        "global_rank": told.get("global_rank"),
        "evidence": "演示材料（虚构）",
        "note": told["about"],
    }


# --- the cast --------------------------------------------------------------------------------------------------------


def _founded_long_ago(company: Company) -> Company:
    return replace(company, founded_on=company.founded_on.replace(year=min(company.founded_on.year, 2016), day=1))


def _case_company(inventor: Inventor, told: Mapping[str, Any], months: Iterable[Month]) -> Company:
    taxes = {m: (to_fen(Decimal(v)), to_fen(Decimal(c))) for m, v, c in zip(months, told["vat"], told["cit"], strict=True)}
    company = _founded_long_ago(inventor.company(told["from"], f"案件{told['about']}", told["industry"]))
    # Local tax of about six per cent of revenue: a large, profitable company.
    monthly = sum(next(iter(taxes.values()))) * 16 // HUNDRED_YUAN * HUNDRED_YUAN
    return replace(company, monthly_fen=monthly, taxes=taxes, employees=monthly // UNIT_FEN["十万元"] // 12 + 40)


def _tier_company(inventor: Inventor, told: Mapping[str, Any]) -> Company:
    company = inventor.company(told["park"], f"梯队{told['about']}")
    monthly = to_fen(Decimal(told["revenue"][0]), "万元") * 11 // 120 // HUNDRED_YUAN * HUNDRED_YUAN
    return replace(
        company,
        founded_on=told["founded_on"],
        monthly_fen=monthly,
        employees=told["employees"][0],
        rd_permille=to_fen(Decimal(told["rd"]), "万元") * 1000 // to_fen(Decimal(told["revenue"][0]), "万元"),
        tier=told.get("now", ""),
    )


class _Stage:
    """Who is reported by which park in which month, filled act by act."""

    def __init__(self, config: Mapping[str, Any], catalogue: Catalogue) -> None:
        self.config = config
        self.months = tuple(Month.parse(m) for m in config["months"])
        self.inventor = Inventor(config, catalogue)
        self.sheets = {
            (m, park): {"enterprise": list[Row](), "tax": list[Row](), "tier": list[Row]()}
            for m in self.months
            for park in catalogue.parks
        }
        self.planted: list[Planted] = []

    def report(
        self, company: Company, month: Month, *, status: str = "在营", change: str = "无", refund: Fen = 0
    ) -> dict[str, list[Row]]:
        sheets = self.sheets[month, company.park]
        sheets["enterprise"].append(_enterprise_row(company, month, status, change))
        sheets["tax"].append(_tax_row(company, month, refund))
        return sheets

    def plant(self, kind: str, month: Month, park: str, code: str, other: str = "") -> None:
        self.planted.append(Planted(kind, month, park, code, other))

    # The acts -------------------------------------------------------------------------------------------------------

    def ordinary(self) -> None:
        for park, count in self.config["companies"].items():
            for number in range(count):
                company = self.inventor.company(park, number)
                for month in self.months:
                    self.report(company, month)

    def newcomers_and_leavers(self) -> None:
        for number, told in enumerate(self.config["new"]):
            first = Month.parse(told["month"])
            company = self.inventor.founded(self.inventor.company(told["park"], f"新设{number}"), first)
            self.plant("new", first, company.park, company.code)
            for month in self.months:
                if month >= first:
                    opening = month == first
                    self.report(company, month, status="新设" if opening else "在营", change="新增" if opening else "无")
        for number, told in enumerate(self.config["cancelled"]):
            last = Month.parse(told["month"])
            company = self.inventor.company(told["park"], f"注销{number}")
            self.plant("cancelled", last, company.park, company.code)
            for month in self.months:
                if month <= last:
                    ending = month == last
                    self.report(company, month, status="注销" if ending else "在营", change="退出" if ending else "无")
        for number, told in enumerate(self.config["refund"]):
            when, company = Month.parse(told["month"]), self.inventor.company(told["park"], f"退库{number}")
            self.plant("refund", when, company.park, company.code)
            for month in self.months:
                self.report(company, month, refund=to_fen(Decimal(told["amount"])) if month == when else 0)

    def unspoken_moves(self) -> None:
        """Leads of the last month: claimed by two parks, or gone from one and new in another without a word."""
        last, told = self.months[-1], self.config["october"]
        for number, pair in enumerate(told["double_claims"]):
            company = self.inventor.company(pair["home"], f"双重{number}")
            self.plant("double_claim", last, pair["home"], company.code, pair["also"])
            for month in self.months:
                self.report(company, month)
            self.report(self.inventor.moved(company, pair["also"]), last, change="新增")
        for number, pair in enumerate(told["silent_moves"]):
            company = self.inventor.company(pair["from"], f"静默{number}")
            self.plant("silent_move", last, pair["from"], company.code, pair["to"])
            for month in self.months[:-1]:
                self.report(company, month)
            self.report(self.inventor.moved(company, pair["to"]), last, change="新增")

    def cases(self) -> tuple[DemoCase, ...]:
        made = []
        for told in self.config["case"]:
            company = _case_company(self.inventor, told, self.months)
            word = told.get("appears", str(self.months[0]))
            appears = Month.parse(word) if word else None
            moved = self.inventor.moved(company, told["to"])
            for month in self.months:
                there = appears is not None and month >= appears
                arriving = there and month == appears and month != self.months[0]
                self.report(moved if there else company, month, change="新增" if arriving else "无")
            base = tuple(BaseYear(int(y), to_fen(Decimal(a)), BASE_SOURCE) for y, a in sorted(told["base"].items()))
            made.append(
                DemoCase(
                    told["about"],
                    company.code,
                    company.name,
                    told["from"],
                    told["to"],
                    told["nature"],
                    told["kind"],
                    CaseState(told["state"]),
                    told["opened_on"],
                    told.get("registered_on"),
                    told.get("at_capacity_on"),
                    base,
                    appears,
                )
            )
        return tuple(made)

    def tiers(self) -> tuple[Recognition, ...]:
        made = []
        for told in self.config["tier"]:
            company = _tier_company(self.inventor, told)
            for month in self.months:
                self.report(company, month)["tier"].append(_tier_row(company, told))
            if "recognised" in told:
                made.append(Recognition(company.code, told["now"], **told["recognised"], note="演示数据（虚构）"))
        return tuple(made)

    def faults(self) -> None:
        """One fault of each kind in one park's last workbook, each on a company of its own."""
        last, park = self.months[-1], self.config["october"]["faults_in"]
        sheets = self.sheets[last, park]
        slip, check, double, nameless = (
            sheets["enterprise"][2],
            sheets["enterprise"][5],
            sheets["enterprise"][8],
            sheets["enterprise"][11],
        )
        # 元 typed into a column of 万元.
        slip["revenue_fen"] = int(str(slip["revenue_fen"])) * UNIT_FEN["万元"] // UNIT_FEN["元"]
        for row in (check, sheets["tax"][5]):
            row["credit_code"] = wrong_check(str(row["credit_code"]))
        sheets["enterprise"].append(dict(double))
        nameless["name"] = None
        for kind, row in (("unit_slip", slip), ("bad_check", check), ("duplicate_row", double), ("missing_name", nameless)):
            self.plant(kind, last, park, str(row["credit_code"]))


def build_story(config: Mapping[str, Any], catalogue: Catalogue) -> DemoStory:
    """The whole demonstration from ``resources/demo/story.toml`` and the catalogue; the same every time.

    Amounts are 分; nothing is written and nothing is real: names, codes, figures and document numbers are invented.
    """
    stage = _Stage(config, catalogue)
    stage.ordinary()
    stage.newcomers_and_leavers()
    stage.unspoken_moves()
    cases, recognitions = stage.cases(), stage.tiers()
    stage.faults()
    missing = set(config["october"]["missing"])
    stage.planted.extend(Planted("missing_park", stage.months[-1], park, "") for park in sorted(missing))
    months = tuple(
        DemoMonth(
            month,
            tuple(
                DemoPark(park, {**stage.sheets[month, park], **park_rows(config, park, month)})
                for park in catalogue.parks
                if not (month == stage.months[-1] and park in missing)
            ),
        )
        for month in stage.months
    )
    return DemoStory(months, cases, recognitions, tuple(stage.planted))
