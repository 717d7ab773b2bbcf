"""Encryption at rest: no known name in any byte on disk, and a way in for whoever has passphrase or recovery code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from db import encryption as sealing
from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import backups, encrypt, transfer, workspace
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive

pytestmark = pytest.mark.file_only

WORDS, OTHER = "一句 长长的 口令", "another pass phrase"
OCTOBER = Month(2026, 10)

Line = dict[str, object]


@pytest.fixture
def office(
    desk: AppContext, park_file: Callable[..., Path], make_company: Callable[..., Line], make_tax: Callable[..., Line],
    monkeypatch: pytest.MonkeyPatch,
) -> AppContext:  # fmt: skip
    """One park's October, received and accepted, in the open."""
    monkeypatch.setattr(sealing, "_N", 2**14)  # a sixteenth of the rounds: the tests are many
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
    accept(desk, OCTOBER)
    return desk


def open_with(ctx: AppContext, words: str) -> AppContext:
    return bootstrap.open_workspace(ctx.paths.root, who="张", clock=ctx.clock, passphrase=words)


def hits(folder: Path, *texts: str) -> list[str]:
    """Which files of a folder (what leaves the office aside) hold a text in any usual encoding."""
    needles = [t.encode(code) for t in texts for code in ("utf-8", "gb18030", "utf-16-le")]
    files = [p for p in folder.rglob("*") if p.is_file() and "outbox" not in p.parts]
    return [p.name for p in files if any(n in p.read_bytes() for n in needles)]


def known_texts(make_company: Callable[..., Line]) -> list[str]:
    lines = [make_company(n) for n in range(2)]
    return [str(line[k]) for line in lines for k in ("name", "credit_code", "registered_address")]


def test_no_known_name_stays_in_any_file(office: AppContext, make_company: Callable[..., Line]) -> None:
    known = known_texts(make_company)
    assert hits(office.paths.root, *known)  # the search finds them while the workspace is open
    now, _code = encrypt.encrypt(office, WORDS)
    backups.take(now, "manual", always=True)
    assert hits(now.paths.root, *known) == []
    assert workspace.check(now).problems == ()


def test_new_files_and_copies_are_sealed_too(
    office: AppContext, park_file: Callable[..., Path], make_company: Callable[..., Line]
) -> None:
    now, _code = encrypt.encrypt(office, WORDS)
    again = open_with(now, WORDS)
    late = make_company(2)
    receive(again, [park_file("昌平园", "2026-10", [late])])
    accept(again, OCTOBER)
    assert hits(now.paths.root, str(late["name"]), str(late["credit_code"])) == []
    assert workspace.check(again).problems == ()
    assert workspace.check(again).submissions == 2


