"""What a table keeps from one keystroke to the next never changes what it shows, counts or adds up."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass

from zgc_desktop.viewmodels.columns import Column
from zgc_desktop.viewmodels.table import TableData, prepare


@dataclass(frozen=True)
class Firm:
    number: int
    name: str
    park: str
    tax: int | None


COLUMNS = (
    Column[Firm]("name", "名称", lambda f: f.name),
    Column[Firm]("park", "园", lambda f: f.park, facet=True),
    Column[Firm]("tax", "税收", lambda f: f.tax, "money", total=True),
)


def firms(chance: random.Random) -> list[Firm]:
    return [
        Firm(n, "".join(chance.choices("甲乙丙ＡａB1", k=5)), chance.choice("东西南"), chance.choice([None, 0, 3, -2, n]))
        for n in range(300)
    ]


def test_typing_going_back_ticking_and_sorting_show_what_a_fresh_table_shows() -> None:
    """A word that goes on is looked for in what it found; the sums and counts are those of the rows shown."""
    chance = random.Random(11)
    rows = firms(chance)
    kept = TableData(COLUMNS, lambda f: f.number)
    kept.set_rows(prepare(COLUMNS, rows))
    words = ""
    for _ in range(400):
        step = chance.random()
        if step < 0.5:
            words += chance.choice("甲乙aＢ1 ")
        elif step < 0.8:
            words = words[:-1]
        elif step < 0.9:
            kept.tick("park", chance.sample("东西南", chance.randint(0, 2)))
        else:
            kept.sort_by(*chance.choice([(), (("tax", True),), (("park", False), ("tax", False))]))
        kept.search(words)
        fresh = TableData(COLUMNS, lambda f: f.number, rows)
        fresh.sort_by(*kept.order)
        fresh.filter_by(kept.filters())
        assert kept.shown == fresh.shown
        assert kept.totals() == fresh.totals()
        shown = [rows[n].tax for n in kept.shown]
        total = kept.totals()["tax"]
        assert (total.value, total.missing) == (sum(t or 0 for t in shown), shown.count(None))
        if not kept.ticked:
            assert {v: n for v, n in kept.facet("park") if n} == Counter(rows[n].park for n in kept.shown)
        assert kept.facet("park") == fresh.facet("park")
