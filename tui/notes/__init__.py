"""The notebook beside the screen: the thread that keeps it, and what it says of what is shown."""
