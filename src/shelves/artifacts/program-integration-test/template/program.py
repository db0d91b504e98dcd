"""Runs the installed program in processes of its own, as a shell does."""

import asyncio
import os
import sys
import sysconfig
from asyncio.subprocess import PIPE
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pytest

from my_package.my_models import ExitCode

SCRIPT = Path(sysconfig.get_path("scripts"), "my-package")
# tsq: each recorded
FIXTURES = Path(__file__).parents[1] / "fixtures"
# tsq: end
MODULE = [sys.executable, "-m", "my_package"]
USES = [
    # tsq: slot uses
    ["doctor"],
    # tsq: end
]


class Done(NamedTuple):
    code: int | None
    stdout: bytes
    stderr: bytes


def run(
    *command: str | Path, folder: Path, into: int | BinaryIO = PIPE, **environment: str
) -> Done:
    async def ended() -> Done:
        process = await asyncio.create_subprocess_exec(
            *command, cwd=folder, env={**os.environ, **environment}, stdout=into, stderr=PIPE
        )
        stdout, stderr = await process.communicate()
        return Done(process.returncode, stdout, stderr)

    return asyncio.run(ended())


@pytest.mark.parametrize("typed", [["--version"], ["no-such-subcommand"]])
def test_the_script_and_the_module_do_the_same_byte_for_byte(
    tmp_path: Path, typed: list[str]
) -> None:
    assert run(SCRIPT, *typed, folder=tmp_path) == run(*MODULE, *typed, folder=tmp_path)


@pytest.mark.parametrize("typed", USES)
def test_every_subcommand_works_away_from_its_repository(tmp_path: Path, typed: list[str]) -> None:
    done = run(SCRIPT, *typed, folder=tmp_path)

    assert (done.code, done.stderr) == (ExitCode.OK, b"")
    assert done.stdout.endswith(b"\n")


def test_output_that_cannot_be_written_is_one_line_and_a_code(tmp_path: Path) -> None:
    unwritable = tmp_path / "unwritable"
    unwritable.touch()

    with unwritable.open("rb") as output:
        # Python keeps back what it writes, unless it is told otherwise.
        failed = run(SCRIPT, "doctor", folder=tmp_path, into=output, PYTHONUNBUFFERED="")

    assert failed.code == ExitCode.FAILED
    assert failed.stderr.startswith(b"my-package: output: ")
    assert failed.stderr.count(b"\n") == 1


# tsq: each recorded
@pytest.mark.parametrize("typed", USES[:-1])
def test_what_scripts_rely_on_is_what_was_recorded(tmp_path: Path, typed: list[str]) -> None:
    recorded = FIXTURES / typed[0].replace("-", "_") / "answer.txt"

    assert run(SCRIPT, *typed, folder=tmp_path).stdout == recorded.read_bytes()


# tsq: end
# tsq: each failing
def test_records_go_to_standard_error_and_leave_the_result_alone(tmp_path: Path) -> None:
    verbose = run(SCRIPT, "--verbose", *USES[0], folder=tmp_path)

    assert b"begins" in verbose.stderr
    assert verbose.stdout == run(SCRIPT, *USES[0], folder=tmp_path).stdout


def test_a_setting_that_cannot_be_used_is_one_line_and_a_code(tmp_path: Path) -> None:
    # tsq: if configuration: files, combination
    failed = run(SCRIPT, "--config", "missing.toml", *USES[0], folder=tmp_path)
    # tsq: else
    failed = run(SCRIPT, *USES[0], folder=tmp_path, MY_PACKAGE_LOG_LEVEL="loud")
    # tsq: end

    assert (failed.code, failed.stdout) == (ExitCode.FAILED, b"")
    assert failed.stderr.startswith(b"my-package: configuration: ")
    assert failed.stderr.count(b"\n") == 1
# tsq: end
