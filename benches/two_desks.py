"""Proof: many desks write one workspace on a server at once and are killed at random moments; nothing half, nothing lost.

``nice python benches/two_desks.py postgresql+psycopg://… [kills] [desks]`` works in an empty database and prints what it
found. Each desk is a process of its own that gives random commands without a pause and says on its standard output what was
committed. One after another they are killed (``kill -9``) at random moments and started anew. In the end the journal must be
one whole chain that holds every acknowledged command once and every table equal to its replay; a number that every desk reads
and writes back one higher must have lost no step, also where a desk forgets to take its turn before it reads.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import IO

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import db.tables as t
from db.journal import reads
from db.queries.settings import setting
from db.turns import Overtaken
from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.journal import taken_back
from zgc_desktop.paths import address_of
from zgc_desktop.services import audit, move_case, undo, watch_list
from zgc_desktop.services.context import AppContext, one_command

ROOT = Path(__file__).resolve().parent.parent
COUNTER = "两台电脑"
CODES = tuple(f"9111010{n}MA01TJ3Y5P" for n in range(5))


@dataclass
class Outcome:
    """What came of it: commands acknowledged by kind, kills, refusals, and everything that was wrong (empty = nothing)."""

    acknowledged: dict[str, int] = field(default_factory=dict)
    kills: int = 0
    overtaken: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)


def opened(url: str, who: str) -> AppContext:
    """The workspace, as one desk has it."""
    return bootstrap.open_workspace(address_of(url), who=who, clock=lambda: datetime(2026, 11, 6, 9, 0))


def prepare(url: str) -> None:
    """Five companies every desk works on."""
    ctx = opened(url, "准备")
    with ctx.store.write("试", "准备", ctx.now()) as unit:
        for n, code in enumerate(CODES):
            unit.insert(t.CompanyRow, {"credit_code": code, "name": f"企业{n}", "first_month": 202606})
        unit.say("准备")
    ctx.close()


# ---- one desk ---------------------------------------------------------------------------------------------------------


def count_forgetting(ctx: AppContext) -> int:
    """Read a number, and write it back one higher: without a turn between the two the store itself has to notice."""
    with ctx.store.read() as connection:
        number = int(setting(connection, COUNTER) or 0)
    with ctx.store.write("试", ctx.who, ctx.now()) as unit:
        if not unit.update(t.SettingRow, {"key": COUNTER}, {"value": str(number + 1)}):
            unit.insert(t.SettingRow, {"key": COUNTER, "value": str(number + 1)})
        unit.say("数一")
    assert unit.summary is not None
    return unit.summary.journal_seq


count = one_command("settings")(count_forgetting)


def act(ctx: AppContext, kind: str, chance: Random) -> int:
    """One command; returns its entry's number."""
    match kind:
        case "count":
            return count(ctx)
        case "forgetting":
            return count_forgetting(ctx)
        case "watch":
            return watch_list.watch(ctx, chance.sample(range(1, 6), 2), ctx.who).journal_seq
        case "unwatch":
            return watch_list.unwatch(ctx, chance.sample(range(1, 6), 2)).journal_seq
        case "case":
            move_case.open_case(ctx, chance.choice(CODES), "海淀园", chance.choice(("昌平园", "丰台园")))
            return 0  # which entry it was is not told
    return undo.undo(ctx).journal_seq


def be_a_desk(url: str, who: str, seed: int) -> None:
    """Give commands until killed, saying each that was committed."""
    ctx, chance = opened(url, who), Random(seed)
    while True:
        kind = chance.choice(("count", "count", "forgetting", "watch", "unwatch", "case", "undo"))
        try:
            said = {"kind": kind, "seq": act(ctx, kind, chance)}
        except Overtaken:
            said = {"overtaken": kind}
        except Refused:
            said = {"refused": kind}
        print(json.dumps(said), flush=True)


# ---- all of them ------------------------------------------------------------------------------------------------------


