"""Metrics (指标) that tier criteria may ask for: the declared list, how a fact of each is read, and how it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal

from zgc_desktop.domain import money

MetricKind = Literal["money", "count", "share", "flag", "years", "rank", "text", "names"]
Fact = int | bool | str | date | tuple[str, ...]
"""A usable fact: 分, count, ‰ or rank (int), flag (bool), text, founding day (date), names."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One declared metric. ``source`` is its sheet column (``梯队!上年收入``); empty = no column yet, evidence only.

    ``share`` facts are whole ‰. ``years`` metrics have ``fact`` = the key of the day they are counted from.
    """

    key: str
    title: str
    kind: MetricKind
    unit: str = ""
    source: str = ""
    currency: str = "CNY"
    fact: str = ""
    to_last_year_end: bool = False

    @property
    def fact_key(self) -> str:
        """The key under which a company's fact is handed in."""
        return self.fact or self.key


CURRENCY_WORD: Final[Mapping[str, str]] = MappingProxyType({"CNY": "元", "USD": "美元", "EUR": "欧元"})
MONEY_UNITS: Final[Mapping[str, tuple[int, str]]] = MappingProxyType(
    {
        unit.removesuffix("元") + word if unit != "分" else unit: (size, currency)
        for currency, word in CURRENCY_WORD.items()
        for unit, size in money.UNIT_FEN.items()
        if unit != "分" or currency == "CNY"
    }
)
"""Unit -> (how many hundredths it holds, currency): 万元, 亿元, 亿美元, 亿欧元 …"""

_ALL: Final = (
    Metric("revenue_y0_fen", "上年收入", "money", "万元", "梯队!上年收入"),
    Metric("revenue_y1_fen", "前一年收入", "money", "万元", "梯队!前一年收入"),
    Metric("revenue_y2_fen", "前二年收入", "money", "万元", "梯队!前二年收入"),
    Metric("revenue_y3_fen", "基年收入", "money", "万元", "梯队!基年收入"),
    Metric("employees_y0", "上年从业人员", "count", "人", "梯队!上年从业人员"),
    Metric("employees_y1", "前一年从业人员", "count", "人", "梯队!前一年从业人员"),
    Metric("employees_y2", "前二年从业人员", "count", "人"),
    Metric("employees_y3", "基年从业人员", "count", "人", "梯队!基年从业人员"),
    Metric("employees", "从业人员", "count", "人", "企业!从业人员"),
    Metric("assets_fen", "资产总计", "money", "万元", "企业!资产总计"),
    Metric("rd_y0_fen", "上年研发投入", "money", "万元", "梯队!上年研发投入"),
    Metric("rd_y1_fen", "前一年研发投入", "money", "万元"),
    Metric("rd_2y_fen", "近两年研发投入合计", "money", "万元"),
    Metric("rd_3y_fen", "近三年研发费合计", "money", "万元"),
    Metric("revenue_3y_fen", "近三年销售收入合计", "money", "万元"),
    Metric("profit_y0_fen", "上年利润", "money", "万元"),
    Metric("profit_y1_fen", "前一年利润", "money", "万元"),
    Metric("main_revenue_y0_fen", "上年主营业务收入", "money", "万元"),
    Metric("main_revenue_y1_fen", "前一年主营业务收入", "money", "万元"),
    Metric("main_revenue_y2_fen", "前二年主营业务收入", "money", "万元"),
    Metric("valuation_usd_fen", "估值(美元)", "money", "亿美元", "梯队!估值(美元)", "USD"),
    Metric("valuation_fen", "估值(人民币)", "money", "亿元"),
    Metric("equity_2y_fen", "近两年股权融资", "money", "万元"),
    Metric("equity_3y_fen", "近三年新增股权融资", "money", "万元"),
    Metric("equity_to_a_fen", "A 轮(含)前累计融资", "money", "万元"),
    Metric("age", "成立年限", "years", "年", "企业!成立日期", fact="founded_on"),
    Metric("age_last_year", "成立年限(至上年末)", "years", "年", "企业!成立日期", fact="founded_on", to_last_year_end=True),
    Metric("niche_years", "从事细分市场年限", "count", "年"),
    Metric("new_product_years", "新产品年限", "count", "年"),
    Metric("privately_funded", "获私募投资", "flag", source="梯队!获私募投资"),
    Metric("listed", "已上市", "flag", source="梯队!已上市"),
    Metric("acquired", "已被并购", "flag"),
    Metric("central_soe", "大型央企", "flag"),
    Metric("hitech", "高新技术企业资格有效", "flag"),
    Metric("mainland_entity", "中国境内法人", "flag"),
    Metric("clean_record", "近三年无严重违法失信及安全质量环保事故", "flag"),
    Metric("no_accident_y0", "上年及当年无重大事故", "flag"),
    Metric("core_ip", "拥有核心自主知识产权", "flag"),
    Metric("hitech_field", "属国家重点支持的高新技术领域", "flag"),
    Metric("strategic_position", "属补短板、锻长板、填空白或高精尖领域", "flag"),
    Metric("low_publicity", "公众知名度低", "flag"),
    Metric("continent_first", "所在大洲第一", "flag"),
    Metric("award_provincial", "近三年国家级或省级科技奖", "flag"),
    Metric("award_top", "近三年省级科技奖前三或国家级前五", "flag"),
    Metric("award_national_top3", "近三年国家级科技奖前三", "flag"),
    Metric("award_5y_top3", "近五年国家科技奖前三", "flag"),
    Metric("contest_500", "近三年“创客中国”全国 500 强", "flag"),
    Metric("contest_50", "近三年“创客中国”全国 50 强", "flag"),
    Metric("research_body", "省部级以上研发机构", "flag"),
    Metric("research_unit", "建有研发机构", "flag"),
    Metric("standard_lead", "近五年主导国际、国家或行业标准", "flag"),
    Metric("info_system", "核心业务信息系统", "count", "项"),
    Metric("system_certified", "取得管理体系认证", "flag"),
    Metric("own_brand", "拥有自主品牌", "flag"),
    Metric("class1_ip", "与主导产品相关的Ⅰ类知识产权", "count", "项"),
    Metric("banned_business", "从事禁止或限制类业务", "flag"),
    Metric("debt_permille", "资产负债率", "share"),
    Metric("main_share_permille", "主营业务收入占比", "share"),
    Metric("niche_share_permille", "细分领域收入占比", "share"),
    Metric("national_share_permille", "主导产品国内细分市场占有率", "share"),
    Metric("global_share_permille", "细分领域国际市场占有率", "share"),
    Metric("rd_domestic_permille", "境内研发费占比", "share"),
    Metric("hitech_revenue_permille", "高新技术产品收入占比", "share"),
    Metric("tech_staff_permille", "科技人员占比", "share"),
    Metric("rd_staff_permille", "研发人员占比", "share"),
    Metric("score", "评价得分", "count", "分"),
    Metric("score_innovation", "创新能力得分", "count", "分"),
    Metric("score_growth", "成长性得分", "count", "分"),
    Metric("score_focus", "专业化得分", "count", "分"),
    Metric("score_staff", "科技人员得分", "count", "分"),
    Metric("national_rank", "全国市场占有率排名", "rank", "位", "梯队!全国市场占有率排名"),
    Metric("global_rank", "全球市场占有率排名", "rank", "位", "梯队!全球市场占有率排名"),
    Metric("industry", "产业领域", "text", source="企业!产业领域"),
    Metric("segment", "细分领域", "text", source="梯队!细分领域"),
    Metric("on_lists", "认定名单", "names"),
)

