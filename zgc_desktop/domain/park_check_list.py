"""Checks of the sheets about the park itself (空间、项目准入、园区指标), as plain data for the issue catalogue.

Each: (code, name, severity, sentence, basis, advice).
"""

from __future__ import annotations

from typing import Final

_PLAN: Final = "统筹发展规划（2018-2035 年）（草案）"
_FORM: Final = "月报填报说明"
_SPACE: Final = "月报表式 5 空间"
_PROJECT: Final = "月报表式 6 项目准入"
_INDICATOR: Final = "月报表式 7 园区指标"
_DESK: Final = "与统筹台已登记的数据比较"

PARK_CHECKS: Final[tuple[tuple[str, str, str, str, str, str], ...]] = (
    ("P-KEY", "缺行名", "error", "“{column}”没有填写，本行无法登记", _FORM, "请补填；空行请整行清空"),
    ("P-DUP", "重复行", "error", "与本表第 {row} 行的“{column}”相同，本行未计入", _FORM, "请删去重复的一行，或更正编号、名称"),
    ("P-CLUSTER", "组团不属本园", "error", "组团“{value}”属于{expected}，不属于本园", f"{_PLAN}3.2", "请核对组团或所属分园"),
    (
        "P-CLUSTER-UNKNOWN",
        "组团未识别",
        "error",
        "组团“{value}”不在 31 个组团之内",
        f"{_PLAN}3.2",
        "请按组团名称填写；不在组团内请填“园内组团外”",
    ),
    ("P-CHOICE", "不在选项内", "warning", "“{value}”不在可选项内，登记时按未报", _FORM, "可填：{expected}"),
    (
        "P-UNIT",
        "没有写明单位",
        "warning",
        "列“{column}”没有写明单位，按表式规定的{expected}读取",
        _FORM,
        "请在列名或表头右上注明单位；单位不是{expected}的请更正",
    ),
    (
        "P-FINE",
        "面积小数位太多",
        "error",
        "面积 {value} {unit} 的小数位太多，无法准确换算",
        _FORM,
        "公顷至多六位小数，亩至多五位，平方米至多两位",
    ),
    ("P-ROUNDED", "小数位太多", "notice", "“{value}”的小数位太多，已四舍五入为 {expected}", _FORM, "请保留两位小数"),
    ("P-AREA", "面积不对", "error", "“{column}”应大于 0，现为 {value}", _SPACE, "请核对；没有数据请留空"),
    ("P-BELOW", "不能为负", "error", "“{column}”不能为负，现为 {value}", _FORM, "请核对；没有数据请留空"),
    ("P-SHARE", "比例超出范围", "error", "“{column}”为 {value}，不在 0 至 100% 之间", _FORM, "请核对；35% 请填 35"),
    (
        "P-SHARE-SMALL",
        "疑似百分比格式",
        "warning",
        "“{column}”读出为 {found}%；单元格若为百分比格式，应为 {expected}%",
        _FORM,
        "列名已写明单位为 %，35% 请填 35",
    ),
    ("P-USED", "已用大于面积", "error", "已用 {found} 公顷，大于面积 {expected} 公顷", _SPACE, "请核对两栏及其单位"),
    ("P-FREE", "可用不符", "warning", "可用为 {found} 公顷，面积减已用应为 {expected} 公顷", _SPACE, "请核对三栏及其单位"),
    ("P-TERM", "年期颠倒", "error", "到期日 {found} 不晚于起始日 {expected}", f"{_PLAN}6.2", "请按出让或租赁合同核对"),
    ("P-TERM-FROM", "缺起始日", "warning", "有到期日 {value}，没有起始日，无法核对年期", f"{_PLAN}6.2", "请补填起始日"),
    (
        "P-IDLE",
        "闲置没有起始日",
        "warning",
        "状态为闲置，没有闲置起始日，无法计时",
        "发展规划纲要（2011-2020 年）七（三）3",
        "请补填闲置起始日",
    ),
    ("P-IDLE-STATE", "闲置与状态不符", "warning", "有闲置起始日，状态却是“{found}”", _SPACE, "请核对状态或清空闲置起始日"),
    ("P-IDLE-FUTURE", "闲置起始日在后", "warning", "闲置起始日 {found} 晚于报送月份", _SPACE, "请核对日期"),
    (
        "P-RESERVE",
        "储备没有理由",
        "warning",
        "储备地块没有写明储备理由",
        f"{_PLAN}3.3",
        "请在备注写明（轨道、机场、发展轴等）",
    ),
    (
        "P-PLOT-ELSEWHERE",
        "地块在别的分园",
        "error",
        "地块 {value} 已由{expected}登记（{found}），本行未计入",
        _DESK,
        "请两园核实后由一方更正；确属本园的请说明",
    ),
    (
        "P-PLOT-GONE",
        "地块本月未见",
        "notice",
        "已登记的地块 {value} 不在本月空间表",
        _DESK,
        "仍按上次登记计；已注销、合宗的请说明",
    ),
    (
        "P-PLOT-AREA",
        "面积变化",
        "warning",
        "地块 {company} 面积为 {found} 公顷，上次登记为 {expected} 公顷",
        _DESK,
        "属分宗、合宗或勘误的请说明",
    ),
    (
        "P-HAND",
        "与窗口登记不一致",
        "warning",
        "“{column}”为 {found}，{who}登记为 {expected}；{wins}",
        _DESK,
        "请核对；登记有误的请撤回登记，报送有误的请退回",
    ),
    ("P-INDUSTRY", "领域未识别", "error", "领域“{value}”不在规划领域之内", f"{_PLAN}第二章", "请按填报模板的列表填写"),
    (
        "P-INVEST",
        "固定资产投资大于总投资",
        "error",
        "固定资产投资 {found} 万元，大于总投资 {expected} 万元",
        _PROJECT,
        "请核对两栏及其单位",
    ),
    (
        "P-COMPUTED",
        "计算列不符",
        "warning",
        "“{column}”为 {found}，按本行数据应为 {expected} {unit}{hint}",
        "自然资发〔2023〕72号；月报表式 6 项目准入",
        "请核对投资、用地、产出和人数",
    ),
    (
        "P-PROJECT-DIFF",
        "与已申报项目不一致",
        "warning",
        "“{column}”为 {found}，项目 {number} 已按 {expected} 进入{state}，准入测试仍用申报时的数",
        _DESK,
        "确需变更的请按补正程序办理",
    ),
    (
        "P-PROJECT-ELSEWHERE",
        "项目在别的分园",
        "warning",
        "项目“{value}”也由{expected}申报（{found}）",
        _DESK,
        "请核实项目落在哪个分园",
    ),
    (
        "P-INDICATOR",
        "指标不在表式内",
        "notice",
        "指标“{value}”不在表式之内，只留存，不计入目标",
        _INDICATOR,
        "固定指标见填报模板；名称有出入的请改为表式名称",
    ),
    ("P-INDICATOR-UNIT", "指标单位不符", "error", "“{value}”不能换算为表式规定的{expected}", _INDICATOR, "请按表式单位填报"),
    (
        "P-INDICATOR-FALL",
        "累计数下降",
        "warning",
        "“{company}”累计为 {found}，低于上月报送的累计 {expected}",
        _DESK,
        "请核对；更正以前月份的请说明",
    ),
    (
        "P-INDICATOR-YTD",
        "累计小于本月",
        "warning",
        "“{company}”累计为 {found}，小于本月数 {expected}",
        _INDICATOR,
        "请核对两栏",
    ),
    ("P-SOURCE", "缺来源", "warning", "“{company}”有数，没有写明来源", _INDICATOR, "请写明统计部门、台账等来源"),
)
