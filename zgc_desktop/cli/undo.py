"""Commands that take a step back or bring it back: ``zgc undo``, ``zgc redo``."""

from __future__ import annotations

from typing import Annotated

import typer

from zgc_desktop.cli.output import AsJson, Workspace, context, show

Seq = Annotated[int | None, typer.Argument(help="操作记录的序号；不写即自己的最近一步")]


def undo(
    seq: Seq = None,
    together: Annotated[bool, typer.Option("--together", help="连同以它为依据的后续操作一起撤销")] = False,
    reason: Annotated[str, typer.Option("--reason", help="理由")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """撤销一步操作；有后续操作以它为依据时逐条列出，不动数据。"""
    from zgc_desktop.services.undo import undo as service

    done = service(context(workspace), seq, together=together, reason=reason)
    show({"sentence": done.sentence, "journal": done.journal_seq}, as_json, lambda c: c.print(done.sentence))


def redo(seq: Seq = None, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """重做一步撤销了的操作。"""
    from zgc_desktop.services.undo import redo as service

    done = service(context(workspace), seq)
    show({"sentence": done.sentence, "journal": done.journal_seq}, as_json, lambda c: c.print(done.sentence))
