"""Land, admission and joint review through the command line on a real workspace: recorded, refused whole, traced back."""

from __future__ import annotations

from tests.storage.answers import ok, refused

PLOT = ("land", "add", "--month", "2026-10", "--park", "海淀园", "--source", "报送表 5", "--cluster", "永丰")


def test_plots_are_registered_updated_taken_back_and_counted(zgc):
    ok(zgc(*PLOT, "HD-01", "--area", "150", "--unit", "亩", "--used", "60", "--state", "在用"))
    ok(
        zgc(
            "land",
            "add",
            "HD-01",
            "--month",
            "2026-11",
            "--park",
            "海淀园",
            "--area",
            "10",
            "--source",
            "核查",
            "--cluster",
            "永丰",
        )
    )
    october = ok(zgc("land", "stock", "--month", "2026-10"))
    line = next(s for s in october["stock"] if s["name"] == "永丰")
    assert (line["area"], line["free"]) == (30_000_000, 18_000_000)
    assert "昌平园" in october["missing_parks"]
    assert "海淀园" not in october["missing_parks"]
    november = next(s for s in ok(zgc("land", "stock", "--month", "2026-11"))["stock"] if s["name"] == "永丰")
    assert (november["free"], november["unstated"]) == (None, 1)
    records = ok(zgc("land", "history", "HD-01"))
    assert [r["month"] for r in records] == ["2026-10", "2026-11"]
    ok(zgc("land", "take-back", str(records[1]["id"]), "--reason", "核查有误"))
    again = next(s for s in ok(zgc("land", "stock", "--month", "2026-11"))["stock"] if s["name"] == "永丰")
    assert again["free"] == 18_000_000


def test_wrong_and_overlapping_plots_write_nothing(zgc):
    refused(zgc(*PLOT, "HD-01", "--area", "5", "--used", "6"), "HD-01", "已用 6.00 公顷大于面积 5.00 公顷")
    refused(zgc(*PLOT, "HD-01", "--area", "5", "--from", "2026-01-01", "--to", "2025-01-01"), "不晚于起始日")
    refused(zgc(*PLOT, "HD-01", "--area", "5", "--self-held", "101"), "不在 0 至 100%")
    refused(zgc(*PLOT, "HD-01", "--area", "五"), "不是面积")
    refused(zgc("land", "history", "HD-01"), "没有登记过地块")
    ok(zgc(*PLOT, "HD-01", "--area", "5"))
    refused(zgc(*PLOT, "HD-01-1", "--area", "6", "--parent", "HD-01"), "重叠", "没有写入")
    refused(zgc("land", "history", "HD-01-1"), "没有登记过地块")


def test_clocks_of_land_name_their_source(zgc):
    ok(zgc(*PLOT, "HD-02", "--area", "5", "--state", "闲置", "--idle-since", "2023-01-01"))
    ok(zgc(*PLOT, "HD-03", "--area", "5", "--supply", "租赁", "--from", "2020-01-01", "--to", "2040-01-01"))
    found = ok(zgc("land", "clocks", "--month", "2026-10"))
    assert [(c["plot"], c["kind"]) for c in found] == [("HD-02", "闲置"), ("HD-03", "年期超限")]
    assert "第十四条" in found[0]["cited"]
    assert "京政发〔2017〕39号" in found[1]["cited"]


def test_linked_plots_keep_their_balance(zgc):
    link = ("land", "link", "--group", "房山一组", "--park", "房山园", "--source", "批复")
    ok(zgc(*link, "--plot", "老村", "--side", "减少", "--area", "5"))
    ok(zgc(*link, "--plot", "新园", "--side", "新增", "--area", "5.5"))
    refused(zgc(*link, "--plot", "新园", "--side", "新增", "--area", "1"), "已登记")
    assert "须补减少地块" in ok(zgc("land", "stock", "--month", "2026-10"))["linked"][0]["sentence"]


