"""Issue catalogue (问题目录): code, severity, sentence, basis and advice of every check; and one found Issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from zgc_desktop.domain.park_check_list import PARK_CHECKS


class Severity(StrEnum):
    """错误 blocks, 警告 wants a reason, 提示 informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def word(self) -> str:
        return {"error": "错误", "warning": "警告", "notice": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Check:
    """A check (校验规则): stable code, name, severity, sentence with ``{placeholders}``, basis (依据), advice."""

    code: str
    name: str
    severity: Severity
    sentence: str
    basis: str
    advice: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem at one place. ``cell`` is A1 (empty for a whole sheet or file); ``value`` is the raw text found."""

    code: str
    severity: Severity
    message: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    column: str = ""
    credit_code: str = ""
    company: str = ""
    value: str = ""
    expected: str = ""

    @property
    def place(self) -> str:
        """``税收!H57`` or the sheet, or the file."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet or self.file


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTICE
_GB = "GB 32100-2015《法人和其他组织统一社会信用代码编码规则》"
_FORM = "月报填报说明"
_HABIT = "门槛为统筹办惯例，不是法规，可在校验目录调整"

_ALL: Final = (
    Check("F-UNREADABLE", "无法读取", _E, "{reason}", "接收规则", "请在 Excel 或 WPS 中打开另存为 .xlsx 后重报"),
    Check("F-ENCRYPTED", "文件有密码", _E, "文件设有打开密码，无法读取", "接收规则", "请去掉密码后重报"),
    Check("F-EMPTY", "没有数据", _E, "没有读到任何数据行", "接收规则", "请确认报送的是填好的文件"),
    Check("F-HOSTILE", "文件异常", _E, "{reason}", "接收规则", "请由填报人重新导出一份干净的文件"),
    Check(
        "F-DUPLICATE",
        "内容已登记",
        _N,
        "与已登记的 {version} 内容完全相同，未重复登记",
        "接收规则",
        "如需更正请报送改动后的文件",
    ),
    Check(
        "F-PARK", "认不出分园", _E, "无法确定是哪个分园：{reason}", "接收规则", "请在标题或文件名中写明分园名称，或在接收时指定"
    ),
    Check(
        "F-MONTH", "认不出月份", _E, "无法确定报送月份：{reason}", "接收规则", "请在标题或文件名中写明年月，或用 --month 指定"
    ),
    Check("F-MONTH-DIFF", "月份不一致", _E, "文件为 {found}，与要求的 {wanted} 不符", "接收规则", "请确认是否发错了月份"),
    Check("F-CONFLICT", "标识不一致", _W, "{first}，但{second}；按前者认定", "接收规则", "请确认标题与文件名是否用了旧表"),
    Check("F-CHECK-OFF", "校验已停用", _N, "本次没有运行：{reason}", "校验目录", "如需恢复请在校验目录中启用"),
    Check(
        "S-SHEET-UNUSED", "未导入的工作表", _N, "工作表“{value}”未导入：{reason}", _FORM, "如含应报数据，请按模板填入相应工作表"
    ),
    Check("S-NO-ROSTER", "缺企业表", _E, "没有找到企业表（需有信用代码与企业名称两列）", _FORM, "请使用当月模板"),
    Check("S-NO-TAX", "缺税收表", _W, "没有找到税收表，本园本月税收记为未报", _FORM, "请补报税收表；未报不会按零计算"),
    Check("S-COLUMN", "缺少列", _E, "缺少必填列“{column}”", _FORM, "请使用当月模板，勿删列"),
    Check("S-COLUMN-UNKNOWN", "未识别的列", _N, "列“{column}”未识别，未导入", _FORM, "如属应报指标，请在列映射中指定"),
    Check(
        "S-COLUMN-ASK",
        "列待确认",
        _E,
        "列“{column}”像是“{expected}”（相似 {score} 分），未敢认定",
        _FORM,
        "请在列映射中确认或选“不导入”，确认一次即记住",
    ),
    Check("S-UNIT", "单位不明", _E, "金额列“{column}”没有写明单位", _FORM, "请在列名或表头右上注明 元、千元 或 万元"),
    Check(
        "S-TOTAL", "合计不符", _W, "“{column}”合计行为 {found}，各行相加为 {expected}", _FORM, "请核对合计行或漏报、多报的行"
    ),
    Check("R-CODE-MISSING", "缺信用代码", _E, "没有填写统一社会信用代码", _GB, "请按营业执照补填"),
    Check(
        "R-CODE-NUMERIC", "代码已丢位", _E, "信用代码以数值存储，末几位已丢失", _GB, "请把该列设为文本格式后重新填写 18 位代码"
    ),
    Check(
        "R-CODE-FORM",
        "代码格式不符",
        _E,
        "信用代码应为 18 位数字与大写字母（不含 I、O、S、V、Z）",
        _GB,
        "请按营业执照核对{suggestion}",
    ),
    Check(
        "R-CODE-CHECK",
        "校验位不符",
        _W,
        "信用代码校验位不符，按前 17 位应为 {expected}",
        _GB,
        "请核对{suggestion}；确认执照即如此的，可说明后接受",
    ),
    Check("R-NAME-MISSING", "缺企业名称", _E, "没有填写企业名称", _FORM, "请按营业执照补填{suggestion}"),
    Check("R-DUP", "重复行", _E, "与本表第 {row} 行是同一家企业，本行未计入", _FORM, "请删去重复的一行"),
    Check("R-NUMBER", "不是数字", _E, "“{value}”不是数字", _FORM, "请填数字；没有数据请留空，勿填文字"),
    Check("R-CELL-ERROR", "单元格公式出错", _E, "单元格是错误值 {value}", _FORM, "请修正公式后重报"),
    Check("R-DATE", "日期不存在", _W, "“{value}”不是有效日期，按未填处理", _FORM, "请按 2019-10-08 的样式填写"),
    Check("R-CHOICE", "不在选项内", _N, "“{value}”不在可选项内", _FORM, "可填：{expected}"),
    Check("R-REQUIRED", "必填项为空", _W, "“{column}”没有填写", _FORM, "请补填"),
    Check("R-NEGATIVE", "负数", _W, "“{column}”为负数 {value}", _FORM, "退库请填在“其中退库”并说明"),
    Check("R-FUTURE", "日期晚于报送月", _W, "“{column}”为 {value}，晚于报送月份", _FORM, "请核对日期"),
    Check("R-YTD", "累计小于本月", _W, "“{column}”为 {found}，小于本月数 {expected}", _FORM, "请核对累计数与本月数"),
    Check("R-COUNT", "应为整数", _W, "“{column}”应为不小于 0 的整数，现为 {value}", _FORM, "请核对"),
    Check("R-TAX-SUM", "税收合计不等", _E, "分项相加为 {expected} 元，合计为 {found} 元", _FORM, "请核对分项与合计"),
    Check("R-TAX-ORPHAN", "税收无名录", _W, "税收表有此企业，企业表没有", _FORM, "请在企业表补报，或说明原因"),
    Check("R-TAX-MISSING", "缺税收行", _N, "企业表有此企业，税收表没有，税收记为未报", _FORM, "确无入库税收请填 0"),
    Check("R-PRECISION", "金额细于分", _N, "金额 {value} 细于 1 分，已四舍五入为 {expected} 元", _FORM, "金额最多到分"),
    Check("R-FORMULA", "公式未计算", _E, "公式没有保存计算结果", _FORM, "请在 Excel 或 WPS 中打开并保存一次后重报"),
    Check(
        "X-UNIT-SLIP",
        "疑似单位错误",
        _E,
        "“{column}”是上月的约 {ratio} 倍，疑似按{slip}填报而本列单位为{unit}",
        "与本企业上月数据比较",
        "如确为单位错误，应为 {expected} {unit}；确属实的请说明",
    ),
    Check("X-JUMP", "变动过大", _N, "“{column}”较上月变动 {ratio} 倍", f"与本企业上月数据比较；{_HABIT}", "请核对，属实可说明"),
    Check(
        "X-VANISHED",
        "消失较多",
        _W,
        "上月 {before} 家，本月少报 {gone} 家，超过上月的 {percent}%",
        f"与本园上月名录比较；{_HABIT}",
        "请确认是全量还是仅报变动",
    ),
    Check(
        "X-GONE",
        "本月未见",
        _N,
        "上月名录有此企业，本月没有",
        "与本园上月名录比较",
        "已迁出、注销的请在“状态”中注明，漏报的请补报",
    ),
    Check(
        "X-COPIED",
        "疑似照抄上月",
        _W,
        "第 {first} 至 {last} 行连续 {count} 家的{keys}与上月分毫不差",
        f"与本园上月数据比较；{_HABIT}",
        "请核对是否沿用了上月的表；确属相同的请说明",
    ),
    Check(
        "X-YTD-FALL",
        "累计数下降",
        _W,
        "“{column}”为 {found}，低于上月报送的累计 {expected}",
        "与本企业上月数据比较",
        "请核对；更正以前月份的请说明",
    ),
    Check(
        "X-SIGN",
        "正负相反",
        _W,
        "“{column}”由上月的 {before} 变为 {found}",
        "与本企业上月数据比较",
        "请核对正负号；确为冲减、退库的请说明",
    ),
    Check(
        "X-OUTLIER",
        "偏离本企业历史",
        _W,
        "“{column}”为 {found}，偏离本企业此前 {n} 个月的中位数 {expected}，为离差（MAD）的 {times} 倍",
        f"与本企业历史数据比较（中位数与 MAD）；{_HABIT}",
        "请核对，属实可说明",
    ),
    Check(
        "X-OUTLIER-PEER",
        "偏离同领域",
        _W,
        "人均营业收入为 {found}，偏离本园同领域 {n} 家的中位数 {expected}，为离差（MAD，取对数）的 {times} 倍",
        f"与本园同领域企业比较（中位数与 MAD）；{_HABIT}",
        "请核对营业收入与从业人员，属实可说明",
    ),
    Check(
        "X-NO-CHANGE",
        "与“本月无变动”不符",
        _W,
        "封面声明本月无变动，名录却有新增 {added} 家、减少 {gone} 家",
        "与本园上月名录比较",
        "请核对封面声明与名录",
    ),
    Check(
        "X-CLUSTER",
        "组团不属本园",
        _N,
        "组团“{value}”属于{expected}，不属于本园",
        "统筹发展规划（2018-2035 年）（草案）3.2",
        "请核对组团或所属分园",
    ),
    Check(
        "X-CLUSTER-UNKNOWN",
        "组团未识别",
        _N,
        "组团“{value}”不在 31 个组团之内",
        "统筹发展规划（2018-2035 年）（草案）3.2",
        "不在组团内请填“园内组团外”",
    ),
)

_PARK: Final = tuple(Check(code, name, Severity(level), *words) for code, name, level, *words in PARK_CHECKS)

CHECKS: Final[Mapping[str, Check]] = MappingProxyType({c.code: c for c in (*_ALL, *_PARK)})


def found(
    code: str,
    *,
    file: str = "",
    sheet: str = "",
    cell: str = "",
    column: str = "",
    credit_code: str = "",
    company: str = "",
    value: str = "",
    expected: str = "",
    **words: str,
) -> Issue:
    """Return an Issue of check ``code`` with its sentence and advice filled in from the given words."""
    check = CHECKS[code]
    fill = {"column": column, "company": company, "value": value, "expected": expected, "suggestion": "", **words}
    text = check.sentence.format_map(fill) + "；" + check.advice.format_map(fill)
    return Issue(code, check.severity, text, file, sheet, cell, column, credit_code, company, value, expected)
