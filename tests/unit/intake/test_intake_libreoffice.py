"""A template filled in and saved by LibreOffice comes back without one question."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reports.template_xlsx import write_template
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.issues import Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission, FileState

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
Check = Callable[..., CheckedSubmission]


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="本机没有 LibreOffice / LibreOffice is not installed here")
@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_a_template_saved_by_libreoffice_comes_back_without_a_question(
    tmp_path: Path, check: Check, catalogue: Catalogue, code: Callable[[int], str], kind: str
) -> None:
    """园方用 LibreOffice 打开、另存后报来：一个问题也不问，一分不差。"""
    roster = [
        {
            "credit_code": code(n), "name": f"北京样例{n}科技有限公司", "registered_address": f"北京市海淀区样例路{n}号",
            "cluster": "永丰", "industry": next(iter(catalogue.industries)), "founded_on": date(2019, 3, n),
            "employees": 10 + n, "revenue_fen": 123_456_789 + n, "rd_fen": 5_000_001, "status": "在营",
        }
        for n in range(1, 8)
    ]  # fmt: skip
    tax = [
        {"credit_code": r["credit_code"], "name": r["name"], "vat_fen": 12_345, "cit_fen": 6_789, "other_fen": 1,
         "total_fen": 19_135, "source": "税务"}
        for r in roster
    ]  # fmt: skip
    path = write_template(
        tmp_path / "海淀园.xlsx",
        park="海淀园",
        month=Month(2026, 10),
        clusters=[c.name for c in catalogue.clusters_of("海淀园")],
        industries=list(catalogue.industries),
        parks=list(catalogue.parks),
        rows={"enterprise": roster, "tax": tax},
    )
    profile = (tmp_path / "profile").as_uri()
    target = tmp_path / "out"
    command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(target)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    (saved,) = target.iterdir()
    checked = check(saved.read_bytes(), f"报表.{kind}")
    assert (checked.state, checked.questions) == (FileState.REGISTERED, ())
    assert checked.park is not None
    assert checked.park.value == "海淀园"
    assert checked.companies == 7
    assert checked.total("enterprise", "revenue_fen") == sum(123_456_789 + n for n in range(1, 8))
    assert checked.total("tax", "total_fen") == 7 * 19_135
    assert [i.message for i in checked.issues if i.severity is not Severity.NOTICE] == []
