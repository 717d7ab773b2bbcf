"""Two months of 17 parks' hand-made files, through the command line, against what is known to be in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zgc_desktop.cli.main import run

Zgc = Callable[..., tuple[int, Any]]
CODES = {
    "bad_check": "R-CODE-CHECK",
    "unit_slip": "X-UNIT-SLIP",
    "missing_name": "R-NAME-MISSING",
    "duplicate_row": "R-DUP",
}


@pytest.fixture(scope="module")
def truth(shared: Path) -> dict[str, Any]:
    return json.loads((shared / "samples" / "truth.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def zgc(tmp_path_factory: pytest.TempPathFactory) -> Zgc:
    """Run ``zgc … --json`` on one workspace for the whole module: (exit code, facts)."""
    workspace = tmp_path_factory.mktemp("样例") / "工作区"

    def call(*words: str) -> tuple[int, Any]:
        with pytest.MonkeyPatch.context() as patch:
            out: list[str] = []
            patch.setattr("sys.stdout.write", out.append, raising=False)
            code = run([*words, "--json", "--workspace", str(workspace)])
        return code, json.loads("".join(out)) if out else None

    return call


@pytest.fixture(scope="module")
def received(zgc: Zgc, shared: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Both months in one call, the later one named first: the desk sorts them out itself."""
    code, facts = zgc("receive", str(shared / "samples" / "2026-10"), str(shared / "samples" / "2026-09"))
    assert code == 1  # October has errors that a person must see
    return {(f["month"], f["park"]): f for f in facts["files"]}


@pytest.fixture(scope="module")
def accepted(zgc: Zgc, received: dict[tuple[str, str], dict[str, Any]]) -> Zgc:
    assert received
    assert zgc("accept", "--month", "2026-09")[0] == 0
    code, facts = zgc("accept", "--month", "2026-10")
    assert code == 1
    assert all("项错误" in held["why"] for held in facts["held"])
    assert zgc("accept", "--month", "2026-10", "--despite-errors", "样例")[0] == 0
    return zgc


def test_every_file_is_registered_for_its_park_and_month(
    received: dict[tuple[str, str], dict[str, Any]], truth: dict[str, Any]
) -> None:
    for month, parks in truth["months"].items():
        for park, told in parks.items():
            line = received[(month, park)]
            assert (line["file"], line["state"], line["version"]) == (told["file"], "registered", 1)


def test_companies_and_tax_match_the_truth_to_the_fen(
    received: dict[tuple[str, str], dict[str, Any]], truth: dict[str, Any]
) -> None:
    """十七个园两个月，企业数和税收一分不差。"""
    for month, parks in truth["months"].items():
        for park, told in parks.items():
            line = received[(month, park)]
            assert (line["companies"], line["tax_fen"]) == (told["companies"], told["tax_fen"]), (month, park)


def test_revenue_of_the_clean_month_matches_to_the_fen(
    received: dict[tuple[str, str], dict[str, Any]], truth: dict[str, Any]
) -> None:
    for park, told in truth["months"]["2026-09"].items():
        assert received[("2026-09", park)]["revenue_fen"] == told["revenue_fen"]


def test_every_planted_fault_is_found_at_its_very_cell(
    received: dict[tuple[str, str], dict[str, Any]], truth: dict[str, Any]
) -> None:
    assert len(truth["planted"]) == 64
    for planted in truth["planted"]:
        issues = received[(planted["month"], planted["park"])]["issues"]
        places = {(i["code"], i["sheet"], i["cell"]) for i in issues}
        assert (CODES[planted["kind"]], planted["sheet"], planted["cell"]) in places, planted


def test_the_clean_month_raises_no_error_and_no_warning(received: dict[tuple[str, str], dict[str, Any]]) -> None:
    loud = [i for (month, _), f in received.items() if month == "2026-09" for i in f["issues"] if i["severity"] != "notice"]
    assert loud == []


