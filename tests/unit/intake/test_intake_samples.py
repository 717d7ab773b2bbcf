"""The two sample months against their truth: every planted fault at its cell, every total to the 分."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.history import NO_HISTORY, History
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.reconcile import Claim, find_leads
from zgc_desktop.domain.submissions import CheckedSubmission, FileState
from zgc_desktop.intake.reader import Reader, submission_files
from zgc_desktop.intake.submission import read_submission

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
CHECK_OF = {
    "bad_check": "R-CODE-CHECK",
    "unit_slip": "X-UNIT-SLIP",
    "missing_name": "R-NAME-MISSING",
    "duplicate_row": "R-DUP",
}
Submissions = dict[Month, dict[str, CheckedSubmission]]


@pytest.fixture(scope="module")
def truth(shared: Path) -> dict[str, Any]:
    return json.loads((shared / "samples" / "truth.json").read_text(encoding="utf-8"))


def history_of(submission: CheckedSubmission) -> History:
    figures: dict[str, dict[str, int | None]] = {}
    names: dict[str, str] = {}
    for table in submission.tables.values():
        for index, code in enumerate(table.values["credit_code"]):
            if not isinstance(code, str) or index in table.set_aside:
                continue
            for key, column in table.values.items():
                if isinstance(value := column[index], int):
                    figures.setdefault(code, {})[key] = value
            names[code] = str(table.values["name"][index])
    return History(SEPTEMBER, figures, names)


@pytest.fixture(scope="module")
def months(shared: Path, catalogue: Catalogue, reader: Reader) -> Submissions:
    read: Submissions = {SEPTEMBER: {}, OCTOBER: {}}

    def history_for(park: str, month: Month) -> History:
        earlier = read[SEPTEMBER].get(park) if month == OCTOBER else None
        return history_of(earlier) if earlier else NO_HISTORY

    for month, known in read.items():
        for path in submission_files([shared / "samples" / str(month)]):
            submission = read_submission(path, catalogue=catalogue, history_for=history_for, reader=reader)
            assert submission.park is not None, path.name
            known[submission.park.value] = submission
    return read


@pytest.mark.parametrize("month", [SEPTEMBER, OCTOBER], ids=str)
def test_every_file_tells_its_park_and_month(months: Submissions, truth: dict[str, Any], month: Month) -> None:
    assert {park: s.file_name for park, s in months[month].items()} == {
        park: told["file"] for park, told in truth["months"][str(month)].items()
    }
    assert all(s.month and s.month.value == str(month) for s in months[month].values())
    assert all(s.state is FileState.REGISTERED for s in months[month].values())


@pytest.mark.parametrize("month", [SEPTEMBER, OCTOBER], ids=str)
def test_companies_and_tax_equal_the_truth_to_the_fen(months: Submissions, truth: dict[str, Any], month: Month) -> None:
    for park, told in truth["months"][str(month)].items():
        submission = months[month][park]
        assert (submission.companies, submission.total("tax", "total_fen")) == (told["companies"], told["tax_fen"]), park


def test_revenue_of_a_faultless_month_equals_the_truth_to_the_fen(months: Submissions, truth: dict[str, Any]) -> None:
    for park, told in truth["months"][str(SEPTEMBER)].items():
        assert months[SEPTEMBER][park].total("enterprise", "revenue_fen") == told["revenue_fen"], park


def test_revenue_with_the_slipped_figure_set_right_equals_the_truth(months: Submissions, truth: dict[str, Any]) -> None:
    """The slipped figure enters no total; divided by the slip it is what was lacking."""
    for park, told in truth["months"][str(OCTOBER)].items():
        submission = months[OCTOBER][park]
        table = submission.tables["enterprise"]
        revenue = table.values["revenue_fen"]
        slipped = sum(v for i, key in table.doubtful if key == "revenue_fen" and isinstance(v := revenue[i], int))
        total = submission.total("enterprise", "revenue_fen")
        assert total is not None
        assert total + slipped // 10_000 == told["revenue_fen"], park


def test_every_planted_fault_is_reported_at_its_own_cell(months: Submissions, truth: dict[str, Any]) -> None:
    reported = {
        (str(month), park, issue.sheet, issue.cell, issue.code)
        for month, parks in months.items()
        for park, submission in parks.items()
        for issue in submission.issues
    }
    for planted in truth["planted"]:
        place = (planted["month"], planted["park"], planted["sheet"], planted["cell"], CHECK_OF[planted["kind"]])
        assert place in reported, planted


def test_planted_faults_name_their_company(months: Submissions, truth: dict[str, Any]) -> None:
    found = {(i.sheet, i.cell, s.park and s.park.value): i for s in months[OCTOBER].values() for i in s.issues}
    for planted in truth["planted"]:
        issue = found[(planted["sheet"], planted["cell"], planted["park"])]
        assert issue.company == planted["name"], planted
        if planted["kind"] == "bad_check":
            assert planted["code"] in issue.message
        else:
            assert issue.credit_code == planted["code"]


def test_a_faultless_month_has_no_issue(months: Submissions) -> None:
    assert [i for s in months[SEPTEMBER].values() for i in s.issues] == []


def test_no_error_is_reported_that_was_not_planted(months: Submissions, truth: dict[str, Any]) -> None:
    planted = {(p["park"], p["sheet"], p["cell"]) for p in truth["planted"]}
    errors = {(park, i.sheet, i.cell) for park, s in months[OCTOBER].items() for i in s.issues if i.severity.value == "error"}
    assert errors <= planted


def test_the_tax_sheet_without_a_unit_says_it_goes_by_the_form(months: Submissions) -> None:
    column = next(c for c in months[SEPTEMBER]["丰台园"].columns if c.field == "total_fen")
    assert column.unit == "元"
    assert "表式规定" in column.how


def test_leads_are_those_planted_and_no_other(months: Submissions, truth: dict[str, Any]) -> None:
    ids: dict[str, int] = {}

    def claims(month: Month) -> list[Claim]:
        lines = []
        for park, submission in months[month].items():
            table = submission.tables["enterprise"]
            for index, code in enumerate(table.values["credit_code"]):
                if index not in table.set_aside:
                    company = ids.setdefault(str(code), len(ids))
                    place = f"{table.sheet_name}!{table.cell(index, 'credit_code')}"
                    lines.append(Claim(company, str(code), str(table.values["name"][index] or ""), park, month, place))
        return lines

    leads = find_leads(OCTOBER, claims(OCTOBER), claims(SEPTEMBER))
    assert {(x.credit_code, frozenset((x.first.park, x.second.park))) for x in leads if x.kind == "double_claim"} == {
        (x["code"], frozenset(x["parks"])) for x in truth["double_claims"]
    }
    assert {(x.credit_code, x.first.park, x.second.park) for x in leads if x.kind == "silent_move"} == {
        (x["code"], x["from_"], x["to"]) for x in truth["silent_moves"]
    }
