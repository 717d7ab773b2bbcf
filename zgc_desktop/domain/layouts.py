"""Submission columns (报送表式): the ONE declaration behind the template, the reader, the checks and the guide.

Source of the columns: the plan's monthly submission (企业、税收、梯队), money units as the offices use them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Kind = Literal["text", "code", "money", "date", "count", "choice", "percent", "flag", "area", "ratio", "figure"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a submission sheet.

    ``unit`` is the unit the template asks for (money and area; the reader accepts any in ``money.UNIT_FEN`` and
    ``areas.UNIT_AREA``). ``synonyms`` are other headings seen in park files, without unit or brackets; ``also`` other ways of
    writing a choice, each with the choice it means. Values: money 分, area 1/300 ㎡, percent 1/10000, ratio 1/100, figure
    exact decimal text.
    """

    key: str
    title: str
    kind: Kind
    synonyms: tuple[str, ...] = ()
    unit: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    may_be_negative: bool = False
    help: str = ""
    width: int = 14
    by_city: bool = False
    """The city fills it and the template locks it."""
    computed: bool = False
    """The template works it out from other columns and locks it; what a file says there is only checked."""
    also: tuple[tuple[str, str], ...] = ()

    @property
    def heading(self) -> str:
        """Title with its unit, as the template prints it: ``营业收入·本月(万元)``."""
        return f"{self.title}({self.unit})" if self.unit else self.title

    @property
    def names(self) -> tuple[str, ...]:
        """Every heading this column answers to."""
        return (self.title, *self.synonyms)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a submission: its key in code, its title in the template, and its columns."""

    key: str
    title: str
    synonyms: tuple[str, ...]
    columns: tuple[Column, ...]
    about: str

    def column(self, key: str) -> Column:
        """The column of that key; KeyError if there is none."""
        return next(c for c in self.columns if c.key == key)


STATUSES: Final = ("在营", "停业", "注销", "迁出", "新设")
CHANGES: Final = ("无", "新增", "变更", "退出")
TIERS: Final = ("瞪羚", "独角兽", "隐形冠军", "领军")

_CODE = Column(
    "credit_code",
    "统一社会信用代码",
    "code",
    ("社会信用代码", "信用代码", "信用代码18位", "统一代码", "企业代码", "组织机构代码", "纳税人识别号"),
    required=True,
    help="18 位，按营业执照填写；请设为文本格式，勿让 Excel 转成数字。",
    width=22,
)
_NAME = Column(
    "name",
    "企业名称",
    "text",
    ("单位名称", "企业全称", "公司名称", "法人单位名称", "名称", "纳税人名称"),
    required=True,
    help="按营业执照全称填写。",
    width=36,
)

ENTERPRISE: Final = Sheet(
    "enterprise",
    "企业",
    ("1企业", "企业情况", "企业情况表", "企业名录", "企业基本情况", "月报"),
    (
        _CODE,
        _NAME,
        Column("former_name", "曾用名", "text", ("原名称", "曾用名称"), width=24),
        Column("registered_address", "注册地址", "text", ("注册地", "住所", "注册住所", "登记地址"), required=True, width=36),
        Column("operating_address", "经营地址", "text", ("实际经营地址", "经营地", "办公地址"), width=36),
        Column(
            "cluster",
            "组团",
            "text",
            ("所在组团", "重点发展组团", "所属组团", "组团名称"),
            help="填本园组团名；不在组团内填“园内组团外”。",
        ),
        Column("industry", "产业领域", "choice", ("主导产业", "所属产业", "产业", "技术领域"), required=True, width=18),
        Column("main_business", "主营业务", "text", ("主要业务", "主要产品"), width=24),
        Column("founded_on", "成立日期", "date", ("注册时间", "成立时间", "注册日期", "登记日期", "设立日期")),
        Column("employees", "从业人员", "count", ("期末从业人数", "从业人数", "职工人数", "从业人员期末数"), unit="人"),
        Column("assets_fen", "资产总计", "money", ("资产总额", "总资产"), unit="万元"),
        Column(
            "revenue_fen",
            "营业收入·本月",
            "money",
            ("营业收入", "本月总收入", "总收入", "本月营业收入", "主营业务收入"),
            unit="万元",
            may_be_negative=True,
            help="本月数，不含增值税。",
        ),
        Column(
            "revenue_ytd_fen",
            "营业收入·累计",
            "money",
            ("累计总收入", "累计营业收入", "营业收入累计", "本年累计收入"),
            unit="万元",
        ),
        Column("rd_fen", "研发费用·本月", "money", ("研发费用", "研发投入", "本月研发投入", "研究开发费用"), unit="万元"),
        Column("rd_ytd_fen", "研发费用·累计", "money", ("累计研发费用", "研发费用累计", "累计研发投入"), unit="万元"),
        Column("patents", "发明专利·累计", "count", ("发明专利", "累计发明专利", "发明专利数"), unit="件"),
        Column("status", "状态", "choice", ("经营状态", "企业状态", "登记状态"), required=True, choices=STATUSES),
        Column("change", "本月变动", "choice", ("变动情况", "变动"), choices=CHANGES),
        Column("tier", "现梯队", "text", ("培育梯队", "企业类别", "梯队", "企业梯队")),
        Column("note", "备注", "text", ("说明",), width=20),
    ),
    "园内企业名录与当月经营情况；每家一行。",
)

TAX: Final = Sheet(
    "tax",
    "税收",
    ("2税收", "税收情况", "税收情况表", "入库税收", "税收明细"),
    (
        _CODE,
        _NAME,
        Column("paid_month", "入库月", "text", ("入库期", "入库月份")),
        Column("belongs_to", "所属期", "text", ("税款所属期", "所属时期")),
        Column(
            "vat_fen",
            "增值税·地方",
            "money",
            ("增值税地方级", "增值税地方分成", "地方增值税", "增值税"),
            unit="元",
            may_be_negative=True,
        ),
        Column(
            "cit_fen",
            "企业所得税·地方",
            "money",
            ("所得税地方级", "企业所得税地方分成", "企业所得税地方级", "地方企业所得税", "企业所得税"),
            unit="元",
            may_be_negative=True,
        ),
        Column(
            "other_fen", "其他地方税", "money", ("其他", "其他税收", "其他税", "其他地方税收"), unit="元", may_be_negative=True
        ),
        Column(
            "total_fen",
            "地方合计",
            "money",
            ("地方税收合计", "合计", "税收合计", "本月入库税收", "本月税收", "地方级税收"),
            unit="元",
            may_be_negative=True,
            help="等于前三项之和。",
        ),
        Column("refund_fen", "其中退库", "money", ("退库", "退税"), unit="元", may_be_negative=True, help="填负数或 0。"),
        Column(
            "total_ytd_fen", "累计·地方合计", "money", ("累计税收", "累计合计", "地方税收累计"), unit="元", may_be_negative=True
        ),
        Column("source", "数据来源", "choice", ("来源",), choices=("税务", "财政", "企业")),
        Column("note", "备注", "text", ("说明",), width=20),
    ),
    "当月入库的地方级税收，以元填报到分。",
)

TIER: Final = Sheet(
    "tier",
    "梯队",
    ("4梯队", "梯队情况", "梯队培育", "梯队申报"),
    (
        _CODE,
        _NAME,
        Column("tier_now", "现梯队", "choice", choices=TIERS),
        Column("tier_applied", "申报梯队", "choice", choices=TIERS),
        Column("revenue_y0_fen", "上年收入", "money", ("上年营业收入",), unit="万元"),
        Column("revenue_y1_fen", "前一年收入", "money", ("前年收入",), unit="万元"),
        Column("revenue_y2_fen", "前二年收入", "money", ("大前年收入",), unit="万元"),
        Column(
            "revenue_y3_fen",
            "基年收入",
            "money",
            ("前三年收入", "基期收入"),
            unit="万元",
            help="上年之前第三年的营业收入，用于三年复合增长。",
        ),
        Column("employees_y0", "上年从业人员", "count", ("上年末从业人员",), unit="人"),
        Column("employees_y1", "前一年从业人员", "count", ("前年从业人员",), unit="人"),
        Column("employees_y3", "基年从业人员", "count", ("基期从业人员",), unit="人"),
        Column("rd_y0_fen", "上年研发投入", "money", ("上年研发费用",), unit="万元"),
        Column(
            "valuation_usd_fen", "估值(美元)", "money", ("最新估值", "估值"), unit="亿元", help="最近一轮投后估值，折算为美元。"
        ),
        Column("privately_funded", "获私募投资", "choice", ("获投资",), choices=("是", "否")),
        Column("listed", "已上市", "choice", ("上市",), choices=("是", "否")),
        Column("segment", "细分领域", "text", ("细分市场",), width=20),
        Column("national_rank", "全国市场占有率排名", "count", ("全国排名",), unit="位"),
        Column("global_rank", "全球市场占有率排名", "count", ("全球排名",), unit="位"),
        Column("evidence", "佐证材料名", "text", ("佐证材料",), width=24),
        Column("city_asked", "市级要求补充", "text", help="市级评审请补的材料，园方不改。", width=30, by_city=True),
        Column("park_answer", "园方答复", "text", help="补了什么材料，或为何不能补。", width=30),
        Column("note", "备注", "text", ("说明",), width=20),
    ),
    "梯队申报与复核所需的年度数据；无申报企业不必填。",
)

TIER_TALK: Final = ("city_asked", "park_answer")
"""What is asked and answered about evidence: words, never figures a standard could test."""

SHEETS: Final[Mapping[str, Sheet]] = MappingProxyType({s.key: s for s in (ENTERPRISE, TAX, TIER)})
TEMPLATE_VERSION: Final = "2026.2"
