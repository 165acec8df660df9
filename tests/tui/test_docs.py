"""The page of keys and the settings are what the registry says."""

from __future__ import annotations

from scripts.write_keys import PAGE, SETTINGS, page, settings


def test_the_page_of_keys_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run scripts/write_keys.py"


def test_the_settings_list_every_command() -> None:
    assert SETTINGS.read_text(encoding="utf-8") == settings(), "run scripts/write_keys.py"
