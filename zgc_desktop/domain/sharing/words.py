"""The words of a sharing rule in Chinese: its keys and its values, for papers, screens and the command line."""

from __future__ import annotations

from typing import Final

_WORDS: Final = {
    "taxes": "分享税种", "natures": "适用性质", "scope": "分享口径", "base": "基数", "start": "起算", "window": "年度",
    "basis": "分享额算法", "negative": "负数（退库）", "chain": "多次迁移", "rounding": "取整", "by": "按入库或所属期",
    "base_years": "基数年数",
    "ratios": "逐年比例", "floor": "每年保底", "recover_first": "先收回投入", "threshold": "门槛", "extension": "延长",
    "cap": "上限", "local_share": "地方分成率", "district_share": "区级留成率",
}  # fmt: skip
_VALUES: Final = {
    "local": "地方分成部分", "district": "区级留成部分", "sum": "合计", "average": "年均", "last": "最后一年",
    "registered": "变更登记日", "registered_and_at_capacity": "变更登记且达产", "at_capacity": "达产日",
    "first_tax": "首次纳税日", "rolling_12": "起算后每 12 个月", "calendar_year": "自然年", "actual": "实际入库",
    "base": "基数", "base_up_to_actual": "基数，以实际为限", "increment": "超基数部分", "clawback": "冲回已分",
    "carry": "结转抵减", "zero": "按零计", "waterfall": "先后依次", "same_pool": "同池分配", "extinguish": "后迁消灭前权",
    "each_period": "逐期四舍五入到分", "cumulative": "累计取整", "collected": "入库月份", "accrued": "所属月份",
    "cap_not_reached": "期满未达上限", "measure": "口径", "at_least": "不低于（元）", "years": "年数", "ratio": "比例",
    "when": "条件", "of_base_sum": "基数合计的倍数", "amount": "金额（元）", "from": "自", "to": "至",
}  # fmt: skip


def key_word(key: str) -> str:
    """The Chinese name of a rule key; of ``extension.years`` too. A key the vocabulary lacks is given back as it is."""
    head, dot, tail = key.partition(".")
    name = _WORDS.get(head, head)
    return f"{name}·{_VALUES.get(tail, tail)}" if dot else name


def value_words(key: str, value: object) -> str:
    """A value of a rule as a sentence would say it; ``无`` where there is none."""
    if value is None or value == {}:
        return "无"
    if key == "ratios" and isinstance(value, list):
        return "，".join(f"第 {n} 年 {v}" for n, v in enumerate(value, 1))
    if isinstance(value, list):
        return ("；" if any(isinstance(v, dict) for v in value) else "、").join(value_words("", v) for v in value)
    if isinstance(value, dict):
        return "，".join(f"{_VALUES.get(str(k), str(k))} {value_words('', v)}" for k, v in value.items())
    return _VALUES.get(str(value), str(value))
