"""Submission sheets about the park itself (空间、项目准入、园区指标): declared as the company sheets are, in one place.

Source of the columns: the plan's monthly submission, sheets 5 to 7. What names a row is the first column of each sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from zgc_desktop.domain.admission.criteria import GATE_STATES
from zgc_desktop.domain.land.plots import LEVELS, OWNERSHIPS, STATES, SUPPLIES, USES
from zgc_desktop.domain.layouts import SHEETS, Column, Sheet

_CLUSTER_HELP: Final = "填本园组团名；在园内但不属任何组团的，填“园内组团外”。"
_GATES: Final = tuple(state for state in GATE_STATES if state)


def _cluster() -> Column:
    return Column(
        "cluster", "组团", "text", ("所在组团", "所属组团", "组团名称", "重点发展组团"), required=True, help=_CLUSTER_HELP
    )


def _note(help_text: str = "") -> Column:
    return Column("note", "备注", "text", ("说明",), help=help_text, width=24)


SPACE: Final = Sheet(
    "space",
    "空间",
    ("5空间", "用地空间", "用地情况", "空间情况", "空间台账", "用地台账", "空间资源"),
    (
        Column(
            "number",
            "地块编号",
            "text",
            ("地块号", "宗地编号", "宗地号", "地块代码", "地块", "楼宇编号", "地块楼宇编号", "不动产单元号"),
            required=True,
            help="按规划图则或不动产单元填写；一块地每月用同一个编号。",
            width=20,
        ),
        _cluster(),
        Column(
            "level",
            "政策区",
            "choice",
            ("政策区层次", "政策区级别"),
            choices=LEVELS,
            also=(("重点", LEVELS[0]), ("预留", LEVELS[1]), ("小规模", LEVELS[2])),
            width=20,
        ),
        Column("use", "用途", "choice", ("规划用途", "土地用途", "用地性质"), choices=USES),
        Column(
            "area",
            "面积",
            "area",
            ("用地面积", "地块面积", "土地面积", "总面积", "宗地面积", "占地面积"),
            unit="公顷",
            required=True,
            help="单位：公顷。用亩、平方米、平方公里填报的，请在列名中写明。",
        ),
        Column(
            "used", "已用", "area", ("已用面积", "已使用面积", "已供面积"), unit="公顷", help="与面积用同一单位；未知请留空。"
        ),
        Column(
            "free",
            "可用",
            "area",
            ("可用面积", "剩余面积", "可供面积"),
            unit="公顷",
            computed=True,
            help="自动计算：面积减已用。",
        ),
        Column("ownership", "权属", "choice", ("土地权属", "权属性质"), choices=OWNERSHIPS),
        Column("supply", "供应方式", "choice", ("供地方式", "供应类型"), choices=SUPPLIES),
        Column("term_from", "起始", "date", ("年期起始", "起始日", "起始日期", "年期起", "出让起始")),
        Column("term_to", "到期", "date", ("年期到期", "到期日", "到期日期", "年期止", "终止日期", "截止日期")),
        Column("ratio_percent", "容积率", "ratio", ("规划容积率",), help="如 2.5；未知请留空。"),
        Column(
            "self_held",
            "自持比例",
            "percent",
            ("自持", "自持比重", "平台自持比例"),
            unit="%",
            help="0 至 100，如 35 表示 35%。",
        ),
        Column("state", "状态", "choice", ("地块状态", "用地状态", "利用状态", "使用状态"), choices=STATES),
        Column("idle_since", "闲置起始", "date", ("闲置起始日", "闲置开始", "闲置日期", "闲置起"), help="状态为闲置的必填。"),
        _note("储备地块请写明储备理由（轨道、机场、发展轴等）。"),
    ),
    "园内地块与楼宇的面积、权属、年期和状态；每宗一行。",
)

PROJECT: Final = Sheet(
    "project",
    "项目准入",
    ("6项目准入", "项目准入情况", "准入项目", "产业项目", "拟落地项目", "项目情况"),
    (
        Column("name", "项目", "text", ("项目名称", "拟建项目", "产业项目", "落地项目"), required=True, width=30),
        Column(
            "company_code",
            "信用代码",
            "code",
            ("统一社会信用代码", "社会信用代码", "信用代码18位", "统一代码", "建设单位信用代码"),
            help="18 位文本；企业尚未设立的留空。",
            width=22,
        ),
        _cluster(),
        Column("industry", "领域", "choice", ("产业领域", "所属领域", "产业", "所属产业", "主导产业"), required=True, width=18),
        Column("total_investment_fen", "总投资", "money", ("投资总额", "总投资额", "项目总投资", "计划总投资"), unit="万元"),
        Column(
            "investment_fen",
            "固定资产投资",
            "money",
            ("固投", "固定资产投资额", "固定资产总投资"),
            unit="万元",
            help="厂房、设备和地价款；投资强度按它计算。",
        ),
        Column("area", "用地", "area", ("用地面积", "拟用地", "拟用地面积", "占地面积", "项目用地"), unit="公顷"),
        Column(
            "intensity",
            "投资强度",
            "figure",
            ("固定资产投资强度",),
            unit="万元/公顷",
            computed=True,
            help="自动计算：固定资产投资÷用地。",
        ),
        Column("output_fen", "预计年产出", "money", ("年产出", "预计产值", "预计年产值", "达产年产值"), unit="万元"),
        Column(
            "land_output",
            "地均产出",
            "figure",
            ("单位用地产出",),
            unit="万元/公顷",
            computed=True,
            help="自动计算：预计年产出÷用地。",
        ),
        Column("people", "从业人员", "count", ("从业人数", "预计从业人员", "用工人数", "就业人数"), unit="人"),
        Column("head_output", "人均产出", "figure", (), unit="万元/人", computed=True, help="自动计算：预计年产出÷从业人员。"),
        Column(
            "research", "研发投入强度", "percent", ("研发强度", "研发投入占比"), unit="%", help="0 至 100，如 6.5 表示 6.5%。"
        ),
        Column("energy", "节能审查", "choice", ("节能评估", "能评"), choices=_GATES),
        Column("environment", "环评", "choice", ("环境影响评价", "环境准入"), choices=_GATES),
        Column("stage", "阶段", "text", ("项目阶段", "当前阶段", "进展阶段")),
        Column("to_review", "拟提交联审", "choice", ("拟提交联合审议", "是否提交联审", "提交联审"), choices=("是", "否")),
        _note(),
    ),
    "拟落地的产业项目及其准入指标；每个项目一行。",
)

INDICATOR: Final = Sheet(
    "indicator",
    "园区指标",
    ("7园区指标", "园区主要指标", "园区指标情况", "主要指标"),
    (
        Column("indicator", "指标", "text", ("指标名称", "园区指标"), required=True, width=30),
        Column("unit", "计量单位", "text", ("单位", "指标单位"), by_city=True, width=10),
        Column("value", "本月", "figure", ("本月数", "当月", "本期"), help="只填数字，单位见左列。没有数据请留空。"),
        Column("ytd", "累计", "figure", ("本年累计", "累计数", "年初至今"), help="本年 1 月至本月；只填数字。"),
        Column("before", "上月累计", "figure", by_city=True, help="上月报送的累计，供核对，不必填。"),
        Column("last_year", "去年同期", "figure", ("上年同期", "去年同期累计"), help="去年同期累计；只填数字。"),
        Column("basis", "口径说明", "text", ("口径", "统计口径", "指标口径"), width=30),
        Column("source", "来源", "text", ("数据来源", "资料来源"), required=True, help="如 统计部门月报、园区台账。", width=20),
    ),
    "园区整体的固定指标；没有数据的行留空，不当作 0。",
)

PARK_SHEETS: Final[Mapping[str, Sheet]] = MappingProxyType({s.key: s for s in (SPACE, PROJECT, INDICATOR)})
"""The sheets about the park itself: nobody's credit code names their rows, and a file without them is whole."""

EVERY_SHEET: Final[Mapping[str, Sheet]] = MappingProxyType({**SHEETS, **PARK_SHEETS})

ROW_NAMES: Final[Mapping[str, str]] = MappingProxyType({s.key: s.columns[0].key for s in PARK_SHEETS.values()})
"""The column that names a row of each sheet: plot, project, indicator."""

INDICATORS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "总收入": "亿元",
        "高技术服务业增加值占比": "%",
        "研发投入占比": "%",
        "发明专利授权": "件",
        "高端人才": "人",
        "上市企业": "家",
        "获投资额": "亿元",
        "技术合同成交额": "亿元",
        "国际科技合作项目": "项",
        "可承载高新技术产业用地比例": "%",
    }
)
"""The fixed rows of 园区指标, each in its one unit; the register 园区指标 knows the same."""

FLOWS: Final = frozenset({"总收入", "发明专利授权", "获投资额", "技术合同成交额", "国际科技合作项目"})
"""Indicators that add up over the year: their 累计 never falls within it and is never below the month's own figure."""
