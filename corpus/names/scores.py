"""What speaks for each kind of name, in numbers."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Scores:
    """What speaks for each kind; `thing` is a name of something that is none of the three."""

    person: float = 0.0
    place: float = 0.0
    organisation: float = 0.0
    thing: float = 0.0
    why: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, weight: float, why: str = "") -> None:
        """Adds `weight` to `kind`; the heaviest reason is kept as its basis."""
        setattr(self, kind, getattr(self, kind) + weight)
        if why and weight >= 1 and kind not in self.why:
            self.why[kind] = why

    def best(self) -> tuple[str, float, float]:
        """The leading kind, its score and its lead over the next."""
        ranked = sorted(
            (
                (self.person, "person"),
                (self.place, "place"),
                (self.organisation, "organisation"),
                (self.thing, "thing"),
            ),
            reverse=True,
        )
        return ranked[0][1], ranked[0][0], ranked[0][0] - ranked[1][0]
