"""The exchange by file between real workspaces: a park sends, the city receives and answers; hostile packages and keys."""

from __future__ import annotations

import io
import json
import random
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.storage.conftest import company, tax_line
from tests.storage.exchange_story import OCTOBER, OTHER, PARK, Offices, edit, opened, seen, sent
from tests.storage.ledger_story import SEPTEMBER
from zgc_desktop.cli.main import run as run_command
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.exchange.manifest import CITY, MANIFEST, PackageKind
from zgc_desktop.domain.exchange.stamp import StampState
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionState
from zgc_desktop.services import (
    checks,
    exchange,
    exchange_keys,
    exchange_pack,
    exchange_receive,
    exchange_send,
    look_up,
    profile,
    send_back,
    template,
    workspace,
)
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.self_check import self_check
from zgc_desktop.services.settle import settle

# ---- a month by package ----------------------------------------------------------------------------------------------------


def test_a_month_goes_to_the_city_comes_back_and_is_accepted(offices: Offices, filled: Path) -> None:
    city, park = offices.city, offices.park
    edit(filled, "税收", "H7", 5)  # 地方合计不等于分项之和
    with pytest.raises(Refused, match="自检还有错误，没有打包；错误 1 项"):
        sent(offices, filled)
    first = sent(offices, filled, "税务数据待核")
    assert exchange_receive.take_in(city, first).file is not None
    assert seen(city) == [StampState.FAULTS]
    send_back.send_back(city, OCTOBER, PARK, offices.post / "退回")
    back = exchange_send.pack_answer(city, PARK, OCTOBER, offices.post)
    assert exchange_receive.take_in(park, back.path).item.outcome == "回执 1 份、退回件 1 份"
    (edition,) = exchange.editions(park)
    assert (edition.state, edition.sha256) == ("已退回", exchange_pack.part("", filled.read_bytes()).sha256)
    ((item, name),) = exchange.returns(park)
    returned = exchange.take_out(park, item.id, name, offices.post / "收到")
    edit(returned, "税收", "H7", 20_001.00)
    again = exchange_send.pack_submission(park, returned, offices.post)
    assert again.item.manifest.number == 2
    assert again.item.manifest.previous == exchange_pack.taken_apart(first.read_bytes(), "x").id
    exchange_receive.take_in(city, again.path)
    assert accept(city, OCTOBER, [PARK]).accepted == (PARK,)
    final = exchange_send.pack_answer(city, PARK, OCTOBER, offices.post)
    exchange_receive.take_in(park, final.path)
    assert [e.state for e in exchange.editions(park)] == ["已接受", "已被新版替代"]
    assert [c.name for c in look_up.companies(park, OCTOBER)] == [c.name for c in look_up.companies(city, OCTOBER)]
    assert workspace.check(city).problems == workspace.check(park).problems == ()


def test_last_month_comes_back_as_this_months_template(offices: Offices, filled: Path, tmp_path: Path) -> None:
    sent(offices, filled)
    out = template.write(offices.park, PARK, OCTOBER.plus(1), tmp_path / "十一月.xlsx")
    page = load_workbook(out)["企业"]
    assert [page.cell(row, 1).value for row in (6, 7)] == [company(0)["credit_code"], company(1)["credit_code"]]


def test_the_stamp_holds_through_another_program_and_breaks_with_one_cell(offices: Offices, filled: Path) -> None:
    """自检盖章后另存一遍仍是一致；改一格就是改动过。"""
    sent(offices, filled)
    load_workbook(filled).save(filled)
    assert self_check(offices.park, filled).state is StampState.SAME
    receive(offices.city, [filled])
    assert seen(offices.city) == [StampState.SAME]
    edit(filled, "企业", "B6", "改了名字的公司")
    receive(offices.city, [filled])
    assert seen(offices.city) == [StampState.SAME, StampState.EDITED]


def test_the_stamp_of_a_file_that_cannot_carry_it_travels_beside_it(offices: Offices, tmp_path: Path) -> None:
    file = tmp_path / "昌平园2026年10月企业.csv"
    line = f"{company(0)['credit_code']},甲公司,北京市昌平区知行街 1 号,30,12.00,新一代信息技术,在营"
    file.write_text(f"统一社会信用代码,企业名称,注册地址,从业人员（人）,营业收入（万元）,产业领域,状态\n{line}\n", "utf-8-sig")
    before = file.read_bytes()
    path = sent(offices, file, "只报税收")
    assert file.read_bytes() == before
    exchange_receive.take_in(offices.city, path)
    assert seen(offices.city) in ([StampState.SAME], [StampState.FAULTS])


