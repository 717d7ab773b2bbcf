"""A real workspace in a temporary folder, under a clock that stands still."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from reports.template_xlsx import write_template
from tests.postgres import CHOSEN, Server
from tests.storage import exchange_story
from tests.storage import ledger_story as story
from tests.storage.ledger_story import known, moved, report_tax
from zgc_desktop import bootstrap
from zgc_desktop.cli.main import run as run_command
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import Address, address_of
from zgc_desktop.services import profile
from zgc_desktop.services.context import AppContext

CODES = ("91110108MA01TJ3Y5P", "91110114MA0J9HTM4L", "91110113MA09D4H3XP", "91110115MA053JJL2M", "91110117MA02J1K618")
"""Valid and fictitious, from the field's rules (policy 4.1)."""
NAMES = (
    "北京衡岳智造科技有限公司",
    "北京知远数联技术有限公司",
    "北京槿蘅新材科技有限公司",
    "北京砚川机器人有限公司",
    "北京岑原生物科技有限公司",
)

Row = dict[str, object]


NewPlace = Callable[[str], Address]


@pytest.fixture
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewPlace]:
    """``new_place("昌平")``: where a new, empty workspace stands, a folder or (ZGC_TEST_DATABASE=postgresql) a database."""
    databases = []

    def folder(name: str) -> Address:
        return Path(shutil.copytree(request.getfixturevalue("empty_workspace"), tmp_path / name))

    def database(_name: str) -> Address:
        server: Server = request.getfixturevalue("postgres")
        databases.append(server.new(request.getfixturevalue("empty_database")))
        return address_of(server.url(databases[-1]))

    yield database if CHOSEN else folder
    for name in databases:
        request.getfixturevalue("postgres").drop(name)


@pytest.fixture
def desk(new_place: NewPlace) -> AppContext:
    """An open, empty workspace; it is 6 November 2026."""
    return bootstrap.open_workspace(new_place("工作 区"), who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))


def company(n: int, **changes: object) -> Row:
    """One roster line of an invented company."""
    line: Row = {
        "credit_code": CODES[n],
        "name": NAMES[n],
        "registered_address": "北京市海淀区知行街 1 号",
        "industry": "新一代信息技术",
        "founded_on": date(2019, 3, 1),
        "employees": 30 + n,
        "revenue_fen": 100_000_000 * (n + 1),
        "rd_fen": 5_000_000,
        "status": "在营",
    }
    return line | changes


def tax_line(n: int, vat: int = 1_234_567, cit: int = 765_433, other: int = 100) -> Row:
    """One tax line in 分 whose parts add up."""
    return {
        "credit_code": CODES[n],
        "name": NAMES[n],
        "vat_fen": vat,
        "cit_fen": cit,
        "other_fen": other,
        "total_fen": vat + cit + other,
        "source": "税务",
    }


@pytest.fixture
def make_company() -> Callable[..., Row]:
    """``make_company(0, name=None)``: a roster line, with what is changed in it."""
    return company


@pytest.fixture
def make_tax() -> Callable[..., Row]:
    """``make_tax(0, vat=5)``: a tax line that adds up."""
    return tax_line


WriteFile = Callable[..., Path]


@pytest.fixture
def park_file(desk: AppContext, tmp_path: Path) -> WriteFile:
    """Write a park's filled-in template: ``park_file("海淀园", "2026-10", [company(0)], [tax_line(0)])``."""
    folders = iter(range(1000))

    def write(park: str, month: str, roster: list[Row], tax: list[Row] | None = None, name: str = "") -> Path:
        rows = {"enterprise": roster} | ({"tax": tax} if tax is not None else {})
        return write_template(
            tmp_path / "收件" / str(next(folders)) / (name or f"中关村月报_{park}_{month}.xlsx"),
            park=park,
            month=Month.parse(month),
            clusters=[c.name for c in desk.catalogue.clusters_of(park)],
            industries=list(desk.catalogue.industries),
            parks=list(desk.catalogue.parks),
            rows=rows,
        )

    return write


@pytest.fixture
def books(desk: AppContext) -> AppContext:
    """One case, 海淀 → 昌平; July to September 2026 reported: 1,000,000.01 元 of counted tax a month."""
    known(desk, *story.CODES)
    moved(desk, story.CODES[0])
    for month in (story.JULY, story.AUGUST, story.SEPTEMBER):
        told = {story.CODES[0]: ("昌平园", (60_000_001, 40_000_000)), story.CODES[1]: ("海淀园", (5, 5))}
        report_tax(desk, month, told)
    return desk


@pytest.fixture
def zgc_place(new_place: NewPlace) -> Address:
    """Where the workspace of ``zgc`` stands."""
    return new_place("工作区")


@pytest.fixture
def zgc(zgc_place, capsys):
    """Run a command on one workspace; returns (exit code, JSON or None, what was said on standard error)."""

    def run(*words):
        code = run_command([*words, "--workspace", str(zgc_place), "--json"])
        out, said = capsys.readouterr()
        return code, json.loads(out) if out.strip() else None, said

    return run


@pytest.fixture(scope="session")
def demo_built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The demo as the command builds it, made once: its folder and what was said. Who writes into it takes a copy."""
    out, said = tmp_path_factory.mktemp("演示"), io.StringIO()
    with contextlib.redirect_stdout(said):
        assert run_command(["demo", "--out", str(out), "--json"]) == 0
    return out, said.getvalue()


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace, made once: building its schema takes longer than most tests, so each takes a copy."""
    folder = tmp_path_factory.mktemp("空") / "空"
    exchange_story.opened(folder, "张")
    return folder


@pytest.fixture(scope="session")
def empty_database(postgres: Server) -> str:
    """The name of an empty workspace's database, made once, for others to be copied from."""
    name = postgres.new()
    exchange_story.opened(address_of(postgres.url(name)), "张").close()
    return name


@pytest.fixture
def offices(new_place: NewPlace, tmp_path: Path) -> exchange_story.Offices:
    """市级、昌平园、海淀园，2026-11-06。"""

    def made(name: str, who: str, park: str = "") -> AppContext:
        ctx = exchange_story.opened(new_place(name), who)
        if park:
            profile.choose(ctx, park)
        return ctx

    city, park, other = made("市 级", "张"), made("昌平", "李", exchange_story.PARK), made("海淀", "赵", exchange_story.OTHER)
    return exchange_story.Offices(city, park, other, tmp_path / "往来")


@pytest.fixture
def filled(offices: exchange_story.Offices, park_file: WriteFile) -> Path:
    """昌平园填好的 2026-10：两家企业。"""
    return park_file(exchange_story.PARK, "2026-10", [company(0), company(1)], [tax_line(0), tax_line(1)])
