"""Start: no arguments open the window, anything else is a command line."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the window or the command line, and exit with its code."""
    if sys.argv[1:2] == ["--reader-process"]:  # how an installed program starts its file reader: `intake.reader.FLAG`
        from zgc_desktop.intake import reader_process

        reader_process.main()
        raise SystemExit(0)
    if sys.argv[1:2] == ["--self-test"]:
        from zgc_desktop.ui import self_test

        raise SystemExit(self_test.main(sys.argv[2:]))
    if len(sys.argv) > 1:
        from zgc_desktop.cli.main import run

        raise SystemExit(run(sys.argv[1:]))
    from zgc_desktop.ui.start import open_window

    raise SystemExit(open_window())


if __name__ == "__main__":
    main()