STANDARD = ("standard", "add", "--park", "昌平园", "--industry", "先进制造", "--from", "2026-01-01", "--title", "示例标准")
PROJECT = (
    "project", "apply", "智能装备一期", "--park", "昌平园", "--on", "2026-03-02", "--source", "申报书",
    "--industry", "先进制造",
    "--fixed", "3000", "--area", "2", "--output", "6000", "--people", "60", "--research", "5", "--energy", "有",
)  # fmt: skip


def test_a_project_is_tested_against_the_standard_of_its_day(zgc):
    ok(zgc(*PROJECT))
    assert ok(zgc("standard", "test"))[0]["conclusion"] == "未定"
    ok(zgc(*STANDARD, "--investment", "1500", "--land-output", "3000", "--head-output", "100", "--research", "5"))
    tested = ok(zgc("standard", "test"))[0]
    assert tested["conclusion"] == "符合"
    assert [line["actual"] for line in tested["lines"]] == ["1,500.00", "3,000.00", "100.00", "5.00"]
    trial = ok(zgc(*STANDARD, "--investment", "1500.000001", "--try"))
    assert (trial["projects"], [t["after"] for t in trial["turned"]]) == (1, ["不符合"])
    refused(zgc(*STANDARD, "--investment", "1"), "日期重叠")
    refused(zgc(*STANDARD[:-2], "--title", " ", "--investment", "1"), "没有出处")
    ok(zgc("standard", "end", "1", "--to", "2026-12-31"))
    ok(
        zgc(
            "standard",
            "add",
            "--park",
            "昌平园",
            "--industry",
            "先进制造",
            "--from",
            "2027-01-01",
            "--title",
            "新标准",
            "--investment",
            "2000",
        )
    )
    assert [s["to"] for s in ok(zgc("standard", "list"))] == ["2026-12-31", ""]


def test_a_project_walks_from_application_to_the_check_and_skips_nothing(zgc):
    number = "XM-2026-001"
    ok(zgc(*PROJECT))
    refused(zgc("project", "advance", number, "会审", "--on", "2026-03-03"), "不能从申报直接到会审")
    ok(zgc("project", "advance", number, "形式审查", "--on", "2026-03-03"))
    ok(zgc("project", "advance", number, "并联意见", "--on", "2026-03-04"))
    ask = ("project", "ask", number, "--on", "2026-03-04", "--due", "2026-03-14")
    ok(zgc(*ask, "--body", "区规自分局", "--body", "区生态局"))
    ok(zgc("project", "opinion", number, "--body", "区规自分局", "--on", "2026-03-10", "--answer", "同意"))
    refused(
        zgc("project", "opinion", number, "--body", "区生态局", "--on", "2026-03-15", "--answer", "不同意", "--text", "环评"),
        "已过期限",
    )
    assert [o["answer"] for o in ok(zgc("project", "show", number))["opinions"]] == ["同意", "逾期未反馈，视为无意见"]
    ok(zgc("project", "advance", number, "会审", "--on", "2026-03-16"))
    refused(zgc("project", "advance", number, "通过", "--on", "2026-03-17"), "由会审作出")
    meeting = ("project", "decide", number, "--body", "联审办", "--on", "2026-03-20", "--for", "3", "--decision", "有条件通过")
    refused(zgc(*meeting, "--present", "科委"), "没有登记议事机构")
    ok(zgc("body", "add", "联审办", "--source", "联审办法", "--quorum", "3"))
    for name in ("科委", "发改委", "经信局", "规自委"):
        ok(zgc("body", "member", "联审办", name, "--from", "2026-01-01"))
    seats = ("--present", "科委", "--present", "发改委", "--present", "经信局")
    refused(zgc(*meeting, *seats[:4], "--condition", "补能评|企业|签约"), "到会人数不足")
    refused(zgc(*meeting, *seats), "至少写明一项条件")
    ok(zgc(*meeting, *seats, "--condition", "补能评|企业|签约|2026-05-01"))
    refused(zgc("project", "advance", number, "签约", "--on", "2026-04-01"), "条件未销号", "补能评")
    ok(zgc("project", "strike", number, "1", "--on", "2026-04-02", "--evidence", "能评批复"))
    refused(zgc("project", "advance", number, "签约", "--on", "2026-04-03"), "履约承诺")
    ok(zgc("project", "promise", number, "--measure", "年产出", "--value", "6000", "--due", "2028-12-31"))
    for state, day in (("签约", "2026-04-04"), ("开工", "2026-06-01"), ("投产", "2027-06-01")):
        ok(zgc("project", "advance", number, state, "--on", day))
    refused(zgc("project", "advance", number, "达产考核", "--on", "2028-12-31"), "还没有考核值")
    ok(zgc("project", "found", number, "1", "--value", "5999.99", "--on", "2028-12-30", "--source", "审计报告"))
    ok(zgc("project", "advance", number, "达产考核", "--on", "2028-12-31"))
    shown = ok(zgc("project", "show", number))
    assert (shown["state"], shown["promises"][0]["state"]) == ("达产考核", "未达到")
    refused(zgc("project", "advance", number, "整改", "--on", "2029-01-05"), "须写明理由")


