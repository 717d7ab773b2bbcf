"""A month with land, standards, projects, meetings, indicators and tasks, told to a workspace by the real services."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from zgc_desktop.domain.admission.standards import Standard
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.assessment.levels import ExitNotice
from zgc_desktop.domain.coordination import Member, Resolution, Task
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.review.commitments import Condition, Fund, Promise
from zgc_desktop.domain.review.projects import Project
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.services import admission, assess, land, meetings, projects, registers
from zgc_desktop.services.context import AppContext

MONTH = Month(2026, 10)
BODY = "产业项目联合审议会"
WAN = 1_000_000


def _ha(amount: str) -> int:
    return to_area(Decimal(amount), "公顷")


def plots(ctx: AppContext) -> None:
    """Plots of five parks: idle, in reserve, with terms running out and run out, one building, one without its used part."""
    told = [
        Plot("HD-01", "海淀园", MONTH, _ha("12.5"), "永丰一号", cluster="永丰", use="科研", ownership="国有", used=_ha("7.25"),
             supply="出让", term_from=date(2010, 1, 1), term_to=date(2027, 1, 15),
             ratio_percent=250, self_held=4000, state="在用",
             source="报送表5"),
        Plot("HD-02", "海淀园", MONTH, _ha("8"), cluster="上地西三旗", used=_ha("0"), state="闲置", idle_since=date(2023, 5, 1),
             source="报送表5"),
        Plot("HD-01-B1", "海淀园", MONTH, _ha("1"), "永丰一号楼", kind="楼宇", cluster="永丰", parent="HD-01", used=_ha("0.5"),
             source="报送表5"),
        Plot("CP-01", "昌平园", MONTH, _ha("30"), cluster="未来科学城东区", use="工业", ownership="集体", used=_ha("18.333333"),
             supply="弹性年期", term_from=date(2006, 11, 1), term_to=date(2026, 9, 30), self_held=2500,
             state="在用", source="报送表5"),
        Plot("CP-02", "昌平园", MONTH, _ha("15.2"), cluster="昌平新城", state="储备", used=_ha("0"), reserve_reason="轨道",
             source="报送表5"),
        Plot("CP-03", "昌平园", MONTH, _ha("3"), state="在建", source="报送表5"),
        Plot("DC-01", "东城园", MONTH, _ha("0.82"), cluster="东城园", used=_ha("0.8"), state="在用", source="报送表5"),
        Plot("YZ-01", "亦庄园", MONTH, _ha("120"), cluster="亦庄园", used=_ha("95.5"), state="在用", source="报送表5"),
        Plot("FS-01", "房山园", MONTH, _ha("66.6667"), cluster="窦店", used=_ha("20"), state="在用", source="报送表5"),
    ]  # fmt: skip
    land.register_plots(ctx, told)


def standard(ctx: AppContext) -> None:
    """One standard of 昌平园 for 先进制造."""
    thresholds = (("investment", 1500 * WAN), ("land_output", 3000 * WAN), ("research", 300))
    cited = Citation("昌平园产业项目准入标准（试行）", "昌平园管委会", "昌园发〔2026〕3号", date(2025, 12, 20), "第四条")
    made = Standard("昌平园", "先进制造", date(2026, 1, 1), None, thresholds, ("energy", "environment"), cited)
    admission.register_standard(ctx, made)


def body(ctx: AppContext) -> None:
    """A body of five members with a quorum of three."""
    meetings.add_body(ctx, BODY, 3, "示范区联合审议规则（试行）第二条")
    for name in ("市科委", "市发展改革委", "市规划自然资源委", "市生态环境局", "市财政局"):
        meetings.add_member(ctx, Member(BODY, name, "成员单位", date(2026, 1, 1)))


def reviewed(ctx: AppContext) -> tuple[str, str]:
    """Two projects: one passed with conditions and owing two, one waiting for its meeting. Returns their numbers."""
    first = Project(
        "", "智能装备一期", "昌平园", date(2026, 3, 2), cluster="昌平新城", industry="先进制造", investment_fen=3000 * WAN,
        area=_ha("2"), output_fen=5000 * WAN, people=60, research=500, energy="有", environment="有", source="申报书",
    )  # fmt: skip
    second = Project(
        "", "轨道信号研发基地", "丰台园", date(2026, 9, 10), cluster="丰台园东区", industry="现代交通",
        investment_fen=8000 * WAN,
        area=_ha("1.6"), major=True, source="申报书",
    )  # fmt: skip
    projects.apply_for(ctx, first)
    projects.apply_for(ctx, second)
    one, two = (f.project.number for f in projects.project_files(ctx))
    to_meeting(ctx, one, date(2026, 4, 1))
    held = projects.MeetingHeld(
        BODY, date(2026, 6, 30), ("市科委", "市发展改革委", "市规划自然资源委", "市生态环境局"), 3, 0, "有条件通过",
        "投资强度符合要求，地均产出低于标准，同意附条件引进。", ("市生态环境局",),
        (Condition("补充产出测算并经复核", "昌平园管委会", "签约", date(2026, 9, 30)),
         Condition("落实绿电比例", "昌平园管委会", "投产", date(2026, 11, 20))),
    )  # fmt: skip
    projects.decide(ctx, one, held)
    projects.promise(ctx, one, Promise("地均产出", "万元/公顷", 300_000, date(2026, 10, 15)))
    to_meeting(ctx, two, date(2026, 9, 15))
    return one, two


def to_meeting(ctx: AppContext, number: str, day: date) -> None:
    """Bring a project up to its meeting: two bodies asked, one answers and one stays silent."""
    projects.advance(ctx, number, "形式审查", day)
    projects.advance(ctx, number, "并联意见", day)
    projects.ask(ctx, number, ["市规划自然资源委", "市生态环境局"], day, date(day.year, day.month, 28))
    projects.give_opinion(ctx, number, "市规划自然资源委", date(day.year, day.month, 20), "同意")
    projects.advance(ctx, number, "会审", date(day.year, day.month, 30))


def decided(ctx: AppContext) -> None:
    """A resolution with a task, two more tasks, an exit notice, a fund."""
    said = Resolution(BODY, date(2026, 10, 12), "其他", "", "闲置用地处置", "议定", "由海淀园提出上地西三旗闲置地块处置方案")
    present = ("市科委", "市发展改革委", "市规划自然资源委")
    meetings.resolve(ctx, said, present, [Task("提出上地西三旗闲置地块处置方案", "海淀园", date(2026, 10, 31), "")])
    meetings.add_task(ctx, Task("完善地均产出测算口径", "市科委", None, "统筹发展规划第六章第四节"))
    meetings.add_task(ctx, Task("补登各园用地台账", "各分园", date(2027, 1, 31), "2026年9月月报"))
    notice = ExitNotice(
        "昌平园某闲置厂房项目", "连续两年未达承诺产出", date(2026, 8, 1), date(2026, 11, 30), paper="昌园函〔2026〕8号"
    )
    assess.give_notice(ctx, notice)
    projects.register_fund(ctx, Fund("重大项目集中支持资金", 300_000 * WAN, 2024, 2028, "市级预算安排"))


def indicators(ctx: AppContext) -> None:
    """Indicators of the whole, and evidence for a target that cannot be measured."""
    for name, value, unit in (("高端人才", "42000", "人"), ("高技术服务业增加值占比", "61.5", "%")):
        values = {"indicator": name, "period": "2026", "value": value, "unit": unit}
        registers.register(ctx, "indicators", "示范区", values, source="统计公报（演示）", from_day=date(2026, 10, 1))
    evidence = {"target": "2035-park", "text": "国际一流园区评价位次保持前列"}
    registers.register(ctx, "evidence", "", evidence, source="年度评估报告（演示）", from_day=date(2026, 10, 1))


def tell(ctx: AppContext) -> tuple[str, str]:
    """Everything above; returns the two project numbers."""
    plots(ctx)
    standard(ctx)
    body(ctx)
    numbers = reviewed(ctx)
    decided(ctx)
    indicators(ctx)
    return numbers
