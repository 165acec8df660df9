"""One module for each view: its context and its commands; see docs/views.md."""
