"""The scale benchmark at a small size, and what keeps acts on one company from growing with the number of all."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import event
from sqlalchemy.engine import Engine

from zgc_desktop.services.look_up import company_card

SIZE = 340
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="内存峰值只在 POSIX 上读得到"),
]


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[dict[str, object]]]]:
    """Every stage of the benchmark run once, here and not in processes of their own: the folder and what each took."""
    from benches import scale

    folder = tmp_path_factory.mktemp("规模")
    return folder, {name: [asdict(s) for s in stage(folder, SIZE)] for name, stage in scale.STAGES.items()}


def test_the_benchmark_receives_accepts_reviews_settles_and_proves(
    measured: tuple[Path, dict[str, list[dict[str, object]]]],
) -> None:
    """接收、接受、查找、评审、结算、核验各阶段都走通；核验无一处不符。"""
    from benches import scale

    _, stages = measured
    steps = [step for stage in stages.values() for step in stage]
    told = {n: {"steps": steps, "database": dict.fromkeys(stages, n), "files": n} for n in (SIZE, 2 * SIZE)}
    body = scale.section(told)
    for what in ("receive, second month", "review all tiers", "settle, kept as the month's trial", "audit of every row"):
        assert f"| {what} | " in body


def test_a_card_looks_into_the_facts_by_key(measured: tuple[Path, dict[str, list[dict[str, object]]]]) -> None:
    """打开一家企业的卡片只按键取它的行，不逐行翻全部企业。"""
    from benches import scale

    ctx = scale._open(measured[0])
    said: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, _context: object, _many: bool) -> None:
        said.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert len(company_card(ctx, 5, scale.SECOND).months) == 2
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    with ctx.store.read() as connection:
        plans = [
            str(row[3])
            for statement, values in said
            if statement.startswith("SELECT")
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
        ]
    wide = ("roster_fact", "tax_fact", "standing", "company_name", "residence", "company")
    looks = [plan for plan in plans if plan.split()[1] in wide]
    assert looks
    by_key = ("company_id=?", "rowid=?", "credit_code=?")
    assert [plan for plan in looks if plan.startswith("SCAN") or not any(key in plan for key in by_key)] == []