def disturb(url: str, folder: Path, kills: int, desks: int = 2, seed: int = 0, at_most_s: float = 1.5) -> Outcome:
    """Let desks work on a prepared workspace, kill so many of them at random moments, and look at what is left."""
    chance, outcome = Random(seed), Outcome()
    logs = [folder / f"{n}.jsonl" for n in range(desks)]
    files = [log.open("ab") for log in logs]
    running = [_start(url, n, chance.randrange(10**9), file) for n, file in enumerate(files)]
    for _ in range(kills):
        n = chance.randrange(desks)
        _wait_until_it_writes(running[n], logs[n])
        time.sleep(chance.uniform(0, at_most_s))
        running[n].kill()
        running[n].wait(60)
        outcome.kills += 1
        running[n] = _start(url, n, chance.randrange(10**9), files[n])
    for n, child in enumerate(running):
        _wait_until_it_writes(child, logs[n])
    for child in running:
        child.kill()
        child.wait(60)
    for file in files:
        file.close()
    _judge(opened(url, "检查"), logs, outcome)
    return outcome


def _start(url: str, n: int, seed: int, log: IO[bytes]) -> subprocess.Popen[bytes]:
    log.write(b"\n")  # the last line may have been cut off in the middle
    log.flush()
    env = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONIOENCODING="utf-8")
    words = [sys.executable, __file__, "--desk", url, f"第{n + 1}桌", str(seed)]
    with Path(log.name).with_suffix(".err").open("ab") as said:
        child = subprocess.Popen(words, stdout=log, stderr=said, cwd=ROOT, env=env)
    child.log_at = log.tell()  # type: ignore[attr-defined]  # where what it says begins
    return child


def _wait_until_it_writes(child: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 120
    while log.stat().st_size <= child.log_at:  # type: ignore[attr-defined]
        if child.poll() is not None or time.monotonic() > until:
            child.kill()
            said = log.with_suffix(".err").read_text(encoding="utf-8", errors="replace")
            raise RuntimeError(f"a desk ended by itself: {said[-2000:]}")
        time.sleep(0.02)


def _judge(ctx: AppContext, logs: list[Path], outcome: Outcome) -> None:
    outcome.wrong += ctx.store.problems()
    outcome.wrong += [finding.sentence for finding in audit.verify(ctx).findings]
    with ctx.store.read() as connection:
        entries = reads.entries(connection)
        counted = int(setting(connection, COUNTER) or 0)
    by_seq, gone = {e.seq: e for e in entries}, taken_back(entries)
    if (standing := sum(e.sentence == "数一" and e.seq not in gone for e in entries)) != counted:
        outcome.wrong.append(f"a step of the number was lost: {standing} entries hold, it reads {counted}")
    told: set[int] = set()
    for n, log in enumerate(logs):
        for line in log.read_text(encoding="utf-8").splitlines():
            said = _read(line)
            outcome.overtaken += "overtaken" in said
            outcome.refused += "refused" in said
            if "kind" not in said:
                continue
            outcome.acknowledged[said["kind"]] = outcome.acknowledged.get(said["kind"], 0) + 1
            if not (seq := said["seq"]):
                continue
            if seq in told or seq not in by_seq or by_seq[seq].who != f"第{n + 1}桌":
                outcome.wrong.append(f"entry {seq} of desk {n + 1} was acknowledged and is not there, or twice")
            told.add(seq)
    acknowledged = sum(outcome.acknowledged.values()) + 1  # the first entry made the companies
    if not acknowledged <= len(entries) <= acknowledged + outcome.kills + len(logs):
        outcome.wrong.append(f"{len(entries)} entries, {acknowledged} of them acknowledged, {outcome.kills} kills")
    if ctx.store.writing_now() is not None:
        outcome.wrong.append("a killed desk still has the turn")
    ctx.close()


def _read(line: str) -> dict[str, object]:
    try:
        return dict(json.loads(line)) if line.strip() else {}
    except ValueError:
        return {}


def main(words: list[str]) -> None:
    """The command line; see the top."""
    if words[0] == "--desk":
        be_a_desk(words[1], words[2], int(words[3]))
        return
    import tempfile

    kills, desks = (int(w) for w in (*words[1:], *("100", "3")[len(words) - 1 :]))
    prepare(words[0])
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        print(disturb(words[0], Path(folder), kills, desks, seed=int(began)), f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
