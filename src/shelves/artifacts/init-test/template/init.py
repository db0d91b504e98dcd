from importlib.metadata import version
from importlib.resources import files

import pytest

import my_package


def test_the_version_is_the_installed_one() -> None:
    assert my_package.__version__ == version("my-package")


@pytest.mark.parametrize("name", my_package.__all__)
def test_everything_offered_is_there(name: str) -> None:
    assert getattr(my_package, name) is not None


def test_the_package_says_that_it_is_typed() -> None:
    assert files(my_package).joinpath("py.typed").is_file()
