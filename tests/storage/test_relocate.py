"""搬迁：文件夹到服务器、服务器到文件夹，逐表逐件一致；没搬成的什么都不留，搬走的旧处只供查看。"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import psycopg
import pytest

from db.carrying import KEPT_FILES, prints, row_counts, unlike
from db.journal.guard import writing
from tests.postgres import Server
from zgc_desktop import bootstrap
from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import Address, address_of
from zgc_desktop.services import audit, encrypt, months, office_rules, relocate, workspace
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.workspace import check

OCTOBER = Month(2026, 10)
RULE = "ladder/steps.toml"
EmptyDatabase = Callable[[], ServerAddress]
Line = Callable[..., dict[str, object]]


def opened(place: Address, who: str = "张") -> AppContext:
    return bootstrap.open_workspace(place, who=who, clock=lambda: datetime(2026, 11, 6, 9, 0))


@pytest.fixture
def new_database(postgres: Server) -> Iterator[EmptyDatabase]:
    """``new_database()``: the address of a new database with nothing in it."""
    made: list[str] = []

    def new() -> ServerAddress:
        made.append(postgres.new())
        found = address_of(postgres.url(made[-1]))
        assert isinstance(found, ServerAddress)
        return found

    yield new
    for name in made:
        postgres.drop(name)


@pytest.fixture
def folder(
    empty_workspace: Path,
    tmp_path: Path,
    park_file: Callable[..., Path],
    make_company: Callable,
    make_tax: Callable,
    root: Path,
) -> AppContext:
    """A workspace in a folder: one month received, accepted and locked, and a rule file of the office's own."""
    ctx = opened(Path(shutil.copytree(empty_workspace, tmp_path / "甲 处")))
    receive(ctx, [park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
    accept(ctx, OCTOBER)
    months.lock_month(ctx, OCTOBER)
    own = ctx.paths.rules / RULE
    own.parent.mkdir(parents=True)
    shutil.copyfile(root / "resources" / "rules" / RULE, own)
    return ctx


def contents(ctx: AppContext) -> dict[str, object]:
    with ctx.store.read() as connection:
        return dict(prints(connection))


def without_the_move(ctx: AppContext, before: dict[str, object]) -> list[str]:
    """What differs from before beside the entry that says where the workspace went."""
    now = contents(ctx)
    return [n for n in now if now[n] != before[n] and n not in ("journal", "setting")]


def test_a_workspace_moved_to_a_server_and_back_is_the_same_workspace(
    folder: AppContext, new_database: EmptyDatabase, tmp_path: Path
) -> None:
    """搬到服务器再搬回来，每张表、每份原件、操作记录的链都没有差别。"""
    before, head = contents(folder), folder.store.head()
    files = {sha256: workspace.original(folder, sha256) for sha256 in workspace.kept_files(folder)}
    database = new_database()
    done = relocate.move(folder, database)
    assert (done.journal_seq, done.journal_hash) == head
    assert (done.files, done.rules) == (1, 1)
    assert without_the_move(folder, before) == []

    there = opened(database)
    assert there.store.on_server
    assert check(there).problems == ()
    assert audit.verify(there).sound
    assert {sha256: workspace.original(there, sha256) for sha256 in workspace.kept_files(there)} == files
    assert not list(there.paths.archive.glob("??/*"))
    with pytest.raises(Refused, match="已锁定，不再开放"):
        months.open_month(there, OCTOBER, reason="试")
    shared = there.store.head()
    assert shared[0] == head[0] + 1  # the rule file, which every desk now has from the database

    relocate.move(there, tmp_path / "乙 处")
    back = opened(tmp_path / "乙 处")
    assert back.store.head() == shared
    assert check(back).problems == ()
    assert audit.verify(back).sound
    assert {sha256: workspace.original(back, sha256) for sha256 in workspace.kept_files(back)} == files
    assert (back.paths.rules / RULE).read_bytes() == (folder.paths.rules / RULE).read_bytes()
    now = contents(back)
    assert [n for n in now if now[n] != before[n]] == ["journal", "rule_file"]
    with back.store.read() as connection:
        assert row_counts(connection)[KEPT_FILES] == 0


def test_the_old_place_says_where_the_workspace_went_and_is_only_looked_at(
    folder: AppContext, new_database: EmptyDatabase
) -> None:
    """搬走以后，旧处说明搬到了哪里，只能查看；写明理由才可继续用。"""
    database = new_database()
    relocate.move(folder, database)
    old = opened(folder.paths.root)
    assert f"已搬到 {database.url}" in old.store.read_only
    with pytest.raises(EnvironmentProblem, match="已搬到"):
        months.close_month(old, Month(2026, 9))
    with pytest.raises(Refused, match="理由"):
        relocate.stay(old, " ")
    assert relocate.stay(old, "服务器没有启用") is not None
    assert opened(folder.paths.root).store.read_only == ""
    months.close_month(opened(folder.paths.root), Month(2026, 9))
    assert relocate.stay(opened(folder.paths.root), "再说一次") is None


def test_a_desk_that_was_open_when_the_workspace_left_writes_no_more(
    folder: AppContext, new_database: EmptyDatabase, tmp_path: Path
) -> None:
    """另一台电脑开着窗口时工作区搬走了：它的下一步写入被拒绝，说明搬到了哪里。"""
    database = new_database()
    relocate.move(folder, database)
    one, two = opened(database), opened(database, "李")
    relocate.move(one, tmp_path / "乙 处")
    assert two.store.read_only == ""
    with pytest.raises(EnvironmentProblem, match=r"已搬到 .*乙 处"):
        months.close_month(two, Month(2026, 9))
    relocate.stay(one, "搬错了")
    months.close_month(two, Month(2026, 9))


def test_a_target_that_holds_anything_is_refused_and_left_alone(
    folder: AppContext, new_database: EmptyDatabase, postgres: Server, tmp_path: Path
) -> None:
    """目标不是空的就不搬，两边都不动。"""
    head = folder.store.head()
    taken = new_database()
    months.open_month(opened(taken), Month(2026, 9))
    mine = contents(opened(taken))
    with pytest.raises(Refused, match="已有一个工作区"):
        relocate.move(folder, taken)
    assert contents(opened(taken)) == mine

    foreign = new_database()
    with psycopg.connect(postgres.dsn(foreign.database), autocommit=True) as connection:
        connection.execute("CREATE TABLE payroll (id int)")
    with pytest.raises(Refused, match=r"不是空的.*payroll"):
        relocate.move(folder, foreign)

    (tmp_path / "有文件").mkdir()
    (tmp_path / "有文件" / "a.txt").write_text("a", encoding="utf-8")
    with pytest.raises(Refused, match="已有文件"):
        relocate.move(folder, tmp_path / "有文件")
    with pytest.raises(Refused, match="已经在那里"):
        relocate.move(folder, folder.paths.root)
    assert folder.store.head() == head
    assert opened(folder.paths.root).store.read_only == ""


def test_a_move_that_fails_half_way_leaves_nothing(
    folder: AppContext, new_database: EmptyDatabase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """搬到一半出错：服务器上没有一行，文件夹没有出现，旧处照常使用。"""
    database, head = new_database(), folder.store.head()
    real = workspace.original

    def torn(ctx: AppContext, sha256: str) -> bytes:
        return real(ctx, sha256)[:-1] if ctx.paths.root == folder.paths.root else real(ctx, sha256)

    with monkeypatch.context() as patch:
        patch.setattr(workspace, "original", torn)
        patch.setattr(workspace, "check", lambda ctx: workspace.CheckResult((), 0, 0))
        for target in (database, tmp_path / "新处"):
            with pytest.raises(EnvironmentProblem, match="与原来不同，没有搬"):
                relocate.move(folder, target)
    assert not (tmp_path / "新处").exists()
    assert not list(tmp_path.glob(".*moving"))
    with opened(database).store.read() as connection:
        assert set(row_counts(connection).values()) == {0}
    assert folder.store.head() == head
    relocate.move(folder, database)
    assert check(opened(database)).problems == ()


def test_a_move_stopped_before_the_old_place_could_say_so_is_finished_by_asking_again(
    folder: AppContext, new_database: EmptyDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """新处已齐、旧处还没写明时断电：再搬一次就接着做完；新处已有人写了别的，就不再接。"""

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    def stopped(ctx: AppContext, to: Address) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(relocate, "_leave", killed)
            with pytest.raises(KeyboardInterrupt):
                relocate.move(ctx, to)

    database = new_database()
    stopped(folder, database)
    assert opened(folder.paths.root).store.read_only == ""
    assert relocate.move(opened(folder.paths.root), database).rules == 1
    assert "已搬到" in opened(folder.paths.root).store.read_only
    there = opened(database)
    assert check(there).problems == ()
    stopped(there, tmp_path / "乙 处")
    relocate.move(opened(database), tmp_path / "乙 处")
    assert "已搬到" in opened(database).store.read_only

    other = new_database()
    stopped(opened(tmp_path / "乙 处"), other)
    months.open_month(opened(other), Month(2026, 9))
    with pytest.raises(Refused, match="已有一个工作区"):
        relocate.move(opened(tmp_path / "乙 处"), other)


def test_a_changed_row_is_a_difference(folder: AppContext, new_database: EmptyDatabase) -> None:
    """一个字不同，核对就看得出来。"""
    database = new_database()
    relocate.move(folder, database)
    there = opened(database)
    with folder.store.read() as here, there.store.read() as other:
        same = unlike(prints(here), prints(other))
    with there.store.outside_journal() as connection, writing(connection):
        connection.exec_driver_sql("UPDATE company SET name = name || ' ' WHERE id = 1")
    with folder.store.read() as here, there.store.read() as other:
        assert set(unlike(prints(here), prints(other))) - set(same) == {"企业：内容不同"}
    assert not audit.verify(there).sound


def test_an_encrypted_workspace_moves_readable_and_says_so(folder: AppContext, new_database: EmptyDatabase) -> None:
    """加密的工作区搬到服务器后不加密，并说明白。"""
    sealed, _code = encrypt.encrypt(folder, "几个词连写的口令")
    database = new_database()
    done = relocate.move(sealed, database)
    assert done.was_encrypted
    there = opened(database)
    assert check(there).problems == ()
    (sha256,) = workspace.kept_files(there)
    assert workspace.original(there, sha256) == workspace.original(sealed, sha256)


# ---- the office's own rules on a server ---------------------------------------------------------------------------------


def test_rules_shared_by_one_desk_are_laid_out_at_another(
    folder: AppContext, new_database: EmptyDatabase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """一台电脑交给全办的规则，另一台打开就有；没有交的改动会说明，也不能据此发出文书。"""
    database = new_database()
    relocate.move(folder, database)

    def desk(machine: str) -> AppContext:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / machine))
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / machine))
        return opened(database, who=machine)

    one, two = desk("一号"), desk("二号")
    assert one.paths.root != two.paths.root
    assert (two.paths.rules / RULE).is_file()

    edited = two.paths.rules / RULE
    edited.write_text(edited.read_text(encoding="utf-8") + "\n# 本办注\n", encoding="utf-8")
    two = desk("二号")
    assert any(RULE in note and "还没有交给全办" in note for note in two.start_notes)
    with pytest.raises(Refused, match="本机的规则与全办不同"):
        office_rules.require_shared(two)
    shared = office_rules.share(two, reason="会议议定")
    assert shared is not None
    assert shared.files == (RULE,)
    assert office_rules.share(two) is None
    one = desk("一号")
    assert (one.paths.rules / RULE).read_text(encoding="utf-8").endswith("# 本办注\n")
    assert one.start_notes == ()

    (one.paths.rules / RULE).unlink()
    assert office_rules.unshared(one) == (RULE,)
    assert office_rules.drop_edits(one) == (RULE,)
    assert (one.paths.rules / RULE).is_file()
    (one.paths.rules / RULE).write_text("steps = 1", encoding="utf-8")
    with pytest.raises(Refused, match="规则文件有问题"):
        office_rules.share(one)


def test_in_a_folder_the_rules_are_the_folder(folder: AppContext) -> None:
    """文件夹里的工作区没有“交给全办”这一步。"""
    assert office_rules.unshared(folder) == ()
    assert office_rules.bring(folder) == (False, ())
    with pytest.raises(Refused, match="直接生效"):
        office_rules.share(folder)