def test_a_fund_is_never_overdrawn(zgc):
    ok(zgc(*PROJECT))
    ok(zgc("project", "fund", "集中支持资金", "--limit", "1000", "--years", "2026-2030", "--source", "纲要四（一）3"))
    give = ("project", "grant", "XM-2026-001", "--fund", "集中支持资金", "--on", "2026-05-01")
    ok(zgc(*give, "--amount", "600"))
    refused(zgc(*give, "--amount", "400.01"), "超出余额", "余 400.00 万元")
    ok(zgc(*give, "--amount", "400"))
    assert ok(zgc("project", "funds"))[0]["used_fen"] == 1_000_000_000


def test_everything_recorded_stands_in_a_sound_journal(zgc):
    ok(zgc(*PROJECT))
    ok(zgc(*PLOT, "HD-01", "--area", "5"))
    ok(zgc("audit", "verify"))


def test_registered_plots_are_the_room_placement_offers(zgc):
    month = ("--month", "2026-10")
    ok(zgc("match", "room", *month, "--cluster", "翠湖", "--free", "500", "--source", "电话"))
    ok(zgc("match", "room", *month, "--cluster", "永丰", "--free", "500", "--source", "电话"))
    ok(zgc(*PLOT, "HD-01", "--area", "10", "--used", "6.8"))
    ok(zgc(*PLOT, "HD-02", "--area", "5", "--used", "0", "--state", "储备", "--reserve", "轨道"))
    found = ok(zgc("match", "rooms", *month))
    assert [(r["cluster"], r["free_m2"], r["source"]) for r in found] == [
        ("永丰", 32_000, "用地登记 1 宗"),
        ("翠湖", 500, "电话"),
    ]


def test_the_register_of_plots_is_listed_by_state_park_and_zone(zgc):
    """储备清单、一个片区的地块；没有的状态说出可用的。"""
    ok(zgc(*PLOT, "HD-01", "--area", "150", "--unit", "亩", "--used", "60", "--state", "在用", "--ratio", "2.5"))
    ok(zgc(*PLOT, "HD-02", "--area", "3", "--state", "储备", "--reserve", "轨道"))
    found = ok(zgc("land", "list", "--month", "2026-10"))
    assert [(p["number"], p["area"], p["free"], p["ratio_percent"]) for p in found] == [
        ("HD-01", 30_000_000, 18_000_000, 250), ("HD-02", 9_000_000, None, None)
    ]  # fmt: skip
    (reserve,) = ok(zgc("land", "list", "--month", "2026-10", "--state", "储备"))
    assert (reserve["number"], reserve["reserve_reason"]) == ("HD-02", "轨道")
    assert ok(zgc("land", "list", "--month", "2026-10", "--zone", "平原新城")) == []
    assert len(ok(zgc("land", "list", "--month", "2026-10", "--zone", "中心城区"))) == 2
    refused(zgc("land", "list", "--month", "2026-10", "--state", "荒废"), "没有“荒废”这种状态")
    assert ok(zgc("match", "wishes", "--month", "2026-10")) == []
