"""Nothing is changed behind the journal's back unseen: entries, data rows, and writes that would go past it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic import command
from openpyxl import load_workbook
from sqlalchemy.exc import DatabaseError

from db import schema
from db.engine import open_engine
from db.journal.guard import writing
from tests.storage.conftest import CODES, company, tax_line
from tests.storage.raw import raw
from tests.storage.test_undo import assert_sound
from zgc_desktop import bootstrap
from zgc_desktop.cli.main import run
from zgc_desktop.domain.decisions import DecisionKind
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import audit, decide, months, undo
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.publish import publish
from zgc_desktop.services.receive import receive
from zgc_desktop.services.verify import verify as verify_issue

OCTOBER = Month(2026, 10)
DRIVERS = (sqlite3.DatabaseError, psycopg.DatabaseError)


@pytest.fixture
def kept(desk: AppContext, park_file: Callable[..., Path]) -> AppContext:
    """Two companies of 海淀园 accepted for October, one with an error that was accepted: its fact was changed later."""
    off = tax_line(1) | {"total_fen": 5}
    receive(desk, [park_file("海淀园", "2026-10", [company(0), company(1)], [tax_line(0), off])])
    wrong = [i.id for i in decide.issues(desk, OCTOBER) if i.issue.code == "R-TAX-SUM"]
    decide.decide(desk, OCTOBER, wrong, DecisionKind.ACCEPTED, "经核实属实")
    accept(desk, OCTOBER, ["海淀园"])
    assert_sound(desk)
    return desk


def tamper(ctx: AppContext, *statements: str) -> None:
    """Change the file with a program of one's own, triggers out of the way."""
    with raw(ctx.store) as connection:
        connection.silence()
        for statement in statements:
            connection.execute(statement)


def said(ctx: AppContext, anchor: str = "") -> list[str]:
    return [f.sentence for f in audit.verify(ctx, anchor=anchor).findings]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE journal SET who = '李' WHERE seq = 2", "第 2 条与自己的校验值不符"),
        ("UPDATE journal SET about = '' WHERE seq = 2", "第 2 条与自己的校验值不符"),
        ("DELETE FROM journal WHERE seq = 2", "第 2 条至第 2 条不见了"),
        ("UPDATE journal SET seq = 99 WHERE seq = 1", "第 2 条与前后不符"),
    ],
)
def test_an_edited_removed_or_moved_entry_is_named(kept: AppContext, statement: str, words: str) -> None:
    tamper(kept, statement)
    assert any(words in sentence for sentence in said(kept))


@pytest.mark.file_only
def test_an_archived_file_that_is_changed_or_gone_is_named(kept: AppContext) -> None:
    whole = audit.verify(kept)
    files = sorted(kept.paths.archive.glob("??/*"))
    assert (whole.sound, whole.files) == (True, len(files))
    assert files
    files[0].write_bytes(files[0].read_bytes() + b" ")
    (changed,) = said(kept)
    assert "的原件" in changed
    assert "被改动过" in changed
    files[0].unlink()
    (gone,) = said(kept)
    assert "不在存档中" in gone


def test_an_inserted_entry_is_named(kept: AppContext) -> None:
    tamper(kept, "INSERT INTO journal SELECT seq + 50, at, who, command, sentence, reason, changes, about, previous_hash, hash "
                 "FROM journal WHERE seq = 1")  # fmt: skip
    assert any("第 51 条" in sentence for sentence in said(kept))


def test_a_journal_cut_short_or_written_anew_shows_against_the_head_that_was_printed(kept: AppContext) -> None:
    head = audit.head(kept)
    assert said(kept, head) == []
    last = kept.store.head()[0]
    tamper(kept, f"DELETE FROM journal WHERE seq = {last}")
    assert not any("不符（" in sentence for sentence in said(kept))  # a cut end alone keeps the chain
    assert any(f"第 {last} 条与外存的校验值" in sentence and "截断" in sentence for sentence in said(kept, head))
    _forge(kept)
    assert any("截断或重写" in sentence for sentence in said(kept, head))
    with pytest.raises(Refused, match="不是操作记录校验值"):
        audit.verify(kept, anchor="12")


