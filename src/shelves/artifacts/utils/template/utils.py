"""What results and failures have in common when they are written."""

from my_package.my_models import Value

__all__ = ["printable"]


def printable(value: Value) -> str:
    """Write a value on one line, with nothing in it that a terminal would obey.

    Args:
        value: The value; None is shown as a dash.

    Returns:
        Its text, with whatever is not printable as an escape.
    """
    if value is None:
        return "-"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode("ascii")
        for each in text
    )
