"""What is new between two states of a folder: articles that came, changed or went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.model import ArticleId, Corpus


@dataclass(frozen=True, slots=True)
class News:
    """How many articles came, changed and went; `moved` leads from the old id of each changed one
    to its new id."""

    new: int = 0
    changed: int = 0
    gone: int = 0
    moved: Mapping[ArticleId, ArticleId] = field(default_factory=dict)

    def after(self, earlier: News) -> News:
        """Both together, this one coming later."""
        if not str(earlier):
            return self
        moved = {old: self.moved.get(id_, id_) for old, id_ in earlier.moved.items()}
        return News(
            earlier.new + self.new,
            earlier.changed + self.changed,
            earlier.gone + self.gone,
            {**self.moved, **moved},
        )

    def __str__(self) -> str:
        counts = ((self.new, "new"), (self.changed, "changed"), (self.gone, "gone"))
        return ", ".join(f"{count:,} {word}" for count, word in counts if count)


def compare(before: Corpus, now: Corpus) -> News:
    """What is new in `now`: ids are those of contents, so only what differs is looked at."""
    old, fresh = list(before.by_id), list(now.by_id)
    stay = {*old} & {*fresh}
    left = _paths(before, [id_ for id_ in old if id_ not in stay])
    came = _paths(now, [id_ for id_ in fresh if id_ not in stay])
    moved = {id_: came[path] for path, id_ in left.items() if path in came}
    return News(
        len(fresh) - len(stay) - len(moved), len(moved), len(old) - len(stay) - len(moved), moved
    )


def _paths(corpus: Corpus, ids: list[ArticleId]) -> dict[str, ArticleId]:
    """The path of each of `ids`, and the id."""
    places = sorted(at for id_ in ids if (at := corpus.position(id_)) is not None)
    headings = corpus.headings
    return {headings[at].path: headings[at].id for at in places}
