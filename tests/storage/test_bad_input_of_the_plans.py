"""Bad input about land, standards, assessments and joint review: a sentence each on the command line, nothing half-saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.answers import ok, refused
from tests.storage.test_records import SCHEME
from zgc_desktop.paths import workspace_paths

PLOT = ("land", "add", "--month", "2026-10", "--park", "海淀园", "--source", "报送表 5", "--cluster", "永丰")
STANDARD = ("standard", "add", "--park", "昌平园", "--from", "2026-01-01", "--investment", "1500")
PROJECT = ("project", "apply", "甲项目", "--park", "昌平园", "--on", "2026-03-02", "--source", "申报书")
HELD = ("project", "decide", "XM-2026-002", "--body", "联审办", "--on", "2026-03-20", "--decision", "通过", "--for", "1")
LATE = ("project", "opinion", "XM-2026-001", "--body", "区规自分局", "--on", "2026-03-15", "--answer", "同意")


@pytest.fixture
def told(zgc, zgc_place, tmp_path):
    """One plot, one standard, one project before its meeting, and a scheme whose ideal value is zero."""
    ok(zgc(*PLOT, "HD-01", "--area", "5"))
    ok(zgc(*STANDARD, "--title", "示例标准"))
    for number in ("XM-2026-001", "XM-2026-002"):
        ok(zgc(*PROJECT))
        for state, on in (("形式审查", "2026-03-03"), ("并联意见", "2026-03-04")):
            ok(zgc("project", "advance", number, state, "--on", on))
        ok(zgc("project", "ask", number, "--body", "区规自分局", "--on", "2026-03-04", "--due", "2026-03-14"))
    ok(zgc("project", "advance", "XM-2026-002", "会审", "--on", "2026-03-16"))
    ok(zgc("body", "add", "联审办", "--source", "办法", "--quorum", "2"))
    for name in ("科委", "发改委"):
        ok(zgc("body", "member", "联审办", name, "--from", "2026-01-01"))
    folder = workspace_paths(zgc_place).rules / "assessment"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "组团.toml").write_text(SCHEME.replace("ideal = 100", "ideal = 0"), encoding="utf-8")
    (tmp_path / "数据.csv").write_text("组团,output\n永丰,10\n", encoding="utf-8")
    return zgc


BAD = {
    "重叠的地块": ((*PLOT, "HD-01-1", "--area", "6", "--parent", "HD-01"), "重叠"),
    "年期倒置": ((*PLOT, "HD-02", "--area", "5", "--from", "2026-01-01", "--to", "2025-01-01"), "不晚于起始日"),
    "自持超过全部": ((*PLOT, "HD-02", "--area", "5", "--self-held", "100.01"), "不在 0 至 100%"),
    "面积不是数": ((*PLOT, "HD-02", "--area", "五"), "不是面积"),
    "没有出处的标准": ((*STANDARD, "--industry", "先进制造", "--title", ""), "出处"),
    "日期重叠的标准": ((*STANDARD, "--title", "又一份"), "日期重叠"),
    "理想值为零": (("assess", "run", "cluster-2026", "--on", "2026-06-30", "--source", "年报", "--figures"), "理想值为 0"),
    "过期的意见": (LATE, "已过期限"),
    "人数不足的会": ((*HELD, "--present", "科委"), "到会人数不足"),
}


def test_bad_input_is_a_sentence_and_writes_nothing(told, tmp_path: Path) -> None:
    before = ok(told("audit", "list"))
    for words, said in BAD.values():
        more = (str(tmp_path / "数据.csv"),) if words[-1] == "--figures" else ()
        refused(told(*words, *more), said)
        assert ok(told("audit", "list")) == before
