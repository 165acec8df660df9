"""The settings: their defaults, and how a reader's own file is laid over them.

The dataclasses are the one list of settings that exist; `config.toml` at the top of the project
shows the same with comments. A setting that is misspelt or of the wrong type is an error that says
where it stands and what was probably meant: a setting that is silently ignored costs an evening.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, get_type_hints

import tomli

from corpus.errors import DatelineError
from corpus.reading.guard.limits import Limits
from tui import paths

_MEGABYTE: Final = 1024 * 1024
THEMES: Final = ("dark", "light", "ansi", "mono")


class ConfigError(DatelineError):
    """A settings file that cannot be used; the text names file, line and setting."""

    status = 2
    """The exit status of the command line, see `tui.cli`."""


@dataclass(frozen=True, slots=True)
class Screen:
    """How the screen looks and listens."""

    theme: str = field(default="dark", metadata={"choices": THEMES})
    mouse: bool = False
    restore: bool = True
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Tagger:
    """What finds the names; anything but "small" needs an extra installed."""

    engine: str = "small"


@dataclass(frozen=True, slots=True)
class Cache:
    """Whether what was read and found is kept for the next start."""

    keep: bool = True


@dataclass(frozen=True, slots=True)
class Notebook:
    """Where the reader's own notes lie ("": a folder for each corpus), and whether any are kept."""

    keep: bool = True
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a single file may cost before it is given up; `file` and `memory` are in megabytes,
    `text` in millions of characters. And whether files are watched while the screen is open."""

    watch: bool = True
    file: int = field(default=100, metadata={"range": (1, 1_000_000)})
    memory: int = field(default=1024, metadata={"range": (256, 1_000_000)})
    seconds: int = field(default=20, metadata={"range": (1, 86_400)})
    text: int = field(default=100, metadata={"range": (1, 1_000_000)})
    articles: int = field(default=100_000, metadata={"range": (1, 100_000_000)})

    @property
    def limits(self) -> Limits:
        """The same in the units that reading counts in."""
        return Limits(
            self.file * _MEGABYTE,
            self.memory * _MEGABYTE,
            self.seconds,
            self.text * 1_000_000,
            self.articles,
        )


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting. `keys` holds command id → keys, blank between them; the keymap judges them."""

    screen: Screen = field(default_factory=Screen)
    tagger: Tagger = field(default_factory=Tagger)
    cache: Cache = field(default_factory=Cache)
    notebook: Notebook = field(default_factory=Notebook)
    reading: Reading = field(default_factory=Reading)
    keys: dict[str, str] = field(default_factory=dict)
    source: Path | None = None
    """The file that was read, to name it in messages."""


_TABLES: Final[dict[str, type]] = {
    "screen": Screen,
    "tagger": Tagger,
    "cache": Cache,
    "notebook": Notebook,
    "reading": Reading,
}
_NAMES: Final = tuple(
    f"{table}.{setting.name}"
    for table, kind in _TABLES.items()
    for setting in dataclasses.fields(kind)
)
_TYPES: Final = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text in quotation marks",
}


def load(path: Path | None = None) -> Config:
    """The settings of the file at `path`, else of the user's own file, else the defaults.

    Raises ConfigError when `path` cannot be read or a file holds anything but known settings.
    """
    chosen = paths.config_file() if path is None else path
    try:
        text = chosen.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if path is None:
            return Config()
        raise ConfigError(
            f"There is no settings file {chosen}. `dateline config` prints one to begin with."
        ) from None
    except UnicodeDecodeError:
        raise ConfigError(f"{chosen} is not UTF-8 text. Save it as UTF-8 and try again.") from None
    except (OSError, ValueError) as error:  # ValueError: no file can have such a name
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise ConfigError(f"{chosen} cannot be read: {why}.") from None
    return parse(text, chosen)


def with_notebook(config: Config, folder: str = "", *, keep: bool = True) -> Config:
    """`config` with the notebook in `folder`, or with none."""
    return dataclasses.replace(config, notebook=Notebook(keep, folder))


def with_screen(config: Config, **settings: bool) -> Config:
    """`config` with other settings of the screen, as the command line asks for them."""
    return dataclasses.replace(config, screen=dataclasses.replace(config.screen, **settings))  # type: ignore[arg-type]


def without_cache(settings: Config) -> Config:
    """`settings` with nothing kept and nothing kept used."""
    return dataclasses.replace(settings, cache=Cache(keep=False))


def without_watch(settings: Config) -> Config:
    """`settings` with files that change while the screen is open left for the next start."""
    return dataclasses.replace(settings, reading=dataclasses.replace(settings.reading, watch=False))


