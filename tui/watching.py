"""Files that change while Dateline is open: noticed by the system where it can tell, else by looks.

A thread waits; it tells that something changed, not what: only reading shows what that comes to.
"""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from corpus.reading.spool import is_kept
from corpus.store.stamp import look

_FIRST: Final = 1.0
"""Seconds after which watching begins: the start needs both cores."""
_STEP: Final = 500
"""Milliseconds of quiet that end a burst of changes."""
_BURST: Final = 5_000
"""Milliseconds after which a burst that does not end is told."""
_EARLIER: Final = 2_000_000_000
"""Nanoseconds that reading may have begun earlier than watching was asked for."""
_MANY: Final = 4_000
"""Changes in one burst from which on the system may have dropped some."""
_LOOK: Final = 15.0
"""Seconds between two looks where the system does not tell of changes, at least."""
_SHARE: Final = 200
"""A look may take one part in so many of the time."""
_LEFT_ALONE: Final = frozenset(["__pycache__", "node_modules"])
_REMOTE: Final = frozenset(
    "9p afs afpfs beegfs ceph cifs davfs fuse.glusterfs fuse.rclone fuse.s3fs fuse.sshfs glusterfs"
    " lustre ncpfs nfs nfs4 smb2 smb3 smbfs virtiofs vboxsf".split()
)
"""File systems on which others change files without the system here being told."""
_MOUNTS: Final = Path("/proc/self/mountinfo")
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
"""How blanks are written there."""


class Watch:
    """Watches `paths` from `start` to `stop`; `told` is called from a thread of its own."""

    def __init__(self, paths: Sequence[Path], told: Callable[[], object]) -> None:
        self._paths = [path for path in paths if not is_kept(path)]
        self._told = told
        self._over = threading.Event()
        self._since = time.time_ns() - _EARLIER

    def start(self) -> None:
        """Watch beside the screen, where there is anything to watch."""
        folders = [path for path in self._paths if path.is_dir()]
        files = [path for path in self._paths if not path.is_dir()]
        for paths, deep in ((folders, True), (files, False)):
            if paths:
                threading.Thread(
                    target=self._run, args=(paths, deep), name="watch", daemon=True
                ).start()

    def stop(self) -> None:
        """Watch no longer."""
        self._over.set()

    def _run(self, paths: list[Path], deep: bool) -> None:
        if self._over.wait(_FIRST):
            return
        if not any(map(is_remote, paths)):
            try:
                self._listen(paths, deep)
            except (OSError, RuntimeError, ImportError):
                pass  # out of watches, say: looking now and then will do
            else:
                return
        self._look(paths)

    def _listen(self, paths: list[Path], deep: bool) -> None:
        """Tell what the system tells; raises OSError or RuntimeError where it does not."""
        from watchfiles import watch

        # Of a file its folder is watched: editors put a new file in the place of the old one.
        watched = {os.path.realpath(path if deep else path.parent) for path in paths}
        wanted = {os.path.realpath(path) for path in paths}
        bursts = watch(
            *watched,
            watch_filter=lambda _, path: _counts(path, wanted, deep),
            debounce=_BURST,
            step=_STEP,
            rust_timeout=_BURST,
            yield_on_timeout=True,
            stop_event=self._over,
            force_polling=False,
            recursive=deep,
            ignore_permission_denied=True,
        )
        first = True
        for burst in bursts:
            if self._over.is_set():
                return
            # What changed before watching began has left a time behind.
            if burst or (first and look(paths)[1] > self._since):
                self._told()
            if len(burst) > _MANY and not self._over.wait(_BURST / 1000):
                self._told()
            first = False
            if not all(map(os.path.exists, watched)):
                raise FileNotFoundError  # it may come back, which nobody would tell

    def _look(self, paths: list[Path]) -> None:
        """Compare what lies there now and then with what lay there before."""
        seen, newest = look(paths)
        if newest > self._since:
            self._told()
        pause = _LOOK
        while not self._over.wait(pause):
            began = time.monotonic()
            now, _ = look(paths)
            pause = max(_LOOK, _SHARE * (time.monotonic() - began))
            if now != seen:
                seen = now
                self._told()


def _counts(path: str, wanted: set[str], deep: bool) -> bool:
    """Whether a change of `path` may change what is read."""
    if not deep:
        return path in wanted
    root = next((one for one in wanted if path.startswith(one + os.sep)), None)
    if root is None:
        return path in wanted
    inside = Path(path).relative_to(root).parts
    return not any(part.startswith(".") or part in _LEFT_ALONE for part in inside)


def is_remote(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether `path` lies on a file system that other machines may change too."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    real = os.path.realpath(path)
    best, kind = "", ""
    for line in lines:
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:
            continue
        point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4])
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, after.split()[0]
    return kind in _REMOTE
