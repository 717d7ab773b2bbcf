"""The demonstration months: invented, coherent, the same every time, and with everything planted that must be found."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from zgc_desktop.domain.catalogue import FILES, Catalogue, parse_catalogue
from zgc_desktop.domain.credit_code import fault
from zgc_desktop.domain.layouts import SHEETS
from zgc_desktop.domain.money import UNIT_FEN
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_rules import parse_standard
from zgc_desktop.domain.tiers import Outcome, evaluate, standards_on
from zgc_desktop.services.demo_company import organisation_check
from zgc_desktop.services.demo_story import DemoStory, Row, build_story

ROOT = Path(__file__).parents[3]
OCTOBER = Month(2026, 10)


def toml(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return parse_catalogue({stem: toml(ROOT / "resources" / "catalogue" / f"{stem}.toml") for stem in FILES})


@pytest.fixture(scope="module")
def story(catalogue: Catalogue) -> DemoStory:
    return build_story(toml(ROOT / "resources/demo/story.toml"), catalogue)


def rows(story: DemoStory, sheet: str, month: Month | None = None) -> list[Row]:
    return [r for m in story.months if month in (None, m.month) for p in m.parks for r in p.rows[sheet]]


def park_of(story: DemoStory, code: str, month: Month) -> list[str]:
    parks = next(m.parks for m in story.months if m.month == month)
    return [p.park for p in parks if any(r["credit_code"] == code for r in p.rows["enterprise"])]


def test_the_same_story_is_told_every_time(story: DemoStory, catalogue: Catalogue) -> None:
    assert build_story(toml(ROOT / "resources/demo/story.toml"), catalogue) == story


def test_three_months_of_seventeen_parks_and_about_five_hundred_companies(story: DemoStory, catalogue: Catalogue) -> None:
    assert [str(m.month) for m in story.months] == ["2026-08", "2026-09", "2026-10"]
    assert [len(m.parks) for m in story.months] == [17, 17, 16]
    assert {p.park for p in story.months[0].parks} - {p.park for p in story.months[2].parks} == {"通州园"}
    assert 480 <= len(rows(story, "enterprise", Month(2026, 8))) <= 560


def test_every_code_is_well_made_unless_planted_otherwise(story: DemoStory) -> None:
    planted = {p.credit_code for p in story.planted if p.kind == "bad_check"}
    codes = {str(r["credit_code"]) for r in rows(story, "enterprise")}
    assert {c for c in codes if fault(c)} == planted
    assert all(c[16] == organisation_check(c[8:16]) for c in codes)


def test_no_two_companies_share_a_name_or_a_code(story: DemoStory) -> None:
    august = rows(story, "enterprise", Month(2026, 8))
    assert max(Counter(r["name"] for r in august).values()) == 1
    assert max(Counter(r["credit_code"] for r in august).values()) == 1


def test_no_company_of_the_demonstration_is_one_of_the_samples(story: DemoStory) -> None:
    truth = ROOT.parent / "shared" / "samples" / "truth.json"
    if not truth.exists():
        pytest.skip("没有 ../shared/samples")
    text = truth.read_text(encoding="utf-8")
    assert not [r["name"] for r in rows(story, "enterprise") if r["name"] and str(r["name"]) in text]


def test_rows_use_the_columns_of_the_submission_and_its_choices(story: DemoStory) -> None:
    for key, sheet in SHEETS.items():
        choices = {c.key: c.choices for c in sheet.columns if c.choices}
        known = {c.key for c in sheet.columns}
        for row in rows(story, key):
            assert row.keys() <= known
            assert all(row.get(k) is None or row[k] in allowed for k, allowed in choices.items())


def test_money_is_whole_fen_and_taxes_add_up(story: DemoStory) -> None:
    for row in rows(story, "tax"):
        parts = [row[k] for k in ("vat_fen", "cit_fen", "other_fen")]
        assert all(isinstance(p, int) for p in parts)
        assert sum(p for p in parts if isinstance(p, int)) == row["total_fen"]


def test_year_to_date_grows_by_the_month(story: DemoStory) -> None:
    september = {r["credit_code"]: r for r in rows(story, "enterprise", Month(2026, 9))}
    slipped = {p.credit_code for p in story.planted if p.kind == "unit_slip"}
    for row in rows(story, "enterprise", OCTOBER):
        before = september.get(row["credit_code"])
        if before and row["credit_code"] not in slipped:
            assert row["revenue_ytd_fen"] == before["revenue_ytd_fen"] + row["revenue_fen"]  # type: ignore[operator]


def test_addresses_lie_where_the_park_says_the_cluster_is(story: DemoStory, catalogue: Catalogue) -> None:
    for park in story.months[0].parks:
        for row in park.rows["enterprise"]:
            if row["cluster"] and row["cluster"] != "园内组团外":
                cluster = catalogue.clusters[str(row["cluster"])]
                assert cluster.park == park.park
                assert any(k in str(row["registered_address"]) for p in cluster.places for k in p.keywords)


def test_what_is_planted_is_there(story: DemoStory) -> None:
    count = Counter(p.kind for p in story.planted)
    assert count["double_claim"] == 1
    assert count["silent_move"] == 2
    assert all(count[k] == 1 for k in ("unit_slip", "bad_check", "duplicate_row", "missing_name", "missing_park"))
    assert len({p.credit_code for p in story.planted}) == len(story.planted)
    for p in story.planted:
        if p.kind == "double_claim":
            assert set(park_of(story, p.credit_code, OCTOBER)) == {p.park, p.other_park}
        if p.kind == "silent_move":
            assert park_of(story, p.credit_code, Month(2026, 9)) == [p.park]
            assert park_of(story, p.credit_code, OCTOBER) == [p.other_park]


def test_one_case_reaches_its_cap_in_october_and_not_before(story: DemoStory) -> None:
    case = next(c for c in story.cases if c.about == "十月触顶")
    cap = sum(b.amount_fen for b in case.base)
    assert cap >= 3 * 2_000 * UNIT_FEN["万元"]
    shared, after = 0, []
    for month in story.months:
        row = next(r for r in rows(story, "tax", month.month) if r["credit_code"] == case.credit_code)
        shared += (int(str(row["vat_fen"])) + int(str(row["cit_fen"]))) // 2
        after.append(shared)
    assert after[1] < cap < after[2]


def test_cases_cover_sharing_threshold_nature_capacity_and_work_under_way(story: DemoStory) -> None:
    cases = {c.about: c for c in story.cases}
    assert sum(b.amount_fen for b in cases["未达门槛"].base) < 3 * 2_000 * UNIT_FEN["万元"]
    assert cases["市场行为"].nature == "市场行为"
    assert cases["未达产"].at_capacity_on is None
    assert cases["办理中"].registered_on is None
    for case in story.cases:
        here = case.to_park if case.appears else case.from_park
        assert park_of(story, case.credit_code, OCTOBER) == [here]
        if case.at_capacity_on:
            assert date(2026, 7, 1) <= case.at_capacity_on <= date(2026, 8, 1)


def test_the_tier_rows_say_what_the_story_says(story: DemoStory) -> None:
    standards = {
        s.key: s
        for s in standards_on(
            [parse_standard(toml(p), p.name) for p in sorted((ROOT / "resources/rules/tiers").glob("*.toml"))], OCTOBER.last_day
        )
    }
    roster = {r["credit_code"]: r for r in rows(story, "enterprise", OCTOBER)}

    def result(about: str, key: str) -> tuple[Outcome, bool]:
        row = next(r for r in rows(story, "tier", OCTOBER) if r["note"] == about)
        facts = {
            **row,
            "founded_on": roster[row["credit_code"]]["founded_on"],
            "industry": roster[row["credit_code"]]["industry"],
        }
        found = evaluate(standards[key], facts, OCTOBER.last_day)
        return found.outcome, found.near_miss

    gazelle, unicorn, champion = "gazelle-national-hitech", "unicorn", "hidden-champion-beijing"
    assert result("恰好达到瞪羚", gazelle) == (Outcome.MET, False)
    assert result("五年内破五亿元", gazelle) == (Outcome.MET, False)
    assert result("增长差一步", gazelle) == (Outcome.NOT_MET, True)
    assert result("基年差一百元", gazelle) == (Outcome.NOT_MET, True)
    assert result("上年下降", gazelle) == (Outcome.NOT_MET, True)
    assert result("缺基年收入", gazelle) == (Outcome.UNDECIDABLE, True)
    assert result("独角兽，未认定", unicorn) == (Outcome.MET, False)
    assert result("独角兽，估值未报", unicorn) == (Outcome.UNDECIDABLE, True)
    assert result("独角兽，已上市", unicorn)[0] is Outcome.NOT_MET
    assert result("隐形冠军", champion) == (Outcome.MET, False)
    assert result("隐形冠军，差一位", champion) == (Outcome.NOT_MET, True)
    assert result("独角兽，已上市", unicorn)[1] is False
    assert len(story.recognitions) >= 6
    assert all("演示" in r.document for r in story.recognitions)