def parse(text: str, source: Path) -> Config:
    """The settings that `text` states, over the defaults; `source` is named in messages."""
    try:
        stated = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{source} is not valid TOML: {error}.") from None
    found = _File(text, source)
    parts: dict[str, Any] = {}
    for name, value in stated.items():
        if name == "keys":
            parts[name] = dict(found.keys(found.table(name, value)))
        elif name in _TABLES:
            parts[name] = found.fill(_TABLES[name], name, found.table(name, value))
        else:
            raise found.unknown(name)
    return Config(**parts, source=source)


@dataclass(frozen=True, slots=True)
class _File:
    """A settings file in hand: checks values, and knows where each setting stands."""

    text: str
    source: Path

    def table(self, name: str, value: object) -> Mapping[str, object]:
        """`value` as the table it has to be."""
        if isinstance(value, dict):
            return value
        raise self.error(name, f"`{name}` is a table: write its settings under a line [{name}]")

    def fill(self, kind: type, table: str, values: Mapping[str, object]) -> object:
        """An instance of the dataclass `kind` with `values` over its defaults."""
        settings = {setting.name: setting for setting in dataclasses.fields(kind)}
        types = get_type_hints(kind)
        for name, value in values.items():
            dotted = f"{table}.{name}"
            if name not in settings:
                raise self.unknown(dotted)
            self._check(dotted, value, types[name], settings[name].metadata)
        return kind(**values)

    def _check(self, name: str, value: object, kind: type, bounds: Mapping[str, Any]) -> None:
        if type(value) is not kind:
            raise self.error(name, f"`{name}` has to be {_TYPES[kind]}, not {_toml(value)}")
        if isinstance(value, int) and "range" in bounds:
            least, most = bounds["range"]
            if not least <= value <= most:
                raise self.error(name, f"`{name}` lies between {least} and {most}, not at {value}")
        choices = bounds.get("choices")
        if choices is not None and value not in choices:
            near = _nearest(str(value), choices)
            hint = f" Did you mean `{near}`?" if near else ""
            listed = ", ".join(f"`{choice}`" for choice in choices)
            raise self.error(name, f"`{name}` is one of {listed}, not {_toml(value)}", hint)

    def keys(self, values: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
        """Command ids and keys; an id may be quoted ("app.quit") or written as nested tables."""
        for name, value in values.items():
            command = prefix + name
            if isinstance(value, dict):
                yield from self.keys(value, f"{command}.")
            elif isinstance(value, str):
                yield command, value
            else:
                dotted = f"keys.{command}"
                raise self.error(dotted, f"`{dotted}` has to be {_TYPES[str]}, not {_toml(value)}")

    def unknown(self, name: str) -> ConfigError:
        """The error for a setting that does not exist, with the one that was probably meant."""
        near = _nearest(name, (*_NAMES, *_TABLES, "keys"))
        hint = f" Did you mean `{near}`?" if near else " `dateline config` lists every setting."
        return self.error(name, f"there is no setting `{name}`", hint)

    def error(self, name: str, what: str, hint: str = "") -> ConfigError:
        """An error that says where in the file the setting `name` stands."""
        line = _line_of(self.text, name)
        where = f"{self.source}, line {line}" if line else str(self.source)
        return ConfigError(f"{where}: {what}.{hint}")


def _toml(value: object) -> str:
    """`value` about as the file writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 40 else f'"{value[:39]}…"'
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else str(value)


def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    """The one of `known` that `name` is most likely meant to be, if any comes near."""
    last = name.rpartition(".")[2]
    for candidate in known:
        if candidate.rpartition(".")[2] == last:  # right name, wrong table
            return candidate
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=60)
    if found is None:
        ends = [candidate.rpartition(".")[2] for candidate in known]
        found = process.extractOne(last, ends, scorer=fuzz.ratio, score_cutoff=60)
    return None if found is None else known[found[2]]


_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_SETTING = re.compile(
    r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*="
)


def _line_of(text: str, name: str) -> int | None:
    """The line (from 1) on which the setting or table `name` stands, as far as a scan can tell."""
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _bare(header[1])
            if table == name:
                return number
        elif (setting := _SETTING.match(line)) and name in (
            (full := f"{table}.{_bare(setting[1])}".lstrip(".")),
            full.split(".")[0],
        ):
            return number
    return None


def _bare(key: str) -> str:
    """A dotted key without quotation marks and blanks."""
    return re.sub(r"[\"'\s]", "", key)
