"""What is known across articles, and what a reader may ask of it."""