METRICS: Final[Mapping[str, Metric]] = MappingProxyType({m.key: m for m in _ALL})

SERIES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "revenue": ("营业收入", ("revenue_y0_fen", "revenue_y1_fen", "revenue_y2_fen", "revenue_y3_fen")),
        "employees": ("从业人员", ("employees_y0", "employees_y1", "employees_y2", "employees_y3")),
        "main_revenue": ("主营业务收入", ("main_revenue_y0_fen", "main_revenue_y1_fen", "main_revenue_y2_fen")),
        "profit": ("利润", ("profit_y0_fen", "profit_y1_fen")),
    }
)
"""Yearly series a growth criterion may name: title, and the metrics from last year backwards."""

BEYOND_ANY_FIGURE: Final = 10**20
_FLAG_WORDS: Final = {"是": True, "否": False}


def usable(metric: Metric, facts: Mapping[str, object]) -> Fact | None:
    """The company's fact for a metric, or None where it is missing or of no usable form. Never raises."""
    value = facts.get(metric.fact_key)
    if metric.kind == "flag":
        if isinstance(value, bool):
            return value
        return _FLAG_WORDS.get(value.strip()) if isinstance(value, str) else None
    if metric.kind == "years":
        return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None
    if metric.kind == "text":
        return value.strip() or None if isinstance(value, str) else None
    if metric.kind == "names":
        return tuple(str(v) for v in value) if isinstance(value, (tuple, list, set, frozenset)) else None
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > BEYOND_ANY_FIGURE:
        return None
    # A rank of 0 or a negative head count is a filling error, not a figure.
    return None if (metric.kind == "rank" and value < 1) or (metric.kind != "money" and value < 0) else value


def anniversary(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes the 28th where there is none (民法典 202 条：月末日)."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def full_years(since: date, until: date) -> int:
    """Whole years completed; negative where ``since`` lies ahead."""
    years = until.year - since.year
    return years if anniversary(since, years) <= until else years - 1


def money_text(amount: int | Fraction, currency: str = "CNY") -> str:
    """An amount for a reason sentence: ``1,728.00万元``, ``10.00亿美元``."""
    text = money.spoken(money.half_up(Fraction(amount)))
    return text if currency == "CNY" else text.removesuffix("元") + CURRENCY_WORD[currency]


def fact_text(metric: Metric, value: Fact, reference: date) -> str:
    """A fact in words: amount, count with unit, percentage, 是/否, completed years with the founding day."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return f"{full_years(value, reference)} 整年（{value} 成立，算至 {reference}）"
    if isinstance(value, int):
        if metric.kind == "money":
            return money_text(value, metric.currency)
        if metric.kind == "share":
            return f"{value // 10}.{value % 10}%"
        return f"第 {value} 位" if metric.kind == "rank" else f"{value:,} {metric.unit}".strip()
    return value if isinstance(value, str) else "、".join(value) or "不在任何名单"