def _forge(ctx: AppContext) -> None:
    """Write the whole journal anew with sound hashes and another sentence in its first entry."""
    names = ("at", "who", "command", "sentence", "reason", "changes", "about")
    previous = "0" * 64
    with raw(ctx.store) as connection:
        connection.silence()
        for row in connection.execute(f"SELECT seq, {', '.join(names)} FROM journal ORDER BY seq").fetchall():
            fields = [*row[1:]]
            fields[3] = "另一句话" if row[0] == 1 else fields[3]
            own = hashlib.sha256("\x1f".join((previous, *fields)).encode()).hexdigest()
            values = (fields[3], previous, own, row[0])
            connection.execute("UPDATE journal SET sentence = ?, previous_hash = ?, hash = ? WHERE seq = ?", values)
            previous = own


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE company SET name = '改名' WHERE id = 1", ["企业（编号 1）的企业名称现为“改名”", "第 1 条"]),
        ("DELETE FROM standing WHERE company_id = 2", ["在册（月份 2026-10，企业号 2）不见了"]),
        ("UPDATE submission SET tax_fen = tax_fen + 1", ["报送（编号 1）的税收现为"]),
        ("UPDATE standing SET park = '昌平园' WHERE company_id = 1", ["的分园现为“昌平园”，应为“海淀园”"]),
        ("INSERT INTO setting VALUES ('x', 'y')", ["设置（设置项 x）不是任何一条操作记录写入的"]),
        ("UPDATE tax_fact SET vat_fen = 9 WHERE company_id = 1", ["第1版 税收第", "“0.09 元”，原表为“12,345.67 元”"]),
        ("UPDATE tax_fact SET total_fen = 6 WHERE company_id = 2", ["税收合计现为“0.06 元”，原表为“0.05 元”"]),
        ("DELETE FROM roster_fact WHERE company_id = 1", ["企业名册", "现有 1 行，应为 2 行"]),
        ("UPDATE roster_fact SET revenue_fen = NULL WHERE company_id = 1", ["营业收入现为“空”"]),
        ("UPDATE issue SET message = 'x'", ["校验问题（报送号 1）", "有行被改动"]),
        ("DELETE FROM issue_decision", ["问题处理（编号 1）不见了"]),
        ("UPDATE raw_table SET content = x'00' WHERE sheet_key = 'tax'", ["报送原表"]),
        (
            "INSERT INTO tax_fact (month, submission_id, company_id, sheet_row, doubtful) VALUES (202611, 1, 1, 9, '')",
            ["税收（月份 2026-11，报送号 1）不是任何一条操作记录写入的"],
        ),
    ],
)  # fmt: skip
def test_a_data_row_changed_by_other_means_is_named_with_its_entry(kept: AppContext, statement: str, words: list[str]) -> None:
    tamper(kept, statement)
    found = said(kept)
    assert any(all(w in sentence for w in words) for sentence in found), found


def test_the_rows_of_an_entry_cannot_be_changed_beside_it(kept: AppContext, park_file: Callable[..., Path]) -> None:
    many = [company(0) | {"credit_code": code} for code in CODES] * 1
    receive(kept, [park_file("昌平园", "2026-10", many, [tax_line(0)])])
    undo.undo(kept)  # facts taken out stand in the image table
    assert_sound(kept)
    with raw(kept.store) as connection:
        connection.silence()
        connection.execute("UPDATE journal_image SET content = ?", (b"\0",))
    assert any("附表与记录不符" in sentence for sentence in said(kept))


def test_no_statement_writes_past_the_unit_of_work(kept: AppContext) -> None:
    sql = "UPDATE company SET name = 'x'"
    with kept.store.read() as connection:
        with pytest.raises(RuntimeError, match="outside a unit of work"):
            connection.exec_driver_sql(sql)
        bare: Any = connection.connection.dbapi_connection
        for statement in (sql, "DROP TABLE company"):
            with pytest.raises(DRIVERS, match=r"not authorized|read-only transaction|aborted"):
                bare.execute(statement)
    with kept.store.write("试", "张", "") as unit:
        with pytest.raises(RuntimeError, match="outside a unit of work"):
            unit.connection.exec_driver_sql(sql)
        with pytest.raises((DatabaseError, RuntimeError, *DRIVERS), match=r"not authorized|outside a unit of work"):
            unit.connection.exec_driver_sql("WITH x AS (SELECT 1) " + sql)
    assert_sound(kept)


