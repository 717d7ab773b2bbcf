"""The office's own rules where many desks share a workspace: one set in the database, laid out in each machine's ``rules``.

In a folder workspace the folder itself is the set. On a server a desk edits its copy and shares it (``zgc rules share``), which
is a journalled step like any other; an edit nobody has shared is told, and no paper leaves and nothing is locked on it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import shelf
from db.store import UnitOfWork
from reports.aside import write_aside
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.paths import WorkspacePaths
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.rule_folder import check, office_files


@dataclass(frozen=True, slots=True)
class Shared:
    """What was shared: the files that differ from what every desk had before."""

    files: tuple[str, ...]
    summary: ChangeSummary


def bring(ctx: AppContext) -> tuple[bool, tuple[str, ...]]:
    """Lay the shared rules out in this machine's folder: (whether a file changed, what a person should know).

    A file edited here and not shared yet stays as it is and is told. Nothing happens in a folder workspace.
    """
    if not ctx.store.on_server:
        return False, ()
    wanted, laid, mine = _shared(ctx), _laid(ctx.paths), _local(ctx.paths.rules)
    edited = [
        n for n in sorted(mine.keys() | laid.keys()) if _print(mine.get(n)) != laid.get(n) and mine.get(n) != wanted.get(n)
    ]
    changed = _lay_out(ctx.paths, wanted, but=edited)
    return changed, (_unshared(edited),) if edited else ()


@one_command("rules-share")
def share(ctx: AppContext, *, folder: Path | None = None, reason: str = "") -> Shared | None:
    """Let every desk use the rules in ``folder`` (this machine's ``rules``); None where nothing differs.

    Refused where a file cannot be read as what it is, or the workspace is a folder.
    """
    _require_server(ctx)
    source = folder or ctx.paths.rules
    if bad := [f for f in check(ctx.resources, source) if f.problem]:
        raise Refused("规则文件有问题，没有交给全办", where=bad[0].file, why=bad[0].problem, advice="改好后再交")
    mine, before = _local(source), _shared(ctx)
    differing = tuple(n for n in sorted(mine.keys() | before.keys()) if mine.get(n) != before.get(n))
    if not differing:
        return None
    with ctx.store.write("rules-share", ctx.who, ctx.now()) as unit:
        _write(unit, mine, before, reason)
    assert unit.summary is not None
    _lay_out(ctx.paths, mine)
    return Shared(differing, unit.summary)


def take_in(unit: UnitOfWork, folder: Path) -> int:
    """Let the rules of a folder be the office's, in the transaction that carries its workspace to a server; how many files."""
    mine, before = _local(folder), shelf.rule_files(unit.connection)
    if mine != before:
        _write(unit, mine, before, "搬到服务器")
        unit.close()
    return len(mine)


def drop_edits(ctx: AppContext) -> tuple[str, ...]:
    """Give up what was edited on this machine and not shared; returns the files that were laid out anew."""
    _require_server(ctx)
    dropped = unshared(ctx)
    _lay_out(ctx.paths, _shared(ctx))
    return dropped


def unshared(ctx: AppContext) -> tuple[str, ...]:
    """The rule files of this machine that are not what every desk uses; none in a folder workspace."""
    if not ctx.store.on_server:
        return ()
    mine, wanted = _local(ctx.paths.rules), _shared(ctx)
    return tuple(n for n in sorted(mine.keys() | wanted.keys()) if mine.get(n) != wanted.get(n))


def require_shared(ctx: AppContext) -> None:
    """Refused where this desk's rules are not everybody's: for what leaves the office, or is locked for good."""
    if differing := unshared(ctx):
        raise Refused("本机的规则与全办不同，没有继续", why="、".join(differing), advice=_ADVICE)


def laid_out(ctx: AppContext, folder: Path) -> int:
    """Write the office's rules into another workspace's folder; returns how many files."""
    texts = _shared(ctx) if ctx.store.on_server else _local(ctx.paths.rules)
    for name, text in texts.items():
        write_aside(folder / name, text.encode())
    return len(texts)


# ---- inside -----------------------------------------------------------------------------------------------------------


def _write(unit: UnitOfWork, mine: Mapping[str, str], before: Mapping[str, str], reason: str) -> None:
    shelf.replace_rule_files(unit, mine)
    differing = [n for n in sorted(mine.keys() | before.keys()) if mine.get(n) != before.get(n)]
    said = "、".join(f"{n}（{'撤下' if n not in mine else '改' if n in before else '新'}）" for n in differing)
    subjects = {"rules", "settlement", "submissions", "companies"}
    unit.say(f"本办规则交给全办：{said}", reason=reason.strip(), subjects=subjects)


_ADVICE = "交给全办用 zgc rules share，放弃本机改动用 zgc rules share --drop"


def _require_server(ctx: AppContext) -> None:
    if not ctx.store.on_server:
        raise Refused("这个工作区在文件夹里，rules 文件夹里的规则直接生效", where=ctx.paths.where, advice="无须另行交给全办")


def _shared(ctx: AppContext) -> dict[str, str]:
    with ctx.store.read() as connection:
        return shelf.rule_files(connection)


def _local(folder: Path) -> dict[str, str]:
    found = {}
    for path in office_files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            found[name] = path.read_bytes().decode()
        except UnicodeDecodeError as error:
            raise Refused("规则文件不是 UTF-8 文本", where=name, advice="请另存为 UTF-8，或移出 rules 文件夹") from error
    return found


def _print(text: str | None) -> str | None:
    return None if text is None else hashlib.sha256(text.encode()).hexdigest()


def _note_of(paths: WorkspacePaths) -> Path:
    return paths.root / "rules-shared.json"


def _laid(paths: WorkspacePaths) -> dict[str, str]:
    """The SHA-256 of every rule file as it was laid out here last."""
    try:
        found = json.loads(_note_of(paths).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _lay_out(paths: WorkspacePaths, wanted: Mapping[str, str], *, but: Sequence[str] = ()) -> bool:
    """Make this machine's rules be ``wanted``, except some files; returns whether any file changed."""
    mine, laid = _local(paths.rules), _laid(paths)
    differing = [n for n in sorted(wanted.keys() | mine.keys()) if n not in but and mine.get(n) != wanted.get(n)]
    for name in differing:
        if name in wanted:
            write_aside(paths.rules / name, wanted[name].encode())
        else:
            (paths.rules / name).unlink(missing_ok=True)
    told = {name: _print(text) for name, text in wanted.items() if name not in but} | {n: laid[n] for n in but if n in laid}
    if told != laid:
        write_aside(_note_of(paths), json.dumps(told, ensure_ascii=False, indent=1).encode())
    return bool(differing)


def _unshared(edited: list[str]) -> str:
    return f"本机改过的规则文件还没有交给全办：{'、'.join(edited)}；{_ADVICE}。"