def test_the_park_checks_with_the_citys_rules_once_it_has_them(offices: Offices, filled: Path) -> None:
    city, park = offices.city, offices.park
    checks.switch(city, "R-TAX-SUM", active=False, reason="本月口径调整", from_day=OCTOBER.first_day)
    edit(filled, "税收", "H7", 5)
    assert self_check(park, filled).stamp.errors == 1
    exchange_receive.take_in(city, sent(offices, filled, "先报"))
    assert seen(city) == [StampState.OTHER_RULES]
    exchange_receive.take_in(park, exchange_send.pack_rules(city, PARK, offices.post).path)
    found = self_check(park, filled)
    assert (found.stamp.errors, found.state) == (0, StampState.OTHER_RULES)
    exchange_receive.take_in(city, sent(offices, filled))
    assert seen(city)[-1] is StampState.SAME


def test_the_same_package_again_changes_nothing_and_an_overtaken_one_is_only_kept(offices: Offices, filled: Path) -> None:
    city = offices.city
    first = sent(offices, filled)
    assert exchange_send.pack_submission(offices.park, filled, offices.post).again
    edit(filled, "企业", "B6", "新名字公司")
    second = sent(offices, filled)
    exchange_receive.take_in(city, second)
    head = city.store.head()
    assert exchange_receive.take_in(city, second).repeat
    assert city.store.head() == head
    assert "较新的包已先收" in exchange_receive.take_in(city, first).item.outcome
    (item,) = look_up.month_submissions(city, OCTOBER)
    assert (item.version, item.state) == (1, SubmissionState.REGISTERED)
    assert {(p.direction, p.manifest.number) for p in exchange.packages(city)} == {("in", 1), ("in", 2)}


def test_any_order_of_a_months_packages_leaves_the_last_edition_standing(
    offices: Offices, filled: Path, tmp_path: Path, empty_workspace: Path
) -> None:
    paths = []
    for name in ("甲", "乙", "丙"):
        edit(filled, "企业", "B6", f"北京{name}科技有限公司")
        paths.append(sent(offices, filled))
    standing = set()
    for n, order in enumerate(([0, 1, 2, 0], [2, 0, 1, 2], [1, 2, 1, 0])):
        city = opened(Path(shutil.copytree(empty_workspace, tmp_path / f"市级{n}")), "张")
        for k in order:
            exchange_receive.take_in(city, paths[k])
        newest = look_up.month_submissions(city, OCTOBER)[0]
        standing.add((newest.sha256, len(exchange.packages(city))))
    assert standing == {(exchange_pack.part("", filled.read_bytes()).sha256, 3)}


def test_a_file_of_another_park_or_month_in_the_package_is_refused_and_nothing_registered(
    offices: Offices, filled: Path, park_file: Callable[..., Path]
) -> None:
    stranger = park_file(OTHER, "2026-10", [company(2)], [tax_line(2)])
    with pytest.raises(Refused, match="这是海淀园的报送，本工作区是昌平园"):
        sent(offices, stranger)
    whole = exchange_pack.taken_apart(sent(offices, filled).read_bytes(), "x")
    for content, month, words in (
        (stranger.read_bytes(), OCTOBER, "这是海淀园的报送，不是昌平园的"),
        (filled.read_bytes(), OCTOBER.plus(1), "这是 2026-10 的报送，不是 2026-11 的"),
    ):
        forged = offices.post / "伪.zip"
        forged.write_bytes(repacked(whole, month, {"payload/x.xlsx": content}))
        with pytest.raises(Refused, match=words):
            exchange_receive.take_in(offices.city, forged)
    assert look_up.months(offices.city) == ()
    assert exchange.packages(offices.city) == ()


def repacked(whole: exchange_pack.Opened, month: Month, parts: dict[str, bytes]) -> bytes:
    """A package with other contents whose hashes are all in order: only its maker's word is false."""
    mine = parts | {"payload/self_check.json": whole.parts["payload/self_check.json"]}
    listed = tuple(exchange_pack.part(n, c) for n, c in sorted(mine.items()))
    return exchange_pack.packed(replace(whole.manifest, month=month, parts=listed), mine)


