"""A document worked out now in the shape of an earlier one, so that only figures are compared and not what a program knows."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import fields, replace

from zgc_desktop.domain.monthly import MonthlyDocument


def in_shape_of(doc: MonthlyDocument, kept: MonthlyDocument, parts: Set[str]) -> MonthlyDocument:
    """``doc`` with only the ``parts`` that ``kept`` was written with; what a later program added is taken as kept has it."""
    later = {field.name for field in fields(kept)} - parts
    changes = {name: getattr(kept, name) for name in later}
    if "edition" in later:
        known = {"brief", "reporting", "companies", "moves", "sharing", "tiers", "clusters", *kept.sentences}
        changes["sentences"] = {k: v for k, v in doc.sentences.items() if k in known}
        changes["key_figures"] = tuple(f for f in doc.key_figures if f.name != FREE_SPACE)
    return replace(doc, **changes)


FREE_SPACE = "可用空间"
"""The key figure that came with the second edition."""
