"""The reading pane, from the plain page to what a reader can do on it."""

from tui.panes.article.pane import Article

__all__ = ["Article"]
