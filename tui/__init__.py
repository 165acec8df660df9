"""The screen and the command line of Dateline.

Nothing is imported here: what runs first has to be `tui.__main__`, which see.
"""

__version__ = "0.1.0"
