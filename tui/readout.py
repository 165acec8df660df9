"""The child process that reads: paths in, one JSON line out for every article and skipped file.

It imports as little as it can, for the first frame may be waiting for it. See `tui/ahead.py`.
"""

from __future__ import annotations

import gc
import json
import os
import sys

ARTICLE, SKIPPED, END = "article", "skipped", "end"


def main() -> int:
    """Read the paths that standard input names as a JSON list, the bundled corpus for none."""
    gc.disable()  # short imports and short work: collecting would find nothing
    from corpus import codec
    from corpus.model import Article
    from corpus.reading import bundled, load
    from corpus.reading.guard.limits import Limits

    gc.enable()
    paths, bounds = json.loads(sys.stdin.read())
    try:
        for item in load(paths or [bundled()], Limits(*bounds)):
            kind = ARTICLE if isinstance(item, Article) else SKIPPED
            print(json.dumps([kind, codec.encode(item)]))
            # A pipe holds the lines of a few articles; a reader should see them as they come.
            sys.stdout.flush()
        print(json.dumps([END, None]), flush=True)
    except BrokenPipeError:
        # Nobody takes the articles any more: end without the complaint at shutdown.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    return 0
