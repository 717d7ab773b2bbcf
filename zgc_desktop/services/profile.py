"""Whose desk a workspace is (用途): the city's or one park's, chosen at the beginning and kept with the data."""

from __future__ import annotations

from typing import Final

from db.queries import exchange as packages_of
from db.queries import submissions
from db.queries.settings import setting
from db.settings import put_setting
from db.store import Reading
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.services.context import AppContext, one_command

_KEY: Final = "exchange.party"


def party(ctx: AppContext) -> str:
    """市级, or the park whose workspace this is."""
    with ctx.store.read() as connection:
        return party_in(connection)


def party_in(connection: Reading) -> str:
    """``party`` on a connection that is already open."""
    return setting(connection, _KEY, CITY)


def require_park(ctx: AppContext) -> str:
    """The park whose workspace this is; Refused in the city's."""
    me = party(ctx)
    if me == CITY:
        advice = "另建一个工作区，用 zgc exchange profile --park 分园名 设为分园"
        raise Refused("这是市级工作区，分园的报送在分园工作区里做", advice=advice)
    return me


def require_city(ctx: AppContext) -> None:
    """Refused in a park's workspace."""
    me = party(ctx)
    if me != CITY:
        raise Refused(f"这是{me}的工作区，这一步由市级做", advice="请在市级工作区操作")


def is_fixed(ctx: AppContext) -> bool:
    """Whether the workspace holds data already, so that its use can no longer be changed."""
    with ctx.store.read() as connection:
        return _holds_data(connection)


def _holds_data(connection: Reading) -> bool:
    return bool(submissions.months(connection) or packages_of.packages(connection))


@one_command("profile")
def choose(ctx: AppContext, wanted: str) -> ChangeSummary | None:
    """Make the workspace the city's (市级) or a park's; None where it is so already. Refused once it holds data."""
    park = ctx.catalogue.park_named(wanted) if wanted != CITY else None
    if wanted != CITY and park is None:
        raise Refused(f"没有叫“{wanted}”的分园", advice=f"可用：{CITY}、{'、'.join(ctx.catalogue.parks)}")
    name = park.name if park else CITY
    with ctx.store.write("profile", ctx.who, ctx.now()) as unit:
        before = party_in(unit.connection)
        if before == name:
            return None
        if _holds_data(unit.connection):
            why = f"现为{before}，已有报送或交换包"
            raise Refused("工作区已有数据，不能再改用途", why=why, advice="请另建一个空工作区，再选用途")
        put_setting(unit, _KEY, name)
        unit.say(f"本工作区供{name}使用", subjects={"settings", "exchange"})
    return unit.summary
