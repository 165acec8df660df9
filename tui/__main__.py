"""The front door: `dateline` and `python -m tui` both come in here.

Dateline is started inside folders that others filled, and Python would import a `json.py` lying
there in place of its own. So the current folder leaves the search path before anything but built-in
and frozen modules is imported. Child processes are started with `python -P` for the same reason.
"""

import os
import sys


def _forget_current_folder() -> None:
    """Take the current folder off the search path; a source checkout of Dateline goes last."""
    try:
        here = os.path.realpath(os.getcwd())  # noqa: PTH109
    except OSError:  # the folder was deleted meanwhile: nothing can be imported from it
        here = ""
    library = os.path.dirname(os.path.realpath(os.__file__))  # noqa: PTH120
    if not f"{here}{os.sep}".startswith(f"{library}{os.sep}"):
        sys.path[:] = [entry for entry in sys.path if entry and os.path.realpath(entry) != here]
    home = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120
    if here == home and home not in sys.path:
        sys.path.append(home)


_forget_current_folder()

import contextlib  # noqa: E402
import threading  # noqa: E402

from tui import cli  # noqa: E402


def main() -> int:
    """Answer the command line; returns the exit status unless threads are left over."""
    status = cli.main()
    if threading.active_count() > 1:
        _leave(status)
    return status


def _leave(status: int) -> None:
    """End at once: a thread that reads a pipe or computes while the interpreter is taken down
    would hold it up, or abort it."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
    os._exit(status)


if __name__ == "__main__":
    sys.exit(main())
