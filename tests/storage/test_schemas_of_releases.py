"""A stored database of every schema there ever was: each opens with its data, its totals and its journal as they were."""

from __future__ import annotations

import gzip
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from db import schema
from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.services import backups

pytestmark = pytest.mark.file_only

STORED = sorted((Path(__file__).parent / "schemas").glob("*.sqlite3.gz"))
SUMS = {
    "company": "count(*)",
    "submission": "count(*), sum(companies), sum(tax_fen), sum(revenue_fen)",
    "roster_fact": "count(*), sum(revenue_fen), sum(employees)",
    "tax_fact": "count(*), sum(total_fen), sum(vat_fen), sum(cit_fen)",
    "standing": "count(*), count(DISTINCT park)",
    "residence": "count(*), min(from_day), max(from_day)",
    "move_case": "count(*)",
    "settlement_run": "count(*), sum(counted_fen), sum(due_fen), sum(kept_fen)",
    "settlement_line": "count(*)",
    "publication": "count(*), max(fingerprint)",
}


def unpacked(stored: Path, folder: Path) -> Path:
    folder.mkdir()
    path = folder / "tongchoutai.db"
    path.write_bytes(gzip.decompress(stored.read_bytes()))
    return path


def totals(path: Path) -> dict[str, tuple[object, ...]]:
    """Counts and sums of a database, over the tables it has."""
    with closing(sqlite3.connect(path)) as connection:
        there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return {
            name: connection.execute(f"SELECT {what} FROM {name}").fetchone() for name, what in SUMS.items() if name in there
        }


def journal(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute("SELECT seq, at, who, command, sentence, hash FROM journal ORDER BY seq"))


def revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@pytest.fixture(params=STORED, ids=lambda p: p.name[:4])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The database of a workspace as a former program left it."""
    return unpacked(request.param, tmp_path / "工作 区")


def test_every_schema_before_the_newest_has_its_database() -> None:
    line = [s.revision for s in schema.ScriptDirectory.from_config(schema._config()).walk_revisions()][::-1]
    names = [path.name[:4] for path in STORED]
    assert names == line[: len(names)]
    assert len(names) >= len(line) - 1, "store the newest schema before a migration follows it"


def test_it_opens_with_its_totals_and_its_journal(old: Path) -> None:
    was, told, before = totals(old), journal(old), revision(old)
    assert was["submission"][0] == 4
    ctx = bootstrap.open_workspace(old.parent)
    assert totals(old) | was == totals(old)
    assert journal(old)[: len(told)] == told
    assert ctx.store.problems() == []
    copies = backups.listing(ctx)
    if before != schema.newest_revision():
        assert [c.why for c in copies] == ["upgrade"]
        assert totals(ctx.paths.backups / copies[0].name) == was
        assert revision(ctx.paths.backups / copies[0].name) == before
        assert backups.verify(ctx, copies[0].name) == ()


def test_one_of_a_newer_program_is_refused_and_left_as_it_is(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = old.read_bytes()
    with pytest.raises(EnvironmentProblem, match="更新版本的统筹台"):
        bootstrap.open_workspace(old.parent)
    assert old.read_bytes() == before


UPGRADE = """
import sys
from pathlib import Path
import zgc_desktop.bootstrap as b
print("ready", flush=True)
b.open_workspace(Path(sys.argv[1]))
"""


def ended_within(child: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether a process has ended by then."""
    with suppress(subprocess.TimeoutExpired):
        child.wait(seconds)
    return child.poll() is not None


def test_a_program_killed_while_it_upgrades_leaves_the_old_schema_or_the_new(tmp_path: Path) -> None:
    """What stands in between is rolled back at the next opening, which then upgrades it."""
    chance, root = Random(8), Path(__file__).resolve().parents[2]
    for n in range(5):
        path = unpacked(STORED[0], tmp_path / str(n))
        was, begun = totals(path), path.with_name(path.name + "-journal")
        with subprocess.Popen([sys.executable, "-c", UPGRADE, str(path.parent)], stdout=subprocess.PIPE, cwd=root) as child:
            assert child.stdout is not None
            child.stdout.readline()
            while not begun.exists() and not ended_within(child, 0.002):
                continue  # until the migration has begun to write
            if not ended_within(child, chance.uniform(0, 0.15)):
                child.kill()
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert revision(path) in {"0001", schema.newest_revision()}
        assert totals(path) | was == totals(path)
        ctx = bootstrap.open_workspace(path.parent)
        assert ctx.store.problems() == []
        assert totals(path) | was == totals(path)
