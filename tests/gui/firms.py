"""Companies of the window's tests: valid codes, invented names, and the line a park reports of each."""

from __future__ import annotations

from datetime import date

FIRMS = (
    ("91110108MA01TJ3Y5P", "北京衡岳智造科技有限公司"),
    ("91110114MA0J9HTM4L", "北京知远数联技术有限公司"),
    ("91110113MA09D4H3XP", "北京槿蘅新材科技有限公司"),
    ("91110115MA053JJL2M", "北京砚川机器人有限公司"),
    ("91110117MA02J1K618", "北京岑原生物科技有限公司"),
)
"""Valid and fictitious, from the field's rules (policy 4.1)."""


def roster_line(n: int, **changes: object) -> dict[str, object]:
    """A company's line of the enterprise sheet."""
    code, name = FIRMS[n]
    line: dict[str, object] = {
        "credit_code": code,
        "name": name,
        "registered_address": "北京市海淀区知行街 1 号",
        "industry": "新材料" if n == 2 else "新一代信息技术",
        "founded_on": date(2019, 3, 1),
        "employees": 30 + n,
        "revenue_fen": 100_000_000 * (n + 1),
        "rd_fen": 5_000_000,
        "status": "在营",
    }
    return line | changes


def tax_line(n: int, **changes: object) -> dict[str, object]:
    """A company's line of the tax sheet, the same for each."""
    code, name = FIRMS[n]
    parts = {"vat_fen": 123_456_700, "cit_fen": 76_543_300, "other_fen": 10_000}
    return {"credit_code": code, "name": name, **parts, "total_fen": sum(parts.values()), "source": "税务"} | changes
