"""The one place that wires a workspace: resources, catalogue, database, who and when -> AppContext."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from db.encryption import PassphraseNeeded
from db.errors import NotLetIn
from zgc_desktop import preferences
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.paths import Address, resources_dir, workspace_paths
from zgc_desktop.services import encrypt, office_rules, recovery, workspace
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import catalogue_of

SOURCE_VERSION = "0.1.0"


def program_version() -> str:
    """The version of this program."""
    try:
        return version("zgc-desktop")
    except PackageNotFoundError:
        return SOURCE_VERSION  # run from the source tree, never installed


def load_catalogue(resources: Path, office: Path | None = None) -> Catalogue:
    """The catalogue of parks, clusters and industries; RuleFileError names file and key of any fault.

    ``office`` is the office's own rule folder, whose catalogue files take the place of the shipped ones.
    """
    return catalogue_of(resources, office)


def current_user() -> str:
    """Who is at the desk: ZGC_USER, else the name the user has set (设置), else the system's user name."""
    try:
        return os.environ.get("ZGC_USER") or preferences.load().who or getpass.getuser()
    except (KeyError, OSError):
        return "未署名"


def open_workspace(
    folder: Address | None = None,
    *,
    who: str = "",
    clock: Callable[[], datetime] = datetime.now,
    passphrase: str = "",
    hold: bool = False,
) -> AppContext:
    """Open the workspace in ``folder`` (the platform's data folder when None) or on a server, creating or upgrading it.

    ``hold`` keeps the right to write for the whole session (a window): where somebody else has it the workspace opens
    read-only and ``store.read_only`` says why; without it, each command takes the right when it writes. ``passphrase`` opens
    an encrypted one (else ZGC_PASSPHRASE); PassphraseNeeded and WrongPassphrase are sentences. EnvironmentProblem for a
    folder no database may live in (network, synchronised). On a server nobody holds the right: each command takes its turn,
    and ``passphrase`` is the database's, where libpq knows none.
    """
    ctx = workspace_as_it_lies(folder, who=who, clock=clock, passphrase=passphrase)
    notes = recovery.before_opening(ctx, hold=hold)
    ctx = encrypt.finish(ctx)
    workspace.open_store(ctx)
    changed, told = office_rules.bring(ctx)
    if changed:
        ctx = replace(ctx, catalogue=load_catalogue(ctx.resources, ctx.paths.rules))
    notes = (*notes, *told)
    return replace(ctx, start_notes=(*ctx.start_notes, *notes, *recovery.after_opening(ctx, notes)))


def workspace_as_it_lies(
    folder: Address | None = None, *, who: str = "", clock: Callable[[], datetime] = datetime.now, passphrase: str = ""
) -> AppContext:
    """The workspace without opening its database: for a restore where the database is damaged."""
    resources = resources_dir()
    paths = workspace_paths(folder)
    warning = recovery.require_safe_place(paths)
    catalogue = load_catalogue(resources, paths.rules)
    name, program = who or current_user(), program_version()

    def now() -> str:
        return clock().astimezone().isoformat(timespec="seconds")

    words = passphrase or os.environ.get("ZGC_PASSPHRASE", "")
    store = workspace.connect(paths, who=name, now=now, program=program, passphrase=words)
    return AppContext(paths, store, catalogue, resources, name, clock, program, (warning,) if warning else ())


def asks_passphrase(problem: Exception) -> bool:
    """Whether a workspace did not open because its passphrase, or the database's, was not given or is another."""
    return isinstance(problem, PassphraseNeeded | NotLetIn)