def test_a_package_for_somebody_else_is_refused(offices: Offices, filled: Path) -> None:
    path = sent(offices, filled)
    with pytest.raises(Refused, match="这个包是发给市级的，本工作区是海淀园"):
        exchange_receive.take_in(offices.other, path)
    with pytest.raises(Refused, match="本单位自己发出的包"):
        exchange_receive.take_in(offices.park, path)
    with pytest.raises(Refused, match="这是市级工作区"):
        exchange_send.pack_submission(offices.city, filled, offices.post)
    with pytest.raises(Refused, match="这是昌平园的工作区，这一步由市级做"):
        exchange_send.pack_rules(offices.park, OTHER, offices.post)


def test_the_statement_of_the_district_comes_with_the_answer(offices: Offices, books: AppContext) -> None:
    """结算过的月份，回执退回包里带着本区的对账单。"""
    settle(books, SEPTEMBER)
    answer = exchange_send.pack_answer(books, PARK, SEPTEMBER, offices.post)
    exchange_receive.take_in(offices.park, answer.path)
    names = [part.rsplit("/", 1)[-1] for _, part in exchange.statements(offices.park)]
    assert sorted(names) == ["税收分享对账单_昌平区_2026-09.pdf", "税收分享对账单_昌平区_2026-09.xlsx"]
    item, part = exchange.statements(offices.park)[0]
    assert exchange.take_out(offices.park, item.id, part, offices.post / "取").stat().st_size > 1000


@pytest.mark.file_only
def test_a_package_changed_in_the_archive_is_named_by_the_check(offices: Offices, filled: Path) -> None:
    sent(offices, filled)
    (item,) = exchange.packages(offices.park)
    kept = offices.park.paths.archived(item.sha256)
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    assert f"交换包 {item.file_name}被改动过" in workspace.check(offices.park).problems


# ---- hostile packages ------------------------------------------------------------------------------------------------------


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as pack:
        return {n: pack.read(n) for n in pack.namelist()}


