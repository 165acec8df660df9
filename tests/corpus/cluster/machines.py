"""A scheduler and workers as processes of their own, each in a network of its own where asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[3]
_PATIENCE = 60


class Machines:
    """Use in a `with`; `address` is that of the scheduler."""

    def __init__(self, folder: Path, workers: int, hosts: list[Host] | None = None) -> None:
        self._folder = folder
        self._hosts = hosts or [Host()] * (workers + 1)
        self._stack = ExitStack()
        self._file = folder / "scheduler.json"
        self.workers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        first, *others = self._hosts
        place = ["--host", first.address] if first.address else []
        self._start(first, ["scheduler", "--port", "0", "--no-dashboard", *place])
        self._wait(self._file.exists)
        for host in others:
            words = ["worker", "--nthreads", "1", "--no-nanny", "--no-dashboard"]
            place = ["--host", host.address] if host.address else []
            self.workers.append(self._start(host, [*words, *place]))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def address(self) -> str:
        """Where the scheduler listens."""
        import json

        return str(json.loads(self._file.read_text("utf-8"))["address"])

    def kill(self, worker: int) -> None:
        """End a worker as a machine ends whose plug is pulled."""
        self.workers[worker].send_signal(signal.SIGKILL)
        self.workers[worker].wait()

    def _start(self, host: Host, words: list[str]) -> subprocess.Popen[bytes]:
        kind, *rest = words
        command = [
            *host.inside, sys.executable, "-m", "dask", kind, *rest,
            "--scheduler-file", str(self._file),
        ]  # fmt: skip
        if kind == "worker":
            command += ["--local-directory", str(self._folder)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
        log = self._stack.enter_context((self._folder / f"{len(self.workers)}.log").open("ab"))
        process = subprocess.Popen(
            command, env=environment, cwd=self._folder, stdout=log, stderr=log
        )
        self._stack.callback(_end, process)
        return process

    def _wait(self, ready: Callable[[], bool]) -> None:
        until = time.monotonic() + _PATIENCE
        while not ready():
            assert time.monotonic() < until, "the scheduler did not start"
            time.sleep(0.05)


class Host:
    """Where a process runs: here."""

    inside: tuple[str, ...] = ()
    address = ""


class Namespace(Host):
    """A network namespace with an address on a bridge that joins it with the others."""

    def __init__(self, stack: ExitStack, bridge: str, number: int) -> None:
        """Raises CalledProcessError or OSError where that is not allowed."""
        name, outer = f"{bridge}-{number}", f"{bridge}v{number}"
        self.address = f"10.197.83.{number + 10}"
        self.inside = ("ip", "netns", "exec", name)
        _ip("netns", "add", name)
        stack.callback(_ip, "netns", "del", name)
        _ip("link", "add", outer, "type", "veth", "peer", "name", "eth0", "netns", name)
        _ip("link", "set", outer, "master", bridge, "up")
        _ip("-n", name, "addr", "add", f"{self.address}/24", "dev", "eth0")
        _ip("-n", name, "link", "set", "eth0", "up")
        _ip("-n", name, "link", "set", "lo", "up")


def network(stack: ExitStack, count: int) -> list[Host]:
    """`count` namespaces that reach each other and are reached from here, until `stack` ends.

    Raises CalledProcessError or OSError where this process may not make them.
    """
    bridge = f"dl{os.getpid() % 100_000}"
    _ip("link", "add", bridge, "type", "bridge")
    stack.callback(_ip, "link", "del", bridge)
    _ip("addr", "add", "10.197.83.1/24", "dev", bridge)
    _ip("link", "set", bridge, "up")
    return [Namespace(stack, bridge, number) for number in range(count)]


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
