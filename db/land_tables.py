"""Tables of land: plots and buildings as registered month by month, and linked plots.

Areas are whole 1/300 ㎡, money whole 分; NULL = not stated, '' = no day or no text. Taking back fills ``undone_*``.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel


class PlotRow(SQLModel, table=True):
    """One plot or building as registered for a month, by a person or from a submission (``submission_id`` 0 = by hand)."""

    __tablename__ = "plot"
    __table_args__ = (Index("plot_month", "month"), Index("plot_number", "number"))
    id: int | None = Field(default=None, primary_key=True)
    number: str
    park: str
    month: int
    area: int = Field(sa_type=BigInteger)
    name: str
    kind: str
    cluster: str
    level: str
    use: str
    ownership: str
    conversion: str
    used: int | None = Field(default=None, sa_type=BigInteger)
    supply: str
    term_from: str
    term_to: str
    ratio_percent: int | None
    self_held: int | None
    state: str
    idle_since: str
    available_on: str
    reserve_reason: str
    parent: str
    output_fen: int | None = Field(default=None, sa_type=BigInteger)
    note: str
    source: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""


class LinkedPlotRow(SQLModel, table=True):
    """One plot's part in a linked group (增减挂钩)."""

    __tablename__ = "linked_plot"
    id: int | None = Field(default=None, primary_key=True)
    group: str
    number: str
    park: str
    side: str
    area: int = Field(sa_type=BigInteger)
    done_on: str
    cost_fen: int | None = Field(default=None, sa_type=BigInteger)
    source: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""
