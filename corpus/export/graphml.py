"""Who is named with whom, as GraphML."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.export.company import edges, nodes
from corpus.export.setting import Setting
from corpus.export.xml import attribute, text
from corpus.model import Corpus

_KEYS = (
    ("name", "node", "string"), ("kind", "node", "string"), ("mentions", "node", "int"),
    ("articles", "node", "int"), ("weight", "edge", "double"), ("sources", "edge", "string"),
)  # fmt: skip


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """A node for each person and organisation; an edge weighs as many as sentences name both."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    if setting.left_out:
        yield f"<desc>{text(setting.left_out.sentence)}</desc>\n"
    for name, where, kind in _KEYS:
        yield f'<key id="{name}" for="{where}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph edgedefault="undirected">\n'
    for one in nodes(corpus):
        articles = len({seen.article for seen in one.sightings})
        yield f"<node id={attribute(one.id)}>"
        for name, value in (("name", one.name), ("kind", one.kind.value),
                            ("mentions", len(one.sightings)), ("articles", articles)):  # fmt: skip
            yield f'<data key="{name}">{text(value)}</data>'
        yield "</node>\n"
    for edge in edges(corpus):
        paths = " | ".join(corpus.by_id[one].path for one in edge.articles)
        yield f"<edge source={attribute(edge.one)} target={attribute(edge.other)}>"
        yield f'<data key="weight">{edge.sentences}</data>'
        yield f'<data key="sources">{text(paths)}</data></edge>\n'
    yield "</graph>\n</graphml>\n"
