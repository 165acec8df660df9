"""What a search found, made ready to be drawn: nothing is read from the corpus while drawing.

Everything here runs in threads; the engine is imported there too, for it is slow to load.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.model import Article, ArticleId, Corpus, Span
from tui.marked import Range

if TYPE_CHECKING:
    from corpus.search import Searcher
    from corpus.search.searcher import Hit
    from tui.seeking import Seeker

PAGE = 1_000
"""Articles that are fetched at once."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article as it is listed: its title and its best lines, both with what is marked in them.

    `first` is the first match of these lines, None where only the title matches.
    """

    title: str
    title_marks: tuple[Range, ...]
    published: str
    publisher: str
    words: str
    marks: tuple[Range, ...]
    first: Span | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for `words`: `total` articles, of which `hits` have been fetched.

    `ready` are the first of them, to be drawn at once; `remarks` say what was meant and what could
    not be; `asked` is False where nothing is asked yet.
    """

    words: str
    total: int = 0
    hits: tuple[Hit, ...] = ()
    ready: tuple[Found, ...] = ()
    remarks: tuple[str, ...] = ()
    asked: bool = False
    damaged: bool = False


def answer(searcher: Searcher, corpus: Corpus, words: str, rows: int, width: int) -> Answer:
    """What is found for `words` while they are typed, the first `rows` articles made ready.

    `width` is how many characters of an article can be shown.
    """
    from corpus.search.shelf import DamagedError

    found = searcher.search(words, PAGE, typing=True)
    try:
        ready = tuple(make(hit, corpus, width) for hit in found.hits[:rows])
    except DamagedError:
        return Answer(words, remarks=("The index is damaged and is made anew.",), damaged=True)
    meant = tuple(
        f"{one.field}: taken for {_listed(one.names)}"
        for one in found.meant
        if one.names and one.names[0].casefold() != one.value.casefold()
    )
    damaged = not found.hits and any("damaged" in remark for remark in found.remarks)
    return Answer(
        words, found.total, found.hits, ready, (*found.remarks, *meant), found.asked, damaged
    )


def more(searcher: Searcher, words: str, offset: int) -> tuple[Hit, ...]:
    """The articles from `offset` on."""
    return searcher.search(words, PAGE, offset, typing=True).hits


def make(hit: Hit, corpus: Corpus, width: int) -> Found:
    """An article made ready. Raises DamagedError where the index turns out to be damaged."""
    from corpus.search.snippets import snippets

    article = corpus.by_id.get(hit.article)
    if article is None:
        return Found("No longer there", (), "", "", "", (), None)
    text = article.text
    best = next(iter(snippets(text, hit.marks, width, 1)), None)
    span = best.span if best is not None else Span(0, 0)
    marks = best.marks if best is not None else ()
    before = "… " if span.start and text[span.start - 1] != "\n" else ""
    after = " …" if span.end < len(text) and text[span.end] != "\n" else ""
    shift = len(before) - span.start
    return Found(
        article.title.value,
        tuple((one.start, one.end) for one in hit.title),
        article.published.value if article.published else "",
        article.publisher.value if article.publisher else "",
        before + span.of(text) + after,
        tuple((one.start + shift, one.end + shift) for one in marks),
        marks[0] if marks else None,
    )


def made(hit: Hit, corpus: Corpus, width: int) -> Found:
    """As `make`, but an article that the index cannot show is shown without words."""
    from corpus.search.shelf import DamagedError

    try:
        return make(hit, corpus, width)
    except DamagedError:
        return Found("The index is damaged", (), "", "", "", (), None)


@dataclass(frozen=True, slots=True)
class Step:
    """Where stepping from match to match leads: `wrapped` beyond the end of all articles.

    `marks` are all matches of that article; it is the one `at` (from 1) of `articles` found.
    """

    article: ArticleId
    span: Span
    wrapped: bool
    marks: tuple[Span, ...]
    at: int
    articles: int


def step(
    searcher: Searcher, words: str, here: ArticleId | None, at: int, count: int
) -> Step | None:
    """The match `count` (below 0: before) matches from character `at` of `here`; None for none."""
    wrapped = False
    found: tuple[ArticleId, Span] | None = None
    for _ in range(abs(count)):
        following = searcher.step(words, here, at, back=count < 0, wrap=False)
        if following is None:
            wrapped = True
            following = searcher.step(words, None, 0, back=count < 0)
        if following is None:
            return None
        found = following
        here, at = found[0], found[1].start
    if found is None:
        return None
    articles = searcher.found(words)
    place = articles.index(found[0]) + 1 if found[0] in articles else 0
    marks = searcher.matches(found[0], words)
    return Step(found[0], found[1], wrapped, marks, place, len(articles))


def matches(seeker: Seeker, words: str, article: Article) -> Sequence[Span]:
    """What of `words` stands in an article, none where the index is not there."""
    searcher = seeker.searcher
    with seeker.turn:
        return searcher.matches(article.id, words) if searcher is not None else ()


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown
