"""A stored corpus that is damaged, foreign or of another version is noticed and made anew."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import jsonlines, store
from corpus.build import load
from corpus.model import Corpus
from corpus.store import file
from corpus.store.building import build
from corpus.store.seal import pack, pack_numbers, seal, unpack, unpack_numbers, unseal

TOP = Path(__file__).resolve().parents[3]
TEXT = "Ri Il-kyu left Havana\n\nRi Il-kyu left Havana in 2023. Ri went to Seoul, he said.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A folder, a cache and the file in it."""
    top = tmp_path_factory.mktemp("built")
    folder, cache = top / "reports", top / "cache"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\n{TEXT}", encoding="utf-8")
    build([folder], cache)
    return folder, cache, file.path_in(file.place([folder], cache))


@pytest.fixture
def copy(built: tuple[Path, Path, Path], tmp_path: Path) -> tuple[Path, Path, Path]:
    folder, cache, path = built
    shutil.copytree(cache, tmp_path / "cache")
    return folder, tmp_path / "cache", tmp_path / "cache" / path.relative_to(cache)


def said(corpus: Corpus) -> list[str]:
    return list(jsonlines.lines(corpus))


def read_through(folder: Path, cache: Path) -> list[str] | None:
    """All that a reader gets, None where damage is noticed."""
    try:
        found = store.open([folder], cache)
        return None if found is None else said(found.corpus)
    except store.DamagedError:
        return None


def assert_made_anew(folder: Path, cache: Path) -> tuple[str, ...]:
    """A build makes it sound again; returns what it tells."""
    outcome = build([folder], cache)
    assert read_through(folder, cache) == said(load([folder]))
    return outcome.notices


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def replace(path: Path) -> None:
    path.write_text("This is a shopping list.\n" * 1000, "utf-8")


def foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    connection.commit()
    connection.close()


def pragma(what: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.execute(what)
        connection.commit()
        connection.close()

    return change


newer = pragma(f"PRAGMA user_version = {file.SCHEMA + 1}")
older = pragma(f"PRAGMA user_version = {file.SCHEMA - 1}")
other_fields = pragma("UPDATE meta SET value = 'other' WHERE name = 'shape'")


@pytest.mark.parametrize(
    ("harm", "word"),
    [(truncate, "damaged"), (replace, "damaged"), (foreign, "not a file of Dateline"),
     (newer, "newer version"), (older, "older version"), (other_fields, "another version")],
)  # fmt: skip
def test_harm_to_the_file_is_named_and_made_good(
    copy: tuple[Path, Path, Path], harm: Callable[[Path], None], word: str
) -> None:
    folder, cache, path = copy
    harm(path)
    assert read_through(folder, cache) is None
    notices = assert_made_anew(folder, cache)
    assert any(word in notice for notice in notices)


def test_an_empty_file_is_filled(copy: tuple[Path, Path, Path]) -> None:
    folder, cache, path = copy
    empty(path)
    assert read_through(folder, cache) is None
    assert_made_anew(folder, cache)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_flipped_bit_is_noticed_or_does_no_harm(
    built: tuple[Path, Path, Path], data: st.DataObject
) -> None:
    folder, cache, path = built
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    elsewhere = cache.parent / "flipped"
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(cache, elsewhere)
    broken = bytearray(whole)
    broken[at] ^= 1 << bit
    (elsewhere / path.relative_to(cache)).write_bytes(bytes(broken))
    got = read_through(folder, elsewhere)
    assert got is None or got == said(load([folder]))


def test_damage_is_told_once_and_passed_over_where_somebody_listens(
    copy: tuple[Path, Path, Path],
) -> None:
    folder, cache, path = copy
    connection = sqlite3.connect(path)
    for table, column in (("article", "body"), ("extract", "named"), ("entity", "head")):
        connection.execute(f"UPDATE {table} SET {column} = x'00112233445566'")
    connection.commit()
    connection.close()
    found = store.open([folder], cache)
    assert found is not None
    told: list[str] = []
    found.on_damage(told.append)
    assert len(said(found.corpus)) > 12
    assert "damaged" in found.corpus.articles[0].remarks[0]
    assert len(told) == 1
    assert build([folder], cache, distrust=told[0]).notices
    assert read_through(folder, cache) == said(load([folder]))


def test_damage_in_a_row_that_nobody_listens_for_is_gone_with_the_next_run(
    copy: tuple[Path, Path, Path],
) -> None:
    folder, cache, path = copy
    connection = sqlite3.connect(path)
    connection.execute("UPDATE article SET body = x'00112233445566'")
    connection.commit()
    connection.close()
    found = store.open([folder], cache)
    assert found is not None
    with pytest.raises(store.DamagedError, match="run the command again"):
        said(found.corpus)
    assert_made_anew(folder, cache)


RUN = """
import resource, signal, sys
sys.path.insert(0, {top!r})
from pathlib import Path
from tui import opening, paths
from tui.config import Config
paths.cache_folder = lambda: Path({cache!r})
{before}
corpus = opening.open_corpus([Path({folder!r})], Config(), lambda text: print(text))
print(len(corpus.articles), "articles", len(corpus.extracts))
"""


def run(folder: Path, cache: Path, before: str = "") -> str:
    code = RUN.format(top=str(TOP), cache=str(cache), folder=str(folder), before=before)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_full_disk_is_said_and_the_reading_goes_on(
    built: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    limit = (
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))"
    )
    out = run(built[0], tmp_path / "cache", limit)
    assert "Nothing is kept of this reading" in out
    assert "12 articles 12" in out


def test_a_cache_folder_that_is_a_file_is_said(
    built: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("in the way", "utf-8")
    out = run(built[0], tmp_path / "cache")
    assert "the cache folder cannot be used" in out
    assert "12 articles 12" in out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_read(copy: tuple[Path, Path, Path]) -> None:
    folder, cache, path = copy
    path.parent.chmod(0o500)
    try:
        assert read_through(folder, cache) == said(load([folder]))
    finally:
        path.parent.chmod(0o700)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.text(), JSON)
def test_values_come_back_as_they_were(label: str, value: object) -> None:
    assert unpack(label, pack(label, value)) == value


@given(st.lists(st.integers(-(2**31), 2**31 - 1)))
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    from array import array

    assert list(unpack_numbers("n", pack_numbers("n", array("i", numbers)))) == numbers


@given(st.binary(), st.data())
def test_a_changed_byte_or_place_breaks_the_seal(payload: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal("row 1", payload))
    with pytest.raises(store.DamagedError):
        unseal("row 2", bytes(sealed))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(store.DamagedError):
        unseal("row 1", bytes(sealed))
