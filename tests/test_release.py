"""What is released: pure Python, complete, and starting from where it was unpacked."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def build(target: str, folder: Path) -> Path:
    """The wheel or sdist of this checkout."""
    pytest.importorskip("hatchling")
    subprocess.run(
        [sys.executable, "-m", "build", f"--{target}", "--no-isolation", "-o", str(folder)],
        cwd=ROOT, check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    (made,) = folder.iterdir()
    return made


def test_the_wheel_is_pure_and_complete_and_starts(tmp_path: Path) -> None:
    pytest.importorskip("build")
    wheel = build("wheel", tmp_path / "dist")
    assert wheel.name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        packed.extractall(tmp_path / "site")
    ours = ["corpus/py.typed", "tui/py.typed", "tui/config.toml"]
    ours += [f"corpus/data/{one}.schema.json" for one in ("dateline", "commands")]
    for path in (*(ROOT / "corpus").rglob("*.py"), *(ROOT / "tui").rglob("*.py")):
        ours.append(str(path.relative_to(ROOT)))
    assert not set(ours) - names
    assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc"))]
    (entry,) = (name for name in names if name.endswith("entry_points.txt"))
    assert "dateline = tui.__main__:main" in (tmp_path / "site" / entry).read_text()
    start = "import sys; sys.path.insert(0, sys.argv.pop(1)); from tui.__main__ import main; main()"
    for word in ("--version", "list"):
        done = subprocess.run(
            [sys.executable, "-c", start, str(tmp_path / "site"), word],
            cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


def test_the_source_has_what_its_wheel_and_its_tests_need(tmp_path: Path) -> None:
    pytest.importorskip("build")
    with tarfile.open(build("sdist", tmp_path / "dist")) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    for wanted in ("pyproject.toml", "config.toml", "corpus/data/tagger.npz", "tui/py.typed",
                   "tests/test_release.py", "docs/dateline.1", "scripts/make_lock.py",
                   "requirements.lock", "LICENSE"):  # fmt: skip
        assert wanted in names


def test_the_lock_holds_everything_with_hashes() -> None:
    packaging = pytest.importorskip("packaging.requirements")
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)", text, re.M))
    blocks = re.split(r"\n(?=[a-z0-9])", text)
    assert all("--hash=sha256:" in block for block in blocks if "==" in block.split("\n")[0])
    assert "file:" not in text
    extras = PROJECT["optional-dependencies"]
    for line in (*PROJECT["dependencies"], *extras["html"], *extras["pdf"]):
        wanted = packaging.Requirement(line)
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        assert name in locked, f"{name}: run scripts/make_lock.py"
        assert wanted.specifier.contains(locked[name]), name


def test_the_bill_of_materials_lists_the_lock() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    bill = (ROOT / "sbom.cdx.json").read_text(encoding="utf-8")
    for name, version in re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)", text, re.M):
        assert f"pkg:pypi/{name}@{version}" in bill, "run scripts/make_lock.py"
