from dataclasses import FrozenInstanceError

import pytest

from my_package.my_models import ExitCode, Options, Report


def test_every_way_to_end_has_a_code_of_its_own() -> None:
    assert sorted(ExitCode) == [0, 2, 3, 4, 141]


def test_a_row_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="1 values do not fit 2 columns"):
        Report(("name", "value"), (("alone",),))


def test_columns_that_share_a_name_are_refused() -> None:
    with pytest.raises(ValueError, match="columns share a name: name, value, name"):
        Report(("name", "value", "name"), ())


def test_options_cannot_be_changed() -> None:
    options = Options()

    with pytest.raises(FrozenInstanceError):
        options.verbose = True  # type: ignore[misc]
