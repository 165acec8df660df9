"""The child process that finds names and facts: articles in, extracts out, one JSON line each.

It keeps the work off the process that draws the screen. Started as `python -P -m corpus.worker`.
"""

from __future__ import annotations

import json
import sys

from corpus import codec
from corpus.crew import END
from corpus.extract import extract_all
from corpus.language.engines import open_tagger
from corpus.model import Article


def main() -> int:
    """Reads the engine's name, then articles until the input ends."""
    engine = json.loads(sys.stdin.readline())
    tagger = open_tagger(engine)
    articles = (codec.decode(Article, json.loads(line)) for line in sys.stdin)
    try:
        for extract in extract_all(articles, tagger):
            sys.stdout.write(json.dumps(codec.encode(extract), ensure_ascii=True))
            sys.stdout.write("\n")
            sys.stdout.flush()
        sys.stdout.write(END)
        sys.stdout.flush()
    except (BrokenPipeError, KeyboardInterrupt):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