@pytest.mark.file_only
def test_a_workspace_of_an_older_program_gets_a_starting_point_and_is_proved_from_there(tmp_path: Path) -> None:
    paths_root = tmp_path / "旧"
    ctx = bootstrap.open_workspace(paths_root, who="张")
    ctx.store.path.unlink()
    engine, config = open_engine(ctx.store.path), schema._config()
    with engine.connect().execution_options(writes=True) as connection, connection.begin(), writing(connection):
        config.attributes["connection"] = connection
        command.upgrade(config, "0009")
        connection.exec_driver_sql("INSERT INTO company VALUES (1, '91110108MA01TJ3Y5P', '旧', '', '', 202609)")
        fields = ("2026-10-01T09:00:00+08:00", "张", "receive", "接收", "", "[]")
        own = hashlib.sha256("\x1f".join(("0" * 64, *fields)).encode()).hexdigest()
        connection.exec_driver_sql(
            "INSERT INTO journal (at, who, command, sentence, reason, changes, previous_hash, hash) VALUES (?,?,?,?,?,?,?,?)",
            (*fields, "0" * 64, own),
        )
    again = bootstrap.open_workspace(paths_root, who="张")
    assert [e.command for e in audit.listed(again)] == ["baseline", "receive"]
    assert_sound(again)
    assert "旧版程序" in undo.list_steps(again)[-1].why_fixed
    tamper(again, "UPDATE company SET name = '新'")
    assert any("企业名称现为“新”，应为“旧”" in sentence for sentence in said(again))
    assert [e.command for e in audit.listed(bootstrap.open_workspace(paths_root, who="张"))] == ["baseline", "receive"]


def test_the_history_is_found_by_person_word_and_month_and_an_entry_shows_its_rows(kept: AppContext) -> None:
    assert [e.command for e in audit.listed(replace(kept, who="李"), who="李")] == []
    (accepted,) = audit.listed(kept, word="入库", month=OCTOBER)
    detail = audit.shown(kept, accepted.seq)
    assert detail.step.done
    assert ("standing", "新增", 2) in detail.counts
    (released,) = [r for r in detail.rows if r.table == "tax_fact"]
    assert ("total_fen", "", "5") in released.values
    with pytest.raises(Refused, match="没有第 99 条"):
        audit.shown(kept, 99)


def test_the_commands_say_it_in_words_and_in_json(kept: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--workspace", str(kept.paths.address)]
    assert run(["audit", "verify", *where, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["sound"], told["findings"]) == (True, [])
    assert told["head"].startswith(audit.head(kept))
    assert run(["audit", "verify", "--head", audit.head(kept), *where]) == 0
    assert "没有发现改动" in capsys.readouterr().out
    assert run(["audit", "list", *where]) == 0
    assert "接受 2026-10 海淀园" in capsys.readouterr().out
    assert run(["audit", "show", "1", *where]) == 0
    assert "税收 新增 2 行" in capsys.readouterr().out
    assert run(["undo", "1", *where]) == 2
    assert "以它为依据" in capsys.readouterr().err
    tamper(kept, "UPDATE company SET name = '改名' WHERE id = 1")
    assert run(["audit", "verify", *where]) == 1
    assert "企业（编号 1）的企业名称" in capsys.readouterr().out


def test_a_published_paper_bears_the_mark_an_audit_asks_for(kept: AppContext, tmp_path: Path) -> None:
    written = publish(kept, OCTOBER, tmp_path / "发件", despite="试")
    mark = written.document.journal_head
    assert mark.count(":") == 1
    assert said(kept, mark) == []
    assert verify_issue(kept, OCTOBER).same
    book = load_workbook(written.xlsx, read_only=True)
    cells = [c.value for row in book["0 封面与口径"].iter_rows() for c in row]
    assert any(str(c).startswith(mark) for c in cells)
    book.close()


def test_what_went_through_an_exception_is_listed_with_the_issued_figures_it_touches(
    kept: AppContext, park_file: Callable[..., Path], tmp_path: Path
) -> None:
    publish(kept, OCTOBER, tmp_path / "发件", despite="试")
    months.lock_month(kept, OCTOBER, reason="已发布")
    assert months.issued_touched(kept, OCTOBER) == ()
    months.except_for(kept, OCTOBER, person="张", reason="更正税收", expires_on=date(2026, 11, 9), park="海淀园")
    changed = park_file("海淀园", "2026-10", [company(0), company(1)], [tax_line(0, vat=99), tax_line(1)])
    receive(kept, [changed])
    accept(kept, OCTOBER, ["海淀园"], despite_errors="已核实")
    assert [p.sentence.split("：")[0] for p in months.went_through(kept, OCTOBER)] == [
        "接收 海淀园 2026-10 第2版",
        "接受 2026-10 海淀园",
    ]
    touched = months.issued_touched(kept, OCTOBER)
    assert any(t.correction for t in touched)
    assert_sound(kept)
