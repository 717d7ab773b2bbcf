"""What the desk already knows when a file arrives: the park's last month, for the checks across months."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from zgc_desktop.domain.periods import Month


def _nothing_earlier(_codes: Sequence[str]) -> Mapping[str, tuple[int, ...]]:
    return {}


@dataclass(frozen=True, slots=True)
class History:
    """A park's figures of an earlier month by credit code, and every company name the desk knows by credit code.

    ``figures[code][key]`` uses the column keys of ``layouts`` (``revenue_fen``, ``rd_fen``, ``total_fen``, ``employees`` …);
    None = not reported. ``month`` is None when nothing earlier is known. ``earlier`` gives the monthly revenue of some
    companies over the year before, oldest first: asked only for those whose figure looks odd.
    """

    month: Month | None = None
    figures: Mapping[str, Mapping[str, int | None]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    earlier: Callable[[Sequence[str]], Mapping[str, tuple[int, ...]]] = field(default=_nothing_earlier, compare=False)


NO_HISTORY = History()
