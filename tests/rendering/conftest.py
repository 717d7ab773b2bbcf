"""A whole synthetic month for the documents to print: 17 parks, one of them missing, 31 clusters, 12 cases, awkward names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from zgc_desktop.domain.monthly import (
    CaseLine,
    ClusterLine,
    KeyFigure,
    LeadLine,
    MonthlyDocument,
    NetLine,
    OutOfScope,
    ReportingLine,
    Rule,
    SharingLine,
    SharingSection,
    StockLine,
    TierLine,
    TierProposalLine,
)
from zgc_desktop.domain.periods import Month

NEAR = "东城园 西城园 海淀园 朝阳园 丰台园 石景山园 通州园 亦庄园 大兴园"
FAR = "昌平园 顺义园 房山园 怀柔园 密云园 门头沟园 平谷园 延庆园"
PARKS = tuple(f"{NEAR} {FAR}".split())
INDUSTRIES = (
    "新一代信息技术",
    "集成电路",
    "医药健康",
    "智能装备",
    "节能环保",
    "新能源智能汽车",
    "新材料",
    "人工智能",
    "软件和信息服务",
    "科技服务业",
)
TIERS = ("瞪羚", "独角兽", "隐形冠军", "领军")
LONG_NAME = (
    "北京中关村喆犇淼翀昇玥𬭎量子信息与人工智能交叉前沿技术创新研究院"
    "成果转化及产业化投资发展控股集团有限公司第一技术服务分公司（筹）"
)
NAMES = ("北京晟喆犇科技有限公司", "淼翀昇玥（北京）生物技术股份有限公司", "北京𬭎达=集成电路设计有限公司", LONG_NAME)
MONTH = Month(2026, 10)
MISSING = "通州园"


def _code(n: int) -> str:
    return f"91110108MA{n:07d}X"


def _name(n: int) -> str:
    return NAMES[n % len(NAMES)] if n % 3 == 0 else f"北京中创远景{n}号智能技术有限公司"


def _stock() -> tuple[StockLine, ...]:
    lines = []
    for n, park in enumerate(PARKS):
        if park == MISSING:
            lines.append(StockLine(park, False, *([None] * 8), None, None))
            continue
        opening, added, came, went, closed = 300 + 37 * n, n % 5, n % 3, (n + 1) % 3, n % 2
        closing = opening + added + came - went - closed
        tax, revenue = 1_283_554_321 * (n + 1), 98_765_432_109 * (n + 2)
        lines.append(StockLine(park, True, opening, added, came, went, closed, 0, closing, n % 4 == 0, tax, revenue))
    return tuple(lines)


def _sharing() -> SharingSection:
    lines = []
    pairs = (
        ("海淀区", "昌平区"),
        ("朝阳区", "北京经济技术开发区"),
        ("丰台区", "房山区"),
        ("昌平区", "海淀区"),
        ("海淀区", "平谷区"),
    )
    for n, (payer, receiver) in enumerate(pairs):
        counted = 123_456_789 * (n + 1) + 1
        computed = counted // 2
        truncated = 1_000_000 if n == 1 else 0
        due = computed - truncated
        lines.append(
            SharingLine(
                f"迁2026-{n + 1:03d}",
                _name(n * 3),
                _code(n),
                payer,
                receiver,
                counted,
                counted // 3,
                counted - counted // 3,
                "50%",
                computed,
                due if n == 1 else None,
                truncated,
                due,
                counted - due,
                f"第{n + 1}期",
                "待复核",
                "财预〔2015〕92号 第四条",
                f"{PARKS[n]} v2 税收!H{n + 7}",
                adjustment=n == 4,
            )
        )
    net = tuple(NetLine(line.payer, line.receiver, line.due_fen) for line in lines)
    scope = (OutOfScope("迁2026-009", LONG_NAME, "迁入后未满一个完整年度，按财预〔2015〕92号第三条不计"),)
    return SharingSection(
        "京津冀协同发展产业转移对接企业税收收入分享办法",
        "财预〔2015〕92号，2015-06-03 起施行",
        "区际分享暂参照执行，比例为五五。",
        tuple(lines),
        scope,
        net,
        ("迁2026-011",),
    )


def _cases() -> tuple[CaseLine, ...]:
    states = ("待迁入方", "待市级协调", "已落地", "核验中")
    cases = []
    for n in range(12):
        landed = date(2026, 10, 9) + timedelta(days=n) if n % 4 == 2 else None
        a, b = PARKS[n], PARKS[(n * 5 + 3) % 17]
        nature = ("政府主导", "市场行为", "疏解", "项目落地")[n % 4]
        waiting = "" if landed else b
        cases.append(
            CaseLine(
                f"迁2026-{n + 1:03d}",
                _name(n),
                _code(n),
                a,
                b,
                nature,
                states[n % 4],
                date(2026, 8, n + 1),
                landed,
                n * 4,
                waiting,
            )
        )
    return tuple(cases)


def _leads() -> tuple[LeadLine, ...]:
    place = "企业情况!C128"
    return tuple(
        LeadLine(("双重主张", "疑似迁移")[n % 2], _name(n), _code(n), PARKS[n], place, PARKS[n + 3], "名录!B77", "待核")
        for n in range(5)
    )


def _clusters() -> tuple[ClusterLine, ...]:
    lines = []
    for n in range(31):
        park = PARKS[n % 17]
        none = n % 11 == 10
        planned = INDUSTRIES[n % 5 : n % 5 + 3]
        revenue = None if none else 4_321_098_765 * (n + 1)
        tax = None if none else 43_210_987 * (n + 1)
        fit, fit_revenue = (None, None) if none else (Fraction(n + 5, 50), Fraction(n + 9, 50))
        lines.append(
            ClusterLine(
                f"{park[:2]}第{n + 1}组团",
                park,
                0 if none else 17 + n,
                revenue,
                tax,
                fit,
                fit_revenue,
                n % 3,
                n % 2,
                planned,
                None if fit is None else Fraction(80 + 3 * n, 100),
            )
        )
    return tuple(lines)


def _sentences() -> dict[str, tuple[str, ...]]:
    scope = f"（不含{MISSING}，未报）"
    return {
        "brief": (
            f"10月，示范区16个分园入库地方税收174.56亿元{scope}，较上月增长3.2%；上年同期为零，不计算增速。",
            "一是迁移办理提速，本月落地3件；二是“双重主张”2件已立案核验；三是昌平园、海淀园之间净额由应付转为应收。",
        ),
        "reporting": ("17个分园应报51表，实报48表。海淀园、朝阳园、昌平园报送最早；通州园未报，已于11月3日发函催报。",),
        "companies": (f"月末在册企业9,631家{scope}，本月新增32家、注销8家，争议4家暂计海淀园。",),
        "moves": ("本月新发现线索5条，立案2件，落地3件；超期1件，为迁2026-010，已办36个工作日。",),
        "sharing": ("本月应分享5件，其中以前月份调整1件。",),
        "tiers": ("本月新认定瞪羚企业6家，退出2家，待审4家。",),
        "clusters": ("31个重点发展组团中，定位内占比最高的是顺义第28组团，为64.0%。",),
    }


def _industries(stock: Sequence[StockLine]) -> tuple[tuple[str, tuple[int | None, ...]], ...]:
    """Every company of a park in one industry; the last takes whatever the others leave."""
    first = [[None if p == MISSING else (n * 7 + k * 13) % 30 for n, p in enumerate(PARKS)] for k in range(len(INDUSTRIES) - 1)]
    rest = [None if s.closing is None else s.closing - sum(r[n] or 0 for r in first) for n, s in enumerate(stock)]
    return tuple((name, tuple(counts)) for name, counts in zip(INDUSTRIES, [*first, rest], strict=True))


def _build() -> MonthlyDocument:
    stock, sharing = _stock(), _sharing()
    cases = _cases()
    landed = Counter((c.from_park, c.to_park) for c in cases if c.landed_on)
    total_tax = sum(line.tax_fen or 0 for line in stock)
    history = tuple(
        (MONTH.plus(-11 + k), None if k == 3 else total_tax * (80 + 2 * k) // 102 if k < 11 else total_tax) for k in range(12)
    )
    return MonthlyDocument(
        month=MONTH,
        issue_number=10,
        state="草稿",
        prepared_on=date(2026, 11, 6),
        office="中关村科技园区统筹协调办公室",
        program_version="0.1.0",
        parks=PARKS,
        missing=((MISSING, "未报"),),
        key_figures=(
            KeyFigure("在册企业", sum(line.closing or 0 for line in stock), "家", 9_410, 9_001),
            KeyFigure("本月入库地方税收", total_tax, "分", total_tax * 31 // 32, 0, "当月入库，地方级"),
            KeyFigure("在办迁移", 9, "件", 9, None),
            KeyFigure("本月落地", 3, "件", 0, 2),
            KeyFigure("迁出方应得分享额", sharing.due_fen, "分", None, None, "含以前月份调整"),
            KeyFigure("梯队净增", 4, "家", 6, 3),
        ),
        coordination=(
            "迁2026-010（丰台园→怀柔园）已办36个工作日，迁入方未答复，建议由市级协调会裁定。",
            f"{LONG_NAME}同时列入海淀园、石景山园名录，两园均主张归属，建议15个工作日内核验注册地址与经营地址。",
        ),
        sentences=_sentences(),
        reporting=tuple(
            ReportingLine(p, 3, 0, None, 0, "未报", 0, 0, 0, 0)
            if p == MISSING
            else ReportingLine(p, 3, 3, n % 6 != 5, 1 + n % 2, "已接受", 300 + 37 * n, n % 7, n % 5, 620 + 70 * n, n % 2)
            for n, p in enumerate(PARKS)
        ),
        stock=stock,
        industries=_industries(stock),
        tax_history=history,
        move_matrix=tuple((a, b, n) for (a, b), n in sorted(landed.items())),
        cases=cases,
        leads=_leads(),
        sharing=sharing,
        tiers=tuple(
            TierLine(p, t, 20 + n, n % 3, n % 2, 20 + n + n % 3 - n % 2, n % 2)
            for n, p in enumerate(PARKS)
            for t in TIERS
            if p != MISSING
        ),
        tier_proposals=tuple(
            TierProposalLine(
                _name(n),
                _code(n),
                PARKS[n],
                TIERS[n % 3],
                "国家高新区瞪羚企业标准",
                ("建议认定", "差一条")[n % 2],
                ("收入三年复合增长 27.31%，标准 20%", "研发强度 6.02%，标准 2.5%"),
            )
            for n in range(4)
        ),
        clusters=_clusters(),
        unassigned=1_024,
        rules=(
            Rule("sharing.92", "产业转移对接企业税收收入分享", "财预〔2015〕92号 第四条", date(2015, 6, 3), "区际未定，参照"),
            Rule("tier.gazelle", "国家高新区瞪羚企业", "样例标准 第一条", date(2019, 1, 1)),
        ),
        issues_by_park=tuple(
            (p, code, name, (n * k) % 6)
            for k, (code, name) in enumerate(
                (("C-CODE", "信用代码校验位错误"), ("C-UNIT", "金额单位疑似填错"), ("C-NAME", "缺企业名称")), start=1
            )
            for n, p in enumerate(PARKS)
            if p != MISSING
        ),
        left_out=(
            "八、用地准入与联合审议（尚无数据）",
            "九、规划目标（尚无数据）",
            "十、问题与建议（尚无数据）",
            "勘误：没有已发布的月报",
        ),
        fingerprint="3f9a0c1e5b7d2846" + "0" * 48,
    )


@pytest.fixture(scope="session")
def sample_month() -> Callable[..., MonthlyDocument]:
    """A function that builds the sample month, with parts replaced by keyword."""
    whole = _build()

    def build(**changes: object) -> MonthlyDocument:
        return replace(whole, **changes)  # type: ignore[arg-type]

    return build


@pytest.fixture(scope="session")
def fonts_dir() -> Path:
    """The bundled fonts."""
    return Path(__file__).resolve().parents[2] / "resources" / "fonts"
