"""Registers, meetings, tasks, assessments and plan targets through the command line on a real workspace."""

from __future__ import annotations

from tests.storage.answers import ok, refused
from zgc_desktop.paths import workspace_paths

SCHEME = """
key = "cluster-2026"
title = "组团考核（示例）"
subject = "组团"
effective_from = 2026-01-01
ties = "并列占位"
[[group]]
title = "产出"
weight = 1.0
[[group.indicator]]
key = "output"
title = "地均产出"
weight = 1
direction = "正向"
scaling = "标杆"
ideal = 100
missing = "整体未定"
[thresholds]
leave = 60
enter = 80
[citation]
title = "示例方案"
"""


def test_registers_take_entries_and_give_them_back(zgc):
    add = ("register", "add", "组团标签", "--from", "2026-01-01", "--source", "规划第三章", "--subject")
    ok(zgc(*add, "永丰组团", "--set", "标签=三城一区"))
    refused(zgc(*add, "北坞", "--set", "标签=三城一区"), "没有叫“北坞”的组团")
    refused(zgc(*add, "永丰", "--set", "标签=特区"), "不在选项内")
    refused(zgc(*add, "永丰", "--set", "标签"), "写法不对")
    entries = ok(zgc("register", "list", "组团标签"))
    assert [(e["subject"], e["values"]) for e in entries] == [("永丰", {"tag": "三城一区"})]
    ok(zgc("register", "take-back", str(entries[0]["id"]), "--reason", "登记错"))
    assert ok(zgc("register", "list", "组团标签")) == []
    refused(zgc("register", "take-back", "1", "--reason", "再来"), "没有生效的登记")


def test_a_meeting_decides_with_a_quorum_and_hands_out_tasks(zgc):
    ok(zgc("body", "add", "领导小组办公室", "--source", "规划六.一", "--quorum", "2"))
    for name in ("科委", "财政局"):
        ok(zgc("body", "member", "领导小组办公室", name, "--from", "2026-01-01"))
    act = ("body", "resolve", "领导小组办公室", "--on", "2026-11-20", "--matter", "案件",
           "--subject", "MV-2026-001", "--question", "基数",
           "--outcome", "议定", "--text", "财政局复核基数", "--task", "复核基数|财政局|2026-12-20")  # fmt: skip
    refused(zgc(*act, "--present", "科委"), "到会 1 人，不足 2 人")
    assert ok(zgc("task", "list")) == []
    ok(zgc(*act, "--present", "科委", "--present", "财政局"))
    task = ok(zgc("task", "list"))[0]
    assert (task["text"], task["owner"], task["due"]) == ("复核基数", "财政局", "2026-12-20")
    refused(zgc("task", "done", str(task["id"]), "--on", "2026-12-01", "--result", " "), "落实情况")
    ok(zgc("task", "done", str(task["id"]), "--on", "2026-12-01", "--result", "已复核"))
    assert ok(zgc("task", "list"))[0]["state"] == "已于 2026-12-01 办结：已复核"


def test_an_assessment_is_kept_recomputed_and_decided_on_by_a_person(zgc, zgc_place, tmp_path):
    figures = tmp_path / "数据.csv"
    figures.write_text("组团,output\n永丰,59.99\n翠湖,\n西集,100\n", encoding="utf-8")
    run = ("assess", "run", "cluster-2026", "--figures", str(figures), "--on", "2026-06-30", "--source", "年报")
    refused(zgc(*run), "没有生效的考核方案")
    folder = workspace_paths(zgc_place).rules / "assessment"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "组团.toml").write_text(SCHEME, encoding="utf-8")
    for subject in ("永丰", "翠湖"):
        ok(zgc("assess", "level", subject, "--from", "2026-01-01", "--level", "重点发展区", "--reason", "规划三.四"))
    ok(zgc(*run))
    kept = ok(zgc("assess", "list"))[0]
    assert [(s["subject"], s["total"], s["rank"]) for s in kept["scores"]] == [
        ("西集", "100.00", 1),
        ("永丰", "59.99", 2),
        ("翠湖", "未定", None),
    ]
    assert [(p["subject"], p["kind"]) for p in kept["proposals"]] == [("永丰", "建议退出")]
    sheet = ok(zgc("assess", "sheet", str(kept["id"]), "--subject", "永丰"))
    assert sheet["lines"][0]["points"] == "5999/100"
    assert ok(zgc("assess", "levels", "--on", "2026-07-31"))["永丰"] == "重点发展区"
    ok(zgc("assess", "level", "永丰", "--from", "2026-08-01", "--reason", "会议议定", "--assessment", str(kept["id"])))
    assert ok(zgc("assess", "levels", "--on", "2026-08-01"))["永丰"] == ""
    figures.write_text("组团,output\n永丰,多\n", encoding="utf-8")
    refused(zgc(*run), "不是数字")