def test_a_rolled_back_write_leaves_nothing_readable(office: AppContext) -> None:
    """The journal beside the database holds pages too: they are encrypted as the database is."""
    import db.tables as t

    now, _code = encrypt.encrypt(office, WORDS)
    name = "北京衡岳智造科技有限公司"
    found: list[list[str]] = []

    def break_off() -> None:
        with now.store.write("试", "张", "") as unit:
            unit.connection.exec_driver_sql("PRAGMA cache_size=2")
            for n in range(300):
                unit.insert(t.SettingRow, {"key": f"密语{n}", "value": name * 40})
            found.append([p.name for p in now.paths.root.iterdir() if p.name.endswith("-journal")])
            found.append(hits(now.paths.root, name, "密语"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert found == [["tongchoutai.db-journal"], []]


def test_without_or_with_a_wrong_passphrase_it_stays_shut(office: AppContext) -> None:
    encrypt.encrypt(office, WORDS)
    with pytest.raises(EnvironmentProblem, match=r"工作区已加密.*请输入口令"):
        bootstrap.open_workspace(office.paths.root)
    with pytest.raises(Refused, match=r"口令不对.*恢复码.*无法取回"):
        open_with(office, "猜一个口令")


def test_the_recovery_code_opens_and_sets_a_new_passphrase(office: AppContext) -> None:
    _now, code = encrypt.encrypt(office, WORDS)
    found = open_with(office, code.lower().replace("-", " "))
    encrypt.change_passphrase(found, OTHER)
    assert workspace.check(open_with(office, OTHER)).problems == ()
    with pytest.raises(Refused, match="口令不对"):
        open_with(office, WORDS)
    assert encrypt.is_encrypted(open_with(office, code))


def test_a_new_key_shuts_out_the_old_passphrase_and_code(office: AppContext) -> None:
    first, code = encrypt.encrypt(office, WORDS)
    before = first.paths.archive.rglob("*")
    old_bytes = {p: p.read_bytes() for p in before if p.is_file()}
    now, second_code = encrypt.change_key(first, OTHER)
    assert workspace.check(open_with(now, OTHER)).problems == ()
    assert workspace.check(open_with(now, second_code)).problems == ()
    for words in (WORDS, code):
        with pytest.raises(Refused, match="口令不对"):
            open_with(now, words)
    assert all(p.read_bytes() != old for p, old in old_bytes.items())
    assert all(backups.verify(now, c.name) == () for c in backups.listing(now))


def test_taken_off_again_everything_is_as_before(office: AppContext) -> None:
    before = workspace.check(office)
    now, _code = encrypt.encrypt(office, WORDS)
    plain = encrypt.decrypt(now)
    assert not plain.paths.key_file.exists()
    assert workspace.check(bootstrap.open_workspace(plain.paths.root)) == before
    assert sealing.is_plain_database(plain.paths.database)
    assert all(backups.verify(plain, c.name) == () for c in backups.listing(plain))


@pytest.mark.parametrize("stops_after", range(5))
def test_a_pulled_plug_leaves_a_workspace_that_the_next_opening_finishes(
    office: AppContext, monkeypatch: pytest.MonkeyPatch, make_company: Callable[..., Line], stops_after: int
) -> None:
    steps = iter(range(100))

    class Plug(BaseException):
        """The power goes."""

    def step(*_told: object) -> None:
        if next(steps) == stops_after:
            raise Plug

    with pytest.raises(Plug):
        encrypt.encrypt(office, WORDS, progress=step)
    now = open_with(office, WORDS)
    assert workspace.check(now).problems == ()
    assert hits(now.paths.root, *known_texts(make_company)) == []
    kept = sealing.read_key_file(now.paths.key_file)
    assert kept is not None
    assert kept.state == "sealed"


def test_a_restore_and_a_move_keep_it_encrypted(office: AppContext, tmp_path: Path, make_company: Callable[..., Line]) -> None:
    first = backups.take(office, "manual")
    now, code = encrypt.encrypt(office, WORDS)
    backups.restore(now, first.name)
    assert workspace.check(open_with(now, WORDS)).problems == ()
    out = transfer.export_workspace(now, tmp_path / "搬家.zip").file
    with pytest.raises(EnvironmentProblem, match="导出件已加密"):
        transfer.import_workspace(out, tmp_path / "新")
    made = transfer.import_workspace(out, tmp_path / "新", passphrase=code)
    assert hits(made.workspace, *known_texts(make_company)) == []
    assert workspace.check(bootstrap.open_workspace(made.workspace, passphrase=WORDS)).problems == ()


def test_a_changed_byte_of_a_sealed_file_is_told(office: AppContext) -> None:
    now, _code = encrypt.encrypt(office, WORDS)
    path = next(p for p in now.paths.archive.rglob("*") if p.is_file())
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    assert any("被改动过" in p for p in workspace.check(now).problems)


def test_a_changed_page_of_the_database_is_told(office: AppContext) -> None:
    """SQLCipher keeps an HMAC of every page: one changed bit anywhere is found."""
    now, _code = encrypt.encrypt(office, WORDS)
    data = bytearray(now.paths.database.read_bytes())
    data[4096 * 3 + 17] ^= 1
    now.paths.database.write_bytes(data)
    with pytest.raises(Refused, match="已损坏"):
        workspace.check(now)


def test_too_short_a_passphrase_is_refused(office: AppContext) -> None:
    with pytest.raises(Refused, match="至少 8 个字符"):
        encrypt.encrypt(office, "短")
    assert not office.paths.key_file.exists()


def test_a_damaged_key_file_is_told_and_nothing_is_written(office: AppContext) -> None:
    encrypt.encrypt(office, WORDS)
    office.paths.key_file.write_bytes(b"{}")
    with pytest.raises(EnvironmentProblem, match=r"密钥文件.*损坏.*取回"):
        open_with(office, WORDS)
