"""Every submission is answered by a receipt: the hash of the very file, counts, state, and what is still wanted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from zgc_desktop.cli.main import run
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settings import OfficeSettings
from zgc_desktop.services import audit, settings
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receipt import receipts, write
from zgc_desktop.services.receive import receive

Row = dict[str, object]
WriteFile = Callable[..., Path]
OCTOBER = Month(2026, 10)


def test_the_hash_in_the_receipt_is_that_of_the_file_the_park_has(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row], tmp_path: Path
) -> None:
    """回执里的校验值就是园方手里那份文件的校验值。"""
    path = park_file("海淀园", "2026-10", [make_company(0), make_company(1, name=None)], [make_tax(0)])
    receive(desk, [path])
    data, page = write(desk, OCTOBER, tmp_path / "回 执", "海淀")
    told = json.loads(data.read_text(encoding="utf-8"))
    assert told["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (told["receipt"], told["companies"], told["state"]) == ("HZ-202610-03-1", 2, "已登记")
    assert told["sheets"] == [{"title": "企业", "rows": 2}, {"title": "税收", "rows": 1}]
    assert [w for w in told["still_wanted"] if "没有填写企业名称" in w and "企业!B7" in w]
    assert page.read_bytes().startswith(b"%PDF-")


def test_a_receipt_issued_again_is_the_same(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row], tmp_path: Path
) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])])
    first = [f.read_bytes() for f in write(desk, OCTOBER, tmp_path / "一")]
    assert audit.verify(desk, anchor=json.loads(first[0])["journal"]).sound
    settings.change(desk, OfficeSettings(cutoff_day=11))  # what is not about the month changes no receipt of it
    assert [f.read_bytes() for f in write(desk, OCTOBER, tmp_path / "二")] == first


def test_accepted_and_superseded_versions_want_nothing_more(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0, name=None)], [make_tax(0)])])
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])])
    accept(desk, OCTOBER, ["海淀园"])
    (old,) = receipts(desk, OCTOBER, "海淀园", version=1)
    assert old.wanted == ("此版已被新版替代，以新版回执为准",)
    (new,) = receipts(desk, OCTOBER, "海淀园")
    assert (new.version, new.state, new.wanted) == (2, "已接受", ())


def test_there_is_no_receipt_for_what_never_came(desk: AppContext, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        receipts(desk, OCTOBER, "海淀园")
    with pytest.raises(Refused):
        receipts(desk, OCTOBER, "火星园")
    where = ["--out", str(tmp_path), "--workspace", str(desk.paths.address)]
    assert run(["receipt", "--month", "2026-10", *where]) == 2


def test_the_command_line_writes_receipts(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])])
    where = ["--out", str(tmp_path / "出"), "--workspace", str(desk.paths.address), "--json"]
    assert run(["receipt", "--month", "2026-10", "--park", "海淀", *where]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert [Path(f).name for f in files] == ["回执_海淀园_2026-10_v1.json", "回执_海淀园_2026-10_v1.pdf"]
