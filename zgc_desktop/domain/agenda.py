"""Questions put on the coordination meeting's agenda (协调会题单) by hand, in the order the office gives them."""

from __future__ import annotations

from dataclasses import dataclass

from zgc_desktop.domain.periods import Month

LEAD = "lead:"
"""What ``about`` begins with where the question is of a lead."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One question by hand: what it is about (a case's number, ``lead:`` and a lead's, or empty), facts and proposal."""

    id: int
    month: Month
    about: str
    kind: str
    parties: tuple[str, ...]
    facts: str
    proposal: str
    rank: int
    person: str
