"""The one place that wires a workspace: resources, catalogue, database, who and when -> AppContext."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.paths import WorkspacePaths, default_workspace, resources_dir
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import catalogue_of
from zgc_desktop.services.workspace import open_store

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
    """Who is at the desk: ZGC_USER, else the system's user name."""
    try:
        return os.environ.get("ZGC_USER") or getpass.getuser()
    except (KeyError, OSError):
        return "未署名"


def open_workspace(folder: Path | None = None, *, who: str = "", clock: Callable[[], datetime] = datetime.now) -> AppContext:
    """Open the workspace in ``folder`` (the platform's data folder when None), creating or upgrading it."""
    resources = resources_dir()
    paths = WorkspacePaths((folder or default_workspace()).expanduser().absolute())
    catalogue = load_catalogue(resources, paths.rules)
    store = open_store(paths)
    return AppContext(paths, store, catalogue, resources, who or current_user(), clock, program_version())