def test_no_error_beside_the_planted_ones(received: dict[tuple[str, str], dict[str, Any]], truth: dict[str, Any]) -> None:
    planted = {(p["month"], p["park"], p["sheet"], p["cell"]) for p in truth["planted"]}
    for (month, park), line in received.items():
        for issue in line["issues"]:
            if issue["severity"] == "error":
                assert (month, park, issue["sheet"], issue["cell"]) in planted, issue


def test_double_claims_and_silent_moves_are_the_planted_ones(accepted: Zgc, truth: dict[str, Any]) -> None:
    _, leads = accepted("leads", "--month", "2026-10")
    double = {(lead["credit_code"], frozenset(lead["parks"])) for lead in leads["double_claims"]}
    assert double == {(d["code"], frozenset(d["parks"])) for d in truth["double_claims"]}
    silent = {(lead["credit_code"], lead["from"], lead["to"]) for lead in leads["silent_moves"]}
    assert silent == {(m["code"], m["from_"], m["to"]) for m in truth["silent_moves"]}
    for lead in leads["double_claims"]:
        assert all("!" in place for place in lead["places"])


def test_the_months_have_no_leads_before_anything_moved(accepted: Zgc) -> None:
    _, leads = accepted("leads", "--month", "2026-09")
    assert (leads["double_claims"], leads["silent_moves"]) == ([], [])


def test_a_lead_becomes_a_case_and_landing_changes_the_park_from_its_day(accepted: Zgc) -> None:
    """线索立案，补齐要素，落地：自变更登记日起归迁入园，此前仍归原园。"""
    _, leads = accepted("leads", "--month", "2026-10")
    lead = leads["silent_moves"][0]
    code, case = accepted("case", "open", "--lead", str(lead["id"]))
    assert (code, case["from"], case["to"]) == (0, lead["from"], lead["to"])
    assert accepted("case", "land", case["id"])[0] == 2  # nature, kind and the day are still missing
    facts = ("--nature", "政府主导", "--kind", "整体", "--registered-on", "2026-09-28", "--at-capacity-on", "2026-10-01")
    base = [word for year in (2023, 2024, 2025) for word in ("--base", f"{year}=20000000.00")]
    assert accepted("case", "describe", case["id"], *facts, *base, "--base-source", "税务证明")[0] == 0
    assert accepted("case", "land", case["id"])[0] == 0
    code, settled = accepted("settle", "--month", "2026-10")
    (line,) = settled["lines"]
    assert (code, line["case"], settled["difference_fen"]) == (0, case["id"], 0)
    assert line["due_fen"] + line["kept_fen"] == line["counted_fen"]
    assert line["counted_fen"] == line["vat_fen"] + line["cit_fen"]
    assert "!" in line["source"]
    assert settled["net"] == [{"payer": line["payer"], "receiver": line["receiver"], "amount_fen": line["due_fen"]}]
    _, told = accepted("explain", case["id"], "--month", "2026-10")
    assert any(line["source"].split("、")[0] in text for text in told["lines"])


def test_tiers_and_clusters_give_their_reasons(accepted: Zgc) -> None:
    code, tiers = accepted("tiers", "--month", "2026-10")
    assert code == 0
    assert tiers["examined"] > 2000
    assert all(u["companies"] >= 0 for u in tiers["undecidable"])
    code, clusters = accepted("clusters", "--month", "2026-10")
    assert code == 0
    assert len(clusters["clusters"]) == 31
    assert all(a["reasons"] and all(a["reasons"]) for a in clusters["assignments"])


def test_the_report_is_written_as_pdf_and_workbook(accepted: Zgc, tmp_path: Path) -> None:
    code, made = accepted("report", "--month", "2026-10", "--out", str(tmp_path / "月 报"))
    assert code == 0
    assert Path(made["pdf"]).read_bytes().startswith(b"%PDF")
    assert Path(made["xlsx"]).read_bytes().startswith(b"PK")
    assert len(made["fingerprint"]) == 64


def test_the_workspace_is_sound_afterwards(accepted: Zgc) -> None:
    code, facts = accepted("check")
    assert (code, facts["ok"], facts["submissions"], facts["originals"]) == (0, True, 34, 34)
