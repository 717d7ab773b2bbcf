"""What the desk already knows of a park's land, projects and indicators when a file arrives: for the checks of its sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.review.projects import Project


@dataclass(frozen=True, slots=True)
class KnownPlot:
    """A plot as it stands or as another park has handed it in; ``who`` registered it by hand, "" = it came in a file."""

    plot: Plot
    who: str = ""


@dataclass(frozen=True, slots=True)
class KnownProject:
    """A project on record and its state; ``who`` entered it by hand, "" = it came in a file."""

    project: Project
    state: str
    who: str = ""

    @property
    def fixed(self) -> bool:
        """Whether a file no longer changes its figures: a person entered them, or the review has begun on them."""
        return bool(self.who) or self.state != "申报"


@dataclass(frozen=True, slots=True)
class KnownIndicator:
    """A figure somebody entered by hand for the very month of a file, in the indicator's unit."""

    value: Decimal
    who: str


@dataclass(frozen=True, slots=True)
class ParkRecord:
    """A park's record before a month's file: its plots, every other park's, projects, and the indicators of last month.

    ``ytd`` holds last month's 累计 of the same year by indicator; ``entered`` what a person entered for this month.
    """

    plots: tuple[KnownPlot, ...] = ()
    projects: tuple[KnownProject, ...] = ()
    ytd: Mapping[str, Decimal] = field(default_factory=dict)
    entered: Mapping[str, KnownIndicator] = field(default_factory=dict)


NOTHING_KNOWN = ParkRecord()
RecordFor = Callable[[str, Month], ParkRecord]
"""The record of a park as known when its file for a month arrives; asked only for files with such a sheet."""


def nothing_known(_park: str, _month: Month) -> ParkRecord:
    """The record of a desk that has registered nothing."""
    return NOTHING_KNOWN
