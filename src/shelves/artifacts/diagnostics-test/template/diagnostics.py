from importlib.metadata import PackageNotFoundError
# tsq: if configuration: files, combination
from pathlib import Path
# tsq: end

import pytest

from my_package.my_diagnostics import CHECKS, CheckCode, Finding, Outcome, diagnose


def found(code: CheckCode) -> Finding:
    (finding,) = [each for each in diagnose() if each.code is code]
    return finding


def test_there_is_one_check_for_each_code_and_it_is_named_so() -> None:
    assert {code: check.__name__ for code, check in CHECKS.items()} == {
        code: f"_check_{code}" for code in CheckCode
    }


def test_nothing_hinders_it_where_it_is_tested() -> None:
    findings = diagnose()

    assert [each.code for each in findings] == list(CheckCode)
    assert all(each.outcome is not Outcome.FAILED for each in findings)


def test_a_dependency_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ["no-such-thing>=1,<2", 'other; sys_platform == "nowhere"']
    monkeypatch.setattr("my_package.my_diagnostics.requires", lambda _: needed)

    finding = found(CheckCode.DEPENDENCIES)

    assert (finding.outcome, finding.detail) == (Outcome.FAILED, "missing: no-such-thing")


def test_without_being_installed_nothing_is_known_of_dependencies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(name: str) -> list[str]:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("my_package.my_diagnostics.requires", unknown)

    assert found(CheckCode.DEPENDENCIES).outcome is Outcome.SKIPPED


# tsq: each environs
def test_without_variables_the_environment_is_skipped() -> None:
    assert found(CheckCode.ENVIRONMENT).outcome is Outcome.SKIPPED


def test_a_variable_that_nobody_reads_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_PACKAGE_LOG_LEVEL", "INFO")
    assert found(CheckCode.ENVIRONMENT).outcome is Outcome.OK

    monkeypatch.setenv("MY_PACKAGE_LOGLEVEL", "INFO")
    finding = found(CheckCode.ENVIRONMENT)

    assert finding.outcome is Outcome.FAILED
    assert "MY_PACKAGE_LOGLEVEL" in finding.detail


# tsq: end
# tsq: if configuration: files, combination
def settings_of(config: Path) -> Finding:
    (finding,) = [each for each in diagnose(config) if each.code is CheckCode.SETTINGS]
    return finding


def test_settings_that_cannot_be_used_are_told_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('log_level = "INFO"', encoding="utf-8")
    assert settings_of(path).outcome is Outcome.OK

    path.write_text('log_level = "loud"', encoding="utf-8")
    finding = settings_of(path)

    assert finding.outcome is Outcome.FAILED
    assert "log_level" in finding.detail
# tsq: else
def test_settings_that_cannot_be_used_are_told_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MY_PACKAGE_LOG_LEVEL", "loud")

    finding = found(CheckCode.SETTINGS)

    assert finding.outcome is Outcome.FAILED
    assert "MY_PACKAGE_LOG_LEVEL" in finding.detail
# tsq: end
