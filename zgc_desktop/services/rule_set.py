"""The city's rule set (规则版本) of checking: its version in one word, what a rule package holds, and taking one over."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from db import shelf
from db.exchange import take_over_switches
from db.mappings import remember
from db.queries import check_switches
from db.queries import mappings as answered
from db.store import Reading, UnitOfWork
from reports.aside import write_aside
from zgc_desktop.domain.catalogue import FILES
from zgc_desktop.domain.check_settings import Switch, require_sound
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.manifest import damaged
from zgc_desktop.domain.issues import CHECKS
from zgc_desktop.domain.layouts import TEMPLATE_VERSION
from zgc_desktop.domain.park_layouts import EVERY_SHEET
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import catalogue_of

RULES: Final = "payload/rules.json"
_CATALOGUE: Final = "payload/catalogue/"


def version(ctx: AppContext, connection: Reading) -> str:
    """The version of the rule set a file is checked with here: equal at two desks exactly where they check alike.

    It covers the check catalogue and columns of the program, the office's decisions about checks, and the catalogue of parks.
    """
    told = {
        "checks": sorted([c.code, c.severity.value, c.sentence] for c in CHECKS.values()),
        "columns": {key: [c.key for c in sheet.columns] for key, sheet in EVERY_SHEET.items()},
        "switches": [_plain(s) for s in check_switches.switches(connection)],
        "catalogue": {name: hashlib.sha256(content).hexdigest() for name, content in _catalogue_files(ctx).items()},
    }
    digest = hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    return f"{TEMPLATE_VERSION}-{digest[:10]}"


def _catalogue_files(ctx: AppContext) -> dict[str, bytes]:
    """The catalogue in use by file name, the office's own files in place of the shipped ones; line ends do not count."""
    folders = (ctx.resources / "catalogue", ctx.paths.rules / "catalogue")
    files = {p.name: p for folder in folders for p in sorted(folder.glob("*.toml"))}
    return {name: path.read_bytes().replace(b"\r\n", b"\n") for name, path in sorted(files.items())}


def parts(ctx: AppContext, connection: Reading, park: str) -> dict[str, bytes]:
    """What a rule package for a park holds: decisions about checks, answers about its columns, the office's catalogue."""
    told = {
        "version": version(ctx, connection),
        "switches": [_plain(s) for s in check_switches.switches(connection)],
        "columns": [
            {"signature": signature, "columns": dict(found.columns), "units": dict(found.units)}
            for signature, found in answered.all_of_park(connection, park)
        ],
    }
    own = sorted((ctx.paths.rules / "catalogue").glob("*.toml"))
    text = (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    return {RULES: text} | {_CATALOGUE + p.name: p.read_bytes().replace(b"\r\n", b"\n") for p in own}


def take_over(unit: UnitOfWork, ctx: AppContext, park: str, told: Mapping[str, bytes], where: str) -> str:
    """Make this park's checks those of the package, all or nothing; returns the version the city calls it.

    The office's catalogue files are replaced by the package's; they hold when the workspace is opened next.
    """
    try:
        plain: dict[str, Any] = json.loads(told[RULES].decode())
        switches = tuple(_switch(s) for s in plain["switches"])
        memory = [(str(m["signature"]), dict(m["columns"]), dict(m["units"])) for m in plain["columns"]]
        named = str(plain["version"])
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(where, "规则读不懂") from error
    for each in switches:
        _require_known(each, where)
    files = {name.removeprefix(_CATALOGUE): content for name, content in told.items() if name.startswith(_CATALOGUE)}
    _require_catalogue(ctx, files, where)
    take_over_switches(unit, switches)
    for signature, columns, units in memory:
        remember(unit, park, signature, columns, units, at=ctx.now(), who=ctx.who)
    folder = ctx.paths.rules / "catalogue"
    for path in sorted(folder.glob("*.toml")):
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        write_aside(folder / name, content)
    if ctx.store.on_server:  # every desk has them from the database, in the same step
        others = {n: text for n, text in shelf.rule_files(unit.connection).items() if not n.startswith("catalogue/")}
        shelf.replace_rule_files(unit, others | {f"catalogue/{n}": content.decode() for n, content in files.items()})
    return named


def _require_known(switch: Switch, where: str) -> None:
    try:
        require_sound(switch)
    except Refused as refusal:
        advice = "市级的程序可能比本单位的新，请升级程序后再收"
        raise Refused("规则包里有本程序不认识的校验", where=where, why=refusal.what, advice=advice) from refusal


def _require_catalogue(ctx: AppContext, files: Mapping[str, bytes], where: str) -> None:
    for name in files:
        if Path(name).name != name or Path(name).stem not in FILES:
            raise damaged(where, f"规则包里有不该有的文件 {name}")
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            target = Path(folder) / "catalogue" / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content)
        try:
            catalogue_of(ctx.resources, Path(folder))
        except RuleFileError as error:
            raise Refused("规则包里的名录读不懂", where=where, why=str(error), advice="请市级核对后重发") from error


def _plain(switch: Switch) -> dict[str, object]:
    return {
        "code": switch.code, "active": switch.active, "from_day": switch.from_day.isoformat(), "reason": switch.reason,
        "who": switch.who, "numbers": dict(sorted(switch.numbers.items())), "decided_at": switch.decided_at,
    }  # fmt: skip


def _switch(told: Mapping[str, Any]) -> Switch:
    if not isinstance(told["active"], bool):
        raise TypeError("active")
    numbers = {str(k): int(v) for k, v in told["numbers"].items()}
    day = date.fromisoformat(told["from_day"])
    code, reason, who, at = (str(told[k]) for k in ("code", "reason", "who", "decided_at"))
    return Switch(code, told["active"], day, reason, who, numbers, at)
