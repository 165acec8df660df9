"""Facts with their evidence: one module per family."""
