"""Makes the stored database of a schema, by the program that knows it as its newest: run in a checkout of that day.

``python tests/storage/schemas/make.py [folder]`` builds a small office by the services of the checkout it is started in
(two parks, two months, a case, a settlement, a published month as far as that program can) and writes
``<revision>.sqlite3.gz`` into ``folder``. Run it before the first migration after a release is written; never again for a
schema that is stored.
"""

from __future__ import annotations

import contextlib
import gzip
import os
import sqlite3
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, os.getcwd())  # noqa: PTH109  # the checkout's own program, wherever this file lies

CODES = ("91110108MA01TJ3Y5P", "91110114MA0J9HTM4L", "91110113MA09D4H3XP")
NAMES = ("北京衡岳智造科技有限公司", "北京知远数联技术有限公司", "北京槿蘅新材科技有限公司")


def _lines(*numbers: int) -> dict[str, list[dict[str, Any]]]:
    roster = [
        {
            "credit_code": CODES[n], "name": NAMES[n], "registered_address": "北京市海淀区知行街 1 号",
            "industry": "新一代信息技术", "founded_on": date(2019, 3, 1), "employees": 30 + n,
            "revenue_fen": 100_000_000 * (n + 1), "rd_fen": 5_000_000, "status": "在营",
        }
        for n in numbers
    ]  # fmt: skip
    tax = [
        {
            "credit_code": CODES[n], "name": NAMES[n], "vat_fen": 1_234_567 * (n + 1), "cit_fen": 765_433, "other_fen": 100,
            "total_fen": 1_234_567 * (n + 1) + 765_533, "source": "税务",
        }
        for n in numbers
    ]  # fmt: skip
    return {"enterprise": roster, "tax": tax}


def build(folder: Path) -> Path:
    """A small office in ``folder`` by the services of this checkout; returns its database."""
    from reports.template_xlsx import write_template
    from zgc_desktop import bootstrap
    from zgc_desktop.domain.periods import Month
    from zgc_desktop.services import accept, receive

    ctx = bootstrap.open_workspace(folder / "w", who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    for month, parks in (
        (Month(2026, 9), {"海淀园": _lines(0), "昌平园": _lines(1)}),
        (Month(2026, 10), {"海淀园": _lines(0), "昌平园": _lines(1, 2)}),
    ):
        files = folder / str(month)
        for park, rows in parks.items():
            write_template(
                files / f"中关村月报_{park}_{month}.xlsx",
                park=park,
                month=month,
                clusters=[c.name for c in ctx.catalogue.clusters_of(park)],
                industries=list(ctx.catalogue.industries),
                parks=list(ctx.catalogue.parks),
                rows=rows,
            )
        receive.receive(ctx, [files])
        accept.accept(ctx, month)
        if month == Month(2026, 9):
            _case(ctx)
    with contextlib.suppress(Exception):
        from zgc_desktop.services import settle

        settle.settle(ctx, Month(2026, 10))
    with contextlib.suppress(Exception):
        from zgc_desktop.services import publish

        publish.publish(ctx, Month(2026, 10), folder / "out", despite="样本")
    return Path(ctx.paths.database)


def _case(ctx: Any) -> None:
    """A company that moved from 海淀 to 昌平, government-led, sharing from its registration day on."""
    from zgc_desktop.domain.moves import BaseYear
    from zgc_desktop.services import move_case

    case = move_case.open_case(ctx, CODES[0], "海淀园", "昌平园", opened_on=date(2026, 8, 1))
    move_case.describe(
        ctx, case.id, nature="政府主导", kind="整体", registered_on=date(2026, 9, 15), at_capacity_on=date(2026, 9, 16)
    )
    move_case.record_base(ctx, case.id, tuple(BaseYear(year, 2_000_000, "税务证明") for year in (2023, 2024, 2025)))
    move_case.land(ctx, case.id)


def main(out: Path) -> None:
    """Build, shrink, and store under the revision's name."""
    with tempfile.TemporaryDirectory() as scratch:
        database = build(Path(scratch))
        with contextlib.closing(sqlite3.connect(database)) as connection:
            connection.execute("VACUUM")
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            commands = [row[0] for row in connection.execute("SELECT command FROM journal")]
        target = out / f"{revision}.sqlite3.gz"
        with target.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
            packed.write(database.read_bytes())
        print(revision, target.stat().st_size, commands)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
