# tsq: slot docstring
"""The core of My Package."""
# tsq: end
