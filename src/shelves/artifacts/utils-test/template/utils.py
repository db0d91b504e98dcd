import pytest

from my_package.my_models import Value
from my_package.my_utils import printable


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain text", "plain text"),
        ("größer", "größer"),
        (True, "true"),
        (False, "false"),
        (0.5, "0.5"),
        (None, "-"),
        ("two\nlines", "two\\nlines"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\udcff", "\\udcff"),
        ("\u202eright to left", "\\u202eright to left"),
    ],
)
def test_no_value_breaks_the_line_or_speaks_to_the_terminal(value: Value, shown: str) -> None:
    assert printable(value) == shown
