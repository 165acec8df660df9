"""Who is named with whom, as GEXF 1.3 for Gephi."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.export.company import edges, nodes
from corpus.export.setting import Setting
from corpus.export.xml import attribute, text
from corpus.model import Corpus


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """A node for each person and organisation; an edge weighs as many as sentences name both."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield "<meta><creator>Dateline</creator>"
    yield f"<description>{text(setting.left_out.sentence)}</description></meta>\n"
    yield '<graph defaultedgetype="undirected">\n<attributes class="node">\n'
    for name, kind in (("kind", "string"), ("mentions", "integer"), ("articles", "integer")):
        yield f'<attribute id="{name}" title="{name}" type="{kind}"/>\n'
    yield '</attributes>\n<attributes class="edge">\n'
    yield '<attribute id="sources" title="sources" type="string"/>\n</attributes>\n<nodes>\n'
    for one in nodes(corpus):
        articles = len({seen.article for seen in one.sightings})
        yield f"<node id={attribute(one.id)} label={attribute(one.name)}><attvalues>"
        for name, value in (("kind", one.kind.value), ("mentions", len(one.sightings)),
                            ("articles", articles)):  # fmt: skip
            yield f'<attvalue for="{name}" value={attribute(value)}/>'
        yield "</attvalues></node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(edges(corpus)):
        paths = " | ".join(corpus.by_id[one].path for one in edge.articles)
        yield (
            f'<edge id="{number}" source={attribute(edge.one)} target={attribute(edge.other)} '
            f'weight="{edge.sentences}"><attvalues>'
            f'<attvalue for="sources" value={attribute(paths)}/></attvalues></edge>\n'
        )
    yield "</edges>\n</graph>\n</gexf>\n"
