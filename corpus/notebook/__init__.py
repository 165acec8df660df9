"""The reader's own work: kept on disk as plain TOML, laid over the corpus, never mixed into it."""
