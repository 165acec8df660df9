"""Settings: the defaults are as documented, mistakes are named with file, line and remedy."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.guard.limits import Limits
from tui import config, paths
from tui.commands import COMMANDS
from tui.config import Config, ConfigError
from tui.keymap import make_keymap
from tui.theme import PALETTES

FILE = Path("own.toml")


def complaint(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        config.parse(text, FILE)
    return str(caught.value)


def test_the_file_at_the_top_states_every_default_and_nothing_else() -> None:
    stated = tomli.loads(paths.default_config().read_text(encoding="utf-8"))
    defaults = dataclasses.asdict(Config())
    del defaults["source"]
    assert stated == defaults


def test_every_setting_at_the_top_has_a_comment_above_it() -> None:
    lines = paths.default_config().read_text(encoding="utf-8").splitlines()
    for before, line in pairwise(lines):
        if "=" in line and not line.startswith("#"):
            assert before.startswith("#"), line


def test_the_keys_at_the_top_can_be_taken_as_they_are() -> None:
    _, _, section = paths.default_config().read_text(encoding="utf-8").partition("\n[keys]\n")
    bare = section.replace("#   ", "")
    stated = config.parse(f"[keys]\n{bare}", FILE).keys
    assert stated == {command.id: " ".join(command.keys) for command in COMMANDS}
    assert make_keymap(stated)


def test_the_themes_are_those_of_the_screen() -> None:
    assert tuple(PALETTES) == config.THEMES


def test_a_file_is_laid_over_the_defaults() -> None:
    own = config.parse('[screen]\nmouse = true\n[tagger]\nengine = "spacy:x"', FILE)
    assert own.screen.mouse
    assert own.screen.theme == Config().screen.theme
    assert own.tagger.engine == "spacy:x"
    assert own.source == FILE


@pytest.mark.parametrize("line", ['"app.quit" = "Q"', 'app.quit = "Q"', "app = {quit = 'Q'}"])
def test_keys_may_be_written_quoted_or_dotted(line: str) -> None:
    assert config.parse(f"[keys]\n{line}", FILE).keys == {"app.quit": "Q"}


@pytest.mark.parametrize(
    ("text", "line", "name", "near"),
    [
        ('[screen]\n\ntheem = "dark"', 3, "screen.theem", "screen.theme"),
        ("mouse = true", 1, "mouse", "screen.mouse"),
        ("# settings\n[scren]\nmouse = true", 2, "scren", "screen"),
        ('[tagger]\ntheme = "dark"', 2, "tagger.theme", "screen.theme"),
        ('screen.theme = "dark"\ntagger.engin = "small"', 2, "tagger.engin", "tagger.engine"),
    ],
)
def test_a_misspelt_setting_is_named_with_line_and_the_right_one(
    text: str, line: int, name: str, near: str
) -> None:
    said = complaint(text)
    assert said.startswith(f"own.toml, line {line}: ")
    assert f"`{name}`" in said
    assert f"Did you mean `{near}`?" in said


def test_a_setting_like_none_that_exists_points_to_the_list() -> None:
    assert "`dateline config`" in complaint("zzzzzz = 1")


def test_bounds_of_reading_are_given_in_handy_units() -> None:
    own = config.parse("[reading]\nfile = 3\ntext = 2\nseconds = 7", FILE)
    assert own.reading.limits == Limits(file=3 << 20, text=2_000_000, seconds=7)
    assert Config().reading.limits == Limits()


@pytest.mark.parametrize("line", ["file = 0", "seconds = -1", "memory = 9999999999"])
def test_a_bound_that_makes_no_sense_is_an_error(line: str) -> None:
    assert "lies between" in complaint(f"[reading]\n{line}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[screen]\nmouse = 1", "`screen.mouse` has to be true or false, not 1"),
        ('[screen]\nmouse = "yes"', '`screen.mouse` has to be true or false, not "yes"'),
        ("[screen]\ntheme = true", "`screen.theme` has to be a text in quotation marks, not true"),
        ('[screen]\ntheme = "drak"', "Did you mean `dark`?"),
        ("\n[keys]\nquit = ['q']", "own.toml, line 3: `keys.quit`"),
        ("screen = true", "`screen` is a table"),
        ("[[screen]]", "`screen` is a table"),
    ],
)
def test_a_value_of_the_wrong_type_is_named_with_what_it_has_to_be(
    text: str, expected: str
) -> None:
    assert expected in complaint(text)


def test_broken_toml_is_named_with_its_line() -> None:
    said = complaint("[screen]\nmouse = maybe")
    assert "own.toml is not valid TOML" in said
    assert "line 2" in said


def test_without_a_file_of_ones_own_the_defaults_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "config_file", lambda: tmp_path / "config.toml")
    assert config.load() == Config()
    (tmp_path / "config.toml").write_text("\ufeff[screen]\nmouse = true", encoding="utf-8")
    assert config.load().screen.mouse


def test_a_named_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    for path, content, said in (
        (tmp_path / "absent.toml", None, "There is no settings file"),
        (tmp_path / "latin.toml", b"# caf\xe9", "not UTF-8"),
        (tmp_path, None, "cannot be read"),
    ):
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(ConfigError, match=said):
            config.load(path)


KEY = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)
VALUE = st.booleans() | st.integers() | st.from_regex(r"[a-z ]{0,9}", fullmatch=True)


@given(st.dictionaries(KEY, st.dictionaries(KEY, VALUE, max_size=3), max_size=3))
def test_whatever_the_file_states_it_is_used_or_named(stated: dict[str, dict[str, object]]) -> None:
    lines = []
    for table, settings in stated.items():
        lines.append(f"[{table}]")
        for name, value in settings.items():
            written = f'"{value}"' if isinstance(value, str) else str(value).lower()
            lines.append(f"{name} = {written}")
    known = {"keys", "screen", "tagger"}
    try:
        config.parse("\n".join(lines), FILE)
    except ConfigError as error:
        assert str(error).startswith("own.toml, line ")
    else:
        assert set(stated) <= known


@given(st.text(max_size=200))
def test_any_text_is_either_settings_or_an_error_that_says_so(text: str) -> None:
    try:
        assert isinstance(config.parse(text, FILE), Config)
    except ConfigError as error:
        assert "own.toml" in str(error)
