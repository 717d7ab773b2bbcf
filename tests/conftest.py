"""What every test shares: no screen, no data of the user's own, and the sample folder where it is present."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# Before anything can import Qt. No Qt here: the domain tests also run where it is not installed.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from tests.postgres import CHOSEN, Server, running

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# The same examples on every run, however busy the machine; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.register_profile("explore", deadline=None, max_examples=1000, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On a run on PostgreSQL leave aside what is about a file of this machine, and what every run does on PostgreSQL."""
    if not CHOSEN:
        return
    for item in items:
        if item.get_closest_marker("file_only"):
            item.add_marker(pytest.mark.skip(reason="只与本机文件有关 / about a file of this machine only"))
        elif "postgres" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.skip(reason="第一遍已在服务器上运行 / on the server in the first run already"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the sample months and their truth; a checkout alone does not have it."""
    if not (SHARED / "samples").is_dir():
        pytest.skip("样例目录 ../shared 不在本机 / the sample folder ../shared is not on this machine")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the workspace of whoever runs it."""
    home = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, str(home))
        for name in ("ZGC_WORKSPACE", "ZGC_RESOURCES"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL of this run's own, started when the first test asks; skips with the reason where there is none."""
    with running() as server:
        yield server
