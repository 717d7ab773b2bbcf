"""The address of a workspace on a server: a database that many desks share, written, read and shown without its password."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from zgc_desktop.domain.errors import Refused

SCHEME: Final = "postgresql+psycopg"
EXAMPLE: Final = f"{SCHEME}://用户@服务器:5432/数据库"
PORT: Final = 5432
_SCHEMES: Final = (SCHEME, "postgresql", "postgres")
_LIKE_ADDRESS: Final = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+://")
_SECRET: Final = "password"
_OPTIONS: Final = frozenset({"host", "port", "sslmode", "sslrootcert", "connect_timeout", "service", "application_name"})
"""What libpq may be told beside the name of the database; anything else in an address is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A database on a PostgreSQL server. The password is never part of what is compared, shown or kept."""

    database: str
    host: str = ""
    """A name, a number, or a folder with a local socket; empty = this machine, as libpq finds it."""
    port: int = PORT
    user: str = ""
    options: tuple[tuple[str, str], ...] = ()
    password: str = field(default="", repr=False, compare=False)

    @property
    def url(self) -> str:
        """The address as it is shown, kept in preferences and typed again: without the password."""
        return self._url("")

    @property
    def full_url(self) -> str:
        """The address with its password, for the driver only."""
        return self._url(self.password)

    @property
    def name(self) -> str:
        """The database and its server in short: ``zgc@server``."""
        return f"{self.database}@{self.host or 'localhost'}"

    @property
    def folder_name(self) -> str:
        """A name for this machine's own folder of the workspace: readable, and taken by every file system."""
        words = "-".join(w for w in (self.host.strip("/") or "localhost", str(self.port), self.database) if w)
        return re.sub(r"[^\w.-]+", "_", words).strip("._")

    def __str__(self) -> str:
        return self.url

    def _url(self, password: str) -> str:
        who = quote(self.user, safe="") + (f":{quote(password, safe='')}" if password else "")
        options = dict(self.options)
        if self.host.startswith("/"):  # a socket's folder cannot stand where a host stands
            options = {"host": self.host} | options
            place = f":{self.port}" if self.port != PORT else ""
        else:
            host = f"[{self.host}]" if ":" in self.host else self.host
            place = f"{host}:{self.port}" if host else ""
        told = f"?{urlencode(options, safe='/')}" if options else ""
        return f"{SCHEME}://{who}{'@' if who else ''}{place}/{quote(self.database, safe='')}{told}"


def server_address(text: str) -> ServerAddress | None:
    """The database a text ``postgresql+psycopg://…`` names; None for a folder's name. Refused for an address that is none."""
    text = text.strip()
    if not text:
        raise Refused("没有写明工作区", advice=f"应写一个文件夹，或 {EXAMPLE}")
    if not _LIKE_ADDRESS.match(text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise _no_address(text, "端口应是 1 到 65535 的数") from None
    if parts.scheme not in _SCHEMES:
        raise _no_address(text, f"不认识“{parts.scheme}”")
    told = parse_qsl(parts.query, keep_blank_values=True)
    if wrong := sorted({name for name, _ in told} - _OPTIONS):
        raise _no_address(text, f"不认识“{'、'.join(wrong)}”")
    options = {name: value for name, value in told if name not in ("host", "port")}
    named = dict(told)
    database = unquote(parts.path.lstrip("/"))
    if not database or "/" in database:
        raise _no_address(text, "没有写明数据库")
    host = unquote(parts.hostname or "") or named.get("host", "")
    if port is None and (said := named.get("port", "")):
        if not said.isdecimal():
            raise _no_address(text, "端口应是 1 到 65535 的数")
        port = int(said)
    return ServerAddress(
        database,
        host,
        PORT if port is None else port,
        unquote(parts.username or ""),
        tuple(sorted(options.items())),
        unquote(parts.password or ""),
    )


def _no_address(text: str, why: str) -> Refused:
    shown = re.sub(r"(://[^:/@]*):[^@/]*@", r"\1:…@", text)
    return Refused("工作区地址不对", where=shown, why=why, advice=f"应写成 {EXAMPLE}，或写一个文件夹")
