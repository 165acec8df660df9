"""The page of keys is what the registry says."""

from __future__ import annotations

from scripts.write_keys import TARGET, text


def test_the_page_of_keys_is_fresh() -> None:
    assert TARGET.read_text(encoding="utf-8") == text(), "run scripts/write_keys.py"
