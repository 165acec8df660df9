"""The panes of the interface."""
