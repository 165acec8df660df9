"""`dateline facts`: what is stated, by kind, person, speaker and certainty."""

from __future__ import annotations

import argparse
from typing import Final

from corpus.model import Corpus, Fact
from tui.commandline import output
from tui.commandline.choosing import CHOOSING, chosen
from tui.commandline.opening import ended, open_asked
from tui.commandline.spec import JSON, LIMIT, OVERLAID, PATHS, READING, TABLE, Command
from tui.commandline.tables import Column

COMMAND: Final = Command(
    "facts",
    "list what is stated, by kind, person, speaker and certainty",
    "Lists facts in the order of the articles, each with its date and with where it is stated.",
    (PATHS,),
    (*CHOOSING, LIMIT, JSON, TABLE, *OVERLAID, *READING),
    "All options that are given have to hold; of one that is repeated, one value has to.",
)
_COLUMNS: Final = (
    Column("kind", 11),
    Column("date", 10),
    Column("what", share=5),
    Column("where", share=2),
)


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    from tui.commandline.telling import told

    output.ready(asked)
    opened = open_asked(asked)
    corpus = opened.corpus
    found = output.some(chosen(corpus, asked), asked.limit) if corpus.articles else iter(())
    if asked.json:
        output.objects(told(corpus, fact) for fact in found)
    else:
        output.rows(asked, _COLUMNS, (_row(corpus, fact) for fact in found))
    return ended(opened)


def _row(corpus: Corpus, fact: Fact) -> tuple[str, ...]:
    from tui.commandline.telling import says, where
    from tui.wording import when_line

    return (fact.kind, when_line(fact.when), says(fact), where(corpus, fact))
