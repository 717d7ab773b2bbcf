"""An issue of the report: matters an editor keeps, reasons of errata, the office's own fonts, a certificate's signature."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pikepdf import pdfa

from tests.storage.raw import spoil
from zgc_desktop.cli.main import run
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.monthly_json import as_json, fingerprint_of, from_json
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import errata, matters, month_report, publish, report_fonts, sign, verify, workspace
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
PASSWORD = "证书口令1"


@pytest.fixture
def one_park(desk: AppContext, park_file: Any, make_company: Any, make_tax: Any) -> AppContext:
    """September and October of one park, accepted."""
    for month in ("2026-09", "2026-10"):
        receive(desk, [park_file("海淀园", month, [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
        accept(desk, Month.parse(month))
    return desk


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which 仿宋 and 黑体 are installed for this user, and 楷体 is a broken file."""
    folder = tmp_path / "data" / "fonts"
    folder.mkdir(parents=True)
    shutil.copy(FONTS / "NotoSerifSC-Regular.ttf", folder / "simfang.ttf")
    shutil.copy(FONTS / "NotoSansSC-Bold.ttf", folder / "SIMHEI.TTF")
    (folder / "simkai.ttf").write_bytes(b"OTTO not a TrueType font")
    monkeypatch.setattr("reports.system_fonts.folders", lambda: (folder,))
    for service in (publish, verify):
        monkeypatch.setattr(service, "folders", lambda: (folder,))
    return folder


