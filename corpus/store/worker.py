"""The child process of a build: numbers of stored articles in, what was found in them out.

Texts do not cross the pipe: the child reads them from the store, which only the parent writes.
"""

from __future__ import annotations

import base64
import json
import sys
from functools import cache
from pathlib import Path

from corpus.errors import DatelineError
from corpus.language.engines import TaggerLike, open_tagger
from corpus.store.file import open_to_read
from corpus.store.labour import Result, Task, work


def main() -> int:
    """Read the folder and the engine, then jobs until the input ends; a line for each result."""
    folder, engine = json.loads(sys.stdin.readline())
    connection = open_to_read(Path(folder))
    connection.execute("COMMIT")  # each job sees what the parent has stored by then

    @cache
    def tagger() -> TaggerLike:
        return open_tagger(engine)

    try:
        for line in sys.stdin:
            tasks = [Task(*task) for task in json.loads(line)]
            for result in work(connection, tagger, tasks):
                sys.stdout.write(encode(result))
            sys.stdout.flush()
    except DatelineError as error:
        print(json.dumps(str(error)), flush=True)
        return 1
    except (BrokenPipeError, KeyboardInterrupt):
        return 1
    return 0


def encode(result: Result) -> str:
    """A result as one line."""
    count, *blobs = result.found
    texts = [base64.b64encode(blob).decode("ascii") for blob in blobs]
    return json.dumps([result.article, result.id, count, texts, result.problem]) + "\n"
