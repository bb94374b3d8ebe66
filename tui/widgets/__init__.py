"""The parts of the screen; each takes values, shows them, and posts messages."""
