import json
# tsq: if configuration: files, combination
from pathlib import Path
# tsq: end

# tsq: if configuration: environment, pydantic-settings
import pytest
# tsq: end
from typer.testing import CliRunner

from my_package.my_cli import app
from my_package.my_diagnostics import CheckCode
from my_package.my_models import ExitCode


def test_it_tells_every_finding_on_standard_output() -> None:
    asked = CliRunner().invoke(app, ["doctor"])

    assert (asked.exit_code, asked.stderr) == (ExitCode.OK, "")
    assert [line.split()[0] for line in asked.stdout.splitlines()] == ["check", *CheckCode]


def test_programs_get_json() -> None:
    asked = CliRunner().invoke(app, ["doctor", "--json"])

    assert [each["check"] for each in json.loads(asked.stdout)] == list(CheckCode)


# tsq: if configuration: files, combination
def test_what_hinders_the_program_ends_it_with_a_code_of_its_own(tmp_path: Path) -> None:
    missing = tmp_path / "missing.toml"

    asked = CliRunner().invoke(app, ["--config", str(missing), "doctor"])
# tsq: else
def test_what_hinders_the_program_ends_it_with_a_code_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MY_PACKAGE_LOG_LEVEL", "loud")

    asked = CliRunner().invoke(app, ["doctor"])
# tsq: end

    assert asked.exit_code == ExitCode.FOUND
    assert "failed" in asked.stdout
