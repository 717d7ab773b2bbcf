"""An explanation as JSON and back: what a locked settlement keeps, and what ``zgc explain --json`` prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.domain.sharing.explain import Explanation


def to_json(node: Explanation) -> dict[str, Any]:
    """The tree as plain JSON values; amounts in 分, ratios as exact fractions, empty fields left out."""
    data: dict[str, Any] = {"label": node.label, "amount_fen": node.amount_fen, "op": node.op}
    for key in ("formula", "clause", "source"):
        if value := getattr(node, key):
            data[key] = value
    if node.factor != 1:
        data["factor"] = str(node.factor)
    if node.citation is not None:
        c = node.citation
        told = {"title": c.title, "issuer": c.issuer, "number": c.number, "clause": c.clause, "confidence": c.confidence,
                "note": c.note, "date": _text(c.date), "checked_on": _text(c.checked_on)}  # fmt: skip
        data["citation"] = {k: v for k, v in told.items() if v}
    if node.children:
        data["children"] = [to_json(c) for c in node.children]
    return data


def from_json(data: Mapping[str, Any]) -> Explanation:
    """The tree that ``to_json`` wrote."""
    told = data.get("citation")
    citation = None
    if told:
        days = {k: date.fromisoformat(told[k]) for k in ("date", "checked_on") if k in told}
        citation = Citation(**{**told, **days})
    return Explanation(
        data["label"],
        data["amount_fen"],
        data.get("formula", ""),
        data.get("clause", ""),
        citation,
        tuple(from_json(c) for c in data.get("children", ())),
        data.get("source", ""),
        data["op"],
        Fraction(data.get("factor", 1)),
    )


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""
