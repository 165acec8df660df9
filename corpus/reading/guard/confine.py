"""Takes from the process whatever the parsing of a file does not need. Never undone."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import math
import os
import resource
import signal
import sys
from typing import Any, Final

from corpus.reading.guard.limits import Limits

_NEW_USER: Final = 0x10000000
_NEW_NET: Final = 0x40000000
_DIE_WITH_PARENT: Final = 1
_NO_NEW_PRIVILEGES: Final = 38
_FORBIDDEN: Final = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system",
    "os.kill", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink",
    "os.truncate", "os.chmod", "os.chown", "os.putenv", "ftplib.", "http.", "imaplib.", "poplib.",
    "smtplib.", "urllib.", "webbrowser.", "pty.", "shutil.", "tempfile.", "sqlite3.",
    "pickle.find_class",
)  # fmt: skip
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(limits: Limits, parent: int) -> None:
    """Bind this process: no network, no files to write, no programs, so much memory.

    `parent` is the process to die with. Where the system does not offer a means the others hold.
    """
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_DIE_WITH_PARENT, int(signal.SIGKILL), 0, 0, 0)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        libc.unshare(_NEW_USER | _NEW_NET)
    if os.getppid() != parent:
        sys.exit(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name, value in (
        ("RLIMIT_AS", limits.memory),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_NOFILE", 64),
        ("RLIMIT_NPROC", 0),
    ):
        _lower(name, value)
    sys.addaudithook(_watch)


def rearm(seconds: int) -> None:
    """Let this process end by itself unless it is called again within `seconds`."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = math.ceil(usage.ru_utime + usage.ru_stime)
    with contextlib.suppress(OSError, ValueError):
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (used + seconds + 1, hard))
    signal.setitimer(signal.ITIMER_REAL, seconds + 2 if seconds else 0)


def _lower(name: str, value: int) -> None:
    number = getattr(resource, name, None)
    if number is None:
        return
    with contextlib.suppress(OSError, ValueError):
        hard = resource.getrlimit(number)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(number, (value, value))


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        flags = arguments[2] if len(arguments) > 2 else 0
        if isinstance(flags, int) and flags & _WRITING:
            raise PermissionError(errno.EPERM, "no file may be written")
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(errno.EPERM, f"{event} is not allowed")
