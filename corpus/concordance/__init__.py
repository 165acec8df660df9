"""Every place of a word with what stands beside it."""
