"""Real workbooks made on the spot, and the real reader, for the intake's tests."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from zgc_desktop.bootstrap import load_catalogue
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.credit_code import check_character
from zgc_desktop.domain.history import NO_HISTORY, History
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission
from zgc_desktop.intake.raw import RawWorkbook
from zgc_desktop.intake.reader import Reader
from zgc_desktop.intake.reader_process import read_bytes
from zgc_desktop.intake.submission import check_workbook

Rows = Sequence[Sequence[object]]
Check = Callable[..., CheckedSubmission]

ROSTER_HEAD = [
    "统一社会信用代码",
    "企业名称",
    "注册地址",
    "组团",
    "产业领域",
    "从业人员(人)",
    "营业收入·本月(万元)",
    "研发费用·本月(万元)",
    "状态",
]
TAX_HEAD = ["统一社会信用代码", "企业名称", "增值税·地方(元)", "企业所得税·地方(元)", "其他地方税(元)", "地方合计(元)"]


def make_code(number: int) -> str:
    """A made-up credit code with a right check character."""
    body = f"91110108MA{number:07d}"
    return body + check_character(body)


def make_book(sheets: Mapping[str, Rows], *, change: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    """The bytes of an .xlsx with these rows."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        page = workbook.create_sheet(name)
        for r, row in enumerate(rows, start=1):
            for c, value in enumerate(row, start=1):
                if value is not None and value != "":
                    page.cell(r, c, value)
    if change:
        change(workbook)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def roster_rows(count: int = 3) -> list[list[object]]:
    """Roster lines without a fault."""
    return [
        [
            make_code(n),
            f"北京样例{n}科技有限公司",
            f"北京市海淀区样例路{n}号",
            "永丰",
            "新一代信息技术",
            10 + n,
            100.5 + n,
            5.25,
            "在营",
        ]
        for n in range(1, count + 1)
    ]


def tax_rows(count: int = 3) -> list[list[object]]:
    """Tax lines that add up."""
    return [[make_code(n), f"北京样例{n}科技有限公司", 100.1, 20.02, 3.0, 123.12] for n in range(1, count + 1)]


@pytest.fixture(scope="session")
def catalogue(root: Path) -> Catalogue:
    return load_catalogue(root / "resources")


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader() as running:
        yield running


@pytest.fixture(scope="session")
def check(catalogue: Catalogue) -> Check:
    """Read and check bytes in this process: the same code as in the child, without its start-up."""

    def run(
        data: bytes,
        name: str = "海淀园2026年10月.xlsx",
        *,
        history: History = NO_HISTORY,
        month: Month | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> CheckedSubmission:
        encoding, sheets = read_bytes(data, name)
        raw = RawWorkbook(name, hashlib.sha256(data).hexdigest(), encoding, sheets)
        return check_workbook(
            raw, catalogue=catalogue, history_for=lambda park, when: history, month=month, cancelled=cancelled
        )

    return run


@pytest.fixture(scope="session")
def book() -> Callable[..., bytes]:
    return make_book


@pytest.fixture(scope="session")
def code() -> Callable[[int], str]:
    return make_code


@pytest.fixture
def roster() -> list[list[object]]:
    """Title, heading and three faultless companies, from row 3."""
    return [["2026年10月中关村海淀园企业情况表"], list(ROSTER_HEAD), *roster_rows()]


@pytest.fixture
def tax() -> list[list[object]]:
    return [["2026年10月中关村海淀园税收情况表"], list(TAX_HEAD), *tax_rows()]
