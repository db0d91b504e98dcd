from copy import copy

from my_package.my_errors import ConfigurationError, MyPackageError


def test_one_base_class_catches_every_error() -> None:
    assert issubclass(ConfigurationError, MyPackageError)
    assert not issubclass(MyPackageError, ValueError)


def test_a_configuration_error_says_what_and_why() -> None:
    error = ConfigurationError("LOG_LEVEL", "must not be empty")

    assert (error.setting, error.reason) == ("LOG_LEVEL", "must not be empty")
    assert str(error) == "LOG_LEVEL: must not be empty"
    assert (error.error_code, MyPackageError.error_code) == ("configuration", "failure")


def test_a_configuration_error_keeps_its_data_when_it_is_copied() -> None:
    error = copy(ConfigurationError("LOG_LEVEL", "must not be empty"))

    assert (error.setting, error.reason) == ("LOG_LEVEL", "must not be empty")