def test_the_exit_list_has_terms_and_outcomes(zgc):
    ok(
        zgc(
            "assess",
            "exit",
            "某项目",
            "--reason",
            "未达产",
            "--paper",
            "告知书",
            "--on",
            "2026-01-01",
            "--mend-by",
            "2026-06-30",
        )
    )
    refused(
        zgc("assess", "exit", "某项目", "--reason", "x", "--paper", "y", "--on", "2026-01-01", "--mend-by", "2026-01-01"),
        "不晚于",
    )
    ok(zgc("assess", "outcome", "1", "--result", "收回用地", "--on", "2026-07-15"))
    assert ok(zgc("assess", "exits"))[0]["state"] == "已办结：收回用地"
    refused(zgc("assess", "outcome", "1", "--result", "再收", "--on", "2026-07-16"), "没有待处理")


WITHOUT = (
    "东城园、西城园、朝阳园、丰台园、石景山园、通州园、亦庄园、大兴园、顺义园、房山园、怀柔园、密云园、门头沟园、平谷园、延庆园"
)


def test_targets_say_what_they_know_and_what_they_do_not(zgc):
    found = {t["key"]: t for t in ok(zgc("targets", "--month", "2026-10"))}
    assert found["2022-clusters"]["state"].startswith("无数据")  # a cluster counts where companies are
    assert found["2015-revenue"]["state"].startswith("无数据")
    assert found["2035-park"]["state"] == "不可量化；尚无佐证记录"
    indicator = ("register", "add", "园区指标", "--from", "2026-10-31", "--source", "报送表 7",
                 "--set", "指标=高端人才", "--set", "期间=2026-10",
                 "--set", "单位=人", "--subject")  # fmt: skip
    ok(zgc(*indicator, "海淀园", "--set", "本期=30000"))
    ok(zgc(*indicator, "昌平园", "--set", "本期=5000"))
    ok(
        zgc(
            "register",
            "add",
            "目标佐证",
            "--from",
            "2026-10-01",
            "--source",
            "评估报告",
            "--set",
            "目标=2035-park",
            "--set",
            "佐证内容=某成果",
        )
    )
    share = ("register", "add", "园区指标", "--from", "2026-10-31", "--source", "统计", "--set", "指标=高技术服务业增加值占比",
             "--set", "期间=2026-10", "--set", "单位=%", "--subject")  # fmt: skip
    ok(zgc(*share, "海淀园", "--set", "本期=80"))  # one park's share is not the share of all
    again = {t["key"]: t for t in ok(zgc("targets", "--month", "2026-10"))}
    assert again["2015-talents"]["state"] == "35,000人，距目标差 15,000人（2 园登记的指标合计，不含" + WITHOUT + "（未登记））"
    assert again["2015-talents"]["share"] == "7/10"
    assert again["2015-services"]["state"].startswith("无数据")
    ok(zgc(*share, "示范区", "--set", "本期=62"))
    whole = {t["key"]: t for t in ok(zgc("targets", "--month", "2026-10"))}
    assert whole["2015-services"]["state"] == "62%，距目标差 3%（2026 年，统计）"
    assert again["2035-park"]["evidence"] == ["某成果（评估报告）"]


def test_a_register_entry_is_corrected_in_one_step_and_the_old_one_kept(zgc):
    """更正：只写要改的字段；旧的一条撤回留存，一步可撤销。"""
    add = ("register", "add", "服务机构", "--from", "2026-01-01", "--source", "协议", "--subject", "延庆园")
    ok(zgc(*add, "--set", "机构名称=某所", "--set", "服务内容=检测"))
    (old,) = ok(zgc("register", "list", "服务机构"))
    fix = ("register", "correct", str(old["id"]), "--source", "更正函")
    refused(zgc(*fix, "--set", "机构名称="), "“机构名称”必填")
    refused(zgc("register", "correct", "999", "--source", "更正函", "--set", "机构名称=某所"), "没有生效的登记 999")
    refused(zgc(*fix, "--to", "2025-01-01"), "早于起始日")
    ok(zgc(*fix, "--set", "服务内容=检测认证", "--to", "2026-12-31"))
    (new,) = ok(zgc("register", "list", "服务机构"))
    assert (new["from"], new["source"], new["id"] > old["id"]) == ("2026-01-01", "更正函", True)
    assert "检测认证" in new["values"].values()
    assert "某所" in new["values"].values()


def test_positions_and_gaps_are_told_on_the_command_line_by_park_and_zone(zgc):
    add = ("register", "add", "分园产业定位", "--from", "2026-01-01", "--source", "规划")
    for park, level in (("海淀园", "千亿级"), ("昌平园", "百亿级")):
        ok(zgc(*add, "--subject", park, "--set", "产业=新一代信息技术", "--set", f"级别={level}"))
    found = ok(zgc("positions", "--month", "2026-10"))
    assert [(p["park"], p["level"], p["total"]) for p in found] == [("昌平园", "百亿级", None), ("海淀园", "千亿级", None)]
    assert [p["park"] for p in ok(zgc("positions", "--month", "2026-10", "--zone", "平原新城"))] == ["昌平园"]
    refused(zgc("positions", "--month", "2026-10", "--zone", "火星"), "没有叫“火星”的片区")
    assert ok(zgc("gaps", "--month", "2026-10")) == []
    refused(zgc("gaps", "--month", "2026-10", "--park", "火星园"), "没有叫“火星园”的分园")