def zipped(parts: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in parts:
            info = zipfile.ZipInfo()
            info.filename, info.compress_type = name, zipfile.ZIP_DEFLATED
            pack.writestr(info, content)
    return out.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_hostile_cut_and_changed_packages_are_refused_with_a_sentence(offices: Offices, filled: Path, tmp_path: Path) -> None:
    path = sent(offices, filled)
    good, data = members(path), path.read_bytes()
    rest = list(good.items())
    newer = json.loads(good[MANIFEST]) | {"version": 9}
    cases: dict[str, tuple[bytes, str]] = {
        "empty": (b"", "不完整或被改动"),
        "no zip": (b"hello", "不完整或被改动"),
        "workbook": (filled.read_bytes(), "不是统筹台的交换包"),
        "cut": (data[: len(data) // 2], "不完整或被改动"),
        "cut a little": (data[:-7], "不完整或被改动"),
        "outside": (zipped([*rest, ("../../evil.txt", b"x")]), "指向包外的路径"),
        "absolute": (zipped([*rest, ("/etc/passwd", b"x")]), "指向包外的路径"),
        "backslash": (zipped([*rest, ("..\\evil", b"x")]), "指向包外的路径"),
        "twice": (zipped([*rest, (MANIFEST, b"{}")]), "重名的文件"),
        "case": (zipped([*rest, ("MANIFEST.json", b"{}")]), "重名的文件"),
        "bomb": (zipped([*rest, ("payload/bomb.bin", b"\0" * (64 << 20))]), "疑为压缩炸弹"),
        "extra": (zipped([*rest, ("payload/more.txt", b"x")]), "多出清单之外的 payload/more.txt"),
        "missing": (zipped([(n, c) for n, c in rest if n != "payload/self_check.json"]), "缺少 payload/self_check.json"),
        "changed": (zipped([(n, c + b" " if n.endswith("check.json") else c) for n, c in rest]), "清单"),
        "same length": (zipped([(n, c[::-1] if n.endswith("check.json") else c) for n, c in rest]), "校验值不符"),
        "no hashes": (zipped([(n, c) for n, c in rest if n != "SHA256SUMS"]), "校验清单与内容不符"),
        "newer": (zipped([(n, json.dumps(newer).encode() if n == MANIFEST else c) for n, c in rest]), "请升级程序后再收"),
        "many": (zipped([*rest, *((f"x/{k}", b"") for k in range(2100))]), "超过 2000 个"),
    }
    for name, (content, words) in cases.items():
        file = tmp_path / f"{name}.zip"
        file.write_bytes(content)
        with pytest.raises((Refused, EnvironmentProblem)) as refusal:
            exchange_receive.take_in(offices.city, file)
        assert words in refusal.value.sentence, (name, refusal.value.sentence)
    assert exchange.packages(offices.city) == ()
    assert not (tmp_path / "evil.txt").exists()


def test_a_package_with_any_byte_changed_is_refused_or_says_the_very_same(
    offices: Offices, filled: Path, tmp_path: Path
) -> None:
    data, dice, whole = sent(offices, filled).read_bytes(), random.Random(7), 0
    wanted = exchange_pack.taken_apart(data, "x")
    for _ in range(400):
        at = dice.randrange(len(data))
        changed = data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :]
        try:
            found = exchange_pack.taken_apart(changed, "x")
        except (Refused, EnvironmentProblem):
            continue
        assert (found.id, found.parts) == (wanted.id, wanted.parts)  # a byte of the zip's own that says nothing
        whole += 1
    assert whole < 40


# ---- keys ------------------------------------------------------------------------------------------------------------------


def test_once_a_parks_key_is_noted_only_its_signature_counts(offices: Offices, filled: Path) -> None:
    city, park = offices.city, offices.park
    unsigned = sent(offices, filled)
    exchange_keys.make(park)
    public = exchange_keys.export(park, offices.post)
    edit(filled, "企业", "B6", "北京乙科技有限公司")
    signed = sent(offices, filled)
    with pytest.raises(Refused, match="没有登记昌平园的公钥"):
        exchange_receive.take_in(city, signed)
    said = exchange_keys.trust(city, public).sentence
    assert exchange_keys.keys(park)[0].print in said
    with pytest.raises(Refused, match="包上没有签名，没有收"):
        exchange_receive.take_in(city, unsigned)
    assert exchange_receive.take_in(city, signed).item.signed_by == exchange_keys.keys(park)[0].print
    exchange_keys.make(park)  # a new key the city does not know yet
    edit(filled, "企业", "B6", "北京丙科技有限公司")
    third = sent(offices, filled)
    with pytest.raises(Refused, match="签名不是昌平园登记的密钥"):
        exchange_receive.take_in(city, third)
    with pytest.raises(Refused, match="须写明理由"):
        exchange_keys.distrust(city, PARK, " ")
    exchange_keys.trust(city, exchange_keys.export(park, offices.post))
    exchange_receive.take_in(city, third)
    parts = members(third)
    body = json.loads(parts["payload/self_check.json"]) | {"reason": "换了"}
    whole = exchange_pack.taken_apart(third.read_bytes(), "x")
    mine = {**whole.parts, "payload/self_check.json": exchange_pack.as_json(body)}
    listed = tuple(exchange_pack.part(n, c) for n, c in sorted(mine.items()))
    forged = exchange_pack.packed(replace(whole.manifest, parts=listed), mine, parts["signature.json"])
    third.write_bytes(forged)
    with pytest.raises(Refused, match="签名与内容不符，没有收"):
        exchange_receive.take_in(city, third)


def test_what_was_packed_before_the_key_was_made_is_packed_again_with_it(offices: Offices, filled: Path) -> None:
    """市级说“请用自己的密钥重新打包”，内容一字未改也打得出带签名的包，市级不重复登记。"""
    city, park = offices.city, offices.park
    first = sent(offices, filled)
    exchange_receive.take_in(city, first)
    exchange_keys.make(park)
    exchange_keys.trust(city, exchange_keys.export(park, offices.post))
    with pytest.raises(Refused, match="包上没有签名，没有收"):
        exchange_receive.take_in(city, first)
    second = exchange_send.pack_submission(park, filled, offices.post)
    assert (second.again, second.item.manifest.number) == (False, 2)
    assert second.item.signed_by == exchange_keys.keys(park)[0].print
    assert "第1版相同" in exchange_receive.take_in(city, second.path).item.outcome
    assert exchange_send.pack_submission(park, filled, offices.post).again


def test_the_private_key_stands_in_no_list_and_no_entry(offices: Offices) -> None:
    exchange_keys.make(offices.park)
    with offices.park.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT changes FROM journal").scalars().all()
        assert not any("PRIVATE KEY" in text for text in rows)
        assert connection.exec_driver_sql("SELECT count(*) FROM exchange_secret").scalar() == 1
    assert not any("PRIVATE" in str(k) for k in exchange_keys.keys(offices.park))


# ---- the workspace's use ---------------------------------------------------------------------------------------------------


def test_a_workspace_with_data_keeps_its_use(offices: Offices, filled: Path) -> None:
    assert profile.party(offices.city) == CITY
    assert profile.choose(offices.park, "昌平") is None
    sent(offices, filled)
    with pytest.raises(Refused, match="工作区已有数据，不能再改用途"):
        profile.choose(offices.park, OTHER)
    with pytest.raises(Refused, match="没有叫“火星园”的分园"):
        profile.choose(offices.city, "火星园")


# ---- the command line ------------------------------------------------------------------------------------------------------


def test_the_whole_way_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], park_file: Callable[..., Path]) -> None:
    def zgc(folder: str, *words: str) -> tuple[int, dict[str, object], str]:
        code = run_command(["exchange", *words, "--workspace", str(tmp_path / folder), "--json"])
        out, said = capsys.readouterr()
        return code, json.loads(out) if out.strip() else {}, said

    post = str(tmp_path / "往来")
    assert zgc("park", "profile", "--park", "昌平")[1] == {"party": PARK}
    assert zgc("city", "profile")[1] == {"party": CITY}
    file = park_file(PARK, "2026-10", [company(0)], [tax_line(0)])
    code, found, _ = zgc("park", "check", str(file))
    assert (code, found["word"], found["errors"]) == (0, "未自检", 0)
    _, made, said = zgc("park", "pack", str(file), "--out", post)
    assert "包上没有签名" in said
    assert zgc("city", "receive", str(made["path"]))[0] == 0
    _, answer, _ = zgc("city", "answer", "--month", "2026-10", "--out", post)
    (package,) = answer["packages"]  # type: ignore[misc]
    assert package["kind"] == PackageKind.ANSWER.value
    assert zgc("park", "receive", str(package["path"]), str(made["path"]))[0] == 1  # the second is our own
    _, editions, _ = zgc("park", "editions")
    assert [e["state"] for e in editions["editions"]] == ["已登记"]  # type: ignore[attr-defined]
    _, files, _ = zgc("park", "extract", str(package["id"])[:12], "--out", str(tmp_path / "取出"))
    assert len(files["files"]) == 2  # type: ignore[arg-type]
    assert zgc("park", "again", str(made["id"]), "--out", post)[1]["sha256"] == made["sha256"]
    key = ["--code", str(company(0)["credit_code"]), "--name", "甲公司", "--from", "昌平", "--to", "海淀"]
    assert zgc("park", "case", "open", *key)[0] == 0
    _, cases, _ = zgc("park", "case", "list")
    slip = cases["cases"][0]["key"]  # type: ignore[index]
    assert zgc("park", "case", "fact", slip, "--field", "基数2023年", "--value", "12.30", "--source", "完税证明")[0] == 0
    code, _, said = zgc("park", "case", "fact", slip, "--field", "变更登记日", "--value", "昨天")
    assert (code, "填得不对" in said) == (2, True)
    assert zgc("park", "case", "say", slip, "--answer", "知悉")[0] == 0
    assert zgc("city", "receive", str(zgc("park", "cases", "--to", "市级", "--out", post)[1]["path"]))[0] == 0
    assert [c["number"] for c in zgc("city", "case", "list")[1]["cases"]] == ["MV-2026-001"]  # type: ignore[attr-defined]
    _, key_made, _ = zgc("park", "key", "make")
    public = str(zgc("park", "key", "export", "--out", post)[1]["file"])
    assert zgc("city", "key", "trust", public)[0] == 0
    assert zgc("city", "key", "list")[1]["keys"][0]["print"] == key_made["print"]  # type: ignore[index]
    assert zgc("city", "key", "end", "--party", PARK, "--reason", "换人")[0] == 0
    assert zgc("city", "rules", "--park", "昌平", "--out", post)[1]["receiver"] == PARK
    assert {p["kind"] for p in zgc("city", "list")[1]["packages"]} == {"submission", "answer", "cases", "rules"}  # type: ignore[attr-defined]
    code, _, said = zgc("city", "receive", str(tmp_path / "没有.zip"))
    assert (code, "没有这个文件" in said) == (2, True)
