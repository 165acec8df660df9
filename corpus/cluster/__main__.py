"""`python -m corpus.cluster SCHEDULER PATH ...`: a build on a cluster, without a screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from platformdirs import user_cache_path

from corpus import store
from corpus.cluster import build
from corpus.errors import DatelineError
from corpus.store.file import local


def main() -> int:
    """As the command line asks; the status is 1 where nothing could be built."""
    parser = argparse.ArgumentParser(prog="python -m corpus.cluster", description=__doc__)
    parser.add_argument("scheduler", help="the address of the scheduler, tcp://HOST:8786")
    parser.add_argument("paths", nargs="+", help="folders, files or addresses that fsspec opens")
    parser.add_argument("--engine", default="small")
    parser.add_argument("--cache", type=Path, default=user_cache_path("dateline"))
    asked = parser.parse_args()
    try:
        build(asked.scheduler, asked.paths, asked.cache, asked.engine)
    except DatelineError as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    made = store.open(local(asked.paths), asked.cache)
    if made is None:
        return 1
    print(f"{len(made.corpus.articles)} articles, {len(made.corpus.skipped)} skipped")
    for one in made.corpus.skipped:
        print(f"{one.path}: {one.reason}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