def certificate(path: Path, *, begins: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> Path:
    """A certificate of the office's own, with its private key, as a p12 file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "一区多园统筹办（测试）")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(4711).not_valid_before(begins).not_valid_after(begins + timedelta(days=400))
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    locked = serialization.BestAvailableEncryption(PASSWORD.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates("单位".encode(), key, made, None, locked))
    return path


# --- 问题与建议 --------------------------------------------------------------------------------------------------------


def test_only_matters_the_editor_keeps_are_printed_and_next_month_asks_what_came_of_them(one_park: AppContext) -> None:
    """候选由数据生成；保留的列入第十节，下月带着落实情况再出现一次。"""
    found = {m.key: m for m in matters.listed(one_park, SEPTEMBER)}
    late = found["late:通州园"]
    assert (late.state, late.owner, late.due) == ("", "通州园", date(2026, 11, 9))
    before = month_report.draft(one_park, SEPTEMBER)
    assert before.matters == ()
    assert any(line.startswith("十、") and f"候选{len(found)}条" in line for line in before.left_out)
    matters.keep(one_park, SEPTEMBER, "late:通州园", text="请通州园说明未报原因。", due=date(2026, 10, 20))
    matters.drop(one_park, SEPTEMBER, "late:东城园")
    matters.add(one_park, SEPTEMBER, "请各园核对税收口径。", "各分园", None)
    kept = month_report.draft(one_park, SEPTEMBER).matters
    assert [(m.text, m.owner, m.due) for m in kept] == [
        ("请通州园说明未报原因。", "通州园", date(2026, 10, 20)),
        ("请各园核对税收口径。", "各分园", None),
    ]
    october = month_report.draft(one_park, OCTOBER)
    assert [(m.key, m.follow_up) for m in october.matters] == [
        ("late:通州园", "上月已列，本月仍未了结"),
        ("own:2026-09-1", "未登记"),
    ]
    matters.follow(one_park, OCTOBER, "own:2026-09-1", "已核对，海淀园更正2处")
    assert month_report.draft(one_park, OCTOBER).matters[1].follow_up == "已核对，海淀园更正2处"


def test_matters_of_a_published_month_stay_and_empty_ones_are_refused(one_park: AppContext, tmp_path: Path) -> None:
    matters.keep(one_park, SEPTEMBER, "late:通州园")
    with pytest.raises(Refused, match="没有内容"):
        matters.add(one_park, SEPTEMBER, " \n ", "各分园", None)
    with pytest.raises(Refused, match="责任单位"):
        matters.add(one_park, SEPTEMBER, "核对。", " ", None)
    with pytest.raises(Refused, match="没有事项"):
        matters.keep(one_park, SEPTEMBER, "late:没有园")
    with pytest.raises(Refused, match="上月没有事项"):
        matters.follow(one_park, OCTOBER, "late:东城园", "好")
    issued = publish.publish(one_park, SEPTEMBER, tmp_path)
    assert len(issued.document.matters) == 1
    with pytest.raises(Refused, match="不再改写"):
        matters.drop(one_park, SEPTEMBER, "late:通州园")


# --- 勘误 -------------------------------------------------------------------------------------------------------------


def test_a_person_says_why_a_figure_was_put_right(
    one_park: AppContext, tmp_path: Path, park_file: Any, make_company: Any, make_tax: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """勘误逐条：原数、更正为、原因由人登记，对结算的影响由程序算。"""
    publish.publish(one_park, SEPTEMBER, tmp_path)
    with pytest.raises(Refused, match="没有待列的更正"):
        errata.give_reason(one_park, SEPTEMBER, "表3-1·海淀·月末", "漏报")
    again = park_file("海淀园", "2026-09", [make_company(n) for n in range(3)], [make_tax(n) for n in range(3)])
    receive(one_park, [again])
    accept(one_park, SEPTEMBER)
    found = {e.code: e for e in errata.standing(one_park, SEPTEMBER)}
    assert found["〔表3-1·海淀·月末〕"].reason == "海淀园第2版替换第1版"
    place = ["--month", "2026-09", "--workspace", str(one_park.paths.address)]
    assert run(["errata", "reason", "海淀", "--text", "海淀园补报一家企业", *place]) == 0
    assert run(["errata", "reason", "〔表3-1·海淀·月末〕", "--text", "漏报新设企业", *place]) == 0
    assert run(["errata", "list", *place]) == 0
    assert "漏报新设企业" in capsys.readouterr().out
    printed = {e.code: e for e in month_report.draft(one_park, OCTOBER).errata}
    month_end = printed["〔表3-1·海淀·月末〕"]
    assert (month_end.old, month_end.new, month_end.reason) == ("2家", "3家", "漏报新设企业")
    assert printed["〔表3-1·海淀·地方税收〕"].reason == "海淀园补报一家企业"
    with pytest.raises(Refused, match="尚未发布"):
        errata.give_reason(one_park, OCTOBER, "海淀", "错了")
    with pytest.raises(Refused, match="原因是空的"):
        errata.give_reason(one_park, SEPTEMBER, "海淀", "  ")


# --- 公文字体 ---------------------------------------------------------------------------------------------------------


def test_the_systems_fonts_are_used_embedded_named_and_kept(one_park: AppContext, system: Path, tmp_path: Path) -> None:
    """系统有仿宋、黑体：嵌入并记入快照；缺的写明以随附字体代替；字体后来没有了，说得出缺哪一个。"""
    said = {s.letter: s for s in report_fonts.states()}
    assert said["仿宋"].file == "simfang.ttf"
    assert said["楷体"].file == ""
    assert "以随附的 Noto Serif SC 代替" in said["楷体"].sentence
    assert month_report.draft(one_park, SEPTEMBER).fonts == ()
    report_fonts.choose(one_park, "system")
    issued = publish.publish(one_park, SEPTEMBER, tmp_path / "发")
    assert [f.letter for f in issued.document.fonts if f.file] == ["仿宋", "黑体"]
    assert verify.verify(one_park, SEPTEMBER).same
    (system / "simfang.ttf").unlink()
    found = verify.verify(one_park, SEPTEMBER)
    assert [said for said in found.kept if "系统缺少字体 仿宋（Noto Serif SC Regular，simfang.ttf）" in said]
    again = publish.report(one_park, SEPTEMBER, tmp_path / "再")
    assert again.pdf.read_bytes() == issued.pdf.read_bytes()
    with pytest.raises(Refused, match="不是公文字体的选项"):
        report_fonts.choose(one_park, "宋体")


def test_a_font_that_went_is_a_sentence_where_the_paper_has_to_be_printed_again(
    one_park: AppContext, system: Path, tmp_path: Path
) -> None:
    publish.publish(one_park, SEPTEMBER, tmp_path / "发", fonts="system")
    item = month_report.publication(one_park, SEPTEMBER)
    assert item is not None
    spoil(one_park, item.pdf_sha256)
    (system / "SIMHEI.TTF").unlink()
    with pytest.raises(EnvironmentProblem, match="系统缺少字体 黑体"):
        publish.report(one_park, SEPTEMBER, tmp_path / "再")
    assert not (tmp_path / "再").exists()


# --- 快照与签名 -------------------------------------------------------------------------------------------------------


def test_an_older_snapshot_keeps_its_fingerprint_under_a_newer_program(one_park: AppContext) -> None:
    """以后的程序给文档加了新内容，旧快照的指纹不变。"""
    text = as_json(month_report.draft(one_park, SEPTEMBER))
    told = json.loads(text)
    older = json.dumps({k: v for k, v in told.items() if k not in ("fonts", "matters")}, ensure_ascii=False)
    bare = json.dumps(json.loads(older) | {"fingerprint": "", "prepared_on": "2026-09-30"}, ensure_ascii=False, sort_keys=True,
                      separators=(",", ":"))  # fmt: skip
    assert from_json(older).matters == ()
    assert fingerprint_of(older) == hashlib.sha256(bare.encode()).hexdigest() != fingerprint_of(text)


def test_a_published_month_is_signed_and_the_unsigned_paper_stays_what_it_was(one_park: AppContext, tmp_path: Path) -> None:
    """签名附在原件之后：原件逐字节不变，签名件前段就是原件，改动一个字节就看得出。"""
    p12 = certificate(tmp_path / "单位.p12")
    with pytest.raises(Refused, match="草稿不签名"):
        sign.sign(one_park, SEPTEMBER, p12, PASSWORD, tmp_path)
    issued = publish.publish(one_park, SEPTEMBER, tmp_path / "发")
    pdf = issued.pdf.read_bytes()
    done = sign.sign(one_park, SEPTEMBER, p12, PASSWORD, tmp_path / "签")
    signed = done.pdf.read_bytes()
    assert signed.startswith(pdf)
    assert issued.pdf.read_bytes() == pdf
    assert done.signature.signer == "一区多园统筹办（测试）"
    # The validator knows no forms, which is where a signature lives; everything else still is PDF/A-2b.
    assert {f.kind for f in pdfa.validate_written(done.pdf, "2b").findings} == {"unsupported"}
    found = verify.verify(one_park, SEPTEMBER)
    assert found.same
    assert ["有效" in s.sentence for s in found.signatures] == [True]
    assert workspace.check(one_park).problems == ()
    spoil(one_park, done.signature.signed_sha256, signed[:1000] + b"x" + signed[1001:])
    assert not verify.verify(one_park, SEPTEMBER).same
    assert any("签名件" in said for said in workspace.check(one_park).problems)


def test_a_certificate_that_cannot_sign_is_a_sentence(one_park: AppContext, tmp_path: Path) -> None:
    publish.publish(one_park, SEPTEMBER, tmp_path / "发")
    p12 = certificate(tmp_path / "单位.p12")
    with pytest.raises(Refused, match="口令不对"):
        sign.sign(one_park, SEPTEMBER, p12, "不是它", tmp_path)
    with pytest.raises(Refused, match="读不到"):
        sign.sign(one_park, SEPTEMBER, tmp_path / "没有.p12", PASSWORD, tmp_path)
    old = certificate(tmp_path / "旧.p12", begins=datetime(2020, 1, 1, tzinfo=UTC))
    with pytest.raises(Refused, match="不在有效期内"):
        sign.sign(one_park, SEPTEMBER, old, PASSWORD, tmp_path)


# --- 其他文件 ---------------------------------------------------------------------------------------------------------


def test_every_paper_that_leaves_the_office_is_a_pdf_for_the_archive(one_park: AppContext, tmp_path: Path) -> None:
    """对账单、区际矩阵、回执、题单、反馈单都是 PDF/A-2b，语言为中文，字体全部嵌入。"""
    place = ["--month", "2026-10", "--out", str(tmp_path), "--workspace", str(one_park.paths.address)]
    assert run(["settle", "--month", "2026-10", "--workspace", str(one_park.paths.address)]) == 0
    assert run(["statement", *place]) == 0
    assert run(["receipt", *place]) == 0
    assert run(["sheet", "agenda", *place]) == 0
    assert run(["sheet", "feedback", "--park", "海淀", *place]) == 0
    papers = sorted(tmp_path.glob("*.pdf"))
    assert {p.name.split("_")[0] for p in papers} == {"税收分享对账单", "区际税收分享矩阵", "回执", "协调会题单", "反馈单"}
    for paper in papers[::4] + papers[-3:]:
        assert pdfa.validate_written(paper, "2b").passed, paper.name
        assert b"Helvetica" not in paper.read_bytes()
