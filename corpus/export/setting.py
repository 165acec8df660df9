"""What can be chosen about an export."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import EntityId


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much an export leaves out: people, names blacked out, facts about them. Never who."""

    people: int = 0
    names: int = 0
    facts: int = 0

    def __bool__(self) -> bool:
        return bool(self.people)

    @property
    def sentence(self) -> str:
        """The record in an export, "" where nothing was left out."""
        if not self:
            return ""
        people = "1 person is" if self.people == 1 else f"{self.people:,} people are"
        return (
            f"{people} left out of this export: names blacked out {self.names:,}, "
            f"facts left out {self.facts:,}."
        )


@dataclass(frozen=True, slots=True)
class Setting:
    """`table` chooses one of those that CSV has; `about` narrows to one entity where that fits.

    `guard` puts a quotation mark before cells that a spreadsheet would take for a formula.
    """

    table: str = "facts"
    about: EntityId | None = None
    guard: bool = True
    left_out: LeftOut = LeftOut()
    title: str = "Dateline"
