"""What a workspace holds that stays Chinese in every language: names, what people wrote, and the words of laws and plans."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator

from db.all_tables import all_tables
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.services.context import AppContext

CHINESE = re.compile(r"[\u3400-\u9fff]")
LEAST = 4
"""Shorter texts of the database are words of the program (在营, 工业), unless they are names of the catalogue."""
OF_THE_PROGRAM = {"journal", "journal_change", "issue"}


def names_of(ctx: AppContext, words: Iterable[str]) -> frozenset[str]:
    """Every text that is data of this workspace or words of a law or plan; ``words`` are the program's own."""
    known = set(words)
    catalogue = ctx.catalogue
    found = set(catalogue.parks) | {catalogue.party_of(p).name for p in catalogue.parks}
    found |= {p.removesuffix("园") for p in catalogue.parks}
    for park in catalogue.parks:
        found |= {c.name for c in catalogue.clusters_of(park)}
    for folder in ("rules", "catalogue", "plan", "registers"):
        for path in sorted((ctx.resources / folder).rglob("*.toml")):
            found |= set(_texts(tomllib.loads(path.read_text(encoding="utf-8"))))
    found |= set(_stored(ctx))
    return frozenset(f for f in found - known - {CITY} if CHINESE.search(f))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield from (part for part in re.split(r"[；。，、：（）\n]", value) if len(part) >= LEAST)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _stored(ctx: AppContext) -> Iterator[str]:
    with ctx.store.read() as connection:
        for table in all_tables():
            if table.name not in OF_THE_PROGRAM:
                for row in connection.execute(table.select()):
                    for value in row:
                        if isinstance(value, str) and value[:1] in ("{", "["):
                            yield from _texts(_plain(value))
                        elif isinstance(value, str) and LEAST <= len(value) < 400:
                            yield value


def _plain(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def without(text: str, names: frozenset[str], longest: int) -> str:
    """A text without every name in it, the longest first at each place."""
    out, at = [], 0
    while at < len(text):
        cut = next((n for n in range(min(longest, len(text) - at), 1, -1) if text[at : at + n] in names), 0)
        if not cut:
            out.append(text[at])
        at += cut or 1
    return "".join(out)
